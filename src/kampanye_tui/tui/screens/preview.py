"""Pratinjau: any paper of the library as it will read, with page breaks as on paper.

Papers are made in a thread, for text and ledger as they stand; of many copies the first one is shown.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.events import Key, Resize

from kampanye_tui.model.agreement import Agreement
from kampanye_tui.tui.actions import Group, action
from kampanye_tui.tui.columns import arrange, broken, share
from kampanye_tui.tui.faults import sentences
from kampanye_tui.tui.frame import OneLine
from kampanye_tui.tui.keymap import keys_of
from kampanye_tui.tui.pane import Pane
from kampanye_tui.tui.perform import bound
from kampanye_tui.tui.reader import RULE, Line, Reader
from kampanye_tui.tui.rows import Row, Rows
from kampanye_tui.typeset.preview import WIDTH, preview

if TYPE_CHECKING:
    from kampanye_tui.work import Work

WIDE = 120
"""Columns from which the list of papers stands beside the text."""


class Shown(NamedTuple):
    """What is shown or on its way: a paper of a text and a ledger of that size, in so many columns."""

    agreement: Agreement
    recorded: int
    address: str
    width: int


class Read(NamedTuple):
    """A paper that was made: its title, its lines, and on which line each page begins."""

    title: str
    lines: tuple[Line, ...]
    starts: tuple[int, ...]

    def page_at(self, line: int) -> int:
        """Return the number of the page that a line, counted from 1, stands on."""
        return sum(start < line for start in self.starts)


class PreviewPane(Pane):
    """The tab of the preview."""

    groups = (Group.PREVIEW,)
    BINDINGS: ClassVar = bound(Group.PREVIEW)
    needs_packs = ("pratinjau.berikut", "pratinjau.sebelum", "pratinjau.pilih")
    DEFAULT_CSS = """
    PreviewPane Horizontal { height: 1fr; }
    PreviewPane Rows { display: none; }
    PreviewPane.choosing Rows { display: block; }
    PreviewPane.choosing Reader { display: none; }
    PreviewPane.wide Rows { display: block; width: 38; }
    PreviewPane.wide Reader { display: block; }
    """

    def __init__(self, work: Work, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(work, id=id)
        self.address = ""
        self.open = ""
        """Address of the paper whose lines stand on the screen; ``address`` may be on its way."""
        self.shown: Shown | None = None
        self.read: Read | None = None

    def compose(self) -> ComposeResult:
        """Lay out the head above the list of papers and the text of one."""
        yield OneLine("Membaca paket…", id="head")
        with Horizontal():
            yield Rows(empty="Tidak ada paket yang memberi dokumen.", id="papers")
            yield Reader(id="text")

    @property
    def papers(self) -> Rows:
        """The list of papers."""
        return self.query_one(Rows)

    @property
    def text(self) -> Reader:
        """The paper."""
        return self.query_one(Reader)

    def focus_here(self) -> None:
        """Read first; choosing is one key away."""
        self.remove_class("choosing")
        self.text.focus()

    def on_resize(self, event: Resize) -> None:
        """Put the list beside the text where there is room for it."""
        self.set_class(event.size.width >= WIDE, "wide")
        self.call_after_refresh(self.show)

    def show(self) -> None:
        """Show the list, and make the paper that is open unless it is shown already."""
        if self.agreement_screen.unread:
            self.query_one("#head", OneLine).say(self.agreement_screen.unread)
            return
        from kampanye_tui.papers import first_paper, for_whom, paper_name, papers, sheet_of

        library, agreement = self.work.library, self.work.agreement
        templates = papers(library)
        paper = self.work.located.configuration.export.paper
        widths = (26, 7) if self.has_class("wide") else (*share(self.app.size.width - 33, (0,)), 7, 19)
        rows = []
        for template in templates:
            first = first_paper(agreement, template)
            whom = for_whom(template, first.of if first else 0)
            cells = (paper_name(library, template), sheet_of(template, paper), whom)
            rows.append(Row(template.address, arrange(cells[: len(widths)], widths)))
        self.papers.show(rows)
        if self.address not in library.templates:
            self.address = templates[0].address if templates else ""
        self._make()

    def _make(self) -> None:
        """Make the paper that is open, in a thread."""
        if not self.address:
            self.query_one("#head", OneLine).say("Tidak ada dokumen yang dapat ditampilkan.")
            return
        width = min(WIDTH, self.app.size.width - 2)
        wanted = Shown(self.work.agreement, self.work.ledger.size, self.address, width)
        if wanted == self.shown:
            return
        self.shown = wanted
        self.papers.point(self.address)
        self.query_one("#head", OneLine).say("Menyusun dokumen…")
        self.run_worker(lambda: self._read(wanted), thread=True, exit_on_error=False)

    def _read(self, wanted: Shown) -> None:
        """Make a paper; what cannot be made is shown in its place."""
        if wanted is not self.shown:
            return
        try:
            read = made(self.work, wanted)
        except Exception as error:  # noqa: BLE001 - whatever a template or a font does is told, and ends nothing
            told = [Line(line, "bad") for one in sentences(error) for line in broken(one, wanted.width)]
            read = Read("Dokumen ini belum dapat disusun", tuple(told), ())
        if self.is_attached:
            self.app.call_from_thread(self._take, wanted, read)

    def _take(self, wanted: Shown, read: Read) -> None:
        if wanted is not self.shown:
            return
        other = wanted.address != self.open
        self.open, self.read = wanted.address, read
        self.text.show(read.lines, from_start=other)

    def on_reader_moved(self) -> None:
        """Say where one reads."""
        self._tell()

    def on_descendant_focus(self) -> None:
        """Say what the keys are for."""
        self._tell()

    def _tell(self) -> None:
        head = self.query_one("#head", OneLine)
        if self.papers.has_focus:
            head.say("Pilih dokumen yang akan dibaca", f"{len(self.papers.rows)} dokumen")
            return
        if self.read is None:
            return
        first, last, total = self.text.sight
        pages = len(self.read.starts)
        where = f"hal. {self.read.page_at(first)} dari {pages} · " if pages else ""
        head.say(self.read.title, f"{where}baris {first}–{last} dari {total}")

    def on_key(self, event: Key) -> None:
        """Leave the list without choosing."""
        if self.papers.has_focus and event.key in keys_of(action("kembali"), self.app.own_keys):
            self._back_to_text()
            event.stop()

    def _back_to_text(self) -> None:
        self.papers.point(self.address)
        self.focus_here()

    def do_choose(self) -> None:
        """Go to the list of papers, or open the one that is pointed at."""
        if not self.papers.has_focus:
            self.add_class("choosing")
            self.papers.focus()
            return
        pointed = self.papers.pointed
        if pointed is not None:
            self.address = pointed.id
        self._back_to_text()
        self._make()

    def do_next(self) -> None:
        """Show the next paper."""
        self._step(1)

    def do_previous(self) -> None:
        """Show the paper before."""
        self._step(-1)

    def _step(self, by: int) -> None:
        addresses = [row.id for row in self.papers.rows]
        if self.address in addresses:
            self.address = addresses[(addresses.index(self.address) + by) % len(addresses)]
            self._make()


def made(work: Work, wanted: Shown) -> Read:
    """Return a paper in lines; raises Refused. Imports what lays out pages."""
    from kampanye_tui.export import maker_for
    from kampanye_tui.formats.pdf import family_of
    from kampanye_tui.papers import first_paper

    library = work.library
    template = library.templates[wanted.address]
    first = first_paper(wanted.agreement, template)
    if first is None:
        return Read(template.front.id, (Line("Dokumen ini tidak untuk siapa pun dalam naskah ini."),), ())
    maker = maker_for(work.located, library, wanted.agreement)
    document = maker.document(template, first.copy, first.holder)
    pages = preview(document, family_of(maker.options), wanted.width)
    lines: list[Line] = []
    starts = []
    for page in pages:
        starts.append(len(lines))
        lines.append(Line(f"halaman {page.number} dari {len(pages)}", RULE))
        lines += [Line(line) for line in page.lines]
    return Read(document.title, tuple(lines), tuple(starts))
