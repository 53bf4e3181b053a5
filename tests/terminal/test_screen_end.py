"""The line goes dead in the middle of typing: the agreement is whole, the next start offers the typing."""

from __future__ import annotations

import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from kampanye_tui.model.agreement import Agreement
from kampanye_tui.store.workspace import load
from kampanye_tui.tui.hangup import GRACE
from tests.terminal.desk import EDITED, EDITED_TITLE, Desk, made_desk, restored
from tests.terminal.emulator import Terminal

pytestmark = pytest.mark.penuh

SECOND = 1.0
"""The most typing that may be missing, in seconds."""
EARLIER, LATE = "terdahulu", "terkemudian"
"""Typed before and after that second; single words, which no line end can part."""


def hung_up(terminal: Terminal) -> None:
    """The connection is lost; the kernel tells the program."""
    terminal.hang_up()
    terminal.exit_code()


def terminated(terminal: Terminal) -> None:
    """The host shuts down."""
    terminal.signal(signal.SIGTERM)
    terminal.exit_code()


def killed(terminal: Terminal) -> None:
    """The program has no chance: a power cut, or no memory."""
    terminal.signal(signal.SIGKILL)
    terminal.exit_code()


def frozen(terminal: Terminal) -> None:
    """Nobody reads what the program sends until it is stuck in sending; then the connection is lost."""
    for _number in range(100):
        # Paints much and changes nothing.
        terminal.press(*["left", "right"] * 10)
        time.sleep(0.02)
    terminal.hang_up()
    terminal.exit_code()


ENDS: dict[str, Callable[[Terminal], None]] = {
    "SIGHUP": hung_up,
    "SIGTERM": terminated,
    "SIGKILL": killed,
    "a frozen line": frozen,
}


def typed_until(desk: Desk, end: Callable[[Terminal], None]) -> None:
    """Type, wait a second, type again, and end."""
    with desk.editing() as terminal:
        terminal.type(f" {EARLIER}")
        terminal.during(SECOND)
        terminal.type(f" {LATE}")
        terminal.wait_for(LATE)
        end(terminal)


@pytest.fixture(scope="module", params=ENDS)
def ended(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, agreement: Agreement
) -> Desk:
    """A desk where a session ended in the middle of typing."""
    desk = made_desk(tmp_path_factory.mktemp("putus"), agreement)
    typed_until(desk, ENDS[request.param])
    return desk


def test_the_agreement_is_whole_and_as_it_was(ended: Desk, agreement: Agreement) -> None:
    found = load(ended.office, "naskah-001").agreement
    assert found.clauses == agreement.clauses


def test_typing_older_than_a_second_is_on_the_disk(ended: Desk) -> None:
    (journal,) = (ended.data / "jurnal").iterdir()
    assert EARLIER in journal.read_text()


@contextmanager
def offered(desk: Desk) -> Iterator[Terminal]:
    """Open the agreement after a session that ended; the question stands on the screen."""
    with desk.listed() as terminal:
        terminal.press("enter")
        terminal.wait_for("Tekan y untuk melanjutkan")
        terminal.settle()
        yield terminal


def test_the_next_start_offers_the_typing(ended: Desk) -> None:
    with offered(ended) as terminal:
        assert EARLIER in terminal.text


def test_saying_yes_brings_the_typing_into_the_editor(ended: Desk) -> None:
    with offered(ended) as terminal:
        terminal.press("y")
        terminal.wait_for(EDITED_TITLE)
        terminal.settle()
        assert EARLIER in terminal.text


def test_saying_no_leaves_the_typing_where_it_was(ended: Desk) -> None:
    with offered(ended) as terminal:
        terminal.press("t")
        terminal.wait_for("muncul lagi")
        (journal,) = (ended.data / "jurnal").iterdir()
        assert EARLIER in journal.read_text()
        assert EARLIER not in terminal.text
        terminal.press("down", "enter")
        terminal.wait_for(EDITED_TITLE)
        terminal.settle()
        assert EARLIER in terminal.text


@pytest.mark.parametrize("end", [hung_up, terminated])
def test_what_was_typed_last_is_saved_where_the_program_is_told_of_its_end(
    desk: Desk, end: Callable[[Terminal], None]
) -> None:
    typed_until(desk, end)
    (journal,) = (desk.data / "jurnal").iterdir()
    assert LATE in journal.read_text()


def test_sigterm_ends_with_the_code_of_the_signal(desk: Desk) -> None:
    with desk.editing() as terminal:
        terminal.signal(signal.SIGTERM)
        assert terminal.exit_code() == 128 + signal.SIGTERM


def test_sigterm_gives_the_terminal_back(desk: Desk) -> None:
    with desk.editing() as terminal:
        terminated(terminal)
        assert set(restored(terminal.output).values()) == {True}


def test_a_line_that_is_lost_ends_the_program(desk: Desk) -> None:
    with desk.editing() as terminal:
        terminal.hang_up()
        terminal.exit_code()


def test_half_of_the_three_seconds_in_which_it_ends_may_pass_while_a_screen_is_stuck() -> None:
    assert GRACE <= 1.5


def test_an_edit_before_the_end_is_in_the_file(desk: Desk, tmp_path: Path) -> None:
    with desk.editing() as terminal:
        terminal.type(f" {EARLIER}")
        terminal.press("f10")
        terminal.wait_for("Klausul diubah")
        killed(terminal)
    edited = next(one for one in load(desk.office, "naskah-001").agreement.clauses if one.id == EDITED)
    assert edited.text.rstrip().endswith(EARLIER)
