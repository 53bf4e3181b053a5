"""``salinan lembar``: handing over and receipts of many copies, filled in as one table."""

from __future__ import annotations

from typing import Any

import click

from kampanye_tui.cli.editing import naskah
from kampanye_tui.cli.options import config
from kampanye_tui.cli.output import Exit
from kampanye_tui.cli.sheets import Sheet, fill_in, lembar


@click.command("lembar", options_metavar="[OPSI]")
@lembar
@naskah
@config
def copy_sheet(file: str | None, agreement_id: str | None, **asked: Any) -> Exit:
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

    listed = Sheet(
        "salinan lembar", "penyerahan atau tanda terima", receipt_table, read_receipts, entered_words
    )
    return fill_in(listed, file, agreement_id, **asked)
