"""What a PDF is set and written with: the faces of its typeface, and the versions of libraries."""

from __future__ import annotations

import hashlib
import zlib
from functools import cache, lru_cache
from importlib.metadata import version
from typing import TYPE_CHECKING

from kampanye_tui.formats.pdf import family_of
from kampanye_tui.model.export_format import ExportOptions
from kampanye_tui.model.print_record import FaceUse

if TYPE_CHECKING:
    from kampanye_tui.typeset.font import Family

ZLIB = "zlib"
"""The name under which the compressor stands; with another one the same content has other bytes."""
_LIBRARIES = ("fpdf2", "uharfbuzz", "pillow", "segno", "markdown-it-py")


def faces_of(options: ExportOptions) -> tuple[FaceUse, ...]:
    """Return the faces that a PDF is set in; raises :class:`Refused` for unusable font files."""
    return _faces(family_of(options))


@lru_cache(maxsize=4)
def _faces(family: Family) -> tuple[FaceUse, ...]:
    return tuple(
        FaceUse(name=font.metrics.name, sha256=hashlib.sha256(font.data).hexdigest()) for font in family
    )


@cache
def versions() -> dict[str, str]:
    """Return the version of each library that has a say in the bytes of a PDF."""
    return {name: version(name) for name in _LIBRARIES} | {ZLIB: zlib.ZLIB_RUNTIME_VERSION}
