"""``wilayah``: finding the code of a region."""

from __future__ import annotations

import click

from kampanye_tui.cli.options import as_json, config
from kampanye_tui.cli.output import Exit, data_json, table, talk


@click.command("wilayah", options_metavar="[OPSI]")
@click.argument("sought", metavar="[CARI]", nargs=-1)
@config
@as_json
def regions(sought: tuple[str, ...], as_json: bool) -> Exit:
    """Cari kode wilayah menurut nama atau kode."""
    from kampanye_tui.agreement.region_search import find_regions
    from kampanye_tui.plugin.new_office import known_regions

    found, alike = find_regions(known_regions(), " ".join(sought))
    if alike and found:
        talk(f'Tidak ada wilayah yang memuat "{" ".join(sought)}". Mungkin maksudnya:')
    if as_json:
        data_json(
            [
                {
                    "kode": region.code,
                    "nama": region.name,
                    "jenis": region.kind.value,
                    "provinsi": region.province,
                    "zona": region.zone.value,
                }
                for region in found
            ]
        )
    elif found:
        table(
            ("KODE", "NAMA", "PROVINSI", "ZONA"),
            [(region.code, region.name, region.province, region.zone.value) for region in found],
        )
    if not found:
        talk(f'Tidak ada wilayah yang cocok dengan "{" ".join(sought)}".')
        return Exit.REFUSED
    return Exit.DONE
