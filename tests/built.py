"""The project as offices get it, built in a folder: without a network, and of one time."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
WHEELS = ROOT / ".venv" / "luring"
"""The locked wheels; ``make dist`` and ``make test-semua`` fetch them."""
EPOCH = "1700000000"


def built(folder: Path, kind: str = "wheel", source: Path = ROOT) -> Path:
    """Build a ``wheel`` or an ``sdist`` of a project in a folder; return where it is."""
    words = [sys.executable, "-m", "hatchling", "build", "-t", kind, "-d", str(folder)]
    env = {**os.environ, "SOURCE_DATE_EPOCH": EPOCH}
    done = subprocess.run(words, cwd=source, env=env, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    (made,) = folder.glob("*.whl" if kind == "wheel" else "*.tar.gz")
    return made
