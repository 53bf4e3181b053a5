"""Writing a file whole: the old content or the new, the right permissions, and nothing left behind."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

import pytest

from kampanye_tui.store.atomic import write_whole

OLD, NEW = b"lama", b"baru"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A file with old content, alone in its folder."""
    path = tmp_path / "naskah.toml"
    path.write_bytes(OLD)
    return path


@pytest.fixture
def umask() -> Iterator[None]:
    """A umask that keeps others out."""
    before = os.umask(0o027)
    yield
    os.umask(before)


def full(*_arguments: object) -> NoReturn:
    """Fail as a full disk does."""
    raise OSError(28, "No space left on device")


def failing(name: str, monkeypatch: pytest.MonkeyPatch, file: Path) -> None:
    """Write while ``name`` of the operating system fails."""
    with monkeypatch.context() as patched:
        patched.setattr(os, name, full)
        with pytest.raises(OSError, match="No space left"):
            write_whole(file, NEW)


STEPS = ["fsync", "fchmod", "replace"]


def test_new_content_takes_the_place_of_the_old(file: Path) -> None:
    write_whole(file, NEW)
    assert file.read_bytes() == NEW


def test_a_new_file_is_written(tmp_path: Path) -> None:
    write_whole(tmp_path / "baru", NEW)
    assert (tmp_path / "baru").read_bytes() == NEW


@pytest.mark.parametrize("step", STEPS)
def test_old_content_stays_when_writing_fails(step: str, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    failing(step, monkeypatch, file)
    assert file.read_bytes() == OLD


@pytest.mark.parametrize("step", STEPS)
def test_no_temporary_file_stays_when_writing_fails(
    step: str, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    failing(step, monkeypatch, file)
    assert list(file.parent.iterdir()) == [file]


def test_no_temporary_file_stays_when_writing_succeeds(file: Path) -> None:
    write_whole(file, NEW)
    assert list(file.parent.iterdir()) == [file]


def test_no_temporary_file_stays_when_the_operator_interrupts(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(_handle: int) -> NoReturn:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_whole(file, NEW)
    assert list(file.parent.iterdir()) == [file]


def test_a_missing_folder_is_an_error_of_the_file_system(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        write_whole(tmp_path / "tiada" / "naskah.toml", NEW)


def test_content_reaches_the_disk_before_the_rename_and_the_rename_after(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    order: list[str] = []
    fsync, replace = os.fsync, os.replace

    def flushed(handle: int) -> None:
        order.append("folder" if stat.S_ISDIR(os.fstat(handle).st_mode) else "content")
        fsync(handle)

    def renamed(source: str, target: str) -> None:
        order.append("rename")
        replace(source, target)

    monkeypatch.setattr(os, "fsync", flushed)
    monkeypatch.setattr(os, "replace", renamed)
    write_whole(file, NEW)
    assert order == ["content", "rename", "folder"]


def test_the_temporary_file_lies_beside_so_that_no_rename_crosses_disks(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sources: list[Path] = []
    replace = os.replace

    def renamed(source: str, target: str) -> None:
        sources.append(Path(source))
        replace(source, target)

    monkeypatch.setattr(os, "replace", renamed)
    write_whole(file, NEW)
    assert [source.parent for source in sources] == [file.parent]


def flushing_no_folder(code: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let flushing fail for folders alone."""
    fsync = os.fsync

    def flushed(handle: int) -> None:
        if stat.S_ISDIR(os.fstat(handle).st_mode):
            raise OSError(code, os.strerror(code))
        fsync(handle)

    monkeypatch.setattr(os, "fsync", flushed)


@pytest.mark.parametrize("code", [errno.EINVAL, errno.ENOTSUP], ids=errno.errorcode.get)
def test_on_a_share_that_cannot_flush_folders_a_file_is_written(
    code: int, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    flushing_no_folder(code, monkeypatch)
    write_whole(file, NEW)
    assert file.read_bytes() == NEW


def test_a_disk_that_fails_while_a_folder_is_flushed_is_an_error(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    flushing_no_folder(errno.EIO, monkeypatch)
    with pytest.raises(OSError):
        write_whole(file, NEW)


def test_what_can_be_made_again_is_not_flushed(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "fsync", full)
    write_whole(file, NEW, durable=False)
    assert file.read_bytes() == NEW


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664, 0o755])
def test_permissions_of_the_old_file_are_kept(mode: int, file: Path) -> None:
    file.chmod(mode)
    write_whole(file, NEW)
    assert stat.S_IMODE(file.stat().st_mode) == mode


@pytest.mark.usefixtures("umask")
def test_a_new_file_respects_the_umask(tmp_path: Path) -> None:
    write_whole(tmp_path / "baru", NEW)
    assert stat.S_IMODE((tmp_path / "baru").stat().st_mode) == 0o640


@pytest.mark.usefixtures("umask")
def test_the_umask_is_as_before(tmp_path: Path) -> None:
    write_whole(tmp_path / "baru", NEW)
    assert os.umask(0o027) == 0o027


def test_a_name_as_long_as_names_may_be_is_written(tmp_path: Path) -> None:
    path = tmp_path / ("é" * 127)
    write_whole(path, NEW)
    assert path.read_bytes() == NEW
