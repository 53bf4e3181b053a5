"""An agreement put away in the archive, and brought back: its folder moves, and nothing in it changes."""

from __future__ import annotations

from pathlib import Path

from kampanye_tui.model.messages import nearest
from kampanye_tui.model.operator import Act
from kampanye_tui.model.problem import Declined, Problem, refuse
from kampanye_tui.store.at_work import decline_without_role
from kampanye_tui.store.atomic import sync_folder
from kampanye_tui.store.lease import holder, local_now
from kampanye_tui.store.locked_file import locked
from kampanye_tui.store.on_loan import decline_on_loan
from kampanye_tui.store.workspace import ARCHIVE, FILE, FOLDER, LOCK, agreement_ids, folder_of


def archive(workspace: Path, agreement_id: str) -> None:
    """Put an agreement away, with all that its folder holds; nothing in it changes.

    Raises :class:`Refused` when there is none, :class:`Declined` when somebody has it open, or when one of
    that id is in the archive already.
    """
    _move(workspace, agreement_id, FOLDER, ARCHIVE)


def unarchive(workspace: Path, agreement_id: str) -> None:
    """Bring an agreement back from the archive; refuses as :func:`archive` does."""
    _move(workspace, agreement_id, ARCHIVE, FOLDER)


def _move(workspace: Path, agreement_id: str, shelf: str, to: str) -> None:
    decline_without_role(Act.EDIT)
    source, target = (folder_of(workspace, agreement_id, one) for one in (shelf, to))
    if not (source / FILE).is_file():
        known = agreement_ids(workspace, shelf)
        hint = nearest(agreement_id, known) if known else ""
        raise refuse(f'naskah "{agreement_id}" tidak ada di folder {shelf}', hint)
    target.parent.mkdir(exist_ok=True)
    with locked(source / LOCK):
        decline_on_loan(source)
        editing = holder(source, local_now())
        if editing:
            raise _declined(f'naskah "{agreement_id}" sedang {editing.words}', "Tutup dahulu di sana")
        # A rename would replace an empty folder without a word.
        if target.exists():
            raise _declined(
                f'folder {to} sudah memuat "{agreement_id}"', "Pindahkan dahulu yang ada di sana, lalu ulangi"
            )
        source.rename(target)
    sync_folder(target.parent)
    sync_folder(source.parent)


def _declined(what: str, hint: str) -> Declined:
    return Declined([Problem(what=what, hint=hint)])
