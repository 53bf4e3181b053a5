"""``laporan-teknis``: what whoever mends the program has to know, without a name of anybody or any place.

Only values of known kinds are written: numbers, hashes, words of lists below, modules that are really there.
Nothing is taken over as it stands and blacked out afterwards.
"""

from __future__ import annotations

import errno
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
from kampanye_tui.cli.technical_kinds import OTHER, told
from kampanye_tui.cli.technical_traces import LIBRARIES, traces
from kampanye_tui.model.problem import Refused, refuse

if TYPE_CHECKING:
    from kampanye_tui.model.pack import PackStatus
    from kampanye_tui.store.configuration import Located

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
_MOST: Final = 30
"""Faults of kept files that are told one by one."""


@click.command("laporan-teknis", options_metavar="[OPSI]")
@click.option("-o", "target", metavar="BERKAS", help="Berkas tujuan yang belum ada; - berarti stdout.")
@config
def technical_report(target: str | None) -> None:
    """Buat laporan tanpa nama untuk yang memperbaiki program.

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
    yield from (f"{name} {_installed(name)}" for name in LIBRARIES)
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
    statuses = _statuses(located)
    yield from _packs(statuses)
    yield "SIMPANAN"
    yield from _kept(workspace)
    yield "JEJAK KESALAHAN"
    yield from traces(data_home(), {one.id: count for count, one in enumerate(statuses or (), 1)})


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


def _statuses(located: Located | None) -> tuple[PackStatus, ...] | None:
    """Return what became of every pack, by whose order each has its number; None where nobody can say."""
    from kampanye_tui.plugin.host import listed

    if located is None:
        return None
    chosen = located.configuration
    try:
        host = listed(chosen.packs, located.folder, chosen.office.region, located.own)
    except (OSError, Refused):
        return None
    return tuple(host.statuses.values())


def _packs(statuses: tuple[PackStatus, ...] | None) -> Iterator[str]:
    if statuses is None:
        yield "tidak dapat dibaca"
        return
    for count, one in enumerate(statuses, 1):
        mark = one.fingerprint if _HASH.fullmatch(one.fingerprint) else "tanpa hash"
        yield f"paket {count}: versi {_number(one.version)}, {one.state.value}, {mark}"


def _kept(workspace: Path | None) -> Iterator[str]:
    from kampanye_tui.cli.storage import found_in
    from kampanye_tui.store.history import FOLDER, versions_of
    from kampanye_tui.store.lease import local_now
    from kampanye_tui.store.settings import data_home
    from kampanye_tui.store.storage_scan import agreement_folders

    if workspace is None:
        yield "tidak diketahui tanpa konfigurasi"
        return
    folders = agreement_folders(workspace)
    sums: Counter[str] = Counter()
    faults: list[str] = []
    for count, folder in enumerate(folders, 1):
        with suppress(OSError):
            sums["versi di .riwayat"] += len(versions_of(folder / FOLDER))
        broken = tuple(_faults_of(folder, sums))
        sums["naskah yang rusak"] += bool(broken)
        faults += (f"naskah {count}, {one}" for one in broken)
    faults += _register_faults(workspace)
    yield f"naskah {len(folders)}"
    for name in ("naskah yang rusak", "klausul", "pihak", "kejadian", "versi di .riwayat"):
        yield f"{name} {sums[name]}"
    yield f"berkas terbesar {max(map(_size, folders), default=0)} byte"
    yield from faults[:_MOST]
    if len(faults) > _MOST:
        yield f"kerusakan lain {len(faults) - _MOST}"
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


def _faults_of(folder: Path, sums: Counter[str]) -> Iterator[str]:
    """Count what an agreement holds, and yield what of it is broken."""
    from kampanye_tui.agreement.verification import verified
    from kampanye_tui.store.kept import read_kept

    try:
        kept = read_kept(folder)
    except Refused as refused:
        yield from map(told, refused.problems)
        return
    except OSError as error:
        yield _system_error(error)
        return
    found = verified(kept)
    sums["kejadian"] += (kept.ledger or b"").count(b"\n")
    if found.text is not None:
        sums["klausul"] += len(found.text.clauses)
        sums["pihak"] += len(found.text.parties)
    yield from (told(check.problem) for check in found.checks if check.problem)


def _register_faults(workspace: Path) -> Iterator[str]:
    from kampanye_tui.agreement.verification import register_check
    from kampanye_tui.store.kept import kept_register
    from kampanye_tui.store.register import register_years

    try:
        years = register_years(workspace)
    except OSError as error:
        yield f"register, {_system_error(error)}"
        return
    for year in years:
        try:
            data, label = kept_register(workspace, year)
        except Refused as refused:
            yield from map(told, refused.problems)
        except OSError as error:
            yield f"register {year}, {_system_error(error)}"
        else:
            if problem := register_check(data, year, label).problem:
                yield told(problem)


def _system_error(error: OSError) -> str:
    return f"tidak dapat dibaca: {errno.errorcode.get(error.errno or 0, OTHER)}"


def _size(folder: Path) -> int:
    """Return the bytes of the largest file below a folder; no link is followed."""
    largest = 0
    for at, _folders, files in os.walk(folder):
        for name in files:
            with suppress(OSError):
                largest = max(largest, Path(at, name).lstat().st_size)
    return largest
