"""The reference lists what the code offers: rules, directives, placeholders, codes, sentences, hooks."""

from __future__ import annotations

import inspect
import re
import sys
from pathlib import Path
from textwrap import dedent

import pytest

from kampanye_tui import api, hookspecs, testing
from kampanye_tui.agreement.rules import KINDS
from kampanye_tui.cli.packs import packs
from kampanye_tui.document.conditions import CONDITIONS
from kampanye_tui.document.directives import DIRECTIVES, FLOW
from kampanye_tui.document.directives.laws import FULL_KINDS
from kampanye_tui.document.directives.options import Option
from kampanye_tui.model.pack import API, PackState
from kampanye_tui.model.source import LARGEST
from kampanye_tui.model.template import Sheet
from kampanye_tui.plugin import host
from kampanye_tui.plugin.code_reading import HOOKS
from kampanye_tui.plugin.folder import MOST_BYTES, MOST_FILES
from kampanye_tui.plugin.guard import CHECK_SECONDS, COLLECT_SECONDS, EXPORT_SECONDS
from kampanye_tui.plugin.intake import KINDS as KINDS_OF
from kampanye_tui.plugin.intake import MOST_ITEMS
from kampanye_tui.plugin.pack_codes import MEANINGS
from kampanye_tui.plugin.pack_versions import SINCE
from tests.each import for_each
from tests.packs.doc_blocks import ANYTHING, Block, blocks, code, codes, page, section, table_below
from tests.packs.doc_kinds import CHOICES
from tests.packs.doc_sentences import sentences
from tests.packs.doc_words import elections, groups
from tests.unit.plugin.packs import library, python_pack

ALL_DIRECTIVES = DIRECTIVES | FLOW
REASONS = table_below(page("kode.md"), "alasan")


def headed(text: str, heading: str) -> list[str]:
    """Return the names between backticks in the headings below a heading."""
    return re.findall(r"^### `([^`]+)`$", section(text, heading), re.MULTILINE)


def example(text: str) -> Block:
    """Return the only block of a section."""
    (block,) = blocks(text)
    return block


def test_every_kind_of_rule_has_its_section() -> None:
    assert sorted(headed(page("aturan.md"), "## Jenis aturan")) == sorted(KINDS)


@for_each("name", KINDS.keys())
def test_the_placeholders_of_a_message_are_those_of_its_kind(name: str) -> None:
    said = section(page("aturan.md"), f"### `{name}`")
    (line,) = [line for line in said.split("\n") if line.startswith("Isian pesan: ")]
    assert sorted(re.findall(r"`\{(\w+)\}`", line)) == sorted(KINDS[name].offers)


@for_each("name", KINDS.keys())
def test_the_example_of_a_kind_of_rule_is_of_that_kind(name: str) -> None:
    said = section(page("aturan.md"), f"### `{name}`")
    assert f'jenis = "{name}"' in example(said).text
    conditions = KINDS[name].conditions.__struct_fields__
    assert ("syarat = " in example(said).text) == bool(conditions)
    assert (f"<!-- kunci: syarat-{name} -->" in said) == bool(conditions)


def test_every_directive_has_its_section() -> None:
    assert sorted(headed(page("templat.md"), "## Direktif")) == sorted(ALL_DIRECTIVES)


@for_each("name", ALL_DIRECTIVES.keys())
def test_the_options_of_a_directive_are_those_of_the_code(name: str) -> None:
    said, kind = section(page("templat.md"), f"### `{name}`"), ALL_DIRECTIVES[name]
    mark = f"direktif: {name}"
    told = {code(first): rest for first, *rest in table_below(said, mark)} if mark in said else {}
    wanted = {
        option: [_holds(values), "ya" if option in kind.needs else ""]
        for option, values in kind.options.items()
    }
    assert {option: cells[:2] for option, cells in told.items()} == wanted


def _holds(option: Option) -> str:
    """Return how the reference says what an option may hold."""
    if option.numbers is not None:
        return f"{option.numbers[0]}–{option.numbers[-1]}"
    known = [name for kind, name in CHOICES.items() if tuple(one.value for one in kind) == option.choices]
    if known:
        return f"{known[0]}, boleh beberapa" if option.many else known[0]
    return ", ".join(f"`{one}`" for one in option.choices) or "teks"


@for_each("name", ALL_DIRECTIVES.keys())
def test_what_a_directive_takes_is_said_and_shown(name: str) -> None:
    said, kind = section(page("templat.md"), f"### `{name}`"), ALL_DIRECTIVES[name]
    shown = example(said).text
    assert ("Isi: boleh ada." in said, "Isi: tidak ada." in said) == (kind.inside, not kind.inside)
    assert (f"misalnya `{kind.argument}`" in said) if kind.argument else ("Sesudah namanya" not in said)
    assert [option for option in kind.options if f' {option}="' not in shown and option != "oleh"] == []
    assert f"::: {name}" in shown


def test_the_sheets_are_those_of_the_code() -> None:
    told = [(code(name), size, largest) for name, size, largest in table_below(page("templat.md"), "kertas")]
    sizes = [(one.value, "{} × {}".format(*one.millimetres), str(one.largest)) for one in Sheet]
    assert told == sizes


def test_the_conditions_are_those_of_the_code() -> None:
    told = [code(first) for first, _meaning in table_below(page("templat.md"), "syarat")]
    assert sorted(told) == sorted(CONDITIONS)


@for_each("group", groups().keys())
def test_the_placeholders_are_those_of_the_code_with_their_values(group: str) -> None:
    told = {code(first).strip("{}"): value for first, _meaning, value in table_below(page("isian.md"), group)}
    words = groups()[group]
    assert told.keys() == words.keys()
    assert {name: words[name] for name, value in told.items() if value} == {
        name: value for name, value in told.items() if value
    }


def test_the_stages_are_those_of_the_national_pack() -> None:
    told = [(name, *codes(words), short) for name, words, short in table_below(page("isian.md"), "tahapan")]
    names = [
        (stage.name, stage.id.replace("-", "_"), election.short)
        for election in elections()
        for stage in election.stages
    ]
    assert told == [(name, f"{{mulai_{one}}}", f"{{selesai_{one}}}", short) for name, one, short in names]


def test_the_kinds_of_laws_are_spelt_out_as_papers_do() -> None:
    told = table_below(page("dasar-hukum.md"), "jenis peraturan")
    assert {code(first): words for first, words in told} == FULL_KINDS


def test_the_codes_mean_what_the_catalogue_says() -> None:
    told = {code(first): meaning for first, meaning in table_below(page("kode.md"), "kode")}
    assert told == {one.value: f"{words[0].upper()}{words[1:]}." for one, words in MEANINGS.items()}


def test_every_code_has_an_example() -> None:
    told = headed(page("kode.md"), "## Kode `kampanye paket periksa`")
    assert told == [one.value for one in MEANINGS]
    for one in told:
        said = section(page("kode.md"), f"### `{one}`")
        assert f": {one}: " in "".join(block.text for block in blocks(said)), one


def test_the_states_of_a_pack_are_those_of_the_code() -> None:
    told = [code(first) for first, _meaning in table_below(page("kode.md"), "keadaan")]
    assert sorted(told) == sorted(state.value for state in PackState)


def test_every_sentence_of_the_loader_is_explained() -> None:
    assert {first for first, *_rest in REASONS} == sentences()


BODIES = {sentence: code(cell) for sentence, _meaning, _advice, cell in REASONS if cell}
"""Sentence → the body of a hook that brings it about."""


@for_each("sentence", BODIES.keys())
def test_what_a_hook_may_not_do_is_told_in_these_words(
    sentence: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(host, "COLLECT_SECONDS", 0.3)
    monkeypatch.setattr(sys, "meta_path", list(sys.meta_path))
    body = BODIES[sentence]
    hook = next((hook for hook, kind in KINDS_OF.items() if f"{kind.__name__}(" in body), "kampanye_terms")
    argument = "region" if "region" in inspect.signature(getattr(hookspecs, hook)).parameters else ""
    name = f"contoh-{list(BODIES).index(sentence)}"
    pack = python_pack(tmp_path / name, name, f"@hookimpl\ndef {hook}({argument}):\n    {body}\n", [hook])
    told = library(pack.parent, pack).host.statuses[name].reason
    wanted = ".*".join(map(re.escape, sentence.split(ANYTHING)))
    assert re.fullmatch(f"(hook {hook} )?{wanted}", told), told


def signature(hook: str) -> str:
    """Return a hook with its exact signature."""
    return f"{hook}{inspect.signature(getattr(hookspecs, hook))}".replace("'", "")


def test_every_hook_stands_there_with_its_exact_signature() -> None:
    assert headed(page("hook.md"), "## Semua hook") == [signature(hook) for hook in HOOKS]


@for_each("hook", HOOKS)
def test_the_example_of_a_hook_is_that_of_the_contract(hook: str) -> None:
    shown = example(section(page("hook.md"), f"### `{signature(hook)}`")).text
    contract = inspect.getdoc(getattr(hookspecs, hook)).partition("Example::")[2]
    assert shown.strip() == dedent(contract).strip()


def test_the_time_limits_are_those_of_the_guard() -> None:
    told = [float(seconds) for _what, seconds in table_below(page("hook.md"), "batas waktu")]
    assert told == [COLLECT_SECONDS, CHECK_SECONDS, EXPORT_SECONDS]


def test_the_limits_of_a_pack_are_those_of_the_code() -> None:
    limits = section(page("plugin-toml.md"), "## Batas")
    assert f"paling banyak {MOST_FILES} berkas dan {MOST_BYTES // 1024**2} MiB" in limits
    assert f"satu berkas paling besar {LARGEST // 1024} KiB" in limits
    assert f"Paling banyak {MOST_ITEMS} butir" in page("hook.md")
    assert f"sekarang `{API}`" in section(page("hook.md"), "## Janji versi")


def test_every_key_and_hook_has_its_first_version() -> None:
    told = table_below(page("hook.md") + "\n|", "sejak")
    assert {name: since for since, names in told for name in codes(names)} == SINCE


def test_the_commands_are_those_of_the_program() -> None:
    told = [code(first).partition(" ")[0] for first, _meaning in table_below(page("README.md"), "perintah")]
    assert sorted(told) == sorted(packs.commands)


def test_the_types_for_programmers_are_those_of_the_api() -> None:
    told = page("for-programmers.md")
    for _keys, fields, types in table_below(told, "types"):
        assert set(codes(types)) <= set(api.__all__)
        name, _bracket, named = code(fields).partition("(")
        struct = getattr(api, name if named else codes(types)[0])
        names = codes(fields) if not named else re.findall(r"\w+", named)
        assert set(names) <= set(struct.__struct_fields__), fields
    assert f"and {len(KINDS)} kinds of rules" in told


def test_the_fixtures_are_told_with_all_they_do() -> None:
    told = [
        one for first, _words in table_below(page("for-programmers.md"), "testing") for one in codes(first)
    ]
    named = {re.split(r"[.(]", one)[1] for one in told}
    offered = [testing.PackHost, testing.TriedOffice]
    public = {name for one in offered for name in dir(one) if not name.startswith("_")}
    assert named == public - set(dir(tuple))
