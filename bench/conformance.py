"""What a PDF file is, as page-validation sees it: timings of files that are less are no comparison."""

from __future__ import annotations

from io import BytesIO
from typing import NamedTuple

import page
import pikepdf
from page import ValidationProfile

PROFILES = {"PDF/A-3a": ValidationProfile.PDF_A_3A, "PDF/UA-1": ValidationProfile.PDF_UA_1}


class Standing(NamedTuple):
    """Pages, size, and what a file keeps to."""

    pages: int
    size: int
    tagged: bool
    keeps: tuple[str, ...]

    @property
    def words(self) -> str:
        """The standards, or what there is in their place."""
        return ", ".join(self.keeps) or ("tagged only" if self.tagged else "no tags")


def standing(data: bytes) -> Standing:
    """Return what a file is."""
    with pikepdf.open(BytesIO(data)) as opened:
        pages, tagged = len(opened.pages), "/StructTreeRoot" in opened.Root
    keeps = [
        name
        for name, profile in PROFILES.items()
        if not page.validate_pdf_bytes(data, profile=profile).failures
    ]
    return Standing(pages, len(data), tagged, tuple(keeps))
