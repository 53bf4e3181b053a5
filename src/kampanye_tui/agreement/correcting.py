"""What has to be known before something is taken back: papers that go on telling it as it was.

An agreement and the events of its ledger come in, a sentence goes out; nothing is recorded here.
"""

from __future__ import annotations

from collections.abc import Iterable

from kampanye_tui.agreement.signing import last_closed
from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.event import AnyEvent, Attended, Closed, Interrupted, Signed


def stays_on_paper(agreement: Agreement, events: Iterable[AnyEvent], event: AnyEvent) -> str:
    """Return what a correction of an event leaves as it is, and what has to be printed again; else nothing.

    Minutes and salinan tell of the moment at which the signing was closed. Who came is on neither, but while
    the closing stands nobody can be recorded as having come.
    """
    listed = tuple(events)
    closed = last_closed(agreement, listed)
    if closed is None:
        return ""
    if isinstance(event, Closed) and event.number == closed.number:
        return (
            "Salinan yang sudah dicetak menjadi usang; sesudah ditutup kembali, cetak lagi berita acara "
            "dan salinan."
        )
    if isinstance(event, Interrupted) and event.occurred <= closed.occurred:
        return (
            "Penandatanganan sudah ditutup: berita acara yang sudah dicetak tetap memuat jeda ini; "
            "cetak lagi sesudah koreksi."
        )
    if not isinstance(event, Attended | Signed) or event.revision != agreement.revision:
        return ""
    if isinstance(event, Attended):
        return (
            "Penandatanganan sudah ditutup: kehadiran yang benar baru dapat dicatat sesudah penutupannya "
            f"juga dikoreksi (kejadian nomor {closed.number})."
        )
    if event.number < closed.number:
        return (
            "Penandatanganan sudah ditutup: berita acara dan salinan tetap memuat hasil lama. Agar berubah, "
            f"koreksi juga penutupannya (kejadian nomor {closed.number}), catat hasil yang benar, tutup "
            "kembali, lalu cetak lagi berita acara dan salinan."
        )
    return ""
