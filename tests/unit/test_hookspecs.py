"""The contract: the example of every hook is run, in a pack, through the host that offices use."""

from __future__ import annotations

import ast
import builtins
import inspect
from collections.abc import Callable
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest

from kampanye_tui import api, hookspecs
from kampanye_tui.agreement.checks import run
from kampanye_tui.agreement.compose import compose
from kampanye_tui.formats import built_in
from kampanye_tui.model.export_format import ExportReceipt
from kampanye_tui.model.office import Configuration
from kampanye_tui.plugin.data_pack import DataPack
from kampanye_tui.plugin.intake import KINDS
from kampanye_tui.plugin.library import Library
from tests.unit.plugin.packs import CITY, accept, host, library, python_pack, status

HOOKS = [name for name in vars(hookspecs) if name.startswith("kampanye_")]
TOLD = "kampanye_exported"
"""The only hook that is told something and gives nothing."""
RECEIPT = ExportReceipt(
    path=Path("naskah.pdf"),
    format="pdf",
    template="nasional/naskah",
    agreement="uji",
    pages=1,
    sha256="0" * 64,
)


def example(hook: str) -> str:
    """Return the example in the docstring of a hook."""
    return dedent(inspect.getdoc(getattr(hookspecs, hook)).partition("Example::")[2]).strip()


def arguments(hook: str, made: Library) -> dict[str, Any]:
    """Return what the core gives to a hook in the city of the sample."""
    offered = {"region": made.reference.region, "election": made.reference.election, "receipt": RECEIPT}
    return {name: offered[name] for name in inspect.signature(getattr(hookspecs, hook)).parameters}


@pytest.fixture
def all_examples(tmp_path: Path) -> Library:
    """A library with one pack of a city that is made of all examples."""
    code = "\n\n".join(example(hook) for hook in HOOKS)
    return library(tmp_path, python_pack(tmp_path, "contoh", code, HOOKS, region=CITY))


@pytest.mark.parametrize("hook", HOOKS)
def test_a_hook_has_an_example_that_implements_it(hook: str) -> None:
    defined = [node.name for node in ast.parse(example(hook)).body if isinstance(node, ast.FunctionDef)]
    assert defined == [hook]


@pytest.mark.parametrize("hook", HOOKS)
def test_an_example_shows_all_arguments_of_its_hook(hook: str) -> None:
    shown = [argument.arg for argument in ast.parse(example(hook)).body[0].args.args]
    assert shown == list(inspect.signature(getattr(hookspecs, hook)).parameters)


@pytest.mark.parametrize("hook", HOOKS)
def test_an_example_names_only_what_the_api_offers(hook: str) -> None:
    tree = ast.parse(example(hook))
    nodes = list(ast.walk(tree))
    own = {node.name for node in nodes if isinstance(node, ast.FunctionDef)}
    own |= {node.arg for node in nodes if isinstance(node, ast.arg)}
    named = {node.id for node in nodes if isinstance(node, ast.Name)}
    assert named - own - set(dir(builtins)) - set(api.__all__) == set()


@pytest.mark.parametrize("hook", [hook for hook in HOOKS if hook != TOLD])
def test_an_example_gives_one_item_of_the_kind_of_its_hook(hook: str, tmp_path: Path) -> None:
    pack = python_pack(tmp_path, f"contoh-{hook.replace('_', '-')}", example(hook), [hook], region=CITY)
    made = host(tmp_path, pack)
    given = made.collect(hook, **arguments(hook, library(tmp_path / "tiada")))
    kinds = [type(item) for one in given if one.pack.id == pack.name for item in one.items]
    assert kinds == [KINDS[hook]]


def test_the_example_that_is_told_something_stays_in_use(tmp_path: Path) -> None:
    pack = python_pack(tmp_path, "contoh-diberi-tahu", example(TOLD), [TOLD], region=CITY)
    made = host(tmp_path, pack)
    made.tell(TOLD, receipt=RECEIPT)
    assert status(made, pack.name).reason == ""


def test_a_pack_of_all_examples_is_used(all_examples: Library) -> None:
    assert status(all_examples, "contoh").reason == ""


def test_the_examples_are_in_conflict_with_nothing(all_examples: Library) -> None:
    assert all_examples.reference.conflicts == ()


SEEN: dict[str, Callable[[Library], bool]] = {
    "kampanye_legal_basis": lambda made: made.reference.law("perda-contoh") is not None,
    "kampanye_contestants": lambda made: "paslon-1" in [one.id for one in made.reference.contestants],
    "kampanye_stakeholders": lambda made: "fkub" in [one.id for one in made.reference.stakeholders],
    "kampanye_terms": lambda made: "Panwaslih" in [term.text for term in made.reference.terms],
    "kampanye_clause_sets": lambda made: "contoh/adat" in made.clause_sets,
    "kampanye_clause_overlays": lambda made: bool(made.clause_set("nasional/ringkas").removed),
    "kampanye_rules": lambda made: "tempat" in [rule.id for rule in made.rules],
    "kampanye_templates": lambda made: made.template("catatan").address == "contoh/catatan",
    "kampanye_export_formats": lambda made: made.format("judul").suffix == ".judul",
}
"""Hook → whether what its example gives is seen in a library. Regions and elections have tests below."""


@pytest.mark.parametrize("hook", SEEN)
def test_what_an_example_gives_is_seen_by_the_office(hook: str, all_examples: Library) -> None:
    assert SEEN[hook](all_examples)


def test_the_region_of_the_example_can_be_an_office(tmp_path: Path) -> None:
    pack = python_pack(tmp_path, "contoh-wilayah", example("kampanye_regions"), ["kampanye_regions"])
    assert library(tmp_path, pack, region="99").reference.region.name == "Contoh"


def test_the_election_of_the_example_can_be_chosen(tmp_path: Path) -> None:
    from kampanye_tui.model.office import PackChoice
    from kampanye_tui.plugin.library import open_library

    pack = python_pack(tmp_path, "contoh-pemilu", example("kampanye_elections"), ["kampanye_elections"])
    choice = PackChoice(folders=(".",), accepted=accept(pack))
    made = open_library(choice, tmp_path, CITY, "pemilu-contoh", None, "kampanye.toml")
    assert made.reference.election.short == "Pemilu Contoh"


def test_the_rule_of_the_example_finds_what_it_looks_for(
    all_examples: Library, configuration: Configuration
) -> None:
    agreement = compose(
        configuration,
        all_examples.reference,
        all_examples.clause_set("nasional/ringkas"),
        all_examples.host.packs(),
    )
    found = [one.message for one in run(agreement, all_examples.reference, all_examples.rules)]
    assert "Tempat belum diisi." in found


def test_every_hook_has_a_kind_of_item_or_is_told_something() -> None:
    assert {*KINDS, TOLD} == set(HOOKS)


def test_every_hook_with_items_is_implemented_by_the_program_itself() -> None:
    """The national pack is a pack like any other, and the built-in formats are given as one gives them."""
    offered = {name for name in dir(DataPack) if name.startswith("kampanye_")}
    offered |= {name for module in built_in() for name in dir(module) if name.startswith("kampanye_")}
    assert offered == set(KINDS)


def test_everything_the_api_promises_is_there() -> None:
    assert [name for name in api.__all__ if not hasattr(api, name)] == []


def test_the_api_promises_everything_it_imports() -> None:
    assert sorted(name for name in vars(api) if not name.startswith("_")) == sorted(api.__all__)
