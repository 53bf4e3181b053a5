"""``lp`` is handed names as they are, and what it says is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from kampanye_tui.model.problem import Refused
from kampanye_tui.model.template import Sheet
from kampanye_tui.tui.printing import Lot, Order, print_files, printers
from kampanye_tui.tui.screens.print_job import copies_fault

PAPER = Path("/srv/Kampanye Damai/$(touch x); 'naskah'.pdf")


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with nothing but the programs that a test puts there."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    return folder


def program(folder: Path, name: str, lines: str) -> None:
    """Put a program into the folder."""
    (folder / name).write_text(f"#!/bin/sh\n{lines}\n")
    (folder / name).chmod(0o755)


def order(copies: int = 1, *, both_sides: bool = True) -> Order:
    return Order("ruang-hukum", copies, both_sides, (Lot(Sheet.A4, False, (PAPER,)),))


def test_without_lp_nothing_is_printed_and_it_is_said_why(programs: Path) -> None:
    assert printers().why.startswith('Perintah "lp" tidak ada')


def test_without_a_printer_it_is_said_why(programs: Path) -> None:
    program(programs, "lp", "exit 1")
    assert printers().why.startswith("Belum ada printer")


def test_the_usual_printer_comes_first(programs: Path) -> None:
    program(programs, "lp", "exit 1")
    program(
        programs, "lpstat", 'case "$1" in -e) echo lantai-2; echo hukum;; *) echo "default: hukum";; esac'
    )
    assert printers().names == ("hukum", "lantai-2")


def test_a_name_reaches_lp_as_it_is(programs: Path, tmp_path: Path) -> None:
    program(
        programs,
        "lp",
        f'printf "%s\\n" "$@" > {tmp_path}/given; echo "request id is p-7 (1 file(s))"',
    )
    print_files(order(2, both_sides=False))
    assert (tmp_path / "given").read_text().splitlines() == [
        "-d",
        "ruang-hukum",
        "-n",
        "2",
        "-o",
        "sides=one-sided",
        "-o",
        "media=A4",
        str(PAPER),
    ]


ASKED = {
    "A4": (Lot(Sheet.A4, False, (PAPER,)), "sides=two-sided-long-edge -o media=A4"),
    "F4": (Lot(Sheet.F4, False, (PAPER,)), "sides=two-sided-long-edge -o media=Custom.215x330mm"),
    "a booklet": (Lot(Sheet.A4, True, (PAPER,)), "sides=two-sided-short-edge -o media=A4"),
    "what no printer holds": (Lot(Sheet.BANNER, False, (PAPER,)), "sides=two-sided-long-edge"),
}


@pytest.mark.parametrize("what", ASKED)
def test_the_printer_is_told_the_sheet_and_the_edge(programs: Path, tmp_path: Path, what: str) -> None:
    lot, asked = ASKED[what]
    program(programs, "lp", f'echo "$@" > {tmp_path}/given; echo "request id is p-7 (1 file(s))"')
    print_files(Order("hukum", 1, True, (lot,)))
    assert (tmp_path / "given").read_text() == f"-d hukum -n 1 -o {asked} {PAPER}\n"


TWO_SHEETS = Order("hukum", 1, True, (Lot(Sheet.F4, False, (PAPER,)), Lot(Sheet.A4, True, (PAPER,))))


def test_each_sheet_is_a_job_of_its_own(programs: Path) -> None:
    program(
        programs, "lp", 'case "$*" in *A4*) echo "request id is p-8";; *) echo "request id is p-7";; esac'
    )
    assert print_files(TWO_SHEETS) == "p-7, p-8"


def test_a_refused_job_tells_which_were_accepted_before(programs: Path) -> None:
    refusing = 'case "$*" in *A4*) echo "lp: Bad." >&2; exit 1;; *) echo "request id is p-7";; esac'
    program(programs, "lp", refusing)
    with pytest.raises(Refused) as refused:
        print_files(TWO_SHEETS)
    assert str(refused.value) == (
        "Printer hukum menolak: lp: Bad. Tugas p-7 sudah diterima; cetak hanya yang belum."
    )


def test_the_number_of_the_job_is_returned(programs: Path) -> None:
    program(programs, "lp", 'echo "request id is ruang-hukum-12 (1 file(s))"')
    assert print_files(order()) == "ruang-hukum-12"


def test_what_lp_refuses_is_told(programs: Path) -> None:
    program(programs, "lp", 'echo "lp: The printer does not exist." >&2; exit 1')
    with pytest.raises(Refused, match="The printer does not exist"):
        print_files(order())


@pytest.mark.parametrize("typed", ["", "0", "100", "satu", "-1", "0001234", "²"])
def test_a_number_of_copies_that_nobody_means_is_refused(typed: str) -> None:
    assert copies_fault(typed) == "harus angka 1 sampai 99"


@pytest.mark.parametrize("typed", ["1", "99"])
def test_a_number_of_copies_is_taken(typed: str) -> None:
    assert copies_fault(typed) == ""
