"""The reference for authors of packs: every block is played, every link leads somewhere."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.each import for_each
from tests.packs.doc_blocks import PAGES, ROOT, page
from tests.packs.doc_player import Player

NAMES = sorted(path.name for path in PAGES.glob("*.md"))
LINK = re.compile(r"\]\(([^)\s#:]*)(?:#([^)\s]+))?\)")
RUNS_TESTS = "for-programmers.md"
"""Its blocks start pytest in a pack."""
WHERE_AUTHORS_LOOK = ("README.md", "BACA-SAYA.md", "CONTRIBUTING.md", "ARCHITECTURE.md")

every_page = for_each("name", NAMES)


@pytest.mark.parametrize(
    "name",
    [pytest.param(name, marks=pytest.mark.penuh) if name == RUNS_TESTS else name for name in NAMES],
)
def test_everything_on_a_page_is_as_it_says(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "kerja"
    folder.mkdir()
    Player(folder, monkeypatch).play(page(name))


def anchors(text: str) -> set[str]:
    """Return the names under which headings of a page can be linked to."""
    heads = re.findall(r"^#+ (.+)$", re.sub(r"^```.*?^```$", "", text, flags=re.MULTILINE | re.DOTALL), re.M)
    return {re.sub(r"[^\w\- ]", "", head.lower()).replace(" ", "-") for head in heads}


@every_page
def test_every_link_of_a_page_leads_to_a_heading(name: str) -> None:
    for target, anchor in LINK.findall(page(name)):
        path = PAGES / (target or name)
        assert path.is_file(), target
        assert not anchor or anchor in anchors(path.read_text("utf-8")), f"{target}#{anchor}"


@every_page
def test_the_contents_lead_to_every_page(name: str) -> None:
    assert name == "README.md" or f"]({name})" in page("README.md")


@for_each("name", WHERE_AUTHORS_LOOK)
def test_authors_find_the_reference_where_they_look(name: str) -> None:
    assert "docs/paket/" in (ROOT / name).read_text("utf-8")
