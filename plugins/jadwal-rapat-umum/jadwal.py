"""``jadwal.csv`` → rallies, which of them clash, and how they are written; nothing of the program."""

import csv
import io
import re
from datetime import date, time
from itertools import combinations
from typing import NamedTuple

FILE = "jadwal.csv"
COLUMNS = ["tanggal", "mulai", "selesai", "tempat", "peserta"]
DAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
MONTHS = (
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


class Rally(NamedTuple):
    """A row of the schedule; ordered as it is printed."""

    day: date
    start: time
    end: time
    place: str
    contestant: str
    line: int


def read_schedule(data):
    """Return the rallies of a file, and in words what is wrong with the other rows."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return [], ["isinya bukan teks UTF-8; simpan ulang sebagai CSV UTF-8"]
    head = text.partition("\n")[0]
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=";" if ";" in head else ",")
    try:
        rows = [(reader.line_num, [" ".join(cell.split()) for cell in row]) for row in reader]
    except csv.Error:
        return [], ["isinya bukan tabel CSV; simpan ulang sebagai CSV UTF-8"]
    if not rows or [cell.lower() for cell in rows[0][1]] != COLUMNS:
        return [], [f"baris 1: judul kolomnya harus {', '.join(COLUMNS)}"]
    rallies, faults = [], []
    for line, cells in rows[1:]:
        if any(cells):
            try:
                rallies.append(rally(cells, line))
            except ValueError as error:
                faults.append(f"baris {line}: {error}")
    return rallies, faults


def rally(cells, line):
    """Return the rally of a row; raises ValueError with what is wrong."""
    if len(cells) != len(COLUMNS) or not all(cells):
        raise ValueError(f"isi kelima kolomnya: {', '.join(COLUMNS)}")
    if any("|" in cell for cell in cells):
        raise ValueError("tanda | tidak dapat dipakai; ganti dengan kata")
    start, end = clock(cells[1]), clock(cells[2])
    if start >= end:
        raise ValueError(f"mulai pukul {cells[1]} tidak lebih awal daripada selesai pukul {cells[2]}")
    return Rally(day_of(cells[0]), start, end, cells[3], cells[4], line)


def day_of(cell):
    """Return a day, written as 2024-01-21 or, as Excel does, 21/01/2024."""
    turned = re.sub(r"([0-9]{1,2})[/-]([0-9]{1,2})[/-]([0-9]{4})", r"\3-\2-\1", cell)
    try:
        return date(*map(int, turned.split("-")))
    except (TypeError, ValueError):
        raise ValueError(f'"{cell}" bukan tanggal; tulis seperti 2024-01-21') from None


def clock(cell):
    parts = re.fullmatch(r"([0-2]?[0-9])[.:]([0-5][0-9])", cell, re.ASCII)
    if parts is None or int(parts[1]) > 23:
        raise ValueError(f'"{cell}" bukan jam; tulis seperti 09.00')
    return time(int(parts[1]), int(parts[2]))


def clashes(rallies):
    """Return each two rallies in one place at one time; one that begins when another ends is no clash."""
    return [
        (first, second)
        for first, second in combinations(sorted(rallies), 2)
        if (first.day, first.place.casefold()) == (second.day, second.place.casefold())
        and first.start < second.end
        and second.start < first.end
    ]


def long_day(day):
    return f"{DAYS[day.weekday()]}, {day.day} {MONTHS[day.month - 1]} {day.year}"


def hours(rally):
    return f"{rally.start:%H.%M} s.d. {rally.end:%H.%M}"


def markdown(text):
    """Return text so that it prints as it is: no sign in it is markup, no brace a placeholder."""
    doubled = text.replace("{", "{{").replace("}", "}}")
    return re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", doubled)
