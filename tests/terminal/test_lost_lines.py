"""A line that is lost while somebody types over SSH: no typing is lost, and nothing is left that runs."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import time
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from kampanye_tui.model.agreement import Agreement
from tests.terminal.desk import EDITED, EDITED_TITLE, EDITING, LISTED, PROGRAM, READ, restored
from tests.terminal.emulator import PATIENCE, Terminal
from tests.terminal.line import Line
from tests.terminal.sshd import Server, served

pytestmark = pytest.mark.penuh

AUTHOR = "Siti Aminah"
EARLIER, LATE = "terdahulu", "terkemudian"
"""Typed a second before the loss, and right before it."""
GONE = 2.0
"""Seconds from when the server knows of the loss until the program has ended."""
WATCHED, IDLE = 0.5, 0.1
"""Seconds that survivors are watched for, and of a processor that they may take meanwhile."""
LEFT = {"first screen", "cursor shown", "plain paste"}
"""What the page on reliability says of a window that stays open: these are not as they were. A frame that was
cut shows by itself, and word of the focus only some terminals send."""
UNSEEN = {"frames at once", "no word of focus"}
WATCHFUL = "ClientAliveInterval 1\nClientAliveCountMax 4\n"
"""Gives up a line that has been frozen for about ten seconds: sshd takes twice what the two would say."""


class Session(NamedTuple):
    """Somebody who types: the terminal, the line it goes over, the program and the sshd that serves it."""

    terminal: Terminal
    line: Line
    program: int
    sshd: int
    tmux: Path


def client_killed(session: Session) -> None:
    """The client has no chance to say farewell."""
    session.terminal.signal(signal.SIGKILL)


def reset(session: Session) -> None:
    """Something between them tears the line off."""
    session.line.reset()


def frozen(session: Session) -> None:
    """Nothing comes through, and nobody says so; the server finds out by asking."""
    session.line.freeze()
    assert until_gone(session.sshd, PATIENCE) >= 4


def tmux_killed(session: Session) -> None:
    """The program ran in tmux at the server, which ends."""
    told = subprocess.run(
        ["tmux", "-S", session.tmux, "display-message", "-p", "#{pid}"],
        capture_output=True,
        check=True,
        text=True,
    )
    os.kill(int(told.stdout), signal.SIGKILL)


def sshd_killed(session: Session) -> None:
    """The process that serves this one client ends."""
    os.kill(session.sshd, signal.SIGKILL)


def window_closed(session: Session) -> None:
    """The operator closes the window, with the client in it."""
    session.terminal.hang_up()


LOSSES: dict[str, Callable[[Session], None]] = {
    one.__name__: one for one in (client_killed, reset, frozen, tmux_killed, sshd_killed, window_closed)
}


class Lost(NamedTuple):
    """A session that ended: how long the program took for it, and what its terminal had got until then."""

    server: Server
    took: float
    survivors: float
    output: bytes


@pytest.fixture(
    scope="module",
    params=[pytest.param(name, marks=pytest.mark.xdist_group(f"line {name}")) for name in LOSSES],
)
def lost(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, agreement: Agreement
) -> Iterator[Lost]:
    """A server whose only session was lost in the middle of typing."""
    folder = tmp_path_factory.mktemp("putus")
    with served(folder, agreement, WATCHFUL) as server, Line(server.port) as line:
        tmux = server.folder / "tmux"
        if request.param == "tmux_killed":
            served_in_tmux(server, tmux)
        with server._replace(port=line.port).screen(AUTHOR, "-S", "none") as terminal:
            begin_typing(terminal)
            terminal.type(f" {EARLIER}")
            terminal.during(1.0)
            terminal.type(f" {LATE}")
            terminal.wait_for(LATE)
            lease = json.loads((server.desk.agreement.parent / ".sewa").read_text())
            session = Session(terminal, line, lease["pid"], sshd_of(server.port), tmux)
            LOSSES[request.param](session)
            took = until_gone(session.program, PATIENCE)
            terminal.during(WATCHED)
            before = used_by(server)
            time.sleep(WATCHED)
            yield Lost(server, took, used_by(server) - before, bytes(terminal.output))
            # The session that followed left it running, as tmux is there to do.
            subprocess.run(["tmux", "-S", tmux, "kill-server"], capture_output=True, check=False)


def begin_typing(terminal: Terminal) -> None:
    """Open the clause editor over a session that has just begun."""
    terminal.wait_for(LISTED)
    terminal.press("enter")
    terminal.wait_for(READ)
    terminal.settle()
    terminal.press("down", "enter")
    terminal.wait_for(EDITING)
    terminal.settle()


def served_in_tmux(server: Server, socket: Path) -> None:
    """Have the server start the program in tmux, as the launcher in the guide does."""
    keys = server.folder / "kunci-masuk"
    text = keys.read_text()
    assert str(PROGRAM) in text
    inside = f"tmux -u -S {socket} -f /dev/null new-session -A -s kampanye -- {PROGRAM}"
    keys.write_text(text.replace(str(PROGRAM), inside))


def sshd_of(port: int) -> int:
    """Return the process that serves the only client of a server."""
    told = subprocess.run(
        ["ss", "-Htnp", f"sport = :{port}"], capture_output=True, check=True, text=True
    ).stdout
    return max(int(part.split(",")[0]) for part in told.split("pid=")[1:])


def until_gone(pid: int, patience: float) -> float:
    """Wait until a process has ended, and return the seconds."""
    begun = time.monotonic()
    while runs(pid):
        assert time.monotonic() - begun < patience, f"process {pid} does not end"
        time.sleep(0.01)
    return time.monotonic() - begun


def runs(pid: int) -> bool:
    """Tell whether a process lives; one that only waits to be asked how it ended does not."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def used_by(server: Server) -> float:
    """Return the seconds of processors that everything of a server and its clients has taken."""
    used = 0
    for folder in Path("/proc").iterdir():
        try:
            if (
                folder.name.isdigit()
                and str(server.folder.parent).encode() in (folder / "cmdline").read_bytes()
            ):
                used += sum(map(int, (folder / "stat").read_text().rpartition(")")[2].split()[11:13]))
        except OSError:
            continue
    return used / os.sysconf("SC_CLK_TCK")


def test_the_program_has_ended_two_seconds_after_the_server_knows(lost: Lost) -> None:
    assert lost.took <= GONE


def test_nothing_that_is_left_spins(lost: Lost) -> None:
    assert lost.survivors <= IDLE


def test_no_letter_is_missing_in_the_journal(lost: Lost, agreement: Agreement) -> None:
    (journal,) = (lost.server.desk.data / "jurnal").iterdir()
    (typing,) = tomllib.loads(journal.read_text())["ketikan"]
    before = next(one.text for one in agreement.clauses if one.id == EDITED)
    assert typing["isi"]["teks"].strip() == f"{before.strip()} {EARLIER} {LATE}"


def test_the_next_session_offers_it_and_takes_it_up(lost: Lost) -> None:
    with lost.server.screen("Made", "-S", "none") as terminal:
        terminal.wait_for(LISTED)
        terminal.press("enter")
        terminal.wait_for("Tekan y untuk melanjutkan")
        terminal.press("y")
        terminal.wait_for(EDITED_TITLE)
        terminal.wait_for(LATE)


def test_the_terminal_is_left_as_the_page_on_reliability_says(lost: Lost) -> None:
    left = {name for name, same in restored(lost.output).items() if not same}
    assert left - UNSEEN == LEFT


def test_neither_mouse_nor_other_keys_are_left_on(lost: Lost) -> None:
    assert re.findall(rb"\x1b\[(?:\?100[036]h|>\d+u)", lost.output) == []
