"""Template and agreement → document: values, blanks, what is taken in, and what is marked."""

from __future__ import annotations

from datetime import UTC, date, datetime

import msgspec
import pytest

from kampanye_tui.agreement.fingerprint import short_code, text_digest
from kampanye_tui.agreement.law import short_name
from kampanye_tui.agreement.state import state
from kampanye_tui.document.build import SAMPLE_MARK, Press, build
from kampanye_tui.document.context import BLANK
from kampanye_tui.model.agreement import AgreedClause, Agreement, CopyForm
from kampanye_tui.model.clause import Parameter
from kampanye_tui.model.document import Heading, Page, Paragraph, Table
from kampanye_tui.model.event import Finalised
from kampanye_tui.model.legal import Citation
from kampanye_tui.model.office import Paper
from kampanye_tui.model.party import Party, Role, Signatory
from kampanye_tui.model.problem import Refused
from kampanye_tui.model.state import State
from kampanye_tui.plugin.library import Library
from tests.unit.document.papers import (
    FILE,
    clause,
    paper,
    problem_of,
    said,
    template,
    texts,
    with_clauses,
)


def words(agreement: Agreement, body: str) -> list[str]:
    return list(texts(paper(agreement, body).blocks))


def final(agreement: Agreement) -> State:
    now = datetime(2023, 11, 27, 16, 0, tzinfo=UTC)
    digest = text_digest(agreement)
    event = Finalised(
        number=1,
        occurred=now,
        recorded=now,
        operator="uji",
        revision=1,
        text_digest=digest,
        occasion_digest="x",
    )
    return state(agreement, [event])


def test_the_foot_has_the_short_title_where_there_is_one(agreement: Agreement) -> None:
    whole = template("Isi.")
    short = msgspec.structs.replace(whole, front=msgspec.structs.replace(whole.front, short="Singkat"))
    made = [build(one, agreement, state(agreement)) for one in (whole, short)]
    assert [one.furniture.foot.rpartition(" · ")[2] for one in made] == ["Uji", "Singkat"]
    assert [one.title for one in made] == ["Uji", "Uji"]


def test_a_placeholder_prints_its_value(agreement: Agreement) -> None:
    assert words(agreement, "di {sebutan_wilayah}") == ["di Kota Tangerang Selatan"]


def test_an_unknown_placeholder_is_refused_with_its_line(agreement: Agreement) -> None:
    problem = problem_of(agreement, "Satu.\n\nDua {sebutan_wilaya}.\n")
    assert (problem.file, problem.line) == (FILE, 8)


def test_an_unknown_placeholder_is_refused_with_what_may_be_meant(agreement: Agreement) -> None:
    problem = problem_of(agreement, "Dua {sebutan_wilaya}.\n")
    assert problem.what == "isian {sebutan_wilaya} tidak dikenal"
    assert problem.hint == 'Mungkin maksudnya "sebutan_wilayah"'


@pytest.mark.parametrize(
    "body",
    ["Satu\ndua\ntiga {salah}\n", "::: judul\n# Satu\n{salah}\n:::\n", "::: isian\nA:\n{salah}:\n:::\n"],
    ids=["paragraph", "title", "form"],
)
def test_an_unknown_placeholder_below_others_is_refused_with_its_own_line(
    agreement: Agreement, body: str
) -> None:
    assert problem_of(agreement, body).line == 8


@pytest.mark.parametrize(
    "body",
    [
        "{salah}\n",
        "# {salah}\n",
        "1. {salah}\n",
        "::: pasal {salah}\nIsi.\n:::\n",
        "::: pasal A\n{salah}\n:::\n",
        "::: kotak\n{salah}\n:::\n",
        "::: rata kanan\n{salah}\n:::\n",
        '::: tanda-tangan judul="{salah}"\n:::\n',
        "::: hadirin\n{salah}\n:::\n",
    ],
)
def test_no_part_of_a_template_prints_an_unknown_placeholder(agreement: Agreement, body: str) -> None:
    assert problem_of(agreement, body).what == "isian {salah} tidak dikenal"


def test_an_unknown_placeholder_in_the_title_is_refused_with_its_file(agreement: Agreement) -> None:
    wrong = msgspec.structs.replace(template("Isi."), front=template("").front)
    wrong = msgspec.structs.replace(wrong, front=msgspec.structs.replace(wrong.front, title="{salah}"))
    with pytest.raises(Refused) as caught:
        build(wrong, agreement, state(agreement))
    assert caught.value.problems[0].file == FILE


def test_an_empty_value_prints_the_blank(agreement: Agreement) -> None:
    assert words(agreement, "bertempat di {tempat_acara}.") == [f"bertempat di {BLANK}."]


def test_an_empty_value_in_a_form_is_a_line_to_be_filled_in(agreement: Agreement) -> None:
    assert words(agreement, "::: isian\nTempat: {tempat_acara}\n:::\n") == ["Tempat", ""]


def test_a_line_of_a_form_that_is_only_a_number_is_a_numbered_line(agreement: Agreement) -> None:
    (block,) = paper(agreement, "::: isian\n1.:\n2.:\nNo.:\n:::\n").blocks
    assert [(one.label, one.value, one.colon) for one in block.fields] == [
        ("1.", "", ""),
        ("2.", "", ""),
        ("No.", "", ":"),
    ]


def test_a_form_keeps_the_colons_of_a_value(agreement: Agreement) -> None:
    assert words(agreement, "::: isian\nPukul: 09:30: tepat\n:::\n") == ["Pukul", "09:30: tepat"]


def test_what_is_open_in_a_clause_prints_the_blank(agreement: Agreement) -> None:
    made = with_clauses(agreement, clause("satu", "Paling lambat {batas} hari."))
    assert f"Paling lambat {BLANK} hari." in words(made, "::: klausul\n:::\n")


def test_an_explanation_may_name_what_the_office_fills_into_its_clause(agreement: Agreement) -> None:
    parameter = Parameter(name="batas", label="Batas", value="tujuh")
    told = clause("satu", explanation="Tunggu {batas} hari.", parameters=(parameter,))
    said_there = words(with_clauses(agreement, told), "::: klausul\n:::\n\n::: penjelasan-klausul\n:::\n")
    assert "Tunggu tujuh hari." in said_there


def explained(agreement: Agreement, *clauses: AgreedClause) -> list[tuple[str, ...]]:
    """The rows of the tables of explanations, as words."""
    blocks = paper(with_clauses(agreement, *clauses), "::: penjelasan-klausul\n:::\n").blocks
    return [tuple(said(cell) for cell in row) for block in blocks for row in block.rows]


def test_a_clause_that_nobody_explains_is_left_out_of_the_explanations(agreement: Agreement) -> None:
    rows = explained(agreement, clause("satu"), clause("dua", explanation="Jelas."))
    assert [row[1:] for row in rows] == [("Jelas.", "")]


def test_a_clause_without_an_explanation_still_tells_where_it_stands_in_law(agreement: Agreement) -> None:
    (law,) = agreement.reference.legal_basis[:1]
    cites = clause("satu", citations=(Citation(law=law.id, article="Pasal 280"),))
    assert [row[1:] for row in explained(agreement, cites)] == [("", f"{short_name(law)} Pasal 280")]


def test_where_no_clause_is_explained_there_is_no_table(agreement: Agreement) -> None:
    made = paper(with_clauses(agreement, clause("satu")), "::: penjelasan-klausul\n:::\n")
    assert made.blocks == ()


@pytest.mark.parametrize(
    ("condition", "holds"),
    [
        ("ada-saksi", True),
        ("ada-mengetahui", True),
        ("ada-alamat", False),
        ("ada-dasar-hukum", True),
        ("penerima-peserta", False),
        ("pemilu", True),
        ("pilkada", False),
        ("konsep", True),
        ("final", False),
    ],
)
def test_a_condition_holds_for_its_block(agreement: Agreement, condition: str, holds: bool) -> None:
    assert words(agreement, f"::: bila {condition}\nYa\n:::\n") == (["Ya"] if holds else [])


@pytest.mark.parametrize(
    ("condition", "role"), [("ada-saksi", Role.WITNESS), ("ada-mengetahui", Role.ACKNOWLEDGING)]
)
def test_a_condition_does_not_hold_without_pihak_of_its_role(
    agreement: Agreement, condition: str, role: Role
) -> None:
    parties = tuple(party for party in agreement.parties if party.role is not role)
    without = msgspec.structs.replace(agreement, parties=parties)
    assert words(without, f"::: bila {condition}\nYa\n:::\n") == []


def test_a_condition_about_laws_does_not_hold_where_no_clause_cites_any(agreement: Agreement) -> None:
    assert words(with_clauses(agreement, clause("satu")), "::: bila ada-dasar-hukum\nYa\n:::\n") == []


def test_a_word_that_nothing_knows_prints_as_the_blank_in_an_explanation(agreement: Agreement) -> None:
    told = with_clauses(agreement, clause("satu", explanation="Tanyakan kepada {tidak_ada}."))
    assert f"Tanyakan kepada {BLANK}." in words(told, "::: penjelasan-klausul\n:::\n")


def test_a_template_takes_in_another(agreement: Agreement) -> None:
    others = {"paket/lain": template("Dua", name="lain")}
    blocks = paper(agreement, "Satu\n\n::: sisip paket/lain\n:::\n\nTiga\n", templates=others).blocks
    assert list(texts(blocks)) == ["Satu", "Dua", "Tiga"]


def test_a_fault_in_a_template_taken_in_is_refused_with_its_own_file(agreement: Agreement) -> None:
    others = {"paket/lain": template("\n{salah}\n", name="lain")}
    problem = problem_of(agreement, "::: sisip paket/lain\n:::\n", templates=others)
    assert (problem.file, problem.line) == ("paket/templat/lain.md", 7)


def test_a_template_that_takes_in_itself_is_refused(agreement: Agreement) -> None:
    body = "Isi.\n\n::: sisip paket/uji\n:::\n"
    problem = problem_of(agreement, body, templates={"paket/uji": template(body)})
    assert (problem.line, problem.what) == (8, "templat paket/uji menyisipkan dirinya sendiri")


def test_templates_that_take_in_each_other_are_refused(agreement: Agreement) -> None:
    first, second = "::: sisip paket/lain\n:::\n", "::: sisip paket/uji\n:::\n"
    others = {"paket/uji": template(first), "paket/lain": template(second, name="lain")}
    assert "menyisipkan dirinya sendiri" in problem_of(agreement, first, templates=others).what


def test_a_circle_behind_the_first_template_is_refused(agreement: Agreement) -> None:
    others = {
        "paket/dua": template("::: sisip paket/tiga\n:::\n", name="dua"),
        "paket/tiga": template("::: sisip paket/dua\n:::\n", name="tiga"),
    }
    problem = problem_of(agreement, "::: sisip paket/dua\n:::\n", templates=others)
    assert "menyisipkan dirinya sendiri" in problem.what


def test_a_sample_carries_its_mark(agreement: Agreement) -> None:
    assert paper(agreement, "Isi.").furniture.mark == SAMPLE_MARK == "CONTOH — BUKAN DOKUMEN KPU"


def test_a_real_document_carries_no_mark(agreement: Agreement) -> None:
    office = msgspec.structs.replace(agreement.office, sample=False)
    assert paper(msgspec.structs.replace(agreement, office=office), "Isi.").furniture.mark == ""


def test_a_draft_says_so_at_its_foot(agreement: Agreement) -> None:
    assert paper(agreement, "Isi.").furniture.foot == "KONSEP r01 · Uji"


def test_a_final_text_names_revision_and_code_at_its_foot(agreement: Agreement) -> None:
    foot = build(template("Isi."), agreement, final(agreement)).furniture.foot
    assert foot == f"Naskah final r01 · kode {short_code(text_digest(agreement))} · Uji"


@pytest.mark.parametrize(("condition", "holds"), [("final", True), ("konsep", False)])
def test_a_condition_knows_that_a_text_is_final(agreement: Agreement, condition: str, holds: bool) -> None:
    document = build(template(f"::: bila {condition}\nYa\n:::\n"), agreement, final(agreement))
    assert bool(document.blocks) is holds


def test_a_document_knows_the_day_of_the_event_and_no_other(agreement: Agreement) -> None:
    assert paper(agreement, "Isi.").day == date(2023, 11, 28)


def test_the_paper_of_the_office_goes_before_that_of_the_template(agreement: Agreement) -> None:
    page = paper(agreement, "Isi.", paper=Paper.F4).page
    assert page == Page(width=215, height=330, top=25, bottom=25, left=30, right=20, size=11.5)


def test_the_paper_of_the_template_holds_where_the_office_has_none(agreement: Agreement) -> None:
    page = paper(agreement, "Isi.").page
    assert (page.width, page.height) == (210, 297)


def test_a_number_that_is_known_prints_in_its_own_document_only(agreement: Agreement) -> None:
    numbered = msgspec.structs.replace(agreement, numbers={"uji": "12/PR.07/3674/2023"})
    body = "::: nomor\n:::\n\n::: sisip paket/lain\n:::\n"
    blocks = paper(numbered, body, templates={"paket/lain": template("::: nomor\n:::\n", name="lain")}).blocks
    assert list(texts(blocks)) == ["Nomor: 12/PR.07/3674/2023", f"Nomor: {BLANK}"]


def test_an_institution_with_its_own_number_has_a_line_of_its_own(agreement: Agreement) -> None:
    parties = tuple(
        msgspec.structs.replace(party, has_own_number=party.id == "polres") for party in agreement.parties
    )
    shared = msgspec.structs.replace(agreement, parties=parties)
    assert words(shared, "::: nomor\n:::\n") == [
        f"Nomor KPU Kota Tangerang Selatan: {BLANK}",
        f"Nomor Polres Tangerang Selatan: {BLANK}",
    ]


def test_a_table_of_contestants_and_others_numbers_everybody(agreement: Agreement) -> None:
    parties = (
        Party(
            id="a", name="A", role=Role.CONTESTANT, ballot_number=7, signatories=(Signatory(office="Ketua"),)
        ),
        Party(id="b", name="B", role=Role.WITNESS, signatories=(Signatory(office="Ketua"),)),
    )
    mixed = msgspec.structs.replace(agreement, parties=parties)
    (table,) = paper(mixed, "::: daftar-pihak\n:::\n").blocks
    assert isinstance(table, Table)
    assert "None" not in [said(row[0]) for row in table.rows]


def test_a_title_prints_in_capitals(agreement: Agreement) -> None:
    (first, second) = paper(agreement, "::: judul\n# Berita Acara\ntentang\n:::\n").blocks
    assert isinstance(first, Heading)
    assert isinstance(second, Heading)
    assert [(said(b.runs), b.level) for b in (first, second)] == [("BERITA ACARA", 1), ("TENTANG", 2)]


def test_place_and_day_stay_with_the_signatures_below(agreement: Agreement) -> None:
    (block,) = paper(agreement, "::: rata kanan\n{kota_acara}, {tanggal_acara}\n:::\n").blocks
    assert isinstance(block, Paragraph)
    assert (said(block.runs), block.keep) == ("Tangerang Selatan, 28 November 2023", True)


def with_numbers(agreement: Agreement, **numbers: str) -> Agreement:
    """Return the agreement with a Polres that numbers papers itself."""
    parties = tuple(
        msgspec.structs.replace(party, has_own_number=True, numbers=numbers)
        if party.id == "polres"
        else party
        for party in agreement.parties
    )
    return msgspec.structs.replace(agreement, parties=parties)


def test_a_number_that_an_institution_gave_prints_on_its_line(agreement: Agreement) -> None:
    numbered = with_numbers(agreement, uji="B/812/XI/2023", lain="B/813/XI/2023")
    assert words(numbered, "::: nomor\n:::\n") == [
        f"Nomor KPU Kota Tangerang Selatan: {BLANK}",
        "Nomor Polres Tangerang Selatan: B/812/XI/2023",
    ]


def test_a_paper_of_the_office_alone_has_its_number_only(agreement: Agreement) -> None:
    numbered = with_numbers(agreement, uji="B/812/XI/2023")
    assert words(numbered, '::: nomor peran="penyelenggara"\n:::\n') == [f"Nomor: {BLANK}"]


def test_a_press_makes_what_each_receiver_would_get_alone(agreement: Agreement, library: Library) -> None:
    for name in ("salinan-peserta", "lembar-tanggapan"):
        press = Press(library.template(name), agreement, state(agreement), templates=library.templates)
        for copy in agreement.copies_of(CopyForm.COPY):
            alone = build(
                library.template(name), agreement, state(agreement), copy=copy, templates=library.templates
            )
            assert press.document(copy) == alone


def test_a_press_makes_once_what_all_copies_have_in_common(agreement: Agreement, library: Library) -> None:
    press = Press(
        library.template("salinan-peserta"), agreement, state(agreement), templates=library.templates
    )
    one, other, *_more = agreement.copies_of(CopyForm.COPY)
    pairs = list(zip(press.document(one).blocks, press.document(other).blocks, strict=True))
    assert sum(first is not second for first, second in pairs) <= 6
