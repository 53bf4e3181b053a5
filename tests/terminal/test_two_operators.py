"""Two people at one agreement, each with the program on a terminal of their own: nobody's words are lost."""

from __future__ import annotations

import json
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.event import CopyDeed, CopyHandled, Signed
from kampanye_tui.store.ledger import open_ledger
from kampanye_tui.store.workspace import load
from tests.signatories import named
from tests.terminal.desk import EDITED, EDITING, PROGRAM, READ, Desk, made_desk
from tests.terminal.emulator import Terminal
from tests.tui.copies_made import going_out
from tests.tui.desk import ID as OFFICE_ID
from tests.tui.desk import made_desk as made_office

pytestmark = pytest.mark.penuh

ID = "naskah-001"


@contextmanager
def colleague(desk: Desk, name: str = "operator2", waits_for: str = READ) -> Iterator[Terminal]:
    """Open the first agreement as somebody else does, who has a home of their own."""
    home = desk.home.with_name(f"rumah-{name}")
    home.mkdir(exist_ok=True)
    with desk.terminal(PROGRAM, "--operator", name, HOME=str(home)) as terminal:
        terminal.wait_for("▸")
        terminal.settle()
        terminal.press("enter")
        terminal.wait_for(waits_for)
        terminal.settle()
        yield terminal


def command(desk: Desk, *words: str) -> subprocess.CompletedProcess[str]:
    """Run a command in the office, as a third person does."""
    return subprocess.run(
        [PROGRAM, *words], cwd=desk.office, env=desk.env, capture_output=True, text=True, check=False
    )


def words_of(desk: Desk, clause_id: str = EDITED) -> str:
    """Return the words of a clause on the disk."""
    return next(one.text for one in load(desk.office, ID).agreement.clauses if one.id == clause_id)


def test_the_second_one_reads_and_is_told_who_writes_since_when(desk: Desk) -> None:
    with colleague(desk, "operator1"), colleague(desk) as second:
        assert "dibuka oleh operator1" in second.text
        assert "sejak" in second.text


def test_after_the_first_one_has_gone_nothing_is_held(desk: Desk) -> None:
    with colleague(desk, "operator1"):
        pass
    with colleague(desk) as second:
        assert "tersimpan" in second.text


def test_a_program_that_was_killed_holds_nothing(desk: Desk) -> None:
    with colleague(desk, "operator1") as first:
        first.signal(signal.SIGKILL)
        first.exit_code()
    with colleague(desk) as second:
        assert "tersimpan" in second.text


@pytest.mark.parametrize("host", ["laptop-balai", "komputer ini"])
def test_a_lease_that_a_dead_program_left_holds_nothing(desk: Desk, host: str) -> None:
    then = (datetime.now(UTC) - timedelta(hours=5)).isoformat()
    left = {"operator": "operator1", "komputer": host, "pid": 4_000_000, "sejak": then, "kabar": then}
    desk.agreement.with_name(".sewa").write_text(json.dumps(left))
    with colleague(desk) as second:
        assert "tersimpan" in second.text


def test_who_was_replaced_in_the_middle_of_typing_merges_both_wordings(desk: Desk) -> None:
    with colleague(desk, "operator1") as first:
        first.press("down", "enter")
        first.wait_for(EDITING)
        first.type(" SATU")
        first.wait_for("SATU")
        with colleague(desk) as second:
            second.press("T")
            second.wait_for("Ambil alih naskah?")
            second.press("y")
            second.wait_for("sekarang Anda pegang")
            second.press("down", "enter")
            second.wait_for(EDITING)
            second.type(" DUA")
            second.wait_for("DUA")
            second.press("f10")
            second.wait_for("Klausul diubah")
            first.press("f10")
            first.wait_for("menggabungkan versi yang menunggu")
        assert words_of(desk).endswith("DUA")
        first.press("T")
        first.wait_for("Ambil alih naskah?")
        first.press("y")
        first.wait_for("Gabungkan dua versi")
        first.wait_for("{+SATU+}")
        first.wait_for("{+DUA+}")
        first.press("s")
        first.wait_for("F10 menyimpannya")
        first.press("f10")
        first.wait_for("Digabungkan")
    assert words_of(desk).endswith("SATU")
    kept = (desk.agreement.parent / ".riwayat").glob("*.toml")
    assert any("DUA" in path.read_text() for path in kept)


def test_a_command_meets_a_clause_that_is_being_edited_on_a_screen(desk: Desk) -> None:
    with colleague(desk, "operator1") as first:
        first.press("down", "enter")
        first.wait_for(EDITING)
        first.type(" SATU")
        first.wait_for("SATU")
        assert command(desk, "klausul", "sunting", "alat-peraga", "--judul", "Alat").returncode == 0
        first.press("f10")
        first.wait_for("Gabungkan dua versi")
        first.press("f10")
        first.wait_for("Digabungkan")
    assert words_of(desk).endswith("SATU")
    assert 'judul = "Alat"' in desk.agreement.read_text()


def test_two_at_the_desk_record_beside_each_other(tmp_path: Path, agreement: Agreement) -> None:
    desk = made_desk(tmp_path, named(agreement))
    final = command(desk, "finalkan", ID)
    assert final.returncode == 0, final.stderr
    with colleague(desk, "operator1", "Langkah") as first, colleague(desk, "operator2", "Langkah") as second:
        for terminal in (first, second):
            terminal.press("7")
            terminal.wait_for("MEJA PENANDATANGANAN")
            terminal.settle()
        first.press("t")
        first.wait_for("1 / 25")
        second.press("t")
        second.wait_for("sudah tercatat: menandatangani (kejadian nomor 2)")
        second.press("down", "t")
        second.wait_for("2 / 25")
        first.press("t")
        first.wait_for("sudah tercatat: menandatangani (kejadian nomor 3)")
        first.press("down", "t")
        first.wait_for("3 / 25")
    events = open_ledger(desk.agreement.parent, ID).book.events
    signed = [(one.operator, one.party) for one in events if isinstance(one, Signed)]
    assert signed == [
        ("operator1", "partai-kebangkitan-bangsa"),
        ("operator2", "partai-gerakan-indonesia-raya"),
        ("operator1", "partai-demokrasi-indonesia-perjuangan"),
    ]
    assert command(desk, "verifikasi", ID).returncode == 0


def test_two_who_enter_receipts_record_each_copy_once(tmp_path: Path, agreement: Agreement) -> None:
    office = tmp_path / "kantor"
    office.mkdir()
    going_out(made_office(office, agreement))
    desk = Desk(tmp_path / "rumah", office)
    with colleague(desk, "operator1", "Langkah") as first, colleague(desk, "operator2", "Langkah") as second:
        for terminal in (first, second):
            terminal.press("9", "5", "t")
            terminal.wait_for("Diterima oleh")
            terminal.type("30-11-2023")
        first.press("f10")
        first.wait_for("nomor 5 diterima")
        second.press("f10")
        second.wait_for("tidak dapat")
    events = open_ledger(office / "naskah" / OFFICE_ID, OFFICE_ID).book.events
    received = [one for one in events if isinstance(one, CopyHandled) and one.copy == 5]
    assert [(one.deed, one.operator) for one in received[1:]] == [
        (CopyDeed.HANDED_OVER, "operator1"),
        (CopyDeed.RECEIVED, "operator1"),
    ]
