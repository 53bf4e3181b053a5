"""Which pihak is meant by what people write."""

from __future__ import annotations

import pytest

from kampanye_tui.agreement.party_named import party_named
from kampanye_tui.model.party import Role
from kampanye_tui.model.problem import Refused

from .making import changed, party

PARTIES = (
    changed(party("partai-a"), ballot_number=1, name="Partai Alfa", short="Alfa"),
    changed(party("partai-b"), ballot_number=12, name="Alfa", short="1"),
    changed(party("bawaslu", Role.WITNESS), ballot_number=None, name="Bawaslu Kota", short=""),
)

NAMES = {
    "partai-b": "partai-b",
    "12": "partai-b",
    "PARTAI ALFA": "partai-a",
    "1": "partai-a",
    "bawaslu kota": "bawaslu",
}


@pytest.mark.parametrize("name", NAMES)
def test_a_pihak_is_known_by_id_and_number_before_its_names(name: str) -> None:
    assert party_named(PARTIES, name).id == NAMES[name]


@pytest.mark.parametrize("name", ["", "None", "2"])
def test_what_names_nobody_finds_nobody(name: str) -> None:
    assert party_named(PARTIES, name) is None


def test_a_name_of_two_pihak_is_refused_with_the_ids_of_both() -> None:
    with pytest.raises(Refused, match="partai-a, partai-b"):
        party_named(PARTIES, "alfa")
