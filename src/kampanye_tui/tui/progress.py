"""Progress of a thread in words, told now and then; and the way to stop it between two documents."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

PACE = 0.5
"""Seconds between two words about progress: each costs bytes on a slow line."""


class Cancelled(Exception):  # noqa: N818 - it says what happened
    """The user does not want it any more."""


class Progress:
    """Called with the number of documents done; raises :class:`Cancelled` once ``cancelled`` is set.

    ``stop`` is the key that sets it, as sentences name it.
    """

    def __init__(
        self,
        total: int,
        cancelled: threading.Event,
        say: Callable[[str], None],
        stop: str,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._total = total
        self._cancelled = cancelled
        self._say = say
        self._stop = stop
        self._clock = clock
        self._said = clock()

    def __call__(self, done: int) -> None:
        """Tell the number done, unless something was told just now."""
        if self._cancelled.is_set():
            raise Cancelled
        now = self._clock()
        if now - self._said >= PACE:
            self._said = now
            self._say(words(done, self._total, self._stop))


def words(done: int, total: int, stop: str) -> str:
    """Return what is told while documents are made; ``stop`` is the key that ends it."""
    return f"Menyusun dokumen {done}/{total} · {stop} membatalkan"
