"""First paint: the program with 500 agreements against the smallest Textual app, on a terminal, by rounds."""

from __future__ import annotations

import os
import pty
import re
import select
import signal
import statistics
import sys
import tempfile
import termios
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec

from bench.rounds import Section, table
from bench.sample import ROOT, sample_agreement
from kampanye_tui.store.configuration import open_configuration
from kampanye_tui.store.workspace import create

AGREEMENTS = 500
ROUNDS = 5
"""Counted; one more before them warms caches."""
HELLO = """
from textual.app import App
from textual.widgets import Static

class Hello(App):
    def compose(self):
        yield Static("Halo, dunia")

Hello().run(mouse=False)
"""


class Paint(NamedTuple):
    """Milliseconds from the start until a word was on the line, and MB the program had had by then."""

    time: float
    memory: float


def first_paint() -> dict[str, list[Paint]]:
    """Return the rounds of both programs."""
    with tempfile.TemporaryDirectory(prefix="kampanye-bench-") as made:
        folder = Path(made)
        last = office(folder)
        program = [sys.executable, "-m", "kampanye_tui"]
        # The first start fills the index.
        painted(program, folder, last, patience=60.0, settle=True)
        ways = {"kampanye": (program, last), "hello, world": ([sys.executable, "-c", HELLO], "Halo, dunia")}
        rounds: dict[str, list[Paint]] = {name: [] for name in ways}
        for number in range(ROUNDS + 1):
            for name, (argv, word) in ways.items():
                paint = painted(argv, folder, word)
                if number:
                    rounds[name].append(paint)
    return rounds


def measure() -> Section:
    """Return medians and their ratios."""
    rounds = first_paint()
    base = rounds["hello, world"]
    rows = []
    for name, paints in rounds.items():
        times, memories = ([getattr(one, field) for one in paints] for field in Paint._fields)
        slower = statistics.median(times) / statistics.median(one.time for one in base)
        larger = statistics.median(memories) / statistics.median(one.memory for one in base)
        rows.append(
            (
                name,
                f"{statistics.median(times):.0f} [{min(times):.0f}–{max(times):.0f}]",
                f"{slower:.2f} ×",
                f"{statistics.median(memories):.1f}",
                f"{larger:.2f} ×",
            )
        )
    return Section(
        (
            "## First paint",
            "",
            f"The list of {AGREEMENTS} agreements on a terminal of 80 by 24, against the smallest program "
            f"that Textual can show: milliseconds until its last row has come, median [least–most] of "
            f"{ROUNDS} alternating rounds, and the most memory it had by then.",
            "",
            *table(("program", "ms", "ratio", "MB", "ratio"), rows),
        ),
        {"rounds": {name: [one._asdict() for one in paints] for name, paints in rounds.items()}},
    )


def office(folder: Path) -> str:
    """Make an office with its agreements; return what the list shows of the last row of its first screen."""
    (folder / "kampanye.toml").write_bytes((ROOT / "sample_config.toml").read_bytes())
    (folder / "plugins").symlink_to(ROOT / "plugins")
    workspace = open_configuration(str(folder / "kampanye.toml")).workspace
    agreement = sample_agreement()
    for number in range(AGREEMENTS):
        create(
            workspace,
            msgspec.structs.replace(agreement, id=f"naskah-{number:03d}", topic=f"Kampanye ke-{number:03d}"),
        )
    # The newest comes first; a list of 24 lines shows fewer than 20.
    return f"Kampanye ke-{AGREEMENTS - 10:03d}"


def painted(
    argv: Sequence[str], folder: Path, word: str, *, patience: float = 30.0, settle: bool = False
) -> Paint:
    """Start a program on a terminal of 80 by 24, wait for ``word``, and kill it."""
    env = {"HOME": str(folder), "PATH": os.environ["PATH"], "LANG": "C.UTF-8", "TERM": "xterm-256color"}
    begun = time.perf_counter()
    pid, line = pty.fork()
    if pid == 0:
        os.chdir(folder)
        termios.tcsetwinsize(0, (24, 80))
        os.execvpe(argv[0], argv, env)
    try:
        said = b""
        while word.encode() not in said:
            if not select.select([line], [], [], patience)[0]:
                raise TimeoutError(f"{word} did not come from {argv}")
            said += os.read(line, 65536)
        took = (time.perf_counter() - begun) * 1000
        status = Path(f"/proc/{pid}/status").read_text()
        (most,) = re.findall(r"VmHWM:\s*(\d+)", status)
        if settle:
            index = folder / ".indeks"
            while not index.exists() and time.perf_counter() - begun < patience:
                time.sleep(0.1)
    finally:
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
        os.close(line)
    return Paint(took, int(most) / 1024)
