"""``bangun-ulang``: made elsewhere and made here are the same bytes, and what differs is said."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.unit.cli.office import Command
from tests.unit.cli.test_reopening import changed

ELSEWHERE = "import sys; from kampanye_tui.cli.main import run; sys.exit(run(lambda *_one: 0, sys.argv[1:]))"
"""Runs the command line in another process."""


@pytest.fixture
def paper(office: Path, kampanye: Command) -> Path:
    """A saved agreement, and its naskah as another process makes it, with another hour and hash seed."""
    kampanye("baru")
    surroundings = {"PYTHONHASHSEED": "4321", "TZ": "Asia/Jayapura", "LC_ALL": "C"}
    subprocess.run(
        [sys.executable, "-c", ELSEWHERE, "ekspor", "--templat", "naskah", "-o", "naskah.pdf"],
        env=os.environ | surroundings,
        capture_output=True,
        check=True,
    )
    return office / "naskah.pdf"


def test_a_file_of_another_process_is_the_same(kampanye: Command, paper: Path) -> None:
    ran = kampanye("bangun-ulang", str(paper))
    assert (ran.code, ran.out) == (0, "naskah.pdf: sama, bita demi bita\n")
    assert "1 berkas dapat dibuat lagi dengan isi yang sama." in ran.err


def test_the_national_pack_is_enough_without_an_office(
    office: Path, kampanye: Command, paper: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    elsewhere = tmp_path / "tanpa-kantor"
    elsewhere.mkdir()
    monkeypatch.chdir(elsewhere)
    assert kampanye("bangun-ulang", str(paper)).code == 0


def test_what_differs_is_told(office: Path, kampanye: Command, paper: Path) -> None:
    changed(paper, "cetak.toml", b"halaman = ", b"halaman = 9")
    (office / "bukan.pdf").write_text("teks")
    ran = kampanye("bangun-ulang", "naskah.pdf", "bukan.pdf")
    assert ran.code == 1
    assert "naskah.pdf: berbeda\n  - lampiran cetak.toml: menyebut 9" in ran.out
    assert "bukan.pdf: Berkas ini bukan PDF." in ran.out
    assert "2 dari 2 berkas tidak dapat dibuat lagi" in ran.err


def test_json_says_the_same(office: Path, kampanye: Command, paper: Path) -> None:
    changed(paper, "cetak.toml", b'zlib = "', b'zlib = "0.')
    (row,) = json.loads(kampanye("bangun-ulang", "naskah.pdf", "--json").out)
    assert (row["nama"], row["hasil"]) == ("naskah.pdf", "berbeda")
    assert len(row["sha256"]) == 64
    assert [one["bagian"] for one in row["di_sini"]] == ["versi"]


def test_a_file_is_needed(kampanye: Command) -> None:
    assert kampanye("bangun-ulang").code == 2
