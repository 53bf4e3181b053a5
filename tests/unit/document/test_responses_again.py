"""The directive ``tanggapan-klausul`` on a sheet that goes out again: only what is still asked."""

from __future__ import annotations

import pytest

from kampanye_tui.agreement.state import state
from kampanye_tui.document.build import build
from kampanye_tui.document.template_check import check_template
from kampanye_tui.model.document import Table
from kampanye_tui.model.event import Answer
from kampanye_tui.model.problem import Refused
from tests.unit.agreement.making import with_clause
from tests.unit.agreement.responses import DRAFT, events_of
from tests.unit.document.papers import said, template

BODY = (
    '::: tanggapan-klausul klausul="Klausul" pilihan="Setuju; Keberatan" catatan="Catatan" '
    'hanya="belum" selesai="Semua sudah."\n:::\n'
)
DAMAI = ("1", "damai", Answer.AGREED)
JUJUR = ("1", "jujur", Answer.OBJECTION, "Tidak.")
EDITED = with_clause(DRAFT, "damai", text="Lain.", resolved="Lain.")


def asked(*given, agreement=DRAFT, of: str = "partai-a") -> list[str]:
    """The titles of the clauses on the sheet of a pihak, or what stands there instead."""
    paper = build(template(BODY), agreement, state(agreement, events_of(*given)), holder=agreement.party(of))
    (block,) = paper.blocks
    if isinstance(block, Table):
        return [said(row[0]).split()[-1] for row in block.rows]
    return [said(block.runs)]


def test_who_has_answered_nothing_is_asked_for_everything() -> None:
    assert asked() == ["Damai", "Jujur"]


def test_what_was_answered_as_it_reads_is_not_asked_again_be_it_an_objection() -> None:
    assert (asked(DAMAI), asked(JUJUR)) == (["Jujur"], ["Damai"])


def test_a_clause_that_was_reworded_since_is_asked_again() -> None:
    assert asked(DAMAI, JUJUR, agreement=EDITED) == ["Damai"]


def test_answers_of_others_answer_for_nobody() -> None:
    assert asked(DAMAI, JUJUR, of="partai-b") == ["Damai", "Jujur"]


def test_where_nothing_is_asked_any_more_that_is_said() -> None:
    assert asked(DAMAI, JUJUR) == ["Semua sudah."]


def test_an_unknown_choice_is_told_when_a_pack_is_loaded() -> None:
    with pytest.raises(Refused, match='hanya "basi" tidak termasuk pilihan'):
        check_template(template(BODY.replace('"belum"', '"basi"')))
