"""Paket daerah: which packs are used, what they add, and why others are not used."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.screen import Screen

from kampanye_tui.agreement.fingerprint import short_code
from kampanye_tui.model.pack import PackState, PackStatus
from kampanye_tui.tui.actions import Group
from kampanye_tui.tui.columns import arrange, share
from kampanye_tui.tui.faults import sentences
from kampanye_tui.tui.frame import KeyLine, MessageLine, OneLine, Rule, TitleLine
from kampanye_tui.tui.perform import Performer, bound, there
from kampanye_tui.tui.prose import Prose
from kampanye_tui.tui.reader import RULE
from kampanye_tui.tui.reading import Paragraph, Reading
from kampanye_tui.tui.rows import MARK, Row, Rows

if TYPE_CHECKING:
    from kampanye_tui.plugin.host import Host

COLUMNS = (20, 0, 10, 10)
HEADS = ("Keadaan", "Paket", "Versi", "Wilayah")
STYLES = {
    PackState.ACTIVE: "",
    PackState.ELSEWHERE: "quiet",
    PackState.WAITING: "warn",
    PackState.OFF: "quiet",
    PackState.REFUSED: "bad",
}


class Packs(Performer, Screen[None]):
    """The packs that were found for this office."""

    groups = (Group.PACKS,)
    BINDINGS: ClassVar = bound(Group.PACKS)
    DEFAULT_CSS = """
    Packs Prose { height: 8; }
    """

    def __init__(self) -> None:
        super().__init__()
        self.statuses: Mapping[str, PackStatus] = {}
        self.printed: Mapping[str, str] = {}

    def compose(self) -> ComposeResult:
        """Lay out the list above what it says about the one that is pointed at."""
        yield TitleLine("Paket daerah")
        yield OneLine(id="heads")
        yield Rows(empty="Membaca paket…")
        yield Rule(id="title")
        yield Prose()
        yield MessageLine()
        yield KeyLine()

    def on_mount(self) -> None:
        """Read the packs behind the first frame."""
        self.query_one(Rows).focus()
        self.run_worker(self._read, thread=True, exit_on_error=False)

    def _read(self) -> None:
        from kampanye_tui.work import library_for

        try:
            host = library_for(self.app.located).host
        except Exception as error:  # noqa: BLE001 - a thread's error reaches nobody unless it is told here
            self.app.call_from_thread(self._not_read, sentences(error))
            return
        self.app.call_from_thread(self._take, host)

    def _not_read(self, problems: Iterable[str]) -> None:
        """Show every problem: here is where somebody looks for them."""
        self.query_one(Rows).show((), empty="Paket tidak dapat dibaca.")
        self.query_one(Prose).say((problem, "bad") for problem in problems)

    def _take(self, host: Host) -> None:
        self.statuses, self.printed = host.statuses, host.printed
        used = sum(one.state is PackState.ACTIVE for one in self.statuses.values())
        self.query_one(TitleLine).say("Paket daerah", f"{used} dari {len(self.statuses)} dipakai")
        self._show()

    def on_resize(self) -> None:
        """Fit the columns."""
        self._show()

    def _show(self) -> None:
        widths = share(self.size.width - len(MARK), COLUMNS)
        self.query_one("#heads", OneLine).say(f" {arrange(HEADS, widths)}")
        self.query_one(Rows).show(
            [
                Row(
                    name,
                    arrange((one.state.value, one.name or one.id, one.version, where(one)), widths),
                    style=STYLES[one.state],
                )
                for name, one in sorted(
                    self.statuses.items(), key=lambda item: list(PackState).index(item[1].state)
                )
            ]
        )

    def on_rows_pointed(self, event: Rows.Pointed) -> None:
        """Tell about the pack that is pointed at."""
        one = self.statuses[event.row.id] if event.row else None
        self.query_one(Rule).say(f"{one.name or one.id} · {one.state.value}" if one else "")
        self.query_one(Prose).say(_in_short(one) if one else ())
        self.app.refresh_keys()

    def why_off(self, action_id: str) -> str:
        """Say that there is nothing to look at."""
        if action_id == "paket.rincian" and not self.statuses:
            return "Belum ada paket yang ditunjuk."
        return ""

    def do_details(self) -> None:
        """Show everything about the pack that is pointed at."""
        one = self.statuses[there(self.query_one(Rows).pointed).id]
        printed = self.printed.get(one.id, "").strip()
        self.app.push_screen(
            Reading(f"Paket {one.name or one.id}", one.state.value, _at_length(one, printed))
        )


def where(one: PackStatus) -> str:
    """Return for which region a pack is; a folder that could not be read has none."""
    return one.region or ("nasional" if one.version else "–")


def short_path(folder: str) -> str:
    """Return a folder as its owner knows it: below the home, or as a part of the program."""
    from kampanye_tui.plugin.host import NATIONAL

    path = Path(folder)
    if path == NATIONAL:
        return "bagian dari program"
    return f"~/{path.relative_to(Path.home())}" if path.is_relative_to(Path.home()) else folder


def _in_short(one: PackStatus) -> Iterator[tuple[str, str]]:
    if one.reason:
        yield one.reason, STYLES[one.state]
    if one.adds:
        yield f"Menambah: {', '.join(one.adds)}", ""
    if one.fingerprint:
        yield f"Kode paket: {short_code(one.fingerprint)}", "quiet"
    yield f"Folder: {short_path(one.folder)}", "quiet"


def _at_length(one: PackStatus, printed: str) -> Iterable[Paragraph]:
    """Yield all that is known about a pack, the reason first."""
    if one.reason:
        yield Paragraph("Mengapa", RULE)
        yield Paragraph(one.reason, hang=2)
    yield Paragraph("Asal", RULE)
    yield Paragraph(f"Id: {one.id}")
    if one.version:
        yield Paragraph(f"Versi: {one.version}")
    yield Paragraph(f"Wilayah: {where(one)}")
    if one.kind:
        yield Paragraph(f"Jenis: {one.kind.words}")
    yield Paragraph(f"Folder: {short_path(one.folder)}", hang=2)
    if one.fingerprint:
        yield Paragraph(f"Kode paket: {short_code(one.fingerprint)}")
        yield Paragraph(f"SHA-256: {one.fingerprint}", hang=2)
    if one.adds:
        yield Paragraph("Menambah", RULE)
        yield from (Paragraph(added) for added in one.adds)
    if printed:
        yield Paragraph("Dicetak oleh paket ini ketika dibaca", RULE)
        yield Paragraph(printed, hang=2)
