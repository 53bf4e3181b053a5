"""``bandingkan --sejak-tanggapan``: what changed since a pihak answered."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.unit.cli.office import Command

ID = "2023-kampanye-damai"
SINCE = ("bandingkan", ID, "--sejak-tanggapan", "14")


@pytest.fixture
def edited(office: Path, kampanye: Command) -> Path:
    """An office where Demokrat agreed to everything before a clause was reworded; returns its folder."""
    kampanye("baru")
    kampanye("tanggapan", "catat", "14", "--setuju")
    kampanye("klausul", "sunting", "alat-peraga", "--judul", "Alat Peraga")
    return office / "naskah" / ID


def test_the_words_that_were_answered_come_from_what_is_kept_of_earlier_texts(
    edited: Path, kampanye: Command
) -> None:
    ran = kampanye(*SINCE)
    assert (ran.out.splitlines()[0], ran.err) == (
        "~ Klausul 6 (Pasal 8 naskah): Alat Peraga [-dan Bahan Kampanye-]",
        "Klausul: 1 diubah.\n",
    )


def test_what_is_no_longer_kept_is_told(edited: Path, kampanye: Command) -> None:
    shutil.rmtree(edited / ".riwayat")
    told = json.loads(kampanye(*SINCE, "--json").out)
    assert (told["klausul"], told["lainnya"][0].partition(":")[0]) == (
        [],
        "Bunyi yang dahulu ditanggapi tidak tersimpan lagi",
    )


def test_it_can_be_printed_to_go_out_with_the_sheet(edited: Path, kampanye: Command) -> None:
    ran = kampanye(*SINCE, "--format", "teks")
    written = edited / "keluaran" / f"perbandingan-yang-ditanggapi-demokrat-{ID}.txt"
    assert (ran.code, "Semula: yang ditanggapi Demokrat" in written.read_text()) == (0, True)


def test_two_texts_or_one_with_a_pihak_have_to_be_named(edited: Path, kampanye: Command) -> None:
    one, three = kampanye("bandingkan", ID), kampanye(*SINCE, ID)
    assert [(ran.code, ran.err.split(".")[0]) for ran in (one, three)] == [
        (2, "Naskah pembandingnya belum disebutkan"),
        (2, "--sejak-tanggapan membandingkan satu naskah dengan bunyi yang dahulu ditanggapi"),
    ]
