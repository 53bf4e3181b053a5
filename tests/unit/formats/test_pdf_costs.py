"""What a numbered copy costs, counted and not timed: the second is made of what the first one left.

The pihak are renamed in each test, so that no other has made these papers before.
"""

from __future__ import annotations

import itertools
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import fpdf
import msgspec
import pytest
import uharfbuzz

from kampanye_tui.agreement.state import state
from kampanye_tui.export import Job, Maker, Request, make_all, plan
from kampanye_tui.formats.pdf import frames, packing
from kampanye_tui.model.agreement import Agreement
from kampanye_tui.plugin.library import Library
from kampanye_tui.typeset import layout, lines
from tests.unit.test_imports import PROGRAM, ROOT, modules

Count = Callable[[Any, str], list[object]]
OTHERS = itertools.count(1)
COSTS: dict[str, tuple[object, str, int]] = {
    # Its number, and the words at the foot of its pages, which are measured whole.
    "words are shaped": (uharfbuzz, "shape", 3),
    # Four in the frame on its first page, the foot, and the widest number that the foot leaves room for.
    "texts are broken into lines": (lines, "atoms_of", 6),
    # What stands before its first page break.
    "stretches are put on pages": (layout, "place", 1),
    # Its first page, the foot, the record of what it was made from, and the table of its objects.
    "streams are compressed": (zlib, "compress", 4),
    "trees of tags are made": (packing, "tree_objects", 0),
    "kept frames are read": (frames, "Cache", 0),
    "frames are made": (fpdf.FPDF, "output", 0),
}
"""How often what is called, at most, for a second copy."""
MOST_BYTES = 75_000
"""Of a copy of 13 pages with its attachments; it takes 73,000."""
MOST_MODULES = 560
"""Of an export whose frame fpdf2 made in an earlier start; it takes 539."""


@pytest.fixture
def count(monkeypatch: pytest.MonkeyPatch) -> Count:
    """Count the calls of a function: the list that is returned grows with each."""

    def counted(owner: Any, name: str) -> list[object]:
        calls: list[object] = []
        function = getattr(owner, name)

        def counting(*given: Any, **more: Any) -> Any:
            calls.append(name)
            return function(*given, **more)

        monkeypatch.setattr(owner, name, counting)
        return calls

    return counted


def copies(agreement: Agreement, library: Library, name: str) -> tuple[Maker, tuple[Job, ...]]:
    """Return what makes the copies of the sample for pihak whose names end in ``name``."""
    parties = tuple(
        msgspec.structs.replace(party, name=f"{party.name} {name}", short=f"{party.short} {name}")
        for party in agreement.parties
    )
    renamed = msgspec.structs.replace(agreement, parties=parties)
    now = state(renamed)
    return Maker(renamed, now, library), plan(renamed, library, Request(("salinan-peserta",), ("pdf",)), now)


@pytest.fixture
def second(agreement: Agreement, library: Library) -> Callable[[], object]:
    """Make the first copy of a paper, and return what makes the second."""
    maker, jobs = copies(agreement, library, f"ke-{next(OTHERS)}")
    press = maker.press(jobs[0].template)
    maker.make(jobs[0], press)
    return lambda: maker.make(jobs[1], press)


@pytest.mark.parametrize("what", COSTS)
def test_a_second_copy_costs_its_own_page(what: str, second: Callable[[], object], count: Count) -> None:
    owner, name, most = COSTS[what]
    calls = count(owner, name)
    second()
    # The words of a copy may have been met before, in this process or in the first copy; nothing else may.
    least = 0 if name == "shape" else min(1, most)
    assert least <= len(calls) <= most


def test_all_copies_of_an_office_have_one_frame(
    agreement: Agreement, library: Library, count: Count, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    frames.frame.cache_clear()
    output = count(fpdf.FPDF, "output")
    files = make_all(*copies(agreement, library, "rangka"))
    assert (len(files), len(output)) == (24, 1)


def test_a_copy_is_small(agreement: Agreement, library: Library) -> None:
    maker, jobs = copies(agreement, library, "kecil")
    assert len(maker.make(jobs[0]).data) <= MOST_BYTES


@pytest.fixture(scope="module")
def later_start(
    agreement: Agreement, library: Library, tmp_path_factory: pytest.TempPathFactory
) -> frozenset[str]:
    """The modules of a process that exports a copy when fpdf2 has made the frame in an earlier one."""
    folder = tmp_path_factory.mktemp("lagi")
    config = folder / "kampanye.toml"
    config.write_bytes((ROOT / "sample_config.toml").read_bytes())
    maker, jobs = copies(agreement, library, "awal")
    asked = ["--templat", "salinan-peserta", "--untuk", jobs[0].copy.holder, "-o", str(folder / "a.pdf")]
    with pytest.MonkeyPatch.context() as changed:
        changed.setenv("XDG_CACHE_HOME", str(folder))
        frames.frame.cache_clear()
        maker.make(jobs[0])
        return modules(PROGRAM.format(["--config", str(config), "ekspor", *asked]))


def test_a_later_start_needs_no_fpdf2(later_start: frozenset[str]) -> None:
    assert "fpdf" not in later_start


def test_a_later_start_brings_few_modules(later_start: frozenset[str]) -> None:
    assert len(later_start) <= MOST_MODULES
