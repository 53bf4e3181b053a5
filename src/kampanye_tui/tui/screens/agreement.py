"""Naskah: one agreement in numbered tabs, below one line of state and above one line of what comes next."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, ClassVar, cast

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import Screen

from kampanye_tui.agreement.account import in_words
from kampanye_tui.agreement.final_words import another_revision
from kampanye_tui.agreement.merge import refuse_final
from kampanye_tui.agreement.merge_choices import saved_words
from kampanye_tui.agreement.pack_news import renewed
from kampanye_tui.agreement.steps import Tab, tab_of
from kampanye_tui.model.problem import Refused
from kampanye_tui.store.lease import BEAT
from kampanye_tui.tui.actions import Group
from kampanye_tui.tui.faults import sentence
from kampanye_tui.tui.frame import KeyLine, MessageLine, Rule, TabLine, TitleLine
from kampanye_tui.tui.keymap import key_of
from kampanye_tui.tui.pane import only_read
from kampanye_tui.tui.perform import Performer, bound

if TYPE_CHECKING:
    from kampanye_tui.model.agreement import Agreement
    from kampanye_tui.model.finding import Finding
    from kampanye_tui.store.apart import Apart
    from kampanye_tui.store.journal import Typing
    from kampanye_tui.tui.pane import Pane
    from kampanye_tui.work import Work

READING = "Membaca paket dan aturan…"


class AgreementScreen(Performer, Screen[None]):
    """An agreement that is open."""

    groups = (Group.AGREEMENT,)
    BINDINGS: ClassVar = bound(Group.AGREEMENT)
    DEFAULT_CSS = """
    AgreementScreen #panes { height: 1fr; }
    """

    def __init__(self, work: Work) -> None:
        super().__init__()
        self.work = work
        self.revision = work.agreement.revision
        """The revision that was shown last."""
        self.tab = Tab.OCCASION
        self.unread = READING
        """Why what packs and rules say cannot be shown, as a sentence; empty when it can."""
        self._offered: Typing | None = None
        self._offered_apart: Apart | None = None

    @property
    def ready(self) -> bool:
        """Whether packs and rules are read for the text as it stands."""
        return not self.unread

    def compose(self) -> ComposeResult:
        """Lay out the frame; panes come when they are opened."""
        yield TitleLine()
        yield TabLine(tuple(tab.value for tab in Tab), at_least=Tab.DAY.number)
        yield Rule()
        yield Vertical(id="panes")
        yield MessageLine()
        yield KeyLine()

    async def on_mount(self) -> None:
        """Show the clauses at once; rules and packs are read behind them."""
        self.show_title()
        await self.open_tab(Tab.CLAUSES)
        self.query_one(MessageLine).say(READING)
        self.run_worker(self._read, thread=True, exit_on_error=False)
        self.set_interval(BEAT, self._beat)

    def _read(self) -> None:
        """Read the packs and run the rules, in a thread."""
        # What cannot be read is told when it is asked for again, below.
        with suppress(Exception):
            _ = self.work.findings
        if self.is_attached:
            self.app.call_from_thread(self._read_done)

    def _read_done(self) -> None:
        self.unread = ""
        if not self._tell_notice():
            self.show_all(self._pack_news())
        self._offer_recovery()

    def _pack_news(self) -> str:
        """Return what became of the packs of a text that can still change."""
        try:
            news = self.work.pack_news
        except Exception:  # noqa: BLE001 - what is wrong with packs or ledger is told by the next step
            return ""
        told = " ".join(one.words for one in news)
        return f"{told} {self._key('naskah.paket')} melihat bedanya" if told else ""

    def on_screen_resume(self) -> None:
        """Offer what waited while another screen lay above this one."""
        self._offer_recovery()

    def _offer_recovery(self) -> None:
        """Offer once what an ended session has left, where it does not break into another screen."""
        left = self.work.draft.recovered
        if self.unread == READING or self.app.screen is not self:
            return
        if self._offer_merge() or left is None or left == self._offered:
            return
        from kampanye_tui.tui.screens.recovery import offer_recovery

        self._offered = left
        offer_recovery(self, left)

    def _offer_merge(self) -> bool:
        """Offer once to merge a version that waits, to whoever can save; tell whether it was offered."""
        draft = self.work.draft
        if draft.apart is None or draft.apart == self._offered_apart or not draft.holds:
            return False
        self._offered_apart = draft.apart
        return self.do_merge()

    def do_merge(self) -> bool:
        """Put a version that waits together with the file; tell whether that could begin."""
        from kampanye_tui.tui.screens.merging import Merging

        draft = self.work.draft
        one = draft.apart
        try:
            if draft.read_only:
                draft.reload()
            refuse_final(self.work.state)
        except (Refused, OSError) as error:
            self.show_all(sentence(error))
            return False
        if one is None:
            return False
        self.app.push_screen(Merging(self.work.agreement, one), lambda after: self._merged(one, after))
        return True

    def _merged(self, one: Apart, after: Agreement | None) -> None:
        if after is None:
            key = self._key("naskah.gabung")
            self.show_all(f"Versi Anda tetap menunggu di {one.path.name}; {key} menggabungkannya.")
            return
        told = saved_words(one.ours, self.work.agreement, after)
        try:
            self.work.unite(after, one)
        except (Refused, OSError) as error:
            self.show_all(sentence(error))
            return
        key = self._key("naskah.urung")
        self.show_all(f"{told} · {key} mengurungkan")

    def _tell_notice(self) -> bool:
        """Say once what the operator has to be told besides; tell whether there was something."""
        draft = self.work.draft
        told, draft.notice = draft.notice, ""
        if told:
            self.show_all(told.split("\n")[0])
        return bool(told)

    def show_title(self) -> None:
        """Show what is open and whether it is saved."""
        self.revision = self.work.agreement.revision
        left = f"{self.work.agreement.topic} · {self._stands()}"
        self.query_one(TitleLine).say(left, self.work.draft.standing.words)

    def _stands(self) -> str:
        """Return where the agreement stands in words."""
        try:
            stands = self.work.state
        except (Refused, OSError):
            # Why not is told in full where the next step is.
            return "catatan kejadian tidak terbaca"
        return f"{stands.phase.value} r{stands.revision:02d}"

    def _next(self) -> str:
        """Return what comes next; where packs or ledger cannot be read, why not."""
        if self.unread == READING:
            return READING
        try:
            step = self.work.step
        except Exception as error:  # noqa: BLE001 - whatever is wrong with what people wrote is told, and ends nothing
            self.unread = sentence(error)
            return self.unread
        self.unread = ""
        return step.line(lambda tab: self._key(f"naskah.{tab.value.lower()}"))

    def tell(self, told: str) -> None:
        """Say something on this screen, also while another one lies above it."""
        if self.app.screen is self:
            self.app.tell(told)
        else:
            self.query_one(MessageLine).say(told)

    def show_all(self, message: str = "") -> None:
        """Show the text as it stands everywhere, and say what happened or what comes next."""
        self.show_title()
        line = self._next()
        for pane in self.query("#panes > .open"):
            cast("Pane", pane).show()
        self.tell(f"{message} · {line}" if message and line == self.unread != READING else message or line)
        self.app.refresh_keys()

    async def open_tab(self, tab: Tab) -> None:
        """Open a tab; its pane is made the first time."""
        panes = self.query_one("#panes")
        wanted = f"pane-{tab.name.lower()}"
        if not panes.query(f"#{wanted}"):
            await panes.mount(_made(tab, self.work, wanted))
        for pane in panes.children:
            pane.set_class(pane.id == wanted, "open")
        self.tab = tab
        self.query_one(TabLine).show(tab.number - 1)
        line = self._next()
        pane = self.pane
        pane.show()
        pane.focus_here()
        self.tell(line)
        self.app.refresh_keys()

    @property
    def pane(self) -> Pane:
        """The pane that is open."""
        return cast("Pane", self.query_one(f"#pane-{self.tab.name.lower()}"))

    async def go(self, finding: Finding) -> None:
        """Open the tab where a finding is, and point at what it is about."""
        await self.open_tab(tab_of(finding.place))
        self.pane.go(finding)

    async def resume_typing(self, place: str) -> None:
        """Open the place where a session ended in the middle of typing."""
        kind, _colon, name = place.partition(":")
        tab = {"klausul": Tab.CLAUSES, "pihak": Tab.PARTIES}.get(kind, Tab.OCCASION)
        await self.open_tab(tab)
        self.pane.resume(name)

    def edit(self, after: Agreement, done: str = "") -> bool:
        """Save an edit and say what it did; False when nothing was changed."""
        try:
            lines = self.work.edit(after)
        except (Refused, OSError) as error:
            self.show_all(sentence(error))
            self._offer_recovery()
            return False
        return self.edited(lines, done)

    def edited(self, lines: Sequence[str], done: str = "") -> bool:
        """Say what a saved edit did, of which ``lines`` are the account; False when it changed nothing."""
        if not lines:
            self.show_all("Tidak ada yang berubah.")
            return False
        told = f"{done or in_words(lines, self.work.agreement)} · {self._key('naskah.urung')} mengurungkan"
        revised = another_revision(self.revision, self.work.agreement.revision)
        if revised:
            told = f"{revised} {told}"
        self.show_all(told)
        return True

    def _key(self, action_id: str) -> str:
        return key_of(action_id, self.app.own_keys)

    def why_off(self, action_id: str) -> str:
        """Say why there is nothing to undo, or nothing to take over."""
        draft = self.work.draft
        if action_id in ("naskah.urung", "naskah.ulang") and draft.read_only:
            return only_read(draft, self.app.own_keys)
        if action_id == "naskah.urung" and not draft.undo_words():
            return "Belum ada perubahan yang dapat diurungkan."
        if action_id == "naskah.ulang" and not draft.redo_words():
            return "Tidak ada yang baru saja diurungkan."
        if action_id == "naskah.paket":
            return self.unread
        if action_id == "naskah.ambil-alih" and not draft.read_only:
            return "Naskah ini sudah Anda pegang."
        if action_id == "naskah.ambil-alih" and draft.lent:
            return only_read(draft, self.app.own_keys)
        if action_id == "naskah.gabung" and draft.apart is None:
            return "Tidak ada versi yang menunggu digabungkan."
        if action_id == "naskah.gabung" and not draft.holds:
            return only_read(draft, self.app.own_keys)
        return ""

    def do_undo(self) -> None:
        """Take the last change back."""
        draft = self.work.draft
        told = f"Diurungkan: {draft.undo_words()} · {self._key('naskah.ulang')} mengembalikan"
        self._step_back(told, again=False)

    def do_redo(self) -> None:
        """Bring back what was undone."""
        draft = self.work.draft
        self._step_back(f"Dikembalikan: {draft.redo_words()}", again=True)

    def _step_back(self, told: str, *, again: bool) -> None:
        try:
            self.work.step_back(again=again)
        except (Refused, OSError) as error:
            told = sentence(error)
        self.show_all(told)

    def do_take_over(self) -> None:
        """Ask before the right to write is taken from somebody; read anew what is ours and others changed."""
        from kampanye_tui.tui.question import Question, answers

        if self.work.draft.holds:
            self._take_over("Naskah dimuat lagi dari berkasnya; perubahan orang lain sudah tampak.")
            return
        told = (
            (f"Hanya baca: {self.work.draft.read_only}.", ""),
            ("", ""),
            ("Bila petugas itu masih bekerja, ia tidak dapat menyimpan lagi sesudah ini.", ""),
            (answers("mengambil alih", "tetap membaca saja", self.app.own_keys), "bold"),
        )
        self.app.push_screen(Question("Ambil alih naskah?", told), self._taken_over)

    def _taken_over(self, yes: bool | None) -> None:
        if yes:
            self._take_over("Naskah ini sekarang Anda pegang.")

    def _take_over(self, told: str) -> None:
        try:
            self.work.draft.take_over()
        except (Refused, OSError) as error:
            told = sentence(error)
        self.show_all(told)
        self._tell_notice()
        self._offer_recovery()

    def _beat(self) -> None:
        """Look whether the lease still holds and the file is still ours; nothing is painted when it is."""
        draft = self.work.draft
        if draft.beat() and not self._tell_notice():
            self.show_all(self._beat_words())

    def _beat_words(self) -> str:
        """Return why the text can only be read now, or that a version waits."""
        draft = self.work.draft
        if draft.read_only:
            return only_read(draft, self.app.own_keys)
        if draft.apart is None:
            return ""
        key = self._key("naskah.gabung")
        return f"Ada versi yang menunggu di {draft.apart.path.name}; {key} menggabungkannya."

    def leave(self) -> None:
        """Go back to the list, after a question where the last change is not saved."""
        from kampanye_tui.tui.leaving import leave_saved

        leave_saved(self.app, (self.work.draft,), self._close)

    def _close(self) -> None:
        self.dismiss(None)

    def on_unmount(self) -> None:
        """Let the agreement go."""
        self.app.release(self.work)

    async def do_show_occasion(self) -> None:
        """Open the tab Acara."""
        await self.open_tab(Tab.OCCASION)

    async def do_show_clauses(self) -> None:
        """Open the tab Klausul."""
        await self.open_tab(Tab.CLAUSES)

    async def do_show_parties(self) -> None:
        """Open the tab Pihak."""
        await self.open_tab(Tab.PARTIES)

    async def do_show_check(self) -> None:
        """Open the tab Pemeriksaan."""
        await self.open_tab(Tab.CHECK)

    async def do_show_preview(self) -> None:
        """Open the tab Pratinjau."""
        await self.open_tab(Tab.PREVIEW)

    def do_show_day(self) -> None:
        """Open what the day needs: the gate before a final text, then the desk."""
        from kampanye_tui.tui.screens.desk import Desk
        from kampanye_tui.tui.screens.gate import Gate

        try:
            settled = self.work.state.phase.settled
        except (Refused, OSError) as error:
            self.tell(sentence(error))
            return
        if settled:
            self.app.push_screen(Desk(self.work), self._day_closed)
        else:
            self.app.push_screen(Gate(self.work), self._gate_closed)

    def do_show_packs(self) -> None:
        """Show the packs of the agreement, and what they word otherwise now."""
        from kampanye_tui.tui.screens.agreement_packs import AgreementPacks

        self.app.push_screen(AgreementPacks(self.work.agreement, self.work.library), self._renew)

    def _renew(self, wanted: bool | None) -> None:
        """Take the words of the packs in use, when they are wanted."""
        if wanted:
            library = self.work.library
            after = renewed(self.work.agreement, library.reference, library.clause_sets, library.host.packs())
            self.edit(after, "Bunyi paket yang terpasang diambil")

    def do_show_discussion(self) -> None:
        """Open what pihak say to the clauses."""
        from kampanye_tui.tui.screens.discussion import Discussion

        self.app.push_screen(Discussion(self.work), self._day_closed)

    def do_show_copies(self) -> None:
        """Open the numbered copies."""
        from kampanye_tui.tui.screens.copies import Copies

        self.app.push_screen(Copies(self.work), self._day_closed)

    def _day_closed(self, _nothing: None) -> None:
        self.show_all()

    async def _gate_closed(self, finding: Finding | None) -> None:
        self.show_all()
        if finding is not None:
            await self.go(finding)

    async def do_show_output(self) -> None:
        """Open the tab Cetak."""
        await self.open_tab(Tab.EXPORT)


def _made(tab: Tab, work: Work, pane_id: str) -> Pane:
    """Return the pane of a tab; its module is read when it is needed. What is no pane raises ValueError."""
    match tab:
        case Tab.OCCASION:
            from kampanye_tui.tui.screens.occasion import OccasionPane

            return OccasionPane(work, id=pane_id)
        case Tab.CLAUSES:
            from kampanye_tui.tui.screens.clauses import ClausesPane

            return ClausesPane(work, id=pane_id)
        case Tab.PARTIES:
            from kampanye_tui.tui.screens.parties import PartiesPane

            return PartiesPane(work, id=pane_id)
        case Tab.CHECK:
            from kampanye_tui.tui.screens.check import CheckPane

            return CheckPane(work, id=pane_id)
        case Tab.PREVIEW:
            from kampanye_tui.tui.screens.preview import PreviewPane

            return PreviewPane(work, id=pane_id)
        case Tab.EXPORT:
            from kampanye_tui.tui.screens.output import OutputPane

            return OutputPane(work, id=pane_id)
        case Tab.DAY | Tab.DISCUSSION | Tab.COPIES:
            raise ValueError(tab)
