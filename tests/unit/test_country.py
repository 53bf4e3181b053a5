"""The generator of a whole country: its figures can be compared only while its bytes stay the same."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

from tests.country import ROOT, country

GENERATE = (
    "import sys; from pathlib import Path; from tests.country import country; country(Path(sys.argv[1]), 3)"
)


def digest(folder: Path) -> str:
    """Return one hash over names and bytes of all files below a folder."""
    hashed = hashlib.sha256()
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        name, data = path.relative_to(folder).as_posix().encode(), path.read_bytes()
        hashed.update(b"%d:%s%d:%s" % (len(name), name, len(data), data))
    return hashed.hexdigest()


def test_another_process_with_other_seed_and_zone_generates_the_same_bytes(tmp_path: Path) -> None:
    country(tmp_path / "sini", 3)
    subprocess.run(
        [sys.executable, "-c", GENERATE, tmp_path / "sana"],
        cwd=ROOT,
        env={**os.environ, "PYTHONHASHSEED": "7", "TZ": "Asia/Jayapura"},
        check=True,
    )
    assert digest(tmp_path / "sana") == digest(tmp_path / "sini")
