"""Calls for the tests of the guard: what raises, what never ends, and in which sentence a call ends."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NoReturn

import pytest

from kampanye_tui.model.term import Term
from kampanye_tui.plugin.guard import Fault, guarded

TERM = Term(name="kata", text="kata")


def raising(error: BaseException) -> Callable[[], NoReturn]:
    """Return a call that raises."""

    def call() -> NoReturn:
        raise error

    return call


def endless() -> NoReturn:
    """Never return."""
    while True:
        pass


def failure(call: Callable[[], Any], seconds: float = 1.0) -> Fault:
    """Return the fault in which a call ends."""
    with pytest.raises(Fault) as caught:
        guarded(call, seconds)
    return caught.value


def fault(call: Callable[[], Any], seconds: float = 1.0) -> str:
    """Return the sentence in which a call ends."""
    return str(failure(call, seconds))
