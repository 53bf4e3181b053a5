"""The manifest of a batch: a line of JSON for each office, as each is done, and in order at the end."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO

import msgspec

from kampanye_tui.model.batch import Done
from kampanye_tui.model.messages import Words
from kampanye_tui.model.problem import refuse
from kampanye_tui.store.atomic import write_whole
from kampanye_tui.store.plain_file import plain_bytes

MANIFEST = "manifes.jsonl"
LARGEST = 200_000_000
"""Bytes; the manifest of every office of the country has some 4 million."""


def read_manifest(path: Path) -> tuple[Done, ...]:
    """Return the offices of a manifest, nothing where there is none; raises :class:`Refused`.

    Its last line may have been torn by a power failure: that office is done again.
    """
    if not path.exists():
        return ()
    whole, _newline, _torn = plain_bytes(path, str(path), LARGEST, _too_large).rpartition(b"\n")
    found = []
    for number, line in enumerate(filter(None, whole.split(b"\n")), 1):
        try:
            found.append(msgspec.json.decode(line, type=Done))
        except (msgspec.DecodeError, RecursionError):
            what = "manifes ini tidak dapat dibaca"
            raise refuse(what, "Hapus atau pindahkan, lalu ulangi", file=str(path), line=number) from None
    return tuple(found)


def _too_large(size: int) -> Words:
    return (
        f"besarnya {size // 1_000_000} MB; manifes paling besar {LARGEST // 1_000_000} MB",
        "Periksa berkasnya",
    )


def append_line(stream: BinaryIO, done: Done) -> None:
    """Add an office to a manifest that is open."""
    stream.write(msgspec.json.encode(done) + b"\n")
    stream.flush()


def write_manifest(path: Path, offices: Iterable[Done]) -> None:
    """Write a manifest whole."""
    write_whole(path, b"".join(msgspec.json.encode(one) + b"\n" for one in offices))


def is_complete(done: Done) -> bool:
    """Tell whether an office has all its files, as long as the manifest says they are."""
    folder = Path(done.folder)
    try:
        return bool(done.files) and all((folder / one.name).stat().st_size == one.size for one in done.files)
    except OSError:
        return False
