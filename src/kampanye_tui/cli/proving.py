"""``bukti``: what proves an agreement to outsiders, as one zip file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from kampanye_tui.cli.options import config
from kampanye_tui.cli.output import Exit, data, talk
from kampanye_tui.cli.party_package import timpa
from kampanye_tui.cli.recording import begin_recording, waktu
from kampanye_tui.cli.typed import Line

if TYPE_CHECKING:
    from kampanye_tui.agreement.chain import Book
    from kampanye_tui.model.event import Disclosed


@click.command("bukti", options_metavar="[OPSI]")
@click.argument("agreement_id", metavar="[NASKAH]", required=False)
@click.option("--untuk", "party", metavar="PIHAK", help="Jawaban tentang satu pihak saja.")
@click.option(
    "--dengan-pindaian",
    "scans",
    is_flag=True,
    help="Sertakan pindaian yang disimpan; dengan --untuk, tanpa milik pihak lain.",
)
@click.option(
    "--permintaan", "request", type=Line(), default="", metavar="SURAT", help="Surat yang meminta pindaian."
)
@click.option("-o", "target", metavar="BERKAS.zip", help="Berkas tujuan.")
@timpa
@waktu
@config
def prove(
    agreement_id: str | None,
    party: str | None,
    scans: bool,
    request: str,
    target: str | None,
    overwrite: bool,
    when: str | None,
) -> Exit:
    """Buat berkas bukti untuk pihak luar. Isinya jawaban, naskah, dan catatan.

    Isinya dapat diperiksa tanpa program ini, tanpa jaringan, di Windows biasa.
    Nomor telepon, NIK, dan surel dibuang. Pindaian hanya disertakan atas
    permintaan tertulis, dan penyerahannya dicatat.

    \b
    Contoh:
      kampanye bukti -o bukti.zip
      kampanye bukti --untuk partai-demokrat
      kampanye bukti --dengan-pindaian --permintaan "surat nomor 12/PN/2024"
    """
    import hashlib
    from functools import partial

    from kampanye_tui.agreement.chain import Chained, added
    from kampanye_tui.agreement.evidencing import disclosed
    from kampanye_tui.agreement.verification import verified
    from kampanye_tui.export import folder_for, maker_for, named_party
    from kampanye_tui.model.problem import refuse
    from kampanye_tui.proof_bundle import proof_bundle, refuse_unproven
    from kampanye_tui.store.bundle import bundled
    from kampanye_tui.store.kept import read_kept
    from kampanye_tui.store.outputs import Output, write_outputs, write_recorded

    if request and not scans:
        raise refuse("permintaan hanya dicatat bila pindaian disertakan", "Tambahkan --dengan-pindaian")
    recording = begin_recording(agreement_id, when)
    located, folder = recording.editing.located, recording.editing.saved.path.parent
    kept = read_kept(folder)
    found = verified(kept)
    refuse_unproven(found)
    final = found.texts[max(found.texts)]
    holder = named_party(final, party) if party else None
    behind = f"_{holder.id}" if holder else ""
    path = Path(target) if target else folder_for(located, final.id) / f"bukti_{final.id}{behind}.zip"
    book, ledger = Chained(found.events, found.heads[-1]), kept.ledger or b""
    events: tuple[Disclosed, ...] = ()
    if scans:
        given_to = holder.id if holder else ""
        events = disclosed(book.events, request=request, party=given_to, **recording.said)
        # The bundle tells that it was given out, yet nothing is recorded before all of it is made.
        ledger += added(book, events)[0]
        found = verified(kept._replace(ledger=ledger))
    maker = maker_for(located, recording.editing.library(final), final)
    made = proof_bundle(found, ledger, maker, holder, folder if scans else None)
    output, elsewhere = Output(path, bundled(made.files)), "pilih berkas lain dengan -o"
    if events:
        append = partial(recording.record, partial(_unless_grown, book, events))
        write_recorded(output, append, overwrite=overwrite, elsewhere=elsewhere)
    else:
        write_outputs([output], overwrite=overwrite, elsewhere=elsewhere)
    data(str(path))
    if made.closed:
        lines = ", ".join(map(str, made.closed))
        talk(
            f"Kejadian nomor {lines} memuat nomor telepon, NIK, atau surel, yang ditutup dalam berkas bukti."
        )
    talk(f"Selesai: {len(made.files)} berkas. SHA-256 berkas zip, untuk ditulis dalam surat pengantarnya:")
    talk(hashlib.sha256(output.data).hexdigest())
    return Exit.DONE


def _unless_grown(before: Book, events: tuple[Disclosed, ...], book: Book) -> tuple[Disclosed, ...]:
    """Return the events where the ledger still is what the bundle was made from; raises Declined."""
    from kampanye_tui.model.problem import Declined, Problem

    if book.head != before.head:
        what = "catatan kejadian bertambah sewaktu berkas bukti disusun, jadi tidak ada yang diserahkan"
        raise Declined([Problem(what=what, hint="Ulangi perintah ini")])
    return events
