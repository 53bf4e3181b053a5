"""An error that nobody foresaw, in the middle of typing: a sentence, a log, and nothing lost."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from kampanye_tui.model.agreement import Agreement
from kampanye_tui.store.workspace import load
from tests.terminal.desk import EDITING, LISTED, READ, Desk, made_desk, restored

pytestmark = pytest.mark.penuh

BROKEN = """
import kampanye_tui.agreement.entries as entries

def broken(typed, file=""):
    name = "Nama Yang Rahasia"
    raise RuntimeError("rusak")

entries.clause_text_of = broken

from kampanye_tui.__main__ import main
main()
"""
"""The program, whose editor fails when a clause is done."""
TYPED = "terdahulu"


class Crash(NamedTuple):
    """What is left of a program that failed."""

    desk: Desk
    code: int
    output: bytes

    @property
    def told(self) -> str:
        """What stands on the screen that the program gave back."""
        return self.output.rpartition(b"\x1b[?1049l")[2].decode()

    @property
    def log(self) -> Path:
        """The file that tells where the error came from."""
        return self.desk.data / "kesalahan.log"


def crashed(desk: Desk, **variables: str) -> Crash:
    """Run the broken program until it fails."""
    with desk.terminal(sys.executable, "-c", BROKEN, **variables) as terminal:
        for shown, keys in ((LISTED, ["enter"]), (READ, ["down", "enter"]), (EDITING, [])):
            terminal.wait_for(shown)
            terminal.settle()
            terminal.press(*keys)
        terminal.type(f" {TYPED}")
        terminal.wait_for(TYPED)
        terminal.press("f10")
        return Crash(desk, terminal.exit_code(), bytes(terminal.output))


@pytest.fixture(scope="module")
def crash(tmp_path_factory: pytest.TempPathFactory, agreement: Agreement) -> Crash:
    """A crash."""
    return crashed(made_desk(tmp_path_factory.mktemp("rusak"), agreement))


def test_it_ends_with_2(crash: Crash) -> None:
    assert crash.code == 2


def test_the_operator_is_told_in_plain_words(crash: Crash) -> None:
    assert "Program berhenti karena kesalahan yang tidak terduga; naskah Anda sudah disimpan." in crash.told


def test_the_operator_is_told_where_the_log_is(crash: Crash) -> None:
    assert str(crash.log) in crash.told


def test_no_traceback_is_shown(crash: Crash) -> None:
    assert b"Traceback" not in crash.output


def test_whoever_looks_for_the_fault_is_shown_the_traceback(desk: Desk) -> None:
    told = crashed(desk, KAMPANYE_JEJAK="1").told
    assert ("Traceback" in told, "RuntimeError" in told) == (True, True)


def test_the_terminal_is_given_back(crash: Crash) -> None:
    assert set(restored(crash.output).values()) == {True}


def test_the_log_tells_where_it_happened(crash: Crash) -> None:
    assert "in broken" in crash.log.read_text()


def test_the_log_holds_no_values(crash: Crash) -> None:
    assert TYPED not in crash.log.read_text()


def test_the_log_is_for_the_operator_alone(crash: Crash) -> None:
    assert crash.log.stat().st_mode & 0o077 == 0


def test_the_agreement_is_whole(crash: Crash, agreement: Agreement) -> None:
    assert load(crash.desk.office, "naskah-001").agreement.clauses == agreement.clauses


def test_the_typing_is_offered_by_the_next_start(crash: Crash) -> None:
    with crash.desk.listed() as terminal:
        terminal.press("enter")
        terminal.wait_for("Tekan y")
        assert TYPED in terminal.text


def test_a_log_that_cannot_be_written_does_not_hide_what_happened(desk: Desk) -> None:
    (desk.data / "kesalahan.log").mkdir(parents=True)
    crash = crashed(desk)
    assert ("Program berhenti" in crash.told, "Catatannya tidak dapat ditulis" in crash.told) == (True, True)
