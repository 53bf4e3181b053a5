"""What the clauses are called on paper, for commands that name them or tell what a pihak said of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kampanye_tui.model.agreement import Agreement
    from kampanye_tui.store.configuration import Located


def called_on_paper(located: Located, agreement: Agreement) -> Mapping[str, str]:
    """Return clause id → ``Pasal 5``, which is what a pihak cites; nothing where the packs cannot be read."""
    from kampanye_tui.document.clause_words import naskah_references
    from kampanye_tui.model.problem import Refused
    from kampanye_tui.work import library_for

    try:
        return naskah_references(agreement, library_for(located, agreement).templates)
    except (Refused, OSError):
        # Told where papers are made; what was answered is shown all the same.
        return {}
