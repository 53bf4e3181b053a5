"""The line of README.md that installs with pipx, run as it stands: a folder of wheels is the network."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from tests.built import ROOT, WHEELS, built

pytestmark = pytest.mark.penuh

(LINE,) = re.findall(r"^    (pipx install .+\.whl)", (ROOT / "README.md").read_text(), re.MULTILINE)


def test_the_line_installs_the_program(tmp_path: Path) -> None:
    (tmp_path / "dist").mkdir()
    built(tmp_path / "dist")
    env = {"HOME": str(tmp_path), "PATH": "/usr/bin:/bin", "PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(WHEELS)}
    for line, told in ((LINE, "kampanye-tui"), (".local/bin/kampanye --version", "kampanye 0.1.0")):
        words = ["unshare", "--map-root-user", "--net", "sh", "-c", line]
        done = subprocess.run(
            words, cwd=tmp_path, env=env, capture_output=True, text=True, check=False, timeout=300
        )
        assert (done.returncode, told in done.stdout) == (0, True), done.stderr
