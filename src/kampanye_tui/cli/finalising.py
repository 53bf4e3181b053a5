"""``finalkan``: the gate before a final text, and the text made final."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from kampanye_tui.cli.options import config
from kampanye_tui.cli.output import Exit, talk
from kampanye_tui.cli.recording import begin_recording, kejadian, say, tell_recorded

if TYPE_CHECKING:
    from kampanye_tui.agreement.finalising import Obstacle
    from kampanye_tui.cli.recording import Recording


@click.command("finalkan", options_metavar="[OPSI]")
@click.argument("agreement_id", metavar="[NASKAH]", required=False)
@click.option("--alasan", "reason", default="", metavar="T", help="Mengapa ada revisi sesudah yang final.")
@click.option("--tetap", "override", default="", metavar="ALASAN", help="Finalkan walau masih ada hambatan.")
@click.option("--coba", "dry", is_flag=True, help="Tunjukkan hambatannya saja.")
@kejadian
@config
def finalise(agreement_id: str | None, reason: str, override: str, dry: bool, when: str | None) -> Exit:
    """Nyatakan naskah final bila tidak ada yang menghalangi.

    Naskah final tidak berubah lagi: perubahan sesudahnya menjadi revisi baru
    yang memerlukan alasan dan tanda tangan baru.

    \b
    Contoh:
      kampanye finalkan --coba
      kampanye finalkan --alasan "Klausul 3 diperbaiki atas permintaan PKB"
    """
    from kampanye_tui.agreement.finalising import revised
    from kampanye_tui.agreement.fingerprint import short_code, text_digest
    from kampanye_tui.store.workspace import save
    from kampanye_tui.work import finalise as make_final

    recording = begin_recording(agreement_id, when)
    editing = recording.editing
    found = _hindrances(recording)
    for one in found:
        talk(f"Menghalangi: {one.words}")
    _tell_asked_again(recording)
    if dry:
        talk("Siap difinalkan." if not found else f"{len(found)} hal menghalangi finalisasi.")
        return Exit.REFUSED if found else Exit.DONE
    before = recording.book().events
    agreement = revised(recording.agreement, before)
    make_final(
        editing.saved.path.parent, agreement, found, **recording.said, reason=reason, override=override
    )
    if agreement != editing.agreement:
        save(editing.saved, agreement)
    tell_recorded(recording.book().events[len(before) :])
    code = short_code(text_digest(agreement))
    say(code)
    talk(f"Naskah {agreement.id} final sebagai revisi {agreement.revision}, kode naskah {code}.")
    return Exit.DONE


def _tell_asked_again(recording: Recording) -> None:
    """Tell which objections were to words that have changed since; they stand in nobody's way."""
    from kampanye_tui.agreement.responding import answers_of
    from kampanye_tui.agreement.response_matrix import objections_asked_again

    for one in objections_asked_again(recording.agreement, answers_of(recording.book().events)):
        called = f"{one.party.called} atas klausul {one.clause.title}"
        talk(f"Belum dijawab lagi sesudah bunyinya diubah: keberatan {called} ({one.remark})")


def _hindrances(recording: Recording) -> tuple[Obstacle, ...]:
    from kampanye_tui.agreement.checks import run
    from kampanye_tui.work import hindrances

    library, agreement = recording.editing.library(), recording.agreement
    book = recording.book()
    findings = run(agreement, library.reference, library.rules, book.events)
    return hindrances(agreement, book, library, findings)
