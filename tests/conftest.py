"""What many tests start from: the sample office, its library, its agreement, and a typeface."""

from __future__ import annotations

import gc
import pickle
import tomllib
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from kampanye_tui.agreement.compose import compose
from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.office import Configuration
from kampanye_tui.model.reading import read
from kampanye_tui.model.source import parse_toml
from kampanye_tui.plugin.library import Library, open_library
from tests import examples
from tests.together import Together

ROOT = Path(__file__).parent.parent
SMALL = 2_000
"""Letters of a TOML file that is parsed as often as it is asked for."""

# An example that takes long says that the machine is busy, not that the program is wrong.
settings.load_profile(examples.PART)


def pytest_collection_finish() -> None:
    """Keep the collector of garbage from walking over thousands of tests each time it looks for any."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> object:
    """Deal out tests as ``tests/together.py`` says, where ``--dist loadgroup`` asks for groups."""
    return Together(config, log) if config.getvalue("dist") == "loadgroup" else None


@pytest.fixture(scope="session", autouse=True)
def _home_of_nobody(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep the packs, settings and fonts of whoever runs the tests out of them."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("XDG_DATA_HOME", str(tmp_path_factory.getbasetemp() / "data-kosong"))
        patched.setenv("XDG_CACHE_HOME", str(tmp_path_factory.getbasetemp() / "cache"))
        patched.setenv("XDG_DATA_DIRS", str(tmp_path_factory.getbasetemp() / "share"))
        yield


@lru_cache(maxsize=500)
def _parsed(text: str) -> bytes:
    return pickle.dumps(tomllib.loads(text))


def _parsed_once(text: str) -> dict[str, Any]:
    return tomllib.loads(text) if len(text) < SMALL else pickle.loads(_parsed(text))


@pytest.fixture(scope="session", autouse=True)
def _large_files_are_parsed_once() -> Iterator[None]:
    """Remember what tomllib makes of an agreement: the same text is read in thousands of tests.

    A third of the time of tests that open or save went there. What this program makes of the table is
    done each time.
    """
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(parse_toml, "__defaults__", (_parsed_once,))
        yield


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
