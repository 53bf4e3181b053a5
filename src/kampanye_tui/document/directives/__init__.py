"""The directives a template may use, each ``::: nama … :::``; the list is closed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from kampanye_tui.document.context import Context
from kampanye_tui.document.directives.clauses import articles, clauses, explanations
from kampanye_tui.document.directives.forms import aligned, box, form
from kampanye_tui.document.directives.laws import laws
from kampanye_tui.document.directives.letterhead import letterhead, number_lines, titles
from kampanye_tui.document.directives.parties import attendees, party_table
from kampanye_tui.document.directives.signatures import signatures
from kampanye_tui.document.parts import Directive, Frame
from kampanye_tui.model.document import Block, PageBreak
from kampanye_tui.model.messages import Words, nearest, unknown_choice


class DirectiveKind(NamedTuple):
    """How a directive is used: what makes its blocks, its options, its argument, and what it may hold."""

    make: Callable[[Context, Directive], tuple[Block, ...]]
    options: tuple[str, ...] = ()
    argument: str = ""
    """What stands behind its name, as an example; empty when nothing may."""
    inside: bool = False
    """Whether anything may stand between its markers."""


def _nothing(_context: Context, _directive: Directive) -> tuple[Block, ...]:
    return ()


FLOW: dict[str, DirectiveKind] = {
    "bila": DirectiveKind(_nothing, argument="ada-saksi", inside=True),
    "sisip": DirectiveKind(_nothing, argument="nasional/naskah"),
}
"""Directives that choose and take in parts; ``expansion`` follows them, and none of them is left after it."""

DIRECTIVES: dict[str, DirectiveKind] = {
    "kop": DirectiveKind(letterhead),
    "judul": DirectiveKind(titles, inside=True),
    "nomor": DirectiveKind(number_lines),
    "hadirin": DirectiveKind(attendees, inside=True),
    "daftar-pihak": DirectiveKind(party_table, options=("peran",)),
    "dasar-hukum": DirectiveKind(laws),
    "pasal": DirectiveKind(articles, options=("gaya",), argument="Maksud dan Tujuan", inside=True),
    "klausul": DirectiveKind(clauses, options=("gaya",)),
    "penjelasan-klausul": DirectiveKind(explanations),
    "tanda-tangan": DirectiveKind(signatures, options=("peran", "oleh", "kolom", "judul")),
    "rata": DirectiveKind(aligned, argument="kanan", inside=True),
    "kotak": DirectiveKind(box, inside=True),
    "isian": DirectiveKind(form, inside=True),
    "halaman-baru": DirectiveKind(lambda _context, _directive: (PageBreak(),)),
}


def made_by(context: Context, directive: Directive) -> tuple[Block, ...]:
    """Return the blocks of a directive; raises :class:`Refused` for one that is unknown or misused."""
    for what, hint in misuses(directive, inside=bool(directive.parts)):
        raise context.refuse(directive.line, what, hint)
    return DIRECTIVES[directive.name].make(context, directive)


def misuses(directive: Directive | Frame, *, inside: bool) -> Iterator[Words]:
    """Yield what a directive is not or does not know, so that nothing written is dropped silently."""
    name = directive.name
    kind = (DIRECTIVES | FLOW).get(name)
    if kind is None:
        what, hint = unknown_choice(name, [*DIRECTIVES, *FLOW])
        yield f"direktif {what}", hint
        return
    for option, _value in directive.options:
        if option not in kind.options:
            yield f'direktif {name} tidak mengenal "{option}"', nearest(option, kind.options)
    if kind.argument and not directive.argument:
        example = f"Contoh: ::: {name} {kind.argument}"
        yield f"sesudah {name} masih diperlukan keterangan", example
    if directive.argument and not kind.argument:
        yield f'tulisan "{directive.argument}" tidak dikenal di sini', f"Contoh: ::: {name}"
    if inside and not kind.inside:
        yield f"direktif {name} tidak berisi teks", "Tutup langsung dengan :::"
