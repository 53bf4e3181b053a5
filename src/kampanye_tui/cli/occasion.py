"""``acara``: day, hours and place of the signing, and the members of the office who sign there."""

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


@click.command("acara", options_metavar="[OPSI]")
@click.argument("agreement_id", metavar="[NASKAH]", required=False)
@click.option("--tanggal", "day", type=Day(), metavar="T", help="2023-11-28 atau 28 November 2023.")
@click.option("--mulai", "start", type=Hour(), metavar="JAM", help="Misalnya 09.00.")
@click.option("--selesai", "end", type=Hour(), metavar="JAM", help="Misalnya 11.30.")
@click.option("--tempat", "place", type=Line(), metavar="T", help="Gedung atau ruang.")
@click.option("--kota", "city", type=Line(), metavar="K", help="Kota di atas tanda tangan.")
@click.option(
    "--anggota",
    "members",
    type=(click.IntRange(1), Line()),
    multiple=True,
    metavar="N NAMA",
    help="Nama anggota kantor nomor N.",
)
@coba
@config
def occasion(
    agreement_id: str | None,
    day: date | str | None,
    start: time | str | None,
    end: time | str | None,
    place: str | None,
    city: str | None,
    members: tuple[tuple[int, str], ...],
    dry: bool,
) -> Exit:
    """Ubah hari, jam, tempat acara, dan nama anggota. Tanpa opsi, isinya ditampilkan.

    Isi "" mengosongkan: yang kosong tercetak sebagai titik-titik. Bila harinya
    berubah, klausul dan dasar hukum mengikuti yang berlaku pada hari itu.

    \b
    Contoh:
      kampanye acara --tanggal "28 November 2023" --mulai 09.00
      kampanye acara --tempat "Aula KPU" --coba
      kampanye acara --selesai ""
      kampanye acara --anggota 2 "Siti Aminah"
    """
    import msgspec

    from kampanye_tui.agreement.edit_members import with_member_name
    from kampanye_tui.agreement.edit_occasion import refuse_disorder, with_occasion

    editing = begin(agreement_id)
    named = {"day": day, "start": start, "end": end, "place": place, "city": city}
    given = {name: value for name, value in named.items() if value is not None}
    before = editing.agreement.occasion
    if not given and not members:
        _show(editing.agreement)
        return Exit.DONE
    # Empty text empties: a day and an hour are then unknown, a place is no text.
    said = {name: value if value or name in ("place", "city") else None for name, value in given.items()}
    wanted = msgspec.structs.replace(before, **said)
    refuse_disorder(wanted)
    after = editing.agreement if wanted.day == before.day else _moved(editing, wanted.day)
    after = with_occasion(after, wanted)
    for number, name in members:
        after = with_member_name(after, number, name)
    return editing.keep(after, dry=dry)


def _moved(editing: Editing, day: date | None) -> Agreement:
    """Return the agreement on another day, and say what no longer holds or begins to."""
    import msgspec

    from kampanye_tui.agreement.edit_occasion import moved

    agreement = editing.agreement
    elsewhere = msgspec.structs.replace(
        agreement, occasion=msgspec.structs.replace(agreement.occasion, day=day)
    )
    library = editing.library(elsewhere)
    after, told = moved(
        agreement, day, library.reference, library.clause_sets, library.host.packs(), _how_to_drop
    )
    for line in told:
        talk(line)
    return after


def _how_to_drop(clause_id: str) -> str:
    return f"Bila tidak dipakai lagi: kampanye klausul buang {clause_id}"


def _show(agreement: Agreement) -> None:
    from kampanye_tui.agreement.edit_members import member_labels

    occasion, members = agreement.occasion, agreement.members()
    hours = {"mulai": occasion.start, "selesai": occasion.end}
    table(
        ("ACARA", "ISI"),
        [
            ("tanggal", occasion.day.isoformat() if occasion.day else "-"),
            *((name, f"{hour:%H.%M}" if hour else "-") for name, hour in hours.items()),
            ("tempat", occasion.place or "-"),
            ("kota", occasion.city or "-"),
            *(
                (f"anggota {label}", member.name or "-")
                for label, member in zip(member_labels(agreement), members, strict=True)
            ),
        ],
    )
