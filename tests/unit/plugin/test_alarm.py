"""The clock of the guard: what takes too long is cut, and the clock belongs to the main thread alone."""

from __future__ import annotations

import signal
import sys
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from itertools import count
from types import FrameType
from typing import Any

import pytest

from kampanye_tui.model.term import Term
from kampanye_tui.plugin import guard
from kampanye_tui.plugin.guard import Fault, guarded
from kampanye_tui.plugin.intake import items
from tests.unit.plugin.calls import TERM, endless, fault, raising

LATE = "tidak selesai dalam 0.05 detik"


def ring() -> None:
    """Let the alarm sound now, as the system would."""
    handler = signal.getsignal(signal.SIGALRM)
    if callable(handler):
        handler(signal.SIGALRM, None)


def elsewhere(call: Callable[[], Any]) -> None:
    """Run a guarded call on another thread, whatever becomes of it."""
    with suppress(Fault), ThreadPoolExecutor(1) as pool:
        pool.submit(guarded, call, 1.0).result()


def swallowing() -> int:
    """Wait for the alarm, swallow it, and return as if nothing had been."""
    with suppress(BaseException):
        endless()
    return 3


def test_a_loop_without_end_is_cut() -> None:
    assert fault(endless, 0.05) == LATE


def test_sleep_beyond_the_limit_is_cut() -> None:
    assert fault(lambda: threading.Event().wait(60), 0.05) == LATE


def test_catching_every_exception_does_not_eat_the_alarm() -> None:
    def call() -> None:
        while True:
            with suppress(Exception):
                endless()

    assert fault(call, 0.05) == LATE


def test_swallowing_the_alarm_once_does_not_help() -> None:
    def call() -> None:
        swallowing()
        endless()

    assert fault(call, 0.05) == LATE


def test_a_call_that_swallows_the_alarm_and_returns_was_late() -> None:
    assert fault(swallowing, 0.05) == LATE


def test_an_alarm_turned_into_another_error_is_still_a_sentence() -> None:
    def call() -> None:
        try:
            endless()
        except BaseException:  # noqa: BLE001 - this is what the plugin does
            raise ValueError("lain") from None

    assert fault(call, 0.05) == "gagal: ValueError: lain"


def test_a_generator_that_never_yields_is_cut_by_time() -> None:
    def silent() -> Iterator[Term]:
        endless()
        yield TERM

    assert fault(lambda: items(silent(), Term), 0.05) == LATE


@pytest.mark.parametrize(
    ("call", "seconds"),
    [(lambda: 3, 1.0), (raising(ValueError()), 1.0), (endless, 0.05), (swallowing, 0.05)],
    ids=["returned", "failed", "cut", "swallowed"],
)
def test_alarm_and_its_handler_are_as_before(call: Callable[[], Any], seconds: float) -> None:
    before = signal.getsignal(signal.SIGALRM)
    with suppress(Fault):
        guarded(call, seconds)
    assert (signal.getsignal(signal.SIGALRM), signal.getitimer(signal.ITIMER_REAL)) == (before, (0.0, 0.0))


@pytest.mark.parametrize("call", [lambda: 3, raising(ValueError())], ids=["returned", "failed"])
@pytest.mark.parametrize("name", ["setitimer", "signal"])
def test_clock_and_handler_are_not_touched_from_another_thread(
    name: str, call: Callable[[], Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    touched: list[object] = []
    monkeypatch.setattr(signal, name, lambda *arguments: touched.append(arguments))
    elsewhere(call)
    assert touched == []


@pytest.mark.parametrize("call", [lambda: 3, raising(ValueError())], ids=["returned", "failed"])
def test_the_clock_of_a_call_runs_on_while_another_thread_guards_a_call(call: Callable[[], Any]) -> None:
    def waiting() -> float:
        elsewhere(call)
        return signal.getitimer(signal.ITIMER_REAL)[0]

    assert guarded(waiting, 60.0).value > 0


@pytest.fixture
def late_alarm(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the alarm sound at the last moment: when the clock is about to be stopped."""
    setitimer = signal.setitimer

    def stopping(which: int, seconds: float, again: float = 0.0) -> tuple[float, float]:
        if seconds == 0:
            ring()
        return setitimer(which, seconds, again)

    monkeypatch.setattr(signal, "setitimer", stopping)


@pytest.mark.usefixtures("late_alarm")
def test_an_alarm_while_the_clock_is_being_stopped_takes_no_value_away() -> None:
    assert guarded(lambda: 3, 1.0).value == 3


@pytest.mark.usefixtures("late_alarm")
@pytest.mark.parametrize(
    ("call", "told"),
    [(raising(ValueError("rusak")), "gagal: ValueError: rusak"), (endless, LATE)],
    ids=["failed", "cut"],
)
def test_an_alarm_while_the_clock_is_being_stopped_changes_no_sentence(
    call: Callable[[], Any], told: str
) -> None:
    assert fault(call, 0.05) == told


def rung_after_the_call(at: int) -> str:
    """Let the alarm sound before that line of the guard, counted from where the call has returned.

    Returns how the guard ended, or nothing when it has fewer lines.
    """
    passed = 0
    returned = False

    def call() -> int:
        nonlocal returned
        returned = True
        return 3

    def line(_frame: FrameType, event: str, _argument: object) -> Any:
        nonlocal passed
        if returned and event == "line":
            passed += 1
            if passed == at:
                ring()
        return line

    before = sys.gettrace()
    sys.settrace(
        lambda frame, _event, _argument: line if frame.f_code.co_filename == guard.__file__ else None
    )
    try:
        guarded(call, 60.0)
        ended = "nilai"
    except Fault as told:
        ended = str(told)
    finally:
        sys.settrace(before)
    return ended if passed >= at else ""


def test_an_alarm_at_any_line_on_the_way_out_ends_in_the_value_or_a_sentence() -> None:
    handler = signal.getsignal(signal.SIGALRM)
    ends: list[str] = []
    for at in count(1):
        ended = rung_after_the_call(at)
        signal.signal(signal.SIGALRM, handler)
        if not ended:
            break
        ends.append(ended)
    assert set(ends) == {"nilai", "tidak selesai dalam 60 detik"}
