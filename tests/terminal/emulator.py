"""A real terminal for tests: a program runs on a pty, pyte keeps its screen, keys go in by their names.

Bytes of the program are read only while a method here waits; between calls the line is as if frozen. Every
wait has an end, and shows the screen when that comes.
"""

from __future__ import annotations

import os
import pty
import re
import select
import signal
import termios
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import NoReturn, Self

import pyte
from pyte.screens import Char

PATIENCE = 30.0
"""Seconds until something that does not come is a failure; the machine may be busy."""
QUIET = 0.4
"""Seconds without a byte after which a program has said all; longer than any of Textual's timers."""
ESCAPE = 0.25
"""Seconds after ESC in which another key would make one key of both (Textual waits 0.1)."""
SYNC_ASKED, SYNC_KNOWN = b"\x1b[?2026$p", b"\x1b[?2026;2$y"
"""Whether the terminal can show a frame at once, and that it can."""
_PRIVATE = re.compile(rb"\x1b\[[<=>][0-9;]*[A-Za-z]")
"""Control sequences that pyte would take for others or for text, such as those of the kitty keyboard."""
_CUT = re.compile(rb"\x1b(\[[<=>]?[0-9;]*)?$")
"""The begin of a control sequence whose end has not come yet."""
_NAMED = {
    "enter": "\r",
    "escape": "\x1b",
    "tab": "\t",
    "shift+tab": "\x1b[Z",
    "space": " ",
    "backspace": "\x7f",
    "up": "\x1b[A",
    "down": "\x1b[B",
    "right": "\x1b[C",
    "left": "\x1b[D",
    "home": "\x1b[H",
    "end": "\x1b[F",
    "insert": "\x1b[2~",
    "delete": "\x1b[3~",
    "pageup": "\x1b[5~",
    "pagedown": "\x1b[6~",
    **{f"f{number}": f"\x1bO{letter}" for number, letter in enumerate("PQRS", 1)},
    **{f"f{number}": f"\x1b[{code}~" for number, code in enumerate((15, 17, 18, 19, 20, 21, 23, 24), 5)},
}


def sent_by(key: str) -> bytes:
    """Return what a terminal sends for a key: a name (``f10``), ``ctrl+p``, ``alt+x``, or a character."""
    if key in _NAMED:
        return _NAMED[key].encode()
    if len(key) == 1:
        return key.encode()
    held, _plus, letter = key.partition("+")
    if held == "ctrl" and re.fullmatch("[a-z]", letter):
        return bytes([ord(letter) & 31])
    if held == "alt" and len(letter) == 1:
        return b"\x1b" + letter.encode()
    raise ValueError(f"no key is called {key!r}")


class Terminal:
    """A program and the terminal it runs on. Leaving the ``with`` kills what still runs."""

    def __init__(
        self,
        argv: Sequence[str | Path],
        env: Mapping[str, str],
        columns: int = 80,
        rows: int = 24,
        term: str = "xterm-256color",
        cwd: Path | None = None,
    ) -> None:
        """Start ``argv`` with ``env`` and no other variables but TERM."""
        self.output = bytearray()
        """Every byte that the program has sent."""
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self._waiting = b""
        self._answered = 0
        self._exit: int | None = None
        self._resting = False
        self.pid, self._line = pty.fork()
        if self.pid == 0:
            try:
                # Whoever runs the tests in the background may have them ignored, and children inherit that.
                for ending in (signal.SIGHUP, signal.SIGINT, signal.SIGTERM):
                    signal.signal(ending, signal.SIG_DFL)
                termios.tcsetwinsize(0, (rows, columns))
                if cwd is not None:
                    os.chdir(cwd)
                os.execvpe(argv[0], [str(part) for part in argv], {**env, "TERM": term})
            finally:
                os._exit(127)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        if self._exit is None:
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
        self.hang_up()

    @property
    def screen(self) -> list[str]:
        """The lines of the screen, without the spaces at their ends."""
        return [line.rstrip() for line in self._screen.display]

    @property
    def text(self) -> str:
        """The screen as one text."""
        return "\n".join(self.screen)

    @property
    def cursor(self) -> tuple[int, int]:
        """Column and line of the cursor, from 0."""
        return self._screen.cursor.x, self._screen.cursor.y

    @property
    def cursor_hidden(self) -> bool:
        """Whether the program has hidden the cursor."""
        return bool(self._screen.cursor.hidden)

    def cell(self, column: int, line: int) -> Char:
        """Return a character with its colours and style."""
        return self._screen.buffer[line][column]

    @property
    def memory(self) -> int:
        """The most memory that the program has had, in kB; asked while it runs."""
        status = Path(f"/proc/{self.pid}/status").read_text()
        (most,) = re.findall(r"VmHWM:\s*(\d+)", status)
        return int(most)

    def wait_for(self, text: str, patience: float = PATIENCE) -> None:
        """Read until the screen shows ``text``."""
        end = time.monotonic() + patience
        while text not in self.text:
            if not self._read(end - time.monotonic()):
                self._fail(f"{text!r} did not come")

    def settle(self, quiet: float = QUIET, patience: float = PATIENCE) -> bytes:
        """Read until nothing has come for ``quiet`` seconds, and return what came.

        A program that has not said anything yet is still on its way, however long that takes.
        """
        before = len(self.output)
        end = time.monotonic() + patience
        while self._read(quiet if self.output else patience):
            if time.monotonic() > end:
                self._fail("the program does not come to rest")
        self._resting = True
        return bytes(self.output[before:])

    def during(self, seconds: float) -> bytes:
        """Return what comes in this time, whatever it is: nothing, from a program that idles."""
        before = len(self.output)
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0 and self._read(left):
            pass
        return bytes(self.output[before:])

    def fileno(self) -> int:
        """Return the line, for ``select``, which tells when something can be :meth:`received`."""
        return self._line

    def received(self) -> bytes:
        """Take what lies on the line, for :meth:`show`; nothing, once the program has closed its side."""
        try:
            return os.read(self._line, 65536)
        except OSError:
            return b""

    def show(self, data: bytes) -> None:
        """Draw what was received, which takes longer than to receive it, and answer what it asks."""
        self.output += data
        self._draw(data)
        self._answer()

    def press(self, *keys: str) -> None:
        """Press keys one after the other, by their names."""
        for key in keys:
            self._send(sent_by(key))
            if key == "escape":
                self.during(ESCAPE)

    def type(self, text: str) -> None:
        """Type text; a line end is the key enter."""
        self._send(text.replace("\n", "\r").encode())

    def bytes_of(self, *keys: str) -> bytes:
        """Return what the program sends for these keys until it rests; it rests before, too.

        The count is the same in every run: it depends on what is drawn, not on when.
        """
        # Who has waited for its rest and then pressed nothing need not wait again.
        if not self._resting or self._read(0):
            self.settle()
        before = len(self.output)
        self.press(*keys)
        self.settle()
        return bytes(self.output[before:])

    def resize(self, columns: int, rows: int) -> None:
        """Change the size of the terminal; the kernel tells the program."""
        self._resting = False
        self._screen.resize(rows, columns)
        termios.tcsetwinsize(self._line, (rows, columns))

    def signal(self, number: int) -> None:
        """Send the program a signal."""
        os.kill(self.pid, number)

    def hang_up(self) -> None:
        """Cut the line, as a lost connection does: the kernel sends SIGHUP; nothing more can be read."""
        if self._line >= 0:
            os.close(self._line)
            self._line = -1

    def exit_code(self, patience: float = PATIENCE) -> int:
        """Wait for the end of the program and return its exit code; minus the signal that ended it."""
        end = time.monotonic() + patience
        while self._exit is None:
            self._read(0.02)
            ended, status = os.waitpid(self.pid, os.WNOHANG)
            if ended:
                # What it sent last still lies on the line.
                while self._read(0):
                    pass
                self._exit = os.waitstatus_to_exitcode(status)
            elif time.monotonic() > end:
                self._fail("the program does not end")
        return self._exit

    def _read(self, patience: float) -> bool:
        """Take in what comes next; tell whether anything came in time."""
        if self._line < 0:
            time.sleep(max(0.0, patience))
            return False
        if not select.select([self._line], [], [], max(0.0, patience))[0]:
            return False
        data = self.received()
        self.show(data)
        return bool(data)

    def _draw(self, data: bytes) -> None:
        data = self._waiting + data
        cut = _CUT.search(data)
        self._waiting = cut[0] if cut else b""
        whole = data[: cut.start()] if cut else data
        self._stream.feed(_PRIVATE.sub(b"", whole))

    def _answer(self) -> None:
        """Answer once each time that the program asks whether frames can be shown at once."""
        asked = self.output.count(SYNC_ASKED)
        for _question in range(asked - self._answered):
            self._send(SYNC_KNOWN)
        self._answered = asked

    def _send(self, data: bytes) -> None:
        self._resting = False
        # Small parts, read between them: a line that is full both ways would wait for ever.
        for at in range(0, len(data), 256):
            os.write(self._line, data[at : at + 256])
            if at + 256 < len(data):
                self._read(0)

    def _fail(self, what: str) -> NoReturn:
        raise AssertionError(f"{what}; the screen:\n{self.text}")
