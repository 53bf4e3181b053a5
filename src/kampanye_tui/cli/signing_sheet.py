"""``tandatangan lembar``: a control sheet that was filled by hand, entered as a whole with its hours."""

from __future__ import annotations

import click

from kampanye_tui.cli.editing import naskah
from kampanye_tui.cli.options import config
from kampanye_tui.cli.output import Exit
from kampanye_tui.cli.recording import begin_recording
from kampanye_tui.cli.sheets import enter, lembar, refuse_unclear, write_empty

COMMAND = "tandatangan lembar"


@click.command("lembar", options_metavar="[OPSI]")
@lembar
@naskah
@config
def sheet(
    file: str | None, empty: bool, target: str, overwrite: bool, dry: bool, agreement_id: str | None
) -> Exit:
    """Catat isi lembar kendali sekaligus, misalnya sesudah listrik padam.

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

    refuse_unclear(file, COMMAND, empty=empty)
    recording = begin_recording(agreement_id, None)
    if file is None:
        made = signing_table(recording.agreement, recording.book().events)
        return write_empty(made, target, COMMAND, overwrite=overwrite)
    return enter(recording, file, read_signings, told_at, "hasil", dry=dry)
