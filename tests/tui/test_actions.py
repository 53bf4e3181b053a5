"""Every action of the table has somebody who performs it, with a method of that name."""

from __future__ import annotations

import importlib
import pkgutil

import pytest

import kampanye_tui.tui
from kampanye_tui.tui.actions import ACTIONS, Action
from kampanye_tui.tui.perform import Performer
from tests.each import for_each

every_action = for_each("one", {one.id: one for one in ACTIONS})


def performers(base: type = Performer) -> set[type]:
    """Return all classes that perform actions, in every module of the room."""
    for module in pkgutil.walk_packages(kampanye_tui.tui.__path__, "kampanye_tui.tui."):
        importlib.import_module(module.name)
    found, waiting = set(), [base]
    while waiting:
        one = waiting.pop()
        found.add(one)
        waiting += one.__subclasses__()
    return {one for one in found if one.__module__.startswith("kampanye_tui.")}


@pytest.fixture(scope="module")
def everybody() -> set[type]:
    """All performers."""
    return performers()


@every_action
def test_an_action_has_a_performer(everybody: set[type], one: Action) -> None:
    assert [who.__name__ for who in everybody if one.group in who.groups]


@every_action
def test_every_performer_has_the_method_of_an_action(everybody: set[type], one: Action) -> None:
    without = [
        who.__name__ for who in everybody if one.group in who.groups and not hasattr(who, f"do_{one.method}")
    ]
    assert without == []
