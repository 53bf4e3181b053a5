"""The guide of the signing day, its section about the laptop: every command in it is run, in its order."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from tests.unit.cli.office import ROOT, Command

PAGE = (ROOT / "docs" / "panduan-hari-h.md").read_text(encoding="utf-8")
SECTION = PAGE.partition("## Laptop di gedung acara\n")[2].partition("\n## ")[0]
COMMANDS = re.findall(r"^ {7}((?:kampanye|cd) .+)$", SECTION, re.MULTILINE)
LAPTOP, OFFICE = "/media/usb/laptop-aula", "/srv/kampanye"


def test_the_commands_of_the_section_do_what_it_says(
    office: Path, kampanye: Command, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    kampanye("baru", "2023-kampanye-damai")
    *day, cancelling = COMMANDS
    done = {}
    for line in day:
        program, *words = shlex.split(
            line.replace(LAPTOP, str(tmp_path / "laptop-aula")).replace(OFFICE, str(office))
        )
        if program == "cd":
            monkeypatch.chdir(words[0])
        else:
            done[line] = kampanye(*words).code
    assert len(done) == 5
    assert {line: code for line, code in done.items() if code} == {}
    kampanye("pinjam", "--ke", str(tmp_path / "lain"))
    assert kampanye(*shlex.split(cancelling)[1:]).code == 0
