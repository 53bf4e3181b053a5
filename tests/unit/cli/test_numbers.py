"""``nomor``: what is taken stands in the register and in the agreement, and nothing is taken twice."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from kampanye_tui.cli import numbers as command
from kampanye_tui.store.register import open_register
from tests.unit.cli.office import Command, edit

ID = "2023-kampanye-damai"
UND = "{}/PL.01.6-Und/3674/2023"


@pytest.fixture
def made(office: Path, kampanye: Command) -> Path:
    """An office that says how its numbers look, with a saved agreement; returns the file of that."""
    edit(office, "[kantor]\n", '[kantor]\nformat_nomor = "{urut}/PL.01.6-{jenis}/3674/{tahun}"\n')
    kampanye("baru")
    return office / "naskah" / ID / "naskah.toml"


def register(made: Path, year: int = 2023) -> list:
    """Return the entries of a year's register."""
    return list(open_register(made.parents[2], year).book.events)


def states(kampanye: Command) -> list[str]:
    """Return what the list says of each number."""
    return [row["keadaan"] for row in json.loads(kampanye("nomor", "daftar", "--json").out)]


def test_the_number_that_was_taken_is_data(made: Path, kampanye: Command) -> None:
    assert kampanye("nomor", "ambil", "undangan")[:2] == (0, UND.format(1) + "\n")


def test_the_number_that_was_taken_stands_in_the_agreement(made: Path, kampanye: Command) -> None:
    kampanye("nomor", "ambil", "undangan")
    assert f'undangan = "{UND.format(1)}"' in made.read_text()


def test_the_number_that_was_taken_prints(made: Path, kampanye: Command) -> None:
    kampanye("nomor", "ambil", "undangan")
    papers = ("--templat", "undangan", "--format", "teks", "--untuk", "bawaslu", "-o", "-")
    assert UND.format(1) in kampanye("ekspor", *papers).out


def test_the_register_says_who_took_a_number(made: Path, kampanye: Command) -> None:
    kampanye("--operator", "ani", "nomor", "ambil", "undangan")
    assert register(made)[0].operator == "ani"


def test_a_document_that_has_a_number_is_told_it_again(made: Path, kampanye: Command) -> None:
    kampanye("nomor", "ambil", "undangan")
    assert kampanye("nomor", "ambil", "undangan") == (
        0,
        UND.format(1) + "\n",
        "Dokumen undangan sudah bernomor; tidak ada nomor baru yang diambil.\n",
    )


def test_a_number_that_did_not_get_into_the_agreement_gets_there_the_next_time(
    made: Path, kampanye: Command
) -> None:
    before = made.read_bytes()
    kampanye("nomor", "ambil", "undangan")
    made.write_bytes(before)
    kampanye("nomor", "ambil", "undangan")
    assert f'undangan = "{UND.format(1)}"' in made.read_text()


def test_who_took_a_number_while_somebody_else_saved_is_told_to_repeat_it(
    made: Path, kampanye: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    entered = command._enter

    def meanwhile(*arguments):
        made.write_bytes(made.read_bytes() + b"\n")
        return entered(*arguments)

    monkeypatch.setattr(command, "_enter", meanwhile)
    ran = kampanye("nomor", "ambil", "undangan")
    assert (ran.code, "ulangi perintah yang sama" in ran.err) == (1, True)


def test_a_number_that_somebody_typed_into_the_agreement_is_not_passed_over(
    made: Path, kampanye: Command
) -> None:
    made.write_text(made.read_text() + '\n[nomor]\nundangan = "7/X"\n')
    ran = kampanye("nomor", "ambil", "undangan")
    assert (ran.code, 'kampanye nomor catat undangan "7/X"' in ran.err, register(made)) == (2, True, [])


def test_the_day_of_the_paper_says_the_year(made: Path, kampanye: Command) -> None:
    kampanye("nomor", "ambil", "undangan", "--tanggal", "3 Januari 2024")
    assert [one.text for one in register(made, 2024)] == ["1/PL.01.6-Und/3674/2024"]


def test_without_a_day_nobody_guesses_the_year(made: Path, kampanye: Command) -> None:
    kampanye("acara", "--tanggal", "")
    ran = kampanye("nomor", "ambil", "undangan")
    assert (ran.code, "--tanggal" in ran.err) == (2, True)


def test_a_template_without_a_code_is_given_one(made: Path, kampanye: Command) -> None:
    assert kampanye("nomor", "ambil", "naskah", "--jenis", "NK").out == "1/PL.01.6-NK/3674/2023\n"


def test_a_template_without_a_code_asks_for_one(made: Path, kampanye: Command) -> None:
    ran = kampanye("nomor", "ambil", "naskah")
    assert (ran.code, "--jenis" in ran.err, register(made)) == (2, True, [])


def test_a_document_that_there_is_not_gets_no_number(made: Path, kampanye: Command) -> None:
    ran = kampanye("nomor", "ambil", "undangn")
    assert (ran.code, 'Mungkin maksudnya "undangan"' in ran.err, register(made)) == (2, True, [])


def test_an_office_that_said_later_how_its_numbers_look_is_heard(office: Path, kampanye: Command) -> None:
    kampanye("baru")
    edit(office, "[kantor]\n", '[kantor]\nformat_nomor = "{urut}/KPU/{tahun}"\n')
    assert kampanye("nomor", "ambil", "undangan").out == "1/KPU/2023\n"


def test_two_agreements_share_the_numbers_of_a_year(made: Path, kampanye: Command) -> None:
    kampanye("nomor", "ambil", "undangan")
    kampanye("baru", "kedua")
    assert kampanye("nomor", "ambil", "undangan", "--naskah", "kedua").out == UND.format(2) + "\n"


def test_a_number_from_elsewhere_stands_in_the_agreement(made: Path, kampanye: Command) -> None:
    kampanye("nomor", "catat", "naskah", "B-17/KPU")
    assert 'naskah = "B-17/KPU"' in made.read_text()


def test_a_number_from_elsewhere_goes_to_the_register_of_the_year_it_says(
    made: Path, kampanye: Command
) -> None:
    kampanye("nomor", "catat", "naskah", "12/PL.01.6-NK/3674/2022")
    assert [one.sequence for one in register(made, 2022)] == [12]


def test_a_number_from_elsewhere_that_leaves_a_gap_says_so(made: Path, kampanye: Command) -> None:
    told = kampanye("nomor", "catat", "naskah", "12/PL.01.6-NK/3674/2023").err
    assert "Belum terjelaskan pada tahun 2023: nomor 1-11." in told


def test_a_number_from_elsewhere_typed_twice_is_recorded_once(made: Path, kampanye: Command) -> None:
    kampanye("nomor", "catat", "naskah", "B-17/KPU")
    kampanye("nomor", "catat", "naskah", "B-17/KPU")
    assert len(register(made)) == 1


def test_a_number_with_a_character_that_nobody_sees_is_refused(made: Path, kampanye: Command) -> None:
    assert (kampanye("nomor", "catat", "naskah", "B\u200b17").code, register(made)) == (2, [])


def test_a_void_number_is_taken_out_of_the_agreement(made: Path, kampanye: Command) -> None:
    kampanye("nomor", "ambil", "undangan")
    kampanye("nomor", "batal", "1", "--alasan", "Salah ketik.")
    assert UND.format(1) not in made.read_text()


def test_after_a_void_number_a_document_gets_the_next(made: Path, kampanye: Command) -> None:
    kampanye("nomor", "ambil", "undangan")
    kampanye("nomor", "batal", UND.format(1), "--alasan", "Salah ketik.")
    assert kampanye("nomor", "ambil", "undangan").out == UND.format(2) + "\n"


def test_another_number_that_the_document_has_by_now_stays(made: Path, kampanye: Command) -> None:
    kampanye("nomor", "ambil", "undangan")
    made.write_text(made.read_text().replace(UND.format(1), "7/X"))
    kampanye("nomor", "batal", "1", "--alasan", "Salah ketik.")
    assert 'undangan = "7/X"' in made.read_text()


def test_the_number_of_an_agreement_that_is_gone_can_be_void(made: Path, kampanye: Command) -> None:
    kampanye("nomor", "ambil", "undangan")
    made.unlink()
    ran = kampanye("nomor", "batal", "1", "--tahun", "2023", "--alasan", "Naskah dihapus.")
    assert (ran.code, f"Naskah {ID} tidak dapat dibuka" in ran.err) == (0, True)


@pytest.mark.parametrize("deed", ["batal", "luar"])
def test_a_deed_without_its_reason_is_refused(deed: str, made: Path, kampanye: Command) -> None:
    kampanye("nomor", "ambil", "undangan")
    number = {"batal": "1", "luar": "2"}[deed]
    ran = kampanye("nomor", deed, number)
    assert (ran.code, "Alasannya belum diisi" in ran.err, len(register(made))) == (2, True, 1)


def test_a_refused_void_leaves_the_agreement_as_it_was(made: Path, kampanye: Command) -> None:
    kampanye("nomor", "ambil", "undangan")
    before = made.read_bytes()
    kampanye("nomor", "batal", "1")
    assert made.read_bytes() == before


def test_numbers_used_outside_are_not_given(made: Path, kampanye: Command) -> None:
    kampanye("nomor", "luar", "1-57", "--alasan", "Agenda umum.")
    assert kampanye("nomor", "ambil", "undangan").out == UND.format(58) + "\n"


def test_numbers_used_outside_belong_to_the_year_that_is_said(made: Path, kampanye: Command) -> None:
    kampanye("nomor", "luar", "1", "--alasan", "Agenda umum.", "--tahun", "2024")
    assert (register(made), len(register(made, 2024))) == ([], 1)


def test_what_is_no_running_number_is_refused(made: Path, kampanye: Command) -> None:
    ran = kampanye("nomor", "luar", "tujuh", "--alasan", "x")
    assert (ran.code, '"tujuh" bukan nomor urut' in ran.err) == (2, True)


def test_every_number_is_listed_with_its_state(made: Path, kampanye: Command) -> None:
    kampanye("nomor", "ambil", "undangan")
    kampanye("nomor", "batal", "1", "--alasan", "Salah ketik.")
    kampanye("nomor", "luar", "2", "--alasan", "Surat tugas.")
    kampanye("nomor", "ambil", "undangan")
    kampanye("nomor", "catat", "naskah", "5/PL.01.6-NK/3674/2023")
    assert states(kampanye) == ["batal", "dipakai di luar", "diberikan", "belum terjelaskan", "dicatat"]


def test_a_list_of_one_year_holds_no_other(made: Path, kampanye: Command) -> None:
    kampanye("nomor", "ambil", "undangan")
    kampanye("nomor", "luar", "1", "--alasan", "Agenda umum.", "--tahun", "2024")
    listed = json.loads(kampanye("nomor", "daftar", "--tahun", "2023", "--json").out)
    assert [row["tahun"] for row in listed] == [2023]


def test_an_office_without_numbers_is_told_so(made: Path, kampanye: Command) -> None:
    assert kampanye("nomor", "daftar") == (0, "", "Belum ada nomor yang tercatat.\n")


def test_the_list_names_the_gaps(made: Path, kampanye: Command) -> None:
    kampanye("nomor", "catat", "naskah", "3/PL.01.6-NK/3674/2023")
    assert "nomor 1-2." in kampanye("nomor", "daftar").err


def test_a_register_that_was_changed_is_refused_with_its_line(made: Path, kampanye: Command) -> None:
    kampanye("nomor", "ambil", "undangan")
    path = made.parents[2] / "register" / "2023.jsonl"
    path.write_bytes(path.read_bytes().replace(b"3674", b"3675"))
    ran = kampanye("nomor", "daftar")
    assert (ran.code, "register/2023.jsonl, baris 1" in ran.err) == (2, True)


def test_a_torn_line_of_the_register_is_told(made: Path, kampanye: Command) -> None:
    kampanye("nomor", "ambil", "undangan")
    with (made.parents[2] / "register" / "2023.jsonl").open("ab") as stream:
        stream.write(b'{"jenis":')
    assert "disisihkan ke 2023.robek-01.jsonl" in kampanye("nomor", "ambil", "naskah", "--jenis", "NK").err


def test_the_number_of_an_institution_stands_in_the_agreement_and_not_in_the_register(
    made: Path, kampanye: Command
) -> None:
    ran = kampanye("nomor", "catat", "naskah", "B/812/XI/2023", "--pihak", "polres")
    assert ran.out.splitlines() == [
        "+ pihak Polres Tangerang Selatan: nomor sendiri: ya",
        "+ pihak Polres Tangerang Selatan: nomor naskah: “B/812/XI/2023”",
    ]
    assert 'naskah = "B/812/XI/2023"' in made.read_text()
    assert states(kampanye) == []


def test_an_empty_number_of_an_institution_leaves_a_blank(made: Path, kampanye: Command) -> None:
    kampanye("nomor", "catat", "naskah", "B/812/XI/2023", "--pihak", "polres")
    kampanye("nomor", "catat", "naskah", "", "--pihak", "polres")
    assert "B/812" not in made.read_text()


def test_the_number_of_an_institution_prints_beside_that_of_the_office(made: Path, kampanye: Command) -> None:
    kampanye("nomor", "catat", "naskah", "B/812/XI/2023", "--pihak", "polres")
    printed = kampanye("ekspor", "--templat", "naskah", "--format", "teks", "-o", "-").out
    assert "Nomor Polres Tangerang Selatan: B/812/XI/2023" in printed


def _torn(path: Path) -> None:
    path.write_bytes(b'{"jenis":"rusak"}\n')


BROKEN = {
    "a pipe": (os.mkfifo, "register/2022.jsonl: bukan berkas."),
    "a folder": (Path.mkdir, "register/2022.jsonl: bukan berkas."),
    "a broken line": (_torn, "register/2022.jsonl, baris 1: baris ini bukan catatan yang utuh."),
}


@pytest.mark.parametrize("kind", BROKEN)
def test_a_broken_register_of_another_year_stops_no_number_and_is_told(
    made: Path, kampanye: Command, kind: str
) -> None:
    break_it, told = BROKEN[kind]
    (made.parents[2] / "register").mkdir()
    break_it(made.parents[2] / "register" / "2022.jsonl")
    ran = kampanye("nomor", "ambil", "undangan")
    assert (ran.code, ran.out, told in ran.err) == (0, UND.format(1) + "\n", True), ran.err
    assert "Nomor tahun 2023 tidak terpengaruh. Periksa dengan: kampanye periksa-simpanan\n" in ran.err


def test_the_register_of_the_year_itself_has_to_hold(made: Path, kampanye: Command) -> None:
    (made.parents[2] / "register").mkdir()
    _torn(made.parents[2] / "register" / "2023.jsonl")
    ran = kampanye("nomor", "ambil", "undangan")
    assert (ran.code, "register/2023.jsonl, baris 1" in ran.err) == (2, True), ran.err
