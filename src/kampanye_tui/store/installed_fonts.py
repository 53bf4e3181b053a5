"""Fonts of this computer that set a text as wide as Bookman Old Style, which KPU writes its decisions in.

Folders are searched without fontconfig, which a server may lack. Nothing is copied from them.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from kampanye_tui.model.office import FontChoice
from kampanye_tui.model.text import unseen
from kampanye_tui.typeset import font_names
from kampanye_tui.typeset.font_file import directory

METRIC_EQUALS = ("Bookman Old Style", "TeX Gyre Bonum", "URW Bookman", "URW Bookman L", "ITC Bookman")
"""The best first. Source: 30-metric-aliases.conf of fontconfig."""
_SUFFIXES = (".ttf", ".otf")
"""The first needs no conversion."""
_MOST_TABLES = 64
_LARGEST_TABLE = 256 * 1024
_FACES = ((False, False), (True, False), (False, True), (True, True))
"""Bold and italic, in the order of the table ``[huruf]``."""


class Installed(NamedTuple):
    """A family that is installed whole: its name, and its four files."""

    name: str
    fonts: FontChoice


def font_folders() -> tuple[Path, ...]:
    """Return where fonts are usually installed: in the user's folders, then in the system's."""
    from platformdirs import user_data_path

    # Somebody without a home is no error: the name then stays as it is, and is no folder.
    home = os.path.expanduser("~")  # noqa: PTH111
    shared = os.environ.get("XDG_DATA_DIRS") or "/usr/local/share:/usr/share"
    system = [Path(one) for one in shared.split(":") if one.startswith("/")]
    return (
        user_data_path() / "fonts",
        Path(home, ".fonts"),
        *(one / "fonts" for one in system),
        # Debian keeps TeX Gyre among what belongs to TeX.
        *(one / "texmf" / "fonts" for one in system),
    )


def metric_equals(folders: Iterable[Path]) -> tuple[Installed, ...]:
    """Return the families as wide as Bookman Old Style of which all four faces are in these folders."""
    found: dict[tuple[str, bool, bool], Path] = {}
    for path in _files(folders):
        named = font_names.naming(_tables(path))
        if named is not None:
            found.setdefault((named.family, named.bold, named.italic), path)
    whole = []
    for family in METRIC_EQUALS:
        paths = [found.get((family, *face)) for face in _FACES]
        if all(paths):
            files = dict(zip(("regular", "bold", "italic", "bold_italic"), map(str, paths), strict=True))
            whole.append(Installed(family, FontChoice(**files)))
    return tuple(whole)


def _files(folders: Iterable[Path]) -> Iterator[Path]:
    """Yield the font files of folders and all below, each once, those that need no conversion first."""
    files: dict[Path, None] = {}
    seen: set[str] = set()
    for folder in folders:
        for place, below, names in os.walk(folder, followlinks=True):
            # A link may lead back up, or where another folder leads as well.
            real = os.path.realpath(place)
            if real in seen:
                below.clear()
                continue
            seen.add(real)
            below.sort()
            fonts = (Path(place, name) for name in sorted(names) if name.lower().endswith(_SUFFIXES))
            # A configuration could not name the others.
            files |= dict.fromkeys(path for path in fonts if not any(True for _one in unseen(str(path))))
    for suffix in _SUFFIXES:
        yield from (path for path in files if path.name.lower().endswith(suffix))


def _tables(path: Path) -> dict[str, bytes]:
    """Return the tables that name a font, without reading all of it; none of what is no font."""
    found = {}
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            return {}
        with path.open("rb") as stream:
            places = directory(stream.read(12 + 16 * _MOST_TABLES))
            for tag in font_names.NEEDED:
                start, length = places.get(tag, (0, 0))
                stream.seek(start)
                found[tag] = stream.read(min(length, _LARGEST_TABLE))
    except OSError:
        return {}
    return found
