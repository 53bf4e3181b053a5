"""The least table of an office, and what is read or refused in a table or in a file."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from kampanye_tui.model.problem import Problem, Refused
from kampanye_tui.model.reading import read_table
from kampanye_tui.model.source import decode, parse_toml

LEAST: dict[str, Any] = {
    "kantor": {"wilayah": "36.74"},
    "pemilu": {"id": "pemilu-2024"},
    "naskah": {"id": "damai"},
}


SAMPLE = """\
format = 1
# Komentar
[kantor]
kota = "Tangerang Selatan"
contoh = true

[[pihak]]
id = "bawaslu"
penandatangan = [{ jabatan = "Ketua" }]
catatan = \"\"\"
baris pertama
baris kedua\"\"\"
"""


def problems(cls: type[msgspec.Struct], table: dict[str, Any]) -> tuple[Problem, ...]:
    with pytest.raises(Refused) as refused:
        read_table(cls, table, "uji.toml")
    return refused.value.problems


def table(data: bytes) -> dict[str, Any]:
    return parse_toml(decode(data, "uji.toml"), "uji.toml")


def refused(data: bytes) -> Problem:
    with pytest.raises(Refused) as caught:
        table(data)
    (problem,) = caught.value.problems
    return problem
