"""Numbered copies: what may be recorded about one, and which are still to be printed."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from kampanye_tui.agreement.compose import plan_of_copies
from kampanye_tui.agreement.copy_standing import copies_told, copy_of, copy_rows, due_copies, signature_sum
from kampanye_tui.agreement.copying import handled, printed, refuse_out_of_order
from kampanye_tui.agreement.facts import corrected
from kampanye_tui.agreement.fingerprint import occasion_digest, text_digest
from kampanye_tui.agreement.state import state
from kampanye_tui.model.agreement import CopyForm, CopyPlan
from kampanye_tui.model.event import Closed, CopyDeed, Finalised
from kampanye_tui.model.problem import Refused
from kampanye_tui.model.term import Term

from .making import changed, small_agreement

ORIGINAL, COPY = CopyForm.ORIGINAL, CopyForm.COPY
HANDED_OVER, RECEIVED = CopyDeed.HANDED_OVER, CopyDeed.RECEIVED
RETURNED, SPOILED = CopyDeed.RETURNED, CopyDeed.SPOILED
AT = datetime(2023, 11, 28, 5, 0, tzinfo=UTC)
SAID = {"occurred": AT, "recorded": AT + timedelta(days=30), "operator": "ani"}
WHO = {"receiver": "Sari", "capacity": "sekretaris"}
BASE = changed(small_agreement(), copies=plan_of_copies(small_agreement().parties))


class Book:
    """A ledger in which the text is final and, unless told otherwise, the signing closed."""

    def __init__(self, agreement=BASE, *, closed=True):
        self.agreement = agreement
        self.events = []
        self.final(agreement)
        if closed:
            self.close()

    def final(self, agreement):
        self.agreement = agreement
        digests = {"text_digest": text_digest(agreement), "occasion_digest": occasion_digest(agreement)}
        self.add(Finalised(number=0, revision=agreement.revision, **digests, **SAID))

    def add(self, event):
        self.events.append(changed(event, number=len(self.events) + 1))
        return self.events[-1]

    def due(self, form=COPY):
        return [(copy.number, copy.holder) for copy in due_copies(self.agreement, self.events, form)]

    def print(self, form=COPY):
        for copy in due_copies(self.agreement, self.events, form):
            self.add(printed(self.agreement, self.events, copy, sha256="0" * 64, pages=9, **SAID))
        return self

    def do(self, deed, number=1, form=COPY, **more):
        return self.add(handled(self.agreement, self.events, deed, form, number, **{**SAID, **more}))

    def correct(self, number):
        self.add(corrected(self.events, number, "salah", **SAID)[1])
        return self

    def close(self):
        self.add(Closed(number=0, revision=self.agreement.revision, **SAID))
        return self

    def standing(self):
        rows = copy_rows(self.agreement, state(self.agreement, self.events))
        return [(row.number, row.holder, row.standing) for row in rows if row.form == "salinan"]


def test_every_planned_copy_is_to_be_printed():
    assert Book().due() == [(1, "partai-a"), (2, "partai-b")]


def test_what_was_printed_is_not_printed_again():
    assert Book().print().due() == []


def test_originals_are_printed_apart_from_copies():
    assert Book().print(ORIGINAL).due() == [(1, "partai-a"), (2, "partai-b")]


def test_an_original_is_printed_before_the_signing_is_closed():
    assert len(Book(closed=False).print(ORIGINAL).events) == 3


def test_a_salinan_waits_for_the_closing():
    with pytest.raises(Refused, match="belum ditutup"):
        Book(closed=False).print()


def test_no_numbered_copy_is_printed_of_a_draft():
    book = Book()
    book.agreement = changed(BASE, topic="Lain")
    with pytest.raises(Refused, match="berubah sesudah revisi 1"):
        book.print()


def test_a_copy_that_is_not_planned_is_not_printed():
    book = Book()
    with pytest.raises(Refused, match="nomor 9 tidak termasuk"):
        printed(
            BASE, book.events, CopyPlan(number=9, form=COPY, holder="partai-a"), sha256="", pages=1, **SAID
        )


def test_a_copy_is_printed_for_its_holder_only():
    book = Book()
    with pytest.raises(Refused, match="nomor 1 tidak termasuk"):
        printed(
            BASE, book.events, CopyPlan(number=1, form=COPY, holder="partai-b"), sha256="", pages=1, **SAID
        )


def test_a_copy_is_handed_over_to_somebody_in_a_capacity():
    made = Book().print().do(HANDED_OVER, **WHO)
    assert (made.deed, made.party, made.receiver, made.capacity) == (
        HANDED_OVER,
        "partai-a",
        "Sari",
        "sekretaris",
    )


def test_a_copy_that_was_not_printed_is_not_handed_over():
    with pytest.raises(Refused, match="belum dicetak"):
        Book().do(HANDED_OVER, **WHO)


def test_a_copy_that_does_not_exist_is_not_handed_over():
    with pytest.raises(Refused, match="Tidak ada salinan nomor 9"):
        Book().print().do(HANDED_OVER, 9, **WHO)


@pytest.mark.parametrize("missing", ["receiver", "capacity"])
def test_a_handing_over_needs_receiver_and_capacity(missing):
    with pytest.raises(Refused, match="belum lengkap"):
        Book().print().do(HANDED_OVER, **{**WHO, missing: ""})


def test_a_copy_is_not_handed_over_twice():
    book = Book().print()
    book.do(HANDED_OVER, **WHO)
    with pytest.raises(Refused, match="sudah diserahkan kepada Sari"):
        book.do(HANDED_OVER, **WHO)


def test_a_copy_that_came_back_is_handed_over_again():
    book = Book().print()
    book.do(HANDED_OVER, **WHO)
    book.do(RETURNED, reason="alamat kosong")
    book.do(HANDED_OVER, receiver="Tono", capacity="LO")
    assert book.standing()[0] == (1, "Partai-A", "diserahkan")


def test_a_receipt_names_who_was_given_the_copy():
    book = Book().print()
    book.do(HANDED_OVER, **WHO)
    assert book.do(RECEIVED).receiver == "Sari"


def test_a_receipt_may_name_somebody_else():
    book = Book().print()
    book.do(HANDED_OVER, **WHO)
    assert book.do(RECEIVED, receiver="Tono", capacity="ketua").receiver == "Tono"


def test_a_copy_is_not_received_before_it_was_handed_over():
    with pytest.raises(Refused, match=r"diterima: belum diserahkan\. Catat dahulu penyerahannya"):
        Book().print().do(RECEIVED)


def test_a_copy_that_came_back_is_not_received_before_it_was_handed_over_again():
    book = Book().print()
    book.do(HANDED_OVER, **WHO)
    book.do(RETURNED, reason="alamat kosong")
    with pytest.raises(Refused, match=r"diterima: belum diserahkan lagi\. Catat dahulu penyerahannya"):
        book.do(RECEIVED)


def test_a_copy_does_not_come_back_twice():
    book = Book().print()
    book.do(HANDED_OVER, **WHO)
    book.do(RETURNED, reason="alamat kosong")
    with pytest.raises(Refused, match=r"sudah kembali \(kejadian nomor 6\)\. Bila keliru, koreksi dahulu"):
        book.do(RETURNED, reason="alamat kosong")


def test_a_handing_over_does_not_lie_in_the_future():
    with pytest.raises(Refused, match="belum tiba"):
        Book().print().do(HANDED_OVER, occurred=AT + timedelta(days=31), **WHO)


def test_a_copy_is_not_handed_over_on_a_day_before_it_was_printed():
    with pytest.raises(Refused, match="belum dicetak"):
        Book().print().do(HANDED_OVER, occurred=AT - timedelta(days=1), **WHO)


def test_a_handing_over_of_which_the_day_alone_is_known_may_be_that_of_printing():
    book = Book().print()
    assert book.do(HANDED_OVER, occurred=AT.replace(hour=0), **WHO).number == 5


def test_a_copy_is_not_received_at_an_hour_before_it_was_handed_over():
    book = Book().print()
    book.do(HANDED_OVER, occurred=AT + timedelta(minutes=80), **WHO)
    with pytest.raises(Refused, match=r"pada 28-11-2023 06\.10 belum diserahkan"):
        book.do(RECEIVED, occurred=AT + timedelta(minutes=70))


def test_what_stands_in_the_way_of_an_hour_is_told_with_its_own():
    book = Book().print()
    book.do(HANDED_OVER, occurred=AT + timedelta(minutes=80), **WHO)
    with pytest.raises(Refused, match=r"Tercatat diserahkan 28-11-2023 06\.20; periksa tanggal dan jamnya"):
        book.do(RECEIVED, occurred=AT + timedelta(minutes=70))


def test_a_receipt_in_the_minute_of_handing_over_is_none_before_it():
    book = Book().print()
    book.do(HANDED_OVER, occurred=AT + timedelta(seconds=40), **WHO)
    assert book.do(RECEIVED, occurred=AT).number == 6


def test_a_spoiled_copy_is_replaced_under_a_number_that_was_never_used():
    book = Book().print()
    book.do(SPOILED, reason="tersobek")
    assert book.due() == [(3, "partai-a")]


def test_two_spoiled_copies_get_two_numbers():
    book = Book().print()
    for number in (1, 2):
        book.do(SPOILED, number, reason="tersobek")
    assert book.due() == [(3, "partai-a"), (4, "partai-b")]


def test_the_number_of_a_replacement_that_was_taken_back_is_not_given_again():
    book = Book().print()
    book.do(SPOILED, reason="tersobek")
    book.print().correct(book.events[-1].number).do(SPOILED, 2, reason="basah")
    assert book.due() == [(4, "partai-a"), (5, "partai-b")]


def test_a_planned_number_that_somebody_else_was_given_is_not_given_again():
    book = Book().print()
    book.do(SPOILED, reason="tersobek")
    book.print().correct(book.events[-1].number)
    third = CopyPlan(number=3, form=COPY, holder="bawaslu")
    book.agreement = changed(BASE, copies=(*BASE.copies, third))
    assert book.due() == [(4, "partai-a"), (5, "bawaslu")]


def test_a_planned_copy_whose_printing_was_taken_back_keeps_its_number():
    assert Book().print().correct(3).due() == [(1, "partai-a")]


def test_a_replacement_says_what_it_replaces():
    book = Book().print()
    book.do(SPOILED, reason="tersobek")
    assert book.print().events[-1].remark == "pengganti nomor 1"


def test_a_spoiled_replacement_is_replaced_again():
    book = Book().print()
    book.do(SPOILED, reason="tersobek")
    book.print().do(SPOILED, 3, reason="basah")
    assert book.print().events[-1].remark == "pengganti nomor 3"


def test_a_salinan_of_a_new_closing_says_which_outdated_one_it_replaces():
    book = Book().print()
    closing = book.events[1]
    assert isinstance(closing, Closed)
    book.correct(closing.number).close()
    assert [one.remark for one in book.print().events[-2:]] == ["pengganti nomor 1", "pengganti nomor 2"]


def test_a_spoiled_copy_is_not_whole_again_beside_its_replacement():
    book = Book().print()
    spoiled = book.do(SPOILED, reason="tersobek")
    book.print()
    with pytest.raises(Refused, match="sudah diganti dengan nomor 3"):
        book.correct(spoiled.number)


def test_a_spoiled_copy_is_whole_again_when_its_replacement_is_spoiled():
    book = Book().print()
    spoiled = book.do(SPOILED, reason="tersobek")
    book.print().do(SPOILED, 3, reason="tidak jadi dipakai")
    assert book.correct(spoiled.number).due() == []


def test_a_spoiled_copy_is_whole_again_before_it_is_replaced():
    book = Book().print()
    spoiled = book.do(SPOILED, reason="tersobek")
    assert book.correct(spoiled.number).due() == []


def test_a_list_says_which_copies_are_outdated():
    book = Book().print()
    book.correct(2).close().print()
    rows = copy_rows(book.agreement, state(book.agreement, book.events))
    assert [(row.number, row.told) for row in rows if row.form == "salinan"] == [
        (1, "usang, dicetak"),
        (2, "usang, dicetak"),
        (3, "dicetak"),
        (4, "dicetak"),
    ]


def test_a_form_that_only_the_ledger_of_a_stranger_knows_comes_last():
    book = Book().print()
    book.add(changed(book.events[-1], form="rangkap"))
    rows = copy_rows(book.agreement, state(book.agreement, book.events))
    assert [row.form for row in rows if row.form != "asli"] == ["salinan", "salinan", "rangkap"]


def test_nothing_is_recorded_of_a_spoiled_copy():
    book = Book().print()
    book.do(SPOILED, reason="tersobek")
    with pytest.raises(Refused, match="sudah rusak"):
        book.do(HANDED_OVER, **WHO)


def test_a_spoiled_copy_stays_in_the_list():
    book = Book().print()
    book.do(SPOILED, reason="tersobek")
    assert book.print().standing() == [
        (1, "Partai-A", "rusak"),
        (2, "Partai-B", "dicetak"),
        (3, "Partai-A", "dicetak"),
    ]


@pytest.mark.parametrize("deed", [SPOILED, RETURNED])
def test_what_happened_to_a_copy_needs_a_reason(deed):
    book = Book().print()
    book.do(HANDED_OVER, **WHO)
    with pytest.raises(Refused, match="Alasannya belum diisi"):
        book.do(deed, reason="")


def later_text(book):
    """Make a second revision final and close its signing."""
    book.final(changed(BASE, revision=2))
    return book.close()


def test_a_new_revision_is_printed_under_new_numbers():
    assert later_text(Book().print()).due() == [(3, "partai-a"), (4, "partai-b")]


def test_a_copy_of_an_earlier_revision_is_not_handed_over():
    with pytest.raises(Refused, match="sebelum revisi yang sekarang final"):
        later_text(Book().print()).do(HANDED_OVER, **WHO)


CLOSING = 2
"""Number of the event that closed the signing of a book."""


def test_after_another_closing_the_copies_are_due_under_new_numbers():
    assert Book().print().correct(CLOSING).close().due() == [(3, "partai-a"), (4, "partai-b")]


def test_a_copy_of_an_earlier_closing_is_not_handed_over():
    with pytest.raises(Refused, match="dicetak sebelum penandatanganan ditutup kembali"):
        Book().print().correct(CLOSING).close().do(HANDED_OVER, **WHO)


def test_no_copy_is_handed_over_while_the_closing_is_taken_back():
    with pytest.raises(Refused, match="penutupan penandatanganan sudah dikoreksi"):
        Book().print().correct(CLOSING).do(HANDED_OVER, **WHO)


def test_the_closing_of_an_earlier_revision_is_none_of_the_present_one():
    book = later_text(Book()).print()
    with pytest.raises(Refused, match="penutupan penandatanganan sudah dikoreksi"):
        book.correct(4).do(HANDED_OVER, **WHO)


def test_an_original_does_not_wait_for_another_closing():
    assert Book().print(ORIGINAL).correct(CLOSING).close().due(ORIGINAL) == []


def test_the_plan_says_how_many_signatures_it_asks_for():
    plan = signature_sum(BASE, state(BASE))
    assert (plan.originals, plan.signers, plan.signatures, plan.copies) == (2, 3, 6, 2)


def test_the_copy_of_a_pihak_is_the_planned_one_until_one_is_printed():
    assert copy_of(BASE, state(BASE), "partai-b").number == 2


def test_the_copy_of_a_pihak_is_its_replacement():
    book = Book().print()
    book.do(SPOILED, reason="tersobek")
    book.print()
    assert copy_of(BASE, state(BASE, book.events), "partai-a").number == 3


def test_the_office_has_no_copy():
    assert copy_of(BASE, state(BASE), "penyelenggara") is None


def test_an_original_held_by_all_contestants_is_listed_as_papers_call_them():
    terms = (Term(name="peserta", text="Pasangan Calon"),)
    of_pairs = changed(BASE, reference=changed(BASE.reference, terms=terms))
    rows = copy_rows(of_pairs, state(of_pairs))
    assert [row.holder for row in rows if row.form == "asli"] == ["Penyelenggara", "Pasangan Calon"]


def test_what_stands_in_the_way_of_a_deed_is_known_before_it_is_recorded():
    book = Book().print()
    (copy, _other) = [one for one in state(BASE, book.events).copies if one.form == "salinan"]
    with pytest.raises(Refused, match="tidak dapat dicatat kembali: belum diserahkan"):
        refuse_out_of_order(copy, RETURNED)


def told(book):
    return copies_told(BASE, state(BASE, book.events))


def test_nothing_is_counted_before_the_first_is_printed():
    assert told(Book()) == "2 salinan: belum dicetak"


def test_copies_that_were_printed_are_counted():
    assert told(Book().print()) == "2 salinan: 2 dicetak"


def test_what_was_received_was_handed_over():
    book = Book().print()
    for number in (1, 2):
        book.do(HANDED_OVER, number, **WHO)
    book.do(RECEIVED)
    assert told(book) == "2 salinan: 2 diserahkan, 1 diterima"


def test_copies_of_an_earlier_closing_are_not_counted():
    assert told(Book().print().correct(CLOSING).close().print()) == "2 salinan: 2 dicetak"


def test_copies_of_an_earlier_text_are_not_counted():
    book = later_text(Book().print())
    assert copies_told(book.agreement, state(book.agreement, book.events)) == "2 salinan: belum dicetak"


def test_a_spoiled_copy_is_handed_over_to_nobody():
    book = Book().print()
    book.do(HANDED_OVER, **WHO)
    book.do(HANDED_OVER, 2, **WHO)
    book.do(SPOILED, reason="tersobek")
    assert told(book) == "2 salinan: 1 diserahkan, 0 diterima"


def test_a_handing_over_is_not_corrected_while_its_receipt_stands():
    book = Book().print()
    book.do(HANDED_OVER, **WHO)
    book.do(RECEIVED)
    with pytest.raises(Refused, match="Koreksi dahulu kejadian nomor 6"):
        book.correct(5)


def test_a_printing_is_not_corrected_while_the_copy_is_handed_over():
    book = Book().print()
    book.do(HANDED_OVER, **WHO)
    with pytest.raises(Refused, match="Koreksi dahulu kejadian nomor 5"):
        book.correct(3)


def test_the_last_deed_that_rests_on_another_is_to_be_corrected_first():
    book = Book().print()
    book.do(HANDED_OVER, **WHO)
    book.do(RETURNED, reason="alamat kosong")
    book.do(HANDED_OVER, receiver="Tono", capacity="LO")
    with pytest.raises(Refused, match="Koreksi dahulu kejadian nomor 7"):
        book.correct(5)


def test_a_handing_over_is_corrected_after_its_receipt():
    book = Book().print()
    book.do(HANDED_OVER, **WHO)
    book.do(RECEIVED)
    assert book.correct(6).correct(5).standing()[0] == (1, "Partai-A", "dicetak")


def test_a_deed_is_corrected_on_which_nothing_later_rests():
    book = Book().print()
    book.do(HANDED_OVER, **WHO)
    book.do(SPOILED, reason="tersobek")
    assert book.correct(5).standing()[0] == (1, "Partai-A", "rusak")


def test_a_deed_is_corrected_whatever_is_done_with_another_copy():
    book = Book().print()
    book.do(HANDED_OVER, **WHO)
    book.do(HANDED_OVER, 2, **WHO)
    assert book.correct(5).standing()[0] == (1, "Partai-A", "dicetak")
