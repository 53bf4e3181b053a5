"""What is told of a storage: the place, what is wrong there, and what would mend it."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

import msgspec

from kampanye_tui.model.problem import Problem


class Mending(Enum):
    """How something is mended; the value says it as it will be done."""

    SET_ASIDE = "disisihkan"
    PUT_BACK = "dikembalikan"
    CUT = "baris yang tidak selesai disisihkan"
    PERMIT = "izinnya dibetulkan"


class Mend(NamedTuple):
    """What would be done; ``source`` is the kept text that is put back, ``mode`` the permissions."""

    how: Mending
    words: str
    source: bytes = b""
    mode: int = 0


class Trouble(NamedTuple):
    """Something to be told: the file or folder from the workspace on, whether anything is broken, a mend."""

    place: str
    words: str
    broken: bool
    mend: Mend | None = None


def problem_words(problem: Problem) -> str:
    """Return a problem on one line."""
    # Without the line itself, which would be lines of its own here.
    return str(msgspec.structs.replace(problem, excerpt=""))


def torn(place: str) -> Trouble:
    """Return that the last line of a chained file was not finished."""
    mend = Mend(Mending.CUT, "baris itu disisihkan ke berkas di sebelahnya; baris sebelumnya tetap")
    return Trouble(place, "baris terakhir tidak selesai ditulis.", True, mend)
