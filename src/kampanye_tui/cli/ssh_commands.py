"""The commands that a client may send over SSH, and how its line becomes their words: no shell reads it.

A line comes in, words for the command line go out: every command, option and value of them is on the list
below or has the form that the list asks for. What is not there is refused, so a new command or option is
nobody's way out before somebody has put it here.
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from kampanye_tui.model.problem import Refused, refuse
from kampanye_tui.model.text import hidden, printable

LONGEST: Final = 1000
"""Characters of a line; the longest one that means something has about two hundred."""
ID: Final = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
ADDRESS: Final = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*)?")
"""A template by its id, or by pack and id; it is looked up among those of the packs."""
REVISION: Final = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*(@r[0-9]{2,3})?")
CODE: Final = re.compile(r"[0-9A-Za-z]+([ -][0-9A-Za-z]+)*")
"""An id, or a code as it is typed from paper."""
NUMBER: Final = re.compile(r"[0-9]{1,6}")
DAY: Final = re.compile(r"[0-9]{1,4}-[0-9]{1,2}-[0-9]{1,4}")
STDOUT: Final = re.compile(r"-")
_JSON: Final = {"--json": None}
_OF_ONE: Final = {"--naskah": ID, **_JSON}


class Allowed(NamedTuple):
    """What may follow a command: options with the form of their value, None for one without; names."""

    options: Mapping[str, re.Pattern[str] | None]
    names: re.Pattern[str] = ID
    most: int = 1


COMMANDS: Final[Mapping[tuple[str, ...], Allowed]] = {
    ("daftar",): Allowed(_JSON, most=0),
    ("lihat",): Allowed({"--templat": ADDRESS}),
    ("susun",): Allowed({"--baris": None}),
    ("klausul", "daftar"): Allowed({"--tersedia": None, **_OF_ONE}, most=0),
    ("pihak", "daftar"): Allowed(_OF_ONE, most=0),
    ("periksa",): Allowed(_JSON),
    ("tanggapan", "daftar"): Allowed({"--pihak": ID, **_OF_ONE}, most=0),
    ("bandingkan",): Allowed(
        {"--sejak-tanggapan": ID, "--format": ID, "-o": STDOUT, **_JSON}, names=REVISION, most=2
    ),
    ("paket", "beda"): Allowed(_JSON),
    ("riwayat",): Allowed(_JSON),
    ("catatan",): Allowed(_JSON),
    ("verifikasi",): Allowed({"--slip": CODE, "--salinan": NUMBER, **_JSON}, names=CODE, most=20),
    ("salinan", "daftar"): Allowed(_OF_ONE, most=0),
    ("nomor", "daftar"): Allowed({"--tahun": NUMBER, **_JSON}, most=0),
    ("laporan-teknis",): Allowed({"-o": STDOUT}, most=0),
    # A folder by its bare name: one in that of the office.
    ("rekap",): Allowed(
        {
            "--per": DAY,
            "--provinsi": CODE,
            "--keadaan": ID,
            "--beda": None,
            "--klausul": ID,
            "--csv": None,
            **_JSON,
        },
        names=ID,
        most=20,
    ),
    ("ekspor",): Allowed(
        {
            "--templat": ADDRESS,
            "--format": ID,
            "--untuk": ID,
            "--bagian": ID,
            "--lipat": None,
            "--ringkas": None,
            "-o": STDOUT,
            **_JSON,
        }
    ),
}
"""The words of a command → what may follow them."""


def words_of(line: str) -> tuple[str, ...]:
    """Return the words of a line that a client sent; raises :class:`Refused` for what is not on the list.

    Options come before names, a value in a word of its own.
    """
    if len(line) > LONGEST:
        raise refuse(f"perintah ini terlalu panjang: {len(line)} karakter, paling panjang {LONGEST}")
    if any(map(hidden, line)):
        raise refuse("perintah ini memuat karakter yang tidak terlihat", "Ketik ulang dalam satu baris")
    try:
        words = shlex.split(line)
    except ValueError:
        raise refuse("tanda kutip dalam perintah ini tidak ditutup") from None
    command = next((one for one in (tuple(words[:2]), tuple(words[:1])) if one in COMMANDS), None)
    if command is None:
        raise _unlisted(" ".join(words[:2]))
    return (*command, *_checked(words[len(command) :], COMMANDS[command], " ".join(command)))


def _checked(words: list[str], allowed: Allowed, command: str) -> Iterator[str]:
    """Return options and then names, each as the list asks for."""
    options: list[str] = []
    names: list[str] = []
    rest = iter(words)
    for word in rest:
        if not word.startswith("-"):
            names.append(_formed(word, allowed.names))
            continue
        name, equals, value = word.partition("=")
        if name not in allowed.options:
            raise refuse(
                f'opsi "{printable(name)}" tidak dipakai lewat sambungan ini',
                f"Yang dapat dipakai pada {command}: {', '.join(allowed.options)}",
            )
        form = allowed.options[name]
        options.append(name)
        if form is not None:
            options.append(_formed(value if equals else next(rest, ""), form))
        elif equals:
            raise refuse(f'opsi "{name}" tidak diberi isi')
    if len(names) > allowed.most:
        raise refuse(f'kata "{printable(names[allowed.most])}" tidak dikenal pada perintah {command}')
    return iter((*options, *names))


def _formed(word: str, form: re.Pattern[str]) -> str:
    if not form.fullmatch(word):
        hint = "Tujuan berkas lewat sambungan ini hanya -, yaitu stdout" if form is STDOUT else ""
        raise refuse(f'"{printable(word)}" tidak dapat dipakai lewat sambungan ini', hint)
    return word


def _unlisted(command: str) -> Refused:
    return refuse(
        f'perintah "{printable(command)}" tidak tersedia lewat sambungan ini',
        f"Yang tersedia: {', '.join(map(' '.join, COMMANDS))}; tanpa perintah, program layar terbuka",
    )
