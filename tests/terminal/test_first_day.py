"""The first day of a new office, from an empty home: begin, compose, edit twice, check, print."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from typing import NamedTuple

import pytest

pytestmark = pytest.mark.penuh

PROGRAM = Path(__file__).parent.parent.parent / ".venv" / "bin" / "kampanye"
ANSWERS = """\
banyuwangi
Jalan K.H. Agus Salim Nomor 9
Banyuwangi
Ani Lestari
2


1
28 November 2023

F4


"""


class Day(NamedTuple):
    """What each command left, and the folders it ran in."""

    ran: dict[str, subprocess.CompletedProcess[str]]
    office: Path
    home: Path


@pytest.fixture(scope="module")
def day(tmp_path_factory: pytest.TempPathFactory) -> Day:
    """Run the whole day once."""
    office, home = tmp_path_factory.mktemp("kantor"), tmp_path_factory.mktemp("rumah")
    ran: dict[str, subprocess.CompletedProcess[str]] = {}

    def run(name: str, *arguments: str, typed: str = "") -> None:
        ran[name] = subprocess.run(
            [PROGRAM, *arguments],
            cwd=office,
            env={"HOME": str(home), "PATH": os.environ["PATH"]},
            input=typed,
            capture_output=True,
            text=True,
            check=False,
        )

    run("mulai", "mulai", typed=ANSWERS)
    run("baru", "baru")
    run("acara", "acara", "--mulai", "09.00", "--tempat", "Pendopo")
    run("geser", "klausul", "geser", "tanpa-politik-uang", "--ke", "2")
    run("periksa", "periksa")
    run("ekspor", "ekspor")
    run("urungkan", "urungkan")
    return Day(ran, office, home)


@pytest.mark.parametrize("name", ["mulai", "baru", "acara", "geser", "periksa", "ekspor", "urungkan"])
def test_every_command_is_done(name: str, day: Day) -> None:
    assert day.ran[name].returncode == 0, day.ran[name].stderr


def test_nothing_is_written_into_the_home_but_what_may_be_deleted_at_any_time(day: Day) -> None:
    assert [path for path in day.home.glob("**/*") if path.is_file() and ".cache" not in path.parts] == []


def test_the_office_holds_its_configuration_and_its_agreement(day: Day) -> None:
    assert sorted(path.name for path in day.office.iterdir()) == ["kampanye.toml", "naskah"]


def test_both_edits_are_on_paper(day: Day) -> None:
    (paper,) = day.office.glob("naskah/*/keluaran/naskah.pdf")
    text = subprocess.run(["pdftotext", paper, "-"], capture_output=True, text=True, check=True).stdout
    said = " ".join(text.split())
    assert "Pendopo" in said
    assert said.find("Tanpa Politik Uang") < said.find("Kampanye Aman, Tertib, dan Damai")


def test_the_papers_are_of_the_size_that_was_answered(day: Day) -> None:
    (paper,) = day.office.glob("naskah/*/keluaran/naskah.pdf")
    told = subprocess.run(["pdfinfo", paper], capture_output=True, text=True, check=True).stdout
    assert "609.45 x 935.43 pts" in told


def test_the_undone_edit_is_the_last_one(day: Day) -> None:
    order = "= klausul: urutan menjadi Asas dan Dasar Bersama; Kampanye Aman, Tertib, dan Damai; "
    assert day.ran["urungkan"].stdout.startswith(order)


def test_a_second_beginning_is_refused(day: Day) -> None:
    again = subprocess.run(
        [PROGRAM, "mulai"], cwd=day.office, input="", capture_output=True, text=True, check=False
    )
    assert (again.returncode, "sudah ada" in again.stderr) == (1, True)
