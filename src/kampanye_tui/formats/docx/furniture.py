"""The page of a Word document: its size and margins, the mark at its head, words and number at its foot.

The number of pages is Word's to count. A foot that is not numbered has its count from the second page on, so
that a paper of one page has none.
"""

from __future__ import annotations

from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENTATION
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml.ns import nsdecls
from docx.oxml.parser import parse_xml
from docx.section import _Footer, _Header
from docx.shared import Mm, Twips
from docx.text.paragraph import Paragraph

from kampanye_tui.formats.docx.measures import LEADING, SMALL, millimetres, share
from kampanye_tui.formats.docx.watermark import add_watermark
from kampanye_tui.model.document import Document

MARK_TOP = 9
"""Millimetres from the head of the page; office printers do not reach the outer 5."""
CLEAR = 6
"""Between the mark and the text."""
FOOT = 11
"""Millimetres from the foot of the page."""
_FRAME = '<w:bdr {} w:val="single" w:sz="6" w:space="4"/>'
# Word and LibreOffice count pages when they open the file; the 1 is what others show.
_FIELD = '<w:fldSimple {} w:instr="{}"><w:r><w:t>1</w:t></w:r></w:fldSimple>'


def set_up(word: WordDocument, document: Document) -> None:
    """Set the only section of ``word`` up."""
    page, section = document.page, word.sections[0]
    section.page_width, section.page_height = Mm(page.width), Mm(page.height)
    told = document.furniture
    section.top_margin, section.bottom_margin = Mm(page.top), Mm(page.bottom)
    section.left_margin, section.right_margin = Mm(page.left), Mm(page.right)
    section.header_distance, section.footer_distance = Mm(MARK_TOP), Mm(FOOT)
    if page.width > page.height:
        section.orientation = WD_ORIENTATION.LANDSCAPE
    apart = bool(told.foot) and not told.numbered
    section.different_first_page_header_footer = apart
    if told.mark:
        # Word keeps text clear of the words at the head, but not of their frame.
        mark = share(page.size, SMALL * LEADING // 100)
        section.top_margin = Twips(max(millimetres(page.top), millimetres(MARK_TOP + CLEAR) + mark))
        for header in (section.header, section.first_page_header)[: 1 + apart]:
            _add_mark(header, told.mark)
    if told.watermark:
        for number, header in enumerate((section.header, section.first_page_header)[: 1 + apart], 1):
            add_watermark(header, told.watermark, page, number)
    if told.foot or told.numbered:
        foot = _add_foot(section.footer, told.foot)
        foot.paragraph_format.tab_stops.add_tab_stop(
            Mm(page.width - page.left - page.right), WD_TAB_ALIGNMENT.RIGHT
        )
        # Where words leave too little room, the count stands below them as a whole.
        foot.add_run("\tHalaman\u00a0")
        _add_field(foot, "PAGE")
        foot.add_run("\u00a0dari\u00a0")
        _add_field(foot, "NUMPAGES")
    if apart:
        _add_foot(section.first_page_footer, told.foot)


def _add_mark(header: _Header, mark: str) -> None:
    run = header.paragraphs[0].add_run(mark)
    run.bold = True
    run._r.get_or_add_rPr().append(parse_xml(_FRAME.format(nsdecls("w"))))


def _add_foot(footer: _Footer, words: str) -> Paragraph:
    foot: Paragraph = footer.paragraphs[0]
    foot.add_run(words)
    return foot


def _add_field(paragraph: Paragraph, name: str) -> None:
    paragraph._p.append(parse_xml(_FIELD.format(nsdecls("w"), name)))
