"""Processes that work on an office without rest: finalising, recording, putting away, again and again."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from multiprocessing.synchronize import Barrier
from pathlib import Path

import msgspec

from kampanye_tui.model.agreement import Agreement
from kampanye_tui.store.shelving import archive, unarchive
from kampanye_tui.store.workspace import load, save
from kampanye_tui.work import finalise
from tests.unit.store.numbering import give, note

NOW = datetime(2023, 11, 28, 3, 0, tzinfo=UTC)


def finalise_for(workspace: Path, agreement_id: str, seconds: float, start: Barrier) -> None:
    """Make revision after revision final, as fast as that goes; the draft of a far one stays as it is."""
    saved = load(workspace, agreement_id)
    saved = save(saved, msgspec.structs.replace(saved.agreement, revision=9999))
    start.wait()
    end, number = time.time() + seconds, 1
    while time.time() < end:
        number += 1
        text: Agreement = msgspec.structs.replace(saved.agreement, revision=number, topic=f"Revisi {number}")
        said = {"occurred": NOW, "recorded": NOW, "operator": "ani", "reason": "uji"}
        finalise(saved.path.parent, text, (), **said)
        give(workspace, f"naskah-{number}")
        time.sleep(0.05)


def record_for(workspace: Path, agreement_id: str, seconds: float, start: Barrier) -> None:
    """Record event after event in another agreement."""
    start.wait()
    end = time.time() + seconds
    number = 0
    while time.time() < end:
        number += 1
        note(workspace / "naskah" / agreement_id, f"kejadian {number}")


def put_away_for(workspace: Path, agreement_id: str, seconds: float, start: Barrier) -> None:
    """Put an agreement away and bring it back."""
    start.wait()
    end = time.time() + seconds
    while time.time() < end:
        archive(workspace, agreement_id)
        time.sleep(0.02)
        unarchive(workspace, agreement_id)
        time.sleep(0.02)
