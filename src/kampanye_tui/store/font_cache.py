"""Fonts with converted outlines in the user's cache: each exact file once for a version of the converter."""

from __future__ import annotations

import hashlib
from pathlib import Path

from kampanye_tui.store.cache import Cache
from kampanye_tui.typeset.outlines import converted, is_postscript, version

FOLDER = "huruf"


def truetype(data: bytes, label: str, cache: Path) -> bytes:
    """Return a font with TrueType outlines: as it is, as it is kept under ``cache``, or converted and kept.

    Whatever is no font with PostScript outlines comes back as it is. Raises :class:`Refused` as
    :func:`converted` does, never for the cache.
    """
    if not is_postscript(data):
        return data
    kept = _kept_under(cache)
    name = hashlib.sha256(data).hexdigest()
    made = kept.get(name)
    if made is None:
        made = converted(data, label)
        kept.put(name, made)
    return made


def waits(data: bytes, cache: Path) -> bool:
    """Tell whether a font would have to be converted before it can be used."""
    return is_postscript(data) and _kept_under(cache).get(hashlib.sha256(data).hexdigest()) is None


def _kept_under(cache: Path) -> Cache:
    return Cache(cache / FOLDER, version().encode())
