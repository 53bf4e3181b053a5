"""``gabungkan``: a version that could not be saved, put together with the file of its agreement."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from kampanye_tui.cli.editing import begin, coba
from kampanye_tui.cli.options import config
from kampanye_tui.cli.output import Exit, data, talk

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kampanye_tui.agreement.merge_values import Conflict


@click.command("gabungkan", options_metavar="[OPSI]")
@click.argument("agreement_id", metavar="[NASKAH]", required=False)
@click.option(
    "--dahulukan",
    "first",
    type=click.Choice(["saya", "mereka"]),
    metavar="saya|mereka",
    help="Bunyi yang dipakai di tempat yang diubah di kedua versi.",
)
@coba
@config
def merge(agreement_id: str | None, first: str | None, dry: bool) -> Exit:
    """Gabungkan versi yang belum tersimpan dengan naskahnya.

    Versi itu (naskah.bentrok-01.toml) terjadi bila dua orang mengubah naskah
    yang sama. Yang diubah di satu versi saja digabungkan; yang diubah di
    keduanya disebutkan, dan dipilih dengan --dahulukan: saya berarti versi yang
    menunggu, mereka berarti berkas naskah. Tidak ada bunyi yang hilang.

    \b
    Contoh:
      kampanye gabungkan --coba
      kampanye gabungkan --dahulukan mereka
    """
    from kampanye_tui.agreement.finalising import edited
    from kampanye_tui.agreement.merge import from_whom, merged, refuse_final
    from kampanye_tui.agreement.merge_values import Side
    from kampanye_tui.agreement.state import state
    from kampanye_tui.model.problem import Declined, Problem
    from kampanye_tui.store.apart import waiting
    from kampanye_tui.store.ledger import open_ledger
    from kampanye_tui.store.workspace import unite

    saved = begin(agreement_id).saved
    folder, theirs = saved.path.parent, saved.agreement
    versions = waiting(folder)
    if not versions:
        talk("Tidak ada versi yang menunggu digabungkan.")
        return Exit.DONE
    one, *others = versions
    events = open_ledger(folder, theirs.id).book.events
    refuse_final(state(theirs, events))
    asked = merged(one.base, one.ours, theirs).conflicts
    if asked and first is None:
        hint = (
            "Pilih dengan --dahulukan saya atau --dahulukan mereka, atau satu per satu di program layar "
            "dan dengan kampanye susun --baris"
        )
        raise Declined(
            [
                *(Problem(what=f"diubah di kedua versi: {line}") for line in _told(asked)),
                Problem(what=f"{len(asked)} hal belum dipilih, jadi tidak ada yang digabungkan", hint=hint),
            ]
        )
    chosen = {conflict.place: Side(first or Side.THEIRS) for conflict in asked}
    after = edited(theirs, merged(one.base, one.ours, theirs, chosen).agreement, events)
    ours_told, theirs_told = from_whom(one.ours, theirs, after)
    if not dry:
        unite(saved, after, one)
    for whose, lines in (("dari versi Anda", ours_told), ("dari berkas", theirs_told)):
        for line in lines:
            data(f"{whose}: {line}")
    if dry:
        talk("Belum disimpan; ulangi tanpa --coba untuk menyimpan.")
        return Exit.DONE
    talk(f"Digabungkan dengan {one.path.name}. Batalkan dengan: kampanye urungkan {theirs.id}")
    if others:
        talk(f"Masih ada {len(others)} versi yang menunggu; ulangi perintah ini.")
    return Exit.DONE


def _told(asked: Iterable[Conflict]) -> Iterable[str]:
    """Yield each conflict with both wordings on one line."""
    for one in asked:
        ours, theirs = (" ".join(words.split()) for words in (one.ours, one.theirs))
        yield f"{one.about}. Versi Anda: “{ours}”; di berkas: “{theirs}”"
