"""A folder of wheels → one archive from which an office installs with no network, the same bytes every time.

    python -m release.wheelhouse WHEELS PROGRAM.whl

The archive brings its own list of hashes, the program's among them, so pip takes exactly these files.
"""

from __future__ import annotations

import hashlib
import io
import os
import sys
import tarfile
from collections.abc import Mapping
from pathlib import Path

HERE = Path(__file__).parent
BESIDE = {
    "pasang.sh": HERE / "pasang.sh",
    "LICENSE": HERE.parent / "LICENSE",
    "KREDIT.md": HERE.parent / "KREDIT.md",
}
LISTED = "persyaratan.txt"


def requirements(wheels: Mapping[str, bytes]) -> str:
    """Return what pip is to install: each wheel by name, version and SHA-256."""
    lines = []
    for name in sorted(wheels):
        project, version, *_tags = name.split("-")
        lines.append(
            f"{project.replace('_', '-')}=={version} --hash=sha256:{hashlib.sha256(wheels[name]).hexdigest()}"
        )
    return "\n".join([*lines, ""])


def packed(files: Mapping[str, bytes], folder: str, made: int) -> bytes:
    """Return an archive of files in one folder, by name, all of one time and nobody's."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w", format=tarfile.PAX_FORMAT) as archive:
        for name in sorted(files):
            entry = tarfile.TarInfo(f"{folder}/{name}")
            entry.size, entry.mtime = len(files[name]), made
            entry.mode = 0o755 if name.endswith(".sh") else 0o644
            archive.addfile(entry, io.BytesIO(files[name]))
    return out.getvalue()


def main(folder: str, program: str) -> Path:
    """Write the archive beside the program's own wheel; return where it is."""
    wheels = {path.name: path.read_bytes() for path in (*Path(folder).glob("*.whl"), Path(program))}
    files = {name: path.read_bytes() for name, path in BESIDE.items()}
    files[LISTED] = requirements(wheels).encode()
    name = f"kampanye-tui-{Path(program).name.split('-')[1]}-luring"
    target = Path(program).with_name(f"{name}.tar")
    target.write_bytes(packed({**wheels, **files}, name, int(os.environ["SOURCE_DATE_EPOCH"])))
    return target


if __name__ == "__main__":
    main(*sys.argv[1:])
