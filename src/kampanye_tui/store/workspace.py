"""The workspace: one folder an agreement, its text in ``naskah.toml``, earlier texts in its journal.

A text is saved only over the very bytes it was read from. When somebody else has saved meanwhile, nothing is
overwritten: the newer file stays, ours is kept beside it, and the difference is told.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from kampanye_tui.agreement.diff import changes
from kampanye_tui.model import messages
from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.messages import nearest, system_error
from kampanye_tui.model.problem import Declined, Problem, Refused, refuse
from kampanye_tui.model.reading import read
from kampanye_tui.model.text import IDENTIFIER, faults
from kampanye_tui.model.writing import write
from kampanye_tui.store import history
from kampanye_tui.store.atomic import sync_folder, write_whole

FOLDER = "naskah"
FILE = "naskah.toml"
LOCK = ".kunci"


class Saved(NamedTuple):
    """An agreement as it stands on disk. ``stamp`` is the hash of the bytes it was read from."""

    agreement: Agreement
    path: Path
    stamp: str


class Listed(NamedTuple):
    """An entry of the list: an agreement, or why its file cannot be read."""

    id: str
    saved: Saved | None
    problems: tuple[Problem, ...] = ()


def agreement_ids(workspace: Path) -> tuple[str, ...]:
    """Return the ids of all agreements, sorted."""
    try:
        folders = list((workspace / FOLDER).iterdir())
    except (FileNotFoundError, NotADirectoryError):
        return ()
    return tuple(sorted(folder.name for folder in folders if _holds_one(folder)))


def _holds_one(folder: Path) -> bool:
    """Tell whether a folder is one of an agreement; one that nobody may read is."""
    try:
        return (folder / FILE).is_file()
    except PermissionError:
        return True


def list_agreements(workspace: Path) -> tuple[Listed, ...]:
    """Return all agreements; an unreadable one is listed with its problems."""
    listed = []
    for agreement_id in agreement_ids(workspace):
        try:
            listed.append(Listed(agreement_id, load(workspace, agreement_id)))
        except Refused as refused:
            listed.append(Listed(agreement_id, None, refused.problems))
        except OSError as error:
            problem = Problem(what=system_error(error), file=f"{FOLDER}/{agreement_id}/{FILE}")
            listed.append(Listed(agreement_id, None, (problem,)))
    return tuple(listed)


def load(workspace: Path, agreement_id: str) -> Saved:
    """Return an agreement; raises :class:`Refused` when there is none or for every problem in its file."""
    path = folder_of(workspace, agreement_id) / FILE
    if not path.is_file():
        raise refuse(
            f'naskah "{agreement_id}" tidak ada di ruang kerja ini',
            nearest(agreement_id, agreement_ids(workspace)) or "Buat dengan: kampanye baru",
        )
    data = path.read_bytes()
    label = f"{FOLDER}/{agreement_id}/{FILE}"
    agreement = read(Agreement, data, label)
    if agreement.id != agreement_id:
        raise refuse(
            f'id "{agreement.id}" tidak sama dengan nama foldernya',
            f'Ganti nama folder menjadi "{agreement.id}"',
            file=label,
        )
    return Saved(agreement, path, stamp_of(data))


def create(workspace: Path, agreement: Agreement) -> Saved:
    """Save a new agreement; raises :class:`Declined` when one of that id exists."""
    folder = folder_of(workspace, agreement.id)
    data = _checked(agreement)
    folder.mkdir(parents=True, exist_ok=True)
    with _locked(folder):
        path = folder / FILE
        if path.exists():
            raise Declined(
                [
                    Problem(
                        what=f'naskah "{agreement.id}" sudah ada',
                        hint=f"Ubah {FOLDER}/{agreement.id}/{FILE}, atau pilih id lain: kampanye baru ID",
                        file=f"{FOLDER}/{agreement.id}/{FILE}",
                    )
                ]
            )
        write_whole(path, data)
        sync_folder(folder.parent)
    return Saved(agreement, path, stamp_of(data))


def save(saved: Saved, agreement: Agreement) -> Saved:
    """Save ``agreement`` over the file that ``saved`` was read from; the journal keeps the old text.

    Raises :class:`Declined` when the file is no longer the one that was read: it stays, ours is written
    beside it, and the problem tells what differs.
    """
    data = _checked(agreement)
    saved.path.parent.mkdir(parents=True, exist_ok=True)
    with _locked(saved.path.parent):
        on_disk = saved.path.read_bytes() if saved.path.exists() else None
        if on_disk != data and (on_disk is None or stamp_of(on_disk) != saved.stamp):
            raise _diverged(saved.path, on_disk, agreement, data)
        if on_disk is not None and on_disk != data:
            history.record(saved.path.parent, on_disk)
        write_whole(saved.path, data)
        history.forget_undone(saved.path.parent)
    return Saved(agreement, saved.path, stamp_of(data))


def undo(saved: Saved, *, again: bool = False) -> Saved:
    """Put the text back as it was before the last change or, with ``again``, before the last undo.

    Raises :class:`Declined` when there is nothing to go back to, and when somebody has saved meanwhile.
    """
    folder = saved.path.parent
    with _locked(folder):
        current = saved.path.read_bytes()
        if stamp_of(current) != saved.stamp:
            raise _declined(*messages.CHANGED_MEANWHILE)
        version = (history.taken_back if again else history.last)(folder, current)
        if version is None:
            raise _declined(*(messages.NOTHING_TAKEN_BACK if again else messages.NOTHING_TO_UNDO))
        data = version.read_bytes()
        agreement = read(Agreement, data, f"{history.FOLDER}/{version.name}")
        # Kept before it is replaced, forgotten after: a failure in between loses neither text.
        history.keep(version, current)
        write_whole(saved.path, data)
        history.forget(version)
    return Saved(agreement, saved.path, stamp_of(data))


def folder_of(workspace: Path, agreement_id: str) -> Path:
    """Return the folder of an agreement; raises :class:`Refused` for what is not an id."""
    for fault in faults(agreement_id, IDENTIFIER):
        raise refuse(f'"{agreement_id}" bukan id naskah', fault)
    return workspace / FOLDER / agreement_id


def stamp_of(data: bytes) -> str:
    """Return the SHA-256 of a file's bytes, in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def _checked(agreement: Agreement) -> bytes:
    """Return the file of an agreement, certain to give the same agreement back."""
    data = write(agreement)
    if read(Agreement, data, FILE) != agreement:
        raise refuse(f'naskah "{agreement.id}" tidak dapat disimpan utuh; tidak ada yang diubah')
    return data


def _declined(what: str, hint: str) -> Declined:
    return Declined([Problem(what=what, hint=hint)])


def _diverged(path: Path, on_disk: bytes | None, ours: Agreement, data: bytes) -> Declined:
    beside = _free(path)
    write_whole(beside, data)
    if on_disk is not None:
        what, told = "berkas ini telah diubah orang lain sejak dibuka, jadi tidak ditimpa", ". Bedanya: "
        try:
            told += "; ".join(changes(read(Agreement, on_disk, path.name), ours))
        except Refused as refused:
            told += " ".join(map(str, refused.problems))
    else:
        what, told = "berkas ini telah dihapus sejak dibuka", ""
    return Declined(
        [
            Problem(
                what=what,
                hint=f"Versi Anda disimpan sebagai {beside.name}{told}",
                file=f"{path.parent.name}/{path.name}",
            )
        ]
    )


def _free(path: Path) -> Path:
    number = 1
    while (beside := path.with_name(f"{path.stem}.bentrok-{number:02d}{path.suffix}")).exists():
        number += 1
    return beside


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    """Hold the lock of an agreement's folder; it goes with the process that holds it."""
    handle = os.open(folder / LOCK, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o666)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)
