"""Papers of many offices at once, each office in its own folder, on whatever executor is given.

Offices can be worked on in other processes, which read the folders of the office themselves, and on other
machines, which are handed what lies there and hand back the bytes of the papers. Neither changes anything of
what is written. What goes wrong in one office is told of that office; the others go on.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Generator, Sequence
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Executor, Future, ProcessPoolExecutor, wait
from contextlib import closing, suppress
from functools import partial
from multiprocessing import get_context
from typing import Any

from kampanye_tui.garbage import collect_seldom
from kampanye_tui.model.batch import Done
from kampanye_tui.one_office import (
    Task,
    export_office,
    failed,
    or_failed,
    order_of,
    papers_of,
    write_papers,
)
from kampanye_tui.worker_end import end_with_program

MOST_GIVEN = 64
"""Offices that are given out at a time: those of some ten machines. Papers of each wait in 2 MB of memory."""


def processes(count: int) -> Executor:
    """Return an executor of so many processes of this machine; each begins with all that papers need."""
    context = get_context("forkserver")
    context.set_forkserver_preload([__name__, "kampanye_tui.formats.pdf.writer"])
    return ProcessPoolExecutor(count, mp_context=context, initializer=_begin)


def _begin() -> None:
    """Make a process ready that was begun for offices."""
    collect_seldom()
    end_with_program()


def batch(
    tasks: Sequence[Task],
    executor: Callable[[], Executor],
    told: Callable[[Done], None] = lambda _done: None,
    *,
    by_value: bool = False,
) -> tuple[Done, ...]:
    """Return what became of each office, in the order of the tasks; ``told`` hears of each as it is done.

    ``by_value`` is for an executor whose workers see no folder of ours: they are handed what they need, and
    what comes back is written here. When a worker is killed, the offices without a result are given out
    again, on another ``executor``: in halves, so that an office that ends every worker is found and told, and
    takes no other along.
    """
    results: dict[Task, Done] = {}
    groups = [tuple(dict.fromkeys(tasks))]
    while groups:
        group = groups.pop()
        with closing(_results(group, executor, by_value=by_value)) as finished:
            for task, done in finished:
                results[task] = done
                told(done)
        lost = tuple(task for task in group if task not in results)
        if len(lost) > 1:
            half = len(lost) // 2
            groups += [lost[half:], lost[:half]]
        elif lost and len(group) > 1:
            groups.append(lost)
        elif lost:
            (task,) = lost
            results[task] = failed(task, "proses yang mengerjakannya terhenti")
            told(results[task])
    return tuple(results[task] for task in tasks)


def _results(
    tasks: Sequence[Task], executor: Callable[[], Executor], *, by_value: bool
) -> Generator[tuple[Task, Done], None, None]:
    """Yield what workers bring back, in any order; an office whose worker was killed brings nothing."""
    waiting = deque(tasks)
    given: dict[Future[Any], tuple[Task, str | None]] = {}
    with executor() as workers:
        try:
            while waiting or given:
                while waiting and len(given) < MOST_GIVEN:
                    task = waiting.popleft()
                    order = or_failed(task, partial(order_of, task)) if by_value else None
                    if isinstance(order, Done):
                        yield task, order
                    elif order is not None:
                        given[workers.submit(papers_of, order)] = task, order.asked
                    else:
                        given[workers.submit(export_office, task)] = task, None
                for future in wait(given, return_when=FIRST_COMPLETED).done if given else ():
                    task, asked = given.pop(future)
                    with suppress(BrokenExecutor):
                        yield task, or_failed(task, partial(_brought, task, asked, future))
        except BrokenExecutor:
            return
        finally:
            # Whoever breaks off does not wait for offices that nobody has begun.
            workers.shutdown(cancel_futures=True)


def _brought(task: Task, asked: str | None, future: Future[Any]) -> Done:
    """Return what a worker brought back; what another machine made, as ``asked``, is written first."""
    found = future.result()
    return found if asked is None else write_papers(task, found, asked)
