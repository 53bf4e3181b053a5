"""Who works in this process: told once, asked by every function of this room that writes.

A process has one operator, as it has one user of the system. So nothing that writes has to be handed who it
is, and no caller can forget to ask whether they may.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final

from kampanye_tui.agreement.permission import act_of, why_not
from kampanye_tui.model.operator import Act, AtWork
from kampanye_tui.model.problem import Declined, Problem, refuse

OUTPUT: Final = "keluaran"
"""The folder for outputs, in that of an agreement and in the workspace."""
_told = [AtWork()]
"""Who it is: nobody in particular until somebody says so, who may then do everything."""


def begin(who: AtWork) -> None:
    """Say who works from now on."""
    _told[0] = who


def at_work() -> AtWork:
    """Return who works."""
    return _told[0]


def why_declined(act: Act) -> str:
    """Return why whoever works may not do something, for a line on the screen; empty where they may."""
    words = why_not(at_work(), act)
    return words[0] if words else ""


def decline_without_role(act: Act) -> None:
    """Raise :class:`Declined` where whoever works may not do something."""
    words = why_not(at_work(), act)
    if words:
        raise Declined([Problem(what=words[0], hint=words[1])])


def signed_by(entry: Any) -> dict[str, str]:
    """Return what an entry says besides of who recorded it; raises :class:`Declined` where they may not."""
    decline_without_role(act_of(entry))
    return whence()


def whence() -> dict[str, str]:
    """Return from where whoever works does so: empty for somebody who sits at this computer."""
    who = at_work()
    return {name: value for name, value in (("host", who.host), ("fingerprint", who.fingerprint)) if value}


def refuse_reading(path: Path, named: str) -> None:
    """Raise :class:`Refused` for a file outside of the folders that whoever works may name files in."""
    who = at_work()
    if who.confined and not _below(path, who.folders):
        hint = "Lewat sambungan ini dibaca hanya berkas di ruang kerja"
        raise refuse("berkas ini di luar ruang kerja", hint, file=named)


def refuse_writing(path: Path, named: str) -> None:
    """Raise :class:`Refused` where whoever works may write no outputs: over a text or a ledger, for one."""
    who = at_work()
    if not who.confined or _below(path, who.outputs):
        return
    at = path.resolve()
    for folder in who.folders:
        if at.is_relative_to(folder) and OUTPUT in at.relative_to(folder).parts[:-1]:
            return
    hint = f"Lewat sambungan ini berkas ditulis hanya di dalam folder {OUTPUT}"
    raise refuse(f"berkas ini di luar folder {OUTPUT}", hint, file=named)


def _below(path: Path, folders: Iterable[Path]) -> bool:
    return any(path.resolve().is_relative_to(folder) for folder in folders)
