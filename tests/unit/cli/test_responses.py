"""``tanggapan``: answers of pihak recorded, listed, as a table for Excel."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.unit.cli.office import Command

ROWS = "pihak;klausul;jawaban;catatan\r\n"


def events(folder: Path) -> list[dict]:
    path = folder / "buku.jsonl"
    return [json.loads(line) for line in path.read_text().splitlines()] if path.exists() else []


def note(kampanye: Command, *arguments: str):
    return kampanye("tanggapan", "catat", *arguments, "--waktu", "26-11-2023 16.00")


def test_consent_to_everything_is_one_command(made: Path, kampanye: Command) -> None:
    ran = note(kampanye, "14", "--setuju")
    assert (ran.code, ran.err, len(events(made))) == (0, "Tercatat: 10 tanggapan.\n", 10)


def test_an_answer_is_told_with_the_one_before_it(made: Path, kampanye: Command) -> None:
    note(kampanye, "14", "alat-peraga", "--setuju")
    ran = note(kampanye, "14", "alat-peraga", "--keberatan", "Terlalu dekat.")
    assert ran.out == "partai-demokrat, alat-peraga: setuju → keberatan: Terlalu dekat.\n"


def test_a_clause_is_named_as_the_paper_of_a_pihak_names_it(made: Path, kampanye: Command) -> None:
    ran = note(kampanye, "14", "Pasal 8", "--keberatan", "Terlalu dekat.")
    assert ran.out == "partai-demokrat, alat-peraga: belum → keberatan: Terlalu dekat.\n"


def test_an_event_says_when_it_happened_and_who_recorded_it(made: Path, kampanye: Command) -> None:
    kampanye(
        "--operator",
        "Ani",
        "tanggapan",
        "catat",
        "1",
        "alat-peraga",
        "--setuju",
        "--waktu",
        "26-11-2023 16.00",
    )
    (event,) = events(made)
    assert (event["terjadi"], event["operator"]) == ("2023-11-26T16:00:00+07:00", "Ani")


def test_a_trial_records_nothing(made: Path, kampanye: Command) -> None:
    ran = note(kampanye, "14", "--setuju", "--coba")
    assert (len(ran.out.splitlines()), events(made)) == (10, [])


def test_consent_that_is_there_already_records_nothing(made: Path, kampanye: Command) -> None:
    note(kampanye, "14", "--setuju")
    assert (note(kampanye, "14", "--setuju").err, len(events(made))) == ("Tidak ada yang berubah.\n", 10)


def test_every_answer_is_taken_back_at_once(made: Path, kampanye: Command) -> None:
    note(kampanye, "14", "--setuju")
    note(kampanye, "14", "--cabut")
    assert {event["jawaban"] for event in events(made)[10:]} == {"belum"}


REFUSED = {
    "no answer": (("14",), "Tanggapannya belum jelas."),
    "two answers": (("14", "alat-peraga", "--setuju", "--cabut"), "Tanggapannya belum jelas."),
    "an objection to everything": (
        ("14", "--keberatan", "Tidak."),
        "Catatan dan keberatan ditujukan kepada satu klausul.",
    ),
    "an objection without words": (
        ("14", "alat-peraga", "--keberatan", ""),
        "Isi keberatan belum ditulis.",
    ),
    "the office itself": (("penyelenggara", "--setuju"), 'Pihak "penyelenggara" tidak dimintai tanggapan.'),
}


@pytest.mark.parametrize("what", REFUSED)
def test_what_cannot_be_meant_is_refused(what: str, made: Path, kampanye: Command) -> None:
    arguments, told = REFUSED[what]
    ran = note(kampanye, *arguments)
    assert (ran.code, ran.err.startswith(told), events(made)) == (2, True, [])


def test_the_list_names_who_objects(made: Path, kampanye: Command) -> None:
    note(kampanye, "1", "alat-peraga", "--keberatan", "Tidak.")
    (row,) = [row for row in kampanye("tanggapan", "daftar").out.splitlines() if "alat-peraga" in row]
    assert row.split() == ["6", "Pasal", "8", "alat-peraga", "0/24", "PKB"]


def test_the_list_tells_who_is_silent(made: Path, kampanye: Command) -> None:
    note(kampanye, "1", "--setuju")
    assert "Belum menyampaikan tanggapan (23): Gerindra, " in kampanye("tanggapan", "daftar").err


def test_an_edit_makes_answers_stale(made: Path, kampanye: Command) -> None:
    note(kampanye, "14", "--setuju")
    kampanye("klausul", "sunting", "alat-peraga", "--teks", "{peserta} tidak memasang alat peraga.")
    rows = json.loads(kampanye("tanggapan", "daftar", "--pihak", "14", "--json").out)
    assert [row["klausul"] for row in rows if row["tanggapan"] == "basi"] == ["alat-peraga"]


def test_one_pihak_is_told_what_changed_since_it_answered(made: Path, kampanye: Command) -> None:
    note(kampanye, "14", "--setuju")
    kampanye("klausul", "sunting", "alat-peraga", "--teks", "{peserta} tidak memasang alat peraga.")
    ran = kampanye("tanggapan", "daftar", "--pihak", "14")
    assert ran.err == (
        "Bunyinya berubah sejak ditanggapi: alat-peraga.\n"
        "Bedanya: kampanye bandingkan 2023-kampanye-damai --sejak-tanggapan partai-demokrat\n"
    )


def test_the_list_as_json_has_every_answer(made: Path, kampanye: Command) -> None:
    note(kampanye, "1", "alat-peraga", "--catatan", "Baik.")
    rows = json.loads(kampanye("tanggapan", "daftar", "--json").out)
    (row,) = [row for row in rows if row["klausul"] == "alat-peraga"]
    assert row["tanggapan"][0] == {
        "pihak": "partai-kebangkitan-bangsa",
        "tanggapan": "catatan",
        "catatan": "Baik.",
    }


@pytest.mark.parametrize("of_one", [(), ("--pihak", "14")], ids=["semua", "satu pihak"])
def test_the_list_has_the_numbers_that_stand_on_paper(of_one, made: Path, kampanye: Command) -> None:
    rows = json.loads(kampanye("tanggapan", "daftar", *of_one, "--json").out)
    assert [(row["no"], row["pada_naskah"]) for row in rows][:2] == [(1, "Pasal 3"), (2, "Pasal 4")]


def test_the_list_is_there_where_no_pack_knows_the_election_any_more(made: Path, kampanye: Command) -> None:
    path = made / "naskah.toml"
    path.write_text(path.read_text().replace("pemilu-2024", "pemilu-1955"))
    ran = kampanye("tanggapan", "daftar", "--json")
    assert (ran.code, json.loads(ran.out)[0]["pada_naskah"]) == (0, "")


def test_a_table_is_recorded(made: Path, kampanye: Command) -> None:
    Path("t.csv").write_text(ROWS + "1;alat-peraga;Keberatan;Tidak.\r\n2;alat-peraga;setuju;\r\n")
    ran = kampanye("tanggapan", "impor", "t.csv", "--waktu", "26-11-2023 16.00")
    assert (ran.code, [event["jawaban"] for event in events(made)]) == (0, ["keberatan", "setuju"])


def test_a_table_is_shown_before_it_is_recorded(made: Path, kampanye: Command) -> None:
    Path("t.csv").write_text(ROWS + "1;alat-peraga;setuju;\r\n")
    ran = kampanye("tanggapan", "impor", "t.csv", "--coba")
    assert (ran.out, events(made)) == ("partai-kebangkitan-bangsa, alat-peraga: belum → setuju\n", [])


def test_of_a_table_with_a_fault_nothing_is_recorded(made: Path, kampanye: Command) -> None:
    Path("t.csv").write_text(ROWS + "1;alat-peraga;setuju;\r\n2;alat-peraga;mungkin;\r\n")
    ran = kampanye("tanggapan", "impor", "t.csv")
    assert (ran.code, ran.err.startswith('t.csv, baris 3, kolom "jawaban": '), events(made)) == (2, True, [])


def test_a_table_that_was_written_is_read_back(made: Path, kampanye: Command) -> None:
    note(kampanye, "14", "--setuju")
    kampanye("tanggapan", "ekspor", "t.csv")
    assert kampanye("tanggapan", "impor", "t.csv").err == "Tidak ada yang berubah.\n"


def test_another_table_is_not_overwritten(made: Path, kampanye: Command) -> None:
    Path("t.csv").write_text("milik saya")
    assert (kampanye("tanggapan", "ekspor", "t.csv").code, Path("t.csv").read_text()) == (1, "milik saya")


def test_the_answers_stand_in_the_paper_for_the_talks(made: Path, kampanye: Command) -> None:
    note(kampanye, "1", "alat-peraga", "--keberatan", "Terlaludekat.")
    kampanye("ekspor", "--templat", "dim", "--format", "html", "-o", "dim.html")
    assert "Terlaludekat." in Path("dim.html").read_text()
