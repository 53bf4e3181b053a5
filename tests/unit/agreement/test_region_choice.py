"""Which region somebody means."""

import pytest

from kampanye_tui.agreement.region_choice import label, meant_by
from kampanye_tui.model.problem import Refused
from kampanye_tui.model.region import Region, RegionKind, Zone

from .making import CITY


def region(code, name, kind=RegionKind.REGENCY):
    return Region(code=code, name=name, kind=kind, province="Jawa Barat", zone=Zone.WEST)


WEST_JAVA = region("32", "Jawa Barat", RegionKind.PROVINCE)
REGENCY = region("32.01", "Kabupaten Bogor")
TOWN = region("32.71", "Kota Bogor", RegionKind.CITY)
NORTH = region("32.99", "Kota Bogor Utara", RegionKind.CITY)
ALL = (WEST_JAVA, REGENCY, TOWN, NORTH, CITY)


def test_a_region_is_shown_with_its_province():
    assert label(REGENCY) == "Kabupaten Bogor, Jawa Barat (32.01)"


def test_a_province_is_not_shown_twice():
    assert label(WEST_JAVA) == "Provinsi Jawa Barat (32)"


@pytest.mark.parametrize("wanted", ["kota bogor", "32.71"])
def test_a_whole_name_or_code_leaves_no_choice(wanted):
    assert meant_by(wanted, ALL, 15) == (TOWN,)


def test_part_of_a_name_leaves_a_choice():
    assert meant_by("bogor", ALL, 15) == (REGENCY, TOWN, NORTH)


REFUSED = {
    "nothing like it": ("atlantis", 'Tidak ada wilayah yang cocok dengan "atlantis"'),
    "only something like it": ("bogorr", "mungkin maksudnya Kabupaten Bogor"),
    "more than can be shown": ("o", "tulis lebih lengkap"),
}


@pytest.mark.parametrize("what", REFUSED)
def test_what_leaves_no_choice_is_refused_in_words(what):
    wanted, told = REFUSED[what]
    with pytest.raises(Refused, match=told):
        meant_by(wanted, ALL, 2)
