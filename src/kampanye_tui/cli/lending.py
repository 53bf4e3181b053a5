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
    """Pinjamkan hak menulis sebuah naskah ke laptop di gedung acara.

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
    from kampanye_tui.cli.session import pick
    from kampanye_tui.model.problem import refuse
    from kampanye_tui.store.backup_files import outside
    from kampanye_tui.store.lending import cancel
    from kampanye_tui.store.lending import lend as lend_to

    if cancelling == (target is not None) or (cancelling and count is not None):
        raise refuse("sebutkan salah satu: --ke FOLDER, atau --batalkan", "Lihat: kampanye pinjam --help")
    located = locate()
    saved = pick(located, agreement_id)
    if saved is None:
        raise refuse("belum ada naskah tersimpan untuk dipinjamkan", "Simpan dahulu dengan: kampanye baru")
    name = saved.agreement.id
    if target is None:
        cancel(_lender(located), name)
        data(name)
        talk("Pinjaman dibatalkan; kantor menulis lagi. Nomor yang dibawa laptop tidak akan dipakai.")
        return Exit.DONE
    step = lend_to(_lender(located), name, Path(target), count)
    data(target)
    for one in outside(located):
        talk(f"Tidak ikut, sebab di luar folder konfigurasi: {one}")
    talk(f"Naskah {name} dipinjamkan ke {target} beserta nomor {step.first}-{step.last} tahun {step.year}.")
    talk("Di kantor naskah ini sekarang hanya dapat dibaca. Di laptop, kerjakan dari dalam folder itu.")
    talk("Sesudah acara, di kantor: kampanye kembalikan FOLDER")
    return Exit.DONE


@click.command("kembalikan", options_metavar="[OPSI]")
@click.argument("place", metavar="FOLDER")
@config
def give_back(place: str) -> Exit:
    """Ambil kembali naskah yang dipinjam laptop, beserta semua catatannya.

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
    from kampanye_tui.agreement.number_register import spans_of_numbers
    from kampanye_tui.store.returning import take_back

    located = locate()
    returned = take_back(_lender(located), Path(place))
    for one in returned.others:
        talk(f"Naskah {one} di folder itu bukan pinjaman, jadi tidak ikut diambil.")
    if returned.fork is not None:
        return _tell_fork(located, returned.fork)
    data(returned.agreement_id)
    if returned.already:
        talk("Semua isi folder itu sudah diterima kembali; tidak ada yang diubah.")
        return Exit.DONE
    talk(f"Diterima kembali: {returned.events} kejadian baru. Kantor menulis lagi.")
    if returned.given:
        talk(f"Nomor yang dipakai: {', '.join(returned.given)}")
    if returned.free:
        free = ", ".join(map(str, spans_of_numbers(returned.free)))
        talk(f"Nomor yang tidak dipakai, dan diberikan lebih dahulu berikutnya: {free}")
    if returned.aside is not None:
        talk(f"Yang diganti di kantor disimpan di {returned.aside}")
    return Exit.DONE


def _lender(located: Located) -> Lender:
    from kampanye_tui.cli.recording import operator_name
    from kampanye_tui.store.lending import Lender

    return Lender(located, operator_name(), datetime.now(UTC).astimezone())


def _tell_fork(located: Located, fork: Path) -> Exit:
    from kampanye_tui.store.forks import fork_words

    data(str(fork))
    talk(f"Tidak digabungkan. Isi folder itu disimpan utuh di {fork}")
    talk(fork_words(located.workspace, fork))
    return Exit.REFUSED
