"""Day, hours and place, the name of the paper, the office, the numbers of documents: each by its number."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from enum import StrEnum
from functools import partial
from typing import Any, NamedTuple

import msgspec

from kampanye_tui.agreement.edit_members import member_labels, with_member_name
from kampanye_tui.agreement.edit_occasion import NUMBERED, with_occasion
from kampanye_tui.agreement.entries import day_of, hour_of, line_of
from kampanye_tui.agreement.settle import settled
from kampanye_tui.agreement.words import long_date
from kampanye_tui.cli.line_mode.conversation import Back, ask, choose, needed, say
from kampanye_tui.cli.line_mode.edits import edited, refuse_reader
from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.occasion import AgreementKind, Style
from kampanye_tui.work import Work, on_another_day


class Field(NamedTuple):
    """A value that can be asked for: its name, how it is shown, and what asks and saves."""

    label: str
    shown: str
    change: Callable[[], None]


def occasion_by_numbers(work: Work) -> None:
    """Show the values and ask for the one that is chosen, until the operator goes back."""
    heard: list[str] = []
    while True:
        fields = _fields(work)
        rows = [f"{one.label}: {one.shown or 'belum diisi'}" for one in fields]
        try:
            chosen = choose("Acara:", rows, heard=heard)
        except Back:
            return
        heard = rows
        try:
            refuse_reader(work)
            fields[int(chosen) - 1].change()
        except Back:
            continue


def _fields(work: Work) -> list[Field]:
    agreement = work.agreement
    occasion, office = agreement.occasion, agreement.office
    day = long_date(occasion.day) if occasion.day else ""
    hours = (
        (name, value, f"{value:%H.%M}" if value else "")
        for name, value in (("start", occasion.start), ("end", occasion.end))
    )
    start, end = (
        _asking(work, label, hour_of, value, shown, partial(_with_occasion, work, name))
        for label, (name, value, shown) in zip(("Mulai pukul", "Selesai pukul"), hours, strict=True)
    )
    return [
        Field("Tanggal", day, lambda: _ask_day(work, day)),
        start,
        end,
        _text(work, "Tempat", occasion.place, lambda said: _with_occasion(work, "place", said)),
        _text(work, "Kota", occasion.city, lambda said: _with_occasion(work, "city", said)),
        _asking(
            work,
            "Tentang",
            needed(line_of),
            agreement.topic,
            agreement.topic,
            lambda said: _settled(work, topic=said),
        ),
        _choosing(work, "Jenis", {one: one.called for one in AgreementKind}, agreement.kind, "kind"),
        _choosing(work, "Penomoran klausul", {one: one.words for one in Style}, agreement.style, "style"),
        _text(work, "Alamat kantor", office.address, lambda said: _with_office(work, "address", said)),
        _text(work, "Kontak kantor", office.contact, lambda said: _with_office(work, "contact", said)),
        *(
            _text(
                work,
                f"Anggota kantor {label}",
                member.name,
                partial(_with_member, work, number),
            )
            for number, (label, member) in enumerate(
                zip(member_labels(agreement), agreement.members(), strict=True), 1
            )
        ),
        *(
            _text(
                work,
                NUMBERED.get(name, f"Nomor {name}"),
                agreement.numbers.get(name, ""),
                partial(_with_number, work, name),
            )
            for name in dict.fromkeys((*NUMBERED, *agreement.numbers))
        ),
    ]


def _asking(
    work: Work,
    label: str,
    judge: Callable[[str], Any],
    value: Any,
    shown: str,
    after: Callable[[Any], Agreement],
) -> Field:
    def change() -> None:
        said = ask(label, judge, kept=value, shown=shown)
        edited(work, lambda: after(said))

    return Field(label, shown, change)


def _text(work: Work, label: str, value: str, after: Callable[[str], Agreement]) -> Field:
    return _asking(work, label, line_of, value, value, after)


def _choosing(work: Work, label: str, words: dict[Any, str], value: StrEnum, name: str) -> Field:
    def change() -> None:
        chosen = list(words)[int(choose(f"{label} (sekarang: {words[value]}):", list(words.values()))) - 1]
        edited(work, lambda: _settled(work, **{name: chosen}))

    return Field(label, words[value], change)


def _ask_day(work: Work, shown: str) -> None:
    """Ask for the day of signing, and say which clauses come and go with another one."""
    before = work.agreement.occasion.day
    question = "Tanggal, misalnya 28 November 2023"
    day: date | None = ask(question, day_of, kept=before, shown=shown)
    if day == before:
        return
    after, told = on_another_day(work.located, work.agreement, day)
    if edited(work, lambda: after):
        for line in told:
            say(line)


def _with_occasion(work: Work, name: str, value: object) -> Agreement:
    agreement = work.agreement
    return with_occasion(agreement, msgspec.structs.replace(agreement.occasion, **{name: value}))


def _with_office(work: Work, name: str, value: str) -> Agreement:
    return _settled(work, office=msgspec.structs.replace(work.agreement.office, **{name: value}))


def _with_member(work: Work, number: int, name: str) -> Agreement:
    return with_member_name(work.agreement, number, name)


def _with_number(work: Work, name: str, number: str) -> Agreement:
    others = {known: value for known, value in work.agreement.numbers.items() if known != name}
    return _settled(work, numbers={**others, name: number} if number else others)


def _settled(work: Work, **changed: object) -> Agreement:
    """Return the agreement with other values, and its clauses filled in with them."""
    before = work.agreement
    return settled(before, msgspec.structs.replace(before, **changed))
