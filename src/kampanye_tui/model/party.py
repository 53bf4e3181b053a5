"""Who takes part: institutions and contestants (``pihak``), and the persons who sign for them."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import Any

from kampanye_tui.model.messages import out_of_range
from kampanye_tui.model.region import RegionKind
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
    has_own_number: bool = key("nomor_sendiri", default=False)
    signatories: tuple[Signatory, ...] = key("penandatangan", default=())

    def faults(self) -> Iterator[tuple[str, str, str]]:
        """Refuse a pihak without a name, and an organiser in another role: the paper is the organiser's."""
        if not self.name:
            yield "nama", "nama pihak kosong", "Isi namanya, atau keluarkan pihak ini"
        if self.id == ORGANISER_ID and self.role is not Role.ORGANISER:
            yield "peran", "penyelenggara tidak dapat berperan lain", "Kembalikan menjadi penyelenggara"

    @property
    def called(self) -> str:
        """The short name where there is one."""
        return self.short or self.name


class Stakeholder(Value, frozen=True, kw_only=True):
    """A body that an office would invite, offered by a pack; texts may hold placeholders of the region."""

    id: Id = key("id")
    name: Line = key("nama")
    role: Role = key("peran")
    institution: Institution = key("lembaga")
    office: Line = key("jabatan")
    short: Line = key("singkatan", default="")
    region_kinds: tuple[RegionKind, ...] = key("jenis_wilayah", default=())
    has_own_number: bool = key("nomor_sendiri", default=False)


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
    has_own_number: bool | None = key("nomor_sendiri", default=None)
    invited: bool = key("ikut", default=True)
    signatories: tuple[Signatory, ...] | None = key("penandatangan", default=None)

    def faults(self) -> Iterator[tuple[str, str, str]]:
        """Refuse a contestant's ballot number below 1."""
        if self.ballot_number is not None and self.ballot_number < 1:
            yield "nomor_urut", *out_of_range(self.ballot_number, 1)

    def said(self) -> dict[str, Any]:
        """Return what the row says of a pihak, by the name of the pihak's field."""
        fields = (name for name in self.__struct_fields__ if name not in ("id", "invited"))
        return {name: value for name in fields if (value := getattr(self, name)) is not None}
