"""The canonical form of a value: bytes that are equal exactly when two values say the same.

Unicode in NFC, line ends LF, keys sorted, and every length written before its content, so that no two
different values share a form (beancount's comparison, which joins fields without lengths, can).
"""

from __future__ import annotations

import hashlib
import unicodedata
from datetime import date, time
from typing import Any


def canonical(value: Any) -> bytes:
    """Return the canonical form of tables, lists, text, numbers, truth values, days and hours.

    Raises :class:`TypeError` for anything else.
    """
    if isinstance(value, dict):
        if not all(isinstance(key, str) for key in value):
            raise TypeError("no canonical form for a table with keys that are no text")
        items = b"".join(canonical(key) + canonical(value[key]) for key in sorted(value, key=_normal))
        return b"d%d:%s" % (len(value), items)
    if isinstance(value, list | tuple):
        return b"l%d:%s" % (len(value), b"".join(map(canonical, value)))
    if isinstance(value, str):
        return _sized(b"s", _normal(value).encode())
    if isinstance(value, bool):
        return b"b1:1" if value else b"b1:0"
    if isinstance(value, int):
        return _sized(b"i", str(value).encode())
    if isinstance(value, date | time):
        return _sized(b"t", value.isoformat().encode())
    raise TypeError(f"no canonical form for {type(value).__name__}")


def digest(value: Any) -> str:
    """Return the SHA-256 of the canonical form, in hexadecimal."""
    return hashlib.sha256(canonical(value)).hexdigest()


def _normal(text: str) -> str:
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n"))


def _sized(kind: bytes, content: bytes) -> bytes:
    return b"%s%d:%s" % (kind, len(content), content)
