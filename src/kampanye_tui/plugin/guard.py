"""Calling code that is not ours: bounded in time, its printing caught, its failure turned into a sentence.

pluggy runs an exception of one plugin through everybody; so each implementation is called by itself, here.
Not contained is what no process can do to itself: a C call that never returns, ``os._exit``, and a loop
that catches every ``BaseException``. A pack runs only after somebody accepted its very bytes.
"""

from __future__ import annotations

import io
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout, suppress
from types import FrameType
from typing import Generic, NamedTuple, TypeVar

from kampanye_tui.plugin.watch import Watch

T = TypeVar("T")

COLLECT_SECONDS = 1.0
CHECK_SECONDS = 2.0
EXPORT_SECONDS = 30.0
_AGAIN = 0.05
"""Seconds until the alarm sounds once more, for plugins that swallow the first."""
MOST_PRINTED = 10_000


class Deadline(BaseException):
    """The time is up. Not an Exception, so that ``except Exception`` in a plugin does not eat it."""


class Fault(Exception):  # noqa: N818 - it is what happened, in words
    """Why a plugin is not used, in one Indonesian sentence; ``printed`` is what it printed until then."""

    def __init__(self, words: str, printed: str = "") -> None:
        super().__init__(words)
        self.printed = printed


class _Sink(io.StringIO):
    """What a plugin prints; it stays open, whoever closes it."""

    def close(self) -> None:
        """Do nothing."""


class Outcome(NamedTuple, Generic[T]):
    """What a guarded call returned, and what it printed."""

    value: T
    printed: str


def guarded(call: Callable[[], T], seconds: float, *, ours: bool = False) -> Outcome[T]:
    """Return what ``call`` returns; raises :class:`Fault` for everything it does wrong.

    On the main thread the time limit is an alarm of the system; elsewhere a second thread watches. A call of
    ``ours`` writes nothing past ``sys.stdout``, so no descriptor is led aside for it, and needs no watching.
    """
    sink = _Sink()
    late = f"tidak selesai dalam {seconds:g} detik"
    words = ""
    watch = None if ours or _on_main() else Watch(Deadline, seconds, _AGAIN)
    try:
        with (
            _first_descriptor(sink, aside=_on_main() and not ours),
            redirect_stdout(sink),
            redirect_stderr(sink),
            _limited(seconds, watch) as alarm,
        ):
            try:
                value = call()
            except (KeyboardInterrupt, Deadline):
                raise
            except BaseException as error:  # noqa: BLE001 - a plugin may raise anything
                # An error is put into words by code of the plugin, so that happens in here as well.
                words = _words_for(error)
        words = words or (late if alarm.rang else "")
    except Deadline:
        words = late
    finally:
        if watch is not None:
            watch.end()
        elif _on_main():
            signal.setitimer(signal.ITIMER_REAL, 0)
    printed = sink.getvalue()[:MOST_PRINTED]
    if words:
        raise Fault(words, printed)
    return Outcome(value, printed)


@contextmanager
def _first_descriptor(sink: io.StringIO, *, aside: bool) -> Iterator[None]:
    """Lead file descriptor 1 aside: what is written past ``sys.stdout``, as C code does, goes to ``sink``.

    On the main thread only, as the time limit: the descriptor is one for the process.
    """
    try:
        before = os.dup(1) if aside else None
    except OSError:
        before = None
    if before is None:
        yield
        return
    _flush()
    kept = os.memfd_create("kampanye")
    os.dup2(kept, 1)
    try:
        yield
    finally:
        _flush()
        os.dup2(before, 1)
        os.close(before)
        sink.write(os.pread(kept, MOST_PRINTED, 0).decode("utf-8", "replace"))
        os.close(kept)


def _flush() -> None:
    """Empty the buffer of standard output to where it leads now."""
    if sys.__stdout__ is not None:
        with suppress(OSError, ValueError):
            sys.__stdout__.flush()


def _on_main() -> bool:
    """Tell whether this is the main thread: signals arrive there, and the timer is one for the process."""
    return threading.current_thread() is threading.main_thread()


def _words_for(error: BaseException) -> str:
    if isinstance(error, Fault):
        return str(error)
    if isinstance(error, SystemExit):
        return "mencoba menghentikan program"
    try:
        said = str(error)
    except (KeyboardInterrupt, Deadline):
        raise
    except BaseException:  # noqa: BLE001 - an error that cannot even say itself
        said = ""
    return f"gagal: {type(error).__name__}" + (f": {said}" if said else "")


class _Alarm:
    """Rings until it is disarmed; remembers that it rang, for a plugin may swallow it and go on."""

    def __init__(self) -> None:
        self.armed = True
        self.rang = False

    def ring(self, _signal: int, _frame: FrameType | None) -> None:
        if self.armed:
            self.rang = True
            raise Deadline


@contextmanager
def _limited(seconds: float, watch: Watch | None) -> Iterator[_Alarm | Watch]:
    alarm = _Alarm()
    if watch is not None:
        try:
            watch.begin()
            yield watch
        finally:
            watch.end()
        return
    if not _on_main():
        yield alarm
        return
    before = signal.signal(signal.SIGALRM, alarm.ring)
    signal.setitimer(signal.ITIMER_REAL, seconds, _AGAIN)
    try:
        yield alarm
    finally:
        # First of all: an alarm that rings while the timer is being stopped must not escape.
        alarm.armed = False
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
