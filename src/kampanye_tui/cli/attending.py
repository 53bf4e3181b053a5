"""``tandatangan hadir``: who came, recorded apart from what came of asking them to sign."""

from __future__ import annotations

from typing import Any

import click

from kampanye_tui.cli.editing import naskah
from kampanye_tui.cli.mandate import mandate_of, mandate_options
from kampanye_tui.cli.options import config
from kampanye_tui.cli.output import Exit, talk
from kampanye_tui.cli.recording import begin_recording, kejadian
from kampanye_tui.cli.typed import Line


@click.command("hadir", options_metavar="[OPSI]")
@click.argument("party", metavar="PIHAK")
@click.option(
    "--ke", "place", type=click.IntRange(1), default=1, metavar="N", help="Penanda tangan ke berapa."
)
@mandate_options
@click.option("--catatan", "remark", type=Line(), default="", metavar="T", help="Keterangan.")
@naskah
@kejadian
@config
def attend(
    party: str, place: int, remark: str, agreement_id: str | None, when: str | None, **mandate: Any
) -> Exit:
    """Catat siapa yang sudah datang, sebelum atau tanpa menandatangani.

    Bila yang datang seorang pengganti, surat mandatnya berlaku juga ketika ia
    menandatangani.

    \b
    Contoh:
      kampanye tandatangan hadir 14 --waktu 08.40
      kampanye tandatangan hadir PKB --mandat a.n. --oleh "Budi" \\
        --nomor-mandat 21/DPC --tanggal-mandat 20-11-2023
    """
    from kampanye_tui.agreement.attendance import attended
    from kampanye_tui.agreement.chronicle import told
    from kampanye_tui.agreement.seating import seat_of, seats
    from kampanye_tui.agreement.signing import nameless
    from kampanye_tui.export import named_party

    recording = begin_recording(agreement_id, when)
    agreement = recording.agreement
    holder = named_party(agreement, party)
    said = {"mandate": mandate_of(**mandate), "remark": remark, **recording.said}
    (event,) = recording.record(lambda book: [attended(agreement, book.events, holder.id, place, **said)])
    talk(f"Tercatat sebagai kejadian nomor {event.number}: {told(event, agreement)}.")
    seat = seat_of(seats(agreement, recording.book().events), holder.id, place)
    if seat is not None and (problem := nameless(seat)):
        talk(str(problem))
    return Exit.DONE
