"""The form of one pihak, for changing it and for adding one, and the list of those that packs offer.

A pane and a pihak come in; what was typed becomes one edit of the agreement, and what it did is said where
the form was opened.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING

from kampanye_tui.agreement.edit import add_party, with_party
from kampanye_tui.agreement.edit_parties import known_parties
from kampanye_tui.agreement.party_values import added_party, changed_party, newcomer
from kampanye_tui.agreement.party_words import role_words
from kampanye_tui.tui.columns import arrange, share
from kampanye_tui.tui.rows import Row
from kampanye_tui.tui.screens.party_fields import (
    begin_at,
    fields_of,
)
from kampanye_tui.tui.typed_form import Made, open_typed_form

if TYPE_CHECKING:
    from kampanye_tui.model.party import Party
    from kampanye_tui.model.reference import Reference
    from kampanye_tui.tui.pane import Pane
    from kampanye_tui.work import Work

OTHER = ""
"""The row, and the place in the journal, of a pihak that no pack knows and that has no id yet."""


def edit_party(pane: Pane, party: Party, done: Callable[[str], None], *, focus: str = "") -> None:
    """Open the form of a pihak of the agreement; ``done`` is told its id when it was changed."""

    def change(values: Mapping[str, str]) -> Made:
        changed = changed_party(pane.work.agreement, party, values)
        return Made(with_party(pane.work.agreement, changed), f"{changed.called} diubah", changed.id)

    _open(pane, f"Pihak · {party.name}", party, change, done, focus)


def add_new_party(pane: Pane, offered: Party | None, done: Callable[[str], None]) -> None:
    """Open the form of a pihak that comes in: as packs know it, or empty."""

    def change(values: Mapping[str, str]) -> Made:
        agreement = pane.work.agreement
        made = added_party(agreement, offered, values)
        return Made(add_party(agreement, made), f"{made.called} ditambahkan", made.id)

    title = f"Tambah pihak · {offered.name}" if offered else "Tambah pihak"
    _open(pane, title, offered or newcomer(pane.work.agreement.reference), change, done)


def offered_parties(work: Work) -> tuple[Party, ...]:
    """Return the pihak that packs know for this office, but the agreement lacks; raises :class:`Refused`."""
    taken = {party.id for party in work.agreement.parties}
    known = known_parties(work.agreement, work.library.reference)
    return tuple(party for party in known if party.id not in taken)


def offer_rows(offered: tuple[Party, ...], reference: Reference, width: int) -> Iterator[Row]:
    """Yield the rows to choose from, by role; the last one is for a pihak that no pack knows."""
    widths = share(width - 3, (2, 0, 0))
    for role, words in role_words(reference).items():
        of_role = [party for party in offered if party.role is role]
        if of_role:
            yield Row(f"peran {role.value}", words.upper(), heading=True)
        for party in of_role:
            office = party.signatories[0].office if party.signatories else ""
            number = f"{party.ballot_number or '':>2}"
            yield Row(party.id, arrange((number, party.name, office), widths))
    yield Row("peran lain", "BELUM DIKENAL PAKET", heading=True)
    yield Row(OTHER, "    Pihak lain… (isi sendiri nama, peran, dan penanda tangannya)")


def _open(
    pane: Pane,
    title: str,
    party: Party,
    change: Callable[[Mapping[str, str]], Made],
    done: Callable[[str], None],
    focus: str = "",
) -> None:
    about = "" if party.name else "cukup nama dan peran; yang lain boleh menyusul"
    begin = begin_at(party, focus)
    fields = fields_of(party, pane.work.agreement.reference)
    open_typed_form(pane, f"pihak:{party.id}", title, fields, change, done=done, focus=begin, about=about)
