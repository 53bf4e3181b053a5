"""``tandatangan lembar``: a control sheet is written empty, tried, and entered as a whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.cli.office import Command, with_signatories

HEAD = "urut;hasil;pukul;paling_lambat\r\n"
ENTRY = ("tandatangan", "lembar", "lembar.csv")


@pytest.fixture
def final(office: Path, kampanye: Command) -> Path:
    """An office whose only agreement is final; returns the ledger."""
    with_signatories(office)
    kampanye("baru")
    assert kampanye("finalkan", "--waktu", "27-11-2023 16.00").code == 0
    (path,) = office.glob("naskah/*/buku.jsonl")
    return path


def filled(*rows: str) -> None:
    """Write a sheet with these rows into the folder where commands run."""
    Path("lembar.csv").write_text(HEAD + "".join(f"{row}\r\n" for row in rows), newline="")


def entries(ledger: Path) -> int:
    return ledger.read_bytes().count(b"\n")


def test_the_empty_sheet_goes_to_the_file_that_is_named(final: Path, kampanye: Command) -> None:
    kampanye("tandatangan", "lembar", "--kosong", "-o", "lembar.csv")
    assert Path("lembar.csv").read_bytes().count(b"\r\n") == 26


def test_the_empty_sheet_goes_to_stdout_when_no_file_is_named(final: Path, kampanye: Command) -> None:
    assert "\n14;partai-demokrat;1;" in kampanye("tandatangan", "lembar", "--kosong").out.replace("\r", "")


def test_a_sheet_that_was_filled_is_not_overwritten_unasked(final: Path, kampanye: Command) -> None:
    filled("1;menandatangani;10.05;")
    assert kampanye("tandatangan", "lembar", "--kosong", "-o", "lembar.csv").code == 1


def test_a_whole_sheet_is_entered_with_its_hours(final: Path, kampanye: Command) -> None:
    filled("2;tidak hadir;10.10;", "1;menandatangani;10.05;")
    ran = kampanye(*ENTRY)
    assert (ran.code, ran.out, ran.err) == (
        0,
        "28-11-2023 10.05  PKB: menandatangani\n28-11-2023 10.10  Gerindra: tidak hadir\n",
        "Tercatat: 2 hasil.\n",
    )


def test_a_trial_shows_the_same_and_records_nothing(final: Path, kampanye: Command) -> None:
    filled("1;menandatangani;10.05;")
    ran = kampanye(*ENTRY, "--coba")
    assert (ran.out, "Belum dicatat: 1 hasil" in ran.err, entries(final)) == (
        "28-11-2023 10.05  PKB: menandatangani\n",
        True,
        1,
    )


def test_every_fault_is_told_and_no_row_is_recorded(final: Path, kampanye: Command) -> None:
    filled("1;menandatangani;10.05;", "2;mungkin;10.10;", "3;menyusul;10.15;")
    ran = kampanye(*ENTRY)
    told = [line.partition(": ")[0] for line in ran.err.splitlines()]
    assert (ran.code, told, entries(final)) == (
        2,
        ['lembar.csv, baris 3, kolom "hasil"', 'lembar.csv, baris 4, kolom "paling_lambat"'],
        1,
    )


def test_a_sheet_without_outcomes_records_nothing(final: Path, kampanye: Command) -> None:
    filled("1;;;")
    assert (kampanye(*ENTRY).err, entries(final)) == ("Tidak ada hasil pada lembar ini.\n", 1)


@pytest.mark.parametrize("given", [(), ("lembar.csv", "--kosong")])
def test_either_a_sheet_or_an_empty_one_is_asked_for(
    given: tuple[str, ...], final: Path, kampanye: Command
) -> None:
    ran = kampanye("tandatangan", "lembar", *given)
    assert (ran.code, "Sebutkan satu saja" in ran.err) == (2, True)
