"""Which keys and tables a table holds: unknown, missing, twice, or with a value in their place."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kampanye_tui.model.office import Acceptance, Configuration, Office
from kampanye_tui.model.party import Signatory
from kampanye_tui.model.problem import Refused, Step
from kampanye_tui.model.reading import plan, read_table
from tests.examples import examples
from tests.unit.model.tables import LEAST, problems


def test_an_unknown_key_is_named_with_the_nearest_one() -> None:
    (problem,) = problems(Office, {"wilayah": "36.74", "alamatt": "x"})
    assert (problem.what, problem.hint) == ('kunci "alamatt" tidak dikenal', 'Mungkin maksudnya "alamat"')


def test_an_unknown_key_near_to_none_lists_all_of_them() -> None:
    (problem,) = problems(Signatory, {"jabatan": "Ketua", "xyz": 1})
    assert problem.hint == "Pilihannya: jabatan, nama"


@given(st.text(min_size=1, max_size=40).filter(lambda key: key not in plan(Office)))
@examples(50)
def test_no_unknown_key_is_ignored(key: str) -> None:
    (problem,) = problems(Office, {"wilayah": "36.74", key: "x"})
    assert problem.what == f'kunci "{key}" tidak dikenal'


@given(st.text(min_size=41, max_size=60))
@examples(20)
def test_a_long_unknown_key_is_named_by_its_beginning(key: str) -> None:
    (problem,) = problems(Office, {"wilayah": "36.74", key: "x"})
    assert problem.what == f'kunci "{key[:39]}…" tidak dikenal'


@pytest.mark.parametrize(
    ("steps", "value", "what"),
    [
        ((), {"a": 1}, "tabel [xyz] tidak dikenal"),
        ((), {}, "tabel [xyz] tidak dikenal"),
        ((), [{}, {}], "tabel [[xyz]] tidak dikenal"),
        ((Step("kantor"),), {}, "tabel [kantor.xyz] tidak dikenal"),
        ((Step("kantor"),), [{}], "tabel [[kantor.xyz]] tidak dikenal"),
        ((Step("pihak", 2),), [{}], "tabel [[pihak.xyz]] tidak dikenal"),
        ((Step("kantor"),), [], 'kunci "xyz" tidak dikenal'),
        ((Step("kantor"),), ["a", {}], 'kunci "xyz" tidak dikenal'),
    ],
)
def test_an_unknown_table_is_named_as_its_header_has_it(
    steps: tuple[Step, ...], value: Any, what: str
) -> None:
    with pytest.raises(Refused) as refused:
        read_table(Signatory, {"jabatan": "Ketua", "xyz": value}, "u", steps)
    assert [problem.what for problem in refused.value.problems] == [what]


@pytest.mark.parametrize(
    ("steps", "hint"),
    [
        ((), 'Tambahkan baris jabatan = "…" sebelum tabel pertama'),
        ((Step("pihak", 2),), 'Tambahkan baris jabatan = "…" di tabel ini'),
    ],
)
def test_a_missing_key_is_told_the_line_to_add_and_where(steps: tuple[Step, ...], hint: str) -> None:
    with pytest.raises(Refused) as refused:
        read_table(Signatory, {}, "u", steps)
    assert [problem.hint for problem in refused.value.problems] == [hint]


def test_a_missing_table_is_told_the_header_to_write() -> None:
    found = problems(Configuration, {"kantor": LEAST["kantor"], "pemilu": LEAST["pemilu"]})
    assert [(problem.what, problem.hint) for problem in found] == [
        ("tabel [naskah] belum ada", "Tulis [naskah] pada baris tersendiri")
    ]


def test_the_english_name_of_a_field_is_not_a_key() -> None:
    found = problems(Signatory, {"office": "Ketua"})
    assert [problem.what for problem in found] == [
        'kunci "office" tidak dikenal',
        'kunci "jabatan" belum ada',
    ]


def test_an_id_in_two_rows_names_the_later_row() -> None:
    rows = [{"id": "pkb"}, {"id": "golkar"}, {"id": "pkb"}]
    (problem,) = problems(Configuration, LEAST | {"pihak": rows})
    assert problem.steps == (Step("pihak", 3, "pkb"),)


def test_an_id_in_two_rows_names_the_earlier_row_too() -> None:
    rows = [{"id": "pkb"}, {"id": "golkar"}, {"id": "golkar"}]
    (problem,) = problems(Configuration, LEAST | {"pihak": rows})
    assert problem.what == 'id "golkar" sudah dipakai pada [[pihak]] ke-2'


def test_an_id_in_two_rows_of_a_row_names_the_whole_header() -> None:
    rows = [{"id": "a", "sha256": "0"}] * 2
    (problem,) = problems(Configuration, LEAST | {"paket": {"setuju": rows}})
    assert (problem.what, problem.hint) == (
        'id "a" sudah dipakai pada [[paket.setuju]] ke-1',
        "Setiap [[paket.setuju]] memerlukan id yang berbeda",
    )


def test_an_id_in_three_rows_is_named_twice() -> None:
    found = problems(Configuration, LEAST | {"pihak": [{"id": "pkb"}] * 3})
    assert [problem.steps[-1].row for problem in found] == [2, 3]


def test_one_id_may_stand_in_two_tables() -> None:
    rows = {"pihak": [{"id": "sama"}], "paket": {"setuju": [{"id": "sama", "sha256": "0"}]}}
    assert read_table(Configuration, LEAST | rows, "uji.toml").packs.accepted == (
        Acceptance(id="sama", fingerprint="0"),
    )


def test_an_item_that_is_no_table_is_named_by_its_number() -> None:
    (problem,) = problems(Configuration, LEAST | {"pihak": [{"id": "pkb"}, "bawaslu", {"id": "polres"}]})
    assert problem.steps == (Step("pihak", 2),)


def test_an_item_that_is_no_table_is_told_what_it_is() -> None:
    (problem,) = problems(Configuration, LEAST | {"pihak": ["bawaslu"]})
    assert problem.what == 'harus berupa tabel, tertulis teks "bawaslu"'


@pytest.mark.parametrize(
    ("table", "hint"),
    [
        (
            {"kantor": {"wilayah": "36.74", "anggota": "Siti"}},
            "Tulis [[kantor.anggota]] pada baris tersendiri",
        ),
        ({"klausul": {"isian": "tujuh"}}, "Tulis [klausul.isian] pada baris tersendiri"),
        (
            {"pihak": [{"id": "pkb", "penandatangan": ["Ketua"]}]},
            "Tulis [[pihak.penandatangan]] pada baris tersendiri",
        ),
    ],
)
def test_the_header_to_write_has_the_names_of_all_tables_around_it(table: dict[str, Any], hint: str) -> None:
    assert [problem.hint for problem in problems(Configuration, LEAST | table)] == [hint]
