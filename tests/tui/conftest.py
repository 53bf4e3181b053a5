"""The desk that tests of screens begin at."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet

from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.own_packs import NO_CHOICE
from kampanye_tui.plugin import library
from tests.tui.desk import ROOT, Desk, made_desk

_read: dict[tuple[object, ...], library.Library] = {}
"""Libraries of the packs that the sample uses; reading them takes longer than most scenes."""

_parsed: dict[tuple[object, ...], list[RuleSet]] = {}
"""Style sheets as they were parsed; each start of the program parses the same, a fifth of its time."""


@pytest.fixture(autouse=True)
def _styles_are_parsed_once(monkeypatch: pytest.MonkeyPatch) -> None:
    parse = Stylesheet._parse_rules

    def remembered(sheet: Stylesheet, *said: object, **named: object) -> list[RuleSet]:
        key = (said, *sorted(named.items()), *sorted(sheet._variables.items()))
        if key not in _parsed:
            _parsed[key] = parse(sheet, *said, **named)
        return _parsed[key]

    monkeypatch.setattr(Stylesheet, "_parse_rules", remembered)


@pytest.fixture(autouse=True)
def _packs_are_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    read = library.open_library

    def remembered(packs, folder, region, election, day, label, own=NO_CHOICE):
        decided = own.folders or own.accepted or own.off or own.deadly
        if decided or [(folder / name).resolve() for name in packs.folders] != [ROOT / "plugins"]:
            return read(packs, folder, region, election, day, label, own)
        key = (packs, region, election, day)
        if key not in _read:
            _read[key] = read(packs, folder, region, election, day, label)
        return _read[key]

    monkeypatch.setattr(library, "open_library", remembered)


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, agreement: Agreement) -> Desk:
    """An office of the sample with one agreement, away from the user's own files."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("NO_COLOR", "1")
    folder = tmp_path / "kantor"
    folder.mkdir()
    return made_desk(folder, agreement)
