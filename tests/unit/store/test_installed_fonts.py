"""Families as wide as Bookman Old Style, found in the folders of fonts by what the files call themselves."""

from __future__ import annotations

import os
import struct
from pathlib import Path

import pytest

from kampanye_tui.model.office import FontChoice
from kampanye_tui.store.installed_fonts import font_folders, metric_equals
from tests.fonts import install_family, monospaced_bytes


def names(*folders: Path) -> list[str]:
    return [one.name for one in metric_equals(folders)]


def test_a_family_is_found_by_what_its_files_call_themselves(tmp_path: Path) -> None:
    install_family(tmp_path / "opentype" / "x", "TeX Gyre Bonum")
    (found,) = metric_equals([tmp_path])
    files = [str(tmp_path / "opentype" / "x" / f"{name}.otf") for name in "abcd"]
    regular, bold, italic, bold_italic = files
    assert found.name == "TeX Gyre Bonum"
    assert found.fonts == FontChoice(regular=regular, bold=bold, italic=italic, bold_italic=bold_italic)


def test_other_families_are_not_offered(tmp_path: Path) -> None:
    install_family(tmp_path, "TeX Gyre Termes")
    assert names(tmp_path) == []


def test_a_family_that_lacks_a_face_is_not_offered(tmp_path: Path) -> None:
    install_family(tmp_path, "URW Bookman", faces="abc")
    assert names(tmp_path) == []


def test_the_best_family_comes_first(tmp_path: Path) -> None:
    for family in ("URW Bookman", "Bookman Old Style", "TeX Gyre Bonum"):
        install_family(tmp_path / family, family)
    assert names(tmp_path) == ["Bookman Old Style", "TeX Gyre Bonum", "URW Bookman"]


def test_files_that_need_no_conversion_are_taken_first(tmp_path: Path) -> None:
    install_family(tmp_path / "1", "TeX Gyre Bonum")
    install_family(tmp_path / "2", "TeX Gyre Bonum", ".ttf")
    (found,) = metric_equals([tmp_path])
    assert found.fonts.bold == str(tmp_path / "2" / "b.ttf")


def test_the_users_own_folder_comes_before_that_of_the_system(tmp_path: Path) -> None:
    for place in ("sistem", "rumah"):
        install_family(tmp_path / place, "TeX Gyre Bonum")
    (found,) = metric_equals([tmp_path / "rumah", tmp_path / "sistem"])
    assert found.fonts.regular == str(tmp_path / "rumah" / "a.otf")


def test_a_link_to_a_folder_is_followed_and_one_that_leads_back_up_is_not(tmp_path: Path) -> None:
    install_family(tmp_path / "texmf", "TeX Gyre Bonum")
    (tmp_path / "fonts").mkdir()
    (tmp_path / "fonts" / "tex").symlink_to(tmp_path / "texmf")
    (tmp_path / "texmf" / "kembali").symlink_to(tmp_path / "fonts")
    (found,) = metric_equals([tmp_path / "fonts"])
    assert found.fonts.regular == str(tmp_path / "fonts" / "tex" / "a.otf")


@pytest.mark.parametrize(
    "content",
    [b"", b"OTTO", b"bukan huruf" * 50, monospaced_bytes()[:300], struct.pack(">4sH", b"OTTO", 60000) * 300],
)
def test_what_is_no_font_is_passed_over(tmp_path: Path, content: bytes) -> None:
    install_family(tmp_path / "x", "TeX Gyre Bonum")
    (tmp_path / "0.otf").write_bytes(content)
    assert names(tmp_path) == ["TeX Gyre Bonum"]


def test_what_is_no_file_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipa.otf")
    (tmp_path / "folder.ttf").mkdir()
    (tmp_path / "putus.otf").symlink_to(tmp_path / "tiada")
    assert names(tmp_path) == []


def test_a_file_that_no_configuration_can_name_is_passed_over(tmp_path: Path) -> None:
    install_family(tmp_path / "baris\nbaru", "TeX Gyre Bonum")
    assert names(tmp_path) == []


def test_folders_that_are_not_there_hold_nothing(tmp_path: Path) -> None:
    assert names(tmp_path / "tiada") == []


def test_the_folders_are_those_of_the_user_then_those_of_the_system(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/home/ani")
    monkeypatch.setenv("XDG_DATA_HOME", "/home/ani/.local/share")
    monkeypatch.delenv("XDG_DATA_DIRS")
    assert list(map(str, font_folders())) == [
        "/home/ani/.local/share/fonts",
        "/home/ani/.fonts",
        "/usr/local/share/fonts",
        "/usr/share/fonts",
        "/usr/local/share/texmf/fonts",
        "/usr/share/texmf/fonts",
    ]
