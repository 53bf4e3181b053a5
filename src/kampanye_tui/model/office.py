"""The office and its configuration file ``kampanye.toml``, written once and then kept by people."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from kampanye_tui.model.occasion import AgreementKind, Occasion, Style
from kampanye_tui.model.operator import Operator
from kampanye_tui.model.party import PartyEntry
from kampanye_tui.model.signing_group import SigningGroup, double_faults
from kampanye_tui.model.text import Id, Line, PackAddress, Placeholder, RegionCode
from kampanye_tui.model.value import Value, key


class Member(Value, frozen=True, kw_only=True):
    """A member of the office's commission."""

    office: Line = key("jabatan")
    name: Line = key("nama", default="")


class Office(Value, frozen=True, kw_only=True):
    """A KPU office. An empty ``name`` is derived from region and terms."""

    region: RegionCode = key("wilayah")
    name: Line = key("nama", default="")
    address: Line = key("alamat", default="")
    contact: Line = key("kontak", default="")
    city: Line = key("kota", default="")
    logo: Line = key("logo", default="")
    """Path of a PNG or JPEG, relative to the configuration."""
    sample: bool = key("contoh", default=False)
    """Prints CONTOH — BUKAN DOKUMEN KPU on every page of every format."""
    members: tuple[Member, ...] = key("anggota", default=())
    number_format: Line = key("format_nomor", default="")
    """How numbers of documents look: ``{urut}/PL.01.6-{jenis}/3674/{tahun}``; empty when not said."""
    spelling: dict[Line, Line] = key("ejaan", default_factory=dict)
    """What the office writes another way than the rules of spelling: found → wanted."""


class ElectionChoice(Value, frozen=True, kw_only=True):
    """The table ``[pemilu]``."""

    id: Id = key("id")


class Paper(StrEnum):
    """The paper sizes of offices; F4 is the Indonesian folio of 215 × 330 mm."""

    A4 = "A4"
    F4 = "F4"

    @property
    def millimetres(self) -> tuple[int, int]:
        """Width and height, upright."""
        return {"A4": (210, 297), "F4": (215, 330)}[self.value]


class AgreementChoice(Value, frozen=True, kw_only=True):
    """The table ``[naskah]``: what a new agreement starts with."""

    id: Id = key("id")
    kind: AgreementKind = key("jenis", default=AgreementKind.UNDERSTANDING)
    style: Style = key("gaya", default=Style.ARTICLES)
    topic: Line = key("tentang", default="")


class ClauseChoice(Value, frozen=True, kw_only=True):
    """The table ``[klausul]``: which set, and what the office fills in."""

    clause_set: PackAddress = key("kumpulan", default="nasional/ringkas")
    parameters: dict[Placeholder, Line] = key("isian", default_factory=dict)


class ExportChoice(Value, frozen=True, kw_only=True):
    """The table ``[ekspor]``: what ``kampanye ekspor`` writes when nothing else is asked for."""

    templates: tuple[Line, ...] = key("templat", default=())
    formats: tuple[Id, ...] = key("format", default=("pdf",))
    recipients: tuple[Id, ...] = key("untuk", default=("semua",))
    paper: Paper | None = key("kertas", default=None)
    folder: Line = key("folder", default="")


class FontChoice(Value, frozen=True, kw_only=True):
    """The table ``[huruf]``: TTF or OTF files of the office's own, relative to the configuration."""

    regular: Line = key("biasa")
    bold: Line = key("tebal")
    italic: Line = key("miring")
    bold_italic: Line = key("tebal_miring")


class Acceptance(Value, frozen=True, kw_only=True):
    """A Python pack that the office accepted: exactly these bytes."""

    id: Id = key("id")
    fingerprint: Line = key("sha256")


class PackChoice(Value, frozen=True, kw_only=True):
    """The table ``[paket]``: folders that hold packs, and which Python packs may run."""

    folders: tuple[Line, ...] = key("folder", default=())
    accepted: tuple[Acceptance, ...] = key("setuju", default=())
    """Pins of the office: of a pack named here no other bytes run, whatever a user accepts."""
    only_admin: bool = key("hanya_admin", default=False)
    """Python packs run only when the configuration accepts them; users accept none."""


class Configuration(Value, frozen=True, kw_only=True):
    """``kampanye.toml``."""

    office: Office = key("kantor")
    election: ElectionChoice = key("pemilu")
    agreement: AgreementChoice = key("naskah")
    occasion: Occasion = key("acara", default=Occasion())
    clauses: ClauseChoice = key("klausul", default=ClauseChoice())
    parties: tuple[PartyEntry, ...] = key("pihak", default=())
    groups: tuple[SigningGroup, ...] = key("kelompok", default=())
    """How groups of signers sign in a new agreement."""
    numbers: dict[Id, Line] = key("nomor", default_factory=dict)
    export: ExportChoice = key("ekspor", default=ExportChoice())
    fonts: FontChoice | None = key("huruf", default=None)
    packs: PackChoice = key("paket", default=PackChoice())
    operators: tuple[Operator, ...] = key("operator", default=())
    """Who works here, in which roles; with none named, everybody may do everything."""
    workspace: Line = key("ruang_kerja", default="")
    """Folder of the workspace, relative to the configuration; empty is the configuration's own folder."""

    def faults(self) -> Iterator[tuple[str, str, str]]:
        """Refuse a group that signs in two ways."""
        yield from double_faults(self.groups)
