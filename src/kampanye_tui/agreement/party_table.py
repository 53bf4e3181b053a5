"""The pihak of an agreement as a table for Excel, one row each, and such a table read back.

An empty cell keeps what the agreement says, so a table with a few columns and rows changes just those; a
value is emptied by an edit, never by a cell that somebody forgot.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

import msgspec

from kampanye_tui.agreement.edit import with_parties, with_party
from kampanye_tui.agreement.excel_table import excel_table
from kampanye_tui.agreement.spreadsheet_cell import bare, broken_cells
from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.messages import nearest, out_of_range, too_many_signatories, unknown_party_row
from kampanye_tui.model.party import INSTITUTION_OF_ROLE, Institution, Party, Role, Signatory
from kampanye_tui.model.problem import Problem, Refused, refuse
from kampanye_tui.model.rows import read_rows
from kampanye_tui.model.signing_group import group_faults
from kampanye_tui.model.text import Id, Line

MOST: Final = 9
"""Signatories of one pihak that a table has room for; a KPU has seven members."""
_FIELDS: Final = {
    "id": ("id", Id),
    "name": ("nama", Line | None),
    "short": ("singkatan", Line | None),
    "role": ("peran", Role | None),
    "institution": ("lembaga", Institution | None),
    "ballot_number": ("nomor_urut", int | None),
    "address": ("alamat", Line | None),
    "group": ("kelompok", int | None),
    "has_own_number": ("nomor_sendiri", bool | None),
}
_PEOPLE: Final = tuple(
    ("jabatan" + suffix, "penandatangan" + suffix)
    for suffix in ("", *(f"_{number}" for number in range(2, MOST + 1)))
)


def _faults(row: Any) -> Iterator[tuple[str, str, str]]:
    """Refuse a ballot number below 1, a group that there cannot be, and what was taken for a formula."""
    if row.ballot_number is not None and row.ballot_number < 1:
        yield "nomor_urut", *out_of_range(row.ballot_number, 1)
    yield from group_faults("kelompok", row.group)
    yield from broken_cells(row)


def _field(name: str, key: str, kind: Any) -> tuple[str, Any, Any]:
    return (name, kind, msgspec.field(name=key) if name == "id" else msgspec.field(default=None, name=key))


Row: Final = msgspec.defstruct(
    "Row",
    [
        *(_field(name, key, kind) for name, (key, kind) in _FIELDS.items()),
        *(_field(column, column, Line | None) for pair in _PEOPLE for column in pair),
    ],
    frozen=True,
    kw_only=True,
    namespace={"faults": _faults},
)
"""One row: every field of a pihak but its signatories, then their columns in pairs."""


def table_of(agreement: Agreement) -> bytes:
    """Return the pihak as CSV that Excel opens in columns; raises :class:`Refused` for too many people."""
    most = max((len(party.signatories) for party in agreement.parties), default=0)
    if most > MOST:
        raise refuse(*too_many_signatories(most, MOST))
    people = _PEOPLE[: max(most, 1)]
    heads = [*(key for key, _kind in _FIELDS.values()), *(column for pair in people for column in pair)]
    rows: list[list[str]] = []
    for party in agreement.parties:
        cells = [_written(getattr(party, name)) for name in _FIELDS]
        for person in party.signatories:
            cells += [person.office, person.name]
        rows.append(cells)
    return excel_table(heads, rows)


def read_table_of(data: bytes, file: str) -> tuple[msgspec.Struct, ...]:
    """Return the rows of such a table; raises :class:`Refused` with line and column of every problem."""
    return tuple(
        msgspec.structs.replace(
            row,
            **{
                name: bare(value)
                for name in row.__struct_fields__
                if type(value := getattr(row, name)) is str
            },
        )
        for row in read_rows(Row, data, file)
    )


def with_rows(
    agreement: Agreement, rows: Sequence[msgspec.Struct], file: str, *, whole: bool = False
) -> Agreement:
    """Return the agreement with what the rows say.

    ``whole`` takes them as the whole list: who has no row goes, and their order counts. Raises
    :class:`Refused` for rows of new pihak that do not say enough.
    """
    made = list(_parties(agreement, rows, file))
    if whole:
        return with_parties(agreement, tuple(made))
    for party in made:
        if party != agreement.party(party.id):
            agreement = with_party(agreement, party)
    return agreement


def _parties(agreement: Agreement, rows: Iterable[Any], file: str) -> Iterator[Party]:
    problems = []
    for row in rows:
        party = agreement.party(row.id)
        if party is None and (row.name is None or row.role is None):
            near = nearest(row.id, [one.id for one in agreement.parties])
            what, hint = unknown_party_row(row.id, near if near.startswith("Mungkin") else "")
            problems.append(Problem(what=what, hint=hint, file=file))
            continue
        if party is None:
            institution = INSTITUTION_OF_ROLE.get(row.role, Institution.OTHER)
            party = Party(id=row.id, name=row.name, role=row.role, institution=institution)
        said = {name: value for name in _FIELDS if (value := getattr(row, name)) is not None}
        yield msgspec.structs.replace(party, **said, signatories=_people(party.signatories, row))
    if problems:
        raise Refused(problems)


def _people(before: tuple[Signatory, ...], row: Any) -> tuple[Signatory, ...]:
    people = list(before)
    for at, (office, name) in enumerate(_PEOPLE):
        said = {"office": getattr(row, office), "name": getattr(row, name)}
        new = {key: value for key, value in said.items() if value is not None}
        if new and at < len(people):
            people[at] = msgspec.structs.replace(people[at], **new)
        elif new:
            people.append(Signatory(office=new.get("office", ""), name=new.get("name", "")))
    return tuple(people)


def _written(value: Any) -> str:
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    return "" if value is None else str(value)
