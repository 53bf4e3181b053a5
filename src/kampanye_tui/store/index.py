"""The list of agreements as it was last seen: ``.indeks`` in the workspace, so that a screen begins at once.

Reading 500 agreements takes more than a second, looking at their files a few milliseconds. An entry counts as
long as its file is as it was; all others are read anew by whoever shows the list. The index is derived: it
may be deleted, and one that is broken or cannot be written is as good as none.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import NamedTuple

import msgspec

from kampanye_tui.agreement.chain import FILE as LEDGER
from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.finding import Finding, Level
from kampanye_tui.model.party import ORGANISER_ID, Role
from kampanye_tui.model.problem import Refused, told_on_screen
from kampanye_tui.model.text import unseen
from kampanye_tui.model.value import Value, key
from kampanye_tui.store.atomic import write_whole
from kampanye_tui.store.plain_file import LARGEST_CHAIN, kept_bytes
from kampanye_tui.store.workspace import ARCHIVE, FILE, FOLDER, Listed, Saved, stamp_of

INDEX = ".indeks"
FORMAT = 1

FileStamp = tuple[int, int, int]
"""Time of the last change in nanoseconds and size of the text, and the size of the ledger."""
NO_STAMP: FileStamp = (0, 0, 0)
"""Of a file that was not seen whole; it equals that of no file, so the entry is made anew."""


class Counts(Value, frozen=True, kw_only=True):
    """How many findings a check had, by level."""

    required: int = key("wajib", default=0)
    attention: int = key("perhatian", default=0)
    suggestion: int = key("saran", default=0)


class Entry(Value, frozen=True, kw_only=True):
    """What the list shows of an agreement. ``problem`` says why it cannot be read; all else is then empty."""

    id: str = key("id")
    stamp: FileStamp = key("cap", default=NO_STAMP)
    state: str = key("keadaan", default="")
    topic: str = key("tentang", default="")
    kind: str = key("jenis", default="")
    region: str = key("wilayah", default="")
    office: str = key("kantor", default="")
    day: date | None = key("tanggal", default=None)
    clauses: int = key("klausul", default=0)
    contestants: int = key("peserta", default=0)
    institutions: int = key("lembaga", default=0)
    signers: int = key("penandatangan", default=0)
    signed: int = key("ditandatangani", default=0)
    packs: tuple[str, ...] = key("paket", default=())
    """Each as id and version: ``nasional 1.0``."""
    findings: Counts | None = key("catatan", default=None)
    """None until a check has run over this text."""
    archived: bool = key("diarsipkan", default=False)
    loan: str = key("pinjaman", default="")
    """Why it can only be read here, while the right to write is elsewhere."""
    problem: str = key("masalah", default="")


class Known(NamedTuple):
    """An agreement that is there; ``entry`` is None when the index does not know its present text."""

    id: str
    entry: Entry | None


class _Index(Value, frozen=True, kw_only=True):
    """``.indeks``."""

    format: int
    entries: tuple[Entry, ...] = key("naskah", default=())


def read_index(workspace: Path, *, archived: bool = False) -> dict[str, Entry]:
    """Return the entries of the index by id: those of the archive, or all others."""
    index = _read(workspace / INDEX)
    if index is None:
        return {}
    return {entry.id: entry for entry in index.entries if entry.archived == archived and _shows(entry)}


def holds(workspace: Path) -> bool:
    """Tell whether the index is one that can be read, or none."""
    return not (workspace / INDEX).exists() or _read(workspace / INDEX) is not None


def _read(path: Path) -> _Index | None:
    try:
        index = msgspec.json.decode(kept_bytes(path, INDEX, LARGEST_CHAIN), type=_Index)
    except (OSError, Refused, msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return None
    return index if index.format == FORMAT else None


def write_index(workspace: Path, entries: Iterable[Entry]) -> None:
    """Write the index: all entries, of the archive as well. One that cannot be written is not missed.

    What could not be read is left out: what was wrong may be outside of the file.
    """
    kept = tuple(entry for entry in entries if entry.stamp != NO_STAMP)
    with suppress(OSError):
        write_whole(
            workspace / INDEX, msgspec.json.encode(_Index(format=FORMAT, entries=kept)), durable=False
        )


def known(workspace: Path, *, archived: bool = False) -> list[Known]:
    """Return all agreements, the one saved last first, having looked at nothing but the index and folders."""
    index = read_index(workspace, archived=archived)
    found = []
    for name, stamp in _stamps(workspace / (ARCHIVE if archived else FOLDER)):
        entry = index.get(name)
        found.append((stamp, Known(name, entry if entry is not None and entry.stamp == stamp else None)))
    found.sort(key=lambda one: (-one[0][0], one[1].id))
    return [one for _stamp, one in found]


def entry_of(shown: Listed | Saved, findings: Sequence[Finding] | None = None) -> Entry:
    """Return the entry of an agreement; ``findings`` are those of a check over this very text."""
    # Who only reads the index, for a first screen, needs neither.
    from kampanye_tui.agreement.lending import why_read_only
    from kampanye_tui.agreement.state import state
    from kampanye_tui.store.ledger import open_ledger

    if isinstance(shown, Listed):
        if shown.saved is None:
            return Entry(id=shown.id, problem=told_on_screen(shown.problems))
        shown = shown.saved
    agreement = shown.agreement
    stamp = _stamp(shown)
    try:
        book = open_ledger(shown.path.parent, agreement.id).book
    except Refused as refused:
        return Entry(id=agreement.id, problem=told_on_screen(refused.problems))
    stands = state(agreement, book.events)
    lent = why_read_only(stands.loan)
    organiser = agreement.party(ORGANISER_ID)
    return Entry(
        id=agreement.id,
        stamp=stamp,
        state=stands.standing,
        topic=agreement.topic,
        kind=agreement.kind.value,
        region=agreement.reference.region.name,
        office=organiser.called if organiser else "",
        day=agreement.occasion.day,
        clauses=len(agreement.clauses),
        contestants=len(agreement.of_role(Role.CONTESTANT)),
        institutions=_institutions(agreement),
        signers=stands.signers,
        signed=stands.signed,
        packs=tuple(f"{pack.id} {pack.version}" for pack in agreement.packs),
        findings=None if findings is None else _counts(findings),
        archived=shown.path.parent.parent.name == ARCHIVE,
        loan=lent[0] if lent else "",
    )


def _institutions(agreement: Agreement) -> int:
    return sum(party.role is not Role.CONTESTANT for party in agreement.parties)


def _counts(findings: Sequence[Finding]) -> Counts:
    levels = [finding.level for finding in findings]
    return Counts(
        required=levels.count(Level.REQUIRED),
        attention=levels.count(Level.ATTENTION),
        suggestion=levels.count(Level.SUGGESTION),
    )


def _stamp(saved: Saved) -> FileStamp:
    """Return the stamp of the file, or none when it no longer is what was read."""
    try:
        # Looked at before it is read: a change in between shows as another stamp later.
        seen = saved.path.stat()
        same = stamp_of(kept_bytes(saved.path, FILE)) == saved.stamp
    except (OSError, Refused):
        return NO_STAMP
    return (seen.st_mtime_ns, seen.st_size, _size(f"{saved.path.parent}/{LEDGER}")) if same else NO_STAMP


def _stamps(shelf: Path) -> Iterable[tuple[str, FileStamp]]:
    """Yield name and stamp of each agreement in a folder; one that nobody may read has none."""
    try:
        names = os.listdir(shelf)  # noqa: PTH208 - three times faster than making a path of each
    except OSError:
        return
    for name in names:
        try:
            seen = os.stat(f"{shelf}/{name}/{FILE}")  # noqa: PTH116
        except PermissionError:
            yield name, NO_STAMP
        except OSError:
            continue
        else:
            yield name, (seen.st_mtime_ns, seen.st_size, _size(f"{shelf}/{name}/{LEDGER}"))


def _size(path: str) -> int:
    try:
        return os.stat(path).st_size  # noqa: PTH116
    except OSError:
        return 0


def _shows(entry: Entry) -> bool:
    """Tell whether an entry holds only what may be shown: anybody could have written the file."""
    texts = (entry.id, entry.state, entry.topic, entry.kind, entry.region, entry.office, entry.loan)
    return not any(True for _found in unseen("".join((*texts, *entry.packs))))
