"""Every guide can be found from the two pages that people open first."""

from __future__ import annotations

from tests.each import for_each
from tests.unit.cli.office import ROOT

PAGES = sorted(path.name for path in (ROOT / "docs").glob("*.md"))
FOR_PROGRAMMERS = {"kinerja.md"}


@for_each("page", PAGES)
def test_developers_find_the_page(page: str) -> None:
    assert f"](docs/{page})" in (ROOT / "README.md").read_text(encoding="utf-8")


@for_each("page", sorted({*PAGES} - FOR_PROGRAMMERS))
def test_operators_find_the_page(page: str) -> None:
    assert f"](docs/{page})" in (ROOT / "BACA-SAYA.md").read_text(encoding="utf-8")
