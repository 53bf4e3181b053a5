"""What holds in a region, for an election, on a day."""

from datetime import date

import pytest

from kampanye_tui.agreement.reference import Offers, compose_reference
from kampanye_tui.model.election import ElectionKind
from kampanye_tui.model.party import Institution, Role, Stakeholder
from kampanye_tui.model.reference import Conflict
from kampanye_tui.model.region import Region, RegionKind, Zone
from kampanye_tui.model.term import Term

from .making import CITY, GENERAL, REGIONAL, changed, contestant, given, law, library_of

DAY = date(2024, 4, 25)
PROVINCE = Region(code="36", name="Banten", kind=RegionKind.PROVINCE, province="Banten", zone=Zone.WEST)


def term(text="kata", **said):
    return Term(name="nama", text=text, **said)


def body(party_id, *kinds):
    return Stakeholder(
        id=party_id,
        name="x",
        institution=Institution.OTHER,
        role=Role.WITNESS,
        office="x",
        region_kinds=kinds,
    )


def terms(*given_terms, region=CITY, election=GENERAL, day=DAY):
    """The texts of the terms that hold."""
    offers = Offers(terms=(given("nasional", "", *given_terms),))
    return [one.text for one in compose_reference(offers, region, election, day).terms]


def numbers(*contestants, region=CITY, election=GENERAL):
    """The ballot numbers of those who contest."""
    offers = Offers(contestants=(given("nasional", "", *contestants),))
    return [one.number for one in compose_reference(offers, region, election, DAY).contestants]


@pytest.mark.parametrize(("region", "held"), [(CITY, ["kata"]), (PROVINCE, [])])
def test_a_term_holds_in_its_kind_of_region_only(region, held):
    assert terms(term(region_kinds=(RegionKind.CITY,)), region=region) == held


@pytest.mark.parametrize(("election", "held"), [(GENERAL, []), (REGIONAL, ["kata"])])
def test_a_term_holds_for_its_kind_of_election_only(election, held):
    assert terms(term(elections=(ElectionKind.REGIONAL_HEADS,)), election=election) == held


@pytest.mark.parametrize(
    ("day", "held"),
    [(date(2024, 4, 24), ["DKI"]), (date(2024, 4, 25), ["DKJ"]), (date(2030, 1, 1), ["DKJ"])],
)
def test_a_word_that_changed_holds_from_its_day(day, held):
    assert terms(term("DKI", until=date(2024, 4, 24)), term("DKJ", since=DAY), day=day) == held


def test_a_word_holds_on_its_last_day():
    assert terms(term("DKI", until=DAY), day=DAY) == ["DKI"]


def test_with_no_day_yet_the_word_without_an_end_holds():
    assert terms(term("DKI", until=date(2024, 4, 24)), term("DKJ", since=DAY), day=None) == ["DKJ"]


def test_a_term_without_bounds_holds_everywhere_and_always():
    assert terms(term(), day=None) == ["kata"]


def test_a_word_of_a_region_below_takes_the_place_of_the_national_one():
    offers = Offers(terms=(given("aceh", "36", term("KIP")), given("nasional", "", term("KPU"))))
    assert [one.text for one in compose_reference(offers, CITY, GENERAL, DAY).terms] == ["KIP"]


def test_a_word_that_does_not_hold_does_not_hide_the_one_above():
    ended = term("KIP", until=date(2024, 4, 24))
    offers = Offers(terms=(given("x", "36", ended), given("nasional", "", term("KPU"))))
    assert [one.text for one in compose_reference(offers, CITY, GENERAL, DAY).terms] == ["KPU"]


def test_contestants_stand_by_ballot_number():
    assert numbers(contestant(24), contestant(1), contestant(18)) == [1, 18, 24]


def test_contestants_of_another_election_are_left_out():
    assert numbers(contestant(1), contestant(2, election="pilkada-2024")) == [1]


@pytest.mark.parametrize(
    ("region", "held"), [("", [1]), ("36", [1]), ("36.74", [1]), ("36.71", []), ("11", [])]
)
def test_contestants_stand_in_their_region_and_below_it(region, held):
    assert numbers(contestant(1, region=region)) == held


@pytest.mark.parametrize(("region", "held"), [(PROVINCE, ["gubernur"]), (CITY, ["wali-kota"])])
def test_institutions_are_those_of_the_kind_of_region(region, held):
    one, other = body("gubernur", RegionKind.PROVINCE), body("wali-kota", RegionKind.CITY)
    offers = Offers(stakeholders=(given("nasional", "", one, other),))
    assert [one.id for one in compose_reference(offers, region, GENERAL, DAY).stakeholders] == held


def test_conflicts_found_before_stand_in_front():
    earlier = Conflict(subject="wilayah", packs=("x",), what="…")
    offers = Offers(legal_basis=(given("x", "", law(), law()),))
    subjects = [
        conflict.subject for conflict in compose_reference(offers, CITY, GENERAL, DAY, (earlier,)).conflicts
    ]
    assert subjects == ["wilayah", 'dasar hukum "uu-7-2017"']


def test_each_kind_of_conflict_is_named():
    twice = body("bawaslu")
    offers = Offers(
        legal_basis=(given("x", "", law(), law()),),
        contestants=(given("x", "", contestant(1), contestant(1)),),
        stakeholders=(given("x", "", twice, twice),),
        terms=(given("x", "", term(), term()),),
    )
    assert [conflict.subject for conflict in compose_reference(offers, CITY, GENERAL, DAY).conflicts] == [
        'dasar hukum "uu-7-2017"',
        'peserta "partai-1"',
        'calon pihak "bawaslu"',
        'istilah "nama"',
    ]


@pytest.mark.parametrize(
    ("region", "count"),
    [("11", 24), ("11.01", 24), ("11.71", 24), ("36.74", 18), ("31", 18), ("91.03", 18), ("12.71", 18)],
)
def test_local_parties_contest_in_aceh_only(region, count):
    assert len(library_of(region).reference.contestants) == count


def test_a_regional_election_has_no_official_list():
    assert library_of("36.74", "pilkada-2024").reference.contestants == ()


ADMINISTRATIVE = Region(
    code="31.74",
    name="Kota Administrasi Jakarta Selatan",
    kind=RegionKind.ADMINISTRATIVE_CITY,
    province="DKI Jakarta",
    zone=Zone.WEST,
)


@pytest.mark.parametrize(("region", "held"), [(CITY, [2]), (PROVINCE, [1])])
def test_pairs_for_another_office_do_not_contest_here(region, held):
    pairs = (
        contestant(1, election=REGIONAL.id, region="36"),
        contestant(2, election=REGIONAL.id, region="36.74"),
    )
    assert numbers(*pairs, region=region, election=REGIONAL) == held


def test_an_administrative_city_elects_with_its_province():
    pair = contestant(1, election=REGIONAL.id, region="31")
    assert numbers(pair, region=ADMINISTRATIVE, election=REGIONAL) == [1]


def conflicts(**offered):
    """What packs say that the reference cannot use, in words."""
    given_offers = Offers(**{kind: (given("banten", "36", one),) for kind, one in offered.items()})
    found = compose_reference(given_offers, CITY, GENERAL, DAY).conflicts
    return [(one.subject, one.packs, one.what) for one in found]


def test_a_slip_in_the_words_of_a_term_is_a_conflict_of_its_pack():
    assert conflicts(terms=term("Peserta {sebutan_pemlu}")) == [
        ('istilah "nama"', ("banten",), "isian {sebutan_pemlu} tidak dikenal")
    ]


def test_a_slip_in_the_name_of_an_institution_is_a_conflict_of_its_pack():
    wrong = changed(body("polres"), name="Polres {nama_wilyah}")
    assert conflicts(stakeholders=wrong) == [
        ('calon pihak "polres"', ("banten",), "isian {nama_wilyah} tidak dikenal")
    ]


def test_a_term_may_hold_the_words_of_its_region():
    assert conflicts(terms=term("{nama_wilayah}")) == []
