"""Blocks of a document → paragraphs and tables of Word."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from docx.enum.text import WD_PARAGRAPH_ALIGNMENT as WORD_ALIGN
from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml.ns import nsdecls
from docx.oxml.parser import parse_xml
from docx.shared import Twips
from docx.text.paragraph import Paragraph as WordParagraph

from kampanye_tui.document.column_shares import WIDEST, by_shares, with_room, words_of
from kampanye_tui.formats.docx.body import Body, written
from kampanye_tui.formats.docx.letterhead import add_letterhead
from kampanye_tui.formats.docx.measures import CELL, GAP, LABEL, SMALL, millimetres, share, text_width
from kampanye_tui.formats.docx.qr_code import add_qr_code
from kampanye_tui.formats.docx.signatures import add_signatures
from kampanye_tui.model.document import (
    Align,
    Block,
    Box,
    ClauseBlock,
    Entry,
    Form,
    Heading,
    Letterhead,
    Listing,
    PageBreak,
    Paragraph,
    QRCode,
    Run,
    SignatureGrid,
    Table,
)

_ALIGNS = {
    Align.JUSTIFY: WORD_ALIGN.JUSTIFY,
    Align.LEFT: WORD_ALIGN.LEFT,
    Align.CENTRE: WORD_ALIGN.CENTER,
    Align.RIGHT: WORD_ALIGN.RIGHT,
}
_AYAT = ("Ayat", "Huruf", "Angka")
_BUTIR = ("Butir", "Huruf", "Angka")
"""Styles of entries by how deep they stand."""
_TAB = "\t"
_NO_OUTLINE = f'<w:outlineLvl {nsdecls("w")} w:val="9"/>'


def add_block(block: Block, body: Body) -> None:
    """Write a block below what there is. What is formatted as its style says is left to the style."""
    match block:
        case Letterhead():
            add_letterhead(block, body)
        case Heading():
            _heading(block, body)
        case Paragraph():
            made = body.paragraph("Isi", *block.runs)
            _align(made, block.align, Align.JUSTIFY)
            made.paragraph_format.keep_with_next = block.keep or None
        case Listing():
            _entries(block.entries, body, _BUTIR, align=block.align)
        case ClauseBlock():
            _clause(block, body)
        case Form():
            _form(block, body)
        case Table():
            _table(block, body)
        case SignatureGrid():
            add_signatures(block, body)
        case Box():
            (cell,) = body.grid("TabelKotak", (body.width,), 2 * GAP).row()
            for line in block.lines or ((),):
                written(cell, "Kotak", *line)
        case QRCode():
            add_qr_code(block, body)
        case PageBreak():
            body.new_page()


def _align(paragraph: WordParagraph, align: Align, usual: Align) -> None:
    if align is not usual:
        paragraph.alignment = _ALIGNS[align]


def _heading(block: Heading, body: Body) -> None:
    # Bold is the style's.
    runs = (Run(run.text, italic=run.italic) for run in block.runs)
    made = body.paragraph(f"Heading{min(block.level, 3)}", *runs)
    _align(made, block.align, Align.CENTRE)
    if not block.outline:
        made._p.get_or_add_pPr().append(parse_xml(_NO_OUTLINE))


def _clause(block: ClauseBlock, body: Body) -> None:
    """Write number and title as one paragraph, so that both stand in Word's outline."""
    if block.centred:
        body.paragraph("Pasal", Run(f"{block.label}\n{block.title}"))
        _entries(block.entries, body, _AYAT)
    else:
        hang = _hang((block.label,), body.size)
        made = body.paragraph("Nomor", Run(f"{block.label}\t{block.title}"))
        _indent(made, hang, hang, 1, body.size)
        _entries(block.entries, body, _AYAT, 1, hang)


def _entries(
    entries: Sequence[Entry],
    body: Body,
    styles: Sequence[str],
    level: int = 0,
    indent: int = 0,
    align: Align = Align.JUSTIFY,
) -> None:
    """Write entries at ``indent``; a label hangs before its text, behind a tab."""
    hang = _hang([entry.label for entry in entries], body.size)
    for number, entry in enumerate(entries, 1):
        left = indent + hang if entry.label else indent
        if entry.label:
            made = body.paragraph(styles[min(level, 2)], Run(f"{entry.label}\t"), *entry.runs)
            _indent(made, left, hang, level + 1, body.size)
        else:
            made = body.paragraph("Isi", *entry.runs)
            _indent(made, left, 0, 0, body.size)
        _align(made, align, Align.JUSTIFY)
        # What introduces a list stays with its first item, and the last item does not stand alone.
        if entry.entries or 1 < len(entries) == number + 1:
            made.paragraph_format.keep_with_next = True
        _entries(entry.entries, body, styles, level + 1, left, align)


def _hang(labels: Iterable[str], size: float) -> int:
    """Return the room for labels; none where there are none."""
    widest = max((text_width(label, size) for label in labels), default=0)
    return max(share(size, LABEL), widest + share(size, 40)) if widest else 0


def _indent(paragraph: WordParagraph, left: int, hang: int, level: int, size: float) -> None:
    if (left, hang) != (share(size, level * LABEL), share(size, LABEL) if level else 0):
        paragraph.paragraph_format.left_indent = Twips(left)
        paragraph.paragraph_format.first_line_indent = Twips(-hang)


def _form(block: Form, body: Body) -> None:
    """Write label, colon and value side by side; what is empty is a dotted line up to the right margin."""
    if not block.fields:
        return
    widest = max((text_width(field.label, body.size) for field in block.fields), default=0)
    label = min(widest + share(body.size, 50), body.width // 2)
    colon = share(body.size, 100)
    value = body.width - label - colon
    grid = body.grid("TabelIsian", (label, colon, value))
    written_above = False
    for number, field in enumerate(block.fields, 1):
        cells = grid.row()
        for cell, text in zip(cells, (field.label, field.colon, field.value or _TAB), strict=True):
            made = written(cell, "Isian", Run(text))
            # A form lies on one page: whoever signs sees there what it is for.
            made.paragraph_format.keep_with_next = number < len(block.fields) or None
            if field.value and written_above:
                # Only what is written by hand needs room above it.
                made.paragraph_format.space_before = Twips(share(body.size, GAP // 3))
            if text is _TAB:
                made.paragraph_format.tab_stops.add_tab_stop(
                    Twips(value), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS
                )
        written_above = bool(field.value)


def _table(block: Table, body: Body) -> None:
    limit, size = body.width // WIDEST, body.size * SMALL / 100
    needs = [
        2 * CELL + max((min(text_width(word, size), limit) for word in words_of(block, place)), default=0)
        for place in range(len(block.columns))
    ]
    grid = body.grid("TabelIsi", with_room(block, by_shares(block, body.width), needs), GAP)
    for cell, column in zip(grid.row(head=True), block.columns, strict=True):
        written(cell, "KepalaTabel", Run(column.head))
    height = millimetres(block.row_height)
    for row in block.rows:
        for cell, column, runs in zip(grid.row(height=height), block.columns, row, strict=True):
            _align(written(cell, "IsiTabel", *runs), column.align, Align.LEFT)
