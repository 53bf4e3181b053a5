"""``tandatangan``, ``tutup``, ``jeda``: what happened at the desk, recorded as it happened."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import click

from kampanye_tui.cli.attending import attend
from kampanye_tui.cli.editing import naskah
from kampanye_tui.cli.mandate import mandate_of, mandate_options
from kampanye_tui.cli.options import as_json, config
from kampanye_tui.cli.output import Exit, data_json, table, talk
from kampanye_tui.cli.recording import begin_recording, kejadian, say
from kampanye_tui.cli.signing_sheet import sheet
from kampanye_tui.cli.typed import Day, Line

if TYPE_CHECKING:
    from kampanye_tui.cli.recording import Recording
    from kampanye_tui.model.state import Seat

OUTCOMES = {
    "menandatangani": "menandatangani",
    "hadir": "hadir-tidak-menandatangani",
    "tidak-hadir": "tidak-hadir",
    "menyusul": "menyusul",
}
"""What is typed → what is recorded."""


@click.group("tandatangan", options_metavar="[OPSI]", subcommand_metavar="PERINTAH [ARGUMEN]...")
@config
def signing() -> None:
    """Catat hasil penandatanganan setiap pihak."""


signing.add_command(sheet)
signing.add_command(attend)


@signing.command("daftar", options_metavar="[OPSI]")
@naskah
@config
@as_json
def listing(agreement_id: str | None, as_json: bool) -> None:
    """Tampilkan penanda tangan menurut gilirannya dan hasilnya.

    \b
    Contoh:
      kampanye tandatangan daftar
    """
    from kampanye_tui.agreement.seating import seats

    recording = begin_recording(agreement_id, None)
    listed = seats(recording.agreement, recording.book().events)
    if as_json:
        data_json([_row(seat) for seat in listed])
        return
    heads = ("KELOMPOK", "URUT", "PIHAK", "PENANDA TANGAN", "HASIL")
    cells = [
        (str(seat.group), str(seat.ballot_number or ""), seat.party, seat.name, seat.result)
        for seat in listed
    ]
    table(heads, cells, whole=3)


def _row(seat: Seat) -> dict[str, Any]:
    return {
        "kelompok": seat.group,
        "nomor_urut": seat.ballot_number,
        "pihak": seat.party,
        "ke": seat.place,
        "jabatan": seat.office,
        "nama": seat.name,
        "hadir": seat.present,
        "hasil": seat.outcome.value if seat.outcome else seat.result or None,
        "kejadian": seat.signed.number if seat.signed else None,
    }


@signing.command("catat", options_metavar="[OPSI]")
@click.argument("party", metavar="PIHAK")
@click.argument("outcome", metavar="HASIL", type=click.Choice(list(OUTCOMES)))
@click.option(
    "--ke", "place", type=click.IntRange(1), default=1, metavar="N", help="Penanda tangan ke berapa."
)
@mandate_options
@click.option("--saksi", "witness", type=Line(), default="", metavar="NAMA", help="Yang menyaksikan.")
@click.option("--paling-lambat", "due", type=Day(), metavar="T", help="Untuk menyusul: kapan paling lambat.")
@click.option("--catatan", "remark", type=Line(), default="", metavar="T", help="Keterangan.")
@click.option("--alasan", "out_of_turn", type=Line(), default="", metavar="T", help="Mengapa didahulukan.")
@naskah
@kejadian
@config
def note(
    party: str,
    outcome: str,
    place: int,
    witness: str,
    due: date | str | None,
    remark: str,
    out_of_turn: str,
    agreement_id: str | None,
    when: str | None,
    **mandate: Any,
) -> Exit:
    """Catat hasil seorang penanda tangan. PIHAK: id, singkatan, atau nomor urut.

    HASIL: menandatangani, hadir (tidak menandatangani), tidak-hadir, menyusul.
    Kelompok yang menandatangani bersama tercatat sekaligus, pada jam yang sama.

    \b
    Contoh:
      kampanye tandatangan catat 14 menandatangani
      kampanye tandatangan catat PKB menandatangani --mandat a.n. \\
        --oleh "Budi" --nomor-mandat 21/DPC --tanggal-mandat 20-11-2023
      kampanye tandatangan catat polres menyusul --paling-lambat 1-12-2023
    """
    from kampanye_tui.agreement.chronicle import told
    from kampanye_tui.agreement.signing import act
    from kampanye_tui.export import named_party
    from kampanye_tui.model.event import Outcome

    recording = begin_recording(agreement_id, when)
    agreement = recording.agreement
    holder = named_party(agreement, party)
    said = {
        **recording.said,
        "mandate": mandate_of(**mandate),
        "witness": witness,
        "due": due or None,
        "remark": remark,
        "out_of_turn": out_of_turn,
    }
    added = recording.record(
        lambda book: act(agreement, book.events, holder.id, place, Outcome(OUTCOMES[outcome]), **said)
    )
    for event in added:
        talk(f"Tercatat sebagai kejadian nomor {event.number}: {told(event, agreement)}.")
    _tell_next(recording)
    return Exit.DONE


def _tell_next(recording: Recording) -> None:
    from kampanye_tui.agreement.seating import next_seat, seats
    from kampanye_tui.agreement.signing import is_closed, nameless

    events = recording.book().events
    listed = seats(recording.agreement, events)
    done = sum(not seat.open for seat in listed)
    following = next_seat(listed)
    if is_closed(recording.agreement, events):
        talk(
            "Sesudah penutupan; cetak berita acara tambahan: kampanye ekspor --templat berita-acara-tambahan"
        )
    elif following is None:
        talk(f"{done} dari {len(listed)}. Semua sudah mempunyai hasil; tutup dengan: kampanye tutup")
    else:
        talk(f"{done} dari {len(listed)}. Berikutnya: {following.called}.")
        if problem := nameless(following):
            talk(str(problem))


@signing.command("ganti", options_metavar="[OPSI]")
@click.argument("party", metavar="PIHAK")
@click.option(
    "--ke", "place", type=click.IntRange(1), default=1, metavar="N", help="Penanda tangan ke berapa."
)
@click.option("--nama", "name", type=Line(), default="", metavar="NAMA", help="Nama pengganti.")
@click.option("--jabatan", "office", type=Line(), default="", metavar="J", help="Jabatannya bila berbeda.")
@click.option("--alasan", "reason", type=Line(), default="", metavar="T", help="Mengapa diganti.")
@naskah
@kejadian
@config
def replace(
    party: str, place: int, name: str, office: str, reason: str, agreement_id: str | None, when: str | None
) -> Exit:
    """Ganti penanda tangan sesudah naskah final. Isi naskah tidak berubah.

    \b
    Contoh:
      kampanye tandatangan ganti PKB --nama "Siti" --alasan "Ketua sakit"
    """
    from kampanye_tui.agreement.signing import replaced
    from kampanye_tui.export import named_party

    recording = begin_recording(agreement_id, when)
    holder = named_party(recording.agreement, party)
    said = {"name": name, "office": office, "reason": reason, **recording.said}
    recording.record(lambda book: [replaced(recording.agreement, book.events, holder.id, place, **said)])
    talk(f"Yang menandatangani untuk {holder.called}: {name}.")
    return Exit.DONE


@click.command("jeda", options_metavar="[OPSI]")
@click.argument("reason", metavar="SEBAB", type=Line())
@click.option("--lanjut", "resumed", metavar="T", help="Kapan dilanjutkan.")
@naskah
@kejadian
@config
def interrupt(reason: str, resumed: str | None, agreement_id: str | None, when: str | None) -> Exit:
    """Catat jeda penandatanganan, misalnya listrik padam.

    \b
    Contoh:
      kampanye jeda "listrik padam" --waktu 10.15 --lanjut 10.40
    """
    from kampanye_tui.agreement.moment import moment_of
    from kampanye_tui.agreement.signing import interrupted

    recording = begin_recording(agreement_id, when)
    again = moment_of(resumed, recording.agreement, recording.recorded) if resumed else None
    recording.record(lambda _book: [interrupted(reason, **recording.said, resumed=again)])
    talk(f"Jeda tercatat: {reason}.")
    return Exit.DONE


@click.command("tutup", options_metavar="[OPSI]")
@click.argument("agreement_id", metavar="[NASKAH]", required=False)
@kejadian
@config
def close(agreement_id: str | None, when: str | None) -> Exit:
    """Tutup penandatanganan setelah semua mempunyai hasil.

    \b
    Contoh:
      kampanye tutup --waktu 11.30
    """
    from kampanye_tui.agreement.signing import closed
    from kampanye_tui.store.ledger import state_of

    recording = begin_recording(agreement_id, when)
    recording.record(lambda book: [closed(recording.agreement, book.events, **recording.said)])
    stands = state_of(recording.editing.located.workspace, recording.agreement)
    say(f"Ditandatangani {stands.signed} dari {stands.signers} penanda tangan; rincian dalam berita acara.")
    return Exit.DONE
