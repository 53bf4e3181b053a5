"""``riwayat``, ``koreksi``, ``catatan``: the ledger read, amended, and its code for receipts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from kampanye_tui.cli.editing import naskah
from kampanye_tui.cli.options import as_json, config
from kampanye_tui.cli.output import Exit, data, data_json, table, talk
from kampanye_tui.cli.recording import begin_recording, kejadian
from kampanye_tui.cli.typed import Line

if TYPE_CHECKING:
    from kampanye_tui.model.event import AnyEvent


@click.command("riwayat", options_metavar="[OPSI]")
@click.argument("agreement_id", metavar="[NASKAH]", required=False)
@config
@as_json
def history(agreement_id: str | None, as_json: bool) -> None:
    """Tampilkan catatan kejadian naskah menurut urutannya.

    \b
    Contoh:
      kampanye riwayat
    """
    from kampanye_tui.agreement.chronicle import told
    from kampanye_tui.agreement.facts import standing
    from kampanye_tui.agreement.known_hour import day_and_hour
    from kampanye_tui.agreement.moment import zone_of

    recording = begin_recording(agreement_id, None)
    events = recording.book().events
    counted = {event.number for event in standing(events)}
    zone = zone_of(recording.agreement.reference.region)
    if as_json:
        data_json([_as_table(event) for event in events])
        return
    if not events:
        talk("Belum ada kejadian yang tercatat.")
        return
    rows = []
    for event in events:
        words = told(event, recording.agreement)
        taken_back = event.number not in counted and not words.startswith("koreksi")
        rows.append(
            (
                str(event.number),
                day_and_hour(event.occurred.astimezone(zone)),
                f"{words} (dikoreksi)" if taken_back else words,
                f"{event.operator} ({event.host})" if event.host else event.operator,
            )
        )
    table(("NO", "TERJADI", "KEJADIAN", "OLEH"), rows, whole=2)


def _as_table(event: AnyEvent) -> Any:
    import msgspec

    return msgspec.to_builtins(event)


@click.command("koreksi", options_metavar="[OPSI]")
@click.argument("number", metavar="NOMOR", type=click.IntRange(1))
@click.option("--alasan", "reason", type=Line(), default="", metavar="T", help="Apa yang keliru.")
@naskah
@kejadian
@config
def correct(number: int, reason: str, agreement_id: str | None, when: str | None) -> Exit:
    """Nyatakan sebuah kejadian tidak berlaku. Yang benar dicatat sesudahnya.

    Tidak ada catatan yang dihapus: kejadian lama dan koreksinya tetap ada.
    Sesudah penandatanganan ditutup, ditanyakan dahulu.

    \b
    Contoh:
      kampanye koreksi 12 --alasan "salah tekan"
    """
    from kampanye_tui.agreement.chronicle import told
    from kampanye_tui.agreement.correcting import stays_on_paper
    from kampanye_tui.agreement.facts import corrected
    from kampanye_tui.cli.asking import Questions

    recording = begin_recording(agreement_id, when)
    agreement = recording.agreement
    events = recording.book().events
    event, _correction = corrected(events, number, reason, **recording.said)
    warning = stays_on_paper(agreement, events, event)
    if warning:
        talk(f"{told(event, agreement)}.\nPerhatian: {warning}")
        if not Questions(silent=False).agreed("Koreksi sesudah ditutup?"):
            talk("Tidak dikoreksi; tidak ada yang berubah.")
            return Exit.REFUSED
    recording.record(lambda book: [corrected(book.events, number, reason, **recording.said)[1]])
    talk(f"Tidak berlaku lagi: {told(event, agreement)}.")
    return Exit.DONE


@click.command("catatan", options_metavar="[OPSI]")
@click.argument("agreement_id", metavar="[NASKAH]", required=False)
@config
@as_json
def code(agreement_id: str | None, as_json: bool) -> None:
    """Cetak kode yang menunjuk semua kejadian sampai kini.

    \b
    Contoh:
      kampanye catatan
    """
    from kampanye_tui.agreement.chronicle import grouped

    book = begin_recording(agreement_id, None).book()
    if as_json:
        data_json({"kode": book.head, "kejadian": len(book.events)})
        return
    data(grouped(book.head))
    talk(f"Sampai kejadian nomor {len(book.events)}; dicetak pada tanda terima dan berita acara.")
