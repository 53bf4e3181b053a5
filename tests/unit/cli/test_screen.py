"""What changes when a person watches: a counter that goes away, and hashes short enough for the line."""

from __future__ import annotations

import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import pytest

ASKED = ["ekspor", "--templat", "salinan-peserta", "--format", "teks", "-o", "hasil"]
SHORT = re.compile(r"baru +[0-9a-f]{12}… +hasil/")


def watched(columns: int) -> str:
    """Run the program on a terminal of so many columns; return all that was drawn."""
    screen, terminal = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "kampanye_tui", *ASKED],
        stdin=terminal,
        stdout=terminal,
        stderr=terminal,
        env={**os.environ, "COLUMNS": str(columns)},
    ):
        os.close(terminal)
        drawn = b"".join(iter(lambda: _read(screen), b""))
    os.close(screen)
    return drawn.decode()


def _read(screen: int) -> bytes:
    """Return what is drawn next; nothing when the program has left."""
    try:
        return os.read(screen, 65536)
    except OSError:
        return b""


@pytest.fixture
def narrow(office: Path) -> str:
    """What is drawn on a terminal of 80 columns."""
    return watched(80)


def test_on_a_narrow_terminal_hashes_are_short(narrow: str) -> None:
    assert len(SHORT.findall(narrow)) == 18


def test_on_a_wide_terminal_hashes_are_whole(office: Path) -> None:
    assert len(re.findall(r"[0-9a-f]{64}", watched(200))) == 18


def test_the_counter_counts_to_the_end(narrow: str) -> None:
    assert re.findall(r"Menyusun dokumen (\d+)/18", narrow) == [str(done) for done in range(1, 19)]


def test_the_counter_goes_away(narrow: str) -> None:
    line = "Menyusun dokumen 18/18"
    assert f"\r{line}\r{' ' * len(line)}\r" in narrow
