"""A table as a CSV file: read in after showing what would change, and written out.

A :class:`Table` says what is written and what a file would do; nothing is taken in before the operator has
seen it, and a file that differs is replaced only after a question.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual.app import ComposeResult
from textual.screen import Screen

from kampanye_tui.agreement.entries import line_of
from kampanye_tui.model.messages import system_error
from kampanye_tui.model.problem import Declined, Refused, refuse
from kampanye_tui.store.at_work import OUTPUT
from kampanye_tui.store.outputs import Output, write_outputs
from kampanye_tui.store.table_file import table_bytes, typed_path
from kampanye_tui.tui.actions import Group
from kampanye_tui.tui.checks import needed, sentence_of
from kampanye_tui.tui.columns import broken
from kampanye_tui.tui.faults import sentence, sentences
from kampanye_tui.tui.form import Field, Form
from kampanye_tui.tui.frame import KeyLine, MessageLine, Rule, TitleLine
from kampanye_tui.tui.keymap import key_of
from kampanye_tui.tui.perform import Performer, bound
from kampanye_tui.tui.question import Question, answers
from kampanye_tui.tui.rows import Row, Rows

if TYPE_CHECKING:
    from kampanye_tui.tui.app import Kampanye
    from kampanye_tui.work import Work

HINT = "Mulai dari folder kerja, atau ~ untuk folder rumah Anda."


class Table(NamedTuple):
    """A table of an agreement: what it is called, how it is made, what a file of it would change."""

    name: str
    """What its rows are, as a title has it: ``pihak``."""
    file: str
    """Its usual file name."""
    reading: str
    """What the operator has to know of a file that is read in."""
    holds: Callable[[], str]
    """How much a file of it now holds: ``24 pihak``."""
    written: Callable[[], bytes]
    changes: Callable[[bytes, str], Sequence[str]]
    """Bytes and name of a file → what it would change, line by line; raises :class:`Refused`."""
    marks: str
    """What the lines are called, with what their signs mean: ``perubahan; + baru``."""
    take: Callable[[bytes, str, int], None]
    """Take in bytes and name of a file that was shown to change so many lines, and tell it."""


def import_table(app: Kampanye, work: Work, table: Table) -> None:
    """Ask for a file, show what it would change, and take it in."""
    read: list[tuple[Path, bytes]] = []

    def keep(values: dict[str, str]) -> None:
        path = typed_path(work.located.workspace, values["berkas"])
        read.append((path, table_bytes(path, values["berkas"])))

    def closed(_nothing: None) -> None:
        if read:
            _show_changes(app, table, *read[-1])

    about = f"Judul kolom seperti hasil ekspor; {table.reading}"
    field = _path_field(work, table)
    app.push_screen(Form(f"Impor {table.name} dari CSV", (field,), keep, about=about), closed)


def export_table(app: Kampanye, work: Work, table: Table) -> None:
    """Ask for a path and write the table there."""
    asked: list[tuple[Path, bytes]] = []
    told: list[str] = []

    def keep(values: dict[str, str]) -> None:
        path, made = typed_path(work.located.workspace, values["berkas"]), table.written()
        try:
            _write(path, made, overwrite=False)
        except Declined:
            asked.append((path, made))
        else:
            told.append(_written(work, table, path))

    def closed(_nothing: None) -> None:
        if asked:
            _ask_to_replace(app, work, table, *asked[-1])
        elif told:
            app.tell(told[-1])

    about = f"{table.holds()}, untuk disunting di Excel"
    field = _path_field(work, table)
    app.push_screen(Form(f"Ekspor {table.name} ke CSV", (field,), keep, about=about), closed)


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


def _show_changes(app: Kampanye, table: Table, path: Path, data: bytes) -> None:
    """Show what a table would change, or every problem in it."""
    try:
        lines = table.changes(data, path.name)
    except Refused as refused:
        problems = [told.split("\n")[0] for told in sentences(refused)]
        about = f"{len(problems)} hal perlu diperbaiki di berkas itu"
        message = f"Belum ada yang diubah. {key_of('tanya.tidak', app.own_keys)} kembali."
        app.push_screen(TableChanges(f"Impor {path.name}", about, problems, message, wrong=True))
        return
    if not lines:
        app.tell(f"{path.name} tidak mengubah apa pun: isinya sudah tercatat dalam naskah.")
        return

    def answered(yes: bool | None) -> None:
        if yes:
            table.take(data, path.name, len(lines))

    about = f"{len(lines)} {table.marks}"
    message = answers("menerapkan semuanya", "membiarkan semuanya seperti sekarang", app.own_keys)
    app.push_screen(TableChanges(f"Impor {path.name}", about, lines, message, wrong=False), answered)


def _path_field(work: Work, table: Table) -> Field:
    usual = work.folder / OUTPUT / table.file
    return Field("berkas", "Berkas CSV", _shown(work, usual), HINT, needed(sentence_of(line_of)))


def _ask_to_replace(app: Kampanye, work: Work, table: Table, path: Path, made: bytes) -> None:
    def answered(yes: bool | None) -> None:
        if not yes:
            app.tell("Tidak ada yang ditulis; berkas yang lama tetap.")
            return
        try:
            _write(path, made, overwrite=True)
        except Refused as refused:
            app.tell(sentence(refused))
            return
        app.tell(_written(work, table, path))

    told = (
        (f"{_shown(work, path)} sudah ada dengan isi yang berbeda.", ""),
        ("", ""),
        (answers("menggantinya", "membiarkannya", app.own_keys), "bold"),
    )
    app.push_screen(Question("Ganti berkas?", told), answered)


def _write(path: Path, made: bytes, *, overwrite: bool) -> None:
    """Write the table; raises :class:`Declined` for a file that differs, else :class:`Refused`."""
    try:
        write_outputs([Output(path, made)], overwrite=overwrite)
    except OSError as error:
        raise refuse(system_error(error), file=str(path)) from None


def _written(work: Work, table: Table, path: Path) -> str:
    return f"Tertulis: {_shown(work, path)}, {table.holds()}"


def _shown(work: Work, path: Path) -> str:
    """Return a path as the user types it: short where it lies in the workspace."""
    workspace = work.located.workspace
    return str(path.relative_to(workspace) if path.is_relative_to(workspace) else path)


def _wrapped(lines: Iterable[str], width: int) -> Iterator[Row]:
    for number, line in enumerate(lines):
        first, *rest = broken(line, max(20, width - 8))
        yield Row(str(number), first, tuple(rest))
