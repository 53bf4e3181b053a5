"""What options of directives may say, told when a pack is loaded."""

from __future__ import annotations

import pytest

from kampanye_tui.document.directives import DIRECTIVES
from kampanye_tui.document.template_check import check_template
from kampanye_tui.model.problem import Problem, Refused
from tests.unit.document.papers import template


def problem_of(body: str) -> Problem:
    with pytest.raises(Refused) as caught:
        check_template(template(body))
    (problem,) = caught.value.problems
    return problem


@pytest.mark.parametrize(
    ("head", "what"),
    [
        ('tanda-tangan kolom="13"', 'kolom="13" bukan angka yang dikenal'),
        ('tanda-tangan kolom="dua"', 'kolom="dua" bukan angka yang dikenal'),
        ('tanda-tangan kolom="²"', 'kolom="²" bukan angka yang dikenal'),
        ('tanda-tangan tinggi="201"', 'tinggi="201" bukan angka yang dikenal'),
        ('tanda-tangan bentuk="lingkaran"', 'bentuk "lingkaran" tidak termasuk pilihan'),
        ('tanda-tangan letak="atas"', 'letak "atas" tidak termasuk pilihan'),
        ('tanda-tangan oleh="semua"', 'oleh "semua" tidak termasuk pilihan'),
        ('tanda-tangan peran="saksi, hakim"', 'peran "hakim" tidak termasuk pilihan'),
        ('daftar-pihak peran="hakim"', 'peran "hakim" tidak termasuk pilihan'),
        ('klausul gaya="romawi"', 'gaya "romawi" tidak termasuk pilihan'),
        ('panduan-klausul boleh_="Boleh"', 'direktif panduan-klausul tidak mengenal "boleh_"'),
        ('jadwal tahapan="Tahapan"', 'direktif jadwal memerlukan "tanggal"'),
        ('tabel lebar="1; 2"', 'direktif tabel memerlukan "kepala"'),
        ('tabel kepala="A" baris_kosong="101"', 'baris_kosong="101" bukan angka yang dikenal'),
        ('tanggapan-klausul klausul="A" pilihan="B"', 'direktif tanggapan-klausul memerlukan "catatan"'),
        ('daftar-hadir nama="A" lembaga="B" jabatan="C"', 'direktif daftar-hadir memerlukan "tanda_tangan"'),
    ],
)
def test_a_wrong_option_is_told_when_a_pack_is_loaded(head: str, what: str) -> None:
    assert problem_of(f"::: {head}\n:::\n").what == what


def test_a_number_out_of_range_is_told_with_the_range() -> None:
    assert problem_of('::: tanda-tangan kolom="0"\n:::\n').hint == "Tulis angka 1 sampai dengan 12"


def test_a_wrong_choice_is_told_with_what_may_be_meant() -> None:
    assert problem_of('::: tanda-tangan letak="knan"\n:::\n').hint == 'Mungkin maksudnya "kanan"'


@pytest.mark.parametrize("name", DIRECTIVES)
def test_what_a_directive_needs_is_among_its_options(name: str) -> None:
    assert set(DIRECTIVES[name].needs) <= set(DIRECTIVES[name].options)
