"""Lines of an account as people say them: names for ids, words for keys."""

import pytest

from kampanye_tui.agreement.account_words import in_full_words

from .making import changed, small_agreement

BASE = small_agreement()
AFTER = changed(
    BASE, parties=(*BASE.parties[:-1], changed(BASE.parties[-1], name="Kepolisian Resor", short="Polres"))
)
POLRES = AFTER.parties[-1].id
LINES = {
    f"~ pihak {POLRES}: penandatangan ke-1.nama: “A: b” → “C”": (
        "~ pihak Polres: nama penanda tangan ke-1: “A: b” → “C”"
    ),
    f"+ pihak {POLRES}: nomor_sendiri: ya": "+ pihak Polres: nomor sendiri: ya",
    f"+ pihak {POLRES}: Kepolisian Resor": "+ pihak Kepolisian Resor",
    f"+ pihak {POLRES}: Partai: Baru": "+ pihak Partai: Baru",
    "~ klausul damai: teks: “a” → “b”": "~ klausul Damai: bunyi: “a” → “b”",
    "- klausul damai: Damai": "- klausul Damai",
    "- klausul damai: dasar Pasal 280 UU 7/2017": "- klausul Damai: dasar Pasal 280 UU 7/2017",
    f"= pihak: urutan menjadi {POLRES}, lain": "= pihak: urutan menjadi Polres; lain",
    "= rencana_salinan: disusun ulang, menjadi 2 asli dan 3 salinan": (
        "= rencana salinan: disusun ulang, menjadi 2 asli dan 3 salinan"
    ),
    "~ acara.tanggal: 2023-11-28 → 2023-11-29": "~ tanggal acara: 2023-11-28 → 2023-11-29",
    "~ kantor.anggota ke-2.nama: “a” → “b”": "~ nama anggota ke-2 kantor: “a” → “b”",
    "~ nomor.berita-acara: “1” → “2”": "~ nomor berita acara: “1” → “2”",
    "= acuan: mengikuti paket yang terpasang sekarang": "= acuan: mengikuti paket yang terpasang sekarang",
}


@pytest.mark.parametrize("line", LINES)
def test_a_line_is_told_in_words(line: str) -> None:
    assert in_full_words([line], BASE, AFTER) == (LINES[line],)


def test_a_pihak_and_a_clause_of_one_id_keep_their_own_names() -> None:
    base = changed(BASE, clauses=(changed(BASE.clauses[0], id=POLRES), *BASE.clauses[1:]))
    assert in_full_words(
        [f"~ klausul {POLRES}: teks: “a” → “b”", f"+ pihak {POLRES}: alamat: “a”"], base, AFTER
    ) == (
        "~ klausul Damai: bunyi: “a” → “b”",
        "+ pihak Polres: alamat: “a”",
    )
