"""What a PDF is set and written with: the faces of its typeface, and the versions of libraries."""

from __future__ import annotations

import zlib
from functools import cache
from importlib.metadata import version

from kampanye_tui.formats.pdf import family_of
from kampanye_tui.model.export_format import ExportOptions
from kampanye_tui.model.print_record import FaceUse

ZLIB = "zlib"
"""The name under which the compressor stands; with another one the same content has other bytes."""
_LIBRARIES = ("fpdf2", "fonttools", "uharfbuzz", "pillow", "segno", "markdown-it-py")


def faces_of(options: ExportOptions) -> tuple[FaceUse, ...]:
    """Return the faces that a PDF is set in; raises :class:`Refused` for unusable font files."""
    return tuple(FaceUse(name=font.metrics.name, sha256=font.sha256) for font in family_of(options))


@cache
def versions() -> dict[str, str]:
    """Return the version of each library that has a say in the bytes of a PDF."""
    return {name: version(name) for name in _LIBRARIES} | {ZLIB: zlib.ZLIB_RUNTIME_VERSION}
