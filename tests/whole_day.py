"""The facts of one whole day, and the minutes that have to come of them, however the day was entered.

18 parties and 6 institutions; power fails after the tenth party, and the rest is entered from paper.
The minutes were typed by hand from these facts. They are the words in reading order, as Markdown
writes them.
"""

from __future__ import annotations

import csv
import io

from tests.signatories import ROWS

MINUTES = "berita-acara-penandatanganan"
DAY = "28-11-2023"
OBJECTIONS = {"14": ("alat-peraga", "Jaraknya terlalu dekat."), "17": ("asas-bersama", "Kurang jelas.")}
MENDED = {"alat-peraga": "{peserta} memasang alat peraga secara tertib.", "asas-bersama": "{peserta} jujur."}
INSTITUTIONS = ("bawaslu", "wali-kota", "dprd", "polres", "kejari", "kodim")
PARTIES = (*map(str, range(1, 18)), "24")
PAPER = {
    "partai-garda-republik-indonesia": {"hasil": "menandatangani", "pukul": "10.18"},
    "partai-amanat-nasional": {
        "hasil": "hadir saja",
        "pukul": "10.20",
        "keterangan": "menyampaikan keterangan lisan",
    },
    "partai-bulan-bintang": {"hasil": "tidak hadir", "pukul": "10.22"},
    "partai-demokrat": {"hasil": "menandatangani", "pukul": "10.24"},
    "partai-solidaritas-indonesia": {"hasil": "menandatangani", "pukul": "10.26"},
    "partai-persatuan-indonesia": {"hasil": "menyusul", "pukul": "10.28", "paling_lambat": "1/12/2023"},
    "partai-persatuan-pembangunan": {
        "hasil": "menandatangani",
        "pukul": "10.30",
        "pengganti": "Siti Rahma",
        "bentuk_mandat": "a.n.",
        "nomor_mandat": "21/DPC/2023",
        "tanggal_mandat": "27/11/2023",
    },
    "partai-ummat": {"hasil": "menandatangani", "pukul": "10.32"},
    "penyelenggara": {"hasil": "menandatangani", "pukul": "10.35"},
    **{one: {"hasil": "menandatangani", "pukul": "10.38"} for one in INSTITUTIONS[:5]},
}
"""What hands wrote on the sheet; the commander had left before it was the turn of the institutions."""
WITHOUT_COPY = (13, 16)
"""Numbers of the salinan that nobody fetched: of who was absent and of who signs later."""

LEADS = "Pimpinan partai politik tingkat Kota Tangerang Selatan"
GOLDEN = f"""\
Pada hari ini, Selasa, tanggal dua puluh delapan, bulan November, tahun dua ribu dua puluh tiga \
(28-11-2023), bertempat di Aula Blandongan, Komisi Pemilihan Umum Kota Tangerang Selatan telah \
menyelenggarakan penandatanganan Nota Kesepahaman Kampanye Damai Pemilihan Umum Tahun 2024. Penandatanganan \
dimulai pukul 09.50 WIB dan ditutup pukul 10.45 WIB.

Naskah yang ditandatangani ialah naskah final revisi 1 dengan kode naskah KODE, dalam 3 (tiga) rangkap asli.

Dari 25 (dua puluh lima) penanda tangan, hasilnya sebagai berikut:

a. menandatangani: 21 (dua puluh satu) orang;

b. hadir, tidak menandatangani: 1 (satu) orang;

c. tidak hadir: 1 (satu) orang; dan

d. menyusul: 1 (satu) orang.

Bagi 1 (satu) penanda tangan lainnya tidak ada hasil yang dicatat sampai dengan penutupan.

Penandatanganan bersifat sukarela. Rinciannya menurut urutan penandatanganan, dengan kelompok I untuk \
Peserta Pemilu, kelompok II untuk Penyelenggara, dan kelompok III untuk saksi dan yang mengetahui:

| Kel. | No. urut | Pihak | Penanda tangan | Hasil | Keterangan |
| --- | --- | --- | --- | --- | --- |
| I | 1 | PKB | Pimpinan Uji 1, {LEADS} | menandatangani |  |
| I | 2 | Gerindra | Pimpinan Uji 2, {LEADS} | menandatangani |  |
| I | 3 | PDI Perjuangan | Pimpinan Uji 3, {LEADS} | menandatangani |  |
| I | 4 | Golkar | Pimpinan Uji 4, {LEADS} | menandatangani |  |
| I | 5 | NasDem | Pimpinan Uji 5, {LEADS} | menandatangani |  |
| I | 6 | Partai Buruh | Pimpinan Uji 6, {LEADS} | menandatangani |  |
| I | 7 | Gelora | Pimpinan Uji 7, {LEADS} | menandatangani |  |
| I | 8 | PKS | Pimpinan Uji 8, {LEADS} | menandatangani |  |
| I | 9 | PKN | Pimpinan Uji 9, {LEADS} | menandatangani |  |
| I | 10 | Hanura | Pimpinan Uji 10, {LEADS} | menandatangani |  |
| I | 11 | Garuda | Pimpinan Uji 11, {LEADS} | menandatangani |  |
| I | 12 | PAN | Pimpinan Uji 12, {LEADS} | hadir, tidak menandatangani | menyampaikan keterangan lisan |
| I | 13 | PBB | Pimpinan Uji 13, {LEADS} | tidak hadir |  |
| I | 14 | Demokrat | Pimpinan Uji 14, {LEADS} | menandatangani |  |
| I | 15 | PSI | Pimpinan Uji 15, {LEADS} | menandatangani |  |
| I | 16 | Perindo | Pimpinan Uji 16, {LEADS} | menyusul | paling lambat 1 Desember 2023 |
| I | 17 | PPP | Siti Rahma, a.n. Pimpinan partai politik tingkat Kota Tangerang Selatan | menandatangani | \
surat mandat Nomor 21/DPC/2023 tanggal 27 November 2023 |
| I | 24 | Partai Ummat | Pimpinan Uji 18, {LEADS} | menandatangani |  |
| II |  | KPU Kota Tangerang Selatan | Taufiq MZ, Ketua KPU Kota Tangerang Selatan | menandatangani |  |
| III |  | Bawaslu Kota Tangerang Selatan | Pejabat Uji 1, Ketua Bawaslu Kota Tangerang Selatan | \
menandatangani |  |
| III |  | Pemerintah Kota Tangerang Selatan | Pejabat Uji 2, Wali Kota Tangerang Selatan | \
menandatangani |  |
| III |  | DPRD Kota Tangerang Selatan | Pejabat Uji 3, Ketua DPRD Kota Tangerang Selatan | \
menandatangani |  |
| III |  | Polres Tangerang Selatan | Pejabat Uji 4, Kepala Kepolisian Resor Tangerang Selatan | \
menandatangani |  |
| III |  | Kejaksaan Negeri Tangerang Selatan | Pejabat Uji 5, Kepala Kejaksaan Negeri Tangerang Selatan | \
menandatangani |  |
| III |  | Kodim | ……………………, Komandan Komando Distrik Militer |  |  |

Selama penandatanganan terjadi jeda:

| Mulai | Dilanjutkan | Sebab |
| --- | --- | --- |
| 10\\.10 WIB | 10\\.16 WIB | listrik padam |

Pada hari itu telah diserahkan naskah bernomor berikut:

| Bentuk | Nomor | Pihak | Diterima oleh | Sebagai |
| --- | --- | --- | --- | --- |
| salinan | 1 | PKB | Wakil 1 | staf |
| salinan | 2 | Gerindra | Wakil 2 | staf |
| salinan | 3 | PDI Perjuangan | Wakil 3 | staf |
| salinan | 4 | Golkar | Wakil 4 | staf |
| salinan | 5 | NasDem | Wakil 5 | staf |
| salinan | 6 | Partai Buruh | Wakil 6 | staf |
| salinan | 7 | Gelora | Wakil 7 | staf |
| salinan | 8 | PKS | Wakil 8 | staf |
| salinan | 9 | PKN | Wakil 9 | staf |
| salinan | 10 | Hanura | Wakil 10 | staf |
| salinan | 11 | Garuda | Wakil 11 | staf |
| salinan | 12 | PAN | Wakil 12 | staf |
| salinan | 14 | Demokrat | Wakil 14 | staf |
| salinan | 15 | PSI | Wakil 15 | staf |
| salinan | 17 | PPP | Wakil 17 | staf |
| salinan | 18 | Partai Ummat | Wakil 18 | staf |
| salinan | 19 | Bawaslu Kota Tangerang Selatan | Wakil 19 | staf |
| salinan | 20 | Pemerintah Kota Tangerang Selatan | Wakil 20 | staf |
| salinan | 21 | DPRD Kota Tangerang Selatan | Wakil 21 | staf |
| salinan | 22 | Polres Tangerang Selatan | Wakil 22 | staf |
| salinan | 23 | Kejaksaan Negeri Tangerang Selatan | Wakil 23 | staf |
| salinan | 24 | Kodim | Wakil 24 | staf |

Penyerahan selanjutnya dicatat dalam buku ekspedisi.

Berkas yang dipakai untuk mencetak naskah bernomor disebut satu per satu dalam lampiran berita acara ini.

Demikian berita acara ini dibuat dengan sebenarnya dalam 3 (tiga) rangkap untuk dipergunakan sebagaimana \
mestinya.

Tangerang Selatan, 28 November 2023
"""


def configured(sample: str) -> str:
    """Return the configuration of the office: no packs, and it knows where the signing is, and who signs."""
    place = 'mulai = 09:00:00\ntempat = "Aula Blandongan"\n'
    office = sample.replace('folder = ["plugins"]', "folder = []").replace("# mulai = 09:00:00\n", place)
    return office + ROWS


def on_paper(empty: str) -> str:
    """Return the sheet as it was filled, saved by Excel."""
    rows = list(csv.DictReader(io.StringIO(empty, newline=""), delimiter=";"))
    text = io.StringIO(newline="")
    table = csv.DictWriter(text, rows[0], delimiter=";", lineterminator="\r\n")
    table.writeheader()
    table.writerows(row | PAPER.get(row["pihak"], {}) for row in rows)
    return text.getvalue()
