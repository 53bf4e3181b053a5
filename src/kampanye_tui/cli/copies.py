"""``salinan``: numbered copies, printed, handed over, received, back at the office or spoiled."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from kampanye_tui.cli.copy_sheet import copy_sheet
from kampanye_tui.cli.editing import naskah
from kampanye_tui.cli.options import as_json, config
from kampanye_tui.cli.output import Exit, Progress, data_json, table, talk
from kampanye_tui.cli.party_package import package, timpa
from kampanye_tui.cli.recording import begin_recording, kejadian, say
from kampanye_tui.cli.typed import Day, Line

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from typing import Any

    from kampanye_tui.agreement.copy_standing import CopyRow

    Option = Callable[[Callable[..., Exit]], Any]

FORMS = ("asli", "salinan")

bentuk = click.option(
    "--bentuk",
    "form",
    type=click.Choice(FORMS),
    default="salinan",
    metavar="B",
    help="asli atau salinan; biasanya salinan.",
)
tanggal = click.option(
    "--tanggal", "day", type=Day(), metavar="T", help="Tanggal, bila jamnya tidak dicatat."
)
sebagai = click.option(
    "--sebagai", "capacity", type=Line(), default="", metavar="KAPASITAS", help="Sebagai apa."
)
nomor = click.argument("number", metavar="NOMOR", type=click.IntRange(1))


def alasan(told: str) -> Option:
    """Return the option for a reason, with its help."""
    return click.option("--alasan", "reason", type=Line(), default="", metavar="A", help=told)


@click.group("salinan", options_metavar="[OPSI]", subcommand_metavar="PERINTAH [ARGUMEN]...")
@config
def copies() -> None:
    """Cetak, serahkan, dan catat naskah bernomor."""


copies.add_command(package)
copies.add_command(copy_sheet)


@copies.command("daftar", options_metavar="[OPSI]")
@naskah
@config
@as_json
def listing(agreement_id: str | None, as_json: bool) -> None:
    """Tampilkan asli, salinan, dan pindaian: untuk siapa dan di mana.

    \b
    Contoh:
      kampanye salinan daftar
    """
    from kampanye_tui.agreement.copy_standing import copy_rows, signature_sum
    from kampanye_tui.agreement.evidencing import scan_rows
    from kampanye_tui.agreement.state import state

    recording = begin_recording(agreement_id, None)
    stands = state(recording.agreement, recording.book().events)
    rows = (*copy_rows(recording.agreement, stands), *scan_rows(recording.agreement, stands))
    if as_json:
        data_json([_row(row) for row in rows])
        return
    table(
        ("BENTUK", "NOMOR", "UNTUK", "KEADAAN", "SEJAK", "PENERIMA", "CATATAN"),
        [
            (
                row.form,
                str(row.number),
                row.holder,
                row.told,
                f"{row.occurred:%d-%m-%Y}" if row.occurred else "",
                f"{row.receiver} ({row.capacity})" if row.receiver else "",
                row.remark,
            )
            for row in rows
        ],
        whole=2,
    )
    plan = signature_sum(recording.agreement, stands)
    talk(
        f"{plan.originals} asli × {plan.signers} penanda tangan = {plan.signatures} tanda tangan; "
        f"{plan.copies} salinan direncanakan."
    )


def _row(row: CopyRow) -> dict[str, Any]:
    return {
        "bentuk": row.form,
        "nomor": row.number,
        "untuk": row.party,
        "nama": row.holder,
        "keadaan": row.standing,
        "usang": row.outdated,
        "penerima": row.receiver,
        "sebagai": row.capacity,
        "terjadi": row.occurred.isoformat() if row.occurred else None,
        "catatan": row.remark,
    }


@copies.command("cetak", options_metavar="[OPSI]")
@click.argument("recipients", metavar="[PIHAK]...", nargs=-1)
@bentuk
@click.option("-o", "target", metavar="FOLDER", help="Folder tujuan.")
@timpa
@naskah
@kejadian
@config
def run_off(
    recipients: tuple[str, ...],
    form: str,
    target: str | None,
    overwrite: bool,
    agreement_id: str | None,
    when: str | None,
) -> Exit:
    """Buat PDF bernomor yang belum dicetak, dan catat sebagai dicetak.

    Salinan dapat dicetak sesudah penandatanganan ditutup; asli sesudah naskah
    final. Salinan yang rusak diganti dengan nomor baru.

    \b
    Contoh:
      kampanye salinan cetak
      kampanye salinan cetak --bentuk asli
    """
    from kampanye_tui.export import folder_for, maker_for, recipients_of
    from kampanye_tui.handing_out import copies_to_print, print_run
    from kampanye_tui.model.agreement import CopyForm

    recording = begin_recording(agreement_id, when)
    agreement, located = recording.agreement, recording.editing.located
    holders = recipients_of(agreement, recipients) if recipients else None
    due = copies_to_print(agreement, recording.book().events, CopyForm(form), holders)
    if not due:
        talk(f"Tidak ada {form} yang masih harus dicetak.")
        return Exit.DONE
    maker = maker_for(located, recording.editing.library(), agreement)
    run = print_run(maker, due, Progress("Menyusun", len(due)))
    folder = Path(target) if target else folder_for(located, agreement.id)
    run.deliver(maker, folder, overwrite=overwrite)
    recording.record(lambda book: run.recorded(agreement, book.events, **recording.said))
    for copy, made in run.made:
        say(f"{copy.form.value} {copy.number}  {copy.holder}  {made.pages or 0} halaman")
    talk(f"{len(due)} {form} dicatat sebagai dicetak; berkasnya di {folder}.")
    return Exit.DONE


def _deed(name: str, *more: Option) -> Option:
    """Return what every command about one copy has: its name, the number, the form, the time."""

    def decorated(function: Callable[..., Exit]) -> click.Command:
        for option in reversed((nomor, *more, bentuk, kejadian, naskah, config)):
            function = option(function)
        return copies.command(name, options_metavar="[OPSI]")(function)

    return decorated


@_deed(
    "serah",
    click.option("--kepada", "receiver", type=Line(), default="", metavar="NAMA", help="Yang menerima."),
    sebagai,
    tanggal,
)
def hand_over(agreement_id: str | None, day: date | str | None, when: str | None, **said: Any) -> Exit:
    """Catat bahwa sebuah salinan diserahkan. Tanggalnya selalu disebutkan.

    \b
    Contoh:
      kampanye salinan serah 14 --kepada "Sari Dewi" \\
        --sebagai "sekretaris DPC" --tanggal 28-11-2023
    """
    return _note("HANDED_OVER", agreement_id, _when(day, when), **said)


@_deed(
    "terima",
    click.option(
        "--oleh", "receiver", type=Line(), default="", metavar="NAMA", help="Bila bukan yang diserahi."
    ),
    sebagai,
    tanggal,
)
def receive(agreement_id: str | None, day: date | str | None, when: str | None, **said: Any) -> Exit:
    """Catat bahwa tanda terima sebuah salinan sudah ditandatangani.

    \b
    Contoh:
      kampanye salinan terima 14 --tanggal 29-11-2023
    """
    return _note("RECEIVED", agreement_id, _when(day, when), **said)


@_deed("kembali", alasan("Mengapa kembali."))
def bring_back(agreement_id: str | None, when: str | None, **said: Any) -> Exit:
    """Catat bahwa sebuah salinan kembali ke kantor tanpa diterima.

    \b
    Contoh:
      kampanye salinan kembali 14 --alasan "alamat kosong"
    """
    return _note("RETURNED", agreement_id, when, **said)


@_deed("rusak", alasan("Apa yang terjadi."))
def spoil(agreement_id: str | None, when: str | None, **said: Any) -> Exit:
    """Catat bahwa sebuah salinan rusak atau hilang. Nomornya tidak dipakai lagi.

    \b
    Contoh:
      kampanye salinan rusak 7 --alasan "tersobek saat dijilid"
    """
    code = _note("SPOILED", agreement_id, when, **said)
    talk("Penggantinya mendapat nomor baru dengan: kampanye salinan cetak")
    return code


def _when(day: date | str | None, when: str | None) -> str:
    """Return the time that was said; a handing over never happens today because nobody said when."""
    from kampanye_tui.model.problem import refuse

    if day:
        return f"{day:%d-%m-%Y} {when or '00.00'}"
    if not when:
        raise refuse(
            "belum disebutkan kapan itu terjadi",
            'Tambahkan --tanggal 28-11-2023, atau --waktu "28-11-2023 10.45"',
        )
    return when


def _note(
    deed: str, agreement_id: str | None, when: str | None, *, form: str, number: int, **said: Any
) -> Exit:
    """Record one deed and tell how the copy stands then."""
    from kampanye_tui.agreement.copy_history import deed_words
    from kampanye_tui.agreement.copying import handled
    from kampanye_tui.model.agreement import CopyForm
    from kampanye_tui.model.event import CopyDeed, CopyHandled

    recording = begin_recording(agreement_id, when)
    done, wanted = CopyDeed[deed], CopyForm(form)
    (event,) = recording.record(
        lambda book: [
            handled(recording.agreement, book.events, done, wanted, number, **said, **recording.said)
        ]
    )
    if isinstance(event, CopyHandled):
        say(f"{event.number}. {form} nomor {number} {deed_words(event)}, {event.occurred:%d-%m-%Y}")
    return Exit.DONE
