"""Operators at work on one host: memory of each, how soon a key is answered, and that nothing is lost."""

from __future__ import annotations

import re
import select
import statistics
import tempfile
import time
from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import NamedTuple

from tests.terminal.desk import EDITED, EDITING, PROGRAM, READ, Desk, made_desk
from tests.terminal.emulator import PATIENCE, Terminal

from bench.rounds import Section, digits, table
from bench.sample import sample_agreement
from kampanye_tui.model.agreement import Agreement
from kampanye_tui.store.apart import waiting
from kampanye_tui.store.history import FOLDER
from kampanye_tui.store.workspace import load

OPERATORS = 20
IN_TURN, TOGETHER = "abcdefghijkl", "mnopqrstuvwx"
"""Typed by one after the other, and by all at the same instant."""
FIRST, SECOND = "abcdefghijkl", "ABCDEFGHIJKL"
"""Typed by the two at one agreement."""
PAUSE = 0.02
"""Seconds without a byte after which the answer to a key has come; they do not count."""


class Host(NamedTuple):
    """Milliseconds of keys, MB of programs (shared pages by parts, and whole), texts not found again."""

    in_turn: list[float]
    together: list[float]
    proportional: list[float]
    resident: list[float]
    lost: int


class Pairs(NamedTuple):
    """Milliseconds of keys of two at one agreement each, and texts that are neither saved nor kept."""

    together: list[float]
    lost: int


def measure() -> Section:
    """Measure twenty operators, each with an agreement of their own, and then two at each of ten."""
    host, pairs = at_once(OPERATORS), in_pairs(OPERATORS)
    keys = {
        "key, in turn, ms": host.in_turn,
        "key, all at the same instant, ms": host.together,
        "key, two at an agreement, all at the same instant, ms": pairs.together,
    }
    return Section(
        (
            "## Operators at once",
            "",
            f"{OPERATORS} programs on terminals of 80 by 24, each in the clause editor of its own agreement. "
            f"In turn each types a letter, {len(IN_TURN)} times; then all press a key at the same instant, "
            f"{len(TOGETHER)} times; others count pages and journal meanwhile. Then all save. "
            f"*Two at an agreement*: as many programs, at {OPERATORS // 2} agreements; in each the second "
            f"takes over while the first has the clause open, and both type on, {len(FIRST)} letters. Both "
            "save; the first is told, takes back, and merges. Milliseconds from the key to the last byte of "
            "its answer; whoever presses last of all has the others' keys before them.",
            "",
            *table(
                ("", "median", "99th percentile", "most"),
                (
                    *(
                        (
                            name,
                            digits(statistics.median(of)),
                            digits(statistics.quantiles(of, n=100)[98]),
                            digits(max(of)),
                        )
                        for name, of in keys.items()
                    ),
                    *(
                        (name, f"{statistics.median(of):.1f}", "", f"{max(of):.1f}")
                        for name, of in (("MB, PSS", host.proportional), ("MB, RSS", host.resident))
                    ),
                ),
            ),
            "",
            f"Texts that were not in their files at the end: {host.lost}. "
            f"Texts of two that were neither saved nor kept beside: {pairs.lost}.",
        ),
        {**host._asdict(), "pairs": pairs._asdict()},
    )


def at_once(operators: int) -> Host:
    """Let so many operators type and save, each in an agreement of their own."""
    with tempfile.TemporaryDirectory(prefix="kampanye-bench-") as folder, ExitStack() as open_ones:
        desk = made_desk(Path(folder), sample_agreement(), operators)
        ids = _ids(operators)
        terminals = [open_ones.enter_context(_opened(desk, one, "operator1")) for one in ids]
        for terminal in terminals:
            _read(terminal)
            _edit(terminal)
        in_turn = [
            key for letter in IN_TURN for terminal in terminals for key in _answered({terminal: letter})
        ]
        together = [key for letter in TOGETHER for key in _answered(dict.fromkeys(terminals, letter))]
        memories = [_memory(terminal.pid) for terminal in terminals]
        for terminal in terminals:
            terminal.press("f10")
        for terminal in terminals:
            terminal.wait_for("Klausul diubah")
        lost = sum(not _saved(desk, one, IN_TURN + TOGETHER) for one in ids)
    return Host(in_turn, together, [pss for pss, _rss in memories], [rss for _pss, rss in memories], lost)


def in_pairs(operators: int) -> Pairs:
    """Let two at a time meet in one clause of one agreement; a screen that does not tell them raises."""
    with tempfile.TemporaryDirectory(prefix="kampanye-bench-") as folder, ExitStack() as open_ones:
        desk = made_desk(Path(folder), sample_agreement(), operators // 2)
        ids = _ids(operators // 2)
        firsts = [open_ones.enter_context(_opened(desk, one, "operator1")) for one in ids]
        for terminal in firsts:
            _read(terminal)
            _edit(terminal)
        seconds = [open_ones.enter_context(_opened(desk, one, "operator2")) for one in ids]
        for terminal in seconds:
            _read(terminal)
            assert "dibuka oleh operator1" in terminal.text
            _take_over(terminal)
            terminal.wait_for("sekarang Anda pegang")
            _edit(terminal)
        together = [
            key
            for first, second in zip(FIRST, SECOND, strict=True)
            for key in _answered(dict.fromkeys(firsts, first) | dict.fromkeys(seconds, second))
        ]
        for terminal in (*firsts, *seconds):
            terminal.press("f10")
        for terminal in seconds:
            terminal.wait_for("Klausul diubah")
        for terminal in firsts:
            terminal.wait_for("menggabungkan versi yang menunggu")
        lost = sum((not _saved(desk, one, SECOND)) + (not _waits(desk, one, FIRST)) for one in ids)
        for terminal in firsts:
            _take_over(terminal)
            terminal.wait_for("Gabungkan dua versi")
            terminal.press("s")
            terminal.wait_for("F10 menyimpannya")
            terminal.press("f10")
            terminal.wait_for("Digabungkan")
        for terminal in seconds:
            terminal.press("u")
            terminal.wait_for("dibuka oleh operator1")
        lost += sum((not _saved(desk, one, FIRST)) + (not _kept(desk, one, SECOND)) for one in ids)
    return Pairs(together, lost)


def _ids(agreements: int) -> list[str]:
    return [f"naskah-{number:03d}" for number in range(1, agreements + 1)]


def _opened(desk: Desk, agreement_id: str, operator: str) -> Terminal:
    """Start the program on an agreement, with a home of its operator's own."""
    home = desk.home.with_name(f"rumah-{operator}-{agreement_id}")
    home.mkdir()
    return desk.terminal(PROGRAM, "--operator", operator, "susun", agreement_id, HOME=str(home))


def _read(terminal: Terminal) -> None:
    terminal.wait_for(READ)
    terminal.settle()


def _edit(terminal: Terminal) -> None:
    terminal.press("down", "enter")
    terminal.wait_for(EDITING)
    terminal.settle()


def _take_over(terminal: Terminal) -> None:
    terminal.press("T")
    terminal.wait_for("Ambil alih naskah?")
    terminal.press("y")


def _answered(keys: Mapping[Terminal, str]) -> list[float]:
    """Press keys at the same instant, one on each terminal; return the milliseconds until each answer."""
    for terminal in keys:
        terminal.settle(0)
    begun = time.perf_counter()
    for terminal, letter in keys.items():
        terminal.type(letter)
    last: dict[Terminal, float] = {}
    came: list[tuple[Terminal, bytes]] = []
    while len(last) < len(keys) or time.perf_counter() - max(last.values()) < PAUSE:
        if time.perf_counter() - begun > PATIENCE:
            raise TimeoutError("a key is not answered")
        ready = select.select(list(keys), [], [], PAUSE / 10)[0]
        now = time.perf_counter()
        for terminal in ready:
            came.append((terminal, terminal.received()))
            # What comes after a pause is no answer any more.
            if now - last.get(terminal, now) < PAUSE:
                last[terminal] = now
    for terminal, data in came:
        terminal.show(data)
    return [(one - begun) * 1000 for one in last.values()]


def _memory(pid: int) -> tuple[float, float]:
    told = Path(f"/proc/{pid}/smaps_rollup").read_text()
    pss, rss = (int(re.findall(rf"^{name}:\s+(\d+)", told, re.MULTILINE)[0]) for name in ("Pss", "Rss"))
    return pss / 1024, rss / 1024


def _saved(desk: Desk, agreement_id: str, letters: str) -> bool:
    return _ends(load(desk.office, agreement_id).agreement, letters)


def _waits(desk: Desk, agreement_id: str, letters: str) -> bool:
    """Tell whether a version that waits to be merged has the letters."""
    return any(_ends(one.ours, letters) for one in waiting(desk.office / "naskah" / agreement_id))


def _kept(desk: Desk, agreement_id: str, letters: str) -> bool:
    """Tell whether an earlier text has the letters."""
    earlier = (desk.office / "naskah" / agreement_id / FOLDER).glob("*.toml")
    return any(letters in path.read_text() for path in earlier)


def _ends(agreement: Agreement, letters: str) -> bool:
    return any(one.id == EDITED and one.text.rstrip().endswith(letters) for one in agreement.clauses)
