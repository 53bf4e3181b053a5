"""``matriks``: every clause with what all pihak say to it, and room for what becomes of it."""

from __future__ import annotations

from collections.abc import Iterator

from kampanye_tui.agreement.moment import zone_of
from kampanye_tui.agreement.response_matrix import Cell, Row, Standing, matrix, missing
from kampanye_tui.agreement.words import clock, enumerated, long_date
from kampanye_tui.document.context import Context, merged, plain
from kampanye_tui.document.directives.clauses import cited, entries_of
from kampanye_tui.document.numbering import headed
from kampanye_tui.document.parts import Directive
from kampanye_tui.model.agreement import AgreedClause
from kampanye_tui.model.document import Align, Block, Column, Entry, Paragraph, Run, Runs, Table
from kampanye_tui.model.party import Party

MATRIX_WORDS = (
    "bunyi",
    "dasar",
    "tanggapan",
    "usul",
    "hasil",
    "setuju",
    "catatan",
    "keberatan",
    "berubah",
    "belum",
    "keadaan",
    "diam",
)
"""Options of the directive: all words that it prints besides those of people."""


def response_matrix(context: Context, directive: Directive) -> tuple[Block, ...]:
    """Return up to when answers were taken in, who has answered nothing, and the table.

    ``bunyi``, ``dasar``, ``tanggapan``, ``usul`` and ``hasil`` head columns; ``setuju``, ``catatan``,
    ``keberatan``, ``berubah`` and ``belum`` lead the answers of that kind; ``keadaan`` and ``diam`` begin the
    sentences above the table. Of an agreement that nobody answered, columns are there to be filled by hand.
    """
    words = {name: context.say(value, directive.line) for name, value in directive.options}
    rows = matrix(context.agreement, context.state.answers)
    silent = [one.party for one in missing(context.agreement, context.state.answers) if one.silent]
    table = Table(
        columns=(
            Column(head="No.", share=9, align=Align.CENTRE),
            Column(head=words["bunyi"], share=70),
            Column(head=words["dasar"], share=28),
            Column(head=words["tanggapan"], share=70),
            Column(head=words["usul"], share=42),
            Column(head=words["hasil"], share=34),
        ),
        rows=tuple(
            (
                plain(f"{row.number}."),
                _words(context, row.clause),
                plain("\n".join(cited(context, row.clause))),
                merged(_answers(row, words, silent)),
                (),
                (),
            )
            for row in rows
        ),
        row_height=10,
        source="matriks",
    )
    return (*_up_to(context, words["keadaan"]), *_silent(words["diam"], silent), table)


def _up_to(context: Context, words: str) -> Iterator[Block]:
    """Yield when the last answer was given; nothing while there is none."""
    times = [one.occurred for one in context.state.answers.values()]
    if times:
        at = max(times).astimezone(zone_of(context.agreement.reference.region))
        zone = context.agreement.reference.region.zone.value
        text = f"{words} {long_date(at.date())} pukul {clock(at.time(), zone)}."
        yield Paragraph(runs=plain(text), align=Align.LEFT, keep=True)


def _silent(words: str, silent: list[Party]) -> Iterator[Block]:
    if silent:
        yield Paragraph(
            runs=plain(f"{words} {enumerated([party.called for party in silent])}."),
            align=Align.LEFT,
            keep=True,
        )


def _words(context: Context, clause: AgreedClause) -> Runs:
    """Return a clause in one cell: its number and title, then its ayat and huruf on lines of their own."""
    lines = "\n".join(_lines(entries_of(context, clause, context.agreement.style)))
    return Run(f"{headed(context.refer(clause.id), clause.title)}\n", bold=True), Run(lines)


def _lines(entries: tuple[Entry, ...]) -> Iterator[str]:
    for entry in entries:
        text = "".join(run.text for run in entry.runs)
        yield f"{entry.label} {text}" if entry.label else text
        yield from _lines(entry.entries)


def _answers(row: Row, words: dict[str, str], silent: list[Party]) -> Iterator[Run]:
    """Yield who agrees as a count, remarks and objections in full, who was answering other words, who not.

    Whoever has answered nothing at all is told once, above the table.
    """
    if all(cell.response is None for cell in row.cells):
        return
    yield Run(f"{words['setuju']} {row.agreed}/{len(row.cells)}.")
    for option, standing in (("catatan", Standing.REMARK), ("keberatan", Standing.OBJECTION)):
        for cell in row.of(standing):
            yield Run("\n")
            yield Run(f"{cell.party.called}, {words[option]} ", bold=True)
            yield Run(cell.remark)
    yield from _named(words["berubah"], row.of(Standing.STALE))
    yield from _named(words["belum"], [cell for cell in row.of(Standing.NONE) if cell.party not in silent])


def _named(words: str, cells: list[Cell] | tuple[Cell, ...]) -> Iterator[Run]:
    if cells:
        yield Run(f"\n{words} {', '.join(cell.party.called for cell in cells)}.")
