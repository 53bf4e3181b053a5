"""Regions are found as people write them."""

from __future__ import annotations

import pytest

from kampanye_tui.agreement.region_search import find_regions

from .making import library_of


@pytest.fixture(scope="module")
def regions():
    """All regions of the national pack."""
    return [one for given in library_of("36.74").host.collect("kampanye_regions") for one in given.items]


def codes(regions, wanted):
    return [region.code for region in find_regions(regions, wanted).regions]


@pytest.mark.parametrize(
    ("wanted", "code"),
    [
        ("36.74", "36.74"),
        ("3404", "34.04"),
        ("sleman", "34.04"),
        ("kab sleman", "34.04"),
        ("Kab. Sleman", "34.04"),
        ("KABUPATEN SLEMAN", "34.04"),
        ("bau bau", "74.72"),
        ("Bau-Bau", "74.72"),
        ("toli toli", "72.04"),
        ("pangkalpinang", "19.71"),
        ("Pangkal Pinang", "19.71"),
        ("DIY", "34"),
        ("DKI", "31"),
        ("tangerang selatan", "36.74"),
        ("sleeman", "34.04"),
        ("Provinsi Jawa Barat", "32"),
        ("prov bali", "51"),
        ("kep. seribu", "31.01"),
        ("kotamadya bogor", "32.71"),
        ("banyuwanggi", "35.10"),
    ],
)
def test_a_region_is_found_as_people_write_it(regions, wanted, code):
    assert code in codes(regions, wanted)


@pytest.mark.parametrize("wanted", ["qqqq", "36.99", "9999", "-"])
def test_what_is_like_no_region_finds_none(regions, wanted):
    assert codes(regions, wanted) == []


@pytest.mark.parametrize(("wanted", "alike"), [("sleman", False), ("sleeman", True)])
def test_regions_that_only_look_alike_are_marked(regions, wanted, alike):
    assert find_regions(regions, wanted).alike is alike


def test_nothing_sought_finds_every_region(regions):
    assert len(codes(regions, "")) == 552
