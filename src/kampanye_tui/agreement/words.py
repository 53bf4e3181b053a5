"""Indonesian words for numbers, days and hours, as official papers write them.

Spelling follows EYD V: ``sebelas``, ``dua belas``, ``dua puluh``, ``seratus``, ``seribu``. Checked against
num2words over 0 to 9,999 in the tests.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, time
from typing import Final

DAYS: Final = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
MONTHS: Final = (
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
)
_UNITS: Final = (
    "nol",
    "satu",
    "dua",
    "tiga",
    "empat",
    "lima",
    "enam",
    "tujuh",
    "delapan",
    "sembilan",
    "sepuluh",
    "sebelas",
)
LARGEST_NUMBER: Final = 999_999


def number_in_words(number: int) -> str:
    """Return ``number`` in words, 0 to 999,999; raises :class:`ValueError` beyond."""
    if not 0 <= number <= LARGEST_NUMBER:
        raise ValueError(f"{number} is outside 0 to {LARGEST_NUMBER}")
    if number < 12:
        return _UNITS[number]
    if number < 20:
        return f"{_UNITS[number - 10]} belas"
    if number < 100:
        return _joined(f"{_UNITS[number // 10]} puluh", number % 10)
    if number < 200:
        return _joined("seratus", number - 100)
    if number < 1000:
        return _joined(f"{_UNITS[number // 100]} ratus", number % 100)
    if number < 2000:
        return _joined("seribu", number - 1000)
    return _joined(f"{number_in_words(number // 1000)} ribu", number % 1000)


def _joined(head: str, rest: int) -> str:
    return f"{head} {number_in_words(rest)}" if rest else head


def number_and_words(number: int) -> str:
    """Return digits and words: ``3 (tiga)``."""
    return f"{number} ({number_in_words(number)})"


def enumerated(names: Sequence[str]) -> str:
    """Return names as a sentence lists them: ``A``, ``A dan B``, ``A, B, dan C``."""
    if len(names) <= 2:
        return " dan ".join(names)
    return f"{', '.join(names[:-1])}, dan {names[-1]}"


def long_date(day: date) -> str:
    """Return ``28 November 2023``."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def day_name(day: date) -> str:
    """Return ``Selasa``."""
    return DAYS[day.weekday()]


def date_in_words(day: date) -> str:
    """Return the opening of a berita acara, without "Pada hari ini".

    ``Selasa, tanggal dua puluh delapan, bulan November, tahun dua ribu dua puluh tiga``.
    """
    return (
        f"{day_name(day)}, tanggal {number_in_words(day.day)}, bulan {MONTHS[day.month - 1]}, "
        f"tahun {number_in_words(day.year)}"
    )


def clock(hour: time, zone: str) -> str:
    """Return an hour as papers write it: ``09.30 WIB``."""
    return f"{hour.hour:02d}.{hour.minute:02d} {zone}"
