"""What the tests of commands share: the sample, what a command leaves, changes to a configuration."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from kampanye_tui.model.agreement import Agreement
from kampanye_tui.store.workspace import load
from tests.signatories import ROWS
from tests.unit.plugin.packs import accept

ROOT = Path(__file__).parent.parent.parent.parent
ID = "2023-kampanye-damai"
"""Of the agreement that the sample leads to."""
SAMPLE = (ROOT / "sample_config.toml").read_text()


class Ran(NamedTuple):
    """What a command left: its exit code, its data, its talk."""

    code: int
    out: str
    err: str


Command = Callable[..., Ran]
Susun = Callable[..., Ran]


def saved(folder: Path) -> Agreement:
    """Return the agreement of a folder as it is on the disk."""
    return load(folder.parent.parent, folder.name).agreement


def edit(office: Path, before: str, after: str) -> None:
    """Change the configuration of an office; the words to be changed have to be there."""
    path = office / "kampanye.toml"
    text = path.read_text()
    assert before in text
    path.write_text(text.replace(before, after))


def without_supervisor(office: Path) -> None:
    """Make a finding of level wajib: an agreement without Bawaslu."""
    edit(office, "[ekspor]\n", '[[pihak]]\nid = "bawaslu"\nikut = false\n\n[ekspor]\n')


def with_signatories(office: Path) -> None:
    """Let the configuration of an office name who signs for every pihak but the Kodim."""
    path = office / "kampanye.toml"
    path.write_text(path.read_text() + ROWS)


def accepting(office: Path, pack: Path) -> None:
    """Write into the configuration of an office that a Python pack is accepted."""
    (accepted,) = accept(pack)
    path = office / "kampanye.toml"
    row = f'[[paket.setuju]]\nid = "{accepted.id}"\nsha256 = "{accepted.fingerprint}"\n'
    path.write_text(f"{path.read_text()}\n{row}")


def no_screen(*_arguments: object) -> int:
    """Stand in for the terminal program, which is tested in a room of its own."""
    return 0
