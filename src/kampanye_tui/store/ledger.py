"""The ledger of an agreement on the disk: a chained file in the folder of the agreement.

Who wants to record something hands over a function from the ledger as it stands to what shall be added; it is
called under the lock, so two processes cannot book the same thing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from kampanye_tui.agreement.chain import FILE, Book, Chained, added, beginning, read_book
from kampanye_tui.agreement.lending import decline_unwritable, last_loan
from kampanye_tui.agreement.state import state
from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.event import AnyEvent, Loan
from kampanye_tui.model.problem import Declined, Problem
from kampanye_tui.model.state import State
from kampanye_tui.store.atomic import write_whole
from kampanye_tui.store.chained_file import ChainedFile, Opened
from kampanye_tui.store.workspace import FOLDER


class Ledger:
    """The ledger of an agreement that is open: what was verified before is only compared.

    Nothing is recorded behind a ledger that lost what it had when it was opened: that is kept beside it.
    """

    def __init__(self, folder: Path, agreement_id: str) -> None:
        self._file = _ledger(folder, agreement_id, self._read)
        self._growing = _ledger(folder, agreement_id, self._read_on)
        self._id = agreement_id
        self._known: tuple[bytes, Book | None] = b"", None
        # All that it ever held, and where that is kept once it was lost.
        self._held: tuple[AnyEvent, ...] = ()
        self._kept_as = ""

    @property
    def size(self) -> int:
        """The bytes of the file, 0 where there is none: it grows with every event."""
        try:
            return self._file.path.stat().st_size
        except OSError:
            return 0

    def open(self) -> Opened[AnyEvent]:
        """Return the ledger as :func:`open_ledger` does; the same value as before where nothing was added."""
        opened = self._file.open()
        self._hold(opened.book)
        return opened

    def record(self, make: Callable[[Book], Iterable[AnyEvent]]) -> tuple[AnyEvent, ...]:
        """Append what ``make`` returns and return it, as :func:`record` does.

        Raises :class:`Declined` for a ledger that lost events since it was opened.
        """
        book, events = self._growing.append(_while_ours(make))
        self._hold(book)
        return events

    def _continues(self, book: Book) -> bool:
        return book.events[: len(self._held)] == self._held

    def _hold(self, book: Book) -> None:
        if self._continues(book):
            self._held = book.events

    def _read_on(self, data: bytes, label: str) -> Book:
        """Return the ledger that something is about to be recorded in."""
        book = self._read(data, label)
        if not self._continues(book):
            if not self._kept_as:
                self._kept_as = self._keep_beside()
            what = "catatan kejadian ini terhapus atau diganti sejak dibuka, jadi tidak ada yang dicatat"
            hint = (
                f"Yang terakhir dibaca disimpan sebagai {self._kept_as}; bila itu yang benar, kembalikan "
                "namanya; bila bukan, tutup lalu buka lagi"
            )
            raise Declined([Problem(what=what, hint=hint, file=label)])
        return book

    def _keep_beside(self) -> str:
        number, path = 1, self._file.path
        while (beside := path.with_name(f"{path.stem}.hilang-{number:02d}{path.suffix}")).exists():
            number += 1
        lines, _book = added(Chained((), beginning(self._id)), self._held)
        write_whole(beside, lines, new=True)
        return beside.name

    def _read(self, data: bytes, label: str) -> Book:
        before, book = self._known
        if not data.startswith(before):
            before, book = b"", None
        if book is None or len(data) > len(before):
            book = read_book(data[len(before) :], self._id, label, book)
            # Both at once: a thread may be recording what another one is about to show.
            self._known = data, book
        return book


def open_ledger(folder: Path, agreement_id: str) -> Opened[AnyEvent]:
    """Return the ledger of an agreement; raises :class:`Refused` with the first line that does not hold.

    A torn last line is set aside first, where the disk lets us; where it does not, it is told.
    """
    return _ledger(folder, agreement_id).open()


def record(
    folder: Path, agreement_id: str, make: Callable[[Book], Iterable[AnyEvent]]
) -> tuple[Book, tuple[AnyEvent, ...]]:
    """Append what ``make`` returns for the ledger as it stands; return the new ledger and what was added.

    Their numbers are set here. Raises :class:`Refused` for a ledger that does not hold, :class:`Declined` for
    one that is lent, what ``make`` raises, and :class:`OSError`; nothing was appended then.
    """
    return _ledger(folder, agreement_id).append(_while_ours(make))


def record_step(folder: Path, agreement_id: str, step: Loan) -> None:
    """Append a step of a loan as :func:`record` does: also behind a ledger that is lent."""
    _ledger(folder, agreement_id).append(lambda _book: (step,))


def _while_ours(make: Callable[[Book], Iterable[AnyEvent]]) -> Callable[[Book], Iterable[AnyEvent]]:
    """Return ``make`` so that nothing comes of it where the right to write is elsewhere."""

    def made(book: Book) -> Iterable[AnyEvent]:
        decline_unwritable(last_loan(book.events))
        return make(book)

    return made


def state_of(workspace: Path, agreement: Agreement) -> State:
    """Return where a saved agreement stands; raises :class:`Refused` for a ledger that does not hold."""
    book = open_ledger(workspace / FOLDER / agreement.id, agreement.id).book
    return state(agreement, book.events, book.head if book.events else "")


def _ledger(
    folder: Path, agreement_id: str, read: Callable[[bytes, str], Book] | None = None
) -> ChainedFile[AnyEvent]:
    label = f"{folder.parent.name}/{folder.name}/{FILE}"

    def whole(data: bytes) -> Book:
        return read(data, label) if read else read_book(data, agreement_id, label)

    return ChainedFile(folder / FILE, whole, "catatan kejadian")
