"""What a journal says of a pihak that somebody wrote in by hand."""

from __future__ import annotations

import pytest

from kampanye_tui.agreement.party_values import added_party, changed_party, party_of_values, values_of
from kampanye_tui.model.party import Party, Role, Signatory
from kampanye_tui.model.problem import Refused

from .making import changed, small_agreement

POLRES = Party(id="polres", name="Polres", role=Role.WITNESS, signatories=(Signatory(office="Kapolres"),))


BY_HAND = {"lembaga": "sekolah", "peran": "tamu", "nomor-Nota Baru": "12/2023"}


@pytest.mark.parametrize("name", BY_HAND)
def test_a_value_that_no_form_gives_is_refused(name: str) -> None:
    with pytest.raises(Refused):
        party_of_values(POLRES, values_of(POLRES) | {name: BY_HAND[name]})


def test_an_office_without_the_field_of_its_name_is_that_of_nobody_yet() -> None:
    party = party_of_values(POLRES, values_of(POLRES) | {"jabatan_4": "Wakapolres"})
    assert party.signatories[-1] == Signatory(office="Wakapolres", name="")


def test_a_number_of_a_paper_that_another_pihak_gave_is_refused() -> None:
    organiser, first, second = small_agreement().parties
    agreement = changed(
        small_agreement(), parties=(organiser, changed(first, numbers={"naskah": "7/2023"}), second)
    )
    with pytest.raises(Refused, match='"7/2023" pada naskah sudah dicatat untuk Partai-A'):
        changed_party(agreement, second, values_of(second) | {"nomor-naskah": "7/2023"})


def test_a_pihak_that_no_pack_knows_gets_an_id_of_its_own() -> None:
    agreement = small_agreement()
    assert added_party(agreement, None, values_of(POLRES) | {"nama": "Partai A"}).id == "partai-a-2"
