"""Printing papers that were just written: what, where and how often is asked, counted, and asked again.

Nothing is printed before somebody has read how many pages it will be.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kampanye_tui.model.export_format import Part
from kampanye_tui.model.office import Paper
from kampanye_tui.model.problem import refuse
from kampanye_tui.papers import sheet_of
from kampanye_tui.tui.background import in_background
from kampanye_tui.tui.faults import sentence
from kampanye_tui.tui.form import Field, Form
from kampanye_tui.tui.perform import program_of
from kampanye_tui.tui.printing import Lot, Order, amount, print_files
from kampanye_tui.tui.question import Question, answers

if TYPE_CHECKING:
    from textual.screen import Screen

    from kampanye_tui.export import Delivered
    from kampanye_tui.model.template import Sheet

MOST_COPIES = 99
SIDES = (("dua", "bolak-balik"), ("satu", "satu sisi"))


class PrintJob:
    """Asks on top of a screen, and prints. ``papers`` are PDFs; of ``printers`` the usual one is first."""

    def __init__(
        self, screen: Screen[Any], papers: Sequence[Delivered], printers: Sequence[str], paper: Paper | None
    ) -> None:
        self.screen = screen
        self.app = program_of(screen)
        self.papers = tuple(papers)
        self.printers = tuple(printers)
        self.paper = paper

    def ask(self, name: str) -> None:
        """Ask what is printed, beginning with the paper of that name, else with all of them."""
        ones = [(one.path.name, f"hanya {one.path.name}") for one in self.papers]
        what = (("", "semua PDF"), *ones)
        where = tuple((one, one) for one in self.printers)
        fields = (
            Field("what", "Yang dicetak", name, "Satu berkas, atau semuanya.", choices=what),
            Field("printer", "Printer", self.printers[0], "Printer komputer ini.", choices=where),
            Field("copies", "Rangkap", "1", f"Angka 1 sampai {MOST_COPIES}.", copies_fault),
            Field("sides", "Sisi kertas", SIDES[0][0], "Satu sisi atau bolak-balik.", choices=SIDES),
        )
        self.app.push_screen(Form("Cetak", fields, self._ordered, about=amount(self.papers)))

    def _ordered(self, values: dict[str, str]) -> None:
        """Take the form; raises Refused, which it shows."""
        fault = copies_fault(values["copies"])
        if fault:
            raise refuse(f"rangkap {fault}")
        papers = tuple(one for one in self.papers if values["what"] in ("", one.path.name))
        both_sides = values["sides"] == SIDES[0][0]
        order = Order(values["printer"], int(values["copies"]), both_sides, lots(papers, self.paper))
        self.app.call_later(self._confirm, order, papers)

    def _confirm(self, order: Order, papers: Sequence[Delivered]) -> None:
        """Say how many pages it will be before anything is printed."""
        sides = dict(SIDES)["dua" if order.both_sides else "satu"]
        told = (
            (f"{amount(papers, order.copies)}, ke printer {order.printer}, {sides}.", ""),
            (f"Kertas yang diperlukan: {', '.join(_in_words(lot, order) for lot in order.lots)}.", ""),
            ("", ""),
            (answers("mencetak", "kembali", self.app.own_keys), "bold"),
        )

        def answered(yes: bool | None) -> None:
            if yes:
                self.app.tell("Dikirim ke printer…")
                in_background(self.screen, lambda: _printed(order), self.app.tell)

        self.app.push_screen(Question("Cetak sekarang?", told), answered)


def lots(papers: Sequence[Delivered], paper: Paper | None) -> tuple[Lot, ...]:
    """Return the papers of an office that prints on ``paper``, those of each kind of sheet together."""
    alike: dict[tuple[Sheet, bool], list[Path]] = {}
    for one in papers:
        job = one.made.job
        kind = (sheet_of(job.template, paper, job.part), job.part is Part.FOLDED)
        alike.setdefault(kind, []).append(one.path)
    return tuple(Lot(sheet, folded, tuple(paths)) for (sheet, folded), paths in alike.items())


def _in_words(lot: Lot, order: Order) -> str:
    """Return how many documents are printed on which sheet, and how it is turned where that is not usual."""
    turned = ", dibalik pada sisi pendek" if lot.folded and order.both_sides else ""
    return f"{lot.sheet} ({len(lot.paths)} dokumen{turned})"


def _printed(order: Order) -> str:
    """Hand the files to the printer, in a thread, and return what came of it."""
    try:
        return f"Diterima printer {order.printer} sebagai tugas {print_files(order)}."
    except Exception as error:  # noqa: BLE001 - whatever the printing system does is told
        return sentence(error)


def copies_fault(typed: str) -> str:
    """Return what is wrong with a number of copies; empty when nothing is."""
    good = typed.isascii() and typed.isdigit() and len(typed) < 3 and 1 <= int(typed) <= MOST_COPIES
    return "" if good else f"harus angka 1 sampai {MOST_COPIES}"
