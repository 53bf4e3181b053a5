"""A laptop with Windows: the program says what to do instead, before it asks for what Windows lacks."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest

from kampanye_tui.cli.main import ON_WINDOWS
from tests.unit.cli.office import ROOT, Command


@pytest.mark.parametrize("platform", ["win32", "cygwin", "msys"])
def test_windows_is_refused_with_what_to_do(
    kampanye: Command, monkeypatch: pytest.MonkeyPatch, platform: str
) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    ran = kampanye("--version")
    assert (ran.code, ran.out) == (2, "")
    assert "WSL" in ran.err
    assert "panduan-hari-h.md" in ran.err


def test_windows_is_refused_before_what_it_does_not_have_is_asked_for() -> None:
    lines = (
        "import sys, click",
        "sys.modules.update(dict.fromkeys(('fcntl', 'termios', 'pwd', 'grp', 'resource')))",
        "sys.platform = 'win32'",
        "from kampanye_tui.__main__ import main",
        "main()",
    )
    ran = subprocess.run(
        [sys.executable, "-c", "\n".join(lines)], capture_output=True, text=True, check=False
    )
    assert (ran.returncode, "WSL" in ran.stderr) == (2, True), ran.stderr


def test_the_guide_has_the_place_that_windows_is_sent_to() -> None:
    guide = (ROOT / "docs" / "panduan-hari-h.md").read_text(encoding="utf-8")
    (heading,) = re.findall(r'docs/panduan-hari-h.md, bagian "(.+)"', ON_WINDOWS)
    place = guide.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
    assert "wsl --install -d Debian" in place
