"""What happened to an agreement: the facts of its ledger ``buku.jsonl``, one value each.

An event says when it happened (with the offset of the region), when it was recorded and by whom. Nothing
amends an event but a :class:`Correction` that names it. Keys are those of the file.
"""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from typing import Annotated

import msgspec

from kampanye_tui.model.loan import LoanDeed
from kampanye_tui.model.text import Id, Line
from kampanye_tui.model.value import Value, key

Moment = Annotated[datetime, msgspec.Meta(tz=True)]
"""A time with its offset from UTC."""


class Event(Value, frozen=True, kw_only=True, tag_field="jenis", tag="peristiwa"):
    """One entry: ``number`` counts from 1 without gaps."""

    number: int = key("no")
    occurred: Moment = key("terjadi")
    recorded: Moment = key("dicatat")
    operator: Line = key("operator")
    host: Line = key("dari", default="")
    """The address of the computer that the operator came from over SSH."""
    fingerprint: Line = key("kunci", default="")
    """Of the key that let them in there: ``SHA256:…``."""


class Finalised(Event, frozen=True, kw_only=True, tag_field="jenis", tag="final"):
    """The text of ``revision`` was made final: the hash of what was agreed, and of people, day and place."""

    revision: int = key("revisi")
    text_digest: Line = key("isi")
    occasion_digest: Line = key("acara")
    reason: Line = key("alasan", default="")
    """Why there is another revision after one that was final."""


class Answer(StrEnum):
    """What a pihak says to a clause. With a remark it counts as agreed; the remark is printed."""

    AGREED = "setuju"
    REMARK = "setuju-dengan-catatan"
    OBJECTION = "keberatan"
    NONE = "belum"
    """Takes an earlier answer back."""

    @property
    def words(self) -> str:
        """What papers, lists and messages say of it."""
        return self.value.replace("-", " ")


class Responded(Event, frozen=True, kw_only=True, tag_field="jenis", tag="tanggapan"):
    """A pihak answered one clause as it then read."""

    party: Id = key("pihak")
    clause: Id = key("klausul")
    clause_digest: Line = key("bunyi")
    answer: Answer = key("jawaban")
    remark: Line = key("catatan", default="")


class Outcome(StrEnum):
    """What came of asking a person to sign. Signing is voluntary: none of them is worse than another."""

    SIGNED = "menandatangani"
    PRESENT = "hadir-tidak-menandatangani"
    ABSENT = "tidak-hadir"
    LATER = "menyusul"

    @property
    def words(self) -> str:
        """What papers, lists and messages say of it."""
        return "hadir, tidak menandatangani" if self is Outcome.PRESENT else self.value.replace("-", " ")


class MandateKind(StrEnum):
    """In which capacity somebody signs in the place of the person who was named."""

    PENJABAT = "Pj."
    PELAKSANA_TUGAS = "Plt."
    PELAKSANA_HARIAN = "Plh."
    PENJABAT_SEMENTARA = "Pjs."
    ON_BEHALF = "a.n."
    FOR_THE_ATTENTION = "u.b."


class Mandate(Value, frozen=True, kw_only=True):
    """Who stood in, and on what paper that rests."""

    kind: MandateKind = key("bentuk")
    name: Line = key("nama")
    number: Line = key("nomor", default="")
    day: date | None = key("tanggal", default=None)


class Attended(Event, frozen=True, kw_only=True, tag_field="jenis", tag="hadir"):
    """A signatory of a pihak, or who stands in, was there: a fact apart from what came of asking to sign.

    ``place`` is the position among the signatories of the pihak, from 1; ``name`` and ``office`` are as they
    stood.
    """

    party: Id = key("pihak")
    place: int = key("ke")
    name: Line = key("nama", default="")
    office: Line = key("jabatan")
    revision: int = key("revisi")
    mandate: Mandate | None = key("mandat", default=None)
    remark: Line = key("catatan", default="")


class Signed(Event, frozen=True, kw_only=True, tag_field="jenis", tag="tandatangan"):
    """What came of asking one signatory of a pihak, for one revision.

    ``place`` is the position among the signatories of the pihak, from 1; ``name`` and ``office`` are as they
    stood. ``out_of_turn`` says why, when somebody of a later group went first.
    """

    party: Id = key("pihak")
    place: int = key("ke")
    name: Line = key("nama", default="")
    office: Line = key("jabatan")
    revision: int = key("revisi")
    outcome: Outcome = key("hasil")
    mandate: Mandate | None = key("mandat", default=None)
    witness: Line = key("saksi", default="")
    due: date | None = key("paling_lambat", default=None)
    remark: Line = key("catatan", default="")
    out_of_turn: Line = key("di_luar_giliran", default="")


class SignatoryReplaced(Event, frozen=True, kw_only=True, tag_field="jenis", tag="ganti-penandatangan"):
    """Another person signs for a pihak; the text stays as it was."""

    party: Id = key("pihak")
    place: int = key("ke")
    office: Line = key("jabatan")
    name: Line = key("nama")
    reason: Line = key("alasan")


class Interrupted(Event, frozen=True, kw_only=True, tag_field="jenis", tag="jeda"):
    """The signing was interrupted; it went on at ``resumed``."""

    reason: Line = key("alasan")
    resumed: Moment | None = key("lanjut", default=None)


class Closed(Event, frozen=True, kw_only=True, tag_field="jenis", tag="tutup"):
    """Every signer had an outcome and the signing was closed."""

    revision: int = key("revisi")


class CopyDeed(StrEnum):
    """What was done with a numbered copy; none is ever deleted."""

    PRINTED = "cetak"
    HANDED_OVER = "serah"
    RECEIVED = "terima"
    RETURNED = "kembali"
    """It came back to the office unreceived, and may be handed over again."""
    SPOILED = "rusak"


class CopyHandled(Event, frozen=True, kw_only=True, tag_field="jenis", tag="salinan"):
    """Something was done with a copy: who has it, in which capacity, and the hash of what was printed."""

    copy: int = key("salinan")
    form: Line = key("bentuk")
    deed: CopyDeed = key("tindakan")
    party: Id = key("pihak")
    receiver: Line = key("penerima", default="")
    capacity: Line = key("kapasitas", default="")
    sha256: Line = key("sha256", default="")
    pages: int = key("halaman", default=0)
    remark: Line = key("catatan", default="")


class Evidence(Event, frozen=True, kw_only=True, tag_field="jenis", tag="bukti"):
    """A file was kept as evidence, under its hash in the folder ``bukti/``."""

    sha256: Line = key("sha256")
    name: Line = key("nama")
    about: Line = key("tentang")
    original: int = key("asli", default=0)
    """Number of the asli whose signed sheets it shows, which makes it the pindaian of that; else 0."""
    party: Line = key("pihak", default="")
    """The pihak that it is of, to whom alone it is given out; empty for nobody in particular."""


class Disclosed(Event, frozen=True, kw_only=True, tag_field="jenis", tag="permintaan"):
    """Files of evidence were given out, since somebody asked for them in writing."""

    request: Line = key("permintaan")
    files: tuple[Line, ...] = key("berkas")
    """Their hashes, in the order in which they were kept."""
    party: Line = key("pihak", default="")
    """The pihak about which was asked; empty for all."""


class Correction(Event, frozen=True, kw_only=True, tag_field="jenis", tag="koreksi"):
    """An earlier event does not count; what is right instead is an event of its own."""

    of: int = key("atas")
    reason: Line = key("alasan")


class Overridden(Event, frozen=True, kw_only=True, tag_field="jenis", tag="override"):
    """Somebody went on although something stood in the way, and says why."""

    what: Line = key("apa")
    reason: Line = key("alasan")


class Loan(Event, frozen=True, kw_only=True, tag_field="jenis", tag="pinjaman"):
    """A step of the loan of the right to write; with ``LENT`` to whom, and what the laptop set out with.

    ``text_sha256`` is the hash of ``naskah.toml`` as it went or, with ``GIVEN_BACK``, came; the rest are the
    running numbers of a year that go along.
    """

    deed: LoanDeed = key("tindakan")
    to: Line = key("kepada", default="")
    text_sha256: Line = key("naskah", default="")
    year: int = key("tahun", default=0)
    first: int = key("urut", default=0)
    last: int = key("sampai", default=0)


AnyEvent = (
    Finalised
    | Responded
    | Attended
    | Signed
    | SignatoryReplaced
    | Interrupted
    | Closed
    | CopyHandled
    | Evidence
    | Disclosed
    | Correction
    | Overridden
    | Loan
)
"""Every kind that a ledger may hold."""
