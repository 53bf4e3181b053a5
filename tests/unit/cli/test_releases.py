"""Workspaces that earlier releases made, kept as they made them: today's program opens, verifies and goes on.

A folder of ``tests/releases`` is never changed. When a release changes what is written, its own is added.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.unit.cli.office import ROOT, Command

RELEASES = ROOT / "tests" / "releases"


class Release(NamedTuple):
    """What a release left: the hash of all its files, an agreement, its events, its codes."""

    files: str
    agreement: str
    events: int
    text_code: str
    ledger_code: str
    place: str
    changes: int


KNOWN = {
    "0.1.0": Release(
        files="c1877ecbc176c69476424da688e7ed543d9379956705cb81e95bcfcb138dd002",
        agreement="kampanye-damai",
        events=44,
        text_code="439X-TFE7-4WT6",
        ledger_code="FBB9564D8C5CD4D083C65A3D6CC351176A147074AAADDD530650E53510B36DF4",
        place="Aula Kelurahan",
        changes=3,
    ),
}
"""What was read off each when it was made."""

every_release = pytest.mark.parametrize("release", KNOWN.values(), ids=KNOWN)


@pytest.fixture
def place(release: Release, office: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of what a release left; commands run in it."""
    version = next(name for name, one in KNOWN.items() if one is release)
    copy = office.parent / "rilis"
    shutil.copytree(RELEASES / version, copy)
    monkeypatch.chdir(copy)
    return copy


def test_every_release_that_is_kept_is_known() -> None:
    assert sorted(path.name for path in RELEASES.iterdir()) == sorted(KNOWN)


@every_release
def test_what_a_release_left_is_as_it_left_it(release: Release, place: Path) -> None:
    whole = hashlib.sha256()
    for path in sorted(path for path in place.rglob("*") if path.is_file()):
        whole.update(f"{path.relative_to(place).as_posix()}\n".encode() + path.read_bytes())
    assert whole.hexdigest() == release.files


@every_release
def test_what_a_release_left_is_whole(release: Release, place: Path, kampanye: Command) -> None:
    assert kampanye("periksa-simpanan") == (0, "", "Semua yang tersimpan utuh.\n")


@every_release
def test_what_a_release_recorded_is_verified_with_its_codes(
    release: Release, place: Path, kampanye: Command
) -> None:
    ran = kampanye("verifikasi", release.agreement, "--slip", release.ledger_code)
    assert (ran.code, f"{release.events} kejadian, bersambung" in ran.out, release.text_code in ran.out) == (
        0,
        True,
        True,
    )


@every_release
def test_every_event_of_a_release_is_told(release: Release, place: Path, kampanye: Command) -> None:
    assert len(json.loads(kampanye("riwayat", "--json").out)) == release.events


@every_release
def test_a_paper_of_a_release_is_made(release: Release, place: Path, kampanye: Command) -> None:
    ran = kampanye("lihat")
    assert (ran.code, release.place in ran.out) == (0, True)


def edit(release: Release, kampanye: Command) -> None:
    """Change the text."""
    assert kampanye("acara", "--tempat", "Pendopo").code == 0


def undo(release: Release, kampanye: Command) -> None:
    """Take the last change back."""
    assert kampanye("urungkan").code == 0


def correct(release: Release, kampanye: Command) -> None:
    """Record an event behind the last one."""
    assert kampanye("koreksi", str(release.events), "--alasan", "uji").code == 0


def number(release: Release, kampanye: Command) -> None:
    """Take the next number."""
    ran = kampanye("nomor", "ambil", "undangan", "--jenis", "UND", "--tanggal", "20-11-2023")
    assert (ran.code, ran.out) == (0, "2/PL.01.6-UND/3674/2023\n")


@every_release
@pytest.mark.parametrize("deed", [edit, undo, correct, number])
def test_work_goes_on_where_a_release_stopped(
    deed: Callable[[Release, Command], None], release: Release, place: Path, kampanye: Command
) -> None:
    deed(release, kampanye)
    assert kampanye("periksa-simpanan") == (0, "", "Semua yang tersimpan utuh.\n")


@every_release
def test_the_text_of_a_release_is_kept_when_it_is_written_anew(
    release: Release, place: Path, kampanye: Command
) -> None:
    folder = place / "naskah" / release.agreement
    before = (folder / "naskah.toml").read_bytes()
    edit(release, kampanye)
    assert (folder / ".riwayat" / f"{release.changes + 1:04d}.toml").read_bytes() == before


@every_release
def test_what_a_release_left_is_backed_up(release: Release, place: Path, kampanye: Command) -> None:
    assert kampanye("cadangkan", "-o", "a.zip").code == 0
