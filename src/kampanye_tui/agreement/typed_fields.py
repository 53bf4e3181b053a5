"""A clause as fields that somebody types into: as they are saved, as they began, and what differs.

The names of the fields are those of the journal (``judul``, ``teks``, ``isian.jam``). Pure.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kampanye_tui.agreement.edit_clauses import clause_of, reword
from kampanye_tui.agreement.place_words import typed_label
from kampanye_tui.agreement.word_diff import marked, near, word_diff
from kampanye_tui.model.agreement import AgreedClause, Agreement
from kampanye_tui.model.problem import Refused


def fields_of(clause: AgreedClause) -> dict[str, str]:
    """Return what an editor begins with: title, words, what is to be filled in."""
    return {"judul": clause.title, "teks": clause.text} | {
        f"isian.{one.name}": one.value for one in clause.parameters
    }


def with_fields(agreement: Agreement, clause_id: str, fields: Mapping[str, str]) -> Agreement:
    """Return the agreement as it was when a clause said these fields; as it is, where it cannot have."""
    clause = clause_of(agreement, clause_id)
    parameters = {one.name: fields[f"isian.{one.name}"] for one in clause.parameters}
    words = {} if clause.locked else {"title": fields["judul"], "text": fields["teks"]}
    try:
        return reword(agreement, clause_id, parameters=parameters, **words)
    except Refused:
        return agreement


def typed(agreement: Agreement, place: str, fields: Mapping[str, str]) -> Iterator[str]:
    """Yield what was typed at a place, field by field: of a clause only what differs from the saved text."""
    saved = _saved(agreement, place)
    for name, text in fields.items():
        if name in saved and saved[name] != text:
            yield f"{typed_label(name)}: {marked(near(word_diff(saved[name], text)))}"
        elif name not in saved and text:
            yield f"{typed_label(name)}: {text}"


def _saved(agreement: Agreement, place: str) -> dict[str, str]:
    """Return the fields of a clause as they are saved; none of what is no clause of the agreement."""
    kind, _colon, name = place.partition(":")
    clause = next((one for one in agreement.clauses if kind == "klausul" and one.id == name), None)
    return fields_of(clause) if clause else {}
