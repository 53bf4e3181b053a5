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
    from kampanye_tui.agreement.layers import lay
    from kampanye_tui.plugin.host import Host

    wanted = " ".join(sought).casefold()
    given = Host("", (), ()).collect("kampanye_regions")
    found = [
        region
        for region in lay(given, lambda region: region.code, "wilayah")[0]
        if region.code.startswith(wanted)
        or any(wanted in name.casefold() for name in (region.name, *region.aliases))
    ]
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
