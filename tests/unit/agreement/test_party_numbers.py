"""Numbers that institutions give to shared papers themselves."""

from __future__ import annotations

import pytest

from kampanye_tui.agreement.finalising import revised
from kampanye_tui.agreement.fingerprint import occasion_digest, text_digest
from kampanye_tui.agreement.party_numbers import with_own_number
from kampanye_tui.model.problem import Refused

from .making import changed
from .test_copying import Book


def test_a_pihak_gets_the_number_that_it_gave(agreement):
    polres = with_own_number(agreement, "polres", "naskah", "B/812/XI/2023").party("polres")
    assert (polres.numbers, polres.has_own_number) == ({"naskah": "B/812/XI/2023"}, True)


def test_a_number_that_is_taken_out_leaves_its_line(agreement):
    numbered = with_own_number(agreement, "polres", "naskah", "B/812/XI/2023")
    polres = with_own_number(numbered, "polres", "naskah", "").party("polres")
    assert (polres.numbers, polres.has_own_number) == ({}, True)


def test_a_number_is_no_part_of_what_was_agreed_or_of_the_day(agreement):
    numbered = with_own_number(agreement, "polres", "naskah", "B/812/XI/2023")
    assert (text_digest(numbered), occasion_digest(numbered)) == (
        text_digest(agreement),
        occasion_digest(agreement),
    )


def test_a_number_for_a_final_text_makes_no_revision():
    book = Book()
    numbered = with_own_number(book.agreement, "partai-a", "naskah", "12/A")
    assert revised(numbered, book.events).revision == 1


def test_no_two_pihak_give_a_paper_the_same_number(agreement):
    numbered = with_own_number(agreement, "polres", "naskah", "B/812/XI/2023")
    with pytest.raises(Refused, match='Nomor "B/812/XI/2023" pada naskah sudah dicatat untuk Polres'):
        with_own_number(numbered, "kejari", "naskah", "B/812/XI/2023")


def test_one_number_may_stand_on_two_papers(agreement):
    numbered = with_own_number(agreement, "polres", "naskah", "B/812/XI/2023")
    again = with_own_number(numbered, "kejari", "berita-acara-kesepakatan", "B/812/XI/2023")
    assert again.party("kejari").numbers == {"berita-acara-kesepakatan": "B/812/XI/2023"}


def test_the_number_of_the_office_is_no_number_of_a_pihak(agreement):
    numbered = changed(agreement, numbers={"naskah": "12/KPU/2023"})
    with pytest.raises(Refused, match='"12/KPU/2023" adalah nomor kantor'):
        with_own_number(numbered, "polres", "naskah", "12/KPU/2023")


def test_the_office_records_its_own_number_in_the_register(agreement):
    with pytest.raises(Refused, match="register kantor"):
        with_own_number(agreement, "penyelenggara", "naskah", "12/KPU/2023")
