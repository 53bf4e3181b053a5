"""``kantor``: a table keyed by region code becomes the configurations of a province's offices."""

from __future__ import annotations

from pathlib import Path

import pytest

from kampanye_tui.store.configuration import open_configuration
from tests.unit.cli.office import Command

TABLE = """\
kode;nama;alamat;kota;ketua;polres;kodim
51.71;Kota Denpasar;Jalan Raya Puputan 1;;Ni Made;Kepolisian Resor Kota Denpasar;
51.08;Kabupaten Buleleng;;Singaraja;;;Komando Distrik Militer 1609/Buleleng
"""
ASKED = ("kantor", "--dari", "daerah.csv", "--pemilu", "pemilu-2024")


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the table."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "daerah.csv").write_text(TABLE)
    return tmp_path


@pytest.mark.usefixtures("desk")
def test_each_row_becomes_an_office(kampanye: Command) -> None:
    ran = kampanye(*ASKED)
    paths = ["kota-denpasar/kampanye.toml", "kabupaten-buleleng/kampanye.toml"]
    assert (ran.code, ran.out.splitlines()) == (0, paths)


def test_an_office_says_what_its_row_says(desk: Path, kampanye: Command) -> None:
    kampanye(*ASKED)
    office = open_configuration(str(desk / "kota-denpasar" / "kampanye.toml")).configuration.office
    told = (office.region, office.address, office.members[0].name)
    assert told == ("51.71", "Jalan Raya Puputan 1", "Ni Made")


def test_bodies_are_called_as_the_table_has_them_and_others_as_packs_do(
    desk: Path, kampanye: Command
) -> None:
    kampanye(*ASKED)
    parties = open_configuration(str(desk / "kabupaten-buleleng" / "kampanye.toml")).configuration.parties
    names = {party.id: party.name for party in parties}
    assert (names["kodim"], names["polres"]) == (
        "Komando Distrik Militer 1609/Buleleng",
        "Kepolisian Resor Buleleng",
    )


def test_an_agreement_can_be_begun_at_once(
    desk: Path, kampanye: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    kampanye(*ASKED)
    monkeypatch.chdir(desk / "kota-denpasar")
    assert kampanye("baru").code == 0


FAULTS = {
    "unknown region": (
        "51.71;Kota",
        "59.71;Kota",
        'daerah.csv, baris 2, kolom "kode": "59.71" tidak dikenal.',
    ),
    "region twice": ("51.08", "51.71", 'daerah.csv, baris 3, kolom "kode": "51.71" sudah ada pada baris 2.'),
    "unknown column": ("polres", "polress", 'daerah.csv, baris 1, kolom "polress": kolom ini tidak dikenal'),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_with_one_fault_nothing_is_written(fault: str, desk: Path, kampanye: Command) -> None:
    before, after, told = FAULTS[fault]
    (desk / "daerah.csv").write_text(TABLE.replace(before, after))
    ran = kampanye(*ASKED)
    assert (ran.code, told in ran.err, list(desk.rglob("kampanye.toml"))) == (2, True, [])


def test_what_is_there_is_not_written_over_and_nothing_beside_it(desk: Path, kampanye: Command) -> None:
    (desk / "kabupaten-buleleng").mkdir()
    (desk / "kabupaten-buleleng" / "kampanye.toml").write_text("milik orang")
    ran = kampanye(*ASKED)
    assert (ran.code, (desk / "kota-denpasar").exists()) == (1, False)


@pytest.mark.usefixtures("desk")
def test_words_of_a_pack_in_the_same_table_are_no_fault(desk: Path, kampanye: Command) -> None:
    (desk / "daerah.csv").write_text(TABLE.replace("kodim", "singkatan_pengawas").replace("1609/", ""))
    assert kampanye(*ASKED).code == 0


def test_every_column_that_an_office_may_have_reaches_its_configuration(
    desk: Path, kampanye: Command
) -> None:
    head = "kode;nama;alamat;kontak;kota;ketua\n"
    (desk / "daerah.csv").write_text(f"{head}51.08;x;Jalan Contoh;(0362) 000;Singaraja;Nama\n")
    kampanye(*ASKED)
    office = open_configuration(str(desk / "kabupaten-buleleng" / "kampanye.toml")).configuration.office
    said = (office.address, office.contact, office.city, office.members[0].name)
    assert said == ("Jalan Contoh", "(0362) 000", "Singaraja", "Nama")
