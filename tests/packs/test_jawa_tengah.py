"""The data pack of Central Java: a clause on exhaust noise and traffic, beside the national ones."""

from __future__ import annotations

import pytest

from tests.packs.regional_office import regional_office

CLAUSE = "knalpot-dan-lalu-lintas"


@pytest.mark.parametrize(
    ("clause_set", "election", "before"),
    [
        ("nasional/ringkas", "pemilu-2024", "aman-tertib-damai"),
        ("nasional/ringkas", "pilkada-2024", "aman-tertib-damai"),
        ("nasional/lengkap-pemilu", "pemilu-2024", "konvoi-dan-kebisingan"),
        ("nasional/lengkap-pilkada", "pilkada-2024", "pawai-dan-kebisingan"),
    ],
)
def test_its_clause_follows_the_one_on_order_in_the_streets(
    clause_set: str, election: str, before: str
) -> None:
    ids = regional_office("33.24", election, clause_set=clause_set).clauses()
    assert ids[ids.index(before) + 1] == CLAUSE


def test_its_clause_reads_alike_in_every_set() -> None:
    offered = [
        one.clause
        for name in ("ringkas", "lengkap-pemilu", "lengkap-pilkada")
        for one in regional_office("33").library.clause_set(f"nasional/{name}").clauses
        if one.clause.id == CLAUSE
    ]
    assert offered == [offered[0]] * 3


def test_articles_that_nobody_compared_are_flagged() -> None:
    told = [one.message for one in regional_office("33.75").findings() if one.rule == "dasar-dari-ingatan"]
    assert [words.partition(" belum")[0] for words in told if "22/2009" in words] == [
        "Pasal 106 UU 22/2009",
        "Pasal 285 UU 22/2009",
    ]
