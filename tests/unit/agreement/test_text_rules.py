"""Rules about words: what they leave in peace, and what their mends make."""

from __future__ import annotations

import pytest

from kampanye_tui.agreement.placeholders import pieces
from kampanye_tui.agreement.rules import spelling
from kampanye_tui.agreement.rules.titles import Conditions, tidied
from kampanye_tui.model.agreement import CopyForm, CopyPlan
from kampanye_tui.model.party import Institution, Role, Signatory

from .making import changed, found_by, party, with_clause, with_party
from .text_cases import ABOUT_TEXT, numbered, of_another_office, signed, with_council

DEGREES = Conditions(
    before=("Dr.", "dr.", "Drs.", "H.", "Hj.", "Ir.", "K.H."),
    behind=("S.H.", "M.H.", "S.E.", "M.A.", "Ph.D."),
)


def messages(library, rule_id, agreement, checked):
    return [finding.message for finding in found_by(library.rules, rule_id, agreement, checked)]


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("Budi Santoso SH", "Budi Santoso, S.H."),
        ("Budi Santoso, SH, MH", "Budi Santoso, S.H., M.H."),
        ("Budi Santoso, S.H., M.H.", "Budi Santoso, S.H., M.H."),
        ("DR. Budi Santoso", "Dr. Budi Santoso"),
        ("Drs Budi Santoso", "Drs. Budi Santoso"),
        ("KH Ahmad Fauzi", "K.H. Ahmad Fauzi"),
        ("H Ahmad Fauzi", "H. Ahmad Fauzi"),
        ("Budi Santoso PhD", "Budi Santoso, Ph.D."),
        ("Budi Santoso, Amd.Keb", "Budi Santoso, Amd.Keb"),
        ("Taufiq MZ", "Taufiq MZ"),
        ("Ma Rufin", "Ma Rufin"),
        ("Siti Ma", "Siti Ma"),
        ("Andi Li Ma", "Andi Li Ma"),
        ("Joko H Widodo", "Joko H Widodo"),
        ("Dr. Budi Santoso", "Dr. Budi Santoso"),
        ("dr. Budi Santoso", "dr. Budi Santoso"),
        ("Budi Santoso, S.H. M.H.", "Budi Santoso, S.H., M.H."),
        ("Irwan", "Irwan"),
        ("", ""),
    ],
)
def test_degrees_are_written_with_comma_and_full_stops(typed, wanted):
    assert tidied(typed, DEGREES) == wanted


@pytest.mark.parametrize("typed", ["Budi Santoso SH MH", "DR H Ahmad Fauzi, SE", "Taufiq MZ"])
def test_a_tidied_name_is_tidy(typed):
    once = tidied(typed, DEGREES)
    assert tidied(once, DEGREES) == once


def test_texts_are_taken_apart_once_however_many_words_are_looked_for(
    library, complete, checked, monkeypatch
):
    taken: list[str] = []
    monkeypatch.setattr(spelling, "pieces", lambda text: taken.append(text) or pieces(text))
    found_by(library.rules, "ejaan", complete, checked)
    people = sum(len(one.signatories) for one in complete.parties)
    assert 0 < len(taken) <= 1 + people + len(complete.clauses)


@pytest.mark.parametrize("rule_id", ["para-pihak", "ejaan", "gelar", "nama-penyelenggara", "nama-pengawas"])
def test_a_mend_leaves_nothing_to_find(library, complete, checked, rule_id):
    wrong = ABOUT_TEXT[rule_id][0](complete)
    [finding] = found_by(library.rules, rule_id, wrong, checked)
    assert messages(library, rule_id, finding.fix.apply(wrong), checked) == []


def test_a_duty_of_all_pihak_is_in_order_where_only_contestants_take_part(library, complete, checked):
    text = with_clause(complete, "asas-bersama", resolved="PARA PIHAK tertib.")
    alone = changed(text, parties=text.of_role(Role.CONTESTANT))
    assert messages(library, "para-pihak", alone, checked) == []


@pytest.mark.parametrize("text", ["Para pendukung tertib.", "Parapihak tertib.", "PARA PIHAKNYA tertib."])
def test_only_whole_words_are_met(library, complete, checked, text):
    assert (
        messages(library, "para-pihak", with_clause(complete, "asas-bersama", resolved=text), checked) == []
    )


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Pelanggar dikenai sanksi.", True),
        ("Pelanggar bersedia menerima  sanksi.", True),
        ("Pelanggar dikenai\nsanksi.", True),
        ("Pelanggar diancam dengan pidana.", True),
        ("Pelanggar dikenai sanksi sesuai dengan peraturan perundang-undangan.", False),
        ("Naskah ini tidak menambah sanksi.", False),
    ],
)
def test_a_threat_is_one_that_leaves_the_law_out(library, complete, checked, text, told):
    made = with_clause(complete, "asas-bersama", resolved=text)
    assert bool(messages(library, "ancaman-sanksi", made, checked)) is told


def test_a_clause_of_the_organiser_must_not_threaten_either(library, complete, checked):
    text = with_clause(complete, "kedudukan-naskah", resolved="Pelanggar dikenai sanksi.")
    assert len(messages(library, "ancaman-sanksi", text, checked)) == 1


def test_a_reference_is_not_respelled(library, complete, checked):
    wrong = with_clause(complete, "asas-bersama", text="Tanpa ijin {@ijin-keramaian} {ijin}.")
    [finding] = [one for one in found_by(library.rules, "ejaan", wrong, checked) if "ijin" in one.message]
    mended = finding.fix.apply(wrong).clauses[0]
    assert mended.text == "Tanpa izin {@ijin-keramaian} {ijin}."


def test_the_name_of_a_body_is_not_respelled(library, complete, checked):
    named = with_party(complete, "bawaslu", name="Badan Pengawas Pemilihan Umum Gerakan hoax")
    assert messages(library, "ejaan", named, checked) == []


def test_a_committee_beside_the_supervisor_keeps_its_name(library, complete, checked):
    committee = party("panwascam", Role.WITNESS, institution=Institution.SUPERVISOR)
    beside = changed(complete, parties=(*complete.parties, committee))
    assert messages(library, "nama-pengawas", beside, checked) == []


def test_a_lock_holds_the_words_that_print(library, complete, checked):
    wrong = with_clause(complete, "kedudukan-naskah", resolved="Merupakan kewajiban.")
    assert len(messages(library, "klausul-terkunci", wrong, checked)) == 1


def test_copies_held_by_a_role_are_held_by_everybody_in_it(library, complete, checked):
    roles = tuple(
        CopyPlan(number=number, form=CopyForm.ORIGINAL, holder=role.value)
        for number, role in enumerate(Role, 1)
    )
    assert messages(library, "pihak-tanpa-salinan", changed(complete, copies=roles), checked) == []


@pytest.mark.parametrize("number", ["12/PL.01.6-NK/3674/2023", "7/PL.01.6-BA/3674/2024", ""])
def test_a_number_of_the_offices_form_or_none_is_in_order(library, complete, checked, number):
    assert messages(library, "bentuk-nomor", numbered(number)(complete), checked) == []


def test_an_office_that_says_no_form_is_asked_for_none(library, complete, checked):
    assert messages(library, "bentuk-nomor", changed(complete, numbers={"naskah": "x"}), checked) == []


def test_a_spelling_that_the_office_wants_is_not_reported(library, complete, checked):
    office = changed(complete.office, spelling={"Wali Kota": "Walikota"})
    wrong = ABOUT_TEXT["ejaan"][0](changed(complete, office=office))
    assert "Walikota" not in [m.split("”")[0] for m in messages(library, "ejaan", wrong, checked)]


def test_a_spelling_that_the_office_does_not_want_is_reported_with_its_own(library, complete, checked):
    office = changed(complete.office, spelling={"Wali Kota": "Walikota"})
    people = (Signatory(office="Wali Kota", name="Ani"),)
    wrong = with_party(changed(complete, office=office), "bawaslu", signatories=people)
    assert "Tertulis “Wali Kota”; ejaan yang dipakai sekarang “Walikota”." in messages(
        library, "ejaan", wrong, checked
    )


def test_a_locked_clause_is_not_respelled(library, complete, checked):
    locked = with_clause(complete, "kedudukan-naskah", text="Walikota.", resolved="Walikota.")
    assert messages(library, "ejaan", locked, checked) == []


def test_an_unfinished_value_is_reported_everywhere(library, complete, checked):
    wrong = changed(complete, office=changed(complete.office, sample=False, address="Alamat"))
    assert messages(library, "isian-belum-jadi", wrong, checked) == [
        "“Alamat” belum berisi keterangan yang sebenarnya; isi, atau kosongkan agar tercetak sebagai "
        "titik-titik."
    ]


def test_in_the_office_of_the_sample_its_values_are_true(library, complete, checked):
    assert messages(library, "isian-contoh", of_another_office(complete), checked) == []


def test_elsewhere_a_value_of_the_sample_is_reported(library, complete, checked):
    elsewhere = changed(checked, region=changed(checked.region, code="34.04"))
    assert messages(library, "isian-contoh", of_another_office(complete), elsewhere) == [
        "“Tangerang Selatan” masih seperti pada contoh konfigurasi; isi dengan keterangan kantor, atau "
        "kosongkan.",
        "“Taufiq MZ” masih seperti pada contoh konfigurasi; isi dengan keterangan kantor, atau kosongkan.",
    ]


def test_a_council_in_an_administrative_city_is_reported(library, complete, checked):
    made = with_council(complete)
    administrative = changed(checked, region=made.reference.region)
    assert messages(library, "lembaga-tidak-ada", made, administrative) == [
        "Dprd-X tercantum sebagai pihak, padahal Kota Tangerang Selatan tidak mempunyai DPRD sendiri."
    ]


def test_a_declaration_needs_no_clause_about_its_standing(library, complete, checked):
    wrong = ABOUT_TEXT["kedudukan-naskah"][0](complete)
    kind = type(complete.kind)("deklarasi")
    assert messages(library, "kedudukan-naskah", changed(wrong, kind=kind), checked) == []


@pytest.mark.parametrize("text", ["Lihat Lampiran.", "Lampiran ini mengikat.", "lampirannya"])
def test_the_list_of_signatories_is_an_annex_that_is_printed(library, complete, checked, text):
    assert (
        messages(library, "lampiran-tidak-ada", with_clause(complete, "asas-bersama", resolved=text), checked)
        == []
    )


def test_the_name_of_a_signatory_is_not_changed_without_being_asked(library, complete, checked):
    [finding] = found_by(library.rules, "gelar", signed("Budi Santoso SH")(complete), checked)
    assert finding.fix.safe is False
