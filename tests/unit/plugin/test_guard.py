"""The guard: whatever a call does, it ends in a value or in a sentence, and prints nothing."""

from __future__ import annotations

import asyncio
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import Any

import pytest

from kampanye_tui.model.term import Term
from kampanye_tui.plugin.guard import Fault, guarded
from kampanye_tui.plugin.intake import MOST_ITEMS, items
from tests.unit.plugin.calls import TERM, endless, failure, fault, raising


class OwnError(BaseException):
    """An error that ``except Exception`` does not catch."""


class MuteError(Exception):
    """An error that cannot be put into words."""

    def __str__(self) -> str:
        raise RuntimeError


class LeavingError(Exception):
    """An error that ends the program when it is put into words."""

    def __str__(self) -> str:
        raise SystemExit


class ChattyError(Exception):
    """An error that prints when it is put into words."""

    def __str__(self) -> str:
        print("sisipan")
        return "kata"


class SlowError(Exception):
    """An error that takes two seconds to be put into words."""

    def __str__(self) -> str:
        until = time.monotonic() + 2
        while time.monotonic() < until:
            pass
        return "lambat"


def test_a_call_that_behaves_returns_its_value() -> None:
    assert guarded(lambda: 3, 1.0).value == 3


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (ValueError("rusak"), "gagal: ValueError: rusak"),
        (SystemExit(3), "mencoba menghentikan program"),
        (GeneratorExit(), "gagal: GeneratorExit"),
        (asyncio.CancelledError("batal"), "gagal: CancelledError: batal"),
        (OwnError("sendiri"), "gagal: OwnError: sendiri"),
        (MuteError(), "gagal: MuteError"),
        (LeavingError(), "gagal: LeavingError"),
    ],
    ids=[
        "Exception",
        "exit",
        "GeneratorExit",
        "CancelledError",
        "BaseException",
        "without words",
        "exit instead of words",
    ],
)
def test_an_error_becomes_a_sentence(error: BaseException, told: str) -> None:
    assert fault(raising(error)) == told


def test_an_error_that_is_slow_to_be_put_into_words_is_cut_by_time() -> None:
    started = time.monotonic()
    fault(raising(SlowError()), 0.05)
    assert time.monotonic() - started < 1


def test_what_an_error_prints_while_put_into_words_does_not_reach_the_terminal(
    capsys: pytest.CaptureFixture[str],
) -> None:
    fault(raising(ChattyError()))
    assert capsys.readouterr() == ("", "")


def test_the_keyboard_of_the_operator_still_interrupts() -> None:
    with pytest.raises(KeyboardInterrupt):
        guarded(raising(KeyboardInterrupt()), 1.0)


def test_a_generator_that_raises_late_is_caught_where_it_is_consumed() -> None:
    def late() -> Iterator[Term]:
        yield TERM
        raise ValueError("terlambat")

    assert fault(lambda: items(late(), Term)) == "gagal: ValueError: terlambat"


def test_a_generator_without_end_is_cut_by_number() -> None:
    def many() -> Iterator[Term]:
        while True:
            yield TERM

    assert fault(lambda: items(many(), Term)) == f"mengembalikan lebih dari {MOST_ITEMS} butir"


def test_as_many_items_as_allowed_are_taken() -> None:
    assert len(items([TERM] * MOST_ITEMS, Term)) == MOST_ITEMS


@pytest.mark.parametrize(
    ("result", "told"),
    [
        (3, "mengembalikan int, seharusnya daftar Term"),
        ("teks", "mengembalikan str, seharusnya daftar Term"),
        (b"bita", "mengembalikan bytes, seharusnya daftar Term"),
        ({"nama": "kata"}, "mengembalikan dict, seharusnya daftar Term"),
        (TERM, "mengembalikan Term, seharusnya daftar Term"),
        (["teks"], "mengembalikan str, seharusnya Term"),
        ([{"nama": "kata"}], "mengembalikan dict, seharusnya Term"),
        ([TERM, None], "mengembalikan NoneType, seharusnya Term"),
    ],
    ids=["number", "text", "bytes", "table", "bare item", "texts", "tables", "nothing among"],
)
def test_a_result_of_another_type_is_named(result: object, told: str) -> None:
    assert fault(lambda: items(result, Term)) == told


def test_nothing_is_no_items() -> None:
    assert items(None, Term) == ()


def test_an_item_of_a_subclass_is_not_taken() -> None:
    class Sly(Term, frozen=True, kw_only=True):
        pass

    assert "Sly" in fault(lambda: items([Sly(name="kata", text="kata")], Term))


def test_prints_reach_neither_stdout_nor_stderr(capsys: pytest.CaptureFixture[str]) -> None:
    def call() -> None:
        print("keluar")
        print("galat", file=sys.stderr)

    guarded(call, 1.0)
    assert capsys.readouterr() == ("", "")


def test_prints_are_kept_in_order() -> None:
    def call() -> None:
        print("satu")
        print("dua", file=sys.stderr)

    assert guarded(call, 1.0).printed == "satu\ndua\n"


def printing(text: str, then: Callable[[], Any]) -> Callable[[], None]:
    """Return a call that prints and then does something else."""

    def call() -> None:
        print(text)
        then()

    return call


@pytest.mark.parametrize(
    ("then", "seconds"),
    [(raising(ValueError()), 1.0), (raising(SystemExit()), 1.0), (endless, 0.05)],
    ids=["failed", "left", "cut"],
)
def test_what_a_call_printed_until_it_failed_is_kept(then: Callable[[], Any], seconds: float) -> None:
    assert failure(printing("halo", then), seconds).printed == "halo\n"


def test_of_endless_prints_only_the_beginning_is_kept() -> None:
    assert len(guarded(lambda: print("x" * 20_000), 1.0).printed) == 10_000


def test_of_endless_prints_of_a_call_that_failed_only_the_beginning_is_kept() -> None:
    assert len(failure(printing("x" * 20_000, raising(ValueError()))).printed) == 10_000


def test_a_call_that_closes_stdout_ends_in_its_value_or_a_sentence() -> None:
    with suppress(Fault):
        guarded(lambda: sys.stdout.close(), 1.0)
    assert not sys.stdout.closed


@pytest.mark.parametrize(
    ("call", "seconds"), [(raising(ValueError()), 1.0), (endless, 0.05)], ids=["failed", "cut"]
)
def test_stdout_and_stderr_are_as_before(call: Callable[[], Any], seconds: float) -> None:
    before = sys.stdout, sys.stderr
    with suppress(Fault):
        guarded(call, seconds)
    assert (sys.stdout, sys.stderr) == before


def test_a_call_that_takes_stdout_away_does_not_keep_it() -> None:
    before = sys.stdout

    def call() -> None:
        sys.stdout = None  # type: ignore[assignment]

    guarded(call, 1.0)
    assert sys.stdout is before


def test_off_the_main_thread_errors_are_sentences_too() -> None:
    told: list[str] = []
    thread = threading.Thread(target=lambda: told.append(fault(raising(ValueError("rusak")))))
    thread.start()
    thread.join()
    assert told == ["gagal: ValueError: rusak"]
