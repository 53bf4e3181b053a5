"""What the file of an agreement must not say: parts that contradict each other."""

from __future__ import annotations

from typing import Any

import pytest

from kampanye_tui.model.agreement import AgreedClause, Agreement
from kampanye_tui.model.election import Election, ElectionKind
from kampanye_tui.model.office import Office
from kampanye_tui.model.reference import Reference
from kampanye_tui.model.region import Region, RegionKind, Zone

CITY = Region(code="36.74", name="Kota X", kind=RegionKind.CITY, province="Banten", zone=Zone.WEST)
ELECTION = Election(
    id="pemilu-2024", kind=ElectionKind.GENERAL, name="Pemilihan Umum", short="Pemilu", year=2024
)


def faulty_keys(made: Any) -> list[str]:
    """Return the keys that are at fault."""
    return [key for key, _what, _hint in made.faults()]


@pytest.mark.parametrize(
    ("text", "reading", "keys"),
    [("a", "b", []), ("a\n\nb", "c\n\nd", []), ("a", "b\nc", ["bunyi"]), ("a\nb", "c", ["bunyi"])],
)
def test_a_clause_has_as_many_lines_in_its_reading_as_in_its_text(
    text: str, reading: str, keys: list[str]
) -> None:
    assert faulty_keys(AgreedClause(id="a", title="A", text=text, resolved=reading)) == keys


@pytest.mark.parametrize(("region", "keys"), [("36.74", []), ("36.71", ["kantor"])])
def test_an_agreement_is_of_the_region_of_its_office(region: str, keys: list[str]) -> None:
    made = Agreement(
        id="a",
        topic="A",
        office=Office(region=region),
        reference=Reference(region=CITY, election=ELECTION),
    )
    assert faulty_keys(made) == keys
