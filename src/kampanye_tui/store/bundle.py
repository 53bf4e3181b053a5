"""Files → one zip file, whose bytes depend on nothing but names and contents.

Nothing is read or written here; no clock, no user and no system leaves a trace in it.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable
from io import BytesIO
from lzma import LZMAError
from typing import Final
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

BROKEN_ZIP: Final = (
    *(BadZipFile, LZMAError, zlib.error, struct.error, EOFError),
    *(ValueError, LookupError, OverflowError, RuntimeError),
)
"""What Python's reader of zip files raises, beside OSError, for one that is damaged or was made to harm."""
_EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The day a zip file counts from: of no meaning, and always the same."""
_READABLE = 0o644 << 16
_UNIX = 3


def bundled(files: Iterable[tuple[str, bytes]]) -> bytes:
    """Return a zip file with these files, by name."""
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as bundle:
        for name, data in sorted(files):
            entry = ZipInfo(name, _EARLIEST)
            entry.create_system = _UNIX
            entry.external_attr = _READABLE
            entry.compress_type = ZIP_DEFLATED
            bundle.writestr(entry, data)
    return stream.getvalue()
