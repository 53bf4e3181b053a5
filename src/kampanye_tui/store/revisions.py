"""Final texts, one file a revision, written once: ``revisi/r01.toml``."""

from __future__ import annotations

from pathlib import Path

from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.operator import Act
from kampanye_tui.model.problem import Declined, Problem, refuse
from kampanye_tui.model.reading import read
from kampanye_tui.model.writing import write
from kampanye_tui.store.at_work import decline_without_role
from kampanye_tui.store.atomic import write_whole
from kampanye_tui.store.on_loan import decline_on_loan
from kampanye_tui.store.plain_file import kept_bytes

FOLDER = "revisi"


def revision_path(folder: Path, revision: int) -> Path:
    """Return where the final text of a revision is, below the folder of its agreement."""
    return folder / FOLDER / f"r{revision:02d}.toml"


def keep_revision(folder: Path, agreement: Agreement) -> Path:
    """Write the final text of the agreement's revision; raises :class:`Declined` where another text stands.

    The same text there already is what an interrupted attempt left. Whose role does not allow it is declined,
    and so is everybody while the agreement is lent.
    """
    decline_without_role(Act.FINALISE)
    decline_on_loan(folder)
    path = revision_path(folder, agreement.revision)
    path.parent.mkdir(parents=True, exist_ok=True)
    data = write(agreement)
    try:
        write_whole(path, data, new=True)
    except FileExistsError:
        if kept_bytes(path, f"{FOLDER}/{path.name}") != data:
            what = f"naskah revisi {agreement.revision} sudah ada dengan isi lain"
            raise Declined([Problem(what=what, file=f"{FOLDER}/{path.name}")]) from None
    return path


def load_revision(folder: Path, revision: int) -> Agreement:
    """Return the final text of a revision; raises :class:`Refused`."""
    path = revision_path(folder, revision)
    try:
        data = kept_bytes(path, f"{FOLDER}/{path.name}")
    except FileNotFoundError:
        raise refuse(f"naskah ini tidak mempunyai revisi final r{revision:02d}") from None
    return read(Agreement, data, f"{FOLDER}/{path.name}")
