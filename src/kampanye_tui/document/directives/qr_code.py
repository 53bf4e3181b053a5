"""``kode-qr``: a code as a QR symbol, beside the words that say what it is; without a code only the words."""

from __future__ import annotations

from kampanye_tui.document.context import BLANK, Context, merged
from kampanye_tui.document.directives.forms import box_lines
from kampanye_tui.document.parts import Directive
from kampanye_tui.model.document import Align, Block, Paragraph, QRCode, Run

LONGEST = 300
"""Bytes; a symbol that holds more has modules that an old telephone cannot tell apart."""


def qr_code(context: Context, directive: Directive) -> tuple[Block, ...]:
    """Return a symbol of the text ``isi`` beside the lines inside.

    While what is to be in it is not known yet, the lines stand alone, without those that would only be a
    blank: nobody writes a code out by hand.
    """
    options = dict(directive.options)
    lines = box_lines(context, directive)
    content = context.say(options["isi"], directive.line).strip()
    if BLANK in content:
        told = [line for line in lines if "".join(run.text for run in line) != BLANK]
        runs = [run for line in told for run in (Run("\n"), *line)][1:]
        return (Paragraph(runs=merged(runs), align=Align.LEFT),)
    if len(content.encode()) > LONGEST:
        what = f"isi kode QR terlalu panjang: {len(content.encode())} bita"
        raise context.refuse(directive.line, what, f"Paling banyak {LONGEST} bita")
    block = QRCode(
        content=content,
        lines=lines,
        alternative=context.say(options["teks_pengganti"], directive.line),
        size=int(options["ukuran"]),
    )
    return (block,)
