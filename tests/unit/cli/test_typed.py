"""Values of options: read as everywhere else, refused as click refuses, with stdin for a dash."""

from __future__ import annotations

from datetime import date, time

import click
import pytest

from kampanye_tui.cli.parties import INSTITUTIONS, ROLES
from kampanye_tui.cli.typed import Day, Entry, Hour, Identifier, Line, NumberFormat, words_of
from kampanye_tui.model.party import Institution, Role
from tests.unit.cli.keyboard import answers

READ = [
    (Line(), " Jl. Raya 1 ", "Jl. Raya 1"),
    (Identifier(), "partai-a", "partai-a"),
    (NumberFormat(), "{urut}/2023", "{urut}/2023"),
    (Day(), "28 November 2023", date(2023, 11, 28)),
    (Hour(), "00.00", time(0)),
]
REFUSED = [
    (Line(), "a\u200bb", "karakter tak terlihat"),
    (Identifier(), "Partai A", "huruf kecil"),
    (NumberFormat(), "{x}", "bukan isian nomor"),
    (Day(), "besok", "bukan tanggal"),
    (Hour(), "pagi", "bukan jam"),
]


@pytest.mark.parametrize(("kind", "typed", "value"), READ, ids=lambda one: getattr(one, "name", None))
def test_a_value_is_read(kind: Entry, typed: str, value: object) -> None:
    assert kind.convert(typed, None, None) == value


@pytest.mark.parametrize(("kind", "typed", "told"), REFUSED, ids=lambda one: getattr(one, "name", None))
def test_what_cannot_be_read_is_a_fault_of_the_option(kind: Entry, typed: str, told: str) -> None:
    with pytest.raises(click.UsageError, match=told):
        kind.convert(typed, None, None)


@pytest.mark.parametrize("kind", [Day(), Hour()], ids=["day", "hour"])
def test_an_empty_one_is_not_known_yet(kind: Entry) -> None:
    assert kind.convert(" ", None, None) == ""


def test_words_of_a_clause_are_those_of_the_option() -> None:
    assert words_of("Satu.\r\n") == "Satu."


def test_a_dash_reads_the_words_of_a_clause_from_stdin(monkeypatch: pytest.MonkeyPatch) -> None:
    answers(monkeypatch, "Dua.")
    assert words_of("-") == "Dua."


def test_the_choices_that_help_shows_are_those_of_the_model() -> None:
    assert (tuple(Role), tuple(Institution)) == (ROLES, INSTITUTIONS)
