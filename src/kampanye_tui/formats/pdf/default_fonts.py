"""The program's own typeface, from the package font-source-serif-pro (SIL OFL)."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from kampanye_tui.model.export_format import FontFiles


@cache
def default_fonts() -> FontFiles:
    """Return Source Serif Pro."""
    from font_source_serif_pro import font_files_ttf

    return FontFiles(
        name="Source Serif Pro",
        regular=Path(font_files_ttf["SourceSerifPro"]),
        bold=Path(font_files_ttf["SourceSerifProBold"]),
        italic=Path(font_files_ttf["SourceSerifProIt"]),
        bold_italic=Path(font_files_ttf["SourceSerifProBoldIt"]),
    )
