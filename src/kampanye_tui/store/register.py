"""The registers of a workspace on the disk: the numbers of its documents, one chained file a year.

Who wants a number hands over a function from the register as it stands to what shall be added; it is called
under the lock, so two processes cannot get the same one. A register is never rewritten.

Each year counts by itself: a register of another year that cannot be read stops no number, but is told.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from kampanye_tui.agreement.number_lending import decline_elsewhere, decline_entries, not_brought
from kampanye_tui.agreement.number_register import Register, borrowed, read_register
from kampanye_tui.model.loan import ON_LAPTOP
from kampanye_tui.model.messages import system_error
from kampanye_tui.model.number_entry import AnyNumberEntry
from kampanye_tui.model.problem import Problem, Refused
from kampanye_tui.store import workspace as texts
from kampanye_tui.store.chained_file import ChainedFile, Opened
from kampanye_tui.store.on_loan import loan_of

FOLDER = "register"
_NAME = re.compile(r"([0-9]{4})\.jsonl")


class Entered(NamedTuple):
    """A year's register after something was appended, what that was, and why other years cannot be read."""

    register: Register
    entries: tuple[AnyNumberEntry, ...]
    unread: tuple[Problem, ...]


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


def read_years(
    workspace: Path, years: Iterable[int]
) -> Iterator[tuple[int, Register | None, tuple[Problem, ...]]]:
    """Yield years with their registers, or with why they cannot be read."""
    for year in years:
        register = _register(workspace, year)
        try:
            yield year, register.open().book, ()
        except Refused as refused:
            yield year, None, tuple(refused.problems)
        except OSError as error:
            yield year, None, (Problem(what=system_error(error), file=f"{FOLDER}/{register.path.name}"),)


def enter(workspace: Path, year: int, make: Callable[[Register], Iterable[AnyNumberEntry]]) -> Entered:
    """Append what ``make`` returns for a year's register as it stands; return what came of it.

    Line numbers are set here. Raises :class:`Refused` for a register that does not hold, :class:`Declined`
    for numbers that are lent or were not brought along, what ``make`` raises, and :class:`OSError`; nothing
    was appended then.
    """
    unread = tuple(_unread_beside(workspace, year))

    def ours(register: Register) -> Iterable[AnyNumberEntry]:
        # A register that is broken may be the one that says so.
        if unread and not borrowed(register.events) and _is_borrowed(workspace):
            raise not_brought()
        entries = tuple(make(register))
        decline_entries(register.events, entries)
        return entries

    return Entered(*_register(workspace, year).append(ours), unread)


def _unread_beside(workspace: Path, year: int) -> Iterator[Problem]:
    """Yield why registers of other years cannot be read; raises :class:`Declined` for one that was lent."""
    others = (other for other in register_years(workspace) if other != year)
    for _other, book, problems in read_years(workspace, others):
        yield from problems
        if book is not None:
            decline_elsewhere(book.events)


def _is_borrowed(workspace: Path) -> bool:
    """Tell whether an agreement was lent to this workspace; raises what :func:`loan_of` does."""
    steps = (loan_of(texts.folder_of(workspace, one)) for one in texts.agreement_ids(workspace))
    return any(step is not None and step.deed in ON_LAPTOP for step in steps)


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
