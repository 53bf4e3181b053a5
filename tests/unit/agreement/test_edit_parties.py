"""Who takes part, edited as an office asks for it."""

import pytest

from kampanye_tui.agreement.edit import drop_party
from kampanye_tui.agreement.edit_parties import (
    changed_party,
    in_role,
    known_parties,
    new_party,
    party_of,
    with_table,
    without_party,
)
from kampanye_tui.model.party import Institution, PartyEntry, Role, Signatory
from kampanye_tui.model.problem import Declined, Refused

FKUB = PartyEntry(id="fkub", name="FKUB", role=Role.WITNESS)


def entry(party_id, **said):
    return PartyEntry(id=party_id, **said)


def test_who_becomes_a_contestant_is_one_as_an_institution_too(agreement):
    fkub = party_of(new_party(agreement, FKUB, agreement.reference), "fkub")
    assert in_role(fkub, Role.CONTESTANT).institution is Institution.CONTESTANT


def test_an_institution_that_is_known_stays_in_any_role(agreement):
    bawaslu = party_of(agreement, "bawaslu")
    assert in_role(bawaslu, Role.PRESENT).institution is bawaslu.institution


def test_a_pihak_is_found_by_its_id(agreement):
    assert party_of(agreement, "bawaslu").id == "bawaslu"


def test_an_unknown_pihak_is_refused_with_the_one_that_was_meant(agreement):
    with pytest.raises(Refused, match='Mungkin maksudnya "bawaslu"'):
        party_of(agreement, "bawaslo")


@pytest.mark.parametrize("party_id", ["kodim", "partai-buruh"])
def test_a_pihak_that_packs_know_comes_back_as_it_was(party_id, agreement, library):
    gone = drop_party(agreement, party_id)
    assert party_of(new_party(gone, entry(party_id), library.reference), party_id) == party_of(
        agreement, party_id
    )


def test_packs_know_who_was_left_out(agreement, library):
    gone = drop_party(agreement, "kodim")
    assert "kodim" in [party.id for party in known_parties(gone, library.reference)]


def test_what_is_said_of_a_known_pihak_counts(agreement, library):
    gone = drop_party(agreement, "kodim")
    made = new_party(gone, entry("kodim", address="Jl. Raya 1"), library.reference)
    assert party_of(made, "kodim").address == "Jl. Raya 1"


def test_a_pihak_that_no_pack_knows_is_what_is_said_of_it(agreement, library):
    made = party_of(new_party(agreement, FKUB, library.reference), "fkub")
    assert (made.name, made.role, made.institution) == ("FKUB", Role.WITNESS, Institution.OTHER)


def test_a_contestant_that_no_pack_knows_is_one(agreement, library):
    made = new_party(
        agreement, entry("calon", name="Calon", role=Role.CONTESTANT, ballot_number=99), library.reference
    )
    assert party_of(made, "calon").institution is Institution.CONTESTANT


@pytest.mark.parametrize("half", [entry("fkub", name="FKUB"), entry("fkub", role=Role.WITNESS)])
def test_a_pihak_that_no_pack_knows_needs_name_and_role(half, agreement, library):
    with pytest.raises(Refused, match="tidak dikenal paket mana pun"):
        new_party(agreement, half, library.reference)


def test_a_pihak_is_not_added_twice(agreement, library):
    with pytest.raises(Refused, match="sudah ada dalam naskah ini"):
        new_party(agreement, entry("bawaslu"), library.reference)


def test_what_is_not_said_of_a_pihak_stays(agreement):
    before = party_of(agreement, "bawaslu")
    after = party_of(changed_party(agreement, entry("bawaslu", address="Jl. Raya 1")), "bawaslu")
    assert (after.name, after.signatories) == (before.name, before.signatories)


def test_empty_text_empties(agreement):
    named = changed_party(agreement, entry("bawaslu", address="Jl. Raya 1"))
    assert party_of(changed_party(named, entry("bawaslu", address="")), "bawaslu").address == ""


def test_a_person_without_an_office_has_the_one_at_that_place(agreement):
    office = party_of(agreement, "bawaslu").signatories[0].office
    said = entry("bawaslu", signatories=(Signatory(office="", name="Siti"),))
    assert party_of(changed_party(agreement, said), "bawaslu").signatories == (
        Signatory(office=office, name="Siti"),
    )


def test_a_person_behind_the_last_one_has_no_office_to_take(agreement):
    people = tuple(Signatory(office="", name=name) for name in ("Siti", "Budi"))
    made = party_of(changed_party(agreement, entry("bawaslu", signatories=people)), "bawaslu")
    assert made.signatories[1].office == ""


def test_the_signatories_that_are_named_are_the_whole_list(agreement):
    two = tuple(Signatory(office=office, name="Ani") for office in ("Ketua", "Sekretaris"))
    twice = changed_party(agreement, entry("bawaslu", signatories=two))
    once = changed_party(twice, entry("bawaslu", signatories=two[:1]))
    assert party_of(once, "bawaslu").signatories == two[:1]


def test_an_unknown_pihak_cannot_be_changed(agreement):
    with pytest.raises(Refused, match="tidak ada dalam naskah ini"):
        changed_party(agreement, FKUB)


def test_a_pihak_is_left_out(agreement):
    assert without_party(agreement, "kodim").party("kodim") is None


def test_the_organiser_is_not_left_out(agreement):
    with pytest.raises(Declined, match="tidak dapat dikeluarkan"):
        without_party(agreement, "penyelenggara")


def test_a_table_changes_what_it_says(agreement):
    made = with_table(agreement, b"id,alamat\nbawaslu,Jl. Raya 1\n", "pihak.csv")
    assert party_of(made, "bawaslu").address == "Jl. Raya 1"


def test_who_has_no_row_in_a_whole_table_goes(agreement):
    made = with_table(agreement, b"id\npenyelenggara\nbawaslu\n", "pihak.csv", whole=True)
    assert [party.id for party in made.parties] == ["penyelenggara", "bawaslu"]


def test_a_whole_table_without_the_organiser_is_refused(agreement):
    with pytest.raises(Declined, match='baris "penyelenggara" tidak ada'):
        with_table(agreement, b"id\nbawaslu\n", "pihak.csv", whole=True)
