"""Copies of an agreement that went on by themselves: kept whole in a folder of their own, never merged.

``cabang/ID.cabang-01/`` has all that came back in a folder whose right to write was cancelled by then: text,
ledger, final texts, evidence, history and register. Nothing of it goes into ``naskah/ID``; people read both.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from kampanye_tui.agreement.chain import FILE as LEDGER
from kampanye_tui.agreement.chain import read_book
from kampanye_tui.agreement.lending import parting
from kampanye_tui.agreement.parting_words import parting_words
from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.problem import Refused
from kampanye_tui.model.reading import read
from kampanye_tui.store.atomic import sync_folder, write_whole
from kampanye_tui.store.plain_file import LARGEST_CHAIN, kept_bytes
from kampanye_tui.store.workspace import FILE, FOLDER

FORKS: Final = "cabang"
"""The folder of the workspace for them."""
_NAME: Final = re.compile(r"([a-z0-9-]+)\.cabang-[0-9]{2,4}")


def fork_folders(workspace: Path) -> tuple[Path, ...]:
    """Return the folders of all forks, sorted."""
    try:
        return tuple(sorted(path for path in (workspace / FORKS).iterdir() if _NAME.fullmatch(path.name)))
    except (FileNotFoundError, NotADirectoryError):
        return ()


def origin_of(folder: Path) -> str:
    """Return the id of the agreement that a fork is of."""
    met = _NAME.fullmatch(folder.name)
    return met[1] if met else ""


def keep_fork(workspace: Path, agreement_id: str, files: Mapping[str, bytes | Path]) -> Path:
    """Keep the files of a fork, once: where one of the same ledger and text is kept, that is returned.

    It has its name when all of it is there; until then its own hash is part of the name, so that what is left
    of one fork never goes into another. Raises :class:`OSError`.
    """
    same = (LEDGER, FILE)
    for known in fork_folders(workspace):
        if origin_of(known) == agreement_id and all(_has(known / name, files.get(name)) for name in same):
            return known
    number, place = 1, workspace / FORKS
    while (target := place / f"{agreement_id}.cabang-{number:02d}").exists():
        number += 1
    building = place / f".{target.name}-{_digest(files)}"
    for name, content in files.items():
        (building / name).parent.mkdir(parents=True, exist_ok=True)
        write_whole(building / name, _bytes(content))
    building.replace(target)
    sync_folder(place)
    sync_folder(workspace)
    return target


def fork_words(workspace: Path, fork: Path) -> str:
    """Return what a fork is and where it left the agreement that it is of, as far as both can be read."""
    agreement_id = origin_of(fork)
    what = f"cabang naskah {agreement_id}, kembali dari pinjaman sesudah kantor menulis lagi."
    try:
        here, there = (_lines(folder) for folder in (workspace / FOLDER / agreement_id, fork))
        ours, theirs = (read_book(data, agreement_id).events for data in (here, there))
        agreement = read(Agreement, kept_bytes(fork / FILE, FILE), FILE)
    except (OSError, Refused):
        return f"{what} Tempat berpisahnya tidak dapat dibaca."
    return f"{what} {parting_words(parting(here, there, ours, theirs), agreement)}"


def _lines(folder: Path) -> bytes:
    return kept_bytes(folder / LEDGER, f"{folder.name}/{LEDGER}", LARGEST_CHAIN)


def _has(path: Path, content: bytes | Path | None) -> bool:
    try:
        return content is not None and kept_bytes(path, path.name, LARGEST_CHAIN) == _bytes(content)
    except FileNotFoundError:
        return content is None
    except Refused:
        return False


def _digest(files: Mapping[str, bytes | Path]) -> str:
    hashed = ((name, hashlib.sha256(_bytes(content)).hexdigest()) for name, content in sorted(files.items()))
    return hashlib.sha256(repr(tuple(hashed)).encode()).hexdigest()[:16]


def _bytes(content: bytes | Path) -> bytes:
    return content if isinstance(content, bytes) else content.read_bytes()
