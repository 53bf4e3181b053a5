"""What is being typed and not saved yet: on the disk within a second, for the day the line drops.

Typing comes in from any thread; a plain thread of our own writes it, so that a screen whose output is stuck
does not stop it. One file an agreement, in the operator's own folder, holds what was typed at each place
until that is saved or given up. A file that cannot be read is set aside, never deleted.
"""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from pathlib import Path

import tomli_w

from kampanye_tui.model.messages import system_error
from kampanye_tui.model.problem import Refused, refuse
from kampanye_tui.model.reading import read
from kampanye_tui.model.source import FORMAT
from kampanye_tui.model.text import Line
from kampanye_tui.model.value import Value, key
from kampanye_tui.store.atomic import sync_folder, write_whole
from kampanye_tui.store.plain_file import kept_bytes

FOLDER = "jurnal"
PAUSE = 0.5
"""Seconds from a change to its writing: further changes of that time go along."""
PAUSE_AFTER_FAILURE = 5.0
"""Seconds until a disk that refused is asked again."""


class Typing(Value, frozen=True, kw_only=True):
    """Fields that somebody is filling in. ``stamp`` is that of the text which they are a part of.

    ``fields`` may hold any characters, also such as an agreement refuses. ``began`` is what that text said in
    them. What was ``postponed`` waits until its place is opened again.
    """

    place: Line = key("tempat")
    fields: dict[Line, str] = key("isi")
    stamp: str = key("cap")
    at: datetime = key("saat")
    postponed: bool = key("nanti", default=False)
    began: dict[Line, str] = key("semula", default_factory=dict)

    def over(self, now: Mapping[str, str]) -> dict[str, str]:
        """Return the fields over a text that says ``now``: what nobody typed into is as the text says."""
        return {
            name: now.get(name, typed) if self.began.get(name) == typed else typed
            for name, typed in self.fields.items()
        }

    def contested(self, now: Mapping[str, str]) -> dict[str, str]:
        """Return the fields that were typed into and that the text says otherwise since, as they began."""
        return {
            name: began
            for name, began in self.began.items()
            if name in now and len({began, now[name], self.fields.get(name, began)}) == 3
        }


class _File(Value, frozen=True, kw_only=True):
    """What the file says."""

    typings: tuple[Typing, ...] = key("ketikan")


def journal_path(home: Path, workspace: Path, agreement_id: str) -> Path:
    """Return where typing in an agreement is kept: under a name that no text of people is part of."""
    name = hashlib.sha256(f"{workspace.resolve()}\n{agreement_id}".encode()).hexdigest()[:16]
    return home / FOLDER / f"{name}.toml"


def recover(path: Path) -> tuple[Typing, ...]:
    """Return what earlier sessions have left: one for each place.

    Raises :class:`Refused` for a journal that cannot be read; it then stands beside, as the problem says.
    """
    try:
        return read(_File, kept_bytes(path, path.name), path.name).typings
    except FileNotFoundError:
        return ()
    except Refused:
        beside = _free(path)
        path.rename(beside)
        raise refuse(
            "ketikan dari sesi sebelumnya tidak dapat dibaca",
            f"Berkasnya tidak dihapus: {beside}",
        ) from None


def what_is_left(path: Path) -> str:
    """Return what is to be told of a journal without taking it up; empty where there is none."""
    try:
        typed = read(_File, kept_bytes(path, path.name), path.name).typings
    except FileNotFoundError:
        return ""
    except Refused:
        return "ketikan dari sesi sebelumnya tidak dapat dibaca; disisihkan saat naskah dibuka."
    except OSError as error:
        return f"ketikan dari sesi sebelumnya {system_error(error)}."
    return f"ada {len(typed)} ketikan yang belum disimpan; ditawarkan saat naskah dibuka."


class Journal:
    """The file of one agreement. ``put`` never waits for the disk.

    What is put or forgotten with ``write`` off stays in memory: the file is somebody else's just then.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        # Held while the file is written or taken away; taken before the other, never after.
        self._disk = threading.Lock()
        self._changed = threading.Condition()
        self._kept: dict[str, Typing] = {}
        self._due = False
        self._closed = False
        self._thread: threading.Thread | None = None
        self.trouble = ""
        """Why the last write failed, in words; empty when it did not."""

    def take(self, found: Iterable[Typing]) -> None:
        """Keep what the file holds, where nothing newer is kept for the same place."""
        with self._changed:
            there = {typing.place: typing for typing in found}
            merged = there | {
                place: typing
                for place, typing in self._kept.items()
                if place not in there or typing.at >= there[place].at
            }
            if merged != there:
                self._write_soon()
            self._kept = merged

    def kept(self) -> tuple[Typing, ...]:
        """Return everything that was typed and neither saved nor given up."""
        with self._changed:
            return tuple(self._kept.values())

    def at(self, place: str) -> Typing | None:
        """Return what was typed at a place; None when nothing is left of it."""
        with self._changed:
            return self._kept.get(place)

    def put(self, typing: Typing, *, write: bool = True) -> None:
        """Keep what is typed at a place instead of what was; it is on the disk within a second."""
        with self._changed:
            self._kept[typing.place] = typing
            if write:
                self._write_soon()

    def forget(self, place: str, *, write: bool = True) -> None:
        """Keep no longer what was typed at a place: it is saved, or given up."""
        with self._changed:
            if self._kept.pop(place, None) is None or not write:
                return
            self._write_soon()
        self.flush()

    def flush(self) -> None:
        """Write now what waits. From any thread; what fails is told by ``trouble`` and tried again."""
        with self._disk:
            with self._changed:
                if not self._due:
                    return
                kept, self._due = tuple(self._kept.values()), False
            if not self._attempt(lambda: self._write(kept) if kept else self._remove()):
                with self._changed:
                    self._due = True

    def close(self) -> None:
        """Write what waits and end the thread; what is not forgotten is there at the next start."""
        self.flush()
        with self._changed:
            self._closed = True
            self._changed.notify_all()

    def _write_soon(self) -> None:
        self._due = True
        self._changed.notify_all()
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="jurnal", daemon=True)
            self._thread.start()

    def _run(self) -> None:
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._due or self._closed)
                self._changed.wait_for(lambda: self._closed, PAUSE_AFTER_FAILURE if self.trouble else PAUSE)
                if self._closed:
                    return
            self.flush()

    def _attempt(self, deed: Callable[[], None]) -> bool:
        try:
            deed()
        except OSError as error:
            self.trouble = f"jurnal ketikan {system_error(error)}"
            return False
        self.trouble = ""
        return True

    def _write(self, kept: tuple[Typing, ...]) -> None:
        # For the operator alone: unfinished words are nobody else's business.
        self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_whole(self._path, journal_file(kept))

    def _remove(self) -> None:
        if self._path.exists():
            self._path.unlink()
            sync_folder(self._path.parent)


def journal_file(kept: Iterable[Typing]) -> bytes:
    """Return the file for what was typed; half a character that a terminal sent becomes ``?``."""
    return tomli_w.dumps(
        {"format": FORMAT, "ketikan": [_table(typing) for typing in kept]}, multiline_strings=True
    ).encode()


def _table(typing: Typing) -> dict[str, object]:
    postponed = {"nanti": True} if typing.postponed else {}
    began = {"semula": _whole(typing.began)} if typing.began else {}
    return {
        "tempat": typing.place,
        "cap": typing.stamp,
        "saat": typing.at,
        **postponed,
        "isi": _whole(typing.fields),
        **began,
    }


def _whole(fields: Mapping[str, str]) -> dict[str, str]:
    return {name: text.encode(errors="replace").decode() for name, text in fields.items()}


def _free(path: Path) -> Path:
    number = 1
    while (beside := path.with_name(f"{path.stem}.rusak-{number:02d}")).exists():
        number += 1
    return beside
