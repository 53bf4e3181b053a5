"""Paragraphs, headings, lists, clauses and forms → strips."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kampanye_tui.model.document import (
    Align,
    ClauseBlock,
    Entry,
    Form,
    Heading,
    Listing,
    Paragraph,
    Run,
)
from kampanye_tui.typeset.boxes import Strip
from kampanye_tui.typeset.font import EM, REGULAR, Family, Word
from kampanye_tui.typeset.lines import Line, set_lines
from kampanye_tui.typeset.page import ARTIFACT, Anchor, Glyphs, Item
from kampanye_tui.typeset.structure import FIRST, PART, TAGS, entries_in
from kampanye_tui.typeset.style import Style

LEADER = "."
"""Repeated to make a dotted line."""


def strips_of(
    lines: Sequence[Line],
    style: Style,
    size: int,
    *,
    x: int = 0,
    before: int = 0,
    keep: bool = False,
    anchor: Anchor | None = None,
    tag: int = ARTIFACT,
) -> list[Strip]:
    """Return one strip a line; a first or last line is never left alone on a page."""
    height, baseline = style.leading(size), style.baseline(size)
    last = len(lines) - 1
    return [
        Strip(
            height=height,
            items=tuple(item._replace(tag=tag).at(x, baseline) for item in line.items),
            before=before if number == 0 else 0,
            keep=keep if number == last else number == 0 or number == last - 1,
            anchor=anchor if number == 0 else None,
        )
        for number, line in enumerate(lines)
    ]


def paragraph(block: Paragraph, family: Family, style: Style) -> list[Strip]:
    """Return the lines of a paragraph."""
    lines = set_lines(block.runs, family, style.size, style.width, block.align)
    return strips_of(lines, style, style.size, before=style.gap, keep=block.keep, tag=PART)


def heading(block: Heading, family: Family, style: Style) -> list[Strip]:
    """Return the lines of a heading, held with what follows."""
    size = style.title if block.level == 1 else style.size
    runs = tuple(Run(run.text, bold=True, italic=run.italic) for run in block.runs)
    lines = set_lines(runs, family, size, style.width, block.align)
    title = " ".join("".join(run.text for run in block.runs).split())
    return strips_of(
        lines,
        style,
        size,
        # A heading at the left is one of many in running text, and stands off from what went before.
        before=2 * style.gap if block.align is Align.LEFT else style.gap,
        keep=True,
        anchor=Anchor(title, 0) if block.outline else None,
        tag=PART,
    )


def listing(block: Listing, family: Family, style: Style) -> list[Strip]:
    """Return a list with hanging indents."""
    return _entries(block.entries, family, style, 0, FIRST, block.align)


def clause(block: ClauseBlock, family: Family, style: Style) -> list[Strip]:
    """Return a clause: number and title above its ayat, or before them."""
    anchor = Anchor(f"{block.label} {block.title}".replace("\u00a0", " "), 1)
    if not block.centred:
        return _numbered(block, family, style, anchor)
    made: list[Strip] = []
    # Number and title are one heading: the space is for those who hear it.
    for number, text in enumerate((f"{block.label} ", block.title)):
        lines = set_lines((Run(text, bold=True),), family, style.size, style.width, Align.CENTRE)
        made += strips_of(
            lines,
            style,
            style.size,
            before=2 * style.gap if number == 0 else 0,
            keep=True,
            anchor=anchor if number == 0 else None,
            tag=PART,
        )
    made += _entries(block.entries, family, style, 0, FIRST)
    return made


def _numbered(block: ClauseBlock, family: Family, style: Style, anchor: Anchor) -> list[Strip]:
    """Return a clause as ``3. Title`` with its ayat below, indented."""
    head = Entry(label=block.label, runs=(Run(block.title, bold=True),))
    made = [
        strip._replace(keep=True, items=tuple(item._replace(tag=PART) for item in strip.items))
        for strip in _entries((head,), family, style, 0, FIRST)
    ]
    made[0] = made[0]._replace(anchor=anchor)
    made += _entries(block.entries, family, style, style.label, FIRST)
    return made


def _entries(
    entries: Iterable[Entry],
    family: Family,
    style: Style,
    indent: int,
    tag: int,
    align: Align = Align.JUSTIFY,
) -> list[Strip]:
    """Return entries at ``indent``; a label hangs before its text, an unlabelled entry has none.

    ``tag`` is that of the first label.
    """
    listed = tuple(entries)
    widest = max((label_width(entry.label, family, style.size) for entry in listed), default=0)
    hang = max(style.label, widest + style.size // 2) if widest else 0
    made: list[Strip] = []
    for number, entry in enumerate(listed, 1):
        x = indent + (hang if entry.label else 0)
        lines = set_lines(entry.runs, family, style.size, style.width - x, align)
        # What introduces a list stays with its first item.
        keep = bool(entry.entries)
        strips = strips_of(lines, style, style.size, x=x, before=style.gap, keep=keep, tag=tag + 1)
        if entry.label:
            y = style.baseline(style.size)
            # Whoever hears a heading hears its number and its title as two words.
            words = (*_words(entry.label, family), family.regular.space)
            label = Glyphs(indent, y, REGULAR, style.size, words, tag=tag)
            strips[0] = strips[0]._replace(items=(label, *strips[0].items))
        strips += _entries(entry.entries, family, style, x, tag + TAGS, align)
        tag += TAGS * entries_in((entry,))
        if made and number == len(listed) and len(strips) == 1:
            # A last item of one line does not stand alone at the head of a page.
            made[-1] = made[-1]._replace(keep=True)
        made += strips
    return made


def label_width(label: str, family: Family, size: int) -> int:
    """Return how wide a label is when it is set."""
    return sum(word.advance for word in _words(label, family)) * size // EM if label else 0


def form(block: Form, family: Family, style: Style) -> list[Strip]:
    """Return labelled values; what is empty is a dotted line up to the right margin.

    A field is one strip, label before value, so that it is read in that order.
    """
    labels = [label_width(field.label, family, style.size) for field in block.fields]
    colon = min(max(labels, default=0) + style.size // 2, style.width // 2)
    start = colon + style.size
    # A label of several lines keeps clear of its colon as the widest of one line does.
    room = colon - style.size // 4
    leading, baseline = style.leading(style.size), style.baseline(style.size)
    made: list[Strip] = []
    written = True
    for position, field in enumerate(block.fields):
        value = field.value or dots(family, style.size, style.width - start)
        left = set_lines((Run(field.label),), family, style.size, room, Align.LEFT)
        right = set_lines((Run(value),), family, style.size, style.width - start, Align.LEFT)
        items: list[Item] = []
        for x, lines in ((0, left), (start, right)):
            if x:
                # The space is for those who copy the text, also behind a number without a colon.
                words = (*(_words(field.colon, family) if field.colon else ()), family.regular.space)
                items.append(Glyphs(colon, baseline, REGULAR, style.size, words, tag=position))
            for number, line in enumerate(lines):
                y = baseline + number * leading
                items += [item._replace(tag=position).at(x, y) for item in line.items]
        height = max(len(left), len(right)) * leading
        # Only what is written by hand needs room above it.
        between = style.gap // 3 if field.value and not written else style.gap
        before = between if made else 2 * style.gap
        written = not field.value
        # What is told in a few lines is read on one page, and whoever signs sees on that page what it is for.
        made.append(Strip(height, tuple(items), before=before, keep=position + 1 < len(block.fields)))
    return made


def dots(family: Family, size: int, width: int) -> str:
    """Return as many dots as fit into ``width``."""
    dot = family.regular.word(LEADER * 20).advance * size // EM
    return LEADER * max(3, width * 20 // dot - 1)


def _words(text: str, family: Family) -> tuple[Word, ...]:
    return (family.regular.word(text),)
