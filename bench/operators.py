"""Operators at work on one host: memory of each, how soon a key is answered, and that nothing is lost."""

from __future__ import annotations

import re
import statistics
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path
from typing import NamedTuple

from tests.terminal.desk import EDITED, EDITING, PROGRAM, READ, Desk, made_desk
from tests.terminal.emulator import PATIENCE, Terminal

from bench.rounds import Section, digits, table
from bench.sample import sample_agreement
from kampanye_tui.store.workspace import load

OPERATORS = 20
LETTERS = "abcdefghijkl"
PAUSE = 0.02
"""Seconds without a byte after which the answer to a key has come; they do not count."""


class Host(NamedTuple):
    """Milliseconds of keys, MB of programs (shared pages by parts, and whole), texts not found again."""

    keys: list[float]
    proportional: list[float]
    resident: list[float]
    lost: int


def measure() -> Section:
    """Measure twenty operators, each with an agreement of their own."""
    host = at_once(OPERATORS)
    keys, hundredths = sorted(host.keys), statistics.quantiles(host.keys, n=100)
    return Section(
        (
            "## Operators at once",
            "",
            f"{OPERATORS} programs on terminals of 80 by 24, each in the clause editor of its own agreement; "
            f"in turn each types a letter, {len(LETTERS)} times, while others count pages and journal. "
            "Milliseconds from a key to the last byte of its answer. Then all save.",
            "",
            *table(
                ("", "median", "99th percentile", "most"),
                (
                    (
                        "key, ms",
                        digits(statistics.median(keys)),
                        digits(hundredths[98]),
                        digits(keys[-1]),
                    ),
                    *(
                        (name, f"{statistics.median(of):.1f}", "", f"{max(of):.1f}")
                        for name, of in (("MB, PSS", host.proportional), ("MB, RSS", host.resident))
                    ),
                ),
            ),
            "",
            f"Texts that were not in their files at the end: {host.lost}.",
        ),
        {"keys": host.keys, "pss": host.proportional, "rss": host.resident, "lost": host.lost},
    )


def at_once(operators: int) -> Host:
    """Let so many operators type and save."""
    with tempfile.TemporaryDirectory(prefix="kampanye-bench-") as folder, ExitStack() as open_ones:
        desk = made_desk(Path(folder), sample_agreement(), operators)
        ids = [f"naskah-{number:03d}" for number in range(1, operators + 1)]
        terminals = [open_ones.enter_context(_editing(desk, one)) for one in ids]
        keys = [_answered(terminal, letter) for letter in LETTERS for terminal in terminals]
        memories = [_memory(terminal.pid) for terminal in terminals]
        for terminal in terminals:
            terminal.press("f10")
        for terminal in terminals:
            terminal.wait_for("Klausul diubah")
        lost = sum(not _saved(desk, one) for one in ids)
    return Host(keys, [pss for pss, _rss in memories], [rss for _pss, rss in memories], lost)


def _editing(desk: Desk, agreement_id: str) -> Terminal:
    terminal = desk.terminal(PROGRAM, "susun", agreement_id)
    terminal.wait_for(READ)
    terminal.settle()
    terminal.press("down", "enter")
    terminal.wait_for(EDITING)
    terminal.settle()
    return terminal


def _answered(terminal: Terminal, letter: str) -> float:
    """Type a letter, and return the milliseconds until its answer has come."""
    terminal.during(PAUSE)
    begun = time.perf_counter()
    terminal.type(letter)
    last = None
    while last is None or time.perf_counter() - last < PAUSE:
        if time.perf_counter() - begun > PATIENCE:
            raise TimeoutError("a key is not answered")
        before = len(terminal.output)
        terminal.during(PAUSE / 10)
        if len(terminal.output) > before:
            last = time.perf_counter()
    return (last - begun) * 1000


def _memory(pid: int) -> tuple[float, float]:
    told = Path(f"/proc/{pid}/smaps_rollup").read_text()
    pss, rss = (int(re.findall(rf"^{name}:\s+(\d+)", told, re.MULTILINE)[0]) for name in ("Pss", "Rss"))
    return pss / 1024, rss / 1024


def _saved(desk: Desk, agreement_id: str) -> bool:
    clauses = load(desk.office, agreement_id).agreement.clauses
    return any(one.id == EDITED and one.text.rstrip().endswith(LETTERS) for one in clauses)
