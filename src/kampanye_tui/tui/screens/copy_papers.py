"""The papers of numbered copies, as the screen of copies makes them: a print run, a package, receipts.

Each run is asked about or told before, made in a thread, and shown with the ways to fetch it afterwards.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from kampanye_tui.model.problem import Refused
from kampanye_tui.tui.faults import sentence
from kampanye_tui.tui.frame import OneLine
from kampanye_tui.tui.keymap import key_of
from kampanye_tui.tui.paper_run import PaperRun, short
from kampanye_tui.tui.perform import there

if TYPE_CHECKING:
    from pathlib import Path

    from kampanye_tui.export import Delivered, Made, Maker
    from kampanye_tui.model.agreement import CopyForm, CopyPlan
    from kampanye_tui.tui.screens.copies import Copies


class CopyPapers:
    """Makes papers for the screen of copies."""

    def __init__(self, screen: Copies) -> None:
        self.screen = screen
        self.work = screen.work
        self.run = PaperRun(screen, screen.work, self._say, self._ended)

    @property
    def folder(self) -> Path:
        """Where the files go."""
        from kampanye_tui.export import folder_for

        return folder_for(self.work.located, self.work.agreement.id)

    def print_run(self, form: CopyForm) -> None:
        """Ask, make every copy of a form that is still to be printed, and record them as printed."""
        from kampanye_tui.agreement.number_register import spans_of_numbers
        from kampanye_tui.handing_out import copies_to_print
        from kampanye_tui.tui.question import Question, answers

        agreement = self.work.agreement
        due = copies_to_print(agreement, self.work.book.events, form)
        app = self.screen.app
        which = ", ".join(map(str, spans_of_numbers(copy.number for copy in due)))
        told = (
            (f"{len(due)} {form.value}: nomor {which}.", ""),
            (f"PDF-nya ditulis ke {short(self.work, self.folder)}.", ""),
            ("Setiap nomor langsung dicatat sebagai dicetak; yang gagal dicetak nanti dicatat rusak.", ""),
            ("", ""),
            (answers("membuatnya", "tidak membuat apa pun", app.own_keys), "bold"),
        )

        def answered(yes: bool | None) -> None:
            if yes:
                self._print(form, due)

        app.push_screen(Question(f"Cetak {form.value}?", told), answered)

    def _print(self, form: CopyForm, due: tuple[CopyPlan, ...]) -> None:
        from kampanye_tui.handing_out import print_run

        agreement, folder, stamp = self.work.agreement, self.folder, self.screen.stamp()
        maker = self._maker()
        if maker is None:
            return

        def make(told: Callable[[int], None]) -> Callable[..., tuple[Delivered, ...]]:
            run = print_run(maker, due, told)

            def write(*, overwrite: bool) -> tuple[Delivered, ...]:
                delivered = run.deliver(maker, folder, overwrite=overwrite)
                # In the same breath: somebody may leave the screen while the files are written.
                self.work.record(lambda book: run.recorded(agreement, book.events, **stamp))
                return delivered

            return write

        self._start(len(due), make, folder, lambda _made: (f"{len(due)} {form.value} dicatat dicetak.",))

    def package(self, party_id: str) -> None:
        """Make the package of a pihak."""
        from kampanye_tui.export import deliver, make_all
        from kampanye_tui.handing_out import package_folder, package_jobs, package_remarks

        maker = self._maker()
        if maker is None:
            return
        party = there(maker.agreement.party(party_id))
        try:
            jobs, folder = package_jobs(maker, party), package_folder(self.folder, party)
        except Refused as refused:
            self.screen.app.tell(sentence(refused))
            return

        def make(told: Callable[[int], None]) -> Callable[..., tuple[Delivered, ...]]:
            made = make_all(maker, jobs, told)
            paths = [folder / job.name for job in jobs]
            return partial(deliver, maker.library, maker.agreement.id, made, paths)

        def told(made: tuple[Made, ...]) -> tuple[str, ...]:
            return f"Paket {party.called} selesai.", *package_remarks(maker, made)

        self._start(len(jobs), make, folder, told)

    def receipts(self) -> None:
        """Make the page of the book and the receipts that nobody has signed yet."""
        from kampanye_tui.export import deliver, make_all
        from kampanye_tui.handing_out import receipt_jobs

        maker = self._maker()
        if maker is None:
            return
        jobs, folder = receipt_jobs(maker), self.folder

        def make(told: Callable[[int], None]) -> Callable[..., tuple[Delivered, ...]]:
            made = make_all(maker, jobs, told)
            return partial(
                deliver, maker.library, maker.agreement.id, made, [folder / job.name for job in jobs]
            )

        words = f"Buku ekspedisi dan {len(jobs) - 1} tanda terima yang belum kembali."
        self._start(len(jobs), make, folder, lambda _made: (words,))

    def _maker(self) -> Maker | None:
        """Return what papers are made with; None where it is told why there is nothing."""
        from kampanye_tui.export import maker_for

        try:
            return maker_for(self.work.located, self.work.library, self.work.agreement)
        except (Refused, OSError) as error:
            self.screen.app.tell(sentence(error))
            return None

    def _start(
        self,
        total: int,
        make: Callable[[Callable[[int], None]], Callable[..., tuple[Delivered, ...]]],
        folder: Path,
        told: Callable[[tuple[Made, ...]], tuple[str, ...]],
    ) -> None:
        def done(delivered: tuple[Delivered, ...]) -> None:
            from kampanye_tui.tui.screens.fetch import Fetch

            words = " ".join(told(tuple(one.made for one in delivered)))
            self._ended(words)
            self.screen.app.push_screen(Fetch(self.work, folder, delivered, told=words))

        self.run.start(total, key_of("salinan.batal", self.screen.app.own_keys), make, folder, done)

    def _say(self, told: str) -> None:
        self.screen.query_one("#copies-plan", OneLine).say(told)

    def _ended(self, told: str) -> None:
        self.screen.look()
        self.screen.show_plan()
        self.screen.app.tell(told)
        self.screen.app.refresh_keys()
