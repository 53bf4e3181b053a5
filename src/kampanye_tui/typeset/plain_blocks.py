"""Blocks → lines of a terminal, divided over pages as their boxes are on paper.

What comes in for a block are the boxes that it has on each page; what goes out are its lines on each of these
pages. Nothing is measured here: where a page ends has been decided by ``pages``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from kampanye_tui.document.column_shares import in_letters
from kampanye_tui.model.document import (
    Align,
    Block,
    Box,
    ClauseBlock,
    Entry,
    Form,
    FormField,
    Heading,
    Letterhead,
    Listing,
    PageBreak,
    Paragraph,
    QRCode,
    SignatureGrid,
    Table,
)
from kampanye_tui.typeset.plain_lines import Piece, aligned, cut, letters, said, shown, take, wrapped
from kampanye_tui.typeset.plain_signatures import places

if TYPE_CHECKING:
    from kampanye_tui.typeset.pages import Placed

LABEL = 4
"""Least columns of a label such as ``(1)`` or ``a.``."""
BETWEEN = " | "

Shares = Sequence[Sequence["Placed"]]
"""The boxes of a block, page by page."""
Lines = list[str]


def lines_of(block: Block, shares: Shares, width: int) -> Iterator[Lines]:
    """Yield the lines of a block for each page that it stands on."""
    match block:
        case Paragraph() | Heading():
            yield from _flowing([Piece(said(block.runs), block.align)], shares, width)
        case Listing():
            yield from _flowing([*_entries(block.entries, 0)], shares, width)
        case ClauseBlock():
            yield from _flowing([*_clause(block)], shares, width)
        case Form():
            yield from _form(block, shares, width)
        case Table():
            yield from _table(block, shares, width)
        case SignatureGrid():
            yield from _signatures(block, shares, width)
        case Letterhead():
            yield [*_centred((*block.names, *block.address), width), "=" * width]
        case Box():
            yield from _box(block, shares, width)
        case QRCode():
            yield [*_qr_code(block, width)]
        case PageBreak():
            pass


def _centred(texts: Iterable[str], width: int) -> Iterator[str]:
    for text in texts:
        yield from wrapped(text, width, Align.CENTRE)


def _clause(block: ClauseBlock) -> Iterator[Piece]:
    if block.centred:
        yield Piece(block.label, Align.CENTRE)
        yield Piece(block.title, Align.CENTRE)
        yield from _entries(block.entries, 0)
    else:
        yield Piece(block.title, label=block.label, hang=max(LABEL, len(block.label) + 1))
        yield from _entries(block.entries, LABEL)


def _entries(entries: tuple[Entry, ...], indent: int) -> Iterator[Piece]:
    """Yield entries as pieces; all labels of one list take the same columns, as on paper."""
    widest = max((len(entry.label) for entry in entries), default=0)
    hang = max(LABEL, widest + 1) if widest else 0
    for entry in entries:
        behind = hang if entry.label else 0
        yield Piece(said(entry.runs), Align.LEFT, entry.label, indent, behind)
        yield from _entries(entry.entries, indent + behind)


def _flowing(pieces: list[Piece], shares: Shares, width: int) -> Iterator[Lines]:
    """Yield text that runs over the end of a page at the letter where it does on paper."""
    for placed in shares[:-1]:
        taken, pieces = take(pieces, sum(letters(text) for one in placed for text in one.texts))
        yield _lines(taken, width)
    yield _lines(pieces, width)


def _lines(pieces: Iterable[Piece], width: int) -> Lines:
    return [line for piece in pieces for line in piece.lines(width)]


def _form(block: Form, shares: Shares, width: int) -> Iterator[Lines]:
    """Yield labelled values; what is empty is a dotted line up to the right margin."""
    widest = max((len(shown(field.label)) for field in block.fields), default=0)
    colon = min(widest + 1, width // 2)
    first = shares[0][0].number
    for placed in shares:
        made: Lines = []
        for one in placed:
            made += _field(block.fields[one.number - first], colon, width)
        yield made


def _field(field: FormField, colon: int, width: int) -> Iterator[str]:
    *above, last = wrapped(field.label, colon)
    yield from above
    room = width - colon - 2
    value = field.value or "." * room
    lead = f"{last:{colon}}{field.colon:1} "
    for line in wrapped(value, room):
        yield (lead + line).rstrip()
        lead = " " * (colon + 2)


def _table(block: Table, shares: Shares, width: int) -> Iterator[Lines]:
    """Yield rows with a rule between them; the head comes again where it does on paper."""
    columns = in_letters(block, width, len(BETWEEN))
    rule = "-+-".join("-" * column for column in columns)
    heads = [column.head for column in block.columns]
    middle = [Align.CENTRE] * len(columns)
    aligns = [column.align for column in block.columns]
    first = shares[0][0].number
    rest: dict[int, list[str]] = {}
    for placed in shares:
        made = [rule]
        for one in placed:
            number = one.number - first
            if one.again or number == 0:
                made += _row(heads, columns, middle)
            else:
                texts = rest.get(number) or [said(cell) for cell in block.rows[number - 1]]
                parts = [cut(text, letters(printed)) for text, printed in zip(texts, one.texts, strict=True)]
                rest[number] = [below for _above, below in parts]
                made += _row([above for above, _below in parts], columns, aligns)
            made.append(rule)
        yield made


def _row(texts: list[str], columns: list[int], aligns: list[Align]) -> Iterator[str]:
    cells = [wrapped(text, column) for text, column in zip(texts, columns, strict=True)]
    for number in range(max(map(len, cells))):
        parts = [
            aligned(cell[number] if number < len(cell) else "", column, align)
            for cell, column, align in zip(cells, columns, aligns, strict=True)
        ]
        yield BETWEEN.join(parts).rstrip()


def _box(block: Box, shares: Shares, width: int) -> Iterator[Lines]:
    inner = width - 4
    frame = f"+{'-' * (width - 2)}+"
    pieces = [Piece(said(runs), Align.CENTRE) for runs in block.lines]
    for lines in _flowing(pieces, shares, inner):
        yield [frame, *(f"| {line:{inner}} |" for line in lines), frame]


def _qr_code(block: QRCode, width: int) -> Iterator[str]:
    """Yield what stands beside a symbol and, for it, the text that it holds."""
    for text in (*map(said, block.lines), f"[QR: {block.content}]"):
        yield from wrapped(text, width)


def _signatures(block: SignatureGrid, shares: Shares, width: int) -> Iterator[Lines]:
    """Yield the heading and the rows of places: each row is one box, the heading as many as it has lines."""
    rows = -(-len(block.fields) // block.columns)
    first = shares[-1][-1].number - rows + 1
    for placed in shares:
        made: Lines = []
        if placed[0].number < first and block.heading:
            made += _centred([block.heading], width)
        for one in placed:
            if one.number >= first:
                made += ["", *places(block, one.number - first, width)]
        yield made[1:] if made and not made[0] else made
