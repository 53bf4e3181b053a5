"""A page of the reference played: its files are written, its commands run, what they print is compared."""

from __future__ import annotations

import io
import os
import shlex
import subprocess
import sys
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from inspect import getdoc
from pathlib import Path
from textwrap import dedent

import pytest

from kampanye_tui import hookspecs
from kampanye_tui.cli.main import run
from kampanye_tui.plugin.code_reading import HOOKS
from tests.packs.doc_blocks import Block, as_printed, blocks
from tests.unit.cli.office import no_screen

EXAMPLES = {dedent(getdoc(getattr(hookspecs, hook)).partition("Example::")[2]).strip() for hook in HOOKS}
"""What the contract itself shows of each hook; its own tests run them."""


class Player:
    """Plays the blocks of one page in an empty folder; what is not as the page says fails the test."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder = folder
        self.monkeypatch = monkeypatch
        monkeypatch.chdir(folder)
        # Finders of the packs that a page runs are gone with it.
        monkeypatch.setattr(sys, "meta_path", list(sys.meta_path))
        for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME"):
            monkeypatch.setenv(name, str(folder.parent / name.lower()))

    def play(self, text: str) -> None:
        """Play everything on a page."""
        listed = iter(blocks(text))
        for block in listed:
            if block.language == "console":
                self.typed(block)
            elif block.note == "keliru":
                self.refused(block, next(listed))
            elif block.file:
                self.written(block)
            elif block.language == "python" and block.text.strip() in EXAMPLES:
                continue
            else:
                pytest.fail(f"line {block.line}: no test can tell what this block is for")

    def typed(self, block: Block) -> None:
        """Run the commands of a block, and compare what each prints."""
        answers = block.note.partition("jawaban:")[2].split("|") if block.note else []
        self.monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{one.strip()}\n" for one in answers)))
        for command, expected in _commands(block):
            printed = self.printed(command)
            assert as_printed(expected).fullmatch(printed), f"line {block.line}: $ {command}\n{printed}"

    def printed(self, command: str) -> str:
        """Return what a command prints, data and talk as a terminal shows them."""
        words = shlex.split(command)
        if words[0] == "cd":
            self.monkeypatch.chdir(words[1])
            return ""
        if words[0] != "kampanye":
            interpreter = f'python() {{ "{sys.executable}" "$@"; }}; {command}'
            alone = os.environ | {"PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}
            ran = subprocess.run(
                interpreter, shell=True, capture_output=True, text=True, check=False, env=alone
            )
            return ran.stdout + ran.stderr
        screen = io.StringIO()
        with redirect_stdout(screen), redirect_stderr(screen):
            run(no_screen, words[1:])
        return screen.getvalue()

    def written(self, block: Block) -> None:
        """Write the file of a block, or what is to stand behind it."""
        path = Path(block.file)
        path.parent.mkdir(parents=True, exist_ok=True)
        before = path.read_text("utf-8") if block.goes_on else ""
        path.write_text(before + block.text, "utf-8")

    def refused(self, block: Block, said: Block) -> None:
        """Let a wrong file stand for a moment, and compare what the check of its pack says of it."""
        path = Path(block.file)
        pack = path.parts[0]
        before = path.read_bytes() if path.exists() else None
        self.written(block)
        printed = self.printed(f"kampanye paket periksa {pack}")
        told = [
            line for line in printed.splitlines(keepends=True) if line.startswith((f"{pack}/", f"{pack}:"))
        ]
        assert said.language == "text", f"line {block.line}: the words of the refusal have to follow"
        assert as_printed(said.text).fullmatch("".join(told)), f"line {block.line}:\n{printed}"
        if before is None:
            path.unlink()
        else:
            path.write_bytes(before)


def _commands(block: Block) -> Iterator[tuple[str, str]]:
    """Yield each command of a block with what is shown below it."""
    assert block.text.startswith("$ "), f"line {block.line}: a command has to come first"
    for one in ("\n" + block.text).split("\n$ ")[1:]:
        command, _end, expected = one.partition("\n")
        yield command, expected if expected.endswith("\n") or not expected else f"{expected}\n"
