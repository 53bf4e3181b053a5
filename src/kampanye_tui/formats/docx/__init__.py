"""Word: a document that a secretary goes on editing, with real styles, tables, fields and an outline.

Numbers of pasal, ayat and huruf are text with a hanging indent, not Word's automatic numbers. They were
computed and checked with the agreement, and clauses name each other by them ("dalam Pasal 7"): a number that
moves by itself under the secretary's hands would leave those words behind without a sign.

python-docx is an extra of the installation and is imported only when a document is written.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import BinaryIO

from kampanye_tui.api import Document, ExportFormat, ExportOptions, hookimpl
from kampanye_tui.model.problem import refuse

USUAL_FONT = "Bookman Old Style"
"""What KPU writes its decisions in; it comes with Word. Another is used where the office names one."""
LARGEST = 558
"""Millimetres, 22 inches: the longest side of a page that Word can hold."""


def write(document: Document, stream: BinaryIO, options: ExportOptions) -> None:
    """Write ``document`` as .docx.

    Raises :class:`Refused` where the paper is too large for Word or python-docx is not installed.
    """
    page = document.page
    if max(page.width, page.height) > LARGEST:
        raise refuse(
            f'berkas Word tidak dapat dibuat untuk "{document.title}" karena kertasnya {page.width} × '
            f"{page.height} mm, sedangkan kertas Word paling panjang {LARGEST} mm",
            "Ekspor dokumen ini sebagai PDF dengan --format pdf",
        )
    try:
        from kampanye_tui.formats.docx.writer import docx_bytes
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in {"docx", "lxml"}:
            raise
        raise refuse(
            "berkas Word tidak dapat dibuat karena python-docx belum terpasang",
            'Pasang dengan: pip install "kampanye-tui[docx]"',
        ) from None
    stream.write(docx_bytes(document, _font(options)))


def _font(options: ExportOptions) -> str:
    """Return the font by the name that Word knows it by; a file that cannot be read has none."""
    from kampanye_tui.store.plain_file import stamp
    from kampanye_tui.typeset.font_file import tables
    from kampanye_tui.typeset.font_names import naming

    if options.fonts is None:
        return USUAL_FONT
    try:
        if stamp(options.fonts.regular) is None:
            return USUAL_FONT
        named = naming(tables(options.fonts.regular.read_bytes()))
    except OSError:
        return USUAL_FONT
    return named.family if named else USUAL_FONT


@hookimpl
def kampanye_export_formats() -> Iterable[ExportFormat]:
    """Offer Word."""
    return [ExportFormat(id="docx", label="Word untuk disunting", suffix=".docx", write=write)]
