"""What people type, as they type it."""

from datetime import date, time

import pytest

from kampanye_tui.agreement.entries import (
    ballot_number_of,
    clause_text_of,
    day_of,
    hour_of,
    id_from,
    id_of,
    line_of,
    number_format_of,
    signing_group_of,
)
from kampanye_tui.model.problem import Refused

DAYS = ["2023-11-28", "28-11-2023", "28/11/2023", "28.11.2023", "28 November 2023", "28 nov 2023"]
HOURS = {"9": time(9), "09.00": time(9), "09:30": time(9, 30), "09:30:00": time(9, 30), "00.00": time(0)}


@pytest.mark.parametrize("typed", [*DAYS, "Selasa, 28 November 2023", " 28 NOVEMBER 2023 "])
def test_a_day_is_read_as_people_write_it(typed):
    assert day_of(typed) == date(2023, 11, 28)


@pytest.mark.parametrize("typed", HOURS)
def test_an_hour_is_read_as_people_write_it(typed):
    assert hour_of(typed) == HOURS[typed]


@pytest.mark.parametrize("read", [day_of, hour_of, ballot_number_of, signing_group_of])
def test_an_empty_value_is_not_known_yet(read):
    assert read("  ") is None


def test_a_group_of_signers_is_read():
    assert signing_group_of(" 9 ") == 9


def test_a_ballot_number_is_read():
    assert ballot_number_of(" 24 ") == 24


def test_a_form_of_numbers_is_read_as_it_stands():
    assert number_format_of(" {urut}/PL.01/{tahun} ") == "{urut}/PL.01/{tahun}"


def test_an_empty_form_says_nothing():
    assert number_format_of("") == ""


def test_a_line_is_taken_without_blanks_around_it():
    assert line_of("  Jl. Raya [b] 1 ") == "Jl. Raya [b] 1"


def test_an_id_is_taken_without_blanks_around_it():
    assert id_of(" partai-a ") == "partai-a"


REFUSED = {
    "a day that is no day": (day_of, "besok", "bukan tanggal"),
    "a day that no calendar has": (day_of, "31-02-2024", "bukan tanggal"),
    "a month before the day": (day_of, "11/28/2023", "bukan tanggal"),
    "a month that may be two": (day_of, "28 Ju 2023", "bukan tanggal"),
    "a year of two digits": (day_of, "28-11-23", "bukan tanggal"),
    "a weekday that does not fit": (day_of, "Senin, 28 November 2023", "bukan tanggal"),
    "an hour past midnight": (hour_of, "24.00", "bukan jam"),
    "a minute too many": (hour_of, "9.60", "bukan jam"),
    "a zone": (hour_of, "09.00 WIB", "tanpa zona waktu"),
    "a ballot number of zero": (ballot_number_of, "0", "nilai terkecil 1"),
    "a ballot number in words": (ballot_number_of, "tujuh", "bukan nomor urut"),
    "a ballot number below zero": (ballot_number_of, "-1", "bukan nomor urut"),
    "a ballot number of thousands of digits": (ballot_number_of, "9" * 5000, "bukan nomor urut"),
    "a group beyond the last": (signing_group_of, "10", "1 sampai 9"),
    "a group of zero": (signing_group_of, "0", "1 sampai 9"),
    "a group in digits of another script": (signing_group_of, "٣", "1 sampai 9"),
    "digits of another script": (ballot_number_of, "٣", "bukan nomor urut"),
    "a line with an escape": (line_of, "Jl.\x1b[31m", "karakter tak terlihat"),
    "a line with a lost character": (line_of, "Jl. Caf\ufffd", "huruf ke-8 tidak terbaca"),
    "words with a lost character": (clause_text_of, "Satu.\n\nDu\ufffd.", "huruf ke-3 tidak terbaca"),
    "a line that is two": (line_of, "a\nb", "karakter tak terlihat"),
    "an id with capitals": (id_of, "Partai", "huruf kecil"),
    "an id that is empty": (id_of, "", "huruf kecil"),
    "a token that is none": (number_format_of, "{urut}/{x}", "yang dikenal: {urut}"),
    "a form without a number": (number_format_of, "PL.01/{tahun}", "tidak memuat {urut}"),
    "a stray brace in a form": (number_format_of, "{urut}/{", "bukan isian nomor"),
}


@pytest.mark.parametrize("what", REFUSED)
def test_what_cannot_be_read_is_refused_in_words(what):
    read, typed, told = REFUSED[what]
    with pytest.raises(Refused) as refused:
        read(typed)
    assert told in refused.value.problems[0].what


@pytest.mark.parametrize("typed", ["Satu.\r\n\r\nDua.\r\n", "Satu.  \n\t\nDua.\n\n", "\nSatu.\n\nDua."])
def test_the_words_of_a_clause_have_plain_line_ends(typed):
    assert clause_text_of(typed) == "Satu.\n\nDua."


@pytest.mark.parametrize("typed", ["", " \n\n "])
def test_a_clause_without_words_is_refused(typed):
    with pytest.raises(Refused, match="Teks klausul kosong"):
        clause_text_of(typed)


def test_every_line_with_an_unseen_character_is_told():
    with pytest.raises(Refused) as refused:
        clause_text_of("Sa\u200btu.\n\nDu\u200ba.", file="teks.txt")
    assert [(one.file, one.line) for one in refused.value.problems] == [("teks.txt", 1), ("teks.txt", 3)]


def test_words_of_an_option_are_told_with_the_option():
    with pytest.raises(Refused, match='opsi "--teks": karakter'):
        clause_text_of("Sa\u200btu.", option="--teks")


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("Forum Kerukunan Umat Beragama", "forum-kerukunan-umat-beragama"),
        ("Café *X* ../[b]", "cafe-x-b"),
        ("FKUB", "fkub-2"),
        ("…", "pihak"),
        ("a" * 200, "a" * 60),
    ],
)
def test_an_id_is_made_of_a_name(name: str, made: str) -> None:
    assert id_from(name, ["fkub"], "pihak") == made
