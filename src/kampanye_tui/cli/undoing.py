"""``urungkan``: the last saved change taken back, and told in words."""

from __future__ import annotations

import click

from kampanye_tui.cli.editing import begin
from kampanye_tui.cli.options import config
from kampanye_tui.cli.output import Exit, data, talk


@click.command("urungkan", options_metavar="[OPSI]")
@click.argument("agreement_id", metavar="[NASKAH]", required=False)
@click.option("--kembalikan", "again", is_flag=True, help="Kembalikan yang baru saja diurungkan.")
@config
def undo(agreement_id: str | None, again: bool) -> Exit:
    """Urungkan perubahan terakhir yang tersimpan.

    Dapat diulang untuk mundur lebih jauh, paling banyak 50 perubahan.

    \b
    Contoh:
      kampanye urungkan
      kampanye urungkan --kembalikan
    """
    from kampanye_tui.agreement.account import told_of
    from kampanye_tui.agreement.finalising import refuse_step_back
    from kampanye_tui.store.ledger import open_ledger
    from kampanye_tui.store.workspace import peek, undo

    saved = begin(agreement_id).saved
    other = peek(saved, again=again)
    if other is not None:
        refuse_step_back(saved.agreement, other, open_ledger(saved.path.parent, other.id).book.events)
    back = undo(saved, again=again)
    lines = told_of(saved.agreement, back.agreement)
    talk("Dikembalikan:" if again else "Diurungkan; naskah berubah menjadi:")
    for line in lines or ("= naskah: isinya sama, hanya berkasnya yang berbeda",):
        data(line)
    if not again:
        talk(f"Keliru? Kembalikan dengan: kampanye urungkan {back.agreement.id} --kembalikan")
    return Exit.DONE
