"""Writing outputs: all of them or none, and what is the same is left alone."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from kampanye_tui.model.problem import Declined, Problem
from kampanye_tui.store import outputs
from kampanye_tui.store.outputs import Output, Written, write_outputs, write_recorded

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


def test_a_single_file_in_the_way_is_named(tmp_path: Path) -> None:
    (tmp_path / "dua.pdf").write_bytes(b"milik orang")
    with pytest.raises(Declined) as declined:
        write_outputs(three(tmp_path), overwrite=False)
    assert declined.value.problems[0].what == "1 berkas sudah ada dengan isi yang berbeda: dua.pdf"


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


def recorded(path: Path, record: Callable[[], object], *, overwrite: bool = False) -> None:
    """Write an output together with its record."""
    write_recorded(Output(path, b"satu"), record, overwrite=overwrite, elsewhere="pilih berkas lain")


def test_an_output_has_its_name_once_it_is_recorded(tmp_path: Path) -> None:
    seen: list[bool] = []
    recorded(tmp_path / "satu.zip", lambda: seen.append((tmp_path / "satu.zip").exists()))
    assert (seen, (tmp_path / "satu.zip").read_bytes()) == ([False], b"satu")


def test_an_output_that_is_not_recorded_leaves_what_was_there(tmp_path: Path) -> None:
    (tmp_path / "satu.zip").write_bytes(b"milik orang")

    def refused() -> None:
        raise Declined([Problem(what="tidak")])

    with pytest.raises(Declined):
        recorded(tmp_path / "satu.zip", refused, overwrite=True)
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("satu.zip", b"milik orang")]


def test_nothing_is_recorded_where_a_file_is_in_the_way(tmp_path: Path) -> None:
    (tmp_path / "satu.zip").write_bytes(b"milik orang")
    seen: list[bool] = []
    with pytest.raises(Declined):
        recorded(tmp_path / "satu.zip", lambda: seen.append(True))
    assert seen == []


def test_what_cannot_be_written_is_called_by_the_name_that_people_know(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(path: Path, _data: bytes) -> None:
        raise OSError(errno.EROFS, "baca saja", str(path))

    monkeypatch.setattr(outputs, "write_whole", refused)
    with pytest.raises(OSError, match=r"satu\.zip") as met:
        recorded(tmp_path / "satu.zip", lambda: None)
    assert met.value.filename == str(tmp_path / "satu.zip")
