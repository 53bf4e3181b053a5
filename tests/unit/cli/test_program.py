"""``kampanye`` without a command: the terminal program, opened with what is configured."""

from __future__ import annotations

from pathlib import Path

import pytest

from kampanye_tui.cli.main import run
from kampanye_tui.store.configuration import Located


def opened(*arguments: str) -> tuple[int, list[tuple[Located | None, str, str]]]:
    """Run the command line with a stand-in for the program; return the exit code and how it was opened."""
    calls: list[tuple[Located | None, str, str]] = []

    def start(located: Located | None, operator: str, agreement_id: str, _without: tuple[str, ...]) -> int:
        calls.append((located, operator, agreement_id))
        return 0

    return run(start, list(arguments)), calls


def test_it_is_opened_with_the_configuration(office: Path) -> None:
    _code, calls = opened("--operator", "operator2")
    assert [(located.path, operator) for located, operator, _id in calls if located] == [
        (office / "kampanye.toml", "operator2")
    ]


def test_without_a_configuration_it_is_opened_to_ask_for_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert opened("--operator", "a") == (0, [(None, "a", "")])


def test_a_configuration_that_is_named_and_missing_is_refused(office: Path) -> None:
    assert opened("--config", "tiada.toml") == (2, [])


def test_a_command_does_not_open_it(office: Path) -> None:
    assert opened("daftar")[1] == []


def test_susun_opens_it_as_well(office: Path) -> None:
    assert [operator for _located, operator, _id in opened("--operator", "siti", "susun")[1]] == ["siti"]


def test_it_is_opened_on_the_agreement_that_is_named(office: Path) -> None:
    assert [agreement_id for _located, _operator, agreement_id in opened("susun", "nota")[1]] == ["nota"]
