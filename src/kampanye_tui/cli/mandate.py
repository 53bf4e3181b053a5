"""The options by which a command is told who stands in for a signatory, and on what paper that rests."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from kampanye_tui.cli.typed import Day, Line, known_day

if TYPE_CHECKING:
    from kampanye_tui.model.event import Mandate, MandateKind


def mandate_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add them to a command."""
    for option in reversed(
        (
            click.option("--mandat", "kind", metavar="B", help="Pj., Plt., Plh., Pjs., a.n., atau u.b."),
            click.option(
                "--oleh", "stand_in", type=Line(), default="", metavar="NAMA", help="Nama yang mewakili."
            ),
            click.option(
                "--nomor-mandat",
                "number",
                type=Line(),
                default="",
                metavar="N",
                help="Nomor surat mandat.",
            ),
            click.option(
                "--tanggal-mandat", "mandate_day", type=Day(), metavar="T", help="Tanggal surat mandat."
            ),
        )
    ):
        command = option(command)
    return command


def mandate_of(
    kind: str | None, stand_in: str, number: str, mandate_day: date | str | None
) -> Mandate | None:
    """Return what the options say; None where nobody stands in. Raises Refused for an unknown capacity."""
    from kampanye_tui.model.event import Mandate

    if not (kind or stand_in):
        return None
    return Mandate(kind=_kind(kind or "a.n."), name=stand_in, number=number, day=known_day(mandate_day))


def _kind(typed: str) -> MandateKind:
    from kampanye_tui.model.event import MandateKind
    from kampanye_tui.model.messages import unknown_choice
    from kampanye_tui.model.problem import refuse

    for kind in MandateKind:
        if typed.casefold().rstrip(".") == kind.value.casefold().rstrip("."):
            return kind
    raise refuse(*unknown_choice(typed, [kind.value for kind in MandateKind]))
