"""Beranda: the agreements of the workspace, newest first; what an entry lacks follows the first frame."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult

from kampanye_tui.tui.actions import Group
from kampanye_tui.tui.columns import arrange, share
from kampanye_tui.tui.frame import KeyLine, MessageLine, OneLine, Rule, TitleLine
from kampanye_tui.tui.keymap import clashes, key_of
from kampanye_tui.tui.perform import bound
from kampanye_tui.tui.prose import Prose
from kampanye_tui.tui.rows import Row, Rows
from kampanye_tui.tui.searching import Searching, SearchLine, holds

if TYPE_CHECKING:
    from kampanye_tui.store.index import Counts, Entry, Known

COLUMNS = (12, 0, 10, 7, 9)
HEADS = ("Keadaan", "Naskah", "Acara", "Ttd", "Periksa")


class Home(Searching):
    """The list of agreements."""

    groups = (Group.HOME,)
    BINDINGS: ClassVar = bound(Group.HOME)
    DEFAULT_CSS = """
    Home Prose { height: 4; }
    """

    def __init__(self) -> None:
        super().__init__()
        self.entries: list[Known] = []
        self.listed: list[Known] = []
        """The entries as the index had them; what a thread fills in belongs to one such list."""
        self.archived = False
        self.office = ""
        """What packs call the office; asked for only where nothing else knows."""
        self.fitted = 0
        """The width that the columns were made for."""

    def compose(self) -> ComposeResult:
        """Lay out the list above what it says about the one that is pointed at."""
        yield TitleLine(id="office")
        yield OneLine(id="count")
        yield SearchLine(placeholder="kata dalam judul, wilayah, atau keadaan")
        yield OneLine(id="heads")
        yield Rows(id="list")
        yield Rule(id="title")
        yield Prose(id="detail")
        yield MessageLine()
        yield KeyLine()

    def on_mount(self) -> None:
        """Begin in the list; keys that do two things are told of before they surprise."""
        self.query_one(Rows).focus()
        if clashes(self.app.own_keys):
            key = self._key("beranda.pengaturan")
            self.app.tell(f"Ada tombol pilihan Anda yang berbenturan; {key} menunjukkannya.")

    def _key(self, action_id: str) -> str:
        return key_of(action_id, self.app.own_keys)

    def on_screen_resume(self) -> None:
        """Show what the index knows, also after another screen was closed, and fill in what it lacks."""
        if self.is_mounted:
            self.load()

    def on_resize(self) -> None:
        """Fit the columns."""
        if self.size.width != self.fitted:
            self.relist()

    def load(self) -> None:
        """Read the index and show it; entries that are missing or outdated follow."""
        from kampanye_tui.store.index import known
        from kampanye_tui.tui.filling import lacking

        self.entries = self.listed = listed = known(self.app.located.workspace, archived=self.archived)
        self.relist()
        if lacking(listed, MOST_CHECKED):
            self.run_worker(
                partial(self._fill, listed, archived=self.archived),
                thread=True,
                exclusive=True,
                exit_on_error=False,
            )

        # An entry that is still unknown brings the name with it.
        if not self._office() and not any(entry is None for _id, entry in listed):
            self.run_worker(self._name_office, group="kantor", thread=True, exit_on_error=False)

    def _name_office(self) -> None:
        """Ask packs what the office is called, in a thread."""
        from kampanye_tui.tui.filling import office_name

        self.office = office_name(self.app.located)
        if self.is_attached:
            self.app.call_from_thread(self.relist)

    def _fill(self, listed: list[Known], *, archived: bool) -> None:
        """Read what the index lacks of a list, in a thread."""
        from kampanye_tui.tui.filling import fill

        def filled(entries: list[Known]) -> None:
            if self.is_attached:
                self.app.call_from_thread(self._take, listed, entries)

        fill(self.app.located, listed, MOST_CHECKED, filled, archived=archived)

    def _take(self, listed: list[Known], entries: list[Known]) -> None:
        """Take what was filled in, unless another list stands there by now."""
        if self.listed is not listed:
            return
        self.entries = entries
        if self.is_current:
            self.relist()

    def relist(self) -> None:
        """Show the agreements that hold the words that are looked for."""
        if not self.is_mounted:
            return
        self.fitted = self.size.width
        widths = share(self.fitted - 2, COLUMNS)
        words = self.words
        rows = [
            Row(name, arrange(cells(name, entry), widths), style="bad" if entry and entry.problem else "")
            for name, entry in self.entries
            if holds(words, *cells(name, entry))
        ]
        empty = "Tidak ada yang cocok; tekan Esc untuk melihat semua." if words else self._why_empty()
        self.query_one("#list", Rows).show(rows, empty=empty)
        self.query_one("#heads", OneLine).say(f" {arrange(HEADS, widths)}")
        where = "dalam arsip" if self.archived else "naskah"
        told = f"{len(rows)} dari {len(self.entries)} {where}" if words else f"{len(self.entries)} {where}"
        self.query_one("#count", OneLine).say("", told)
        named = " · ".join(filter(None, ("Kampanye Damai", self._office())))
        self.query_one("#office", TitleLine).say(named, f"petugas: {self.app.operator}")
        self._tell_about()

    def _why_empty(self) -> str:
        """Return what to say where nothing is listed; empty where something is."""
        from kampanye_tui.store.workspace import ARCHIVE, agreement_ids

        if self.entries:
            return ""
        if self.archived:
            return "Arsip kosong."
        new = self._key("beranda.baru")
        if agreement_ids(self.app.located.workspace, ARCHIVE):
            shelf = self._key("beranda.lihat-arsip")
            return f"Semua naskah di arsip. Tekan {shelf} untuk melihatnya, {new} untuk menyusun yang baru."
        return f"Belum ada naskah. Tekan {new} untuk menyusun yang pertama."

    def _office(self) -> str:
        """Return what the office is called: as it says, as an agreement has it, or as packs call it."""
        name = self.app.located.configuration.office.name
        names = (entry.office for _id, entry in self.entries if entry and entry.office)
        return name or next(names, "") or self.office

    def on_rows_pointed(self) -> None:
        """Tell about the agreement that is pointed at."""
        self._tell_about()

    def _tell_about(self) -> None:
        entry = self._entry()
        self.query_one("#title", Rule).say(entry.topic if entry else "")
        self.query_one("#detail", Prose).say(about(entry) if entry else ())
        self.app.refresh_keys()

    def _entry(self) -> Entry | None:
        row = self.query_one("#list", Rows).pointed
        return dict(self.entries).get(row.id) if row else None

    def _chosen(self) -> str:
        row = self.query_one("#list", Rows).pointed
        return row.id if row else ""

    def why_off(self, action_id: str) -> str:
        """Say why nothing can be opened."""
        if action_id in OF_ONE and not self._chosen():
            key = self._key("beranda.baru")
            return f"Belum ada naskah yang ditunjuk; tekan {key} untuk menyusun yang baru."
        if action_id in OF_ACTIVE and self.archived:
            return f"Naskah ini di arsip; tekan {self._key('beranda.arsip')} untuk mengembalikannya."
        return ""

    def do_open(self) -> None:
        """Open the agreement that is pointed at."""
        from kampanye_tui.tui.opening import open_agreement

        open_agreement(self.app, self._chosen())

    def do_open_day(self) -> None:
        """Open the desk of the agreement that is pointed at: after a power cut every key counts."""
        from kampanye_tui.tui.opening import open_agreement

        open_agreement(self.app, self._chosen(), day=True)

    def do_new(self) -> None:
        """Draft an agreement from the configuration."""
        from kampanye_tui.tui.opening import new_agreement

        new_agreement(self.app)

    def do_from_pdf(self) -> None:
        """Take a draft out of a PDF."""
        from kampanye_tui.tui.opening import agreement_from_pdf

        agreement_from_pdf(self.app)

    def do_duplicate(self) -> None:
        """Make another agreement with the same text."""
        from kampanye_tui.tui.opening import duplicate_agreement

        duplicate_agreement(self.app, self._chosen())

    def do_archive(self) -> None:
        """Move the agreement into the archive, or back."""
        from kampanye_tui.model.problem import Refused
        from kampanye_tui.store.shelving import archive, unarchive
        from kampanye_tui.tui.faults import sentence

        name = self._chosen()
        try:
            (unarchive if self.archived else archive)(self.app.located.workspace, name)
        except (Refused, OSError) as error:
            self.app.tell(sentence(error))
            return
        self.load()
        seeing = f"dipindahkan ke arsip; {self._key('beranda.lihat-arsip')} melihat arsip"
        what = "dikembalikan dari arsip" if self.archived else seeing
        self.app.tell(f"Naskah {name} {what}.")

    def do_show_archive(self) -> None:
        """Show the archive, or the agreements again."""
        self.archived = not self.archived
        self.load()

    def do_lend(self) -> None:
        """Lend the agreement that is pointed at to a laptop."""
        from kampanye_tui.tui.loans import ask_to_lend

        ask_to_lend(self, self._chosen())

    def do_take_back(self) -> None:
        """Take back what a laptop has borrowed."""
        from kampanye_tui.tui.loans import ask_to_take_back

        ask_to_take_back(self)

    def do_quit(self) -> None:
        """Leave the program."""
        self.app.do_leave()

    def do_recap(self) -> None:
        """Show a recap of what many offices sent."""
        from kampanye_tui.tui.opening import recap_of_folder

        recap_of_folder(self.app)

    def do_packs(self) -> None:
        """Show the packs."""
        from kampanye_tui.tui.screens.packs import Packs

        self.app.push_screen(Packs())

    def do_settings(self) -> None:
        """Show the user's settings."""
        from kampanye_tui.tui.screens.own_settings import OwnSettings

        self.app.push_screen(OwnSettings(self.app.settings))


OF_ACTIVE = ("beranda.buka", "beranda.hari-h", "beranda.pinjam")
"""Actions that need an agreement that is not in the archive."""
OF_ONE = (*OF_ACTIVE, "beranda.salin", "beranda.arsip")
"""Actions that need an agreement that is pointed at."""
MOST_CHECKED = 20
"""Entries whose findings are counted without being asked: what a screen shows at once."""


def cells(name: str, entry: Entry | None) -> tuple[str, ...]:
    """Return the cells of a row: state, title, day, signatures, findings."""
    if entry is None:
        return ("…", name, "", "", "")
    if entry.problem:
        return ("tak terbaca", name, "", "", "")
    day = f"{entry.day:%d-%m-%Y}" if entry.day else "–"
    signed = f"{entry.signed}/{entry.signers}" if entry.signed else f"–/{entry.signers}"
    return (entry.state, entry.topic, day, signed, findings_words(entry.findings))


def findings_words(counts: Counts | None) -> str:
    """Return the weightiest count of findings in words."""
    if counts is None:
        return "…"
    if counts.required:
        return f"{counts.required} wajib"
    if counts.attention:
        return f"{counts.attention} catatan"
    return f"{counts.suggestion} saran" if counts.suggestion else "bersih"


def about(entry: Entry) -> tuple[tuple[str, str], ...]:
    """Return what the lower part of the screen says about an agreement."""
    if entry.problem:
        return ((entry.problem, "bad"),)
    lent = ((f"{entry.loan[:1].upper()}{entry.loan[1:]}; hanya baca.", "bad"),)
    return (
        *(lent if entry.loan else ()),
        (f"{entry.region} · {entry.kind.replace('-', ' ').title()} · {entry.id}", ""),
        (f"{entry.contestants} peserta, {entry.institutions} institusi · {entry.clauses} klausul", ""),
        (f"Paket: {', '.join(entry.packs)}", "quiet"),
    )
