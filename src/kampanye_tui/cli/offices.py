"""``kantor``: the configurations of a province's offices, made from one table."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from kampanye_tui.cli.asking import Questions
from kampanye_tui.cli.beginning import chosen_election
from kampanye_tui.cli.options import config, left_out
from kampanye_tui.cli.output import data, talk
from kampanye_tui.cli.typed import Day, Line, known_day


@click.command("kantor", options_metavar="[OPSI]")
@click.option(
    "--dari",
    "source",
    type=click.Path(path_type=Path),
    metavar="BERKAS.csv",
    help="Tabel dengan satu baris setiap kantor.",
)
@click.option("--pemilu", "election", type=Line(), metavar="ID", help="Misalnya pemilu-2024.")
@click.option("--tanggal", "day", type=Day(), metavar="T", help="Hari penandatanganan.")
@click.option(
    "-o",
    "target",
    type=click.Path(path_type=Path),
    metavar="FOLDER",
    default=".",
    help="Tempat folder kantor.",
)
@config
def offices(source: Path | None, election: str | None, day: date | str | None, target: Path) -> None:
    """Tulis kampanye.toml untuk semua kantor di sebuah tabel.

    Kolom kode wajib ada; kolom lain boleh kosong: alamat, kontak, kota, ketua, dan
    nama lembaga menurut id-nya, misalnya polres, kejari, kodim. Setiap kantor
    mendapat foldernya sendiri; bila satu baris keliru, tidak ada yang ditulis.

    \b
    Contoh:
      kampanye kantor --dari daerah.csv --pemilu pilkada-2024
    """
    from kampanye_tui.model.problem import refuse
    from kampanye_tui.plugin.new_office import known_regions
    from kampanye_tui.plugin.province_offices import Table, province_offices
    from kampanye_tui.store.new_configuration import write_configurations
    from kampanye_tui.store.table_file import table_bytes

    if source is None:
        raise refuse("tabelnya belum disebut", "Sebutkan dengan --dari BERKAS.csv")
    content = table_bytes(source, str(source))
    chosen = chosen_election(Questions(silent=election is not None), election, (), Path())
    table = Table(content, source.name)
    made = province_offices(table, known_regions(), chosen, known_day(day), target, left_out())
    write_configurations((one.path, one.configuration, one.reference) for one in made)
    for one in made:
        data(str(one.path))
    talk(f"{len(made)} kantor ditulis. Di folder setiap kantor, lanjutkan dengan: kampanye baru")
