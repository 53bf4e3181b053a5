"""``pinjam`` and ``kembalikan``, as they are typed on the signing day."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.unit.cli.office import Command, Ran, edit

ID = "2023-kampanye-damai"
At = Callable[..., Ran]


@pytest.fixture
def at(office: Path, kampanye: Command, monkeypatch: pytest.MonkeyPatch) -> At:
    """Run a command in the office or on the laptop, whose folder stands beside it."""
    edit(office, "[kantor]\n", '[kantor]\nformat_nomor = "{urut}/{jenis}/3674/{tahun}"\n')
    monkeypatch.chdir(office)
    kampanye("baru")

    def run(place: str, *words: str) -> Ran:
        monkeypatch.chdir(office.parent / place)
        return kampanye(*words)

    return run


@pytest.fixture
def lent(at: At) -> At:
    """The same, with the agreement lent."""
    at("kantor", "pinjam", "--ke", "../laptop", "--nomor", "3")
    return at


def test_lending_says_what_goes_along_and_what_comes_next(at: At) -> None:
    assert at("kantor", "pinjam", "--ke", "../laptop", "--nomor", "3") == (
        0,
        "../laptop\n",
        f"Naskah {ID} dipinjamkan ke ../laptop beserta nomor 1-3 tahun 2023.\n"
        "Di kantor naskah ini sekarang hanya dapat dibaca. Di laptop, kerjakan dari dalam folder itu.\n"
        "Sesudah acara, di kantor: kampanye kembalikan FOLDER\n",
    )


def test_as_many_numbers_go_along_as_copies_are_planned_and_ten(at: At) -> None:
    assert "beserta nomor 1-37 tahun 2023" in at("kantor", "pinjam", "--ke", "../laptop").err


def test_a_day_in_the_hall_comes_back_whole(lent: At) -> None:
    assert lent("laptop", "nomor", "ambil", "naskah", "--jenis", "NK").out == "1/NK/3674/2023\n"
    assert lent("laptop", "acara", "--tempat", "Aula").code == 0
    assert lent("laptop", "jeda", "listrik padam", "--waktu", "10.15").code == 0
    ran = lent("kantor", "kembalikan", "../laptop")
    assert (ran.code, ran.out) == (0, f"{ID}\n")
    assert ran.err.splitlines()[:3] == [
        "Diterima kembali: 3 kejadian baru. Kantor menulis lagi.",
        "Nomor yang dipakai: 1/NK/3674/2023",
        "Nomor yang tidak dipakai, dan diberikan lebih dahulu berikutnya: 2-3",
    ]
    assert "jeda: listrik padam" in lent("kantor", "riwayat").out
    assert lent("kantor", "verifikasi").code == 0
    assert lent("kantor", "periksa-simpanan") == (0, "", "Semua yang tersimpan utuh.\n")


READING = {
    "daftar": ("daftar",),
    "lihat": ("lihat",),
    "riwayat": ("riwayat",),
    "ekspor": ("ekspor", "--format", "html"),
    "verifikasi": ("verifikasi",),
    "periksa-simpanan": ("periksa-simpanan",),
    "cadangkan": ("cadangkan", "-o", "c.zip"),
    "rekap": ("rekap", "."),
}
WRITING = {
    "acara": ("acara", "--tempat", "Aula"),
    "jeda": ("jeda", "x", "--waktu", "10.15"),
    "finalkan": ("finalkan", "--tetap", "x"),
    "nomor": ("nomor", "ambil", "naskah", "--jenis", "NK"),
    "urungkan": ("urungkan",),
}


def test_the_office_goes_on_reading(lent: At) -> None:
    assert {name: ran.code for name, words in READING.items() if (ran := lent("kantor", *words)).code} == {}


def test_the_office_writes_nothing(lent: At) -> None:
    assert {name: lent("kantor", *words).code for name, words in WRITING.items()} == dict.fromkeys(WRITING, 1)


def test_the_list_says_that_it_is_lent(lent: At) -> None:
    assert f"Naskah {ID} dipinjamkan ke laptop sejak " in lent("kantor", "daftar").err
    (row,) = json.loads(lent("kantor", "daftar", "--json").out)
    assert row["pinjaman"].startswith("dipinjamkan ke laptop sejak ")


def test_the_verification_says_that_it_is_lent(lent: At) -> None:
    assert "perhatikan:  hak menulis: dipinjamkan ke laptop sejak " in lent("kantor", "verifikasi").out


def test_a_laptop_that_gave_back_says_so(lent: At) -> None:
    lent("kantor", "kembalikan", "../laptop")
    ran = lent("laptop", "acara", "--tempat", "Aula")
    assert (ran.code, "sudah dikembalikan ke kantor" in ran.err) == (1, True)


def test_a_second_return_says_that_all_is_here(lent: At) -> None:
    lent("kantor", "kembalikan", "../laptop")
    assert lent("kantor", "kembalikan", "../laptop") == (
        0,
        f"{ID}\n",
        "Semua isi folder itu sudah diterima kembali; tidak ada yang diubah.\n",
    )


def test_a_late_return_is_kept_and_listed_everywhere(lent: At, office: Path) -> None:
    lent("laptop", "jeda", "di laptop", "--waktu", "10.15")
    assert lent("kantor", "pinjam", "--batalkan") == (
        0,
        f"{ID}\n",
        "Pinjaman dibatalkan; kantor menulis lagi. Nomor yang dibawa laptop tidak akan dipakai.\n",
    )
    lent("kantor", "jeda", "di kantor", "--waktu", "10.45")
    ran = lent("kantor", "kembalikan", "../laptop")
    fork = f"cabang/{ID}.cabang-01"
    assert (ran.code, ran.out) == (1, f"{office / fork}\n")
    assert "sama sampai kejadian nomor 1, lalu berpisah" in ran.err
    listed = lent("kantor", "daftar")
    assert listed.out.splitlines()[-1].split() == [f"{ID}.cabang-01", "cabang"]
    assert f"perhatikan  {fork}: cabang naskah {ID}" in lent("kantor", "periksa-simpanan").out
    assert f"perhatikan:  {fork}: cabang naskah {ID}" in lent("kantor", "verifikasi").out
    assert "jeda: di laptop" not in lent("kantor", "riwayat").out
    assert lent("kantor", "nomor", "ambil", "naskah", "--jenis", "NK").out == "4/NK/3674/2023\n"


BROKEN: dict[str, Callable[[Path], object]] = {
    "register/2023.jsonl, baris 1: baris ini bukan catatan yang utuh.": lambda at: at.write_text("rusak\n"),
    "register/2023.jsonl: bukan berkas.": lambda at: (at.unlink(), at.mkdir()),
}
REMAIN = (
    "omor yang dibawa laptop belum dinyatakan batal, sebab register itu tidak terbaca. Pulihkan register itu "
    f"dari cadangan, lalu ulangi: kampanye pinjam {ID} --batalkan"
)


@pytest.mark.parametrize("told", BROKEN)
def test_cancelled_with_a_broken_register_the_office_writes_and_is_told_what_remains(
    told: str, lent: At, office: Path
) -> None:
    BROKEN[told](office / "register" / "2023.jsonl")
    ran = lent("kantor", "pinjam", "--batalkan")
    broken, remains = ran.err.splitlines()
    assert (ran.code, broken.startswith(told), remains) == (
        1,
        True,
        f"Pinjaman dibatalkan dan kantor menulis lagi, tetapi n{REMAIN}",
    )
    assert lent("kantor", "acara", "--tempat", "Aula").code == 0


def test_cancelled_again_once_its_register_is_whole_no_number_comes_back(lent: At, office: Path) -> None:
    register = office / "register" / "2023.jsonl"
    kept = register.read_bytes()
    register.write_text("rusak\n")
    lent("kantor", "pinjam", "--batalkan")
    assert lent("kantor", "pinjam", "--batalkan").err.splitlines()[1] == f"N{REMAIN}"
    register.write_bytes(kept)
    assert lent("kantor", "pinjam", "--batalkan").code == 0
    assert lent("kantor", "nomor", "ambil", "naskah", "--jenis", "NK").out == "4/NK/3674/2023\n"


def test_a_broken_register_of_another_year_stops_no_cancelling(lent: At, office: Path) -> None:
    (office / "register" / "2022.jsonl").write_text("rusak\n")
    assert lent("kantor", "pinjam", "--batalkan").code == 0


def test_an_agreement_that_was_made_on_the_laptop_is_told_not_to_come(lent: At) -> None:
    lent("laptop", "baru", "lain")
    err = lent("kantor", "kembalikan", "../laptop").err
    assert err.startswith("Naskah lain di folder itu bukan pinjaman, jadi tidak ikut diambil.\n")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("pinjam",), "sebutkan salah satu"),
        (("pinjam", "--ke", "../l", "--batalkan"), "sebutkan salah satu"),
        (("pinjam", "--ke", "."), "di dalam ruang kerja kantor"),
        (("pinjam", "--ke", "../tiada/l"), "folder tempat meletakkannya tidak ada"),
        (("pinjam", "--batalkan"), "tidak sedang dipinjamkan"),
        (("kembalikan", ".."), "bukan ruang kerja pinjaman"),
        (("kembalikan", "."), "bukan ruang kerja pinjaman"),
    ],
)
def test_what_makes_no_sense_is_refused(words: tuple[str, ...], told: str, at: At) -> None:
    ran = at("kantor", *words)
    assert (ran.code != 0, told.casefold() in ran.err.casefold()) == (True, True)


def test_a_workspace_outside_of_the_folder_is_not_lent(office: Path, kampanye: Command) -> None:
    (office.parent / "lain").mkdir()
    edit(office, "format = 1\n", 'format = 1\nruang_kerja = "../lain"\n')
    kampanye("baru")
    ran = kampanye("pinjam", "--ke", "../laptop")
    assert (ran.code, "di luar folder konfigurasinya" in ran.err) == (2, True)
    assert not (office.parent / "laptop").exists()
