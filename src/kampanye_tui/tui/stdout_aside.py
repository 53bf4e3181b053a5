"""While the screen is up, standard output leads to a file: code of packs that writes there, in whichever
thread, reaches a log and not the screen. Textual draws on standard error.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def stdout_aside(log: Path) -> Iterator[None]:
    """Lead file descriptor 1 to the end of ``log``, or to nowhere where it cannot be written."""
    sys.stdout.flush()
    before = os.dup(1)
    try:
        log.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        aside = os.open(log, os.O_WRONLY | os.O_APPEND | os.O_CREAT | os.O_CLOEXEC, 0o600)
    except OSError:
        aside = os.open(os.devnull, os.O_WRONLY | os.O_CLOEXEC)
    os.dup2(aside, 1)
    os.close(aside)
    # How large the terminal is, is asked of this stream; both were the terminal.
    stream = sys.__stdout__
    vars(sys)["__stdout__"] = sys.__stderr__
    try:
        yield
    finally:
        vars(sys)["__stdout__"] = stream
        sys.stdout.flush()
        os.dup2(before, 1)
        os.close(before)
