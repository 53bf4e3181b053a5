"""Everything that the ledger says of one copy, as an operator reads it."""

from __future__ import annotations

from datetime import timedelta

from kampanye_tui.agreement.copy_history import copy_history, deed_words
from kampanye_tui.agreement.facts import corrected
from kampanye_tui.model.agreement import CopyForm
from kampanye_tui.model.event import CopyDeed

from .making import changed
from .test_copying import AT, BASE, SAID, WHO, Book

COPY = CopyForm.COPY


def history(book, number=1):
    return copy_history(BASE, book.events, "salinan", number)


def test_a_planned_copy_has_no_history():
    assert history(Book()) == ("Belum dicetak.",)


def test_the_last_deed_comes_first_with_its_hour_in_the_zone_of_the_region():
    book = Book().print()
    book.do(CopyDeed.HANDED_OVER, **WHO)
    assert history(book) == (
        "28-11-2023 12.00 diserahkan kepada Sari (sekretaris). Dicatat ani, kejadian nomor 5.",
        "28-11-2023 12.00 dicetak, 9 halaman. Dicatat ani, kejadian nomor 3.",
    )


def test_a_day_without_an_hour_has_none():
    book = Book().print()
    book.do(CopyDeed.HANDED_OVER, **WHO)
    book.do(CopyDeed.RECEIVED, occurred=AT.replace(hour=17) + timedelta(days=1))
    assert history(book)[0].startswith("30-11-2023 diterima oleh Sari (sekretaris)")


def test_what_was_taken_back_says_why():
    book = Book().print()
    made = book.do(CopyDeed.HANDED_OVER, **WHO)
    book.add(corrected(book.events, made.number, "salah orang", **SAID)[1])
    assert " Tidak berlaku: salah orang. " in history(book)[0]


def test_another_copy_is_another_history():
    book = Book().print()
    book.do(CopyDeed.SPOILED, 2, reason="tersobek")
    assert len(history(book)) == 1


def test_a_spoiled_copy_says_what_happened_to_it():
    assert deed_words(Book().print().do(CopyDeed.SPOILED, reason="tersobek")) == "rusak; tersobek"


def test_a_person_that_only_the_ledger_of_a_stranger_names_is_told_all_the_same():
    given = Book().print().do(CopyDeed.SPOILED, reason="tersobek")
    assert deed_words(changed(given, **WHO)) == "rusak atas nama Sari (sekretaris); tersobek"
