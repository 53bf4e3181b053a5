"""A workspace on the disk → what is seen in it: names, permissions, bytes to be verified, who edits.

Nothing is written here, locked or set aside, and no link is followed. Folders that are not ours are not
looked into, nor is ``keluaran``, which can be made again.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

import msgspec

from kampanye_tui.agreement.verification import Kept
from kampanye_tui.model.messages import system_error
from kampanye_tui.model.problem import Problem, Refused
from kampanye_tui.store import evidence, history, revisions
from kampanye_tui.store.forks import FORKS, fork_words
from kampanye_tui.store.index import holds
from kampanye_tui.store.journal import journal_path, what_is_left
from kampanye_tui.store.kept import kept_register, read_kept
from kampanye_tui.store.lease import holder, left_open
from kampanye_tui.store.on_loan import why_on_loan
from kampanye_tui.store.plain_file import kept_bytes
from kampanye_tui.store.register import FOLDER as REGISTERS
from kampanye_tui.store.register import register_years
from kampanye_tui.store.workspace import ARCHIVE, FOLDER

_BELOW = (history.FOLDER, revisions.FOLDER, evidence.FOLDER, REGISTERS)
"""Folders of an agreement that are looked into; a fork has its register with it."""


class Seen(NamedTuple):
    """A file or folder: its name from the workspace on, and what this user may do with it.

    ``age`` are the seconds between its last change and now, whichever is earlier.
    """

    name: str
    mode: int
    ours: bool
    readable: bool
    writable: bool
    age: float

    @property
    def is_folder(self) -> bool:
        """Whether it is a folder."""
        return stat.S_ISDIR(self.mode)

    @property
    def is_file(self) -> bool:
        """Whether it is a plain file."""
        return stat.S_ISREG(self.mode)


class SeenAgreement(NamedTuple):
    """The folder of an agreement. ``kept`` is None where not all of it can be read; ``unread`` says why.

    Of a file that this user may not read its permissions say so, and nothing is unread. ``versions`` are the
    files of its history by number, None for one that is too large, ``undone`` those that an undo took back.
    ``editor`` says who has it open,
    ``deserter`` who had it when their program ended in the middle, ``typed`` what is told of words that were
    not saved, ``fork`` of what agreement it is a copy that went on by itself, ``lent`` why it may not be
    written here.
    """

    label: str
    files: tuple[Seen, ...]
    kept: Kept | None
    unread: tuple[Problem, ...] = ()
    versions: Mapping[int, bytes | None] = {}
    undone: Mapping[int, bytes | None] = {}
    editor: str = ""
    deserter: str = ""
    typed: str = ""
    fork: str = ""
    lent: str = ""


class SeenWorkspace(NamedTuple):
    """What is seen of a workspace besides its agreements: registers as year, bytes and name.

    ``unread`` says why others could not be read, ``read_only`` that nobody may write there.
    """

    files: tuple[Seen, ...]
    registers: tuple[tuple[int, bytes, str], ...]
    unread: tuple[Problem, ...]
    index_holds: bool
    read_only: bool


def agreement_folders(workspace: Path) -> tuple[Path, ...]:
    """Return every folder in which an agreement is or was, those put away and then the forks last."""
    found: list[Path] = []
    for shelf in (FOLDER, ARCHIVE, FORKS):
        with suppress(OSError):
            found += sorted(
                path
                for path in (workspace / shelf).iterdir()
                if not path.is_symlink() and path.is_dir() and not path.name.startswith(".")
            )
    return tuple(found)


def see_agreement(workspace: Path, folder: Path, home: Path, now: datetime) -> SeenAgreement:
    """Return what is seen of the folder of an agreement."""
    label = f"{folder.parent.name}/{folder.name}"
    files = tuple(_walk(workspace, folder, now.timestamp()))
    kept: Kept | None = None
    unread: tuple[Problem, ...] = ()
    try:
        versions = _versions(history.versions_of(folder / history.FOLDER))
        undone = _versions(history.undone_of(folder / history.FOLDER))
        kept = read_kept(folder)._replace(label=label)
    except OSError:
        # Its permissions say why.
        return SeenAgreement(label, files, None)
    except Refused as refused:
        unread = tuple(_below(folder.parent.name, refused))
    held = holder(folder, now)
    return SeenAgreement(
        label,
        files,
        kept,
        unread,
        versions,
        undone,
        held.words if held else "",
        "" if held else left_open(folder, now),
        what_is_left(journal_path(home, workspace, folder.name)),
        fork_words(workspace, folder) if folder.parent.name == FORKS else "",
        why_on_loan(folder),
    )


def see_workspace(workspace: Path, now: datetime) -> SeenWorkspace:
    """Return what is seen of a workspace besides its agreements; raises :class:`OSError`."""
    at = now.timestamp()
    files = [_seen(workspace, workspace, at)]
    files += (_seen(workspace, path, at) for path in sorted(workspace.iterdir()) if path.name.startswith("."))
    for shelf in (FOLDER, ARCHIVE, FORKS, REGISTERS):
        if (workspace / shelf).is_dir():
            files.append(_seen(workspace, workspace / shelf, at))
    if (workspace / REGISTERS).is_dir():
        files += (_seen(workspace, path, at) for path in sorted((workspace / REGISTERS).iterdir()))
    return SeenWorkspace(tuple(files), *_registers(workspace), holds(workspace), _read_only(workspace))


def _registers(workspace: Path) -> tuple[tuple[tuple[int, bytes, str], ...], tuple[Problem, ...]]:
    """Return the registers that can be read, and why others cannot."""
    found: list[tuple[int, bytes, str]] = []
    unread: list[Problem] = []
    for year in register_years(workspace):
        try:
            found.append((year, *kept_register(workspace, year)))
        except Refused as refused:
            unread += refused.problems
        except OSError as error:
            unread.append(Problem(what=system_error(error), file=f"{REGISTERS}/{year:04d}.jsonl"))
    return tuple(found), tuple(unread)


def _below(shelf: str, refused: Refused) -> Iterator[Problem]:
    """Yield problems of an agreement with their files named from the workspace on."""
    for problem in refused.problems:
        yield msgspec.structs.replace(problem, file=f"{shelf}/{problem.file}")


def _walk(workspace: Path, folder: Path, at: float) -> Iterator[Seen]:
    """Yield a folder, what is in it, and what is in those below that are ours."""
    yield _seen(workspace, folder, at)
    with suppress(OSError):
        for path in sorted(folder.iterdir()):
            yield (one := _seen(workspace, path, at))
            if one.is_folder and path.name in _BELOW:
                with suppress(OSError):
                    for below in sorted(path.iterdir()):
                        yield _seen(workspace, below, at)


def _seen(workspace: Path, path: Path, at: float) -> Seen:
    status = path.lstat()
    link = stat.S_ISLNK(status.st_mode)
    entering = os.X_OK if stat.S_ISDIR(status.st_mode) else 0
    return Seen(
        path.relative_to(workspace).as_posix(),
        status.st_mode,
        status.st_uid == os.geteuid(),
        link or os.access(path, os.R_OK | entering, effective_ids=True),
        link or os.access(path, os.W_OK, effective_ids=True) or _read_only(path),
        abs(at - status.st_mtime),
    )


def _read_only(path: Path) -> bool:
    """Tell whether nobody may write here, so that nothing is wrong with a file that this user may not."""
    return bool(os.statvfs(path).f_flag & os.ST_RDONLY)


def _versions(paths: Mapping[int, Path]) -> dict[int, bytes | None]:
    found: dict[int, bytes | None] = {}
    for number, path in paths.items():
        try:
            found[number] = kept_bytes(path, path.name)
        except Refused:
            found[number] = None
    return found
