"""What starting costs: which modules a command brings in. Each is asked in a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
HEAVY = {
    "textual",
    "fpdf",
    "pypdf",
    "PIL",
    "markdown_it",
    "uharfbuzz",
    "fontTools",
    "docx",
    "lxml",
    "distributed",
}
"""Packages that only a screen, a PDF or a paper needs."""
MOST_OF_OURS = 26
"""Modules of this project that ``--version`` may import; it takes 25."""
LISTED = "\nimport json, sys; print('\\n' + json.dumps(sorted(sys.modules)))"
PROGRAM = "from kampanye_tui.cli.main import run\nassert run(None, {0!r}) == 0"

STARTS = {
    "--version": PROGRAM.format(["--version"]),
    "--help": PROGRAM.format(["--help"]),
    "ekspor --help": PROGRAM.format(["ekspor", "--help"]),
    "api": "import kampanye_tui.api",
}


@cache
def modules(program: str) -> frozenset[str]:
    """Return the names of all modules after a program has run."""
    ran = subprocess.run(
        [sys.executable, "-c", program + LISTED],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONWARNINGS": "error"},
    )
    return frozenset(json.loads(ran.stdout.splitlines()[-1]))


def packages(program: str) -> set[str]:
    """Return the names of all packages after a program has run."""
    return {name.partition(".")[0] for name in modules(program)}


@pytest.fixture(scope="module")
def config(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """The option that names the sample, in a folder without agreements and packs."""
    copy = tmp_path_factory.mktemp("kantor") / "kampanye.toml"
    copy.write_bytes((ROOT / "sample_config.toml").read_bytes())
    return ["--config", str(copy)]


@pytest.mark.parametrize("start", STARTS)
def test_starting_imports_nothing_heavy(start: str) -> None:
    assert packages(STARTS[start]) & HEAVY == set()


@pytest.mark.parametrize("start", ["--version", "--help"])
def test_starting_loads_no_packs(start: str) -> None:
    assert [name for name in modules(STARTS[start]) if name.startswith("kampanye_tui.plugin")] == []


def test_the_version_takes_few_modules_of_ours() -> None:
    ours = [name for name in modules(STARTS["--version"]) if name.startswith("kampanye_tui")]
    assert len(ours) <= MOST_OF_OURS, sorted(ours)


def test_the_api_brings_no_command_line() -> None:
    assert packages(STARTS["api"]) & {"click", "platformdirs"} == set()


@pytest.mark.parametrize("made", ["teks", "markdown", "json"])
def test_a_format_that_is_no_pdf_imports_nothing_of_pdf(made: str, config: list[str]) -> None:
    asked = [*config, "ekspor", "--templat", "naskah", "--format", made, "-o", "-"]
    assert (
        packages(PROGRAM.format(asked)) & {"fpdf", "PIL", "uharfbuzz", "fontTools", "docx", "lxml"} == set()
    )


def test_checking_imports_neither_markdown_nor_pdf(config: list[str]) -> None:
    assert packages(PROGRAM.format([*config, "periksa"])) & HEAVY == set()


@pytest.mark.parametrize("module", ["kampanye_tui", "kampanye_tui.__main__"])
def test_importing_the_program_does_not_run_it(module: str) -> None:
    assert "kampanye_tui.cli.main" not in modules(f"import {module}")
