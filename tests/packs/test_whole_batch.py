"""Papers of one office of each province, with their attachments, as an archive and a printer judge them."""

from __future__ import annotations

from io import BytesIO

import page
import pikepdf
import pytest

from kampanye_tui.agreement.state import state
from kampanye_tui.export import EVERYBODY, Maker, Request, make_all, plan
from kampanye_tui.papers import papers
from tests.packs.regional_office import DAYS, first_draft
from tests.packs.test_all_regions import PROVINCES, SETS, regions
from tests.unit.formats.test_pdf_standards import CLAIMED

ELECTION = "pemilu-2024"


def longest_name(province: str) -> str:
    """Return the code of the office of a province whose name is longest."""
    there = [region for region in regions() if region.code[:2] == province]
    return max(there, key=lambda region: len(region.name)).code


def faults(pdf: bytes) -> list[str]:
    """Return what page-validation and qpdf have to say of a file."""
    told = [
        one.message for profile in CLAIMED for one in page.validate_pdf_bytes(pdf, profile=profile).failures
    ]
    with pikepdf.open(BytesIO(pdf)) as file:
        # What the program qpdf tells with --check, from the same library.
        return [*told, *file.check_pdf_syntax()]


@pytest.mark.penuh
@pytest.mark.parametrize("province", PROVINCES)
def test_papers_of_every_province_keep_to_what_they_claim(province: str) -> None:
    """Provinces take turns: every paper is judged in half of them, which is 19 offices."""
    office = first_draft(longest_name(province), ELECTION, DAYS[ELECTION], SETS[ELECTION])
    agreement, library = office.agreement, office.library
    maker = Maker(agreement, state(agreement), library)
    turn = papers(library)[PROVINCES.index(province) % 2 :: 2]
    jobs = [plan(agreement, library, Request((one.address,), ("pdf",), (EVERYBODY,)))[0] for one in turn]
    assert len(jobs) >= 14
    found = {one.job.name: faults(one.data) for one in make_all(maker, jobs)}
    assert {name: told for name, told in found.items() if told} == {}
