"""Workspaces of every office of the country, as they lie in a folder after rsync: always the same bytes.

552 offices with their texts and ledgers: most have signed, closed and handed out, some have signed, some are
still at their draft. Nothing is random and nothing is asked of a clock, so figures can be compared.
"""

from __future__ import annotations

import csv
from collections.abc import Collection, Iterator
from datetime import datetime, timedelta, timezone
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from kampanye_tui.agreement.chain import Book, added, beginning
from kampanye_tui.agreement.fingerprint import occasion_digest, text_digest
from kampanye_tui.agreement.seating import seats
from kampanye_tui.model.agreement import Agreement, CopyForm
from kampanye_tui.model.event import (
    Answer,
    AnyEvent,
    Closed,
    CopyDeed,
    CopyHandled,
    Finalised,
    Outcome,
    Responded,
    Signed,
)
from kampanye_tui.model.office import Configuration
from kampanye_tui.model.reading import read
from kampanye_tui.model.source import parse_toml
from kampanye_tui.model.writing import write
from kampanye_tui.plugin.host import NATIONAL
from tests.unit.agreement.making import composed, office_of

ROOT = Path(__file__).parent.parent
ID = "2023-kampanye-damai"
OFFICES, COPIES, EVENTS = 552, 12_000, 44_000
"""What the whole country has: so many offices, and at least so many printed copies and events."""
_ALIKE = {"provinsi": "36", "kabupaten": "36.03", "kota": "36.74"}
"""Kind of region → the one whose agreement is renamed for all others of its kind."""
_STAGES = ("ditutup",) * 17 + ("tanda tangan", "tanda tangan", "konsep")
"""How far offices are, in turn."""
_SELDOM = {11: Outcome.PRESENT, 12: Outcome.ABSENT, 15: Outcome.LATER}
"""Outcomes of those who do not sign, by their turn."""
_NOT_FETCHED = (13, 16)
"""Numbers of the salinan that stay in the office."""


class Made(NamedTuple):
    """An office as it was written: its folder, and what a recap has to say of it."""

    folder: Path
    code: str
    stage: str
    events: int
    copies: int


def country(folder: Path, count: int = OFFICES, codes: Collection[str] = ()) -> tuple[Made, ...]:
    """Write the first so many offices, or only those of some codes, each a workspace in a folder of its code.

    Returns what they are.
    """
    return tuple(
        _office(folder, number, row)
        for number, row in enumerate(_regions()[:count])
        if not codes or row["kode"] in codes
    )


@cache
def _regions() -> tuple[dict[str, str], ...]:
    text = (NATIONAL / "data" / "wilayah.csv").read_text(encoding="utf-8-sig")
    return tuple(csv.DictReader(text.splitlines()))


@cache
def _pattern(kind: str) -> tuple[str, dict[str, str]]:
    """Return the agreement of one office of a kind as a file, and what in it is a name of that office."""
    configuration = read(Configuration, (ROOT / "sample_config.toml").read_bytes(), "sample_config.toml")
    made = composed(office_of(configuration, _ALIKE[kind]))
    region = made.reference.region
    names = {
        "name": region.designation,
        "place": region.place,
        "code": f'"{region.code}"',
        "province": f'provinsi = "{region.province}"',
    }
    return write(made).decode(), names


def _office(folder: Path, number: int, row: dict[str, str]) -> Made:
    kind = row["jenis"].removesuffix("-administrasi")
    text, names = _pattern(kind)
    place = row["nama"].removeprefix("Kabupaten ").removeprefix("Kota ")
    text = text.replace(names["province"], f'provinsi = "{row["provinsi"]}"')
    text = text.replace(names["code"], f'"{row["kode"]}"')
    text = text.replace(names["name"], f"Provinsi {row['nama']}" if kind == "provinsi" else row["nama"])
    data = text.replace(names["place"], place).encode()
    agreement = msgspec.convert(parse_toml(data.decode(), "naskah.toml"), Agreement)
    stage = _STAGES[number % len(_STAGES)]
    events = () if stage == "konsep" else tuple(_events(agreement, number, stage))
    own = folder / row["kode"]
    kept = own / "naskah" / ID
    kept.mkdir(parents=True)
    (own / "kampanye.toml").write_text(f'format = 1\n[kantor]\nwilayah = "{row["kode"]}"\n')
    (kept / "naskah.toml").write_bytes(data)
    if events:
        (kept / "buku.jsonl").write_bytes(added(Book((), beginning(ID)), events)[0])
        (kept / "revisi").mkdir()
        (kept / "revisi" / "r01.toml").write_bytes(data)
    printed = sum(isinstance(one, CopyHandled) and one.deed is CopyDeed.PRINTED for one in events)
    return Made(own, row["kode"], stage, len(events), printed)


def _events(agreement: Agreement, number: int, stage: str) -> Iterator[AnyEvent]:
    """Yield what happened in an office: a day of signing, and copies handed out in the week behind it."""
    zone = timezone(timedelta(hours=7))
    begin = datetime(2023, 11, 27, 9, 0, tzinfo=zone)
    counted = 0

    def said(day: int) -> dict[str, Any]:
        nonlocal counted
        counted += 1
        when = begin + timedelta(days=day, minutes=counted)
        return {"number": counted, "occurred": when, "recorded": when, "operator": "ani"}

    contestants = agreement.parties[1:19]
    for at in range(6):
        clause = agreement.clauses[at % len(agreement.clauses)]
        answer = Answer.REMARK if at == 0 else Answer.AGREED
        remark = "Jaraknya terlalu dekat." if at == 0 else ""
        digest = text_digest(agreement)
        yield Responded(
            party=contestants[(number + at) % len(contestants)].id,
            clause=clause.id,
            clause_digest=digest,
            answer=answer,
            remark=remark,
            **said(0),
        )
    yield Finalised(
        revision=1, text_digest=text_digest(agreement), occasion_digest=occasion_digest(agreement), **said(0)
    )
    for turn, seat in enumerate(seats(agreement, ())):
        outcome = _SELDOM.get(turn, Outcome.SIGNED) if number % 3 == 0 else Outcome.SIGNED
        yield Signed(
            party=seat.party, place=seat.place, office=seat.office, revision=1, outcome=outcome, **said(1)
        )
    if stage != "ditutup":
        return
    yield Closed(revision=1, **said(1))
    for copy in agreement.copies:
        done = [CopyDeed.PRINTED]
        if copy.form is CopyForm.COPY and copy.number not in _NOT_FETCHED:
            done += [CopyDeed.HANDED_OVER, CopyDeed.RECEIVED]
        for deed in done:
            person = {"receiver": "Sari Dewi", "capacity": "sekretaris"} if deed is not done[0] else {}
            yield CopyHandled(
                copy=copy.number,
                form=copy.form.value,
                deed=deed,
                party=copy.holder,
                **person,
                **said(2 + number % 5),
            )
