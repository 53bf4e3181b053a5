"""Whatever a pack does, it is named with a sentence, the others work, and the program starts."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from kampanye_tui.model.pack import PackKind, PackState
from kampanye_tui.model.problem import Refused
from kampanye_tui.plugin.folder import read_folder
from tests.unit.cli.office import SAMPLE
from tests.unit.plugin.hostile_packs import HOSTILE
from tests.unit.plugin.packs import TERMS, accept, library, python_pack, terms_pack

GOOD = ("aman", "zaman")
MANY = 300


def acceptable(path: Path) -> bool:
    """Tell whether a pack can be read and holds code, so that it may be accepted."""
    try:
        return read_folder(path, path.name).manifest.plugin.kind is PackKind.PYTHON
    except Refused:
        return False


@pytest.mark.parametrize("deed", HOSTILE)
def test_a_hostile_pack_ends_in_a_sentence_and_the_others_work(deed: str, tmp_path: Path) -> None:
    for name in GOOD:
        terms_pack(tmp_path, name, f"kata_{name}", name)
    pack = HOSTILE[deed].write(tmp_path, "penutup")
    made = library(tmp_path, *([pack] if acceptable(pack) else []))
    told = {one.id: one.reason for one in made.host.statuses.values() if one.state is not PackState.ACTIVE}
    used = {use.id for use in made.host.packs()}
    assert list(told) == ["penutup"]
    assert told["penutup"].startswith(HOSTILE[deed].told.format(id="penutup"))
    assert used == {"nasional", *GOOD}


def office(root: Path, packs: list[Path]) -> Path:
    """Write an office that accepts these packs, and return its folder."""
    rows = [f'[[paket.setuju]]\nid = "{one.id}"\nsha256 = "{one.fingerprint}"\n' for one in accept(*packs)]
    head = SAMPLE.partition("[[paket.setuju]]")[0]
    (root / "kampanye.toml").write_text("\n".join([head, *rows]))
    return root


def ran(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the program in the office, with a home of its own."""
    env = {**os.environ, "XDG_DATA_HOME": str(folder / "data")}
    words = [sys.executable, "-m", "kampanye_tui", *arguments]
    return subprocess.run(words, cwd=folder, env=env, capture_output=True, text=True, check=False)


@pytest.mark.penuh
@pytest.mark.parametrize("where", ["import", "hook"])
def test_a_pack_that_ended_the_program_is_left_out_at_the_next_start(where: str, tmp_path: Path) -> None:
    code = (
        f"import os\nos._exit(7)\n{TERMS}"
        if where == "import"
        else TERMS.replace("return", "import os; os._exit(7); return")
    )
    folder = office(tmp_path, [python_pack(tmp_path / "plugins", "maut", code)])
    first, second = ran(folder, "lihat"), ran(folder, "lihat")
    named = "Paket maut tidak dipakai: program terhenti ketika paket ini bekerja" in second.stderr
    assert (first.returncode, second.returncode, named) == (7, 0, True)


ENDING_RULE = """
import os

def check(agreement, reference):
    os._exit(7)

@hookimpl
def kampanye_rules(region):
    return [Rule(id="maut", level=Level.SUGGESTION, check=check)]
"""


@pytest.mark.penuh
def test_a_pack_whose_rule_ended_the_program_is_left_out_at_the_next_start(tmp_path: Path) -> None:
    pack = python_pack(tmp_path / "plugins", "maut", ENDING_RULE, ("kampanye_rules",))
    folder = office(tmp_path, [pack])
    assert (ran(folder, "periksa").returncode, ran(folder, "periksa").returncode) == (7, 0)


@pytest.mark.penuh
def test_it_is_listed_with_the_reason_and_can_be_tried_again(tmp_path: Path) -> None:
    pack = python_pack(tmp_path / "plugins", "maut", f"import os\nos._exit(7)\n{TERMS}")
    folder = office(tmp_path, [pack])
    ran(folder, "lihat")
    (row,) = [
        one for one in json.loads(ran(folder, "paket", "daftar", "--json").stdout) if one["id"] == "maut"
    ]
    assert row["sebab"].startswith("program terhenti ketika paket ini bekerja terakhir kali")
    assert ran(folder, "paket", "aktifkan", "maut").returncode == 0
    assert ran(folder, "lihat").returncode == 7


@pytest.mark.penuh
def test_nothing_that_a_pack_writes_reaches_what_the_program_prints(tmp_path: Path) -> None:
    code = f"import os\nprint('kotor')\nos.write(1, b'kotor')\n{TERMS}"
    folder = office(tmp_path, [python_pack(tmp_path / "plugins", "kotor", code)])
    made = ran(folder, "periksa", "--json")
    json.loads(made.stdout)
    assert "kotor" in (folder / "data" / "kampanye" / "paket-log" / "kotor.log").read_text()


@pytest.mark.penuh
def test_beside_hundreds_of_hostile_packs_the_program_starts_and_the_good_ones_work(tmp_path: Path) -> None:
    plugins = tmp_path / "plugins"
    made = {}
    deeds = list(HOSTILE)
    for number in range(MANY):
        name = f"jahat-{number:03}"
        made[name] = HOSTILE[deeds[number % len(deeds)]].write(plugins, name)
    for name in GOOD:
        terms_pack(plugins, name, f"kata_{name}", name)
    folder = office(tmp_path, [path for path in made.values() if acceptable(path)])
    told = ran(folder, "lihat")
    named = {line.split()[1] for line in told.stderr.splitlines() if line.startswith("Paket jahat-")}
    assert (told.returncode, named) == (0, set(made))
    assert [name for name in GOOD if f"Paket {name} " in told.stderr] == []
