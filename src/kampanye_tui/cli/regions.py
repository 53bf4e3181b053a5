"""``wilayah``: finding the code of a region."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from kampanye_tui.cli.options import as_json, config
from kampanye_tui.cli.output import Exit, data_json, table, talk

if TYPE_CHECKING:
    from kampanye_tui.agreement.region_search import Found
    from kampanye_tui.model.region import Region


@click.command("wilayah", options_metavar="[OPSI]")
@click.argument("sought", metavar="[CARI]", nargs=-1)
@config
@as_json
def regions(sought: tuple[str, ...], as_json: bool) -> Exit:
    """Cari kode wilayah menurut nama atau kode."""
    found, alike = search(" ".join(sought))
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


def search(wanted: str) -> Found:
    """Return the regions of the national pack that are meant by some words or a code."""
    from kampanye_tui.agreement.layers import lay
    from kampanye_tui.agreement.region_search import find_regions
    from kampanye_tui.plugin.host import Host

    given = Host("", (), ()).collect("kampanye_regions")
    return find_regions(lay(given, lambda region: region.code, "wilayah")[0], wanted)


def label(region: Region) -> str:
    """Return a region as a list of choices shows it."""
    inside = f", {region.province}" if region.province not in region.designation else ""
    return f"{region.designation}{inside} ({region.code})"
