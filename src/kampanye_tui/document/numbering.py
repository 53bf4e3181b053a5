"""How clauses, ayat and huruf are numbered, in both styles."""

from __future__ import annotations

from collections.abc import Iterator

from kampanye_tui.agreement.provisions import letters
from kampanye_tui.document.context import Context
from kampanye_tui.document.parts import Directive
from kampanye_tui.model.messages import unknown_choice
from kampanye_tui.model.occasion import Style


def style_of(context: Context, directive: Directive) -> Style:
    """Return how a directive numbers: as it says, else as the agreement does."""
    said = dict(directive.options).get("gaya", context.agreement.style.value)
    if said not in list(Style):
        what, hint = unknown_choice(said, list(Style))
        raise context.refuse(directive.line, f"gaya {what}", hint)
    return Style(said)


def label(number: int, style: Style) -> str:
    """Return the number as it stands above or before a clause: ``Pasal 3`` or ``3.``."""
    return f"Pasal\u00a0{number}" if style is Style.ARTICLES else f"{number}."


def reference(number: int, style: Style) -> str:
    """Return how text refers to a clause: ``Pasal 3`` or ``angka 3``."""
    return f"Pasal\u00a0{number}" if style is Style.ARTICLES else f"angka\u00a0{number}"


def headed(referred: str, title: str) -> str:
    """Return a clause's number and title where it is listed: ``Pasal 3 Judul`` or ``3. Judul``."""
    number = referred.removeprefix("angka\u00a0")
    return f"{number}{'' if number == referred else '.'} {title}"


def lettered(count: int) -> Iterator[str]:
    """Yield ``a.``, ``b.``, …"""
    return (f"{letters(position)}." for position in range(count))
