"""A trace of the pack whose code is at work: whichever ends the program is known at the next start.

A file for each thread says which pack it is at. It is gone when the code came to its end or failed in words;
left behind by a process that is no more, it names the culprit. It is some forty bytes and never flushed to
the disk: it outlives the process, and need not outlive the machine.
"""

from __future__ import annotations

import os
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

FOLDER = "paket-dimuat"


@contextmanager
def at_work(home: Path | None, pack: str) -> Iterator[None]:
    """Leave a trace while a pack is at work; none without a ``home``, or where it cannot be written."""
    trace = home / FOLDER / f"{os.getpid()}.{threading.get_ident()}" if home is not None else None
    if trace is not None:
        said = f"{socket.gethostname()}\n{pack}\n".encode()
        with suppress(OSError):
            try:
                trace.write_bytes(said)
            except FileNotFoundError:
                trace.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
                trace.write_bytes(said)
    try:
        yield
    finally:
        if trace is not None:
            with suppress(OSError):
                trace.unlink()


def culprits(home: Path) -> tuple[str, ...]:
    """Return the packs whose code ended a process of this machine."""
    return tuple(sorted({pack for trace, pack in _traces(home) if not _alive(trace.name)}))


def forgive(home: Path, pack: str) -> bool:
    """Forget that a pack ended the program, and tell whether it had; raises OSError."""
    traces = [trace for trace, named in _traces(home) if named == pack and not _alive(trace.name)]
    for trace in traces:
        trace.unlink(missing_ok=True)
    return bool(traces)


def _traces(home: Path) -> Iterator[tuple[Path, str]]:
    try:
        found = sorted((home / FOLDER).iterdir())
    except OSError:
        return
    for trace in found:
        with suppress(OSError, UnicodeDecodeError):
            host, _line, pack = trace.read_text(encoding="utf-8").strip().partition("\n")
            if host == socket.gethostname() and pack:
                yield trace, pack


def _alive(trace: str) -> bool:
    process = trace.partition(".")[0]
    if not process.isdigit():
        return True
    try:
        os.kill(int(process), 0)
    except ProcessLookupError:
        return False
    except OSError:
        pass
    return True
