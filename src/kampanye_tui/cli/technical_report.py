"""``laporan-teknis``: what whoever mends the program has to know, without a name of anybody or any place.

Only values of known kinds are written: numbers, hashes, words of lists below, modules that are really there.
Nothing is taken over as it stands and blacked out afterwards.
"""

from __future__ import annotations

import builtins
import os
import platform
import re
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

import kampanye_tui
from kampanye_tui.cli.options import config, configured
from kampanye_tui.cli.output import data, talk
from kampanye_tui.cli.session import locate
from kampanye_tui.model.problem import Refused, refuse

if TYPE_CHECKING:
    from kampanye_tui.store.configuration import Located

_PACKAGES: Final = {
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
_TERMS: Final = (
    "xterm-256color",
    "xterm",
    "screen-256color",
    "screen",
    "tmux-256color",
    "linux",
    "vt100",
    "dumb",
)
_LOCALES: Final = ("id_ID.UTF-8", "en_US.UTF-8", "C.UTF-8", "C", "POSIX")
_MACHINES: Final = ("x86_64", "aarch64", "armv7l", "i686", "riscv64")
_NUMBER: Final = re.compile(r"[0-9]{1,4}(\.[0-9]{1,4}){0,3}")
_HASH: Final = re.compile(r"[0-9a-f]{64}")
_FRAME: Final = re.compile(
    r'\s*File "(?:.*/)?(kampanye_tui|site-packages)/([A-Za-z0-9_/]+\.py)", line ([0-9]{1,6})\b'
)
_ERROR: Final = re.compile(r"([A-Za-z]+)(?::|$)")
_LAST: Final = 30
"""Lines told of a log."""
_TAIL: Final = 100_000
"""Bytes read from the end of a log."""


@click.command("laporan-teknis", options_metavar="[OPSI]")
@click.option("-o", "target", metavar="BERKAS", help="Berkas tujuan yang belum ada; - berarti stdout.")
@config
def technical_report(target: str | None) -> None:
    """Buat laporan teknis tanpa nama, untuk yang memperbaiki program.

    Isinya versi, jenis terminal, jumlah dan ukuran, serta tempat kesalahan di dalam
    program. Nama orang, pihak, kantor, tempat, dan isi naskah tidak ditulis.

    \b
    Contoh:
      kampanye laporan-teknis
      kampanye laporan-teknis -o laporan.txt
    """
    lines = tuple(_lines())
    if target is None or target == "-":
        for line in lines:
            data(line)
        return
    _write(Path(target), "".join(f"{line}\n" for line in lines).encode())
    talk("Laporan teknis ditulis; hanya Anda yang dapat membacanya.")


def _write(path: Path, report: bytes) -> None:
    from kampanye_tui.store.at_work import refuse_writing
    from kampanye_tui.store.atomic import write_whole

    refuse_writing(path, str(path))
    mask = os.umask(0o077)
    try:
        write_whole(path, report, new=True)
    except FileExistsError:
        raise refuse("berkas ini sudah ada", "Sebut nama lain", file=str(path)) from None
    finally:
        os.umask(mask)


def _lines() -> Iterator[str]:
    from kampanye_tui.store.configuration import candidates
    from kampanye_tui.store.settings import data_home

    yield "PROGRAM"
    yield f"kampanye {kampanye_tui.__version__}, Python {platform.python_version()}"
    machine = _known(platform.machine(), _MACHINES)
    yield f"sistem {sys.platform}, {machine}, inti {_number(platform.release())}"
    yield f"TERM {_known(os.environ.get('TERM', ''), _TERMS)}"
    said = next((os.environ[name] for name in ("LC_ALL", "LC_CTYPE", "LANG") if os.environ.get(name)), "")
    yield f"lokal {_known(said, _LOCALES)}"
    yield "PUSTAKA"
    yield from (f"{name} {_installed(name)}" for name in _PACKAGES)
    yield "KONFIGURASI"
    located, workspace = None, None
    try:
        located = locate()
        workspace = located.workspace
        yield "terbaca"
    except (OSError, Refused):
        there = next((path for path in candidates(configured()) if path.is_file()), None)
        workspace = there.parent if there else None
        yield "rusak atau tidak dapat dibaca" if there else "tidak ada"
    yield "PAKET"
    yield from _packs(located)
    yield "SIMPANAN"
    yield from _kept(workspace)
    yield "JEJAK KESALAHAN"
    yield from _traces(data_home())


def _known(word: str, known: tuple[str, ...]) -> str:
    """Return a word of a list; of any other only that it is another."""
    return word if word in known else "lain" if word else "tidak disebut"


def _number(text: str) -> str:
    met = _NUMBER.match(text)
    return met[0] if met else "tidak dikenal"


def _installed(name: str) -> str:
    try:
        return _number(version(name))
    except PackageNotFoundError:
        return "tidak terpasang"


def _packs(located: Located | None) -> Iterator[str]:
    from kampanye_tui.plugin.host import listed

    if located is None:
        yield "tidak diketahui tanpa konfigurasi"
        return
    chosen = located.configuration
    try:
        host = listed(chosen.packs, located.folder, chosen.office.region, located.own)
    except (OSError, Refused):
        yield "tidak dapat dibaca"
        return
    for count, one in enumerate(host.statuses.values(), 1):
        mark = one.fingerprint if _HASH.fullmatch(one.fingerprint) else "tanpa hash"
        yield f"paket {count}: versi {_number(one.version)}, {one.state.value}, {mark}"


def _kept(workspace: Path | None) -> Iterator[str]:
    from kampanye_tui.cli.storage import found_in
    from kampanye_tui.model.agreement import Agreement
    from kampanye_tui.model.reading import read
    from kampanye_tui.store.history import FOLDER, versions_of
    from kampanye_tui.store.kept import read_kept
    from kampanye_tui.store.lease import local_now
    from kampanye_tui.store.settings import data_home
    from kampanye_tui.store.storage_scan import agreement_folders

    if workspace is None:
        yield "tidak diketahui tanpa konfigurasi"
        return
    folders = agreement_folders(workspace)
    sums: Counter[str] = Counter()
    for folder in folders:
        with suppress(OSError):
            sums["versi di .riwayat"] += len(versions_of(folder / FOLDER))
        try:
            kept = read_kept(folder)
            sums["kejadian"] += (kept.ledger or b"").count(b"\n")
            agreement = read(Agreement, kept.text or b"", "naskah.toml")
        except (OSError, Refused):
            sums["naskah yang rusak"] += 1
            continue
        sums["klausul"] += len(agreement.clauses)
        sums["pihak"] += len(agreement.parties)
    yield f"naskah {len(folders)}"
    for name in ("naskah yang rusak", "klausul", "pihak", "kejadian", "versi di .riwayat"):
        yield f"{name} {sums[name]}"
    yield f"berkas terbesar {max(map(_size, folders), default=0)} byte"
    try:
        found = Counter(
            ("rusak" if one.broken else "perhatikan", one.mend.how.value if one.mend else "tanpa perbaikan")
            for one in found_in(workspace, data_home(), local_now())
        )
    except (OSError, Refused):
        yield "periksa-simpanan tidak dapat membaca ruang kerja"
        return
    for (kind, how), count in sorted(found.items()):
        yield f"temuan {kind} ({how}): {count}"


def _size(folder: Path) -> int:
    """Return the bytes of the largest file below a folder; no link is followed."""
    largest = 0
    for at, _folders, files in os.walk(folder):
        for name in files:
            with suppress(OSError):
                largest = max(largest, Path(at, name).lstat().st_size)
    return largest


def _traces(home: Path) -> Iterator[str]:
    from kampanye_tui.store.own_packs import LOGS

    logs = [home / "kesalahan.log"]
    with suppress(OSError):
        logs += sorted((home / LOGS).iterdir())
    for count, path in enumerate(logs):
        yield f"catatan paket {count}" if count else "catatan program"
        try:
            yield from _cut(path)
        except FileNotFoundError:
            yield "tidak ada"
        except (OSError, Refused):
            yield "tidak dapat dibaca"


def _cut(path: Path) -> list[str]:
    from kampanye_tui.store.plain_file import kept_bytes

    lines = kept_bytes(path, "catatan")[-_TAIL:].decode("utf-8", "replace").splitlines()
    return [told for line in lines if (told := _place(line))][-_LAST:]


def _place(line: str) -> str:
    """Return the place in a program or the type of an error that a line tells; empty for any other."""
    if met := _FRAME.match(line):
        ours = met[1] == "kampanye_tui"
        package = Path(kampanye_tui.__file__).parent
        among = met[2].partition("/")[0] in _PACKAGES.values()
        root = package if ours else Path(click.__file__).parent.parent
        if (ours or among) and (root / met[2]).is_file():
            return f'File "{met[1]}/{met[2]}", line {met[3]}'
    if met := _ERROR.match(line):
        found = getattr(builtins, met[1], None)
        if isinstance(found, type) and issubclass(found, BaseException):
            return met[1]
    return ""
