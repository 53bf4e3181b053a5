"""What differs between two texts, as a document that every format prints."""

from __future__ import annotations

from io import BytesIO

import pytest

from kampanye_tui.agreement.redline import redline
from kampanye_tui.document.build import SAMPLE_MARK
from kampanye_tui.document.comparison import comparison
from kampanye_tui.formats.html import write as write_html
from kampanye_tui.formats.pdf import write as write_pdf
from kampanye_tui.formats.text import write as write_text
from kampanye_tui.model.document import Document, Heading, Paragraph, Run
from kampanye_tui.model.export_format import ExportOptions
from tests.unit.agreement.making import changed, small_agreement, with_clause
from tests.unit.document.papers import said

BASE = small_agreement()
EDITED = with_clause(
    changed(BASE, occasion=changed(BASE.occasion, place="Gedung")),
    "damai",
    text="{peserta} berkampanye dengan tertib sekali.",
    resolved="Peserta Pemilu berkampanye dengan tertib sekali.",
)


def made(before=BASE, after=EDITED) -> Document:
    return comparison(redline(before, after), after, ("nota r01", "nota r02"))


def paragraphs(document: Document) -> list[Paragraph]:
    return [block for block in document.blocks if isinstance(block, Paragraph)]


def of_clause(document: Document) -> tuple[Run, ...]:
    return next(block for block in paragraphs(document) if block.source == "klausul damai").runs


def test_what_is_gone_is_marked_by_sign_and_italics() -> None:
    assert Run("[-damai.-]", italic=True) in of_clause(made())


def test_what_is_new_is_marked_by_sign_and_bold() -> None:
    assert Run("{+tertib sekali.+}", bold=True) in of_clause(made())


def test_the_words_stand_apart_where_a_text_ended() -> None:
    assert said(of_clause(made())) == "Peserta Pemilu berkampanye dengan [-damai.-] {+tertib sekali.+}"


def test_both_texts_are_named() -> None:
    assert "Semula: nota r01\nMenjadi: nota r02" in [said(block.runs) for block in paragraphs(made())]


def test_a_clause_that_is_the_same_is_left_out() -> None:
    assert "klausul jujur" not in [block.source for block in made().blocks]


def test_what_else_differs_is_told() -> None:
    assert said(paragraphs(made())[-1].runs) == "~ tempat acara: “Aula” → “Gedung”"


def test_two_texts_that_are_the_same_say_so() -> None:
    assert said(paragraphs(made(after=BASE))[-1].runs) == "Semua klausul sama."


def test_a_clause_that_was_moved_is_one_line() -> None:
    swapped = changed(BASE, clauses=tuple(reversed(BASE.clauses)))
    document = made(after=swapped)
    heads = [said(block.runs) for block in document.blocks if isinstance(block, Heading)]
    assert (len(heads), heads[1].startswith("= Klausul")) == (2, True)


def test_a_sample_says_that_it_is_one() -> None:
    sample = changed(EDITED, office=changed(EDITED.office, sample=True))
    assert made(after=sample).furniture.mark == SAMPLE_MARK


def test_words_that_look_like_markup_are_words() -> None:
    text = "<b>*X*</b> ::: kop"
    document = made(after=with_clause(BASE, "damai", text=text, resolved=text))
    stream = BytesIO()
    write_html(document, stream, ExportOptions())
    assert "&lt;b&gt;*X*&lt;/b&gt; ::: kop" in stream.getvalue().decode()


@pytest.mark.parametrize("write", [write_html, write_text], ids=["html", "text"])
def test_formats_of_text_keep_the_signs(write) -> None:
    stream = BytesIO()
    write(made(), stream, ExportOptions())
    assert "{+tertib sekali.+}" in stream.getvalue().decode()


def test_it_is_printed_as_pdf() -> None:
    stream = BytesIO()
    write_pdf(made(), stream, ExportOptions())
    assert stream.getvalue().startswith(b"%PDF-")
