"""Tests that run for each case of a table tell of every case that fails, by its name."""

from __future__ import annotations

import inspect

import pytest

from tests.each import for_each


@for_each("number", {"one": 1, "two": 2, "three": 3})
def odd(number: int, word: str = "") -> None:
    assert number % 2, f"{number} is even{word}"


def test_a_case_that_fails_is_named_with_what_was_found() -> None:
    with pytest.raises(AssertionError, match=r"(?s)1 of 3 fail.two: 2 is even"):
        odd()


def test_every_case_is_tried() -> None:
    tried: list[str] = []

    @for_each("name", ["a", "b", "c"])
    def failing(name: str) -> None:
        tried.append(name)
        raise AssertionError

    with pytest.raises(AssertionError, match="3 of 3 fail"):
        failing()
    assert tried == ["a", "b", "c"]


def test_an_error_says_at_which_case_it_came() -> None:
    @for_each("name", ["a"])
    def broken(name: str) -> None:
        raise KeyError(name)

    with pytest.raises(KeyError) as raised:
        broken()
    assert raised.value.__notes__ == ["name: a"]


def test_what_else_a_test_asks_for_stays_a_fixture() -> None:
    assert list(inspect.signature(odd).parameters) == ["word"]


def test_a_table_without_cases_is_no_test() -> None:
    with pytest.raises(AssertionError, match="no case of name"):
        for_each("name", [])
