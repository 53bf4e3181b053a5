"""Numbers, days and hours in words."""

from datetime import date, time, timedelta

import pytest
from num2words import num2words

from kampanye_tui.agreement.words import (
    clock,
    date_in_words,
    day_name,
    enumerated,
    long_date,
    number_and_words,
    number_in_words,
)


def test_numbers_to_9999_read_as_num2words_reads_them():
    differing = [n for n in range(10_000) if number_in_words(n) != num2words(n, lang="id")]
    assert differing == []


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "nol"),
        (1, "satu"),
        (10, "sepuluh"),
        (11, "sebelas"),
        (12, "dua belas"),
        (19, "sembilan belas"),
        (20, "dua puluh"),
        (21, "dua puluh satu"),
        (100, "seratus"),
        (101, "seratus satu"),
        (111, "seratus sebelas"),
        (200, "dua ratus"),
        (999, "sembilan ratus sembilan puluh sembilan"),
        (1000, "seribu"),
        (1001, "seribu satu"),
        (1100, "seribu seratus"),
        (2023, "dua ribu dua puluh tiga"),
        (10_000, "sepuluh ribu"),
        (11_000, "sebelas ribu"),
        (100_000, "seratus ribu"),
        (101_001, "seratus satu ribu satu"),
        (
            999_999,
            "sembilan ratus sembilan puluh sembilan ribu sembilan ratus sembilan puluh sembilan",
        ),
    ],
)
def test_a_number_reads_as_papers_write_it(number, words):
    assert number_in_words(number) == words


@pytest.mark.parametrize("number", [-1, 1_000_000])
def test_a_number_outside_the_range_is_refused(number):
    with pytest.raises(ValueError, match=f"{number} is outside 0 to 999999"):
        number_in_words(number)


def test_no_two_numbers_read_alike():
    numbers = range(0, 1_000_000, 37)
    assert len({number_in_words(number) for number in numbers}) == len(numbers)


def test_a_count_shows_digits_and_words():
    assert number_and_words(18) == "18 (delapan belas)"


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (
            date(2023, 11, 28),
            "Selasa, tanggal dua puluh delapan, bulan November, tahun dua ribu dua puluh tiga",
        ),
        (
            date(2024, 2, 29),
            "Kamis, tanggal dua puluh sembilan, bulan Februari, tahun dua ribu dua puluh empat",
        ),
        (date(2000, 1, 1), "Sabtu, tanggal satu, bulan Januari, tahun dua ribu"),
        (
            date(1945, 8, 17),
            "Jumat, tanggal tujuh belas, bulan Agustus, tahun seribu sembilan ratus empat puluh lima",
        ),
        (date(2026, 5, 11), "Senin, tanggal sebelas, bulan Mei, tahun dua ribu dua puluh enam"),
    ],
)
def test_a_day_opens_minutes_in_words(day, words):
    assert date_in_words(day) == words


@pytest.mark.parametrize(
    ("names", "sentence"),
    [
        ([], ""),
        (["KPU"], "KPU"),
        (["KPU", "Bawaslu"], "KPU dan Bawaslu"),
        (["KPU", "Bawaslu", "Polres"], "KPU, Bawaslu, dan Polres"),
        (["KPU", "Bawaslu", "Polres", "Kodim"], "KPU, Bawaslu, Polres, dan Kodim"),
    ],
)
def test_names_are_listed_as_a_sentence_lists_them(names, sentence):
    assert enumerated(names) == sentence


def test_the_days_of_a_week_have_their_names():
    monday = date(2023, 11, 27)
    names = [day_name(monday + timedelta(days=n)) for n in range(7)]
    assert names == ["Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"]


def test_the_months_of_a_year_have_their_names():
    assert [long_date(date(2024, month, 1)) for month in range(1, 13)] == [
        "1 Januari 2024",
        "1 Februari 2024",
        "1 Maret 2024",
        "1 April 2024",
        "1 Mei 2024",
        "1 Juni 2024",
        "1 Juli 2024",
        "1 Agustus 2024",
        "1 September 2024",
        "1 Oktober 2024",
        "1 November 2024",
        "1 Desember 2024",
    ]


@pytest.mark.parametrize(
    ("hour", "zone", "words"),
    [
        (time(9, 0), "WIB", "09.00 WIB"),
        (time(13, 5), "WITA", "13.05 WITA"),
        (time(0, 0), "WIT", "00.00 WIT"),
        (time(23, 59, 59), "WIB", "23.59 WIB"),
    ],
)
def test_an_hour_is_written_with_a_point_and_its_zone(hour, zone, words):
    assert clock(hour, zone) == words
