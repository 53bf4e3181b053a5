"""``pindaian``: scans and mandates kept as evidence from the command line."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from kampanye_tui.model.event import Evidence
from kampanye_tui.store.ledger import open_ledger
from tests.unit.cli.office import Command

ID = "2023-kampanye-damai"
SCAN = b"%PDF-1.7\nasli\n%%EOF\n"
SHA256 = hashlib.sha256(SCAN).hexdigest()
KEEP = ("pindaian", "catat", "asli-1.pdf", "--tentang", "asli yang sudah ditandatangani", "--asli", "1")


@pytest.fixture
def folder(office: Path, kampanye: Command) -> Path:
    """The folder of an agreement; a scan lies in the folder of the office."""
    kampanye("baru")
    Path("asli-1.pdf").write_bytes(SCAN)
    return office / "naskah" / ID


def events(folder: Path) -> tuple[Evidence, ...]:
    """Return what the ledger says was kept."""
    return open_ledger(folder, ID).book.events


def test_a_scan_is_kept_under_its_hash_and_recorded(folder: Path, kampanye: Command) -> None:
    ran = kampanye(*KEEP)
    (event,) = events(folder)
    assert (ran.code, ran.out.strip(), event.sha256, event.original) == (0, SHA256, SHA256, 1)


def test_the_bytes_of_a_scan_are_kept(folder: Path, kampanye: Command) -> None:
    kampanye(*KEEP)
    assert (folder / "bukti" / f"{SHA256}.pdf").read_bytes() == SCAN


def test_the_same_scan_again_is_declined(folder: Path, kampanye: Command) -> None:
    kampanye(*KEEP)
    ran = kampanye(*KEEP)
    assert (ran.code, "sudah disimpan" in ran.err, len(events(folder))) == (1, True, 1)


def test_what_is_refused_leaves_no_file(folder: Path, kampanye: Command) -> None:
    ran = kampanye("pindaian", "catat", "asli-1.pdf", "--tentang", "asli", "--asli", "99")
    assert (ran.code, (folder / "bukti").exists(), events(folder)) == (2, False, ())


def test_what_is_no_scan_is_refused(folder: Path, kampanye: Command) -> None:
    Path("asli-1.pdf").write_bytes(b"PK")
    ran = kampanye(*KEEP)
    assert (ran.code, "bukan PDF, JPEG, atau PNG" in ran.err) == (2, True)


def test_the_list_shows_what_is_kept(folder: Path, kampanye: Command) -> None:
    kampanye(*KEEP)
    (row,) = json.loads(kampanye("pindaian", "daftar", "--json").out)
    assert (row["sha256"], row["asli"], row["nama"]) == (SHA256, 1, "asli-1.pdf")


def test_an_empty_list_says_so(folder: Path, kampanye: Command) -> None:
    assert kampanye("pindaian", "daftar").err == "Belum ada berkas yang disimpan sebagai bukti.\n"


def test_a_scan_stands_among_the_copies(folder: Path, kampanye: Command) -> None:
    kampanye(*KEEP)
    rows = json.loads(kampanye("salinan", "daftar", "--json").out)
    assert [(row["nomor"], row["keadaan"]) for row in rows if row["bentuk"] == "pindaian"] == [
        (1, "disimpan")
    ]


def test_a_scan_that_was_changed_is_found(folder: Path, kampanye: Command) -> None:
    kampanye(*KEEP)
    (folder / "bukti" / f"{SHA256}.pdf").write_bytes(b"lain")
    ran = kampanye("verifikasi", ID)
    assert (ran.code, f"bukti/{SHA256}.pdf" in ran.err) == (1, True)


def test_a_scan_that_is_shown_is_known_by_its_bytes(folder: Path, kampanye: Command) -> None:
    kampanye(*KEEP)
    ran = kampanye("verifikasi", ID, "asli-1.pdf")
    assert (ran.code, "dicatat sebagai bukti asli-1.pdf" in ran.out) == (0, True)
