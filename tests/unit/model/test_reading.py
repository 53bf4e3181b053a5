"""Tables → values: every problem at its place, and all of them at once."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any

import msgspec
import pytest

from kampanye_tui.model.clause import ClauseSet
from kampanye_tui.model.occasion import AgreementKind
from kampanye_tui.model.office import Configuration
from kampanye_tui.model.party import Institution, Party, PartyEntry, Role, Signatory
from kampanye_tui.model.problem import Problem, Refused, Step, headers
from kampanye_tui.model.reading import read_table
from kampanye_tui.model.rule import RuleEntry
from kampanye_tui.model.template import FrontMatter
from tests.unit.model.tables import LEAST, problems


def places(found: tuple[Problem, ...]) -> list[tuple[str, str]]:
    return [(" ".join(headers(problem.steps)), problem.key) for problem in found]


def test_keys_become_fields() -> None:
    row = {"id": "bawaslu", "nama": "Bawaslu", "peran": "saksi", "penandatangan": [{"jabatan": "Ketua"}]}
    assert read_table(Party, row, "uji.toml") == Party(
        id="bawaslu", name="Bawaslu", role=Role.WITNESS, signatories=(Signatory(office="Ketua"),)
    )


def test_an_absent_key_takes_its_default() -> None:
    made = read_table(Configuration, LEAST, "uji.toml")
    assert (made.agreement.kind, made.parties, made.fonts) == (AgreementKind.UNDERSTANDING, (), None)


def test_problems_of_all_rows_of_all_tables_come_at_once() -> None:
    table = {
        "kantor": {"wilayah": 36},
        "pemilu": {},
        "naskah": {"id": "Damai"},
        "acara": {"tanggal": "besok"},
        "pihak": [{"id": "pkb", "ikut": 1}, {"id": "bawaslu"}, {"id": "polres", "peran": "saksy"}],
        "ekspor": {"kertas": "A5"},
    }
    assert places(problems(Configuration, table)) == [
        ("tabel [kantor]", "wilayah"),
        ("tabel [pemilu]", ""),
        ("tabel [naskah]", "id"),
        ("tabel [acara]", "tanggal"),
        ('[[pihak]] ke-1 ("pkb")', "ikut"),
        ('[[pihak]] ke-3 ("polres")', "peran"),
        ("tabel [ekspor]", "kertas"),
    ]


def test_several_problems_of_one_row_are_all_named() -> None:
    row = {"id": "PKB", "nama": 1, "nomor_urut": "satu", "warna": "hijau"}
    assert [problem.key for problem in problems(PartyEntry, row)] == ["", "id", "nama", "nomor_urut"]


def test_a_row_in_a_row_is_named_with_both_numbers() -> None:
    table = LEAST | {
        "pihak": [{"id": "pkb"}, {"id": "polres", "penandatangan": [{"jabatan": "A"}, {"nama": "Budi"}]}]
    }
    (problem,) = problems(Configuration, table)
    assert problem.steps == (Step("pihak", 2, "polres"), Step("penandatangan", 2, "Budi"))


@pytest.mark.parametrize(
    ("row", "label"),
    [
        ({"id": "a", "nama": "B"}, "a"),
        ({"nama": "B", "sumber": "C"}, "B"),
        ({"sumber": "C"}, "C"),
        ({"id": 7, "nama": ""}, ""),
        ({"id": "x" * 50}, "x" * 40),
    ],
)
def test_a_row_is_called_by_its_id_its_name_or_its_source(row: dict[str, Any], label: str) -> None:
    found = problems(Configuration, LEAST | {"pihak": [row | {"salah": 1}]})
    assert found[0].steps == (Step("pihak", 1, label),)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("nomor_urut", True),
        ("nomor_urut", 1.0),
        ("nomor_urut", "1"),
        ("ikut", 1),
        ("ikut", "true"),
        ("nama", 1),
        ("nama", True),
        ("nama", ["a"]),
        ("nama", {"a": "b"}),
        ("peran", 1),
        ("peran", None),
        ("lembaga", ["pengawas"]),
        ("penandatangan", {"jabatan": "Ketua"}),
        ("penandatangan", "Ketua"),
    ],
)
def test_a_value_of_another_type_is_refused_at_its_key(key: str, value: Any) -> None:
    (problem,) = problems(PartyEntry, {"id": "pkb", key: value})
    assert problem.key == key


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("tanggal", datetime(2023, 11, 28, 9)),  # noqa: DTZ001 - as TOML gives it
        ("tanggal", "2023-11-28"),
        ("tanggal", 20231128),
        ("mulai", datetime(2023, 11, 28, 9)),  # noqa: DTZ001
        ("mulai", date(2023, 11, 28)),
        ("mulai", "09:00:00"),
    ],
)
def test_days_and_hours_are_not_taken_for_each_other(key: str, value: Any) -> None:
    (problem,) = problems(Configuration, LEAST | {"acara": {key: value}})
    assert problem.key == key


def test_a_day_and_an_hour_are_taken_as_they_are() -> None:
    occasion = {"tanggal": date(2023, 11, 28), "mulai": time(9)}
    made = read_table(Configuration, LEAST | {"acara": occasion}, "uji.toml").occasion
    assert (made.day, made.start) == (date(2023, 11, 28), time(9))


def test_a_whole_number_is_taken_where_a_number_is_expected() -> None:
    front = read_table(FrontMatter, {"id": "naskah", "judul": "Naskah", "ukuran_huruf": 12}, "uji.toml")
    assert repr(front.size) == "12.0"


@pytest.mark.parametrize("institution", Institution)
def test_each_word_of_a_closed_list_is_taken(institution: Institution) -> None:
    assert read_table(PartyEntry, {"id": "x", "lembaga": institution.value}, "u").institution is institution


@pytest.mark.parametrize("word", ["", "Saksi", "saksi ", "WITNESS", "witness"])
def test_a_word_outside_a_closed_list_is_refused(word: str) -> None:
    (problem,) = problems(PartyEntry, {"id": "x", "peran": word})
    assert problem.what == f'"{word}" tidak termasuk pilihan'


def test_a_fault_that_no_single_field_tells_is_placed_in_its_row() -> None:
    (problem,) = problems(Configuration, LEAST | {"pihak": [{"id": "a"}, {"id": "b", "nomor_urut": 0}]})
    assert (problem.steps, problem.key) == ((Step("pihak", 2, "b"),), "nomor_urut")


def test_keys_that_an_office_makes_up_are_judged_too() -> None:
    (problem,) = problems(Configuration, LEAST | {"klausul": {"isian": {"Batas": "tujuh"}}})
    assert (problem.steps, problem.key) == ((Step("klausul"), Step("isian")), "Batas")


def test_conditions_of_a_rule_hold_any_value() -> None:
    row = {"id": "a", "jenis": "b", "tingkat": "saran", "pesan": "c", "syarat": {"x": [1, {"y": True}]}}
    assert read_table(RuleEntry, row, "u").conditions == {"x": [1, {"y": True}]}


def test_the_file_is_named_in_every_problem() -> None:
    assert {problem.file for problem in problems(ClauseSet, {"x": 1})} == {"uji.toml"}


def test_steps_above_the_table_stay_in_front() -> None:
    with pytest.raises(Refused) as refused:
        read_table(Signatory, {"jabatan": 1}, "u", (Step("pihak", 2, "polres"),))
    assert refused.value.problems[0].steps == (Step("pihak", 2, "polres"),)


@pytest.mark.parametrize(
    ("cls", "key"),
    [
        (Signatory, "jabatan"),
        (FrontMatter, "ukuran_huruf"),
        (PartyEntry, "nomor_urut"),
        (PartyEntry, "peran"),
    ],
)
def test_a_number_too_long_to_print_is_refused(cls: type[msgspec.Struct], key: str) -> None:
    assert key in [problem.key for problem in problems(cls, {key: 16**5000})]
