"""Writing exported files, each whole; what stands in the way is found before the first one is written."""

from __future__ import annotations

import stat
from collections.abc import Callable, Sequence
from enum import Enum, auto
from pathlib import Path
from typing import NamedTuple

from kampanye_tui.model.problem import Declined, Problem, refuse
from kampanye_tui.store.at_work import refuse_writing
from kampanye_tui.store.atomic import write_whole

WAITING = ".menunggu"
"""How the name of a file ends that waits for its record."""


class Output(NamedTuple):
    """A file to be written."""

    path: Path
    data: bytes


class Written(Enum):
    """What became of an output."""

    NEW = auto()
    SAME = auto()
    REPLACED = auto()

    @property
    def word(self) -> str:
        """What people are told."""
        return {Written.NEW: "baru", Written.SAME: "tetap", Written.REPLACED: "diganti"}[self]


def write_outputs(
    outputs: Sequence[Output], *, overwrite: bool, elsewhere: str = "pilih folder lain dengan -o"
) -> tuple[Written, ...]:
    """Write all outputs and tell what became of each.

    A file with the same bytes is left alone. Raises :class:`Declined`, and writes nothing, when a file has
    other content and may not be overwritten; ``elsewhere`` says how to write to another place.
    """
    found = [_state(output) for output in outputs]
    if not overwrite:
        in_the_way = [
            output.path for output, written in zip(outputs, found, strict=True) if written is Written.REPLACED
        ]
        if in_the_way:
            raise Declined([_in_the_way(in_the_way, elsewhere)])
    for output, written in zip(outputs, found, strict=True):
        if written is not Written.SAME:
            output.path.parent.mkdir(parents=True, exist_ok=True)
            write_whole(output.path, output.data, durable=False)
    return tuple(found)


def write_recorded(output: Output, record: Callable[[], object], *, overwrite: bool, elsewhere: str) -> None:
    """Write an output that may not be there without its record, nor the record without it.

    Its bytes are on the disk under a passing name when ``record`` is called; only the name is left to be
    given then. Raises what ``record`` does and what :func:`write_outputs` does; nothing stays behind.
    """
    path = output.path
    if _state(output) is Written.REPLACED and not overwrite:
        raise Declined([_in_the_way([path], elsewhere)])
    path.parent.mkdir(parents=True, exist_ok=True)
    waiting = path.with_name(f".{path.name[:40]}{WAITING}")
    try:
        write_whole(waiting, output.data)
    except OSError as error:
        # The name that people know; they never see the passing one.
        error.filename = str(path)
        raise
    try:
        record()
        waiting.replace(path)
    except BaseException:
        waiting.unlink(missing_ok=True)
        raise


def _in_the_way(paths: Sequence[Path], elsewhere: str) -> Problem:
    """Return the one problem that all these files are."""
    hint = f"Tambahkan --timpa untuk menggantinya, atau {elsewhere}"
    named = ", ".join(path.name for path in paths[:3])
    more = f", dan {len(paths) - 3} lainnya" if len(paths) > 3 else ""
    what = f"{len(paths)} berkas sudah ada dengan isi yang berbeda: {named}{more}"
    return Problem(what=what, hint=hint, file=str(paths[0].parent))


def _state(output: Output) -> Written:
    """Return what will become of a file; raises :class:`Refused` for a name that is not for files of ours."""
    refuse_writing(output.path, str(output.path))
    try:
        found = output.path.stat()
        if not (stat.S_ISREG(found.st_mode) or stat.S_ISDIR(found.st_mode)):
            raise refuse("bukan berkas", "Pilih nama lain; - berarti stdout", file=str(output.path))
        if stat.S_ISREG(found.st_mode) and found.st_size != len(output.data):
            return Written.REPLACED
        existing = output.path.read_bytes()
    except FileNotFoundError:
        return Written.NEW
    return Written.SAME if existing == output.data else Written.REPLACED
