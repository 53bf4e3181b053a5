"""All that an office keeps, file by file, each as it stood at one moment, while others go on working.

An agreement is read under the lock of its text and that of its ledger, taken in this order, so that no fact
is without the text it speaks of; evidence, which nobody ever changes, is read after the locks are given back.
Registers come last: what an agreement knows of its numbers stands in them by then. What can be made again,
locks and files that were not finished are left out. No link is followed.
"""

from __future__ import annotations

import os
import stat
import time
from collections.abc import Iterator
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import NamedTuple

from kampanye_tui.agreement.chain import FILE as LEDGER
from kampanye_tui.agreement.verification import verified
from kampanye_tui.model.office import Configuration
from kampanye_tui.model.problem import Refused
from kampanye_tui.store import evidence, lease, revisions
from kampanye_tui.store.aside import ASIDE
from kampanye_tui.store.at_work import OUTPUT
from kampanye_tui.store.atomic import TEMPORARY
from kampanye_tui.store.configuration import Located
from kampanye_tui.store.index import INDEX
from kampanye_tui.store.kept import read_kept
from kampanye_tui.store.locked_file import locked
from kampanye_tui.store.outputs import WAITING
from kampanye_tui.store.plain_file import LARGEST_CHAIN, kept_bytes
from kampanye_tui.store.register import FOLDER as REGISTERS
from kampanye_tui.store.storage_scan import agreement_folders
from kampanye_tui.store.workspace import LOCK

_LEFT_OUT = (INDEX, LOCK, lease.FILE, OUTPUT, "__pycache__")
_ATTEMPTS = 5
"""So often a folder is read anew that may not be locked by this user."""
_PAUSE = 0.1
_MOST_MISSED = 20
"""So often an agreement may be gone when it is its turn."""


class BackupFile(NamedTuple):
    """A file by its name in the archive; its bytes, or where they are read when it is their turn."""

    name: str
    mode: int
    changed: int
    content: bytes | Path


def backup_files(located: Located) -> Iterator[BackupFile]:
    """Yield the files of an office, named from the folder of its configuration on; raises :class:`OSError`.

    A workspace in another place is named from itself on.
    """
    yield from configured_files(located)
    workspace, inside = located.workspace.resolve(), located.folder.resolve()
    prefix = workspace.relative_to(inside).as_posix() if workspace.is_relative_to(inside) else "."
    prefix = "" if prefix == "." else f"{prefix}/"
    yield from _tree(workspace / ASIDE, f"{prefix}{ASIDE}")
    for shelf, agreement_id, files in _agreements(workspace):
        for file in files:
            yield file._replace(name=f"{prefix}{shelf}/{agreement_id}/{file.name}")
    for file in _registers(workspace / REGISTERS):
        yield file._replace(name=f"{prefix}{REGISTERS}/{file.name}")


def configured_files(located: Located) -> Iterator[BackupFile]:
    """Yield the configuration and what it names below its folder; raises :class:`OSError`."""
    yield _file(located.path, located.path.name)
    yield from _named(located.folder, located.configuration)


def agreement_files(folder: Path) -> Iterator[BackupFile]:
    """Yield the files of an agreement whose locks the caller holds; raises :class:`OSError`."""
    for one in _tree(folder, ""):
        yield _read(folder, one)


def outside(located: Located) -> tuple[str, ...]:
    """Return what the configuration names that is not below its folder, and so in no archive."""
    inside = located.folder.resolve()
    named = (*_paths(located.configuration), located.configuration.workspace)
    return tuple(one for one in named if not (inside / one).resolve().is_relative_to(inside))


def _paths(configuration: Configuration) -> tuple[str, ...]:
    fonts = configuration.fonts
    typefaces = (fonts.regular, fonts.bold, fonts.italic, fonts.bold_italic) if fonts else ()
    named = (configuration.office.logo, *typefaces, *configuration.packs.folders)
    return tuple(dict.fromkeys(one for one in named if one))


def _named(inside: Path, configuration: Configuration) -> Iterator[BackupFile]:
    """Yield what the configuration names: logo, typefaces, folders of packs."""
    for one in sorted(_paths(configuration)):
        path = (inside / one).resolve()
        if not path.is_relative_to(inside.resolve()):
            continue
        name = path.relative_to(inside.resolve()).as_posix()
        if path.is_dir():
            yield from _tree(path, name)
        elif path.is_file():
            yield _file(path, name)


def _agreements(workspace: Path) -> Iterator[tuple[str, str, tuple[BackupFile, ...]]]:
    """Yield shelf, id and files of each agreement, once, also of one that is put away meanwhile."""
    done: set[str] = set()
    missed = 0
    while waiting := [one for one in agreement_folders(workspace) if one.name not in done]:
        for folder in waiting:
            try:
                files = _agreement(folder)
            except FileNotFoundError:
                # It went to the other shelf, where the next look finds it.
                missed += 1
                if missed > _MOST_MISSED:
                    raise
                continue
            done.add(folder.name)
            yield folder.parent.name, folder.name, files


def _agreement(folder: Path) -> tuple[BackupFile, ...]:
    """Return the files of an agreement as they stood together."""
    attempts = 0
    while True:
        attempts += 1
        with ExitStack() as locks:
            sure = _lock(locks, folder / LOCK) and _lock_ledger(locks, folder)
            files = tuple(_read(folder, one) for one in _tree(folder, ""))
            if sure or attempts == _ATTEMPTS or _holds(folder):
                return files
        time.sleep(_PAUSE)


def _holds(folder: Path) -> bool:
    """Tell whether what was read belongs together, or holds what no waiting turns into a file."""
    try:
        return verified(read_kept(folder)).first_break is None
    except Refused:
        return True


def _read(folder: Path, one: BackupFile) -> BackupFile:
    """Return a file with its bytes, unless it is evidence, or larger than any of ours that changes."""
    if one.name.startswith(f"{evidence.FOLDER}/"):
        return one
    try:
        return one._replace(content=kept_bytes(folder / one.name, one.name, LARGEST_CHAIN))
    except Refused:
        return one


def _lock_ledger(locks: ExitStack, folder: Path) -> bool:
    """Lock the ledger, where there is one: there is nothing else for it to speak of before that."""
    if (folder / LEDGER).exists():
        return _lock(locks, folder / LEDGER)
    return not (folder / revisions.FOLDER).exists()


def _registers(folder: Path) -> Iterator[BackupFile]:
    for one in _tree(folder, ""):
        with ExitStack() as locks:
            if one.name.endswith(".jsonl"):
                _lock(locks, folder / one.name)
            yield _read(folder, one)


def _lock(locks: ExitStack, path: Path) -> bool:
    """Lock a file until the stack is left; tell whether that was possible."""
    try:
        locks.enter_context(locked(path))
    except FileNotFoundError:
        raise
    except OSError:
        return False
    return True


def _tree(folder: Path, name: str) -> Iterator[BackupFile]:
    """Yield the plain files below a folder in the order of their names."""
    with suppress(FileNotFoundError, NotADirectoryError):
        for entry in sorted(os.scandir(folder), key=lambda entry: entry.name):
            below = f"{name}/{entry.name}" if name else entry.name
            if entry.name in _LEFT_OUT or _unfinished(entry.name):
                continue
            if entry.is_dir(follow_symlinks=False):
                yield from _tree(Path(entry.path), below)
            elif entry.is_file(follow_symlinks=False):
                yield _file(Path(entry.path), below)


def _unfinished(name: str) -> bool:
    return name.startswith(".") and name.endswith((TEMPORARY, WAITING))


def _file(path: Path, name: str) -> BackupFile:
    status = path.stat()
    return BackupFile(name, stat.S_IMODE(status.st_mode) & 0o777, int(status.st_mtime), path)
