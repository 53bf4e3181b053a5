"""What an office chooses, and what is taken where it does not say: topic, city, clauses, values."""

import pytest

from kampanye_tui.agreement.clause_sets import offered_sets
from kampanye_tui.agreement.compose import compose
from kampanye_tui.model.election import ElectionKind
from kampanye_tui.model.office import ClauseChoice
from kampanye_tui.model.problem import Refused

from .making import REGIONAL_DAY, changed, clause, clause_set_of, composed, given, library_of, office_of

KINDS = {
    "36": "a province",
    "36.03": "a kabupaten",
    "36.74": "a kota",
    "31.01": "an administrative kabupaten",
    "31.71": "an administrative kota",
}
"""One region of each kind."""


def of_each_kind(*told):
    """Parameters: the code of a region of each kind, and what is told of it."""
    return [pytest.param(code, one, id=kind) for (code, kind), one in zip(KINDS.items(), told, strict=True)]


def refusal(configuration, **chosen):
    """What the operator reads when the table [klausul] is refused."""
    with pytest.raises(Refused) as refused:
        composed(changed(configuration, clauses=ClauseChoice(**chosen)), "kantor.toml")
    return str(refused.value)


def with_set(configuration, *elections):
    """The agreement of the sample with a clause set for these kinds of elections."""
    offers, _conflicts = offered_sets(
        [given("nasional", "", clause_set_of(clause("a"), elections=elections))], []
    )
    chosen = changed(configuration, clauses=ClauseChoice())
    return compose(chosen, library_of("36.74").reference, offers["nasional/uji"], (), "kantor.toml")


def test_the_paper_is_about_the_election_when_the_office_does_not_say(agreement):
    assert agreement.topic == "Kampanye Damai Pemilihan Umum Tahun 2024"


def test_the_office_says_what_the_paper_is_about(configuration):
    choice = changed(configuration.agreement, topic="Kampanye Tertib")
    assert composed(changed(configuration, agreement=choice)).topic == "Kampanye Tertib"


@pytest.mark.parametrize(
    ("region", "topic"),
    of_each_kind(
        "Kampanye Damai Pemilihan Gubernur dan Wakil Gubernur Banten Tahun 2024",
        "Kampanye Damai Pemilihan Bupati dan Wakil Bupati Tangerang Tahun 2024",
        "Kampanye Damai Pemilihan Wali Kota dan Wakil Wali Kota Tangerang Selatan Tahun 2024",
        "Kampanye Damai Pemilihan Gubernur dan Wakil Gubernur Daerah Khusus Ibukota Jakarta Tahun 2024",
        "Kampanye Damai Pemilihan Gubernur dan Wakil Gubernur Daerah Khusus Ibukota Jakarta Tahun 2024",
    ),
)
def test_a_regional_election_is_named_after_the_heads_that_the_region_elects(configuration, region, topic):
    assert composed(office_of(configuration, region, "pilkada-2024", REGIONAL_DAY)).topic == topic


@pytest.mark.parametrize("region", KINDS)
def test_a_general_election_has_one_name_everywhere(configuration, region):
    topic = composed(office_of(configuration, region)).topic
    assert topic == "Kampanye Damai Pemilihan Umum Tahun 2024"


@pytest.mark.parametrize(("region", "city"), of_each_kind("", "", "Tangerang Selatan", "", "Jakarta Pusat"))
def test_only_a_kota_is_taken_for_the_city_of_its_office(configuration, region, city):
    assert composed(office_of(configuration, region)).office.city == city


@pytest.mark.parametrize(("region", "city"), of_each_kind("", "", "Tangerang Selatan", "", "Jakarta Pusat"))
def test_only_a_kota_is_taken_for_the_city_of_the_signing(configuration, region, city):
    assert composed(office_of(configuration, region)).occasion.city == city


@pytest.mark.parametrize(
    ("of_office", "of_occasion", "city"), [("Serpong", "", "Serpong"), ("Serpong", "Ciputat", "Ciputat")]
)
def test_the_city_of_the_signing_is_that_of_the_office_unless_said(
    configuration, of_office, of_occasion, city
):
    made = composed(
        changed(
            configuration,
            office=changed(configuration.office, city=of_office),
            occasion=changed(configuration.occasion, city=of_occasion),
        )
    )
    assert made.occasion.city == city


def test_a_value_for_a_name_that_no_clause_has_is_refused_with_the_nearest(configuration):
    assert refusal(configuration, parameters={"batas_pemberitahuann": "lima"}) == (
        'kantor.toml, tabel [klausul.isian], kunci "batas_pemberitahuann": isian ini tidak ada pada klausul '
        'mana pun. Mungkin maksudnya "batas_pemberitahuan".'
    )


def test_each_value_for_a_name_that_no_clause_has_is_told(configuration):
    told = refusal(configuration, parameters={"satu": "1", "batas_pemberitahuan": "lima", "dua": "2"})
    assert told.count("isian ini tidak ada") == 2


def test_a_set_for_another_kind_of_election_is_refused(configuration):
    with pytest.raises(Refused) as refused:
        with_set(configuration, ElectionKind.REGIONAL_HEADS)
    assert str(refused.value) == (
        'kantor.toml, tabel [klausul], kunci "kumpulan": kumpulan "nasional/uji" bukan untuk Pemilu 2024. '
        "Pilih kumpulan klausul yang lain."
    )


@pytest.mark.parametrize(
    "elections", [(), (ElectionKind.GENERAL,), tuple(ElectionKind)], ids=["none", "its own", "both"]
)
def test_a_set_for_its_own_kind_of_election_is_taken(configuration, elections):
    assert [one.id for one in with_set(configuration, *elections).clauses] == ["a"]
