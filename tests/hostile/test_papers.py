"""Names and clauses that try to be markup, links, scripts or objects are words on every paper."""

from __future__ import annotations

from html.parser import HTMLParser
from io import BytesIO
from zipfile import ZipFile

import msgspec
import pikepdf
import pytest

from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.document import Document
from kampanye_tui.model.export_format import ExportOptions
from kampanye_tui.plugin.library import Library
from tests.each import for_each
from tests.unit.formats.papers import sample

TRICKS = {
    "script": "<script>alert(1)</script>",
    "attribute": "\"><img src=x onerror='alert(1)'>",
    "entity": "&lt;script&gt;&#60;b&#62; <!-- <![CDATA[",
    "PDF": ") Tj ET >> endobj /OpenAction << /S /JavaScript /JS (app.alert(1)) >> stream",
    "link": "[KPU](javascript:alert(1)) <https://contoh.id> https://contoh.id",
    "Markdown": "# *X* **Y** ::: kop ::: `z` | a | b | ![g](x.png)",
    "placeholder": "{nama_kantor} {@tanpa-politik-uang} {{x}}",
    "formula": '=HYPERLINK("https://contoh.id";"x")',
    "field": "{ INCLUDETEXT x } <w:instrText>DDEAUTO c cmd</w:instrText>",
}
KEYS = {"/JS", "/JavaScript", "/Launch", "/AA", "/URI", "/SubmitForm", "/GoToR"}
"""Names in a PDF by which it does more than show; where it opens (``OpenAction``) is a place in itself."""


REACHING = {"src", "href", "onerror", "onload", "onclick", "action", "formaction", "srcdoc"}
"""Attributes by which a page reaches out; a paper of ours without a link and a logo has none."""


class _Tags(HTMLParser):
    """Every tag of a page with the names of its attributes."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, tuple[str, ...]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, tuple(name for name, _value in attrs)))


def tricked(agreement: Agreement, trick: str) -> Agreement:
    """Return the agreement with a trick for the office, every pihak, every signer and every clause."""
    parties = tuple(
        msgspec.structs.replace(
            party,
            name=trick,
            short=trick,
            address=trick,
            signatories=tuple(msgspec.structs.replace(one, name=trick) for one in party.signatories),
        )
        for party in agreement.parties
    )
    clauses = tuple(
        msgspec.structs.replace(one, title=trick, text=trick, resolved=trick) for one in agreement.clauses[:2]
    )
    office = msgspec.structs.replace(agreement.office, name=trick, address=trick)
    return msgspec.structs.replace(agreement, topic=trick, office=office, parties=parties, clauses=clauses)


@pytest.fixture
def made(agreement: Agreement, library: Library):
    """Return the paper with a trick as bytes of a format."""

    def make(trick: str, form: str) -> bytes:
        stream = BytesIO()
        library.format(form).write(paper(trick), stream, ExportOptions())
        return stream.getvalue()

    def paper(trick: str) -> Document:
        return sample(tricked(agreement, trick), library, "naskah")

    return make


@for_each("trick", TRICKS)
def test_a_page_has_no_tag_and_no_attribute_of_the_words(made, trick: str) -> None:
    page = _Tags()
    page.feed(made(trick, "html").decode())
    tags = {tag for tag, _attributes in page.found}
    attributes = {name for _tag, names in page.found for name in names}
    assert (tags & {"script", "img", "iframe", "object", "form", "link", "base"}, attributes & REACHING) == (
        set(),
        set(),
    )


@pytest.mark.penuh
@for_each("trick", TRICKS)
def test_a_pdf_does_nothing_but_show(made, trick: str) -> None:
    with pikepdf.open(BytesIO(made(trick, "pdf"))) as opened:
        found = {key for one in opened.objects if isinstance(one, pikepdf.Dictionary) for key in set(one)}
        opens_at_a_page = isinstance(opened.Root.get("/OpenAction", pikepdf.Array()), pikepdf.Array)
    assert (found & KEYS, opens_at_a_page) == (set(), True)


@pytest.mark.penuh
@for_each("trick", TRICKS)
def test_a_word_file_leads_nowhere_and_has_no_fields_of_the_words(made, trick: str) -> None:
    with ZipFile(BytesIO(made(trick, "docx"))) as parts:
        whole = b"".join(parts.read(name) for name in parts.namelist() if name.endswith((".xml", ".rels")))
    assert (b'TargetMode="External"' in whole, b"DDEAUTO c cmd</w:instrText>" in whole) == (False, False)
