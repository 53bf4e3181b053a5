"""Handing over and receipts as a table for Excel: the list to fill in, and a filled one read as events."""

from __future__ import annotations

import csv
import io
from datetime import timedelta

import pytest

from kampanye_tui.agreement.receipt_table import read_receipts, receipt_table
from kampanye_tui.model.agreement import CopyForm
from kampanye_tui.model.event import CopyDeed
from kampanye_tui.model.problem import Refused

from .test_copying import AT, BASE, WHO, Book

HEAD = "bentuk;nomor;untuk;diserahkan;kepada;sebagai;diterima;penerima;kapasitas\r\n"
NOW = AT + timedelta(days=40)


def entered(text, book):
    data = (HEAD + text).encode()
    return read_receipts(BASE, book.events, data, "penyerahan.csv", recorded=NOW, operator="ani")


def told(text, book):
    """Return number, deed, person and day of what a table records."""
    return [(one.copy, one.deed.value, one.receiver, f"{one.occurred:%d-%m}") for one in entered(text, book)]


def problems_of(text, book):
    with pytest.raises(Refused) as caught:
        entered(text, book)
    return [(one.line, one.key, one.what) for one in caught.value.problems]


def rows_of(book):
    text = receipt_table(BASE, book.events).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=";"))


@pytest.fixture
def book():
    """Both salinan are printed."""
    return Book().print()


def test_the_list_has_a_row_for_each_copy_that_is_printed(book):
    assert [(row["bentuk"], row["nomor"], row["untuk"]) for row in rows_of(book)] == [
        ("salinan", "1", "Partai-A"),
        ("salinan", "2", "Partai-B"),
    ]


def test_the_list_leaves_out_what_is_received_and_what_was_never_printed(book):
    book.do(CopyDeed.HANDED_OVER, **WHO)
    book.do(CopyDeed.RECEIVED)
    assert [row["nomor"] for row in rows_of(book)] == ["2"]


def test_the_list_leaves_out_a_copy_that_nobody_is_given_any_more(book):
    assert [row["nomor"] for row in rows_of(book.correct(2).close().print())] == ["3", "4"]


def test_the_list_keeps_a_copy_of_an_earlier_closing_whose_receipt_is_awaited(book):
    book.do(CopyDeed.HANDED_OVER, **WHO)
    assert [row["nomor"] for row in rows_of(book.correct(2).close().print())] == ["1", "3", "4"]


def test_the_list_repeats_what_is_known_of_a_handing_over(book):
    book.do(CopyDeed.HANDED_OVER, **WHO)
    row = rows_of(book)[0]
    assert (row["diserahkan"], row["kepada"], row["sebagai"]) == ("28-11-2023 12.00", "Sari", "sekretaris")


def test_a_list_that_nobody_filled_records_nothing(book):
    book.do(CopyDeed.HANDED_OVER, **WHO)
    data = receipt_table(BASE, book.events)
    assert read_receipts(BASE, book.events, data, "x.csv", recorded=NOW, operator="ani") == ()


def test_a_row_records_a_handing_over_and_its_receipt(book):
    row = "salinan;1;Partai-A;28-11-2023;Sari;LO;30-11-2023;;\r\n"
    assert told(row, book) == [(1, "serah", "Sari", "28-11"), (1, "terima", "Sari", "30-11")]


def test_deeds_come_in_the_order_of_their_days(book):
    rows = "salinan;1;;30-11-2023;Sari;LO;1-12-2023;Tono;ketua\r\n"
    rows += "salinan;2;;29-11-2023;Budi;kurir;30-11-2023;;\r\n"
    assert told(rows, book) == [
        (2, "serah", "Budi", "29-11"),
        (1, "serah", "Sari", "30-11"),
        (2, "terima", "Budi", "30-11"),
        (1, "terima", "Tono", "01-12"),
    ]


def test_both_on_one_day_of_which_no_hour_is_known(book):
    row = ";1;;28-11-2023;Sari;LO;28-11-2023;;\r\n"
    assert [deed for _number, deed, _who, _day in told(row, book)] == ["serah", "terima"]


def test_a_receipt_is_added_to_a_handing_over_that_is_known(book):
    book.do(CopyDeed.HANDED_OVER, **WHO)
    row = "salinan;1;;28-11-2023 12.00;Sari;sekretaris;30-11-2023;;\r\n"
    assert told(row, book) == [(1, "terima", "Sari", "30-11")]


def test_an_original_is_named_as_one():
    book = Book().print(CopyForm.ORIGINAL)
    (event,) = entered("asli;1;;28-11-2023;Sari;LO;;;\r\n", book)
    assert event.form == "asli"


@pytest.mark.parametrize(
    ("row", "column", "what"),
    [
        ("salinan;9;;28-11-2023;Sari;LO;;;", "nomor", "tidak ada salinan nomor 9"),
        ("salinan;;;28-11-2023;Sari;LO;;;", "nomor", 'kolom "nomor" kosong'),
        ("kopi;1;;28-11-2023;Sari;LO;;;", "bentuk", '"kopi" tidak termasuk pilihan'),
        ("salinan;1;;;Sari;LO;;;", "diserahkan", "tanggalnya belum diisi"),
        ("salinan;1;;11.15;Sari;LO;;;", "diserahkan", "tanggalnya belum disebut"),
        ("salinan;1;;besok;Sari;LO;;;", "diserahkan", '"besok" bukan waktu'),
        ("salinan;1;;28-11-2023;;LO;;;", "diserahkan", "nama penerima dan kapasitasnya belum lengkap"),
        ("salinan;1;;28-11-2023;#NAME?;LO;;;", "kepada", 'berisi "#NAME?": Excel mengira teks'),
        ("salinan;1;;;;;30-11-2023;#REF!;LO", "penerima", 'berisi "#REF!": Excel mengira teks'),
        ("salinan;1;;27-11-2023;Sari;LO;;;", "diserahkan", "salinan nomor 1 pada 27-11-2023 belum dicetak"),
        (
            "salinan;1;;;;;30-11-2023;;",
            "diterima",
            "salinan nomor 1 tidak dapat dicatat diterima: belum diserahkan",
        ),
    ],
)
def test_what_cannot_be_recorded_is_told_with_its_place(book, row, column, what):
    ((line, at, said),) = problems_of(f"{row}\r\n", book)
    assert (line, at) == (2, column)
    assert said.startswith(what)


def test_another_handing_over_than_the_recorded_one_is_refused(book):
    book.do(CopyDeed.HANDED_OVER, **WHO)
    assert problems_of("salinan;1;;29-11-2023;Tono;LO;;;\r\n", book) == [
        (2, "diserahkan", "sudah tercatat diserahkan kepada Sari (sekretaris), 28-11-2023 12.00")
    ]


def test_another_hour_than_the_recorded_one_is_refused(book):
    book.do(CopyDeed.HANDED_OVER, **WHO)
    assert problems_of("salinan;1;;28-11-2023 12.30;Sari;sekretaris;;;\r\n", book) == [
        (2, "diserahkan", "sudah tercatat diserahkan kepada Sari (sekretaris), 28-11-2023 12.00")
    ]


def test_the_day_of_the_recorded_handing_over_says_no_other_hour(book):
    book.do(CopyDeed.HANDED_OVER, **WHO)
    row = "salinan;1;;28-11-2023;Sari;sekretaris;30-11-2023;;\r\n"
    assert told(row, book) == [(1, "terima", "Sari", "30-11")]


def test_a_name_with_two_blanks_comes_back_as_it_was(book):
    book.do(CopyDeed.HANDED_OVER, receiver="Sari  Dewi", capacity="wakil  ketua")
    data = receipt_table(BASE, book.events)
    assert read_receipts(BASE, book.events, data, "x.csv", recorded=NOW, operator="ani") == ()


def test_a_receipt_on_a_day_before_its_own_handing_over_is_told_of_the_two_days(book):
    assert problems_of("salinan;1;;30-11-2023;Sari;LO;29-11-2023;;\r\n", book) == [
        (2, "diterima", "29-11-2023 mendahului penyerahannya, 30-11-2023")
    ]


def test_a_receipt_comes_after_its_own_handing_over_also_where_its_hour_is_unknown(book):
    row = "salinan;1;;28-11-2023 14.00;Sari;LO;28-11-2023;;\r\n"
    assert [deed for _number, deed, _who, _day in told(row, book)] == ["serah", "terima"]


@pytest.mark.parametrize(
    "row", ["salinan;1;;besok;Sari;LO;30-11-2023;;", "salinan;1;;28-11-2023;;LO;30-11-2023;;"]
)
def test_a_receipt_is_not_blamed_for_a_handing_over_that_cannot_be_recorded(book, row):
    assert [column for _line, column, _what in problems_of(f"{row}\r\n", book)] == ["diserahkan"]


def test_a_copy_stands_in_one_row(book):
    row = "salinan;1;;28-11-2023;Sari;LO;;;\r\n"
    assert problems_of(row * 2, book) == [(3, "nomor", "salinan ini sudah ada pada baris 2")]


def test_one_wrong_row_keeps_back_the_others(book):
    assert (
        len(problems_of("salinan;1;;28-11-2023;Sari;LO;;;\r\nsalinan;9;;28-11-2023;Sari;LO;;;\r\n", book))
        == 1
    )
