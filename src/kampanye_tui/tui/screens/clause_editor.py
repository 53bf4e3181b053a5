"""Editing one clause: a small editor without a frame, since each key repaints the widget it is typed into.

What is typed is journalled at every change. Leaving with ESC keeps it until the clause is opened again; only
"selesai" makes it an edit of the text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.screen import Screen
from textual.widgets import Input, TextArea

from kampanye_tui.agreement.edit_clauses import clause_of, place_of, reword
from kampanye_tui.agreement.entries import clause_text_of, clause_title_of
from kampanye_tui.agreement.final_words import before_another_revision
from kampanye_tui.agreement.law import short_name
from kampanye_tui.agreement.pack_words import offered_of
from kampanye_tui.agreement.typed_fields import CLAUSE, PARAMETER, fields_of, parameters_of, with_fields
from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.problem import Refused
from kampanye_tui.store.apart import Diverged
from kampanye_tui.tui.actions import Group
from kampanye_tui.tui.background import in_background
from kampanye_tui.tui.faults import sentence
from kampanye_tui.tui.form import Label
from kampanye_tui.tui.frame import KeyLine, MessageLine, Rule, TitleLine
from kampanye_tui.tui.keymap import key_of
from kampanye_tui.tui.own_editor import edited_elsewhere
from kampanye_tui.tui.page_count import REST, pages_of
from kampanye_tui.tui.perform import Performer, bound, there
from kampanye_tui.tui.prose import Prose
from kampanye_tui.tui.text_field import TextField

if TYPE_CHECKING:
    from textual.timer import Timer

    from kampanye_tui.work import Work


class ClauseEditor(Performer, Screen["tuple[str, ...] | None"]):
    """Edits one clause; returns the account of the saved edit, or None when there was none."""

    groups = (Group.EDITOR,)
    worth_knowing = (
        "Kata dalam kurung kurawal, seperti {peserta}, diisi program pada naskah; biarkan seperti tertulis.",
    )
    """What the help tells beside the keys."""
    BINDINGS: ClassVar = bound(Group.EDITOR)
    DEFAULT_CSS = """
    ClauseEditor .field { height: 1; }
    ClauseEditor TextArea { height: 7; margin: 1 0; padding: 0 2; }
    ClauseEditor #parameters { height: auto; max-height: 4; }
    ClauseEditor Prose { height: 1fr; }
    """

    def __init__(self, work: Work, clause_id: str, printed: str) -> None:
        super().__init__()
        self.work = work
        self.printed = printed
        """What the clause is called on paper; empty where that is not known."""
        self.clause = clause_of(work.agreement, clause_id)
        saved = fields_of(self.clause)
        self.typed = work.draft.left(self.place, saved)
        self.contested = work.draft.contested(self.place, saved)
        self.began = saved | self.contested
        """What the fields said when typing began: as saved now, but for what others changed since."""
        self.opened = with_fields(work.agreement, clause_id, self.began) if self.contested else work.agreement
        """The text that an edit is made from."""
        self.rest: Timer | None = None
        self.pages: int | None = None

    @property
    def place(self) -> str:
        """How the journal names what is edited here."""
        return f"{CLAUSE}{self.clause.id}"

    def compose(self) -> ComposeResult:
        """Lay out title, words, what a pack leaves open, and what belongs to the clause."""
        start = self.typed
        yield TitleLine(self._named(), self._standing())
        yield Rule()
        with Horizontal(classes="field"):
            yield Label("Judul")
            yield TextField(start.get("judul", self.clause.title), id="title", disabled=self.clause.locked)
        yield TextArea(
            start.get("teks", self.clause.text),
            compact=True,
            id="text",
            soft_wrap=True,
            tab_behavior="focus",
            read_only=self.clause.locked,
            highlight_cursor_line=False,
        )
        with VerticalScroll(id="parameters", can_focus=False):
            for parameter in self.clause.parameters:
                with Horizontal(classes="field"):
                    yield Label(parameter.label)
                    value = start.get(f"{PARAMETER}{parameter.name}", parameter.value)
                    yield TextField(value, id=f"p-{parameter.name}")
        yield Rule("Baris kosong memisahkan ayat; baris yang diawali - menjadi huruf")
        yield Prose(self._about())
        yield MessageLine()
        yield KeyLine()

    def on_mount(self) -> None:
        """Begin in the words, at their end."""
        area = self.query_one(TextArea)
        area.cursor_blink = False
        area.move_cursor(area.document.end)
        first = self.query("#parameters Input") if self.clause.locked else ()
        (first.first() if first else area).focus()
        if self.typed:
            self.work.draft.typing(self.place, self.typed, self.began)
            told = "Ketikan Anda yang belum selesai dikembalikan"
            if self.contested:
                told = "Klausul ini juga diubah orang lain sejak Anda mengetik; saat disimpan digabungkan"
            self.app.tell(f"{told}; {self._key('sunting.buang')} membuang ketikan.")
        elif self._final():
            self.app.tell(before_another_revision(self.work.agreement.revision))
        elif self.clause.locked:
            pack = there(self.clause.origin).pack
            self.app.tell(f"Klausul ini dikunci oleh paket {pack}; hanya isiannya dapat diubah.")

    def _final(self) -> bool:
        try:
            return self.work.state.phase.settled
        except (Refused, OSError):
            # The screen below has told that its ledger cannot be read.
            return False

    def _key(self, action_id: str) -> str:
        return key_of(action_id, self.app.own_keys)

    def _named(self) -> str:
        number = place_of(self.work.agreement, self.clause.id) + 1
        pages = "" if self.pages is None else f"{self.pages} halaman"
        place = f"Klausul {number} dari {len(self.work.agreement.clauses)}"
        return " · ".join(filter(None, (place, self.printed, pages)))

    def _standing(self) -> str:
        return "terkunci" if self.clause.locked else self.work.draft.standing.words

    def _about(self) -> list[tuple[str, str]]:
        reference = self.work.agreement.reference
        told = []
        for citation in self.clause.citations[:3]:
            law = reference.law(citation.law)
            named = short_name(law) if law else citation.law
            told.append((f"Dasar: {citation.article} {named}", ""))
        if self.clause.explanation:
            told.append((f"Penjelasan: {' '.join(self.clause.explanation.split())}", "quiet"))
        told += [(f"Di lapangan: {example}", "quiet") for example in self.clause.guidance.examples[:1]]
        return told

    @property
    def values(self) -> dict[str, str]:
        """What stands in the editor."""
        return {
            "judul": self.query_one("#title", Input).value,
            "teks": self.query_one(TextArea).text,
        } | {
            f"{PARAMETER}{one.name}": self.query_one(f"#p-{one.name}", Input).value
            for one in self.clause.parameters
        }

    @property
    def changed(self) -> bool:
        """Whether anything differs from the text as it is saved."""
        return self.values != fields_of(self.clause)

    def on_text_area_changed(self) -> None:
        """Journal what is typed."""
        self._journal()

    def on_input_changed(self) -> None:
        """Journal what is typed."""
        self._journal()

    def _journal(self) -> None:
        if not self.is_mounted or not self.query("#title"):
            return
        if self.changed:
            self.work.draft.typing(self.place, self.values, self.began)
        else:
            self.work.draft.stop_typing(self.place)
        self._show_standing()
        if self.rest is not None:
            self.rest.stop()
        self.rest = self.set_timer(REST, self._count)

    def _show_standing(self) -> None:
        self.query_one(TitleLine).say(self._named(), self._standing())

    def _count(self) -> None:
        """Count the pages of the text as it would be; what cannot be saved yet is not counted."""
        try:
            after = self._after()
        except Refused:
            return
        in_background(self, lambda: pages_of(self.work, after), self._show_pages)

    def _show_pages(self, pages: int | None) -> None:
        self.pages = pages
        self._show_standing()

    def on_input_submitted(self) -> None:
        """Go on to the next field."""
        self.focus_next()

    def _after(self) -> Agreement:
        """Return the agreement with what stands here; raises Refused."""
        values = self.values
        locked = self.clause.locked
        return reword(
            self.opened,
            self.clause.id,
            title=None if locked else clause_title_of(values["judul"]),
            text=None if locked else clause_text_of(values["teks"]),
            parameters=parameters_of(values),
        )

    def do_done(self) -> None:
        """Make what was typed an edit of the text; the editor closes only when it was taken."""
        if not self.changed:
            self.work.draft.stop_typing(self.place)
            self.dismiss(None)
            return
        try:
            lines = self.work.edit(self._after(), self.opened)
        except Diverged as diverged:
            # What was typed is in the version that is kept, and comes back from there.
            self.work.draft.stop_typing(self.place)
            self.dismiss(None)
            self.app.tell(sentence(diverged))
            return
        except (Refused, OSError) as error:
            self._show_standing()
            self.app.tell(sentence(error))
            return
        self.dismiss(lines)

    def do_cancel(self) -> None:
        """Close the editor; what was typed comes back when the clause is opened again."""
        if self.changed:
            self.work.draft.postpone(self.place)
        else:
            self.work.draft.stop_typing(self.place)
        self.dismiss(None)

    def leave(self) -> None:
        """Close the editor as its own key does, for those who go back by the key of every screen."""
        self.do_cancel()

    def do_discard(self) -> None:
        """Put the words as they are saved into the editor."""
        self.query_one("#title", Input).value = self.clause.title
        self.query_one(TextArea).text = self.clause.text
        for one in self.clause.parameters:
            self.query_one(f"#p-{one.name}", Input).value = one.value
        self.app.tell("Bunyi yang tersimpan sudah dimasukkan; ketikan dibuang.")

    def do_difference(self) -> None:
        """Show what differs from the pack's words."""
        from kampanye_tui.tui.screens.clauses import show_difference

        try:
            clause = clause_of(self._after(), self.clause.id)
        except Refused as refused:
            self.app.tell(sentence(refused))
            return
        show_difference(self.app, self.work, clause)

    def do_restore(self) -> None:
        """Put the pack's words into the editor."""
        try:
            offered = offered_of(self.clause, self.work.library.clause_sets)
        except (Refused, OSError) as error:
            self.app.tell(sentence(error))
            return
        if offered is None:
            self.app.tell("Klausul ini tidak berasal dari paket yang terpasang.")
            return
        self.query_one("#title", Input).value = offered.clause.title
        self.query_one(TextArea).text = offered.clause.text.strip("\n")
        self.app.tell(
            f"Bunyi paket sudah dimasukkan; {self._key('sunting.selesai')} menyimpannya, "
            f"{self._key('sunting.buang')} mengembalikan bunyi yang tersimpan."
        )

    def do_external(self) -> None:
        """Edit the words in the user's own editor."""
        area = self.query_one(TextArea)
        text, told = edited_elsewhere(self.app, area.text)
        if text != area.text:
            # Whatever is wrong with it, it is what somebody wrote: it stays, and is judged when it is saved.
            area.text = text
        self.app.tell(told)

    def why_off(self, action_id: str) -> str:
        """Say that a lock holds."""
        if self.clause.locked and action_id in ("sunting.pulihkan", "sunting.penyunting"):
            return f"Klausul ini dikunci oleh paket {there(self.clause.origin).pack}."
        return ""
