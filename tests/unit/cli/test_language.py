"""The catalogue of click's words: compiled as it is written, and fitting the click that is installed."""

from __future__ import annotations

import ast
import string
from collections.abc import Iterator
from pathlib import Path

import click
import polib

from kampanye_tui.cli.language import CATALOGUE
from tests.each import for_each

FOLDER = CATALOGUE / "id" / "LC_MESSAGES"
PO = polib.pofile(str(FOLDER / "messages.po"))
SHOWN = {"exceptions.py", "formatting.py"}
"""Modules of click whose words are all for the person at the keyboard."""


def calls() -> Iterator[tuple[str, ast.Call, ast.Call | None]]:
    """Yield module, call of gettext, and the call of format on it, for all of click."""
    for path in sorted(Path(click.__file__).parent.glob("*.py")):
        tree = ast.parse(path.read_text())
        formats = {
            id(node.func.value): node
            for node in ast.walk(tree)
            if isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and node.func.attr == "format"
        }
        for node in ast.walk(tree):
            named = isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
            if named and node.func.id in ("_", "ngettext"):
                yield path.name, node, formats.get(id(node))


CALLS = [(module, call, made) for module, call, made in calls() if isinstance(call.args[0], ast.Constant)]
WORDS = {call.args[0].value for _module, call, _made in CALLS}
FORMATTED = {
    call.args[0].value: {keyword.arg for keyword in made.keywords}
    for _module, call, made in CALLS
    if made is not None
}
"""Message → the values that click puts into it."""
ENTRIES = [entry for entry in PO if entry.msgid]
every_entry = for_each("entry", {entry.msgid: entry for entry in ENTRIES})


def fields(text: str) -> set[str]:
    """Return the names of the values that a text wants."""
    return {name for _text, name, _spec, _conversion in string.Formatter().parse(text) if name}


def translations(entry: polib.POEntry) -> list[str]:
    """Return what an entry says in Indonesian, in every number."""
    return list(entry.msgstr_plural.values()) if entry.msgid_plural else [entry.msgstr]


def test_the_compiled_catalogue_is_the_written_one() -> None:
    assert (FOLDER / "messages.mo").read_bytes() == PO.to_binary()


def test_no_entry_is_unfinished() -> None:
    assert [entry.msgid for entry in ENTRIES if entry.fuzzy or not all(translations(entry))] == []


@every_entry
def test_an_entry_is_a_message_of_the_installed_click(entry: polib.POEntry) -> None:
    assert entry.msgid in WORDS


@every_entry
def test_an_entry_wants_only_values_that_click_gives(entry: polib.POEntry) -> None:
    wanted = set().union(*map(fields, translations(entry)))
    assert wanted - FORMATTED.get(entry.msgid, set()) == set()


def test_every_message_of_errors_and_help_has_an_entry() -> None:
    known = {entry.msgid for entry in ENTRIES}
    shown = {call.args[0].value for module, call, _made in CALLS if module in SHOWN}
    assert shown - known == set()


def test_one_number_is_enough_for_indonesian() -> None:
    assert PO.metadata["Plural-Forms"] == "nplurals=1; plural=0;"
