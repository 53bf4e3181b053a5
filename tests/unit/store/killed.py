"""A process that is killed, or refused, in the middle of something: at its n-th call, for every n.

The deed runs in a child that was forked, so that it begins at once. :func:`at_calls_of_python` counts the
calls that Python makes for us and costs milliseconds; :func:`at_calls_of_the_system` has strace count and
kill, at every single call that names a file or uses one, and sees what C does as well.
"""

from __future__ import annotations

import fcntl
import os
import re
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

Deed = Callable[[], object]
CALLS = (
    *("open", "write", "pwrite", "fsync", "fchmod", "ftruncate", "close"),
    *("replace", "rename", "link", "unlink", "mkdir"),
)
"""Functions of ``os`` that the program writes with."""
_TRACED = "%file,%desc"
_CHANGING = "openat,write,pwrite64,fsync,fchmod,ftruncate,rename,link,unlink,mkdir"
_CALL = re.compile(r"^([a-z_0-9]+)\(")
_DONE = b"selesai"


class Kill(NamedTuple):
    """Where a process was killed, and whether it had come to its end and said so."""

    at: str
    finished: bool


def at_calls_of_python(deed: Deed, begin: Callable[[], None]) -> Iterator[Kill]:
    """Yield once for each call, after a deed was killed before it; the last one came to its end."""
    number, finished = 0, False
    while not finished:
        number += 1
        begin()
        child, told = _forked(lambda number=number: _dying(deed, number))
        finished = _ended(child, told)
        yield Kill(f"call {number}", finished)


def at_calls_of_the_system(deed: Deed, begin: Callable[[], None], log: Path) -> Iterator[Kill]:
    """Yield once for each call of a deed, after it was killed on entering that, and once for its end."""
    return _at_every_call(deed, begin, log, "signal=KILL", _TRACED)


def at_failures_of_the_system(deed: Deed, begin: Callable[[], None], log: Path, error: str) -> Iterator[Kill]:
    """Yield once for each call of a deed that changes the disk, after it failed, and once for its end."""
    return _at_every_call(deed, begin, log, f"error={error}", _CHANGING)


def _at_every_call(deed: Deed, begin: Callable[[], None], log: Path, what: str, calls: str) -> Iterator[Kill]:
    begin()
    yield Kill("end", _traced(deed, "-e", f"trace={calls}", "-o", str(log)))
    seen: dict[str, int] = {}
    for line in log.read_text().splitlines():
        if met := _CALL.match(line):
            name = met[1]
            seen[name] = seen.get(name, 0) + 1
            begin()
            inject = f"inject={name}:{what}:when={seen[name]}"
            yield Kill(f"{name} {seen[name]}", _traced(deed, "-e", inject, "-o", "/dev/null"))


def _dying(deed: Deed, last: int) -> None:
    """Do it, and be no more before the call of that number."""
    made = 0

    def counted(call: Callable[..., Any]) -> Callable[..., Any]:
        def calling(*arguments: Any, **more: Any) -> Any:
            nonlocal made
            made += 1
            if made == last:
                os._exit(9)
            return call(*arguments, **more)

        return calling

    for name in CALLS:
        setattr(os, name, counted(getattr(os, name)))
    fcntl.flock = counted(fcntl.flock)
    deed()


def _traced(deed: Deed, *options: str) -> bool:
    """Do it under strace, and tell whether it came to its end."""
    wait, go = os.pipe()

    def waiting() -> None:
        os.close(go)
        os.read(wait, 1)
        deed()

    child, told = _forked(waiting)
    os.close(wait)
    with subprocess.Popen(
        ["strace", "-p", str(child), *options], stderr=subprocess.PIPE, text=True
    ) as tracer:
        assert tracer.stderr is not None
        assert "attached" in tracer.stderr.readline()
        os.close(go)
        tracer.stderr.read()
    return _ended(child, told)


def _forked(deed: Deed) -> tuple[int, int]:
    """Begin a child; return its number and the handle on which it says that it came to its end."""
    told, tell = os.pipe()
    write, leave = os.write, os._exit
    child = os.fork()
    if child == 0:
        try:
            deed()
            write(tell, _DONE)
        finally:
            leave(0)
    os.close(tell)
    return child, told


def _ended(child: int, told: int) -> bool:
    os.waitpid(child, 0)
    with os.fdopen(told, "rb") as stream:
        return stream.read() == _DONE
