"""The figures of a recap as cells and lines of its screens. Values come in, words go out. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kampanye_tui.agreement.known_hour import day_and_hour
from kampanye_tui.agreement.moment import zone_of
from kampanye_tui.agreement.recap_parties import PartyHere, seat_words
from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.recap import OfficeSummary, Stage, Sum, Tally
from kampanye_tui.model.state import Seat
from kampanye_tui.tui.screens.desk_words import held, person

Line = tuple[str, str]
"""A paragraph and its look."""


def signed(tally: Tally) -> str:
    """Return how many of those who are asked have signed: ``22/25``."""
    return f"{tally.signed}/{tally.signers}"


def others(tally: Tally) -> str:
    """Return who did not sign: present, absent, to follow."""
    return f"{tally.present}/{tally.absent}/{tally.later}"


def received(tally: Tally) -> str:
    """Return how many of the planned salinan were received."""
    return f"{tally.received}/{tally.copies}"


def clauses(tally: Tally) -> str:
    """Return the clauses beside the national set."""
    return "/".join(map(str, tally.clause_figures))


def days(silent: int | None) -> str:
    """Return the days without news; a dash where there never was any."""
    return "–" if silent is None else str(silent)


def about_sum(one: Sum) -> Iterator[Line]:
    """Yield what is told of a province, or of all."""
    stages = ", ".join(f"{one.stages[stage]} {stage.words}" for stage in Stage)
    yield f"{one.agreements} naskah: {stages}", ""
    yield from _about_tally(one.tally)
    if one.troubles:
        yield f"{one.troubles} kiriman bermasalah dan tidak dihitung", "warn"


def about_office(one: OfficeSummary) -> Iterator[Line]:
    """Yield what is told of an office in a list."""
    yield f"Naskah {one.id}, revisi {one.revision:02d}, kode {one.code}", ""
    yield from _about_tally(one.tally)
    yield chain_words(one), ""


def chain_words(one: OfficeSummary) -> str:
    """Return whether its ledger and final texts verify, and its last news."""
    last = f", terakhir {one.news:%d-%m-%Y}" if one.news else ""
    return f"Rangkaian catatan: {one.chain.value}; {one.events} kejadian{last}"


def _about_tally(tally: Tally) -> Iterator[Line]:
    yield (
        f"Menandatangani {signed(tally)}; hadir saja {tally.present}, tidak hadir {tally.absent}, "
        f"menyusul {tally.later}",
        "",
    )
    yield (
        f"Salinan {tally.copies}: {tally.printed} dicetak, {tally.handed} diserahkan, "
        f"{tally.received} diterima",
        "",
    )
    yield clause_words(tally), ""


def clause_words(tally: Tally) -> str:
    """Return the clauses beside the national set in words."""
    return (
        f"Klausul: {tally.taken} tetap, {tally.changed} diubah, {tally.dropped} dibuang, "
        f"{tally.own} ditambahkan"
    )


def silence_words(one: OfficeSummary, day: date) -> str:
    """Return the days without news in words."""
    silent = one.silent(day)
    return "belum ada kabar" if silent is None else f"{silent} hari tanpa kabar"


def about_party(party: PartyHere, agreement: Agreement) -> Iterator[Line]:
    """Yield what is told of a pihak: each signatory with the outcome, each copy with who has it."""
    zone = zone_of(agreement.reference.region)
    for seat in party.seats:
        known = seat.signed or seat.attended
        when = f", {day_and_hour(known.occurred.astimezone(zone))}" if known else ""
        yield f"{seat_person(seat)}: {seat_words(seat)}{when}", ""
    for copy in party.copies:
        since = f", {copy.occurred.astimezone(zone):%d-%m-%Y}" if copy.occurred else ""
        whom = f", {copy.receiver} ({copy.capacity})" if copy.receiver else ""
        yield f"{copy.form.capitalize()} nomor {copy.number}: {copy.told}{whom}{since}", ""


def seat_person(seat: Seat) -> str:
    """Return who signs or is to sign: the office, and the name where one is known."""
    name = person(seat)
    return seat.office if name in ("", seat.office) else f"{held(seat)} {name}"
