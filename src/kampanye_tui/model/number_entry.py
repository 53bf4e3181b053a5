"""What happened to numbers of documents: the entries of a register ``register/<year>.jsonl``, one value each.

An entry says when it was recorded and by whom; the day of a paper is its own. Nothing is taken out: a number
that is void stays in the register and is never given again. Keys are those of the file.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated

import msgspec

from kampanye_tui.model.loan import LoanDeed
from kampanye_tui.model.text import Id, Line
from kampanye_tui.model.value import Value, key


class NumberEntry(Value, frozen=True, kw_only=True, tag_field="jenis", tag="nomor"):
    """One entry: ``number`` counts the lines of the register from 1, not the numbers of documents."""

    number: int = key("no")
    recorded: Annotated[datetime, msgspec.Meta(tz=True)] = key("dicatat")
    operator: Line = key("operator")
    host: Line = key("dari", default="")
    fingerprint: Line = key("kunci", default="")
    """From where and by which key the operator came over SSH, as in a ledger."""


class Issued(NumberEntry, frozen=True, kw_only=True, tag_field="jenis", tag="diberikan"):
    """The register gave the next number of the year to a document; ``text`` is what prints."""

    sequence: int = key("urut")
    text: Line = key("nomor")
    document: Id = key("dokumen")
    """The id of its template."""
    agreement: Id = key("naskah")
    day: date = key("tanggal")


class TypedIn(NumberEntry, frozen=True, kw_only=True, tag_field="jenis", tag="dicatat"):
    """A document has a number that came from elsewhere.

    ``sequence`` is absent where the number has not the form of the office: it then takes none of its numbers.
    """

    text: Line = key("nomor")
    document: Id = key("dokumen")
    agreement: Id = key("naskah")
    day: date = key("tanggal")
    sequence: int | None = key("urut", default=None)


class UsedOutside(NumberEntry, frozen=True, kw_only=True, tag_field="jenis", tag="dipakai-di-luar"):
    """A number was used for a paper that this program does not know; with ``last``, all up to that one."""

    sequence: int = key("urut")
    last: int | None = key("sampai", default=None)
    reason: Line = key("alasan")


class Voided(NumberEntry, frozen=True, kw_only=True, tag_field="jenis", tag="batal"):
    """A number does not hold: the one at ``sequence`` or, where it has none, the one that reads ``text``."""

    sequence: int | None = key("urut", default=None)
    text: Line = key("nomor", default="")
    reason: Line = key("alasan")


class NumbersLent(NumberEntry, frozen=True, kw_only=True, tag_field="jenis", tag="pinjaman"):
    """A step of the loan of an agreement, for the numbers from ``sequence`` to ``last`` that go along."""

    deed: LoanDeed = key("tindakan")
    sequence: int = key("urut")
    last: int = key("sampai")
    agreement: Id = key("naskah")
    to: Line = key("kepada", default="")


AnyNumberEntry = Issued | TypedIn | UsedOutside | Voided | NumbersLent
"""Every kind that a register may hold."""
