"""Each rule of the national pack: what trips it, in the words an operator reads, and what does not."""

from datetime import date

import pytest

from kampanye_tui.agreement.checks import run
from kampanye_tui.agreement.edit import with_parties
from kampanye_tui.model.finding import Level
from kampanye_tui.model.legal import Citation
from kampanye_tui.model.party import Role, Signatory
from kampanye_tui.model.reference import Conflict

from .making import changed, found_by, party, with_clause, with_party, without_party
from .text_cases import ABOUT_TEXT


def day(year, month, of_month):
    """Moves the signing to a day."""
    return lambda one: changed(one, occasion=changed(one.occasion, day=date(year, month, of_month)))


def occasion(**said):
    return lambda one: changed(one, occasion=changed(one.occasion, **said))


def citing(law):
    """Lets the first clause cite a law."""
    return lambda one: with_clause(
        one, "asas-bersama", citations=(Citation(law=law, article="Pasal 1"), *one.clauses[0].citations)
    )


def signed_by(*people):
    return lambda one: with_party(one, "partai-kebangkitan-bangsa", signatories=people)


def reads(clause_id, text):
    return lambda one: with_clause(one, clause_id, resolved=text)


def added(new, position):
    return lambda one: with_parties(one, (*one.parties[:position], new, *one.parties[position:]))


def copied(change):
    """Changes each planned copy, or drops it."""
    return lambda one: changed(one, copies=tuple(filter(None, map(change, one.copies))))


def swapped(one):
    """Puts the first two contestants in each other's place."""
    organiser, first, second, *rest = one.parties
    return changed(one, parties=(organiser, second, first, *rest))


TRIPPED = {
    "peserta-kurang": (
        lambda one: without_party(one, "partai-ummat"),
        "Partai Ummat (nomor urut 24) belum ada di daftar pihak; peserta seharusnya 18, tercatat 17.",
    ),
    "peserta-ganda": (
        added(party("partai-lain", number=24), 19),
        "Nomor urut 24 (Partai-Lain) tercatat lebih dari satu kali.",
    ),
    "bukan-peserta": (
        added(party("partai-aceh", number=21), 18),
        "Partai-Aceh (nomor urut 21) tidak terdaftar sebagai peserta di wilayah ini.",
    ),
    "peserta-tanpa-nomor": (
        added(party("partai-baru"), 19),
        "Partai-Baru belum bernomor urut, padahal peserta lain sudah.",
    ),
    "urutan-nomor-urut": (
        swapped,
        "Partai Kebangkitan Bangsa (nomor urut 1) tercantum sesudah Partai Gerakan Indonesia Raya; "
        "peserta dicantumkan menurut nomor urut.",
    ),
    "lembaga-pokok": (
        lambda one: without_party(one, "bawaslu"),
        "Belum ada pihak dari unsur pengawas.",
    ),
    "lembaga-keamanan": (
        lambda one: without_party(one, "polres"),
        "Belum ada pihak dari unsur kepolisian; pemberitahuan kegiatan kampanye melibatkannya.",
    ),
    "tanggal-terisi": (
        occasion(day=None),
        "Tanggal acara belum diisi; masa berlaku dasar hukum belum dapat diperiksa.",
    ),
    "acara-terisi": (
        occasion(place=""),
        "Tempat acara belum diisi; akan tercetak sebagai titik-titik.",
    ),
    "di-luar-masa-kampanye": (
        day(2023, 11, 27),
        "Penandatanganan 27 November 2023 berada di luar masa kampanye Pemilu 2024 "
        "(28 November 2023 s.d. 10 Februari 2024).",
    ),
    "masa-tenang": (
        day(2024, 2, 12),
        "Penandatanganan 12 Februari 2024 jatuh pada masa tenang Pemilu 2024 "
        "(11 Februari 2024 s.d. 13 Februari 2024).",
    ),
    "hari-pemungutan-suara": (
        day(2024, 2, 14),
        "Penandatanganan 14 Februari 2024 jatuh pada hari pemungutan suara Pemilu 2024.",
    ),
    "salinan-bernomor-sama": (
        copied(lambda copy: changed(copy, number=19) if copy.holder == "polres" else copy),
        "Salinan nomor 19 direncanakan untuk lebih dari satu pemegang: bawaslu dan polres.",
    ),
    "salinan-tanpa-pemegang": (
        copied(lambda copy: changed(copy, holder="kodam") if copy.holder == "kodim" else copy),
        'Salinan nomor 24 direncanakan untuk "kodam", yang tidak ada dalam daftar pihak.',
    ),
    "pihak-tanpa-salinan": (
        copied(lambda copy: None if copy.holder == "bawaslu" else copy),
        "Belum ada asli atau salinan bernomor untuk Bawaslu Kota Tangerang Selatan.",
    ),
    "bunyi-berbeda": (
        reads("asas-bersama", "Peserta Pemilu berkampanye."),
        'Bunyi klausul "Asas dan Dasar Bersama" tidak sama dengan teksnya; yang tercetak adalah bunyinya.',
    ),
    "dasar-tidak-dikenal": (
        citing("uu-99-2099"),
        'Dasar hukum "uu-99-2099" pada klausul 1 tidak dikenal.',
    ),
    "dasar-tidak-berlaku": (
        citing("uu-1-2024"),
        "UU 1/2024 belum berlaku pada hari penandatanganan; dirujuk klausul 1.",
    ),
    "dasar-pemilihan-lain": (
        citing("uu-1-2015"),
        "UU 1/2015 bukan dasar hukum untuk Pemilu; dirujuk klausul 1.",
    ),
    "dasar-dari-ingatan": (
        citing("uu-7-2017"),
        "Pasal 1 UU 7/2017 belum dicocokkan dengan bunyi aslinya; dirujuk klausul 1.",
    ),
    "rujukan-menggantung": (
        reads("asas-bersama", "Sebagaimana {@tanpa-politik-wang}."),
        'Klausul "Asas dan Dasar Bersama" merujuk ke tanpa-politik-wang, yang tidak ada dalam naskah. '
        'Mungkin maksudnya "tanpa-politik-uang".',
    ),
    "isian-kosong": (
        reads("asas-bersama", "Paling lambat {batas_pemberitahuan} hari."),
        'Isian {batas_pemberitahuan} pada klausul "Asas dan Dasar Bersama" belum mempunyai nilai.',
    ),
    "jabatan-kosong": (
        signed_by(Signatory(office=" ", name="Ani")),
        "Jabatan penanda tangan masih kosong pada 1 pihak: PKB.",
    ),
    "tanpa-penandatangan": (
        signed_by(),
        "Belum ada penanda tangan pada 1 pihak: PKB.",
    ),
    "nama-kosong": (
        signed_by(Signatory(office="Ketua", name="")),
        "Nama penanda tangan masih kosong pada 1 pihak: PKB; akan tercetak sebagai titik-titik.",
    ),
}
"""Rule → what is done to an agreement in which nothing is found, and what the rule then says."""

IN_REFERENCE = {
    "dasar-belum-diperiksa": (
        lambda reference: changed(
            reference,
            legal_basis=tuple(
                changed(law, in_force=None) if law.id == "pp-60-2017" else law
                for law in reference.legal_basis
            ),
        ),
        "Tanggal berlaku PP 60/2017 belum diperiksa; dirujuk klausul 9.",
    ),
    "benturan-paket": (
        lambda reference: changed(
            reference,
            conflicts=(
                Conflict(
                    subject='klausul "alat-peraga" dalam nasional/ringkas',
                    packs=("banten", "jabar"),
                    what="terkunci oleh paket nasional",
                ),
            ),
        ),
        'Paket banten, jabar, klausul "alat-peraga" dalam nasional/ringkas: terkunci oleh paket nasional.',
    ),
}
"""Rule → what is done to the reference, and what the rule then says."""

TRIPPED |= ABOUT_TEXT
ELSEWHERE = ("isian-belum-jadi", "isian-contoh", "lembaga-tidak-ada")
"""Rules that find nothing in this city, whatever is done; tried in test_text_rules."""
EVERY = [*TRIPPED, *IN_REFERENCE, *ELSEWHERE]


def test_each_rule_of_the_pack_is_tried_here(library):
    others = ("jadwal-",)
    assert sorted(rule.id for rule in library.rules if not rule.id.startswith(others)) == sorted(EVERY)


@pytest.mark.parametrize("rule_id", TRIPPED)
def test_a_rule_says_what_is_wrong_with_an_agreement(library, complete, checked, rule_id):
    change, message = TRIPPED[rule_id]
    found = found_by(library.rules, rule_id, change(complete), checked)
    assert [finding.message for finding in found] == [message]


@pytest.mark.parametrize("rule_id", IN_REFERENCE)
def test_a_rule_says_what_is_wrong_with_the_reference(library, complete, checked, rule_id):
    change, message = IN_REFERENCE[rule_id]
    found = found_by(library.rules, rule_id, complete, change(checked))
    assert [finding.message for finding in found] == [message]


@pytest.mark.parametrize("rule_id", EVERY)
def test_a_rule_finds_nothing_in_a_complete_agreement(library, complete, checked, rule_id):
    assert found_by(library.rules, rule_id, complete, checked) == []


def findings(library, agreement, reference, rule_id):
    return [finding.message for finding in found_by(library.rules, rule_id, agreement, reference)]


@pytest.mark.parametrize("when", [day(2023, 11, 28), day(2024, 2, 10)])
def test_the_first_and_the_last_day_of_the_campaign_are_inside_it(library, complete, checked, when):
    assert findings(library, when(complete), checked, "di-luar-masa-kampanye") == []


@pytest.mark.parametrize("when", [day(2024, 2, 10), day(2024, 2, 14), occasion(day=None)])
def test_a_day_outside_the_quiet_period_or_none_is_not_in_it(library, complete, checked, when):
    assert findings(library, when(complete), checked, "masa-tenang") == []


def test_a_rule_about_a_stage_without_dates_says_nothing(library, complete, checked):
    unknown = changed(checked, election=changed(checked.election, stages=()))
    assert findings(library, complete, unknown, "di-luar-masa-kampanye") == []


def test_each_missing_contestant_is_told(library, complete, checked):
    nobody = changed(complete, parties=complete.parties[:1])
    assert len(findings(library, nobody, checked, "peserta-kurang")) == 18


@pytest.mark.parametrize("rule_id", ["peserta-kurang", "bukan-peserta"])
def test_without_an_official_list_nobody_is_missing_or_strange(library, complete, checked, rule_id):
    pairs = changed(checked, contestants=())
    assert findings(library, complete, pairs, rule_id) == []


def test_an_agreement_without_any_contestant_cannot_be_made_final(library, complete, checked):
    empty = changed(complete, parties=tuple(one for one in complete.parties if one.ballot_number is None))
    found = run(empty, changed(checked, contestants=()), library.rules)
    assert Level.REQUIRED in {finding.level for finding in found}


def test_contestants_before_the_draw_are_no_doubles(library, complete, checked):
    pairs = changed(complete, parties=(complete.parties[0], party("paslon-a"), party("paslon-b")))
    assert findings(library, pairs, changed(checked, contestants=()), "peserta-ganda") == []


def test_a_contestant_before_the_draw_is_not_called_none(library, complete, checked):
    late = added(party("paslon-a"), 19)(complete)
    assert [line for line in findings(library, late, checked, "urutan-nomor-urut") if "None" in line] == []


def test_a_law_cited_by_many_clauses_is_told_once(library, complete):
    found = findings(library, complete, library.reference, "dasar-belum-diperiksa")
    assert len(found) == len(set(found)) == 7


def test_a_long_list_of_clauses_is_cut_short(library, complete, checked):
    late = checked.law("uu-7-2017")
    reference = changed(checked, legal_basis=(changed(late, in_force=date(2024, 1, 1)),))
    assert findings(library, complete, reference, "dasar-tidak-berlaku") == [
        "UU 7/2017 belum berlaku pada hari penandatanganan; dirujuk klausul 1, 2, 3, dan 5 lainnya."
    ]


def test_a_law_that_no_longer_holds_is_told(library, complete, checked):
    old = changed(checked.law("pp-60-2017"), until=date(2023, 11, 27))
    assert findings(library, complete, changed(checked, legal_basis=(old,)), "dasar-tidak-berlaku") == [
        "PP 60/2017 tidak berlaku lagi pada hari penandatanganan; dirujuk klausul 9."
    ]


def test_a_stray_brace_in_a_clause_is_told(library, complete, checked):
    stray = with_clause(complete, "asas-bersama", text="Oleh {Nama}.")
    assert findings(library, stray, checked, "isian-kosong") == [
        'Isian {Nama} pada klausul "Asas dan Dasar Bersama" belum mempunyai nilai.'
    ]


@pytest.mark.parametrize("rule_id", ["jabatan-kosong", "tanpa-penandatangan", "nama-kosong"])
def test_nobody_has_to_sign_for_who_is_only_present(library, complete, checked, rule_id):
    guest = party("fkub", Role.PRESENT, signatories=())
    assert findings(library, added(guest, 25)(complete), checked, rule_id) == []


def test_of_many_signatories_without_a_name_the_first_pihak_are_named(library, agreement, checked):
    [line] = findings(library, agreement, checked, "nama-kosong")
    assert "pada 24 pihak: PKB, Gerindra, PDI Perjuangan, dan 21 lainnya;" in line
