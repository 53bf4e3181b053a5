"""The operator's own settings: ``pengaturan.toml`` in their data folder, written by the program.

A file that somebody edited into something unreadable is refused with its place and never written over by a
default; what is not said is as the program would have it.
"""

from __future__ import annotations

import getpass
import os
from collections.abc import Iterator
from enum import StrEnum
from itertools import count
from pathlib import Path

import msgspec
import tomli_w

from kampanye_tui.model.problem import refuse
from kampanye_tui.model.reading import read
from kampanye_tui.model.source import FORMAT
from kampanye_tui.model.text import Line
from kampanye_tui.model.value import Value, key
from kampanye_tui.model.writing import builtins
from kampanye_tui.store.atomic import write_whole
from kampanye_tui.store.own_file import read_own_file

FILE = "pengaturan.toml"
HEADER = """\
# Pengaturan kampanye_tui milik Anda. Program menulis ulang berkas ini setiap kali pengaturan diubah
# di layar; nilai yang Anda ubah di sini tetap dipakai, tetapi catatan Anda sendiri tidak disimpan.
"""


def user_name() -> str:
    """Return who works, as the system calls them; a user that it has no name for is called by number."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return f"uid-{os.getuid()}"


class Theme(StrEnum):
    """The colours of the screen."""

    TERMINAL = "ikut-terminal"
    LIGHT = "terang"
    DARK = "gelap"
    SIXTEEN = "16-warna"


class Settings(Value, frozen=True, kw_only=True):
    """``pengaturan.toml``."""

    theme: Theme = key("tema", default=Theme.TERMINAL)
    lean: bool = key("hemat", default=False)
    screen_reader: bool = key("pembaca_layar", default=False)
    mouse: bool = key("tetikus", default=False)
    editor: Line = key("penyunting", default="")
    """The command that edits a clause outside the program; empty is what ``$EDITOR`` names."""
    keys: dict[Line, Line] = key("tombol", default_factory=dict)
    """The key of an action, by the action's id; an action that is not named keeps its own."""


NOTES = {
    "tema": f"Warna layar: {', '.join(theme.value for theme in Theme)}",
    "hemat": "Mode hemat, untuk sambungan yang lambat",
    "pembaca_layar": "Untuk pembaca layar: kursor tampak, tanpa garis kotak",
    "tetikus": "Tetikus dipakai di dalam program",
    "penyunting": "Penyunting teks untuk klausul; kosong berarti mengikuti $EDITOR",
    "tombol": 'Tombol pilihan Anda: id tindakan = tombol, misalnya "naskah.urung" = "f9"',
}
"""What stands above each key."""


def data_home() -> Path:
    """Return the operator's own folder, as XDG has it; it need not exist."""
    from platformdirs import user_data_path

    return user_data_path("kampanye")


def read_settings(home: Path) -> Settings:
    """Return the settings, the usual ones where there is no file; raises :class:`Refused`."""
    return read_own_file(Settings, home / FILE)


def set_aside(home: Path) -> Path:
    """Move a file that cannot be read out of the way, whole, and return where it lies now; raises OSError."""
    path = home / FILE
    kept = next(one for number in count(1) if not (one := home / f"pengaturan-rusak-{number}.toml").exists())
    path.rename(kept)
    return kept


def write_settings(home: Path, settings: Settings) -> None:
    """Write the settings; raises :class:`Refused`, and writes nothing, when they would not come back."""
    data = "".join(_pieces(settings)).encode()
    if read(Settings, data, FILE) != settings:
        raise refuse("pengaturan ini tidak dapat disimpan utuh; tidak ada yang diubah", file=FILE)
    home.mkdir(mode=0o700, parents=True, exist_ok=True)
    write_whole(home / FILE, data)


def _pieces(settings: Settings) -> Iterator[str]:
    """Yield the file: every key with its note, so that whoever opens it sees what there is to set."""
    yield f"{HEADER}format = {FORMAT}\n"
    said = builtins(settings)
    for field in msgspec.structs.fields(Settings):
        name = field.encode_name
        value = said.get(name, {} if field.default is msgspec.NODEFAULT else field.default)
        yield f"\n# {NOTES[name]}\n{tomli_w.dumps({name: value})}"
