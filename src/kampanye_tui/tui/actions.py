"""Every action of the terminal program in one table: its id, its keys, its words.

Footer, help, palette, the manual and the user's own keys are all made from this table, so that they
cannot disagree. Nothing here knows a terminal; ids are Indonesian because users write them into
``pengaturan.toml``.

Keys that terminals cannot tell apart are not used: alt+enter and shift+enter arrive as enter, ctrl+m is
enter, ctrl+i is tab. Each ctrl key and each ESC has a twin: multiplexers swallow the first, delay the second.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import Final, NamedTuple


class Group(StrEnum):
    """Where an action can be used, in the words of the help."""

    EVERYWHERE = "Di semua layar"
    LIST = "Di daftar"
    BEGIN = "Kantor baru"
    NEW_FILE = "Berkas konfigurasi baru"
    HOME = "Beranda"
    AGREEMENT = "Naskah"
    OCCASION = "Acara"
    CLAUSES = "Klausul"
    PARTIES = "Pihak"
    CHECK = "Pemeriksaan"
    PREVIEW = "Pratinjau"
    OUTPUT = "Cetak & Simpan"
    FETCH = "Ambil berkas"
    FORM = "Mengisi formulir"
    EDITOR = "Menyunting klausul"
    PACKS = "Paket daerah"
    PACK_NEWS = "Paket naskah"
    CHOOSER = "Memilih dari daftar"
    QUESTION = "Pertanyaan"
    MERGING = "Menggabungkan dua versi"
    GATE = "Finalisasi"
    DESK = "Meja Penandatanganan"
    DISCUSSION = "Pembahasan"
    ANSWERS = "Mengisi tanggapan"
    COPIES = "Salinan"
    RECAP = "Rekap"
    RECAP_LIST = "Rekap, daftar"
    RECAP_OFFICE = "Rekap, satu kantor"


class Action(NamedTuple):
    """Something a user can do: ``method`` of the screen or pane that has the group.

    ``words`` stand in the footer, ``help`` is a sentence. What is not ``shown`` is in the help only.
    """

    id: str
    keys: tuple[str, ...]
    group: Group
    words: str
    help: str
    method: str
    shown: bool = True


HIDDEN: Final = False
"""Of an action that is in the help only."""
_Row = tuple[str, str, str, str, str] | tuple[str, str, str, str, str, bool]
_TABLE: Final[dict[Group, tuple[_Row, ...]]] = {
    Group.EVERYWHERE: (
        ("bantuan", "f1 question_mark", "bantuan", "Tampilkan tombol layar ini.", "help"),
        ("perintah", "f2 ctrl+p", "perintah", "Cari perintah menurut namanya.", "palette", HIDDEN),
        ("kembali", "escape q", "kembali", "Kembali ke layar sebelumnya.", "back"),
        ("keluar", "ctrl+q f12", "keluar", "Keluar; semua sudah tersimpan.", "leave", HIDDEN),
        ("cara-keluar", "ctrl+c", "cara keluar", "Beri tahu cara keluar.", "tell_way_out", HIDDEN),
    ),
    Group.LIST: (
        ("daftar.turun", "down j", "turun", "Baris berikutnya.", "down", HIDDEN),
        ("daftar.naik", "up k", "naik", "Baris sebelumnya.", "up", HIDDEN),
        ("daftar.layar-turun", "pagedown ctrl+d", "turun", "Satu layar ke bawah.", "page_down", HIDDEN),
        ("daftar.layar-naik", "pageup ctrl+u", "naik", "Satu layar ke atas.", "page_up", HIDDEN),
        ("daftar.awal", "home g", "awal", "Baris pertama.", "first", HIDDEN),
        ("daftar.akhir", "end G", "akhir", "Baris terakhir.", "last", HIDDEN),
    ),
    Group.BEGIN: (("mulai.keluar", "f12", "keluar", "Keluar; belum ada yang ditulis.", "leave"),),
    Group.NEW_FILE: (
        (
            "mulai.tulis",
            "f10 ctrl+s",
            "tulis berkas",
            "Tulis konfigurasi ini; berkas yang sudah ada tidak diganti.",
            "write",
        ),
        ("mulai.ubah", "escape q", "ubah isian", "Kembali ke isian; belum ada yang ditulis.", "change"),
    ),
    Group.HOME: (
        ("beranda.buka", "enter", "buka", "Buka naskah yang ditunjuk.", "open"),
        (
            "beranda.hari-h",
            "7",
            "hari-H",
            "Buka langsung Meja Penandatanganan naskah yang ditunjuk.",
            "open_day",
            HIDDEN,
        ),
        ("beranda.baru", "n", "baru", "Susun naskah baru dari konfigurasi kantor.", "new"),
        (
            "beranda.dari-pdf",
            "b",
            "dari PDF",
            "Kembalikan naskah dari sebuah PDF, sebagai konsep.",
            "from_pdf",
            HIDDEN,
        ),
        ("beranda.salin", "d", "salin", "Buat naskah baru dengan isi yang sama.", "duplicate"),
        ("beranda.arsip", "a", "arsipkan", "Pindahkan ke arsip, atau kembalikan dari arsip.", "archive"),
        (
            "beranda.lihat-arsip",
            "A",
            "lihat arsip",
            "Tampilkan atau sembunyikan arsip.",
            "show_archive",
            HIDDEN,
        ),
        (
            "beranda.pinjam",
            "l",
            "pinjamkan",
            "Pinjamkan naskah ke laptop di gedung acara.",
            "lend",
            HIDDEN,
        ),
        (
            "beranda.ambil-pinjaman",
            "L",
            "ambil pinjaman",
            "Ambil kembali naskah dari folder laptop.",
            "take_back",
            HIDDEN,
        ),
        ("beranda.cari", "slash", "cari", "Saring daftar dengan kata.", "search"),
        ("beranda.keluar", "q", "keluar", "Keluar dari program; semua sudah tersimpan.", "quit"),
        (
            "beranda.rekap",
            "r",
            "rekap",
            "Rekap banyak kantor dari folder berisi kiriman mereka.",
            "recap",
            HIDDEN,
        ),
        ("beranda.paket", "p", "paket", "Paket daerah yang dipakai.", "packs", HIDDEN),
        ("beranda.pengaturan", "s", "pengaturan", "Warna, tombol, dan kebiasaan Anda.", "settings", HIDDEN),
    ),
    Group.AGREEMENT: (
        ("naskah.acara", "1", "acara", "Hari, jam, dan tempat penandatanganan.", "show_occasion", HIDDEN),
        ("naskah.klausul", "2", "klausul", "Klausul naskah dan pustaka klausul.", "show_clauses", HIDDEN),
        ("naskah.pihak", "3", "pihak", "Para pihak dan penanda tangannya.", "show_parties", HIDDEN),
        (
            "naskah.pemeriksaan",
            "4",
            "pemeriksaan",
            "Catatan pemeriksaan dan perbaikannya.",
            "show_check",
            HIDDEN,
        ),
        ("naskah.pratinjau", "5", "pratinjau", "Dokumen seperti nanti terbaca.", "show_preview", HIDDEN),
        (
            "naskah.cetak",
            "6",
            "cetak",
            "Tulis dokumen ke berkas, dan cara mengambilnya.",
            "show_output",
            HIDDEN,
        ),
        ("naskah.hari-h", "7", "hari-H", "Finalisasi, lalu Meja Penandatanganan.", "show_day", HIDDEN),
        (
            "naskah.pembahasan",
            "8",
            "pembahasan",
            "Tanggapan setiap pihak atas setiap klausul.",
            "show_discussion",
            HIDDEN,
        ),
        ("naskah.salinan", "9", "salinan", "Salinan bernomor dan tanda terimanya.", "show_copies", HIDDEN),
        ("naskah.urung", "u ctrl+z", "urung", "Urungkan perubahan terakhir.", "undo"),
        ("naskah.ulang", "U ctrl+y", "ulang", "Kembalikan yang baru diurungkan.", "redo", HIDDEN),
        (
            "naskah.paket",
            "p",
            "paket",
            "Paket yang dipakai naskah ini, dan bedanya dari yang terpasang sekarang.",
            "show_packs",
            HIDDEN,
        ),
        (
            "naskah.ambil-alih",
            "T",
            "ambil alih",
            "Ambil alih naskah yang dibuka petugas lain.",
            "take_over",
            HIDDEN,
        ),
        (
            "naskah.gabung",
            "M",
            "gabungkan",
            "Gabungkan versi yang tidak dapat disimpan dengan berkas naskah.",
            "merge",
            HIDDEN,
        ),
    ),
    Group.OCCASION: (("acara.ubah", "enter", "ubah", "Ubah isian yang ditunjuk.", "edit"),),
    Group.CLAUSES: (
        ("klausul.sunting", "enter", "sunting", "Sunting klausul yang ditunjuk.", "edit"),
        ("klausul.pustaka", "tab t", "pustaka", "Pindah antara naskah dan pustaka klausul.", "library"),
        (
            "klausul.ambil",
            "space",
            "ambil/buang",
            "Ambil dari pustaka, atau buang dari naskah.",
            "take_or_drop",
        ),
        ("klausul.turun", "J", "pindah turun", "Pindahkan klausul ke bawah.", "move_down", HIDDEN),
        ("klausul.naik", "K", "pindah naik", "Pindahkan klausul ke atas.", "move_up"),
        ("klausul.baru", "n", "baru", "Tambahkan klausul buatan kantor.", "new"),
        ("klausul.beda", "b", "beda", "Bandingkan dengan bunyi paket.", "difference", HIDDEN),
        (
            "klausul.pulihkan",
            "B",
            "bunyi paket",
            "Kembalikan bunyi klausul dari paketnya.",
            "restore",
            HIDDEN,
        ),
    ),
    Group.PARTIES: (
        ("pihak.ubah", "enter", "ubah", "Ubah pihak yang ditunjuk.", "edit"),
        ("pihak.tambah", "n", "tambah", "Tambahkan pihak.", "new"),
        ("pihak.buang", "d", "buang", "Keluarkan pihak; dapat diurungkan.", "drop"),
        (
            "pihak.turun",
            "J",
            "pindah turun",
            "Pindahkan pihak ke bawah di antara yang berperan sama.",
            "move_down",
            HIDDEN,
        ),
        (
            "pihak.naik",
            "K",
            "pindah naik",
            "Pindahkan pihak ke atas di antara yang berperan sama.",
            "move_up",
            HIDDEN,
        ),
        (
            "pihak.impor",
            "i",
            "impor CSV",
            "Isi dari berkas CSV; perubahannya ditunjukkan dahulu.",
            "import_table",
        ),
        ("pihak.ekspor", "e", "ekspor CSV", "Tulis daftar pihak ke berkas CSV untuk Excel.", "export_table"),
        (
            "pihak.cara",
            "c",
            "cara kelompok",
            "Pilih cara kelompok pihak ini menandatangani.",
            "choose_mode",
            HIDDEN,
        ),
    ),
    Group.CHECK: (
        ("pemeriksaan.tuju", "enter", "ke tempatnya", "Buka tempat yang dimaksud catatan ini.", "go"),
        ("pemeriksaan.perbaiki", "f", "perbaiki", "Terapkan perbaikan yang ditunjukkan.", "mend"),
        (
            "pemeriksaan.perbaiki-semua",
            "F",
            "semua yang aman",
            "Terapkan semua perbaikan yang aman.",
            "mend_all",
        ),
    ),
    Group.PREVIEW: (
        ("pratinjau.berikut", "right l", "dokumen lain", "Dokumen berikutnya.", "next"),
        ("pratinjau.sebelum", "left h", "sebelumnya", "Dokumen sebelumnya.", "previous", HIDDEN),
        ("pratinjau.pilih", "enter p", "pilih dokumen", "Pilih dokumen dari daftar.", "choose"),
    ),
    Group.OUTPUT: (
        ("cetak.tandai", "space", "tandai", "Pilih atau lepaskan baris ini.", "mark"),
        ("cetak.tulis", "enter f10", "tulis berkas", "Tulis semua yang dipilih ke berkas.", "write"),
        (
            "cetak.batal",
            "x",
            "batal",
            "Batalkan penulisan; tidak ada berkas setengah jadi.",
            "cancel",
            HIDDEN,
        ),
        ("cetak.ambil", "o", "ambil berkas", "Cara mengambil berkas atau mencetaknya.", "fetch"),
    ),
    Group.FETCH: (
        ("ambil.salin", "enter y", "salin", "Kirim baris yang ditunjuk ke papan klip terminal.", "copy"),
        ("ambil.cetak", "c", "cetak", "Cetak PDF yang baru ditulis lewat printer komputer ini.", "print"),
        ("ambil.simpan", "w", "simpan caranya", "Tulis cara mengambil ini ke berkas teks.", "save"),
    ),
    Group.FORM: (
        ("formulir.selesai", "f10 ctrl+s", "selesai", "Simpan isian dan tutup formulir.", "done"),
        (
            "formulir.batal",
            "escape f12",
            "batal",
            "Tutup; isian yang belum disimpan ditanyakan dahulu.",
            "cancel",
        ),
    ),
    Group.EDITOR: (
        ("sunting.selesai", "f10 ctrl+s", "selesai", "Simpan klausul dan tutup penyunting.", "done"),
        ("sunting.beda", "f9", "beda", "Bandingkan dengan bunyi paket.", "difference"),
        ("sunting.pulihkan", "f8", "bunyi paket", "Kembalikan bunyi paket.", "restore"),
        (
            "sunting.buang",
            "f5",
            "buang ketikan",
            "Kembalikan bunyi yang tersimpan; ketikan dibuang.",
            "discard",
            HIDDEN,
        ),
        (
            "sunting.penyunting",
            "f4",
            "penyunting lain",
            "Sunting dengan program penyunting Anda.",
            "external",
        ),
        (
            "sunting.batal",
            "escape f12",
            "batal",
            "Tutup; ketikan kembali bila klausul ini dibuka lagi.",
            "cancel",
        ),
    ),
    Group.PACKS: (
        ("paket.rincian", "enter", "rincian", "Isi, asal, dan keterangan paket yang ditunjuk.", "details"),
    ),
    Group.PACK_NEWS: (
        (
            "paket-naskah.ambil",
            "f10",
            "ambil bunyinya",
            "Ambil bunyi paket yang terpasang; yang disunting kantor tetap.",
            "renew",
        ),
    ),
    Group.CHOOSER: (("daftar.pilih", "enter", "pilih", "Pilih baris yang ditunjuk.", "choose"),),
    Group.QUESTION: (
        ("tanya.ya", "y", "ya", "Lanjutkan.", "yes"),
        ("tanya.tidak", "t n escape q", "tidak", "Jangan; kembali.", "no"),
    ),
    Group.MERGING: (
        ("gabung.saya", "s", "bunyi Anda", "Pilih bunyi dalam versi Anda.", "ours"),
        ("gabung.mereka", "b", "bunyi berkas", "Pilih bunyi dalam berkas naskah.", "theirs"),
        ("gabung.baca", "enter", "baca utuh", "Baca kedua bunyi seutuhnya.", "read"),
        ("gabung.selesai", "f10 ctrl+s", "simpan", "Simpan gabungannya.", "done"),
        (
            "gabung.batal",
            "escape q",
            "nanti",
            "Biarkan keduanya; versi Anda tetap menunggu.",
            "cancel",
        ),
    ),
    Group.GATE: (
        ("gerbang.finalkan", "f10", "finalkan", "Nyatakan naskah final.", "finalise"),
        ("gerbang.tuju", "enter", "ke tempatnya", "Buka tempat yang menghalangi.", "go"),
        ("gerbang.perbaiki", "f", "perbaiki", "Terapkan perbaikan yang ditunjukkan.", "mend"),
    ),
    Group.DESK: (
        ("meja.tandatangan", "t", "menandatangani", "Catat: menandatangani.", "sign", HIDDEN),
        (
            "meja.hadir",
            "h",
            "hadir, tidak menandatangani",
            "Catat: hadir, tidak menandatangani.",
            "present",
            HIDDEN,
        ),
        ("meja.tidak-hadir", "x", "tidak hadir", "Catat: tidak hadir.", "absent", HIDDEN),
        ("meja.menyusul", "m", "menyusul", "Catat: menyusul, dengan tanggalnya.", "later", HIDDEN),
        (
            "meja.diwakili",
            "w",
            "diwakili oleh…",
            "Catat: menandatangani diwakili, dengan surat mandatnya.",
            "stand_in",
            HIDDEN,
        ),
        (
            "meja.datang",
            "d",
            "sudah datang",
            "Catat kehadirannya, sebelum atau tanpa menandatangani.",
            "arrive",
            HIDDEN,
        ),
        (
            "meja.wakil-datang",
            "D",
            "wakilnya datang",
            "Catat kehadiran yang mewakili, dengan surat mandatnya.",
            "arrive_for",
            HIDDEN,
        ),
        (
            "meja.koreksi",
            "c",
            "koreksi",
            "Nyatakan sebuah catatan keliru; catatan lama tetap ada.",
            "correct",
        ),
        ("meja.jeda", "p", "jeda", "Catat jeda, misalnya listrik padam.", "interrupt"),
        (
            "meja.saksi",
            "s",
            "saksi",
            "Sebutkan yang menyaksikan; tercatat pada setiap tanda tangan sesudahnya.",
            "name_witness",
        ),
        (
            "meja.lembar",
            "i",
            "lembar",
            "Catat lembar kendali dari berkas CSV; isinya ditunjukkan dahulu.",
            "import_table",
        ),
        (
            "meja.lembar-kosong",
            "e",
            "lembar kosong",
            "Tulis lembar kendali kosong ke berkas CSV untuk diisi di Excel.",
            "export_table",
            HIDDEN,
        ),
        ("meja.tutup", "T", "tutup", "Tutup setelah setiap penanda tangan mempunyai hasil.", "close"),
    ),
    Group.DISCUSSION: (
        ("pembahasan.buka", "enter", "buka", "Tanggapan setiap pihak atas klausul ini.", "open"),
        (
            "pembahasan.halaman",
            "tab t",
            "pihak lain",
            "Pihak berikutnya, bila tidak semuanya tampak.",
            "turn_page",
        ),
        ("pembahasan.pihak-lanjut", "right l", "kanan", "Tunjuk pihak berikutnya.", "next_party", HIDDEN),
        ("pembahasan.pihak-sebelum", "left h", "kiri", "Tunjuk pihak sebelumnya.", "previous_party", HIDDEN),
        (
            "pembahasan.pihak",
            "p",
            "per pihak",
            "Isi tanggapan satu pihak, klausul demi klausul.",
            "choose_party",
        ),
        (
            "pembahasan.impor",
            "i",
            "impor CSV",
            "Catat tanggapan dari berkas CSV; perubahannya ditunjukkan dahulu.",
            "import_table",
        ),
        (
            "pembahasan.ekspor",
            "e",
            "ekspor CSV",
            "Tulis tanggapan ke berkas CSV untuk diisi di Excel.",
            "export_table",
            HIDDEN,
        ),
    ),
    Group.ANSWERS: (
        ("tanggapan.setuju", "s", "setuju", "Catat: setuju.", "agree"),
        ("tanggapan.catatan", "c", "catatan", "Catat: setuju dengan catatan, beserta isinya.", "remark"),
        ("tanggapan.keberatan", "b", "keberatan", "Catat: keberatan, beserta isinya.", "object"),
        (
            "tanggapan.cabut",
            "x",
            "cabut",
            "Cabut tanggapan ini; catatan lama tetap ada.",
            "withdraw",
            HIDDEN,
        ),
        ("tanggapan.setuju-semua", "A", "setuju semua", "Catat: setuju atas semua klausul.", "agree_all"),
        (
            "tanggapan.beda",
            "d",
            "beda",
            "Bandingkan bunyi yang dahulu ditanggapi dengan bunyi sekarang.",
            "difference",
            HIDDEN,
        ),
        (
            "tanggapan.pihak",
            "p",
            "pihak lain",
            "Pilih pihak dari daftar; nomor urutnya dapat diketik.",
            "choose_party",
            HIDDEN,
        ),
    ),
    Group.COPIES: (
        ("salinan.cetak", "c", "cetak", "Buat semua yang masih harus dicetak, dan catat.", "print_run"),
        ("salinan.serah", "s", "serah", "Catat: diserahkan, kepada siapa dan kapan.", "hand_over"),
        ("salinan.terima", "t", "terima", "Catat: tanda terimanya sudah ditandatangani.", "receive"),
        ("salinan.rusak", "r", "rusak", "Catat: rusak atau hilang, beserta sebabnya.", "spoil"),
        ("salinan.paket", "z", "paket", "Buat paket berkas untuk pihak yang ditunjuk.", "package"),
        ("salinan.kembali", "p", "pulang", "Catat: kembali ke kantor tanpa diterima.", "return", HIDDEN),
        ("salinan.buku", "b", "ekspedisi", "Buat buku ekspedisi dan tanda terima.", "receipts", HIDDEN),
        (
            "salinan.riwayat",
            "enter",
            "riwayat",
            "Semua yang tercatat tentang salinan ini.",
            "history",
            HIDDEN,
        ),
        ("salinan.impor", "i", "impor CSV", "Catat isi lembar penyerahan dari CSV.", "import_table", HIDDEN),
        ("salinan.ekspor", "e", "ekspor CSV", "Tulis lembar penyerahan ke CSV.", "export_table", HIDDEN),
        ("salinan.koreksi", "K", "koreksi", "Nyatakan catatan terakhirnya keliru.", "correct", HIDDEN),
        ("salinan.batal", "x", "batal", "Batalkan penyusunan dokumen.", "cancel", HIDDEN),
    ),
    Group.RECAP: (
        ("rekap.buka", "enter", "buka", "Buka provinsi, kantor, pihak, atau alasan yang ditunjuk.", "open"),
        ("rekap.cari", "slash", "cari", "Saring daftar dengan kata.", "search"),
        (
            "rekap.muat",
            "r f5",
            "muat lagi",
            "Baca lagi semua kiriman; yang berubah diperiksa lagi.",
            "read_again",
            HIDDEN,
        ),
    ),
    Group.RECAP_LIST: (
        ("rekap.urut", "s", "urutkan", "Pilih apa yang didahulukan dalam daftar.", "choose_order"),
        ("rekap.saring", "f", "saring", "Pilih provinsi, keadaan, dan tanggal rekap.", "choose_part"),
        ("rekap.masalah", "m", "masalah", "Kiriman yang tidak dihitung, dengan alasannya.", "troubles"),
    ),
    Group.RECAP_OFFICE: (
        (
            "rekap.klausul",
            "c",
            "klausul",
            "Klausul yang tetap, diubah, dibuang, dan ditambahkan kantor ini.",
            "clauses",
        ),
    ),
}
"""Id, keys, words, help, method, and whether the footer leaves it out."""


def _all() -> Iterator[Action]:
    for group, rows in _TABLE.items():
        for name, keys, words, told, method, *shown in rows:
            yield Action(name, tuple(keys.split()), group, words, told, method, *shown)


ACTIONS: Final = tuple(_all())
BY_ID: Final = {action.id: action for action in ACTIONS}


def action(action_id: str) -> Action:
    """Return the action of that id; raises :class:`KeyError`."""
    return BY_ID[action_id]


def of_group(group: Group) -> tuple[Action, ...]:
    """Return the actions of a group, in the order of the table."""
    return tuple(one for one in ACTIONS if one.group is group)
