"""What an edit did, told line by line: what merely follows is told in short."""

import pytest

from kampanye_tui.agreement.account import account, in_words
from kampanye_tui.agreement.edit import add_party
from kampanye_tui.agreement.edit_clauses import drop_clause, reword
from kampanye_tui.agreement.settle import settled

from .making import changed, party, small_agreement, with_clause

BASE = settled(small_agreement(), small_agreement())


def test_nothing_is_told_of_nothing():
    assert account(BASE, settled(BASE, small_agreement())) == ()


def test_other_words_are_told_once():
    assert account(BASE, reword(BASE, "damai", text="Damai.")) == (
        "~ klausul damai: teks: “{peserta} berkampanye dengan damai.” → “Damai.”",
    )


def test_a_dropped_clause_is_one_line():
    assert account(BASE, drop_clause(BASE, "damai")) == ("- klausul damai: Damai",)


def test_new_numbers_of_copies_are_one_line():
    lines = account(BASE, add_party(BASE, party("partai-c", number=3)))
    assert lines == (
        "+ pihak partai-c: Partai-C",
        "= rencana_salinan: disusun ulang, menjadi 2 asli dan 3 salinan",
    )


def test_a_citation_that_went_is_told_by_its_article():
    assert account(BASE, with_clause(BASE, "damai", citations=())) == (
        "- klausul damai: dasar Pasal 280 UU 7/2017",
    )


def test_other_words_of_packs_are_one_line():
    other = changed(
        BASE, reference=changed(BASE.reference, region=changed(BASE.reference.region, name="Kota X"))
    )
    assert account(BASE, other) == ("= acuan: mengikuti paket yang terpasang sekarang",)


def test_what_nothing_else_tells_is_still_told():
    other = changed(BASE, reference=changed(BASE.reference, legal_basis=()))
    assert account(BASE, other) == ("- acuan.dasar_hukum uu-7-2017: Pemilu",)


SHORT = {
    ("+ pihak partai-c: Partai Contoh",): "pihak Partai Contoh ditambahkan",
    ("+ klausul apk: Judul",): "klausul Judul ditambahkan",
    ("+ klausul damai: penjelasan: “Baru”",): "klausul Damai: penjelasan diisi",
    ("- klausul damai: dasar Pasal 280 UU Pemilu",): "klausul Damai: dasar dihapus",
    ("~ klausul damai: judul: “Tertib” → “Damai”",): "klausul Damai: judul berubah",
    ("~ pihak partai-b: penandatangan ke-1.nama: “A: b” → “C”",): (
        "pihak Partai-B: nama penanda tangan ke-1 berubah"
    ),
    ("~ pihak partai-b: nomor_sendiri: ya → tidak",): "pihak Partai-B: nomor sendiri berubah",
    ("~ acara.tanggal: 2023-11-28 → 2023-11-29",): "tanggal acara berubah",
    ("+ acara.tanggal: 2023-11-28",): "tanggal acara diisi",
    ("- kantor.anggota ke-2.nama: “Ani”",): "nama anggota ke-2 kantor dikosongkan",
    ("~ nomor.berita-acara: “1” → “2”",): "nomor berita acara berubah",
    ("= rencana_salinan: disusun ulang, menjadi 2 asli",): "rencana salinan berubah",
    ("~ tentang: “a” → “b”", "x", "y"): "tentang berubah, dan 2 hal lain",
    (): "berkas ditulis ulang tanpa perubahan isi",
}


@pytest.mark.parametrize("lines", SHORT)
def test_an_account_is_said_in_short(lines: tuple[str, ...]) -> None:
    assert in_words(lines, BASE) == SHORT[lines]
