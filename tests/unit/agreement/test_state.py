"""Where an agreement stands, worked out from its words and its events."""

from datetime import UTC, datetime

import pytest

from kampanye_tui.agreement.fingerprint import occasion_digest, short_code, text_digest
from kampanye_tui.agreement.state import state
from kampanye_tui.model.event import Finalised, Overridden
from kampanye_tui.model.party import Role
from kampanye_tui.model.state import Phase

from .making import changed, party, small_agreement, with_clause, with_party

BASE = small_agreement()
AT = datetime(2023, 11, 28, 2, 0, tzinfo=UTC)


def finalised(agreement):
    """The event that made an agreement final."""
    return Finalised(
        occurred=AT,
        recorded=AT,
        operator="ani",
        number=1,
        occasion_digest=occasion_digest(agreement),
        revision=agreement.revision,
        text_digest=text_digest(agreement),
    )


def test_without_events_an_agreement_is_a_draft():
    assert state(BASE).phase is Phase.DRAFT


def test_an_agreement_made_final_with_these_words_is_final():
    assert state(BASE, [finalised(BASE)]).phase is Phase.FINAL


def test_another_event_makes_nothing_final():
    other = Overridden(number=1, occurred=AT, recorded=AT, operator="ani", what="uji", reason="uji")
    assert state(BASE, [other]).phase is Phase.DRAFT


def test_an_agreement_whose_words_changed_since_is_a_draft():
    other = with_clause(BASE, "damai", resolved="Lain.")
    assert state(other, [finalised(BASE)]).phase is Phase.DRAFT


def test_a_new_revision_of_a_final_text_is_a_draft():
    assert state(changed(BASE, revision=2), [finalised(BASE)]).phase is Phase.DRAFT


def test_a_final_text_stays_final_when_a_signer_is_replaced():
    other = with_party(BASE, "partai-b", signatories=())
    assert state(other, [finalised(BASE)]).phase is Phase.FINAL


def test_an_earlier_final_revision_does_not_hide_the_later_one():
    second = changed(with_clause(BASE, "damai", resolved="Lain."), revision=2)
    assert state(second, [finalised(BASE), finalised(second)]).phase is Phase.FINAL


def test_the_code_is_that_of_the_text():
    assert state(BASE).code == short_code(text_digest(BASE))


def test_everybody_who_signs_is_counted():
    assert state(BASE).signers == 3


@pytest.mark.parametrize(
    ("role", "signers"),
    [(Role.WITNESS, 4), (Role.ACKNOWLEDGING, 4), (Role.PRESENT, 3)],
)
def test_who_is_only_present_is_not_asked_to_sign(role, signers):
    assert state(changed(BASE, parties=(*BASE.parties, party("fkub", role)))).signers == signers


def test_the_sample_asks_25_persons_to_sign(agreement):
    assert state(agreement).signers == 25


def test_a_draft_says_so_at_the_foot_of_a_page():
    assert state(changed(BASE, revision=3)).words == "KONSEP r03"


def test_a_final_text_shows_revision_and_code_at_the_foot_of_a_page():
    assert state(BASE, [finalised(BASE)]).words == "Naskah final r01 · kode 9YZ1-MZZY-WNPG"
