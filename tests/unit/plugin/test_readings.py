"""Readings of packs: kept while bytes and program are the same, and only what comes back as it was."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from kampanye_tui.model.problem import Refused, refuse
from kampanye_tui.model.value import Value
from kampanye_tui.plugin import readings
from kampanye_tui.plugin.readings import Readings


class Read(Value, frozen=True, kw_only=True):
    """What was read."""

    said: Any = ""


def keep(folder: Path, said: Any) -> None:
    """Keep a reading."""
    Readings(folder).of(Read, "kode", lambda: Read(said=said))


def again(folder: Path, fingerprint: str = "kode") -> Any:
    """Return what a later start is told, where a file that is read anew says something else."""
    return Readings(folder).of(Read, fingerprint, lambda: Read(said="dibaca lagi")).said


TOGETHER = """
import sys, threading
from pathlib import Path
from kampanye_tui.plugin.data_pack import read_pack
from kampanye_tui.plugin.folder import read_folder
from kampanye_tui.plugin.host import NATIONAL, NATIONAL_ID
from kampanye_tui.plugin.readings import readings_in

sys.setswitchinterval(1e-6)
pack, home, start = read_folder(NATIONAL, NATIONAL_ID), Path(sys.argv[1]), threading.Barrier(8)

def first() -> None:
    start.wait()
    read_pack(pack, readings_in(home))

threads = [threading.Thread(target=first) for _number in range(8)]
for one in threads: one.start()
for one in threads: one.join()
"""
"""Reads a pack for the first time in eight threads at once, as screens do in two."""


@pytest.mark.penuh
def test_threads_that_read_together_do_not_end_the_program(tmp_path: Path) -> None:
    ended = [subprocess.run([sys.executable, "-c", TOGETHER, tmp_path]).returncode for _time in range(3)]
    assert ended == [0, 0, 0]


def test_the_same_bytes_are_not_read_again(tmp_path: Path) -> None:
    keep(tmp_path, "semula")
    assert again(tmp_path) == "semula"


def test_other_bytes_are_read(tmp_path: Path) -> None:
    keep(tmp_path, "semula")
    assert again(tmp_path, "lain") == "dibaca lagi"


def test_another_program_reads_them_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keep(tmp_path, "semula")
    monkeypatch.setattr(readings, "program", lambda: b"lain")
    assert again(tmp_path) == "dibaca lagi"


def test_a_program_of_other_sources_is_another(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for room in ("model", "agreement", "document", "plugin"):
        (tmp_path / room).mkdir()
    source = tmp_path / "model" / "text.py"
    source.write_text("lama")
    monkeypatch.setattr(readings, "_PROGRAM", tmp_path)
    before = readings.program.__wrapped__()
    source.write_text("baru sekali")
    assert readings.program.__wrapped__() != before


def test_what_would_come_back_otherwise_is_not_kept(tmp_path: Path) -> None:
    keep(tmp_path, date(2023, 11, 28))
    assert again(tmp_path) == "dibaca lagi"


def test_what_was_refused_is_looked_at_again(tmp_path: Path) -> None:
    def refused() -> Read:
        raise refuse("salah")

    with pytest.raises(Refused):
        Readings(tmp_path).of(Read, "kode", refused)
    assert again(tmp_path) == "dibaca lagi"


def test_without_a_folder_nothing_is_kept() -> None:
    Readings(None).of(Read, "kode", lambda: Read(said="semula"))
    assert Readings(None).of(Read, "kode", lambda: Read(said="dibaca lagi")).said == "dibaca lagi"
