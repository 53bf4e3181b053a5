"""A file of a user's own: read where there is one, and as if everything were as usual where there is none."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from kampanye_tui.model.messages import system_error
from kampanye_tui.model.problem import refuse
from kampanye_tui.model.reading import read
from kampanye_tui.model.value import Value
from kampanye_tui.store.plain_file import kept_bytes

V = TypeVar("V", bound=Value)


def read_own_file(cls: type[V], path: Path) -> V:
    """Return what a file says, a value of all defaults where there is none; raises :class:`Refused`."""
    try:
        data = kept_bytes(path, str(path))
    except FileNotFoundError:
        return cls()
    except OSError as error:
        raise refuse(f"berkas ini {system_error(error)}", file=str(path)) from None
    return read(cls, data, str(path))
