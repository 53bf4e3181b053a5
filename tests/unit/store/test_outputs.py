"""Writing outputs: all of them or none, and what is the same is left alone."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from kampanye_tui.model.problem import Declined
from kampanye_tui.store.outputs import Output, Written, write_outputs

LONG_AGO = 1_000_000_000


def three(folder: Path) -> list[Output]:
    """Return three outputs."""
    return [Output(folder / f"{name}.pdf", name.encode()) for name in ("satu", "dua", "tiga")]


def test_outputs_are_written_and_said_to_be_new(tmp_path: Path) -> None:
    assert write_outputs(three(tmp_path), overwrite=False) == (Written.NEW,) * 3


def test_outputs_hold_their_bytes(tmp_path: Path) -> None:
    write_outputs(three(tmp_path), overwrite=False)
    assert [output.path.read_bytes() for output in three(tmp_path)] == [b"satu", b"dua", b"tiga"]


def test_missing_folders_are_made(tmp_path: Path) -> None:
    write_outputs(three(tmp_path / "a" / "b"), overwrite=False)
    assert (tmp_path / "a" / "b" / "dua.pdf").exists()


def test_outputs_with_the_same_bytes_are_said_to_be_the_same(tmp_path: Path) -> None:
    write_outputs(three(tmp_path), overwrite=False)
    assert write_outputs(three(tmp_path), overwrite=False) == (Written.SAME,) * 3


@pytest.mark.parametrize("overwrite", [False, True])
def test_a_file_with_the_same_bytes_is_not_touched(overwrite: bool, tmp_path: Path) -> None:
    write_outputs(three(tmp_path), overwrite=False)
    os.utime(tmp_path / "satu.pdf", (LONG_AGO, LONG_AGO))
    write_outputs(three(tmp_path), overwrite=overwrite)
    assert (tmp_path / "satu.pdf").stat().st_mtime == LONG_AGO


def test_a_file_with_other_content_is_not_overwritten_unasked(tmp_path: Path) -> None:
    (tmp_path / "dua.pdf").write_bytes(b"milik orang")
    with pytest.raises(Declined):
        write_outputs(three(tmp_path), overwrite=False)
    assert (tmp_path / "dua.pdf").read_bytes() == b"milik orang"


def test_with_one_file_in_the_way_none_is_written(tmp_path: Path) -> None:
    (tmp_path / "tiga.pdf").write_bytes(b"milik orang")
    with pytest.raises(Declined):
        write_outputs(three(tmp_path), overwrite=False)
    assert [path.name for path in tmp_path.iterdir()] == ["tiga.pdf"]


def test_every_file_in_the_way_is_named(tmp_path: Path) -> None:
    for name in ("dua", "tiga"):
        (tmp_path / f"{name}.pdf").write_bytes(b"milik orang")
    with pytest.raises(Declined) as declined:
        write_outputs(three(tmp_path), overwrite=False)
    assert "2 berkas sudah ada dengan isi yang berbeda: dua.pdf, tiga.pdf" in str(declined.value)


def test_a_file_in_the_way_tells_how_to_overwrite_it(tmp_path: Path) -> None:
    (tmp_path / "dua.pdf").write_bytes(b"milik orang")
    with pytest.raises(Declined, match="--timpa"):
        write_outputs(three(tmp_path), overwrite=False)


def test_a_file_with_other_content_is_replaced_when_asked(tmp_path: Path) -> None:
    (tmp_path / "dua.pdf").write_bytes(b"milik orang")
    assert write_outputs(three(tmp_path), overwrite=True) == (Written.NEW, Written.REPLACED, Written.NEW)


def test_a_replaced_file_holds_the_new_bytes(tmp_path: Path) -> None:
    (tmp_path / "dua.pdf").write_bytes(b"milik orang")
    write_outputs(three(tmp_path), overwrite=True)
    assert (tmp_path / "dua.pdf").read_bytes() == b"dua"


def test_with_a_file_where_a_folder_is_wanted_none_is_written(tmp_path: Path) -> None:
    (tmp_path / "berkas").touch()
    with pytest.raises(OSError):
        write_outputs([*three(tmp_path), *three(tmp_path / "berkas")], overwrite=True)
    assert [path.name for path in tmp_path.iterdir()] == ["berkas"]


def test_with_a_folder_where_a_file_is_wanted_none_is_written(tmp_path: Path) -> None:
    (tmp_path / "tiga.pdf").mkdir()
    with pytest.raises(OSError):
        write_outputs(three(tmp_path), overwrite=True)
    assert [path.name for path in tmp_path.iterdir()] == ["tiga.pdf"]
