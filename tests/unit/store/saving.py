"""Changed agreements, and what other processes do with them in the tests of the workspace."""

from __future__ import annotations

from collections.abc import Callable
from multiprocessing.synchronize import Barrier
from pathlib import Path

import msgspec

from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.problem import Declined
from kampanye_tui.store.history import FOLDER as JOURNAL
from kampanye_tui.store.workspace import LOCK, Saved, create, load, save


def about(agreement: Agreement, topic: str) -> Agreement:
    """Return the agreement with another topic."""
    return msgspec.structs.replace(agreement, topic=topic)


def files(saved: Saved) -> list[str]:
    """Return the names in the folder of an agreement, lock and journal apart."""
    return sorted(path.name for path in saved.path.parent.iterdir() if path.name not in (LOCK, JOURNAL))


def save_as(workspace: Path, agreement_id: str, topic: str, start: Barrier, answers: Path) -> None:
    """Load an agreement, wait until everybody has, and save it with another topic."""
    saved = load(workspace, agreement_id)
    start.wait()
    answer(answers, topic, lambda: save(saved, about(saved.agreement, topic)))


def create_as(workspace: Path, agreement: Agreement, topic: str, start: Barrier, answers: Path) -> None:
    """Wait for the others and create an agreement of the same id."""
    start.wait()
    answer(answers, topic, lambda: create(workspace, about(agreement, topic)))


def answer(answers: Path, topic: str, deed: Callable[[], object]) -> None:
    """Write down whether a deed was done or declined."""
    try:
        deed()
    except Declined:
        (answers / topic).write_text("ditolak")
    else:
        (answers / topic).write_text("tersimpan")
