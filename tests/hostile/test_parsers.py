"""Each reader of files against each attack: refused in words or harmless, in bounded time and memory."""

from __future__ import annotations

import json
import os
import resource
from time import process_time

import pytest

from tests.hostile.attacks import attacks
from tests.hostile.entrances import KINDS, PARSERS, outcome
from tests.hostile.seeds import seeds

SECONDS = 2.0
"""Of one file."""
MEGABYTES = 200
"""Of all files that a reader is given, one after the other."""


def entered(name: str, data: bytes) -> str:
    """Give an entrance a file; return what is wrong with what came of it, or how long it took."""
    began = process_time()
    wrong = outcome(name, data)
    took = process_time() - began
    return wrong or (f"takes {took:.1f} s" if took > SECONDS else "")


def in_a_process_of_its_own(name: str) -> dict[str, str]:
    """Give an entrance all attacks of its kind; return what is wrong, by attack, and with its memory."""
    seeds(name)
    given = attacks(KINDS[name])
    reads, writes = os.pipe()
    child = os.fork()
    if child == 0:
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        found = {attack: wrong for attack, data in given.items() if (wrong := entered(name, data))}
        grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024
        if grown > MEGABYTES:
            found["memory"] = f"{grown} MB"
        os.write(writes, json.dumps(found).encode()[:60_000])
        os._exit(0)
    os.close(writes)
    os.waitpid(child, 0)
    with os.fdopen(reads, "rb") as stream:
        return json.loads(stream.read() or b'{"process": "died"}')


@pytest.mark.penuh
@pytest.mark.parametrize("name", PARSERS)
def test_a_reader_holds(name: str) -> None:
    assert in_a_process_of_its_own(name) == {}
