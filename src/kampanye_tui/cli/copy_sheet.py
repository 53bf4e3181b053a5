"""``salinan lembar``: handing over and receipts of many copies, filled in as one table."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kampanye_tui.cli.editing import naskah
from kampanye_tui.cli.options import config
from kampanye_tui.cli.output import Exit
from kampanye_tui.cli.recording import begin_recording
from kampanye_tui.cli.sheets import enter, lembar, refuse_unclear, write_empty

if TYPE_CHECKING:
    from kampanye_tui.agreement.chain import Book

COMMAND = "salinan lembar"


@click.command("lembar", options_metavar="[OPSI]")
@lembar
@naskah
@config
def copy_sheet(
    file: str | None, empty: bool, target: str, overwrite: bool, dry: bool, agreement_id: str | None
) -> Exit:
    """Catat penyerahan dan tanda terima sekaligus dari satu lembar.

    Isi diserahkan dan diterima dengan tanggal; penerima hanya bila bukan yang
    diserahi. Baris tanpa isian dilewati. Bila satu baris keliru, tidak ada yang
    dicatat.

    \b
    Contoh:
      kampanye salinan lembar --kosong -o penyerahan.csv
      kampanye salinan lembar penyerahan.csv --coba
      kampanye salinan lembar penyerahan.csv
    """
    from kampanye_tui.agreement.receipt_table import entered_words, read_receipts, receipt_table
    from kampanye_tui.store.table_file import table_bytes

    refuse_unclear(file, COMMAND, empty=empty)
    recording = begin_recording(agreement_id, None)
    agreement = recording.agreement
    if file is None:
        made = receipt_table(agreement, recording.book().events)
        return write_empty(made, target, COMMAND, overwrite=overwrite)
    content, name = table_bytes(Path(file), file), Path(file).name
    said = {"recorded": recording.recorded, "operator": recording.operator}

    def make(book: Book):
        return read_receipts(agreement, book.events, content, name, **said)

    return enter(recording, make, partial(entered_words, agreement), "penyerahan atau tanda terima", dry=dry)
