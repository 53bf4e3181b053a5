"""The body and the signatures of one text, printed by themselves under the page numbers of the whole."""

from __future__ import annotations

import re
from datetime import UTC, datetime

import msgspec
import pytest

from kampanye_tui.agreement.fingerprint import occasion_digest, text_digest
from kampanye_tui.agreement.seating import seats
from kampanye_tui.agreement.signing import signed
from kampanye_tui.agreement.state import state
from kampanye_tui.export import Maker, Request, plan
from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.event import AnyEvent, Finalised, Outcome
from kampanye_tui.model.export_format import Part
from kampanye_tui.model.party import Signatory
from kampanye_tui.model.problem import Refused
from kampanye_tui.plugin.library import Library
from tests.unit.formats.papers import pages_of

changed = msgspec.structs.replace
AT = datetime(2023, 11, 28, 3, 0, tzinfo=UTC)
SAID = {"occurred": AT, "recorded": AT, "operator": "ani"}


def events_of(agreement: Agreement, signatures: int) -> list[AnyEvent]:
    """Return the ledger of a final text that so many have signed."""
    events: list[AnyEvent] = [
        Finalised(
            number=1,
            revision=agreement.revision,
            text_digest=text_digest(agreement),
            occasion_digest=occasion_digest(agreement),
            **SAID,
        )
    ]
    for seat in seats(agreement, ())[:signatures]:
        events.append(signed(agreement, events, seat.party, seat.place, Outcome.SIGNED, **SAID))
    return events


def made(
    agreement: Agreement, library: Library, part: Part | None, signatures: int = 0, name: str = "naskah"
) -> bytes:
    """Return a paper as PDF when so many have signed."""
    head = f"{signatures:064x}"
    maker = Maker(agreement, state(agreement, events_of(agreement, signatures), head), library)
    (job,) = plan(agreement, library, Request((name,), ("pdf",), ("partai-demokrat",), part))
    return maker.make(job).data


def without_line_ends(pages: list[str]) -> list[str]:
    return [" ".join(page.split()) for page in pages]


def test_the_body_has_the_same_bytes_before_and_after_20_signatures(
    agreement: Agreement, library: Library
) -> None:
    sari = Signatory(office="Ketua", name="Sari")
    parties = tuple(changed(party, signatories=(sari,)) for party in agreement.parties)
    named = changed(agreement, parties=parties)
    assert made(named, library, Part.BODY, 20) == made(named, library, Part.BODY, 0)


def test_body_and_signatures_are_the_pages_of_the_whole(agreement: Agreement, library: Library) -> None:
    body, signatures, whole = (
        pages_of(made(agreement, library, part)) for part in (Part.BODY, Part.SIGNATURES, None)
    )
    assert without_line_ends(body + signatures) == without_line_ends(whole)


def test_pages_keep_the_numbers_that_they_have_in_the_whole(agreement: Agreement, library: Library) -> None:
    body = pages_of(made(agreement, library, Part.BODY))
    signatures = pages_of(made(agreement, library, Part.SIGNATURES))
    total = len(body) + len(signatures)
    numbers = [re.search(r"Halaman (\d+) dari (\d+)", page).groups() for page in body + signatures]
    assert numbers == [(str(number), str(total)) for number in range(1, total + 1)]


def test_the_first_place_to_sign_is_on_the_first_page_of_the_signatures(
    agreement: Agreement, library: Library
) -> None:
    first = pages_of(made(agreement, library, Part.SIGNATURES))[0]
    assert "Ketua KPU Kota Tangerang Selatan," in first


def test_no_place_to_sign_is_in_the_body(agreement: Agreement, library: Library) -> None:
    body = "\n".join(pages_of(made(agreement, library, Part.BODY)))
    assert "Ketua KPU Kota Tangerang Selatan," not in body


def test_a_part_is_named_by_it(agreement: Agreement, library: Library) -> None:
    jobs = plan(agreement, library, Request(("naskah",), ("pdf",), part=Part.SIGNATURES))
    assert [job.name for job in jobs] == ["naskah-tanda-tangan.pdf"]


@pytest.mark.parametrize("name", ["teks", "docx", "html"])
def test_pages_of_a_format_without_pages_are_refused(
    name: str, agreement: Agreement, library: Library
) -> None:
    with pytest.raises(Refused, match="hanya dapat dibuat sebagai PDF"):
        plan(agreement, library, Request(("naskah",), (name,), part=Part.BODY))


@pytest.mark.parametrize("part", [Part.BODY, Part.SIGNATURES])
def test_a_paper_that_nobody_signs_has_no_parts(part: Part, agreement: Agreement, library: Library) -> None:
    with pytest.raises(Refused, match="tidak mempunyai halaman tanda tangan"):
        made(agreement, library, part, name="buku-saku")


def test_a_booklet_is_named_by_how_it_is_printed(agreement: Agreement, library: Library) -> None:
    jobs = plan(agreement, library, Request(("buku-saku",), ("pdf",), part=Part.FOLDED))
    assert [job.name for job in jobs] == ["buku-saku-lipat.pdf"]


def test_two_pages_of_a_booklet_stand_on_each_side_of_a_sheet(agreement: Agreement, library: Library) -> None:
    pages = pages_of(made(agreement, library, None, name="buku-saku"))
    sides = pages_of(made(agreement, library, Part.FOLDED, name="buku-saku"))
    assert (len(pages) % 4, len(sides)) == (0, len(pages) // 2)


def test_a_paper_that_no_sheet_folds_to_is_no_booklet(agreement: Agreement, library: Library) -> None:
    with pytest.raises(Refused, match="tidak dapat dilipat"):
        made(agreement, library, Part.FOLDED, name="papan-deklarasi-a3")


def test_a_paper_that_is_signed_on_its_first_page_has_no_body(agreement: Agreement, library: Library) -> None:
    with pytest.raises(Refused, match="pada halaman pertamanya"):
        made(agreement, library, Part.BODY, name="tanda-terima")
