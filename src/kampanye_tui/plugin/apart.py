"""Export formats of Python packs write in a process of their own, which can be killed.

What no process can do to itself is done from outside: a loop that swallows every exception, ``os._exit``, a C
call that never returns, memory without end. It holds faults apart; it is no sandbox, for the child has the
user's rights. The document goes in pickled by us; what comes back is read as JSON and bytes, never unpickled.
"""

from __future__ import annotations

import json
import os
import pickle
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable
from contextlib import suppress
from typing import IO, BinaryIO, NamedTuple

from kampanye_tui.model.document import Document
from kampanye_tui.model.export_format import ExportOptions
from kampanye_tui.model.problem import refuse
from kampanye_tui.plugin.folder import PackFolder
from kampanye_tui.plugin.guard import EXPORT_SECONDS, MOST_PRINTED, Fault

Writer = Callable[[Document, BinaryIO, ExportOptions], int | None]
STARTUP_SECONDS = 10.0
"""What a busy machine may take to start a process, beyond the time a format has."""
_CHILD = "from kampanye_tui.plugin.apart_child import main; main()"


class Order(NamedTuple):
    """What the child is to do: with the verified bytes of which pack, which format, of which document."""

    folder: PackFolder
    format: str
    document: Document
    options: ExportOptions
    seconds: float


def writer(folder: PackFolder, format_id: str, log: Callable[[str], None]) -> Writer:
    """Return the function ``write`` of a format; ``log`` is given what the pack prints meanwhile.

    It raises :class:`Refused` for everything that the pack does wrong.
    """

    def write(document: Document, stream: BinaryIO, options: ExportOptions) -> int | None:
        try:
            pages, data = _written(Order(folder, format_id, document, options, EXPORT_SECONDS), log)
        except Fault as fault:
            pack_id = folder.manifest.plugin.id
            raise refuse(
                f'format "{format_id}" dari paket {pack_id} {fault}',
                "Pilih format lain, atau hubungi penanggung jawab paket",
            ) from fault
        stream.write(data)
        return pages

    return write


def _written(order: Order, log: Callable[[str], None]) -> tuple[int | None, bytes]:
    with tempfile.TemporaryFile() as result, tempfile.TemporaryFile() as printed:
        late = _run(pickle.dumps(order), result, printed, order.seconds + STARTUP_SECONDS)
        printed.seek(0)
        log(printed.read(MOST_PRINTED).decode("utf-8", "replace"))
        if late:
            raise Fault(f"tidak selesai dalam {order.seconds:g} detik")
        result.seek(0)
        return _read(result)


def _run(order: bytes, result: IO[bytes], printed: IO[bytes], seconds: float) -> bool:
    """Run the child to its end, or kill it with all it started; tell whether it was late."""
    # -I: neither the surroundings nor the folder we are in can put another module in the place of ours.
    child = subprocess.Popen(  # noqa: S603 - our own interpreter and our own words
        [sys.executable, "-I", "-B", "-c", _CHILD],
        stdin=subprocess.PIPE,
        stdout=result,
        stderr=printed,
        cwd="/",
        start_new_session=True,
    )
    try:
        child.communicate(order, timeout=seconds)
    except subprocess.TimeoutExpired:
        return True
    finally:
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(child.pid, signal.SIGKILL)
        child.wait()
    return False


def _read(result: IO[bytes]) -> tuple[int | None, bytes]:
    """Return pages and bytes; raises :class:`Fault` for what the child says or could not say any more."""
    try:
        told = json.loads(result.readline())
        fault, pages = told["galat"], told["halaman"]
    except (ValueError, TypeError, KeyError):
        raise Fault("menghentikan prosesnya sebelum selesai") from None
    if fault is not None:
        raise Fault(str(fault))
    return (pages if type(pages) is int else None), result.read()
