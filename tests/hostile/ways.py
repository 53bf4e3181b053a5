"""Small inputs that fuzzing kept because each opened another way through the code, in one archive.

``ways.zip`` has a folder for each entrance. To bring it up to date: ``python -m tests.hostile.ways FOLDER…``,
each the folder that :mod:`fuzz` filled for the entrance of its name.
"""

from __future__ import annotations

import sys
import zipfile
from pathlib import Path

KEPT = Path(__file__).with_name("ways.zip")
LARGEST = 1000
LONG_AGO = (1980, 1, 1, 0, 0, 0)
"""So that the same inputs give the same archive."""


def ways(name: str) -> tuple[bytes, ...]:
    """Return the inputs that were kept for an entrance."""
    with zipfile.ZipFile(KEPT) as archive:
        return tuple(archive.read(one) for one in archive.namelist() if one.startswith(f"{name}/"))


def main() -> None:
    """Keep the small inputs of folders, with those that are kept already."""
    with zipfile.ZipFile(KEPT) as archive:
        kept = {one: archive.read(one) for one in archive.namelist()}
    for folder in map(Path, sys.argv[1:]):
        for path in folder.iterdir():
            if not path.name.startswith("benih-") and path.stat().st_size <= LARGEST:
                kept[f"{folder.name}/{path.name}"] = path.read_bytes()
    with zipfile.ZipFile(KEPT, "w", zipfile.ZIP_LZMA) as archive:
        for name, data in sorted(kept.items()):
            archive.writestr(zipfile.ZipInfo(name, LONG_AGO), data, zipfile.ZIP_LZMA)


if __name__ == "__main__":
    main()
