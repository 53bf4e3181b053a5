"""``pinjam``, ``kembalikan``: the one right to write, lent to a laptop in the hall and brought back."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kampanye_tui.cli.options import config
from kampanye_tui.cli.output import Exit, data, talk
from kampanye_tui.cli.session import locate

if TYPE_CHECKING:
    from kampanye_tui.store.configuration import Located
    from kampanye_tui.store.lending import Lender


@click.command("pinjam", options_metavar="[OPSI]")
@click.argument("agreement_id", metavar="[NASKAH]", required=False)
@click.option("--ke", "target", metavar="FOLDER", help="Folder baru untuk laptop, misalnya di USB.")
@click.option(
    "--nomor", "count", type=click.IntRange(1, 500), metavar="N", help="Banyaknya nomor dokumen yang dibawa."
)
@click.option("--batalkan", "cancelling", is_flag=True, help="Laptopnya hilang: kantor menulis lagi.")
@config
def lend(agreement_id: str | None, target: str | None, count: int | None, cancelling: bool) -> Exit:
    """Pinjamkan hak menulis naskah ke laptop di gedung acara.

    FOLDER menjadi ruang kerja lengkap: naskah, riwayat, catatan, bukti,
    konfigurasi beserta berkas yang disebutnya, register, dan sejumlah nomor
    dokumen (biasanya sebanyak rencana salinan, ditambah 10). Sejak itu naskah di
    kantor hanya dapat dibaca; naskah lain di kantor tetap dapat dikerjakan.

    Dengan --batalkan kantor menulis lagi dan nomor yang dibawa tidak pernah
    dipakai. Bila laptopnya ternyata kembali, isinya disimpan terpisah.

    \b
    Contoh:
      kampanye pinjam --ke /media/usb/laptop-aula
      kampanye pinjam 2023-kampanye-damai --ke /media/usb/laptop-aula --nomor 40
      kampanye pinjam 2023-kampanye-damai --batalkan
    """
    from kampanye_tui.cli.session import none_saved, pick
    from kampanye_tui.model.problem import Refused, refuse
    from kampanye_tui.store.lending import cancel
    from kampanye_tui.store.lending import lend as lend_to
    from kampanye_tui.store.loan_words import lent_words

    if cancelling == (target is not None) or (cancelling and count is not None):
        raise refuse("sebutkan salah satu: --ke FOLDER, atau --batalkan", "Lihat: kampanye pinjam --help")
    located = locate()
    saved = pick(located, agreement_id)
    if saved is None:
        raise Refused([none_saved(located)])
    name = saved.agreement.id
    if target is None:
        cancel(_lender(located), name)
        data(name)
        talk("Pinjaman dibatalkan; kantor menulis lagi. Nomor yang dibawa laptop tidak akan dipakai.")
        return Exit.DONE
    step = lend_to(_lender(located), name, Path(target), count)
    data(target)
    for line in lent_words(located, name, target, step):
        talk(line)
    talk("Sesudah acara, di kantor: kampanye kembalikan FOLDER")
    return Exit.DONE


@click.command("kembalikan", options_metavar="[OPSI]")
@click.argument("place", metavar="FOLDER")
@config
def give_back(place: str) -> Exit:
    """Ambil kembali naskah dan catatannya dari laptop.

    Jalankan di kantor. Yang diterima hanya lanjutan dari naskah yang dipinjamkan:
    catatan kantor harus menjadi awal catatan laptop. Nomor yang tidak terpakai
    menjadi nomor kantor berikutnya. Yang diganti di kantor dipindahkan ke folder
    disisihkan. FOLDER kemudian hanya dapat dibaca.

    Bila pinjaman sudah dibatalkan, isi FOLDER disimpan utuh di folder cabang, dan
    tidak ada yang digabungkan. Kode keluarnya 1.

    \b
    Contoh:
      kampanye kembalikan /media/usb/laptop-aula
    """
    from kampanye_tui.store.loan_words import returned_words
    from kampanye_tui.store.returning import take_back

    located = locate()
    returned = take_back(_lender(located), Path(place))
    data(returned.agreement_id if returned.fork is None else str(returned.fork))
    for line in returned_words(located, returned):
        talk(line)
    return Exit.DONE if returned.fork is None else Exit.REFUSED


def _lender(located: Located) -> Lender:
    from kampanye_tui.cli.recording import operator_name
    from kampanye_tui.store.lending import Lender

    return Lender(located, operator_name(), datetime.now(UTC).astimezone())
