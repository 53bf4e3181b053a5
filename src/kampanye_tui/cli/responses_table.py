"""Answers recorded and told; ``tanggapan impor`` and ``tanggapan ekspor``: answers as a table for Excel."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from kampanye_tui.cli.editing import coba, naskah
from kampanye_tui.cli.options import config
from kampanye_tui.cli.output import Exit, talk
from kampanye_tui.cli.recording import begin_recording, kejadian, say, tell_recorded
from kampanye_tui.cli.sheets import STDOUT, write_table

if TYPE_CHECKING:
    from collections.abc import Callable

    from kampanye_tui.agreement.chain import Book
    from kampanye_tui.agreement.responding import Said
    from kampanye_tui.cli.recording import Recording
    from kampanye_tui.model.event import Responded


def record_responses(recording: Recording, wanted: Callable[[Book], tuple[Said, ...]], *, dry: bool) -> Exit:
    """Record what is said unless ``dry``, and tell each answer with the one before it; raises Refused."""
    from kampanye_tui.agreement.responding import all_responded, answers_of
    from kampanye_tui.agreement.response_matrix import standing_of

    agreement = recording.agreement
    lines: list[str] = []

    def make(book: Book) -> tuple[Responded, ...]:
        said = wanted(book)
        before = answers_of(book.events)
        for one in said:
            stood = standing_of(agreement, before, one.party, one.clause)
            remark = f": {one.remark}" if one.remark else ""
            lines.append(f"{one.party}, {one.clause}: {stood.value} → {one.answer.value}{remark}")
        return all_responded(agreement, book.events, said, **recording.said)

    if dry:
        tell_recorded(make(recording.book()))
    else:
        recording.record(make)
    for line in lines:
        say(line)
    if not lines:
        talk("Tidak ada yang berubah.")
    elif dry:
        talk(f"Belum dicatat: {len(lines)} tanggapan; ulangi tanpa --coba untuk mencatat.")
    else:
        talk(f"Tercatat: {len(lines)} tanggapan.")
    return Exit.DONE


@click.command("impor", options_metavar="[OPSI]")
@click.argument("file", metavar="BERKAS.csv")
@kejadian
@naskah
@coba
@config
def read_in(file: str, when: str | None, agreement_id: str | None, dry: bool) -> Exit:
    """Catat tanggapan dari CSV.

    Judul kolom sama dengan hasil ekspor; sel jawaban yang kosong dilewati. Isi
    jawaban: setuju, setuju-dengan-catatan, keberatan, atau belum.

    \b
    Contoh:
      kampanye tanggapan ekspor tanggapan.csv
      kampanye tanggapan impor tanggapan.csv --coba
      kampanye tanggapan impor tanggapan.csv --waktu "26-11-2023 16.00"
    """
    from kampanye_tui.agreement.responding import answers_of
    from kampanye_tui.agreement.response_table import read_responses
    from kampanye_tui.store.table_file import table_bytes

    recording = begin_recording(agreement_id, when)
    path = Path(file)
    content = table_bytes(path, file)

    def wanted(book: Book) -> tuple[Said, ...]:
        return read_responses(recording.agreement, answers_of(book.events), content, path.name)

    return record_responses(recording, wanted, dry=dry)


@click.command("ekspor", options_metavar="[OPSI]")
@click.argument("file", metavar="[BERKAS|-]", default=STDOUT)
@click.option("--timpa", "overwrite", is_flag=True, help="Ganti berkas yang isinya berbeda.")
@naskah
@config
def write_out(file: str, overwrite: bool, agreement_id: str | None) -> Exit:
    """Tulis tanggapan sebagai CSV untuk diisi di Excel.

    Tanpa nama berkas, ditulis ke stdout.

    \b
    Contoh:
      kampanye tanggapan ekspor tanggapan.csv
    """
    from kampanye_tui.agreement.responding import answers_of
    from kampanye_tui.agreement.response_table import response_table

    recording = begin_recording(agreement_id, None)
    made = response_table(recording.agreement, answers_of(recording.book().events))
    then = f". Sesudah diisi: kampanye tanggapan impor {file} --coba"
    return write_table(made, file, then, overwrite=overwrite)
