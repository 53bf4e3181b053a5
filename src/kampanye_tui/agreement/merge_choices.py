"""A merge while somebody chooses: what is asked, what was chosen, and what comes of it. Pure.

Both fronts ask through it, each in its own way, so the same choices make the same text.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple

from kampanye_tui.agreement.merge import Merge, from_whom, merged
from kampanye_tui.agreement.merge_values import Conflict, Side
from kampanye_tui.model.agreement import Agreement

KEPT_TOO: Final = "bunyi yang tidak dipilih tetap ada di riwayat"
"""What becomes of the other wording, for whoever fears for it."""
SAME: Final = "Kedua versi sudah sama; tidak ada yang perlu digabungkan."


class Choices(NamedTuple):
    """Made by :func:`begin`; ``made`` says what theirs does where nothing was chosen yet."""

    base: Agreement
    ours: Agreement
    theirs: Agreement
    chosen: Mapping[str, Side]
    """The place of a conflict → whose wording it gets."""
    made: Merge

    @property
    def left(self) -> tuple[Conflict, ...]:
        """What was not answered yet."""
        return tuple(one for one in self.made.conflicts if one.place not in self.chosen)

    @property
    def told(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """What the text has from ours and what from theirs; what is not chosen yet is told of neither."""
        undecided = {one.place: Side.OURS for one in self.made.conflicts} | {**self.chosen}
        mine = merged(self.base, self.ours, self.theirs, undecided).agreement
        ours, _theirs = from_whom(self.ours, self.theirs, self.made.agreement)
        _ours, theirs = from_whom(self.ours, self.theirs, mine)
        return ours, theirs

    def choose(self, place: str, side: Side) -> Choices:
        """Return the same with one conflict answered, be it anew."""
        chosen = {**self.chosen, place: side}
        return self._replace(chosen=chosen, made=merged(self.base, self.ours, self.theirs, chosen))


def begin(base: Agreement, ours: Agreement, theirs: Agreement) -> Choices:
    """Return the merge of two texts that were made from ``base``, with nothing chosen."""
    return Choices(base, ours, theirs, {}, merged(base, ours, theirs))


def saved_words(ours: Agreement, theirs: Agreement, after: Agreement) -> str:
    """Return in one sentence what was saved: how much of it is from whom."""
    mine, others = from_whom(ours, theirs, after)
    return f"Digabungkan: {len(mine)} hal dari versi Anda, {len(others)} dari berkas"
