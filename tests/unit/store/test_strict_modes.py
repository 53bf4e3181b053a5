"""Whom code must not run from: places where others can write."""

from __future__ import annotations

from pathlib import Path

import pytest

from kampanye_tui.store import strict_modes
from kampanye_tui.store.strict_modes import loose


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """A pack as the user keeps it."""
    path = tmp_path / "rumah" / "paket"
    path.mkdir(parents=True, mode=0o755)
    (path / "modul.py").write_text("x")
    return path


def told(pack: Path) -> list[tuple[str, str]]:
    """Return the names of what is loose, and why."""
    return [(Path(problem.file).name, problem.what) for problem in loose(pack)]


def test_what_only_the_user_writes_passes(pack: Path) -> None:
    assert told(pack) == []


@pytest.mark.parametrize("name", ["modul.py", "."], ids=["file", "folder"])
def test_what_everybody_may_write_is_told(name: str, pack: Path) -> None:
    (pack / name).chmod(0o777)
    assert [what for _name, what in told(pack)] == ["dapat ditulisi oleh semua pengguna"]


def test_a_folder_above_that_everybody_may_write_is_told(pack: Path) -> None:
    pack.parent.chmod(0o777)
    assert told(pack) == [("rumah", "dapat ditulisi oleh semua pengguna")]


def test_a_folder_above_where_nobody_moves_what_is_anothers_passes(pack: Path) -> None:
    pack.parent.chmod(0o1777)
    assert told(pack) == []


def test_the_pack_itself_may_not_be_such_a_folder(pack: Path) -> None:
    pack.chmod(0o1777)
    assert told(pack) == [("paket", "dapat ditulisi oleh semua pengguna")]


@pytest.mark.parametrize(
    ("alone", "expected"),
    [(True, []), (False, [("modul.py", "dapat ditulisi oleh kelompok pengguna lain")])],
    ids=["user-private", "shared"],
)
def test_a_group_may_write_only_when_it_is_the_users_own(
    alone: bool, expected: list[tuple[str, str]], pack: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (pack / "modul.py").chmod(0o664)
    monkeypatch.setattr(strict_modes, "_own_group", lambda _group, _owner: alone)
    assert told(pack) == expected


def test_a_group_with_another_member_is_shared(monkeypatch: pytest.MonkeyPatch) -> None:
    import grp
    import pwd

    monkeypatch.setattr(
        strict_modes.grp, "getgrgid", lambda _gid: grp.struct_group(("ani", "x", 1000, ["ani", "budi"]))
    )
    monkeypatch.setattr(
        strict_modes.pwd,
        "getpwuid",
        lambda _uid: pwd.struct_passwd(("ani", "x", 1000, 1000, "", "/home/ani", "/bin/sh")),
    )
    assert strict_modes._own_group(1000, 1000) is False


def test_what_belongs_to_somebody_else_is_told(pack: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    owner = pack.stat().st_uid
    monkeypatch.setattr(strict_modes, "_trusted", lambda uid: uid != owner)
    assert ("modul.py", True) in [(name, "bukan milik Anda" in what) for name, what in told(pack)]
