"""A table keyed by region code → the configurations of a province's offices.

Columns say what an office is (address, seat, chair) and how bodies are called there, under the id by which
packs invite them: ``polres``, ``kejari``, ``kodim``. Words of a pack in the same table are the pack's
business. Nothing is written here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

import msgspec

from kampanye_tui.agreement.vocabulary import of_reference
from kampanye_tui.model.election import Election
from kampanye_tui.model.messages import nearest
from kampanye_tui.model.office import Configuration
from kampanye_tui.model.pack import PackKind
from kampanye_tui.model.problem import Problem, Refused
from kampanye_tui.model.reference import Reference
from kampanye_tui.model.region import Region
from kampanye_tui.model.rows import read_numbered_rows
from kampanye_tui.model.text import Line, RegionCode
from kampanye_tui.model.value import Value, key
from kampanye_tui.plugin.new_office import library_of, with_invited
from kampanye_tui.plugin.new_pack import pack_id
from kampanye_tui.store.configuration import NAME
from kampanye_tui.store.office_questions import Answers, configuration_of


class OfficeRow(Value, frozen=True, kw_only=True):
    """A row of the table: an office, and what bodies are called there; ``name`` is for readers only."""

    code: RegionCode = key("kode")
    name: Line = key("nama", default="")
    address: Line = key("alamat", default="")
    contact: Line = key("kontak", default="")
    city: Line = key("kota", default="")
    chair: Line = key("ketua", default="")
    bodies: dict[Line, Line] = key("lembaga", default_factory=dict)


class NewOffice(NamedTuple):
    """An office to be: where its configuration goes, what it says, and what holds there."""

    path: Path
    configuration: Configuration
    reference: Reference


class Table(NamedTuple):
    """The table as it was read: its bytes, and how problems name it."""

    data: bytes
    file: str


def province_offices(
    table: Table,
    regions: Iterable[Region],
    election: Election,
    day: date | None,
    target: Path,
    without: tuple[str, ...] = (),
) -> tuple[NewOffice, ...]:
    """Return an office for each row, each in a folder of its own below ``target``.

    ``without`` are ids of packs that are left out this once. Raises :class:`Refused` with every row and
    column that cannot be used.
    """
    known = {region.code: region for region in regions}
    rows = read_numbered_rows(OfficeRow, table.data, table.file, "lembaga")
    problems: list[Problem] = []
    made: list[NewOffice] = []
    columns: set[str] = set()
    lines: dict[str, int] = {}
    for line, row in rows:
        place = Problem(what="", file=table.file, line=line, key="kode", key_is="kolom")
        if row.code not in known:
            what, hint = f'"{row.code}" tidak dikenal', "Cari dengan: kampanye wilayah NAMA"
            problems.append(msgspec.structs.replace(place, what=what, hint=hint))
        elif lines.setdefault(row.code, line) != line:
            what = f'"{row.code}" sudah ada pada baris {lines[row.code]}'
            problems.append(msgspec.structs.replace(place, what=what, hint="Hapus salah satunya"))
        else:
            office, words = _office(row, known[row.code], election, day, target, without)
            made.append(office)
            columns |= words
    used = {name for _line, row in rows for name in row.bodies}
    problems += _unknown_columns(used - columns, columns, table) if made else ()
    if problems:
        raise Refused(problems)
    return tuple(made)


def _office(
    row: OfficeRow,
    region: Region,
    election: Election,
    day: date | None,
    target: Path,
    without: tuple[str, ...],
) -> tuple[NewOffice, set[str]]:
    """Return the office of a row, and the columns that mean something there."""
    path = target / pack_id(region, PackKind.DATA) / NAME
    configuration = configuration_of(
        Answers(region, election, address=row.address, city=row.city, chair=row.chair, day=day)
    )
    office = msgspec.structs.replace(configuration.office, contact=row.contact)
    library = library_of(msgspec.structs.replace(configuration, office=office), path, without)
    complete = with_invited(msgspec.structs.replace(configuration, office=office), library, path)
    parties = tuple(
        msgspec.structs.replace(party, name=row.bodies.get(party.id, party.name))
        for party in complete.parties
    )
    words = {*of_reference(library.reference), *(party.id for party in parties)}
    made = msgspec.structs.replace(complete, parties=parties)
    return NewOffice(path, made, library.reference), words


def _unknown_columns(names: set[str], known: set[str], table: Table) -> Iterator[Problem]:
    for name in sorted(names):
        yield Problem(
            what="kolom ini tidak dikenal di wilayah mana pun pada tabel ini",
            hint=nearest(name, known),
            file=table.file,
            line=1,
            key=name,
            key_is="kolom",
        )
