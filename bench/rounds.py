"""Alternating rounds: each way runs once a round, so that what disturbs the machine disturbs all of them."""

from __future__ import annotations

import gc
import platform
import resource
import statistics
import time
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

ROUNDS = 7
"""Counted; one more before them warms what can be warmed."""


class Taken(NamedTuple):
    """What one round of one way took, in seconds: by the clock, and of processors, those of children too."""

    wall: float
    cpu: float


Times = Mapping[str, list[Taken]]


class Section(NamedTuple):
    """What one measure has to tell: Markdown for people, figures for programs."""

    lines: tuple[str, ...]
    figures: Mapping[str, Any]


def alternating(ways: Mapping[str, Callable[[int], object]]) -> Times:
    """Return the rounds of each way, which is called with the number of the round; round 0 does not count."""
    times: dict[str, list[Taken]] = {name: [] for name in ways}
    for number in range(ROUNDS + 1):
        for name, way in ways.items():
            took = taken(way, number)
            if number:
                times[name].append(took)
    return times


def taken(way: Callable[[int], object], number: int) -> Taken:
    """Run a way once; what others left behind is cleared away before the clock starts."""
    gc.collect()
    wall, cpu = time.perf_counter(), _processors()
    way(number)
    return Taken(time.perf_counter() - wall, _processors() - cpu)


def _processors() -> float:
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


def median(times: Iterable[Taken]) -> Taken:
    """Return the medians of both clocks."""
    return Taken(*map(statistics.median, zip(*times, strict=True)))


def spread(times: Iterable[Taken]) -> str:
    """Return the median by the clock with the least and the most, in milliseconds."""
    walls = [one.wall * 1000 for one in times]
    return f"{digits(statistics.median(walls))} [{digits(min(walls))}–{digits(max(walls))}]"


def digits(milliseconds: float) -> str:
    """Return a figure with as many digits as it is worth."""
    return f"{milliseconds:.2f}" if milliseconds < 10 else f"{milliseconds:.0f}"


def times_as_many(part: float, whole: float) -> str:
    """Return how many times ``part`` is in ``whole``."""
    return f"{whole / part:.2f} ×" if whole < 10 * part else f"{whole / part:.0f} ×"


def table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> tuple[str, ...]:
    """Return a table in Markdown; the first column holds names, the others figures."""
    names = tuple(head)
    rule = ("---", *("---:" for _name in names[1:]))
    return tuple(f"| {' | '.join(cells)} |" for cells in (names, rule, *map(tuple, rows)))


def machine() -> str:
    """Return what the figures were measured on."""
    cpus = _models(Path("/proc/cpuinfo").read_text())
    return (
        f"{len(cpus)} × {cpus[0]}, {platform.system()} {platform.machine()}, "
        f"CPython {platform.python_version()}"
    )


def _models(cpuinfo: str) -> list[str]:
    """Return the name of each processor that Linux lists."""
    named = [line.partition(":")[2].strip() for line in cpuinfo.splitlines() if line.startswith("model name")]
    return named or [platform.processor() or "CPU"]
