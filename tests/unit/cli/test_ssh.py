"""``kampanye ssh`` without a server: who is let in, with what, and what becomes of the environment."""

from __future__ import annotations

import json
import os
import pwd
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

OFFICE = """\
format = 1
[kantor]
wilayah = "36.74"
[pemilu]
id = "pemilu-2024"
[naskah]
id = "nota"
"""
ROWS = """
[[operator]]
nama = "Budi"
peran = "petugas"
[[operator]]
nama = "Made"
peran = "pengesah"
"""


class Ran(NamedTuple):
    """What came of a run."""

    code: int
    out: str
    err: str


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """An office with roles."""
    (tmp_path / "kampanye.toml").write_text(OFFICE + ROWS)
    return tmp_path


def forced(office: Path, *options: str, line: str = "daftar --json", **variables: str) -> Ran:
    """Run what sshd would, in another folder than the office's."""
    home = office / "rumah"
    home.mkdir(exist_ok=True)
    ran = subprocess.run(
        [sys.executable, "-m", "kampanye_tui", "ssh", "--config", str(office / "kampanye.toml"), *options],
        env={"HOME": str(home), "PATH": os.environ["PATH"], "SSH_ORIGINAL_COMMAND": line, **variables},
        capture_output=True,
        text=True,
        check=False,
        cwd=home,
        timeout=60,
    )
    return Ran(ran.returncode, ran.stdout, ran.stderr)


def test_somebody_whom_the_office_knows_is_served(office: Path) -> None:
    ran = forced(office, "--operator", "Budi")
    assert (ran.code, json.loads(ran.out)) == (0, []), ran.err


def test_a_stranger_is_told_to_ask_for_a_role(office: Path) -> None:
    told = (
        '"Joko" belum mempunyai peran di kantor ini. '
        "Minta pengelola menambahkannya sebagai [[operator]] di kampanye.toml.\n"
    )
    assert forced(office, "--operator", "Joko") == (2, "", told)


def test_a_key_for_a_role_that_its_holder_has_not_is_refused(office: Path) -> None:
    told = (
        "Kunci ini untuk peran pengesah, sedangkan Budi berperan petugas. "
        "Minta pengelola server menyamakan --peran dengan [[operator]] di kampanye.toml.\n"
    )
    assert forced(office, "--operator", "Budi", "--peran", "pengesah") == (2, "", told)


def test_without_a_name_it_is_the_user_of_the_system(office: Path) -> None:
    # Whatever a client says of that.
    name = pwd.getpwuid(os.getuid()).pw_name
    assert f'"{name}" belum mempunyai peran' in forced(office, LOGNAME="Made", USER="Made").err


def test_where_nobody_has_a_role_anybody_is_served(office: Path) -> None:
    (office / "kampanye.toml").write_text(OFFICE)
    assert forced(office, "--operator", "Joko").code == 0


def test_an_office_that_is_not_there_is_told(office: Path) -> None:
    (office / "kampanye.toml").unlink()
    ran = forced(office, "--operator", "Budi")
    assert (ran.code, ran.out) == (2, "")
    assert "tidak ada" in ran.err


def test_a_configuration_that_the_client_names_is_not_read(office: Path, tmp_path: Path) -> None:
    other = tmp_path / "lain.toml"
    other.write_text("rusak")
    assert forced(office, "--operator", "Budi", KAMPANYE_CONFIG=str(other)).code == 0


def test_no_prompt_of_python_is_left_where_the_client_asks_for_one(office: Path) -> None:
    assert ">>>" not in forced(office, "--operator", "Budi", PYTHONINSPECT="1").err


def test_what_a_client_sends_is_never_shown_raw(office: Path) -> None:
    assert "\x1b" not in forced(office, "--operator", "Budi", line="daftar \x1b[2J").err
