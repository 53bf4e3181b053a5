"""What of a document its typeface cannot print, told before anything is set."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache

from kampanye_tui.model.document import (
    Block,
    Box,
    ClauseBlock,
    Document,
    Entry,
    Form,
    Furniture,
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
from kampanye_tui.model.problem import Problem, Refused
from kampanye_tui.typeset.atoms import face_of
from kampanye_tui.typeset.font import Family


def refuse_missing(document: Document, stretches: Iterable[tuple[Block, ...]], family: Family) -> None:
    """Raise :class:`Refused` naming every character that the fonts lack, with the part that it stands in.

    ``stretches`` are its blocks in parts that other documents may have too. A silent gap on paper would be
    worse than no paper. Each word is told once.
    """
    lost = dict(_lost_around(document.furniture, family))
    for blocks in stretches:
        for word, what in _lost_of(blocks, family):
            lost.setdefault(word, what)
    if lost:
        file = f'dokumen "{document.title}"'
        raise Refused([Problem(what=what, hint=_HINT, file=file) for what in lost.values()])


_HINT = "Tulis dengan huruf Latin, atau pilih jenis huruf lain pada tabel [huruf]"


@lru_cache(maxsize=16)
def _lost_around(furniture: Furniture, family: Family) -> tuple[tuple[str, str], ...]:
    return _lost(
        (
            ("kaki halaman", Run(f"{furniture.foot} Halaman 0123456789 dari")),
            ("kepala halaman", Run(furniture.mark, bold=True)),
            ("tanda air", Run(furniture.watermark, bold=True)),
        ),
        family,
    )


@lru_cache(maxsize=64)
def _lost_of(blocks: tuple[Block, ...], family: Family) -> tuple[tuple[str, str], ...]:
    return _lost(tuple(text for block in blocks for text in _texts(block)), family)


def _lost(texts: tuple[tuple[str, Run], ...], family: Family) -> tuple[tuple[str, str], ...]:
    """Return the words with a letter that their face lacks, and what is said of each."""
    told: dict[str, str] = {}
    for source, run in texts:
        font = family[face_of(run)]
        text = unicodedata.normalize("NFC", run.text)
        missing = set(font.missing(text))
        for word in re.split("[ \n]", text) if missing else ():
            lacking = [character for character in dict.fromkeys(word) if character in missing]
            if not lacking or word in told:
                continue
            more = f" dan {len(lacking) - 1} huruf lain" if len(lacking) > 1 else ""
            told[word] = (
                f'{source}: huruf "{lacking[0]}" (U+{ord(lacking[0]):04X}){more} pada "{word}" '
                f"tidak dapat dicetak dengan jenis huruf {font.label}"
            )
    return tuple(told.items())


def _texts(block: Block) -> Iterator[tuple[str, Run]]:
    """Yield every run of a block with where it comes from."""
    source = block.source or "isi dokumen"
    match block:
        case Paragraph() | Heading():
            yield from ((source, run) for run in block.runs)
        case Listing():
            yield from _entry_texts(block.entries, source)
        case ClauseBlock():
            yield source, Run(f"{block.label} {block.title}", bold=True)
            yield from _entry_texts(block.entries, source)
        case Form():
            for field in block.fields:
                yield source, Run(f"{field.label} {field.colon} {field.value}")
        case Table():
            for column in block.columns:
                yield source, Run(column.head, bold=True)
            for row in block.rows:
                yield from ((source, run) for cell in row for run in cell)
        case SignatureGrid():
            yield source, Run(block.heading, bold=True)
            yield source, Run(block.stamp)
            for signer in block.fields:
                where = f"pihak {signer.party}" if signer.party else source
                yield where, Run(f"{signer.caption} {signer.name}", bold=True)
                yield where, Run(f"{signer.office},", bold=block.framed)
        case Letterhead():
            yield from ((source, Run(name, bold=True)) for name in block.names)
            yield from ((source, Run(line)) for line in block.address)
        case Box() | QRCode():
            yield from ((source, run) for line in block.lines for run in line)
        case PageBreak():
            pass


def _entry_texts(entries: tuple[Entry, ...], source: str) -> Iterator[tuple[str, Run]]:
    for entry in entries:
        where = entry.source or source
        yield where, Run(entry.label)
        yield from ((where, run) for run in entry.runs)
        yield from _entry_texts(entry.entries, where)
