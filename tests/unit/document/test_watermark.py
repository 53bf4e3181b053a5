"""Which papers bear a word across their pages, and which bear none."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import msgspec
import pytest

from kampanye_tui.agreement.fingerprint import occasion_digest, text_digest
from kampanye_tui.agreement.state import state
from kampanye_tui.document.build import build
from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.event import Finalised
from kampanye_tui.model.state import Phase, State
from tests.unit.document.papers import copy_for, template

CLAUSES = "::: klausul\n:::\n"
AT = datetime(2023, 11, 28, 3, 0, tzinfo=UTC)


@pytest.fixture
def real(agreement: Agreement) -> Agreement:
    """Return the agreement of an office that does not only try the program."""
    return msgspec.structs.replace(agreement, office=msgspec.structs.replace(agreement.office, sample=False))


def final(agreement: Agreement) -> State:
    event = Finalised(
        number=1,
        revision=agreement.revision,
        text_digest=text_digest(agreement),
        occasion_digest=occasion_digest(agreement),
        occurred=AT,
        recorded=AT,
        operator="ani",
    )
    return state(agreement, [event])


def closed(agreement: Agreement) -> State:
    return msgspec.structs.replace(final(agreement), phase=Phase.CLOSED)


def word(agreement: Agreement, at: State, body: str = CLAUSES, **more: Any) -> str:
    scope = "salinan" if "copy" in more else "naskah"
    return build(template(body, scope=scope), agreement, at, **more).furniture.watermark


def test_a_draft_bears_konsep(real: Agreement) -> None:
    assert word(real, state(real)) == "KONSEP"


def test_a_final_text_bears_nothing(real: Agreement) -> None:
    assert word(real, final(real)) == ""


def test_a_list_of_those_who_came_to_talk_about_a_draft_is_no_draft(real: Agreement) -> None:
    assert word(real, state(real), "Daftar hadir.") == ""


def test_a_copy_of_a_draft_bears_konsep(real: Agreement) -> None:
    assert word(real, state(real), copy=copy_for(real, "partai-demokrat")) == "KONSEP"


def test_a_copy_that_is_read_before_the_signing_is_closed_bears_salinan(real: Agreement) -> None:
    assert word(real, final(real), copy=copy_for(real, "partai-demokrat")) == "SALINAN"


def test_a_copy_that_is_handed_over_bears_nothing(real: Agreement) -> None:
    assert word(real, closed(real), copy=copy_for(real, "partai-demokrat")) == ""


@pytest.mark.parametrize("body", [CLAUSES, "Daftar hadir."])
def test_all_papers_of_a_sample_bear_contoh_and_no_second_word(agreement: Agreement, body: str) -> None:
    assert word(agreement, state(agreement), body) == "CONTOH"
