"""Pihak: who takes part, by role, and below the list more about the one that is pointed at."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from textual.app import ComposeResult
from textual.events import Resize

from kampanye_tui.agreement.edit_groups import with_mode
from kampanye_tui.agreement.edit_parties import without_party
from kampanye_tui.agreement.party_order import moved, why_fixed
from kampanye_tui.agreement.party_words import institution_words, role_words
from kampanye_tui.agreement.seating import group_of, groups_of
from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.finding import Finding
from kampanye_tui.model.party import ORGANISER_ID, Party, Role
from kampanye_tui.model.problem import Refused
from kampanye_tui.model.signing_group import SigningMode
from kampanye_tui.tui.actions import Group
from kampanye_tui.tui.chooser import Chooser
from kampanye_tui.tui.columns import arrange, share
from kampanye_tui.tui.faults import sentence
from kampanye_tui.tui.frame import OneLine, Rule
from kampanye_tui.tui.keymap import key_of
from kampanye_tui.tui.pane import Pane
from kampanye_tui.tui.perform import bound, there
from kampanye_tui.tui.prose import Prose
from kampanye_tui.tui.rows import Row, Rows
from kampanye_tui.tui.screens.party_form import (
    add_new_party,
    edit_party,
    offer_rows,
    offered_parties,
)

HEADS = ("No", "Pihak", "Singkatan", "Penanda tangan")
WIDE = 120
"""Columns from which short names and signatories get more room."""
EMPTY = "belum diisi"


class PartiesPane(Pane):
    """The tab of pihak."""

    groups = (Group.PARTIES,)
    BINDINGS: ClassVar = bound(Group.PARTIES)
    DEFAULT_CSS = """
    PartiesPane Prose { height: 5; }
    """
    needs_text = (
        "pihak.ubah",
        "pihak.tambah",
        "pihak.buang",
        "pihak.turun",
        "pihak.naik",
        "pihak.impor",
        "pihak.cara",
    )
    _place = ("", "")
    """The pihak and the field that a finding sent us to."""

    def compose(self) -> ComposeResult:
        """Lay out the list above what it says about the one that is pointed at."""
        yield OneLine(id="party-heads")
        yield Rows(empty=f"Belum ada pihak; tekan {self._key('pihak.tambah')} untuk menambah.", id="parties")
        yield Rule(id="party-title")
        yield Prose(id="party-detail")

    def _key(self, action_id: str) -> str:
        return key_of(action_id, self.app.own_keys)

    @property
    def rows(self) -> Rows:
        """The list."""
        return self.query_one("#parties", Rows)

    @property
    def party(self) -> Party | None:
        """The pihak that is pointed at."""
        row = self.rows.pointed
        return self.work.agreement.party(row.id) if row else None

    def on_resize(self, _event: Resize) -> None:
        """Fit the columns."""
        self.call_after_refresh(self.show)

    def show(self) -> None:
        """Show the pihak as they stand."""
        wide = self.size.width >= WIDE
        widths = share(self.size.width - 3, (2, 0, 30, 26) if wide else (2, 0, 18, 20))
        self.query_one("#party-heads", OneLine).say(f" {arrange(HEADS, widths)}")
        self.rows.show(list(self._rows(widths)))
        self._tell()

    def _rows(self, widths: tuple[int, ...]) -> Iterator[Row]:
        words = role_words(self.work.agreement.reference)
        for role in Role:
            parties = self.work.agreement.of_role(role)
            if parties:
                yield Row(f"peran {role.value}", heading(role, parties, words[role]), heading=True)
            for party in parties:
                cells = (f"{party.ballot_number or '':>2}", party.name, party.short, signing(party))
                yield Row(party.id, arrange(cells, widths))

    def on_rows_pointed(self) -> None:
        """Say more about the pihak that is pointed at."""
        self._tell()

    def _tell(self) -> None:
        party = self.party
        self.query_one("#party-title", Rule).say(party.name if party else "")
        self.query_one("#party-detail", Prose).say(about(self.work.agreement, party) if party else ())
        self.app.refresh_keys()

    def go(self, finding: Finding) -> None:
        """Point at the pihak of a finding; its form then begins at the field."""
        self._place = (finding.place.id, finding.place.field)
        self.rows.point(finding.place.id)

    def resume(self, name: str) -> None:
        """Open the form that a session left in the middle of typing."""
        party = self.work.agreement.party(name)
        if party is not None:
            self.rows.point(name)
            edit_party(self, party, self._done)
            return
        offered, _told = self._offered()
        known = {one.id: one for one in offered}
        add_new_party(self, known.get(name), self._done)

    def why_off(self, action_id: str) -> str:
        """Say why a pihak cannot be changed, moved or left out."""
        why = super().why_off(action_id)
        party = self.party
        of_one = ("pihak.ubah", "pihak.buang", "pihak.naik", "pihak.turun", "pihak.cara")
        if why or action_id not in of_one:
            return why
        if party is None:
            return f"Belum ada pihak yang ditunjuk; tekan {self._key('pihak.tambah')} untuk menambah."
        if action_id == "pihak.buang" and party.id == ORGANISER_ID:
            return "Penyelenggara tidak dapat dikeluarkan; naskah ini dibuat olehnya."
        if action_id == "pihak.cara" and group_of(party) is None:
            return f"{party.called} hanya hadir, jadi tidak masuk kelompok penanda tangan."
        if action_id in ("pihak.naik", "pihak.turun"):
            why = why_fixed(self.work.agreement, party.id, -1 if action_id == "pihak.naik" else 1)
            mended = f"; {self._key('pihak.ubah')} mengubahnya" if party.role is Role.CONTESTANT else ""
            return f"{why[:1].upper()}{why[1:]}{mended}." if why else ""
        return ""

    def do_edit(self) -> None:
        """Open the form of the pihak that is pointed at."""
        party = there(self.party)
        place, field = self._place
        edit_party(self, party, self._done, focus=field if place == party.id else "")

    def do_new(self) -> None:
        """Choose among those that packs know, or begin with an empty form."""
        offered, told = self._offered()
        known = {party.id: party for party in offered}

        def chosen(party_id: str | None) -> None:
            if party_id is not None:
                add_new_party(self, known.get(party_id), self._done)

        rows = tuple(offer_rows(offered, self.work.agreement.reference, self.size.width))
        about = f"{len(offered)} pihak dikenal paket dan belum ada dalam naskah"
        self.app.push_screen(Chooser("Tambah pihak", rows, about=about, message=told), chosen)

    def _offered(self) -> tuple[tuple[Party, ...], str]:
        """Return what packs offer, or nothing and why: where no pack can be read, a pihak is typed in."""
        try:
            return offered_parties(self.work), ""
        except (Refused, OSError) as error:
            return (), sentence(error)

    def _done(self, party_id: str) -> None:
        self._place = ("", "")
        self.rows.point(party_id)

    def do_drop(self) -> None:
        """Leave the pihak out."""
        party = there(self.party)
        self.edit(lambda: without_party(self.work.agreement, party.id), f"{party.called} dikeluarkan")

    def do_move_up(self) -> None:
        """Move the pihak before its neighbour."""
        self._move(-1, "naik")

    def do_move_down(self) -> None:
        """Move the pihak behind its neighbour."""
        self._move(1, "turun")

    def _move(self, by: int, words: str) -> None:
        party = there(self.party)
        self.edit(lambda: moved(self.work.agreement, party.id, by), f"{party.called} dipindahkan {words}")

    def do_choose_mode(self) -> None:
        """Choose how the group of the pihak that is pointed at signs."""
        agreement, group = self.work.agreement, there(group_of(there(self.party)))
        now = agreement.mode_of(group)
        members = ", ".join(one.called for one in groups_of(agreement)[group])

        def chosen(mode: str | None) -> None:
            if mode is not None:
                way = SigningMode(mode)
                done = f"kelompok {group}: {lowered(way.words)}"
                self.edit(lambda: with_mode(self.work.agreement, group, way), done)

        rows = [Row(one.value, f"{one.words}{' (kini)' if one is now else ''}") for one in SigningMode]
        self.app.push_screen(Chooser(f"Cara kelompok {group} menandatangani", rows, about=members), chosen)

    def do_import_table(self) -> None:
        """Take in a table, after showing what it would change."""
        from kampanye_tui.tui.screens.party_files import party_files
        from kampanye_tui.tui.table_files import import_table

        import_table(self.app, self.work, party_files(self))

    def do_export_table(self) -> None:
        """Write the pihak as a table."""
        from kampanye_tui.tui.screens.party_files import party_files
        from kampanye_tui.tui.table_files import export_table

        export_table(self.app, self.work, party_files(self))


def heading(role: Role, parties: tuple[Party, ...], words: str) -> str:
    """Return the heading above a role that has these words: how many pihak it has, how many lack a name."""
    lacking = sum(any(not person.name for person in party.signatories) for party in parties)
    order = ", menurut nomor urut" if role is Role.CONTESTANT else ""
    told = f" · {lacking} penanda tangan {EMPTY}" if lacking else ""
    return f"{words.upper()} ({len(parties)}){order}{told}"


def signing(party: Party) -> str:
    """Return who signs for a pihak, in a cell."""
    if not party.signatories:
        return "tidak ada"
    if not any(person.name for person in party.signatories):
        return EMPTY
    return "; ".join(person.name or EMPTY for person in party.signatories)


def lowered(words: str) -> str:
    """Return words as they stand within a sentence."""
    return words[:1].lower() + words[1:]


def grouping(agreement: Agreement, party: Party) -> str:
    """Return with whom a pihak signs, and how, where that is not one by one."""
    group = group_of(party)
    if group is None:
        return ""
    mode = agreement.mode_of(group)
    way = "" if mode is SigningMode.EVERYBODY else f" ({lowered(mode.words)})"
    return f" · kelompok {group}{way}"


def about(agreement: Agreement, party: Party) -> tuple[tuple[str, str], ...]:
    """Return what the lower part of the tab says about a pihak."""
    number = f" nomor urut {party.ballot_number}" if party.ballot_number else ""
    role = role_words(agreement.reference)[party.role]
    institution = institution_words(agreement.reference)[party.institution]
    with_whom = grouping(agreement, party)
    given = ", ".join(party.numbers.values()) or "belum diisi"
    own = f" · nomor sendiri: {given}" if party.has_own_number else ""
    people = [
        (f"Penanda tangan: {person.office or f'jabatan {EMPTY}'}, {person.name or f'nama {EMPTY}'}", "")
        for person in party.signatories
    ]
    return (
        (f"{role}{number} · lembaga: {institution}{with_whom}{own}", ""),
        *(people or [("Penanda tangan: tidak ada, jadi tidak ikut menandatangani", "")]),
        (f"Alamat: {party.address or EMPTY}", "quiet"),
    )
