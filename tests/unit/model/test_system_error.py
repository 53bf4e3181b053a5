"""What the system refused, in words that follow the name of a file."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from kampanye_tui.model.messages import SYSTEM, system_error

OFFICE_DISK = "/kantor/kampanye.toml"


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOENT, "tidak ada"),
        (errno.EACCES, "tidak boleh dibuka atau ditulisi oleh pengguna ini"),
        (
            errno.ENOSPC,
            "tidak dapat ditulis karena ruang penyimpanan penuh; kosongkan sebagian, lalu ulangi",
        ),
        (errno.ENOTDIR, "berada di dalam sesuatu yang bukan folder"),
    ],
    ids=["ENOENT", "EACCES", "ENOSPC", "ENOTDIR"],
)
def test_a_refusal_of_the_system_is_told_in_indonesian(number: int, words: str) -> None:
    assert system_error(OSError(number, "in English", OFFICE_DISK)) == words


def test_what_has_no_words_of_its_own_is_told_as_the_system_says_it() -> None:
    error = OSError(errno.EXDEV, "Invalid cross-device link", OFFICE_DISK)
    assert system_error(error) == "ditolak oleh sistem (Invalid cross-device link)"


def test_an_error_without_a_number_is_told_as_it_says_itself() -> None:
    assert system_error(OSError("disk hilang")) == "ditolak oleh sistem (disk hilang)"


def test_a_file_that_is_really_missing_is_told_to_be(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="No such file") as caught:
        (tmp_path / "kampanye.toml").read_bytes()
    assert system_error(caught.value) == "tidak ada"


def test_a_path_through_a_file_is_told_to_be(tmp_path: Path) -> None:
    (tmp_path / "naskah").write_bytes(b"")
    with pytest.raises(OSError, match="Not a directory") as caught:
        (tmp_path / "naskah" / "naskah.toml").write_bytes(b"")
    assert system_error(caught.value) == "berada di dalam sesuatu yang bukan folder"


@pytest.mark.parametrize("number", SYSTEM, ids=[errno.errorcode[number] for number in SYSTEM])
def test_words_of_the_system_leave_the_full_stop_to_the_sentence_around_them(number: int) -> None:
    assert SYSTEM[number][-1].isalpha()


@pytest.mark.parametrize("number", SYSTEM, ids=[errno.errorcode[number] for number in SYSTEM])
def test_words_of_the_system_can_follow_the_name_of_a_file(number: int) -> None:
    assert SYSTEM[number][0].islower()
