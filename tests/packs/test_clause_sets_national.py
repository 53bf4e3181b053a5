"""The clause sets of the national pack: what they hold, what stands beside each clause, what they cite."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest

from kampanye_tui.agreement.placeholders import Kind, found
from kampanye_tui.agreement.vocabulary import vocabulary
from kampanye_tui.model.clause import Clause
from kampanye_tui.model.election import ElectionKind
from kampanye_tui.model.evidence import Evidence
from kampanye_tui.model.occasion import AgreementKind, Occasion
from kampanye_tui.model.office import Office
from kampanye_tui.model.party import Role
from tests.each import for_each
from tests.unit.agreement.making import library_of

LIBRARY = library_of("36.74")
SETS = {
    address.removeprefix("nasional/"): tuple(offered.clause for offered in offer.clauses)
    for address, offer in LIBRARY.clause_sets.items()
}
CLAUSES = {clause.id: clause for clauses in SETS.values() for clause in clauses}
LAWS = {law.id for law in LIBRARY.reference.legal_basis}
FULL = {"lengkap-pemilu": ElectionKind.GENERAL, "lengkap-pilkada": ElectionKind.REGIONAL_HEADS}
DECLARED = ("deklarasi", "deklarasi-kpu-ri")
POINTS = [clause for name in DECLARED for clause in SETS[name]]
DUTIES = [clause for name in FULL for clause in SETS[name] if clause.subject is Role.CONTESTANT]

TOPICS = {
    "principles": ("asas-kampanye", "asas-kampanye"),
    "state": ("pancasila-dan-nkri", "pancasila-dan-nkri"),
    "peace": ("damai-dan-tertib", "damai-dan-tertib"),
    "hoaxes": ("keterangan-yang-benar", "keterangan-yang-benar"),
    "hatred": ("tanpa-sara-dan-kebencian", "tanpa-sara-dan-kebencian"),
    "insult": ("tanpa-penghinaan", "tanpa-penghinaan"),
    "incitement": ("tanpa-hasutan", "tanpa-hasutan"),
    "violence": ("tanpa-kekerasan", "tanpa-kekerasan"),
    "money": ("tanpa-politik-uang", "tanpa-politik-uang"),
    "worship": ("tempat-ibadah", "tempat-ibadah"),
    "education": ("fasilitas-dan-pendidikan", "tempat-pendidikan"),
    "places of props": ("tempat-alat-peraga", "tempat-alat-peraga-pasangan-calon"),
    "damage of props": ("menjaga-alat-peraga", "menjaga-alat-peraga"),
    "taking down of props": ("penurunan-alat-peraga", "penurunan-alat-peraga"),
    "persons": ("pihak-yang-tidak-diikutsertakan", "pihak-yang-tidak-dilibatkan-pasangan-calon"),
    "state facilities": ("fasilitas-negara", "fasilitas-negara"),
    "officials": ("pejabat-negara-dan-daerah", "pejabat-negara-dan-daerah"),
    "schedule": ("jadwal-kampanye", "jadwal-kampanye"),
    "quiet period": ("masa-tenang", "masa-tenang"),
    "notice to police": ("pemberitahuan-kegiatan", "pemberitahuan-kegiatan"),
    "crowds": ("rapat-umum", "rapat-umum"),
    "roads": ("konvoi-dan-kebisingan", "pawai-dan-kebisingan"),
    "social media": ("akun-media-sosial", "akun-media-sosial"),
    "images": ("gambar-asli-dan-terbaru", "gambar-jujur-pasangan-calon"),
    "children": ("pelindungan-anak", "pelindungan-anak"),
    "disability": ("akses-disabilitas", "akses-disabilitas"),
    "women": ("penghormatan-perempuan", "penghormatan-perempuan"),
    "funds": ("laporan-dana-kampanye", "laporan-dana-kampanye"),
    "environment": ("kebersihan-lingkungan", "kebersihan-lingkungan"),
    "reports": ("laporan-pelanggaran", "laporan-pelanggaran"),
    "settling": ("musyawarah", "musyawarah"),
    "handing on": ("penyampaian-isi-naskah", "penyampaian-isi-naskah"),
    "customs": ("adat-setempat", "adat-setempat"),
    "result": ("penerimaan-hasil", "penerimaan-hasil"),
    "standing of the paper": ("kedudukan-naskah", "kedudukan-naskah"),
}
"""Topic → the clause about it in the full set of each election."""

ALTERNATIVES = {
    "lengkap-pemilu": [
        ("fasilitas-dan-pendidikan-sebelum-putusan", "fasilitas-dan-pendidikan"),
        ("gambar-jujur", "gambar-asli-dan-terbaru"),
    ],
    "lengkap-pilkada": [("tempat-pendidikan-sebelum-putusan", "tempat-pendidikan")],
}
PAIRS = [pytest.param(*pair, id=pair[1]) for pairs in ALTERNATIVES.values() for pair in pairs]

SEEN = {
    "uu-7-2017": {"280", "281", "299", "302", "304"},
    "pkpu-15-2023": {"33", "34", "70", "71", "76"},
    "pkpu-20-2023": {"72A"},
    "pkpu-13-2024": {"18"},
    "pkpu-3-2022": {"Lampiran"},
    "pkpu-2-2024": {"Lampiran"},
    "pp-60-2017": {"17", "18"},
    "uu-8-2016": {"13"},
    "uu-35-2014": {"15"},
    "mk-65-2023": {"Amar"},
    "mk-69-2024": {"Amar"},
    "mk-166-2023": {"Amar"},
}
"""Law → articles whose content was seen in a public source; of all others nothing more may be claimed."""

ARTICLE = re.compile(r"Pasal \d+[A-Z]?|Lampiran\b|Amar\b")
SANCTION = re.compile(r"\b(penjara|kurungan|denda|dipidana|pidana|diskualifikasi|dicoret)\b|\bRp\W*\d", re.I)
OTHERS = re.compile(
    r"\{(singkatan_)?(pengawas|penyelenggara)\}|\{nama_kantor\}|Kepolisian|Kejaksaan|Tentara|Pemerintah|Petugas"
)
ELECTIONS = {"lengkap-pemilu": "pemilu-2024", "lengkap-pilkada": "pilkada-2024"}

every_clause = for_each("clause", CLAUSES)
every_duty = for_each("clause", {one.id: one for one in DUTIES})
every_point = for_each("clause", {one.id: one for one in POINTS})
every_full_set = pytest.mark.parametrize("name", FULL)
every_set = pytest.mark.parametrize("name", SETS)


def beside(clause: Clause) -> str:
    """Return everything a clause says to people."""
    return "\n".join((clause.title, clause.text, clause.explanation, *clause.guidance.texts()))


@pytest.mark.parametrize(
    ("name", "size"),
    [
        ("ringkas", 10),
        ("lengkap-pemilu", 39),
        ("lengkap-pilkada", 37),
        ("deklarasi", 7),
        ("deklarasi-kpu-ri", 1),
    ],
)
def test_a_set_has_its_size(name: str, size: int) -> None:
    assert len(SETS[name]) == size


@every_set
def test_a_set_holds_no_clause_twice(name: str) -> None:
    ids = [clause.id for clause in SETS[name]]
    assert sorted(set(ids)) == sorted(ids)


@for_each("topic", list(TOPICS))
@every_full_set
def test_a_full_set_has_a_clause_on_each_topic(name: str, topic: str) -> None:
    assert TOPICS[topic][list(FULL).index(name)] in {clause.id for clause in SETS[name]}


@every_full_set
def test_a_full_set_holds_only_clauses_for_its_election(name: str) -> None:
    wrong = [one.id for one in SETS[name] if one.elections and FULL[name] not in one.elections]
    assert wrong == []


@every_full_set
def test_a_full_set_is_for_one_election_only(name: str) -> None:
    assert LIBRARY.clause_sets[f"nasional/{name}"].elections == (FULL[name],)


@every_clause
@for_each("part", ["allowed", "forbidden", "examples"])
def test_a_clause_says_what_it_means_in_the_field(clause: Clause, part: str) -> None:
    most = 2 if part == "examples" else 3
    assert 1 <= len(getattr(clause.guidance, part)) <= most


@every_clause
def test_a_clause_says_where_a_breach_is_reported(clause: Clause) -> None:
    assert clause.guidance.reporting.strip()


@every_clause
def test_a_clause_is_explained_in_one_to_three_sentences(clause: Clause) -> None:
    assert 1 <= len(re.findall(r"\.(?=\s|$)", clause.explanation)) <= 3


@every_clause
def test_what_stands_beside_a_clause_is_whole_sentences(clause: Clause) -> None:
    assert [text for text in clause.guidance.texts() if not re.fullmatch(r"[A-Z{].*\.", text)] == []


@every_clause
def test_nothing_beside_a_clause_speaks_of_a_penalty(clause: Clause) -> None:
    assert SANCTION.search(beside(clause)) is None


@every_clause
def test_nobody_is_addressed(clause: Clause) -> None:
    assert re.search(r"\b(Anda|kamu|Saudara)\b", beside(clause)) is None


@every_clause
@for_each("election", ["pemilu-2024", "pilkada-2024"])
def test_a_clause_names_known_words_only(clause: Clause, election: str) -> None:
    reference = library_of("36.74", election).reference
    words = vocabulary(reference, Office(region="36.74"), Occasion(), AgreementKind.UNDERSTANDING, "Uji")
    own = {parameter.name for parameter in clause.parameters}
    assert set(found(beside(clause), Kind.NAME)) - {*words, *own} == set()


@every_clause
def test_no_brace_is_stray(clause: Clause) -> None:
    assert found(beside(clause), Kind.STRAY) == ()


@every_clause
def test_what_holds_for_pairs_of_candidates_does_not_speak_of_a_general_election(clause: Clause) -> None:
    general = clause.elections == (ElectionKind.GENERAL,)
    assert general or re.search(r"\bPemilu\b|\bpartai politik\b", beside(clause)) is None


@every_set
def test_references_stay_in_a_set_and_lead_to_what_holds_on_every_day(name: str) -> None:
    always = {clause.id for clause in SETS[name] if clause.since is None and clause.until is None}
    aims = {aim for clause in SETS[name] for aim in found(beside(clause), Kind.REFERENCE)}
    assert aims - always == set()


@every_duty
def test_each_ayat_of_a_duty_names_the_contestants(clause: Clause) -> None:
    assert [ayat for ayat in clause.text.split("\n\n") if "{peserta}" not in ayat] == []


@every_duty
def test_no_ayat_of_a_duty_begins_with_another_body(clause: Clause) -> None:
    assert [ayat for ayat in clause.text.split("\n\n") if OTHERS.match(ayat.lstrip())] == []


def test_the_standing_of_the_paper_alone_binds_nobody_and_is_the_organisers() -> None:
    assert [one.id for one in CLAUSES.values() if one.subject is not Role.CONTESTANT] == ["kedudukan-naskah"]


@pytest.mark.parametrize("clause_id", ["kedudukan-naskah", "teks-kpu-ri"])
def test_what_no_region_may_change_is_locked(clause_id: str) -> None:
    assert CLAUSES[clause_id].locked


@every_point
def test_a_point_goes_on_from_we_promise(clause: Clause) -> None:
    assert re.fullmatch(r"[a-z][^\n]*\.", clause.text.strip())


@every_point
def test_a_point_leaves_those_who_promise_to_its_heading(clause: Clause) -> None:
    assert "peserta" not in found(clause.text, Kind.NAME)


def test_the_text_of_the_national_office_stays_open_until_the_letter_is_there() -> None:
    assert [parameter.value for parameter in CLAUSES["teks-kpu-ri"].parameters] == ["", "", ""]


@pytest.mark.parametrize("clause_id", ["pemberitahuan-kegiatan", "adat-setempat", "konvoi-dan-kebisingan"])
def test_what_an_office_may_fill_in_has_a_value_from_the_start(clause_id: str) -> None:
    assert [bool(parameter.value) for parameter in CLAUSES[clause_id].parameters] == [True]


@pytest.mark.parametrize(("earlier", "later"), PAIRS)
def test_of_two_alternatives_exactly_one_holds_on_each_day(earlier: str, later: str) -> None:
    first, second = CLAUSES[earlier], CLAUSES[later]
    assert first.until is not None
    held = (first.since, first.until + timedelta(days=1), second.until)
    assert held == (None, second.since, None)


@pytest.mark.parametrize(
    ("clause_id", "first_day"),
    [
        ("fasilitas-dan-pendidikan", date(2023, 8, 15)),
        ("tempat-pendidikan", date(2024, 8, 20)),
        ("gambar-asli-dan-terbaru", date(2025, 1, 2)),
    ],
)
def test_a_decision_of_the_court_holds_from_its_day(clause_id: str, first_day: date) -> None:
    assert CLAUSES[clause_id].since == first_day


@every_full_set
def test_no_other_clause_of_a_full_set_is_bound_to_days(name: str) -> None:
    paired = {one for pair in ALTERNATIVES[name] for one in pair}
    assert {one.id for one in SETS[name] if one.since or one.until} == paired


@every_clause
def test_a_clause_cites_known_laws_by_article(clause: Clause) -> None:
    wrong = [one for one in clause.citations if one.law not in LAWS or not ARTICLE.match(one.article)]
    assert wrong == []


def test_at_least_20_articles_are_cited() -> None:
    cited = {(one.law, one.article) for clause in CLAUSES.values() for one in clause.citations}
    assert len([article for _law, article in cited if article.startswith("Pasal")]) >= 20


@every_clause
def test_no_citation_claims_more_than_was_seen(clause: Clause) -> None:
    claimed = [
        (one.law, number)
        for one in clause.citations
        if one.evidence is Evidence.FOUND
        for number in re.findall(r"Pasal (\d+[A-Z]?)|(Lampiran|Amar)", one.article)
    ]
    assert [(law, number) for law, number in claimed if "".join(number) not in SEEN.get(law, set())] == []
