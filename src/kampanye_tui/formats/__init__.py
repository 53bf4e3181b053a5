"""The built-in formats. Each is a plugin with the same hook that plugins from outside use."""

from __future__ import annotations

from types import ModuleType


def built_in() -> tuple[ModuleType, ...]:
    """Return the modules of the built-in formats, the usual one first."""
    from kampanye_tui.formats import document_json, markdown, pdf, text

    return pdf, text, markdown, document_json
