"""The small program that outsiders get reckons hashes and codes as this one does, from the files alone."""

from __future__ import annotations

import tomllib
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kampanye_tui.agreement.fingerprint import occasion_digest, short_code, text_digest
from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.occasion import AgreementKind, Occasion, Style
from kampanye_tui.model.party import Role, Signatory
from kampanye_tui.model.writing import write
from kampanye_tui.store.bundle_verifier import digests, short
from tests.unit.agreement.making import changed, small_agreement, with_clause, with_party

SMALL = small_agreement()
AGREEMENTS = {
    "small": SMALL,
    "every kind": changed(SMALL, kind=AgreementKind.DECLARATION, style=Style.NUMBERS),
    "no occasion": changed(SMALL, occasion=Occasion()),
    "a whole occasion": changed(
        SMALL,
        occasion=Occasion(
            day=date(2023, 11, 28), start=time(9, 5), end=time(11), place="Aula", city="Serpong"
        ),
    ),
    "no name of the office": changed(SMALL, office=changed(SMALL.office, name="")),
    "no parties": changed(SMALL, parties=()),
    "no clauses": changed(SMALL, clauses=()),
    "two signatories": with_party(
        SMALL,
        "partai-a",
        signatories=(Signatory(office="Ketua", name="Sítí"), Signatory(office="Sekretaris")),
    ),
    "letters in two pieces": with_party(SMALL, "partai-a", name="Partai Si\u0301ti\u0301"),
    "another subject": with_clause(SMALL, "damai", subject=Role.ORGANISER),
    "a clause of lines": with_clause(
        SMALL, "damai", text="a\n\n- b\n- c", resolved='"Satu"\n\n- dua \\ tiga\n- """empat"""'
    ),
}


@pytest.mark.parametrize("agreement", AGREEMENTS.values(), ids=AGREEMENTS)
def test_the_hashes_of_a_text_are_the_same(agreement: Agreement) -> None:
    reckoned = digests(tomllib.loads(write(agreement).decode()))
    assert reckoned == [text_digest(agreement), occasion_digest(agreement)]


def test_the_hashes_of_the_sample_are_the_same(agreement: Agreement) -> None:
    reckoned = digests(tomllib.loads(write(agreement).decode()))
    assert reckoned == [text_digest(agreement), occasion_digest(agreement)]


@given(head=st.text("0123456789abcdef", min_size=64, max_size=64))
def test_the_short_code_of_a_hash_is_the_same(head: str) -> None:
    assert short(head) == short_code(head).replace("-", "")
