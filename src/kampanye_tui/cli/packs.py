"""``paket daftar``: which packs are used, what they add, and why others are not used."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from kampanye_tui.cli.options import as_json, config
from kampanye_tui.cli.output import data_json, table, talk
from kampanye_tui.cli.pack_author import new, preview
from kampanye_tui.cli.pack_check import check
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


@packs.command("daftar", options_metavar="[OPSI]")
@config
@as_json
def listing(as_json: bool) -> None:
    """Tampilkan paket yang ditemukan dan keadaannya."""
    from kampanye_tui.plugin.library import open_library

    located = locate()
    configuration = located.configuration
    library = open_library(
        configuration.packs,
        located.folder,
        configuration.office.region,
        configuration.election.id,
        configuration.occasion.day,
        located.label,
    )
    statuses = list(library.host.statuses.values())
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
        if printed := library.host.printed.get(status.id, "").strip():
            talk(f"{status.id} mencetak: {printed}")


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
