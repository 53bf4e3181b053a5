"""``pihak kelompok``: in which groups people sign, and how each of them does."""

from __future__ import annotations

import click

from kampanye_tui.cli.editing import begin, coba, naskah
from kampanye_tui.cli.options import as_json, config
from kampanye_tui.cli.output import Exit, data_json, table

MODES = ("semua", "bersama", "salah-satu")
"""Written out, since help needs them and no file has to be read for help."""


@click.command("kelompok", options_metavar="[OPSI]")
@click.argument("group", metavar="[N]", type=click.IntRange(1), required=False)
@click.argument("mode", metavar="[CARA]", type=click.Choice(MODES), required=False)
@naskah
@coba
@config
@as_json
def groups(group: int | None, mode: str | None, agreement_id: str | None, dry: bool, as_json: bool) -> Exit:
    """Tampilkan kelompok penanda tangan, atau ubah caranya.

    Kelompok menandatangani menurut urutan nomornya. CARA: semua (satu per satu),
    bersama (pada satu waktu), salah-satu (satu tanda tangan sudah cukup). Anggotanya
    dipindahkan dengan: kampanye pihak ubah ID --kelompok N

    \b
    Contoh:
      kampanye pihak kelompok
      kampanye pihak kelompok 3 bersama
    """
    from kampanye_tui.agreement.edit_groups import with_mode
    from kampanye_tui.agreement.seating import groups_of
    from kampanye_tui.model.problem import refuse
    from kampanye_tui.model.signing_group import SigningMode

    editing = begin(agreement_id)
    agreement = editing.agreement
    if group is not None:
        if mode is None:
            raise refuse("cara kelompok itu belum disebutkan", f"Pilih salah satu: {', '.join(MODES)}")
        return editing.keep(with_mode(agreement, group, SigningMode(mode)), dry=dry)
    rows = [
        (number, agreement.mode_of(number).value, [one.id for one in members])
        for number, members in groups_of(agreement).items()
    ]
    if as_json:
        data_json([{"kelompok": number, "cara": how, "pihak": ids} for number, how, ids in rows])
    else:
        cells = [(str(number), how, ", ".join(ids)) for number, how, ids in rows]
        table(("KELOMPOK", "CARA", "PIHAK"), cells, whole=2)
    return Exit.DONE
