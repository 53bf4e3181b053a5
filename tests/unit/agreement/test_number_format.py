"""How numbers of documents look: written in the office's form, and read again."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kampanye_tui.agreement.number_format import (
    LARGEST,
    Parts,
    parts_of,
    pattern_of,
    refuse_unusable,
    written,
)
from kampanye_tui.model.problem import Refused

FORM = "{urut}/PL.01.6-{jenis}/3674/{tahun}"
DAY = date(2023, 11, 28)


def test_every_token_is_filled_in() -> None:
    assert written("{urut}.{jenis}.{bulan}.{tahun}", 7, DAY, "BA") == "7.BA.XI.2023"


def test_braces_that_are_doubled_print_as_braces() -> None:
    assert written("{{{urut}}}", 7, DAY, "") == "{7}"


@pytest.mark.parametrize("month", range(1, 13))
def test_every_month_has_a_numeral_that_the_form_allows(month: int) -> None:
    text = written("{urut}-{bulan}", 7, date(2023, month, 1), "")
    assert parts_of("{urut}-{bulan}", text) == Parts(7, None)


def test_a_form_without_the_running_number_is_refused() -> None:
    with pytest.raises(Refused, match=r"tidak memuat \{urut\}"):
        refuse_unusable("PL.01.6/{tahun}")


@pytest.mark.parametrize("form", ["{urut}/{kode}", "{urut}/{@urut}", "{urut}/{Tahun}"])
def test_a_form_with_another_token_is_refused(form: str) -> None:
    with pytest.raises(Refused, match="bukan isian nomor"):
        refuse_unusable(form)


def test_a_code_that_the_form_asks_for_cannot_be_missing() -> None:
    with pytest.raises(Refused, match="--jenis"):
        written(FORM, 7, DAY, "")


def test_a_code_is_letters_alone() -> None:
    with pytest.raises(Refused, match=r'[Kk]ode "B/A" bukan huruf saja'):
        written(FORM, 7, DAY, "B/A")


def test_a_form_that_asks_for_no_code_needs_none() -> None:
    assert written("{urut}/{tahun}", 7, DAY, "") == "7/2023"


def test_a_number_says_its_running_number_and_its_year() -> None:
    assert parts_of(FORM, "12/PL.01.6-NK/3674/2022") == Parts(12, 2022)


def test_leading_zeros_do_not_count() -> None:
    assert parts_of(FORM, "012/PL.01.6-NK/3674/2023") == Parts(12, 2023)


@pytest.mark.parametrize(
    "text", ["", "12", "12/PL.02-NK/3674/2023", "0/PL.01.6-NK/3674/2023", "١٢/PL.01.6-NK/3674/2023"]
)
def test_a_number_of_another_form_has_no_running_number(text: str) -> None:
    assert parts_of(FORM, text) is None


@pytest.mark.parametrize("digits", [f"{LARGEST + 1}", "9" * 5000])
def test_a_running_number_beyond_any_office_belongs_to_another_series(digits: str) -> None:
    assert parts_of(FORM, f"{digits}/PL.01.6-NK/3674/2023") is None


def test_a_token_that_stands_twice_says_the_same_twice() -> None:
    assert pattern_of("{urut}/{tahun}/{urut}").fullmatch("7/2023/8") is None


literals = st.text("ab1/.-()[]*+?", max_size=4)
forms = st.lists(
    st.one_of(literals, st.sampled_from(["{urut}", "{jenis}", "{bulan}", "{tahun}"])), max_size=6
).map(lambda parts: "".join(["{urut}", *parts]))


@given(form=forms, first=st.integers(1, LARGEST), second=st.integers(1, LARGEST))
def test_two_running_numbers_never_print_the_same(form: str, first: int, second: int) -> None:
    same = written(form, first, DAY, "BA") == written(form, second, DAY, "BA")
    assert same == (first == second)


@given(form=forms, sequence=st.integers(1, LARGEST))
def test_what_is_written_has_the_form(form: str, sequence: int) -> None:
    assert pattern_of(form).fullmatch(written(form, sequence, DAY, "BA"))


@given(
    head=st.sampled_from(["", "No. ", "KPU-"]),
    tail=st.sampled_from(["", "/PL.01.6-{jenis}/3674/{tahun}", "-{bulan}-{tahun}"]),
    sequence=st.integers(1, LARGEST),
)
def test_a_running_number_reads_back_from_forms_of_offices(head: str, tail: str, sequence: int) -> None:
    form = f"{head}{{urut}}{tail}"
    parts = parts_of(form, written(form, sequence, DAY, "BA"))
    assert parts is not None
    assert parts.sequence == sequence
