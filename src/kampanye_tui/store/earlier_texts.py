"""Every text of an agreement that is still kept: those before its last changes, and its final ones.

The folder of an agreement comes in, texts go out, the latest first. Nothing is written; a file that cannot be
read is passed over, since any other may hold what is looked for.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.problem import Refused
from kampanye_tui.model.reading import read
from kampanye_tui.store import history, revisions
from kampanye_tui.store.plain_file import kept_bytes


def earlier_texts(folder: Path) -> Iterator[Agreement]:
    """Yield the texts one by one: each is read when it is asked for."""
    for shelf in (history.FOLDER, revisions.FOLDER):
        for path in sorted((folder / shelf).glob("*.toml"), reverse=True):
            with suppress(Refused, OSError):
                yield read(Agreement, kept_bytes(path, path.name), f"{shelf}/{path.name}")
