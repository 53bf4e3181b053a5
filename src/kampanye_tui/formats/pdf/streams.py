"""Bytes → streams of a PDF file, and the rows of its table of objects."""

from __future__ import annotations

import struct
import zlib
from functools import lru_cache

row = struct.Struct(">BII")
PLAIN, PACKED = 1, 2
FREE = row.pack(0, 0, 65535)
"""A row of the table (ISO 32000-1, 7.5.8.3): kind, where the object is, and which one of those there."""
WIDTHS = b"1 4 4"
"""Bytes of each part of a row; tags of a list of a thousand pages are more than two bytes can count."""


def stream(data: bytes, entries: bytes = b"") -> bytes:
    """Return a compressed stream with further ``entries`` in its dictionary, as the body of an object."""
    packed = deflated(data)
    head = b"<<%s/Filter/FlateDecode/Length %d>>\nstream\n" % (entries, len(packed))
    return b"".join((head, packed, end_of(packed), b"endstream"))


def end_of(data: bytes) -> bytes:
    """Return the end of line between the bytes of a stream and the word that ends it.

    Readers take a carriage return with the line feed behind it as one end of line, and then miss the last
    byte of 1 stream in 256. It belongs to a checksum, so no other compression changes it.
    """
    return b"\r\n" if data.endswith(b"\r") else b"\n"


def plain_stream(data: bytes, entries: bytes) -> bytes:
    """Return a stream that is stored as it is."""
    return b"<<%s/Length %d>>\nstream\n%s\nendstream" % (entries, len(data), data)


@lru_cache(maxsize=256)
def deflated(data: bytes) -> bytes:
    """Return compressed bytes."""
    return zlib.compress(data)
