"""An export format: the places to sign of a document as CSV, for mail merge and name tags.

It reads nothing but the document. Semicolons and a byte order mark let Excel open it in columns.
"""

import csv
import io

from kampanye_tui.api import ExportFormat, SignatureGrid, hookimpl

HEAD = ("nomor_urut", "pihak", "peran", "jabatan", "nama")
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write(document, stream, options):
    """Write one row for each place to sign; returns no number of pages."""
    text = io.StringIO(newline="")
    rows = csv.writer(text, delimiter=";", lineterminator="\r\n")
    rows.writerow(HEAD)
    for block in document.blocks:
        if isinstance(block, SignatureGrid):
            for field in block.fields:
                number = "" if field.ballot_number is None else str(field.ballot_number)
                cells = (number, field.caption, field.role, field.office, field.name)
                rows.writerow([harmless(cell) for cell in cells])
    stream.write(text.getvalue().encode("utf-8-sig"))


def harmless(cell):
    """Return the cell so that no spreadsheet takes it for a formula."""
    return f"'{cell}" if cell.startswith(FORMULA) else cell


@hookimpl
def kampanye_export_formats():
    return [
        ExportFormat(
            id="penandatangan-csv",
            label="Daftar penanda tangan (CSV)",
            suffix=".csv",
            write=write,
        )
    ]
