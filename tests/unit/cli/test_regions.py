"""``wilayah``: finding the code of a region."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.unit.cli.office import Command


def codes(out: str) -> list[str]:
    """Return the codes in a table, its heads apart."""
    return [row.split()[0] for row in out.splitlines()[1:]]


@pytest.mark.parametrize(
    "sought",
    [("tangerang", "selatan"), ("Tangerang Selatan",), ("TANGERANG SEL",), ("36.74",)],
    ids=["words", "name", "capitals", "code"],
)
def test_a_region_is_found_by_name_and_code(sought: tuple[str, ...], kampanye: Command) -> None:
    assert codes(kampanye("wilayah", *sought).out) == ["36.74"]


def test_a_region_is_found_by_another_name_it_has(kampanye: Command) -> None:
    assert codes(kampanye("wilayah", "di", "yogyakarta").out) == ["34"]


def test_a_province_is_found_with_its_regions(kampanye: Command) -> None:
    assert codes(kampanye("wilayah", "36").out) == [
        "36",
        *(f"36.0{number}" for number in range(1, 5)),
        *(f"36.7{number}" for number in range(1, 5)),
    ]


def test_without_words_all_regions_are_shown(kampanye: Command) -> None:
    assert len(codes(kampanye("wilayah").out)) == 552


def test_regions_need_no_configuration(
    kampanye: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert kampanye("wilayah", "36.74").code == 0


def test_as_json_a_region_has_all_that_a_configuration_asks_for(kampanye: Command) -> None:
    assert json.loads(kampanye("wilayah", "--json", "36.74").out) == [
        {
            "kode": "36.74",
            "nama": "Kota Tangerang Selatan",
            "jenis": "kota",
            "provinsi": "Banten",
            "zona": "WIB",
        }
    ]


def test_what_is_not_found_is_said_and_is_exit_code_1(kampanye: Command) -> None:
    assert kampanye("wilayah", "atlantis") == (
        1,
        "",
        'Tidak ada wilayah yang cocok dengan "atlantis".\n',
    )


def test_what_is_not_found_is_empty_json(kampanye: Command) -> None:
    assert json.loads(kampanye("wilayah", "--json", "atlantis").out) == []
