"""Cetak & Simpan: which papers, in which formats, for whom; and writing them all, or none.

Papers are made in a thread, all of them in memory before the first is written.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult

from kampanye_tui.model.finding import Level
from kampanye_tui.model.problem import Declined, Refused
from kampanye_tui.tui.faults import sentence
from kampanye_tui.tui.frame import OneLine, Rule
from kampanye_tui.tui.keymap import Group, key_of
from kampanye_tui.tui.pane import Pane
from kampanye_tui.tui.perform import bound
from kampanye_tui.tui.progress import Cancelled, Progress, words
from kampanye_tui.tui.prose import Prose
from kampanye_tui.tui.rows import Rows

if TYPE_CHECKING:
    from kampanye_tui.export import Delivered, Job
    from kampanye_tui.tui.output_choice import Choice

WIDEST = 90
"""Columns of the list on a wide screen, so that the eye still follows a row."""
WRITING = "Menulis berkas…"
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

    def __init__(self, work, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(work, id=id)
        self.choice: Choice | None = None
        self.writing = False
        self.made = False
        """Whether all papers are made and now being written, which is done whole or not at all."""
        self.cancelled = threading.Event()
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
        self.cancelled.set()

    def show(self) -> None:
        """Show the marks, and how many files they make."""
        if self.screen.unread:
            if not self.writing:
                self.query_one("#plan", OneLine).say(self.screen.unread)
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
        if self.writing or self.screen.unread:
            return
        jobs = self._jobs()
        told = f"{len(jobs)} berkas akan ditulis ke {self._short(self.folder)}" if jobs else self._nothing
        self.query_one("#plan", OneLine).say(told)
        required = sum(one.level is Level.REQUIRED for one in self.work.findings)
        state = f"Dokumen memuat tanda {self.work.state.words}."
        check = self._key("naskah.pemeriksaan")
        wrong = f" {required} hal wajib diperbaiki; tekan {check}." if required else ""
        self.query_one("#concept", OneLine).say(state + wrong)

    @property
    def _nothing(self) -> str:
        """Why nothing would be written."""
        if not self.choice.templates:
            return "Tandai sedikitnya satu dokumen."
        if not self.choice.formats:
            return "Tandai sedikitnya satu format."
        return "Tidak ada dokumen untuk penerima yang ditandai."

    def _jobs(self) -> tuple[Job, ...]:
        """Return the files that the marks make; none where they make none."""
        from kampanye_tui.export import plan
        from kampanye_tui.tui.output_choice import request_of

        agreement, library = self.work.agreement, self.work.library
        if self.choice is None or not self.choice.templates or not self.choice.formats:
            return ()
        try:
            return plan(agreement, library, request_of(self.choice, agreement, library))
        except Refused:
            return ()

    def _short(self, path: Path) -> str:
        """Return a path as people know it: from the office's folder on, where it is inside."""
        folder = self.work.located.folder
        return str(path.relative_to(folder)) if path.is_relative_to(folder) else str(path)

    def on_rows_pointed(self) -> None:
        """Say more about the row that is pointed at."""
        self._tell()

    def _tell(self) -> None:
        row = self.choices.pointed
        known = row is not None and self.choice is not None and not self.screen.unread
        title, paragraphs = self._about(row.id) if known else ("", ())
        self.query_one("#title", Rule).say(title)
        self.query_one("#about", Prose).say(paragraphs)
        self.app.refresh_keys()

    def _about(self, row_id: str) -> tuple[str, Sequence[tuple[str, str]]]:
        from kampanye_tui.tui.output_choice import why_not

        kind, _, name = row_id.partition(":")
        if kind == "format":
            made = self.work.library.formats[name]
            return made.label, [(why_not(name) or f"Nama berkasnya berakhir {made.suffix}", "")]
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
            if not self.writing:
                return "Tidak ada penulisan yang sedang berjalan."
            return WRITING if self.made else ""
        why = super().why_off(action_id)
        if why or action_id not in ("cetak.tandai", "cetak.tulis"):
            return why
        if self.choice is None:
            return "Paket belum selesai dibaca."
        if self.writing:
            stopping = f"Dokumen sedang disusun; {self._key('cetak.batal')} membatalkan."
            return WRITING if self.made else stopping
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
        if row is not None:
            self.choice = toggled(self.choice, self.work.agreement, row.id)
            self.show()

    def do_write(self) -> None:
        """Make all papers in a thread, then write them."""
        jobs = self._jobs()
        self.cancelled.clear()
        stop = self._key("cetak.batal")
        self._begin(words(0, len(jobs), stop))
        agreement, library, folder = self.work.agreement, self.work.library, self.folder

        def say(told: str) -> None:
            self._on_screen(self.query_one("#plan", OneLine).say, told)

        def make() -> None:
            from kampanye_tui.export import deliver, make_all, maker_for

            maker = maker_for(self.work.located, library, agreement)
            made = make_all(maker, jobs, Progress(len(jobs), self.cancelled, say, stop))
            writing = partial(deliver, library, agreement.id, made, [folder / job.name for job in jobs])
            self._deliver(writing, overwrite=False)

        self._in_thread(make)

    def _begin(self, told: str) -> None:
        self.writing, self.made = True, False
        self.query_one("#plan", OneLine).say(told)
        self.app.refresh_keys()

    def _in_thread(self, doing) -> None:
        def guarded() -> None:
            try:
                doing()
            except Cancelled:
                self._on_screen(self._ended, "Dibatalkan; tidak ada berkas yang ditulis.")
            except Exception as error:  # noqa: BLE001 - whatever a format or a disk does is told, and ends nothing
                self._on_screen(self._ended, sentence(error))

        self.run_worker(guarded, thread=True, exit_on_error=False)

    def _on_screen(self, call, *arguments) -> None:
        """Do something where the screen lives; nothing when the agreement was left meanwhile."""
        if self.is_attached:
            self.app.call_from_thread(call, *arguments)

    def _deliver(self, writing: Callable[..., tuple[Delivered, ...]], *, overwrite: bool) -> None:
        """Write finished papers, in a thread; what stands in the way is asked about."""
        if self.cancelled.is_set():
            raise Cancelled
        self.made = True
        self._on_screen(self.query_one("#plan", OneLine).say, WRITING)
        try:
            done = writing(overwrite=overwrite)
        except Declined as declined:
            self._on_screen(self._ask, declined, writing)
        else:
            self._on_screen(self._done, done)

    def _ask(self, declined: Declined, writing: Callable[..., tuple[Delivered, ...]]) -> None:
        """Ask whether files with another content may be replaced."""
        from kampanye_tui.tui.question import Question, answers

        problem = declined.problems[0]
        told = (
            (f"Di folder {self._short(self.folder)}: {problem.what}.", ""),
            ("", ""),
            ("Bila diganti, isi yang lama hilang; yang sudah dicetak atau dibagikan tidak berubah.", ""),
            ("", ""),
            (answers("mengganti", "tidak menulis apa pun", self.app.own_keys), "bold"),
        )

        def answered(yes: bool | None) -> None:
            if not yes:
                self._ended("Tidak ada berkas yang ditulis.")
                return
            self._in_thread(lambda: self._deliver(writing, overwrite=True))

        self.app.push_screen(Question("Ganti berkas yang sudah ada?", told), answered)

    def _ended(self, told: str) -> None:
        self.writing = False
        self._tell_plan()
        self.app.tell(told)
        self.app.refresh_keys()

    def _done(self, delivered: tuple[Delivered, ...]) -> None:
        self.delivered = delivered
        self._ended(f"{len(delivered)} berkas ditulis; {self._key('cetak.ambil')} menunjukkannya lagi.")
        self.do_fetch()

    def do_cancel(self) -> None:
        """Stop before the next paper."""
        self.cancelled.set()
        self.query_one("#plan", OneLine).say("Membatalkan…")

    def do_fetch(self) -> None:
        """Show what was written, and how to get it."""
        from kampanye_tui.tui.screens.fetch import Fetch

        self.app.push_screen(Fetch(self.work, self.folder, self.delivered))
