"""``pihak``: who takes part, edited one by one or as a table from Excel."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kampanye_tui.cli.main import run
from tests.unit.cli.office import Command, no_screen

ID = "2023-kampanye-damai"


@pytest.fixture
def made(office: Path, kampanye: Command) -> Path:
    """An office with a saved agreement; returns its file."""
    kampanye("baru")
    return office / "naskah" / ID / "naskah.toml"


def party(kampanye: Command, party_id: str) -> dict:
    """Return a pihak as the list has it."""
    rows = json.loads(kampanye("pihak", "daftar", "--json").out)
    return next((row for row in rows if row["id"] == party_id), {})


def test_the_list_shows_who_signs(made: Path, kampanye: Command) -> None:
    kampanye("pihak", "ubah", "bawaslu", "--penandatangan", "Ketua", "Siti")
    (row,) = [row for row in kampanye("pihak", "daftar").out.splitlines() if row.startswith("bawaslu")]
    assert row.endswith("Siti (Ketua)")


def test_an_unnamed_signatory_keeps_the_office(made: Path, kampanye: Command) -> None:
    kampanye("pihak", "ubah", "bawaslu", "--penandatangan", "", "Siti")
    assert party(kampanye, "bawaslu")["penandatangan"] == [
        {"jabatan": "Ketua Bawaslu Kota Tangerang Selatan", "nama": "Siti"}
    ]


def test_a_known_pihak_is_added_by_its_id(made: Path, kampanye: Command) -> None:
    before = made.read_bytes()
    kampanye("pihak", "buang", "kodim")
    kampanye("pihak", "tambah", "kodim")
    assert made.read_bytes() == before


def test_a_party_is_added_at_its_ballot_number(made: Path, kampanye: Command) -> None:
    before = made.read_bytes()
    kampanye("pihak", "buang", "partai-buruh")
    kampanye("pihak", "tambah", "partai-buruh")
    assert made.read_bytes() == before


def test_an_unknown_pihak_needs_a_name_and_a_role(made: Path, kampanye: Command) -> None:
    ran = kampanye("pihak", "tambah", "fkub", "--nama", "FKUB")
    assert (ran.code, ran.err.splitlines()[-1]) == (
        2,
        'Pihak "fkub" tidak dikenal paket mana pun. Isi --nama dan --peran.',
    )


def test_a_pihak_is_not_added_twice(made: Path, kampanye: Command) -> None:
    assert kampanye("pihak", "tambah", "bawaslu").code == 2


def test_the_organiser_stays(made: Path, kampanye: Command) -> None:
    ran = kampanye("pihak", "buang", "penyelenggara")
    assert (ran.code, "tidak dapat dikeluarkan" in ran.err) == (1, True)


def test_a_change_of_nothing_is_refused(made: Path, kampanye: Command) -> None:
    assert kampanye("pihak", "ubah", "bawaslu").code == 2


def test_an_unknown_pihak_is_refused_with_the_one_that_was_meant(made: Path, kampanye: Command) -> None:
    assert 'Mungkin maksudnya "bawaslu"' in kampanye("pihak", "buang", "bawaslo").err


def test_copies_are_counted_anew(made: Path, kampanye: Command) -> None:
    assert kampanye("pihak", "buang", "kodim").out.splitlines()[-1] == (
        "= rencana salinan: disusun ulang, menjadi 3 asli dan 23 salinan"
    )


@pytest.fixture
def table(made: Path, kampanye: Command) -> Path:
    """The pihak as a table, in the folder of the office."""
    kampanye("pihak", "ekspor", "pihak.csv")
    return Path("pihak.csv")


def named(table: Path, encoding: str = "utf-8") -> None:
    """Write a signatory into the table as Excel would save it."""
    lines = table.read_text("utf-8-sig").split("\n")
    lines = [line.rstrip("\n") + "Siti “Ani”" if line.startswith("bawaslu") else line for line in lines]
    table.write_bytes("\r\n".join(lines).encode(encoding))


def test_a_table_as_it_was_written_changes_nothing(table: Path, kampanye: Command) -> None:
    assert kampanye("pihak", "impor", "pihak.csv", "--terapkan").err == "Tidak ada yang berubah.\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_a_table_shows_what_it_would_change(encoding: str, table: Path, kampanye: Command) -> None:
    named(table, encoding)
    assert kampanye("pihak", "impor", "pihak.csv") == (
        0,
        "+ pihak Bawaslu Kota Tangerang Selatan: nama penanda tangan ke-1: “Siti “Ani””\n",
        "Belum disimpan; ulangi dengan --terapkan untuk menyimpan.\n",
    )


def test_a_table_that_is_shown_changes_nothing(made: Path, table: Path, kampanye: Command) -> None:
    named(table)
    before = made.read_bytes()
    kampanye("pihak", "impor", "pihak.csv")
    assert made.read_bytes() == before


def test_a_table_is_applied_when_asked_for(table: Path, kampanye: Command) -> None:
    named(table)
    kampanye("pihak", "impor", "pihak.csv", "--terapkan")
    assert party(kampanye, "bawaslu")["penandatangan"][0]["nama"] == "Siti “Ani”"


def test_an_applied_table_can_be_undone(made: Path, table: Path, kampanye: Command) -> None:
    named(table)
    before = made.read_bytes()
    kampanye("pihak", "impor", "pihak.csv", "--terapkan")
    kampanye("urungkan")
    assert made.read_bytes() == before


def test_a_whole_list_without_the_organiser_is_refused(table: Path, kampanye: Command) -> None:
    table.write_text("id\nbawaslu\n")
    ran = kampanye("pihak", "impor", "pihak.csv", "--ganti-semua", "--terapkan")
    assert (ran.code, 'baris "penyelenggara" tidak ada' in ran.err) == (1, True)


def test_a_table_is_written_to_stdout(office: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    run(no_screen, ["baru"])
    capsysbinary.readouterr()
    run(no_screen, ["pihak", "ekspor"])
    assert capsysbinary.readouterr().out.startswith(b"\xef\xbb\xbfid;nama;singkatan;peran;lembaga;")


def test_another_table_is_not_overwritten_unasked(table: Path, kampanye: Command) -> None:
    table.write_text("milik saya")
    assert (kampanye("pihak", "ekspor", "pihak.csv").code, table.read_text()) == (1, "milik saya")


def test_another_table_is_overwritten_when_asked_for(table: Path, kampanye: Command) -> None:
    table.write_text("milik saya")
    assert kampanye("pihak", "ekspor", "pihak.csv", "--timpa").code == 0


def test_a_table_that_is_not_there_is_told(made: Path, kampanye: Command) -> None:
    assert kampanye("pihak", "impor", "tiada.csv") == (
        2,
        "",
        "tiada.csv: tidak ada. Periksa nama dan foldernya.\n",
    )
