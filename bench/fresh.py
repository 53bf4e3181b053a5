"""The same document or agreement with other words: whatever a cache holds of the last one is of no use."""

from __future__ import annotations

from typing import Any

import msgspec

from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.document import Document, Picture, Run

_WORDS = {"title", "caption", "heading", "head", "office"}
"""Fields of blocks that hold words and no runs."""


def renewed(document: Document, number: int) -> Document:
    """Return a document each of whose blocks, down to cells and places to sign, bears a number as well."""
    blocks = _renewed(document.blocks, f" {number}")
    return msgspec.structs.replace(document, blocks=blocks)


def _renewed(value: Any, more: str) -> Any:
    match value:
        case Run():
            return msgspec.structs.replace(value, text=value.text + more)
        case tuple():
            return tuple(_renewed(one, more) for one in value)
        case msgspec.Struct() if not isinstance(value, Picture):
            changed = {
                name: f"{field}{more}" if name in _WORDS and field else _renewed(field, more)
                for name in value.__struct_fields__
                for field in (getattr(value, name),)
            }
            return msgspec.structs.replace(value, **changed)
    return value


def renamed(agreement: Agreement, number: int) -> Agreement:
    """Return an agreement of other pihak."""
    parties = tuple(
        msgspec.structs.replace(party, name=f"{party.name} {number}") for party in agreement.parties
    )
    return msgspec.structs.replace(agreement, parties=parties)


def reworded(agreement: Agreement, number: int) -> Agreement:
    """Return an agreement of other pihak and with other words in each line of each clause."""

    def changed(text: str) -> str:
        return "\n".join(f"{line} {number}" if line.strip() else line for line in text.split("\n"))

    clauses = tuple(
        msgspec.structs.replace(
            clause,
            title=f"{clause.title} {number}",
            text=changed(clause.text),
            resolved=changed(clause.resolved),
            explanation=changed(clause.explanation),
        )
        for clause in agreement.clauses
    )
    return msgspec.structs.replace(renamed(agreement, number), clauses=clauses)
