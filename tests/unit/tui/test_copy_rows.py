"""Numbered copies as rows: where work goes on, which comes next, and what a typed number means."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from kampanye_tui.agreement.copy_standing import CopyRow, copy_rows
from kampanye_tui.agreement.state import state
from kampanye_tui.model.agreement import CopyForm
from kampanye_tui.tui.copy_rows import first_open, next_alike, numbered, row_id, rows


def copy(number: int, standing: str, form: str = "salinan") -> CopyRow:
    return CopyRow(number, form, f"partai-{number}", f"Partai {number}", standing, "", "", None, "")


def ids(*copies: CopyRow | None) -> list[str]:
    return [row_id(one) for one in copies if one is not None]


LIST = (
    copy(1, "dicetak", "asli"),
    copy(1, "diterima"),
    copy(2, "diserahkan"),
    copy(3, "dicetak"),
    copy(4, "diserahkan"),
    copy(5, "belum dicetak"),
)


def test_work_goes_on_with_the_first_receipt_that_is_awaited() -> None:
    assert ids(first_open(LIST, CopyForm.COPY)) == ["salinan-2"]


def test_work_goes_on_within_a_form() -> None:
    assert ids(first_open(LIST, CopyForm.ORIGINAL)) == ["asli-1"]


def test_nothing_is_left_when_all_is_received() -> None:
    assert first_open([copy(1, "diterima"), copy(2, "rusak")], CopyForm.COPY) is None


def after(number: int, standing: str) -> list[str]:
    """Return what comes next when the copy of that number stands otherwise now."""
    now = [one._replace(standing=standing) if one.number == number else one for one in LIST]
    return ids(next_alike(now, next(one for one in LIST if (one.form, one.number) == ("salinan", number))))


def test_a_run_of_receipts_goes_to_the_next_that_was_handed_over() -> None:
    assert after(2, "diterima") == ["salinan-4"]


def test_behind_the_last_one_the_first_comes_again() -> None:
    assert after(4, "diterima") == ["salinan-2"]


def test_the_last_of_a_run_has_no_next() -> None:
    assert after(5, "dicetak") == []


@pytest.fixture
def planned(agreement):
    """Every copy of the sample, none printed: partai Ummat has ballot number 24 and copy 18."""
    return copy_rows(agreement, state(agreement))


def test_a_number_is_that_of_a_copy(agreement, planned) -> None:
    found, told = numbered(agreement, planned, "salinan", "14")
    assert (ids(found), told) == (["salinan-14"], "")


def test_a_number_is_that_of_an_original_where_one_is_pointed_at(agreement, planned) -> None:
    assert ids(numbered(agreement, planned, "asli", "3")[0]) == ["asli-3"]


def test_where_there_is_no_such_original_it_is_that_of_a_copy(agreement, planned) -> None:
    assert ids(numbered(agreement, planned, "asli", "14")[0]) == ["salinan-14"]


def test_a_ballot_number_that_is_on_another_copy_is_told(agreement, planned) -> None:
    found, told = numbered(agreement, planned, "salinan", "24")
    assert (ids(found), told) == (
        ["salinan-24"],
        "Salinan nomor 24; nomor urut 24 (Partai Ummat) ada pada salinan nomor 18.",
    )


def test_a_ballot_number_that_no_copy_has_leads_to_its_pihak(agreement, planned) -> None:
    found, told = numbered(agreement, planned[:22], "salinan", "24")
    assert (ids(found), told) == (
        ["salinan-18"],
        "Tidak ada salinan nomor 24; nomor urut 24 (Partai Ummat) ada pada salinan nomor 18.",
    )


def test_an_unknown_number_is_told(agreement, planned) -> None:
    assert numbered(agreement, planned, "salinan", "99") == (
        None,
        "Tidak ada salinan nomor 99, dan tidak ada nomor urut 99.",
    )


def test_a_row_says_when_in_the_zone_of_the_region(agreement) -> None:
    late = datetime(2023, 11, 28, 18, tzinfo=UTC)
    one = copy(1, "diterima")._replace(occurred=late, receiver="Sari")
    _heading, row = rows(agreement, [one], 77)
    assert row.text.split() == ["1", "Partai", "1", "diterima", "29-11-2023", "Sari"]
