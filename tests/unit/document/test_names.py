"""What people are called prints as they are called, whatever signs it holds."""

from __future__ import annotations

import msgspec
import pytest

from kampanye_tui.agreement.compose import compose
from kampanye_tui.agreement.state import state
from kampanye_tui.document.build import build
from kampanye_tui.model.agreement import Agreement, CopyPlan
from kampanye_tui.model.document import Box, ClauseBlock, Document, SignatureGrid
from kampanye_tui.model.office import ClauseChoice, Configuration, Member
from kampanye_tui.model.party import PartyEntry, Signatory
from kampanye_tui.plugin.library import Library
from tests.unit.document.papers import copy_for, said, texts, tree

NAMES = [
    "*Bintang* dan **Dua**",
    "_garis_ bawah_",
    "[b]tebal[/b]",
    "<b>tebal</b> & <br>",
    "::: kop",
    ":::",
    "+++",
    "{x}",
    "{peserta}",
    "{@asas-bersama}",
    "{{ganda}}",
    "C:\\naskah\\{x}",
    "\"kutip\" dan 'petik'",
    "Café Nyakʼ",
    "# Judul",
    "1. Nomor",
    "- strip",
    "| tabel |",
    "Partai Persatuan Gerakan Kebangkitan Solidaritas Rakyat Nusantara dan Perjuangan Bangsa 90",
]


def document(agreement: Agreement, library: Library, name: str, copy: CopyPlan | None = None) -> Document:
    chosen = library.template(name)
    return build(chosen, agreement, state(agreement), copy=copy, templates=library.templates)


@pytest.mark.parametrize("name", NAMES)
def test_the_name_of_a_party_prints_as_it_is(
    configuration: Configuration, library: Library, name: str
) -> None:
    entry = PartyEntry(id="partai-demokrat", name=name)
    changed = msgspec.structs.replace(configuration, parties=(*configuration.parties, entry))
    made = compose(changed, library.reference, library.clause_set("nasional/ringkas"), ())
    told = document(made, library, "naskah")
    fields = [field for grid in told.blocks if isinstance(grid, SignatureGrid) for field in grid.fields]
    assert [field.caption for field in fields if field.party == "partai-demokrat"] == [name]


@pytest.mark.parametrize("name", NAMES)
def test_the_copy_of_a_party_names_it_as_it_is(
    configuration: Configuration, library: Library, name: str
) -> None:
    entry = PartyEntry(id="partai-demokrat", name=name)
    changed = msgspec.structs.replace(configuration, parties=(*configuration.parties, entry))
    made = compose(changed, library.reference, library.clause_set("nasional/ringkas"), ())
    told = document(made, library, "salinan-peserta", copy_for(made, "partai-demokrat"))
    box = next(block for block in told.blocks if isinstance(block, Box))
    assert said(box.lines[1]) == name


@pytest.mark.parametrize("name", NAMES)
def test_the_name_of_an_office_prints_as_it_is(
    configuration: Configuration, library: Library, name: str
) -> None:
    office = msgspec.structs.replace(configuration.office, name=name)
    changed = msgspec.structs.replace(configuration, office=office)
    made = compose(changed, library.reference, library.clause_set("nasional/ringkas"), ())
    told = document(made, library, "berita-acara-kesepakatan")
    assert any(f"yang diselenggarakan oleh {name} berdasarkan" in text for text in texts(told.blocks))


@pytest.mark.parametrize("name", NAMES)
def test_the_name_of_a_signatory_prints_as_it_is(
    configuration: Configuration, library: Library, name: str
) -> None:
    entry = PartyEntry(id="polres", signatories=(Signatory(office="Kapolres", name=name),))
    changed = msgspec.structs.replace(configuration, parties=(*configuration.parties, entry))
    made = compose(changed, library.reference, library.clause_set("nasional/ringkas"), ())
    told = document(made, library, "naskah")
    fields = [field for grid in told.blocks if isinstance(grid, SignatureGrid) for field in grid.fields]
    assert [field.name for field in fields if field.party == "polres"] == [name]


@pytest.mark.parametrize("name", NAMES)
def test_the_name_of_the_chair_prints_as_it_is_in_bold(
    configuration: Configuration, library: Library, name: str
) -> None:
    office = msgspec.structs.replace(configuration.office, members=(Member(office="Ketua", name=name),))
    changed = msgspec.structs.replace(configuration, office=office)
    made = compose(changed, library.reference, library.clause_set("nasional/ringkas"), ())
    told = document(made, library, "naskah")
    assert any(entry.startswith(f"1. {name}, Ketua Komisi") for entry in _entries(told))


@pytest.mark.parametrize("name", NAMES)
def test_what_an_office_fills_into_a_clause_prints_as_it_is(
    configuration: Configuration, library: Library, name: str
) -> None:
    chosen = ClauseChoice(parameters={"batas_pemberitahuan": name})
    changed = msgspec.structs.replace(configuration, clauses=chosen)
    made = compose(changed, library.reference, library.clause_set("nasional/ringkas"), ())
    told = document(made, library, "naskah")
    clauses = [block for block in told.blocks if isinstance(block, ClauseBlock)]
    filled = next(block for block in clauses if block.id == "jadwal-dan-pemberitahuan")
    assert f"paling lambat {name} hari sebelum" in tree(filled.entries)[2]


def _entries(document: Document) -> list[str]:
    listed = (block.entries for block in document.blocks if hasattr(block, "entries"))
    return [str(item) for entries in listed for item in tree(entries)]
