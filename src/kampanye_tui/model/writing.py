"""Frozen values → TOML, so that reading it gives the same value back."""

from __future__ import annotations

from datetime import date, time
from typing import Any

import msgspec
import tomli_w

from kampanye_tui.model.source import FORMAT


def write(value: msgspec.Struct) -> bytes:
    """Return ``value`` as a TOML file that carries its format; defaults are left out."""
    table = {"format": FORMAT, **builtins(value)}
    return tomli_w.dumps(table, multiline_strings=True).encode()


def builtins(value: msgspec.Struct) -> dict[str, Any]:
    """Return ``value`` as tables, lists and scalars under the keys of its file, without what is absent."""
    made = msgspec.to_builtins(value, builtin_types=(date, time))
    bare: dict[str, Any] = _without_none(made)
    return bare


def _without_none(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _without_none(item) for key, item in value.items() if item is not None}
    if isinstance(value, list | tuple):
        return [_without_none(item) for item in value]
    return value
