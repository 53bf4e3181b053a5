"""Mending a workspace on request: what is replaced or taken away is set aside, by day and hour of the office.

Each agreement is looked at anew under its lock before anything is done, so nothing is mended that somebody
mended or changed meanwhile.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from kampanye_tui.agreement.moment import zone_of
from kampanye_tui.agreement.verification import TEXT
from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.operator import Act
from kampanye_tui.model.problem import Refused
from kampanye_tui.model.reading import read
from kampanye_tui.store.aside import aside_of, note, room
from kampanye_tui.store.at_work import decline_without_role
from kampanye_tui.store.atomic import sync_folder, write_whole
from kampanye_tui.store.history import FOLDER as EARLIER
from kampanye_tui.store.history import versions_of
from kampanye_tui.store.ledger import open_ledger
from kampanye_tui.store.locked_file import locked
from kampanye_tui.store.plain_file import LARGEST_CHAIN, kept_bytes
from kampanye_tui.store.register import FOLDER as REGISTERS
from kampanye_tui.store.register import open_register
from kampanye_tui.store.storage_findings import agreement_troubles, workspace_troubles
from kampanye_tui.store.storage_scan import agreement_folders, see_agreement, see_workspace
from kampanye_tui.store.storage_troubles import Mend, Mending, Trouble
from kampanye_tui.store.workspace import LOCK


def mend_workspace(workspace: Path, home: Path, now: datetime) -> tuple[Trouble, ...]:
    """Mend what can be, and return what was; raises :class:`OSError` and :class:`Declined` for a role.

    What was mended before an error stays mended, and is in the notes.
    """
    decline_without_role(Act.CORRECT)
    aside = aside_of(workspace, _office_time(agreement_folders(workspace), now))
    done = list(_mended(workspace, aside, workspace_troubles(see_workspace(workspace, now))))
    for folder in agreement_folders(workspace):
        found = agreement_troubles(see_agreement(workspace, folder, home, now))
        if not any(one.mend for one in found):
            continue
        # Permissions come first: without them there is no lock to be had, and the rest cannot be seen.
        done += _mended(workspace, aside, (one for one in found if _permits(one)))
        with locked(folder / LOCK):
            found = agreement_troubles(see_agreement(workspace, folder, home, now))
            done += _mended(workspace, aside, found)
    return tuple(done)


def _office_time(folders: Iterable[Path], now: datetime) -> datetime:
    """Return the time as the office has it, by the first text that can be read; else as it came."""
    for folder in folders:
        for path in (folder / TEXT, *versions_of(folder / EARLIER).values()):
            with suppress(Refused, OSError):
                agreement = read(Agreement, kept_bytes(path, path.name), path.name)
                return now.astimezone(zone_of(agreement.reference.region))
    return now


def _permits(trouble: Trouble) -> bool:
    return trouble.mend is not None and trouble.mend.how is Mending.PERMIT


def _mended(workspace: Path, aside: Path, found: Iterable[Trouble]) -> list[Trouble]:
    done = []
    for trouble in found:
        if trouble.mend is not None:
            _mend(workspace, aside, trouble.place, trouble.mend)
            note(aside, f"{trouble.place}: {trouble.mend.words}")
            done.append(trouble)
    return done


def _mend(workspace: Path, aside: Path, place: str, mend: Mend) -> None:
    path = workspace / place
    match mend.how:
        case Mending.SET_ASIDE:
            path.replace(room(aside, place))
            sync_folder(path.parent)
        case Mending.PUT_BACK:
            if path.exists():
                write_whole(room(aside, place), kept_bytes(path, place, LARGEST_CHAIN))
            write_whole(path, mend.source)
        case Mending.PERMIT:
            path.chmod(mend.mode)
        case Mending.CUT:
            # It is cut by whoever opens it; what else does not hold is told at the next look.
            with suppress(Refused):
                if path.parent.name == REGISTERS:
                    open_register(workspace, int(path.stem))
                else:
                    open_ledger(path.parent, path.parent.name)
