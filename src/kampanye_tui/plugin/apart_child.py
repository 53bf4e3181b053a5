"""The child process in which a format of a Python pack writes: an order comes in, JSON and bytes go out.

Standard output belongs to the result, so what the pack prints is led to standard error first.
"""

from __future__ import annotations

import json
import os
import pickle
import resource
import sys
from io import BytesIO

from kampanye_tui.model.export_format import ExportFormat
from kampanye_tui.plugin.apart import Order
from kampanye_tui.plugin.guard import Fault, guarded
from kampanye_tui.plugin.intake import items
from kampanye_tui.plugin.python_pack import load

_MEMORY = 2 * 1024**3
_LARGEST = 64 * 1024**2
"""Bytes that a format may write."""


def main() -> None:
    """Carry out the order on standard input."""
    result = os.dup(1)
    os.dup2(2, 1)
    order: Order = pickle.load(sys.stdin.buffer)  # noqa: S301 - it comes from the program that started us
    _limit(order.seconds)
    try:
        pages, data = _written(order)
        told: dict[str, object] = {"galat": None, "halaman": pages}
    except Fault as fault:
        data, told = b"", {"galat": str(fault), "halaman": None}
        sys.stderr.write(fault.printed)
    with os.fdopen(result, "wb") as stream:
        stream.write(json.dumps(told).encode() + b"\n" + data)
    sys.stderr.flush()
    # Threads that a pack left behind must not keep a finished process.
    os._exit(0)


def _limit(seconds: float) -> None:
    """Bound memory, processor time and the size of files, for this process and those it starts."""
    whole = int(seconds) + 1
    for what, most in (
        (resource.RLIMIT_AS, _MEMORY),
        (resource.RLIMIT_CPU, whole),
        (resource.RLIMIT_FSIZE, _LARGEST),
        (resource.RLIMIT_CORE, 0),
    ):
        _soft, hard = resource.getrlimit(what)
        most = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(what, (most, most))


def _written(order: Order) -> tuple[int | None, bytes]:
    module = load(order.folder).value
    own = BytesIO()

    def call() -> int | None:
        formats = items(module.kampanye_export_formats(), ExportFormat)
        chosen = next((one for one in formats if one.id == order.format), None)
        if chosen is None:
            raise Fault(f'tidak lagi memberikan format "{order.format}"')
        pages = chosen.write(order.document, own, order.options)
        if own.closed:
            raise Fault("menutup aliran yang diberikan kepadanya")
        return pages if isinstance(pages, int) else None

    outcome = guarded(call, order.seconds)
    sys.stderr.write(outcome.printed)
    return outcome.value, own.getvalue()
