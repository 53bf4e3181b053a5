"""The base of every value: frozen, named by keyword, and written to files without its defaults."""

from __future__ import annotations

from typing import Any

import msgspec


class Value(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A frozen value. Fields are given by keyword; a change makes a new value."""


def key(name: str, **default: Any) -> Any:
    """Return a field whose key in files is ``name``."""
    return msgspec.field(name=name, **default)
