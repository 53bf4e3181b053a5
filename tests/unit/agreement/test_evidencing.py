"""What may be kept as evidence, and when it may be given out."""

from __future__ import annotations

import msgspec
import pytest

from kampanye_tui.agreement.evidencing import SCAN, disclosed, kept, scan_rows, suffix_of
from kampanye_tui.agreement.state import state
from kampanye_tui.model.agreement import CopyForm, CopyPlan
from kampanye_tui.model.event import Evidence
from kampanye_tui.model.problem import Declined, Refused

from .kept import AT
from .making import changed, small_agreement

AGREEMENT = changed(
    small_agreement(), copies=(CopyPlan(number=1, form=CopyForm.ORIGINAL, holder="penyelenggara"),)
)
SAID = {"occurred": AT, "recorded": AT, "operator": "ani"}


def scanned(*events: Evidence, sha256: str = "a" * 64, original: int = 1, **more: str) -> Evidence:
    """Return the event of a scan of the first original."""
    words = {"name": "asli-1.pdf", "about": "asli yang ditandatangani"} | more
    return kept(AGREEMENT, events, sha256=sha256, original=original, **words, **SAID)


KEPT = changed(scanned(), number=1)


@pytest.mark.parametrize(
    ("data", "suffix"),
    [
        (b"%PDF-1.7\n...\n%%EOF\n", ".pdf"),
        (b"\xff\xd8\xff\xe0...\xff\xd9", ".jpg"),
        (b"\x89PNG\r\n\x1a\n...IEND\xaeB`\x82", ".png"),
    ],
    ids=["pdf", "jpeg", "png"],
)
def test_the_kind_of_a_file_is_told_by_what_is_in_it(data: bytes, suffix: str) -> None:
    assert suffix_of(data) == suffix


@pytest.mark.parametrize(
    ("data", "words"),
    [(b"PK\x03\x04", "bukan PDF, JPEG, atau PNG"), (b"%PDF-1.7\n...", "tidak utuh"), (b"", "bukan PDF")],
    ids=["a zip file", "torn", "empty"],
)
def test_what_is_no_scan_is_refused(data: bytes, words: str) -> None:
    with pytest.raises(Refused, match=words):
        suffix_of(data)


def test_a_scan_is_bound_to_its_original() -> None:
    assert (KEPT.sha256, KEPT.original) == ("a" * 64, 1)


def test_the_same_file_is_not_kept_twice() -> None:
    with pytest.raises(Declined, match="kejadian nomor 1"):
        scanned(KEPT)


def test_an_original_that_there_is_not_has_no_scan() -> None:
    with pytest.raises(Refused, match="Tidak ada asli nomor 7"):
        scanned(original=7)


def test_a_file_is_about_something() -> None:
    with pytest.raises(Refused, match="tentang apa"):
        scanned(about="")


@pytest.mark.parametrize("field", ["name", "about"])
def test_a_word_that_stays_for_good_holds_no_telephone_number(field: str) -> None:
    with pytest.raises(Refused, match="nomor telepon"):
        scanned(**{field: "dari 081234567890"})


def test_scans_are_given_out_for_a_request_in_writing() -> None:
    (event,) = disclosed([KEPT], request="surat nomor 12/PN/2024", party="partai-a", **SAID)
    assert (event.request, event.files, event.party) == ("surat nomor 12/PN/2024", ("a" * 64,), "partai-a")


def test_without_a_request_no_scan_is_given_out() -> None:
    with pytest.raises(Refused, match="atas permintaan tertulis"):
        disclosed([KEPT], request="", **SAID)


def test_a_request_that_was_answered_is_not_recorded_again() -> None:
    (event,) = disclosed([KEPT], request="surat nomor 12/PN/2024", **SAID)
    again = disclosed([KEPT, changed(event, number=2)], request="surat nomor 12/PN/2024", **SAID)
    assert again == ()


OF_A = changed(scanned(KEPT, sha256="b" * 64, original=0, party="partai-a"), number=2)


def given(*events: Evidence, party: str) -> tuple[str, ...]:
    """Return the first letter of the hash of each file that is given out about a pihak."""
    (event,) = disclosed(events, request="surat 1", party=party, **SAID)
    return tuple(one[0] for one in event.files)


@pytest.mark.parametrize(
    ("party", "files"), [("", ("a", "b")), ("partai-a", ("a", "b")), ("partai-b", ("a",))]
)
def test_who_is_asked_about_gets_its_own_scans_and_those_of_nobody(
    party: str, files: tuple[str, ...]
) -> None:
    assert given(KEPT, OF_A, party=party) == files


def test_where_all_scans_are_of_others_that_is_told() -> None:
    with pytest.raises(Refused, match="elum ada pindaian tentang partai-b"):
        given(OF_A, party="partai-b")


def test_a_scan_of_a_pihak_that_there_is_not_is_refused() -> None:
    with pytest.raises(Refused, match='pihak "partai-z"'):
        scanned(party="partai-z")


def test_a_ledger_from_before_scans_named_a_pihak_reads_as_before() -> None:
    line = msgspec.json.encode(KEPT)
    assert (b'"pihak"' in line, msgspec.json.decode(line, type=Evidence)) == (False, KEPT)


def test_where_nothing_is_kept_nothing_is_given_out() -> None:
    with pytest.raises(Refused, match="Belum ada pindaian"):
        disclosed([], request="surat nomor 12/PN/2024", **SAID)


def test_a_scan_stands_in_the_list_under_the_number_of_its_original() -> None:
    (row,) = scan_rows(AGREEMENT, state(AGREEMENT, [KEPT]))
    assert (row.form, row.number, row.standing) == (SCAN, 1, "disimpan")


def test_a_mandate_is_evidence_and_no_copy() -> None:
    mandate = changed(scanned(original=0), number=1)
    assert scan_rows(AGREEMENT, state(AGREEMENT, [mandate])) == ()
