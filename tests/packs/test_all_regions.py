"""Every office of the country with every pack of this repository: no error, and the words of its region."""

from __future__ import annotations

from datetime import date
from functools import cache
from itertools import groupby
from string import printable

import pytest

from kampanye_tui.model.finding import Level
from kampanye_tui.model.region import Region, RegionKind
from kampanye_tui.plugin.host import Host
from tests.packs.regional_office import DAYS, RegionalOffice, first_draft, regional_office

SETS = {"pemilu-2024": "nasional/lengkap-pemilu", "pilkada-2024": "nasional/lengkap-pilkada"}
WITHOUT_PAIRS = "Belum ada pihak dari unsur pasangan calon."
"""What stands in the way of every first draft for a Pilkada: its pairs are entered by the office."""
ONLY_IN = {
    "Komisi Independen Pemilihan": ("11",),
    "KIP": ("11",),
    "Panwaslih": ("11",),
    "Qanun": ("11",),
    "keuchik": ("11",),
    "DKI": ("31",),
    "Metro Jaya": ("31",),
    "Majelis Desa Adat": ("51",),
    "perbekel": ("51",),
    "kalurahan": ("34",),
    "panewu": ("34",),
    "mantri pamong praja": ("34",),
    "wali nagari": ("13",),
    "LKAAM": ("13",),
    "knalpot brong": ("33",),
    "kepala kampung": ("91", "92", "93", "94", "95", "96"),
    "Orang Asli Papua": ("91", "92", "93", "94", "95", "96"),
}
"""Words → the provinces whose offices use them."""
NOWHERE = ("{", "Provinsi Aceh", "DPRD Kota Administrasi", "DPRD Kabupaten Administrasi")
CITIES = (RegionKind.CITY, RegionKind.ADMINISTRATIVE_CITY)
REGENCIES = (RegionKind.REGENCY, RegionKind.ADMINISTRATIVE_REGENCY)
ADMINISTRATIVE = (RegionKind.ADMINISTRATIVE_CITY, RegionKind.ADMINISTRATIVE_REGENCY)
OTHER_COUNCILS = ("11", "91", "92", "93", "94", "95", "96")
"""Provinces whose councils are no DPRD."""


@cache
def regions() -> list[Region]:
    """Return the regions of the national pack."""
    return [region for given in Host("", (), ()).collect("kampanye_regions") for region in given.items]


PROVINCES = sorted({region.code[:2] for region in regions()})


SETTABLE = frozenset(printable)
"""Letters that any paper can print; others are known from the paper that stands for its province."""


def said(office: RegionalOffice) -> str:
    """Return the naskah without its list of laws, whose titles keep the words of their time."""
    before, _begin, rest = office.text().partition(" Dengan memperhatikan: ")
    _laws, _end, after = rest.partition(" menyepakati ")
    assert after
    return f"{before} {after}"


def wrong(region: Region, text: str) -> list[str]:
    """Return the words that stand in a naskah and should not, and those that should and do not."""
    province = region.code[:2]
    found = [words for words in NOWHERE if words in text]
    found += [words for words, where in ONLY_IN.items() if words in text and province not in where]
    belongs = {
        "Wali Kota": region.kind in CITIES,
        "Bupati": region.kind in REGENCIES,
        "DPRD": region.kind not in ADMINISTRATIVE and province not in OTHER_COUNCILS,
        "Komisi Pemilihan Umum": province != "11",
    }
    plain = text.casefold()
    found += [
        f"{words}: {not here}" for words, here in belongs.items() if (words.casefold() in plain) is not here
    ]
    return found


def longest_of_each_kind(province: str) -> list[str]:
    """Return the code of the office with the longest name of each kind that a province has.

    Offices of a kind differ in names alone, so that where the longest fits on pages, all do.
    """
    there = sorted((one for one in regions() if one.code[:2] == province), key=lambda one: one.kind)
    kinds = groupby(there, key=lambda one: one.kind)
    return [max(of_kind, key=lambda one: len(one.name)).code for _kind, of_kind in kinds]


@pytest.mark.penuh
@pytest.mark.parametrize("election", SETS)
@pytest.mark.parametrize("province", PROVINCES)
def test_the_naskah_of_every_office_speaks_as_its_region_does(election: str, province: str) -> None:
    told = {}
    on_pages = longest_of_each_kind(province)
    settable = SETTABLE
    for region in sorted(regions(), key=lambda one: one.code not in on_pages):
        if region.code[:2] == province:
            office = first_draft(region.code, election, DAYS[election], SETS[election])
            required = [one.message for one in office.findings() if one.level is Level.REQUIRED]
            text = said(office)
            found = wrong(region, text)
            found += [one for one in required if election == "pemilu-2024" or one != WITHOUT_PAIRS]
            found += [one.what for one in office.library.reference.conflicts]
            found += [
                f"{one.id}: {one.reason}"
                for one in office.library.host.statuses.values()
                if one.state.value not in ("dipakai", "wilayah lain")
            ]
            if region.code in on_pages:
                found += [] if office.pages() > 1 else ["tidak berhalaman"]
                settable |= set(text)
            found += [f"tak tercetak: {letter}" for letter in sorted(set(text) - settable)]
            if found:
                told[region.code] = found
    assert told == {}


@pytest.mark.penuh
@pytest.mark.parametrize(
    ("day", "there", "gone"),
    [
        (DAYS["pemilu-2024"], ("DKI Jakarta", "Daerah Khusus Ibukota Jakarta"), ("Daerah Khusus Jakarta",)),
        (date(2026, 11, 24), ("Daerah Khusus Jakarta",), ("DKI", "Ibukota")),
    ],
    ids=["2023", "2026"],
)
def test_the_offices_of_jakarta_use_the_name_of_the_day(
    day: date, there: tuple[str, ...], gone: tuple[str, ...]
) -> None:
    texts = {
        region.code: said(regional_office(region.code, "pemilu-2024", day))
        for region in regions()
        if region.code.startswith("31")
    }
    assert [words for words in there if words not in texts["31"]] == []
    assert [(code, words) for code, text in texts.items() for words in gone if words in text] == []


def test_all_offices_of_the_country_are_tried() -> None:
    assert (len(regions()), len(PROVINCES)) == (552, 38)
