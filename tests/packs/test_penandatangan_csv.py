"""The Python pack with an export format: accepted by its bytes, and harmless in a spreadsheet."""

from __future__ import annotations

import csv
from io import BytesIO, StringIO
from pathlib import Path

import pytest

from kampanye_tui.agreement.state import state
from kampanye_tui.export import Maker
from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.document import Document, Page, SignatureField, SignatureGrid
from kampanye_tui.model.export_format import ExportOptions
from kampanye_tui.model.office import Configuration
from kampanye_tui.model.pack import PackState
from kampanye_tui.plugin.folder import read_folder
from kampanye_tui.plugin.library import Library

PACK = "penandatangan-csv"
FOLDER = Path(__file__).parent.parent.parent / "plugins" / PACK
HEAD = ["nomor_urut", "pihak", "peran", "jabatan", "nama"]
FORMULAS = ["=1+1", "+62 21 555", "-1", "@sum", "\tx", "\rx"]


def written(library: Library, document: Document) -> bytes:
    """Return the file of a document."""
    stream = BytesIO()
    library.format(PACK).write(document, stream, ExportOptions())
    return stream.getvalue()


def rows(data: bytes) -> list[list[str]]:
    """Return the cells as a spreadsheet reads them."""
    return list(csv.reader(StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";"))


def paper(*names: str) -> Document:
    """Return a document with a place to sign for each name."""
    fields = tuple(
        SignatureField(party="uji", caption="Partai Uji", role="peserta-pemilu", office="Ketua", name=name)
        for name in names
    )
    return Document(
        id="uji",
        title="Uji",
        author="Uji",
        page=Page(width=210, height=297, top=25, bottom=25, left=30, right=20, size=11.5),
        blocks=(SignatureGrid(fields=fields),) if fields else (),
    )


@pytest.fixture(scope="module")
def document(agreement: Agreement, library: Library) -> Document:
    """The agreement of the sample as a document."""
    return Maker(agreement, state(agreement), library).document(library.template("naskah"))


def test_the_sample_accepts_the_bytes_of_the_pack(configuration: Configuration) -> None:
    accepted = {acceptance.id: acceptance.fingerprint for acceptance in configuration.packs.accepted}
    assert accepted[PACK] == read_folder(FOLDER, PACK).fingerprint


def test_the_pack_is_used_in_the_sample(library: Library) -> None:
    assert library.host.statuses[PACK].state is PackState.ACTIVE


def test_the_file_opens_with_a_byte_order_mark_and_semicolons(library: Library) -> None:
    assert written(library, paper()) == b"\xef\xbb\xbfnomor_urut;pihak;peran;jabatan;nama\r\n"


def test_there_is_one_row_for_each_place_to_sign(library: Library, document: Document) -> None:
    places = sum(len(block.fields) for block in document.blocks if isinstance(block, SignatureGrid))
    assert len(rows(written(library, document))) == 1 + places > 20


def test_the_rows_have_as_many_cells_as_the_head(library: Library, document: Document) -> None:
    assert {len(row) for row in rows(written(library, document))} == {len(HEAD)}


def test_contestants_stand_with_their_ballot_numbers_in_order(
    library: Library, document: Document, agreement: Agreement
) -> None:
    numbers = [row[0] for row in rows(written(library, document))[1:] if row[0]]
    assert numbers == [str(contestant.number) for contestant in agreement.reference.contestants]


def test_the_chair_of_the_office_stands_with_name_and_office(library: Library, document: Document) -> None:
    assert [row[3:] for row in rows(written(library, document)) if row[4] == "Taufiq MZ"] == [
        ["Ketua KPU Kota Tangerang Selatan", "Taufiq MZ"]
    ]


@pytest.mark.parametrize("name", FORMULAS, ids=repr)
def test_a_name_that_is_a_formula_is_text_in_a_spreadsheet(name: str, library: Library) -> None:
    assert rows(written(library, paper(name)))[1][4] == f"'{name}"


def test_no_cell_of_the_sample_begins_as_a_formula(library: Library, document: Document) -> None:
    cells = [cell for row in rows(written(library, document)) for cell in row]
    assert [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))] == []


@pytest.mark.parametrize("name", ["Budi; S.H.", 'Budi "Ucok"', "Budi\nSiti"], ids=repr)
def test_a_name_with_signs_of_csv_stays_one_cell(name: str, library: Library) -> None:
    assert rows(written(library, paper(name)))[1][4] == name


def test_names_keep_their_accents(library: Library) -> None:
    assert rows(written(library, paper("Dewa Adé Çetin")))[1][4] == "Dewa Adé Çetin"


def test_the_same_document_gives_the_same_bytes(library: Library, document: Document) -> None:
    assert written(library, document) == written(library, document)
