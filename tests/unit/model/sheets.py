"""Contestants in a CSV, and what is refused there."""

from __future__ import annotations

import pytest

from kampanye_tui.model.election import Contestant
from kampanye_tui.model.problem import Problem, Refused
from kampanye_tui.model.rows import read_rows

HEAD = "id,pemilu,nomor_urut,nama,nama_lain\n"
ROWS = HEAD + "pkb,pemilu-2024,1,Partai Kebangkitan Bangsa,\ngolkar,pemilu-2024,4,Golkar,Partai Golkar; PG\n"
PKB = Contestant(id="pkb", election="pemilu-2024", number=1, name="Partai Kebangkitan Bangsa")
GOLKAR = Contestant(
    id="golkar", election="pemilu-2024", number=4, name="Golkar", aliases=("Partai Golkar", "PG")
)


def contestants(text: str | bytes) -> tuple[Contestant, ...]:
    return read_rows(Contestant, text.encode() if isinstance(text, str) else text, "peserta.csv")


def problems(text: str | bytes) -> tuple[Problem, ...]:
    with pytest.raises(Refused) as refused:
        contestants(text)
    return refused.value.problems
