"""Klausul: the clauses of the text, the library of clauses, and below them the words of the one pointed at.

At 80 columns one list at a time, from 120 both side by side.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.events import Key, Resize

from kampanye_tui.agreement.edit_clauses import drop_clause, move_clause, place_of
from kampanye_tui.agreement.law import short_name
from kampanye_tui.agreement.offers import Offer, offers, taken
from kampanye_tui.agreement.pack_words import redline, restored, standing
from kampanye_tui.agreement.take import take
from kampanye_tui.model.agreement import AgreedClause, Agreement
from kampanye_tui.model.finding import Finding
from kampanye_tui.model.problem import Refused
from kampanye_tui.tui.actions import Group, action
from kampanye_tui.tui.columns import arrange, share
from kampanye_tui.tui.faults import sentence
from kampanye_tui.tui.frame import OneLine, Rule
from kampanye_tui.tui.keymap import key_of, keys_of
from kampanye_tui.tui.pane import Pane, only_read
from kampanye_tui.tui.perform import bound, there
from kampanye_tui.tui.prose import Prose
from kampanye_tui.tui.rows import Row, Rows
from kampanye_tui.tui.screens.clause_lines import lines_of
from kampanye_tui.tui.screens.on_paper import called_on_paper, titled

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kampanye_tui.tui.app import Kampanye
    from kampanye_tui.work import Work

WIDE = 120
"""Columns from which both lists are shown."""
TALL = 26
"""Rows of the pane from which more of a clause's words are shown; below, an arrow key may cost 800 bytes."""


class ClausesPane(Pane):
    """The tab of clauses."""

    groups = (Group.CLAUSES,)
    BINDINGS: ClassVar = bound(Group.CLAUSES)
    DEFAULT_CSS = """
    ClausesPane #lists { height: 1fr; }
    ClausesPane .side { height: 1fr; width: 1fr; }
    ClausesPane .hidden { display: none; }
    ClausesPane Prose { height: 5; }
    ClausesPane.tall Prose { height: 9; }
    """
    needs_text = (
        "klausul.sunting",
        "klausul.ambil",
        "klausul.turun",
        "klausul.naik",
        "klausul.baru",
        "klausul.pulihkan",
    )
    needs_packs = ("klausul.beda", "klausul.pulihkan")
    printed: Mapping[str, str] = MappingProxyType({})
    """Clause id → what it is called on paper; nothing until the packs are known."""

    def compose(self) -> ComposeResult:
        """Lay out the lists above the words."""
        with Horizontal(id="lists"):
            with Vertical(classes="side", id="own"):
                yield OneLine(id="own-heads")
                key = self._key("klausul.pustaka")
                told = f"Belum ada klausul; tekan {key} untuk mengambil dari pustaka."
                yield Rows(empty=told, id="clauses")
            with Vertical(classes="side hidden", id="offered"):
                yield OneLine(id="offer-heads")
                yield Rows(id="library")
        yield Rule(id="title")
        yield Prose(id="words")

    @property
    def own(self) -> Rows:
        """The list of the text's clauses."""
        return self.query_one("#clauses", Rows)

    @property
    def library(self) -> Rows:
        """The list of clauses that may come in."""
        return self.query_one("#library", Rows)

    @property
    def in_library(self) -> bool:
        """Whether the library has the focus."""
        return self.library.has_focus

    def focus_here(self) -> None:
        """Begin in the text's own clauses."""
        self.own.focus()

    def go(self, finding: Finding) -> None:
        """Point at the clause of a finding."""
        self._side(library=False)
        self.own.point(finding.place.id)

    def resume(self, name: str) -> None:
        """Open the editor where typing stopped."""
        if not name:
            self.do_new()
        elif self.own.point(name):
            self.do_edit()
        else:
            self.app.tell(f"Klausul {name} tidak ada lagi; ketikannya tetap disimpan untuk nanti.")

    def on_resize(self, event: Resize) -> None:
        """Show one list or both."""
        wide = event.size.width >= WIDE
        self.set_class(event.size.height >= TALL, "tall")
        self.query_one("#offered").set_class(not wide and not self.in_library, "hidden")
        self.query_one("#own").set_class(not wide and self.in_library, "hidden")
        self.call_after_refresh(self.show)

    def show(self) -> None:
        """Show the clauses as they stand."""
        clauses = self.work.agreement.clauses
        self.printed = {} if self.agreement_screen.unread else called_on_paper(self.work)
        widths = share(self.own.size.width - 3, (2, 0, 20))
        self.query_one("#own-heads", OneLine).say(f" {arrange(('No', 'Klausul', 'Asal'), widths)}")
        self.own.show(
            [
                Row(clause.id, arrange((f"{number:>2}", self._titled(clause), origin(clause)), widths))
                for number, clause in enumerate(clauses, 1)
            ]
        )
        if not self.query_one("#offered").has_class("hidden"):
            self._show_library()
        self._tell()

    def _titled(self, clause: AgreedClause) -> str:
        return titled(clause.title, self.printed.get(clause.id, ""))

    def _key(self, action_id: str) -> str:
        return key_of(action_id, self.app.own_keys)

    def _show_library(self) -> None:
        widths = share(self.library.size.width - 3, (0, 18))
        found = self._offers()
        told = "Pustaka" if self.agreement_screen.unread else f"Pustaka: {len(found)} klausul lain"
        heads = arrange((told, "Kumpulan"), widths)
        self.query_one("#offer-heads", OneLine).say(f" {heads}")
        self.library.show(
            [
                Row(
                    one.offered.clause.id,
                    arrange((one.offered.clause.title, called(one.clause_set.address)), widths),
                )
                for one in found
            ],
            empty=self.agreement_screen.unread or "Semua klausul pustaka sudah ada dalam naskah.",
        )

    def on_rows_pointed(self) -> None:
        """Show the words of the clause that is pointed at."""
        self._tell()

    def on_descendant_focus(self) -> None:
        """Show the words of the list that has the focus."""
        self._tell()

    def _tell(self) -> None:
        rows = self.library if self.in_library else self.own
        row = rows.pointed
        if row is None or (self.in_library and self.agreement_screen.unread):
            self.query_one("#title", Rule).say("")
            self.query_one("#words", Prose).say(())
            return
        self.query_one("#title", Rule).say(self._title(row.id))
        self.query_one("#words", Prose).say(self._words(row.id))
        self.app.refresh_keys()

    def _title(self, clause_id: str) -> str:
        if self.in_library:
            return next(o.offered.clause.title for o in self._offers() if o.offered.clause.id == clause_id)
        number = place_of(self.work.agreement, clause_id) + 1
        return f"{number} {self._titled(self.work.agreement.clauses[number - 1])}"

    def _offers(self) -> tuple[Offer, ...]:
        """Return what the library offers; nothing while packs are not known."""
        if self.agreement_screen.unread:
            return ()
        library = self.work.library
        return tuple(offers(self.work.agreement, library.reference, library.clause_sets))

    def _words(self, clause_id: str) -> list[tuple[str, str]]:
        if self.in_library:
            offer = next(o for o in self._offers() if o.offered.clause.id == clause_id)
            reference = self.work.library.reference
            clause = taken(offer, self.work.agreement, reference)
        else:
            reference = self.work.agreement.reference
            clause = next(one for one in self.work.agreement.clauses if one.id == clause_id)
        told = [(line, "") for line in lines_of(self.work.agreement, clause)]
        for citation in clause.citations[:2]:
            law = reference.law(citation.law)
            told.append((f"Dasar: {citation.article} {short_name(law) if law else citation.law}", "quiet"))
        if clause.guidance.examples:
            told.append((f"Di lapangan: {clause.guidance.examples[0]}", "quiet"))
        return told

    def why_off(self, action_id: str) -> str:
        """Say why nothing can be done with the clause that is pointed at."""
        why = super().why_off(action_id)
        if why or action_id in ("klausul.pustaka", "klausul.baru"):
            return why
        if self.in_library and self.agreement_screen.unread:
            return self.agreement_screen.unread
        if (self.library if self.in_library else self.own).pointed is None:
            return "Belum ada klausul yang ditunjuk."
        if self.in_library and action_id != "klausul.ambil":
            return f"Klausul ini masih di pustaka; tekan {self._key('klausul.ambil')} untuk mengambilnya."
        return ""

    @property
    def _clause(self) -> AgreedClause:
        pointed = there(self.own.pointed).id
        return next(one for one in self.work.agreement.clauses if one.id == pointed)

    def on_key(self, event: Key) -> None:
        """Leave the library, and only that, for the text's own clauses."""
        if self.in_library and event.key in keys_of(action("kembali"), self.app.own_keys):
            self._side(library=False)
            event.stop()

    def do_library(self) -> None:
        """Change between the text and the library."""
        self._side(library=not self.in_library)

    def _side(self, *, library: bool) -> None:
        wide = self.size.width >= WIDE
        self.query_one("#offered").set_class(not library and not wide, "hidden")
        self.query_one("#own").set_class(library and not wide, "hidden")
        (self.library if library else self.own).focus()
        self.call_after_refresh(self.show)

    def do_take_or_drop(self) -> None:
        """Take a clause out of the library, or drop one from the text."""
        agreement = self.work.agreement
        if self.in_library:
            clause_id = there(self.library.pointed).id
            library = self.work.library

            def with_it() -> Agreement:
                return take(
                    agreement, clause_id, library.reference, library.clause_sets, library.host.packs()
                )

            if self.edit(with_it, f"Diambil: {self._title(clause_id)}"):
                self.own.point(clause_id)
            return
        clause = self._clause
        self.edit(lambda: drop_clause(agreement, clause.id), f"Dibuang: {clause.title}")

    def do_move_up(self) -> None:
        """Move the clause one place up."""
        self._move(-1)

    def do_move_down(self) -> None:
        """Move the clause one place down."""
        self._move(1)

    def _move(self, by: int) -> None:
        agreement, clause = self.work.agreement, self._clause
        to = place_of(agreement, clause.id) + by
        if not 0 <= to < len(agreement.clauses):
            self.app.tell("Klausul ini sudah di ujung.")
            return
        self.edit(lambda: move_clause(agreement, clause.id, to), f"{clause.title}: menjadi nomor {to + 1}")

    def do_edit(self) -> None:
        """Open the editor of the clause."""
        from kampanye_tui.tui.screens.clause_editor import ClauseEditor

        editor = ClauseEditor(self.work, self._clause.id, self.printed.get(self._clause.id, ""))
        self.app.push_screen(editor, lambda lines: self._edited(editor.place, lines))

    def _edited(self, place: str, lines: tuple[str, ...] | None) -> None:
        draft = self.work.draft
        if lines is not None:
            self.agreement_screen.edited(lines, "Klausul diubah")
        elif draft.read_only:
            self.agreement_screen.show_all(only_read(draft, self.app.own_keys))
        else:
            kept = "Klausul tidak berubah; ketikannya kembali bila klausul ini dibuka lagi."
            self.agreement_screen.show_all(kept if draft.left(place) else "")

    def do_new(self) -> None:
        """Write a clause of the office's own."""
        from kampanye_tui.tui.screens.new_clause import new_clause

        new_clause(self, self.own.pointed.id if self.own.pointed else None)

    def do_difference(self) -> None:
        """Show what the office has changed in the pack's words."""
        show_difference(self.app, self.work, self._clause)

    def do_restore(self) -> None:
        """Bring back the pack's words."""
        agreement, clause = self.work.agreement, self._clause
        sets = self.work.library.clause_sets
        self.edit(lambda: restored(agreement, clause.id, sets), f"Bunyi paket kembali: {clause.title}")


def called(address: str) -> str:
    """Return a set as the list names it: those of the nation without their pack."""
    return address.removeprefix("nasional/")


def origin(clause: AgreedClause) -> str:
    """Return where a clause comes from and what became of it: ``nasional, disunting``."""
    if clause.origin is None:
        return "buatan kantor"
    stands = standing(clause)
    return clause.origin.pack if stands == "dari paket" else f"{clause.origin.pack}, {stands}"


def show_difference(app: Kampanye, work: Work, clause: AgreedClause) -> None:
    """Show what differs from the pack's words, or tell why that cannot be shown."""
    from kampanye_tui.tui.screens.difference import Difference

    try:
        title, text = redline(clause, work.library.clause_sets)
    except (Refused, OSError) as error:
        app.tell(sentence(error))
        return
    app.push_screen(Difference(clause.title, ((title, "bold"), ("", ""), (text, ""))))
