"""``tabel`` and ``jadwal``: a table of the template's own words, and the stages of the election."""

from __future__ import annotations

from kampanye_tui.agreement.words import long_date
from kampanye_tui.document.context import BLANK, Context, plain
from kampanye_tui.document.directives.options import listed
from kampanye_tui.document.parts import Directive, Passage
from kampanye_tui.document.stages_ahead import stages_ahead
from kampanye_tui.model.document import Block, Column, Runs, Table
from kampanye_tui.model.election import Stage


def table(context: Context, directive: Directive) -> tuple[Block, ...]:
    """Return a table: each line inside is a row, its cells parted by ``|``.

    ``kepala`` lists the heads of the columns and ``lebar`` their shares of the width, parted by ``;``; rows
    of ``baris_kosong`` are to be filled by hand.
    """
    options = dict(directive.options)
    heads = listed(context.say(options["kepala"], directive.line), ";")
    shares = _shares(context, directive, len(heads))
    rows: list[tuple[Runs, ...]] = []
    for part in directive.parts:
        if not isinstance(part, Passage):
            raise context.refuse(part.line, "di dalam tabel hanya boleh ada baris teks")
        for line, pieces in enumerate(part.lines, part.line):
            cells = "".join(piece.text for piece in pieces).split("|")
            if len(cells) != len(heads):
                raise context.refuse(
                    line,
                    f"baris ini mempunyai {len(cells)} sel, kepala tabel {len(heads)}",
                    "Pisahkan sel dengan tanda |",
                )
            said = (context.say(cell.strip(), line) for cell in cells)
            rows.append(tuple(() if text == BLANK else plain(text) for text in said))
    rows += [((),) * len(heads)] * int(options.get("baris_kosong", "0"))
    return (
        Table(
            columns=tuple(Column(head=head, share=share) for head, share in zip(heads, shares, strict=True)),
            rows=tuple(rows),
            row_height=int(options.get("tinggi", "8")),
            source="tabel",
        ),
    )


def _shares(context: Context, directive: Directive, columns: int) -> list[int]:
    written = listed(dict(directive.options).get("lebar", ""), ";")
    if not written:
        return [1] * columns
    if len(written) != columns or not all(one.isascii() and one.isdecimal() and int(one) for one in written):
        raise context.refuse(
            directive.line,
            f'lebar="{"; ".join(written)}" tidak cocok dengan {columns} kolom',
            'Tulis satu angka untuk setiap kolom, misalnya lebar="1; 3; 2"',
        )
    return [int(one) for one in written]


def schedule(context: Context, directive: Directive) -> tuple[Block, ...]:
    """Return the stages that lie ahead on the day of the event, in order; nothing without any."""
    options = {name: context.say(value, directive.line) for name, value in directive.options}
    stages = stages_ahead(context.agreement)
    if not stages:
        return ()
    return (
        Table(
            columns=(
                Column(head=options["tahapan"], share=55),
                Column(head=options["tanggal"], share=45),
            ),
            rows=tuple((plain(stage.name), plain(_days(stage))) for stage in stages),
            row_height=8,
            source="jadwal",
        ),
    )


def _days(stage: Stage) -> str:
    if stage.start == stage.end:
        return long_date(stage.start)
    if (stage.start.year, stage.start.month) == (stage.end.year, stage.end.month):
        return f"{stage.start.day} s.d. {long_date(stage.end)}"
    return f"{long_date(stage.start)} s.d. {long_date(stage.end)}"
