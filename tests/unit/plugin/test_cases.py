"""Cases of a pack: what holds is silent, and what does not is told with the file and row of its case."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from kampanye_tui.model.office import PackChoice
from kampanye_tui.plugin.cases import run_cases
from kampanye_tui.plugin.library import Library, open_library
from tests.unit.plugin.packs import data_pack, opened

HEAD = """\
format = 1
[[kasus]]
nama = "Kota"
wilayah = "36.74"
pemilu = "pemilu-2024"
tanggal = 2023-11-28
"""
TERM = 'format = 1\n[[istilah]]\nnama = "kecamatan"\nnilai = "distrik"\n'
PLACE = 'daerah/uji/satu.toml, [[kasus]] ke-1 ("Kota")'


def told(root: Path, expected: str, *, head: str = HEAD, term: str = TERM) -> list[str]:
    """Return what is wrong with a pack of one case that expects this."""
    contents = {"istilah": "istilah.toml", "uji": "uji/*.toml"}
    files = {"istilah.toml": term, "uji/satu.toml": head + expected}
    pack = data_pack(root, "daerah", contents, files, region="36")

    def open_for(region: str, election: str, day: date | None) -> Library:
        return open_library(PackChoice(folders=(str(root),)), root, region, election, day, "kampanye.toml")

    return [str(problem) for problem, _region in run_cases(opened(pack), open_for)]


@pytest.mark.parametrize(
    "expected",
    [
        'urutan = ["asas-bersama", "alat-peraga"]',
        'memuat_klausul = ["alat-peraga"]',
        'tanpa_klausul = ["noken"]',
        'teks_memuat = ["Komisi Pemilihan Umum Kota Tangerang Selatan"]',
        'tanpa_teks = ["Komisi Independen Pemilihan"]',
        'istilah = { kecamatan = "distrik" }',
        'pihak = ["kodim", "partai-demokrat"]',
        'tanpa_pihak = ["kodam"]',
        'catatan = ["nama-kosong"]',
        'tanpa_catatan = ["benturan-paket"]',
    ],
)
def test_what_holds_is_silent(expected: str, tmp_path: Path) -> None:
    assert told(tmp_path, expected) == []


@pytest.mark.parametrize(
    ("expected", "problem"),
    [
        (
            'urutan = ["alat-peraga", "asas-bersama"]',
            f'{PLACE}, kunci "urutan": pada naskah urutannya asas-bersama, alat-peraga. Periksa kunci '
            "setelah pada penyesuaian.",
        ),
        (
            'memuat_klausul = ["alat-peragaa"]',
            f'{PLACE}, kunci "memuat_klausul": klausul "alat-peragaa" tidak ada. Mungkin maksudnya '
            '"alat-peraga".',
        ),
        (
            'tanpa_klausul = ["alat-peraga"]',
            f'{PLACE}, kunci "tanpa_klausul": klausul "alat-peraga" ada.',
        ),
        (
            'teks_memuat = ["KPU Kota Bogor"]',
            f'{PLACE}, kunci "teks_memuat": "KPU Kota Bogor" tidak tertulis pada naskah.',
        ),
        (
            'templat = "undangan"\nteks_memuat = ["KPU Kota Bogor"]',
            f'{PLACE}, kunci "teks_memuat": "KPU Kota Bogor" tidak tertulis pada undangan untuk PKB.',
        ),
        (
            'istilah = { kecamatan = "kapanewon" }',
            f'{PLACE}, kunci "istilah": istilah "kecamatan" berbunyi "distrik", bukan "kapanewon".',
        ),
        (
            'istilah = { kecamtan = "distrik" }',
            f'{PLACE}, kunci "istilah": istilah "kecamtan" tidak dikenal. Mungkin maksudnya "kecamatan".',
        ),
        (
            'pihak = ["kodm"]',
            f'{PLACE}, kunci "pihak": pihak "kodm" tidak ada. Mungkin maksudnya "kodim".',
        ),
        ('tanpa_pihak = ["kodim"]', f'{PLACE}, kunci "tanpa_pihak": pihak "kodim" ada.'),
    ],
)
def test_what_does_not_hold_is_told_with_its_row(expected: str, problem: str, tmp_path: Path) -> None:
    assert told(tmp_path, expected) == [problem]


LETTER = """\
+++
format = 1
id = "surat"
judul = "Surat"
cakupan = "{scope}"
untuk = ["{role}"]
+++

::: judul
# {{nama_penerima}}
:::
"""


def told_of_letter(root: Path, words: str, *, scope: str = "pihak", role: str = "saksi") -> list[str]:
    """Return what is wrong with a pack whose letter to those of a role is expected to hold words."""
    files = {
        "surat.md": LETTER.format(scope=scope, role=role),
        "uji/satu.toml": f'{HEAD}templat = "surat"\nteks_memuat = ["{words}"]\n',
    }
    pack = data_pack(root, "daerah", {"templat": "surat.md", "uji": "uji/*.toml"}, files, region="36")

    def open_for(region: str, election: str, day: date | None) -> Library:
        return open_library(PackChoice(folders=(str(root),)), root, region, election, day, "kampanye.toml")

    return [str(problem) for problem, _region in run_cases(opened(pack), open_for)]


@pytest.mark.parametrize("scope", ["pihak", "salinan"])
def test_a_paper_for_each_is_read_as_the_first_of_those_who_get_it_has_it(scope: str, tmp_path: Path) -> None:
    assert told_of_letter(tmp_path, "BADAN PENGAWAS PEMILIHAN UMUM KOTA TANGERANG SELATAN", scope=scope) == []


def test_whose_paper_lacks_the_words_is_told(tmp_path: Path) -> None:
    assert told_of_letter(tmp_path, "PRESIDIUM") == [
        f'{PLACE}, kunci "teks_memuat": "PRESIDIUM" tidak tertulis pada surat untuk Bawaslu Kota '
        "Tangerang Selatan."
    ]


def test_words_in_other_letters_are_told_as_they_stand(tmp_path: Path) -> None:
    assert told_of_letter(tmp_path, "Badan Pengawas") == [
        f'{PLACE}, kunci "teks_memuat": "Badan Pengawas" tidak tertulis pada surat untuk Bawaslu Kota '
        'Tangerang Selatan. Huruf besar dan kecil dibedakan; di sana tertulis "BADAN PENGAWAS".'
    ]


def test_a_paper_that_nobody_gets_is_told(tmp_path: Path) -> None:
    assert told_of_letter(tmp_path, "Kepada", role="hadir") == [
        f'{PLACE}, kunci "templat": tidak ada pihak yang menerima surat. Periksa kunci untuk pada format '
        "naskah itu."
    ]


def test_words_that_should_not_be_there_are_shown_with_what_stands_around_them(tmp_path: Path) -> None:
    assert told(tmp_path, 'tanpa_teks = ["selanjutnya disebut Penyelenggara"]') == [
        f'{PLACE}, kunci "tanpa_teks": "selanjutnya disebut Penyelenggara" tertulis pada naskah. Di sana: '
        '"…rkedudukan di ……………………………………, selanjutnya disebut Penyelenggara; dan 2. partai politik pesert…"'
    ]


def test_a_finding_that_is_missing_is_told(tmp_path: Path) -> None:
    assert told(tmp_path, 'catatan = ["benturan-paket"]')[0].startswith(
        f'{PLACE}, kunci "catatan": catatan "benturan-paket" tidak ada.'
    )


def test_a_finding_that_should_not_be_there_is_told_with_its_message(tmp_path: Path) -> None:
    assert told(tmp_path, 'tanpa_catatan = ["nama-kosong"]')[0].startswith(
        f'{PLACE}, kunci "tanpa_catatan": catatan "nama-kosong" ada: Nama penanda tangan masih kosong'
    )


def test_words_are_found_across_the_ends_of_lines(tmp_path: Path) -> None:
    sentence = "bahwa kampanye merupakan bagian dari pendidikan politik masyarakat yang dilaksanakan secara"
    assert told(tmp_path, f'teks_memuat = ["{sentence}"]') == []


def test_a_case_that_expects_nothing_is_refused(tmp_path: Path) -> None:
    assert told(tmp_path, "") == [
        f"{PLACE}: kasus ini tidak memeriksa apa pun. Tambahkan misalnya memuat_klausul = "
        '["…"] atau teks_memuat = ["…"].'
    ]


def test_a_region_that_is_unknown_is_told_at_the_case(tmp_path: Path) -> None:
    head = HEAD.replace("36.74", "36.99")
    assert told(tmp_path, 'pihak = ["kodim"]', head=head) == [
        f'{PLACE}: "36.99" tidak dikenal. Cari dengan: kampanye wilayah NAMA'
    ]


def test_a_set_for_another_election_is_told_at_the_case(tmp_path: Path) -> None:
    assert told(tmp_path, 'kumpulan = "nasional/lengkap-pilkada"\npihak = ["kodim"]') == [
        f'{PLACE}: kumpulan "nasional/lengkap-pilkada" bukan untuk Pemilu 2024. Pilih kumpulan '
        "klausul yang lain."
    ]


def test_a_pack_that_is_not_used_is_told_instead_of_all_that_it_does_not_give(tmp_path: Path) -> None:
    assert told(tmp_path, 'istilah = { kecamatan = "distrik" }', term="format = 1\n") == [
        f"{PLACE}: paket daerah tidak dipakai: daerah/istilah.toml: "
        'kunci "istilah" belum ada. Tambahkan baris istilah = [ … ] sebelum tabel pertama.'
    ]


def test_a_pattern_without_file_is_a_problem_of_the_manifest(tmp_path: Path) -> None:
    pack = data_pack(tmp_path, "daerah", {"uji": "kasus/*.toml"}, {})
    ((problem, _region),) = run_cases(opened(pack), never)
    assert str(problem) == (
        'daerah/plugin.toml: tidak ada berkas yang cocok dengan "kasus/*.toml". Periksa tabel [isi].'
    )


def test_a_file_that_cannot_be_read_keeps_no_other_from_being_tried(tmp_path: Path) -> None:
    files = {"uji/dua.toml": "format = 1\n", "uji/satu.toml": "format = 1\n"}
    unmet = run_cases(opened(data_pack(tmp_path, "daerah", {"uji": "uji/*.toml"}, files)), never)
    assert [one.problem.file for one in unmet] == ["daerah/uji/dua.toml", "daerah/uji/satu.toml"]


def test_of_a_pack_without_cases_nothing_is_asked(tmp_path: Path) -> None:
    assert run_cases(opened(data_pack(tmp_path, "daerah", {}, {})), never) == ()


def never(region: str, election: str, day: date | None) -> Library:
    """Fail when a library is asked for."""
    raise AssertionError(region, election, day)
