"""A file under its lock: the file that has the name, whatever happens to it meanwhile, or no file at all."""

from __future__ import annotations

import errno
import fcntl
import os
from pathlib import Path

import pytest

from kampanye_tui.model.messages import system_error
from kampanye_tui.store.locked_file import locked

NAME = "buku.jsonl"


def test_a_file_that_is_not_there_is_made(tmp_path: Path) -> None:
    with locked(tmp_path / NAME):
        assert (tmp_path / NAME).read_bytes() == b""


def test_a_file_that_is_locked_lets_nobody_else_lock_it(tmp_path: Path) -> None:
    with locked(tmp_path / NAME), (tmp_path / NAME).open() as other, pytest.raises(BlockingIOError):
        fcntl.flock(other, fcntl.LOCK_EX | fcntl.LOCK_NB)


def test_a_file_that_was_locked_is_free_afterwards(tmp_path: Path) -> None:
    with locked(tmp_path / NAME):
        pass
    with (tmp_path / NAME).open() as other:
        fcntl.flock(other, fcntl.LOCK_EX | fcntl.LOCK_NB)


def test_a_file_that_replaced_another_while_we_waited_is_the_one_that_is_locked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lock = fcntl.flock

    def replaced(handle: int, how: int) -> None:
        monkeypatch.setattr(fcntl, "flock", lock)
        (tmp_path / "lain").write_text("lain")
        (tmp_path / "lain").replace(tmp_path / NAME)
        lock(handle, how)

    monkeypatch.setattr(fcntl, "flock", replaced)
    with locked(tmp_path / NAME) as handle:
        assert os.read(handle, 10) == b"lain"


def test_a_name_that_goes_on_from_file_to_file_is_given_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fcntl, "flock", lambda *_arguments: (tmp_path / NAME).unlink())
    with pytest.raises(OSError) as caught, locked(tmp_path / NAME):
        pass
    assert (caught.value.errno, caught.value.filename) == (errno.ESTALE, str(tmp_path / NAME))


@pytest.mark.parametrize(
    "code", [errno.ENOLCK, errno.ENOTSUP, errno.ENOSYS, errno.EINVAL], ids=errno.errorcode.get
)
def test_a_file_system_without_locks_is_refused_in_words(
    code: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_arguments: object) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(fcntl, "flock", refused)
    with pytest.raises(OSError) as caught, locked(tmp_path / NAME):
        pass
    assert (caught.value.filename, system_error(caught.value)) == (
        str(tmp_path / NAME),
        "berada pada penyimpanan yang tidak mengenal penguncian berkas, jadi tidak ditulisi; "
        "pindahkan ruang kerja ke diska komputer ini",
    )


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / NAME).symlink_to(tmp_path / "lain")
    with pytest.raises(OSError) as caught, locked(tmp_path / NAME):
        pass
    assert caught.value.errno == errno.ELOOP
