"""The form of a pihak: what it shows reads back as it was, and what it refuses."""

from __future__ import annotations

import pytest

from kampanye_tui.agreement.party_values import newcomer, nobody, party_of_values, values_of
from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.party import Institution, Party, Role, Signatory
from kampanye_tui.model.problem import Refused
from kampanye_tui.tui.screens.party_fields import begin_at, fields_of
from tests.unit.agreement.making import REGIONAL_DAY, library_of

REFERENCE = library_of("36.74", "pilkada-2024", REGIONAL_DAY).reference
PAIR = Party(
    id="paslon-1",
    name="Ani dan Budi",
    role=Role.CONTESTANT,
    short="Ani–Budi",
    institution=Institution.CONTESTANT,
    ballot_number=1,
    address="Jalan Raya 1",
    has_own_number=True,
    signatories=tuple(Signatory(office=f"Jabatan {n}", name=f"Nama {n}") for n in range(1, 5)),
)


def typed(party: Party, **said: str) -> Party:
    """Return a pihak after some fields of its form were typed into."""
    return party_of_values(party, {field.id: field.value for field in fields_of(party, REFERENCE)} | said)


def test_every_pihak_of_the_sample_reads_back_as_it_was(agreement: Agreement) -> None:
    assert [typed(party) for party in agreement.parties] == list(agreement.parties)


def test_a_form_has_a_field_for_each_value(agreement: Agreement) -> None:
    for party in (*agreement.parties, PAIR, nobody()):
        assert {field.id: field.value for field in fields_of(party, REFERENCE)} == values_of(party)


def test_a_fourth_signatory_is_shown_and_kept() -> None:
    assert typed(PAIR) == PAIR


def test_filling_the_empty_pair_adds_a_signatory() -> None:
    party = Party(id="fkub", name="FKUB", role=Role.WITNESS)
    after = typed(party, jabatan="Ketua", penandatangan="H. Ahmad")
    assert after.signatories == (Signatory(office="Ketua", name="H. Ahmad"),)


def test_emptying_a_pair_takes_that_signatory_out() -> None:
    after = typed(PAIR, jabatan_2="", penandatangan_2="")
    assert [person.name for person in after.signatories] == ["Nama 1", "Nama 3", "Nama 4"]


def test_a_person_without_an_office_is_refused() -> None:
    with pytest.raises(Refused, match="penanda tangan 2"):
        typed(PAIR, jabatan_2="")


def test_a_ballot_number_can_be_emptied() -> None:
    assert typed(PAIR, nomor_urut="").ballot_number is None


def test_a_group_of_its_own_is_shown_and_kept() -> None:
    assert typed(typed(PAIR, kelompok="3")).group == 3


def test_without_a_group_a_pihak_signs_with_its_role() -> None:
    assert typed(typed(PAIR, kelompok="3"), kelompok="").group is None


def test_a_contestant_need_not_say_twice_what_it_is() -> None:
    assert typed(nobody(), nama="Partai", peran="peserta-pemilu").institution is Institution.CONTESTANT


def test_the_role_of_the_organiser_cannot_be_chosen(agreement: Agreement) -> None:
    assert "peran" not in {field.id for field in fields_of(agreement.parties[0], agreement.reference)}


def test_what_is_explained_fits_a_narrow_terminal() -> None:
    assert max(len(field.hint) for field in fields_of(PAIR, REFERENCE)) <= 78


def test_the_form_begins_at_what_a_person_still_lacks() -> None:
    party = Party(
        id="dprd",
        name="DPRD",
        role=Role.ACKNOWLEDGING,
        signatories=(Signatory(office="Ketua", name="Ani"), Signatory(office="Wakil")),
    )
    assert begin_at(party) == "penandatangan_2"
    assert begin_at(party, "penandatangan") == "penandatangan_2"
    assert begin_at(party, "alamat") == "alamat"
    assert begin_at(PAIR) == "nama"


def test_the_form_of_who_has_no_name_yet_begins_there() -> None:
    assert begin_at(newcomer(REFERENCE)) == "nama"


def test_in_a_pilkada_the_form_speaks_of_pairs() -> None:
    told = [(field.hint, dict(field.choices)) for field in fields_of(PAIR, REFERENCE)]
    assert [words for _hint, words in told if "peserta-pemilu" in words] == [
        {
            "penyelenggara": "Penyelenggara",
            "peserta-pemilu": "Pasangan calon",
            "saksi": "Saksi",
            "mengetahui": "Mengetahui",
            "hadir": "Hadir",
        },
        {
            "penyelenggara": "Penyelenggara pemilu",
            "pengawas": "Pengawas pemilu",
            "kepala-daerah": "Kepala daerah",
            "dprd": "DPRD",
            "kepolisian": "Kepolisian",
            "kejaksaan": "Kejaksaan",
            "tni": "TNI",
            "peserta-pemilu": "Pasangan calon",
            "lainnya": "Lainnya",
        },
    ]
    assert [hint for hint, _words in told if "pasangan calon" in hint] == [
        "Hanya pasangan calon terikat kewajiban kampanye.",
        "Nomor urut pasangan calon; kosong bila tidak ada.",
    ]


def test_who_gives_numbers_is_asked_for_those_of_shared_papers() -> None:
    asked = [field.label for field in fields_of(PAIR, REFERENCE) if field.id.startswith("nomor-")]
    assert asked == ["Nomor naskah pihak", "Nomor berita acara pihak"]


def test_who_gives_no_number_is_asked_for_none() -> None:
    assert "nomor-naskah" not in {field.id for field in fields_of(nobody(), REFERENCE)}


def test_a_number_that_was_given_is_shown_kept_and_taken_out() -> None:
    numbered = typed(PAIR, **{"nomor-naskah": "12/A"})
    assert typed(numbered).numbers == {"naskah": "12/A"}
    assert typed(numbered, **{"nomor-naskah": ""}).numbers == {}


def test_numbers_outlive_that_nobody_gives_them_any_more() -> None:
    numbered = typed(typed(PAIR, **{"nomor-naskah": "12/A"}), nomor_sendiri="tidak")
    assert typed(numbered).numbers == {"naskah": "12/A"}
