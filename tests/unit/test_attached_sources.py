"""What a PDF carries of its own sources: the text, and all else that it was made from."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import msgspec
import pytest
from pypdf import PdfReader

from kampanye_tui.agreement.state import state
from kampanye_tui.attached_sources import LARGEST_RECORD, begun, ended, read_record
from kampanye_tui.export import Job, Maker
from kampanye_tui.model.agreement import Agreement, CopyForm
from kampanye_tui.model.document import Picture
from kampanye_tui.model.export_format import Part
from kampanye_tui.model.office import Paper
from kampanye_tui.model.print_record import PrintRecord
from kampanye_tui.model.problem import Refused
from kampanye_tui.model.reading import read
from kampanye_tui.plugin.library import Library
from tests.unit.document.kept_office import Office
from tests.unit.formats.test_pdf import picture
from tests.unit.formats.test_pdf_standards import faults

changed = msgspec.structs.replace
CONTACT, HOME, LOGO = "Telepon 021-5550123", "Jalan Melati 7, rumah ketua", "gambar/logo-kantor.png"


@pytest.fixture
def held(agreement: Agreement) -> Agreement:
    """The agreement of the sample with a contact, a logo and an address of every pihak."""
    office = changed(agreement.office, contact=CONTACT, logo=LOGO)
    parties = tuple(changed(party, address=HOME) for party in agreement.parties)
    return changed(agreement, office=office, parties=parties)


def made(maker: Maker, template: str, number: int = 0, part: Part | None = None) -> bytes:
    """Return a paper as PDF, of the copy of that place in the plan where the template is of copies."""
    chosen = maker.library.template(template)
    copies = maker.agreement.copies_of(CopyForm.COPY)
    copy = copies[number] if chosen.front.scope.value == "salinan" else None
    return maker.make(Job(chosen, copy, maker.library.format("pdf"), "a.pdf", part=part)).data


def attached(data: bytes) -> dict[str, bytes]:
    """Return the attachments of a PDF."""
    return {one.name: one.content for one in PdfReader(BytesIO(data)).attachment_list}


def record(data: bytes) -> PrintRecord:
    """Return the record that a PDF carries."""
    return read_record(attached(data)["cetak.toml"])


def maker_of(agreement: Agreement, library: Library, **more: Any) -> Maker:
    """Return what papers of an agreement that is not final are made with."""
    return Maker(agreement, state(agreement), library, **more)


def test_a_pdf_carries_its_text(agreement: Agreement, library: Library) -> None:
    files = attached(made(maker_of(agreement, library), "naskah"))
    assert files.keys() == {"naskah.toml", "cetak.toml"}
    assert read(Agreement, files["naskah.toml"], "naskah.toml") == agreement


def test_a_pdf_with_its_sources_keeps_to_the_standards(agreement: Agreement, library: Library) -> None:
    office = Office(agreement, library)
    assert faults(made(office.maker(), "salinan-peserta")) == []


@pytest.mark.parametrize("template", ["naskah", "salinan-peserta", "deklarasi", "buku-ekspedisi"])
def test_no_address_and_no_path_travels(held: Agreement, library: Library, template: str) -> None:
    files = attached(made(maker_of(held, library), template))
    for unprinted in (HOME, LOGO):
        assert all(unprinted.encode() not in data for data in files.values())


@pytest.mark.parametrize(
    ("template", "travels"),
    [("naskah", True), ("salinan-peserta", True), ("buku-saku", True), ("deklarasi", False), ("dim", False)],
)
def test_the_contact_travels_where_it_is_printed(
    held: Agreement, library: Library, template: str, travels: bool
) -> None:
    files = attached(made(maker_of(held, library), template))
    assert (CONTACT.encode() in files["naskah.toml"]) is travels


def test_what_stayed_behind_is_named(held: Agreement, library: Library) -> None:
    assert record(made(maker_of(held, library), "deklarasi")).left_out == (
        *("kantor.logo", "kantor.kontak", "pihak.alamat"),
    )


def test_an_address_that_the_paper_prints_travels_for_its_holder_alone(
    held: Agreement, library: Library, tmp_path: Path
) -> None:
    copied = library.template("salinan-peserta")
    asking = changed(copied, body=f"{copied.body}\n{{alamat_penerima}}\n", address="uji/alamat")
    library = library._replace(templates={**library.templates, "uji/alamat": asking})
    files = attached(made(maker_of(held, library), "uji/alamat"))
    assert (HOME.encode() in files["naskah.toml"], HOME.encode() in files["cetak.toml"]) == (False, True)


def test_copies_differ_in_the_last_table_alone(agreement: Agreement, library: Library) -> None:
    maker = maker_of(agreement, library)
    one, other = (attached(made(maker, "salinan-peserta", number)) for number in (0, 13))
    assert one["naskah.toml"] == other["naskah.toml"]
    common, sheet = one["cetak.toml"].decode().split("[lembar]\n")
    assert common == other["cetak.toml"].decode().split("[lembar]\n")[0]
    assert sheet == 'halaman = 13\nbentuk = "salinan"\nnomor = 1\nuntuk = "partai-kebangkitan-bangsa"\n'


def test_the_record_names_all_that_the_paper_was_made_of(agreement: Agreement, library: Library) -> None:
    logo = Picture(data=picture("PNG", "RGB").data, width=60, height=40, alternative="Logo")
    maker = maker_of(agreement, library, logo=logo, paper=Paper.F4)
    found = record(made(maker, "salinan-peserta"))
    assert found.template.address == "nasional/salinan-peserta"
    assert [one.address for one in found.included] == ["nasional/naskah"]
    assert [face.name for face in found.faces] == [
        *("SourceSerifPro-Regular", "SourceSerifPro-Bold", "SourceSerifPro-It", "SourceSerifPro-BoldIt"),
    ]
    assert {"fpdf2", "uharfbuzz", "pillow", "segno", "markdown-it-py", "zlib"} <= found.versions.keys()
    assert found.paper is Paper.F4
    assert len(found.logo_sha256) == 64
    assert found.packs == library.host.packs()


def test_pages_by_themselves_say_which(agreement: Agreement, library: Library) -> None:
    data = made(maker_of(agreement, library), "naskah", part=Part.SIGNATURES)
    found = record(data)
    assert (found.part, found.sheet.pages) == (Part.SIGNATURES, len(PdfReader(BytesIO(data)).pages))


def test_a_record_comes_back_as_it_was(agreement: Agreement, library: Library) -> None:
    office = Office(agreement, library)
    data = attached(made(office.maker(), "berita-acara-penandatanganan"))["cetak.toml"]
    found = read_record(data)
    assert begun(found) + ended(found.sheet) == data
    assert len(found.told.events) > 5


def test_a_record_knows_no_operator_and_no_clock(agreement: Agreement, library: Library) -> None:
    office = Office(agreement, library)
    for template in ("berita-acara-penandatanganan", "salinan-peserta", "buku-ekspedisi"):
        events = record(made(office.maker(), template)).told.events
        assert {(one.operator, one.recorded == one.occurred) for one in events} == {("", True)}


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"format = 1\n",
        b"\xff",
        b"a = " + b"[" * 5000,
        b"a = 1" + b"0" * 6000,
        b'program = "1"\nversi = 3\n',
    ],
)
def test_what_is_no_record_is_refused(data: bytes) -> None:
    with pytest.raises(Refused, match=r"cetak\.toml"):
        read_record(data)


def test_a_record_beyond_the_limit_is_refused() -> None:
    with pytest.raises(Refused, match="lebih dari 2 MB"):
        read_record(b"#" * (LARGEST_RECORD + 1))


def test_only_a_pdf_carries_its_sources(agreement: Agreement, library: Library) -> None:
    job = Job(library.template("naskah"), None, library.format("html"), "a.html")
    assert b"naskah.toml" not in maker_of(agreement, library).make(job).data


def test_a_day_that_is_not_known_hinders_nothing(agreement: Agreement, library: Library) -> None:
    without = changed(agreement, occasion=changed(agreement.occasion, day=None))
    files = attached(made(maker_of(without, library), "naskah"))
    assert read(Agreement, files["naskah.toml"], "naskah.toml").occasion.day is None
    assert date(2023, 11, 28) == agreement.occasion.day
