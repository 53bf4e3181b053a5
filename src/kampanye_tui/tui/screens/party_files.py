"""The pihak as a CSV file: read in after showing what would change, and written out.

A pane comes in. A table becomes one edit; a file that differs is replaced only after a question. Paths that
people type begin in the workspace, and ``~`` is their home.
"""

from __future__ import annotations

import stat
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.screen import Screen

from kampanye_tui.agreement.account import account
from kampanye_tui.agreement.edit_parties import with_table
from kampanye_tui.agreement.entries import line_of
from kampanye_tui.agreement.party_table import table_of
from kampanye_tui.model.messages import system_error
from kampanye_tui.model.problem import Declined, Refused, refuse
from kampanye_tui.store.outputs import Output, write_outputs
from kampanye_tui.tui.checks import needed, sentence_of
from kampanye_tui.tui.columns import broken
from kampanye_tui.tui.faults import sentence, sentences
from kampanye_tui.tui.form import Field, Form
from kampanye_tui.tui.frame import KeyLine, MessageLine, Rule, TitleLine
from kampanye_tui.tui.keymap import Group, key_of
from kampanye_tui.tui.perform import Performer, bound
from kampanye_tui.tui.question import Question, answers
from kampanye_tui.tui.rows import Row, Rows

if TYPE_CHECKING:
    from kampanye_tui.tui.pane import Pane
    from kampanye_tui.work import Work

FILE = "pihak.csv"
LARGEST = 1_000_000
"""Bytes of a table; one of a hundred pihak has twenty thousand."""


def import_table(pane: Pane) -> None:
    """Ask for a file, show what it would change, and make that one edit."""
    read: list[tuple[Path, bytes]] = []

    def keep(values: dict[str, str]) -> None:
        path = path_of(pane.work, values["berkas"])
        read.append((path, _bytes_of(path, values["berkas"])))

    def closed(_nothing: None) -> None:
        if read:
            _show_changes(pane, *read[-1])

    hint = "Mulai dari folder kerja, atau ~ untuk folder rumah Anda."
    about = "Judul kolom seperti hasil ekspor; sel kosong berarti tetap"
    _ask_path(pane, "Impor pihak dari CSV", about, hint, keep, closed)


def export_table(pane: Pane) -> None:
    """Ask for a path and write the pihak there."""
    asked: list[tuple[Path, bytes]] = []
    written: list[Path] = []

    def keep(values: dict[str, str]) -> None:
        path = path_of(pane.work, values["berkas"])
        made = table_of(pane.work.agreement)
        try:
            _write(path, made, overwrite=False)
        except Declined:
            asked.append((path, made))
        else:
            written.append(path)

    def closed(_nothing: None) -> None:
        if asked:
            _ask_to_replace(pane, *asked[-1])
        elif written:
            _tell_written(pane, written[-1])

    hint = "Mulai dari folder kerja, atau ~ untuk folder rumah Anda."
    about = f"{len(pane.work.agreement.parties)} pihak dan penanda tangannya, untuk disunting di Excel"
    _ask_path(pane, "Ekspor pihak ke CSV", about, hint, keep, closed)


def path_of(work: Work, typed: str) -> Path:
    """Return the path that somebody typed: from their home, or from the workspace."""
    try:
        return work.located.workspace / Path(typed).expanduser()
    except RuntimeError:
        raise refuse(f'folder rumah pada "{typed}" tidak dikenal', "Tulis alamat lengkapnya") from None


class TableChanges(Performer, Screen[bool]):
    """What a table would change, or what is wrong in it; returns whether it shall be taken in."""

    groups = (Group.QUESTION,)
    BINDINGS: ClassVar = bound(Group.QUESTION)

    def __init__(self, title: str, about: str, lines: Iterable[str], message: str, *, wrong: bool) -> None:
        super().__init__()
        self.heading = title
        self.about = about
        self.lines = tuple(lines)
        self.told = message
        self.wrong = wrong

    def compose(self) -> ComposeResult:
        """Lay out the lines."""
        yield TitleLine(self.heading)
        yield Rule(self.about)
        yield Rows()
        yield MessageLine(self.told)
        yield KeyLine()

    def on_mount(self) -> None:
        """Begin in the list."""
        self.query_one(Rows).focus()

    def on_resize(self) -> None:
        """Wrap the lines anew."""
        self.query_one(Rows).show(list(_wrapped(self.lines, self.size.width)))

    def why_off(self, action_id: str) -> str:
        """Say that a table with mistakes cannot be taken in."""
        if self.wrong and action_id == "tanya.ya":
            return "Perbaiki dahulu berkasnya; belum ada yang diubah."
        return ""

    def do_yes(self) -> None:
        """Take the table in."""
        self.dismiss(True)

    def do_no(self) -> None:
        """Leave everything as it is."""
        self.dismiss(False)


def _show_changes(pane: Pane, path: Path, data: bytes) -> None:
    """Show what a table would change, or every problem in it."""
    agreement = pane.work.agreement
    try:
        lines = account(agreement, with_table(agreement, data, path.name))
    except Refused as refused:
        problems = [told.split("\n")[0] for told in sentences(refused)]
        about = f"{len(problems)} hal perlu diperbaiki di berkas itu"
        message = f"Belum ada yang diubah. {key_of('tanya.tidak', pane.app.own_keys)} kembali."
        pane.app.push_screen(TableChanges(f"Impor {path.name}", about, problems, message, wrong=True))
        return
    if not lines:
        pane.app.tell(f"{path.name} tidak mengubah apa pun: isinya sama dengan naskah.")
        return

    def answered(yes: bool | None) -> None:
        if yes:
            pane.edit(
                lambda: with_table(pane.work.agreement, data, path.name),
                f"{len(lines)} perubahan dari {path.name} diterapkan",
            )

    about = f"{len(lines)} perubahan; + baru, - dikeluarkan, ~ berubah, = urutan"
    message = answers("menerapkan semuanya", "membiarkan naskah seperti sekarang", pane.app.own_keys)
    pane.app.push_screen(TableChanges(f"Impor {path.name}", about, lines, message, wrong=False), answered)


def _ask_path(pane: Pane, title: str, about: str, hint: str, keep, closed) -> None:
    usual = pane.work.draft.saved.path.parent / "keluaran" / FILE
    field = Field("berkas", "Berkas CSV", _shown(pane, usual), hint, needed(sentence_of(line_of)))
    pane.app.push_screen(Form(title, (field,), keep, about=about), closed)


def _ask_to_replace(pane: Pane, path: Path, made: bytes) -> None:
    def answered(yes: bool | None) -> None:
        if not yes:
            pane.app.tell("Tidak ada yang ditulis; berkas yang lama tetap.")
            return
        try:
            _write(path, made, overwrite=True)
        except Refused as refused:
            pane.app.tell(sentence(refused))
            return
        _tell_written(pane, path)

    told = (
        (f"{_shown(pane, path)} sudah ada dengan isi yang berbeda.", ""),
        ("", ""),
        (answers("menggantinya", "membiarkannya", pane.app.own_keys), "bold"),
    )
    pane.app.push_screen(Question("Ganti berkas?", told), answered)


def _write(path: Path, made: bytes, *, overwrite: bool) -> None:
    """Write the table; raises :class:`Declined` for a file that differs, else :class:`Refused`."""
    try:
        write_outputs([Output(path, made)], overwrite=overwrite)
    except OSError as error:
        raise refuse(system_error(error), file=str(path)) from None


def _bytes_of(path: Path, typed: str) -> bytes:
    """Return the content of a file; what is no plain file might never end, so it is refused first."""
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            raise refuse("bukan berkas", file=typed)
        if found.st_size > LARGEST:
            raise refuse("terlalu besar untuk daftar pihak", file=typed)
        return path.read_bytes()
    except OSError as error:
        raise refuse(system_error(error), file=typed) from None


def _tell_written(pane: Pane, path: Path) -> None:
    pane.app.tell(f"Tertulis: {_shown(pane, path)}, {len(pane.work.agreement.parties)} pihak")


def _shown(pane: Pane, path: Path) -> str:
    """Return a path as the user types it: short where it lies in the workspace."""
    workspace = pane.work.located.workspace
    return str(path.relative_to(workspace) if path.is_relative_to(workspace) else path)


def _wrapped(lines: Iterable[str], width: int) -> Iterator[Row]:
    for number, line in enumerate(lines):
        first, *rest = broken(line, max(20, width - 8))
        yield Row(str(number), first, tuple(rest))
