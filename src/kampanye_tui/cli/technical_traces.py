"""What logs tell of errors: places in the program and in its libraries, and types of errors; no message.

Logs hold what people wrote and what packs printed. A line is told where it names a file and a type that are
really there, and for nothing else.
"""

from __future__ import annotations

import builtins
import os
import re
import sys
from collections.abc import Iterator, Mapping
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import Final

import click

import kampanye_tui
from kampanye_tui.model.problem import Refused

LIBRARIES: Final = {
    "click": "click",
    "fonttools": "fontTools",
    "fpdf2": "fpdf",
    "markdown-it-py": "markdown_it",
    "msgspec": "msgspec",
    "pillow": "PIL",
    "platformdirs": "platformdirs",
    "pluggy": "pluggy",
    "pypdf": "pypdf",
    "rich": "rich",
    "segno": "segno",
    "textual": "textual",
    "tomli-w": "tomli_w",
    "uharfbuzz": "uharfbuzz",
}
"""What the program stands on → its folder among the installed packages."""
_STANDARD: Final = (
    "asyncio.exceptions",
    "binascii",
    "concurrent.futures.process",
    "json.decoder",
    "struct",
    "subprocess",
    "tarfile",
    "tomllib",
    "zipfile",
    "zlib",
)
"""Modules of Python with errors of their own; none does anything when it is loaded."""
_COMPILED: Final = ("msgspec.DecodeError", "msgspec.MsgspecError", "msgspec.ValidationError")
_OURS: Final = "kampanye_tui"
_UNKNOWN: Final = sys.maxsize
"""Stands for the number of a pack that is not listed; it comes last."""
_FRAME: Final = re.compile(
    r'[ |]*File "(?:.*/)?(kampanye_tui|(?:site|dist)-packages)/([A-Za-z0-9_/]+\.py)", line ([0-9]{1,6})\b'
)
_ERROR: Final = re.compile(r"[ |]*((?:[A-Za-z_][A-Za-z0-9_]*\.)*[A-Za-z_][A-Za-z0-9_]*)(?::|$)")
_LAST: Final = 30
"""Lines told of a log."""
_TAIL: Final = 100_000
"""Bytes read from the end of a log."""
_SCREEN: Final = "layar.log"
"""Where what is printed goes while the screen is up."""


def traces(home: Path, packs: Mapping[str, int]) -> Iterator[str]:
    """Yield what the logs of a user tell; ``packs`` has the number by which each pack is called."""
    for called, path in _logs(home, packs):
        yield called
        try:
            yield from _cut(path) or ("tanpa jejak kesalahan",)
        except FileNotFoundError:
            yield "tidak ada"
        except (OSError, Refused):
            yield "tidak dapat dibaca"


def _logs(home: Path, packs: Mapping[str, int]) -> Iterator[tuple[str, Path]]:
    """Yield what each log is called, and where it is: that of the program, of the screen, of packs."""
    from kampanye_tui.store.log import BEFORE, PROGRAM
    from kampanye_tui.store.own_packs import LOGS

    yield "catatan program", home / PROGRAM
    if (before := home / f"{PROGRAM}{BEFORE}").exists():
        yield "catatan program sebelumnya", before
    found = []
    with suppress(OSError):
        for path in (home / LOGS).iterdir():
            name = path.name.removesuffix(BEFORE)
            number = 0 if name == _SCREEN else packs.get(name.removesuffix(".log"), _UNKNOWN)
            found.append((number, path.name, path))
    for number, name, path in sorted(found):
        called = (
            "layar" if not number else "paket di luar daftar" if number == _UNKNOWN else f"paket {number}"
        )
        yield f"catatan {called}{' sebelumnya' if name.endswith(BEFORE) else ''}", path


def _cut(path: Path) -> list[str]:
    from kampanye_tui.store.plain_file import kept_file

    with kept_file(path, "catatan") as stream:
        stream.seek(max(0, stream.seek(0, os.SEEK_END) - _TAIL))
        lines = stream.read(_TAIL).decode("utf-8", "replace").splitlines()
    return [told for line in lines if (told := place(line))][-_LAST:]


def place(line: str) -> str:
    """Return the place in a program or the type of an error that a line tells; empty for any other."""
    if met := _FRAME.match(line):
        folder = met[2].partition("/")[0]
        root = _root(met[1] if met[1] == _OURS else folder)
        inner = f"{_OURS}/{met[2]}" if met[1] == _OURS else met[2]
        return f'File "{met[1]}/{met[2]}", line {met[3]}' if root and (root / inner).is_file() else ""
    met = _ERROR.match(line)
    return met[1] if met and _is_error(met[1]) else ""


def _is_error(name: str) -> bool:
    """Tell whether a name is that of an error of Python, of the program, or of what it stands on."""
    module, _dot, last = name.rpartition(".")
    if not module or module in _STANDARD:
        found = getattr(import_module(module) if module else builtins, last, None)
        return isinstance(found, type) and issubclass(found, BaseException)
    if name in _COMPILED:
        return True
    root = _root(module.partition(".")[0])
    if root is None:
        return False
    # Read and not imported: a line of a log may name any module, and some do things when they are loaded.
    path = root / module.replace(".", "/")
    files = (path.with_suffix(".py"), path / "__init__.py")
    text = next((file.read_text("utf-8", "replace") for file in files if file.is_file()), "")
    return re.search(rf"^class {last}\b", text, re.MULTILINE) is not None


def _root(package: str) -> Path | None:
    """Return the folder in which a package of ours, or one that the program stands on, is installed."""
    if package == _OURS:
        return Path(kampanye_tui.__file__).parent.parent
    return Path(click.__file__).parent.parent if package in LIBRARIES.values() else None
