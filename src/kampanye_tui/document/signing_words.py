"""The words that papers of the day may name: when the signing was, how many signed, the code of the ledger.

Agreement and state come in. What has not happened yet is empty, and prints as a blank to be filled by hand.
"""

from __future__ import annotations

from datetime import date, datetime

from kampanye_tui.agreement.fingerprint import short_code
from kampanye_tui.agreement.moment import zone_of
from kampanye_tui.agreement.vocabulary import Vocabulary
from kampanye_tui.agreement.words import clock, date_in_words, long_date, number_and_words
from kampanye_tui.document.context import BLANK
from kampanye_tui.document.signing_record import begun, counted, later, without_outcome
from kampanye_tui.model.agreement import Agreement, CopyForm
from kampanye_tui.model.event import Outcome
from kampanye_tui.model.region import Region
from kampanye_tui.model.state import State

MINUTES = "berita-acara-penandatanganan"


def signing_words(agreement: Agreement, state: State) -> Vocabulary:
    """Return the words of the signing."""
    region = agreement.reference.region
    zone = zone_of(region)
    began = begun(state)
    first = began or state.closed_at
    day = first.astimezone(zone).date() if first else agreement.occasion.day
    came_later = later(state)
    last = max((seat.signed.occurred for seat in came_later if seat.signed), default=None)
    originals = len(agreement.copies_of(CopyForm.ORIGINAL))
    return {
        "revisi_naskah": str(state.revision),
        "waktu_final": _moment(state.finalised_at, region),
        "waktu_ditutup": _moment(state.closed_at, region),
        "banyak_kejadian": str(state.events),
        "mulai_penandatanganan": _clock(began, region),
        "selesai_penandatanganan": _clock(state.closed_at, region),
        **_day_words("penandatanganan", day),
        **_day_words("susulan", last.astimezone(zone).date() if last else None),
        "jumlah_penandatangan": number_and_words(state.signers),
        "jumlah_menandatangani": _counted(counted(state, Outcome.SIGNED)),
        "jumlah_hadir_saja": _counted(counted(state, Outcome.PRESENT)),
        "jumlah_tidak_hadir": _counted(counted(state, Outcome.ABSENT)),
        "jumlah_menyusul": _counted(counted(state, Outcome.LATER)),
        "jumlah_tanpa_hasil": number_and_words(without_outcome(state)),
        "jumlah_sudah_menandatangani": number_and_words(state.signed),
        "jumlah_susulan": number_and_words(len(came_later)) if came_later else "",
        "jumlah_tanda_tangan_asli": number_and_words(originals * state.signers),
        "nomor_berita_acara": agreement.numbers.get(MINUTES, ""),
        "kode_catatan": short_code(state.head) if state.head else "",
        "kode_catatan_utuh": " ".join(state.head[at : at + 4] for at in range(0, len(state.head), 4)),
        # In capitals a QR symbol of the same size holds half as much again.
        "isi_qr_catatan": state.head.upper(),
    }


def _clock(moment: datetime | None, region: Region) -> str:
    """Return the hour of a moment; one that has not come yet leaves room before the zone."""
    zone = region.zone.value
    return clock(moment.astimezone(zone_of(region)).time(), zone) if moment else f"{BLANK} {zone}"


def _moment(moment: datetime | None, region: Region) -> str:
    """Return day and hour of a moment; nothing for one that has not come yet."""
    if moment is None:
        return ""
    return f"{long_date(moment.astimezone(zone_of(region)).date())}, {_clock(moment, region)}"


def _day_words(what: str, day: date | None) -> Vocabulary:
    return {
        f"hari_{what}_terbilang": date_in_words(day) if day else "",
        f"tanggal_{what}": long_date(day) if day else "",
        f"tanggal_{what}_angka": day.strftime("%d-%m-%Y") if day else "",
    }


def _counted(number: int | None) -> str:
    return "" if number is None else number_and_words(number)
