"""What may leave an office: agreed text as it is, and nothing personal beside it."""

from __future__ import annotations

import json

import pytest

from kampanye_tui.agreement.chain import read_book
from kampanye_tui.agreement.fingerprint import text_digest
from kampanye_tui.agreement.publishing import public_agreement, public_events, public_ledger
from kampanye_tui.model.event import CopyHandled, Finalised
from kampanye_tui.model.problem import Refused
from tests.unit.agreement.kept import AGREEMENT, LEDGER, events, ledger
from tests.unit.agreement.making import changed, with_clause, with_party

REACHABLE = with_party(
    changed(AGREEMENT, office=changed(AGREEMENT.office, contact="Telp. 021-5371234, kpu@contoh.go.id")),
    "partai-a",
    address="Jalan Melati 1, HP 081234567890",
)
REMARKED = [changed(one, receiver="Sari 081234567890") if one.number == 6 else one for one in events()]


def test_an_agreement_without_personal_data_stays_as_it_is():
    assert public_agreement(AGREEMENT) == AGREEMENT


def test_telephone_and_mail_are_taken_out():
    public = public_agreement(REACHABLE)
    assert (public.office.contact, public.party("partai-a").address) == ("", "Jalan Melati 1")


def test_what_was_agreed_stays_the_same():
    assert text_digest(public_agreement(REACHABLE)) == text_digest(REACHABLE)


def test_what_was_agreed_with_a_telephone_number_does_not_leave():
    agreed = with_clause(AGREEMENT, "damai", resolved="Lapor ke 081234567890.")
    with pytest.raises(Refused, match='Nomor telepon "081234567890" ada dalam naskah, di klausul > damai'):
        public_agreement(agreed)


def test_a_ledger_without_personal_data_leaves_byte_for_byte():
    assert public_ledger(LEDGER) == (LEDGER, ())


def closed() -> dict:
    """Return the line of the receiver who left a telephone number, as it leaves."""
    return json.loads(public_ledger(ledger(REMARKED)).data.splitlines()[5])


def test_a_line_in_which_something_is_closed_says_so():
    assert (closed()["ditutup"], closed()["penerima"]) == ("nomor telepon", "Sari")


def test_a_line_in_which_something_is_closed_keeps_its_hash():
    whole = json.loads(ledger(REMARKED).splitlines()[5])
    assert (closed()["sebelum"], closed()["hash"]) == (whole["sebelum"], whole["hash"])


def test_the_program_says_of_a_closed_line_what_it_is():
    with pytest.raises(Refused, match="baris 6: baris ini sebagian ditutup bagi pihak luar"):
        read_book(public_ledger(ledger(REMARKED)).data, AGREEMENT.id)


def test_lines_in_which_something_is_closed_are_named():
    assert public_ledger(ledger(REMARKED)).closed == (6,)


def test_papers_tell_events_without_it():
    told = [one.receiver for one in public_events(REMARKED) if isinstance(one, CopyHandled) and one.receiver]
    assert told == ["Sari", "Budi"]


def test_an_event_that_proves_a_text_is_not_closed():
    reasoned = [
        changed(one, reason="atas telepon 081234567890") if isinstance(one, Finalised) else one
        for one in events()
    ]
    with pytest.raises(Refused, match="Kejadian nomor 1, yang menyatakan naskah final, memuat nomor telepon"):
        public_ledger(ledger(reasoned))
