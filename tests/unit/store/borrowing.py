"""An office that lends and the laptop it lends to: made, written to, and read, for tests."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import msgspec

from kampanye_tui.agreement.lending import last_loan, why_read_only
from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.event import Interrupted
from kampanye_tui.model.office import Configuration
from kampanye_tui.model.reading import read
from kampanye_tui.store.configuration import Located
from kampanye_tui.store.ledger import open_ledger, record
from kampanye_tui.store.lending import Lender
from kampanye_tui.store.workspace import FOLDER, create
from tests.conftest import ROOT

NOW = datetime(2023, 11, 28, 3, 0, tzinfo=UTC)
OFFICE, LAPTOP = "kantor", "laptop"


@cache
def _configuration() -> Configuration:
    sample = read(Configuration, (ROOT / "sample_config.toml").read_bytes(), "sample_config.toml")
    bare = msgspec.structs.replace(sample.packs, folders=())
    office = msgspec.structs.replace(sample.office, logo="")
    return msgspec.structs.replace(sample, packs=bare, office=office)


def lender(office: Path, now: datetime = NOW) -> Lender:
    """Return who lends from the workspace in a folder."""
    return Lender(Located(_configuration(), office / "kampanye.toml", "kampanye.toml"), "ani", now)


def begun(place: Path, agreement: Agreement) -> Path:
    """Make an office with one agreement below a folder, and return its workspace."""
    office = place / OFFICE
    office.mkdir()
    (office / "kampanye.toml").write_text("format = 1\n")
    create(office, agreement)
    return office


def pause(workspace: Path, agreement_id: str, reason: str) -> None:
    """Record an event."""
    said = {"occurred": NOW, "recorded": NOW, "operator": "ani", "number": 0}
    record(
        workspace / FOLDER / agreement_id, agreement_id, lambda _book: [Interrupted(reason=reason, **said)]
    )


def reasons(folder: Path, agreement_id: str) -> list[str]:
    """Return the reasons of the events in the ledger of a folder."""
    events = open_ledger(folder, agreement_id).book.events
    return [one.reason for one in events if isinstance(one, Interrupted)]


def writes(workspace: Path, agreement_id: str) -> bool:
    """Tell whether a workspace has the right to write."""
    book = open_ledger(workspace / FOLDER / agreement_id, agreement_id).book
    return why_read_only(last_loan(book.events)) is None
