"""While the screen is up, standard output and standard error lead to a file: what code of packs, or a library
in C, writes there from whichever thread reaches a log and not the screen.

Python's own streams for errors lead to the terminal by another descriptor: there Textual draws, and there our
tracebacks are read.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TextIO

STREAMS = ("stderr", "__stderr__", "__stdout__")
"""What leads to the terminal meanwhile; how large it is, is asked of the last."""


@contextmanager
def output_aside(log: Path) -> Iterator[None]:
    """Lead file descriptors 1 and 2 to the end of ``log``, or to nowhere where it cannot be written."""
    sys.stdout.flush()
    sys.stderr.flush()
    before = [os.dup(1), os.dup(2)]
    aside = _opened(log)
    for descriptor in (1, 2):
        os.dup2(aside, descriptor)
    os.close(aside)
    streams = {name: vars(sys)[name] for name in STREAMS}
    terminal = _stream_to(before[1])
    vars(sys).update(dict.fromkeys(STREAMS, terminal))
    try:
        yield
    finally:
        vars(sys).update(streams)
        sys.stdout.flush()
        with suppress(OSError):
            # A line that is gone takes no more.
            terminal.close()
        for descriptor, kept in zip((1, 2), before, strict=True):
            os.dup2(kept, descriptor)
            os.close(kept)


def _stream_to(descriptor: int) -> TextIO:
    """Return a stream as Python makes one for errors; closing it leaves the descriptor open."""
    return open(descriptor, "w", buffering=1, encoding="utf-8", errors="backslashreplace", closefd=False)


def _opened(log: Path) -> int:
    try:
        log.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        return os.open(log, os.O_WRONLY | os.O_APPEND | os.O_CREAT | os.O_CLOEXEC, 0o600)
    except OSError:
        return os.open(os.devnull, os.O_WRONLY | os.O_CLOEXEC)
