"""Roles on the command line: what a role does not allow is declined in words, and nothing is changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kampanye_tui.model.event import Interrupted
from kampanye_tui.model.operator import AtWork
from kampanye_tui.store import at_work
from kampanye_tui.store.ledger import record
from tests.unit.cli.office import Command, Ran, with_signatories

ROLES = {"Siti": "penyusun", "Made": "pengesah", "Budi": "petugas", "Tono": "pembaca"}
THEN = datetime(2023, 11, 28, 2, 15, tzinfo=UTC)
DAY = ("--waktu", "28-11-2023 09.00")
FINAL = ("finalkan", "--waktu", "27-11-2023 09.00")
SIGNED = ("tandatangan", "catat", "1", "menandatangani", *DAY)
BEFORE = {
    ("baru", "lain"): "Siti Made",
    ("acara", "--tempat", "Aula"): "Siti Made",
    ("klausul", "buang", "alat-peraga"): "Siti Made",
    ("pihak", "buang", "partai-ummat"): "Siti Made",
    ("nomor", "catat", "naskah", "12/PL/2023"): "Siti Made",
    FINAL: "Made",
    ("tanggapan", "catat", "1", "alat-peraga", "--setuju", *DAY): "Budi",
}
"""A command that writes while the text is a draft → who may give it."""
AFTER = {
    ("tandatangan", "catat", "2", "menandatangani", *DAY): "Budi",
    ("tandatangan", "hadir", "3", *DAY): "Budi",
    ("jeda", "listrik padam", *DAY): "Budi",
    ("koreksi", "2", "--alasan", "salah tekan", *DAY): "Made",
    ("salinan", "cetak", "--bentuk", "asli", *DAY): "Budi",
}
"""The same once it is final and somebody has signed."""


@pytest.fixture(autouse=True)
def _nobody_afterwards() -> Iterator[None]:
    yield
    at_work.begin(AtWork())


@pytest.fixture
def roles(office: Path) -> Path:
    """The office with a person in each role, and signatories."""
    with_signatories(office)
    with (office / "kampanye.toml").open("a") as stream:
        for name, role in ROLES.items():
            stream.write(f'\n[[operator]]\nnama = "{name}"\nperan = "{role}"\n')
    return office


def kept(office: Path) -> dict[str, bytes]:
    """Return what the office keeps."""
    return {
        str(path): path.read_bytes()
        for path in office.rglob("*")
        if path.is_file() and path.name not in (".kunci", ".indeks") and path.stat().st_size
    }


def not_declined(office: Path, kampanye: Command, commands: Mapping[tuple[str, ...], str]) -> dict[str, Ran]:
    """Return what came of each command for each who may not give it, unless it was declined in words."""
    before, found = kept(office), {}
    for words, may in commands.items():
        for name in ROLES:
            if name not in may.split():
                ran = kampanye("--operator", name, *words)
                declined = (ran.code, ran.err.startswith(f"Peran Anda {ROLES[name]}; ")) == (1, True)
                if not declined or kept(office) != before:
                    found[f"{name}: {words}"] = ran
    return found


def test_what_writes_a_draft_needs_its_role(roles: Path, kampanye: Command) -> None:
    kampanye("--operator", "Siti", "baru")
    assert not_declined(roles, kampanye, BEFORE) == {}


def test_what_records_the_day_needs_its_role(roles: Path, kampanye: Command) -> None:
    kampanye("--operator", "Siti", "baru")
    kampanye("--operator", "Made", *FINAL)
    kampanye("--operator", "Budi", *SIGNED)
    assert not_declined(roles, kampanye, AFTER) == {}


@pytest.mark.parametrize("words", [*BEFORE][1:])
def test_who_has_the_role_may(roles: Path, kampanye: Command, words: tuple[str, ...]) -> None:
    kampanye("--operator", "Siti", "baru")
    assert kampanye("--operator", BEFORE[words].split()[0], *words).code == 0


def test_a_reader_reads_and_exports(roles: Path, kampanye: Command) -> None:
    kampanye("--operator", "Siti", "baru")
    reading = (["daftar"], ["periksa"], ["riwayat"], ["ekspor", "--format", "teks", "--templat", "naskah"])
    assert [kampanye("--operator", "Tono", *words).code for words in reading] == [0, 0, 0, 0]


def test_the_history_of_events_tells_from_where_somebody_recorded(roles: Path, kampanye: Command) -> None:
    kampanye("--operator", "Siti", "baru")
    (folder,) = (roles / "naskah").iterdir()
    event = Interrupted(number=0, occurred=THEN, recorded=THEN, operator="Budi", reason="padam")
    at_work.begin(AtWork("Budi", host="10.0.0.7"))
    record(folder, folder.name, lambda _book: [event])
    assert "Budi (10.0.0.7)\n" in kampanye("--operator", "Tono", "riwayat").out
