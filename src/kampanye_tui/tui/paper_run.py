"""Papers on their way to files: made in a thread, all of them in memory, then written whole or not at all.

A widget hands over how they are made; it is told how far that is and how it ended. Files with another content
are replaced only after a question, and until everything is made, the run can be broken off.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from kampanye_tui.model.problem import Declined
from kampanye_tui.tui.faults import sentence
from kampanye_tui.tui.perform import program_of
from kampanye_tui.tui.progress import Cancelled, Progress, words

if TYPE_CHECKING:
    from pathlib import Path

    from textual.widget import Widget

    from kampanye_tui.export import Delivered
    from kampanye_tui.work import Work

    Writing = Callable[..., tuple[Delivered, ...]]
    """Writes finished papers; takes ``overwrite`` and raises Declined."""
    Done = Callable[[tuple[Delivered, ...]], object]

WRITING = "Menulis berkas…"


class PaperRun:
    """The run of a widget, one at a time. ``say`` shows how far it is, ``ended`` how it ended."""

    def __init__(
        self, widget: Widget, work: Work, say: Callable[[str], object], ended: Callable[[str], object]
    ) -> None:
        self._widget = widget
        self._work = work
        self._say = say
        self._ended = ended
        self.writing = False
        self.made = False
        """Whether all papers are made and now being written, which is done whole or not at all."""
        self.cancelled = threading.Event()

    def start(
        self,
        total: int,
        stop: str,
        make: Callable[[Callable[[int], None]], Writing],
        folder: Path,
        done: Done,
    ) -> None:
        """Make ``total`` papers in a thread, then write them into ``folder``.

        ``stop`` is the key that breaks it off. ``make`` is called with what counts the papers; ``done`` gets
        what was written, where the widget lives.
        """
        self.cancelled.clear()
        self.writing, self.made = True, False
        self._say(words(0, total, stop))
        program_of(self._widget).refresh_keys()

        def making() -> None:
            progress = Progress(total, self.cancelled, lambda told: self._on_screen(self._say, told), stop)
            self._deliver(make(progress), folder, done, overwrite=False)

        self._in_thread(making)

    def cancel(self) -> None:
        """Stop before the next paper."""
        self.cancelled.set()
        self._say("Membatalkan…")

    def why_not_cancel(self) -> str:
        """Return why there is nothing to break off; empty when there is."""
        if not self.writing:
            return "Tidak ada penulisan yang sedang berjalan."
        return WRITING if self.made else ""

    def why_busy(self, stop: str) -> str:
        """Return what is being done, so that nothing else can begin; empty when nothing is."""
        if not self.writing:
            return ""
        return WRITING if self.made else f"Dokumen sedang disusun; {stop} membatalkan."

    def _in_thread(self, doing: Callable[[], None]) -> None:
        def guarded() -> None:
            try:
                doing()
            except Cancelled:
                self._on_screen(self._end, "Dibatalkan; tidak ada berkas yang ditulis.")
            except Exception as error:  # noqa: BLE001 - whatever a format or a disk does is told, and ends nothing
                self._on_screen(self._end, sentence(error))

        self._widget.run_worker(guarded, thread=True, exit_on_error=False)

    def _on_screen(self, call: Callable[..., object], *arguments: Any) -> None:
        """Do something where the widget lives; nothing when it was left meanwhile."""
        if self._widget.is_attached:
            self._widget.app.call_from_thread(call, *arguments)

    def _deliver(
        self,
        writing: Writing,
        folder: Path,
        done: Done,
        *,
        overwrite: bool,
    ) -> None:
        """Write finished papers, in a thread; what stands in the way is asked about."""
        if self.cancelled.is_set():
            raise Cancelled
        self.made = True
        self._on_screen(self._say, WRITING)
        try:
            delivered = writing(overwrite=overwrite)
        except Declined as declined:
            self._on_screen(self._ask, declined, writing, folder, done)
        else:
            self._on_screen(self._finish, delivered, done)

    def _ask(
        self,
        declined: Declined,
        writing: Writing,
        folder: Path,
        done: Done,
    ) -> None:
        """Ask whether files with another content may be replaced."""
        from kampanye_tui.tui.question import Question, answers

        app = program_of(self._widget)
        told = (
            (f"Di folder {short(self._work, folder)}: {declined.problems[0].what}.", ""),
            ("", ""),
            ("Bila diganti, isi yang lama hilang; yang sudah dicetak atau dibagikan tidak berubah.", ""),
            ("", ""),
            (answers("mengganti", "tidak menulis apa pun", app.own_keys), "bold"),
        )

        def answered(yes: bool | None) -> None:
            if not yes:
                self._end("Tidak ada berkas yang ditulis.")
                return
            self._in_thread(lambda: self._deliver(writing, folder, done, overwrite=True))

        app.push_screen(Question("Ganti berkas yang sudah ada?", told), answered)

    def _finish(self, delivered: tuple[Delivered, ...], done: Done) -> None:
        self.writing = False
        done(delivered)

    def _end(self, told: str) -> None:
        self.writing = False
        self._ended(told)


def short(work: Work, path: Path) -> str:
    """Return a path as people know it: from the office's folder on, where it is inside."""
    folder = work.located.folder
    return str(path.relative_to(folder)) if path.is_relative_to(folder) else str(path)
