"""Events in words: a clause is told by its title, as lists call it."""

from __future__ import annotations

from kampanye_tui.agreement.chronicle import told
from kampanye_tui.agreement.edit_clauses import drop_clause
from kampanye_tui.model.event import Answer

from .responses import DRAFT, events_of

(AGREED,) = events_of(("bawaslu", "damai", Answer.AGREED))


def test_an_answer_names_its_clause_by_its_title() -> None:
    assert told(AGREED, DRAFT) == "tanggapan Bawaslu atas klausul Damai: setuju"


def test_an_answer_to_a_clause_that_was_dropped_since_names_what_is_left_of_it() -> None:
    assert told(AGREED, drop_clause(DRAFT, "damai")) == "tanggapan Bawaslu atas klausul damai: setuju"
