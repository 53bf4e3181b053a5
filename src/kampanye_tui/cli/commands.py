"""Every command and where it is: read when it is called, so that one does not wait for the code of all.

The order is that of the help, which follows the job.
"""

from __future__ import annotations

from importlib import import_module
from typing import Final

import click

from kampanye_tui.cli.options import take_left_out

COMMANDS: Final = {
    "mulai": "beginning:begin_office",
    "kantor": "offices:offices",
    "baru": "agreements:new",
    "buka": "reopening:reopen",
    "daftar": "agreements:listing",
    "lihat": "agreements:show",
    "susun": "composing:compose",
    "acara": "occasion:occasion",
    "klausul": "clauses:clauses",
    "pihak": "parties:parties",
    "urungkan": "undoing:undo",
    "gabungkan": "merging:merge",
    "periksa": "check:check",
    "tanggapan": "responses:responses",
    "bandingkan": "comparing:compare",
    "finalkan": "finalising:finalise",
    "tandatangan": "signing:signing",
    "jeda": "signing:interrupt",
    "tutup": "signing:close",
    "koreksi": "chronicle:correct",
    "riwayat": "chronicle:history",
    "catatan": "chronicle:code",
    "verifikasi": "verifying:verify",
    "bangun-ulang": "rebuilding:rebuild",
    "periksa-simpanan": "storage:check_storage",
    "laporan-teknis": "technical_report:technical_report",
    "cadangkan": "backup:back_up",
    "pinjam": "lending:lend",
    "kembalikan": "lending:give_back",
    "salinan": "copies:copies",
    "pindaian": "scans:scans",
    "bukti": "proving:prove",
    "nomor": "numbers:numbers",
    "ekspor": "export:export",
    "massal": "many_offices:many_offices",
    "rekap": "recap:recap",
    "wilayah": "regions:regions",
    "huruf": "typefaces:typefaces",
    "paket": "packs:packs",
    "ssh": "ssh:forced",
}
"""The word that is typed → module of this room, and the command in it."""


class Commands(click.Group):
    """A group that reads the module of a command when the command is asked for."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Take the packs to be left out from the whole line, then go on as click does."""
        return super().parse_args(ctx, take_left_out(ctx, args))

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the words in the order of the help."""
        del ctx
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the command of a word; None for one that there is not."""
        del ctx
        place = COMMANDS.get(cmd_name)
        if place is None:
            return None
        module, _colon, name = place.partition(":")
        command: click.Command = getattr(import_module(f"kampanye_tui.cli.{module}"), name)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return what click does; for a word that there is not, the likely ones come from our table."""
        try:
            return super().resolve_command(ctx, args)
        except click.exceptions.NoSuchCommand as error:
            raise click.exceptions.NoSuchCommand(
                error.command_name, possibilities=COMMANDS, ctx=ctx
            ) from None
