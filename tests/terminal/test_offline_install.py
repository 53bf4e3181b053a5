"""What ``make dist`` makes: the same bytes every time, and an office that installs it without a network."""

from __future__ import annotations

import subprocess
import tarfile
from pathlib import Path

import pytest
from release.wheelhouse import main

from tests.built import EPOCH, WHEELS, built
from tests.terminal.test_first_day import ANSWERS

pytestmark = pytest.mark.penuh

NOWHERE = "http://127.0.0.1:9"


def made(folder: Path) -> Path:
    """Return the archive, built in a folder."""
    return main(str(WHEELS), str(built(folder)))


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", EPOCH)
        return made(tmp_path_factory.mktemp("sekali"))


@pytest.fixture(scope="module")
def office(archive: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home in which the archive was installed, with a proxy that leads nowhere."""
    home = tmp_path_factory.mktemp("rumah")
    with tarfile.open(archive) as packed:
        packed.extractall(home, filter="data")
    # As a user without rights: root would install for all.
    installer = (home / archive.stem / "pasang.sh").read_text().replace('"$(id -u)" = 0', "1 = 0")
    (home / archive.stem / "pasang.sh").write_text(installer)
    ran(home, "sh", str(home / archive.stem / "pasang.sh"))
    return home


def ran(home: Path, *words: str, typed: str = "") -> str:
    """Run something in the home with no network; return what it printed."""
    env = {"HOME": str(home), "PATH": "/usr/bin:/bin", "http_proxy": NOWHERE, "https_proxy": NOWHERE}
    done = subprocess.run(
        words, cwd=home, env=env, input=typed, capture_output=True, text=True, check=False, timeout=300
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_archive_has_the_same_bytes_twice(
    archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)
    assert made(tmp_path).read_bytes() == archive.read_bytes()


def test_what_was_installed_begins_an_office_and_exports(office: Path) -> None:
    program = str(office / ".local" / "bin" / "kampanye")
    ran(office, program, "mulai", typed=ANSWERS)
    ran(office, program, "baru")
    ran(office, program, "ekspor")
    (paper,) = office.glob("naskah/*/keluaran/naskah.pdf")
    assert paper.read_bytes().startswith(b"%PDF-")
