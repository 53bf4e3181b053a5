"""A recap of the whole country and of parts of it, cold and warm: how it grows, and what memory it takes."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from tests.country import OFFICES, country

from bench.rounds import Section, digits, table
from bench.sample import ROOT

COUNTS = (69, 138, 276, OFFICES)
ROUNDS = 3
"""Counted, of each number of offices; what is kept between runs is deleted before a cold one."""
PROGRAM = """
import json, os, pathlib, resource, sys, time
begin = time.perf_counter()
from kampanye_tui.cli.main import run
out, sys.stdout = sys.stdout, open(os.devnull, "w")
code = run(None, ["rekap", *sys.argv[1:], "--per", "1-12-2023"])
wall = time.perf_counter() - begin
own, others = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
from kampanye_tui.recap import MOST_WORKERS
workers = min(os.cpu_count() or 1, MOST_WORKERS) if others.ru_utime else 0
# Its ru_maxrss begins with that of the process that started it.
most = int(pathlib.Path("/proc/self/status").read_text().split("VmHWM:")[1].split()[0])
print(json.dumps({
    "code": code, "wall": wall, "cpu": sum(one.ru_utime + one.ru_stime for one in (own, others)),
    "memory": (most + workers * others.ru_maxrss) / 1024,
}), file=out)
"""


class Run(NamedTuple):
    """Seconds by the clock and of processors, and at most so many MB of all its processes together."""

    wall: float
    cpu: float
    memory: float


def measure() -> Section:
    """Measure cold and warm runs for each number of offices."""
    found: dict[str, dict[int, list[Run]]] = {
        kind: {count: [] for count in COUNTS} for kind in ("cold", "warm")
    }
    with tempfile.TemporaryDirectory(prefix="kampanye-bench-") as made:
        offices = [str(one.folder) for one in country(Path(made) / "kiriman")]
        for number in range(ROUNDS):
            for count in COUNTS:
                cache = Path(made) / f"cache-{number}-{count}"
                # The first fills what every command keeps of packs, and a recap of another folder.
                _run(cache, offices[-1:])
                found["cold"][count].append(_run(cache, offices[:count]))
                found["warm"][count].append(_run(cache, offices[:count]))
    return Section(
        _lines(found), {kind: {str(n): runs for n, runs in of.items()} for kind, of in found.items()}
    )


def _run(cache: Path, folders: Sequence[str]) -> Run:
    ran = subprocess.run(
        [sys.executable, "-c", PROGRAM, *folders],
        cwd=ROOT,
        env={**os.environ, "XDG_CACHE_HOME": str(cache)},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        check=True,
    )
    said = json.loads(ran.stdout)
    assert said["code"] == 0
    return Run(said["wall"], said["cpu"], said["memory"])


def _lines(found: dict[str, dict[int, list[Run]]]) -> tuple[str, ...]:
    rows = []
    for kind, of in found.items():
        middle = {count: Run(*map(statistics.median, zip(*runs, strict=True))) for count, runs in of.items()}
        for count, run in middle.items():
            least = min(one.wall for one in of[count])
            rows.append(
                (f"{kind}, {count}", f"{run.wall:.2f}", f"{least:.2f}", f"{run.cpu:.2f}", f"{run.memory:.0f}")
            )
        slope, start = statistics.linear_regression(list(middle), [run.cpu for run in middle.values()])
        fit = statistics.correlation(list(middle), [run.cpu for run in middle.values()]) ** 2
        rows.append(
            (
                f"{kind}, straight line",
                "",
                "",
                f"{start:.2f} + {digits(slope * 1000)} ms an office, R² {fit:.3f}",
                "",
            )
        )
    return (
        "## Recap",
        "",
        "`kampanye rekap` of so many offices, in a process of its own; most naskah are closed, with a "
        "hundred events. Memory is that of all its processes, what they share counted in each.",
        "",
        *table(("offices", "s, median", "s, least", "s of processors", "MB"), rows),
    )
