"""A whole day by commands, from the answers of the parties to the minutes.

18 parties and 6 institutions; power fails after the tenth party, and the rest is entered from paper.
The minutes below were written after a first output had been read and checked against what was
entered: they hold what was found right, and are no independent source.
"""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from typing import NamedTuple

import pytest

from kampanye_tui.cli.main import run
from kampanye_tui.store.configuration import VARIABLE
from tests.unit.cli.office import SAMPLE, Ran, no_screen

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


class Day(NamedTuple):
    """What the day left: what commands told, the kode naskah, the minutes, the ledger."""

    refused: Ran
    code: str
    entered: Ran
    closed: Ran
    minutes: str
    ledger: list[dict]


def configured(folder: Path) -> None:
    """Write the configuration of the office: it knows where the signing is to be."""
    place = 'mulai = 09:00:00\ntempat = "Aula Blandongan"\n'
    text = SAMPLE.replace('folder = ["plugins"]', "folder = []").replace("# mulai = 09:00:00\n", place)
    (folder / "kampanye.toml").write_text(text)


def on_paper(empty: str) -> str:
    """Return the sheet as it was filled, saved by Excel."""
    rows = list(csv.DictReader(io.StringIO(empty, newline=""), delimiter=";"))
    text = io.StringIO(newline="")
    table = csv.DictWriter(text, rows[0], delimiter=";", lineterminator="\r\n")
    table.writeheader()
    table.writerows(row | PAPER.get(row["pihak"], {}) for row in rows)
    return text.getvalue()


@pytest.fixture(scope="module")
def day(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Day]:
    """The whole day, command by command, in an office of its own."""
    office = tmp_path_factory.mktemp("kantor")
    with pytest.MonkeyPatch.context() as surroundings:
        surroundings.chdir(office)
        for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME"):
            surroundings.setenv(name, str(office / "xdg"))
        surroundings.setenv("LANGUAGE", "en")
        surroundings.delenv(VARIABLE, raising=False)
        yield lived(office)


def kampanye(*words: str) -> Ran:
    """Run a command as a person does."""
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        code = run(no_screen, list(words))
    return Ran(code, out.getvalue(), err.getvalue())


def done(*words: str, at: str = "") -> Ran:
    """Run a command that has to succeed, for something that happened at an hour of the day."""
    ran = kampanye(*words, *(("--waktu", f"{DAY} {at}") if at else ()))
    assert ran.code == 0, (words, ran.err)
    return ran


def lived(office: Path) -> Day:
    """Live through the day."""
    configured(office)
    done("baru")
    refused = agreed()
    code = done("finalkan", "--waktu", "27-11-2023 16.00").out.strip()
    done("tandatangan", "lembar", "--kosong", "-o", "lembar.csv")
    at_the_desk(office)
    done("jeda", "listrik padam", "--lanjut", f"{DAY} 10.16", at="10.10")
    sheet = Path("lembar.csv")
    sheet.write_text(on_paper(sheet.read_text("utf-8-sig")), newline="")
    entered = done("tandatangan", "lembar", "lembar.csv")
    closed = done("tutup", at="10.45")
    done("salinan", "cetak", at="10.50")
    for number in range(1, 25):
        if number not in WITHOUT_COPY:
            who = ("--kepada", f"Wakil {number}", "--sebagai", "staf")
            done("salinan", "serah", str(number), *who, at="11.15")
    done("ekspor", "--templat", MINUTES, "--format", "markdown", "-o", "minutes.md")
    minutes = Path("minutes.md").read_text().replace("\u00a0", " ")
    return Day(refused, code, entered, closed, minutes, ledger_of(office))


def agreed() -> Ran:
    """Collect the answers, mend what two object to, and return how the text was kept from being final."""
    for name in (*PARTIES, *INSTITUTIONS):
        done("tanggapan", "catat", name, "--setuju", "--waktu", "24-11-2023 16.00")
    for name, (clause, remark) in OBJECTIONS.items():
        done("tanggapan", "catat", name, clause, "--keberatan", remark, "--waktu", "25-11-2023 16.00")
    refused = kampanye("finalkan", "--waktu", "25-11-2023 17.00")
    for clause, text in MENDED.items():
        done("klausul", "sunting", clause, "--teks", text)
    for name, (clause, _remark) in OBJECTIONS.items():
        done("tanggapan", "catat", name, clause, "--setuju", "--waktu", "26-11-2023 16.00")
    return refused


def at_the_desk(office: Path) -> None:
    """Let the first ten sign; a key is hit wrongly at the tenth and corrected."""
    for minute, name in enumerate(PARTIES[:9], 50):
        done("tandatangan", "catat", name, "menandatangani", at=f"09.{minute}")
    done("tandatangan", "catat", "10", "tidak-hadir", at="10.05")
    slip = ledger_of(office)[-1]["no"]
    done("koreksi", str(slip), "--alasan", "salah tekan", at="10.06")
    done("tandatangan", "catat", "10", "menandatangani", at="10.07")


def ledger_of(office: Path) -> list[dict]:
    (path,) = office.glob("naskah/*/buku.jsonl")
    return [json.loads(line) for line in path.read_text().splitlines()]


LEADER = "……………………, Pimpinan partai politik tingkat Kota Tangerang Selatan"
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

Penandatanganan bersifat sukarela. Rinciannya menurut urutan penandatanganan, dengan kelompok I untuk \
Peserta Pemilu, kelompok II untuk Penyelenggara, dan kelompok III untuk saksi dan yang mengetahui:

| Kel. | No. urut | Pihak | Penanda tangan | Hasil | Keterangan |
| --- | --- | --- | --- | --- | --- |
| I | 1 | PKB | {LEADER} | menandatangani |  |
| I | 2 | Gerindra | {LEADER} | menandatangani |  |
| I | 3 | PDI Perjuangan | {LEADER} | menandatangani |  |
| I | 4 | Golkar | {LEADER} | menandatangani |  |
| I | 5 | NasDem | {LEADER} | menandatangani |  |
| I | 6 | Partai Buruh | {LEADER} | menandatangani |  |
| I | 7 | Gelora | {LEADER} | menandatangani |  |
| I | 8 | PKS | {LEADER} | menandatangani |  |
| I | 9 | PKN | {LEADER} | menandatangani |  |
| I | 10 | Hanura | {LEADER} | menandatangani |  |
| I | 11 | Garuda | {LEADER} | menandatangani |  |
| I | 12 | PAN | {LEADER} | hadir, tidak menandatangani | menyampaikan keterangan lisan |
| I | 13 | PBB | {LEADER} | tidak hadir |  |
| I | 14 | Demokrat | {LEADER} | menandatangani |  |
| I | 15 | PSI | {LEADER} | menandatangani |  |
| I | 16 | Perindo | {LEADER} | menyusul | paling lambat 1 Desember 2023 |
| I | 17 | PPP | Siti Rahma, a.n. Pimpinan partai politik tingkat Kota Tangerang Selatan | menandatangani | \
surat mandat Nomor 21/DPC/2023 tanggal 27 November 2023 |
| I | 24 | Partai Ummat | {LEADER} | menandatangani |  |
| II |  | KPU Kota Tangerang Selatan | Taufiq MZ, Ketua KPU Kota Tangerang Selatan | menandatangani |  |
| III |  | Bawaslu Kota Tangerang Selatan | ……………………, Ketua Bawaslu Kota Tangerang Selatan | \
menandatangani |  |
| III |  | Pemerintah Kota Tangerang Selatan | ……………………, Wali Kota Tangerang Selatan | menandatangani |  |
| III |  | DPRD Kota Tangerang Selatan | ……………………, Ketua DPRD Kota Tangerang Selatan | menandatangani |  |
| III |  | Polres Tangerang Selatan | ……………………, Kepala Kepolisian Resor Tangerang Selatan | \
menandatangani |  |
| III |  | Kejaksaan Negeri Tangerang Selatan | ……………………, Kepala Kejaksaan Negeri Tangerang Selatan | \
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

Demikian berita acara ini dibuat dengan sebenarnya dalam 3 (tiga) rangkap untuk dipergunakan sebagaimana \
mestinya.

Tangerang Selatan, 28 November 2023
"""


def test_the_minutes_tell_the_day(day: Day) -> None:
    body = day.minutes[day.minutes.index("Pada hari ini") : day.minutes.index("\n### ")]
    assert body == GOLDEN.replace("KODE", day.code)


def test_objections_keep_the_text_from_being_final(day: Day) -> None:
    told = [line for line in day.refused.err.splitlines() if line.startswith("Menghalangi: ")]
    assert (day.refused.code, len(told)) == (1, 2)


def test_the_sheet_is_entered_whole(day: Day) -> None:
    assert day.entered.err == "Tercatat: 14 hasil.\n"


def test_the_closing_counts_who_signed(day: Day) -> None:
    assert day.closed.out == "Ditandatangani 21 dari 25 penanda tangan; rincian dalam berita acara.\n"


def test_each_outcome_keeps_the_hour_at_which_it_came_about(day: Day) -> None:
    hours = [row["terjadi"][11:16] for row in day.ledger if row["jenis"] == "tandatangan"]
    desk = ["09.50", "09.51", "09.52", "09.53", "09.54", "09.55", "09.56", "09.57", "09.58", "10.05", "10.07"]
    assert [hour.replace(":", ".") for hour in hours] == desk + [row["pukul"] for row in PAPER.values()]


def test_the_ledger_holds_every_copy(day: Day) -> None:
    deeds = Counter(row["tindakan"] for row in day.ledger if row["jenis"] == "salinan")
    assert deeds == {"cetak": 24, "serah": 22}


def test_the_slip_and_its_correction_stay_in_the_ledger(day: Day) -> None:
    (correction,) = [row for row in day.ledger if row["jenis"] == "koreksi"]
    slip = day.ledger[correction["atas"] - 1]
    assert (slip["pihak"], slip["hasil"]) == ("partai-hati-nurani-rakyat", "tidak-hadir")
