"""Off the main thread a call is cut as well, and what was cut leaves nothing behind."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from kampanye_tui.plugin.guard import Fault, guarded
from tests.unit.plugin.calls import endless, raising

LATE = "tidak selesai dalam 0.05 detik"


def elsewhere(call: Callable[[], Any], seconds: float = 0.05) -> str:
    """Return in which sentence, or value, a guarded call ends on another thread."""

    def told() -> str:
        try:
            return str(guarded(call, seconds).value)
        except Fault as fault:
            return str(fault)

    with ThreadPoolExecutor(1) as pool:
        return pool.submit(told).result(30)


def swallowing() -> int:
    """Swallow the first exception and return as if nothing had been."""
    with suppress(BaseException):
        endless()
    return 3


def stubborn() -> None:
    """Go on after every exception that can be caught as one."""
    while True:
        with suppress(Exception):
            endless()


@pytest.mark.parametrize("call", [endless, swallowing, stubborn])
def test_what_takes_too_long_is_cut(call: Callable[[], Any]) -> None:
    assert elsewhere(call) == LATE


@pytest.mark.parametrize(
    ("call", "told"), [(lambda: 3, "3"), (raising(ValueError("x")), "gagal: ValueError: x")]
)
def test_what_is_in_time_ends_as_it_does(call: Callable[[], Any], told: str) -> None:
    assert elsewhere(call, 5.0) == told


def test_the_thread_goes_on_unharmed_however_close_the_end_was() -> None:
    def close() -> int:
        ended = 0
        for _ in range(100):
            with suppress(Fault):
                guarded(lambda: time.sleep(0.001), 0.001)
            # Whatever is raised late would be raised here.
            ended += sum(range(2000)) > 0
        return ended

    with ThreadPoolExecutor(1) as pool:
        assert pool.submit(close).result(60) == 100


def test_no_thread_and_no_descriptor_stays() -> None:
    elsewhere(lambda: 3, 5.0)
    before = (threading.active_count(), len(list(Path("/proc/self/fd").iterdir())))
    for _ in range(5):
        elsewhere(lambda: 3, 5.0)
    time.sleep(0.05)
    assert (threading.active_count(), len(list(Path("/proc/self/fd").iterdir()))) == before
