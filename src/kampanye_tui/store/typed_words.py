"""What was typed into an open agreement and is no part of its text yet, place by place.

Besides the journal it knows where somebody types now, where a session ended in the middle, and which words
became changes that the disk refused. Whoever calls holds a lock, and says by ``ours`` whether the right to
write is theirs: where it is not, the journal on the disk is somebody else's, and all stays in memory.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import msgspec

from kampanye_tui.model.messages import system_error
from kampanye_tui.model.problem import Refused, told_on_screen
from kampanye_tui.store.journal import Journal, Typing, recover


class TypedWords:
    """The words of one agreement; ended by :meth:`close`."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._journal = Journal(path)
        # Places: where an ended session typed, and where changes were typed that the disk refused; the
        # journal holds those until they are saved.
        self._ended_at = ""
        self._unsaved: set[str] = set()
        # Given up while somebody else edits: the journal on the disk has it until the right to write is back.
        self._given_up: dict[str, datetime] = {}
        self.place = ""
        """Where somebody types now; empty when nobody does."""

    @property
    def trouble(self) -> str:
        """Why the journal could not be written, in words; empty when it could."""
        return self._journal.trouble

    @property
    def recovered(self) -> Typing | None:
        """What a session that ended in the middle has left and nobody has answered for yet."""
        return self._journal.at(self._ended_at) if self._ended_at else None

    def put(self, typed: Typing, *, ours: bool) -> None:
        """Keep what is being typed at a place, on the disk within a second."""
        self._journal.put(typed, write=ours)
        self._unsaved.discard(typed.place)
        self._answered(typed.place)
        if ours:
            self.place = typed.place

    def left(self, place: str) -> Typing | None:
        """Return what was typed at a place and neither saved nor given up; None without any."""
        return None if place in self._unsaved else self._journal.at(place)

    def postpone(self, place: str, *, ours: bool) -> None:
        """Leave what was typed at a place for later."""
        typed = self._journal.at(place)
        if typed is not None:
            self._journal.put(msgspec.structs.replace(typed, postponed=True), write=ours)
        self._answered(place)

    def give_up(self, place: str, now: datetime, *, ours: bool) -> None:
        """Forget what was typed at a place, unless it is a change that waits to be saved."""
        if place not in self._unsaved:
            if not ours:
                self._given_up[place] = now
            self._journal.forget(place, write=ours)
        self._answered(place)

    def became_change(self) -> None:
        """Take it that what is being typed is part of a change from now on."""
        if self.place:
            self._unsaved.add(self.place)
            self.place = ""

    def changes_are_saved(self, *, ours: bool) -> None:
        """Forget the words of changes: nothing of them is left to save."""
        for place in self._unsaved:
            self._journal.forget(place, write=ours)
        self._unsaved.clear()

    def take_up(self) -> str:
        """Take up what earlier sessions have typed, the last that was broken off to be offered.

        Returns what has to be told of it; empty where there is nothing.
        """
        notice = ""
        try:
            self._journal.take(recover(self._path))
            for typed in self._journal.kept():
                given_up = self._given_up.get(typed.place)
                if given_up is not None and typed.at <= given_up:
                    self._journal.forget(typed.place)
            self._given_up = {}
        except Refused as refused:
            notice = told_on_screen(refused.problems)
        except OSError as error:
            notice = f"Jurnal ketikan {system_error(error)}."
        ended = [typed for typed in self._journal.kept() if not typed.postponed]
        self._ended_at = max(ended, key=lambda typed: typed.at).place if ended else ""
        return notice

    def flush(self) -> None:
        """Bring to the disk what is not there yet; needs no lock."""
        self._journal.flush()

    def close(self) -> None:
        """End the journal; what is being typed is offered next time."""
        self._journal.close()

    def _answered(self, place: str) -> None:
        """Take it that a place is neither being typed at nor waits for an answer."""
        self.place = "" if self.place == place else self.place
        self._ended_at = "" if self._ended_at == place else self._ended_at
