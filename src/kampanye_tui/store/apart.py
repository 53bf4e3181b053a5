"""Versions that could not be saved, since the file was another one by then: kept until they are merged.

``naskah.bentrok-01.toml`` stands beside ``naskah.toml``; ``.riwayat/bentrok-01.semula.toml`` is the text that
it was made from. Once it is merged it is kept as ``.riwayat/bentrok-01.saya.toml``: a wording that was not
chosen is still there. Callers of what writes hold the lock.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final, NamedTuple

from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.problem import Declined, Problem, Refused
from kampanye_tui.model.reading import read
from kampanye_tui.store.atomic import sync_folder, write_whole
from kampanye_tui.store.history import FOLDER
from kampanye_tui.store.plain_file import kept_bytes

_NAME: Final = re.compile(r"naskah\.bentrok-([0-9]{2,4})\.toml")


class Apart(NamedTuple):
    """A version that waits to be merged, and the text that it was made from."""

    path: Path
    ours: Agreement
    base: Agreement


class Diverged(Declined):
    """A text was not saved, since the file was another one; it waits to be merged instead."""

    def __init__(self, problem: Problem) -> None:
        super().__init__([problem])


def keep_apart(folder: Path, base: bytes, ours: bytes) -> Path:
    """Keep a version beside the file, with the text that it was made from; return where it stands."""
    journal = folder / FOLDER
    journal.mkdir(exist_ok=True)
    taken = {path.name.partition(".")[0] for path in journal.glob("bentrok-*.toml")}
    number = 1
    while (
        beside := folder / f"naskah.bentrok-{number:02d}.toml"
    ).exists() or f"bentrok-{number:02d}" in taken:
        number += 1
    # The text it was made from first: of what stands beside the file nothing is missing then.
    write_whole(_base_of(beside), base)
    write_whole(beside, ours)
    return beside


def waiting(folder: Path) -> tuple[Apart, ...]:
    """Return the versions that wait to be merged, the oldest first; what cannot be read is passed over."""
    found = []
    for path in sorted(folder.glob("naskah.bentrok-*.toml")):
        try:
            ours = read(Agreement, kept_bytes(path, path.name), path.name)
            made_from = _base_of(path)
            base = read(Agreement, kept_bytes(made_from, made_from.name), f"{FOLDER}/{made_from.name}")
        except (Refused, OSError):
            # Beside the file it is seen by people all the same, and compared with ``bandingkan``.
            continue
        if _NAME.fullmatch(path.name):
            found.append(Apart(path, ours, base))
    return tuple(found)


def put_away(one: Apart) -> None:
    """Keep a version that is merged by now among the earlier texts; a second time does nothing."""
    folder = one.path.parent
    try:
        one.path.replace(folder / FOLDER / f"{_stem(one.path)}.saya.toml")
    except FileNotFoundError:
        return
    sync_folder(folder)


def _stem(path: Path) -> str:
    return path.name.removeprefix("naskah.").removesuffix(".toml")


def _base_of(path: Path) -> Path:
    return path.parent / FOLDER / f"{_stem(path)}.semula.toml"
