"""What is kept of agreements, read as bytes to be verified; a torn line is left as it is.

Folders come in, bytes go out. Nothing is written here, locked or set aside: who verifies changes nothing.
"""

from __future__ import annotations

import re
from pathlib import Path

from kampanye_tui.agreement.chain import FILE as LEDGER
from kampanye_tui.agreement.verification import Kept
from kampanye_tui.store import register, revisions, workspace
from kampanye_tui.store.evidence import evidence_hashes
from kampanye_tui.store.forks import FORKS
from kampanye_tui.store.plain_file import LARGEST_CHAIN, kept_bytes

_REVISION = re.compile(r"r([0-9]{2,4})\.toml")


def holds_agreement(folder: Path) -> bool:
    """Tell whether a folder is that of an agreement, or what is left of one."""
    return any((folder / name).exists() for name in (workspace.FILE, LEDGER, revisions.FOLDER))


def kept_folders(place: Path) -> tuple[Path, ...]:
    """Return the folders of all agreements of a workspace, those put away and then the forks last."""
    shelves = (place / shelf for shelf in (workspace.FOLDER, workspace.ARCHIVE, FORKS))
    return tuple(
        folder
        for shelf in shelves
        if shelf.is_dir()
        for folder in sorted(shelf.iterdir())
        if holds_agreement(folder)
    )


def read_kept(folder: Path) -> Kept:
    """Return what a folder keeps of an agreement; raises what :func:`kept_bytes` does."""
    folder = folder.resolve()
    found = {}
    if (folder / revisions.FOLDER).is_dir():
        for path in sorted((folder / revisions.FOLDER).iterdir()):
            if met := _REVISION.fullmatch(path.name):
                found[int(met[1])] = kept_bytes(path, f"{folder.name}/{revisions.FOLDER}/{path.name}")
    return Kept(
        name=folder.name,
        label=f"{folder.parent.name}/{folder.name}",
        text=_bytes(folder / workspace.FILE),
        ledger=_bytes(folder / LEDGER),
        revisions=found,
        evidence=evidence_hashes(folder),
    )


def kept_registers(place: Path) -> tuple[tuple[int, bytes, str], ...]:
    """Return the registers of a workspace: year, bytes, and how problems name the file."""
    return tuple((year, *kept_register(place, year)) for year in register.register_years(place))


def kept_register(place: Path, year: int) -> tuple[bytes, str]:
    """Return the register of a year, and how problems name the file; raises what :func:`kept_bytes` does."""
    label = f"{register.FOLDER}/{year:04d}.jsonl"
    return kept_bytes(place / label, label, LARGEST_CHAIN), label


def _bytes(path: Path) -> bytes | None:
    try:
        return kept_bytes(path, f"{path.parent.name}/{path.name}", LARGEST_CHAIN)
    except FileNotFoundError:
        return None
