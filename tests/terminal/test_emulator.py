"""The terminal that tests use, with programs of a few lines."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.terminal.emulator import Terminal, sent_by

pytestmark = pytest.mark.penuh

RAW = """
import os, sys, tty, time, signal
tty.setraw(0)
def say(text): os.write(1, text.encode())
def key(): return os.read(0, 1000)
"""
"""What programs begin with: keys come at once, and are not echoed."""
ECHO = RAW + "say('siap\\r\\n')\nwhile True: say(key().hex() + ' ')"
"""Says each key that comes."""

Run = Callable[..., Terminal]


@pytest.fixture
def run() -> Iterator[Run]:
    """Run a program of Python; what still runs is killed at the end."""
    with ExitStack() as stack:

        def start(program: str, **more: int | str | Path) -> Terminal:
            argv = [sys.executable, "-ISc", program]
            return stack.enter_context(Terminal(argv, {"PATH": os.environ["PATH"]}, **more))

        yield start


def test_the_screen_shows_what_the_program_prints(run: Run) -> None:
    terminal = run("print('satu  ')\nprint('dua')", rows=3)
    terminal.exit_code()
    assert terminal.screen == ["satu", "dua", ""]


def test_the_program_is_told_the_size(run: Run) -> None:
    terminal = run("import os; print(*os.get_terminal_size())", columns=120, rows=40)
    terminal.wait_for("120 40")


def test_the_program_is_told_the_kind_of_terminal(run: Run) -> None:
    terminal = run("import os; print(sorted(os.environ.items()))", term="linux", columns=200)
    terminal.wait_for("('TERM', 'linux')")


def test_the_program_has_no_other_variables(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RAHASIA", "satu")
    terminal = run("import os; print('RAHASIA' in os.environ)")
    terminal.wait_for("False")


def test_the_program_runs_in_its_folder(run: Run, tmp_path: Path) -> None:
    (tmp_path / "di-sini").touch()
    terminal = run("import os; print(os.listdir())", cwd=tmp_path)
    terminal.wait_for("['di-sini']")


def test_what_does_not_come_fails_with_the_screen(run: Run) -> None:
    terminal = run("print('satu', flush=True); input()")
    terminal.wait_for("satu")
    with pytest.raises(AssertionError, match="'dua' did not come; the screen:\nsatu"):
        terminal.wait_for("dua", 0.1)


@pytest.mark.parametrize(
    ("key", "sent"),
    [
        ("enter", b"\r"),
        ("down", b"\x1b[B"),
        ("shift+tab", b"\x1b[Z"),
        ("f1", b"\x1bOP"),
        ("f5", b"\x1b[15~"),
        ("f10", b"\x1b[21~"),
        ("f12", b"\x1b[24~"),
        ("ctrl+p", b"\x10"),
        ("alt+x", b"\x1bx"),
        ("a", b"a"),
        ("é", b"\xc3\xa9"),
        ("+", b"+"),
    ],
)
def test_a_key_sends_what_xterm_sends(key: str, sent: bytes) -> None:
    assert sent_by(key) == sent


@pytest.mark.parametrize("key", ["entre", "ctrl+", "ctrl+F5", "shift+a", ""])
def test_a_key_that_no_terminal_has_is_refused(key: str) -> None:
    with pytest.raises(ValueError, match="no key is called"):
        sent_by(key)


def test_keys_reach_the_program(run: Run) -> None:
    terminal = run(ECHO)
    terminal.wait_for("siap")
    terminal.press("up")
    terminal.wait_for("1b5b41")


def test_the_key_after_escape_is_a_key_of_its_own(run: Run) -> None:
    terminal = run(ECHO)
    terminal.wait_for("siap")
    terminal.press("escape", "a")
    terminal.wait_for("1b 61")


def test_typed_text_reaches_the_program_with_enter_for_line_ends(run: Run) -> None:
    terminal = run(ECHO)
    terminal.wait_for("siap")
    terminal.type("é\n")
    terminal.wait_for("c3a90d")


def test_long_text_reaches_the_program_whole(run: Run) -> None:
    terminal = run(RAW + "say('siap')\nn = 0\nwhile n < 20000: n += len(key())\nsay(f' {n} huruf')")
    terminal.wait_for("siap")
    terminal.type("a" * 20000)
    terminal.wait_for("20000 huruf")


def test_the_bytes_of_keys_are_counted_and_nothing_before_them(run: Run) -> None:
    terminal = run(RAW + "say('x' * 5000)\nwhile True:\n key(); say('y'); time.sleep(0.1); say('z' * 9)")
    assert terminal.bytes_of("down") == b"y" + b"z" * 9


def test_a_program_that_idles_sends_nothing(run: Run) -> None:
    terminal = run(ECHO)
    terminal.settle()
    assert terminal.during(0.3) == b""


def test_a_program_that_never_rests_fails(run: Run) -> None:
    terminal = run(RAW + "while True: say('x'); time.sleep(0.01)")
    with pytest.raises(AssertionError, match="does not come to rest"):
        terminal.settle(patience=0.5)


def test_bytes_that_come_meanwhile_are_seen(run: Run) -> None:
    terminal = run(RAW + "while True: say('x'); time.sleep(0.02)")
    terminal.wait_for("x")
    assert len(terminal.during(0.3)) > 1


@pytest.mark.parametrize("said", ["say('\\x1b[?2026$p')", "say('\\x1b[?20'); time.sleep(0.1); say('26$p')"])
def test_a_question_for_whole_frames_is_answered_once(run: Run, said: str) -> None:
    terminal = run(RAW + said + "\nsay(key().hex())\nsay(' ' + key().hex())")
    terminal.wait_for(b"\x1b[?2026;2$y".hex())
    terminal.settle(0.2)
    terminal.press("a")
    terminal.wait_for("79 61")


def test_the_cursor_is_where_the_program_puts_it(run: Run) -> None:
    terminal = run(RAW + "say('\\x1b[5;11H'); key()")
    terminal.settle()
    assert terminal.cursor == (10, 4)


def test_a_hidden_cursor_is_known(run: Run) -> None:
    terminal = run(RAW + "say('\\x1b[?25l'); key()")
    terminal.settle()
    assert terminal.cursor_hidden


def test_a_cell_has_its_colours(run: Run) -> None:
    terminal = run(RAW + "say('\\x1b[31;7mX'); key()")
    terminal.settle()
    assert (terminal.cell(0, 0).data, terminal.cell(0, 0).fg, terminal.cell(0, 0).reverse) == (
        "X",
        "red",
        True,
    )


@pytest.mark.parametrize(
    "said", ["say('a\\x1b[>25ub\\x1b[<uc')", "say('a\\x1b[<'); time.sleep(0.1); say('ubc')"]
)
def test_sequences_of_the_kitty_keyboard_are_no_text(run: Run, said: str) -> None:
    terminal = run(RAW + said + "; key()")
    terminal.wait_for("abc")


def test_a_letter_cut_in_the_middle_is_whole_on_the_screen(run: Run) -> None:
    terminal = run(RAW + "os.write(1, b'\\xe2\\x80'); time.sleep(0.1); os.write(1, b'\\x94|'); key()")
    terminal.wait_for("—|")


def test_the_program_is_told_a_new_size(run: Run) -> None:
    told = "signal.signal(signal.SIGWINCH, lambda *_: say(repr(tuple(os.get_terminal_size()))))"
    terminal = run(RAW + told + "\nsay('siap ')\nwhile True: time.sleep(1)")
    terminal.wait_for("siap")
    terminal.resize(100, 30)
    terminal.wait_for("(100, 30)")


def test_a_new_size_is_that_of_the_screen(run: Run) -> None:
    terminal = run(ECHO)
    terminal.resize(100, 30)
    assert len(terminal.screen) == 30


def test_the_exit_code_is_that_of_the_program(run: Run) -> None:
    assert run("raise SystemExit(3)").exit_code() == 3


def test_what_a_program_says_last_is_on_the_screen(run: Run) -> None:
    terminal = run("print('x' * 50000 + 'selesai')")
    terminal.exit_code()
    assert "selesai" in terminal.text


def test_a_program_that_is_not_there_ends_with_127() -> None:
    with Terminal(["/tidak/ada"], {}) as terminal:
        assert terminal.exit_code() == 127


def test_a_program_that_does_not_end_fails(run: Run) -> None:
    with pytest.raises(AssertionError, match="does not end"):
        run(ECHO).exit_code(0.3)


def test_a_signal_ends_the_program(run: Run) -> None:
    terminal = run(ECHO)
    terminal.wait_for("siap")
    terminal.signal(signal.SIGTERM)
    assert terminal.exit_code() == -signal.SIGTERM


def test_cutting_the_line_hangs_up(run: Run) -> None:
    # It reads nothing: a reader may see the end of its input before the signal.
    terminal = run("import signal; print('siap', flush=True); signal.pause()")
    terminal.wait_for("siap")
    terminal.hang_up()
    assert terminal.exit_code() == -signal.SIGHUP


def test_memory_counts_what_the_program_has_had(run: Run) -> None:
    terminal = run("a = b'x' * 60_000_000; del a; print('siap', flush=True); input()")
    terminal.wait_for("siap")
    assert 60_000 < terminal.memory < 150_000


def test_what_still_runs_is_killed_at_the_end() -> None:
    with Terminal([sys.executable, "-ISc", ECHO], {}) as terminal:
        terminal.wait_for("siap")
    with pytest.raises(ProcessLookupError):
        os.kill(terminal.pid, 0)
