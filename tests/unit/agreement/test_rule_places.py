"""Where findings point, so that a screen can take the operator there, and how they list names."""

import pytest

from kampanye_tui.agreement.rules import build
from kampanye_tui.agreement.rules.kind import some
from kampanye_tui.model.finding import Level
from kampanye_tui.model.rule import RuleEntry

from .making import changed, found_by, party, without_party
from .test_rules import IN_REFERENCE, TRIPPED

IN_AGREEMENT = [
    ("peserta-kurang", "pihak > partai-ummat"),
    ("peserta-ganda", "pihak > partai-lain"),
    ("bukan-peserta", "pihak > partai-aceh"),
    ("peserta-tanpa-nomor", "pihak > partai-baru"),
    ("urutan-nomor-urut", "pihak > partai-kebangkitan-bangsa > nomor_urut"),
    ("lembaga-pokok", "pihak"),
    ("lembaga-keamanan", "pihak"),
    ("tanggal-terisi", "acara > tanggal"),
    ("acara-terisi", "acara > tempat"),
    ("di-luar-masa-kampanye", "acara > tanggal"),
    ("masa-tenang", "acara > tanggal"),
    ("hari-pemungutan-suara", "acara > tanggal"),
    ("salinan-bernomor-sama", "naskah > bawaslu > rencana_salinan"),
    ("salinan-tanpa-pemegang", "naskah > kodam > rencana_salinan"),
    ("pihak-tanpa-salinan", "pihak > bawaslu"),
    ("bunyi-berbeda", "klausul > asas-bersama > bunyi"),
    ("dasar-tidak-dikenal", "klausul > asas-bersama > dasar"),
    ("dasar-tidak-berlaku", "klausul > asas-bersama > dasar"),
    ("dasar-pemilihan-lain", "klausul > asas-bersama > dasar"),
    ("dasar-dari-ingatan", "klausul > asas-bersama > dasar"),
    ("rujukan-menggantung", "klausul > asas-bersama > teks"),
    ("isian-kosong", "klausul > asas-bersama > isian"),
    ("jabatan-kosong", "pihak > partai-kebangkitan-bangsa > penandatangan"),
    ("tanpa-penandatangan", "pihak > partai-kebangkitan-bangsa > penandatangan"),
    ("nama-kosong", "pihak > partai-kebangkitan-bangsa > penandatangan"),
    ("para-pihak", "klausul > asas-bersama > teks"),
    ("ancaman-sanksi", "klausul > asas-bersama > teks"),
    ("kedudukan-naskah", "klausul > kedudukan-naskah"),
    ("klausul-terkunci", "klausul > kedudukan-naskah > teks"),
    ("lampiran-tidak-ada", "klausul > asas-bersama > teks"),
    ("nama-penyelenggara", "pihak > penyelenggara > nama"),
    ("nama-pengawas", "pihak > bawaslu > nama"),
    ("bentuk-nomor", "naskah > naskah > nomor"),
    ("nomor-pihak-ganda", "pihak > kejari > nomor_sendiri"),
    ("gelar", "pihak > partai-kebangkitan-bangsa > penandatangan"),
    ("ejaan", "pihak > bawaslu > penandatangan"),
]


def place(findings):
    """The place of the only finding, as ``kampanye periksa`` prints it."""
    [finding] = findings
    where = finding.place
    return " > ".join(part for part in (where.section.value, where.id, where.field) if part)


@pytest.mark.parametrize(("rule_id", "where"), IN_AGREEMENT)
def test_a_finding_points_at_what_is_wrong(library, complete, checked, rule_id, where):
    wrong = TRIPPED[rule_id][0](complete)
    assert place(found_by(library.rules, rule_id, wrong, checked)) == where


@pytest.mark.parametrize(
    ("rule_id", "where"),
    [
        ("dasar-belum-diperiksa", "klausul > jadwal-dan-pemberitahuan > dasar"),
        ("benturan-paket", "paket > banten"),
    ],
)
def test_a_finding_in_the_reference_points_at_where_it_shows(library, complete, checked, rule_id, where):
    wrong = IN_REFERENCE[rule_id][0](checked)
    assert place(found_by(library.rules, rule_id, complete, wrong)) == where


def test_of_many_pihak_without_a_name_the_first_is_pointed_at(library, agreement, checked):
    found = found_by(library.rules, "nama-kosong", agreement, checked)
    assert place(found) == "pihak > partai-kebangkitan-bangsa > penandatangan"


def test_a_place_for_each_rule_is_tried_here():
    assert sorted(rule_id for rule_id, _where in IN_AGREEMENT) == sorted(TRIPPED)


def test_two_contestants_of_one_number_are_in_no_wrong_order(library, complete, checked):
    twin = party("kembar", number=24)
    doubled = changed(complete, parties=(*complete.parties[:19], twin, *complete.parties[19:]))
    assert found_by(library.rules, "urutan-nomor-urut", doubled, checked) == []


def test_who_signs_for_an_added_contestant_has_the_office_of_the_others(library, complete, checked):
    [finding] = found_by(library.rules, "peserta-kurang", without_party(complete, "partai-ummat"), checked)
    [signer] = finding.fix.apply(complete).party("partai-ummat").signatories
    assert signer.office == "Pimpinan partai politik tingkat Kota Tangerang Selatan"


def test_an_institution_is_named_in_words(complete, checked):
    entry = RuleEntry(
        id="uji",
        kind="lembaga",
        level=Level.ATTENTION,
        message="{lembaga}",
        conditions={"lembaga": ["kepala-daerah"]},
    )
    [finding] = build(entry, "x").check(without_party(complete, "wali-kota"), checked)
    assert finding.message == "kepala daerah"


def test_three_names_are_all_said():
    assert some(["satu", "dua", "tiga"]) == "satu, dua, dan tiga"


def test_of_four_names_three_are_said():
    assert some(["satu", "dua", "tiga", "empat"]) == "satu, dua, tiga, dan 1 lainnya"
