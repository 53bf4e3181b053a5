"""``paket baru`` and ``paket pratinjau``: what is made passes its check, what it does can be looked at."""

from __future__ import annotations

import socket
from pathlib import Path
from typing import NoReturn

import pytest

from tests.unit.cli.office import Command
from tests.unit.plugin.broken_packs import overlay
from tests.unit.plugin.packs import data_pack

CODES = {"51": "bali", "11.06": "kabupaten-aceh-besar", "51.71": "kota-denpasar"}


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to work in."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize("kind", ["data", "python"])
@pytest.mark.parametrize("code", CODES)
def test_a_new_pack_passes_its_check_without_finding(code: str, kind: str, kampanye: Command) -> None:
    name = kampanye("paket", "baru", code, "--jenis", kind).out.strip()
    assert kampanye("paket", "periksa", name).code == 0


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize("code", CODES)
def test_a_new_pack_is_named_after_its_region(code: str, kampanye: Command) -> None:
    assert kampanye("paket", "baru", code).out.strip() == CODES[code]


@pytest.mark.usefixtures("desk")
def test_no_network_is_asked(kampanye: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_arguments: object) -> NoReturn:
        raise AssertionError("network")

    monkeypatch.setattr(socket, "socket", refused)
    assert kampanye("paket", "baru", "51.71").code == 0


def test_what_is_there_is_not_written_over(desk: Path, kampanye: Command) -> None:
    (desk / "bali").mkdir()
    (desk / "bali" / "milik-saya.txt").write_text("x")
    ran = kampanye("paket", "baru", "51")
    left = [path.name for path in desk.rglob("*") if path.is_file()]
    assert (ran.code, left) == (1, ["milik-saya.txt"])


@pytest.mark.usefixtures("desk")
def test_an_unknown_code_is_told_how_to_be_found(kampanye: Command) -> None:
    assert "Cari dengan: kampanye wilayah NAMA" in kampanye("paket", "baru", "denpasar").err


def test_nobody_else_may_write_in_a_new_pack(desk: Path, kampanye: Command) -> None:
    kampanye("paket", "baru", "51.71")
    made = [desk / "kota-denpasar", *(desk / "kota-denpasar").rglob("*")]
    assert [path.name for path in made if path.stat().st_mode & 0o022] == []


def test_the_preview_says_where_each_clause_comes_from(desk: Path, kampanye: Command) -> None:
    lines = kampanye("paket", "pratinjau", str(overlay(desk)), "--wilayah", "36.74").out.splitlines()
    at = lines.index("11. Klausul Baru [baru]")
    assert lines[at + 1 : at + 3] == ["   dari paket uji; ditambahkan oleh paket uji", "   Teks."]


REFERRING = "{peserta} menaati {@tanpa-politik-uang} dan {@tidak-ada}."


def test_the_preview_refers_to_clauses_as_the_paper_does(desk: Path, kampanye: Command) -> None:
    pack = overlay(desk, text=REFERRING)
    lines = kampanye("paket", "pratinjau", str(pack), "--wilayah", "36.74").out.splitlines()
    at = lines.index("11. Klausul Baru [baru]")
    assert lines[at + 2] == "   Peserta Pemilu menaati Pasal 6 dan ……………………………………."


def test_the_preview_tells_no_differing_words_with_ids_in_them(desk: Path, kampanye: Command) -> None:
    change = 'format = 1\natas = "nasional/ringkas"\n[[ganti]]\nid = "alat-peraga"\nalasan = "Rapat"\n'
    files = {"ubah.toml": change + f'teks = "{REFERRING}"\n'}
    pack = data_pack(desk, "uji", {"penyesuaian": "ubah.toml"}, files, region="36")
    lines = kampanye("paket", "pratinjau", str(pack), "--wilayah", "36.74").out.splitlines()
    at = lines.index("-- Perbedaan dari paket nasional --")
    assert lines[at + 1].endswith("→ “{peserta} menaati Pasal 6 dan …………………………………….”")


def test_the_preview_shows_what_differs_from_the_nation(desk: Path, kampanye: Command) -> None:
    lines = kampanye("paket", "pratinjau", str(overlay(desk)), "--wilayah", "36.74").out.splitlines()
    at = lines.index("-- Perbedaan dari paket nasional --")
    assert lines[at + 1].startswith("+ klausul")
    assert "Klausul Baru" in lines[at + 1]


def test_the_preview_tells_of_another_wording_once(desk: Path, kampanye: Command) -> None:
    change = 'format = 1\natas = "nasional/ringkas"\n[[ganti]]\nid = "alat-peraga"\nalasan = "Rapat"\n'
    files = {"ubah.toml": change + 'judul = "Alat Peraga di Sungai"\n'}
    pack = data_pack(desk, "uji", {"penyesuaian": "ubah.toml"}, files, region="36")
    lines = kampanye("paket", "pratinjau", str(pack), "--wilayah", "36.74").out.splitlines()
    at = lines.index("-- Perbedaan dari paket nasional --")
    assert lines[at + 1 : at + 3] == [
        "~ klausul Alat Peraga di Sungai: judul: “Alat Peraga dan Bahan Kampanye” → “Alat Peraga di Sungai”",
        "",
    ]


def test_the_preview_holds_every_paper(desk: Path, kampanye: Command) -> None:
    out = kampanye("paket", "pratinjau", str(overlay(desk)), "--wilayah", "36.74").out
    papers = [line for line in out.splitlines() if line.startswith("== Pemilu 2024, Kota")]
    assert "== Pemilu 2024, Kota Tangerang Selatan: nasional/undangan ==" in papers


def test_a_region_where_the_pack_does_not_apply_is_refused(desk: Path, kampanye: Command) -> None:
    ran = kampanye("paket", "pratinjau", str(overlay(desk)), "--wilayah", "51.71")
    assert (ran.code, ran.err.split(".")[0]) == (2, 'uji: paket ini untuk wilayah 36, bukan "51')


def test_without_a_region_the_first_of_the_pack_is_shown(desk: Path, kampanye: Command) -> None:
    out = kampanye("paket", "pratinjau", str(overlay(desk))).out
    assert out.splitlines()[0] == "== Pemilu 2024, Banten: nasional/ringkas =="
