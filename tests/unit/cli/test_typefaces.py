"""``huruf``: what is set, what is installed, and the table that chooses it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kampanye_tui.model.office import Configuration
from kampanye_tui.model.reading import read
from tests.fonts import install_family, monospaced_bytes, postscript_bytes
from tests.unit.cli.office import SAMPLE, Command

OWN = """
[huruf]
biasa = "a.otf"
tebal = "b.ttf"
miring = "c.ttf"
tebal_miring = "d.ttf"
"""


@pytest.fixture
def share(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of what is installed on the computer."""
    monkeypatch.setenv("XDG_DATA_DIRS", str(tmp_path / "share"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "share"


@pytest.fixture
def own(office: Path, share: Path) -> Path:
    """An office with a typeface of its own: to be converted, forbidden, cut short, not there."""
    (office / "kampanye.toml").write_text((office / "kampanye.toml").read_text() + OWN)
    (office / "a.otf").write_bytes(postscript_bytes())
    (office / "b.ttf").write_bytes(monospaced_bytes(2))
    (office / "c.ttf").write_bytes(monospaced_bytes()[:500])
    return office


def test_an_office_without_a_typeface_of_its_own_has_that_of_the_program(
    office: Path, share: Path, kampanye: Command
) -> None:
    assert kampanye("huruf") == (
        0,
        "Huruf yang dipakai: Source Serif Pro, bawaan program.\n",
        "Di komputer ini tidak terpasang huruf yang seukuran Bookman Old Style.\n"
        "Pada Debian dan Ubuntu, administrator dapat memasangnya dengan: apt install fonts-texgyre\n",
    )


def test_an_installed_family_is_offered_with_the_table_that_chooses_it(
    office: Path, share: Path, kampanye: Command
) -> None:
    install_family(share / "fonts", "TeX Gyre Bonum")
    out = kampanye("huruf").out
    shown = "[huruf]\n" + out.partition("[huruf]\n")[2]
    fonts = read(Configuration, (SAMPLE + "\n" + shown).encode(), "kampanye.toml").fonts
    assert fonts is not None
    assert fonts.bold_italic == str(share / "fonts" / "d.otf")
    assert "Untuk memakainya, salin tabel ini ke kampanye.toml:" in out


def test_a_family_that_is_chosen_already_is_not_offered_again(
    office: Path, share: Path, kampanye: Command
) -> None:
    install_family(share / "fonts", "TeX Gyre Bonum")
    chosen = json.loads(kampanye("huruf", "--json").out)["terpasang"][0]["tabel"]
    (office / "kampanye.toml").write_text(SAMPLE + "\n" + chosen)
    out = kampanye("huruf").out
    assert "TeX Gyre Bonum terpasang, seukuran Bookman Old Style, dan sudah dipilih." in out
    assert "[huruf]\n" not in out


def test_it_is_told_which_files_can_be_used(own: Path, kampanye: Command) -> None:
    told = {row["gaya"]: row["keadaan"] for row in json.loads(kampanye("huruf", "--json").out)["dipakai"]}
    assert told == {
        "biasa": "diubah dari .otf ketika pertama kali dipakai",
        "tebal": "tidak mengizinkan penyematan",
        "miring": "tidak utuh, mungkin terpotong ketika disalin",
        "tebal_miring": "tidak ada",
    }


def test_it_is_told_how_long_the_first_time_takes(own: Path, kampanye: Command) -> None:
    told = kampanye("huruf").err
    assert told.startswith(
        "1 berkas huruf .otf diubah dahulu ketika pertama kali dipakai, kira-kira 1 detik.\n"
    )


def test_a_typeface_of_the_offices_own_is_replaced_not_added(
    own: Path, share: Path, kampanye: Command
) -> None:
    install_family(share / "fonts", "URW Bookman")
    assert "Untuk memakainya, ganti tabel [huruf] pada kampanye.toml:" in kampanye("huruf").out


def test_no_configuration_is_needed(
    share: Path, kampanye: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    install_family(share / "fonts", "TeX Gyre Bonum")
    made = json.loads(kampanye("huruf", "--json").out)
    assert (made["bawaan"], made["konfigurasi"], [one["nama"] for one in made["terpasang"]]) == (
        True,
        None,
        ["TeX Gyre Bonum"],
    )


def test_an_export_says_that_fonts_are_converted_first(own: Path, kampanye: Command) -> None:
    for name in "bcd":
        (own / f"{name}.ttf").write_bytes(postscript_bytes())
    told = kampanye("ekspor", "--templat", "undangan", "-o", "keluaran").err
    assert "4 berkas huruf .otf diubah dahulu ketika pertama kali dipakai, kira-kira 3 detik." in told


def test_an_export_without_pdf_says_nothing_of_fonts(own: Path, kampanye: Command) -> None:
    told = kampanye("ekspor", "--templat", "naskah", "--format", "teks", "-o", "keluaran").err
    assert ".otf" not in told
