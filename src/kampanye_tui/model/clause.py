"""Clauses, sets of clauses, and what a pack below changes in a set above."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from enum import StrEnum

from kampanye_tui.model.election import ElectionKind
from kampanye_tui.model.legal import Citation
from kampanye_tui.model.occasion import AgreementKind
from kampanye_tui.model.party import Role
from kampanye_tui.model.region import RegionKind
from kampanye_tui.model.text import Id, Line, PackAddress, Placeholder, Text
from kampanye_tui.model.value import Value, key


class Parameter(Value, frozen=True, kw_only=True):
    """A value that an office fills into a clause (``isian``)."""

    name: Placeholder = key("nama")
    label: Line = key("label")
    value: Line = key("nilai", default="")


class Guidance(Value, frozen=True, kw_only=True):
    """What a clause means in the field (``panduan``), for candidates and teams; no part of what is agreed.

    Each text may hold placeholders. ``reporting`` says where a breach is reported.
    """

    allowed: tuple[Line, ...] = key("boleh", default=())
    forbidden: tuple[Line, ...] = key("tidak_boleh", default=())
    examples: tuple[Line, ...] = key("contoh", default=())
    reporting: Line = key("lapor", default="")

    def texts(self) -> tuple[str, ...]:
        """Return every text of it."""
        return (*self.allowed, *self.forbidden, *self.examples, self.reporting)


class Clause(Value, frozen=True, kw_only=True):
    """A clause as a pack offers it.

    In ``text`` a blank line parts ayat and a line that begins with ``- `` is a huruf; their numbers are
    computed. ``{nama}`` is a placeholder, ``{@id}`` refers to another clause, ``{{`` is a brace.
    ``subject`` is the role that the clause binds; empty ``elections`` or ``region_kinds`` mean every kind.
    """

    id: Id = key("id")
    title: Line = key("judul")
    text: Text = key("teks")
    subject: Role = key("subjek", default=Role.CONTESTANT)
    explanation: Text = key("penjelasan", default="")
    guidance: Guidance = key("panduan", default=Guidance())
    citations: tuple[Citation, ...] = key("dasar", default=())
    elections: tuple[ElectionKind, ...] = key("pemilu", default=())
    region_kinds: tuple[RegionKind, ...] = key("jenis_wilayah", default=())
    since: date | None = key("sejak", default=None)
    until: date | None = key("sampai", default=None)
    locked: bool = key("terkunci", default=False)
    parameters: tuple[Parameter, ...] = key("isian", default=())


class ClauseSet(Value, frozen=True, kw_only=True):
    """An ordered set of clauses (``kumpulan klausul``)."""

    id: Id = key("id")
    title: Line = key("judul")
    clauses: tuple[Clause, ...] = key("klausul", default=())
    elections: tuple[ElectionKind, ...] = key("pemilu", default=())
    kinds: tuple[AgreementKind, ...] = key("jenis", default=())
    """Kinds of paper that its clauses are worded for; empty is every kind."""


class Addition(Clause, frozen=True, kw_only=True):
    """A clause that an overlay adds; ``after`` names the clause it follows, empty puts it at the end.

    Of several it follows the first that its set has: sets have clauses of their own on one subject.
    """

    after: Line | tuple[Line, ...] = key("setelah", default="")

    @property
    def followed(self) -> tuple[str, ...]:
        """The clauses that it may follow; none puts it at the end."""
        return tuple(filter(None, (self.after,) if isinstance(self.after, str) else self.after))

    @property
    def clause(self) -> Clause:
        """The clause by itself."""
        return Clause(
            **{name: getattr(self, name) for name in Clause.__struct_fields__},
        )


class Replacement(Value, frozen=True, kw_only=True):
    """A clause whose words an overlay replaces, and why. Absent parts stay as they were."""

    id: Id = key("id")
    reason: Line = key("alasan")
    title: Line | None = key("judul", default=None)
    text: Text | None = key("teks", default=None)
    explanation: Text | None = key("penjelasan", default=None)
    guidance: Guidance | None = key("panduan", default=None)

    def faults(self) -> Iterator[tuple[str, str, str]]:
        """Refuse a replacement without a reason or without anything new."""
        yield from _reason_given(self.reason)
        if not self.parts():
            yield "teks", "tidak ada yang diganti", 'Tambahkan "judul", "teks", "penjelasan", atau "panduan"'

    def parts(self) -> dict[str, object]:
        """Return what is new, by the name of the clause's field."""
        new = {name: getattr(self, name) for name in ("title", "text", "explanation", "guidance")}
        return {name: value for name, value in new.items() if value is not None}


class Removal(Value, frozen=True, kw_only=True):
    """A clause that an overlay removes, and why."""

    id: Id = key("id")
    reason: Line = key("alasan")

    def faults(self) -> Iterator[tuple[str, str, str]]:
        """Refuse a removal without a reason."""
        yield from _reason_given(self.reason)


class Overlay(Value, frozen=True, kw_only=True):
    """What a pack changes in clause sets of its own region or of one above (``penyesuaian``).

    An empty ``region_kinds`` means every kind of region.
    """

    target: PackAddress | tuple[PackAddress, ...] = key("atas")
    """The set that it changes, or several."""
    region_kinds: tuple[RegionKind, ...] = key("jenis_wilayah", default=())
    additions: tuple[Addition, ...] = key("tambah", default=())
    replacements: tuple[Replacement, ...] = key("ganti", default=())
    removals: tuple[Removal, ...] = key("hapus", default=())

    @property
    def targets(self) -> tuple[str, ...]:
        """The addresses of the sets that it changes."""
        return (self.target,) if isinstance(self.target, str) else self.target

    def faults(self) -> Iterator[tuple[str, str, str]]:
        """Refuse an overlay that changes nothing because it names no set, or one set twice."""
        if not self.targets or len(set(self.targets)) < len(self.targets):
            yield "atas", "sebutkan setiap kumpulan satu kali", 'Contoh: atas = "nasional/ringkas"'


class ChangeKind(StrEnum):
    """What a pack did to a clause."""

    ADDED = "ditambahkan"
    REPLACED = "diganti"
    REMOVED = "dihapus"


class Change(Value, frozen=True, kw_only=True):
    """One entry in the history of a clause: which pack did what, and why."""

    pack: Id = key("paket")
    kind: ChangeKind = key("tindakan")
    reason: Line = key("alasan", default="")


def _reason_given(reason: str) -> Iterator[tuple[str, str, str]]:
    if not reason.strip():
        yield "alasan", "alasan belum diisi", "Alasan ikut tercetak pada lampiran perubahan"
