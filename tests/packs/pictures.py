"""Contact sheets of every paper for six offices, as docs/gambar keeps them.

``make gambar`` writes them. They are looked at by people: nothing compares them.
"""

from __future__ import annotations

from datetime import date, time
from math import ceil
from pathlib import Path
from typing import NamedTuple

import pypdfium2
from PIL import Image

from kampanye_tui.agreement.compose import compose
from kampanye_tui.agreement.state import state
from kampanye_tui.export import Maker, Request, plan
from kampanye_tui.model.occasion import AgreementKind, Occasion, Style
from kampanye_tui.model.office import (
    AgreementChoice,
    ClauseChoice,
    Configuration,
    ElectionChoice,
    Member,
    Office,
    PackChoice,
)
from kampanye_tui.model.party import PartyEntry, Role, Signatory
from kampanye_tui.plugin.library import open_library

FOLDER = Path(__file__).parent.parent.parent / "docs" / "gambar"
DPI = 38
ACROSS = 14
WIDEST = 420
"""Pixels of the widest page; boards and banners are shown smaller than they are."""
GAP = 6
GENERAL = ("pemilu-2024", date(2023, 11, 28))
REGIONAL = ("pilkada-2024", date(2024, 9, 24))


class Shown(NamedTuple):
    """An office and what its pictures are made of."""

    name: str
    region: str
    election: tuple[str, date]
    clause_set: str = "nasional/lengkap-pemilu"
    kind: AgreementKind = AgreementKind.UNDERSTANDING
    style: Style = Style.ARTICLES


OFFICES = (
    Shown("kota-tangerang-selatan", "36.74", GENERAL),
    Shown("kabupaten-sleman", "34.04", GENERAL, kind=AgreementKind.JOINT_AGREEMENT, style=Style.NUMBERS),
    Shown("provinsi-banten", "36", REGIONAL, "nasional/lengkap-pilkada"),
    Shown("kota-banda-aceh", "11.71", GENERAL, "nasional/ringkas", kind=AgreementKind.MINUTES_OF_AGREEMENT),
    Shown("jakarta-selatan", "31.74", GENERAL, "nasional/deklarasi", kind=AgreementKind.DECLARATION),
    Shown("kabupaten-nabire", "94.01", REGIONAL, "nasional/lengkap-pilkada"),
)
PAIRS = tuple(
    PartyEntry(
        id=f"paslon-{number}",
        name=f"Pasangan Calon Nomor Urut {number}",
        role=Role.CONTESTANT,
        ballot_number=number,
        signatories=(Signatory(office="Calon Kepala Daerah"), Signatory(office="Calon Wakil Kepala Daerah")),
    )
    for number in (1, 2, 3)
)


def configuration(shown: Shown) -> Configuration:
    """Return the configuration of an office whose names are not known."""
    election, day = shown.election
    return Configuration(
        office=Office(
            region=shown.region,
            city="Kota Contoh" if shown.region in ("34.04", "36", "94.01") else "",
            address="Jalan Contoh Nomor 1",
            sample=True,
            members=(Member(office="Ketua"), *[Member(office="Anggota")] * 4),
        ),
        election=ElectionChoice(id=election),
        agreement=AgreementChoice(id="contoh", kind=shown.kind, style=shown.style),
        occasion=Occasion(day=day, start=time(9), place="Aula KPU"),
        clauses=ClauseChoice(clause_set=shown.clause_set),
        parties=PAIRS if election == "pilkada-2024" else (),
    )


def pages(shown: Shown) -> list[Image.Image]:
    """Return pictures of all pages of one copy of every paper."""
    chosen = configuration(shown)
    election, day = shown.election
    library = open_library(PackChoice(), Path(), shown.region, election, day, "kampanye.toml")
    clause_set = library.clause_set(shown.clause_set)
    agreement = compose(chosen, library.reference, clause_set, library.host.packs())
    maker = Maker(agreement, state(agreement), library)
    first = next(party.id for party in agreement.parties if party.role is Role.CONTESTANT)
    made = []
    for address in library.templates:
        for job in plan(agreement, library, Request((address,), ("pdf",), (first,))):
            document = pypdfium2.PdfDocument(maker.make(job).data)
            for page in document:
                scale = min(DPI / 72, WIDEST / page.get_width())
                made.append(page.render(scale=scale, grayscale=True).to_pil())
    return made


def sheet(pictures: list[Image.Image]) -> Image.Image:
    """Return all pictures on one sheet, in reading order."""
    wide = max(picture.width for picture in pictures) + GAP
    tall = max(picture.height for picture in pictures) + GAP
    made = Image.new("L", (wide * ACROSS, tall * ceil(len(pictures) / ACROSS)), 128)
    for at, picture in enumerate(pictures):
        made.paste(picture, (at % ACROSS * wide + GAP // 2, at // ACROSS * tall + GAP // 2))
    return made.quantize(5)


if __name__ == "__main__":
    for shown in OFFICES:
        sheet(pages(shown)).save(FOLDER / f"{shown.name}.png", optimize=True)
