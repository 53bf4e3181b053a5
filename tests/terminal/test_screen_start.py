"""The program on terminals of several kinds: it starts, can be read, and leaves the terminal as it was."""

from __future__ import annotations

import re
import shutil
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.terminal.desk import LISTED, PROGRAM, Desk, restored
from tests.terminal.emulator import Terminal

pytestmark = pytest.mark.penuh

MARK = "▸"
KINDS = ({"term": "xterm-256color"}, {"term": "xterm"}, {"term": "linux"}, {"NO_COLOR": "1"})
every_kind = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: " ".join(kind.values()))


def left(terminal: Terminal) -> int:
    """Leave the program."""
    terminal.press("f12")
    return terminal.exit_code()


def pointed(terminal: Terminal) -> int:
    """Return the line of the row that is pointed at."""
    (line,) = [number for number, text in enumerate(terminal.screen) if text.startswith(MARK)]
    return line


def sequences(output: bytes, letters: bytes) -> set[bytes]:
    """Return all control sequences that end with one of these letters."""
    return set(re.findall(rb"\x1b\[[<=>?]?[0-9;]*[" + letters + rb"]", output))


def test_the_list_comes_with_the_office_and_the_keys(desk: Desk) -> None:
    with desk.listed() as terminal:
        first, last = terminal.screen[0], terminal.screen[-1]
    assert ("KPU Kota Tangerang Selatan" in first, last.startswith(" Enter buka")) == (True, True)


@every_kind
def test_the_pointed_row_has_a_mark(desk: Desk, kind: dict[str, str]) -> None:
    with desk.listed(**kind) as terminal:
        assert "Kampanye Damai ke-1" in terminal.screen[pointed(terminal)]


@every_kind
def test_the_pointed_row_is_reversed(desk: Desk, kind: dict[str, str]) -> None:
    with desk.listed(**kind) as terminal:
        line = pointed(terminal)
        assert {terminal.cell(column, line).reverse for column in range(80)} == {True}


def test_no_colours_are_sent_where_none_are_wanted(desk: Desk) -> None:
    with desk.opened(NO_COLOR="1") as terminal:
        numbers = {n for found in sequences(terminal.output, b"m") for n in found[2:-1].split(b";")}
    assert {
        n for n in numbers if n[:1] in (b"3", b"4", b"9") and n not in (b"3", b"4", b"9", b"39", b"49")
    } == set()


@pytest.mark.parametrize("term", ["xterm", "linux"])
def test_a_terminal_of_16_colours_is_sent_no_others(desk: Desk, term: str) -> None:
    with desk.opened(term=term) as terminal:
        assert [
            found for found in sequences(terminal.output, b"m") if b"8;5;" in found or b"8;2;" in found
        ] == []


def test_the_mouse_stays_the_terminals(desk: Desk) -> None:
    with desk.opened() as terminal:
        left(terminal)
        asked = sequences(terminal.output, b"h")
    assert [mode for mode in asked if re.search(rb"\?(9|100[0-356]|1015)h", mode)] == []


def test_the_kitty_keyboard_is_not_asked_for(desk: Desk) -> None:
    with desk.opened() as terminal:
        left(terminal)
        assert [found for found in sequences(terminal.output, b"u") if found[2:3] in b">="] == []


def test_nothing_blinks(desk: Desk) -> None:
    with desk.editing() as terminal:
        terminal.type("kata")
        terminal.settle()
        styles = {n for found in sequences(terminal.output, b"m") for n in found[2:-1].split(b";")}
    assert styles & {b"5", b"6"} == set()


def test_leaving_ends_with_0(desk: Desk) -> None:
    with desk.opened() as terminal:
        assert left(terminal) == 0


@pytest.mark.parametrize("term", ["xterm-256color", "linux"])
def test_leaving_gives_the_terminal_back(desk: Desk, term: str) -> None:
    with desk.opened(term=term) as terminal:
        left(terminal)
        assert set(restored(terminal.output).values()) == {True}


def test_leaving_prints_nothing(desk: Desk) -> None:
    with desk.opened() as terminal:
        left(terminal)
        after = terminal.output.rpartition(b"\x1b[?1049l")[2]
    assert re.sub(rb"\x1b\[[?<>=]?[0-9;]*[A-Za-z]", b"", after) == b""


@pytest.mark.parametrize("closed", ["stdin", "stdout", "stderr"])
def test_without_a_terminal_it_says_which_commands_to_use(desk: Desk, closed: str) -> None:
    redirected = {"stdin": "</dev/null", "stdout": "| cat", "stderr": "2>&1 | cat"}[closed]
    with desk.terminal("/bin/bash", "-o", "pipefail", "-c", f"{PROGRAM} {redirected}") as terminal:
        code = terminal.exit_code()
        assert (code, b"susun --baris" in terminal.output) == (2, True)


@pytest.mark.parametrize("term", ["dumb", ""])
def test_a_terminal_without_a_cursor_is_refused(desk: Desk, term: str) -> None:
    with desk.terminal(term=term) as terminal:
        code = terminal.exit_code()
        assert (code, b"export TERM=xterm-256color" in terminal.output) == (2, True)


@pytest.mark.parametrize(
    "variables",
    [
        {"PYTHONIOENCODING": "latin-1"},
        {"LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    ],
    ids=["PYTHONIOENCODING", "LC_ALL"],
)
def test_a_terminal_that_is_not_utf_8_is_refused(desk: Desk, variables: dict[str, str]) -> None:
    with desk.terminal(**variables) as terminal:
        code = terminal.exit_code()
        assert (code, b"export LANG=C.UTF-8" in terminal.output) == (2, True)


@pytest.mark.parametrize(
    ("term", "variables"),
    [("dumb", {}), ("xterm", {"PYTHONIOENCODING": "latin-1"})],
    ids=["TERM", "encoding"],
)
def test_what_is_refused_is_told_in_one_plain_sentence(
    desk: Desk, term: str, variables: dict[str, str]
) -> None:
    with desk.terminal(term=term, **variables) as terminal:
        terminal.exit_code()
        assert (b"\x1b" in terminal.output, b"Traceback" in terminal.output) == (False, False)


class Multiplexer:
    """The program in tmux, on a server of its own."""

    def __init__(self, desk: Desk, folder: Path) -> None:
        self._call = ["tmux", "-u", "-S", str(folder / "soket"), "-f", "/dev/null"]
        self._env = {**desk.env, "TERM": "xterm-256color"}
        self.run("new-session", "-d", "-x", "80", "-y", "24", "-c", str(desk.office), str(PROGRAM))

    def run(self, *arguments: str) -> str:
        """Run a command of tmux and return what it says."""
        ran = subprocess.run(
            [*self._call, *arguments], env=self._env, capture_output=True, text=True, check=True
        )
        return ran.stdout

    def wait_for(self, text: str) -> str:
        """Wait until the screen shows ``text`` and return it."""
        end = time.monotonic() + 30
        while text not in (shown := self.run("capture-pane", "-p")):
            assert time.monotonic() < end, shown
            time.sleep(0.05)
        return shown


@pytest.fixture
def tmux(desk: Desk, tmp_path: Path) -> Iterator[Multiplexer]:
    """The program in tmux; its server ends with the test."""
    if shutil.which("tmux") is None:
        pytest.fail("tmux tidak ada; pasang dengan: apt-get install tmux")
    multiplexer = Multiplexer(desk, tmp_path)
    yield multiplexer
    multiplexer.run("kill-server")


def test_tmux_shows_what_the_terminal_shows(desk: Desk, tmux: Multiplexer) -> None:
    inside = tmux.wait_for(LISTED).splitlines()
    with desk.listed() as terminal:
        assert [line.rstrip() for line in inside] == terminal.screen


def test_tmux_resizes_the_program(tmux: Multiplexer) -> None:
    tmux.wait_for(LISTED)
    tmux.run("resize-window", "-x", "50", "-y", "12")
    assert "perlu 60 x 18" in tmux.wait_for("Jendela terlalu kecil")


def test_a_key_that_the_user_chose_works(desk: Desk) -> None:
    desk.data.mkdir(parents=True)
    (desk.data / "pengaturan.toml").write_text('format = 1\n[tombol]\n"beranda.paket" = "F7, x"\n')
    with desk.listed() as terminal:
        terminal.press("x")
        terminal.wait_for("Paket daerah")


def test_settings_that_cannot_be_read_keep_nobody_from_working(desk: Desk) -> None:
    desk.data.mkdir(parents=True)
    (desk.data / "pengaturan.toml").write_text('format = 1\ntema = "ungu"\n')
    with desk.listed() as terminal:
        assert "Berlaku pengaturan bawaan" in " ".join(terminal.screen)
