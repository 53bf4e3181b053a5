"""Where the configuration is, and what it says."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from kampanye_tui.model.office import Configuration
from kampanye_tui.model.own_packs import NO_CHOICE, OwnChoice
from kampanye_tui.model.problem import refuse
from kampanye_tui.model.reading import read
from kampanye_tui.store.own_packs import users_choice
from kampanye_tui.store.plain_file import kept_bytes

NAME = "kampanye.toml"
VARIABLE = "KAMPANYE_CONFIG"


class Located(NamedTuple):
    """A configuration, the file it came from, how problems name that file, and the user's own packs."""

    configuration: Configuration
    path: Path
    label: str
    own: OwnChoice = NO_CHOICE

    @property
    def folder(self) -> Path:
        """Where its relative paths start."""
        return self.path.parent

    @property
    def workspace(self) -> Path:
        """The folder of the workspace."""
        return self.folder / self.configuration.workspace

    @property
    def own_folders(self) -> tuple[Path, ...]:
        """What the configuration names of the office's own: its folder, workspace and logo."""
        logo = self.configuration.office.logo
        named = (self.folder, self.workspace, *((self.folder / logo,) if logo else ()))
        return tuple(path.resolve() for path in (*named, *self.own_outputs))

    @property
    def own_outputs(self) -> tuple[Path, ...]:
        """The folder that the configuration names for outputs; none where it names none."""
        chosen = self.configuration.export.folder
        return ((self.folder / chosen).resolve(),) if chosen else ()


def open_configuration(named: str | None, without: tuple[str, ...] = ()) -> Located:
    """Return the configuration: the one named, else the first that exists in the usual places.

    ``without`` are ids of packs that are left out this once.
    Raises :class:`Refused` when there is none, or for every problem in it.
    """
    path = next((path for path in candidates(named) if path.is_file()), None)
    if path is None:
        if named or os.environ.get(VARIABLE):
            wanted = named or os.environ[VARIABLE]
            raise refuse(f'berkas konfigurasi "{wanted}" tidak ada', "Periksa nama dan foldernya")
        raise refuse(
            f"konfigurasi {NAME} tidak ditemukan",
            f"Tunjuk dengan --config BERKAS, atau letakkan {NAME} di folder ini",
        )
    label = str(path)
    configuration = read(Configuration, kept_bytes(path, label), label)
    return Located(configuration, path.resolve(), label, users_choice(configuration.packs, without))


def candidates(named: str | None) -> Iterator[Path]:
    """Yield the places where the configuration may be, in order."""
    if named:
        yield Path(named)
        return
    if os.environ.get(VARIABLE):
        yield Path(os.environ[VARIABLE])
        return
    from platformdirs import user_config_path

    yield Path(NAME)
    yield user_config_path("kampanye") / NAME
    yield Path("/etc/kampanye") / NAME
