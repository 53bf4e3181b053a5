"""Which part of a recap is shown: a form for provinces, a stage, and the day up to which days are counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kampanye_tui.agreement.entries import day_of
from kampanye_tui.model.recap import Stage
from kampanye_tui.tui.checks import needed, sentence_of
from kampanye_tui.tui.form import Field, Form

if TYPE_CHECKING:
    from kampanye_tui.tui.screens.recap_list import RecapList


def choose_part(screen: RecapList) -> None:
    """Ask which part is wanted, and show it."""
    asked = screen.source.asked
    # The command may name several stages at once, which stay a choice of their own.
    wanted = dict.fromkeys(((), *((stage,) for stage in Stage), asked.stages))
    choices = tuple((_value(one), ", ".join(stage.words for stage in one) or "semua") for one in wanted)
    fields = (
        Field(
            "day",
            "Sampai tanggal",
            f"{asked.day:%d-%m-%Y}",
            "Sampai kapan hari tanpa kabar dihitung.",
            needed(sentence_of(day_of)),
        ),
        Field(
            "provinces",
            "Provinsi",
            ", ".join(asked.provinces),
            "Nama atau kode, dipisahkan koma; kosong berarti semua.",
        ),
        Field(
            "stages", "Keadaan naskah", _value(asked.stages), "Naskah dalam keadaan ini saja.", None, choices
        ),
    )

    def keep(values: dict[str, str]) -> None:
        provinces = tuple(filter(None, (name.strip() for name in values["provinces"].split(","))))
        stages = tuple(Stage(name) for name in values["stages"].split(",") if name)
        day = day_of(values["day"]) or asked.day
        screen.source.ask(asked._replace(day=day, provinces=provinces, stages=stages))

    screen.app.push_screen(Form("Saring rekap", fields, keep))


def _value(stages: tuple[Stage, ...]) -> str:
    return ",".join(stages)
