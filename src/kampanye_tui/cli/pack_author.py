"""``paket baru`` and ``paket pratinjau``: a pack begun, and what it does looked at."""

from __future__ import annotations

from pathlib import Path

import click

from kampanye_tui.cli.options import config
from kampanye_tui.cli.output import data, talk
from kampanye_tui.cli.pack_check import everybodys_papers


@click.command("baru", options_metavar="[OPSI]")
@click.argument("code", metavar="KODE")
@click.option(
    "--jenis",
    "kind",
    type=click.Choice(["data", "python"]),
    default="data",
    metavar="data|python",
    help="Python hanya untuk yang tidak dapat dikatakan data.",
)
@config
def new(code: str, kind: str) -> None:
    """Buat folder paket baru untuk wilayah dengan kode itu.

    Isinya langsung lolos pemeriksaan; ganti klausul contohnya dengan milik
    kantor. Kode wilayah dicari dengan: kampanye wilayah NAMA

    \b
    Contoh:
      kampanye paket baru 51.71
      kampanye paket baru 51 --jenis python
    """
    from kampanye_tui.model.messages import nearest
    from kampanye_tui.model.pack import PackKind
    from kampanye_tui.model.problem import refuse
    from kampanye_tui.plugin.new_office import known_regions
    from kampanye_tui.plugin.new_pack import new_pack, pack_id
    from kampanye_tui.store.pack_files import write_pack

    regions = {region.code: region for region in known_regions()}
    if code not in regions:
        near = nearest(code, regions)
        hint = near if near.startswith("Mungkin") else "Cari dengan: kampanye wilayah NAMA"
        raise refuse(f'kode wilayah "{code}" tidak dikenal', hint)
    chosen = PackKind(kind)
    name = pack_id(regions[code], chosen)
    write_pack(Path(name), new_pack(regions[code], chosen))
    data(name)
    talk(f"Paket untuk {regions[code].name} dibuat di folder {name}; mulailah dari {name}/BACA-SAYA.md.")
    talk(f"Periksa dengan: kampanye paket periksa {name}")


@click.command("pratinjau", options_metavar="[OPSI]")
@click.argument("folder", metavar="FOLDER", type=click.Path(path_type=Path))
@click.option("--wilayah", "code", metavar="KODE", help="Wilayah kantor; biasanya yang pertama.")
@config
def preview(folder: Path, code: str | None) -> None:
    """Tampilkan hasil paket di satu wilayah, tanpa memasangnya.

    Untuk setiap pemilihan: klausul beserta asalnya, perbedaan dari paket
    nasional, dan teks setiap dokumen.

    \b
    Contoh:
      kampanye paket pratinjau kota-denpasar --wilayah 51.71
    """
    from kampanye_tui.plugin.pack_preview import preview as lines_of

    for line in lines_of(folder, code, everybodys_papers):
        data(line)
