"""``baru``, ``daftar``, ``lihat``: making agreements, listing them, reading one."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from tests.unit.cli.office import Command, edit

ID = "2023-kampanye-damai"


def test_a_new_agreement_prints_its_id_as_data(office: Path, kampanye: Command) -> None:
    assert kampanye("baru")[:2] == (0, f"{ID}\n")


def test_a_new_agreement_is_saved_in_the_workspace(office: Path, kampanye: Command) -> None:
    kampanye("baru")
    assert (office / "naskah" / ID / "naskah.toml").is_file()


def test_a_new_agreement_tells_what_comes_next(office: Path, kampanye: Command) -> None:
    assert f"Lanjutkan dengan: kampanye periksa {ID}" in kampanye("baru").err


def test_a_new_agreement_takes_the_id_that_is_named(office: Path, kampanye: Command) -> None:
    assert kampanye("baru", "naskah-kedua").out == "naskah-kedua\n"


def test_a_new_agreement_goes_to_the_workspace_that_is_named(office: Path, kampanye: Command) -> None:
    edit(office, "format = 1\n", 'format = 1\nruang_kerja = "kerja"\n')
    kampanye("baru")
    assert (office / "kerja" / "naskah" / ID / "naskah.toml").is_file()


def test_a_number_for_a_document_that_there_is_not_is_refused(office: Path, kampanye: Command) -> None:
    edit(office, "[ekspor]\n", '[nomor]\nnasakh = "1/PL"\n\n[ekspor]\n')
    assert kampanye("baru").err == (
        'kampanye.toml, tabel [nomor], kunci "nasakh": "nasakh" tidak termasuk pilihan. '
        'Mungkin maksudnya "naskah".\n'
    )


def later(path: Path) -> None:
    """Let a file look as if it were written a minute later."""
    stamp = path.stat().st_mtime + 60
    os.utime(path, (stamp, stamp))


def test_a_configuration_edited_after_its_agreement_is_said_to_change_nothing_in_it(
    office: Path, kampanye: Command
) -> None:
    kampanye("baru")
    edit(office, "tanggal = 2023-11-28", "tanggal = 2023-11-29")
    later(office / "kampanye.toml")
    assert f"yang dipakai adalah isi naskah/{ID}/naskah.toml." in kampanye("periksa").err


def test_a_configuration_that_says_the_same_is_not_spoken_of(office: Path, kampanye: Command) -> None:
    kampanye("baru")
    later(office / "kampanye.toml")
    assert "Catatan" not in kampanye("periksa").err


def test_a_new_agreement_of_a_taken_id_is_declined(office: Path, kampanye: Command) -> None:
    kampanye("baru")
    assert kampanye("baru").code == 1


def test_a_declined_agreement_prints_no_data(office: Path, kampanye: Command) -> None:
    kampanye("baru")
    assert kampanye("baru").out == ""


@pytest.mark.parametrize("named", ["../luar", "/etc/x", "Naskah", "a.b"])
def test_a_new_agreement_whose_id_is_none_cannot_be_made(named: str, office: Path, kampanye: Command) -> None:
    assert kampanye("baru", named).code == 2


def test_a_sentence_about_an_id_begins_with_a_capital(office: Path, kampanye: Command) -> None:
    assert '"Naskah" bukan id naskah. Hanya boleh berisi huruf kecil' in kampanye("baru", "Naskah").err


def test_the_list_shows_one_row_an_agreement(office: Path, kampanye: Command) -> None:
    kampanye("baru")
    kampanye("baru", "kedua")
    rows = kampanye("daftar").out.splitlines()
    assert [row.split()[:2] for row in rows] == [["ID", "KEADAAN"], [ID, "konsep"], ["kedua", "konsep"]]


def test_an_empty_list_tells_how_to_begin_and_prints_no_data(office: Path, kampanye: Command) -> None:
    assert kampanye("daftar") == (0, "", "Belum ada naskah tersimpan. Buat dengan: kampanye baru\n")


@pytest.mark.parametrize("command", [("daftar",), ("riwayat",), ("pinjam", "--ke", "laptop")])
def test_where_all_are_in_the_archive_that_is_said(
    command: tuple[str, ...], office: Path, kampanye: Command
) -> None:
    kampanye("baru")
    (office / "naskah").rename(office / "arsip")
    assert kampanye(*command).err == (
        f"Semua naskah di arsip: {ID}. Kembalikan dahulu dari arsip di program layar: kampanye\n"
    )


def test_an_empty_list_is_empty_json(office: Path, kampanye: Command) -> None:
    assert kampanye("daftar", "--json") == (0, "[]\n", "")


def test_the_list_as_json_says_where_an_agreement_stands(office: Path, kampanye: Command) -> None:
    kampanye("baru")
    (row,) = json.loads(kampanye("daftar", "--json").out)
    assert {key: row[key] for key in row if key != "kode"} == {
        "id": ID,
        "keadaan": "konsep",
        "revisi": 1,
        "tentang": "Kampanye Damai Pemilihan Umum Tahun 2024",
        "wilayah": "Kota Tangerang Selatan",
        "tanggal": "2023-11-28",
        "pinjaman": "",
    }


def test_the_list_as_json_keeps_letters_as_people_write_them(office: Path, kampanye: Command) -> None:
    edit(office, "[naskah]\n", '[naskah]\ntentang = "Kampanye — Damaï"\n')
    kampanye("baru")
    assert '"tentang": "Kampanye — Damaï"' in kampanye("daftar", "--json").out


def broken(office: Path) -> None:
    """Put an agreement that cannot be read into the workspace."""
    folder = office / "naskah" / "rusak"
    folder.mkdir(parents=True)
    (folder / "naskah.toml").write_text("format = 1\nid = 3\n")


def test_a_broken_agreement_is_listed_as_unreadable(office: Path, kampanye: Command) -> None:
    broken(office)
    assert kampanye("daftar").out.splitlines()[1].split() == ["rusak", "tidak", "terbaca"]


def test_what_is_wrong_with_a_broken_agreement_is_told_apart_from_the_list(
    office: Path, kampanye: Command
) -> None:
    broken(office)
    assert 'naskah/rusak/naskah.toml, kunci "id": harus berupa teks' in kampanye("daftar").err


def test_every_agreement_of_the_list_has_the_same_keys(office: Path, kampanye: Command) -> None:
    kampanye("baru")
    broken(office)
    first, second = json.loads(kampanye("daftar", "--json").out)
    assert list(first) == list(second)


def test_an_agreement_is_shown_as_text(office: Path, kampanye: Command) -> None:
    kampanye("baru")
    assert "KAMPANYE DAMAI" in kampanye("lihat", ID).out.upper()


def test_showing_an_agreement_prints_nothing_but_its_text(office: Path, kampanye: Command) -> None:
    kampanye("baru")
    assert kampanye("lihat", ID).err == ""


def test_without_a_saved_one_the_configuration_is_shown_and_said_to_be(
    office: Path, kampanye: Command
) -> None:
    assert "disusun langsung dari kampanye.toml" in kampanye("lihat").err


def test_another_document_is_shown_when_named(office: Path, kampanye: Command) -> None:
    shown = kampanye("lihat", "--templat", "berita-acara-kesepakatan").out
    assert "BERITA ACARA" in shown.upper()


def test_an_unknown_document_cannot_be_shown(office: Path, kampanye: Command) -> None:
    assert kampanye("lihat", "--templat", "nashkah")[:2] == (2, "")


def test_of_several_agreements_one_has_to_be_named(office: Path, kampanye: Command) -> None:
    kampanye("baru")
    kampanye("baru", "kedua")
    assert kampanye("lihat") == (
        2,
        "",
        f"Ada beberapa naskah di ruang kerja ini. Sebutkan salah satu: {ID}, kedua\n",
    )


def test_the_only_agreement_need_not_be_named(office: Path, kampanye: Command) -> None:
    kampanye("baru", "satu-satunya")
    assert kampanye("lihat") == kampanye("lihat", "satu-satunya")


def test_an_unknown_agreement_cannot_be_shown(office: Path, kampanye: Command) -> None:
    kampanye("baru")
    assert kampanye("lihat", "2023-kampanye-dami") == (
        2,
        "",
        f'Naskah "2023-kampanye-dami" tidak ada di ruang kerja ini. Mungkin maksudnya "{ID}".\n',
    )
