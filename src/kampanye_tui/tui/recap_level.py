"""What the levels of a recap have in common: a list that is searched, a line about the row pointed at, a way
deeper and back.

Subclasses say what is listed and what is told of a row. Text that came with the files is shown as it is.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from textual.app import ComposeResult

from kampanye_tui.tui.columns import arrange, share
from kampanye_tui.tui.frame import KeyLine, MessageLine, OneLine, Rule, TitleLine
from kampanye_tui.tui.keymap import key_of
from kampanye_tui.tui.prose import Prose
from kampanye_tui.tui.rows import MARK, Row, Rows
from kampanye_tui.tui.searching import Searching, SearchLine, holds

if TYPE_CHECKING:
    from kampanye_tui.tui.recap_source import RecapSource

WIDE = 120
"""Columns from which there is room for all figures."""


class Column(NamedTuple):
    """A column: its head, its width (0 takes what the others leave), and whether its cells end at the right.

    ``wide`` is one for which only a wide screen has room.
    """

    head: str
    width: int = 0
    right: bool = False
    wide: bool = False


class Listed(NamedTuple):
    """A row: a cell for each column, and what else it is found by. A heading has one text."""

    id: str
    cells: tuple[str, ...]
    style: str = ""
    found_by: str = ""
    heading: bool = False


class RecapLevel(Searching):
    """One list of a recap."""

    DEFAULT_CSS = """
    RecapLevel Prose { height: 5; }
    """
    columns: tuple[Column, ...] = ()

    def __init__(self, source: RecapSource) -> None:
        super().__init__()
        self.source = source

    @abstractmethod
    def heading(self) -> tuple[str, str]:
        """Return what the title line says at its begin and at its end."""

    @abstractmethod
    def listed(self) -> Iterable[Listed]:
        """Return the rows."""

    @abstractmethod
    def about(self, row_id: str) -> tuple[str, Sequence[tuple[str, str]]]:
        """Return what is told of a row: a title, and paragraphs with their looks."""

    @abstractmethod
    def do_open(self) -> None:
        """Open what is pointed at."""

    def nothing(self) -> str:
        """Return what stands there when there are no rows."""
        return "Membaca kiriman…" if not self.source.known else "Tidak ada kiriman yang dihitung."

    def compose(self) -> ComposeResult:
        """Lay out the list above what it says about the row that is pointed at."""
        yield TitleLine(id="level")
        yield SearchLine(placeholder="kata dalam nama, kode, atau keadaan")
        yield OneLine(id="heads")
        yield Rows(id="list")
        yield Rule(id="title")
        yield Prose(id="detail")
        yield MessageLine()
        yield KeyLine()

    def on_mount(self) -> None:
        """Begin in the list."""
        self.query_one(Rows).focus()

    def on_screen_resume(self) -> None:
        """Show what was read or chosen while another screen lay above."""
        if self.is_mounted:
            self.relist()

    def on_resize(self) -> None:
        """Fit the columns."""
        self.relist()

    def renew(self) -> None:
        """Show what was read anew."""
        self.relist()

    def say(self, told: str) -> None:
        """Say what came of the reading; a screen that something lies above has it when that is closed."""
        self.query_one(MessageLine).say(told)

    def relist(self) -> None:
        """Show the rows that hold the words that are looked for."""
        wide = self.size.width >= WIDE
        columns = [one for one in self.columns if wide or not one.wide]
        widths = share(self.size.width - len(MARK), [one.width for one in columns])
        rows = [
            Row(one.id, self._cells(one, widths, wide=wide), style=one.style, heading=one.heading)
            for one in self._held()
        ]
        empty = "Tidak ada yang cocok; tekan Esc untuk melihat semua." if self.words else self.nothing()
        self.query_one(Rows).show(rows, empty=empty)
        heads = Listed("", tuple(one.head for one in self.columns))
        self.query_one("#heads", OneLine).say(f" {self._cells(heads, widths, wide=wide)}")
        self.query_one("#level", TitleLine).say(*self.heading())
        self.tell_row()

    def _held(self) -> Iterator[Listed]:
        """Yield the rows that hold the words, and headings that have any below them."""
        words = self.words
        heading: Listed | None = None
        for one in self.listed():
            if one.heading:
                heading = one
            elif holds(words, *one.cells, one.found_by):
                if heading is not None:
                    yield heading
                    heading = None
                yield one

    def _cells(self, one: Listed, widths: Sequence[int], *, wide: bool) -> str:
        if one.heading:
            return one.cells[0]
        kept = [
            (cell, column)
            for cell, column in zip(one.cells, self.columns, strict=True)
            if wide or not column.wide
        ]
        return arrange(
            [
                cell.rjust(width) if column.right else cell
                for (cell, column), width in zip(kept, widths, strict=True)
            ],
            widths,
        )

    def on_rows_pointed(self) -> None:
        """Tell about the row that is pointed at."""
        self.tell_row()

    def tell_row(self) -> None:
        """Tell about the row that is pointed at."""
        row = self.query_one(Rows).pointed
        title, told = self.about(row.id) if row else ("", self.without_rows())
        self.query_one("#title", Rule).say(title)
        self.query_one("#detail", Prose).say(told)
        self.app.refresh_keys()

    def without_rows(self) -> Sequence[tuple[str, str]]:
        """Return what is told where no row is pointed at."""
        return ()

    @property
    def pointed(self) -> str:
        """The id of the row that is pointed at; empty for none."""
        row = self.query_one(Rows).pointed
        return row.id if row else ""

    def why_off(self, action_id: str) -> str:
        """Say that there is nothing to open, or that it is being read."""
        if action_id == "rekap.buka" and not self.pointed:
            return "Tidak ada baris yang ditunjuk."
        unread = action_id in ("rekap.saring", "rekap.masalah") and not self.source.known
        if unread or (action_id == "rekap.muat" and self.source.reading):
            return "Kiriman sedang dibaca."
        return ""

    def do_read_again(self) -> None:
        """Read all folders again; only what changed is verified again."""
        self.app.tell("Membaca lagi semua kiriman…")
        self.source.read()

    def key(self, action_id: str) -> str:
        """Return the key of an action as sentences name it."""
        return key_of(action_id, self.app.own_keys)
