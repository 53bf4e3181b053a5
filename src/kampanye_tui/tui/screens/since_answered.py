"""What has changed since a pihak answered: a redline of the clauses that it knew otherwise, to be read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kampanye_tui.agreement.responding import answers_of
from kampanye_tui.agreement.word_diff import marked
from kampanye_tui.tui.background import in_background
from kampanye_tui.tui.faults import sentence
from kampanye_tui.tui.reading import Paragraph
from kampanye_tui.tui.screens.difference import Redlined
from kampanye_tui.tui.screens.on_paper import called_on_paper

if TYPE_CHECKING:
    from kampanye_tui.agreement.redline import Redline
    from kampanye_tui.model.party import Party
    from kampanye_tui.tui.ledger_screen import LedgerScreen

INDENT = 2


class SinceAnswered(Redlined):
    """What differs from the words that a pihak answered."""

    def __init__(self, party: Party, found: Redline) -> None:
        super().__init__(f"Yang berubah sejak ditanggapi {party.called}", paragraphs(found))


def show_since_answered(screen: LedgerScreen, party: Party, clause: str = "") -> None:
    """Show what has changed since a pihak answered, in all clauses or in one.

    Earlier texts are read in a thread: where the words are kept nowhere, that is every one of them.
    """
    work = screen.work
    try:
        agreement, folder, answers = work.agreement, work.folder, answers_of(work.book.events)
    except Exception as error:  # noqa: BLE001 - a ledger that cannot be read is told, and ends nothing
        screen.app.tell(sentence(error))
        return

    printed = called_on_paper(work)

    def find() -> Redline | Exception:
        from kampanye_tui.agreement.since_answered import since_answered
        from kampanye_tui.store.earlier_texts import earlier_texts

        try:
            return since_answered(agreement, answers, party.id, earlier_texts(folder), clause, printed)
        except Exception as error:  # noqa: BLE001 - whatever goes wrong in the thread is told where it was asked
            return error

    def show(found: Redline | Exception) -> None:
        if isinstance(found, Exception):
            screen.say(sentence(found))
        elif not found.clauses and not found.others:
            screen.say(f"Tidak ada yang berubah sejak ditanggapi {party.called}.")
        elif screen.app.screen is screen:
            screen.app.push_screen(SinceAnswered(party, found))

    in_background(screen, find, show)


def paragraphs(found: Redline) -> Iterator[Paragraph]:
    """Yield each clause with its words, line by line, then everything else."""
    for clause in found.clauses:
        yield Paragraph(clause.head, "bold")
        for line in clause.words:
            yield Paragraph(f"{' ' * INDENT}{marked(line).strip()}", hang=INDENT)
        cited = "; ".join(marked((piece,)) for piece in clause.citations)
        if cited:
            yield Paragraph(f"{' ' * INDENT}Dasar: {cited}", "quiet", INDENT)
        yield Paragraph("")
    yield from map(Paragraph, found.others)
