"""``acara``: day, hours and place of the signing."""

from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING

import click

from kampanye_tui.cli.editing import Editing, begin, coba
from kampanye_tui.cli.options import config
from kampanye_tui.cli.output import Exit, table, talk
from kampanye_tui.cli.typed import Day, Hour, Line

if TYPE_CHECKING:
    from kampanye_tui.model.agreement import Agreement
    from kampanye_tui.model.occasion import Occasion


@click.command("acara", options_metavar="[OPSI]")
@click.argument("agreement_id", metavar="[NASKAH]", required=False)
@click.option("--tanggal", "day", type=Day(), metavar="T", help="2023-11-28 atau 28 November 2023.")
@click.option("--mulai", "start", type=Hour(), metavar="JAM", help="Misalnya 09.00.")
@click.option("--selesai", "end", type=Hour(), metavar="JAM", help="Misalnya 11.30.")
@click.option("--tempat", "place", type=Line(), metavar="T", help="Gedung atau ruang.")
@click.option("--kota", "city", type=Line(), metavar="K", help="Kota di atas tanda tangan.")
@coba
@config
def occasion(
    agreement_id: str | None,
    day: date | str | None,
    start: time | str | None,
    end: time | str | None,
    place: str | None,
    city: str | None,
    dry: bool,
) -> Exit:
    """Ubah hari, jam, dan tempat acara; tanpa opsi, tampilkan.

    Isi "" mengosongkan: yang kosong tercetak sebagai titik-titik. Bila harinya
    berubah, klausul dan dasar hukum mengikuti yang berlaku pada hari itu.

    \b
    Contoh:
      kampanye acara --tanggal "28 November 2023" --mulai 09.00
      kampanye acara --tempat "Aula KPU" --coba
      kampanye acara --selesai ""
    """
    import msgspec

    editing = begin(agreement_id)
    named = {"day": day, "start": start, "end": end, "place": place, "city": city}
    given = {name: value for name, value in named.items() if value is not None}
    if not given:
        _show(editing.agreement.occasion)
        return Exit.DONE
    # Empty text empties: a day and an hour are then unknown, a place is no text.
    said = {name: value if value or name in ("place", "city") else None for name, value in given.items()}
    _in_order(msgspec.structs.replace(editing.agreement.occasion, **said))
    after = editing.agreement
    if "day" in said and said["day"] != after.occasion.day:
        after = _moved(editing, said["day"])
    return editing.keep(_with(after, said), dry=dry)


def _with(agreement: Agreement, said: dict) -> Agreement:
    import msgspec

    from kampanye_tui.agreement.settle import settled

    changed = msgspec.structs.replace(agreement.occasion, **said)
    return settled(agreement, msgspec.structs.replace(agreement, occasion=changed))


def _moved(editing: Editing, day: date | None) -> Agreement:
    """Return the agreement on another day, and say what no longer holds or begins to."""
    import msgspec

    from kampanye_tui.agreement.on_day import on_day
    from kampanye_tui.agreement.settle import with_packs

    agreement = editing.agreement
    elsewhere = msgspec.structs.replace(
        agreement, occasion=msgspec.structs.replace(agreement.occasion, day=day)
    )
    library = editing.library(elsewhere)
    moved = on_day(agreement, day, library.reference, library.clause_sets)
    when = "pada hari itu" if day else "selama harinya belum ditentukan"
    for clause in moved.gone:
        talk(f'Klausul "{clause.id}" ({clause.title}) tidak berlaku {when}, jadi dikeluarkan.')
    for clause in moved.come:
        talk(f'Klausul "{clause.id}" ({clause.title}) berlaku {when}, jadi dimasukkan.')
    for clause in moved.kept:
        talk(
            f'Klausul "{clause.id}" ({clause.title}) menurut paketnya tidak berlaku {when}. '
            "Bunyinya telah Anda sunting, jadi dibiarkan. "
            f"Bila tidak dipakai lagi: kampanye klausul buang {clause.id}"
        )
    return with_packs(moved.agreement, library.host.packs())


def _in_order(occasion: Occasion) -> None:
    """Refuse an occasion that ends before it starts."""
    from kampanye_tui.model.problem import refuse

    if occasion.start and occasion.end and occasion.end <= occasion.start:
        raise refuse(
            f"acara selesai pukul {occasion.end:%H.%M}, padahal mulai pukul {occasion.start:%H.%M}",
            "Periksa --mulai dan --selesai",
        )


def _show(occasion: Occasion) -> None:
    hours = {"mulai": occasion.start, "selesai": occasion.end}
    table(
        ("ACARA", "ISI"),
        [
            ("tanggal", occasion.day.isoformat() if occasion.day else "-"),
            *((name, f"{hour:%H.%M}" if hour else "-") for name, hour in hours.items()),
            ("tempat", occasion.place or "-"),
            ("kota", occasion.city or "-"),
        ],
    )
