"""The power goes in the middle of the signing: after a cold start one key is back at the same signer."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest

from kampanye_tui.model.agreement import Agreement
from tests.signatories import named
from tests.terminal.desk import made_desk

pytestmark = pytest.mark.penuh

COUNTED = "16 saran"
"""Findings of an agreement whose signatories have names; none is missing, so there is no note."""


def test_one_key_is_back_at_the_same_signer(tmp_path: Path, agreement: Agreement) -> None:
    desk = made_desk(tmp_path, named(agreement))
    with desk.opened(shows=COUNTED) as terminal:
        terminal.press("7")
        terminal.wait_for("Tidak ada yang menghalangi")
        terminal.press("f10")
        terminal.wait_for("Naskah final, revisi 1")
        terminal.press("7")
        terminal.wait_for("MEJA PENANDATANGANAN")
        terminal.press("t", "t")
        terminal.wait_for("P D I   P E R J U A N G A N")
        terminal.signal(signal.SIGKILL)
        terminal.exit_code()
    with desk.listed(shows=COUNTED) as terminal:
        terminal.press("7")
        terminal.wait_for("P D I   P E R J U A N G A N")
        terminal.wait_for("2 / 25")
