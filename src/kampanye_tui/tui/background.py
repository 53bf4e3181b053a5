"""Work that waits on others, such as names of hosts and printers, in a thread that never holds the program.

Textual's own workers are waited for when the program ends; what the network owes nobody should wait for. What
comes of it goes to the widget that asked, and nowhere when that is gone.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from textual.widget import Widget

T = TypeVar("T")


def in_background(widget: Widget, doing: Callable[[], T], then: Callable[[T], object]) -> None:
    """Do something that never raises, and hand what comes of it to ``then`` where the widget lives."""

    def run() -> None:
        found = doing()
        # A program that has ended has no loop to hand anything to.
        with suppress(RuntimeError):
            widget.call_later(then, found)

    threading.Thread(target=run, name="latar", daemon=True).start()
