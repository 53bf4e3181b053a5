"""Cetak & Simpan: which papers, in which formats, for whom; and writing them all, or none.

Papers are made in a thread, all of them in memory before the first is written.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult

from kampanye_tui.model.finding import Level
from kampanye_tui.model.problem import Refused
from kampanye_tui.tui.actions import Group
from kampanye_tui.tui.frame import OneLine, Rule
from kampanye_tui.tui.keymap import key_of
from kampanye_tui.tui.pane import Pane
from kampanye_tui.tui.paper_run import PaperRun, short
from kampanye_tui.tui.perform import bound
from kampanye_tui.tui.prose import Prose
from kampanye_tui.tui.rows import Rows

if TYPE_CHECKING:
    from kampanye_tui.export import Delivered, Job, Made
    from kampanye_tui.tui.output_choice import Choice
    from kampanye_tui.work import Work

WIDEST = 90
"""Columns of the list on a wide screen, so that the eye still follows a row."""
MOST_NAMES = 4
"""Names of files that are told of a paper."""


class OutputPane(Pane):
    """The tab of printing and saving."""

    groups = (Group.OUTPUT,)
    BINDINGS: ClassVar = bound(Group.OUTPUT)
    needs_packs = ("cetak.tandai", "cetak.tulis")
    DEFAULT_CSS = """
    OutputPane Prose { height: 3; }
    """

    def __init__(self, work: Work, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(work, id=id)
        self.choice: Choice | None = None
        self.run = PaperRun(self, work, self._say_plan, self._ended)
        self.delivered: tuple[Delivered, ...] = ()

    def compose(self) -> ComposeResult:
        """Lay out what will come of it above the list."""
        yield OneLine("Membaca paket…", id="plan")
        yield OneLine(id="concept")
        yield Rows(id="choices")
        yield Rule(id="title")
        yield Prose(id="about")

    def _key(self, action_id: str) -> str:
        return key_of(action_id, self.app.own_keys)

    @property
    def choices(self) -> Rows:
        """The list of what can be marked."""
        return self.query_one(Rows)

    @property
    def folder(self) -> Path:
        """Where the files go."""
        from kampanye_tui.export import folder_for

        return folder_for(self.work.located, self.work.agreement.id)

    def on_resize(self) -> None:
        """Fit the columns."""
        self.call_after_refresh(self.show)

    def on_unmount(self) -> None:
        """Let nothing be written for an agreement that was left."""
        self.run.cancelled.set()

    def show(self) -> None:
        """Show the marks, and how many files they make."""
        if self.agreement_screen.unread:
            if not self.run.writing:
                self.query_one("#plan", OneLine).say(self.agreement_screen.unread)
            return
        from kampanye_tui.tui.output_choice import rows, usual

        work, library = self.work, self.work.library
        if self.choice is None:
            self.choice, told = usual(work.agreement, library, work.located.configuration.export)
            if told:
                self.call_after_refresh(self.app.tell, f"[ekspor]: {told[0]}")
        paper = work.located.configuration.export.paper
        self.choices.show(
            rows(self.choice, work.agreement, library, paper, min(self.app.size.width - 4, WIDEST))
        )
        self._tell_plan()
        self._tell()

    def _tell_plan(self) -> None:
        if self.run.writing or self.agreement_screen.unread:
            return
        jobs = self._jobs()
        told = (
            f"{len(jobs)} berkas akan ditulis ke {short(self.work, self.folder)}" if jobs else self._nothing
        )
        self._say_plan(told)
        required = sum(one.level is Level.REQUIRED for one in self.work.findings)
        state = f"Dokumen memuat tanda {self.work.state.words}."
        check = self._key("naskah.pemeriksaan")
        wrong = f" {required} hal wajib diperbaiki; tekan {check}." if required else ""
        self.query_one("#concept", OneLine).say(state + wrong)

    @property
    def _nothing(self) -> str:
        """Why nothing would be written."""
        if self.choice is None or not self.choice.templates:
            return "Tandai sedikitnya satu dokumen."
        if not self.choice.formats:
            return "Tandai sedikitnya satu format."
        return "Tidak ada dokumen untuk penerima yang ditandai."

    def _jobs(self) -> tuple[Job, ...]:
        """Return the files that the marks make; none where they make none."""
        from kampanye_tui.export import plan
        from kampanye_tui.tui.output_choice import requests_of

        agreement, library = self.work.agreement, self.work.library
        if self.choice is None or not self.choice.templates or not self.choice.formats:
            return ()
        try:
            wanted = requests_of(self.choice, agreement, library)
            return tuple(job for one in wanted for job in plan(agreement, library, one, self.work.state))
        except Refused:
            return ()

    def _say_plan(self, told: str) -> None:
        """Show above the list what would come of it, or how far it is."""
        self.query_one("#plan", OneLine).say(told)

    def on_rows_pointed(self) -> None:
        """Say more about the row that is pointed at."""
        self._tell()

    def _tell(self) -> None:
        row = self.choices.pointed
        known = self.choice is not None and not self.agreement_screen.unread
        title, paragraphs = ("", ()) if row is None or not known else self._about(row.id)
        self.query_one("#title", Rule).say(title)
        self.query_one("#about", Prose).say(paragraphs)
        self.app.refresh_keys()

    def _about(self, row_id: str) -> tuple[str, Sequence[tuple[str, str]]]:
        from kampanye_tui.tui.output_choice import WAYS, why_not

        kind, _, name = row_id.partition(":")
        if kind == "format":
            made = self.work.library.formats[name]
            return made.label, [(why_not(name) or f"Nama berkasnya berakhir {made.suffix}", "")]
        if kind == "cara":
            words, _purpose, more = WAYS[name]
            return words, [(more, "")]
        if kind == "templat":
            names = [job.name for job in self._jobs() if job.template.address == name]
            more = f", dan {len(names) - MOST_NAMES} lainnya" if len(names) > MOST_NAMES else ""
            nothing = f"Tidak akan ditulis; {self._key('cetak.tandai')} menandainya."
            told = ", ".join(names[:MOST_NAMES]) + more if names else nothing
            return f"paket {name.replace('/', ', dokumen ')}", [(told, "")]
        return "untuk siapa", [("Salinan dan surat bernomor dibuat satu untuk tiap pihak yang ditandai.", "")]

    def why_off(self, action_id: str) -> str:
        """Say why nothing can be marked, written or cancelled now."""
        if action_id == "cetak.batal":
            return self.run.why_not_cancel()
        why = super().why_off(action_id)
        if why or action_id not in ("cetak.tandai", "cetak.tulis"):
            return why
        if self.choice is None:
            return "Paket belum selesai dibaca."
        if self.run.writing:
            return self.run.why_busy(self._key("cetak.batal"))
        if action_id == "cetak.tulis" and not self._jobs():
            return self._nothing
        row = self.choices.pointed
        if action_id == "cetak.tandai" and row and row.id.startswith("format:"):
            from kampanye_tui.tui.output_choice import why_not

            return why_not(row.id.removeprefix("format:"))
        return ""

    def do_mark(self) -> None:
        """Change the mark of the row that is pointed at."""
        from kampanye_tui.tui.output_choice import toggled

        row = self.choices.pointed
        if row is not None and self.choice is not None:
            self.choice = toggled(self.choice, self.work.agreement, row.id)
            self.show()

    def do_write(self) -> None:
        """Make all papers in a thread, then write them."""
        jobs = self._jobs()
        agreement, library, folder = self.work.agreement, self.work.library, self.folder
        small = self._small(jobs)

        def make(told: Callable[[int], None]) -> Callable[..., tuple[Delivered, ...]]:
            from kampanye_tui.export import deliver, make_all, maker_for

            made: tuple[Made, ...] = ()
            for sent, some in ((True, small), (False, jobs[len(small) :])):
                if some:
                    maker = maker_for(self.work.located, library, agreement, small=sent)
                    made += make_all(maker, some, _behind(told, len(made)))
            return partial(deliver, library, agreement.id, made, [folder / job.name for job in jobs])

        self.run.start(len(jobs), self._key("cetak.batal"), make, folder, self._done)

    def _small(self, jobs: Sequence[Job]) -> Sequence[Job]:
        """Return the first of the files, those that are to be small."""
        from kampanye_tui.tui.output_choice import PDF, SMALL

        if self.choice is None or SMALL not in self.choice.ways:
            return ()
        return tuple(job for job in jobs if job.format.id == PDF)

    def _ended(self, told: str) -> None:
        self._tell_plan()
        self.app.tell(told)
        self.app.refresh_keys()

    def _done(self, delivered: tuple[Delivered, ...]) -> None:
        self.delivered = delivered
        self._ended(f"{len(delivered)} berkas ditulis; {self._key('cetak.ambil')} menunjukkannya lagi.")
        self.do_fetch()

    def do_cancel(self) -> None:
        """Stop before the next paper."""
        self.run.cancel()

    def do_fetch(self) -> None:
        """Show what was written, and how to get it."""
        from kampanye_tui.tui.screens.fetch import Fetch

        self.app.push_screen(Fetch(self.work, self.folder, self.delivered))


def _behind(told: Callable[[int], None], before: int) -> Callable[[int], None]:
    """Return what counts on behind what was made before."""
    return lambda done: told(before + done)
