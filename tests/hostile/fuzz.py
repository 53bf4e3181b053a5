"""Coverage-guided fuzzing by hand: ``python -m tests.hostile.fuzz ENTRANCE FOLDER [-max_total_time=600]``.

Atheris is in no lock of the project; whoever runs this installs it beside it. FOLDER keeps what opens new
ways through the code, and begins with the seeds and with what was kept of runs before (:mod:`ways`). What is
found ends the run, and gets a file in ``corpus/``, named by hand, and a mend.
"""

from __future__ import annotations

import sys
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["kampanye_tui", "tomllib", "csv", "zipfile", "pypdf"]):
    from tests.hostile.entrances import outcome
    from tests.hostile.seeds import seeds
    from tests.hostile.ways import ways

LARGEST = 20_000


def main() -> None:
    """Fuzz one entrance until something is found."""
    name, folder, *options = sys.argv[1:]
    Path(folder).mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate((*seeds(name), *ways(name))):
        (Path(folder) / f"benih-{number}").write_bytes(seed)

    def one(data: bytes) -> None:
        wrong = outcome(name, data)
        assert not wrong, wrong

    atheris.Setup(
        [sys.argv[0], folder, f"-max_len={LARGEST}", "-timeout=5", "-rss_limit_mb=1500", *options], one
    )
    atheris.Fuzz()


if __name__ == "__main__":
    main()
