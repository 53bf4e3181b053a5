"""Files that are kept as evidence, each once and for good: ``bukti/<sha256>.pdf`` beside its agreement.

Bytes come in and are kept under their hash; hashes of what is there go out. Nothing is ever replaced, and no
name from outside becomes a path.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

from kampanye_tui.agreement.evidencing import LARGEST
from kampanye_tui.model.messages import Words
from kampanye_tui.model.operator import Act
from kampanye_tui.model.problem import Declined, Problem, refuse
from kampanye_tui.store.at_work import decline_without_role
from kampanye_tui.store.atomic import sync_folder, write_whole
from kampanye_tui.store.on_loan import decline_on_loan
from kampanye_tui.store.plain_file import kept_bytes, plain_bytes

FOLDER = "bukti"


def read_offered(path: Path) -> bytes:
    """Return the bytes of a file that somebody wants to keep; raises what :func:`plain_bytes` does."""

    def too_large(size: int) -> Words:
        told, most = size // 2**20 + 1, LARGEST // 2**20
        hint = f"Paling besar {most} MB: pindai dengan 300 dpi, atau bagi menjadi beberapa berkas"
        return f"berkas ini {told} MB", hint

    return plain_bytes(path, path.name, LARGEST, too_large)


def keep_evidence(folder: Path, data: bytes, suffix: str) -> Path:
    """Write a file of evidence, once; raises :class:`Declined` where its name is taken by other bytes.

    The same file there already is what an interrupted attempt left. Whose role does not allow it is declined,
    and so is everybody while the agreement is lent.
    """
    decline_without_role(Act.KEEP)
    decline_on_loan(folder)
    path = folder / FOLDER / f"{hashlib.sha256(data).hexdigest()}{suffix}"
    fresh = not path.parent.exists()
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        write_whole(path, data, new=True)
    except FileExistsError:
        if _kept(path) != data:
            what = "berkas bukti yang tersimpan di sini rusak"
            raise Declined(
                [Problem(what=what, hint="Ambil dari cadangan", file=f"{FOLDER}/{path.name}")]
            ) from None
    if fresh:
        sync_folder(folder)
    return path


def evidence_hashes(folder: Path) -> dict[str, str]:
    """Return the names of all files of evidence, and the SHA-256 of what is in them."""
    found = {}
    if (folder / FOLDER).is_dir():
        for path in sorted((folder / FOLDER).iterdir()):
            if path.is_file() and not path.name.startswith("."):
                with path.open("rb") as stream:
                    found[path.name] = hashlib.file_digest(stream, "sha256").hexdigest()
    return found


def evidence_bytes(folder: Path, sha256: str) -> tuple[str, bytes]:
    """Return name and bytes of the file with that hash; raises :class:`Refused` where it is not whole."""
    for path in sorted((folder / FOLDER).glob(f"{sha256}.*")):
        data = _kept(path)
        if hashlib.sha256(data).hexdigest() == sha256:
            return path.name, data
    raise refuse("berkas bukti ini hilang atau rusak", "Ambil dari cadangan", file=f"{FOLDER}/{sha256}")


def _kept(path: Path) -> bytes:
    return kept_bytes(path, f"{FOLDER}/{path.name}", LARGEST)
