"""Arbitrary valid values of any struct that files hold, made from the plan that reading uses."""

from __future__ import annotations

import types
from datetime import date, time
from enum import Enum
from functools import cache
from types import NoneType
from typing import Annotated, Any, Union, get_args, get_origin

import msgspec
from hypothesis import strategies as st

from kampanye_tui.model.pack import Plugin
from kampanye_tui.model.party import Party, PartyEntry
from kampanye_tui.model.reading import plan
from kampanye_tui.model.signing_group import SigningGroup
from kampanye_tui.model.template import FrontMatter, Margins
from kampanye_tui.model.text import ADDRESS, IDENTIFIER, MANY_LINES, NAME, ONE_LINE, REGION, unseen

CHARACTERS = st.characters(exclude_categories=("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")) | st.sampled_from(
    "\"'\\{}[]#=*_:;,. éʼ“”–"
)
SEEN = CHARACTERS.filter(lambda character: not list(unseen(character)))
ID = st.from_regex(r"[a-z0-9]{1,4}(-[a-z0-9]{1,4}){0,2}", fullmatch=True)
TEXTS = {
    ONE_LINE: st.text(SEEN, max_size=12).filter(lambda text: not text or text.strip()),
    MANY_LINES: st.text(SEEN | st.just("\n"), max_size=24),
    IDENTIFIER: ID,
    ADDRESS: st.builds("{}/{}".format, ID, ID),
    REGION: st.from_regex(r"([0-9]{2}(\.[0-9]{2})?)?", fullmatch=True),
    NAME: st.from_regex(r"[a-z][a-z0-9]{0,3}(_[a-z0-9]{1,3}){0,2}", fullmatch=True),
}
SCALARS: dict[Any, st.SearchStrategy[Any]] = {
    bool: st.booleans(),
    int: st.integers(1 - 2**63, 2**63 - 1),
    float: st.floats(allow_nan=False, allow_infinity=False),
    date: st.dates(),
    time: st.times(),
}
ANY = st.recursive(
    st.one_of(*SCALARS.values(), TEXTS[MANY_LINES]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS[ONE_LINE], inner, max_size=3),
    max_leaves=6,
)
# Where hardly any value of the type is without faults, these are.
NARROW: dict[tuple[type, str], st.SearchStrategy[Any]] = {
    (Plugin, "api"): st.just(1),
    **{(cls, "kelompok"): st.none() | st.integers(1, 9) for cls in (Party, PartyEntry)},
    (SigningGroup, "nomor"): st.integers(1, 9),
    (FrontMatter, "ukuran_huruf"): st.floats(7, 24),
    (FrontMatter, "ukuran_huruf_terbesar"): st.none() | st.just(24.0),
    (FrontMatter, "lebihan_potong"): st.integers(0, 10),
    (FrontMatter, "kelipatan_halaman"): st.integers(1, 32),
    **{(Margins, side): st.integers(10, 60) for side in ("atas", "bawah", "kiri", "kanan")},
}


def of_kind(kind: Any) -> st.SearchStrategy[Any]:
    """Values of a field's type."""
    origin = get_origin(kind)
    if origin in (types.UnionType, Union):
        return st.one_of(st.none() if one is NoneType else of_kind(one) for one in get_args(kind))
    if origin is Annotated:
        return TEXTS[get_args(kind)[1]]
    if origin is tuple:
        inner = get_args(kind)[0]
        by_id = (lambda row: row.id) if "id" in getattr(inner, "__struct_fields__", ()) else None
        return st.lists(of_kind(inner), max_size=2, unique_by=by_id).map(tuple)
    if origin is dict:
        names, values = get_args(kind)
        return st.dictionaries(of_kind(names), of_kind(values), max_size=2)
    if kind is Any:
        return ANY
    if issubclass(kind, msgspec.Struct):
        return of_struct(kind)
    if issubclass(kind, Enum):
        return st.sampled_from(kind)
    return SCALARS[kind]


@cache
def of_struct(cls: type[msgspec.Struct]) -> st.SearchStrategy[Any]:
    """Values of a struct without faults."""
    fields = {
        field.name: NARROW[cls, key] if (cls, key) in NARROW else of_kind(field.type)
        for key, field in plan(cls).items()
    }
    needed = {field.name for field in plan(cls).values() if field.required}
    made = st.fixed_dictionaries(
        {name: values for name, values in fields.items() if name in needed},
        optional={name: values for name, values in fields.items() if name not in needed},
    ).map(lambda given: cls(**given))
    return made.filter(lambda value: not list(value.faults())) if hasattr(cls, "faults") else made
