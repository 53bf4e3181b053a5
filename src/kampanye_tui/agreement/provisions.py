"""The inner form of a clause: ayat, and huruf below them.

A blank line parts ayat; a line that begins with ``- `` is a huruf of the ayat above it, behind a blank line
as well. The form is read off the raw words, so that a value that begins with a hyphen makes no list.
How both are labelled follows from the style of the agreement: (1) and a. in pasal, a. and 1) in numbered
clauses.
"""

from __future__ import annotations

from typing import NamedTuple

from kampanye_tui.model.occasion import Style


class Provision(NamedTuple):
    """An ayat: its text, and the texts of its huruf."""

    text: str
    points: tuple[str, ...] = ()


def provisions(raw: str, resolved: str) -> tuple[Provision, ...]:
    """Return the ayat of a clause whose raw words were filled in to ``resolved``.

    Filling in keeps lines, so both have the same number of them; raises :class:`ValueError` otherwise.
    """
    made: list[Provision] = []
    text: list[str] = []
    points: list[str] = []

    def close() -> None:
        if text or points:
            made.append(Provision(" ".join(text), tuple(points)))
            text.clear()
            points.clear()

    parted = False
    for form, line in zip(raw.split("\n"), resolved.split("\n"), strict=True):
        words = line.strip()
        huruf = form.lstrip().startswith("- ")
        if not form.strip():
            parted = True
            continue
        if parted and not huruf:
            close()
        parted = False
        if huruf:
            points.append(words[2:].lstrip())
        elif points:
            points[-1] += f" {words}"
        else:
            text.append(words)
    close()
    return tuple(made)


def ayat_label(position: int, count: int, style: Style) -> str:
    """Return the label of the ayat at a position (from 0); one that stands alone has none."""
    if count == 1:
        return ""
    return f"({position + 1})" if style is Style.ARTICLES else f"{letters(position)}."


def point_label(position: int, count: int, style: Style) -> str:
    """Return the label of a huruf of one of ``count`` ayat; where that stands alone it is a letter always."""
    return f"{letters(position)}." if style is Style.ARTICLES or count == 1 else f"{position + 1})"


def letters(position: int) -> str:
    """Return the letter of a huruf from its position (from 0): a … z, then aa, ab …"""
    made = ""
    position += 1
    while position:
        position, rest = divmod(position - 1, 26)
        made = chr(ord("a") + rest) + made
    return made
