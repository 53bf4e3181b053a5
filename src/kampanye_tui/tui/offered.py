"""What can be done where somebody stands: the actions of a screen with the keys that lead to them there.

A widget and the user's own keys come in, actions go out; nothing is performed.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from kampanye_tui.tui.actions import Group
from kampanye_tui.tui.keymap import key_name, keys_of
from kampanye_tui.tui.perform import performed_by, performer_of

if TYPE_CHECKING:
    from kampanye_tui.tui.actions import Action

_LAST = (Group.LIST, Group.EVERYWHERE)
"""Known to everybody soon, and so behind what belongs to the screen."""


class Offer(NamedTuple):
    """An action, and its keys as they are written; none where another action has taken them all."""

    action: Action
    keys: str


def offered(node: object, own: Mapping[str, str]) -> tuple[Offer, ...]:
    """Return what a widget and all around it offer; what is off on a whole screen is left out."""
    offers = []
    taken: set[str] = set()
    for one in performed_by(node, own):
        if one.group is Group.EVERYWHERE and performer_of(node, one).why_not(one.id):
            continue
        keys = [key for key in keys_of(one, own) if key not in taken]
        taken.update(keys)
        offers.append(Offer(one, " / ".join(map(key_name, keys)) or "–"))
    return tuple(sorted(offers, key=lambda offer: offer.action.group in _LAST))
