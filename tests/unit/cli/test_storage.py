"""``periksa-simpanan``: what is told, what it changes, and the exit codes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.unit.cli.office import Command

ID = "2023-kampanye-damai"
TEXT = f"naskah/{ID}/naskah.toml"


@pytest.fixture
def text(office: Path, kampanye: Command) -> Path:
    """The text of an agreement that was changed once."""
    kampanye("baru")
    kampanye("acara", "--tempat", "Aula")
    return office / TEXT


def test_a_workspace_that_is_whole_is_told_so(text: Path, kampanye: Command) -> None:
    assert kampanye("periksa-simpanan") == (0, "", "Semua yang tersimpan utuh.\n")


def test_without_a_configuration_a_folder_is_named(
    text: Path, office: Path, kampanye: Command, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    assert kampanye("periksa-simpanan", str(office)).code == 0


def test_a_folder_that_is_not_there_is_exit_code_2(office: Path, kampanye: Command) -> None:
    assert kampanye("periksa-simpanan", "tiada") == (2, "", "tiada tidak ada.\n")


def test_what_is_broken_is_told_on_one_line_with_its_mend(text: Path, kampanye: Command) -> None:
    text.write_bytes(text.read_bytes()[:300])
    ran = kampanye("periksa-simpanan")
    first, second = ran.out.splitlines()
    assert (ran.code, first.startswith(f"RUSAK       {TEXT}, baris ")) == (1, True)
    assert second == (
        "            perbaikan: dikembalikan dari .riwayat/0001.toml, yaitu sebelum perubahan yang terakhir"
    )
    assert ran.err == (
        "1 rusak, 0 perlu diperhatikan.\n"
        "Yang disebut perbaikannya diperbaiki dengan: kampanye periksa-simpanan --perbaiki\n"
    )


def test_without_being_asked_nothing_is_changed(text: Path, office: Path, kampanye: Command) -> None:
    text.write_bytes(b"rusak")
    before = {path: path.read_bytes() for path in office.rglob("*") if path.is_file()}
    kampanye("periksa-simpanan")
    assert {path: path.read_bytes() for path in office.rglob("*") if path.is_file()} == before


def test_what_was_mended_is_told_and_whole_afterwards(text: Path, kampanye: Command) -> None:
    text.write_bytes(b"rusak")
    ran = kampanye("periksa-simpanan", "--perbaiki")
    assert (ran.code, ran.out.startswith(f"diperbaiki  {TEXT}: dikembalikan dari ")) == (0, True)
    assert kampanye("periksa-simpanan").code == 0


def test_what_cannot_be_mended_is_told_after_mending(text: Path, office: Path, kampanye: Command) -> None:
    (office / ".indeks").write_text("rusak")
    (text.parent / "buku.jsonl").write_text("rusak\n")
    ran = kampanye("periksa-simpanan", "--perbaiki")
    assert (ran.code, "ambil dari cadangan" in ran.err) == (1, True)


def test_a_number_that_no_register_knows_is_told(text: Path, office: Path, kampanye: Command) -> None:
    kampanye("nomor", "catat", "naskah", "12/NK/2023")
    assert kampanye("periksa-simpanan").out == ""
    (office / "register" / "2023.jsonl").unlink()
    ran = kampanye("periksa-simpanan")
    assert (ran.code, ran.out) == (
        0,
        f"perhatikan  {TEXT}: nomor 12/NK/2023 tidak ada dalam register, "
        "jadi dapat terambil lagi untuk dokumen lain.\n",
    )


def test_a_register_that_does_not_hold_raises_no_doubt_about_numbers(
    text: Path, office: Path, kampanye: Command
) -> None:
    kampanye("nomor", "catat", "naskah", "12/NK/2023")
    register = office / "register" / "2023.jsonl"
    register.write_bytes(register.read_bytes().replace(b"NK", b"NN"))
    assert "tidak ada dalam register" not in kampanye("periksa-simpanan").out


def test_a_program_is_told_all_of_it(text: Path, kampanye: Command) -> None:
    text.write_bytes(b"rusak")
    (told,) = json.loads(kampanye("periksa-simpanan", "--json").out)["masalah"]
    assert (told["tempat"], told["rusak"], told["perbaikan"].startswith("dikembalikan")) == (TEXT, True, True)


def test_a_register_that_cannot_be_looked_into_is_told_and_the_rest_is_checked(
    text: Path, office: Path, kampanye: Command
) -> None:
    kampanye("nomor", "ambil", "undangan")
    (office / "register" / "2022.jsonl").mkdir()
    text.write_bytes(text.read_bytes()[:300])
    ran = kampanye("periksa-simpanan")
    told = [line for line in ran.out.splitlines() if line.startswith("RUSAK")]
    assert [line.split()[1].rstrip(":,") for line in told] == ["register/2022.jsonl", TEXT]


def test_numbers_are_not_called_lost_while_a_register_cannot_be_looked_into(
    text: Path, office: Path, kampanye: Command
) -> None:
    kampanye("nomor", "ambil", "undangan")
    (office / "register" / "2023.jsonl").unlink()
    (office / "register" / "2023.jsonl").mkdir()
    assert "dapat terambil lagi" not in kampanye("periksa-simpanan").out
