"""What is said before a text is made final, and where a final one is changed. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from kampanye_tui.agreement.responding import answers_of
from kampanye_tui.agreement.response_matrix import missing, objections_asked_again
from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.event import AnyEvent

WHAT_FINAL_MEANS: Final = (
    "Naskah final tidak berubah lagi dan dapat ditandatangani.",
    "Perubahan sesudahnya menjadi revisi baru, dengan alasan dan tanda tangan baru.",
)


def unanswered(agreement: Agreement, events: Iterable[AnyEvent]) -> str:
    """Return who has still to answer, which stands in nobody's way: to discuss a text is not a duty."""
    answers = answers_of(events)
    waiting = [one.party.called for one in missing(agreement, answers)]
    if not answers:
        return "Belum ada tanggapan yang tercatat; pembahasan boleh dilewati."
    if not waiting:
        return "Semua pihak sudah menanggapi semua klausul."
    again = objections_asked_again(agreement, answers)
    if again:
        named = ", ".join(f"{one.party.called} atas {one.clause.title}" for one in again)
        return f"Keberatan atas bunyi lama yang belum dijawab lagi (tidak menghalangi): {named}"
    return f"{len(waiting)} pihak belum menanggapi semuanya (tidak menghalangi): {', '.join(waiting)}"


def before_another_revision(final: int) -> str:
    """Return what to know before a final text is edited."""
    return (
        f"Naskah final r{final:02d} tidak berubah lagi; yang Anda simpan menjadi konsep r{final + 1:02d} "
        "dan ditandatangani lagi."
    )


def another_revision(before: int, now: int) -> str:
    """Return what it means that an edit has made a draft out of a final text; empty where it has not."""
    if now == before:
        return ""
    return f"Naskah final r{before:02d} tetap ada; ini konsep r{now:02d}, ditandatangani lagi."
