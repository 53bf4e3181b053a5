"""An agreement opened for editing: every change saved at once, and no change lost.

Edits come in as whole agreements, lines that tell what was done go out. It holds the lease while it is open,
keeps in memory what the disk refused, and journals what is being typed. It never overwrites what somebody
else saved, never asks, and knows nothing of screens. Any thread may call it.
"""

from __future__ import annotations

import errno
import threading
from collections.abc import Callable, Mapping
from datetime import datetime
from enum import Enum, auto
from pathlib import Path
from typing import NamedTuple

from kampanye_tui.agreement.account import account, in_words
from kampanye_tui.agreement.moment import zone_of
from kampanye_tui.agreement.words import long_date
from kampanye_tui.model import messages
from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.messages import system_error
from kampanye_tui.model.operator import Act
from kampanye_tui.model.problem import Declined, Problem, Refused, refuse, told_on_screen
from kampanye_tui.store import workspace as files
from kampanye_tui.store.apart import Apart, Diverged, waiting
from kampanye_tui.store.at_work import decline_without_role, why_declined
from kampanye_tui.store.journal import Typing, journal_path
from kampanye_tui.store.lease import Barred, Lease, holder, local_now, take, take_over
from kampanye_tui.store.on_loan import decline_on_loan, why_on_loan
from kampanye_tui.store.plain_file import kept_bytes
from kampanye_tui.store.typed_words import TypedWords
from kampanye_tui.store.workspace import FILE, Saved

CHANGED = "berkas naskah telah diubah orang lain sejak dibuka"
TAKEN = "naskah ini telah diambil alih"
FREE = "naskah ini tidak lagi dibuka oleh siapa pun; ambil alih untuk mengubahnya"
CLOSED = "naskah ini sudah ditutup"
WHY_UNSAVED = {
    errno.ENOSPC: "ruang di diska habis",
    errno.EDQUOT: "jatah ruang di diska habis",
    errno.EROFS: "diska hanya dapat dibaca",
}
"""What fits on the line of the state of saving; anything else is said as everywhere."""


class StandingKind(Enum):
    """What has become of the last change."""

    SAVED = auto()
    UNSAVED = auto()
    READ_ONLY = auto()
    TYPING = auto()


class Standing(NamedTuple):
    """The state of saving, which is always visible."""

    kind: StandingKind
    words: str


class Draft:
    """Made by :meth:`open`, ended by :meth:`close`."""

    def __init__(self, saved: Saved, operator: str, journal: Path, now: Callable[[], datetime]) -> None:
        self._lock = threading.RLock()
        self._operator = operator
        # A server may keep any time; ledger and papers have that of the office, and so has what is said here.
        zone = zone_of(saved.agreement.reference.region)
        self._now: Callable[[], datetime] = lambda: now().astimezone(zone)
        self._folder = saved.path.parent
        self._lease: Lease | None = None
        self._barred = False
        self._lent = ""
        self._replaced = False
        self._typed = TypedWords(journal)
        self._saved = saved
        self._agreement = saved.agreement
        self._seen: tuple[int, ...] = ()
        self._saved_at = _written(saved.path, self._now())
        self._trouble = ""
        self._undone: Agreement | None = None
        self._words: dict[bool, str] = {}
        self._closed = False
        self.apart: Apart | None = None
        """A version that could not be saved, by anybody, and waits to be merged; the oldest there is."""
        self.read_only = ""
        """Why nothing can be changed, in words; empty when it can."""
        self.notice = ""
        """What the operator has to be told besides, such as a journal that cannot be read."""

    @classmethod
    def open(
        cls,
        workspace: Path,
        agreement_id: str,
        *,
        operator: str,
        home: Path,
        now: Callable[[], datetime] = local_now,
    ) -> Draft:
        """Open an agreement; raises :class:`Refused` as :func:`workspace.load` does.

        Where somebody else edits it, it is lent, nobody can here, or whoever works may not, it opens
        ``read_only``.
        """
        saved = files.load(workspace, agreement_id)
        draft = cls(saved, operator, journal_path(home, workspace, agreement_id), now)
        why = why_declined(Act.EDIT)
        taken = Barred(why) if why else take(draft._folder, operator, draft._now())
        draft._lent = why_on_loan(draft._folder)
        if isinstance(taken, Lease) and draft._lent:
            taken.release()
            draft.read_only = draft._lent
        elif isinstance(taken, Lease):
            draft._hold(taken)
        else:
            draft._barred = isinstance(taken, Barred)
            draft.read_only = taken.words
        draft._see_apart()
        return draft

    @property
    def agreement(self) -> Agreement:
        """The agreement with all changes, saved or not."""
        return self._agreement

    @property
    def saved(self) -> Saved:
        """The agreement as it was last read or saved."""
        return self._saved

    @property
    def holds(self) -> bool:
        """Whether the right to write is ours: read-only is then what others have changed in the file."""
        with self._lock:
            return self._ours()

    @property
    def lent(self) -> bool:
        """Whether the right to write is on another computer, so that nobody can take over here."""
        return bool(self._lent) and self.read_only == self._lent

    @property
    def recovered(self) -> Typing | None:
        """What a session that ended in the middle has left and nobody has answered for yet.

        Not offered while read-only.
        """
        with self._lock:
            return None if self.read_only else self._typed.recovered

    @property
    def standing(self) -> Standing:
        """Where saving stands, in words."""
        with self._lock:
            if self._trouble:
                return Standing(StandingKind.UNSAVED, f"BELUM TERSIMPAN: {self._trouble}; dicoba lagi")
            if self.read_only:
                # The rest of why would leave no room for what is open; who wants to write is told all.
                return Standing(StandingKind.READ_ONLY, f"hanya baca: {self.read_only.split(';')[0]}")
            if self._typed.place:
                trouble = f"; {self._typed.trouble}" if self._typed.trouble else ""
                return Standing(StandingKind.TYPING, f"mengetik, belum disimpan{trouble}")
            at, today = self._saved_at, self._now().date()
            told = f"{at:%H.%M.%S}" if at.date() == today else f"{long_date(at.date())} {at:%H.%M}"
            return Standing(StandingKind.SAVED, f"tersimpan {told}")

    def edit(self, after: Agreement, opened: Agreement | None = None) -> tuple[str, ...]:
        """Save a change at once and tell it line by line; nothing when nothing changed.

        What was being typed is part of it. A change that the disk refuses stays and is tried again. Raises
        :class:`Diverged` when somebody else saved meanwhile: ours is then kept beside until it is merged, and
        nothing can be changed until :meth:`reload`. With ``opened``, the text that ``after`` was made from,
        that holds also where somebody has taken over. Raises :class:`Declined` when nothing can be changed.
        """
        with self._lock:
            self._keep_apart(after, opened)
            if not self._unseen():
                self._check_ours()
            lines = account(self._agreement, after)
            if lines:
                self._save(after)
                self._undone = None
            self._typed.became_change()
            self._forget_typed()
            return lines

    def unite(self, after: Agreement, one: Apart) -> tuple[str, ...]:
        """Save what a version that waited was merged to, and tell it line by line; raises as :meth:`edit`.

        Unlike an edit it is not kept in memory where the disk refuses it: the version waits on.
        """
        with self._lock:
            self._check_ours()
            if not self.retry():
                raise _declined(self._trouble)
            lines = account(self._agreement, after)
            try:
                self._stands(files.unite(self._saved, after, one))
            except Diverged:
                self.read_only = CHANGED
                raise
            except OSError as error:
                raise refuse(f"naskah {system_error(error)}") from None
            finally:
                self._see_apart()
            self._saved_at, self._undone = self._now(), None
            return lines

    def undo(self) -> tuple[str, ...]:
        """Take the last change back and tell what became; an unsaved one goes back to the saved text."""
        with self._lock:
            self._check_ours()
            if not self._trouble:
                return self._go_back(again=False)
            self._undone = before = self._agreement
            self._stands(self._saved)
            self._forget_typed()
            return account(before, self._agreement)

    def redo(self) -> tuple[str, ...]:
        """Take the last undo back and tell what became."""
        with self._lock:
            if self._undone is not None:
                return self.edit(self._undone)
            self._check_ours()
            if self._trouble:
                raise _declined(*messages.NOTHING_TAKEN_BACK)
            return self._go_back(again=True)

    def neighbour(self, *, again: bool) -> Agreement | None:
        """The text that :meth:`undo` or, with ``again``, :meth:`redo` would bring; None without one."""
        with self._lock:
            return self._neighbour(again=again)

    def undo_words(self) -> str:
        """What :meth:`undo` would take back; empty when there is nothing."""
        return self._change_words(again=False)

    def redo_words(self) -> str:
        """What :meth:`redo` would bring back; empty when there is nothing."""
        return self._change_words(again=True)

    def typing(self, place: str, fields: Mapping[str, str], began: Mapping[str, str] | None = None) -> None:
        """Keep what is being typed at a place, on the disk within a second; ``began`` is what stood there.

        In memory alone while somebody else edits: who may be the same person, with the very same file.
        """
        with self._lock:
            stamp = self._saved.stamp
            typed = Typing(
                place=place, fields=dict(fields), stamp=stamp, at=self._now(), began=dict(began or {})
            )
            self._typed.put(typed, ours=self._ours())

    def left(self, place: str, now: Mapping[str, str] | None = None) -> dict[str, str]:
        """Return the fields that were typed at a place and neither saved nor given up; empty without any.

        With ``now``, what the text says there, fields that nobody typed into are as it says.
        """
        with self._lock:
            typed = self._typed.left(place)
            return {} if typed is None else typed.over(now or {})

    def contested(self, place: str, now: Mapping[str, str]) -> dict[str, str]:
        """Return the fields left at a place that others changed since: what they said when typing began."""
        with self._lock:
            typed = self._typed.left(place)
            return {} if typed is None else typed.contested(now)

    def postpone(self, place: str) -> None:
        """Leave what was typed at a place for later: not offered, but there when the place is opened."""
        with self._lock:
            self._typed.postpone(place, ours=self._ours())

    def stop_typing(self, place: str) -> None:
        """Forget what was typed at a place and given up; what other places have stays."""
        with self._lock:
            self._typed.give_up(place, self._now(), ours=self._ours())

    def beat(self) -> bool:
        """Do what is due every 15 seconds or so; True when something changed for the reader."""
        with self._lock:
            if self._closed:
                return False
            before = (self.standing, self._saved.stamp, self.notice, self.apart)
            self._see_apart()
            if self._lease and not self._lease.beat(self._now()):
                self._lose()
            self.retry()
            if self._lease is None:
                self._look()
            elif not self.read_only and self._changed():
                self.read_only = CHANGED
            return before != (self.standing, self._saved.stamp, self.notice, self.apart)

    def retry(self) -> bool:
        """Try again to save a change that the disk refused; True when nothing is left to save."""
        with self._lock:
            if self._trouble:
                try:
                    self._save(self._agreement)
                except Refused as refused:
                    self.notice = told_on_screen(refused.problems)
                self._forget_typed()
            return not self._trouble

    def take_over(self) -> None:
        """Edit from now on, whoever did until now, from what the file says now.

        Raises :class:`Refused` where nobody can, it is lent, or whoever works may not, and as :meth:`reload`.
        """
        decline_without_role(Act.EDIT)
        decline_on_loan(self._folder)
        with self._lock:
            if self._closed:
                raise _declined(CLOSED)
            if not self._ours():
                self._hold(take_over(self._folder, self._operator, self._now()))
            if self.read_only:
                self.reload()

    def reload(self) -> None:
        """Read the file anew; raises :class:`Refused` when it cannot be read, or ours is not saved yet."""
        with self._lock:
            if not self.retry():
                raise _declined(
                    f"perubahan terakhir belum tersimpan: {self._trouble}", "Ulangi sebentar lagi"
                )
            self._read()
            if self._lease:
                self.read_only = ""

    def flush(self) -> None:
        """Bring to the disk what is not there yet; for the thread that waits for the end."""
        self._typed.flush()
        self.retry()

    def close(self) -> None:
        """Save what can be saved and give the lease back; what is being typed is offered next time."""
        with self._lock:
            if self._closed:
                return
            self.flush()
            self._typed.close()
            if self._lease:
                self._lease.release()
            self._lease = None
            self._closed = True
            self.read_only = CLOSED

    def _hold(self, lease: Lease) -> None:
        """Begin to edit: from what the file says now, with what an ended session has left."""
        if self._lease:
            self._lease.release()
        self._lease, self.read_only, self._replaced = lease, "", False
        self.notice = self._typed.take_up() or self.notice
        try:
            if self._changed():
                self.reload()
        except (Refused, OSError):
            # What the file says now cannot be shown; nothing is changed that nobody sees.
            self.read_only = CHANGED

    def _forget_typed(self) -> None:
        """Take away the typed words of changes, once nothing of them is left to save."""
        if not self._trouble:
            self._typed.changes_are_saved(ours=self._ours())

    def _ours(self) -> bool:
        return self._lease is not None and self._lease.ours()

    def _keep_apart(self, after: Agreement, opened: Agreement | None) -> None:
        """Raise :class:`Diverged`, with ours kept, where ours was made from another text than stands here."""
        if self._lease and not self._lease.ours():
            self._lose()
        if opened is None or after == opened or (opened == self._agreement and not self._replaced):
            return
        why = self.read_only if self._replaced else CHANGED
        try:
            raise files.set_apart(self._saved, opened, after, why)
        except OSError as error:
            raise refuse(f"naskah {system_error(error)}") from None
        finally:
            self._see_apart()

    def _unseen(self) -> bool:
        """Whether somebody else saved while the right to write is ours, and nothing of ours is kept yet."""
        return self.read_only == CHANGED and self._ours() and self._agreement is self._saved.agreement

    def _see_apart(self) -> None:
        self.apart = next(iter(waiting(self._folder)), None)

    def _check_ours(self) -> None:
        """Raise :class:`Declined` unless the agreement can be changed here and now."""
        if self._lease and not self._lease.ours():
            self._lose()
        if self.read_only:
            raise _declined(f"naskah ini hanya dapat dibaca: {self.read_only}")

    def _lose(self) -> None:
        """Stop editing: somebody has taken over."""
        if self._lease:
            self._lease.release()
        self._lease, self._typed.place, self._replaced = None, "", True
        self._see_holder()

    def _look(self) -> None:
        """Follow, as a reader, who edits and what they saved."""
        if not self._barred:
            self._see_holder()
        if not self._trouble and self._changed():
            try:
                self._read()
            except Refused as refused:
                self.notice = told_on_screen(refused.problems)
            except OSError as error:
                self.notice = f"Naskah {system_error(error)}."

    def _see_holder(self) -> None:
        """Say who edits in our place."""
        self._lent = why_on_loan(self._folder)
        if self._lent:
            self.read_only = self._lent
            return
        held = holder(self._folder, self._now())
        taken = f"{TAKEN}; " if self._replaced else ""
        self.read_only = f"{taken}{held.words}" if held else FREE

    def _read(self) -> None:
        self._stands(files.load(self._folder.parent.parent, self._folder.name))
        self._saved_at = _written(self._saved.path, self._now())
        self._undone = None

    def _stands(self, saved: Saved) -> None:
        """Go on from what is on the disk."""
        self._saved, self._agreement = saved, saved.agreement
        self._trouble, self._words = "", {}

    def _save(self, after: Agreement) -> None:
        """Save over the file, or remember why not; raises :class:`Declined` as :meth:`edit` does."""
        try:
            self._stands(files.save(self._saved, after))
        except Diverged:
            # Ours is beside the file by now, so it is not tried again.
            self._agreement, self._trouble, self._words = after, "", {}
            self.read_only = CHANGED
            self._see_apart()
            raise
        except Declined:
            self._lose()
            raise
        except OSError as error:
            self._agreement, self._words = after, {}
            self._trouble = WHY_UNSAVED.get(error.errno or 0) or f"naskah {system_error(error)}"
        else:
            self._saved_at = self._now()

    def _go_back(self, *, again: bool) -> tuple[str, ...]:
        if self._changed():
            self.read_only = CHANGED
            raise _declined(CHANGED)
        before = self._agreement
        try:
            self._stands(files.undo(self._saved, again=again))
        except OSError as error:
            raise refuse(f"naskah {system_error(error)}") from None
        self._saved_at, self._undone = self._now(), None
        return account(before, self._agreement)

    def _change_words(self, *, again: bool) -> str:
        with self._lock:
            if self.read_only:
                return ""
            if again not in self._words:
                self._words[again] = self._worked_out(again=again)
            return self._words[again]

    def _worked_out(self, *, again: bool) -> str:
        other = self._neighbour(again=again)
        if other is None:
            return ""
        before, after = (self._agreement, other) if again else (other, self._agreement)
        return in_words(account(before, after), after)

    def _neighbour(self, *, again: bool) -> Agreement | None:
        if again and (self._undone or self._trouble):
            return self._undone
        if self._trouble:
            return self._saved.agreement
        try:
            return files.peek(self._saved, again=again)
        except OSError:
            return None

    def _changed(self) -> bool:
        """Tell whether the file is no longer the one that we read or saved."""
        try:
            found = self._saved.path.stat()
            seen = (found.st_ino, found.st_mtime_ns, found.st_size)
            if seen == self._seen:
                return False
            # Looked at before it is read: a change in between is seen the next time.
            if files.stamp_of(kept_bytes(self._saved.path, FILE)) != self._saved.stamp:
                return True
        except (FileNotFoundError, Refused):
            return True
        except OSError:
            return False
        self._seen = seen
        return False


def _written(path: Path, now: datetime) -> datetime:
    """Return when a file was written, in the time of the office."""
    return datetime.fromtimestamp(path.stat().st_mtime, now.tzinfo)


def _declined(what: str, hint: str = "") -> Declined:
    return Declined([Problem(what=what, hint=hint)])
