"""The workspace: one folder an agreement, its text in ``naskah.toml``, earlier texts in its journal.

A text is saved only over the very bytes it was read from. When somebody else has saved meanwhile, nothing is
overwritten: the newer file stays, ours is kept beside it, and the difference is told. Whose role does not
allow it changes nothing, nor does anybody while the agreement is lent: every function that writes a text
raises :class:`Declined` then.
"""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import NamedTuple

import msgspec

from kampanye_tui.model import messages
from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.messages import nearest, system_error
from kampanye_tui.model.operator import Act
from kampanye_tui.model.problem import Declined, Problem, Refused, refuse
from kampanye_tui.model.reading import read
from kampanye_tui.model.text import IDENTIFIER, faults
from kampanye_tui.model.writing import write
from kampanye_tui.store import history
from kampanye_tui.store.apart import Apart, Diverged, keep_apart, put_away
from kampanye_tui.store.at_work import decline_without_role
from kampanye_tui.store.atomic import sync_folder, write_whole
from kampanye_tui.store.lease import local_now
from kampanye_tui.store.locked_file import locked
from kampanye_tui.store.on_loan import decline_on_loan
from kampanye_tui.store.plain_file import kept_bytes

FOLDER = "naskah"
ARCHIVE = "arsip"
"""The folder beside it for agreements that are put away; they are listed apart and not opened."""
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


def agreement_ids(workspace: Path, shelf: str = FOLDER) -> tuple[str, ...]:
    """Return the ids of all agreements, sorted; ``shelf`` may be :data:`ARCHIVE`."""
    try:
        folders = list((workspace / shelf).iterdir())
    except (FileNotFoundError, NotADirectoryError):
        return ()
    return tuple(sorted(folder.name for folder in folders if _holds_one(folder)))


def _holds_one(folder: Path) -> bool:
    """Tell whether a folder is one of an agreement; one that nobody may read is."""
    try:
        return (folder / FILE).is_file()
    except PermissionError:
        return True


def list_agreements(workspace: Path, shelf: str = FOLDER) -> tuple[Listed, ...]:
    """Return all agreements of a shelf; an unreadable one is listed with its problems."""
    return tuple(listed(workspace, agreement_id, shelf) for agreement_id in agreement_ids(workspace, shelf))


def listed(workspace: Path, agreement_id: str, shelf: str = FOLDER) -> Listed:
    """Return one entry of the list."""
    try:
        return Listed(agreement_id, load(workspace, agreement_id, shelf))
    except Refused as refused:
        return Listed(agreement_id, None, refused.problems)
    except OSError as error:
        problem = Problem(what=system_error(error), file=f"{shelf}/{agreement_id}/{FILE}")
        return Listed(agreement_id, None, (problem,))


def load(workspace: Path, agreement_id: str, shelf: str = FOLDER) -> Saved:
    """Return an agreement; raises :class:`Refused` when there is none or for every problem in its file."""
    path = folder_of(workspace, agreement_id, shelf) / FILE
    if not path.is_file():
        raise refuse(
            f'naskah "{agreement_id}" tidak ada di ruang kerja ini',
            nearest(agreement_id, agreement_ids(workspace, shelf)) or "Buat dengan: kampanye baru",
        )
    label = _label(path)
    data = kept_bytes(path, label)
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
    decline_without_role(Act.EDIT)
    folder = folder_of(workspace, agreement.id)
    data = _checked(agreement)
    folder.mkdir(parents=True, exist_ok=True)
    with locked(folder / LOCK):
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
        _write(path, data)
        sync_folder(folder.parent)
    return Saved(agreement, path, stamp_of(data))


def save(saved: Saved, agreement: Agreement) -> Saved:
    """Save ``agreement`` over the file that ``saved`` was read from; the journal keeps the old text.

    Raises :class:`Diverged` when the file is no longer the one that was read: it stays, ours is written
    beside it until it is merged, and the problem tells what differs.
    """
    decline_without_role(Act.EDIT)
    data = _checked(agreement)
    saved.path.parent.mkdir(parents=True, exist_ok=True)
    with locked(saved.path.parent / LOCK):
        decline_on_loan(saved.path.parent)
        try:
            on_disk = _text(saved.path)
        except FileNotFoundError:
            on_disk = None
        except Refused as refused:
            raise _diverged(saved, refused, agreement, data) from None
        if on_disk != data and (on_disk is None or stamp_of(on_disk) != saved.stamp):
            raise _diverged(saved, on_disk, agreement, data)
        if on_disk is not None and on_disk != data:
            history.record(saved.path.parent, on_disk)
        _write(saved.path, data)
        history.forget_undone(saved.path.parent)
    return Saved(agreement, saved.path, stamp_of(data))


def set_apart(saved: Saved, before: Agreement, after: Agreement, why: str) -> Diverged:
    """Keep an edit of ``before`` that must not be saved now, and return what to raise, which says ``why``."""
    decline_without_role(Act.EDIT)
    base, ours = _checked(before), _checked(after)
    with locked(saved.path.parent / LOCK):
        decline_on_loan(saved.path.parent)
        beside = keep_apart(saved.path.parent, base, ours)
    return Diverged(Problem(what=why, hint=f"Versi Anda disimpan sebagai {beside.name}"))


def unite(saved: Saved, after: Agreement, one: Apart) -> Saved:
    """Save what a version that waited was merged to, and keep that version among the earlier texts.

    Raises :class:`Diverged` as :func:`save` does; the version then waits on.
    """
    united = save(saved, after) if after != saved.agreement else saved
    decline_without_role(Act.EDIT)
    with locked(saved.path.parent / LOCK):
        decline_on_loan(saved.path.parent)
        put_away(one)
    return united


def undo(saved: Saved, *, again: bool = False) -> Saved:
    """Put the text back as it was before the last change or, with ``again``, before the last undo.

    Raises :class:`Declined` when there is nothing to go back to, and when somebody has saved meanwhile;
    :class:`Refused` for an earlier text that cannot be read; and :class:`OSError`.
    """
    decline_without_role(Act.EDIT)
    folder = saved.path.parent
    with locked(folder / LOCK):
        decline_on_loan(folder)
        current = _text(saved.path)
        if stamp_of(current) != saved.stamp:
            raise _declined(*messages.CHANGED_MEANWHILE)
        earlier = _earlier(folder, current, again=again)
        if earlier is None:
            raise _declined(*(messages.NOTHING_TAKEN_BACK if again else messages.NOTHING_TO_UNDO))
        version, agreement = earlier
        # Kept before it is replaced, forgotten after: a failure in between loses neither text.
        history.keep(version.path, current)
        _write(saved.path, version.data)
        history.forget(version.path)
    return Saved(agreement, saved.path, stamp_of(version.data))


def peek(saved: Saved, *, again: bool = False) -> Agreement | None:
    """Return the text that :func:`undo` would put back; None when there is none that can be read.

    Raises :class:`OSError`.
    """
    folder = saved.path.parent
    try:
        with locked(folder / LOCK):
            current = _text(saved.path)
            earlier = _earlier(folder, current, again=again)
    except Refused:
        return None
    return earlier[1] if earlier and stamp_of(current) == saved.stamp else None


def _earlier(folder: Path, current: bytes, *, again: bool) -> tuple[history.Version, Agreement] | None:
    """Return what :func:`undo` puts back; None without any. Raises :class:`Refused` for what is broken."""
    try:
        version = (history.taken_back if again else history.last)(folder, current)
        return (version, read(Agreement, version.data, version.label)) if version else None
    except Refused as refused:
        problems = (msgspec.structs.replace(one, hint=messages.BROKEN_EARLIER) for one in refused.problems)
        raise Refused(problems) from None


def duplicate(workspace: Path, saved: Saved, new_id: str) -> Saved:
    """Save a copy under another id; raises :class:`Declined` when one of that id exists.

    It is another paper: it begins at the first revision, and the numbers of the first belong to the first.
    """
    parties = tuple(msgspec.structs.replace(party, numbers={}) for party in saved.agreement.parties)
    fresh = {"id": new_id, "revision": 1, "numbers": {}, "parties": parties}
    return create(workspace, msgspec.structs.replace(saved.agreement, **fresh))


def folder_of(workspace: Path, agreement_id: str, shelf: str = FOLDER) -> Path:
    """Return the folder of an agreement; raises :class:`Refused` for what is not an id."""
    for fault in faults(agreement_id, IDENTIFIER):
        raise refuse(f'"{agreement_id}" bukan id naskah', fault)
    return workspace / shelf / agreement_id


def _text(path: Path) -> bytes:
    return kept_bytes(path, _label(path))


def _label(path: Path) -> str:
    """Return the file of a text as problems name it: from the workspace on."""
    folder = path.parent
    return f"{folder.parent.name}/{folder.name}/{path.name}"


def stamp_of(data: bytes) -> str:
    """Return the SHA-256 of a file's bytes, in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def _checked(agreement: Agreement) -> bytes:
    """Return the file of an agreement, certain to give the same agreement back."""
    data = write(agreement)
    if read(Agreement, data, FILE) != agreement:
        raise refuse(f'naskah "{agreement.id}" tidak dapat disimpan utuh; tidak ada yang diubah')
    return data


def _write(path: Path, data: bytes) -> None:
    """Write a text, and first who saves it."""
    history.note_saver(path.parent, stamp_of(data), local_now())
    write_whole(path, data)


def _declined(what: str, hint: str) -> Declined:
    return Declined([Problem(what=what, hint=hint)])


def _diverged(saved: Saved, on_disk: bytes | Refused | None, ours: Agreement, data: bytes) -> Diverged:
    path = saved.path
    beside = keep_apart(path.parent, write(saved.agreement), data)
    if on_disk is not None:
        what, told = "berkas ini telah diubah orang lain sejak dibuka, jadi tidak ditimpa", ". Bedanya: "
        told += _difference(on_disk, ours, path.name)
    else:
        what, told = "berkas ini telah dihapus sejak dibuka", ""
    return Diverged(
        Problem(
            what=what,
            hint=f"Versi Anda disimpan sebagai {beside.name}{told}",
            file=f"{path.parent.name}/{path.name}",
        )
    )


def _difference(on_disk: bytes | Refused, ours: Agreement, name: str) -> str:
    """Return what ours has otherwise than the file or, where that cannot be read, why not."""
    # The first frame does without the words for it.
    from kampanye_tui.agreement.account_words import changes_told

    if isinstance(on_disk, bytes):
        try:
            return "; ".join(changes_told(read(Agreement, on_disk, name), ours))
        except Refused as refused:
            on_disk = refused
    return " ".join(map(str, on_disk.problems))
