"""What differs from the words that a pihak answered."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from kampanye_tui.agreement.since_answered import since_answered
from kampanye_tui.agreement.word_diff import marked
from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.event import Answer
from kampanye_tui.model.problem import Refused

from .making import with_clause, without_clause
from .responses import DRAFT, answers

BOTH = answers(("1", "damai", Answer.AGREED), ("1", "jujur", Answer.AGREED))
BETWEEN = with_clause(DRAFT, "damai", text="Antara.", resolved="Antara.")
NOW = with_clause(
    DRAFT,
    "damai",
    text="{peserta} berkampanye dengan tertib.",
    resolved="Peserta Pemilu berkampanye dengan tertib.",
)


def shown(agreement: Agreement = NOW, texts: tuple[Agreement, ...] = (BETWEEN, DRAFT)) -> list[str]:
    """Every line of the clauses that differ."""
    found = since_answered(agreement, BOTH, "1", texts)
    return [line for one in found.clauses for line in (one.head, *map(marked, one.words))]


def test_the_words_that_were_answered_are_compared_not_those_in_between() -> None:
    assert shown() == ["~ Klausul 1: Damai", "Peserta Pemilu berkampanye dengan [-damai.-] {+tertib.+}"]


def test_where_nothing_changed_since_there_is_nothing_to_show() -> None:
    found = since_answered(DRAFT, BOTH, "1", (BETWEEN,))
    assert (found.clauses, found.others) == ((), ())


def test_a_clause_that_was_answered_and_is_gone_is_shown_as_gone_at_its_place() -> None:
    assert shown(without_clause(DRAFT, "damai"))[0] == "- Klausul 1: [-Damai-]"


def test_words_that_no_text_has_any_more_are_told_not_guessed() -> None:
    found = since_answered(NOW, BOTH, "1", (BETWEEN,))
    assert (found.clauses, found.others) == (
        (),
        (
            "Bunyi yang dahulu ditanggapi tidak tersimpan lagi: klausul 1 (Damai). "
            "Bandingkan dengan lembar yang dahulu dikirim.",
        ),
    )


def test_a_clause_that_is_gone_and_whose_words_are_lost_is_told() -> None:
    found = since_answered(without_clause(DRAFT, "damai"), BOTH, "1", ())
    assert 'lagi: klausul "damai" yang sudah dihapus.' in found.others[0]


def test_clauses_that_were_never_answered_are_told_apart() -> None:
    found = since_answered(NOW, answers(("1", "damai", Answer.AGREED)), "1", (DRAFT,))
    assert found.others == ("Belum ditanggapi Partai-A: klausul 2 (Jujur).",)


def test_clauses_are_called_as_the_paper_calls_them() -> None:
    found = since_answered(
        NOW, answers(("1", "damai", Answer.AGREED)), "1", (DRAFT,), printed={"jujur": "Pasal 4"}
    )
    assert found.others == ("Belum ditanggapi Partai-A: klausul 2 (Pasal 4 naskah, Jujur).",)


def test_the_head_of_a_clause_has_its_number_on_paper() -> None:
    found = since_answered(NOW, BOTH, "1", (DRAFT,), printed={"damai": "Pasal 3"})
    assert found.clauses[0].head == "~ Klausul 1 (Pasal 3 naskah): Damai"


def test_no_more_texts_are_read_than_are_needed() -> None:
    def texts() -> Iterator[Agreement]:
        yield DRAFT
        pytest.fail("a further text was read")

    assert len(since_answered(NOW, BOTH, "1", texts()).clauses) == 1


def test_one_clause_is_compared_alone() -> None:
    changed = with_clause(NOW, "jujur", title="Lain")
    found = since_answered(changed, BOTH, "1", (DRAFT,), "jujur")
    assert [one.id for one in found.clauses] == ["jujur"]


def test_a_pihak_that_is_not_asked_is_refused() -> None:
    with pytest.raises(Refused, match='Pihak "tamu" tidak dimintai tanggapan'):
        since_answered(NOW, BOTH, "tamu", ())
