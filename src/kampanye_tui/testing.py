"""Fixtures for authors of packs: a host with an empty inbox, and an office to look at what a pack does there.

In ``conftest.py``::

    pytest_plugins = ["kampanye_tui.testing"]

In a test, a pack is a folder, or a function whose body is the pack's module::

    def test_the_word_of_aceh(kampanye_host):
        def plugin():
            from kampanye_tui.api import Term, hookimpl

            @hookimpl
            def kampanye_terms(region):
                return [Term(name="singkatan_penyelenggara", text="KIP")]

        kampanye_host.add(plugin, region="11")
        office = kampanye_host.office("11.71")
        assert "KIP" in office.text("naskah")

The host finds no packs by itself, neither those of this machine nor those of the user who runs the tests; it
accepts what a test adds, and forgets it afterwards.
"""

from __future__ import annotations

import ast
import inspect
import sys
from collections.abc import Callable, Iterator
from datetime import date
from io import BytesIO
from pathlib import Path
from textwrap import dedent
from typing import NamedTuple

import pytest

from kampanye_tui.agreement.checks import run
from kampanye_tui.agreement.compose import compose
from kampanye_tui.agreement.state import state
from kampanye_tui.document.build import build
from kampanye_tui.export import EVERYBODY, papers_of, recipients_of
from kampanye_tui.formats.text import text_of
from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.document import Document
from kampanye_tui.model.export_format import ExportOptions
from kampanye_tui.model.finding import Finding
from kampanye_tui.model.occasion import Occasion
from kampanye_tui.model.office import (
    Acceptance,
    AgreementChoice,
    ClauseChoice,
    Configuration,
    ElectionChoice,
    Office,
)
from kampanye_tui.model.pack import PackKind
from kampanye_tui.model.problem import refuse
from kampanye_tui.plugin.code_reading import marked_functions
from kampanye_tui.plugin.folder import MANIFEST, PackFolder, read_folder
from kampanye_tui.plugin.host import Host
from kampanye_tui.plugin.library import Library, library_from
from kampanye_tui.plugin.python_pack import PREFIX

FIRST_DAY = date(2023, 11, 28)
"""The first day of the campaign before the general election of 2024, on which a tried office signs."""


class TriedOffice(NamedTuple):
    """An office with the packs of a test, and the first draft of its agreement."""

    library: Library
    agreement: Agreement

    def assert_active(self, pack_id: str) -> None:
        """Fail with the reason when a pack is not in use."""
        status = self.library.host.statuses.get(pack_id)
        if status is None:
            raise AssertionError(f"there is no pack {pack_id}")
        if not self.library.host.active(pack_id):
            raise AssertionError(f"{pack_id}: {status.state.value}: {status.reason}")

    def clauses(self) -> dict[str, str]:
        """Return the clauses of the draft in order: id → how it reads."""
        return {clause.id: clause.resolved for clause in self.agreement.clauses}

    def findings(self) -> tuple[Finding, ...]:
        """Return what all rules find in the draft."""
        return run(self.agreement, self.library.reference, self.library.rules)

    def document(self, template: str = "naskah") -> Document:
        """Return the first paper of a template; raises :class:`Refused` for one at fault, or for nobody."""
        chosen = self.library.template(template)
        everybody = recipients_of(self.agreement, (EVERYBODY,))
        for copy, holder, _name in papers_of(self.agreement, chosen, everybody):
            return build(
                chosen,
                self.agreement,
                state(self.agreement),
                copy=copy,
                holder=holder,
                templates=self.library.templates,
            )
        raise refuse(f'templat "{template}" tidak untuk siapa pun di naskah ini')

    def text(self, template: str = "naskah") -> str:
        """Return the first paper of a template as text, its lines joined so that a sentence can be sought."""
        return " ".join(text_of(self.document(template)).split())

    def exported(self, export_format: str, template: str = "naskah") -> bytes:
        """Return the first paper of a template in a format; raises :class:`Refused` when it fails."""
        stream = BytesIO()
        self.library.format(export_format).write(self.document(template), stream, ExportOptions())
        return stream.getvalue()


class PackHost:
    """A host with an empty inbox, to which a test adds packs."""

    def __init__(self, folder: Path) -> None:
        """Keep packs made of functions below ``folder``."""
        self._folder = folder
        self._packs: list[PackFolder] = []

    def add(self, plugin: Path | Callable[[], object], pack_id: str = "uji", region: str = "") -> str:
        """Add a pack, accepted as it is, and return its id.

        ``plugin`` is the folder of a pack, or a function whose body becomes the module of one; id and region
        are those of the latter. Raises :class:`Refused` for what cannot be read as a pack.
        """
        path = plugin if isinstance(plugin, Path) else _written(self._folder / pack_id, plugin, region)
        path = path.resolve()
        pack = read_folder(path, path.name)
        self._packs.append(pack)
        return pack.manifest.plugin.id

    def office(
        self,
        region: str = "36.74",
        *,
        election: str = "pemilu-2024",
        day: date = FIRST_DAY,
        clause_set: str = "nasional/ringkas",
    ) -> TriedOffice:
        """Return an office in a region with the packs added so far; raises :class:`Refused`."""
        accepted = [
            Acceptance(id=pack.manifest.plugin.id, fingerprint=pack.fingerprint)
            for pack in self._packs
            if pack.manifest.plugin.kind is PackKind.PYTHON
        ]
        host = Host(region, (), accepted, given=self._packs)
        library = library_from(host, election, day, "kampanye.toml")
        configuration = Configuration(
            office=Office(region=region),
            election=ElectionChoice(id=election),
            agreement=AgreementChoice(id="uji"),
            occasion=Occasion(day=day),
            clauses=ClauseChoice(clause_set=clause_set),
        )
        offered = library.clause_set(clause_set)
        return TriedOffice(library, compose(configuration, library.reference, offered, host.packs()))


@pytest.fixture
def kampanye_host(tmp_path: Path) -> Iterator[PackHost]:
    """A host with an empty inbox; modules of packs that a test loads are gone after it."""
    known, finders = set(sys.modules), list(sys.meta_path)
    yield PackHost(tmp_path / "paket")
    for name in set(sys.modules) - known:
        if name.startswith(PREFIX):
            del sys.modules[name]
    sys.meta_path[:] = finders


def _written(path: Path, function: Callable[[], object], region: str) -> Path:
    """Write the pack whose module is the body of a function, and return its folder."""
    source = dedent(inspect.getsource(function))
    (node,) = ast.parse(source).body
    if not isinstance(node, ast.FunctionDef):
        raise TypeError("a pack is a folder, or a function whose body is its module")
    first = node.body[0]
    begin = min([first.lineno, *(one.lineno for one in getattr(first, "decorator_list", ()))])
    module = dedent("\n".join(source.split("\n")[begin - 1 : node.end_lineno]))
    hooks = ", ".join(f'"{name}"' for name in marked_functions(ast.parse(module)))
    path.mkdir(parents=True)
    (path / "modul.py").write_text(module, encoding="utf-8")
    (path / MANIFEST).write_text(
        f'format = 1\n\n[plugin]\nid = "{path.name}"\nnama = "Paket uji"\nversi = "1"\napi = 1\n'
        f'jenis = "python"\nwilayah = "{region}"\n\n[python]\nmodul = "modul"\nhook = [{hooks}]\n',
        encoding="utf-8",
    )
    return path
