"""Who works for an office, in which role, from where: asked before anything is written."""

from __future__ import annotations

from enum import Enum, StrEnum
from pathlib import Path
from typing import NamedTuple

from kampanye_tui.model.text import Line
from kampanye_tui.model.value import Value, key


class OperatorRole(StrEnum):
    """What an office lets somebody do. Everybody may read and export."""

    AUTHOR = "penyusun"
    """Edits the text."""
    APPROVER = "pengesah"
    """Edits it too, makes it final, closes the signing and corrects what was recorded."""
    CLERK = "petugas"
    """Records responses, the signing, copies, receipts and evidence."""
    READER = "pembaca"


class Operator(Value, frozen=True, kw_only=True):
    """A row of ``[[operator]]``: somebody of that name in one role; who has two roles has two rows."""

    name: Line = key("nama")
    role: OperatorRole = key("peran")


class Act(Enum):
    """What a role may be needed for; the value says it in the words of a refusal."""

    EDIT = "mengubah naskah"
    NUMBER = "mengurus nomor dokumen"
    FINALISE = "memfinalkan naskah"
    CLOSE = "menutup penandatanganan"
    CORRECT = "mengoreksi catatan"
    RESPOND = "mencatat tanggapan"
    SIGN = "mencatat penandatanganan"
    HAND_OUT = "mencatat salinan"
    KEEP = "menyimpan atau memberikan bukti"
    LEND = "meminjamkan naskah"


class AtWork(NamedTuple):
    """Who works in a process, by the rows of the office: without any, everybody may do everything.

    ``role`` is the only one that a key leaves them; None leaves all they have. ``host`` and ``fingerprint``
    are what sshd told of the client. ``folders`` are the only ones in which files may be named, ``outputs``
    those to write in besides the folders for outputs in them; none is no bound, as for somebody with a shell
    of their own.
    """

    name: str = ""
    operators: tuple[Operator, ...] = ()
    role: OperatorRole | None = None
    host: str = ""
    fingerprint: str = ""
    folders: tuple[Path, ...] = ()
    outputs: tuple[Path, ...] = ()

    @property
    def roles(self) -> tuple[OperatorRole, ...]:
        """The roles at work, in the order of their table."""
        held = {one.role for one in self.operators if one.name == self.name}
        if self.role is not None:
            held = {self.role} & (held if self.operators else {self.role})
        return tuple(role for role in OperatorRole if role in held)

    @property
    def confined(self) -> bool:
        """Whether they came where only this program may be run, and only its own files be named."""
        return bool(self.folders)

    @property
    def bound(self) -> bool:
        """Whether a role is needed at all."""
        return bool(self.operators) or self.role is not None
