"""The right to write an agreement, lent to a laptop: a workspace of its own in a folder that goes along.

The folder is filled first, under a hidden name; then numbers and ledger say that the agreement is lent; then
the folder gets what changed meanwhile, says itself that it received, and its name. A process that is killed
before the ledger says so has lent nothing; behind that the same command finishes it, for the hidden folder is
still there, and cannot have gone anywhere.
"""

from __future__ import annotations

import shutil
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

from kampanye_tui.agreement.chain import FILE as LEDGER
from kampanye_tui.agreement.evidencing import LARGEST as LARGEST_EVIDENCE
from kampanye_tui.agreement.lending import lent, since
from kampanye_tui.agreement.moment import moment_of
from kampanye_tui.agreement.number_lending import MOST, SPARE, lent_numbers, step_behind
from kampanye_tui.agreement.number_register import Register, last_steps
from kampanye_tui.agreement.verification import verified
from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.event import Loan
from kampanye_tui.model.loan import LoanDeed
from kampanye_tui.model.messages import system_error
from kampanye_tui.model.number_entry import AnyNumberEntry, NumbersLent
from kampanye_tui.model.operator import Act
from kampanye_tui.model.problem import Declined, Problem, Refused, refuse
from kampanye_tui.model.text import ONE_LINE, faults
from kampanye_tui.store import register
from kampanye_tui.store.at_work import decline_without_role, refuse_writing
from kampanye_tui.store.atomic import sync_folder, write_whole
from kampanye_tui.store.backup_files import BackupFile, agreement_files, configured_files
from kampanye_tui.store.configuration import Located
from kampanye_tui.store.kept import read_kept
from kampanye_tui.store.lease import Lease, take
from kampanye_tui.store.ledger import open_ledger, record_step
from kampanye_tui.store.locked_file import locked
from kampanye_tui.store.on_loan import loan_of
from kampanye_tui.store.plain_file import LARGEST_CHAIN, kept_bytes
from kampanye_tui.store.workspace import FILE, FOLDER, LOCK, folder_of, load, stamp_of

BUILDING = ".pinjaman"
"""How the hidden name of a folder ends that is not finished."""
TOLD = "PINJAMAN.txt"
"""The file in it that says to people, and to whoever finishes it, which loan it is of."""


class Lender(NamedTuple):
    """Who lends, takes back or cancels, and when."""

    located: Located
    operator: str
    now: datetime

    def said(self, agreement: Agreement) -> dict[str, Any]:
        """Return what an event says of itself, by the names of its fields."""
        moment = moment_of("", agreement, self.now)
        return {"occurred": moment, "recorded": moment, "operator": self.operator}

    def noted(self, agreement: Agreement) -> dict[str, Any]:
        """Return what an entry of a register says of itself."""
        return {"recorded": moment_of("", agreement, self.now), "operator": self.operator}


def lend(lender: Lender, agreement_id: str, target: Path, count: int | None = None) -> Loan:
    """Lend an agreement to the workspace that is made at ``target``, with the next ``count`` numbers.

    Raises :class:`Declined` while somebody edits it, where it is lent already, and for a role;
    :class:`Refused` for a target that is taken and for what does not verify; and :class:`OSError`. Where the
    folder cannot be finished behind that it is lent all the same, and the :class:`Declined` says what to do.
    """
    decline_without_role(Act.LEND)
    located = lender.located
    saved = load(located.workspace, agreement_id)
    folder = saved.path.parent
    _refuse_target(located, target)
    target = target.resolve()
    building = target.with_name(f".{target.name}{BUILDING}")
    with only_one(folder, lender):
        step = loan_of(folder)
        if step is None or not _is_of(step, building, agreement_id):
            step = _begin(lender, agreement_id, building, target.name, count)
        try:
            _finish(lender, agreement_id, building, step)
            building.replace(target)
            sync_folder(target.parent)
        except OSError as error:
            what = f"naskah sudah dipinjamkan, tetapi foldernya belum selesai: {system_error(error)}"
            hint = "Ulangi perintah yang sama, atau batalkan: kampanye pinjam NASKAH --batalkan"
            raise Declined([Problem(what=what, hint=hint)]) from None
    return step


def cancel(lender: Lender, agreement_id: str) -> Loan:
    """Give the right to write back to the office, since the laptop is lost; its numbers are never given.

    Raises :class:`Declined` where nothing is lent, for a role, and for a register that cannot be read: the
    office writes again by then, and the numbers follow when this is done once more. Numbers of a loan that
    was stopped before the ledger said so, or of a cancelling that was, are cancelled all the same.
    """
    decline_without_role(Act.LEND)
    workspace = lender.located.workspace
    agreement = load(workspace, agreement_id).agreement
    folder = folder_of(workspace, agreement_id)
    step = Loan(number=0, deed=LoanDeed.CANCELLED, **lender.said(agreement))
    with only_one(folder, lender):
        lent = loan_of(folder)
        if lent is not None and _is_lent(lent):
            _refuse_half_returned(folder, lent)
            record_step(folder, agreement_id, step)
        else:
            lent = None
        years, unread = _lent_years(workspace, agreement_id)
        for year in years:
            enter_step(workspace, year, agreement_id, LoanDeed.CANCELLED, **lender.noted(agreement))
    if unread and not (lent and lent.year in years):
        raise Declined([*unread, _numbers_remain(agreement_id, cancelled=lent is not None)])
    if lent is None and not years:
        raise Declined([Problem(what="naskah ini tidak sedang dipinjamkan dari sini")])
    return step


def _numbers_remain(agreement_id: str, *, cancelled: bool) -> Problem:
    """Return that it is not known whether numbers went along, which a register that is read would tell."""
    done = "pinjaman dibatalkan dan kantor menulis lagi, tetapi " if cancelled else ""
    return Problem(
        what=f"{done}nomor yang dibawa laptop belum dinyatakan batal, sebab register itu tidak terbaca",
        hint=f"Pulihkan register itu dari cadangan, lalu ulangi: kampanye pinjam {agreement_id} --batalkan",
    )


def _refuse_half_returned(folder: Path, lent: Loan) -> None:
    """Raise :class:`Declined` where a return was stopped in the middle: its text stands here already."""
    try:
        stamp = stamp_of(kept_bytes(folder / FILE, FILE))
    except FileNotFoundError:
        return
    if stamp != lent.text_sha256:
        what = (
            "naskah di kantor bukan lagi yang dipinjamkan: pengembaliannya terhenti, atau berkasnya disunting"
        )
        hint = "Ulangi kampanye kembalikan FOLDER; bila foldernya hilang, ambil berkas semula dari disisihkan"
        raise Declined([Problem(what=what, hint=hint, file=f"{FOLDER}/{folder.name}/{FILE}")])


def _is_lent(step: Loan | NumbersLent | None) -> bool:
    return step is not None and step.deed is LoanDeed.LENT


def _lent_years(workspace: Path, agreement_id: str) -> tuple[tuple[int, ...], tuple[Problem, ...]]:
    """Return the years whose numbers are lent with an agreement, and why other years cannot be read."""
    read = tuple(register.read_years(workspace, register.register_years(workspace)))
    years = (
        year
        for year, book, _problems in read
        if book is not None and _is_lent(last_steps(book.events).get(agreement_id))
    )
    return tuple(years), tuple(problem for _year, _book, problems in read for problem in problems)


_BEFORE = {
    LoanDeed.RECEIVED: LoanDeed.LENT,
    LoanDeed.GIVEN_BACK: LoanDeed.RECEIVED,
    LoanDeed.TAKEN_BACK: LoanDeed.LENT,
    LoanDeed.CANCELLED: LoanDeed.LENT,
}
"""Step of a loan → the one that it stands behind in the same register."""


def enter_step(
    workspace: Path,
    year: int,
    agreement_id: str,
    deed: LoanDeed,
    carried: tuple[AnyNumberEntry, ...] = (),
    **noted: Any,
) -> None:
    """Enter the next step for the numbers that went along, behind what is ``carried``; not a second time."""

    def make(book: Register) -> tuple[AnyNumberEntry, ...]:
        step = last_steps(book.events).get(agreement_id)
        if step is None or step.deed is not _BEFORE[deed]:
            return ()
        return (*carried, step_behind(step, deed, **noted))

    register.enter_steps(workspace, year, make)


def prefix_of(located: Located) -> Path:
    """Return where the workspace is from the configuration on; raises :class:`Refused` for one elsewhere.

    The configuration goes along as it is, and what it names has to be in the folder that is made.
    """
    workspace, inside = located.workspace.resolve(), located.folder.resolve()
    if not workspace.is_relative_to(inside):
        hint = "Pindahkan ruang kerja ke dalam folder itu, atau buat konfigurasi lain untuk acara ini"
        raise refuse("ruang kerja kantor ini di luar folder konfigurasinya", hint, file=located.label)
    return workspace.relative_to(inside)


@contextmanager
def only_one(folder: Path, lender: Lender) -> Iterator[None]:
    """Hold the right to edit an agreement and the lock of its text; raises :class:`Declined`."""
    lease = take(folder, lender.operator, lender.now)
    if not isinstance(lease, Lease):
        hint = "Tutup dahulu di sana, lalu ulangi"
        raise Declined([Problem(what=f"naskah {folder.name}: {lease.words}", hint=hint)])
    try:
        with locked(folder / LOCK):
            yield
    finally:
        lease.release()


def _refuse_target(located: Located, target: Path) -> None:
    named, place = str(target), target.resolve()
    refuse_writing(target, named)
    for fault in faults(place.name, ONE_LINE):
        raise refuse(f"nama folder tujuan: {fault}", "Pilih nama lain")
    if place.is_relative_to(located.workspace.resolve()):
        raise refuse("tujuan ini di dalam ruang kerja kantor", "Pilih folder di luar itu", file=named)
    if not place.parent.is_dir():
        raise refuse("folder tempat meletakkannya tidak ada", "Periksa nama dan foldernya", file=named)
    taken = place.exists() and (not place.is_dir() or place.is_mount() or any(place.iterdir()))
    if taken or not place.name:
        hint = "Sebutkan folder baru; bila itu sebuah diska, folder baru di dalamnya"
        raise refuse("tujuan ini sudah ada isinya atau bukan folder biasa", hint, file=named)


def _begin(lender: Lender, agreement_id: str, building: Path, to: str, count: int | None) -> Loan:
    """Fill the folder, then let numbers and ledger say that the agreement is lent."""
    workspace = lender.located.workspace
    saved = load(workspace, agreement_id)
    agreement, folder = saved.agreement, saved.path.parent
    lent(open_ledger(folder, agreement_id).book.events, **lender.said(agreement))
    problem = verified(read_kept(folder)).first_break
    if problem is not None:
        raise Declined([problem])
    year = _year(agreement)
    wanted = len(agreement.copies) + SPARE if count is None else count
    if not 1 <= wanted <= MOST:
        raise refuse(f"nomor yang dibawa harus 1 sampai {MOST}")
    if building.exists():
        # Nothing was lent to it: whoever began it was stopped before that.
        shutil.rmtree(building)
    building.mkdir()
    try:
        _fill(lender.located, agreement_id, building)
    except BaseException:
        shutil.rmtree(building, ignore_errors=True)
        raise

    def numbers(book: Register) -> tuple[AnyNumberEntry, ...]:
        step = last_steps(book.events).get(agreement_id)
        if _is_lent(step):
            # Left by whoever was stopped between this and the ledger.
            return ()
        return (lent_numbers(book.events, agreement_id, wanted, to=to, **lender.noted(agreement)),)

    book, _new = register.enter_steps(workspace, year, numbers)
    block = last_steps(book.events)[agreement_id]
    moments = lender.said(agreement)
    said = {"to": to, "text_sha256": saved.stamp, "year": year, "first": block.sequence, "last": block.last}
    write_whole(building / TOLD, _told(agreement_id, to, moments["occurred"]))
    step = lent(open_ledger(folder, agreement_id).book.events, **said, **moments)
    record_step(folder, agreement_id, step)
    return step


def _told(agreement_id: str, to: str, moment: datetime) -> bytes:
    return (
        f"Ruang kerja ini dipinjam dari kantor: naskah {agreement_id}, dipinjamkan ke {to} "
        f"sejak {since(moment)}.\n"
        "Sesudah acara, bawa folder ini kembali ke kantor, lalu di sana: kampanye kembalikan FOLDER\n"
    ).encode()


def _is_of(step: Loan, building: Path, agreement_id: str) -> bool:
    """Tell whether a folder that is not finished is of this very loan: then it was never given its name."""
    if not _is_lent(step):
        return False
    try:
        return kept_bytes(building / TOLD, TOLD) == _told(agreement_id, step.to, step.occurred)
    except (OSError, Refused):
        return False


def _finish(lender: Lender, agreement_id: str, building: Path, step: Loan) -> None:
    """Bring the folder to what the office is now that it is lent, and let it say that it received."""
    located = lender.located
    _fill(located, agreement_id, building)
    workspace = building / prefix_of(located)
    folder = workspace / FOLDER / agreement_id
    agreement = load(located.workspace, agreement_id).agreement
    ledger = folder_of(located.workspace, agreement_id) / LEDGER
    write_whole(folder / LEDGER, kept_bytes(ledger, LEDGER, LARGEST_CHAIN))
    enter_step(workspace, step.year, agreement_id, LoanDeed.RECEIVED, **lender.noted(agreement))
    received = Loan(number=0, deed=LoanDeed.RECEIVED, **lender.said(agreement))
    record_step(folder, agreement_id, received)
    for below in (building, *(path for path in building.rglob("*") if path.is_dir())):
        sync_folder(below)


def _fill(located: Located, agreement_id: str, building: Path) -> None:
    """Put into a folder what the office keeps, the other agreements apart; what is there is left."""
    prefix = prefix_of(located)
    for file in configured_files(located):
        _put(building / file.name, file)
    folder = folder_of(located.workspace, agreement_id)
    for file in agreement_files(folder):
        if file.name != LEDGER:
            _put(building / prefix / FOLDER / agreement_id / file.name, file)
    for year in register.register_years(located.workspace):
        name = f"{register.FOLDER}/{year:04d}.jsonl"
        with locked(located.workspace / name):
            _write(building / prefix / name, kept_bytes(located.workspace / name, name, LARGEST_CHAIN))


def _put(path: Path, file: BackupFile) -> None:
    """Write a file as it is in the office: what others may not read there, they may not read here.

    Raises :class:`Refused` for one that is larger than what a return takes.
    """
    content = file.content
    _write(path, content if isinstance(content, bytes) else kept_bytes(content, file.name, LARGEST_EVIDENCE))
    if stat.S_IMODE(path.stat().st_mode) & ~file.mode:
        path.chmod(file.mode)


def _write(path: Path, data: bytes) -> None:
    if path.is_file() and path.stat().st_size == len(data) and path.read_bytes() == data:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    write_whole(path, data)


def _year(agreement: Agreement) -> int:
    if agreement.occasion.day is None:
        raise refuse(
            "hari acara belum diisi, jadi tahun nomornya belum diketahui", "kampanye acara --tanggal T"
        )
    return agreement.occasion.day.year
