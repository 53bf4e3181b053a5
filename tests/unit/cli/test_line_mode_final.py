"""``susun --baris`` up to the final text: what stands in the way is told, nothing is final without a yes."""

from __future__ import annotations

from pathlib import Path

import pytest

from kampanye_tui.model.event import Finalised, Overridden
from kampanye_tui.model.state import Phase
from kampanye_tui.store.draft import Draft
from kampanye_tui.store.ledger import open_ledger, state_of
from kampanye_tui.store.settings import data_home
from kampanye_tui.store.workspace import load
from tests.unit.cli.office import Command, Ran, Susun, without_supervisor

ID = "2023-kampanye-damai"
PLACED = ("1", "4", "Balai Kota", ".")


@pytest.fixture
def made(office: Path, kampanye: Command) -> Path:
    """An office with a saved agreement."""
    kampanye("baru")
    return office


@pytest.fixture
def faulty(office: Path, kampanye: Command) -> Path:
    """An office whose agreement has a finding of level wajib."""
    without_supervisor(office)
    kampanye("baru")
    return office


def said(ran: Ran) -> str:
    """Return what was said, wherever its lines end."""
    return " ".join(ran.err.split())


def phase(office: Path) -> Phase:
    """Return where the agreement stands."""
    return state_of(office, load(office, ID).agreement).phase


def events(office: Path, kind: type) -> list:
    """Return what the ledger says of a kind."""
    found = open_ledger(office / "naskah" / ID, ID).book.events
    return [one for one in found if isinstance(one, kind)]


@pytest.mark.penuh
def test_the_next_step_names_the_letter_that_makes_it_final(made: Path, susun: Susun) -> None:
    assert "siap difinalkan; pilih f, atau bahas dahulu" in said(susun(*PLACED, "0"))


def test_after_a_yes_the_text_is_final(made: Path, susun: Susun) -> None:
    susun(*PLACED, "f", "y", "0")
    assert phase(made) is Phase.FINAL


@pytest.mark.penuh
def test_what_it_means_is_told_before_it_is_asked(made: Path, susun: Susun) -> None:
    shown = said(susun(*PLACED, "f", "y", "0"))
    assert shown.index("Naskah final tidak berubah lagi") < shown.index("Finalkan sekarang?")


@pytest.mark.penuh
def test_the_code_is_told_and_who_it_was_is_kept(made: Path, susun: Susun) -> None:
    shown = said(susun(*PLACED, "f", "y", "0"))
    assert "Naskah final, revisi 1, kode naskah " in shown
    assert [one.operator for one in events(made, Finalised)] == ["petugas-uji"]


def test_without_a_yes_nothing_is_recorded(made: Path, susun: Susun) -> None:
    susun(*PLACED, "f", "", "0")
    assert phase(made) is Phase.DRAFT


@pytest.mark.penuh
def test_what_stands_in_the_way_is_told(faulty: Path, susun: Susun) -> None:
    assert "Menghalangi: " in said(susun(*PLACED, "f", "", "0"))


@pytest.mark.penuh
def test_in_the_way_of_something_it_is_not_final_without_a_reason(faulty: Path, susun: Susun) -> None:
    susun(*PLACED, "f", "", "0")
    assert phase(faulty) is Phase.DRAFT


def test_with_a_reason_it_is_final_and_the_reason_is_kept(faulty: Path, susun: Susun) -> None:
    susun(*PLACED, "f", "Bawaslu berhalangan", "y", "0")
    assert phase(faulty) is Phase.FINAL
    assert {one.reason for one in events(faulty, Overridden)} == {"Bawaslu berhalangan"}


def test_a_final_text_is_offered_no_more_and_the_next_commands_are_named(made: Path, susun: Susun) -> None:
    shown = said(susun(*PLACED, "f", "y", "0")).rpartition("Naskah final, revisi 1")[2]
    assert ": final revisi 1; " in shown
    assert "dengan perintah: kampanye tandatangan Menu:" in shown
    assert "Finalkan" not in shown


@pytest.mark.penuh
def test_an_edit_of_a_final_text_says_that_it_is_a_new_revision(made: Path, susun: Susun) -> None:
    susun(*PLACED, "f", "y", "0")
    shown = said(susun("2", "1", "2", "Asas Lain", ".", ".", "0"))
    assert "Naskah final r01 tetap ada; ini konsep r02, ditandatangani lagi." in shown
    assert ": konsep revisi 2; " in shown


def test_a_new_revision_asks_why(made: Path, susun: Susun) -> None:
    susun(*PLACED, "f", "y", "0")
    susun("2", "1", "2", "Asas Lain", ".", ".", "f", "Atas permintaan PKB", "y", "0")
    assert [one.reason for one in events(made, Finalised)] == ["", "Atas permintaan PKB"]


@pytest.mark.penuh
def test_a_reader_is_told_before_anything_is_asked(made: Path, susun: Susun) -> None:
    susun(*PLACED, "0")
    holder = Draft.open(made, ID, operator="siti", home=data_home())
    shown = said(susun("", "f", "0"))
    holder.close()
    assert "Finalkan sekarang?" not in shown
    assert phase(made) is Phase.DRAFT


def test_a_ledger_that_cannot_be_read_is_told_and_the_text_is_worked_on(made: Path, susun: Susun) -> None:
    susun(*PLACED, "f", "y", "0")
    book = made / "naskah" / ID / "buku.jsonl"
    book.write_bytes(book.read_bytes().replace(b"revisi", b"r3visi"))
    ran = susun("5", ".", "0")
    assert "catatan kejadian tidak terbaca" in said(ran)
    assert (ran.code, "Dokumen:" in ran.err) == (0, True)
