"""``bandingkan``: what differs between two texts, on the terminal or as a document."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.unit.cli.office import Command

ID = "2023-kampanye-damai"


@pytest.fixture
def edited(office: Path, kampanye: Command) -> Path:
    """An office whose saved agreement was edited behind a copy ``lama.toml``; returns its folder."""
    kampanye("baru")
    folder = office / "naskah" / ID
    shutil.copy(folder / "naskah.toml", office / "lama.toml")
    kampanye("klausul", "sunting", "alat-peraga", "--teks", "{peserta} tidak memasang alat peraga.")
    kampanye("klausul", "geser", "asas-bersama", "--ke", "10")
    return folder


def test_clauses_are_told_with_their_signs(edited: Path, kampanye: Command) -> None:
    heads = [line for line in kampanye("bandingkan", "lama.toml", ID).out.splitlines() if line[0] != " "]
    assert heads == [
        "~ Klausul 5: Alat Peraga dan Bahan Kampanye",
        "= Klausul 10 (semula 1): Asas dan Dasar Bersama",
    ]


def test_the_sum_is_talk(edited: Path, kampanye: Command) -> None:
    assert kampanye("bandingkan", "lama.toml", ID).err == "Klausul: 1 diubah, 1 dipindahkan.\n"


def test_a_text_does_not_differ_from_itself(edited: Path, kampanye: Command) -> None:
    ran = kampanye("bandingkan", ID, ID)
    assert (ran.code, ran.out, ran.err) == (0, "", "Semua klausul sama.\n")


def test_a_final_revision_is_named_by_its_number(edited: Path, kampanye: Command) -> None:
    (edited / "revisi").mkdir()
    shutil.copy("lama.toml", edited / "revisi" / "r01.toml")
    assert kampanye("bandingkan", f"{ID}@r01", ID).out == kampanye("bandingkan", "lama.toml", ID).out


def test_a_revision_that_is_not_there_is_refused(edited: Path, kampanye: Command) -> None:
    ran = kampanye("bandingkan", f"{ID}@r02", ID)
    assert (ran.code, ran.err) == (2, "Naskah ini tidak mempunyai revisi final r02.\n")


def test_a_name_that_leads_out_of_the_workspace_is_refused(edited: Path, kampanye: Command) -> None:
    assert kampanye("bandingkan", "../naskah@r01", ID).err.startswith('"../naskah" bukan id naskah.')


def test_a_file_that_is_no_agreement_is_refused_with_its_place(edited: Path, kampanye: Command) -> None:
    Path("rusak.toml").write_text("format = 1\nid = 5\n")
    assert kampanye("bandingkan", "rusak.toml", ID).err.startswith('rusak.toml, kunci "id": ')


def test_the_difference_as_json_has_marked_words(edited: Path, kampanye: Command) -> None:
    told = json.loads(kampanye("bandingkan", "lama.toml", ID, "--json").out)
    moved = told["klausul"][1]
    assert (moved["klausul"], moved["perubahan"], moved["semula"], moved["menjadi"]) == (
        "asas-bersama",
        "tetap",
        1,
        10,
    )


@pytest.mark.parametrize(("name", "begin"), [("pdf", b"%PDF-"), ("html", b"<!DOCTYPE html>")])
def test_the_difference_is_written_as_a_document(
    name: str, begin: bytes, edited: Path, kampanye: Command
) -> None:
    ran = kampanye("bandingkan", "lama.toml", ID, "--format", name, "-o", f"beda.{name}")
    assert (ran.out, Path(f"beda.{name}").read_bytes().lower().startswith(begin.lower())) == (
        f"beda.{name}\n",
        True,
    )


def test_a_document_goes_beside_the_agreement_when_nobody_says_where(edited: Path, kampanye: Command) -> None:
    kampanye("bandingkan", "lama.toml", ID, "--format", "teks")
    assert [path.name for path in (edited / "keluaran").iterdir()] == [f"perbandingan-lama-{ID}.txt"]


def test_a_document_is_not_written_over_another(edited: Path, kampanye: Command) -> None:
    Path("beda.txt").write_text("milik saya")
    ran = kampanye("bandingkan", "lama.toml", ID, "--format", "teks", "-o", "beda.txt")
    assert (ran.code, Path("beda.txt").read_text()) == (1, "milik saya")


def test_a_target_needs_a_format(edited: Path, kampanye: Command) -> None:
    ran = kampanye("bandingkan", "lama.toml", ID, "-o", "beda.pdf")
    assert (ran.code, ran.err) == (2, "-o memerlukan --format. Sebutkan formatnya, misalnya: --format pdf\n")
