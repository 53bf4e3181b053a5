"""``tandatangan lembar``: a control sheet that was filled by hand, entered as a whole with its hours."""

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
def sheet(file: str | None, agreement_id: str | None, **asked: Any) -> Exit:
    """Catat isi lembar kendali sekaligus, misalnya bila listrik padam.

    Isi hasil: menandatangani, hadir, tidak-hadir, atau menyusul. Baris tanpa isian
    dilewati. Bila satu baris keliru, tidak ada yang dicatat.

    \b
    Contoh:
      kampanye tandatangan lembar --kosong -o lembar.csv
      kampanye tandatangan lembar lembar.csv --coba
      kampanye tandatangan lembar lembar.csv
    """
    from kampanye_tui.agreement.chronicle import told_at
    from kampanye_tui.agreement.signing_table import read_signings, signing_table

    listed = Sheet("tandatangan lembar", "hasil", signing_table, read_signings, told_at)
    return fill_in(listed, file, agreement_id, **asked)
