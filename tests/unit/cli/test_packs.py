"""``paket daftar``: which packs are used, and why others are not."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.unit.cli.office import SAMPLE, Command, accepting
from tests.unit.plugin.packs import TERMS, python_pack, terms_pack


@pytest.fixture
def packs(office: Path) -> Path:
    """The folder of an office's packs: one is used, one broken, one elsewhere, one waits."""
    folder = office / "plugins"
    terms_pack(folder, "baik", "kata_uji", "uji")
    terms_pack(folder, "jauh", "kata_uji", "uji", region="11")
    python_pack(folder, "kode-baru", TERMS)
    (folder / "rusak").mkdir()
    (office / "kampanye.toml").write_text(SAMPLE)
    return folder


def test_every_pack_is_listed_with_what_became_of_it(packs: Path, kampanye: Command) -> None:
    rows = json.loads(kampanye("paket", "daftar", "--json").out)
    assert {row["id"]: row["keadaan"] for row in rows} == {
        "nasional": "dipakai",
        "baik": "dipakai",
        "jauh": "wilayah lain",
        "kode-baru": "menunggu persetujuan",
        "rusak": "tidak dipakai",
    }


def test_the_table_shows_the_same_packs(packs: Path, kampanye: Command) -> None:
    rows = kampanye("paket", "daftar").out.splitlines()[1:]
    assert [row.split()[0] for row in rows] == ["nasional", "baik", "jauh", "kode-baru", "rusak"]


@pytest.mark.parametrize(
    ("pack", "reason"),
    [
        ("jauh", "untuk wilayah 11"),
        ("kode-baru", "paket Python ini belum disetujui"),
        ("rusak", "rusak: tidak ada plugin.toml"),
    ],
)
def test_a_pack_that_is_not_used_says_why(pack: str, reason: str, packs: Path, kampanye: Command) -> None:
    assert f"{pack}: {reason}" in kampanye("paket", "daftar").err


def test_what_a_waiting_pack_prints_accepts_it_when_written(packs: Path, kampanye: Command) -> None:
    accepting(packs.parent, packs / "kode-baru")
    rows = json.loads(kampanye("paket", "daftar", "--json").out)
    assert [row["keadaan"] for row in rows if row["id"] == "kode-baru"] == ["dipakai"]


def test_every_pack_has_the_same_keys_in_json(packs: Path, kampanye: Command) -> None:
    rows = json.loads(kampanye("paket", "daftar", "--json").out)
    assert len({tuple(row) for row in rows}) == 1


def test_a_pack_whose_region_is_unknown_is_not_said_to_be_national(packs: Path, kampanye: Command) -> None:
    row = next(row for row in kampanye("paket", "daftar").out.splitlines() if row.startswith("rusak"))
    assert "nasional" not in row


def test_what_a_python_pack_adds_is_said_in_words(packs: Path, kampanye: Command) -> None:
    accepting(packs.parent, packs / "kode-baru")
    row = next(row for row in kampanye("paket", "daftar").out.splitlines() if row.startswith("kode-baru"))
    assert row.split()[-1] == "istilah"


def test_a_command_names_the_packs_it_works_without(packs: Path, kampanye: Command) -> None:
    told = kampanye("lihat").err
    assert [line.split(":")[0] for line in told.splitlines() if line.startswith("Paket ")] == [
        "Paket kode-baru menunggu persetujuan",
        "Paket rusak tidak dipakai",
    ]


@pytest.fixture
def register(packs: Path) -> Path:
    """The file in which an accepted pack writes down what it is told."""
    path = packs.parent / "register"
    code = f"""
    @hookimpl
    def kampanye_exported(receipt):
        with open({str(path)!r}, "a") as file:
            print(receipt.path, receipt.format, receipt.template, receipt.agreement, file=file)
    """
    accepting(packs.parent, python_pack(packs, "arsip", code, ["kampanye_exported"]))
    return path


ASKED = ("ekspor", "--templat", "naskah", "--format", "teks", "--format", "json", "-o", "hasil")
WRITTEN = [
    f"hasil/naskah.{suffix} {made} nasional/naskah 2023-kampanye-damai"
    for made, suffix in (("teks", "txt"), ("json", "json"))
]


def test_a_pack_is_told_of_every_file_that_was_written(register: Path, kampanye: Command) -> None:
    kampanye(*ASKED)
    assert register.read_text().splitlines() == WRITTEN


def test_a_pack_is_not_told_of_a_file_that_was_there_already(register: Path, kampanye: Command) -> None:
    kampanye(*ASKED)
    kampanye(*ASKED)
    assert register.read_text().splitlines() == WRITTEN


def test_a_pack_is_told_of_a_file_that_was_replaced(register: Path, kampanye: Command) -> None:
    kampanye(*ASKED)
    (register.parent / "hasil" / "naskah.txt").write_text("lama")
    kampanye(*ASKED, "--timpa")
    assert register.read_text().splitlines() == [*WRITTEN, WRITTEN[0]]


def test_a_pack_is_told_of_nothing_when_writing_was_declined(register: Path, kampanye: Command) -> None:
    (register.parent / "hasil").mkdir()
    (register.parent / "hasil" / "naskah.txt").write_text("lama")
    kampanye(*ASKED)
    assert not register.exists()


def test_a_pack_is_told_of_nothing_that_goes_to_stdout(register: Path, kampanye: Command) -> None:
    kampanye("ekspor", "--templat", "naskah", "--format", "teks", "-o", "-")
    assert not register.exists()


@pytest.fixture
def full(packs: Path) -> None:
    """An accepted pack that fails when it is told of a file."""
    code = "@hookimpl\ndef kampanye_exported(receipt):\n    raise ValueError('penuh')\n"
    accepting(packs.parent, python_pack(packs, "arsip", code, ["kampanye_exported"]))


@pytest.mark.usefixtures("full")
def test_a_pack_that_fails_after_the_export_is_named(kampanye: Command) -> None:
    told = "Paket arsip tidak dipakai: hook kampanye_exported gagal: ValueError: penuh"
    assert told in kampanye(*ASKED).err.splitlines()


@pytest.mark.usefixtures("full")
def test_a_pack_that_fails_after_the_export_takes_no_file_away(office: Path, kampanye: Command) -> None:
    assert kampanye(*ASKED).code == 0


@pytest.mark.usefixtures("full")
def test_packs_that_were_named_before_the_export_are_not_named_again(kampanye: Command) -> None:
    told = kampanye(*ASKED).err.splitlines()
    assert [line for line in told if line.startswith("Paket rusak")] == [
        "Paket rusak tidak dipakai: rusak: tidak ada plugin.toml di dalam folder ini."
    ]


def test_as_json_no_character_steers_a_terminal(office: Path, kampanye: Command) -> None:
    (office / "plugins" / "x\u009b31m").mkdir(parents=True)
    (office / "kampanye.toml").write_text(SAMPLE)
    ran = kampanye("paket", "daftar", "--json")
    assert ("\u009b" in ran.out, json.loads(ran.out)[-1]["id"]) == (False, "x\u009b31m")


def test_a_pack_that_waits_is_told_when_what_it_may_offer_is_not_found(
    packs: Path, kampanye: Command
) -> None:
    (packs.parent / "kampanye.toml").write_text(SAMPLE.replace('id = "pemilu-2024"', 'id = "pemilu-2029"'))
    assert "aket kode-baru menunggu persetujuan" in kampanye("lihat").err
