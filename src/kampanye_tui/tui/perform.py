"""Actions of the table bound to what performs them: a screen, a pane or a list that has a group.

A key leads to ``perform('id')``, which asks why the action is off and otherwise calls the method that the
table names. So an action that is off says why instead of doing nothing.
"""

from __future__ import annotations

from inspect import isawaitable
from typing import TYPE_CHECKING, TypeVar, cast

from textual.binding import Binding, BindingsMap
from textual.message_pump import MessagePump

from kampanye_tui.tui.actions import Group, action, of_group
from kampanye_tui.tui.keymap import keys_of
from kampanye_tui.tui.permitted import not_permitted

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual.binding import BindingType

    from kampanye_tui.tui.actions import Action
    from kampanye_tui.tui.app import Kampanye


T = TypeVar("T")


def bound(*groups: Group) -> list[BindingType]:
    """Return the bindings of groups, with ids so that the user's own keys replace them."""
    return [
        Binding(",".join(one.keys), f"perform('{one.id}')", one.words, id=one.id, show=False)
        for group in groups
        for one in of_group(group)
    ]


def there(one: T | None) -> T:
    """Return what an action is about; raises LookupError where nothing is, which ``why_off`` says before."""
    if one is None:
        raise LookupError("tidak ada yang ditunjuk")
    return one


def program_of(node: MessagePump) -> Kampanye:
    """Return the program that shows a widget; Textual itself knows only that it is some program."""
    return cast("Kampanye", node.app)


class Performer(MessagePump):
    """Mixed into a widget: ``groups`` says which actions it performs."""

    if TYPE_CHECKING:
        from textual import getters

        from kampanye_tui.tui.app import Kampanye

        app = getters.app(Kampanye)

    groups: tuple[Group, ...] = ()
    _bindings: BindingsMap

    async def action_perform(self, action_id: str) -> None:
        """Perform an action, or say why it is off."""
        why = self.why_not(action_id)
        if why:
            self.app.tell(why)
            return
        doing = getattr(self, f"do_{action(action_id).method}")()
        if isawaitable(doing):
            await doing

    def why_not(self, action_id: str) -> str:
        """Return why whoever works cannot perform an action, by their role or now; empty when they can."""
        return not_permitted(action_id) or self.why_off(action_id)

    def why_off(self, action_id: str) -> str:
        """Return why an action cannot be performed now, as a sentence; empty when it can."""
        del action_id
        return ""


def performer_of(node: object, one: Action) -> Performer:
    """Return who performs an action: a widget or what is around it; raises LookupError where nobody does."""
    while node is not None:
        if isinstance(node, Performer) and one.group in node.groups:
            return node
        node = getattr(node, "_parent", None)
    raise LookupError(one.id)


def performed_by(node: object, own: Mapping[str, str]) -> tuple[Action, ...]:
    """Return the actions that a widget and everything around it perform, the nearest first.

    One that a nearer one stands for is left out: it has the same first key in the table, and with ``own``,
    the user's keys, it still has.
    """
    found: list[Action] = []
    while node is not None:
        if isinstance(node, Performer):
            found += [one for group in node.groups for one in of_group(group)]
        node = getattr(node, "_parent", None)
    taken: set[str] = set()
    taken_now: set[str] = set()
    kept = []
    for one in found:
        keys = keys_of(one, own)
        if not (one.keys[0] in taken and keys[0] in taken_now):
            kept.append(one)
        taken.update(one.keys)
        taken_now.update(keys)
    return tuple(kept)
