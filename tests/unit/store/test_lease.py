"""The lease: one process edits, everybody else sees who, and a frozen one can be replaced."""

from __future__ import annotations

import errno
import fcntl
import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from kampanye_tui.model.problem import Refused
from kampanye_tui.store.lease import FILE, Barred, Holder, Lease, holder, take, take_over

NOON = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
NINE = NOON - timedelta(hours=2, minutes=48)


def taken(folder: Path, operator: str = "operator1", now: datetime = NOON) -> Lease:
    """Take a lease that nobody has."""
    lease = take(folder, operator, now)
    assert isinstance(lease, Lease)
    return lease


def words(folder: Path, now: datetime = NOON) -> str:
    """Return what a second operator is told."""
    return take(folder, "operator9", now).words  # type: ignore[union-attr]


def test_who_comes_second_is_told_who_was_first(tmp_path: Path) -> None:
    lease = taken(tmp_path, "operator2", NINE)
    lease.beat(NOON)
    assert words(tmp_path) == f"dibuka oleh operator2 di {os.uname().nodename} sejak 09.12"


def test_a_lease_of_another_day_is_told_with_its_day(tmp_path: Path) -> None:
    lease = taken(tmp_path, "operator2", NINE - timedelta(days=1))
    lease.beat(NOON)
    assert words(tmp_path).endswith("sejak 23 November 2026 09.12")


def test_a_holder_whose_heartbeat_stopped_is_told_as_silent(tmp_path: Path) -> None:
    lease = taken(tmp_path, now=NINE)
    assert words(tmp_path).endswith("sejak 09.12, tanpa kabar sejak 09.12")
    lease.release()


def test_a_holder_that_beats_is_not_told_as_silent(tmp_path: Path) -> None:
    lease = taken(tmp_path, now=NINE)
    lease.beat(NOON)
    assert "tanpa kabar" not in words(tmp_path)


def test_a_lease_given_back_can_be_taken(tmp_path: Path) -> None:
    taken(tmp_path).release()
    assert isinstance(take(tmp_path, "operator2", NOON), Lease)


def test_a_lease_given_back_is_no_longer_ours(tmp_path: Path) -> None:
    lease = taken(tmp_path)
    lease.release()
    assert not lease.beat(NOON)


def test_nobody_holds_a_lease_given_back(tmp_path: Path) -> None:
    taken(tmp_path).release()
    assert holder(tmp_path, NOON) is None


def test_looking_who_holds_a_lease_does_not_disturb_it(tmp_path: Path) -> None:
    lease = taken(tmp_path)
    holder(tmp_path, NOON)
    assert lease.beat(NOON)


PROCESS = """
import sys, time
from datetime import datetime, UTC
from pathlib import Path
from kampanye_tui.store.lease import take
lease = take(Path(sys.argv[1]), "operator-lain", datetime.now(UTC))
print("siap", flush=True)
time.sleep(60)
"""


def test_a_lease_goes_with_the_process_that_held_it(tmp_path: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", PROCESS, str(tmp_path)], stdout=subprocess.PIPE) as other:
        assert other.stdout is not None
        other.stdout.readline()
        held = holder(tmp_path, NOON)
        other.kill()
    assert (held is not None, isinstance(take(tmp_path, "operator1", NOON), Lease)) == (True, True)


def test_who_was_replaced_notices_at_the_next_beat(tmp_path: Path) -> None:
    lease = taken(tmp_path)
    _newer = take_over(tmp_path, "operator2", NOON)
    assert not lease.beat(NOON)


def test_who_took_over_holds_the_lease(tmp_path: Path) -> None:
    _lease = taken(tmp_path)
    assert take_over(tmp_path, "operator2", NOON).beat(NOON)


def test_who_took_over_is_told_to_the_next(tmp_path: Path) -> None:
    _lease = taken(tmp_path)
    _newer = take_over(tmp_path, "operator2", NOON)
    assert "operator2" in words(tmp_path)


def test_who_was_replaced_gives_back_nothing_of_the_new_holder(tmp_path: Path) -> None:
    lease = taken(tmp_path)
    newer = take_over(tmp_path, "operator2", NOON)
    lease.release()
    assert (newer.beat(NOON), "operator2" in words(tmp_path)) == (True, True)


def test_taking_over_leaves_no_temporary_file(tmp_path: Path) -> None:
    _newer = take_over(tmp_path, "operator2", NOON)
    assert [path.name for path in tmp_path.iterdir()] == [FILE]


def test_a_lease_whose_folder_was_moved_away_is_lost(tmp_path: Path) -> None:
    folder = tmp_path / "naskah"
    folder.mkdir()
    lease = taken(folder)
    folder.rename(tmp_path / "arsip")
    assert not lease.beat(NOON)


def test_a_full_disk_does_not_lose_a_lease(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lease = taken(tmp_path)

    def full(*_arguments: object) -> int:
        raise OSError(errno.ENOSPC, "penuh")

    monkeypatch.setattr(os, "pwrite", full)
    assert lease.beat(NOON)


@pytest.mark.parametrize("content", [b"", b"rusak", b'{"operator": 3}', b"\xff", b"x" * 10_000])
def test_a_holder_whose_file_says_nothing_is_another_program(content: bytes, tmp_path: Path) -> None:
    _lease = taken(tmp_path)
    (tmp_path / FILE).write_bytes(content)
    assert words(tmp_path) == "dibuka oleh program lain"


def test_a_heartbeat_without_its_zone_is_another_program(tmp_path: Path) -> None:
    _lease = taken(tmp_path)
    path = tmp_path / FILE
    path.write_bytes(path.read_bytes().replace(b"12:00:00Z", b"12:00:00"))
    assert words(tmp_path) == "dibuka oleh program lain"


def test_an_operator_steers_no_terminal(tmp_path: Path) -> None:
    _lease = taken(tmp_path, "\x1b[2J")
    assert words(tmp_path).startswith("dibuka oleh <U+001B>[2J di ")


def unlocking(code: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Be a file system without locks."""

    def refused(*_arguments: object) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(fcntl, "flock", refused)


NO_LOCKS = [errno.ENOLCK, errno.ENOTSUP]


@pytest.mark.parametrize("code", NO_LOCKS)
def test_a_file_system_without_locks_bars_editing(
    code: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    unlocking(code, monkeypatch)
    assert "tidak mengenal penguncian berkas" in words(tmp_path)


@pytest.mark.parametrize("code", NO_LOCKS)
def test_on_a_file_system_without_locks_nobody_takes_over(
    code: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    unlocking(code, monkeypatch)
    with pytest.raises(Refused, match="Penyimpanan ini tidak mengenal penguncian berkas"):
        take_over(tmp_path, "operator1", NOON)


def test_a_folder_that_may_not_be_written_bars_editing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_arguments: object) -> int:
        raise OSError(errno.EROFS, "Read-only file system")

    monkeypatch.setattr(os, "open", refused)
    assert take(tmp_path, "operator1", NOON) == Barred(
        "folder naskah ini berada di tempat yang hanya dapat dibaca"
    )


def test_a_lease_that_is_a_link_is_not_followed(tmp_path: Path) -> None:
    target = tmp_path / "milik-orang-lain"
    target.write_bytes(b"penting")
    (tmp_path / FILE).symlink_to(target)
    take(tmp_path, "operator1", NOON)
    assert target.read_bytes() == b"penting"


def test_a_second_lease_in_the_same_process_is_refused(tmp_path: Path) -> None:
    _lease = taken(tmp_path)
    assert isinstance(take(tmp_path, "operator1", NOON), Holder)
