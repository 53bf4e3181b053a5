"""Eight processes numbering and eight recording for ten seconds, and a reader among them: nothing is lost."""

from __future__ import annotations

import json
import multiprocessing
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from kampanye_tui.agreement.chain import FILE
from kampanye_tui.store.ledger import open_ledger
from kampanye_tui.store.register import FOLDER, open_register
from tests.unit.store.numbering import ID, YEAR, number_for, record_for, watch_ledger, watch_register

pytestmark = pytest.mark.penuh

PROCESSES = 8
SECONDS = 10.0


class Race(NamedTuple):
    """What eight processes left: where, what each was answered, and what a reader saw meanwhile."""

    folder: Path
    codes: list[int | None]
    answers: list[tuple[int, str]]
    seen: list[tuple[int, str]]


def race(folder: Path, work: Callable[..., None], watch: Callable[..., None]) -> Race:
    """Run eight workers and a reader at once."""
    told = folder / "jawaban"
    told.mkdir()
    context = multiprocessing.get_context("spawn")
    start = context.Barrier(PROCESSES + 1)
    target = folder / "tempat"
    target.mkdir()
    names = [f"p{number}" for number in range(PROCESSES)]
    runs = [context.Process(target=work, args=(target, name, SECONDS, start, told)) for name in names]
    runs.append(context.Process(target=watch, args=(target, "pembaca", SECONDS, start, told)))
    for run in runs:
        run.start()
    for run in runs:
        run.join()

    def said(name: str) -> list[tuple[int, str]]:
        return [tuple(json.loads(line)) for line in (told / f"{name}.jsonl").read_text().splitlines()]

    answers = [one for name in names for one in said(name)]
    return Race(target, [run.exitcode for run in runs], answers, said("pembaca"))


@pytest.fixture(scope="module")
def numbered(tmp_path_factory: pytest.TempPathFactory) -> Race:
    """Numbers of one year."""
    return race(tmp_path_factory.mktemp("nomor"), number_for, watch_register)


@pytest.fixture(scope="module")
def recorded(tmp_path_factory: pytest.TempPathFactory) -> Race:
    """Events of one ledger."""
    return race(tmp_path_factory.mktemp("buku"), record_for, watch_ledger)


def test_every_process_that_numbers_ends_well(numbered: Race) -> None:
    assert set(numbered.codes) == {0}


def test_no_number_is_given_twice(numbered: Race) -> None:
    given = [text for _sequence, text in numbered.answers]
    assert len(given) == len(set(given))


def test_numbers_follow_each_other_without_a_gap(numbered: Race) -> None:
    assert sorted(sequence for sequence, _text in numbered.answers) == list(
        range(1, len(numbered.answers) + 1)
    )


def test_every_number_that_was_given_stands_in_the_register_once(numbered: Race) -> None:
    entries = open_register(numbered.folder, YEAR).book.events
    assert sorted((one.sequence, one.text) for one in entries) == sorted(numbered.answers)


def test_no_line_of_the_register_was_torn(numbered: Race) -> None:
    assert [path.name for path in (numbered.folder / FOLDER).iterdir()] == [f"{YEAR}.jsonl"]


def test_who_reads_the_register_meanwhile_is_told_of_nothing_torn(numbered: Race) -> None:
    assert {notice for _count, notice in numbered.seen} == {""}


def test_who_reads_the_register_meanwhile_sees_it_grow(numbered: Race) -> None:
    counts = [count for count, _notice in numbered.seen]
    assert counts == sorted(counts)
    assert counts[-1] > counts[0]


def test_every_process_that_records_ends_well(recorded: Race) -> None:
    assert set(recorded.codes) == {0}


def test_every_event_that_was_recorded_stands_in_the_ledger_once(recorded: Race) -> None:
    events = open_ledger(recorded.folder, ID).book.events
    assert [(one.number, one.what) for one in events] == sorted(recorded.answers)


def test_no_line_of_the_ledger_was_torn(recorded: Race) -> None:
    assert [path.name for path in recorded.folder.iterdir()] == [FILE]


def test_who_reads_the_ledger_meanwhile_is_told_of_nothing_torn(recorded: Race) -> None:
    assert {notice for _count, notice in recorded.seen} == {""}
