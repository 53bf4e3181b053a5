"""Who takes part: institutions and contestants (``pihak``), and the persons who sign for them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from typing import Any

from kampanye_tui.model.election import ElectionKind
from kampanye_tui.model.messages import missing_key, out_of_range
from kampanye_tui.model.region import RegionKind
from kampanye_tui.model.signing_group import group_faults
from kampanye_tui.model.text import Id, Line
from kampanye_tui.model.value import Value, key


class Role(StrEnum):
    """In which role a pihak takes part. Only contestants are bound by campaign duties."""

    ORGANISER = "penyelenggara"
    CONTESTANT = "peserta-pemilu"
    WITNESS = "saksi"
    ACKNOWLEDGING = "mengetahui"
    PRESENT = "hadir"


class Institution(StrEnum):
    """What kind of body a pihak is; rules ask for kinds, since names differ by region."""

    ORGANISER = "penyelenggara"
    SUPERVISOR = "pengawas"
    HEAD_OF_REGION = "kepala-daerah"
    LEGISLATURE = "dprd"
    POLICE = "kepolisian"
    PROSECUTOR = "kejaksaan"
    ARMY = "tni"
    CONTESTANT = "peserta-pemilu"
    OTHER = "lainnya"


INSTITUTION_OF_ROLE = {
    Role.ORGANISER: Institution.ORGANISER,
    Role.CONTESTANT: Institution.CONTESTANT,
}
"""What a pihak is when its role tells already."""
ORGANISER_ID = "penyelenggara"
"""The id of the office itself among the pihak."""


class Signatory(Value, frozen=True, kw_only=True):
    """A person who signs. An empty name prints as a dotted line to be filled by hand."""

    office: Line = key("jabatan")
    name: Line = key("nama", default="")


class Party(Value, frozen=True, kw_only=True):
    """An institution or contestant that takes part in an agreement."""

    id: Id = key("id")
    name: Line = key("nama")
    role: Role = key("peran")
    short: Line = key("singkatan", default="")
    institution: Institution = key("lembaga", default=Institution.OTHER)
    ballot_number: int | None = key("nomor_urut", default=None)
    address: Line = key("alamat", default="")
    group: int | None = key("kelompok", default=None)
    """With whom its people sign; absent is the usual group of its role."""
    has_own_number: bool = key("nomor_sendiri", default=False)
    numbers: dict[Id, Line] = key("nomor", default_factory=dict)
    """Its own number of each document, by the id of the template; absent prints as a blank."""
    signatories: tuple[Signatory, ...] = key("penandatangan", default=())

    def faults(self) -> Iterator[tuple[str, str, str]]:
        """Refuse a pihak without a name, and an organiser in another role: the paper is the organiser's."""
        if not self.name:
            yield "nama", "nama pihak kosong", "Isi namanya, atau keluarkan pihak ini"
        if self.id == ORGANISER_ID and self.role is not Role.ORGANISER:
            yield "peran", "penyelenggara tidak dapat berperan lain", "Kembalikan menjadi penyelenggara"
        yield from group_faults("kelompok", self.group)

    @property
    def called(self) -> str:
        """The short name where there is one."""
        return self.short or self.name


class Stakeholder(Value, frozen=True, kw_only=True):
    """A body that an office would invite, offered by a pack; texts may hold placeholders of the region.

    With ``invited`` false, one that a level above offers is not invited here. Empty ``region_kinds`` or
    ``elections`` means all; an absent day is without bound, ``until`` is the last day.
    """

    id: Id = key("id")
    name: Line = key("nama", default="")
    role: Role = key("peran", default=Role.PRESENT)
    institution: Institution = key("lembaga", default=Institution.OTHER)
    office: Line = key("jabatan", default="")
    short: Line = key("singkatan", default="")
    region_kinds: tuple[RegionKind, ...] = key("jenis_wilayah", default=())
    elections: tuple[ElectionKind, ...] = key("pemilu", default=())
    since: date | None = key("sejak", default=None)
    until: date | None = key("sampai", default=None)
    has_own_number: bool = key("nomor_sendiri", default=False)
    invited: bool = key("ikut", default=True)
    reason: Line = key("alasan", default="")

    def faults(self) -> Iterator[tuple[str, str, str]]:
        """Refuse a body that is invited without a name or an office that signs, and one left out silently."""
        if self.invited:
            for name, value in (("nama", self.name), ("jabatan", self.office)):
                if not value:
                    yield name, *missing_key(name, '"…"', inside=True)
        elif not self.reason:
            yield "alasan", "alasan belum diisi", "Tuliskan mengapa pihak ini tidak diundang di wilayah ini"


class PartyEntry(Value, frozen=True, kw_only=True):
    """A row ``[[pihak]]`` of an office's configuration: what it says overrides what packs offer.

    A row whose id no pack offers makes a new pihak and needs ``nama`` and ``peran``.
    """

    id: Id = key("id")
    name: Line | None = key("nama", default=None)
    role: Role | None = key("peran", default=None)
    short: Line | None = key("singkatan", default=None)
    institution: Institution | None = key("lembaga", default=None)
    ballot_number: int | None = key("nomor_urut", default=None)
    address: Line | None = key("alamat", default=None)
    group: int | None = key("kelompok", default=None)
    has_own_number: bool | None = key("nomor_sendiri", default=None)
    invited: bool = key("ikut", default=True)
    signatories: tuple[Signatory, ...] | None = key("penandatangan", default=None)

    def faults(self) -> Iterator[tuple[str, str, str]]:
        """Refuse a contestant's ballot number below 1, and a group that there cannot be."""
        if self.ballot_number is not None and self.ballot_number < 1:
            yield "nomor_urut", *out_of_range(self.ballot_number, 1)
        yield from group_faults("kelompok", self.group)

    def said(self) -> dict[str, Any]:
        """Return what the row says of a pihak, by the name of the pihak's field."""
        fields = (name for name in self.__struct_fields__ if name not in ("id", "invited"))
        return {name: value for name in fields if (value := getattr(self, name)) is not None}
