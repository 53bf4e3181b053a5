"""``rata``, ``kotak`` and ``isian``: text to one side, text in a frame, and lines to be filled in."""

from __future__ import annotations

from kampanye_tui.document.context import BLANK, Context
from kampanye_tui.document.directives.options import ALIGNS
from kampanye_tui.document.parts import Directive, Part, Passage
from kampanye_tui.model.document import Block, Box, Form, FormField, Paragraph, Runs
from kampanye_tui.model.messages import unknown_choice


def aligned(context: Context, directive: Directive) -> tuple[Block, ...]:
    """Return the passages inside at one side, held with what follows: place and day above signatures."""
    align = ALIGNS.get(directive.argument)
    if align is None:
        what, hint = unknown_choice(directive.argument, ALIGNS)
        raise context.refuse(directive.line, what, hint)
    return tuple(
        Paragraph(runs=context.runs(_passage(context, part)), align=align, keep=True)
        for part in directive.parts
    )


def box(context: Context, directive: Directive) -> tuple[Block, ...]:
    """Return the lines inside as a frame."""
    return (Box(lines=box_lines(context, directive)),)


def box_lines(context: Context, directive: Directive) -> tuple[Runs, ...]:
    """Return the lines inside, each by itself."""
    lines: list[Runs] = []
    for part in directive.parts:
        passage = _passage(context, part)
        lines += [context.spoken(line, passage.line + n) for n, line in enumerate(passage.lines)]
    return tuple(lines)


def form(context: Context, directive: Directive) -> tuple[Block, ...]:
    """Return labelled values, one for each line ``Label: value``; without a value it is a dotted line."""
    fields = []
    for part in directive.parts:
        passage = _passage(context, part)
        for number, pieces in enumerate(passage.lines, passage.line):
            name, _colon, value = "".join(piece.text for piece in pieces).partition(":")
            spoken = context.say(value.strip(), number)
            fields.append(
                FormField(
                    label=context.say(name.strip(), number),
                    value="" if spoken == BLANK else spoken,
                )
            )
    return (Form(fields=tuple(fields)),)


def _passage(context: Context, part: Part) -> Passage:
    if not isinstance(part, Passage):
        raise context.refuse(part.line, "di dalam direktif ini hanya boleh ada baris teks")
    return part
