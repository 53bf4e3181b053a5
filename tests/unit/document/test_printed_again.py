"""A paper beside the same paper printed again: all of its words, as they were when it was printed."""

from __future__ import annotations

import msgspec
import pytest

from kampanye_tui.agreement.verification import Check, Verdict
from kampanye_tui.document.paper_check import NOT_COMPARED, Paper, paper_checked
from kampanye_tui.document.printed_again import SUBJECT, beside, printing_of
from kampanye_tui.formats.pdf.reading import page_texts
from kampanye_tui.model.agreement import Agreement, CopyForm
from kampanye_tui.model.event import Outcome
from kampanye_tui.plugin.library import Library
from tests.unit.agreement.making import changed, with_clause
from tests.unit.document.kept_office import Office
from tests.unit.document.signing_day import at


@pytest.fixture(scope="module")
def office(agreement: Agreement, library: Library) -> Office:
    """An office whose salinan were printed."""
    return Office(agreement, library)


def compared(office: Office, data: bytes) -> Paper:
    """Return what came of a PDF, beside the same printed again."""
    pages = page_texts(data)
    printing = printing_of(pages, office.found)
    if printing.copy.form is CopyForm.COPY:
        again = office.paper("salinan-peserta", printing.agreement, printing.copy, **said(printing.state))
    else:
        again = office.paper("naskah", printing.agreement, **said(printing.state))
    return beside(paper_checked(pages, office.found, "dari-partai.pdf"), pages, page_texts(again))


def said(state: msgspec.Struct) -> dict:
    """Return all that a state says."""
    return {name: getattr(state, name) for name in state.__struct_fields__}


def rest(paper: Paper) -> Check:
    """Return what came of the words around the clauses."""
    return next(check for check in paper.checks if check.subject == SUBJECT)


@pytest.mark.parametrize("name", ["naskah", "salinan-peserta"])
def test_a_paper_that_nobody_changed_is_the_same_in_all_words(office: Office, name: str) -> None:
    data = office.paper(name) if name == "naskah" else office.copy()
    assert rest(compared(office, data)).verdict is Verdict.HOLDS


def test_what_is_proven_of_all_words_is_not_said_to_be_open(office: Office) -> None:
    assert NOT_COMPARED not in compared(office, office.copy()).proof.open


def test_what_was_recorded_after_the_printing_does_not_count(agreement: Agreement, library: Library) -> None:
    office = Office(agreement, library)
    printed = office.copy()
    office.day.asked("partai-cempaka", Outcome.SIGNED, at(14, 0))
    office.found = office.verified()
    assert rest(compared(office, printed)).verdict is Verdict.HOLDS


def test_a_number_that_came_after_the_text_was_final_is_known(agreement: Agreement, library: Library) -> None:
    office = Office(agreement, library)
    office.agreement = changed(office.agreement, numbers={"naskah": "12/PL.01.6-NK/3674/2023"})
    office.found = office.verified()
    assert rest(compared(office, office.copy())).verdict is Verdict.HOLDS


FORGED = {
    "who signed": (
        lambda o: o.copy(seats=tuple(changed(one, signed=o.state.seats[3].signed) for one in o.state.seats)),
        "ttd.",
    ),
    "an explanation": (
        lambda o: o.copy(with_clause(o.agreement, o.agreement.clauses[0].id, explanation="Boleh berbohong.")),
        "Boleh berbohong.",
    ),
    "the place": (
        lambda o: o.copy(changed(o.agreement, occasion=changed(o.agreement.occasion, place="Gudang"))),
        "Gudang",
    ),
}


@pytest.mark.penuh
@pytest.mark.parametrize(("forge", "words"), FORGED.values(), ids=FORGED)
def test_what_was_changed_around_the_clauses_is_told(office: Office, forge, words: str) -> None:
    check = rest(compared(office, forge(office)))
    assert (check.verdict, words in check.words) == (Verdict.NOTE, True), check.words
