"""``gabungkan``: what both changed is refused with a list until it is said whose wording goes first."""

from __future__ import annotations

from pathlib import Path

import pytest

from kampanye_tui.agreement.edit_clauses import reword
from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.operator import AtWork
from kampanye_tui.store import at_work
from kampanye_tui.store.apart import Diverged
from kampanye_tui.store.workspace import load, save
from tests.unit.cli.office import Command

ID = "2023-kampanye-damai"
BOTH = "alat-peraga"


def part(workspace: Path, ours: Agreement, theirs: Agreement) -> None:
    """Save one text, and be refused with the other."""
    kept = load(workspace, ID)
    save(kept, theirs)
    with pytest.raises(Diverged):
        save(kept, ours)


@pytest.fixture
def parted(office: Path, kampanye: Command) -> Path:
    """An office where a clause was worded by both, and another by each alone."""
    kampanye("baru")
    text = load(office, ID).agreement
    ours = reword(reword(text, BOTH, title="Alat Kami"), "asas-bersama", title="Asas Kami")
    theirs = reword(reword(text, BOTH, title="Alat Mereka"), "tanpa-politik-uang", title="Tanpa Uang")
    part(office, ours, theirs)
    return office


def titles(office: Path) -> dict[str, str]:
    """Return the titles of the clauses by their ids."""
    return {one.id: one.title for one in load(office, ID).agreement.clauses}


def test_what_both_changed_is_refused_with_both_wordings(parted: Path, kampanye: Command) -> None:
    ran = kampanye("gabungkan")
    assert ran.code == 1
    assert "Versi Anda: “Alat Kami”; di berkas: “Alat Mereka”" in ran.err


def test_refused_nothing_is_changed(parted: Path, kampanye: Command) -> None:
    kampanye("gabungkan")
    assert (titles(parted)[BOTH], titles(parted)["asas-bersama"] == "Asas Kami") == ("Alat Mereka", False)


@pytest.mark.parametrize(("first", "title"), [("saya", "Alat Kami"), ("mereka", "Alat Mereka")])
def test_whose_wording_goes_first_stands(parted: Path, kampanye: Command, first: str, title: str) -> None:
    assert kampanye("gabungkan", "--dahulukan", first).code == 0
    assert titles(parted)[BOTH] == title


@pytest.mark.parametrize("first", ["saya", "mereka"])
def test_what_only_one_changed_comes_from_both(parted: Path, kampanye: Command, first: str) -> None:
    kampanye("gabungkan", "--dahulukan", first)
    now = titles(parted)
    assert (now["asas-bersama"], now["tanpa-politik-uang"]) == ("Asas Kami", "Tanpa Uang")


def test_the_account_says_what_came_from_whom(parted: Path, kampanye: Command) -> None:
    told = kampanye("gabungkan", "--dahulukan", "saya").out.splitlines()
    assert told == [
        "dari versi Anda: ~ klausul Asas Kami: judul: “Asas dan Dasar Bersama” → “Asas Kami”",
        "dari versi Anda: ~ klausul Alat Kami: judul: “Alat Mereka” → “Alat Kami”",
        "dari berkas: ~ klausul Tanpa Uang: judul: “Tanpa Politik Uang” → “Tanpa Uang”",
    ]


def test_tried_only_nothing_is_saved(parted: Path, kampanye: Command) -> None:
    kampanye("gabungkan", "--dahulukan", "saya", "--coba")
    assert titles(parted)[BOTH] == "Alat Mereka"


def test_what_was_merged_no_longer_waits(parted: Path, kampanye: Command) -> None:
    kampanye("gabungkan", "--dahulukan", "saya")
    assert "Tidak ada versi yang menunggu" in kampanye("gabungkan").err


def test_a_merge_is_undone_to_the_file_as_it_was(parted: Path, kampanye: Command) -> None:
    path = parted / "naskah" / ID / "naskah.toml"
    before = path.read_bytes()
    kampanye("gabungkan", "--dahulukan", "saya")
    kampanye("urungkan")
    assert path.read_bytes() == before


def test_a_reader_merges_nothing(parted: Path, kampanye: Command) -> None:
    with (parted / "kampanye.toml").open("a") as stream:
        stream.write('\n[[operator]]\nnama = "Tono"\nperan = "pembaca"\n')
    ran = kampanye("--operator", "Tono", "gabungkan", "--dahulukan", "saya")
    at_work.begin(AtWork())
    assert (ran.code, titles(parted)[BOTH]) == (1, "Alat Mereka")
    assert ran.err.startswith("Peran Anda pembaca; ")
