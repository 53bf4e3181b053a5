"""``pihak impor`` and ``pihak ekspor``: the pihak as a table that Excel opens, and such a table read back."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from kampanye_tui.cli.editing import begin, naskah
from kampanye_tui.cli.options import config
from kampanye_tui.cli.output import Exit, talk

STDOUT = "-"


@click.command("impor", options_metavar="[OPSI]")
@click.argument("file", metavar="BERKAS.csv")
@click.option("--terapkan", "keep", is_flag=True, help="Simpan; tanpa ini hanya ditunjukkan.")
@click.option("--ganti-semua", "whole", is_flag=True, help="Yang tidak ada di berkas dikeluarkan.")
@naskah
@config
def read_in(file: str, keep: bool, whole: bool, agreement_id: str | None) -> Exit:
    """Baca pihak dari CSV: tunjukkan perubahannya, simpan bila diminta.

    Judul kolom sama dengan hasil ekspor; hanya "id" yang wajib ada, sel kosong
    berarti tetap. Berkas dari Excel dapat langsung dibaca.

    \b
    Contoh:
      kampanye pihak ekspor pihak.csv
      kampanye pihak impor pihak.csv
      kampanye pihak impor pihak.csv --terapkan
    """
    from kampanye_tui.agreement.party_table import read_table_of, with_rows
    from kampanye_tui.model.party import ORGANISER_ID
    from kampanye_tui.model.problem import Declined, Problem

    editing = begin(agreement_id)
    path = Path(file)
    rows = read_table_of(path.read_bytes(), path.name)
    after = with_rows(editing.agreement, rows, path.name, whole=whole)
    if after.party(ORGANISER_ID) is None and editing.agreement.party(ORGANISER_ID) is not None:
        what = f'{path.name}: baris "{ORGANISER_ID}" tidak ada, padahal naskah ini dibuat olehnya'
        raise Declined([Problem(what=what, hint="Tambahkan barisnya, atau impor tanpa --ganti-semua")])
    return editing.keep(after, dry=not keep, again="dengan --terapkan")


@click.command("ekspor", options_metavar="[OPSI]")
@click.argument("file", metavar="[BERKAS|-]", default=STDOUT)
@click.option("--timpa", "overwrite", is_flag=True, help="Ganti berkas yang isinya berbeda.")
@naskah
@config
def write_out(file: str, overwrite: bool, agreement_id: str | None) -> Exit:
    """Tulis pihak sebagai CSV untuk disunting di Excel.

    Tanpa nama berkas, ditulis ke stdout.

    \b
    Contoh:
      kampanye pihak ekspor pihak.csv
    """
    from kampanye_tui.agreement.party_table import table_of
    from kampanye_tui.store.outputs import Output, write_outputs

    agreement = begin(agreement_id).agreement
    made = table_of(agreement)
    if file == STDOUT:
        sys.stdout.buffer.write(made)
        return Exit.DONE
    write_outputs([Output(Path(file), made)], overwrite=overwrite, elsewhere="pilih nama lain")
    talk(f"Tertulis: {file}, {len(agreement.parties)} pihak. Sesudah disunting: kampanye pihak impor {file}")
    return Exit.DONE
