"""Which actions of the table need a role, so that those of others are shown quiet, with the word why.

The store declines what it is asked to write in any case; this says it before anybody tries.
"""

from __future__ import annotations

from typing import Final

from kampanye_tui.agreement.permission import why_not
from kampanye_tui.model.operator import Act
from kampanye_tui.model.problem import Problem
from kampanye_tui.store.at_work import at_work

_IDS: Final = {
    Act.EDIT: """
        beranda.baru beranda.dari-pdf beranda.salin beranda.arsip
        naskah.urung naskah.ulang naskah.ambil-alih paket-naskah.ambil
        acara.ubah
        klausul.sunting klausul.ambil klausul.turun klausul.naik klausul.baru klausul.pulihkan
        pihak.ubah pihak.tambah pihak.buang pihak.turun pihak.naik pihak.impor pihak.cara
        pemeriksaan.perbaiki pemeriksaan.perbaiki-semua gerbang.perbaiki
    """,
    Act.FINALISE: "gerbang.finalkan",
    Act.LEND: "beranda.pinjam beranda.ambil-pinjaman",
    Act.SIGN: """
        meja.tandatangan meja.hadir meja.tidak-hadir meja.menyusul meja.diwakili meja.datang meja.wakil-datang
        meja.jeda meja.saksi meja.lembar
    """,
    Act.CLOSE: "meja.tutup",
    Act.CORRECT: "meja.koreksi salinan.koreksi",
    Act.RESPOND: """
        pembahasan.impor
        tanggapan.setuju tanggapan.catatan tanggapan.keberatan tanggapan.cabut tanggapan.setuju-semua
    """,
    Act.HAND_OUT: """
        salinan.cetak salinan.serah salinan.terima salinan.rusak salinan.kembali salinan.impor
    """,
}
NEEDED: Final = {name: act for act, names in _IDS.items() for name in names.split()}
"""Id of an action → what it does, where that needs a role."""
_HERE_ONLY: Final = {
    "sunting.penyunting": "Lewat sambungan ini program penyunting lain tidak dipakai; sunting di sini.",
    "beranda.pinjam": "Lewat sambungan ini naskah tidak dipinjamkan; lakukan di komputer kantor.",
    "beranda.ambil-pinjaman": "Lewat sambungan ini pinjaman tidak diambil; lakukan di komputer kantor.",
}
"""Id of an action → what is said to somebody whose key of SSH leads to this program alone."""


def not_permitted(action_id: str) -> str:
    """Return in sentences why whoever works may not perform an action, and who may; empty where they may."""
    if action_id in _HERE_ONLY and at_work().confined:
        return _HERE_ONLY[action_id]
    act = NEEDED.get(action_id)
    words = why_not(at_work(), act) if act else None
    return str(Problem(what=words[0], hint=words[1])) if words else ""
