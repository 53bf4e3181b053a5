"""An agreement (``naskah``): everything that was agreed, by whom, when and where, in one value.

It carries what it used of the reference data, so that it reads the same in ten years without any pack.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from kampanye_tui.model.clause import Change, Guidance, Parameter
from kampanye_tui.model.legal import Citation
from kampanye_tui.model.occasion import AgreementKind, Occasion, Style
from kampanye_tui.model.office import Member, Office
from kampanye_tui.model.pack import PackUse
from kampanye_tui.model.party import ORGANISER_ID, Party, Role
from kampanye_tui.model.reference import Reference
from kampanye_tui.model.signing_group import SigningGroup, SigningMode, double_faults
from kampanye_tui.model.text import Id, Line, PackAddress, Text
from kampanye_tui.model.value import Value, key


class Origin(Value, frozen=True, kw_only=True):
    """Where a clause came from, and what packs below did to it."""

    pack: Id = key("paket")
    clause_set: PackAddress = key("kumpulan")
    fingerprint: Line = key("sha256")
    """Of the clause's words as the packs gave them."""
    changes: tuple[Change, ...] = key("riwayat", default=())


class AgreedClause(Value, frozen=True, kw_only=True):
    """A clause of an agreement: its raw words, what was filled in, and how it reads (``resolved``)."""

    id: Id = key("id")
    title: Line = key("judul")
    text: Text = key("teks")
    resolved: Text = key("bunyi")
    subject: Role = key("subjek", default=Role.CONTESTANT)
    explanation: Text = key("penjelasan", default="")
    guidance: Guidance = key("panduan", default=Guidance())
    citations: tuple[Citation, ...] = key("dasar", default=())
    parameters: tuple[Parameter, ...] = key("isian", default=())
    locked: bool = key("terkunci", default=False)
    origin: Origin | None = key("asal", default=None)

    def faults(self) -> Iterator[tuple[str, str, str]]:
        """Refuse a clause without a title, and words whose reading has other lines than they have."""
        if not self.title:
            yield "judul", "judul klausul kosong", "Isi judulnya"
        if self.text.count("\n") != self.resolved.count("\n"):
            yield "bunyi", 'jumlah barisnya berbeda dari "teks"', 'Samakan baris pada "teks" dan "bunyi"'


class CopyForm(StrEnum):
    """What a copy is (``knowledge`` of the papers: asli is signed by hand, a salinan is legalised)."""

    ORIGINAL = "asli"
    COPY = "salinan"


class CopyPlan(Value, frozen=True, kw_only=True):
    """One numbered copy: ``number`` is its position among the copies of its form.

    ``holder`` is the id of a pihak, or a role when all of that role hold it together.
    """

    number: int = key("nomor")
    form: CopyForm = key("bentuk")
    holder: Id = key("untuk")


class Agreement(Value, frozen=True, kw_only=True):
    """``naskah.toml``."""

    id: Id = key("id")
    topic: Line = key("tentang")
    kind: AgreementKind = key("jenis", default=AgreementKind.UNDERSTANDING)
    style: Style = key("gaya", default=Style.ARTICLES)
    revision: int = key("revisi", default=1)
    office: Office = key("kantor")
    occasion: Occasion = key("acara", default=Occasion())
    parties: tuple[Party, ...] = key("pihak", default=())
    groups: tuple[SigningGroup, ...] = key("kelompok", default=())
    clauses: tuple[AgreedClause, ...] = key("klausul", default=())
    copies: tuple[CopyPlan, ...] = key("rencana_salinan", default=())
    numbers: dict[Id, Line] = key("nomor", default_factory=dict)
    """The number of each document, by the id of its template; absent prints as a blank."""
    packs: tuple[PackUse, ...] = key("paket", default=())
    reference: Reference = key("acuan")

    def faults(self) -> Iterator[tuple[str, str, str]]:
        """Refuse an office of another region than the agreement's, and a group that signs in two ways."""
        if self.office.region != self.reference.region.code:
            what = f'wilayah kantor "{self.office.region}" berbeda dari acuan "{self.reference.region.code}"'
            yield "kantor", what, "Untuk wilayah lain, susun naskah baru"
        yield from double_faults(self.groups)

    def of_role(self, *roles: Role) -> tuple[Party, ...]:
        """Return the pihak of these roles, in the order of the agreement."""
        return tuple(party for party in self.parties if party.role in roles)

    def party(self, party_id: str) -> Party | None:
        """Return the pihak of that id."""
        return next((party for party in self.parties if party.id == party_id), None)

    def mode_of(self, group: int) -> SigningMode:
        """Return how the group of that number signs."""
        said = (one.mode for one in self.groups if one.number == group)
        return next(said, SigningMode.EVERYBODY)

    def members(self) -> tuple[Member, ...]:
        """Return the members of the office; its chair by the name under which the organiser signs."""
        organiser = self.party(ORGANISER_ID)
        signing = next(iter(organiser.signatories), None) if organiser else None
        first, *others = self.office.members or (Member(office="Ketua"),)
        name = signing.name if signing else first.name
        return (Member(office=first.office, name=name), *others)

    def copies_of(self, form: CopyForm) -> tuple[CopyPlan, ...]:
        """Return the planned copies of a form, in order."""
        return tuple(copy for copy in self.copies if copy.form is form)
