"""``tandatangan lembar``: a control sheet that was filled by hand, entered as a whole with its hours."""

from __future__ import annotations

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
    from kampanye_tui.model.event import AnyEvent

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
    from kampanye_tui.agreement.chronicle import told
    from kampanye_tui.agreement.signing_table import read_signings, signing_table
    from kampanye_tui.store.table_file import table_bytes

    refuse_unclear(file, COMMAND, empty=empty)
    recording = begin_recording(agreement_id, None)
    agreement = recording.agreement
    if file is None:
        made = signing_table(agreement, recording.book().events)
        return write_empty(made, target, COMMAND, overwrite=overwrite)
    content, name = table_bytes(Path(file), file), Path(file).name
    said = {"recorded": recording.recorded, "operator": recording.operator}

    def make(book: Book):
        return read_signings(agreement, book.events, content, name, **said)

    def in_words(event: AnyEvent) -> str:
        return f"{event.occurred:%d-%m-%Y %H.%M}  {told(event, agreement)}"

    return enter(recording, make, in_words, "hasil", dry=dry)
