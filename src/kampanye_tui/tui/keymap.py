"""The keys of actions: how they are called, what a user chose instead, what clashes, and the last line.

Actions and their usual keys stand in :mod:`kampanye_tui.tui.actions`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from kampanye_tui.tui.actions import BY_ID, Action, Group, of_group

MOST_IN_FOOTER: Final = 7
"""Actions that the last line of the screen names."""
_TYPED_INTO: Final = (Group.FORM, Group.EDITOR)
"""While these are on the screen, no list has the keys."""
_ALWAYS: Final = ("kembali", "bantuan")
"""Ends every footer that has them."""
_PANES: Final = (
    Group.OCCASION,
    Group.CLAUSES,
    Group.PARTIES,
    Group.CHECK,
    Group.PREVIEW,
    Group.OUTPUT,
)
"""Tabs of an agreement."""
_RECAP: Final = (Group.RECAP_LIST, Group.RECAP_OFFICE)
"""What some levels of a recap have besides what all have."""
_NAMES: Final = {
    "enter": "Enter",
    "escape": "Esc",
    "space": "Spasi",
    "tab": "Tab",
    "slash": "/",
    "question_mark": "?",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "home": "Home",
    "end": "End",
}

_WRITTEN: Final = {name.casefold(): key for key, name in _NAMES.items()}
"""How the screen writes keys, and so how people do → what the table calls them."""


def key_name(key: str) -> str:
    """Return a key as the footer and the manual write it: ``Enter``, ``F10``, ``Ctrl+S``, ``K``."""
    if key in _NAMES:
        return _NAMES[key]
    if key.startswith("ctrl+"):
        return f"Ctrl+{key[5:].upper()}"
    if len(key) > 1 and key[0] == "f" and key[1:].isdigit():
        return key.upper()
    return key


def key_of(action_id: str, own: Mapping[str, str]) -> str:
    """Return the first key of an action as sentences name it, where ``own`` holds what the user chose."""
    return key_name(keys_of(BY_ID[action_id], own)[0])


def keys_of(one: Action, own: Mapping[str, str]) -> tuple[str, ...]:
    """Return the keys of an action, where ``own`` holds what the user chose by id, keys parted by commas."""
    chosen = [part.strip() for part in own.get(one.id, "").split(",")]
    return tuple(_key(typed) for typed in chosen if typed) or one.keys


def own_keymap(own: Mapping[str, str]) -> dict[str, str]:
    """Return what the user chose as Textual takes it: keys by their own names, parted by commas alone."""
    return {name: ",".join(keys_of(BY_ID[name], own)) for name in own if name in BY_ID}


def _key(typed: str) -> str:
    """Return the key that people mean who write ``F9``, ``Ctrl+S``, ``Spasi``, ``/``; a letter is itself."""
    return typed if len(typed) == 1 and typed.isalpha() else _WRITTEN.get(typed.casefold(), typed.lower())


def clashes(own: Mapping[str, str]) -> tuple[str, ...]:
    """Return a sentence for each id that there is not, and each key that two actions would share."""
    told = [f'Tidak ada tindakan bernama "{name}" pada [tombol].' for name in own if name not in BY_ID]
    for group in Group:
        holders: dict[str, Action] = {}
        for one in (one for together in _together(group) for one in of_group(together)):
            for key in keys_of(one, own):
                other = holders.setdefault(key, one)
                by_table = key in one.keys and key in other.keys
                if other is not one and not by_table and (one.id in own or other.id in own):
                    told.append(
                        f'Tombol {key_name(key)} dipakai oleh "{other.id}" dan "{one.id}"; '
                        "ubah salah satunya pada [tombol]."
                    )
    return tuple(dict.fromkeys(told))


def _together(group: Group) -> tuple[Group, ...]:
    """Return the groups whose keys work at the same time as those of ``group``, the nearest first."""
    within = () if group in _TYPED_INTO else (Group.LIST,)
    above = (Group.AGREEMENT,) if group in _PANES else (Group.RECAP,) if group in _RECAP else ()
    return tuple(dict.fromkeys((*within, group, *above, Group.EVERYWHERE)))


def footer(actions: Iterable[Action], own: Mapping[str, str], width: int) -> tuple[tuple[str, str, str], ...]:
    """Return id, key and words of what the last line names: at most seven, never wider than ``width``.

    ``actions`` come the nearest first: each has the first of its keys that none before it has taken. The way
    out and the way to the help are always among them, at the end.
    """
    entries: list[tuple[str, str, str]] = []
    passed: set[str] = set()
    for one in actions:
        free = [key for key in keys_of(one, own) if key not in passed]
        passed.update(free)
        if one.shown and free:
            entries.append((one.id, key_name(free[0]), one.words))
    last = sorted((entry for entry in entries if entry[0] in _ALWAYS), key=lambda e: _ALWAYS.index(e[0]))
    others = [entry for entry in entries if entry[0] not in _ALWAYS]
    taken: list[tuple[str, str, str]] = []
    room = width - sum(_wide(entry) for entry in last)
    for entry in others[: MOST_IN_FOOTER - len(last)]:
        if _wide(entry) > room:
            break
        room -= _wide(entry)
        taken.append(entry)
    return (*taken, *last)


def _wide(entry: tuple[str, str, str]) -> int:
    """Columns of an entry with the gap behind it."""
    return len(entry[1]) + 1 + len(entry[2]) + 2
