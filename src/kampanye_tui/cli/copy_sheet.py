"""``salinan lembar``: handing over and receipts of many copies, filled in as one table."""

from __future__ import annotations

import click

from kampanye_tui.cli.editing import naskah
from kampanye_tui.cli.options import config
from kampanye_tui.cli.output import Exit
from kampanye_tui.cli.recording import begin_recording
from kampanye_tui.cli.sheets import enter, lembar, refuse_unclear, write_empty

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

    refuse_unclear(file, COMMAND, empty=empty)
    recording = begin_recording(agreement_id, None)
    if file is None:
        made = receipt_table(recording.agreement, recording.book().events)
        return write_empty(made, target, COMMAND, overwrite=overwrite)
    return enter(recording, file, read_receipts, entered_words, "penyerahan atau tanda terima", dry=dry)
