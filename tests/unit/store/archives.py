"""An office that is put into archives, and archives that others made."""

from __future__ import annotations

import gzip
import io
import tarfile
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.office import Configuration
from kampanye_tui.store.backup import LISTING, pack
from kampanye_tui.store.backup_check import Checked, check_backup
from kampanye_tui.store.backup_files import backup_files
from kampanye_tui.store.configuration import Located
from kampanye_tui.store.evidence import keep_evidence
from kampanye_tui.store.workspace import create, save
from kampanye_tui.work import finalise
from tests.unit.store.deeds import SCAN, small
from tests.unit.store.numbering import give
from tests.unit.store.saving import about

NOW = datetime(2023, 11, 28, 3, 0, tzinfo=UTC)


def made_office(folder: Path, agreement: Agreement) -> None:
    """Make a workspace with a final agreement, one change before it, a number and a scan."""
    saved = save(create(folder, small(agreement)), about(small(agreement), "Dua"))
    finalise(saved.path.parent, saved.agreement, (), occurred=NOW, recorded=NOW, operator="ani")
    keep_evidence(saved.path.parent, SCAN, ".pdf")
    give(folder, "naskah")
    (folder / "kampanye.toml").write_text("format = 1\n")


def located(folder: Path, configuration: Configuration, **changes: object) -> Located:
    """Return the office of a folder, with these changes of its configuration."""
    bare = {"packs": msgspec.structs.replace(configuration.packs, folders=())}
    office = msgspec.structs.replace(configuration.office, logo="")
    changed = msgspec.structs.replace(configuration, office=office, **(bare | changes))
    return Located(changed, folder / "kampanye.toml", "kampanye.toml")


def archive(office: Located, suffix: str = ".tar.gz") -> bytes:
    """Return the archive of an office."""
    stream = io.BytesIO()
    pack(backup_files(office), stream, suffix)
    return stream.getvalue()


def checked(data: bytes) -> Checked:
    """Return what comes of checking an archive."""
    return check_backup(io.BytesIO(data), "cadangan")


def names(data: bytes) -> list[str]:
    """Return the names in an archive, in their order."""
    with tarfile.open(fileobj=io.BytesIO(data)) as opened:
        return opened.getnames()


def tar_of(*entries: tuple[tarfile.TarInfo, bytes]) -> bytes:
    """Return a tar file with these entries."""
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w:gz") as opened:
        for entry, content in entries:
            entry.size = len(content)
            opened.addfile(entry, io.BytesIO(content))
    return stream.getvalue()


def zip_of(*entries: tuple[str, bytes]) -> bytes:
    """Return a zip file with these entries."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as opened:
        for name, content in entries:
            opened.writestr(name, content)
    return stream.getvalue()


def changed(data: bytes, name: str, content: bytes | None) -> bytes:
    """Return an archive with another content of a file, or without it; its list stays."""
    with tarfile.open(fileobj=io.BytesIO(data)) as opened:
        found = [(one, opened.extractfile(one).read()) for one in opened.getmembers()]  # type: ignore[union-attr]
    swapped = [(one, content if one.name == name else was) for one, was in found]
    return tar_of(*((one, was) for one, was in swapped if was is not None))


def entry(name: str, kind: bytes = tarfile.REGTYPE, target: str = "") -> tarfile.TarInfo:
    """Return the head of an entry."""
    made = tarfile.TarInfo(name)
    made.type, made.linkname = kind, target
    return made


def bomb() -> bytes:
    """Return a small tar file that swells to 200 MB of zeros."""
    head = entry("besar")
    head.size = 200 * 2**20
    zeros = bytes(2**20)
    stream = io.BytesIO()
    with gzip.GzipFile(fileobj=stream, mode="wb", compresslevel=9) as narrow:
        narrow.write(head.tobuf())
        for _ in range(200):
            narrow.write(zeros)
    return stream.getvalue()


HOSTILE = {
    "nothing": b"",
    "a text": b"halo",
    "half a gzip": gzip.compress(b"x" * 1000)[:20],
    "a gzip of noise": gzip.compress(b"x" * 2000),
    "half a zip": zip_of((LISTING, b""))[:40],
    "no list": zip_of(("kampanye.toml", b"")),
    "a link": tar_of((entry("naskah", tarfile.SYMTYPE, "/etc"), b"")),
    "a hard link": tar_of((entry("a", tarfile.LNKTYPE, "/etc/passwd"), b"")),
    "a device": tar_of((entry("a", tarfile.CHRTYPE), b"")),
    "a folder": tar_of((entry("a", tarfile.DIRTYPE), b"")),
    "a way up": tar_of((entry("../a"), b"")),
    "a way up behind": zip_of(("naskah/../../a", b"")),
    "a root": tar_of((entry("/etc/a"), b"")),
    "a drive": zip_of(("naskah\\..\\a", b"")),
    "a newline": tar_of((entry("a\nb"), b"")),
    "a terminal escape": tar_of((entry("a\x1b[2J"), b"")),
    "one name twice": tar_of((entry("a"), b""), (entry("a"), b"")),
    "a bomb": bomb(),
    "a bomb of zip": zip_of(("a", bytes(80 * 2**20))),
}
"""Archives that are none of ours."""
