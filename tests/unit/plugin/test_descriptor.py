"""What is written past ``sys.stdout``: it reaches the log of its pack, and never what the program prints."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from kampanye_tui.plugin.guard import Fault, guarded

PROGRAM = """
import os
from kampanye_tui.plugin.guard import guarded
print("satu")
guarded(lambda: os.write(1, b"kotor"), 1.0)
print("dua")
"""


def test_what_goes_to_the_descriptor_is_kept_for_the_log() -> None:
    assert guarded(lambda: os.write(1, b"kotor"), 1.0).printed == "kotor"


def test_what_goes_to_the_descriptor_of_a_call_that_fails_is_kept() -> None:
    def call() -> None:
        os.write(1, b"kotor")
        raise ValueError

    with pytest.raises(Fault) as caught:
        guarded(call, 1.0)
    assert caught.value.printed == "kotor"


def test_what_the_program_prints_before_and_after_stays_its_own() -> None:
    ran = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=True)
    assert ran.stdout == "satu\ndua\n"


def test_no_descriptor_stays_open() -> None:
    before = len(list(Path("/proc/self/fd").iterdir()))
    for _ in range(3):
        guarded(lambda: None, 1.0)
    assert len(list(Path("/proc/self/fd").iterdir())) == before


def test_a_program_without_standard_output_is_not_hindered() -> None:
    code = "import os\nos.close(1)\nfrom kampanye_tui.plugin.guard import guarded\n"
    code += "os._exit(guarded(lambda: 7, 1.0).value)\n"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 7
