"""A template of a document ("format naskah" on screen): front matter, and Markdown with directives."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from kampanye_tui.model.party import Role
from kampanye_tui.model.text import Id, Line, PackAddress
from kampanye_tui.model.value import Value, key


class Scope(StrEnum):
    """Whether a document is made once for an agreement, or once for each numbered copy or each pihak."""

    AGREEMENT = "naskah"
    COPY = "salinan"
    PARTY = "pihak"


class Sheet(StrEnum):
    """What a template is printed on.

    ``SCREEN`` is a projector's 16:9; ``BOARD`` is a board of 100 × 70 cm. ``BANNER`` is a banner of
    300 × 100 cm at a scale of 1:5, or of 600 × 200 cm at 1:10: a PDF page cannot be longer than five metres.
    """

    A1 = "A1"
    A2 = "A2"
    A3 = "A3"
    A4 = "A4"
    A5 = "A5"
    F4 = "F4"
    SCREEN = "layar"
    BOARD = "100x70"
    BANNER = "spanduk"

    @property
    def millimetres(self) -> tuple[int, int]:
        """Width and height, as the sheet usually lies."""
        return {
            "A1": (594, 841),
            "A2": (420, 594),
            "A3": (297, 420),
            "A4": (210, 297),
            "A5": (148, 210),
            "F4": (215, 330),
            "layar": (320, 180),
            "100x70": (1000, 700),
            "spanduk": (600, 200),
        }[self.value]

    @property
    def folded_from(self) -> Sheet | None:
        """The sheet that is folded to two pages of this one; None where no office prints on one."""
        return {"A5": Sheet.A4, "A4": Sheet.A3}.get(self.value)

    @property
    def largest(self) -> int:
        """The largest body text that still makes lines, in points."""
        large = {"A1": 96, "100x70": 96, "A2": 72, "A3": 48, "layar": 48, "spanduk": 48}
        return large.get(self.value, 24)

    @property
    def is_office_paper(self) -> bool:
        """Whether an office may print it on its own kind of paper instead."""
        return self in (Sheet.A4, Sheet.F4)


class Orientation(StrEnum):
    """How a sheet is held."""

    UPRIGHT = "tegak"
    LYING = "rebah"


class Margins(Value, frozen=True, kw_only=True):
    """Margins in millimetres."""

    top: int = key("atas", default=25)
    bottom: int = key("bawah", default=25)
    left: int = key("kiri", default=30)
    right: int = key("kanan", default=20)

    def faults(self) -> Iterator[tuple[str, str, str]]:
        """Refuse margins that printers cut (below 10 mm) or that leave no room (above 60 mm)."""
        for name in ("atas", "bawah", "kiri", "kanan"):
            value = {"atas": self.top, "bawah": self.bottom, "kiri": self.left, "kanan": self.right}
            if not 10 <= value[name] <= 60:
                yield name, f"tertulis {value[name]} mm", "Margin antara 10 dan 60 mm"


class FrontMatter(Value, frozen=True, kw_only=True):
    """The table between the ``+++`` lines of a template."""

    id: Id = key("id")
    title: Line = key("judul")
    short: Line | None = key("judul_singkat", default=None)
    """The title as the foot of a page has room for it; absent is the title."""
    stem: Id | None = key("berkas", default=None)
    """Beginning of the names of its files; absent is the id."""
    scope: Scope = key("cakupan", default=Scope.AGREEMENT)
    audience: tuple[Role, ...] = key("untuk", default=())
    """Roles of those who get one; empty is everybody but the organiser."""
    paper: Sheet = key("kertas", default=Sheet.A4)
    orientation: Orientation | None = key("orientasi", default=None)
    """Absent is as the sheet usually lies."""
    margins: Margins = key("margin", default=Margins())
    size: float = key("ukuran_huruf", default=11.5)
    """Of body text, in points."""
    largest: float | None = key("ukuran_huruf_terbesar", default=None)
    """What the size grows to in PDF as long as all stands on one page; absent is that it stays."""
    bleed: int = key("lebihan_potong", default=0)
    """For a print shop: how far the edge is printed beyond the cut, in millimetres, with marks to cut by."""
    foot: Line | None = key("kaki", default=None)
    """Words at the foot of every page; absent is state of the text, short title and page number."""
    multiple: int = key("kelipatan_halaman", default=1)
    """The number of pages is a multiple of it, with pages for notes at the end: 4 for a booklet."""
    number_code: Line = key("kode_nomor", default="")
    """What stands for ``{jenis}`` in the number of the document: ``Und``."""
    fragment: bool = key("sisipan", default=False)
    """A part that other papers take in; no list offers it by itself."""
    numbered_as: PackAddress | None = key("klausul_menurut", default=None)
    """Address of the template whose numbers of clauses this one uses when it does not print them itself."""

    @property
    def millimetres(self) -> tuple[int, int]:
        """Width and height of the page."""
        width, height = self.paper.millimetres
        if self.orientation is None:
            return width, height
        short, long = sorted((width, height))
        return (short, long) if self.orientation is Orientation.UPRIGHT else (long, short)

    def faults(self) -> Iterator[tuple[str, str, str]]:
        """Refuse sizes that nobody reads or that leave no room on the sheet."""
        width, height = self.millimetres
        if not 7 <= self.size <= self.paper.largest:
            hint = f"Ukuran huruf antara 7 dan {self.paper.largest}"
            yield "ukuran_huruf", f"tertulis {self.size}", hint
        if self.largest is not None and not self.size <= self.largest <= self.paper.largest:
            hint = f"Antara ukuran_huruf ({self.size}) dan {self.paper.largest}"
            yield "ukuran_huruf_terbesar", f"tertulis {self.largest}", hint
        if not 0 <= self.bleed <= 10:
            yield "lebihan_potong", f"tertulis {self.bleed}", "Lebihan potong antara 0 dan 10 mm"
        if not 1 <= self.multiple <= 32:
            hint = "Kelipatan halaman antara 1 dan 32, misalnya 4 untuk buku lipat"
            yield "kelipatan_halaman", f"tertulis {self.multiple}", hint
        margins = self.margins
        if margins.left + margins.right > width * 2 // 3 or margins.top + margins.bottom > height * 2 // 3:
            yield (
                "margin",
                f"hampir tidak ada ruang yang tersisa pada {self.paper.value}",
                "Perkecil margin; sedikitnya sepertiga kertas harus tersisa",
            )


class Template(Value, frozen=True, kw_only=True):
    """A template as a pack offers it.

    ``body`` is Markdown; ``first_line`` is the line of ``file`` where it begins, for true places in problems.
    """

    front: FrontMatter
    body: str
    file: str
    first_line: int = 1
    address: str = ""
    """``paket/id``, by which offices choose it; the core sets it."""
