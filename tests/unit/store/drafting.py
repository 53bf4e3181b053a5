"""A draft at work in tests: a clock that is told the hour, an edit of its topic, a disk that is full."""

from __future__ import annotations

import errno
from collections.abc import Callable
from datetime import UTC, datetime
from typing import NoReturn

from kampanye_tui.store.draft import Draft
from kampanye_tui.store.workspace import load
from tests.unit.store.saving import about

Opening = Callable[..., Draft]
NOON = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)


class Clock:
    """A clock that stands still until it is told."""

    def __init__(self) -> None:
        self.time = NOON

    def __call__(self) -> datetime:
        return self.time


def topic(draft: Draft) -> str:
    """Return the topic that is on the disk."""
    return load(draft.saved.path.parent.parent.parent, draft.agreement.id).agreement.topic


def change(draft: Draft, words: str) -> tuple[str, ...]:
    """Edit the topic."""
    return draft.edit(about(draft.agreement, words))


def full(*_arguments: object) -> NoReturn:
    """Fail as a full disk does."""
    raise OSError(errno.ENOSPC, "No space left on device")
