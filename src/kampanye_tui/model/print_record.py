"""``cetak.toml``: everything a PDF was made from besides the text, so that it can be made again.

It travels inside the PDF, next to ``naskah.toml``. Nothing in it comes from a clock, a path or a user's name.
"""

from __future__ import annotations

from kampanye_tui.model.agreement import CopyForm
from kampanye_tui.model.event import AnyEvent
from kampanye_tui.model.export_format import Part
from kampanye_tui.model.office import Paper
from kampanye_tui.model.pack import PackUse
from kampanye_tui.model.text import Id, Line
from kampanye_tui.model.value import Value, key

TEXT = "naskah.toml"
RECORD = "cetak.toml"
"""Names of what is attached."""


class TemplateUse(Value, frozen=True, kw_only=True):
    """A template by its address, and the SHA-256 of its front matter and body."""

    address: Line = key("alamat")
    sha256: Line = key("sha256")


class FaceUse(Value, frozen=True, kw_only=True):
    """A face of the typeface: the name that it bears, and the SHA-256 of the font as it was set."""

    name: Line = key("nama")
    sha256: Line = key("sha256")


class Told(Value, frozen=True, kw_only=True):
    """Where the agreement stood, as far as the paper tells of it; sums that it does not print are None."""

    revision: int = key("revisi")
    code: Line = key("kode_naskah")
    signed: int | None = key("menandatangani", default=None)
    """How many had signed, also those of whom the paper tells nothing."""
    ledger: int | None = key("banyak_kejadian", default=None)
    """How many events the ledger held."""
    head: Line = key("kode_catatan", default="")
    """The hash of its last line."""
    events: tuple[AnyEvent, ...] = key("kejadian", default=())
    """Of the ledger, without who wrote it and what the paper does not print."""


class Sheet(Value, frozen=True, kw_only=True):
    """What differs from one copy to the next; it stands at the end of the file."""

    pages: int = key("halaman")
    form: CopyForm | None = key("bentuk", default=None)
    number: int = key("nomor", default=0)
    holder: Id | None = key("untuk", default=None)
    address: Line = key("alamat", default="")
    """Of the holder, where the paper prints it."""


class PrintRecord(Value, frozen=True, kw_only=True):
    """``cetak.toml``."""

    program: Line = key("program")
    """The version of this program."""
    text_sha256: Line = key("naskah_sha256")
    """Of the attached ``naskah.toml``."""
    left_out: tuple[Line, ...] = key("tidak_ikut", default=())
    """What of the agreement is not in there, since this paper does not print it."""
    paper: Paper | None = key("kertas", default=None)
    logo_sha256: Line = key("logo_sha256", default="")
    part: Part | None = key("bagian", default=None)
    template: TemplateUse = key("templat")
    included: tuple[TemplateUse, ...] = key("sisipan", default=())
    """The templates that it takes in, or whose numbers of clauses it uses."""
    packs: tuple[PackUse, ...] = key("paket", default=())
    faces: tuple[FaceUse, ...] = key("huruf")
    versions: dict[Line, Line] = key("versi")
    """Of the libraries that make the bytes."""
    told: Told = key("keadaan")
    sheet: Sheet = key("lembar")
