"""The reference says of every key and kind of value what the code says: nothing less, nothing more."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from enum import Enum
from typing import Any, get_args

import msgspec

from kampanye_tui.model.reading import plan
from kampanye_tui.model.rows import _cell
from tests.each import for_each
from tests.packs.doc_blocks import PAGES, code, codes, marks, page, table_below
from tests.packs.doc_kinds import CHOICES, OTHERS, TEXTS, kind_of, needed, refusals, said_of
from tests.packs.doc_structs import READ, STRUCTS

PAGE_OF = {
    name: (path.name, kind)
    for path in sorted(PAGES.glob("*.md"))
    for kind in ("kunci", "kolom")
    for name in marks(path.read_text("utf-8"), kind)
}
"""What is read → the page that tells of it, and whether it tells of keys or of columns."""

every_struct = for_each("name", STRUCTS.keys())


def rows(name: str) -> dict[str, list[str]]:
    """Return key → the cells behind it."""
    where, kind = PAGE_OF[name]
    return {code(first): rest for first, *rest in table_below(page(where), f"{kind}: {name}")}


def test_every_table_of_keys_is_about_something_that_is_read() -> None:
    assert PAGE_OF.keys() == STRUCTS.keys()


def test_everything_that_a_pack_can_hold_has_its_table() -> None:
    met = {one for read in READ for one in _structs(read)}
    told = {*STRUCTS.values(), *READ}
    assert {one.__name__ for one in met - told} == set()


def _structs(cls: type[msgspec.Struct]) -> Iterator[type[msgspec.Struct]]:
    """Yield a struct and every other that its fields hold."""
    yield cls
    for field in plan(cls).values():
        for kind in _inside(field.type):
            if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
                yield from _structs(kind)


def _inside(kind: Any) -> Iterator[Any]:
    yield kind
    for one in get_args(kind):
        yield from _inside(one)


@every_struct
def test_every_key_is_told_of_and_no_other(name: str) -> None:
    assert rows(name).keys() == plan(STRUCTS[name]).keys()


@every_struct
def test_the_kind_of_each_value_is_that_of_the_code(name: str) -> None:
    kinds = {key: kind_of(field.type) for key, field in plan(STRUCTS[name]).items()}
    assert {key: cells[0] for key, cells in rows(name).items()} == kinds


@every_struct
def test_what_may_not_be_absent_is_marked(name: str) -> None:
    assert {key: cells[1] == "ya" for key, cells in rows(name).items()} == needed(STRUCTS[name])


@every_struct
def test_the_example_of_each_key_is_read(name: str) -> None:
    columns = PAGE_OF[name][1] == "kolom"
    for key, cells in rows(name).items():
        kind = plan(STRUCTS[name])[key].type
        if columns and not cells[3]:
            assert kind_of(kind) == "tabel", key
            continue
        value = _cell(kind, code(cells[3])) if columns else tomllib.loads(f"x = {code(cells[3])}")["x"]
        assert refusals(STRUCTS[name], key, value) == [], key


@every_struct
def test_a_closed_list_of_one_key_stands_in_its_row(name: str) -> None:
    for key, cells in rows(name).items():
        for kind in _inside(plan(STRUCTS[name])[key].type):
            if isinstance(kind, type) and issubclass(kind, Enum) and kind not in CHOICES:
                assert {one.value for one in kind} <= set(codes(cells[2])), key


def test_the_closed_lists_are_those_of_the_code() -> None:
    told = {name: codes(choices) for name, choices in table_below(page("nilai.md"), "pilihan")}
    assert told == {name: [one.value for one in kind] for kind, name in CHOICES.items()}


def test_every_kind_of_value_is_explained() -> None:
    told = {first for first, *_rest in table_below(page("nilai.md"), "nilai")}
    assert told >= {*TEXTS.values(), *(OTHERS[kind] for kind in OTHERS if kind not in (str, Any))}


def test_what_a_kind_of_value_refuses_is_refused_in_these_words() -> None:
    for kind, _meaning, right, wrong, words in table_below(page("nilai.md"), "nilai"):
        assert said_of(kind, code(right)) == [], kind
        assert said_of(kind, code(wrong)) == [words], kind
