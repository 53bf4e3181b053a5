"""Directives of forms and booklets: attendance, guidance, answers, schedules, tables, places to sign."""

from __future__ import annotations

from datetime import date

import msgspec
import pytest

from kampanye_tui.agreement.state import state
from kampanye_tui.document.build import build
from kampanye_tui.document.context import BLANK
from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.clause import Guidance
from kampanye_tui.model.document import Align, Listing, Paragraph, SignatureGrid, Table
from kampanye_tui.model.election import Stage
from kampanye_tui.model.party import Role
from kampanye_tui.model.problem import Refused
from tests.unit.document.papers import clause, paper, problem_of, said, template, texts, tree, with_clauses

ATTENDANCE = '::: daftar-hadir nama="Nama" lembaga="Lembaga" jabatan="Jabatan" tanda_tangan="Paraf"'
RESPONSES = '::: tanggapan-klausul klausul="Klausul" pilihan="Setuju; Keberatan" catatan="Catatan"\n:::\n'
SCHEDULE = '::: jadwal tahapan="Tahapan" tanggal="Tanggal"\n:::\n'

changed = msgspec.structs.replace


def table(agreement: Agreement, body: str) -> Table:
    (block,) = paper(agreement, body).blocks
    assert isinstance(block, Table)
    return block


def grid(agreement: Agreement, body: str) -> SignatureGrid:
    (block,) = paper(agreement, body).blocks
    assert isinstance(block, SignatureGrid)
    return block


def cells(made: Table) -> list[list[str]]:
    return [[said(cell).replace("\u00a0", " ") for cell in row] for row in made.rows]


def heads(made: Table) -> list[str]:
    return [column.head for column in made.columns]


def with_stages(agreement: Agreement, *stages: Stage) -> Agreement:
    election = changed(agreement.reference.election, stages=stages)
    return changed(agreement, reference=changed(agreement.reference, election=election))


def stage(name: str, start: date, end: date) -> Stage:
    return Stage(id=name.lower(), name=name, start=start, end=end)


def test_an_attendance_list_holds_everybody_in_order(agreement: Agreement) -> None:
    rows = cells(table(agreement, f"{ATTENDANCE}\n:::\n"))
    assert [row[2] for row in rows] == [party.name for party in agreement.parties]


def test_an_attendance_list_ends_in_empty_rows(agreement: Agreement) -> None:
    rows = cells(table(agreement, f'{ATTENDANCE} baris_kosong="2"\n:::\n'))
    assert [row[1:4] for row in rows[-2:]] == [["", "", ""], ["", "", ""]]


def test_an_attendance_list_counts_its_empty_rows_too(agreement: Agreement) -> None:
    rows = cells(table(agreement, f'{ATTENDANCE} peran="saksi" baris_kosong="2"\n:::\n'))
    assert [row[0] for row in rows] == ["1.", "2.", "3."]


def test_neighbours_sign_in_zigzag(agreement: Agreement) -> None:
    first, second = cells(table(agreement, f'{ATTENDANCE} peran="saksi" baris_kosong="1"\n:::\n'))
    assert (first[4], second[4].startswith("   "), second[4].strip()) == ("1.", True, "2.")


def test_the_heads_of_an_attendance_list_are_the_templates(agreement: Agreement) -> None:
    assert heads(table(agreement, f"{ATTENDANCE}\n:::\n")) == ["No.", "Nama", "Lembaga", "Jabatan", "Paraf"]


def test_somebody_whose_signer_is_not_known_stands_in_the_list(agreement: Agreement) -> None:
    bare = tuple(changed(party, signatories=()) for party in agreement.of_role(Role.WITNESS))
    rows = cells(table(changed(agreement, parties=bare), f"{ATTENDANCE}\n:::\n"))
    assert rows == [["1.", "", "Badan Pengawas Pemilihan Umum Kota Tangerang Selatan", BLANK, "1."]]


GUIDE = Guidance(
    allowed=("Bertanya di {sebutan_wilayah}.",),
    forbidden=("Memaksa.",),
    examples=("Contoh.",),
    reporting="Pos.",
)


def guided(agreement: Agreement) -> Agreement:
    return with_clauses(agreement, clause("satu", explanation="Arti\nklausul.", guidance=GUIDE))


def test_guidance_gives_what_the_template_asks_for_under_its_labels(agreement: Agreement) -> None:
    body = '::: panduan-klausul intinya="Intinya" boleh="Silakan" lapor="Lapor"\n:::\n'
    assert list(texts(paper(guided(agreement), f"{body}\n::: klausul\n:::\n").blocks))[:7] == [
        "Pasal\u00a01 Satu",
        "Intinya: Arti klausul.",
        "Silakan",
        "–",
        "Bertanya di Kota Tangerang Selatan.",
        "Lapor",
        "Pos.",
    ]


def test_guidance_stands_ragged_throughout(agreement: Agreement) -> None:
    made = paper(guided(agreement), '::: panduan-klausul intinya="Intinya" boleh="Silakan"\n:::\n').blocks
    assert {block.align for block in made if isinstance(block, Paragraph | Listing)} == {Align.LEFT}


def test_guidance_leaves_out_what_no_option_names(agreement: Agreement) -> None:
    made = list(texts(paper(guided(agreement), "::: panduan-klausul\n:::\n").blocks))
    assert made == [f"{BLANK} Satu"]


def test_guidance_leaves_out_what_a_clause_does_not_say(agreement: Agreement) -> None:
    bare = with_clauses(agreement, clause("satu"))
    body = '::: panduan-klausul intinya="I" boleh="B" tidak_boleh="T" contoh="C" dasar="D" lapor="L"\n:::\n'
    assert list(texts(paper(bare, body).blocks)) == [f"{BLANK} Satu"]


def test_an_explanation_without_a_label_stands_alone(agreement: Agreement) -> None:
    made = list(texts(paper(guided(agreement), '::: panduan-klausul intinya=""\n:::\n').blocks))
    assert made[1] == "Arti klausul."


def test_every_clause_can_be_answered(agreement: Agreement) -> None:
    two = with_clauses(agreement, clause("satu"), clause("dua"))
    made = next(
        block for block in paper(two, f"::: klausul\n:::\n\n{RESPONSES}").blocks if isinstance(block, Table)
    )
    assert cells(made) == [["Pasal 1 Satu", "", "", ""], ["Pasal 2 Dua", "", "", ""]]


def test_the_choices_of_an_answer_are_the_templates(agreement: Agreement) -> None:
    assert heads(table(agreement, RESPONSES)) == ["Klausul", "Setuju", "Keberatan", "Catatan"]


def test_a_clause_in_numbers_is_listed_with_its_number(agreement: Agreement) -> None:
    one = with_clauses(agreement, clause("satu"))
    made = paper(one, f'::: klausul gaya="angka"\n:::\n\n{RESPONSES}').blocks[-1]
    assert isinstance(made, Table)
    assert cells(made)[0][0] == "1. Satu"


def test_clauses_have_the_numbers_of_the_template_that_is_named(agreement: Agreement) -> None:
    other = template("::: pasal Awal\nIsi.\n:::\n\n::: klausul\n:::\n", name="lain")
    made = template(RESPONSES)
    front = changed(made.front, numbered_as="paket/lain")

    one = with_clauses(agreement, clause("satu"))
    document = build(changed(made, front=front), one, state(one), templates={"paket/lain": other})
    assert cells(document.blocks[0])[0][0] == "Pasal 2 Satu"  # type: ignore[arg-type]


def test_a_template_of_numbers_that_is_not_there_is_refused(agreement: Agreement) -> None:

    made = template(RESPONSES)
    made = changed(made, front=changed(made.front, numbered_as="paket/lain"))
    with pytest.raises(Refused, match='klausul_menurut "paket/lain" tidak termasuk pilihan'):
        build(made, agreement, state(agreement), templates={})


def test_points_go_on_from_one_sentence(agreement: Agreement) -> None:
    three = with_clauses(agreement, *(clause(name, f"{name}.") for name in ("satu", "dua", "tiga")))
    (block,) = paper(three, "::: poin-klausul\n:::\n").blocks
    assert tree(block.entries) == ["1. satu;", "2. dua; dan", "3. tiga."]  # type: ignore[union-attr]


@pytest.mark.parametrize(("text", "words"), [("berjanji.", ["Ya"]), ("Peserta berjanji.", [])])
def test_a_condition_knows_clauses_that_are_promises(
    agreement: Agreement, text: str, words: list[str]
) -> None:
    one = with_clauses(agreement, clause("satu", text))
    assert list(texts(paper(one, "::: bila klausul-janji\nYa\n:::\n").blocks)) == words


@pytest.mark.parametrize(("text", "words"), [("berjanji.", []), ("Peserta berjanji.", ["Ya"])])
def test_a_condition_knows_clauses_that_are_no_promises(
    agreement: Agreement, text: str, words: list[str]
) -> None:
    one = with_clauses(agreement, clause("satu", text))
    assert list(texts(paper(one, "::: bila bukan-klausul-janji\nYa\n:::\n").blocks)) == words


def test_a_schedule_tells_stages_in_the_order_of_their_days(agreement: Agreement) -> None:
    made = with_stages(
        agreement,
        stage("Suara", date(2024, 2, 14), date(2024, 2, 14)),
        stage("Kampanye", date(2023, 11, 28), date(2024, 2, 10)),
        stage("Tenang", date(2024, 2, 11), date(2024, 2, 13)),
    )
    assert cells(table(made, SCHEDULE)) == [
        ["Kampanye", "28 November 2023 s.d. 10 Februari 2024"],
        ["Tenang", "11 s.d. 13 Februari 2024"],
        ["Suara", "14 Februari 2024"],
    ]


def test_a_schedule_leaves_out_what_is_over_on_the_day(agreement: Agreement) -> None:
    made = with_stages(agreement, stage("Lama", date(2022, 12, 14), date(2023, 11, 27)))
    assert paper(made, SCHEDULE).blocks == ()


def test_a_schedule_without_a_day_tells_every_stage(agreement: Agreement) -> None:
    made = with_stages(agreement, stage("Lama", date(2022, 12, 14), date(2022, 12, 14)))
    unknown = changed(made, occasion=changed(made.occasion, day=None))
    assert cells(table(unknown, SCHEDULE)) == [["Lama", "14 Desember 2022"]]


def test_a_condition_knows_whether_stages_lie_ahead(agreement: Agreement) -> None:
    assert paper(with_stages(agreement), "::: bila ada-jadwal\nYa\n:::\n").blocks == ()


def test_a_table_holds_the_words_of_the_template(agreement: Agreement) -> None:
    made = table(agreement, '::: tabel kepala="Isi; Banyaknya"\nNaskah {tahun_pemilu} | 1\n:::\n')
    assert (heads(made), cells(made)) == (["Isi", "Banyaknya"], [["Naskah 2024", "1"]])


def test_a_value_that_is_not_known_is_an_empty_cell(agreement: Agreement) -> None:
    assert cells(table(agreement, '::: tabel kepala="A; B"\n{kosong} | b\n:::\n')) == [["", "b"]]


def test_a_table_has_empty_rows_to_be_filled_by_hand(agreement: Agreement) -> None:
    assert cells(table(agreement, '::: tabel kepala="A; B" baris_kosong="2"\n:::\n')) == [["", ""], ["", ""]]


def test_a_party_whose_name_holds_a_stroke_stays_in_its_cell(agreement: Agreement) -> None:
    odd = changed(agreement, office=changed(agreement.office, name="A | B"))
    assert cells(table(odd, '::: tabel kepala="A; B"\n{nama_kantor} | b\n:::\n')) == [["A | B", "b"]]


def test_a_row_with_another_number_of_cells_is_refused_with_its_line(agreement: Agreement) -> None:
    problem = problem_of(agreement, '::: tabel kepala="A; B"\na | b\nc\n:::\n')
    assert (problem.line, problem.what) == (8, "baris ini mempunyai 1 sel, kepala tabel 2")


@pytest.mark.parametrize("shares", ["1", "1; 2; 3", "1; nol", "1; 0"])
def test_shares_that_do_not_suit_the_columns_are_refused(agreement: Agreement, shares: str) -> None:
    problem = problem_of(agreement, f'::: tabel kepala="A; B" lebar="{shares}"\n:::\n')
    assert problem.what == f'lebar="{shares}" tidak cocok dengan 2 kolom'


def test_the_chair_signs_for_the_office(agreement: Agreement) -> None:
    (field,) = grid(agreement, '::: tanda-tangan oleh="ketua-kantor"\n:::\n').fields
    assert (field.office, field.name) == (
        "Ketua Komisi Pemilihan Umum\nKota Tangerang Selatan",
        "Taufiq MZ",
    )


def test_an_office_without_members_still_has_a_place_for_its_chair(agreement: Agreement) -> None:
    bare = changed(agreement, office=changed(agreement.office, members=()))
    (field,) = grid(bare, '::: tanda-tangan oleh="ketua-kantor"\n:::\n').fields
    assert field.office.startswith("Ketua Komisi")


def test_places_can_be_written_into_the_template(agreement: Agreement) -> None:
    made = grid(agreement, "::: tanda-tangan\nYang menyerahkan: {ketua_kantor}\nYang menerima:\n:::\n")
    assert [(field.office, field.name) for field in made.fields] == [
        ("Yang menyerahkan", "Taufiq MZ"),
        ("Yang menerima", ""),
    ]


def test_a_party_without_a_signer_has_a_place_with_blanks(agreement: Agreement) -> None:
    bare = tuple(changed(party, signatories=()) for party in agreement.of_role(Role.WITNESS))
    (field,) = grid(changed(agreement, parties=bare), "::: tanda-tangan\n:::\n").fields
    assert (field.office, field.name) == (BLANK, "")


def test_a_grid_has_the_form_that_the_template_asks_for(agreement: Agreement) -> None:
    body = '::: tanda-tangan kolom="6" tinggi="60" bentuk="bingkai" letak="kanan" meterai="Meterai"\n:::\n'
    made = grid(agreement, body)
    assert (made.columns, made.height, made.framed, made.align, made.stamp) == (
        6,
        60,
        True,
        Align.RIGHT,
        "Meterai",
    )


def test_a_list_of_parties_has_a_column_for_initials_when_asked(agreement: Agreement) -> None:
    made = table(agreement, '::: daftar-pihak peran="saksi" paraf="Paraf"\n:::\n')
    assert (heads(made)[-1], cells(made)[0][-1]) == ("Paraf", "")


def test_a_list_of_parties_has_no_column_for_initials_by_itself(agreement: Agreement) -> None:
    assert "Paraf" not in heads(table(agreement, "::: daftar-pihak\n:::\n"))
