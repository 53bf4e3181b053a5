"""docs/dasar-hukum.md says what the national pack says."""

from __future__ import annotations

from tests.packs.law_listing import PAGE, listing


def test_the_list_of_laws_is_the_one_of_the_pack() -> None:
    assert PAGE.read_text(encoding="utf-8") == listing(), "renew it with: make dasar-hukum"


def test_at_least_20_different_articles_are_listed() -> None:
    assert listing().count("\n| Pasal ") >= 20
