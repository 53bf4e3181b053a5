"""The program's own HTML export, printed by WeasyPrint."""

from __future__ import annotations

from functools import cache

from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration

from kampanye_tui.api import Document
from kampanye_tui.formats.html import html_of
from kampanye_tui.formats.pdf.default_fonts import default_fonts

VARIANT = "pdf/ua-1"


@cache
def typeface() -> tuple[FontConfiguration, CSS]:
    """Return the typeface under the name that the page asks for, read once a process."""
    fonts, configuration = default_fonts(), FontConfiguration()
    faces = {
        fonts.regular: "",
        fonts.bold: "font-weight: bold;",
        fonts.italic: "font-style: italic;",
        fonts.bold_italic: "font-weight: bold; font-style: italic;",
    }
    sheet = "".join(
        f'@font-face {{ font-family: "{fonts.name}"; {more} src: url({path.as_uri()}) }}\n'
        for path, more in faces.items()
    )
    return configuration, CSS(string=sheet, font_config=configuration)


def render(document: Document) -> bytes:
    """Return the document as PDF."""
    configuration, sheet = typeface()
    page = HTML(string=html_of(document))
    return page.write_pdf(stylesheets=[sheet], font_config=configuration, pdf_variant=VARIANT)
