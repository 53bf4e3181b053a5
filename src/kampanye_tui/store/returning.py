"""What a laptop did, taken over by the office: its files, its numbers, then its ledger, under both locks.

The folder that came back is closed first, so nothing is written there behind what is taken. The ledger comes
last and is put in place whole: until then the office can only be read, and whoever was stopped does the same
again. What is replaced is set aside. A ledger that went another way than the office's is a fork: it is kept
beside, and nothing of it is taken.
"""

from __future__ import annotations

import hashlib
import re
import stat
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import Final, NamedTuple

import msgspec

from kampanye_tui.agreement.chain import FILE as LEDGER
from kampanye_tui.agreement.chain import Book, added, read_book
from kampanye_tui.agreement.evidencing import LARGEST as LARGEST_EVIDENCE
from kampanye_tui.agreement.lending import Parting, last_loan, parting, refuse_stranger
from kampanye_tui.agreement.moment import moment_of
from kampanye_tui.agreement.number_lending import carried_back
from kampanye_tui.agreement.number_register import NumberState, last_steps, read_register, rows
from kampanye_tui.agreement.verification import Kept, read_text, verified
from kampanye_tui.model.event import Loan
from kampanye_tui.model.loan import ON_LAPTOP, LoanDeed
from kampanye_tui.model.messages import too_large
from kampanye_tui.model.number_entry import AnyNumberEntry, Issued, NumbersLent
from kampanye_tui.model.operator import Act
from kampanye_tui.model.problem import Declined, Problem, refuse
from kampanye_tui.model.source import LARGEST as LARGEST_TEXT
from kampanye_tui.model.text import IDENTIFIER, faults
from kampanye_tui.store import evidence, history, register, revisions
from kampanye_tui.store.aside import aside_of, note, room
from kampanye_tui.store.at_work import decline_without_role, refuse_reading, signed_by
from kampanye_tui.store.atomic import sync_folder, write_whole
from kampanye_tui.store.forks import keep_fork
from kampanye_tui.store.ledger import open_ledger, record_step
from kampanye_tui.store.lending import Lender, enter_step, only_one, prefix_of
from kampanye_tui.store.locked_file import locked
from kampanye_tui.store.on_loan import loan_of
from kampanye_tui.store.plain_file import LARGEST_CHAIN, kept_bytes
from kampanye_tui.store.workspace import FILE, FOLDER, agreement_ids, folder_of, stamp_of

_TAKEN: Final = re.compile(
    rf"{re.escape(FILE)}|naskah\.bentrok-[0-9]+\.toml|buku\.(?:robek|hilang)-[0-9]+\.jsonl"
    rf"|{re.escape(history.FOLDER)}/(?:[0-9]{{4,}}(?:\.batal)?\.toml"
    r"|bentrok-[0-9]{2,}\.(?:semula|saya)\.toml|oleh\.jsonl)"
    rf"|{revisions.FOLDER}/r[0-9]{{2,4}}\.toml|{evidence.FOLDER}/[0-9a-f]{{64}}\.[a-z0-9]+"
)
"""Files of an agreement that are taken over; outputs can be made again."""
_KEPT_FOR_GOOD: Final = (f"{revisions.FOLDER}/", f"{evidence.FOLDER}/", "buku.")
MOST_FILES: Final = 5_000
"""Files of an agreement that comes back; each text that was changed is one, and the last fifty are kept."""
_HINT: Final = "Periksa folder itu; di kantor tidak ada yang diubah"


class Returned(NamedTuple):
    """What came back: how many events are new here, the numbers that were given and those that were not.

    ``fork`` is where a copy was kept that went another way, and ``parting`` where that was; ``already`` says
    that all of it was here. ``others`` are agreements of the folder that are no loan.
    """

    agreement_id: str
    events: int = 0
    given: tuple[str, ...] = ()
    free: tuple[int, ...] = ()
    aside: Path | None = None
    fork: Path | None = None
    parting: Parting | None = None
    already: bool = False
    others: tuple[str, ...] = ()


class _Came(NamedTuple):
    """A folder as it was read and verified: its plain files by name, text, ledger, and register."""

    files: Mapping[str, Path]
    text: bytes
    ledger: bytes
    book: Book
    register: bytes
    step: Loan


def take_back(lender: Lender, place: Path) -> Returned:
    """Take over what came back in a folder, or keep it beside where it is a fork.

    Raises :class:`Refused` for what is no loan of this office or does not verify, :class:`Declined` where it
    is open on either side and for a role, and :class:`OSError`.
    """
    decline_without_role(Act.LEND)
    refuse_reading(place, str(place))
    root = place / prefix_of(lender.located)
    agreement_id, others = _borrowed(root, place)
    workspace = lender.located.workspace
    ours, theirs = folder_of(workspace, agreement_id), folder_of(root, agreement_id)
    if not ours.is_dir():
        raise refuse(f'naskah "{agreement_id}" tidak ada di ruang kerja ini', "Jalankan di kantor asalnya")
    if ours.resolve() == theirs.resolve():
        raise refuse("folder itu ruang kerja ini sendiri", "Sebutkan folder yang dipinjam")
    with ExitStack() as held:
        held.enter_context(only_one(ours, lender))
        held.enter_context(only_one(theirs, lender))
        came = _read(root, theirs)
        found = _judged(workspace, ours, came)
        if not found.already:
            _close(lender, root, theirs, came)
            # Somebody may have recorded on in between; behind the last step nobody does.
            came = _read(root, theirs)
            found = _judged(workspace, ours, came)
        if found.parting is not None:
            found = _kept(workspace, came, found)
        elif not found.already:
            found = _taken(lender, ours, came, found)
    return found._replace(others=others)


def _borrowed(root: Path, place: Path) -> tuple[str, tuple[str, ...]]:
    """Return the agreement of a folder that was lent, and those that were not."""
    found: list[str] = []
    others: list[str] = []
    for shelf in (root / FOLDER, root / register.FOLDER):
        _refuse_link(shelf, shelf.name)
    for one in agreement_ids(root):
        folder = root / FOLDER / one
        if folder.is_symlink() or any(True for _fault in faults(one, IDENTIFIER)):
            continue
        _plain(folder / LEDGER, f"{one}/{LEDGER}", LARGEST_CHAIN)
        step = loan_of(folder)
        lent = step is not None and step.deed in ON_LAPTOP
        (found if lent else others).append(one)
    if len(found) != 1:
        hint = "Sebutkan folder yang dibuat oleh: kampanye pinjam"
        raise refuse("folder ini bukan ruang kerja pinjaman", hint, file=str(place))
    return found[0], tuple(others)


def _read(root: Path, folder: Path) -> _Came:
    """Return what is in a folder; raises :class:`Refused` for what does not hold.

    A line that was torn is no part of it: it was never said to be recorded.
    """
    files = dict(_files(folder))
    label = f"{FOLDER}/{folder.name}"
    text = _plain(folder / FILE, f"{label}/{FILE}", LARGEST_TEXT) or b""
    ledger = _whole(_plain(folder / LEDGER, f"{label}/{LEDGER}", LARGEST_CHAIN) or b"")
    finals = {
        int(name.removeprefix(f"{revisions.FOLDER}/r").removesuffix(".toml")): path.read_bytes()
        for name, path in files.items()
        if name.startswith(f"{revisions.FOLDER}/")
    }
    problem = verified(Kept(folder.name, label, text, ledger, finals, _scans(files))).first_break
    if problem is not None:
        raise Declined([problem])
    book = read_book(ledger, folder.name)
    last = last_loan(book.events)
    if last is not None and last.deed is LoanDeed.GIVEN_BACK and last.text_sha256 != stamp_of(text):
        what = "naskah di folder itu diubah sesudah dinyatakan kembali"
        hint = "Simpan perubahan itu di tempat lain; isi semulanya ada di .riwayat atau di kantor"
        raise Declined([Problem(what=what, hint=hint, file=f"{label}/{FILE}")])
    step = next(one for one in reversed(book.events) if isinstance(one, Loan) and one.deed is LoanDeed.LENT)
    name = f"{step.year:04d}.jsonl"
    entered = _plain(root / register.FOLDER / name, f"{register.FOLDER}/{name}", LARGEST_CHAIN)
    return _Came(files, text, ledger, book, _whole(entered or b""), step)


def _scans(files: Mapping[str, Path]) -> dict[str, str]:
    """Return the files of evidence, each with the SHA-256 of what is in it."""
    found = {}
    for name, path in files.items():
        if name.startswith(f"{evidence.FOLDER}/"):
            with path.open("rb") as stream:
                found[path.name] = hashlib.file_digest(stream, "sha256").hexdigest()
    return found


def _files(folder: Path) -> Iterator[tuple[str, Path]]:
    """Yield the files that are taken over; raises :class:`Refused` for links, and for more than there are."""
    count = 0
    for below in ("", history.FOLDER, revisions.FOLDER, evidence.FOLDER):
        _refuse_link(folder / below, below)
        if not (folder / below).is_dir():
            continue
        for path in sorted((folder / below).iterdir()):
            name = f"{below}/{path.name}".lstrip("/")
            if not _TAKEN.fullmatch(name):
                continue
            _refuse_link(path, name)
            status = path.lstat()
            largest = LARGEST_EVIDENCE if below == evidence.FOLDER else LARGEST_CHAIN
            count += 1
            if not stat.S_ISREG(status.st_mode):
                raise refuse("bukan berkas", _HINT, file=name)
            if status.st_size > largest:
                raise refuse(*too_large(status.st_size, largest), file=name)
            if count > MOST_FILES:
                raise refuse(f"memuat lebih dari {MOST_FILES} berkas", _HINT, file=folder.name)
            yield name, path


def _judged(workspace: Path, ours: Path, came: _Came) -> Returned:
    """Return how a folder stands to the office: a fork with where it parts, here already, or to be taken.

    Raises :class:`Refused` for no loan of ours, and where text or numbers are not what went along.
    """
    book = open_ledger(ours, ours.name).book
    here = kept_bytes(ours / LEDGER, LEDGER, LARGEST_CHAIN)
    part = parting(here, came.ledger, book.events, came.book.events)
    refuse_stranger(came.book.events, part.same)
    found = Returned(ours.name, events=len(part.there))
    behind = part.here[0] if part.here else None
    if not part.there and isinstance(behind, Loan) and behind.deed is LoanDeed.TAKEN_BACK:
        return found._replace(already=True)
    step = last_loan(book.events)
    if behind is not None or step is None or step.deed is not LoanDeed.LENT:
        return found._replace(parting=part)
    _refuse_other_text(ours, came)
    _refuse_other_register(workspace, came)
    return found


def _refuse_other_text(ours: Path, came: _Came) -> None:
    """Raise :class:`Declined` where the text of the office was changed by hand while it was lent."""
    try:
        stamp = stamp_of(kept_bytes(ours / FILE, FILE))
    except FileNotFoundError:
        return
    if stamp not in (came.step.text_sha256, stamp_of(came.text)):
        what = "naskah di kantor diubah di luar program ini selagi dipinjamkan"
        hint = "Pindahkan berkas itu ke tempat lain, ulangi, lalu bandingkan dengan: kampanye bandingkan"
        raise Declined([Problem(what=what, hint=hint, file=f"{FOLDER}/{ours.name}/{FILE}")])


def _refuse_other_register(workspace: Path, came: _Came) -> None:
    """Raise :class:`Refused` where numbers did not go along from here, or came back with others."""
    name = f"{came.step.year:04d}.jsonl"
    lent, _entries = _carried(came)
    lines = came.register.split(b"\n")[: lent.number]
    here = kept_bytes(workspace / register.FOLDER / name, f"{register.FOLDER}/{name}", LARGEST_CHAIN)
    if here.split(b"\n")[: lent.number] != lines:
        what = "register di folder itu bukan lanjutan register kantor"
        raise Declined([Problem(what=what, hint=_HINT, file=f"{register.FOLDER}/{name}")])
    step = last_steps(register.open_register(workspace, came.step.year).book.events)[lent.agreement]
    if step.deed not in (LoanDeed.LENT, LoanDeed.TAKEN_BACK):
        what = f"nomor {lent.sequence}-{lent.last} tidak lagi tercatat sebagai pinjaman di kantor"
        raise Declined([Problem(what=what, hint=_HINT, file=f"{register.FOLDER}/{name}")])


def _carried(came: _Came) -> tuple[NumbersLent, tuple[AnyNumberEntry, ...]]:
    """Return the entry by which numbers went along, and what was entered behind it where they went."""
    label = f"{register.FOLDER}/{came.step.year:04d}.jsonl"
    entries = read_register(came.register, came.step.year, label).events
    lent = next(
        (
            one
            for one in entries
            if isinstance(one, NumbersLent) and one.deed is LoanDeed.LENT and one.sequence == came.step.first
        ),
        None,
    )
    if lent is None:
        raise refuse("register di folder itu tidak memuat nomor yang dibawa dari kantor", _HINT, file=label)
    return lent, carried_back(entries, lent)


def _close(lender: Lender, root: Path, theirs: Path, came: _Came) -> None:
    """Let a folder that came back say that it gave the right to write back."""
    agreement = read_text(came.text, FILE)
    noted = lender.noted(agreement)
    enter_step(root, came.step.year, theirs.name, LoanDeed.GIVEN_BACK, **noted)
    step = last_loan(came.book.events)
    if step is not None and step.deed is LoanDeed.RECEIVED:
        said = {"text_sha256": stamp_of(came.text), **lender.said(agreement)}
        given = Loan(number=0, deed=LoanDeed.GIVEN_BACK, **said)
        record_step(theirs, theirs.name, given)


def _kept(workspace: Path, came: _Came, found: Returned) -> Returned:
    """Keep a fork beside."""
    files: dict[str, bytes | Path] = {**came.files, LEDGER: came.ledger}
    if came.register:
        files[f"{register.FOLDER}/{came.step.year:04d}.jsonl"] = came.register
    return found._replace(fork=keep_fork(workspace, found.agreement_id, files))


def _taken(lender: Lender, ours: Path, came: _Came, found: Returned) -> Returned:
    """Take a folder over: files, numbers, and then the ledger, which says so."""
    workspace = lender.located.workspace
    agreement = read_text(came.text, FILE)
    aside = aside_of(workspace, moment_of("", agreement, lender.now))
    _take_files(ours, aside, came)
    year = came.step.year
    lent, entries = _carried(came)
    enter_step(workspace, year, ours.name, LoanDeed.TAKEN_BACK, entries, **lender.noted(agreement))
    _take_ledger(ours, came, Loan(number=0, deed=LoanDeed.TAKEN_BACK, **lender.said(agreement)))
    left = {
        row.sequence
        for row in rows(register.open_register(workspace, year).book.events)
        if row.state is NumberState.FREE and row.sequence is not None
    }
    return found._replace(
        given=tuple(one.text for one in entries if isinstance(one, Issued)),
        free=tuple(number for number in range(lent.sequence, lent.last + 1) if number in left),
        aside=aside if aside.exists() else None,
    )


def _take_files(ours: Path, aside: Path, came: _Came) -> None:
    """Put the files of a folder in the place of those here, the text last; what is replaced is set aside."""
    here = dict(_files(ours))
    for name in sorted(came.files, key=lambda one: (one == FILE, one)):
        data, target = came.files[name].read_bytes(), ours / name
        before = target.read_bytes() if name in here else None
        if before == data:
            continue
        if before is not None and not (name.endswith(".jsonl") and data.startswith(before)):
            write_whole(_room(ours, aside, name, "diganti"), before)
        target.parent.mkdir(exist_ok=True)
        write_whole(target, data)
    for name in sorted(set(here) - set(came.files)):
        if not name.startswith(_KEPT_FOR_GOOD) and name != FILE:
            (ours / name).replace(_room(ours, aside, name, "tidak ada lagi"))
    for below in (ours, *(path.parent for path in here.values())):
        sync_folder(below)


def _room(ours: Path, aside: Path, name: str, became: str) -> Path:
    place = f"{FOLDER}/{ours.name}/{name}"
    note(aside, f"{place}: {became} sesudah naskah dikembalikan dari pinjaman")
    return room(aside, place)


def _take_ledger(ours: Path, came: _Came, step: Loan) -> None:
    """Put the ledger in place whole, with the step that lets the office write again."""
    path = ours / LEDGER
    with locked(path):
        if not came.ledger.startswith(kept_bytes(path, LEDGER, LARGEST_CHAIN)):
            what = "catatan kejadian di kantor berubah selagi naskah dikembalikan"
            raise Declined(
                [Problem(what=what, hint="Ulangi perintah yang sama", file=f"{ours.name}/{LEDGER}")]
            )
        number = len(came.book.events) + 1
        said = msgspec.structs.replace(step, number=number, **signed_by(step))
        line, _book = added(came.book, [said])
        write_whole(path, came.ledger + line)


def _plain(path: Path, label: str, largest: int) -> bytes | None:
    """Return the bytes of a plain file; None where there is none. Raises :class:`Refused` for others."""
    _refuse_link(path, label)
    try:
        return kept_bytes(path, label, largest)
    except FileNotFoundError:
        return None


def _refuse_link(path: Path, label: str) -> None:
    if path.is_symlink():
        raise refuse("tautan, tidak diikuti", "Salin folder aslinya", file=label)


def _whole(data: bytes) -> bytes:
    return data[: data.rfind(b"\n") + 1]
