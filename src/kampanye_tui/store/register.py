"""The registers of a workspace on the disk: the numbers of its documents, one chained file a year.

Who wants a number hands over a function from the register as it stands to what shall be added; it is called
under the lock, so two processes cannot get the same one. A register is never rewritten.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from pathlib import Path

from kampanye_tui.agreement.number_lending import decline_elsewhere, decline_entries
from kampanye_tui.agreement.number_register import Register, read_register
from kampanye_tui.model.number_entry import AnyNumberEntry
from kampanye_tui.store.chained_file import ChainedFile, Opened

FOLDER = "register"
_NAME = re.compile(r"([0-9]{4})\.jsonl")


def register_years(workspace: Path) -> tuple[int, ...]:
    """Return the years that have a register, sorted."""
    try:
        names = [path.name for path in (workspace / FOLDER).iterdir()]
    except (FileNotFoundError, NotADirectoryError):
        return ()
    return tuple(sorted(int(met[1]) for name in names if (met := _NAME.fullmatch(name))))


def open_register(workspace: Path, year: int) -> Opened[AnyNumberEntry]:
    """Return a year's register; raises :class:`Refused` with the first line that does not hold.

    A torn last line is set aside first, where the disk lets us; where it does not, it is told.
    """
    return _register(workspace, year).open()


def enter(
    workspace: Path, year: int, make: Callable[[Register], Iterable[AnyNumberEntry]]
) -> tuple[Register, tuple[AnyNumberEntry, ...]]:
    """Append what ``make`` returns for a year's register as it stands; return the new one and what was added.

    Their line numbers are set here. Raises :class:`Refused` for a register that does not hold,
    :class:`Declined` for numbers that are lent, what ``make`` raises, and :class:`OSError`; nothing was
    appended then.
    """
    for other in register_years(workspace):
        if other != year:
            decline_elsewhere(_register(workspace, other).open().book.events)

    def ours(register: Register) -> Iterable[AnyNumberEntry]:
        entries = tuple(make(register))
        decline_entries(register.events, entries)
        return entries

    return _register(workspace, year).append(ours)


def enter_steps(
    workspace: Path, year: int, make: Callable[[Register], Iterable[AnyNumberEntry]]
) -> tuple[Register, tuple[AnyNumberEntry, ...]]:
    """Append as :func:`enter` does a step of a loan, and what a laptop entered, which was judged there."""
    return _register(workspace, year).append(make)


def _register(workspace: Path, year: int) -> ChainedFile[AnyNumberEntry]:
    name = f"{year:04d}.jsonl"
    return ChainedFile(
        workspace / FOLDER / name,
        lambda data: read_register(data, year, f"{FOLDER}/{name}"),
        f"register nomor tahun {year}",
    )
