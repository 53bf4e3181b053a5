"""Papers of many offices: one result whoever works on them, and no office that takes another along."""

from __future__ import annotations

import fcntl
import hashlib
import os
import threading
import time
from collections.abc import Callable
from concurrent.futures import BrokenExecutor, Executor, Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from kampanye_tui import batch as batch_module
from kampanye_tui import one_office
from kampanye_tui.batch import batch, processes
from kampanye_tui.model.batch import Done
from kampanye_tui.model.problem import Declined, Refused
from kampanye_tui.one_office import Task, export_office
from kampanye_tui.store.batch_manifest import append_line, begun, is_complete, read_manifest, write_manifest

OFFICE = """format = 1
[kantor]
wilayah = "{region}"
[pemilu]
id = "pemilu-2024"
[naskah]
id = "damai"
[acara]
tanggal = 2023-11-28
[klausul]
kumpulan = "nasional/ringkas"
"""
REGIONS = ("11.71", "31.73", "36.74", "51.71", "91.71")


def offices(folder: Path, regions: tuple[str, ...] = REGIONS) -> tuple[Task, ...]:
    """Return a task for each region, its configuration written."""
    tasks = []
    for region in regions:
        own = folder / region
        own.mkdir(parents=True)
        (own / "kampanye.toml").write_text(OFFICE.format(region=region))
        tasks.append(
            Task(str(own / "kampanye.toml"), str(folder / "keluaran" / region), ("naskah",), ("teks",))
        )
    return tuple(tasks)


def alone() -> Executor:
    return ThreadPoolExecutor(1)


def digests(folder: Path) -> dict[str, str]:
    """Return the hash of each file below a folder."""
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


class Fragile(Executor):
    """Works at once, and breaks at tasks that kill; it notes what was done.

    Once broken it takes no task any more, or takes them and does none: pools do either.
    """

    def __init__(self, kills: Callable[[Task], bool], worked: list[Task], *, refuses: bool) -> None:
        self.kills = kills
        self.worked = worked
        self.refuses = refuses
        self.broken = False

    def submit(self, fn: Callable[..., Any], /, *args: Any, **_kwargs: Any) -> Future[Any]:
        future: Future[Any] = Future()
        (task,) = args
        if self.broken and self.refuses:
            raise BrokenExecutor
        self.broken = self.broken or self.kills(task)
        if self.broken:
            future.set_exception(BrokenExecutor())
        else:
            self.worked.append(task)
            future.set_result(Done(configuration=task.configuration, office="selesai"))
        return future


def made_by(
    tasks: tuple[Task, ...], kills: Callable[[Task], bool], *, refuses: bool = False
) -> tuple[tuple[Done, ...], list[Task]]:
    worked: list[Task] = []
    return batch(tasks, lambda: Fragile(kills, worked, refuses=refuses)), worked


NAMES = tuple(Task(f"kantor-{number}") for number in range(12))


@pytest.mark.parametrize("refuses", [False, True])
@pytest.mark.parametrize("deadly", [0, 5, 11])
def test_an_office_that_ends_every_worker_takes_no_other_along(deadly: int, refuses: bool) -> None:
    results, _worked = made_by(NAMES, lambda task: task == NAMES[deadly], refuses=refuses)
    failed = [number for number, done in enumerate(results) if done.problems]
    assert failed == [deadly]


def test_a_worker_that_is_killed_once_loses_nothing() -> None:
    killed: list[Task] = []

    def kills(task: Task) -> bool:
        first = task == NAMES[7] and not killed
        killed.extend([task] if first else [])
        return first

    results, _worked = made_by(NAMES, kills)
    assert [done.configuration for done in results if done.office] == [task.configuration for task in NAMES]


def test_the_last_office_gets_another_worker_when_its_own_is_killed() -> None:
    killed: list[Task] = []

    def kills(task: Task) -> bool:
        first = task == NAMES[-1] and not killed
        killed.extend([task] if first else [])
        return first

    results, _worked = made_by(NAMES, kills)
    assert not results[-1].problems


class Nimble(Fragile):
    """Has another worker for each task, so that one that is killed takes no other task along."""

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        self.broken = False
        return super().submit(fn, *args, **kwargs)


def test_what_other_workers_do_is_not_done_again_when_one_is_killed() -> None:
    worked: list[Task] = []
    results = batch(NAMES, lambda: Nimble(lambda task: task == NAMES[4], worked, refuses=False))
    assert [number for number, done in enumerate(results) if done.problems] == [4]
    assert len(worked) == len(NAMES) - 1


class Slow(Executor):
    """Takes tasks at once and finishes each a moment later; ``most`` were waiting at a time."""

    def __init__(self) -> None:
        self.waiting: list[Future[Any]] = []
        self.most = 0

    def submit(self, fn: Callable[..., Any], /, *args: Any, **_kwargs: Any) -> Future[Any]:
        future: Future[Any] = Future()
        (task,) = args
        self.waiting.append(future)
        self.most = max(self.most, sum(not one.done() for one in self.waiting))
        threading.Timer(0.02, future.set_result, [Done(configuration=task.configuration)]).start()
        return future


def test_only_so_many_offices_are_given_out_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batch_module, "MOST_GIVEN", 5)
    workers = Slow()
    results = batch(NAMES, lambda: workers)
    assert (len(results), workers.most) == (len(NAMES), 5)


def test_an_office_that_is_named_twice_is_done_once() -> None:
    _results, worked = made_by((*NAMES, *NAMES), lambda _task: False)
    assert len(worked) == len(NAMES)


def test_who_breaks_off_waits_for_no_office_that_nobody_has_begun(monkeypatch: pytest.MonkeyPatch) -> None:
    worked: list[Task] = []

    def slowly(task: Task) -> Done:
        worked.append(task)
        time.sleep(0.1)
        return Done(configuration=task.configuration)

    def break_off(_done: Done) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(batch_module, "export_office", slowly)
    with pytest.raises(KeyboardInterrupt):
        batch(NAMES, alone, break_off)
    assert len(worked) < len(NAMES) // 2


def test_results_stand_in_the_order_of_the_tasks(tmp_path: Path) -> None:
    tasks = offices(tmp_path)
    results = batch(tasks, lambda: ThreadPoolExecutor(2))
    assert [done.region for done in results] == list(REGIONS)


def test_what_was_written_is_told_as_it_is(tmp_path: Path) -> None:
    (task,) = offices(tmp_path, ("36.74",))
    (done,) = batch((task,), alone)
    folder = Path(task.folder)
    told = {one.name: (one.size, one.sha256) for one in done.files}
    there = {
        path.name: (path.stat().st_size, hashlib.sha256(path.read_bytes()).hexdigest())
        for path in folder.iterdir()
    }
    assert told == there


def test_an_office_with_a_mistake_is_told_and_the_others_are_made(tmp_path: Path) -> None:
    tasks = offices(tmp_path)
    Path(tasks[2].configuration).write_text(OFFICE.format(region="99.99"))
    results = batch(tasks, alone)
    assert [bool(done.files) for done in results] == [True, True, False, True, True]
    assert "99.99" in " ".join(results[2].problems)


def test_a_file_in_the_way_is_not_replaced(tmp_path: Path) -> None:
    (task,) = offices(tmp_path, ("36.74",))
    folder = Path(task.folder)
    folder.mkdir(parents=True)
    (folder / "naskah.txt").write_text("milik orang")
    (done,) = batch((task,), alone)
    assert ("naskah.txt" in done.problems[0], (folder / "naskah.txt").read_text()) == (True, "milik orang")


def test_an_error_of_the_program_is_told_of_its_office(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (task,) = offices(tmp_path, ("36.74",))

    def broken(*_arguments: object) -> None:
        raise ZeroDivisionError("salah hitung")

    monkeypatch.setattr(one_office, "plan", broken)
    assert export_office(task).problems == ("kesalahan program: ZeroDivisionError: salah hitung",)


def test_what_an_error_of_the_program_says_steers_no_terminal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (task,) = offices(tmp_path, ("36.74",))

    def broken(*_arguments: object) -> None:
        raise ValueError("di\x1b]0;judul\x07\nsini")

    monkeypatch.setattr(one_office, "plan", broken)
    assert export_office(task).problems == ("kesalahan program: ValueError: di<U+001B>]0;judul<U+0007> sini",)


def test_a_manifest_reads_as_it_was_written(tmp_path: Path) -> None:
    results = batch(offices(tmp_path), alone)
    write_manifest(tmp_path / "manifes.jsonl", results)
    assert read_manifest(tmp_path / "manifes.jsonl") == results


def test_a_torn_last_line_of_a_manifest_is_an_office_to_be_done_again(tmp_path: Path) -> None:
    path = tmp_path / "manifes.jsonl"
    with path.open("wb") as stream:
        append_line(stream, Done(configuration="a"))
        append_line(stream, Done(configuration="b"))
    path.write_bytes(path.read_bytes()[:-5])
    assert [done.configuration for done in read_manifest(path)] == ["a"]


def test_a_line_after_a_torn_one_stands_by_itself(tmp_path: Path) -> None:
    path = tmp_path / "manifes.jsonl"
    write_manifest(path, [Done(configuration="a"), Done(configuration="b")])
    path.write_bytes(path.read_bytes()[:-5])
    with begun(path, resume=True) as stream:
        append_line(stream, Done(configuration="c"))
    assert [done.configuration for done in read_manifest(path)] == ["a", "c"]


def test_one_run_at_a_time_writes_a_manifest(tmp_path: Path) -> None:
    path = tmp_path / "manifes.jsonl"
    with begun(path, resume=False) as stream:
        append_line(stream, Done(configuration="a"))
        with pytest.raises(Declined, match="massal lain sedang menulis"), begun(path, resume=False):
            pass
    assert [done.configuration for done in read_manifest(path)] == ["a"]


def test_a_run_that_began_while_another_ended_writes_to_the_manifest_that_has_the_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "manifes.jsonl"
    lock = fcntl.flock

    def late(*given: Any) -> None:
        monkeypatch.setattr(fcntl, "flock", lock)
        write_manifest(path, [Done(configuration="a")])
        lock(*given)

    monkeypatch.setattr(fcntl, "flock", late)
    with begun(path, resume=True) as stream:
        append_line(stream, Done(configuration="b"))
        assert [done.configuration for done in read_manifest(path)] == ["a", "b"]


def test_what_is_no_file_is_no_manifest(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "manifes.jsonl")
    with pytest.raises(Refused, match="bukan berkas"), begun(tmp_path / "manifes.jsonl", resume=False):
        pass


def test_an_office_is_complete_only_while_its_files_are_there(tmp_path: Path) -> None:
    (done,) = batch(offices(tmp_path, ("36.74",)), alone)
    folder = Path(done.folder)
    assert is_complete(done, folder)
    (folder / done.files[0].name).write_text("lain")
    assert not is_complete(done, folder)


@pytest.mark.penuh
def test_one_worker_and_three_make_the_same_files(tmp_path: Path) -> None:
    found = []
    for count in (1, 3):
        folder = tmp_path / str(count)
        tasks = [task._replace(formats=("pdf",)) for task in offices(folder)]
        results = batch(tasks, lambda count=count: processes(count))
        assert not [done.problems for done in results if done.problems]
        found.append(digests(folder / "keluaran"))
    assert found[0] == found[1]
