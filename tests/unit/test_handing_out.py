"""The papers that are signed when copies are handed over: the book, and receipts that are still missing."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from kampanye_tui.agreement.copy_standing import due_copies
from kampanye_tui.agreement.copying import handled, printed
from kampanye_tui.agreement.facts import corrected
from kampanye_tui.agreement.fingerprint import occasion_digest, text_digest
from kampanye_tui.agreement.state import state
from kampanye_tui.export import Maker
from kampanye_tui.handing_out import package_jobs, receipt_jobs
from kampanye_tui.model.agreement import CopyForm
from kampanye_tui.model.event import Closed, CopyDeed, Finalised
from kampanye_tui.model.problem import Refused
from tests.unit.agreement.making import changed

AT = datetime(2023, 11, 28, 5, 0, tzinfo=UTC)
SAID = {"occurred": AT, "recorded": AT + timedelta(days=1), "operator": "ani"}


@pytest.fixture
def book(agreement):
    """The events of a day after which every salinan is printed."""
    events = []

    def add(*made):
        events.extend(changed(one, number=len(events) + 1) for one in made)

    digests = {"text_digest": text_digest(agreement), "occasion_digest": occasion_digest(agreement)}
    add(Finalised(number=0, revision=1, **digests, **SAID))
    add(Closed(number=0, revision=1, **SAID))
    for copy in due_copies(agreement, events, CopyForm.COPY):
        add(printed(agreement, events, copy, sha256="", pages=9, **SAID))
    return events


def names(agreement, library, book):
    return [job.name for job in receipt_jobs(Maker(agreement, state(agreement, book), library))]


def test_every_salinan_has_a_receipt_beside_the_book(agreement, library, book):
    made = names(agreement, library, book)
    assert (made[0], made[1], len(made)) == (
        "buku-ekspedisi.pdf",
        "tanda-terima-01_partai-kebangkitan-bangsa.pdf",
        25,
    )


def test_who_has_signed_a_receipt_gets_no_other(agreement, library, book):
    for deed in (CopyDeed.HANDED_OVER, CopyDeed.RECEIVED):
        said = {"receiver": "Sari", "capacity": "LO"}
        event = handled(agreement, book, deed, CopyForm.COPY, 1, **said, **SAID)
        book.append(changed(event, number=len(book) + 1))
    assert len(names(agreement, library, book)) == 24


def test_no_package_bears_the_number_of_a_copy_from_before_the_signing_was_closed_anew(
    agreement, library, book
):
    book.append(changed(corrected(book, 2, "belum semua", **SAID)[1], number=len(book) + 1))
    book.append(Closed(number=len(book) + 1, revision=1, **SAID))
    maker = Maker(agreement, state(agreement, book), library)
    with pytest.raises(Refused, match="nomor 14 sudah usang"):
        package_jobs(maker, agreement.party("partai-demokrat"))


def test_a_receipt_bears_the_number_of_the_copy_that_replaces_a_spoiled_one(agreement, library, book):
    event = handled(agreement, book, CopyDeed.SPOILED, CopyForm.COPY, 14, reason="tersobek", **SAID)
    book.append(changed(event, number=len(book) + 1))
    (copy,) = due_copies(agreement, book, CopyForm.COPY)
    event = printed(agreement, book, copy, sha256="", pages=9, **SAID)
    book.append(changed(event, number=len(book) + 1))
    assert "tanda-terima-25_partai-demokrat.pdf" in names(agreement, library, book)
