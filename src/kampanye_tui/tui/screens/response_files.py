"""The answers of pihak as a CSV file: what a file of them holds, what one would record, and recording it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kampanye_tui.agreement.place_words import with_paper
from kampanye_tui.agreement.responding import all_responded, answering, answers_of
from kampanye_tui.agreement.response_matrix import standing_of
from kampanye_tui.agreement.response_table import read_responses, response_table
from kampanye_tui.model.problem import Refused
from kampanye_tui.tui.faults import sentence
from kampanye_tui.tui.perform import there
from kampanye_tui.tui.screens.on_paper import called_on_paper
from kampanye_tui.tui.table_files import Table

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kampanye_tui.agreement.responding import Answers, Said
    from kampanye_tui.model.agreement import Agreement
    from kampanye_tui.tui.ledger_screen import LedgerScreen


def response_files(screen: LedgerScreen) -> Table:
    """Return the answers as a table that can be written and read in."""
    work = screen.work
    pairs = len(work.agreement.clauses) * len(answering(work.agreement))

    def changes(data: bytes, name: str) -> list[str]:
        agreement, before = work.agreement, answers_of(work.book.events)
        printed = called_on_paper(work)
        return [
            _told(agreement, one, before, printed) for one in read_responses(agreement, before, data, name)
        ]

    def take(data: bytes, name: str, _count: int) -> None:
        _record(screen, data, name)

    return Table(
        name="tanggapan",
        file="tanggapan.csv",
        reading="jawaban yang kosong dilewati",
        holds=lambda: f"{pairs} baris tanggapan",
        written=lambda: response_table(work.agreement, answers_of(work.book.events)),
        changes=changes,
        marks="tanggapan baru atau berubah",
        take=take,
    )


def _told(agreement: Agreement, said: Said, before: Answers, printed: Mapping[str, str]) -> str:
    """Return an answer that a file has, with what stood before."""
    number = next(at for at, clause in enumerate(agreement.clauses, 1) if clause.id == said.clause)
    stood = standing_of(agreement, before, said.party, said.clause).value
    remark = f": {said.remark}" if said.remark else ""
    called = there(agreement.party(said.party)).called
    clause = with_paper(number, printed.get(said.clause, ""))
    return f"{called}, klausul {clause}: {stood} → {said.answer.words}{remark}"


def _record(screen: LedgerScreen, data: bytes, name: str) -> None:
    """Record what a file says; it is read anew, for the ledger as it then stands."""
    agreement, stamp = screen.work.agreement, screen.stamp()
    try:
        added = screen.record(
            lambda book: all_responded(
                agreement,
                book.events,
                read_responses(agreement, answers_of(book.events), data, name),
                **stamp,
            )
        )
    except (Refused, OSError) as error:
        screen.app.tell(sentence(error))
        return
    screen.say(f"{len(added)} tanggapan dari {name} tercatat.")
