"""Bytes → streams of a PDF file, and the rows of its table of objects."""

from __future__ import annotations

import struct
import zlib
from functools import lru_cache

row = struct.Struct(">BIH")
PLAIN, PACKED = 1, 2
FREE = row.pack(0, 0, 65535)
"""A row of the table (ISO 32000-1, 7.5.8.3): kind, where the object is, and which one of those there."""


def stream(data: bytes, entries: bytes = b"") -> bytes:
    """Return a compressed stream with further ``entries`` in its dictionary, as the body of an object."""
    packed = deflated(data)
    return b"<<%s/Filter/FlateDecode/Length %d>>\nstream\n%s\nendstream" % (entries, len(packed), packed)


def plain_stream(data: bytes, entries: bytes) -> bytes:
    """Return a stream that is stored as it is."""
    return b"<<%s/Length %d>>\nstream\n%s\nendstream" % (entries, len(data), data)


@lru_cache(maxsize=256)
def deflated(data: bytes) -> bytes:
    """Return compressed bytes that do not end in a carriage return.

    Readers take a carriage return with the line feed before ``endstream`` as one end of line, and then miss a
    byte of 1 stream in 256. The last byte is that of a checksum: a line feed more in the data changes it,
    and to content, objects and tables a line feed more means nothing.
    """
    packed = zlib.compress(data)
    return packed if packed[-1] != 0x0D else deflated(data + b"\n")
