"""``acara``, ``klausul``, ``urungkan``: edits of a saved agreement, told line by line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.unit.cli.keyboard import answers
from tests.unit.cli.office import Command, edit

ID = "2023-kampanye-damai"


@pytest.fixture
def made(office: Path, kampanye: Command) -> Path:
    """An office with a saved agreement; returns its file."""
    kampanye("baru")
    return office / "naskah" / ID / "naskah.toml"


EDITS = {
    "acara": ("acara", "--tempat", "Aula"),
    "anggota": ("acara", "--anggota", "2", "Siti Aminah"),
    "tambah": ("klausul", "tambah", "pasar", "--judul", "Pasar", "--teks", "Pasar aman."),
    "buang": ("klausul", "buang", "alat-peraga"),
    "geser": ("klausul", "geser", "alat-peraga", "--ke", "1"),
    "sunting": ("klausul", "sunting", "alat-peraga", "--judul", "Alat"),
    "pihak tambah": ("pihak", "tambah", "fkub", "--nama", "FKUB", "--peran", "saksi"),
    "pihak ubah": ("pihak", "ubah", "bawaslu", "--alamat", "Jl. Raya 1"),
    "pihak buang": ("pihak", "buang", "kodim"),
}
"""One of each kind."""


@pytest.mark.parametrize("edit", EDITS)
def test_an_edit_is_saved(edit: str, made: Path, kampanye: Command) -> None:
    before = made.read_bytes()
    kampanye(*EDITS[edit])
    assert made.read_bytes() != before


@pytest.mark.parametrize("edit", EDITS)
def test_what_an_edit_changed_is_data(edit: str, made: Path, kampanye: Command) -> None:
    ran = kampanye(*EDITS[edit])
    assert {line[0] for line in ran.out.splitlines()} <= set("+-~=")
    assert ran.out


@pytest.mark.parametrize("edit", EDITS)
def test_how_to_undo_an_edit_is_told(edit: str, made: Path, kampanye: Command) -> None:
    told = kampanye(*EDITS[edit]).err.splitlines()
    assert f"Tersimpan. Batalkan dengan: kampanye urungkan {ID}" in told


@pytest.mark.parametrize("edit", EDITS)
def test_an_undone_edit_leaves_the_very_bytes(edit: str, made: Path, kampanye: Command) -> None:
    before = made.read_bytes()
    kampanye(*EDITS[edit])
    assert (kampanye("urungkan").code, made.read_bytes()) == (0, before)


@pytest.mark.parametrize("edit", EDITS)
def test_a_tried_edit_tells_the_same_and_saves_nothing(edit: str, made: Path, kampanye: Command) -> None:
    before = made.read_bytes()
    tried = kampanye(*EDITS[edit], "--coba")
    assert (made.read_bytes(), tried.out) == (before, kampanye(*EDITS[edit]).out)


@pytest.mark.parametrize("edit", EDITS)
def test_without_a_saved_agreement_nothing_can_be_edited(edit: str, office: Path, kampanye: Command) -> None:
    assert kampanye(*EDITS[edit]) == (
        2,
        "",
        "Belum ada naskah tersimpan. Buat dengan: kampanye baru\n",
    )


def test_an_edit_that_changes_nothing_says_so(made: Path, kampanye: Command) -> None:
    assert kampanye("acara", "--kota", "Tangerang Selatan") == (0, "", "Tidak ada yang berubah.\n")


def test_of_several_agreements_the_named_one_is_edited(made: Path, kampanye: Command) -> None:
    kampanye("baru", "kedua")
    before = made.read_bytes()
    kampanye("klausul", "buang", "alat-peraga", "--naskah", "kedua")
    assert made.read_bytes() == before


def test_the_occasion_is_shown(made: Path, kampanye: Command) -> None:
    rows = kampanye("acara").out.splitlines()
    assert [row.split() for row in rows[:3]] == [["ACARA", "ISI"], ["tanggal", "2023-11-28"], ["mulai", "-"]]


def test_members_of_the_office_are_shown_with_their_numbers(made: Path, kampanye: Command) -> None:
    kampanye("acara", "--anggota", "2", "Siti Aminah")
    assert "anggota 2. Anggota  Siti Aminah" in kampanye("acara").out.splitlines()


def test_a_day_is_emptied(made: Path, kampanye: Command) -> None:
    kampanye("acara", "--tanggal", "")
    assert kampanye("acara").out.splitlines()[1].split() == ["tanggal", "-"]


def test_an_occasion_does_not_end_before_it_starts(made: Path, kampanye: Command) -> None:
    ran = kampanye("acara", "--mulai", "10.00", "--selesai", "09.00")
    assert (ran.code, "selesai pukul 09.00, padahal mulai pukul 10.00" in ran.err) == (2, True)


def test_citations_follow_the_day(made: Path, kampanye: Command) -> None:
    """The law of 2024 was enacted on 2 January 2024."""
    assert (
        "+ klausul Tanpa Hoaks, Penghinaan, dan Ujaran Kebencian: dasar Pasal 28 ayat (3) UU 1/2024"
        in kampanye("acara", "--tanggal", "2024-01-20").out.splitlines()
    )


NAMED = {
    "buang": ("buang", "{}"),
    "geser": ("geser", "{}", "--ke", "1"),
    "geser sesudahnya": ("geser", "asas-bersama", "--setelah", "{}"),
    "geser sebelumnya": ("geser", "asas-bersama", "--sebelum", "{}"),
    "sunting": ("sunting", "{}", "--judul", "Alat"),
    "tambah": ("tambah", "pasar", "--judul", "Pasar", "--teks", "Pasar aman.", "--setelah", "{}"),
}
"""Every place that a clause is named at."""


@pytest.mark.parametrize("command", NAMED)
def test_a_clause_is_named_by_its_number_on_paper_as_by_its_id(
    command: str, made: Path, kampanye: Command
) -> None:
    by_id, by_number = (
        kampanye("klausul", *(word.format(name) for word in NAMED[command]), "--coba")
        for name in ("alat-peraga", "Pasal 8")
    )
    assert (by_number, by_id.code) == (by_id, 0)


def test_a_number_that_the_list_gives_to_another_clause_is_refused(made: Path, kampanye: Command) -> None:
    assert kampanye("klausul", "buang", "6") == (
        2,
        "",
        "Nomor 6 pada daftar klausul bukan nomor 6 pada naskah. Tulis nomor yang tercetak pada naskah: "
        '"Pasal 8" (alat-peraga) atau "Pasal 6" (tanpa-politik-uang)\n',
    )


def test_clauses_are_listed_in_order(made: Path, kampanye: Command) -> None:
    rows = json.loads(kampanye("klausul", "daftar", "--json").out)
    assert [(row["no"], row["id"]) for row in rows[:2]] == [(1, "asas-bersama"), (2, "aman-tertib-damai")]


def test_a_listed_clause_says_whose_words_it_has(made: Path, kampanye: Command) -> None:
    kampanye(*EDITS["tambah"])
    kampanye(*EDITS["sunting"])
    rows = json.loads(kampanye("klausul", "daftar", "--json").out)
    told = {row["id"]: row["keadaan"] for row in rows}
    assert [told[one] for one in ("asas-bersama", "alat-peraga", "pasar", "kedudukan-naskah")] == [
        "dari paket",
        "disunting",
        "buatan kantor",
        "terkunci",
    ]


def test_a_dropped_clause_can_be_added_again(made: Path, kampanye: Command) -> None:
    before = made.read_bytes()
    kampanye("klausul", "buang", "alat-peraga")
    kampanye("klausul", "tambah", "alat-peraga")
    assert made.read_bytes() == before


def test_a_dropped_clause_is_listed_as_available(made: Path, kampanye: Command) -> None:
    kampanye("klausul", "buang", "alat-peraga")
    rows = json.loads(kampanye("klausul", "daftar", "--tersedia", "--json").out)
    assert rows[0]["id"] == "alat-peraga"


def test_a_clause_of_ones_own_goes_behind_the_one_that_is_named(made: Path, kampanye: Command) -> None:
    kampanye(*EDITS["tambah"], "--setelah", "asas-bersama")
    assert json.loads(kampanye("klausul", "daftar", "--json").out)[1]["id"] == "pasar"


@pytest.mark.parametrize("half", [("--judul", "Pasar"), ("--teks", "Aman.")])
def test_half_a_clause_of_ones_own_cannot_be_added(
    half: tuple[str, str], made: Path, kampanye: Command
) -> None:
    assert kampanye("klausul", "tambah", "pasar", *half).code == 2


def test_a_locked_clause_is_refused_with_the_reason(made: Path, kampanye: Command) -> None:
    ran = kampanye("klausul", "buang", "kedudukan-naskah")
    assert (ran.code, "terkunci oleh paket nasional" in ran.err) == (1, True)


@pytest.mark.parametrize("where", [(), ("--ke", "1", "--setelah", "asas-bersama"), ("--ke", "99")])
def test_a_move_needs_one_place_that_is_there(where: tuple[str, ...], made: Path, kampanye: Command) -> None:
    assert kampanye("klausul", "geser", "alat-peraga", *where).code == 2


@pytest.mark.parametrize(
    ("where", "at"),
    [(("--sebelum", "asas-bersama"), 0), (("--setelah", "asas-bersama"), 1), (("--ke", "10"), 9)],
)
def test_a_clause_is_moved(where: tuple[str, str], at: int, made: Path, kampanye: Command) -> None:
    kampanye("klausul", "geser", "alat-peraga", *where)
    assert json.loads(kampanye("klausul", "daftar", "--json").out)[at]["id"] == "alat-peraga"


def test_the_words_of_a_clause_are_data_that_read_back_as_they_are(
    made: Path, kampanye: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers(monkeypatch, kampanye("klausul", "sunting", "alat-peraga").out)
    assert kampanye("klausul", "sunting", "alat-peraga", "--teks", "-").err == "Tidak ada yang berubah.\n"


TYPED = {
    "Notepad": b"\xef\xbb\xbfSatu.\r\n\r\nDua.\r\n",
    "blanks at line ends": b"Satu.  \n\t\nDua.\n\n",
    "old Windows": "Satu.\r\n\r\nDua.".encode("cp1252"),
}


@pytest.mark.parametrize("how", TYPED)
def test_words_are_read_however_they_were_saved(
    how: str, made: Path, kampanye: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers(monkeypatch, TYPED[how])
    kampanye("klausul", "sunting", "alat-peraga", "--teks", "-")
    assert kampanye("klausul", "sunting", "alat-peraga").out == "Satu.\n\nDua.\n"


def test_an_unseen_character_is_refused_with_its_line(
    made: Path, kampanye: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers(monkeypatch, "Satu.\n\nDu\u200ba.")
    told = kampanye("klausul", "sunting", "alat-peraga", "--teks", "-").err
    assert told.startswith("stdin, baris 3: karakter tak terlihat U+200B")


@pytest.mark.parametrize("typed", ["", " \n"])
def test_a_clause_without_words_is_refused(typed: str, made: Path, kampanye: Command) -> None:
    assert kampanye("klausul", "sunting", "alat-peraga", "--teks", typed).code == 2


def test_nothing_to_undo_is_refused(made: Path, kampanye: Command) -> None:
    ran = kampanye("urungkan")
    assert (ran.code, "Belum ada perubahan yang dapat diurungkan" in ran.err) == (1, True)


def test_what_was_undone_is_told_and_can_be_taken_back(made: Path, kampanye: Command) -> None:
    kampanye(*EDITS["acara"])
    after = made.read_bytes()
    assert kampanye("urungkan").out == "- tempat acara: “Aula”\n"
    assert kampanye("urungkan", "--kembalikan").out == "+ tempat acara: “Aula”\n"
    assert made.read_bytes() == after


MANIFEST = """format = 1
[plugin]
id = "uji"
nama = "Uji"
versi = "1"
api = 1
jenis = "data"
wilayah = "36.74"
[isi]
penyesuaian = ["*.klausul"]
"""
OVERLAY = """format = 1
atas = "nasional/ringkas"
[[tambah]]
id = "lama"
judul = "Lama"
teks = "Sampai akhir tahun."
sampai = 2023-12-31
setelah = "asas-bersama"
[[tambah]]
id = "baru"
judul = "Baru"
teks = "Sejak tahun baru."
sejak = 2024-01-01
setelah = "lama"
"""


@pytest.fixture
def dated(office: Path, kampanye: Command) -> Path:
    """An office whose region has two clauses, one until the end of the year, one from then on."""
    pack = office / "plugins" / "uji"
    pack.mkdir(parents=True)
    (pack / "plugin.toml").write_text(MANIFEST)
    (pack / "daerah.klausul").write_text(OVERLAY)
    edit(office, "folder = []", 'folder = ["plugins"]')
    kampanye("baru")
    return office


def test_an_alternative_that_follows_the_day_is_told_in_words(dated: Path, kampanye: Command) -> None:
    told = kampanye("acara", "--tanggal", "2024-01-20").err.splitlines()
    assert told[:2] == [
        'Klausul "lama" (Lama) tidak berlaku pada hari itu, jadi dikeluarkan.',
        'Klausul "baru" (Baru) berlaku pada hari itu, jadi dimasukkan.',
    ]


def test_a_clause_that_no_longer_holds_but_was_edited_is_left_and_told(
    dated: Path, kampanye: Command
) -> None:
    kampanye("klausul", "sunting", "lama", "--teks", "Bunyi kantor.")
    ran = kampanye("acara", "--tanggal", "2024-01-20")
    assert "Bila tidak dipakai lagi: kampanye klausul buang lama" in ran.err
    assert "- klausul lama" not in ran.out


def test_a_clause_that_does_not_hold_on_the_day_cannot_be_added(dated: Path, kampanye: Command) -> None:
    ran = kampanye("klausul", "tambah", "baru")
    assert (ran.code, "tidak berlaku pada hari acara" in ran.err) == (2, True)
