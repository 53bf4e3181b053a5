"""What can be made again at any time, kept in the user's cache folder so that it need not be.

An entry is believed only where nobody but the user or root can write, and while its seal is whole: a SHA-256
over who made it, its name and what it holds. Anything else is as good as no entry, and so is a folder that
cannot be written; all of it may be deleted.
"""

from __future__ import annotations

import hashlib
from contextlib import suppress
from pathlib import Path

from kampanye_tui.store.atomic import write_whole
from kampanye_tui.store.strict_modes import loose

MOST_ENTRIES = 64
"""In one folder; the oldest go first."""
_SEAL_BYTES = 32


def cache_home() -> Path:
    """Return the user's folder for what can be made again, as XDG has it; it need not exist."""
    from platformdirs import user_cache_path

    return user_cache_path("kampanye")


class Cache:
    """The entries of one folder. ``maker`` stands for all, beside its name, that an entry depends on."""

    def __init__(self, folder: Path, maker: bytes) -> None:
        self._folder = folder if _ours(folder) else None
        self._maker = maker

    def get(self, name: str) -> bytes | None:
        """Return what is kept under a name; None where nothing is, or nothing that is to be believed."""
        if self._folder is None:
            return None
        try:
            kept = (self._folder / name).read_bytes()
        except OSError:
            return None
        seal, content = kept[:_SEAL_BYTES], kept[_SEAL_BYTES:]
        return content if seal == self._seal(name, content) else None

    def put(self, name: str, content: bytes) -> None:
        """Keep something under a name, or let it be where that is not possible."""
        if self._folder is None:
            return
        with suppress(OSError):
            write_whole(self._folder / name, self._seal(name, content) + content, durable=False)
            # Whatever the user's umask says: what a group may write is not believed.
            (self._folder / name).chmod(0o600)
            by_age = sorted(self._folder.iterdir(), key=lambda path: path.stat().st_mtime, reverse=True)
            for old in by_age[MOST_ENTRIES:]:
                old.unlink()

    def _seal(self, name: str, content: bytes) -> bytes:
        head = b"%d:%s%d:%s" % (len(self._maker), self._maker, len(name), name.encode())
        return hashlib.sha256(head + content).digest()


def _ours(folder: Path) -> bool:
    """Make the folder where there is none, and tell whether what it holds is to be believed."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        return not loose(folder)
    except OSError:
        return False
