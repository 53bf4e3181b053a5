"""The ledger of an agreement on the disk: a chained file in the folder of the agreement.

Who wants to record something hands over a function from the ledger as it stands to what shall be added; it is
called under the lock, so two processes cannot book the same thing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from kampanye_tui.agreement.chain import FILE, Book, read_book
from kampanye_tui.agreement.state import state
from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.event import AnyEvent
from kampanye_tui.model.state import State
from kampanye_tui.store.chained_file import ChainedFile, Opened
from kampanye_tui.store.workspace import FOLDER


def open_ledger(folder: Path, agreement_id: str) -> Opened[AnyEvent]:
    """Return the ledger of an agreement; raises :class:`Refused` with the first line that does not hold.

    A torn last line is set aside first, where the folder lets us; a reader who may not write is told of it.
    """
    return _ledger(folder, agreement_id).open()


def record(
    folder: Path, agreement_id: str, make: Callable[[Book], Iterable[AnyEvent]]
) -> tuple[Book, tuple[AnyEvent, ...]]:
    """Append what ``make`` returns for the ledger as it stands; return the new ledger and what was added.

    Their numbers are set here. Raises :class:`Refused` for a ledger that does not hold, what ``make`` raises,
    and :class:`OSError`; nothing was appended then.
    """
    return _ledger(folder, agreement_id).append(make)


def state_of(workspace: Path, agreement: Agreement) -> State:
    """Return where a saved agreement stands; raises :class:`Refused` for a ledger that does not hold."""
    book = open_ledger(workspace / FOLDER / agreement.id, agreement.id).book
    return state(agreement, book.events, book.head if book.events else "")


def _ledger(folder: Path, agreement_id: str) -> ChainedFile[AnyEvent]:
    path = folder / FILE
    label = f"{folder.parent.name}/{folder.name}/{FILE}"
    return ChainedFile(path, lambda data: read_book(data, agreement_id, label), "catatan kejadian")
