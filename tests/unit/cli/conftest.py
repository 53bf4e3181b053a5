"""An office in a folder of its own, and the command as a person runs it there."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kampanye_tui.cli.main import TRACE, run
from kampanye_tui.store.configuration import VARIABLE
from tests.unit.cli.keyboard import Keyboard
from tests.unit.cli.office import ID, SAMPLE, Command, Ran, Susun, no_screen


@pytest.fixture(autouse=True)
def _surroundings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("LANGUAGE", "en")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "xdg"))
    monkeypatch.delenv(VARIABLE, raising=False)
    monkeypatch.delenv(TRACE, raising=False)


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the configuration of the sample, without packs; commands run in it."""
    folder = tmp_path / "kantor"
    folder.mkdir()
    (folder / "kampanye.toml").write_text(SAMPLE.replace('folder = ["plugins"]', "folder = []"))
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def kampanye(capsys: pytest.CaptureFixture[str]) -> Command:
    """Run ``kampanye`` with these arguments."""

    def command(*arguments: str) -> Ran:
        capsys.readouterr()
        code = run(no_screen, list(arguments))
        return Ran(code, *capsys.readouterr())

    return command


@pytest.fixture
def made(office: Path, kampanye: Command) -> Path:
    """An office with a saved agreement; returns its folder."""
    kampanye("baru")
    return office / "naskah" / ID


@pytest.fixture
def susun(kampanye: Command, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Susun:
    """Run ``kampanye susun --baris`` with these lines typed; then the input ends.

    A function among them is what happens elsewhere just then.
    """
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))

    def run(*lines: str | Callable[[], object], naskah: tuple[str, ...] = ()) -> Ran:
        monkeypatch.setattr("sys.stdin", Keyboard(lines))
        return kampanye("--operator", "petugas-uji", "susun", "--baris", *naskah)

    return run
