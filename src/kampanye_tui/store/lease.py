"""Who edits an agreement: one process at a time, for as long as it lives.

The file ``.sewa`` in the agreement's folder is locked by whoever edits, and says who that is. The lock goes
with the process; the heartbeat tells a process that lives from one that waits behind a dead line. Taking over
puts a new file in the place of the old one, so that the former holder sees at its next beat that it holds
nothing any more. The file is never deleted: emptied, it is nobody's.
"""

from __future__ import annotations

import fcntl
import os
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Annotated, NamedTuple

import msgspec

from kampanye_tui.agreement.words import long_date
from kampanye_tui.model.messages import system_error
from kampanye_tui.model.problem import refuse
from kampanye_tui.model.text import printable
from kampanye_tui.model.value import Value, key
from kampanye_tui.store.locked_file import NO_LOCKS, is_named

FILE = ".sewa"
LARGEST = 4096
"""Bytes of the file that are read; it has about 200."""
BEAT = 15.0
"""Seconds between two beats, and between two looks at the file."""
ENDING = (signal.SIGHUP, signal.SIGTERM)
"""Signals that end a holder: blocked before its threads start, and taken by one that saves first."""
SILENT_AFTER = timedelta(seconds=60)
"""A program that beats every 15 seconds and missed four is not answering."""
RETRY = 0.05
"""Seconds; somebody who only looks holds the lock for microseconds."""

Moment = Annotated[datetime, msgspec.Meta(tz=True)]


def local_now() -> datetime:
    """Return the time of this machine, with its offset."""
    return datetime.now(UTC).astimezone()


class Tenant(Value, frozen=True, kw_only=True):
    """What ``.sewa`` says."""

    operator: str = key("operator")
    host: str = key("komputer")
    pid: int = key("pid")
    since: Moment = key("sejak")
    heartbeat: Moment = key("kabar")


class Holder(NamedTuple):
    """Somebody else who edits, as seen at ``asked``. ``tenant`` is None when their file says nothing."""

    tenant: Tenant | None
    asked: datetime

    @property
    def silent(self) -> bool:
        """Whether the holder's heartbeat has stopped: its line may be dead."""
        return self.tenant is not None and self.asked - self.tenant.heartbeat > SILENT_AFTER

    @property
    def words(self) -> str:
        """Who it is, since when: ``dibuka oleh operator2 di kpu-server sejak 09.12``."""
        if self.tenant is None:
            return "dibuka oleh program lain"
        who, host = (printable(text)[:60] for text in (self.tenant.operator, self.tenant.host))
        told = f"dibuka oleh {who} di {host} sejak {moment(self.tenant.since, self.asked)}"
        if self.silent:
            told += f", tanpa kabar sejak {moment(self.tenant.heartbeat, self.asked)}"
        return told


class Barred(NamedTuple):
    """Why nobody can edit here at all; reading still works."""

    words: str


class Lease:
    """The right to edit the agreement in ``folder``; made by :func:`take` and :func:`take_over`."""

    def __init__(self, folder: Path, handle: int, tenant: Tenant) -> None:
        self._path = folder / FILE
        self._handle = handle
        self._tenant = tenant

    def ours(self) -> bool:
        """Tell whether the file is still the one that we hold; costs one look at the folder."""
        if self._handle < 0:
            return False
        try:
            return is_named(self._handle, self._path)
        except OSError:
            # A share that does not answer says nothing about who holds the lease; saving compares anyhow.
            return True

    def beat(self, now: datetime) -> bool:
        """Say that we are still there; False when somebody has taken over."""
        if not self.ours():
            return False
        self._tenant = msgspec.structs.replace(self._tenant, heartbeat=now)
        # The lock holds without it; on a full disk only the heartbeat grows old.
        with suppress(OSError):
            _note(self._handle, self._tenant)
        return True

    def release(self) -> None:
        """Give the lease back; a second time does nothing."""
        if self._handle < 0:
            return
        handle, self._handle = self._handle, -1
        # What was taken over is a file without a name by now: emptying it harms nobody.
        with suppress(OSError):
            os.ftruncate(handle, 0)
        os.close(handle)


def take(folder: Path, operator: str, now: datetime) -> Lease | Holder | Barred:
    """Return the lease of an agreement, who has it, or why it cannot be had here."""
    try:
        handle = _locked(folder)
        if handle is None:
            time.sleep(RETRY)
            handle = _locked(folder)
        if handle is None:
            return Holder(_tenant(folder), now)
        with _closed_on_failure(handle):
            tenant = _ourselves(operator, now)
            _note(handle, tenant)
    except OSError as error:
        return Barred(_barred(error))
    return Lease(folder, handle, tenant)


def take_over(folder: Path, operator: str, now: datetime) -> Lease:
    """Return the lease, whoever has it; raises :class:`Refused` where nobody can edit."""
    temporary = folder / f"{FILE}.{os.urandom(4).hex()}.sementara"
    tenant = _ourselves(operator, now)
    try:
        handle = os.open(temporary, os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o666)
        try:
            with _closed_on_failure(handle):
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
                _note(handle, tenant)
                temporary.replace(folder / FILE)
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise
    except OSError as error:
        raise refuse(_barred(error)) from None
    return Lease(folder, handle, tenant)


def holder(folder: Path, now: datetime) -> Holder | None:
    """Return who edits the agreement now; None when nobody does, or nobody can."""
    try:
        handle = os.open(folder / FILE, os.O_RDONLY | os.O_CLOEXEC | os.O_NOFOLLOW)
    except OSError:
        return None
    try:
        fcntl.flock(handle, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return Holder(_tenant(folder), now)
    except OSError:
        return None
    finally:
        os.close(handle)
    return None


def left_open(folder: Path, now: datetime) -> str:
    """Return who had the agreement open when their program ended in the middle; empty when nobody had.

    To be asked where nobody holds it.
    """
    tenant = _tenant(folder)
    return Holder(tenant, now).words if tenant else ""


def moment(then: datetime, now: datetime) -> str:
    """Return an hour as ``09.12``, with its day unless that is today."""
    then = then.astimezone(now.tzinfo)
    hour = f"{then:%H.%M}"
    return hour if then.date() == now.date() else f"{long_date(then.date())} {hour}"


def _locked(folder: Path) -> int | None:
    """Return the opened and locked file, None when somebody else has it locked."""
    while True:
        flags = os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW
        handle = os.open(folder / FILE, flags, 0o666)
        with _closed_on_failure(handle):
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                os.close(handle)
                return None
            if is_named(handle, folder / FILE):
                return handle
        # Somebody took over between opening and locking: what we locked has no name any more.
        os.close(handle)


@contextmanager
def _closed_on_failure(handle: int) -> Iterator[None]:
    try:
        yield
    except BaseException:
        os.close(handle)
        raise


def _ourselves(operator: str, now: datetime) -> Tenant:
    return Tenant(operator=operator, host=os.uname().nodename, pid=os.getpid(), since=now, heartbeat=now)


def _note(handle: int, tenant: Tenant) -> None:
    """Write who we are over what the file says."""
    data = msgspec.json.encode(tenant)
    os.pwrite(handle, data, 0)
    os.ftruncate(handle, len(data))


def _tenant(folder: Path) -> Tenant | None:
    """Return what the file says; None when that cannot be made out."""
    try:
        handle = os.open(folder / FILE, os.O_RDONLY | os.O_CLOEXEC | os.O_NOFOLLOW)
    except OSError:
        return None
    try:
        return msgspec.json.decode(os.read(handle, LARGEST), type=Tenant)
    except (OSError, msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return None
    finally:
        os.close(handle)


def _barred(error: OSError) -> str:
    if error.errno in NO_LOCKS:
        return (
            "penyimpanan ini tidak mengenal penguncian berkas, jadi naskah hanya dapat dibaca; "
            "pindahkan ruang kerja ke diska komputer ini"
        )
    return f"folder naskah ini {system_error(error)}"
