"""An office of a batch: its papers made from its folders, or from its parcel on a machine that sees none.

A task and an order are plain values, and so is what comes back of them. What goes wrong is told in what comes
back, so that no office takes another along.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from concurrent.futures import BrokenExecutor
from functools import cache, partial
from pathlib import Path
from socket import gethostname
from threading import Lock
from typing import NamedTuple, TypeVar

import msgspec

from kampanye_tui.agreement.checks import run
from kampanye_tui.export import (
    USUAL,
    Finished,
    Request,
    folder_for,
    make_all,
    maker_for,
    plan,
    write_finished,
)
from kampanye_tui.garbage import collect_seldom
from kampanye_tui.model.batch import Done, Output
from kampanye_tui.model.finding import Level
from kampanye_tui.model.messages import program_error, system_error
from kampanye_tui.model.pack import PackUse
from kampanye_tui.model.problem import Refused, refuse
from kampanye_tui.model.text import unseen
from kampanye_tui.parcel import Parcel, here, only_agreement, parcel_of, unpacked
from kampanye_tui.plugin.host import Host
from kampanye_tui.plugin.library import Library
from kampanye_tui.store.configuration import Located, open_configuration
from kampanye_tui.store.workspace import load
from kampanye_tui.work import composed, library_for

T = TypeVar("T")


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


class Order(NamedTuple):
    """A task for a machine that sees none of the office's folders; ``versions`` are those it has to have."""

    task: Task
    parcel: Parcel
    asked: str
    versions: dict[str, str]


class Papers(NamedTuple):
    """What comes back of an office: whose agreement, its files, what was found.

    ``heard`` tells whether a pack wants to hear which files are new where they are written.
    """

    region: str
    office: str
    agreement: str
    files: tuple[Finished, ...]
    required: int
    packs: tuple[PackUse, ...]
    heard: bool


def asked(task: Task) -> str:
    """Return a short form of what a task asks for: another for other papers, or of anything else.

    Configuration, text, ledger, logo, typeface, packs and program, with its libraries, have a say in it.
    Raises as :func:`parcel_of` does.
    """
    return _asked(task, parcel_of(open_configuration(task.configuration)))


def export_office(task: Task) -> Done:
    """Compose or open the agreement of an office, check it, make its papers and write them.

    Raises nothing: every problem is in what it returns.
    """
    return or_failed(task, partial(_exported, task))


def papers_of(order: Order) -> Papers | Done:
    """Return the papers of an office from its parcel alone, on whatever machine; one at a time in a process.

    Raises nothing, as :func:`export_office`.
    """
    with _ALONE:
        _settle()
        return or_failed(order.task, partial(_made_here, order))


_ALONE = Lock()
"""Calls of packs lead the output of the whole process aside, and workers may have several threads."""


@cache
def _settle() -> None:
    """Make a worker's process ready once: nobody of ours begins it, as the processes of this machine."""
    collect_seldom()


def order_of(task: Task) -> Order:
    """Return an office as it is handed to another machine; raises as :func:`parcel_of` does."""
    parcel = parcel_of(open_configuration(task.configuration))
    return Order(task, parcel, _asked(task, parcel), here())


def _asked(task: Task, parcel: Parcel) -> str:
    what = task.templates, task.formats, task.recipients
    return hashlib.sha256(msgspec.json.encode((here(), parcel.sha256, what))).hexdigest()


def _exported(task: Task) -> Done:
    located = open_configuration(task.configuration)
    what = _asked(task, parcel_of(located))
    papers, library = _papers(task, located)
    return _written(task, located, papers, library.host, what)


def _made_here(order: Order) -> Papers | Done:
    own = here()
    other = [
        f"{name} {own.get(name, '-')}" for name in order.versions if own.get(name) != order.versions[name]
    ]
    if other:
        what = f"komputer pekerja {gethostname()} memakai versi lain: {', '.join(other)}"
        raise refuse(what, "Pasang program yang sama di semua komputer, lalu ulangi dengan --lanjut")
    with unpacked(order.parcel) as office:
        if problem := office.endangers_code:
            # Other papers would be made without it, and nobody told.
            what = f"di komputer pekerja {gethostname()}, {problem.file} {problem.what}"
            raise refuse(what, problem.hint)
        make = partial(_papers, order.task, office.located, office.logos)
        found = or_failed(order.task, make)
        if isinstance(found, Done):
            # Whoever reads of a file looks for it in the office's folder, and never saw ours.
            return failed(order.task, *map(office.without_folders, found.problems))
        return found[0]


def _papers(task: Task, located: Located, logos: Path | None = None) -> tuple[Papers, Library]:
    """Return the papers of an office, and the packs that had a say in them; nothing is written."""
    saved = only_agreement(located)
    agreement = load(located.workspace, saved).agreement if saved else None
    library = library_for(located, agreement)
    agreement = agreement or composed(located, library)
    maker = maker_for(located, library, agreement, logos=logos)
    made = make_all(maker, plan(agreement, library, _request(task, located), maker.state))
    findings = run(agreement, library.reference, library.rules, maker.state.ledger)
    papers = Papers(
        region=agreement.reference.region.code,
        office=agreement.office.name,
        agreement=agreement.id,
        files=tuple(one.finished for one in made),
        required=sum(finding.level is Level.REQUIRED for finding in findings),
        packs=library.host.packs(),
        heard=library.host.hears("kampanye_exported"),
    )
    return papers, library


def write_papers(task: Task, found: Papers | Done, asked: str) -> Done:
    """Write what another machine made, as was ``asked``; raises Refused, Declined and OSError.

    Where files go and what they were made from is known here, and believed of nobody.
    """
    if isinstance(found, Done):
        return failed(task, *found.problems)
    strange = [one.name for one in found.files if not _is_plain(one.name)]
    if strange:
        raise refuse(f'pekerja mengirim berkas bernama "{strange[0]}", jadi tidak ada yang ditulis')
    located = open_configuration(task.configuration)
    host = None
    if found.heard:
        saved = only_agreement(located)
        agreement = load(located.workspace, saved).agreement if saved else None
        host = library_for(located, agreement).host
    return _written(task, located, found, host, asked)


def _is_plain(name: str) -> bool:
    """Tell whether a file of that name lies in the folder that it is put into, and can be seen there."""
    return name not in ("", "..") and name == Path(name).name and not any(unseen(name))


def _written(task: Task, located: Located, papers: Papers, host: Host | None, asked: str) -> Done:
    """Write the papers of an office, and tell the packs of a ``host`` of those that are new."""
    folder = Path(task.folder) if task.folder else folder_for(located, only_agreement(located))
    paths = [folder / one.name for one in papers.files]
    write_finished(papers.files, paths, papers.agreement, host, overwrite=task.overwrite)
    return Done(
        configuration=task.configuration,
        folder=str(folder),
        region=papers.region,
        office=papers.office,
        agreement=papers.agreement,
        files=tuple(map(_output, papers.files)),
        required=papers.required,
        packs=papers.packs,
        asked=asked,
    )


def or_failed(task: Task, work: Callable[[], T]) -> T | Done:
    """Return what ``work`` returns, or the office with what kept it from that.

    A worker that is gone is nothing of the office's: :class:`BrokenExecutor` is raised on.
    """
    try:
        return work()
    except BrokenExecutor:
        raise
    except Refused as refused:
        return failed(task, *map(str, refused.problems))
    except OSError as error:
        return failed(task, f"{error.filename or ''} {system_error(error)}".strip())
    except Exception as error:  # noqa: BLE001 - whatever it is, the other offices do not wait for it
        return failed(task, program_error(error))


def failed(task: Task, *problems: str) -> Done:
    """Return an office that has no papers, and why."""
    return Done(configuration=task.configuration, folder=task.folder, problems=problems)


def _request(task: Task, located: Located) -> Request:
    choice = located.configuration.export
    return Request(
        task.templates or choice.templates or USUAL,
        task.formats or choice.formats,
        task.recipients or choice.recipients,
    )


def _output(one: Finished) -> Output:
    return Output(name=one.name, pages=one.pages, size=len(one.data), sha256=one.sha256)
