"""``pihak impor`` and ``pihak ekspor``: the pihak as a table that Excel opens, and such a table read back."""

from __future__ import annotations

from pathlib import Path

import click

from kampanye_tui.cli.editing import begin, naskah
from kampanye_tui.cli.options import config
from kampanye_tui.cli.output import Exit
from kampanye_tui.cli.sheets import STDOUT, write_table


@click.command("impor", options_metavar="[OPSI]")
@click.argument("file", metavar="BERKAS.csv")
@click.option("--terapkan", "keep", is_flag=True, help="Simpan; tanpa ini hanya ditunjukkan.")
@click.option("--ganti-semua", "whole", is_flag=True, help="Yang tidak ada di berkas dikeluarkan.")
@naskah
@config
def read_in(file: str, keep: bool, whole: bool, agreement_id: str | None) -> Exit:
    """Baca pihak dari CSV: tunjukkan bedanya, simpan bila diminta.

    Judul kolom sama dengan hasil ekspor; hanya "id" yang wajib ada, sel kosong
    berarti tetap. Berkas dari Excel dapat langsung dibaca.

    \b
    Contoh:
      kampanye pihak ekspor pihak.csv
      kampanye pihak impor pihak.csv
      kampanye pihak impor pihak.csv --terapkan
    """
    from kampanye_tui.agreement.edit_parties import with_table
    from kampanye_tui.store.table_file import table_bytes

    editing = begin(agreement_id)
    path = Path(file)
    after = with_table(editing.agreement, table_bytes(path, file), path.name, whole=whole)
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

    agreement = begin(agreement_id).agreement
    then = f", {len(agreement.parties)} pihak. Sesudah disunting: kampanye pihak impor {file}"
    return write_table(table_of(agreement), file, then, overwrite=overwrite)
