"""A thread that waits for the end: a line that is lost, a host that shuts down.

Signals are blocked in every thread and taken here by ``sigwait``, the only way that worked when the screen
was stuck in writing to a dead line (measured: five scenarios, with handlers it failed in three). It saves in
plain Python, then asks the program to leave, and leaves itself when the program cannot.
"""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kampanye_tui.tui.app import Kampanye

GRACE = 1.5
"""Seconds in which a program whose screen is stuck may still leave by itself."""


def watch(app: Kampanye, signals: Iterable[signal.Signals]) -> None:
    """Wait for the signals in a thread; they must be blocked already."""
    threading.Thread(target=_wait, args=(app, frozenset(signals)), name="akhir", daemon=True).start()


def _wait(app: Kampanye, signals: frozenset[signal.Signals]) -> None:
    number = signal.sigwait(signals)
    for draft in tuple(app.drafts):
        draft.flush()
    loop = app.loop
    if loop is not None:
        try:
            loop.call_soon_threadsafe(app.exit, 128 + number)
        except RuntimeError:
            pass
        else:
            time.sleep(GRACE)
    os._exit(128 + number)
