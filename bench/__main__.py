"""``make bench``, round by round: 18 numbered copies by the program and by plain fpdf2; the first paint."""

from __future__ import annotations

import json
import platform
import statistics
import sys
import time
from collections.abc import Callable
from io import BytesIO

from bench.first_paint import first_paint, report
from bench.plain_fpdf2 import render
from bench.sample import sample_agreement, sample_library
from kampanye_tui.agreement.state import state
from kampanye_tui.export import Maker, Request, plan
from kampanye_tui.model.document import Document

ROUNDS = 3
"""Counted; medians settle within some per cent on a shared machine."""


def main() -> None:
    """Print medians, their spread and the ratios; the same as JSON behind ``--json``."""
    paints = first_paint()
    report(paints)
    documents, write = copies()

    def own() -> None:
        for document in documents:
            write(document)

    def plain() -> None:
        for document in documents:
            render(document)

    def shaped() -> None:
        for document in documents:
            render(document, shaped=True)

    ways = {"kampanye": own, "fpdf2 multi_cell": plain, "fpdf2 multi_cell, shaped": shaped}
    times = alternating(ways)
    medians = {name: statistics.median(seconds) for name, seconds in times.items()}
    base = medians["kampanye"]
    print(f"{len(documents)} copies, {ROUNDS} alternating rounds, {machine()}")
    for name, seconds in times.items():
        print(
            f"{name:26} {medians[name] * 1000:8.0f} ms  "
            f"[{min(seconds) * 1000:.0f}–{max(seconds) * 1000:.0f}]  {medians[name] / base:5.1f} ×"
        )
    if "--json" in sys.argv:
        print(
            json.dumps(
                {"machine": machine(), "first paint": paints, "copies": len(documents), "seconds": times}
            )
        )


def copies() -> tuple[list[Document], Callable[[Document], int]]:
    """Return the documents of the 18 copies and what writes one as PDF."""
    library = sample_library()
    agreement = sample_agreement(library)
    maker = Maker(agreement, state(agreement), library)
    request = Request(("salinan-peserta",), ("pdf",), ("peserta-pemilu",))
    jobs = plan(agreement, library, request)
    pdf = library.format("pdf")
    return (
        [maker.document(job.template, job.copy) for job in jobs],
        lambda document: pdf.write(document, BytesIO(), maker.options) or 0,
    )


def alternating(ways: dict[str, Callable[[], None]]) -> dict[str, list[float]]:
    """Return seconds a round for each way; a first round warms caches and is not counted."""
    times: dict[str, list[float]] = {name: [] for name in ways}
    for number in range(ROUNDS + 1):
        for name, way in ways.items():
            start = time.perf_counter()
            way()
            if number:
                times[name].append(time.perf_counter() - start)
    return times


def machine() -> str:
    """Return what the figures were measured on."""
    return f"CPython {platform.python_version()}, {platform.machine()}, {platform.system()}"


main()
