"""An export format: how a document becomes bytes."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from kampanye_tui.model.document import Document
from kampanye_tui.model.text import Id, Line
from kampanye_tui.model.value import Value, key

if TYPE_CHECKING:
    from kampanye_tui.model.office import FontChoice


class FontFiles(Value, frozen=True, kw_only=True):
    """Files of one family, .ttf or .otf."""

    name: str
    regular: Path
    bold: Path
    italic: Path
    bold_italic: Path

    @classmethod
    def chosen(cls, choice: FontChoice, folder: Path) -> FontFiles:
        """Return the files that a configuration in ``folder`` names."""
        return cls(
            name="pada tabel [huruf]",
            regular=folder / choice.regular,
            bold=folder / choice.bold,
            italic=folder / choice.italic,
            bold_italic=folder / choice.bold_italic,
        )


class Part(StrEnum):
    """How pages of a PDF are printed: those before the first place to sign, the rest, or all as a booklet.

    Of a booklet two pages stand on each side of a sheet, to be folded and stapled in the middle.
    """

    BODY = "isi"
    SIGNATURES = "tanda-tangan"
    FOLDED = "lipat"


class Attachment(Value, frozen=True, kw_only=True):
    """A file inside a PDF: its name, its bytes, and how it relates to the paper (``Source``, ``Data``)."""

    name: Line
    data: bytes
    mime: Line
    description: Line
    relationship: Line


class ExportOptions(Value, frozen=True, kw_only=True):
    """What a format may know beside the document."""

    fonts: FontFiles | None = None
    """The office's own typeface; None is the program's."""
    part: Part | None = None
    """Only these pages, under the numbers that they have in the whole, or a booklet; asked of PDF alone."""
    attach: Callable[[int], tuple[Attachment, ...]] | None = None
    """Returns the files that a PDF carries along, once its number of pages is known; asked of PDF alone."""


class ExportFormat(Value, frozen=True, kw_only=True):
    """A format. ``write`` puts the bytes on the stream and returns the number of pages, or None.

    It sees nothing but the document; path, name and overwriting are the core's business.
    """

    id: Id = key("id")
    label: Line = key("label")
    suffix: Line = key("akhiran")
    write: Callable[[Document, BinaryIO, ExportOptions], int | None]


class ExportReceipt(Value, frozen=True, kw_only=True):
    """Told to plugins after a file was written."""

    path: Path
    format: str
    template: str
    agreement: str
    pages: int | None
    sha256: str
