"""Each test of this room starts without modules of packs, and leaves none."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import pytest

from kampanye_tui.plugin import host, python_pack
from kampanye_tui.plugin.python_pack import PREFIX


@pytest.fixture(autouse=True)
def _no_modules_of_packs() -> Iterator[None]:
    finders = list(sys.meta_path)
    apart = {name: sys.modules.pop(name) for name in list(sys.modules) if name.startswith(PREFIX)}
    yield
    for name in [name for name in sys.modules if name.startswith(PREFIX)]:
        del sys.modules[name]
    sys.modules.update(apart)
    sys.meta_path[:] = finders


@pytest.fixture
def short_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    """Cut hooks and imports early, though not so early that a busy machine cuts those that behave."""
    monkeypatch.setattr(host, "COLLECT_SECONDS", 0.3)
    monkeypatch.setattr(python_pack, "COLLECT_SECONDS", 0.3)
