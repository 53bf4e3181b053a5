"""Every office of the country, for three elections: what the check asks of its first draft.

The third election is one that a pack announces before its schedule is known.
"""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from kampanye_tui.agreement.checks import run
from kampanye_tui.agreement.compose import compose
from kampanye_tui.model.finding import Level
from kampanye_tui.model.occasion import Occasion
from kampanye_tui.model.office import (
    AgreementChoice,
    ClauseChoice,
    Configuration,
    ElectionChoice,
    Office,
    PackChoice,
)
from kampanye_tui.model.region import Region, RegionKind
from kampanye_tui.plugin.host import Host
from kampanye_tui.plugin.library import open_library
from tests.unit.plugin.packs import data_pack

NEXT = """\
format = 1
[[pemilu]]
id = "pemilu-2029"
jenis = "pemilu"
nama = "Pemilihan Umum Tahun 2029"
singkat = "Pemilu 2029"
tahun = 2029
"""


class Case(NamedTuple):
    """An election, the day of signing, and the clauses an office takes."""

    election: str
    day: date
    clause_set: str


CASES = (
    Case("pemilu-2024", date(2023, 11, 28), "nasional/lengkap-pemilu"),
    Case("pilkada-2024", date(2024, 9, 25), "nasional/lengkap-pilkada"),
    Case("pemilu-2029", date(2028, 11, 28), "nasional/ringkas"),
)
INSTITUTIONS = {
    RegionKind.PROVINCE: 7,
    RegionKind.REGENCY: 7,
    RegionKind.CITY: 7,
    RegionKind.ADMINISTRATIVE_REGENCY: 6,
    RegionKind.ADMINISTRATIVE_CITY: 6,
}
"""Kind of region → the office itself and who is invited besides contestants. Administrative: no DPRD."""
UNNAMED = "Nama penanda tangan masih kosong pada {0} pihak: "
NO_CONTESTANT = "Belum ada pihak dari unsur {0}."
OPEN = 'Isian {{{0}}} pada klausul "Jadwal, Masa Tenang, dan Pemberitahuan Kegiatan" belum mempunyai nilai.'
SCHEDULE = ("mulai_kampanye", "selesai_kampanye", "mulai_masa_tenang", "selesai_masa_tenang")


def expected(case: Case, region: Region) -> list[str]:
    """Return how each finding of level wajib or perhatian begins, in order."""
    bodies = INSTITUTIONS[region.kind]
    if case.election == "pemilu-2024":
        parties = 24 if region.code.startswith("11") else 18
        return [UNNAMED.format(bodies + parties)]
    if case.election == "pilkada-2024":
        return [NO_CONTESTANT.format("pasangan calon"), UNNAMED.format(bodies)]
    return [
        NO_CONTESTANT.format("peserta pemilu"),
        *map(OPEN.format, SCHEDULE),
        UNNAMED.format(bodies),
    ]


@cache
def regions() -> list[Region]:
    """Return the regions of the national pack."""
    return [region for given in Host("", (), ()).collect("kampanye_regions") for region in given.items]


PROVINCES = sorted({region.code[:2] for region in regions()})


@pytest.mark.penuh
@pytest.mark.parametrize("case", CASES, ids=[case.election for case in CASES])
@pytest.mark.parametrize("province", PROVINCES)
def test_the_first_draft_of_every_office_is_asked_for_nothing_else(
    case: Case, province: str, tmp_path: Path
) -> None:
    data_pack(tmp_path, "pemilu-2029", {"pemilu": "pemilu.toml"}, {"pemilu.toml": NEXT})
    for region in regions():
        if region.code[:2] != province:
            continue
        packs = PackChoice(folders=(str(tmp_path),))
        library = open_library(packs, Path(), region.code, case.election, case.day, "kampanye.toml")
        configuration = Configuration(
            office=Office(region=region.code),
            election=ElectionChoice(id=case.election),
            agreement=AgreementChoice(id="damai"),
            occasion=Occasion(day=case.day),
            clauses=ClauseChoice(clause_set=case.clause_set),
        )
        clause_set = library.clause_set(case.clause_set)
        made = compose(configuration, library.reference, clause_set, library.host.packs())
        told = [
            finding.message
            for finding in run(made, library.reference, library.rules)
            if finding.level is not Level.SUGGESTION
        ]
        begins = expected(case, region)
        assert [words[: len(begin)] for words, begin in zip(told, begins, strict=True)] == begins


def test_all_offices_of_the_country_are_tried() -> None:
    assert (len(regions()), len(PROVINCES)) == (552, 38)
