"""What is kept to be spared the making: it comes back as it was, or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from kampanye_tui.store.cache import MOST_ENTRIES, Cache


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder in which something is kept under a name."""
    path = tmp_path / "rumah" / "cache"
    Cache(path, b"pembuat").put("nama", b"isi")
    return path


def test_what_was_kept_comes_back(folder: Path) -> None:
    assert Cache(folder, b"pembuat").get("nama") == b"isi"


def test_what_was_not_kept_is_nothing(folder: Path) -> None:
    assert Cache(folder, b"pembuat").get("lain") is None


@pytest.mark.parametrize("place", [0, -1])
def test_a_damaged_entry_is_nothing(place: int, folder: Path) -> None:
    damaged = bytearray((folder / "nama").read_bytes())
    damaged[place] ^= 1
    (folder / "nama").write_bytes(damaged)
    assert Cache(folder, b"pembuat").get("nama") is None


def test_an_entry_of_another_maker_is_nothing(folder: Path) -> None:
    assert Cache(folder, b"lain").get("nama") is None


def test_an_entry_under_another_name_is_nothing(folder: Path) -> None:
    (folder / "nama").rename(folder / "lain")
    assert Cache(folder, b"pembuat").get("lain") is None


def test_where_others_may_write_nothing_is_believed(folder: Path) -> None:
    folder.chmod(0o777)
    assert Cache(folder, b"pembuat").get("nama") is None


def test_an_entry_is_for_the_user_alone_whatever_the_umask(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        Cache(tmp_path / "cache", b"pembuat").put("nama", b"isi")
    finally:
        os.umask(before)
    assert (tmp_path / "cache" / "nama").stat().st_mode & 0o777 == 0o600


def test_where_nothing_can_be_written_nothing_is_kept(tmp_path: Path) -> None:
    (tmp_path / "berkas").write_bytes(b"")
    cache = Cache(tmp_path / "berkas" / "cache", b"pembuat")
    cache.put("nama", b"isi")
    assert cache.get("nama") is None


def test_the_oldest_entries_go(tmp_path: Path) -> None:
    cache = Cache(tmp_path, b"pembuat")
    for number in range(MOST_ENTRIES + 1):
        cache.put(f"nama-{number}", b"isi")
        os.utime(tmp_path / f"nama-{number}", (number, number))
    cache.put("terbaru", b"isi")
    assert {"nama-0", "nama-1"} & {path.name for path in tmp_path.iterdir()} == set()
