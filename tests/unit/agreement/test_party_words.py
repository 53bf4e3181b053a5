"""Contestants in a Pilkada: screens, checks and refusals call them as the papers of that election do."""

from __future__ import annotations

import pytest

from kampanye_tui.agreement.party_order import why_fixed
from kampanye_tui.agreement.party_values import added_party, newcomer, values_of
from kampanye_tui.agreement.party_words import institution_words, role_words
from kampanye_tui.agreement.responding import answering_party
from kampanye_tui.agreement.rules.institutions import Conditions, check
from kampanye_tui.agreement.vocabulary import contestants_within
from kampanye_tui.model.party import Institution, Party, Role, Signatory
from kampanye_tui.model.problem import Refused

from .making import REGIONAL_DAY, changed, library_of, small_agreement

PILKADA = library_of("36.74", "pilkada-2024", REGIONAL_DAY).reference
PEMILU = library_of("36.74").reference
PAIRS = changed(small_agreement(), reference=PILKADA)


def test_within_a_sentence_contestants_are_called_as_in_papers() -> None:
    assert (contestants_within(PEMILU), contestants_within(PILKADA)) == ("peserta pemilu", "pasangan calon")


def test_every_role_has_its_words() -> None:
    assert list(role_words(PILKADA)) == list(Role)
    assert role_words(PILKADA)[Role.CONTESTANT] == "Pasangan calon"


def test_every_kind_has_its_words() -> None:
    assert list(institution_words(PILKADA)) == list(Institution)
    assert institution_words(PILKADA)[Institution.CONTESTANT] == "Pasangan calon"


def test_a_check_for_contestants_asks_for_pairs() -> None:
    nobody = changed(PAIRS, parties=())
    (hit,) = check(Conditions(institutions=(Institution.CONTESTANT,)), nobody, PILKADA)
    assert hit.words == {"lembaga": "pasangan calon"}


def test_pairs_keep_the_order_of_their_numbers() -> None:
    assert why_fixed(PAIRS, "partai-a", 1) == "urutan pasangan calon mengikuti nomor urutnya"


def test_answers_are_asked_of_pairs() -> None:
    with pytest.raises(Refused, match="diminta dari pasangan calon, saksi"):
        answering_party(PAIRS, "penyelenggara")


def new(**said: str) -> Party:
    """What comes of the form of a new pihak in a Pilkada."""
    values = values_of(newcomer(PILKADA)) | {"nama": "Ani dan Budi"} | said
    return added_party(PAIRS, None, values)


def test_where_packs_know_no_contestants_a_new_pihak_begins_as_one() -> None:
    made = new()
    assert (made.role, made.institution) == (Role.CONTESTANT, Institution.CONTESTANT)
    assert made.signatories == (Signatory(office="Calon"),)


def test_in_another_role_it_is_of_no_kind_of_its_own() -> None:
    made = new(peran="saksi")
    assert (made.role, made.institution) == (Role.WITNESS, Institution.OTHER)


def test_a_kind_that_was_chosen_stays_in_any_role() -> None:
    made = new(peran="saksi", lembaga="pengawas")
    assert (made.role, made.institution) == (Role.WITNESS, Institution.SUPERVISOR)


def test_where_packs_know_the_contestants_a_new_pihak_binds_nobody() -> None:
    begun = newcomer(PEMILU)
    assert (begun.role, begun.institution, begun.signatories) == (Role.PRESENT, Institution.OTHER, ())
