"""PDF: the document laid out by ``typeset`` and written by fpdf2.

fpdf2, HarfBuzz and Pillow are imported only when a PDF is written: together they cost more than starting the
program.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from kampanye_tui.api import Document, ExportFormat, ExportOptions, hookimpl
from kampanye_tui.model.export_format import Part
from kampanye_tui.model.messages import system_error
from kampanye_tui.model.problem import refuse

if TYPE_CHECKING:
    from kampanye_tui.typeset.font import Family
    from kampanye_tui.typeset.page import Layout


def write(document: Document, stream: BinaryIO, options: ExportOptions) -> int:
    """Write ``document`` as PDF and return the number of pages.

    Raises :class:`Refused` for characters that the fonts lack, for unusable font files, and for a part that
    the document does not have.
    """
    from kampanye_tui.formats.pdf.writer import pdf_bytes
    from kampanye_tui.typeset.layout import lay_out

    family = family_of(options)
    layout = _part_of(lay_out(document, family), options.part, document.title)
    attached = options.attach(len(layout.pages)) if options.attach else ()
    stream.write(pdf_bytes(document, layout, family, attached))
    return len(layout.pages)


def _part_of(layout: Layout, part: Part | None, title: str) -> Layout:
    """Return the layout with the pages of that part alone; each keeps the number that is printed on it."""
    if part is None:
        return layout
    if part is Part.FOLDED:
        return _folded(layout, title)
    if layout.body == len(layout.pages):
        raise refuse(
            f'dokumen "{title}" tidak mempunyai halaman tanda tangan', "Ekspor seluruhnya, tanpa --bagian"
        )
    if part is Part.BODY and not layout.body:
        raise refuse(
            f'dokumen "{title}" sudah memuat tempat tanda tangan pada halaman pertamanya',
            "Ekspor seluruhnya, tanpa --bagian",
        )
    first, last = (0, layout.body) if part is Part.BODY else (layout.body, len(layout.pages))
    return layout._replace(pages=layout.pages[first:last], first=first + 1)


def _folded(layout: Layout, title: str) -> Layout:
    from kampanye_tui.typeset.imposition import folded, sheet_width

    if not sheet_width(layout):
        raise refuse(
            f'kertas dokumen "{title}" tidak dapat dilipat dari kertas A4 atau A3',
            "Yang dapat dilipat ialah dokumen A5 dan A4 yang tegak, misalnya buku-saku; ekspor tanpa --lipat",
        )
    return folded(layout)


def family_of(options: ExportOptions) -> Family:
    """Return the typeface that a PDF is set in; raises :class:`Refused` for unusable font files."""
    from kampanye_tui.formats.pdf.default_fonts import default_fonts
    from kampanye_tui.store.plain_file import stamp

    fonts = options.fonts or default_fonts()
    files = {
        "biasa": fonts.regular,
        "tebal": fonts.bold,
        "miring": fonts.italic,
        "tebal_miring": fonts.bold_italic,
    }
    hint = "Periksa tabel [huruf]"
    try:
        stamped = tuple((path, stamp(path)) for path in files.values())
        for key, (path, seen) in zip(files, stamped, strict=True):
            if seen is None:
                raise refuse(f"jenis huruf {key} ({path}) bukan berkas", hint)
        return _opened(fonts.name, stamped)
    except OSError as error:
        key = next((key for key, path in files.items() if str(path) == error.filename), "")
        raise refuse(f"jenis huruf {key} ({error.filename}) {system_error(error)}", hint) from None


@lru_cache(maxsize=4)
def _opened(name: str, files: tuple[tuple[Path, tuple[int, ...] | None], ...]) -> Family:
    """Read the four files once a process, and again when one changed; words are shaped once, too."""
    from kampanye_tui.store.cache import cache_home
    from kampanye_tui.store.font_cache import truetype
    from kampanye_tui.typeset.font import Family, Font

    cache = cache_home()
    labelled = ((path.read_bytes(), f"{name} ({path.name})") for path, _seen in files)
    return Family(*(Font(truetype(data, label, cache), label) for data, label in labelled))


@hookimpl
def kampanye_export_formats() -> Iterable[ExportFormat]:
    """Offer PDF."""
    return [ExportFormat(id="pdf", label="PDF untuk dicetak", suffix=".pdf", write=write)]
