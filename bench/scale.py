"""How cost grows: offices in a batch, and events in a ledger, each with a straight line through what it took.

    python -m bench.scale [--kantor 50 100 200 400] [--kejadian 1000 10000 40000]

prints the tables of docs/skala.md. Offices are the first of the country, with all their numbered copies; a
ledger holds copies that were printed, again and again.
"""

from __future__ import annotations

import argparse
import os
import statistics
import tempfile
import time
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from tests.country import ID, country

from bench.national import offices, over_the_country
from bench.rounds import digits, machine, table
from kampanye_tui.agreement.chain import Book, added, beginning, read_book
from kampanye_tui.agreement.state import state
from kampanye_tui.model.event import CopyDeed, CopyHandled
from kampanye_tui.store.plain_file import LARGEST_CHAIN
from kampanye_tui.store.workspace import load

OFFICES = (50, 100, 200, 400)
EVENTS = (1_000, 10_000, 40_000)
ROUNDS = 3
"""Of each ledger; the median counts."""


def of_offices(counts: Sequence[int]) -> tuple[str, ...]:
    """Return a table of batches of so many offices, on all processors."""
    rows, walls = [], []
    with tempfile.TemporaryDirectory(prefix="kampanye-bench-") as made:
        configurations = offices(Path(made) / "kantor")
        # The first batch of a machine fills the user's cache and the disk's; it is nobody's cost of growing.
        over_the_country(configurations[:1], Path(made) / "pemanasan", os.cpu_count() or 1)
        for count in counts:
            target = Path(made) / f"keluaran-{count}"
            run, _done = over_the_country(configurations[:count], target, os.cpu_count() or 1)
            walls.append(run.seconds)
            each = run.seconds / run.files * 1000
            rows.append(
                (
                    str(count),
                    str(run.files),
                    f"{run.size / 1e6:.0f}",
                    f"{run.seconds:.1f}",
                    f"{run.seconds / count * 1000:.0f}",
                    digits(each),
                    f"{run.memory:.0f}",
                )
            )
    head = ("kantor", "salinan", "MB", "detik", "ms per kantor", "ms per salinan", "MB memori per pekerja")
    return (*table(head, rows), "", _line(counts, walls, "kantor"))


def of_events(counts: Sequence[int]) -> tuple[str, ...]:
    """Return a table of ledgers of so many events: read and verified, and what follows from them."""
    rows, walls = [], []
    with tempfile.TemporaryDirectory(prefix="kampanye-bench-") as made:
        (office,) = country(Path(made), 1)
        agreement = load(office.folder, ID).agreement
        holder = agreement.copies[-1]
        when = datetime(2023, 12, 1, tzinfo=UTC)
        for count in counts:
            events = tuple(
                CopyHandled(
                    number=number,
                    occurred=when,
                    recorded=when,
                    operator="ani",
                    copy=holder.number,
                    form=holder.form.value,
                    deed=CopyDeed.PRINTED,
                    party=holder.holder,
                )
                for number in range(1, count + 1)
            )
            data, _book = added(Book((), beginning(ID)), events)
            read, derived = [], []
            for _round in range(ROUNDS):
                begun = time.perf_counter()
                book = read_book(data, ID, "buku.jsonl")
                between = time.perf_counter()
                state(agreement, book.events, book.head)
                read.append((between - begun) * 1000)
                derived.append((time.perf_counter() - between) * 1000)
            walls.append((statistics.median(read) + statistics.median(derived)) / 1000)
            rows.append(
                (
                    str(count),
                    f"{len(data) / 1e6:.1f}",
                    digits(statistics.median(read)),
                    digits(statistics.median(derived)),
                    "ya" if len(data) <= LARGEST_CHAIN else "ditolak",
                )
            )
    head = ("kejadian", "MB", "ms membaca dan memverifikasi", "ms menurunkan keadaan", "diterima program")
    return (*table(head, rows), "", _line(counts, walls, "kejadian"))


def _line(counts: Sequence[int], seconds: Sequence[float], what: str) -> str:
    slope, start = statistics.linear_regression(counts, seconds)
    fit = statistics.correlation(counts, seconds) ** 2
    return f"Garis lurus: {start:.2f} detik + {slope * 1000:.3g} ms per {what}, R² {fit:.4f}."


def main() -> None:
    """Print both tables, with machine and load."""
    asked = argparse.ArgumentParser(prog="python -m bench.scale")
    asked.add_argument("--kantor", type=int, nargs="+", default=OFFICES)
    asked.add_argument("--kejadian", type=int, nargs="+", default=EVENTS)
    chosen = asked.parse_args()
    print(f"{machine()}; beban {os.getloadavg()[0]:.1f} ketika dimulai.", end="\n\n", flush=True)
    print("\n".join(of_events(chosen.kejadian)), end="\n\n", flush=True)
    print("\n".join(of_offices(chosen.kantor)))


if __name__ == "__main__":
    main()
