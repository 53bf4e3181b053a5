"""Where the steps of a problem lead: the line of a key, of an inline table, or of the header above it."""

from __future__ import annotations

import pytest

from kampanye_tui.model.locating import located
from kampanye_tui.model.problem import Problem, Step

TEXT = '''\
format = 1
atas = "nasional/ringkas"

[acara]
tanggal = 2023-11-28

[[pihak]]
id = "a"

[[pihak.penandatangan]]
nama = "satu"

[[pihak]]
  id = "b"
teks = """
id = "bukan kunci"
[[pihak]]
"""
lampiran = [{ id = "x" }]

[[pihak.penandatangan]]
nama = "dua"
'''


@pytest.mark.parametrize(
    ("steps", "key", "place"),
    [
        ((), "atas", (2, 1)),
        ((Step("acara"),), "tanggal", (5, 1)),
        ((Step("pihak", 2),), "id", (14, 3)),
        ((Step("pihak", 1), Step("penandatangan", 1)), "nama", (11, 1)),
        ((Step("pihak", 2), Step("penandatangan", 1)), "nama", (22, 1)),
        ((Step("pihak", 2), Step("lampiran", 1)), "id", (19, 1)),
        ((Step("pihak", 2),), "belum-ada", (13, 1)),
        ((Step("pihak", 2), Step("belum", 3)), "ada", (13, 1)),
        ((), "pihak", (7, 1)),
        ((Step("pihak", 2),), "penandatangan", (21, 1)),
    ],
    ids=[
        *("top", "table", "row", "row in a row", "counted anew", "inline", "absent key", "absent table"),
        *("a table as a whole", "a table in a row"),
    ],
)
def test_the_steps_lead_to_a_line(steps: tuple[Step, ...], key: str, place: tuple[int, int]) -> None:
    found = located(Problem(what="x", steps=steps, key=key), TEXT)
    assert (found.line, found.column) == place


def test_the_line_itself_is_shown() -> None:
    assert located(Problem(what="x", key="atas"), TEXT).excerpt == 'atas = "nasional/ringkas"'


def test_what_has_a_line_keeps_it() -> None:
    assert located(Problem(what="x", key="atas", line=9), TEXT).line == 9


def test_what_leads_nowhere_has_no_line() -> None:
    assert located(Problem(what="x", key="tidak_ada"), TEXT).line == 0
