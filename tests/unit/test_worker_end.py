"""A worker leaves after the program that began it, however workers are begun."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest

PROGRAM = """
import os, sys, time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from kampanye_tui.worker_end import end_with_program

if __name__ == "__main__":
    with ProcessPoolExecutor(2, get_context(sys.argv[1]), end_with_program) as workers:
        for _each in range(4):
            workers.submit(time.sleep, 0.1)
        print(*workers._processes, flush=True)
        sys.stdin.read()
"""


@pytest.mark.penuh
@pytest.mark.parametrize("way", ["fork", "forkserver"])
def test_workers_leave_after_a_program_that_is_killed(way: str, tmp_path: Path) -> None:
    (tmp_path / "program.py").write_text(PROGRAM)
    command = [sys.executable, str(tmp_path / "program.py"), way]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as running:
        assert running.stdout is not None
        workers = [Path("/proc", one) for one in running.stdout.readline().split()]
        time.sleep(0.5)
        assert (bool(workers), all(worker.exists() for worker in workers)) == (True, True)
        running.kill()
        until = time.monotonic() + 20
        while any(worker.exists() for worker in workers) and time.monotonic() < until:
            time.sleep(0.02)
        assert [worker for worker in workers if worker.exists()] == []
