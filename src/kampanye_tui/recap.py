"""Agreements of many offices in figures, from the files that arrived; what was told before is kept.

Folders come in, a :class:`Recap` goes out. Each agreement is read and hashed every time, and verified only
where its bytes are others than before: what is kept is keyed by their SHA-256, and may be deleted. What is
wrong with one is told of that one; the others go on.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import BrokenExecutor, ProcessPoolExecutor
from contextlib import suppress
from datetime import date
from multiprocessing import get_context
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

import msgspec

from kampanye_tui.agreement.clause_sets import OfferedSet
from kampanye_tui.agreement.summary import Recap, gathered, told
from kampanye_tui.agreement.verification import Verified, verified
from kampanye_tui.garbage import collect_seldom
from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.messages import program_error, system_error
from kampanye_tui.model.problem import Problem, Refused, refuse
from kampanye_tui.model.reading import read_table
from kampanye_tui.model.recap import OfficeSummary, Stage, Trouble
from kampanye_tui.model.reference import Reference
from kampanye_tui.model.source import decode, parse_toml
from kampanye_tui.model.toml_sections import Sections
from kampanye_tui.plugin.national_sets import national_sets
from kampanye_tui.plugin.readings import program
from kampanye_tui.store.arrivals import Arrival, arrivals, content_of
from kampanye_tui.store.cache import Cache, cache_home
from kampanye_tui.worker_end import end_with_program

FOLDER = "rekap"
"""Of what is kept, in the user's cache folder."""
ALONE = 40
"""Agreements that one process has verified before another one would have begun."""
MOST_WORKERS = 4
_PORTION = 12
"""Agreements that a worker takes at once."""
_REFERENCE = "acuan"
_SHARED = {"peserta": "contestants", "dasar_hukum": "legal_basis", "istilah": "terms"}
"""Keys of the reference in a text → fields, whose rows are the same in many offices."""
_MOST_ROWS = 20
"""So many sets of such rows are remembered."""
Sets: TypeAlias = Mapping[str, OfferedSet]


class Known(msgspec.Struct, frozen=True):
    """What was told of an agreement: one of both, and the SHA-256 of the bytes that it was told from."""

    sha256: str = ""
    office: OfficeSummary | None = None
    trouble: Trouble | None = None

    @property
    def told(self) -> OfficeSummary | Trouble | None:
        """What it is."""
        return self.office or self.trouble


class _Reader:
    """Reads texts that say much the same.

    The last one is remembered, since a final text is there twice, and so are the rows of the reference that
    offices share: they are a third of what there is to read.
    """

    def __init__(self) -> None:
        self._sections = Sections()
        self._last: tuple[bytes, Agreement] | None = None
        self._rows: dict[str, dict[str, Any]] = {}

    def __call__(self, data: bytes, label: str) -> Agreement:
        """Return the agreement of a file; raises :class:`Refused`."""
        if self._last is None or self._last[0] != data:
            table = parse_toml(decode(data, label), label, self._sections.loads)
            self._last = data, self._agreement(table, label)
        return self._last[1]

    def _agreement(self, table: dict[str, Any], label: str) -> Agreement:
        whole = table.get(_REFERENCE)
        if isinstance(whole, dict):
            rows = {key: whole[key] for key in _SHARED if key in whole}
            bare = {key: value for key, value in whole.items() if key not in rows}
            # Where anything is refused, the table is read again as it stands: its problems are told in order.
            with suppress(Refused):
                agreement = read_table(Agreement, {**table, _REFERENCE: bare}, label)
                shared = self._shared(whole, rows, label)
                reference = msgspec.structs.replace(agreement.reference, **shared)
                return msgspec.structs.replace(agreement, reference=reference)
        return read_table(Agreement, table, label)

    def _shared(self, whole: dict[str, Any], rows: dict[str, Any], label: str) -> dict[str, Any]:
        """Return the fields of rows; as text, no two rows that read differently are alike."""
        told = repr(rows)
        if told not in self._rows:
            made = read_table(Reference, whole, label)
            if len(self._rows) >= _MOST_ROWS:
                self._rows.clear()
            self._rows[told] = {name: getattr(made, name) for name in _SHARED.values()}
        return self._rows[told]


class _Worker(NamedTuple):
    """What works on one agreement after another."""

    sets: Sets
    reader: _Reader

    def known(self, arrival: Arrival, before: Known | None) -> Known:
        """Return what is told of an agreement; ``before`` where its bytes are the same. Raises nothing."""
        sha256 = ""
        try:
            content = content_of(arrival)
            if before is not None and content.sha256 == before.sha256:
                return before
            sha256 = content.sha256
            made = told(verified(content.kept, self.reader), arrival.label, self.sets)
        except Refused as refused:
            made = Trouble(place=arrival.label, reason=str(refused.problems[0]))
        except OSError as error:
            problem = Problem(what=system_error(error), hint="Periksa izinnya", file=arrival.label)
            made = Trouble(place=arrival.label, reason=str(problem))
        except Exception as error:  # noqa: BLE001 - whatever it is, the other offices do not wait for it
            made = Trouble(place=arrival.label, reason=program_error(error))
        return Known(sha256, made, None) if isinstance(made, OfficeSummary) else Known(sha256, None, made)


class Asked(NamedTuple):
    """What somebody wants to see of what arrived: the part of some provinces and stages, none meaning all.

    Days without news are counted up to ``day``.
    """

    places: tuple[Path, ...]
    day: date
    provinces: tuple[str, ...] = ()
    stages: tuple[Stage, ...] = ()


class Found(NamedTuple):
    """One agreement as it lies there now, and what a recap tells of it."""

    told: OfficeSummary | Trouble
    verified: Verified


def found_again(places: Iterable[Path], label: str) -> Found:
    """Return the agreement that a recap of some places called by that label, read and verified anew.

    Raises :class:`Refused` where it is gone or cannot be read, and :class:`OSError`.
    """
    for place in places:
        for one in arrivals(place):
            if isinstance(one, Arrival) and one.label == label:
                found = verified(content_of(one).kept)
                return Found(told(found, label, national_sets()[1]), found)
    raise refuse("kiriman ini sudah tidak ada", "Muat lagi rekapnya", file=label)


def recap(
    places: Sequence[Path],
    done: Callable[[int, int], None] = lambda _done, _all: None,
    *,
    forks: bool = True,
) -> Recap:
    """Return the recap of all that lies in some places; ``done`` hears how many of how many are told.

    A process with threads says ``forks=False``: a fork would have their locks, but not who opens them.
    """
    fingerprint, sets = national_sets()
    cache = Cache(cache_home() / FOLDER, program() + fingerprint.encode())
    asked = "\n".join(str(place.resolve()) for place in places)
    name = hashlib.sha256(asked.encode(errors="replace")).hexdigest()
    before = _read(cache.get(name))
    found: dict[str, Arrival] = {}
    troubles: list[Trouble] = []
    for place in dict.fromkeys(places):
        for one in arrivals(place):
            if isinstance(one, Problem):
                troubles.append(Trouble(place=one.file, reason=str(one)))
            else:
                found[one.label] = one
    results = _all_known(tuple(found.values()), before, sets, done, forks=forks)
    if results != before:
        cache.put(name, msgspec.msgpack.encode(results))
    return gathered((*troubles, *(known.told for known in results.values() if known.told)))


def _read(kept: bytes | None) -> dict[str, Known]:
    try:
        return msgspec.msgpack.decode(kept, type=dict[str, Known]) if kept else {}
    except msgspec.MsgspecError:
        return {}


def _all_known(
    found: Sequence[Arrival],
    before: Mapping[str, Known],
    sets: Sets,
    done: Callable[[int, int], None],
    *,
    forks: bool,
) -> dict[str, Known]:
    """Return what is told of each by its label; many that are new are shared among processes, if it forks."""
    worker = _Worker(sets, _Reader())
    new = [one for one in found if one.label not in before]
    results: dict[str, Known] = {}
    if forks and len(new) > ALONE:
        for known in _shared(new, worker):
            results |= known
            done(len(results), len(found))
    for one in found:
        if one.label not in results:
            results[one.label] = worker.known(one, before.get(one.label))
            done(len(results), len(found))
    return {one.label: results[one.label] for one in found}


def _shared(found: Sequence[Arrival], worker: _Worker) -> Iterator[dict[str, Known]]:
    """Yield what workers bring back, until all is done or one of them is killed."""
    portions = [found[at : at + _PORTION] for at in range(0, len(found), _PORTION)]
    count = min(os.cpu_count() or 1, MOST_WORKERS, len(portions))
    # A fork has all that is needed at once: a process that begins anew would import for a third of a second.
    context = get_context("fork")
    try:
        with ProcessPoolExecutor(count, context, _begin, (worker,)) as workers:
            yield from workers.map(_portion, portions)
    except BrokenExecutor:
        return


_WORKER: list[_Worker] = []
"""In a process that was begun for it."""


def _begin(worker: _Worker) -> None:
    collect_seldom()
    end_with_program()
    _WORKER.append(worker)


def _portion(found: Iterable[Arrival]) -> dict[str, Known]:
    return {one.label: _WORKER[0].known(one, None) for one in found}
