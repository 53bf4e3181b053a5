"""Processes that number documents and record events as fast as they can, and write down what they got."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from datetime import UTC, date, datetime
from multiprocessing.synchronize import Barrier
from pathlib import Path

from kampanye_tui.agreement.number_register import issued
from kampanye_tui.model.event import Overridden
from kampanye_tui.model.number_entry import Issued
from kampanye_tui.store.ledger import open_ledger, record
from kampanye_tui.store.register import enter, open_register

YEAR = 2023
ID = "nota"
THEN = datetime(2023, 11, 28, 2, 15, tzinfo=UTC)


def give(workspace: Path, document: str) -> tuple[int, str]:
    """Give a document the next number of the year."""

    def make(register):
        return (
            issued(
                register.events,
                form="{urut}/PL.01.6-{jenis}/3674/{tahun}",
                code="BA",
                document=document,
                agreement=ID,
                day=date(YEAR, 11, 28),
                recorded=THEN,
                operator="ani",
            ),
        )

    (entry,) = enter(workspace, YEAR, make)[1]
    assert isinstance(entry, Issued)
    return entry.sequence, entry.text


def note(folder: Path, what: str) -> tuple[int, str]:
    """Record an event."""
    event = Overridden(number=0, occurred=THEN, recorded=THEN, operator="ani", what=what, reason="uji")
    ((entry,)) = record(folder, ID, lambda _book: [event])[1]
    return entry.number, what


def until(end: float, deed: Callable[[str], tuple[int, str]], name: str, answers: Path) -> None:
    """Do it again and again until then, and write down every answer at once."""
    with (answers / f"{name}.jsonl").open("w", buffering=1) as told:
        done = 0
        while time.time() < end:
            done += 1
            told.write(json.dumps(deed(f"{name}-{done}")) + "\n")


def number_for(workspace: Path, name: str, seconds: float, start: Barrier, answers: Path) -> None:
    """Wait for the others and number documents."""
    start.wait()
    until(time.time() + seconds, lambda document: give(workspace, document), name, answers)


def record_for(folder: Path, name: str, seconds: float, start: Barrier, answers: Path) -> None:
    """Wait for the others and record events."""
    start.wait()
    until(time.time() + seconds, lambda what: note(folder, what), name, answers)


def watch_register(workspace: Path, name: str, seconds: float, start: Barrier, answers: Path) -> None:
    """Wait for the others and read the register; write down what had to be told."""
    start.wait()

    def look(_name: str) -> tuple[int, str]:
        opened = open_register(workspace, YEAR)
        return len(opened.book.events), opened.notice

    until(time.time() + seconds, look, name, answers)


def watch_ledger(folder: Path, name: str, seconds: float, start: Barrier, answers: Path) -> None:
    """Wait for the others and read the ledger; write down what had to be told."""
    start.wait()

    def look(_name: str) -> tuple[int, str]:
        opened = open_ledger(folder, ID)
        return len(opened.book.events), opened.notice

    until(time.time() + seconds, look, name, answers)
