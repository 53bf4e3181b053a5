"""The laws that clauses cite: named once each, by rank and age, with what had amended them by that day."""

from __future__ import annotations

from datetime import date
from typing import Any

import msgspec
import pytest

from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.legal import Citation, LegalBasis
from tests.unit.document.papers import clause, paper, texts, with_clauses

DAY = date(2023, 11, 28)


def law(law_id: str, number: str, year: int, **said: Any) -> LegalBasis:
    """Return an Undang-Undang about elections."""
    return LegalBasis(
        **{"id": law_id, "kind": "UU", "number": number, "year": year, "title": "Pemilu"} | said
    )


def listed(agreement: Agreement, *laws: LegalBasis, cited: str, day: date | None = DAY) -> list[str]:
    """Return the list of laws where clauses cite those of these ids, without its numbers."""
    one = clause("satu", citations=tuple(Citation(law=name, article="Pasal 1") for name in cited.split()))
    made = msgspec.structs.replace(
        with_clauses(agreement, one),
        reference=msgspec.structs.replace(agreement.reference, legal_basis=laws),
        occasion=msgspec.structs.replace(agreement.occasion, day=day),
    )
    said = [text.replace("\u00a0", " ") for text in texts(paper(made, "::: dasar-hukum\n:::\n").blocks)]
    return said[1::2]


BASE = law("dasar", "7", 2017, amended_by=("satu", "dua", "tiga"))
FIRST, SECOND, THIRD = law("satu", "8", 2018), law("dua", "9", 2020), law("tiga", "1", 2026)


def test_a_law_never_amended_stands_by_itself(agreement: Agreement) -> None:
    assert listed(agreement, BASE, cited="dasar") == ["Undang-Undang Nomor 7 Tahun 2017 tentang Pemilu."]


def test_a_law_amended_once_names_its_amendment(agreement: Agreement) -> None:
    assert listed(agreement, BASE, FIRST, cited="dasar") == [
        "Undang-Undang Nomor 7 Tahun 2017 tentang Pemilu sebagaimana telah diubah dengan "
        "Undang-Undang Nomor 8 Tahun 2018."
    ]


def test_a_law_amended_several_times_names_the_last(agreement: Agreement) -> None:
    assert listed(agreement, BASE, FIRST, SECOND, cited="dasar") == [
        "Undang-Undang Nomor 7 Tahun 2017 tentang Pemilu sebagaimana telah beberapa kali diubah, terakhir "
        "dengan Undang-Undang Nomor 9 Tahun 2020."
    ]


@pytest.mark.parametrize(
    ("day", "number"), [(date(2019, 1, 1), "8"), (date(2023, 11, 28), "9"), (date(2026, 6, 1), "1")]
)
def test_an_amendment_after_the_signing_is_not_named(agreement: Agreement, day: date, number: str) -> None:
    (line,) = listed(agreement, BASE, FIRST, SECOND, THIRD, cited="dasar", day=day)
    assert line.rpartition("Undang-Undang Nomor ")[2].split()[0] == number


def test_a_gazette_stands_before_the_amendment(agreement: Agreement) -> None:
    printed = msgspec.structs.replace(BASE, gazette="Lembaran Negara Tahun 2017 Nomor 182")
    assert listed(agreement, printed, FIRST, cited="dasar") == [
        "Undang-Undang Nomor 7 Tahun 2017 tentang Pemilu (Lembaran Negara Tahun 2017 Nomor 182) sebagaimana "
        "telah diubah dengan Undang-Undang Nomor 8 Tahun 2018."
    ]


def test_a_law_that_amends_a_cited_one_is_not_listed_on_its_own(agreement: Agreement) -> None:
    assert len(listed(agreement, BASE, FIRST, SECOND, cited="dasar satu dua")) == 1


def test_a_law_that_amends_no_cited_one_is_listed(agreement: Agreement) -> None:
    assert listed(agreement, BASE, FIRST, cited="satu") == [
        "Undang-Undang Nomor 8 Tahun 2018 tentang Pemilu."
    ]


def test_a_law_cited_by_many_is_listed_once(agreement: Agreement) -> None:
    assert len(listed(agreement, FIRST, cited="satu satu")) == 1


def test_laws_of_one_rank_stand_by_age_and_number(agreement: Agreement) -> None:
    laws = (law("c", "11", 2020), law("a", "9", 2020), law("b", "30", 2019))
    assert [line.split(" tentang")[0] for line in listed(agreement, *laws, cited="a b c")] == [
        "Undang-Undang Nomor 30 Tahun 2019",
        "Undang-Undang Nomor 9 Tahun 2020",
        "Undang-Undang Nomor 11 Tahun 2020",
    ]


def test_laws_stand_before_regulations_and_those_before_decisions(agreement: Agreement) -> None:
    laws = (
        law("a", "519", 2017, kind="Keputusan KPU"),
        law("b", "65/PUU-XXI/2023", 2023, kind="Putusan MK"),
        law("c", "15", 2018, kind="PKPU"),
        law("d", "60", 2019, kind="PP"),
        law("e", "7", 2020),
    )
    assert [line.split(" Nomor")[0] for line in listed(agreement, *laws, cited="a b c d e")] == [
        "Undang-Undang",
        "Peraturan Pemerintah",
        "Peraturan Komisi Pemilihan Umum",
        "Putusan Mahkamah Konstitusi",
        "Keputusan Komisi Pemilihan Umum",
    ]


def test_a_number_that_holds_its_year_does_not_say_it_twice(agreement: Agreement) -> None:
    decision = law("mk", "65/PUU-XXI/2023", 2023, kind="Putusan MK", title="Pengujian")
    assert listed(agreement, decision, cited="mk") == [
        "Putusan Mahkamah Konstitusi Nomor 65/PUU-XXI/2023 tentang Pengujian."
    ]


def test_all_but_the_last_law_end_in_a_semicolon(agreement: Agreement) -> None:
    lines = listed(
        agreement, BASE, law("lain", "1", 2020), law("ketiga", "2", 2020), cited="dasar lain ketiga"
    )
    assert [line[-1] for line in lines] == [";", ";", "."]
