"""Settings: they come back as they were written, and a file somebody broke is named with its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from kampanye_tui.model.problem import Refused
from kampanye_tui.store.settings import (
    FILE,
    NOTES,
    Settings,
    Theme,
    data_home,
    read_settings,
    write_settings,
)

ALL = Settings(
    theme=Theme.SIXTEEN,
    lean=True,
    screen_reader=True,
    mouse=True,
    editor="nano -w",
    keys={"urungkan": "f9", "klausul.naik": "ctrl+up"},
)


def test_without_a_file_the_usual_settings_hold(tmp_path: Path) -> None:
    assert read_settings(tmp_path) == Settings()


@pytest.mark.parametrize("settings", [Settings(), ALL], ids=["usual", "all"])
def test_settings_come_back_as_they_were_written(settings: Settings, tmp_path: Path) -> None:
    write_settings(tmp_path, settings)
    assert read_settings(tmp_path) == settings


def test_settings_are_written_into_a_new_folder(tmp_path: Path) -> None:
    write_settings(tmp_path / "share" / "kampanye", ALL)
    assert read_settings(tmp_path / "share" / "kampanye") == ALL


@pytest.mark.parametrize("key", NOTES)
def test_every_key_stands_below_its_note(key: str, tmp_path: Path) -> None:
    write_settings(tmp_path, Settings())
    lines = (tmp_path / FILE).read_text().splitlines()
    assert lines[lines.index(f"# {NOTES[key]}") + 1].startswith((f"{key} = ", f"[{key}]"))


def test_an_unknown_key_is_refused_with_its_place(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text('format = 1\ntemaa = "gelap"\n')
    with pytest.raises(Refused, match='Mungkin maksudnya "tema"') as refused:
        read_settings(tmp_path)
    assert refused.value.problems[0].file == str(tmp_path / FILE)


def test_an_unknown_theme_is_refused_with_its_key(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text('format = 1\ntema = "ungu"\n')
    with pytest.raises(Refused, match='kunci "tema"'):
        read_settings(tmp_path)


def test_a_file_that_is_a_folder_is_refused_in_words(tmp_path: Path) -> None:
    (tmp_path / FILE).mkdir()
    with pytest.raises(Refused, match="bukan berkas"):
        read_settings(tmp_path)


def test_settings_that_would_not_come_back_write_nothing(tmp_path: Path) -> None:
    with pytest.raises(Refused):
        write_settings(tmp_path, Settings(editor="nano\x1b"))
    assert list(tmp_path.iterdir()) == []


def test_settings_lie_where_xdg_has_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert data_home() == tmp_path / "kampanye"
