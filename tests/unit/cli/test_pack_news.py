"""A pack that is another version than the one an agreement was made of: told, and the agreement stays."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from tests.unit.cli.office import Command, edit
from tests.unit.plugin.packs import data_pack, terms_pack

ID = "2023-kampanye-damai"
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


CLAUSES = (
    'format = 1\natas = "nasional/ringkas"\n[[ganti]]\nid = "alat-peraga"\nalasan = "Rapat"\n'
    'teks = "{peserta} tidak memasang alat peraga di PLACE."\n'
)


@pytest.fixture
def reworded(office: Path, kampanye: Command) -> Path:
    """A saved agreement, made of a pack that has another version and another wording by now."""
    edit(office, "folder = []", 'folder = ["paket"]')
    files = {"ubah.toml": CLAUSES.replace("PLACE", "taman")}
    pack = data_pack(office / "paket", "uji", {"penyesuaian": "ubah.toml"}, files, region="36")
    kampanye("baru")
    for name, before, after in (
        ("plugin.toml", 'versi = "1"', 'versi = "2"'),
        ("ubah.toml", "taman", "pasar"),
    ):
        path = pack / name
        path.write_text(path.read_text().replace(before, after))
    return office


@pytest.mark.usefixtures("reworded")
def test_what_packs_word_otherwise_is_shown(kampanye: Command) -> None:
    assert kampanye("paket", "beda").out.splitlines() == [
        TOLD,
        "Klausul Alat Peraga dan Bahan Kampanye",
        "    {peserta} tidak memasang alat peraga di [-taman.-] {+pasar.+}",
    ]


@pytest.mark.usefixtures("reworded")
def test_what_packs_word_otherwise_is_data_for_programs(kampanye: Command) -> None:
    found = json.loads(kampanye("paket", "beda", ID, "--json").out)
    assert found["paket"][-1] == {"id": "uji", "naskah": "1", "sekarang": "2", "sama": False}
    assert [one["tentang"] for one in found["bunyi"]] == ["Klausul Alat Peraga dan Bahan Kampanye"]


@pytest.mark.usefixtures("newer")
def test_another_version_that_says_the_same_is_told_as_such(kampanye: Command) -> None:
    ran = kampanye("paket", "beda")
    assert (ran.out, ran.err.splitlines()[-1]) == (
        f"{TOLD}\n",
        "Bunyi klausul dan istilah naskah ini sama dengan yang di dalam paket.",
    )


def test_that_no_pack_is_another_one_is_told(office: Path, kampanye: Command) -> None:
    kampanye("baru")
    assert kampanye("paket", "beda") == (0, "", "Semuanya sama dengan yang terpasang sekarang.\n")


def test_the_difference_writes_nothing(reworded: Path, kampanye: Command) -> None:
    before = {path: path.read_bytes() for path in reworded.rglob("*") if path.is_file()}
    kampanye("paket", "beda")
    assert {path: path.read_bytes() for path in reworded.rglob("*") if path.is_file()} == before
