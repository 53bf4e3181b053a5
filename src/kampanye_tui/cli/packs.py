"""``paket``: which packs are used, what they add, and why others are not used; no code of them runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from kampanye_tui.cli.options import as_json, config
from kampanye_tui.cli.output import data_json, table, talk
from kampanye_tui.cli.pack_author import new, preview
from kampanye_tui.cli.pack_check import check
from kampanye_tui.cli.pack_files import install, pack
from kampanye_tui.cli.pack_news import difference
from kampanye_tui.cli.pack_trust import accept, details, revoke, turn_off, turn_on
from kampanye_tui.cli.session import locate

if TYPE_CHECKING:
    from kampanye_tui.model.pack import PackStatus


@click.group("paket", options_metavar="[OPSI]", subcommand_metavar="PERINTAH [ARGUMEN]...")
@config
def packs() -> None:
    """Paket daerah: isi, asal, dan persetujuannya."""


packs.add_command(new)
packs.add_command(check)
packs.add_command(preview)
packs.add_command(pack)
packs.add_command(install)
packs.add_command(details)
packs.add_command(difference)
packs.add_command(accept)
packs.add_command(revoke)
packs.add_command(turn_on)
packs.add_command(turn_off)


@packs.command("daftar", options_metavar="[OPSI]")
@config
@as_json
def listing(as_json: bool) -> None:
    """Tampilkan paket yang ditemukan dan keadaannya."""
    from kampanye_tui.plugin.host import listed

    located = locate()
    configuration = located.configuration
    host = listed(configuration.packs, located.folder, configuration.office.region, located.own)
    statuses = list(host.statuses.values())
    if as_json:
        data_json([as_table(status) for status in statuses])
        return
    table(
        ("ID", "VERSI", "WILAYAH", "KEADAAN", "MENAMBAH"),
        [
            (
                status.id,
                status.version,
                region_of(status),
                status.state.value,
                ", ".join(status.adds),
            )
            for status in statuses
        ],
    )
    for status in statuses:
        if status.reason:
            talk(f"{status.id}: {status.reason}")


def region_of(status: PackStatus) -> str:
    """Return the region of a pack in words; a folder that could not be read has none."""
    return status.region or ("nasional" if status.version else "-")


def as_table(status: PackStatus) -> dict[str, object]:
    """Return a status as JSON shows it, every key in every row."""
    return {
        "id": status.id,
        "nama": status.name,
        "versi": status.version,
        "jenis": status.kind.value if status.kind else "",
        "wilayah": status.region,
        "keadaan": status.state.value,
        "menambah": list(status.adds),
        "sha256": status.fingerprint,
        "folder": status.folder,
        "sebab": status.reason,
    }
