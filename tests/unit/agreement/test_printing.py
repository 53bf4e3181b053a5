"""The rule about what cannot be printed looks at each text that somebody typed, and names its place."""

from __future__ import annotations

import pytest

from kampanye_tui.agreement.printing import printing_rule
from kampanye_tui.model.finding import Level
from kampanye_tui.model.office import Member
from kampanye_tui.model.party import Signatory

from .making import changed, small_agreement, with_clause, with_party

BASE = small_agreement()
RULE = printing_rule(lambda text: tuple(one for one in "王李" if one in text))
PARTY, CLAUSE = BASE.parties[-1].id, BASE.clauses[0].id


def office(**said):
    return changed(BASE, office=changed(BASE.office, **said))


def occasion(**said):
    return changed(BASE, occasion=changed(BASE.occasion, **said))


PLACES = {
    "topic": (changed(BASE, topic="Kampanye 王"), "naskah", "", "tentang"),
    "office": (office(name="KPU 王"), "naskah", "", "nama"),
    "address of the office": (office(address="Jalan 王"), "naskah", "", "alamat"),
    "contact": (office(contact="王@kpu"), "naskah", "", "kontak"),
    "member": (
        office(members=(Member(office="Ketua"), Member(office="Anggota", name="王"))),
        "naskah",
        "2",
        "anggota",
    ),
    "number": (changed(BASE, numbers={"naskah": "王/1"}), "naskah", "naskah", "nomor"),
    "place": (occasion(place="Gedung 王"), "acara", "", "tempat"),
    "city": (occasion(city="王"), "acara", "", "kota"),
    "party": (with_party(BASE, PARTY, name="Partai 王"), "pihak", PARTY, "nama"),
    "short name": (with_party(BASE, PARTY, short="王"), "pihak", PARTY, "singkatan"),
    "number of a pihak": (
        with_party(BASE, PARTY, numbers={"naskah": "王/1"}),
        "pihak",
        PARTY,
        "nomor_sendiri",
    ),
    "address": (with_party(BASE, PARTY, address="王"), "pihak", PARTY, "alamat"),
    "signer": (
        with_party(BASE, PARTY, signatories=(Signatory(office="Ketua", name="王"),)),
        "pihak",
        PARTY,
        "penandatangan",
    ),
    "capacity": (
        with_party(BASE, PARTY, signatories=(Signatory(office="王", name="Ani"),)),
        "pihak",
        PARTY,
        "penandatangan",
    ),
    "title": (with_clause(BASE, CLAUSE, title="王"), "klausul", CLAUSE, "teks"),
    "words": (with_clause(BASE, CLAUSE, resolved="Damai 王."), "klausul", CLAUSE, "teks"),
}


def found(agreement):
    return list(RULE.check(agreement, agreement.reference))


@pytest.mark.parametrize("what", PLACES)
def test_what_cannot_be_printed_is_found_with_its_place(what):
    agreement, *place = PLACES[what]
    [finding] = found(agreement)
    assert [finding.place.section.value, finding.place.id, finding.place.field] == place


def test_it_stands_in_the_way_of_a_final_text():
    assert found(PLACES["party"][0])[0].level is Level.REQUIRED


def test_the_character_is_shown_with_its_number_and_its_word():
    agreement = with_party(BASE, PARTY, name="Partai 王李 Damai")
    assert [one.message for one in found(agreement)] == [
        "Huruf “王” (U+738B) dan 1 huruf lain pada nama pihak “王李” tidak ada dalam jenis huruf naskah, "
        "sehingga tidak dapat dicetak; tulis dengan huruf Latin."
    ]


def test_a_text_that_can_be_printed_has_nothing_to_find():
    assert found(BASE) == []


def test_the_chair_is_found_by_the_name_that_is_printed():
    """The organiser's signatory was renamed since; the former name prints nowhere."""
    assert found(office(members=(Member(office="Ketua", name="王"),))) == []
