"""What a loan and its return came to, in sentences for the command line and the screen."""

from __future__ import annotations

from kampanye_tui.agreement.number_register import spans_of_numbers
from kampanye_tui.model.event import Loan
from kampanye_tui.store.backup_files import outside
from kampanye_tui.store.configuration import Located
from kampanye_tui.store.forks import fork_words
from kampanye_tui.store.returning import Returned


def lent_words(located: Located, agreement_id: str, target: str, step: Loan) -> tuple[str, ...]:
    """Return what went along and what did not; ``target`` as it was typed."""
    numbers = f"{step.first}-{step.last} tahun {step.year}"
    return (
        *(f"Tidak ikut, sebab di luar folder konfigurasi: {one}" for one in outside(located)),
        f"Naskah {agreement_id} dipinjamkan ke {target} beserta nomor {numbers}.",
        "Di kantor naskah ini sekarang hanya dapat dibaca. Di laptop, kerjakan dari dalam folder itu.",
    )


def returned_words(located: Located, returned: Returned) -> tuple[str, ...]:
    """Return what came back, or where a fork is kept and where it parts."""
    others = (
        f"Naskah {one} di folder itu bukan pinjaman, jadi tidak ikut diambil." for one in returned.others
    )
    return (*others, *_came_back(located, returned))


def _came_back(located: Located, returned: Returned) -> tuple[str, ...]:
    if returned.fork is not None:
        kept = f"Tidak digabungkan. Isi folder itu disimpan utuh di {returned.fork}"
        return (kept, fork_words(located.workspace, returned.fork))
    if returned.already:
        return ("Semua isi folder itu sudah diterima kembali; tidak ada yang diubah.",)
    told = [f"Diterima kembali: {returned.events} kejadian baru. Kantor menulis lagi."]
    if returned.given:
        told.append(f"Nomor yang dipakai: {', '.join(returned.given)}")
    if returned.free:
        free = ", ".join(map(str, spans_of_numbers(returned.free)))
        told.append(f"Nomor yang tidak dipakai, dan diberikan lebih dahulu berikutnya: {free}")
    if returned.aside is not None:
        told.append(f"Yang diganti di kantor disimpan di {returned.aside}")
    return tuple(told)
