"""Printing through ``lp``: which printers there are, and handing files over. No shell ever sees a name."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from kampanye_tui.model.problem import Refused, refuse
from kampanye_tui.model.template import Sheet

if TYPE_CHECKING:
    from kampanye_tui.export import Delivered

PATIENCE = 20
"""Seconds for the printing system to answer."""
_NAMED = (Sheet.A1, Sheet.A2, Sheet.A3, Sheet.A4, Sheet.A5)
"""Sheets that printers know by the name that they have here."""


class Printers(NamedTuple):
    """The printers of this computer, the usual one first; ``why`` says why nothing can be printed."""

    names: tuple[str, ...]
    why: str = ""


class Lot(NamedTuple):
    """Files that are printed alike: on which sheet, and whether it is folded in the middle afterwards."""

    sheet: Sheet
    folded: bool
    paths: tuple[Path, ...]


class Order(NamedTuple):
    """What is handed over: to which printer, how many of each, whether on both sides."""

    printer: str
    copies: int
    both_sides: bool
    lots: tuple[Lot, ...]


def printers() -> Printers:
    """Return the printers; asks the printing system, which may take a moment."""
    if shutil.which("lp") is None:
        return Printers((), 'Perintah "lp" tidak ada; ambil berkasnya dan cetak dari komputer Anda.')
    names = _asked("lpstat", "-e").split()
    if not names:
        return Printers((), "Belum ada printer yang terdaftar; ambil berkasnya dan cetak dari komputer Anda.")
    found = re.search(r": (\S+)\s*$", _asked("lpstat", "-d"))
    usual = found[1] if found and found[1] in names else names[0]
    return Printers((usual, *(name for name in names if name != usual)))


def print_files(order: Order) -> str:
    """Hand each lot to the printer and return the numbers of the jobs.

    Raises :class:`Refused` with what ``lp`` says, and which jobs were accepted before.
    """
    accepted: list[str] = []
    for lot in order.lots:
        try:
            accepted.append(_handed_over(order, lot))
        except Refused as refused:
            if not accepted:
                raise
            before = f"Tugas {', '.join(accepted)} sudah diterima; cetak hanya yang belum"
            raise refuse(refused.problems[0].what, before) from refused
    return ", ".join(accepted)


def _handed_over(order: Order, lot: Lot) -> str:
    edge = "short" if lot.folded else "long"
    sides = f"two-sided-{edge}-edge" if order.both_sides else "one-sided"
    media = media_of(lot.sheet)
    options = ("-d", order.printer, "-n", str(order.copies), "-o", f"sides={sides}")
    done = _run("lp", *options, *(("-o", f"media={media}") if media else ()), *map(str, lot.paths))
    if done.returncode:
        said = done.stderr.strip().splitlines() or ["tanpa keterangan"]
        raise refuse(f"printer {order.printer} menolak: {said[0]}", "Periksa printernya, lalu cetak lagi")
    found = re.search(r"request id is (\S+)", done.stdout)
    return found[1] if found else done.stdout.strip()


def media_of(sheet: Sheet) -> str:
    """Return what the printing system calls a sheet; empty for those that no printer of an office holds.

    F4 has no name there that means the same everywhere, so its size is told.
    """
    if sheet is Sheet.F4:
        width, height = sheet.millimetres
        return f"Custom.{width}x{height}mm"
    return sheet.value if sheet in _NAMED else ""


def amount(papers: Sequence[Delivered], copies: int = 1) -> str:
    """Return how much paper that is, in words: ``5 dokumen, 48 halaman``."""
    pages = sum(one.made.pages or 0 for one in papers) * copies
    times = f", {copies} rangkap" if copies > 1 else ""
    return f"{len(papers)} dokumen{times}, {pages} halaman"


def _asked(*command: str) -> str:
    return _run(*command).stdout if shutil.which(command[0]) else ""


def _run(*command: str) -> subprocess.CompletedProcess[str]:
    """Run a program of the printing system, speaking English so that its answer can be read."""
    program = shutil.which(command[0]) or command[0]
    try:
        return subprocess.run(  # noqa: S603 - a list of arguments: no shell reads them
            [program, *command[1:]],
            capture_output=True,
            check=False,
            text=True,
            errors="replace",
            stdin=subprocess.DEVNULL,
            timeout=PATIENCE,
            env={**os.environ, "LC_ALL": "C"},
        )
    except subprocess.TimeoutExpired:
        raise refuse(f"sistem cetak tidak menjawab selama {PATIENCE} detik", "Coba lagi nanti") from None
