"""The place of a finding in words, with the labels of the forms it leads to."""

from __future__ import annotations

import pytest

from kampanye_tui.agreement.place_words import LABELS, place_words, typed_label, typing_words
from kampanye_tui.model.finding import Place, Section
from kampanye_tui.plugin.library import Library
from kampanye_tui.tui.screens.party_fields import fields_of

from .making import changed, small_agreement

BASE = small_agreement()
PARTY, CLAUSE = BASE.parties[1], BASE.clauses[1]
WORDS = {
    "field": (Place(section=Section.OCCASION, field="tempat"), "Tempat"),
    "pihak": (Place(section=Section.PARTIES, id=PARTY.id), PARTY.called),
    "pihak and field": (
        Place(section=Section.PARTIES, id=PARTY.id, field="penandatangan"),
        f"{PARTY.called} · Penanda tangan",
    ),
    "clause": (Place(section=Section.CLAUSES, id=CLAUSE.id, field="isian"), f"2 {CLAUSE.title} · Isian"),
    "copy": (
        Place(section=Section.AGREEMENT, id=PARTY.id, field="rencana_salinan"),
        f"{PARTY.called} · Rencana salinan",
    ),
    "number": (Place(section=Section.AGREEMENT, id="naskah", field="nomor"), "naskah · Nomor"),
    "member": (Place(section=Section.AGREEMENT, id="1", field="anggota"), "1. Ketua · Anggota kantor"),
    "unknown to all": (Place(section=Section.PARTIES, id="xx", field="yy"), "xx · yy"),
    "nowhere": (Place(section=Section.PARTIES), ""),
}


@pytest.mark.parametrize("what", WORDS)
def test_a_place_is_told_in_words(what: str) -> None:
    place, told = WORDS[what]
    assert place_words(BASE, place) == told


TYPED_AT = {
    f"klausul:{CLAUSE.id}": f"klausul 2 {CLAUSE.title}",
    f"pihak:{PARTY.id}": f"pihak {PARTY.called}",
    "klausul:tiada": "klausul tiada",
    "klausul:": "klausul baru",
    "pihak:": "pihak baru",
    "acara": "acara",
    "tempat:lain": "tempat:lain",
}


@pytest.mark.parametrize("place", TYPED_AT)
def test_a_place_of_typing_is_told_in_words(place: str) -> None:
    assert typing_words(BASE, place) == TYPED_AT[place]


TYPED = {
    "teks": "Bunyi",
    "judul": "Judul",
    "nomor_urut": "Nomor urut",
    "penandatangan": "Nama penanda tangan",
    "jabatan_2": "Jabatan penanda tangan 2",
    "isian.jam": "Isian jam",
    "nomor-undangan": "Nomor undangan",
}


@pytest.mark.parametrize("field", TYPED)
def test_a_field_that_was_typed_into_is_called_as_its_form_does(field: str) -> None:
    assert typed_label(field) == TYPED[field]


def test_a_contestant_that_is_missing_is_called_by_its_name(library: Library) -> None:
    agreement = changed(BASE, reference=library.reference)
    assert place_words(agreement, Place(section=Section.PARTIES, id="partai-ummat")) == "Partai Ummat"


def test_labels_of_a_pihak_are_those_of_its_form() -> None:
    labels = {field.id: field.label for field in fields_of(PARTY, BASE.reference)}
    told = {name: label for name, label in LABELS[Section.PARTIES].items() if name != "penandatangan"}
    assert {name: labels[name] for name in told} == told
