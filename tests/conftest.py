"""What many tests start from: the sample office, its library, its agreement, and a typeface."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings

from kampanye_tui.agreement.compose import compose
from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.office import Configuration
from kampanye_tui.model.reading import read
from kampanye_tui.plugin.library import Library, open_library

ROOT = Path(__file__).parent.parent

# An example that takes long says that the machine is busy, not that the program is wrong.
settings.register_profile("kampanye", deadline=None)
settings.load_profile("kampanye")


@pytest.fixture(autouse=True)
def _home_of_nobody(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the packs, settings and fonts of whoever runs the tests out of them."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path_factory.getbasetemp() / "data-kosong"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.getbasetemp() / "cache"))
    monkeypatch.setenv("XDG_DATA_DIRS", str(tmp_path_factory.getbasetemp() / "share"))


@pytest.fixture(scope="session")
def configuration() -> Configuration:
    """The configuration of the sample."""
    return read(Configuration, (ROOT / "sample_config.toml").read_bytes(), "sample_config.toml")


@pytest.fixture(scope="session")
def library(configuration: Configuration) -> Library:
    """The library of the sample: the national pack and the packs under plugins/."""
    return open_library(
        configuration.packs,
        ROOT,
        configuration.office.region,
        configuration.election.id,
        configuration.occasion.day,
        "sample_config.toml",
    )


@pytest.fixture(scope="session")
def agreement(configuration: Configuration, library: Library) -> Agreement:
    """The agreement of the sample, as ``kampanye baru`` would save it."""
    clause_set = library.clause_set(configuration.clauses.clause_set)
    return compose(configuration, library.reference, clause_set, library.host.packs())
