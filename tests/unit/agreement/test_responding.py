"""Answers of pihak: what may be recorded, and the events for it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from kampanye_tui.agreement.responding import (
    agreed_to_all,
    answering,
    answering_party,
    answers_of,
    clause_digest,
    responded,
    to_withdraw,
)
from kampanye_tui.model.event import Answer, Correction
from kampanye_tui.model.legal import Citation
from kampanye_tui.model.problem import Refused

from .making import changed, with_clause
from .responses import AT, DRAFT, WHEN, events_of

(DAMAI, JUJUR) = DRAFT.clauses


def refusal(party: str, clause: str, answer: Answer, **more) -> str:
    """Return why an answer is refused."""
    with pytest.raises(Refused) as caught:
        responded(DRAFT, (), party, clause, answer, **{**WHEN, **more})
    return caught.value.problems[0].what


@pytest.mark.parametrize(
    "said",
    [
        {"title": "Lain"},
        {"resolved": "Lain."},
        {"citations": (Citation(law="uu-7-2017", article="Pasal 281"),)},
    ],
    ids=["title", "words", "citations"],
)
def test_another_title_other_words_and_other_citations_are_another_clause(said: dict) -> None:
    assert clause_digest(changed(DAMAI, **said)) != clause_digest(DAMAI)


@pytest.mark.parametrize("said", [{"explanation": "Lain."}, {"locked": True}], ids=["explanation", "lock"])
def test_what_is_not_agreed_does_not_make_another_clause(said: dict) -> None:
    assert clause_digest(changed(DAMAI, **said)) == clause_digest(DAMAI)


def test_contestants_and_institutions_are_asked_but_not_the_organiser_or_guests() -> None:
    assert [party.id for party in answering(DRAFT)] == ["partai-a", "partai-b", "bawaslu"]


@pytest.mark.parametrize("name", ["partai-b", "2", "Partai-B"])
def test_a_pihak_answers_under_its_id_ballot_number_or_name(name: str) -> None:
    assert answering_party(DRAFT, name).id == "partai-b"


def test_an_answer_knows_the_words_it_was_given_to() -> None:
    event = responded(DRAFT, (), "1", "damai", Answer.AGREED, **WHEN)
    assert (event.party, event.clause_digest) == ("partai-a", clause_digest(DAMAI))


REFUSED = {
    "an unknown pihak": (("partai-z", "damai", Answer.AGREED), 'pihak "partai-z" tidak ada dalam naskah ini'),
    "the organiser": (
        ("penyelenggara", "damai", Answer.AGREED),
        'pihak "penyelenggara" tidak dimintai tanggapan',
    ),
    "an unknown clause": (("1", "damay", Answer.AGREED), 'klausul "damay" tidak ada dalam naskah ini'),
    "an objection without words": (("1", "damai", Answer.OBJECTION), "isi keberatan belum ditulis"),
    "a remark without words": (("1", "damai", Answer.REMARK), "isi catatan belum ditulis"),
    "taking back nothing": (
        ("1", "damai", Answer.NONE),
        'Partai-A belum menanggapi klausul "damai", jadi tidak ada yang dicabut',
    ),
}


@pytest.mark.parametrize("what", REFUSED)
def test_an_answer_that_cannot_be_meant_is_refused(what: str) -> None:
    asked, told = REFUSED[what]
    assert refusal(*asked) == told


def test_plain_consent_carries_no_remark() -> None:
    assert refusal("1", "damai", Answer.AGREED, remark="Ya.") == 'jawaban "setuju" tidak disertai catatan'


def test_an_answer_of_tomorrow_is_refused() -> None:
    assert "belum tiba" in refusal("1", "damai", Answer.AGREED, occurred=AT + timedelta(days=1))


def test_the_last_answer_counts() -> None:
    events = events_of(("1", "damai", Answer.AGREED), ("1", "damai", Answer.OBJECTION, "Tidak."))
    assert answers_of(events)["partai-a", "damai"].answer is Answer.OBJECTION


def test_a_corrected_answer_gives_way_to_the_one_before() -> None:
    events = events_of(("1", "damai", Answer.AGREED), ("1", "damai", Answer.OBJECTION, "Tidak."))
    correction = Correction(number=3, of=2, reason="salah tekan", **WHEN)
    assert answers_of((*events, correction))["partai-a", "damai"].answer is Answer.AGREED


def test_agreeing_to_all_answers_what_is_open_and_gives_up_objections() -> None:
    events = events_of(("1", "damai", Answer.OBJECTION, "Tidak."))
    assert [event.clause for event in agreed_to_all(DRAFT, events, "1", **WHEN)] == ["damai", "jujur"]


def test_agreeing_to_all_keeps_consent_and_remarks() -> None:
    events = events_of(("1", "damai", Answer.AGREED), ("1", "jujur", Answer.REMARK, "Jelaskan."))
    assert agreed_to_all(DRAFT, events, "1", **WHEN) == ()


def test_agreeing_to_all_answers_a_clause_anew_whose_words_changed() -> None:
    events = events_of(("1", "damai", Answer.AGREED), ("1", "jujur", Answer.AGREED))
    edited = with_clause(DRAFT, "jujur", resolved="Lain.")
    assert [event.clause for event in agreed_to_all(edited, events, "1", **WHEN)] == ["jujur"]


def test_only_answers_that_were_given_are_taken_back() -> None:
    events = events_of(("1", "damai", Answer.AGREED), ("2", "jujur", Answer.AGREED))
    assert [one.clause for one in to_withdraw(DRAFT, events, "1")] == ["damai"]
