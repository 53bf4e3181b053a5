"""Digits that are typed one after the other."""

from __future__ import annotations

from kampanye_tui.tui.ballot_digits import PAUSE, BallotDigits


def test_a_digit_soon_after_another_makes_a_number_of_two() -> None:
    digits = BallotDigits()
    assert [digits.take("1", 10), digits.take("4", 10 + PAUSE / 2)] == ["1", "14"]


def test_a_digit_after_a_pause_begins_anew() -> None:
    digits = BallotDigits()
    assert [digits.take("1", 10), digits.take("4", 10 + PAUSE)] == ["1", "4"]


def test_letters_keys_without_a_character_and_foreign_digits_are_no_number() -> None:
    digits = BallotDigits()
    assert [digits.take(key, 10) for key in ("s", None, "٣", "²")] == ["", "", "", ""]
