"""What somebody types at a place of the journal: as it is saved, as it began, and what differs. Pure.

Places are named ``klausul:apk``, ``pihak:polres``, ``acara``; fields ``judul``, ``teks``, ``isian.jam``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from kampanye_tui.agreement import occasion_values, party_values
from kampanye_tui.agreement.edit_clauses import clause_of, reword
from kampanye_tui.agreement.entries import line_of
from kampanye_tui.agreement.place_words import typed_label
from kampanye_tui.agreement.word_diff import marked, near, word_diff
from kampanye_tui.model.agreement import AgreedClause, Agreement
from kampanye_tui.model.problem import Refused

CLAUSE: Final = "klausul:"
"""Begins the place of a clause; alone it is that of one that has no id yet."""
PARAMETER: Final = "isian."
"""Begins the name of a field that is what a pack leaves open."""


def fields_of(clause: AgreedClause) -> dict[str, str]:
    """Return what an editor begins with: title, words, what is to be filled in."""
    return {"judul": clause.title, "teks": clause.text} | {
        f"{PARAMETER}{one.name}": one.value for one in clause.parameters
    }


def parameters_of(typed: Mapping[str, str]) -> dict[str, str]:
    """Return what was typed into what a pack leaves open; raises :class:`Refused` for what is no line."""
    return {
        name.removeprefix(PARAMETER): line_of(value)
        for name, value in typed.items()
        if name.startswith(PARAMETER)
    }


def with_fields(agreement: Agreement, clause_id: str, fields: Mapping[str, str]) -> Agreement:
    """Return the agreement as it was when a clause said these fields; as it is, where it cannot have."""
    clause = clause_of(agreement, clause_id)
    parameters = {one.name: fields[f"{PARAMETER}{one.name}"] for one in clause.parameters}
    words = {} if clause.locked else {"title": fields["judul"], "text": fields["teks"]}
    try:
        return reword(agreement, clause_id, parameters=parameters, **words)
    except Refused:
        return agreement


def saved_fields(agreement: Agreement, place: str) -> dict[str, str]:
    """Return the fields of a place as they are saved; empty for what is not in the agreement yet."""
    kind, _colon, name = place.partition(":")
    if kind == "acara":
        return occasion_values.values_of(agreement)
    if kind == "pihak":
        party = agreement.party(name)
        return party_values.values_of(party) if party else {}
    clause = next((one for one in agreement.clauses if one.id == name), None)
    return fields_of(clause) if clause else {}


def typed(agreement: Agreement, place: str, fields: Mapping[str, str]) -> Iterator[str]:
    """Yield what was typed at a place, field by field: only what differs from the saved text."""
    saved = saved_fields(agreement, place)
    for name, text in fields.items():
        if name in saved and saved[name] != text:
            yield f"{typed_label(name)}: {marked(near(word_diff(saved[name], text)))}"
        elif name not in saved and text:
            yield f"{typed_label(name)}: {text}"
