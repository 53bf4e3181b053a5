"""24 copies on disk by a process that has just started, against a process that only imports fpdf2."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from bench.rounds import ROUNDS, Section, alternating, digits, median, spread, table, times_as_many
from bench.sample import ROOT

BASE = 'python -c "import fpdf"'
FUNCTIONS = "24 copies, by functions of the program"
COMMAND = "24 copies, `kampanye ekspor`"
FIRST = "24 copies, `kampanye ekspor`, first start of all"
_CONFIG = str(ROOT / "sample_config.toml")
_SCRIPT = """
import sys
from pathlib import Path
from kampanye_tui.export import Request, make_all, maker_for, plan
from kampanye_tui.store.configuration import open_configuration
from kampanye_tui.work import composed, library_for
located = open_configuration(sys.argv[1])
library = library_for(located)
agreement = composed(located, library)
maker = maker_for(located, library, agreement)
jobs = plan(agreement, library, Request(("salinan-peserta",), ("pdf",)), maker.state)
for made in make_all(maker, jobs):
    Path(sys.argv[2], made.job.name).write_bytes(made.data)
"""


def measure() -> Section:
    """Measure whole processes."""
    with tempfile.TemporaryDirectory(prefix="kampanye-bench-") as folder:

        def start(name: str, *asked: str, **more: str) -> None:
            env = {**os.environ, **more}
            subprocess.run([sys.executable, *asked], check=True, capture_output=True, cwd=folder, env=env)
            made = len(list(Path(folder, name).glob("*.pdf")))
            if made != 24:
                raise RuntimeError(f"{made} copies were made")

        def functions(number: int) -> None:
            name = f"functions-{number}"
            Path(folder, name).mkdir()
            start(name, "-c", _SCRIPT, _CONFIG, name)

        def command(name: str, **more: str) -> None:
            program = ("-m", "kampanye_tui", "--config", _CONFIG, "ekspor")
            start(name, *program, "--templat", "salinan-peserta", "--untuk", "semua", "-o", name, **more)

        times = alternating(
            {
                BASE: lambda _number: subprocess.run([sys.executable, "-c", "import fpdf"], check=True),
                FUNCTIONS: functions,
                COMMAND: lambda number: command(f"command-{number}"),
                FIRST: lambda number: command(f"first-{number}", XDG_CACHE_HOME=f"{folder}/cache-{number}"),
            }
        )
    base = median(times[BASE]).wall
    rows = (
        (
            name,
            spread(took),
            digits(median(took).cpu * 1000),
            times_as_many(base, median(took).wall),
            f"{digits((1.2 * base + 0.1) * 1000)}",
        )
        for name, took in times.items()
    )
    return Section(
        (
            "## A process that has just started",
            "",
            "Milliseconds from start to end of the process: median [least–most] of "
            f"{ROUNDS} alternating rounds. *By functions*: configuration, packs, a new agreement, its 24 "
            "copies with attachments, written as files. *`kampanye ekspor`* also reads its arguments, runs "
            "all rules and lists the files with their SHA-256. *First start of all*: the cache is empty, and "
            "fpdf2 makes the frame of the files; later starts find it and need no fpdf2. The goal is 1.2 "
            "times the import plus 100 ms.",
            "",
            *table(("process", "ms", "CPU", "against the import", "goal"), rows),
        ),
        {"seconds": times},
    )
