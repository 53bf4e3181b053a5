"""CSV → values: what Excel and LibreOffice of an Indonesian office write."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kampanye_tui.model.election import Contestant, ElectionKind
from kampanye_tui.model.evidence import Evidence
from kampanye_tui.model.legal import LegalBasis
from kampanye_tui.model.party import Institution, Role, Stakeholder
from kampanye_tui.model.problem import Refused
from kampanye_tui.model.rows import read_rows
from kampanye_tui.model.term import Term
from tests.examples import examples
from tests.unit.model.sheets import GOLKAR, HEAD, PKB, ROWS, contestants, problems


def test_each_row_becomes_a_value() -> None:
    assert contestants(ROWS) == (PKB, GOLKAR)


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["no mark", "mark"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"], ids=["comma", "semicolon", "tab"])
def test_every_way_of_saving_gives_the_same_values(mark: bytes, end: str, delimiter: str) -> None:
    plain = ROWS.replace("Partai Golkar; PG", '"Partai Golkar; PG"')
    assert contestants(mark + plain.replace(",", delimiter).replace("\n", end).encode()) == (PKB, GOLKAR)


def test_the_encoding_of_old_excel_is_read() -> None:
    (made,) = contestants((HEAD + "pkb,pemilu-2024,1,Café – “Bangsa”,\n").encode("cp1252"))
    assert made.name == "Café – “Bangsa”"


def test_unicode_text_of_excel_is_refused() -> None:
    (problem,) = problems(ROWS.replace(",", "\t").encode("utf-16"))
    assert problem.what == "berkas ini tersimpan sebagai UTF-16"


def test_a_quoted_cell_holds_delimiters_quotes_and_spaces() -> None:
    (made,) = contestants(HEAD + 'pkb,pemilu-2024,1,"Partai ""K"", dan B",\n')
    assert made.name == 'Partai "K", dan B'


def test_spaces_around_heads_and_cells_do_not_count() -> None:
    (made,) = contestants("id , pemilu,nomor_urut , nama\n pkb,pemilu-2024 , 1 ,\u00a0PKB \n")
    assert made == Contestant(id="pkb", election="pemilu-2024", number=1, name="PKB")


def test_an_empty_cell_is_an_absent_key() -> None:
    (made,) = contestants("id,pemilu,nomor_urut,nama,bukti,wilayah\npkb,pemilu-2024,1,PKB,,\n")
    assert (made.evidence, made.region) == (Evidence.MEMORY, "")


def test_an_empty_cell_of_a_needed_key_is_a_problem() -> None:
    (problem,) = problems(HEAD + "pkb,,1,PKB,\n")
    assert (problem.line, problem.what) == (2, 'kolom "pemilu" kosong')


def test_a_cell_of_spaces_is_an_empty_cell() -> None:
    (problem,) = problems(HEAD + "pkb, \u00a0,1,PKB,\n")
    assert problem.what == 'kolom "pemilu" kosong'


def test_rows_of_empty_cells_do_not_count() -> None:
    assert contestants(ROWS + ",,,,\n\n") == (PKB, GOLKAR)


@pytest.mark.parametrize("blank", ["", "\n\n", "\ufeff", ",,\n", ";;"])
def test_a_file_without_words_is_called_empty(blank: str) -> None:
    (problem,) = problems(blank)
    assert problem.what == "berkas ini kosong"


def test_an_id_in_two_rows_is_refused_at_its_column() -> None:
    (problem,) = problems(HEAD + "pkb,pemilu-2024,1,PKB,\npkb,pemilu-2024,2,PKB,\n")
    assert (problem.line, problem.key_is, problem.key) == (3, "kolom", "id")


def test_an_id_in_two_rows_names_the_line_where_the_first_begins() -> None:
    (problem,) = problems(HEAD + '\npkb,pemilu-2024,1,PKB,"PK\n"\n,,,,\npkb,pemilu-2024,2,PKB,\n')
    assert (problem.line, problem.what) == (6, 'id "pkb" sudah dipakai pada baris 3')


def test_an_id_in_a_row_with_other_problems_is_still_compared() -> None:
    found = problems(HEAD + "pkb,pemilu-2024,x,PKB,\npkb,pemilu-2024,1,PKB,\n")
    assert [problem.line for problem in found] == [2, 3]


@pytest.mark.parametrize(
    "row", ["pkb,pemilu-2024,1,PKB", "pkb,pemilu-2024,1,PKB,,"], ids=["too few", "too many"]
)
def test_a_wrong_number_of_cells_is_named_with_its_line(row: str) -> None:
    (problem,) = problems(f"{ROWS}{row}\n")
    assert (problem.line, problem.what) == (4, f"berisi {row.count(',') + 1} sel, padahal judul kolomnya 5")


def test_several_bad_rows_come_at_once_with_their_lines() -> None:
    found = problems(
        HEAD + "PKB,pemilu-2024,satu,PKB,\ngolkar,pemilu-2024,4,Golkar,\nnasdem,pemilu-2024,5\n,,x,,\n"
    )
    assert [(problem.line, problem.key) for problem in found] == [
        (2, "id"),
        (2, "nomor_urut"),
        (4, ""),
        (5, ""),
        (5, ""),
        (5, "nomor_urut"),
        (5, ""),
    ]


def test_lines_stay_true_behind_an_empty_line() -> None:
    (problem,) = problems(HEAD + "\npkb,pemilu-2024,x,PKB,\n")
    assert problem.line == 3


def test_lines_stay_true_behind_a_row_of_empty_cells() -> None:
    (problem,) = problems(HEAD + ",,,,\npkb,pemilu-2024,x,PKB,\n")
    assert problem.line == 3


def test_lines_stay_true_behind_a_cell_of_several_lines() -> None:
    *_, problem = problems(
        HEAD + 'pkb,pemilu-2024,1,"Partai\nKebangkitan\nBangsa",\ngolkar,pemilu-2024,x,Golkar,\n'
    )
    assert problem.line == 5


BROKEN = {
    "open quote": ('pkb,pemilu-2024,1,"PKB,\nnasdem,pemilu-2024,5,Nasdem,', "tanda petik belum ditutup"),
    "words behind a quote": ('pkb,pemilu-2024,1,"x"y,', "ada tulisan sesudah tanda petik penutup"),
    "a cell without end": (f"pkb,pemilu-2024,1,{'x' * 200_000},", "satu sel terlalu panjang"),
}


@pytest.mark.parametrize(("row", "what"), BROKEN.values(), ids=list(BROKEN))
def test_a_broken_row_is_told_at_the_line_where_it_begins(row: str, what: str) -> None:
    (problem,) = problems(f"{ROWS}{row}\n")
    assert (problem.line, problem.what) == (4, what)


def test_quotes_inside_a_cell_are_text() -> None:
    (made,) = contestants(HEAD + 'pkb,pemilu-2024,1,Partai "K" B,\n')
    assert made.name == 'Partai "K" B'


def test_a_control_character_in_a_cell_is_named() -> None:
    (problem,) = problems(HEAD + "pkb,pemilu-2024,1,P\x1bKB,\n")
    assert "U+001B (ESCAPE)" in problem.what


@pytest.mark.parametrize("code", ["36.1", "3", "Banten"])
def test_a_region_code_that_excel_cut_is_refused_at_its_column(code: str) -> None:
    (problem,) = problems(f"id,pemilu,nomor_urut,nama,wilayah\npkb,pemilu-2024,1,PKB,{code}\n")
    assert (problem.line, problem.key_is, problem.key) == (2, "kolom", "wilayah")


def test_a_day_is_read_as_a_day() -> None:
    (law,) = read_rows(
        LegalBasis, b"id,jenis,nomor,tahun,judul,ditetapkan\nuu-7,UU,7,2017,X,2017-08-15\n", "d.csv"
    )
    assert law.enacted == date(2017, 8, 15)


@pytest.mark.parametrize("day", ["15/08/2017", "15-08-2017", "2017-08-32", "Agustus 2017"])
def test_a_day_as_excel_writes_it_is_refused_with_an_example(day: str) -> None:
    with pytest.raises(Refused) as refused:
        read_rows(
            LegalBasis, f"id,jenis,nomor,tahun,judul,ditetapkan\na,UU,7,2017,X,{day}\n".encode(), "d.csv"
        )
    assert [(problem.key, problem.hint) for problem in refused.value.problems] == [
        ("ditetapkan", "Contoh: 2023-11-28")
    ]


def test_a_list_of_words_is_parted_by_semicolons() -> None:
    (term,) = read_rows(Term, b"nama,nilai,pemilu\nx,y,pemilu; pilkada ;\n", "i.csv")
    assert term.elections == (ElectionKind.GENERAL, ElectionKind.REGIONAL_HEADS)


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("ya", True),
        ("Ya", True),
        ("TIDAK", False),
        ("", False),
        ("true", True),
        ("false", False),
        ("BENAR", True),
        ("SALAH", False),
    ],
)
def test_a_truth_value_is_read(cell: str, value: bool) -> None:
    head = "id,nama,peran,lembaga,jabatan,nomor_sendiri\n"
    (made,) = read_rows(Stakeholder, f"{head}a,A,saksi,pengawas,Ketua,{cell}\n".encode(), "p.csv")
    assert made == Stakeholder(
        id="a",
        name="A",
        role=Role.WITNESS,
        institution=Institution.SUPERVISOR,
        office="Ketua",
        has_own_number=value,
    )


@pytest.mark.parametrize("number", ["satu", "1.5", "1,5", "01a", "½", "१.", "9" * 5000])
def test_a_cell_that_is_no_whole_number_is_refused(number: str) -> None:
    (problem,) = problems(f'{HEAD}pkb,pemilu-2024,"{number}",PKB,\n')
    assert problem.key == "nomor_urut"


CELLS = st.sampled_from(
    ["id", "pemilu", "nama", "nomor_urut", "pkb", "1", "x y", '"', '""', ";", ",", "\t", "\n", "\r\n"]
)


@given(
    st.binary(max_size=60) | st.lists(CELLS, max_size=30).map(lambda cells: (HEAD + "".join(cells)).encode())
)
@examples(300)
def test_any_bytes_give_values_or_are_refused(data: bytes) -> None:
    try:
        found: object = contestants(data)
    except Refused as refused:
        found = refused.problems
    assert isinstance(found, tuple)
