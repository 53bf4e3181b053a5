"""The Python pack of rallies: no two in one place at one time, and a paper whose words stay plain."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from shutil import copytree, ignore_patterns

import pytest

from kampanye_tui.agreement.checks import run
from kampanye_tui.agreement.compose import compose
from kampanye_tui.agreement.state import state
from kampanye_tui.document.build import build
from kampanye_tui.formats.text import text_of
from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.document import Table
from kampanye_tui.model.finding import Finding, Level
from kampanye_tui.model.office import Acceptance, Configuration, PackChoice
from kampanye_tui.model.pack import PackState
from kampanye_tui.plugin.folder import read_folder
from kampanye_tui.plugin.library import Library, open_library
from tests.packs.regional_office import DAYS, ROOT, regional_office

PACK = "jadwal-rapat-umum"
FOLDER = ROOT / "plugins" / PACK
HEAD = "tanggal;mulai;selesai;tempat;peserta\n"
CLASHES = (
    HEAD
    + "2024-01-21;09.00;12.00;Lapangan Utara;Partai Buruh\n"
    + "2024-01-21;12.00;15.00;Lapangan Utara;Partai NasDem\n"
    + "2024-01-21;11.00;13.00;lapangan  utara;Partai Ummat\n"
    + "2024-01-21;11.00;13.00;Lapangan Selatan;Partai Demokrat\n"
    + "2024-01-22;11.00;13.00;Lapangan Utara;Partai Bulan Bintang\n"
)
"""The third rally falls into the first and into the second; the second begins when the first ends."""


def office(root: Path, schedule: str | bytes) -> Library:
    """Return the library of an office that accepted the pack with this schedule."""
    pack = copytree(FOLDER, root / PACK, ignore=ignore_patterns("__pycache__"))
    (pack / "jadwal.csv").write_bytes(schedule.encode() if isinstance(schedule, str) else schedule)
    accepted = (Acceptance(id=PACK, fingerprint=read_folder(pack, PACK).fingerprint),)
    packs = PackChoice(folders=(str(root),), accepted=accepted)
    return open_library(packs, root, "36.74", "pemilu-2024", DAYS["pemilu-2024"], "kampanye.toml")


@cache
def draft() -> Agreement:
    return regional_office("36.74").agreement


def found(library: Library) -> list[Finding]:
    """Return what the rules of the pack find."""
    told = run(draft(), library.reference, library.rules)
    return [one for one in told if one.rule.startswith("jadwal-")]


def cells(library: Library) -> list[list[str]]:
    """Return the rows of the paper's table."""
    template = library.template(PACK)
    paper = build(template, draft(), state(draft()), templates=library.templates)
    (table,) = (block for block in paper.blocks if isinstance(block, Table))
    return [["".join(run.text for run in cell) for cell in row] for row in table.rows]


def test_the_sample_accepts_the_bytes_of_the_pack(configuration: Configuration) -> None:
    accepted = {acceptance.id: acceptance.fingerprint for acceptance in configuration.packs.accepted}
    assert accepted[PACK] == read_folder(FOLDER, PACK).fingerprint


def test_the_foot_of_the_paper_has_room_for_its_words(library: Library) -> None:
    paper = build(library.template(PACK), draft(), state(draft()), templates=library.templates)
    assert paper.furniture.foot.rpartition(" · ")[2] == "Jadwal Rapat Umum"


def test_the_pack_waits_where_its_schedule_is_not_the_accepted_one(tmp_path: Path) -> None:
    office(tmp_path, HEAD)
    (tmp_path / PACK / "jadwal.csv").write_text(CLASHES)
    accepted = (Acceptance(id=PACK, fingerprint=read_folder(FOLDER, PACK).fingerprint),)
    packs = PackChoice(folders=(str(tmp_path),), accepted=accepted)
    library = open_library(packs, tmp_path, "36.74", "pemilu-2024", None, "kampanye.toml")
    assert library.host.statuses[PACK].state is PackState.WAITING


def test_the_schedule_of_the_sample_is_without_findings(library: Library) -> None:
    assert found(library) == []


def test_two_clashes_are_two_findings_with_place_hours_and_rows(tmp_path: Path) -> None:
    told = [one.message for one in found(office(tmp_path, CLASHES)) if one.rule == "jadwal-tanpa-benturan"]
    assert told == [
        "Rapat umum di Lapangan Utara pada Minggu, 21 Januari 2024 bersamaan: Partai Buruh pukul 09.00 s.d. "
        "12.00 dan Partai Ummat pukul 11.00 s.d. 13.00. Ubah baris 2 atau baris 4 pada jadwal.csv.",
        "Rapat umum di lapangan utara pada Minggu, 21 Januari 2024 bersamaan: Partai Ummat pukul 11.00 s.d. "
        "13.00 dan Partai NasDem pukul 12.00 s.d. 15.00. Ubah baris 4 atau baris 3 pada jadwal.csv.",
    ]


def test_a_clash_stands_in_the_way_of_a_final_text(tmp_path: Path) -> None:
    assert {one.level for one in found(office(tmp_path, CLASHES))} == {Level.REQUIRED}


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("2024-02-30;09.00;12.00;A;Partai Buruh", '"2024-02-30" bukan tanggal; tulis seperti 2024-01-21'),
        ("besok;09.00;12.00;A;Partai Buruh", '"besok" bukan tanggal; tulis seperti 2024-01-21'),
        ("2024-01-21;24.00;12.00;A;Partai Buruh", '"24.00" bukan jam; tulis seperti 09.00'),
        (
            "2024-01-21;12.00;12.00;A;Partai Buruh",
            "mulai pukul 12.00 tidak lebih awal daripada selesai pukul 12.00",
        ),
        (
            "2024-01-21;09.00;12.00;;Partai Buruh",
            "isi kelima kolomnya: tanggal, mulai, selesai, tempat, peserta",
        ),
        ("2024-01-21;09.00;12.00;A | B;Partai Buruh", "tanda | tidak dapat dipakai; ganti dengan kata"),
    ],
)
def test_a_row_that_cannot_be_read_is_a_finding_with_its_line(row: str, told: str, tmp_path: Path) -> None:
    messages = [one.message for one in found(office(tmp_path, f"{HEAD}\n{row}\n"))]
    assert messages == [f"jadwal.csv, baris 3: {told}."]


@pytest.mark.parametrize(
    ("schedule", "told"),
    [
        (b"\xff\xfe", "jadwal.csv, isinya bukan teks UTF-8; simpan ulang sebagai CSV UTF-8."),
        ("", "jadwal.csv, baris 1: judul kolomnya harus tanggal, mulai, selesai, tempat, peserta."),
        (
            "tanggal;jam\n",
            "jadwal.csv, baris 1: judul kolomnya harus tanggal, mulai, selesai, tempat, peserta.",
        ),
        (f"{HEAD}{140_000 * 'x'}", "jadwal.csv, isinya bukan tabel CSV; simpan ulang sebagai CSV UTF-8."),
    ],
)
def test_a_file_that_cannot_be_read_is_a_finding(schedule: str | bytes, told: str, tmp_path: Path) -> None:
    assert [one.message for one in found(office(tmp_path, schedule))] == [told]


def test_a_schedule_that_cannot_be_read_whole_is_not_printed(tmp_path: Path) -> None:
    library = office(tmp_path, f"{CLASHES}besok;09.00;12.00;A;Partai Buruh\n")
    assert f"{PACK}/{PACK}" not in library.templates


def test_a_schedule_as_excel_saves_it_is_read(tmp_path: Path) -> None:
    rows = HEAD + "21/01/2024;9:00;12:00;Lapangan Utara;Partai Buruh\n"
    library = office(tmp_path, b"\xef\xbb\xbf" + rows.replace("\n", "\r\n").encode())
    assert cells(library) == [
        ["1", "Minggu, 21 Januari 2024", "09.00 s.d. 12.00", "Lapangan Utara", "Partai Buruh"]
    ]


def test_the_paper_is_in_the_order_of_days_and_hours(tmp_path: Path) -> None:
    assert [row[0:2] + row[4:] for row in cells(office(tmp_path, CLASHES))] == [
        ["1", "Minggu, 21 Januari 2024", "Partai Buruh"],
        ["2", "Minggu, 21 Januari 2024", "Partai Demokrat"],
        ["3", "Minggu, 21 Januari 2024", "Partai Ummat"],
        ["4", "Minggu, 21 Januari 2024", "Partai NasDem"],
        ["5", "Senin, 22 Januari 2024", "Partai Bulan Bintang"],
    ]


@pytest.mark.parametrize(
    "place", ["*Utara*", "{nama_kantor}", "{x", "a}", "# Utara", "\\*", "::: kop", "<b>U</b>"]
)
def test_words_of_the_table_are_neither_markup_nor_placeholders(place: str, tmp_path: Path) -> None:
    library = office(tmp_path, f"{HEAD}2024-01-21;09.00;12.00;{place};Partai Buruh\n")
    assert cells(library)[0][3] == place


def test_a_contestant_that_takes_no_part_is_asked_about(tmp_path: Path) -> None:
    library = office(tmp_path, f"{HEAD}2024-01-21;09.00;12.00;A;Partai Buruuh\n")
    assert [(one.level, one.message) for one in found(library)] == [
        (
            Level.ATTENTION,
            "jadwal.csv baris 2 menyebut Partai Buruuh, yang bukan peserta dalam naskah ini. "
            "Periksa ejaannya.",
        )
    ]


def test_a_contestant_may_be_called_by_its_short_name(tmp_path: Path) -> None:
    assert found(office(tmp_path, f"{HEAD}2024-01-21;09.00;12.00;A;pkb\n")) == []


def test_the_paper_says_whom_to_tell_of_a_change(library: Library, configuration: Configuration) -> None:
    clause_set = library.clause_set(configuration.clauses.clause_set)
    made = compose(configuration, library.reference, clause_set, library.host.packs())
    paper = build(library.template(PACK), made, state(made), templates=library.templates)
    assert "diberitahukan kepada Bawaslu dan Polres Tangerang Selatan." in " ".join(text_of(paper).split())
