"""Converted fonts that are kept: once for each file, believed only when whole, missed by nobody."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from kampanye_tui.model.problem import Refused
from kampanye_tui.store import cache as kept
from kampanye_tui.store import font_cache
from kampanye_tui.store.font_cache import truetype, waits
from kampanye_tui.typeset.outlines import converted
from tests.fonts import monospaced_bytes, postscript_bytes, unreadable_bytes

OTF = postscript_bytes()
TTF = converted(OTF, "biasa")
TOGETHER = """
import sys, time
from pathlib import Path
from kampanye_tui.store.font_cache import truetype
data = sys.stdin.buffer.read()
while time.time() < float(sys.argv[2]):
    pass
sys.stdout.buffer.write(truetype(data, "biasa", Path(sys.argv[1])))
"""


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The labels of fonts that were converted, in order."""
    labels: list[str] = []

    def counting(data: bytes, label: str) -> bytes:
        labels.append(label)
        return converted(data, label)

    monkeypatch.setattr(font_cache, "converted", counting)
    return labels


def entries(cache: Path) -> list[Path]:
    return list((cache / "huruf").iterdir())


def test_a_font_is_converted_once(tmp_path: Path, counted: list[str]) -> None:
    assert [truetype(OTF, label, tmp_path) for label in ("satu", "dua")] == [TTF, TTF]
    assert counted == ["satu"]


def test_what_is_kept_is_for_the_user_alone(tmp_path: Path) -> None:
    truetype(OTF, "biasa", tmp_path)
    assert [oct(path.stat().st_mode & 0o777) for path in entries(tmp_path)] == ["0o600"]


def test_another_file_is_another_font(tmp_path: Path, counted: list[str]) -> None:
    for embedding, label in ((0, "satu"), (8, "dua")):
        truetype(postscript_bytes(embedding), label, tmp_path)
    assert counted == ["satu", "dua"]


def test_another_version_of_the_converter_converts_anew(
    tmp_path: Path, counted: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    truetype(OTF, "satu", tmp_path)
    monkeypatch.setattr(font_cache, "version", lambda: "2-99.0")
    truetype(OTF, "dua", tmp_path)
    assert counted == ["satu", "dua"]


@pytest.mark.parametrize("damage", [lambda old: old[:-1], lambda old: old[:-1] + b"?", lambda _old: b""])
def test_a_damaged_entry_is_made_anew(tmp_path: Path, damage: object) -> None:
    truetype(OTF, "biasa", tmp_path)
    (entry,) = entries(tmp_path)
    whole = entry.read_bytes()
    entry.write_bytes(damage(whole))
    assert (truetype(OTF, "biasa", tmp_path), entry.read_bytes()) == (TTF, whole)


def test_where_others_can_write_nothing_is_believed(tmp_path: Path, counted: list[str]) -> None:
    truetype(OTF, "satu", tmp_path)
    (tmp_path / "huruf").chmod(0o777)
    assert truetype(OTF, "dua", tmp_path) == TTF
    assert counted == ["satu", "dua"]


def test_where_nothing_can_be_kept_a_font_is_converted_in_memory(tmp_path: Path) -> None:
    (tmp_path / "huruf").write_text("bukan folder")
    assert truetype(OTF, "biasa", tmp_path) == TTF


def test_a_full_disk_stops_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_unused: object, **_named: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(kept, "write_whole", full)
    assert truetype(OTF, "biasa", tmp_path) == TTF


def test_two_processes_at_once_leave_one_whole_entry(tmp_path: Path) -> None:
    import time

    command = [sys.executable, "-c", TOGETHER, str(tmp_path), str(time.time() + 1)]
    both = [
        subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=os.environ)
        for _ in range(2)
    ]
    assert [process.communicate(OTF)[0] for process in both] == [TTF, TTF]
    assert (len(entries(tmp_path)), waits(OTF, tmp_path)) == (1, False)


@pytest.mark.parametrize("data", [monospaced_bytes(), b"bukan huruf", OTF[:-200]])
def test_what_is_no_font_with_postscript_outlines_comes_back_as_it_is(tmp_path: Path, data: bytes) -> None:
    assert (truetype(data, "biasa", tmp_path), list(tmp_path.iterdir())) == (data, [])


def test_a_font_that_cannot_be_converted_is_not_kept(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="rusak"):
        truetype(unreadable_bytes(), "biasa", tmp_path)
    assert entries(tmp_path) == []


def test_a_font_waits_until_it_was_converted(tmp_path: Path) -> None:
    before = waits(OTF, tmp_path)
    truetype(OTF, "biasa", tmp_path)
    assert (before, waits(OTF, tmp_path), waits(monospaced_bytes(), tmp_path)) == (True, False, False)
