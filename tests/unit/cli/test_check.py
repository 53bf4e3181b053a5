"""``periksa``: findings as data, their sum as talk, and mends only when asked for."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.unit.cli.office import Command, edit, without_supervisor

ID = "2023-kampanye-damai"
KEYS = ["aturan", "tingkat", "pesan", "bagian", "id", "kunci", "dasar", "perbaikan", "aman"]


def saved(office: Path) -> bytes:
    """Return the bytes of the saved agreement."""
    return (office / "naskah" / ID / "naskah.toml").read_bytes()


@pytest.fixture
def mendable(office: Path, kampanye: Command) -> Path:
    """An office whose saved agreement lacks a contestant; the rule offers to add it."""
    row = '[[pihak]]\nid = "partai-buruh"\nikut = false\n\n'
    edit(office, "[ekspor]\n", f"{row}[ekspor]\n")
    kampanye("baru")
    edit(office, row, "")
    return office


def test_who_the_office_does_not_invite_is_not_added_by_mending(office: Path, kampanye: Command) -> None:
    edit(office, "[ekspor]\n", '[[pihak]]\nid = "partai-buruh"\nikut = false\n\n[ekspor]\n')
    kampanye("baru")
    assert "Tidak ada perbaikan" in kampanye("periksa", "--perbaiki").err


def test_without_finding_of_level_wajib_the_command_is_done(office: Path, kampanye: Command) -> None:
    assert kampanye("periksa").code == 0


def test_a_finding_of_level_wajib_is_exit_code_1(office: Path, kampanye: Command) -> None:
    without_supervisor(office)
    assert kampanye("periksa").code == 1


def test_findings_are_data_under_the_heading_of_their_level(office: Path, kampanye: Command) -> None:
    without_supervisor(office)
    assert kampanye("periksa").out.splitlines()[:3] == [
        "Wajib diperbaiki (1)",
        "  - Belum ada pihak dari unsur pengawas.",
        "    di pihak; aturan: lembaga pokok",
    ]


def test_a_place_that_cannot_be_printed_is_found_before_it_is_exported(
    office: Path, kampanye: Command
) -> None:
    edit(office, 'kota = "Tangerang Selatan"', 'kota = "王"')
    assert "Huruf “王” (U+738B) pada kota acara" in kampanye("periksa").out


def test_the_sum_is_talk(office: Path, kampanye: Command) -> None:
    without_supervisor(office)
    assert "Pemeriksaan: 1 wajib, " in kampanye("periksa").err


def test_as_json_each_finding_has_the_same_keys(office: Path, kampanye: Command) -> None:
    rows = json.loads(kampanye("periksa", "--json").out)
    assert {tuple(row) for row in rows} == {tuple(KEYS)}


def test_as_json_a_finding_says_rule_level_and_place(office: Path, kampanye: Command) -> None:
    without_supervisor(office)
    first = json.loads(kampanye("periksa", "--json").out)[0]
    assert (first["aturan"], first["tingkat"], first["bagian"]) == ("lembaga-pokok", "wajib", "pihak")


def test_as_json_the_exit_code_is_the_same(office: Path, kampanye: Command) -> None:
    without_supervisor(office)
    assert kampanye("periksa", "--json").code == 1


def test_a_mend_is_offered_with_how_to_apply_it(mendable: Path, kampanye: Command) -> None:
    assert "perbaikan: Tambahkan Partai Buruh (nomor urut 6) (periksa --perbaiki)" in kampanye("periksa").out


def test_checking_changes_nothing(mendable: Path, kampanye: Command) -> None:
    before = saved(mendable)
    kampanye("periksa")
    assert saved(mendable) == before


def test_mending_saves(mendable: Path, kampanye: Command) -> None:
    kampanye("periksa", "--perbaiki")
    assert b'id = "partai-buruh"\nnama = "Partai Buruh"\nperan = "peserta-pemilu"' in saved(mendable)


def test_mending_shows_what_is_left_to_find(mendable: Path, kampanye: Command) -> None:
    assert "Partai Buruh (nomor urut 6) belum ada" not in kampanye("periksa", "--perbaiki").out


def test_mending_ends_with_the_exit_code_of_what_is_left(mendable: Path, kampanye: Command) -> None:
    assert (kampanye("periksa").code, kampanye("periksa", "--perbaiki").code) == (1, 0)


def test_mending_tells_what_was_changed(mendable: Path, kampanye: Command) -> None:
    told = kampanye("periksa", "--perbaiki").err
    assert "Perbaikan diterapkan:\n  + pihak Partai Buruh\n" in told


def test_mending_twice_tells_that_nothing_is_left_to_mend(mendable: Path, kampanye: Command) -> None:
    kampanye("periksa", "--perbaiki")
    told = kampanye("periksa", "--perbaiki").err
    assert "Tidak ada perbaikan yang dapat diterapkan dengan aman." in told


def test_trying_saves_nothing(mendable: Path, kampanye: Command) -> None:
    before = saved(mendable)
    kampanye("periksa", "--coba")
    assert saved(mendable) == before


def test_trying_wins_over_mending(mendable: Path, kampanye: Command) -> None:
    before = saved(mendable)
    kampanye("periksa", "--perbaiki", "--coba")
    assert saved(mendable) == before


def test_trying_tells_what_would_be_changed(mendable: Path, kampanye: Command) -> None:
    assert "Perbaikan yang akan diterapkan:\n  + pihak Partai Buruh" in kampanye("periksa", "--coba").err


def test_mending_as_json_prints_nothing_but_json(mendable: Path, kampanye: Command) -> None:
    assert isinstance(json.loads(kampanye("periksa", "--perbaiki", "--json").out), list)


def test_what_is_not_saved_cannot_be_mended(mendable: Path, kampanye: Command) -> None:
    (mendable / "naskah" / ID / "naskah.toml").unlink()
    ran = kampanye("periksa", "--perbaiki")
    assert (ran.code, ran.err.splitlines()[-1]) == (
        2,
        "Naskah ini belum tersimpan. Simpan dahulu dengan: kampanye baru",
    )


def test_an_unknown_agreement_cannot_be_checked(office: Path, kampanye: Command) -> None:
    assert kampanye("periksa", "tiada")[:2] == (2, "")


def test_a_saved_agreement_is_checked_for_its_own_region(office: Path, kampanye: Command) -> None:
    """In Aceh local parties contest too; an agreement of Banten does not lack them."""
    kampanye("baru")
    edit(office, 'wilayah = "36.74"', 'wilayah = "11.71"')
    assert kampanye("periksa").code == 0


def test_a_saved_agreement_is_checked_for_its_own_election(office: Path, kampanye: Command) -> None:
    kampanye("baru")
    edit(office, 'id = "pemilu-2024"', 'id = "pilkada-2024"')
    assert kampanye("periksa").code == 0
