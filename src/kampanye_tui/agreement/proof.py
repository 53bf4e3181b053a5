"""What a verification proves and what it does not, in plain words.

A verified agreement and the slips that were typed come in, sentences for a reader go out. A code is never
called a signature, and nothing is called safe from tampering.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from kampanye_tui.agreement.slips import Means, Slip
from kampanye_tui.agreement.verification import Verified


class Proof(NamedTuple):
    """Sentences: what is proven, and what is not."""

    proven: tuple[str, ...]
    open: tuple[str, ...]


def proof(found: Verified, slips: Sequence[Slip] = ()) -> Proof:
    """Return what the files of an agreement and the slips of others prove together."""
    proven = []
    if found.events:
        proven.append(
            f"Kejadian nomor 1 sampai {len(found.events)} bersambung: tidak ada yang diubah, dibuang, atau "
            "ditukar tanpa menulis ulang semua baris sesudahnya."
        )
    proven += [
        f"Naskah final revisi {revision} adalah naskah yang dinyatakan final dalam buku: para pihak, "
        "klausul, dasar hukum, penanda tangan, hari, dan tempat."
        for revision in sorted(found.texts)
    ]
    reach = max((one.number for one in slips if one.means is Means.MOMENT), default=0)
    if reach:
        proven.append(
            f"Sampai kejadian nomor {reach} buku ini sama dengan saat slip dicetak: tidak terpotong dan "
            "tidak ditulis ulang."
        )
    return Proof(tuple(proven), tuple(_open(len(found.events), reach)))


def _open(count: int, reach: int) -> list[str]:
    said = []
    if reach < count or not count:
        after = f"sesudah nomor {reach} " if reach else ""
        said.append(
            f"Bahwa catatan {after}tidak terpotong ujungnya atau ditulis ulang: bandingkan dengan kode "
            "catatan pada tanda terima atau berita acara yang lebih baru, dengan --slip."
        )
    else:
        said.append(f"Bahwa tidak ada kejadian sesudah nomor {reach} yang dibuang.")
    said += [
        "Bahwa yang dicatat memang terjadi: itu keterangan petugas yang mencatat dan pihak yang menerima.",
        "Siapa yang membubuhkan tanda tangan di kertas: kode ini bukan tanda tangan elektronik.",
        "Bahwa penjelasan klausul, nomor surat, dan rencana salinan tetap: semua itu tidak ikut dalam kode.",
        "Bahwa kertas yang beredar berisi sama: bandingkan dengan naskah final.",
    ]
    return said
