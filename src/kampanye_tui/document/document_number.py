"""The number of a document: as it was issued, or in the office's form with room for what is not known."""

from __future__ import annotations

from kampanye_tui.agreement.number_format import known_values
from kampanye_tui.agreement.placeholders import finish
from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.template import FrontMatter

ROOM = "…" * 4
"""For the part of a number that is written by hand."""


def number_of(agreement: Agreement, front: FrontMatter) -> str:
    """Return the number, or ``……/PL.01.6-Und/3674/2023`` where the office says its form; else nothing.

    Only the register gives the running part; what stands for ``{jenis}`` is the template's ``kode_nomor``.
    """
    issued = agreement.numbers.get(front.id, "")
    if issued or not agreement.office.number_format:
        return issued
    known = known_values(agreement.occasion.day, front.number_code)
    return finish(agreement.office.number_format, lambda name: known.get(name) or ROOM, lambda _id: ROOM)
