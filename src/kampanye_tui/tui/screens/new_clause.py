"""A clause of the office's own: its title and words are asked for, and it is put where somebody points."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from kampanye_tui.agreement.entries import clause_text_of, id_from, line_of
from kampanye_tui.agreement.take import own_clause
from kampanye_tui.agreement.typed_fields import CLAUSE
from kampanye_tui.tui.checks import needed, sentence_of
from kampanye_tui.tui.form import Field
from kampanye_tui.tui.keymap import key_of
from kampanye_tui.tui.typed_form import Made, open_typed_form

if TYPE_CHECKING:
    from kampanye_tui.tui.screens.clauses import ClausesPane


def new_clause(pane: ClausesPane, after: str | None) -> None:
    """Ask for title and words of a clause of the office's own, and put it behind ``after``."""
    key = key_of("klausul.sunting", pane.app.own_keys)
    hint = f"{{peserta}} menjadi sebutan peserta; {key} nanti menyuntingnya."
    fields = (
        Field("judul", "Judul", "", "Judul klausul seperti nanti tercetak.", needed(sentence_of(line_of))),
        Field("teks", "Bunyi", "", hint, needed()),
    )

    def change(values: Mapping[str, str]) -> Made:
        agreement, title = pane.work.agreement, values["judul"]
        name = id_from(title, (clause.id for clause in agreement.clauses), "klausul")
        text = clause_text_of(values["teks"])
        return Made(own_clause(agreement, name, title, text, after=after), f"Klausul baru: {title}", name)

    def pointed(name: str) -> None:
        pane.own.point(name)

    open_typed_form(pane, CLAUSE, "Klausul buatan kantor", fields, change, done=pointed)
