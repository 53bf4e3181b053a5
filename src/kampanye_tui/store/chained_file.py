"""A chained file on the disk: appended under a lock and flushed, never rewritten.

Who wants to add something hands over a function from the file as it stands to what shall be added; it is
called under the lock, so two processes cannot write the same thing. A last line that a power failure tore is
set aside, never deleted, and told.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Generic, NamedTuple, TypeVar

import msgspec

from kampanye_tui.agreement.chain import Chained, Entry, added
from kampanye_tui.store.at_work import signed_by
from kampanye_tui.store.atomic import sync_folder, write_whole
from kampanye_tui.store.locked_file import is_named, locked, replaced
from kampanye_tui.store.plain_file import LARGEST_CHAIN, kept_bytes

E = TypeVar("E", bound=Entry)


class Opened(NamedTuple, Generic[E]):
    """A file as read, and what the operator has to be told of it: a line that was torn and set aside."""

    book: Chained[E]
    notice: str = ""


class ChainedFile(NamedTuple, Generic[E]):
    """Where a file is, how its bytes are read, and what it is called in ``notice``: ``catatan kejadian``.

    ``read`` raises :class:`Refused` with the first line that does not hold.
    """

    path: Path
    read: Callable[[bytes], Chained[E]]
    called: str

    def open(self) -> Opened[E]:
        """Return the file; raises what ``read`` does.

        A torn last line is set aside first, where the disk lets us; where it does not, it is told.
        """
        try:
            data = kept_bytes(self.path, f"{self.path.parent.name}/{self.path.name}", LARGEST_CHAIN)
        except FileNotFoundError:
            return Opened(self.read(b""))
        whole = _whole(data)
        if len(whole) == len(data):
            return Opened(self.read(data))
        try:
            with locked(self.path) as handle:
                data, notice = self._set_aside(handle)
                return Opened(self.read(data), notice)
        except OSError:
            return Opened(self.read(whole), f"{self._torn}; belum dapat disisihkan.")

    def append(self, make: Callable[[Chained[E]], Iterable[E]]) -> tuple[Chained[E], tuple[E, ...]]:
        """Append what ``make`` returns for the file as it stands; return the new file and what was added.

        Their numbers are set here, and from where it is recorded. Raises what ``read`` and ``make`` raise,
        :class:`Declined` for an entry that the role of whoever works does not allow, and :class:`OSError`;
        nothing was appended then.
        """
        self.path.parent.mkdir(parents=True, exist_ok=True)
        fresh = not self.path.exists()
        with locked(self.path) as handle:
            data, _notice = self._set_aside(handle)
            book = self.read(data)
            wanted = tuple(
                msgspec.structs.replace(entry, number=number, **signed_by(entry))
                for number, entry in enumerate(make(book), len(book.events) + 1)
            )
            lines, after = added(book, wanted)
            try:
                _write_all(handle, lines)
                os.fsync(handle)
            except OSError:
                # What got in of it is taken out again, so that nobody reads half of what was refused.
                os.ftruncate(handle, len(data))
                raise
            if not is_named(handle, self.path):
                raise replaced(self.path)
        if fresh:
            sync_folder(self.path.parent)
            sync_folder(self.path.parent.parent)
        return after, wanted

    def _set_aside(self, handle: int) -> tuple[bytes, str]:
        """Put a torn last line into a file of its own and cut it off; return the rest, and what to tell."""
        data = _read(handle)
        whole = _whole(data)
        if len(whole) == len(data):
            return data, ""
        number = 1
        while (beside := self._beside(number)).exists():
            number += 1
        write_whole(beside, data[len(whole) :], new=True)
        os.ftruncate(handle, len(whole))
        os.fsync(handle)
        return whole, f"{self._torn}; disisihkan ke {beside.name}."

    def _beside(self, number: int) -> Path:
        return self.path.with_name(f"{self.path.stem}.robek-{number:02d}{self.path.suffix}")

    @property
    def _torn(self) -> str:
        return f"Baris terakhir {self.called} tidak selesai ditulis"


def _write_all(handle: int, lines: bytes) -> None:
    while lines:
        lines = lines[os.write(handle, lines) :]


def _read(handle: int) -> bytes:
    os.lseek(handle, 0, os.SEEK_SET)
    pieces = []
    while piece := os.read(handle, 1 << 20):
        pieces.append(piece)
    return b"".join(pieces)


def _whole(data: bytes) -> bytes:
    """Return the data up to its last line end."""
    return data[: data.rfind(b"\n") + 1]
