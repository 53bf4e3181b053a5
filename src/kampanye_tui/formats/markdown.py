"""Markdown, for wikis and version control. Text of the document is never markup: it is escaped."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from kampanye_tui.api import (
    Box,
    ClauseBlock,
    Document,
    Entry,
    ExportFormat,
    ExportOptions,
    Form,
    Heading,
    Letterhead,
    Listing,
    Paragraph,
    QRCode,
    Run,
    SignatureGrid,
    Table,
    hookimpl,
)

_ANYWHERE = re.compile(r"[\\`*_\[\]<>&|~!#]")
# These mean something only at the head of a line: lists, rules, underlined headings, directives.
_AT_START = re.compile(r"^([-+=:]|\d{1,9}(?=[.)]))", re.MULTILINE)
# Spaces at the ends of a line mean code or a break; as references they are text.
_AT_EDGE = re.compile(r"^ +| +$", re.MULTILINE)
# Behind these a sign of emphasis counts, whatever follows it; a combining mark is none of them.
_STANDS_APART = re.compile(r"(^|[\s!-/:-@\[-`{-~])\Z")
_BREAK = "\\\n"
_BLANK = "\\_" * 10


def write(document: Document, stream: BinaryIO, _options: ExportOptions) -> None:
    """Write ``document`` as UTF-8 Markdown (CommonMark with pipe tables)."""
    stream.write(markdown_of(document).encode())


def markdown_of(document: Document) -> str:
    """Return the document as Markdown; its head says what it is not, and a mark stands at its foot again."""
    furniture = document.furniture
    parts = [_bold(furniture.head)]
    for block in document.blocks:
        parts += _block(block)
    foot = furniture.foot
    parts += [_spoken((Run(foot, italic=True),)) if foot else "", _bold(furniture.mark)]
    return "\n\n".join(part for part in parts if part) + "\n"


def escaped(text: str) -> str:
    """Return ``text`` so that Markdown shows it as it is."""
    plain = _ANYWHERE.sub(lambda found: f"\\{found[0]}", text.replace("\u00a0", " "))
    guarded = _AT_START.sub(lambda found: f"{found[0]}\\" if found[0].isdigit() else f"\\{found[0]}", plain)
    return _AT_EDGE.sub(lambda found: "&#32;" * len(found[0]), guarded)


def _bold(text: str) -> str:
    return _spoken((Run(text, bold=True),)) if text else ""


def _spoken(runs: Iterable[Run]) -> str:
    """Return runs with their emphasis.

    Markdown takes signs for emphasis only where spaces or punctuation stand right; where they do not, the
    letter beside the signs is written as a reference, which counts as punctuation. Of two emphases in a row
    the second is dropped, for their signs would run together.
    """
    made = ""
    behind = ""
    """The last character inside the signs that were closed just now."""
    for run in runs:
        sign = "*" * (2 * run.bold + run.italic)
        inner = run.text.strip()
        beside = behind and run.text and not run.text[0].isspace()
        if not sign or not inner or beside:
            text = run.text
            if beside and not behind.isalnum():
                made += _reference(text[0])
                text = text[1:]
            made += escaped(text)
            behind = ""
            continue
        before, _inner, after = run.text.partition(inner)
        if not before and not inner[0].isalnum() and not _STANDS_APART.search(made):
            made = f"{made[:-1]}{_reference(made[-1])}"
        made += f"{before}{sign}{escaped(inner)}{sign}{after}"
        behind = "" if after else inner[-1]
    return _AT_EDGE.sub(lambda found: "&#32;" * len(found[0]), made).replace("\n", _BREAK)


def _reference(character: str) -> str:
    return f"&#{ord(character)};"


def _block(block: object) -> Iterator[str]:
    match block:
        case Letterhead():
            yield _BREAK.join(_bold(name) for name in block.names)
            yield _BREAK.join(escaped(line) for line in block.address)
            yield "---"
        case Heading():
            yield f"{'#' * block.level} {_spoken(_unbold(block.runs))}"
        case Paragraph():
            yield _spoken(block.runs)
        case Listing():
            yield from _entries(block.entries, 0)
        case ClauseBlock():
            yield f"### {escaped(f'{block.label} {block.title}')}"
            yield from _entries(block.entries, 0)
        case Form():
            yield _BREAK.join(
                f"{escaped(field.label)}{field.colon} {escaped(field.value) or _BLANK}"
                for field in block.fields
            )
        case Table():
            heads = [escaped(column.head) for column in block.columns]
            rows = [[_spoken(cell).replace(_BREAK, " ") for cell in row] for row in block.rows]
            lines = [heads, ["---"] * len(heads), *rows]
            yield "\n".join(f"| {' | '.join(line)} |" for line in lines)
        case SignatureGrid():
            if block.heading:
                yield f"### {escaped(block.heading)}"
            if block.stamp:
                yield escaped(f"[{block.stamp}]")
            for field in block.fields:
                number = f"{field.ballot_number}. " if field.ballot_number is not None else ""
                caption = _bold(f"{number}{field.caption}") if field.caption else ""
                name = escaped(field.name) or _BLANK
                yield _BREAK.join(line for line in (caption, f"{escaped(field.office)},", name) if line)
        case Box():
            yield "> " + f"{_BREAK}> ".join(_spoken(line) for line in block.lines)
        case QRCode():
            yield _BREAK.join([*map(_spoken, block.lines), escaped(f"[QR: {block.content}]")])


def _unbold(runs: Iterable[Run]) -> Iterator[Run]:
    return (Run(run.text, italic=run.italic) for run in runs)


def _entries(entries: Iterable[Entry], depth: int) -> Iterator[str]:
    for entry in entries:
        label = f"{escaped(entry.label)} " if entry.label else ""
        lead = f"{'  ' * (depth - 1)}- " if depth else ""
        yield f"{lead}{label}{_spoken(entry.runs)}"
        yield from _entries(entry.entries, depth + 1)


@hookimpl
def kampanye_export_formats() -> list[ExportFormat]:
    """Offer Markdown."""
    return [ExportFormat(id="markdown", label="Markdown", suffix=".md", write=write)]
