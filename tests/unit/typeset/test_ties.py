"""What a line break does not part: each tie of the table holds, is needed, and gives way where it must."""

from __future__ import annotations

import re

import pytest

from kampanye_tui.model.document import Align, Run
from kampanye_tui.typeset import atoms
from kampanye_tui.typeset.lines import set_lines
from kampanye_tui.typeset.ties import TIED, TIES, Tie, tied
from tests.unit.typeset.setting import CHARACTER, FAMILY, SIZE, broken, said

KEPT = [
    "Pasal 3",
    "pasal 12,",
    "ayat (1)",
    "huruf b",
    "angka 12",
    "Nomor 7",
    "Bab II",
    "Lampiran I",
    "halaman 4",
    "Tahun 2017",
    "urut 14",
    "pukul 14.00",
    "NIP 1970",
    "12 Tahun",
    "28 November",
    "November 2023",
    "30 hari",
    "12 orang",
    "1.500 suara",
    "(tujuh) hari",
    "5 %",
    "14.00 WIB",
    "…… WIB",
    "1 (satu)",
    "Rp 5.000",
    "Rp. 5.000",
    "1 s.d.",
    "s.d. 10",
    "a.n. Ketua",
    "Dr. Andi",
    "H. Andi",
    "Hj. Ani",
    "Kombes Pol.",
    "Pol. Budi",
    "A. Nasution",
    "(K.H. Andi",
    "Yth. Ketua",
    "Bapak Andi",
    "Andi, S.H.",
    "S.H., M.H.",
    "Andi, M.Si",
    "Andi, Ph.D.",
    "KPU RI",
    "Bawaslu RI,",
    "kata …",
    "kata ...",
    "kampanye –",
    "“ kata",
    "kata ”",
    "hadir; dan",
    "hadir; atau",
]
FREE = [
    "huruf kecil",
    "Pasal yang",
    "2023 pihak",
    "20 Nopember",
    "November yang",
    "2023 s.d.",
    "satu hari",
    "rupiah 5.000",
    "Andi, Budi",
    "Andi, KPU",
    "KPU. Pasal",
    "KPU RIAU",
    "kpu RI",
    "titik ........",
    "titik ……",
    "kata (satu)",
    "bapak Andi",
    "12 Tahunan",
    "hadir, dan",
    "hadir; danau",
]


def divided(pair: str) -> bool:
    """Tell whether a line ends between two words where that is the best place for it."""
    left, right = pair.split(" ")
    before = "b" * 24
    lines = broken(f"{before} {left} {right} cccccccccc", len(f"{before} {left}"))
    return lines[0] == f"{before} {left}"


@pytest.mark.parametrize("pair", KEPT)
def test_a_tie_holds(pair: str) -> None:
    assert not divided(pair)


@pytest.mark.parametrize("pair", KEPT)
def test_a_tie_is_needed(pair: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(atoms, "tied", lambda text: text)
    assert divided(pair)


@pytest.mark.parametrize("pair", FREE)
def test_other_words_part(pair: str) -> None:
    assert divided(pair)


@pytest.mark.parametrize("tie", TIES, ids=range(len(TIES)))
def test_every_tie_of_the_table_holds_a_case_that_no_other_does(tie: Tie) -> None:
    assert [tie] in [[one for one in TIES if holds(one, *pair.split(" "))] for pair in KEPT]


def holds(tie: Tie, left: str, right: str) -> bool:
    return bool(re.search(rf"(?:{tie.end})\Z", left) and re.match(tie.begin, right))


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("Undang-Undang Nomor 7 Tahun 2017 tentang", ["Undang-Undang", "Nomor 7 Tahun 2017", "tentang"]),
        ("paling lama 7 (tujuh) hari kerja", ["paling", "lama", "7 (tujuh) hari", "kerja"]),
        ("sebanyak 24 (dua puluh empat) orang", ["sebanyak", "24 (dua", "puluh", "empat) orang"]),
        (
            "tanggal 28 November 2023 s.d. 10 Februari 2024",
            ["tanggal", "28 November 2023", "s.d. 10 Februari 2024"],
        ),
        ("Pasal 1 s.d. 5 ayat (2)", ["Pasal 1 s.d. 5", "ayat (2)"]),
        ("pada pukul 14.00 WIB di", ["pada", "pukul 14.00 WIB", "di"]),
        (
            "oleh Dr. H. Andi Pratama, S.H., M.H. selaku",
            ["oleh", "Dr. H. Andi", "Pratama, S.H., M.H.", "selaku"],
        ),
        ("satu\nPasal 3", ["satu\nPasal 3"]),
        ("dua  spasi", ["dua", "", "spasi"]),
        ("", [""]),
    ],
)
def test_ties_chain_no_further_than_they_should(text: str, pieces: list[str]) -> None:
    assert [piece.replace(TIED, " ") for piece in tied(text).split(" ")] == pieces


def test_a_tie_holds_between_words_of_two_faces() -> None:
    runs = (Run("menurut Pasal "), Run("3", bold=True))
    lines = set_lines(runs, FAMILY, SIZE, 13 * CHARACTER, Align.LEFT)
    assert [said(line.items).rstrip() for line in lines] == ["menurut", "Pasal 3"]


def test_a_chain_that_no_line_holds_parts_at_its_spaces() -> None:
    assert broken("Nomor 12 Tahun 2023", 10) == ["Nomor 12", "Tahun 2023"]


def test_a_hyphen_in_a_chain_still_ends_a_line() -> None:
    assert broken("rapat-rapat Pasal-pasal 3", 18) == ["rapat-rapat Pasal-", "pasal 3"]
