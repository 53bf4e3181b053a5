"""Whatever stands in a table: a value or problems, and nothing else is ever raised."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kampanye_tui.model.occasion import AgreementKind
from kampanye_tui.model.office import Configuration
from kampanye_tui.model.party import Institution, Role
from kampanye_tui.model.problem import Refused
from kampanye_tui.model.reading import plan, read_table
from tests.examples import examples
from tests.unit.model.tables import LEAST


def keys_below(kind: Any) -> set[str]:
    """All keys of a struct and of everything in it, so that arbitrary tables often hit a real one."""
    found: set[str] = set()
    for part in getattr(kind, "__args__", ()):
        found |= keys_below(part)
    if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
        for key, field in plan(kind).items():
            found |= {key} | keys_below(field.type)
    return found


WORDS = st.sampled_from(sorted(keys_below(Configuration))) | st.text(max_size=3)
SCALARS = (
    WORDS
    | st.sampled_from([*Role, *Institution, *AgreementKind, "pemilu-2024", "nasional/ringkas"]).map(str)
    | st.integers()
    | st.floats()
    | st.booleans()
    | st.dates()
    | st.times()
    | st.datetimes(timezones=st.none() | st.timezones())
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=4),
    max_leaves=15,
)
TABLES = st.dictionaries(WORDS, VALUES, max_size=4)
OFFICES = st.fixed_dictionaries(
    {key: st.just(value) | VALUES for key, value in LEAST.items()},
    optional={
        key: VALUES | TABLES | st.lists(TABLES, max_size=3) for key in plan(Configuration) if key not in LEAST
    },
)


@pytest.mark.penuh
@given(OFFICES | TABLES)
@examples(200)
def test_any_table_gives_a_value_or_is_refused_with_problems(table: dict[str, Any]) -> None:
    try:
        made: object = read_table(Configuration, table, "uji.toml")
    except Refused as refused:
        made = refused.problems
    assert made
