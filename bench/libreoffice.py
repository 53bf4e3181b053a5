"""The program's own DOCX export, printed by LibreOffice: how offices make their PDFs today."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

from kampanye_tui.api import Document
from kampanye_tui.formats.docx import write
from kampanye_tui.formats.pdf.default_fonts import default_fonts
from kampanye_tui.model.export_format import ExportOptions

TAGGED = 'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}'
PATIENCE = 300


def installed() -> str:
    """Return the program, empty where there is none."""
    return shutil.which("soffice") or ""


class Soffice:
    """LibreOffice with a home of its own, in which the typeface is installed."""

    def __init__(self, home: Path) -> None:
        self.home = home
        fonts = home / ".fonts"
        fonts.mkdir(parents=True)
        for path in (getattr(default_fonts(), face) for face in ("regular", "bold", "italic", "bold_italic")):
            (fonts / path.name).symlink_to(path)

    def version(self) -> str:
        """Return what it calls itself; the first start makes its profile."""
        said = self._run("--version").stdout.split()
        return " ".join(said[:2])

    def printed(self, files: Sequence[Path], folder: Path) -> list[Path]:
        """Print Word files as PDF, all in one call."""
        self._run("--convert-to", TAGGED, "--outdir", str(folder), *map(str, files))
        made = [folder / f"{file.stem}.pdf" for file in files]
        if lacking := [path.name for path in made if not path.exists()]:
            raise RuntimeError(f"LibreOffice did not print {', '.join(lacking)}")
        return made

    def _run(self, *asked: str) -> subprocess.CompletedProcess[str]:
        profile = f"-env:UserInstallation={(self.home / 'profile').as_uri()}"
        return subprocess.run(
            [installed(), profile, "--headless", "--norestore", *asked],
            env={"HOME": str(self.home), "PATH": os.environ["PATH"], "LANG": "C.UTF-8"},
            capture_output=True,
            text=True,
            check=True,
            timeout=PATIENCE,
        )


def word_files(documents: Sequence[Document], folder: Path) -> list[Path]:
    """Write documents as Word files in the program's own typeface."""
    options = ExportOptions(fonts=default_fonts())
    made = []
    for number, document in enumerate(documents):
        stream = BytesIO()
        write(document, stream, options)
        path = folder / f"{number:02d}.docx"
        path.write_bytes(stream.getvalue())
        made.append(path)
    return made
