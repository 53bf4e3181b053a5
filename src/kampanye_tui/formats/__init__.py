"""The built-in formats. Each is a plugin with the same hook that plugins from outside use."""

from __future__ import annotations

from types import ModuleType


def built_in() -> tuple[ModuleType, ...]:
    """Return the modules of the built-in formats, the usual one first."""
    from kampanye_tui.formats import document_json, docx, html, markdown, messages, pdf, text

    return pdf, docx, html, text, markdown, messages, document_json
