"""``paket periksa``: an exit code, a line for each finding as editors read it, and the same as JSON."""

from __future__ import annotations

import json
from pathlib import Path

from tests.unit.cli.office import Command
from tests.unit.plugin.broken_packs import overlay
from tests.unit.plugin.packs import data_pack

LINE = (
    "uji/ubah.toml:7:1: isian: isian {nama_kantorr} tidak dikenal (wilayah 36, 36.01, 36.02, dan 6 lainnya). "
    'Mungkin maksudnya "nama_kantor".'
)


def test_a_sound_pack_leaves_without_complaint(tmp_path: Path, kampanye: Command) -> None:
    ran = kampanye("paket", "periksa", str(overlay(tmp_path)))
    told = "Pemeriksaan paket uji 1: tidak ada catatan. Program tertua yang dapat membacanya: versi 0.1.\n"
    assert (ran.code, ran.err) == (0, told)


def test_a_finding_is_a_line_that_editors_read(tmp_path: Path, kampanye: Command) -> None:
    ran = kampanye("paket", "periksa", str(overlay(tmp_path, "Kepada {nama_kantorr}.")))
    assert (ran.code, ran.out.splitlines()[0]) == (1, LINE)


def test_a_finding_in_a_table_names_its_column(tmp_path: Path, kampanye: Command) -> None:
    rows = "id,pemilu,nomor_urut,nama\nsatu,pemilu-2024,kesatu,Satu\n"
    pack = data_pack(tmp_path, "uji", {"peserta": "a.csv"}, {"a.csv": rows}, region="36.74")
    (told,) = kampanye("paket", "periksa", str(pack)).out.splitlines()
    wrong = 'harus berupa bilangan bulat, tertulis teks "kesatu". Contoh: 1.'
    assert told == f'uji/a.csv:2: isi: kolom "nomor_urut": {wrong}'


def test_a_finding_in_the_head_of_a_template_has_its_line(tmp_path: Path, kampanye: Command) -> None:
    page = '+++\nformat = 1\nid = "surat"\njudul = "Surat"\nukuran_huruf = 3.0\n+++\n\nukuran_huruf = 1\n'
    pack = data_pack(tmp_path, "uji", {"templat": "a.md"}, {"a.md": page}, region="36.74")
    (told,) = kampanye("paket", "periksa", str(pack)).out.splitlines()
    assert told == "uji/a.md:5:1: templat: tertulis 3.0. Ukuran huruf antara 7 dan 24."


def test_a_province_has_a_table_of_its_regions(tmp_path: Path, kampanye: Command) -> None:
    rows = kampanye("paket", "periksa", str(overlay(tmp_path))).out.splitlines()
    assert (rows[0].split(), len(rows)) == (["KODE", "WILAYAH", "KLAUSUL", "DOKUMEN", "CATATAN"], 10)


def test_as_json_a_finding_has_its_code_and_place(tmp_path: Path, kampanye: Command) -> None:
    path = overlay(tmp_path, "Kepada {nama_kantorr}.")
    (row,) = json.loads(kampanye("paket", "periksa", str(path), "--json").out)["catatan"]
    assert (row["kode"], row["berkas"], row["baris"], row["kolom"]) == ("isian", "uji/ubah.toml", 7, 1)
    assert row["kunci"] == "teks"


def test_what_is_no_pack_is_told_and_not_a_crash(tmp_path: Path, kampanye: Command) -> None:
    ran = kampanye("paket", "periksa", str(tmp_path / "tidak-ada"))
    assert (ran.code, ran.out) == (1, "tidak-ada: folder: tidak-ada tidak ada.\n")


def test_no_office_is_needed(tmp_path: Path, kampanye: Command) -> None:
    assert not (tmp_path / "kampanye.toml").exists()
    assert kampanye("paket", "periksa", str(overlay(tmp_path))).code == 0
