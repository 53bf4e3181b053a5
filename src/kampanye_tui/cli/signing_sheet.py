"""``tandatangan lembar``: a control sheet that was filled by hand, entered as a whole with its hours."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kampanye_tui.cli.editing import naskah
from kampanye_tui.cli.options import config
from kampanye_tui.cli.output import Exit, data, talk
from kampanye_tui.cli.recording import begin_recording

if TYPE_CHECKING:
    from kampanye_tui.agreement.chain import Book
    from kampanye_tui.cli.recording import Recording

STDOUT = "-"


@click.command("lembar", options_metavar="[OPSI]")
@click.argument("file", metavar="[BERKAS.csv]", required=False)
@click.option("--kosong", "empty", is_flag=True, help="Tulis lembar kosong untuk diisi.")
@click.option("-o", "target", metavar="BERKAS|-", default=STDOUT, help="Dengan --kosong: tujuannya.")
@click.option("--timpa", "overwrite", is_flag=True, help="Ganti berkas yang isinya berbeda.")
@click.option("--coba", "dry", is_flag=True, help="Tunjukkan yang akan dicatat tanpa mencatat.")
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
    from kampanye_tui.model.problem import refuse

    recording = begin_recording(agreement_id, None)
    if empty and file is None:
        return _write_empty(recording, target, overwrite=overwrite)
    if file is None or empty:
        raise refuse(
            "sebutkan satu saja: lembar yang sudah diisi, atau --kosong",
            "Misalnya: kampanye tandatangan lembar lembar.csv --coba",
        )
    return _enter(recording, Path(file), dry=dry)


def _write_empty(recording: Recording, target: str, *, overwrite: bool) -> Exit:
    from kampanye_tui.agreement.signing_table import signing_table
    from kampanye_tui.store.outputs import Output, write_outputs

    made = signing_table(recording.agreement, recording.book().events)
    if target == STDOUT:
        sys.stdout.buffer.write(made)
        return Exit.DONE
    write_outputs([Output(Path(target), made)], overwrite=overwrite, elsewhere="pilih nama lain dengan -o")
    talk(f"Tertulis: {target}. Sesudah diisi: kampanye tandatangan lembar {target} --coba")
    return Exit.DONE


def _enter(recording: Recording, path: Path, *, dry: bool) -> Exit:
    from kampanye_tui.agreement.chronicle import told
    from kampanye_tui.agreement.signing_table import read_signings

    content = path.read_bytes()
    said = {"recorded": recording.recorded, "operator": recording.operator}

    def make(book: Book):
        return read_signings(recording.agreement, book.events, content, path.name, **said)

    entered = make(recording.book()) if dry else recording.record(make)
    for event in entered:
        data(f"{event.occurred:%d-%m-%Y %H.%M}  {told(event, recording.agreement)}")
    if not entered:
        talk("Tidak ada hasil pada lembar ini.")
    elif dry:
        talk(f"Belum dicatat: {len(entered)} hasil; ulangi tanpa --coba untuk mencatat.")
    else:
        talk(f"Tercatat: {len(entered)} hasil.")
    return Exit.DONE
