"""``cadangkan``: the archive, what is told of it, and the exit codes."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from tests.unit.cli.office import Command

TEXT = "naskah/2023-kampanye-damai/naskah.toml"


@pytest.fixture
def made(office: Path, kampanye: Command) -> Path:
    """An office with one agreement."""
    kampanye("baru")
    return office


def test_an_archive_is_written_and_told(made: Path, kampanye: Command) -> None:
    assert kampanye("cadangkan", "-o", "a.zip") == (0, "a.zip\n", "Cadangan utuh: 3 berkas, 1 naskah.\n")


def test_without_a_name_it_is_called_by_day_and_hour(made: Path, kampanye: Command) -> None:
    assert re.fullmatch(r"kampanye-\d{4}-\d\d-\d\d-\d{4}\.tar\.gz\n", kampanye("cadangkan").out)


def test_an_archive_that_is_there_is_not_replaced(made: Path, kampanye: Command) -> None:
    (made / "a.zip").write_bytes(b"lama")
    ran = kampanye("cadangkan", "-o", "a.zip")
    assert (ran.code, (made / "a.zip").read_bytes()) == (1, b"lama")
    assert ran.err == (
        "a.zip: berkas ini sudah ada. Tambahkan --timpa untuk menggantinya, atau pilih nama lain dengan -o.\n"
    )


def test_an_archive_that_is_there_is_replaced_on_request(made: Path, kampanye: Command) -> None:
    (made / "a.zip").write_bytes(b"lama")
    kampanye("cadangkan", "-o", "a.zip", "--timpa")
    assert kampanye("cadangkan", "--uji", "a.zip").code == 0


def test_without_its_folder_an_archive_is_refused_since_a_stick_may_not_be_plugged_in(
    made: Path, kampanye: Command
) -> None:
    ran = kampanye("cadangkan", "-o", "usb/a.zip")
    assert (ran.code, (made / "usb").exists()) == (2, False)
    assert ran.err == (
        "usb/a.zip: folder tempat meletakkannya tidak ada. "
        "Sambungkan dahulu kandarnya, atau buat foldernya.\n"
    )


def test_a_name_of_another_kind_is_refused(made: Path, kampanye: Command) -> None:
    assert kampanye("cadangkan", "-o", "a.rar").code == 2


def test_a_workspace_that_is_broken_is_backed_up_and_told(made: Path, kampanye: Command) -> None:
    (made / TEXT).write_bytes(b"rusak")
    ran = kampanye("cadangkan", "-o", "a.tar.gz")
    assert (ran.code, f"RUSAK  {TEXT}, baris 1" in ran.out, (made / "a.tar.gz").exists()) == (1, True, True)


def test_an_archive_that_was_damaged_is_refused(made: Path, kampanye: Command) -> None:
    kampanye("cadangkan", "-o", "a.tar.gz")
    (made / "a.tar.gz").write_bytes((made / "a.tar.gz").read_bytes()[:-200])
    ran = kampanye("cadangkan", "--uji", "a.tar.gz")
    assert ran == (2, "", "a.tar.gz: berkas ini bukan cadangan yang utuh. Pakai cadangan yang lain.\n")


def test_an_archive_is_checked_without_a_configuration(
    made: Path, kampanye: Command, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    kampanye("cadangkan", "-o", str(tmp_path / "a.zip"))
    monkeypatch.chdir(tmp_path)
    assert kampanye("cadangkan", "--uji", "a.zip").code == 0


def test_making_and_checking_are_not_asked_for_at_once(made: Path, kampanye: Command) -> None:
    assert kampanye("cadangkan", "-o", "a.zip", "--uji", "a.zip").code == 2


def test_what_was_unpacked_is_worked_on(
    made: Path, kampanye: Command, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    kampanye("cadangkan", "-o", str(tmp_path / "a.zip"))
    shutil.unpack_archive(tmp_path / "a.zip", tmp_path / "pulih")
    monkeypatch.chdir(tmp_path / "pulih")
    kampanye("acara", "--tempat", "Aula")
    assert 'tempat = "Aula"' in (tmp_path / "pulih" / TEXT).read_text()
    assert kampanye("periksa-simpanan").code == 0


def test_what_shrinks_beyond_measure_is_kept_all_the_same(
    made: Path, kampanye: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kampanye_tui.store.backup_check._SWOLLEN", 1000)
    with next(made.glob("naskah/*")).joinpath("film.mp4").open("wb") as stream:
        stream.truncate(5_000_000)
    for name in ("a.zip", "a.tar.gz"):
        assert kampanye("cadangkan", "-o", name).code == 0
        # Of an archive that somebody sent nobody knows how much is behind it.
        ran = kampanye("cadangkan", "--uji", name)
        assert (ran.code, f"{name}: isinya lebih dari 150 kali besar berkasnya" in ran.err) == (2, True)


@pytest.mark.penuh
@pytest.mark.parametrize("name", ["naskah/{}/buku.jsonl", "naskah/{}/naskah.toml", "register/2022.jsonl"])
def test_what_is_larger_than_any_of_ours_is_kept_and_told_by_its_name(
    name: str, made: Path, kampanye: Command
) -> None:
    place = name.format(next(made.glob("naskah/*")).name)
    (made / place).parent.mkdir(exist_ok=True)
    with (made / place).open("wb") as stream:
        stream.truncate(64 * 2**20 + 1)
    ran = kampanye("cadangkan", "-o", "a.zip")
    assert (ran.code, ran.out.splitlines()) == (
        1,
        [
            "a.zip",
            f"RUSAK  {place}: lebih besar dari 64 MB, jadi tersimpan dalam cadangan tanpa diverifikasi. "
            "Program ini tidak menulis berkas sebesar itu; periksa dengan: kampanye periksa-simpanan",
        ],
    )


@pytest.mark.penuh
def test_a_scan_that_is_almost_empty_is_looked_at(made: Path, kampanye: Command) -> None:
    with next(made.glob("naskah/*")).joinpath("pindaian.pdf").open("wb") as stream:
        stream.truncate(80 * 2**20)
    assert kampanye("cadangkan", "-o", "a.zip").code == 0
    assert kampanye("cadangkan", "--uji", "a.zip").code == 0
