"""The words of the national pack: clauses, terms, institutions, templates, messages."""

import re
from pathlib import Path

import pytest

from kampanye_tui.agreement.placeholders import Kind, found
from kampanye_tui.agreement.state import state
from kampanye_tui.agreement.vocabulary import of_reference, vocabulary
from kampanye_tui.document.build import build
from kampanye_tui.model.agreement import CopyForm
from kampanye_tui.model.occasion import AgreementKind, Occasion
from kampanye_tui.model.office import Office
from kampanye_tui.model.party import Role
from kampanye_tui.model.template import Scope
from kampanye_tui.plugin.host import NATIONAL
from tests.each import for_each
from tests.unit.agreement.making import REGIONAL_DAY, changed, library_of

LIBRARY = library_of("36.74")
SETS = LIBRARY.clause_sets
CLAUSES = {
    f"{address} {offered.clause.id}": offered.clause
    for address, offer in SETS.items()
    for offered in offer.clauses
}
KNOWN_LAWS = {law.id for law in LIBRARY.reference.legal_basis}
OFFICES = [
    pytest.param(region, election, id=f"{kind} {election}")
    for region, kind in [
        ("36", "provinsi"),
        ("36.03", "kabupaten"),
        ("36.74", "kota"),
        ("31.01", "kabupaten administrasi"),
        ("31.71", "kota administrasi"),
    ]
    for election in ("pemilu-2024", "pilkada-2024")
]
"""One office of each kind of region, for each election."""

every_clause = for_each("clause", CLAUSES)
every_office = pytest.mark.parametrize(("region", "election"), OFFICES)

FILES = {
    path.relative_to(NATIONAL).as_posix(): path
    for folder in ("klausul", "templat", "aturan")
    for path in sorted((NATIONAL / folder).iterdir())
}
every_file = for_each("path", FILES)

SANCTION = re.compile(
    r"\bRp\W*\d|\b(denda|penjara|kurungan)\b[^.;]*?(\d|\b(satu|dua|tiga|empat|lima|enam|tahun|bulan|juta)\b)",
    re.IGNORECASE,
)
TAKEN = re.compile(r"\b(temuan|peringatan|tetapkan|pelaksana|sidik|menolak|sikap)\b", re.IGNORECASE)
"""Words that mean something else in election law."""


def reference_of(region, election):
    day = REGIONAL_DAY if election == "pilkada-2024" else None
    return library_of(region, election, day).reference


def prose(path: Path) -> str:
    """What a file of the pack says to people: without comments, keys, ids and placeholders."""
    text = path.read_text("utf-8")
    if path.suffix == ".toml":
        text = re.sub(r"^\[aturan\.syarat\..*?(?=^\[|\Z)", "", text, flags=re.M | re.S)
        text = re.sub(r"^#.*$|^(id|jenis|syarat|dasar|sumber)\b.*$|^ *\{ sumber.*$", "", text, flags=re.M)
    else:
        text = re.sub(r"^(id|klausul_menurut) = .*$|^::: (sisip|bila) .*$", "", text, flags=re.M)
    return re.sub(r"\{@?[a-z0-9_-]+\}", "", text)


def test_the_short_set_has_ten_clauses():
    assert len(SETS["nasional/ringkas"].clauses) == 10


@every_clause
@for_each("part", ["title", "text", "explanation"])
def test_a_clause_has_title_text_and_explanation(clause, part):
    assert getattr(clause, part).strip()


@every_clause
def test_a_clause_binds_contestants_or_the_organiser_and_nobody_else(clause):
    assert clause.subject in (Role.CONTESTANT, Role.ORGANISER)


@every_clause
def test_a_clause_that_binds_contestants_names_them(clause):
    # A point of a declaration goes on from "Kami, {peserta}, berjanji:" and begins with a small letter.
    point = clause.text.strip()[0].islower()
    assert point or clause.subject is not Role.CONTESTANT or "peserta" in found(clause.text, Kind.NAME)


@every_clause
def test_a_clause_cites_known_laws(clause):
    assert {one.law for one in clause.citations} - KNOWN_LAWS == set()


@every_clause
def test_a_clause_cites_an_article_once(clause):
    assert len({(one.law, one.article) for one in clause.citations}) == len(clause.citations)


@every_clause
def test_references_of_a_clause_lead_to_a_clause_of_a_set(clause):
    ids = {one.id for one in CLAUSES.values()}
    assert set(found(clause.text + clause.explanation, Kind.REFERENCE)) - ids == set()


@every_clause
def test_a_clause_has_no_stray_braces(clause):
    assert found(clause.text + clause.explanation, Kind.STRAY) == ()


@every_clause
def test_a_clause_names_no_sanction_in_figures(clause):
    assert SANCTION.search(f"{clause.text} {clause.explanation}") is None


@pytest.mark.parametrize(
    "text",
    ["denda paling banyak Rp24.000.000", "pidana penjara paling lama 2 (dua) tahun", "kurungan satu tahun"],
)
def test_a_sanction_in_figures_would_be_seen(text):
    assert SANCTION.search(text)


@every_clause
def test_each_sentence_of_a_clause_ends_in_a_full_stop(clause):
    ends = [ayat.rstrip()[-1] for ayat in clause.text.split("\n\n")]
    assert set(ends) == {"."}


@every_clause
def test_huruf_end_in_semicolons_and_the_last_in_a_full_stop(clause):
    for ayat in clause.text.split("\n\n"):
        points = [line for line in ayat.split("\n") if line.startswith("- ")]
        ends = [re.search(r"(; dan|; atau|;|\.)$", line) for line in points]
        assert [end and end[0] for end in ends[-2:]] in ([], ["; dan", "."], ["; atau", "."])
        assert {end and end[0] for end in ends[:-2]} <= {";"}


@every_office
def test_clauses_name_known_words_only(region, election):
    reference = reference_of(region, election)
    words = vocabulary(
        reference, Office(region=region), Occasion(), AgreementKind.UNDERSTANDING, "Kampanye Damai"
    )
    unknown = {
        name
        for clause in CLAUSES.values()
        for name in found(clause.text + clause.explanation, Kind.NAME)
        if name not in {*words, *(parameter.name for parameter in clause.parameters)}
    }
    assert unknown == set()


@every_office
def test_terms_name_words_of_region_and_election_and_terms_before_them_only(region, election):
    reference = reference_of(region, election)
    known = set(of_reference(changed(reference, terms=())))
    unknown = []
    for term in reference.terms:
        unknown += [name for name in found(term.text, Kind.NAME) if name not in known]
        known.add(term.name)
    assert unknown == []


@every_office
def test_each_kind_of_office_has_the_same_words(region, election):
    home = {term.name for term in LIBRARY.reference.terms}
    assert {term.name for term in reference_of(region, election).terms} == home


@every_office
def test_institutions_name_known_words_only(region, election):
    reference = reference_of(region, election)
    words = of_reference(reference)
    unknown = {
        name
        for one in reference.stakeholders
        for text in (one.name, one.short, one.office)
        for name in found(text, Kind.NAME)
        if not words.get(name)
    }
    assert unknown == set()


@every_office
def test_each_kind_of_region_has_a_supervisor_who_witnesses(region, election):
    stakeholders = reference_of(region, election).stakeholders
    assert [one.role for one in stakeholders if one.institution.value == "pengawas"] == [Role.WITNESS]


@for_each("address", list(LIBRARY.templates))
def test_a_template_builds_for_the_sample(address, agreement, library):
    template = library.template(address)
    copy = agreement.copies_of(CopyForm.COPY)[0] if template.front.scope is Scope.COPY else None
    holder = agreement.of_role(Role.CONTESTANT)[0] if template.front.scope is Scope.PARTY else None
    document = build(
        template, agreement, state(agreement), copy=copy, holder=holder, templates=library.templates
    )
    assert document.blocks


@every_file
def test_no_word_of_election_law_is_used_for_our_own_things(path):
    assert TAKEN.findall(prose(path)) == []


@every_file
def test_the_person_who_signs_is_written_in_two_words(path):
    assert re.findall(r"\bpenandatangan\b", prose(path), re.IGNORECASE) == []


@every_file
def test_words_are_spelt_as_the_dictionary_has_them(path):
    wrong = r"\b(memerhatikan|mempedomani|walikota|sekedar|resiko|ijin|praktek|analisa|himbauan)\b"
    assert re.findall(wrong, prose(path), re.IGNORECASE) == []
