"""The directive ``matriks``: every clause with what all pihak say to it."""

from __future__ import annotations

from typing import Any

import pytest

from kampanye_tui.agreement.state import state
from kampanye_tui.document.build import build
from kampanye_tui.document.directives.matrix import MATRIX_WORDS
from kampanye_tui.document.template_check import check_template
from kampanye_tui.model.document import Document, Paragraph, Table
from kampanye_tui.model.event import Answer
from kampanye_tui.model.problem import Refused
from tests.unit.agreement.making import changed, with_clause
from tests.unit.agreement.responses import DRAFT, events_of
from tests.unit.document.papers import said, template

WORDS = " ".join(f'{name}="{name.capitalize()}:"' for name in MATRIX_WORDS)
BODY = f"::: matriks {WORDS}\n:::\n"
MIXED = events_of(
    ("1", "damai", Answer.AGREED),
    ("1", "jujur", Answer.AGREED),
    ("2", "damai", Answer.OBJECTION, "Kurang *jelas* {peserta}."),
    ("bawaslu", "damai", Answer.REMARK, "Baik."),
)


def paper(events: Any = (), agreement=DRAFT) -> Document:
    return build(template(BODY), agreement, state(agreement, events))


def table(events: Any = (), agreement=DRAFT) -> Table:
    return next(block for block in paper(events, agreement).blocks if isinstance(block, Table))


def answers(events: Any, agreement=DRAFT, row: int = 0) -> list[str]:
    """The lines of the cell with the answers to a clause."""
    return said(table(events, agreement).rows[row][3]).split("\n")


def sentences(document: Document) -> list[str]:
    return [said(block.runs) for block in document.blocks if isinstance(block, Paragraph)]


def test_heads_are_the_words_of_the_template() -> None:
    assert [column.head for column in table().columns] == [
        "No.",
        "Bunyi:",
        "Dasar:",
        "Tanggapan:",
        "Usul:",
        "Hasil:",
    ]


def test_a_clause_stands_with_its_words_and_where_it_is_in_law() -> None:
    cells = [said(cell) for cell in table().rows[0]]
    assert cells[0:3:2] == ["1.", "UU 7/2017 Pasal 280"]
    assert cells[1].endswith("Damai\nPeserta Pemilu berkampanye dengan damai.")


def test_consent_is_counted_and_everything_else_written_out_with_its_name() -> None:
    assert answers(MIXED) == [
        "Setuju: 2/3.",
        "Bawaslu, Catatan: Baik.",
        "Partai-B, Keberatan: Kurang *jelas* {peserta}.",
    ]


def test_who_has_not_answered_one_clause_is_named() -> None:
    assert answers(MIXED, row=1)[-1] == "Belum: Partai-B, Bawaslu."


def test_answers_to_other_words_are_named_as_such() -> None:
    edited = with_clause(DRAFT, "damai", text="Lain.", resolved="Lain.")
    assert answers(MIXED, edited) == ["Setuju: 0/3.", "Berubah: Partai-A, Partai-B, Bawaslu."]


def test_a_clause_that_nobody_answered_has_room_to_write() -> None:
    assert table().rows[0][3:] == ((), (), ())


def test_who_has_answered_nothing_is_named_once_above_the_table() -> None:
    events = events_of(("1", "damai", Answer.AGREED))
    assert sentences(paper(events))[-1] == "Diam: Partai-B dan Bawaslu."


def test_who_has_answered_nothing_is_not_named_in_the_rows() -> None:
    assert answers(events_of(("1", "damai", Answer.AGREED))) == ["Setuju: 1/3."]


def test_two_pihak_of_one_name_are_told_apart() -> None:
    twins = changed(DRAFT, parties=tuple(changed(one, short="Sama") for one in DRAFT.parties))
    events = events_of(
        ("partai-a", "damai", Answer.AGREED), ("partai-a", "jujur", Answer.AGREED), agreement=twins
    )
    given = (*events, *events_of(("partai-b", "damai", Answer.AGREED), agreement=twins))
    numbered = tuple(changed(event, number=number) for number, event in enumerate(given, 1))
    assert answers(numbered, twins, row=1)[-1] == "Belum: Sama."


def test_everybody_having_answered_nobody_is_named() -> None:
    everything = [(party, clause) for party in ("1", "2", "bawaslu") for clause in ("damai", "jujur")]
    events = events_of(*((party, clause, Answer.AGREED) for party, clause in everything))
    assert [text for text in sentences(paper(events)) if text.startswith("Diam:")] == []


def test_the_time_of_the_last_answer_is_that_of_the_region() -> None:
    assert sentences(paper(MIXED))[0] == "Keadaan: 26 November 2023 pukul 16.00 WIB."


def test_without_any_answer_no_time_is_told() -> None:
    assert [text for text in sentences(paper()) if text.startswith("Keadaan:")] == []


@pytest.mark.parametrize("name", MATRIX_WORDS)
def test_a_word_that_is_missing_is_told_when_a_pack_is_loaded(name: str) -> None:
    body = BODY.replace(f'{name}="{name.capitalize()}:"', "")
    with pytest.raises(Refused, match=f'direktif matriks memerlukan "{name}"'):
        check_template(template(body))
