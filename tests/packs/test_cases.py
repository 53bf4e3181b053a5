"""The cases of every data pack of this repository, run over all packs together."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest

from kampanye_tui.model.pack import PackKind
from kampanye_tui.plugin.cases import run_cases
from kampanye_tui.plugin.folder import PackFolder, read_folder
from kampanye_tui.plugin.library import Library, open_library
from tests.packs.regional_office import PACKS, ROOT

FOLDERS = [read_folder(path, path.name) for path in sorted((ROOT / "plugins").iterdir())]
DATA = [pytest.param(one, id=one.path.name) for one in FOLDERS if one.manifest.plugin.kind is PackKind.DATA]


@cache
def open_for(region: str, election: str, day: date | None) -> Library:
    return open_library(PACKS, ROOT, region, election, day, "kampanye.toml")


@pytest.mark.parametrize("folder", DATA)
def test_a_pack_has_cases(folder: PackFolder) -> None:
    assert folder.manifest.contents.cases


@pytest.mark.parametrize("folder", DATA)
def test_the_cases_of_a_pack_hold(folder: PackFolder) -> None:
    assert [str(problem) for problem, _region in run_cases(folder, open_for)] == []
