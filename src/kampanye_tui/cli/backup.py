"""``cadangkan``: all that an office keeps in one archive, made while others work, and checked."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from kampanye_tui.cli.options import config
from kampanye_tui.cli.output import Exit, data, talk
from kampanye_tui.cli.party_package import timpa
from kampanye_tui.cli.session import locate

if TYPE_CHECKING:
    from kampanye_tui.model.problem import Declined
    from kampanye_tui.store.backup_check import Checked


@click.command("cadangkan", options_metavar="[OPSI]")
@click.option("-o", "target", metavar="BERKAS", help="Berkas tujuan: .tar.gz atau .zip.")
@click.option("--uji", "archive", metavar="BERKAS", help="Periksa sebuah cadangan; tidak ada yang dibongkar.")
@timpa
@config
def back_up(target: str | None, archive: str | None, overwrite: bool) -> Exit:
    """Simpan semua isi ruang kerja dalam satu berkas cadangan.

    Boleh dijalankan selagi orang lain bekerja. Yang ikut: konfigurasi beserta
    berkas yang disebutnya, naskah dan riwayatnya, catatan, bukti, arsip, dan
    register nomor. Yang tidak ikut: folder keluaran, yang dapat dibuat ulang.
    Cadangan diperiksa sebelum diberi nama.

    Memulihkan: bongkar di folder kosong, lalu kerjakan dari sana.

    \b
    Contoh:
      kampanye cadangkan
      kampanye cadangkan -o /media/usb/kantor.zip
      kampanye cadangkan --uji /media/usb/kantor.zip
      mkdir pulih; tar xzf kampanye-2023-11-28-1015.tar.gz -C pulih
    """
    from kampanye_tui.model.problem import refuse
    from kampanye_tui.store.at_work import refuse_reading, refuse_writing
    from kampanye_tui.store.atomic import whole_file
    from kampanye_tui.store.backup import TAR, pack, suffix_of
    from kampanye_tui.store.backup_check import check_backup
    from kampanye_tui.store.backup_files import backup_files, outside
    from kampanye_tui.store.lease import local_now

    if archive is not None:
        if target is not None:
            raise refuse("-o dan --uji tidak dapat dipakai bersama", "Jalankan satu per satu")
        refuse_reading(Path(archive), archive)
        with Path(archive).open("rb") as stream:
            return _tell(check_backup(stream, archive))
    located = locate()
    path = Path(target) if target else Path(f"kampanye-{local_now():%Y-%m-%d-%H%M}{TAR}")
    suffix = suffix_of(path)
    if not suffix:
        raise refuse("nama cadangan harus berakhiran .tar.gz atau .zip", file=str(path))
    refuse_writing(path, str(path))
    if path.exists() and not overwrite:
        raise _in_the_way(path)
    if not path.parent.is_dir():
        # Never made: where a memory stick is not plugged in, the backup would lie on the disk it is to save.
        hint = "Sambungkan dahulu kandarnya, atau buat foldernya"
        raise refuse("folder tempat meletakkannya tidak ada", hint, file=str(path))
    try:
        with whole_file(path, new=not overwrite) as stream:
            pack(backup_files(located), stream, suffix)
            checked = check_backup(stream, str(path), ours=True)
    except FileExistsError:
        raise _in_the_way(path) from None
    data(str(path))
    for one in outside(located):
        talk(f"Tidak ikut, sebab di luar folder konfigurasi: {one}")
    return _tell(checked)


def _in_the_way(path: Path) -> Declined:
    from kampanye_tui.model.problem import Declined, Problem

    hint = "Tambahkan --timpa untuk menggantinya, atau pilih nama lain dengan -o"
    return Declined([Problem(what="berkas ini sudah ada", hint=hint, file=str(path))])


def _tell(checked: Checked) -> Exit:
    for problem in checked.problems:
        data(f"RUSAK  {problem}")
    count = f"{checked.files} berkas, {checked.agreements} naskah"
    if checked.problems:
        talk(f"Cadangan memuat {count}; {len(checked.problems)} tidak cocok, seperti disebut di atas.")
        return Exit.REFUSED
    talk(f"Cadangan utuh: {count}.")
    return Exit.DONE
