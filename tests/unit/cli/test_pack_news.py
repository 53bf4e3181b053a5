"""A pack that is another version than the one an agreement was made of: told, and the agreement stays."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from tests.unit.cli.office import Command, edit
from tests.unit.plugin.packs import terms_pack

TOLD = "Paket uji 2 tersedia, naskah ini memakai 1."


@pytest.fixture
def newer(office: Path, kampanye: Command) -> Path:
    """A saved agreement, made of a pack that has a newer version by now."""
    edit(office, "folder = []", 'folder = ["paket"]')
    pack = terms_pack(office / "paket", "uji", "kata_uji", "satu")
    kampanye("baru")
    manifest = pack / "plugin.toml"
    manifest.write_text(manifest.read_text().replace('versi = "1"', 'versi = "2"'))
    return office


@pytest.mark.usefixtures("newer")
@pytest.mark.parametrize("command", ["periksa", "lihat"])
def test_another_version_is_told_with_the_one_in_use(command: str, kampanye: Command) -> None:
    assert TOLD in kampanye(command).err


@pytest.mark.usefixtures("newer")
def test_who_works_by_numbers_is_told_as_well(kampanye: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("0\n"))
    ran = kampanye("susun", "--baris")
    assert TOLD in ran.out + ran.err


@pytest.mark.usefixtures("newer")
def test_it_stands_in_the_way_of_a_final_text(kampanye: Command) -> None:
    ran = kampanye("finalkan")
    assert (ran.code, TOLD in ran.err) == (1, True)


def test_a_final_text_stays_as_it_is_and_nothing_is_told_any_more(newer: Path, kampanye: Command) -> None:
    kampanye("finalkan", "--tetap", "Kata itu tidak dipakai")
    folder = next((newer / "naskah").iterdir())
    before = [path.read_bytes() for path in (folder / "naskah.toml", folder / "revisi" / "r01.toml")]
    ran = kampanye("lihat")
    after = [path.read_bytes() for path in (folder / "naskah.toml", folder / "revisi" / "r01.toml")]
    assert (after, TOLD in ran.err) == (before, False)
