"""What the clauses are called on paper, for lists in which somebody records what was said about a paper."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kampanye_tui.work import Work


def called_on_paper(work: Work) -> Mapping[str, str]:
    """Return clause id → ``Pasal 5``, where that is not the clause's own number; nothing without packs."""
    from kampanye_tui.document.clause_words import naskah_references

    try:
        references = naskah_references(work.agreement, work.library.templates)
    except Exception:  # noqa: BLE001 - told where papers are made; answers are recorded all the same
        return {}
    return {
        clause.id: references[clause.id]
        for number, clause in enumerate(work.agreement.clauses, 1)
        if references.get(clause.id, f"angka {number}") != f"angka {number}"
    }


def titled(title: str, printed: str) -> str:
    """Return the title of a clause in a list, behind what it is called on paper: ``Pasal 5 · Damai``."""
    return f"{printed} · {title}" if printed else title
