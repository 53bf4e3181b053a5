"""An office's configuration, a reference and a clause set → a new agreement."""

from datetime import date

import pytest

from kampanye_tui.agreement.placeholders import Kind, finish, found
from kampanye_tui.model.clause import Change, ChangeKind, Parameter
from kampanye_tui.model.legal import Citation
from kampanye_tui.model.occasion import Occasion
from kampanye_tui.model.office import Member
from kampanye_tui.model.party import Institution, PartyEntry, Role, Signatory

from .making import changed, clause, composed, law, library_of, of_clauses, with_rows


def test_the_sample_has_its_contestants_in_ballot_order(agreement):
    numbers = [party.ballot_number for party in agreement.of_role(Role.CONTESTANT)]
    assert numbers == [*range(1, 18), 24]


def test_the_sample_is_organised_by_the_office(agreement):
    [organiser] = agreement.of_role(Role.ORGANISER)
    assert organiser.name == "Komisi Pemilihan Umum Kota Tangerang Selatan"


def test_the_organiser_signs_through_the_chair(agreement):
    [organiser] = agreement.of_role(Role.ORGANISER)
    assert organiser.signatories == (Signatory(office="Ketua KPU Kota Tangerang Selatan", name="Taufiq MZ"),)


@pytest.mark.parametrize(
    ("members", "signer"),
    [
        ((), Signatory(office="Ketua KPU Kota Tangerang Selatan")),
        (
            (Member(office="Plh. Ketua", name="Budi"), Member(office="Anggota", name="Ani")),
            Signatory(office="Plh. Ketua KPU Kota Tangerang Selatan", name="Budi"),
        ),
    ],
)
def test_the_first_member_signs_for_the_office(configuration, members, signer):
    office = changed(configuration.office, members=members)
    made = composed(changed(configuration, office=office))
    assert made.parties[0].signatories == (signer,)


def test_a_party_signs_through_its_leader_in_the_region(agreement):
    offices = {person.office for one in agreement.of_role(Role.CONTESTANT) for person in one.signatories}
    assert offices == {"Pimpinan partai politik tingkat Kota Tangerang Selatan"}


def test_the_sample_is_witnessed_by_bawaslu(agreement):
    assert [(one.short, one.institution) for one in agreement.of_role(Role.WITNESS)] == [
        ("Bawaslu Kota Tangerang Selatan", Institution.SUPERVISOR)
    ]


def test_five_institutions_acknowledge_the_sample(agreement):
    assert [one.id for one in agreement.of_role(Role.ACKNOWLEDGING)] == [
        "wali-kota",
        "dprd",
        "polres",
        "kejari",
        "kodim",
    ]


def test_the_sample_names_nobody_but_its_chair(agreement):
    names = {person.name for party in agreement.parties for person in party.signatories}
    assert names == {"", "Taufiq MZ"}


def test_pihak_stand_by_role(agreement):
    roles = [party.role for party in agreement.parties]
    assert roles == sorted(roles, key=list(Role).index)


def test_the_sample_cites_nothing_from_after_its_day(agreement):
    laws = [agreement.reference.law(one.law) for clause in agreement.clauses for one in clause.citations]
    later = {one.id for one in laws if (one.enacted or date(one.year, 1, 1)) > date(2023, 11, 28)}
    assert later == set()


def test_the_agreement_takes_along_each_law_it_cites(agreement):
    cited = {one.law for clause in agreement.clauses for one in clause.citations}
    assert cited <= {one.id for one in agreement.reference.legal_basis}


def test_of_other_laws_the_agreement_takes_along_those_that_amend_the_cited_ones(agreement):
    cited = {one.law for clause in agreement.clauses for one in clause.citations}
    amending = {other for one in cited for other in agreement.reference.law(one).amended_by}
    assert {one.id for one in agreement.reference.legal_basis} - cited == amending - cited


def test_the_agreement_takes_along_no_offers_of_institutions(agreement):
    assert agreement.reference.stakeholders == ()


def test_a_clause_knows_its_pack_and_set(agreement):
    origins = {(clause.origin.pack, clause.origin.clause_set) for clause in agreement.clauses}
    assert origins == {("nasional", "nasional/ringkas"), ("kota-tangerang-selatan", "nasional/ringkas")}


def test_a_clause_knows_what_packs_below_did_to_it(agreement):
    [added] = [one for one in agreement.clauses if one.id == "kebersihan-dan-ketenangan"]
    assert added.origin.changes == (Change(pack="kota-tangerang-selatan", kind=ChangeKind.ADDED),)


def test_the_sample_was_drafted_with_the_packs_in_use(agreement):
    assert [use.id for use in agreement.packs] == [
        "nasional",
        "penandatangan-csv",
        "jadwal-rapat-umum",
        "kota-tangerang-selatan",
    ]


def test_the_office_fills_in_a_parameter(configuration):
    one = clause("a", "{batas} hari", parameters=(Parameter(name="batas", label="x", value="tujuh"),))
    made = of_clauses(configuration, one, filled={"batas": "lima"})
    assert made.clauses[0].resolved == "lima hari"


def test_a_parameter_the_office_does_not_fill_in_keeps_its_value(configuration):
    one = clause("a", "{batas} hari", parameters=(Parameter(name="batas", label="x", value="tujuh"),))
    made = of_clauses(configuration, one)
    assert made.clauses[0].resolved == "tujuh hari"


def test_a_party_called_like_a_placeholder_prints_as_that(configuration):
    made = with_rows(configuration, PartyEntry(id="partai-ummat", name="{nama_kantor}"))
    assert made.party("partai-ummat").name == "{nama_kantor}"


@pytest.mark.parametrize("name", ["{x}", "{@a}", "{nama_wilayah}", "}}{{", "*KPU*"])
def test_a_name_with_braces_prints_as_that_in_a_clause(configuration, name):
    office = changed(configuration.office, name=name)
    made = of_clauses(changed(configuration, office=office), clause("a", "Oleh {nama_kantor}."))
    assert finish(made.clauses[0].resolved, "<{}>".format, "[{}]".format) == f"Oleh {name}."


def test_what_is_not_known_yet_stays_open_in_a_clause(configuration):
    occasion = Occasion(day=configuration.occasion.day)
    one = clause("a", "di {tempat_acara} pada {tanggal_acara}")
    made = of_clauses(changed(configuration, occasion=occasion), one)
    assert found(made.clauses[0].resolved, Kind.NAME) == ("tempat_acara",)


def test_a_citation_of_an_unknown_law_stays_for_a_rule_to_report(configuration):
    one = clause("a", citations=(Citation(law="uu-99-2099", article="Pasal 1"),))
    assert [cited.law for cited in of_clauses(configuration, one).clauses[0].citations] == ["uu-99-2099"]


def test_a_law_amended_later_is_taken_along_with_its_amendment(configuration):
    reference = changed(
        library_of("36.74").reference,
        legal_basis=(law("a", amended_by=("b",)), law("b", year=2026), law("c")),
    )
    one = clause("x", citations=(Citation(law="a", article="Pasal 1"),))
    made = of_clauses(configuration, one, reference=reference)
    assert [kept.id for kept in made.reference.legal_basis] == ["a", "b"]
