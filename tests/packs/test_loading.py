"""All packs of this repository beside each other: in any order one result, and a start that stays cheap."""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib
from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from shutil import copytree, ignore_patterns
from time import process_time
from typing import Any

import pytest

from kampanye_tui.agreement.compose import compose
from kampanye_tui.model.occasion import Occasion
from kampanye_tui.model.office import AgreementChoice, Configuration, ElectionChoice, Office, PackChoice
from kampanye_tui.model.own_packs import OwnChoice
from kampanye_tui.model.pack import NATIONAL_ID
from kampanye_tui.model.source import parse_toml
from kampanye_tui.plugin.data_files import read_contents
from kampanye_tui.plugin.data_pack import read_pack
from kampanye_tui.plugin.folder import read_folder
from kampanye_tui.plugin.host import NATIONAL, Host, listed
from kampanye_tui.plugin.library import Library, open_library
from kampanye_tui.plugin.readings import readings_in
from tests.packs.regional_office import PACKS, ROOT

ALL = sorted(path.name for path in (ROOT / "plugins").iterdir())
DAY = date(2023, 11, 28)
DATA = ("di-yogyakarta", "jawa-tengah", "kota-tangerang-selatan")
CODE = ("jadwal-rapat-umum", "penandatangan-csv", "kota-tangerang-selatan")
"""What an office has that uses three packs, of data and with code."""


@pytest.fixture(scope="module")
def apart(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for each pack alone, so that the order of folders is the order of loading."""
    root = tmp_path_factory.mktemp("paket")
    for name in ALL:
        copytree(ROOT / "plugins" / name, root / name / name, ignore=ignore_patterns("__pycache__"))
    return root


def result(apart: Path, names: Iterable[str], region: str) -> tuple[object, ...]:
    """Return all that an office gets from these packs, loaded in this order."""
    packs = PackChoice(folders=tuple(str(apart / name) for name in names), accepted=PACKS.accepted)
    library = open_library(packs, apart, region, "pemilu-2024", DAY, "kampanye.toml")
    configuration = Configuration(
        office=Office(region=region),
        election=ElectionChoice(id="pemilu-2024"),
        agreement=AgreementChoice(id="damai"),
        occasion=Occasion(day=DAY),
    )
    clause_set = library.clause_set("nasional/ringkas")
    return (
        library.reference,
        dict(library.clause_sets),
        [rule.id for rule in library.rules],
        dict(library.templates),
        sorted(library.formats),
        compose(configuration, library.reference, clause_set, library.host.packs()),
    )


@pytest.mark.parametrize("region", ["36.74", "34.04", "11.71", "31", "13.12"])
def test_the_order_of_loading_changes_nothing(region: str, apart: Path) -> None:
    orders = (ALL, ALL[::-1], ALL[5:] + ALL[:5], ALL[::2] + ALL[1::2])
    first, *others = [result(apart, names, region) for names in orders]
    assert others == [first] * len(others)


def test_each_file_of_three_packs_is_opened_once(apart: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: Counter[str] = Counter()
    really = os.open

    def counted(path: str, *arguments: int, **named: int) -> int:
        opened[str(path)] += 1
        return really(path, *arguments, **named)

    monkeypatch.setattr(os, "open", counted)
    Host("36.74", [apart / name for name in CODE], PACKS.accepted)
    inside = {path: times for path, times in opened.items() if path.startswith(f"{apart}/")}
    there = {str(path) for name in CODE for path in (apart / name).rglob("*") if path.is_file()}
    assert inside == dict.fromkeys(there, 1)


def test_a_second_start_parses_no_file_of_three_packs(
    apart: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    started(apart, tmp_path)
    parsed = 0
    really = tomllib.loads

    def counted(text: str) -> dict[str, Any]:
        nonlocal parsed
        parsed += 1
        return really(text)

    monkeypatch.setattr(parse_toml, "__defaults__", (counted,))
    started(apart, tmp_path)
    assert parsed == 0


def test_a_second_start_gives_what_the_first_gave(apart: Path, tmp_path: Path) -> None:
    first, second = (started(apart, tmp_path) for _time in range(2))
    assert (second.reference, second.clause_sets, second.templates) == (
        first.reference,
        first.clause_sets,
        first.templates,
    )


def test_commands_about_packs_keep_nothing(apart: Path, tmp_path: Path) -> None:
    read_pack.cache_clear()
    listed(PackChoice(folders=(str(apart / DATA[0]),)), apart, "34.04", OwnChoice(cache=tmp_path))
    assert list(tmp_path.iterdir()) == []


def started(apart: Path, cache: Path) -> Library:
    """Return what an office works with after a start, in a process that has read nothing yet."""
    read_pack.cache_clear()
    readings_in.cache_clear()
    packs = PackChoice(folders=tuple(str(apart / name) for name in CODE), accepted=PACKS.accepted)
    own = OwnChoice(cache=cache)
    return open_library(packs, apart, "36.74", "pemilu-2024", DAY, "kampanye.toml", own)


def test_a_data_pack_is_examined_for_the_hooks_that_it_has_something_for() -> None:
    folder = ROOT / "plugins" / "jawa-tengah"
    assert dir(read_pack(read_folder(folder, folder.name))) == ["kampanye_clause_overlays"]


def test_reading_three_data_packs_is_a_small_part_of_reading_the_national_one() -> None:
    folders = [read_folder(ROOT / "plugins" / name, name) for name in DATA]
    national = read_folder(NATIONAL, NATIONAL_ID)
    three = least(lambda: [read_contents(folder) for folder in folders])
    assert three < least(lambda: read_contents(national)) / 10


def test_packs_with_code_load_nothing_but_themselves(apart: Path) -> None:
    folders = [str(apart / name) for name in CODE]
    script = f"""\
import sys
from pathlib import Path
from kampanye_tui.model.office import Acceptance, PackChoice
from kampanye_tui.plugin.library import open_library
accepted = tuple(Acceptance(id=name, fingerprint=sha) for name, sha in {accepted()!r})
def opened(folders):
    packs = PackChoice(folders=folders, accepted=accepted)
    return open_library(packs, Path("/"), "36.74", "pemilu-2024", None, "kampanye.toml")
opened(())
before = set(sys.modules)
assert not opened({tuple(folders)!r}).host.problems()
print([name for name in set(sys.modules) - before if not name.startswith("kampanye_paket_")])
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def accepted() -> list[tuple[str, str]]:
    """Return what the sample accepts."""
    return [(one.id, one.fingerprint) for one in PACKS.accepted]


def least(work: Callable[[], object]) -> float:
    """Return the least time that some work took, of a few times."""
    times = []
    for _time in range(5):
        begin = process_time()
        work()
        times.append(process_time() - begin)
    return min(times)
