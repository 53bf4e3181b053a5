"""Papers of many offices at once, each office in its own folder, on whatever executor is given.

A task is plain values and so is what comes back: offices can be worked on in other processes and on other
machines, and their number changes nothing of what is written. What goes wrong in one office is told of that
office; the others go on.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Generator, Sequence
from concurrent.futures import BrokenExecutor, Executor, ProcessPoolExecutor, as_completed
from contextlib import closing
from multiprocessing import get_context
from pathlib import Path
from typing import NamedTuple

import msgspec

from kampanye_tui import __version__
from kampanye_tui.agreement.checks import run
from kampanye_tui.export import USUAL, Made, Request, deliver, folder_for, make_all, maker_for, plan
from kampanye_tui.garbage import collect_seldom
from kampanye_tui.model.batch import Done, Output
from kampanye_tui.model.finding import Level
from kampanye_tui.model.messages import system_error
from kampanye_tui.model.problem import Refused, refuse
from kampanye_tui.store.configuration import Located, open_configuration
from kampanye_tui.store.workspace import agreement_ids, load
from kampanye_tui.work import composed, library_for


class Task(NamedTuple):
    """An office: its configuration, where its files go, and what is wanted.

    Without ``templates`` and ``formats`` the configuration says which; ``folder`` empty is the office's own.
    """

    configuration: str
    folder: str = ""
    templates: tuple[str, ...] = ()
    formats: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    overwrite: bool = False


def asked(task: Task) -> str:
    """Return a short form of what a task asks for: another for other papers, configuration, or program."""
    what = task.templates, task.formats, task.recipients
    said = msgspec.json.encode((__version__, Path(task.configuration).read_bytes(), what))
    return hashlib.sha256(said).hexdigest()


def export_office(task: Task) -> Done:
    """Compose or open the agreement of an office, check it, make its papers and write them.

    Raises nothing: every problem is in what it returns.
    """
    try:
        return _exported(task)
    except Refused as refused:
        return _failed(task, *map(str, refused.problems))
    except OSError as error:
        return _failed(task, f"{error.filename or ''} {system_error(error)}".strip())
    except Exception as error:  # noqa: BLE001 - whatever it is, the other offices do not wait for it
        return _failed(task, f"kesalahan program: {type(error).__name__}: {error}")


def processes(count: int) -> Executor:
    """Return an executor of so many processes of this machine; each begins with all that papers need."""
    context = get_context("forkserver")
    context.set_forkserver_preload([__name__, "kampanye_tui.formats.pdf.writer"])
    return ProcessPoolExecutor(count, mp_context=context, initializer=collect_seldom)


def batch(
    tasks: Sequence[Task],
    executor: Callable[[], Executor],
    told: Callable[[Done], None] = lambda _done: None,
) -> tuple[Done, ...]:
    """Return what became of each office, in the order of the tasks; ``told`` hears of each as it is done.

    When a worker is killed, ``executor`` is asked for another, and the offices without a result are given out
    again: in halves, so that an office that ends every worker is found and told, and takes no other along.
    """
    results: dict[Task, Done] = {}
    groups = [tuple(dict.fromkeys(tasks))]
    while groups:
        group = groups.pop()
        with closing(_results(group, executor)) as finished:
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
            results[task] = _failed(task, "proses yang mengerjakannya terhenti")
            told(results[task])
    return tuple(results[task] for task in tasks)


def _results(
    tasks: Sequence[Task], executor: Callable[[], Executor]
) -> Generator[tuple[Task, Done], None, None]:
    """Yield what workers bring back, in any order, until all is done or one of them is killed."""
    with executor() as workers:
        try:
            futures = {workers.submit(export_office, task): task for task in tasks}
            for future in as_completed(futures):
                yield futures[future], future.result()
        except BrokenExecutor:
            return
        finally:
            # Whoever breaks off does not wait for offices that nobody has begun.
            workers.shutdown(cancel_futures=True)


def _exported(task: Task) -> Done:
    located = open_configuration(task.configuration)
    wanted = asked(task)
    ids = agreement_ids(located.workspace)
    if len(ids) > 1:
        raise refuse("ada beberapa naskah di ruang kerja ini", "Kerjakan kantor ini sendiri dengan: ekspor")
    agreement = load(located.workspace, ids[0]).agreement if ids else None
    library = library_for(located, agreement)
    agreement = agreement or composed(located, library)
    maker = maker_for(located, library, agreement)
    made = make_all(maker, plan(agreement, library, _request(task, located), maker.state))
    folder = Path(task.folder) if task.folder else folder_for(located, ids[0] if ids else None)
    paths = [folder / one.job.name for one in made]
    deliver(library, agreement.id, made, paths, overwrite=task.overwrite)
    findings = run(agreement, library.reference, library.rules)
    return Done(
        configuration=task.configuration,
        folder=str(folder),
        region=agreement.reference.region.code,
        office=agreement.office.name,
        agreement=agreement.id,
        files=tuple(map(_output, made)),
        required=sum(finding.level is Level.REQUIRED for finding in findings),
        packs=library.host.packs(),
        asked=wanted,
    )


def _failed(task: Task, *problems: str) -> Done:
    return Done(configuration=task.configuration, problems=problems)


def _request(task: Task, located: Located) -> Request:
    choice = located.configuration.export
    return Request(
        task.templates or choice.templates or USUAL,
        task.formats or choice.formats,
        task.recipients or choice.recipients,
    )


def _output(made: Made) -> Output:
    return Output(name=made.job.name, pages=made.pages, size=len(made.data), sha256=made.sha256)
