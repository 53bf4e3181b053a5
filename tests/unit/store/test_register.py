"""The registers on the disk: one a year, appended under a lock, never rewritten."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from kampanye_tui.model.problem import Refused, refuse
from kampanye_tui.store.register import FOLDER, enter, open_register, register_years
from tests.unit.store.numbering import YEAR, give


def file_of(workspace: Path) -> Path:
    """Return the file of the year's register."""
    return workspace / FOLDER / f"{YEAR}.jsonl"


def test_a_number_that_was_given_is_read_back(tmp_path: Path) -> None:
    give(tmp_path, "naskah")
    assert [one.text for one in open_register(tmp_path, YEAR).book.events] == ["1/PL.01.6-BA/3674/2023"]


def test_a_register_that_is_not_there_is_empty(tmp_path: Path) -> None:
    assert open_register(tmp_path, YEAR).book.events == ()


def test_each_year_has_a_register_of_its_own(tmp_path: Path) -> None:
    give(tmp_path, "naskah")
    assert open_register(tmp_path, YEAR + 1).book.events == ()


def test_a_register_put_in_the_place_of_another_year_is_refused(tmp_path: Path) -> None:
    give(tmp_path, "naskah")
    file_of(tmp_path).rename(file_of(tmp_path).with_name("2024.jsonl"))
    with pytest.raises(Refused, match=r"register/2024\.jsonl, baris 1: baris ini tidak menyambung"):
        open_register(tmp_path, 2024)


def test_lines_that_stand_are_never_rewritten(tmp_path: Path) -> None:
    give(tmp_path, "naskah")
    before = file_of(tmp_path).read_bytes()
    give(tmp_path, "undangan")
    assert file_of(tmp_path).read_bytes().startswith(before)


def test_what_is_refused_leaves_the_register_as_it_was(tmp_path: Path) -> None:
    give(tmp_path, "naskah")
    before = file_of(tmp_path).read_bytes()

    def no(_register):
        raise refuse("tidak")

    with pytest.raises(Refused):
        enter(tmp_path, YEAR, no)
    assert file_of(tmp_path).read_bytes() == before


def test_a_register_that_was_changed_gives_no_number(tmp_path: Path) -> None:
    give(tmp_path, "naskah")
    path = file_of(tmp_path)
    path.write_bytes(path.read_bytes().replace(b"3674", b"3675"))
    with pytest.raises(Refused, match="isi baris ini berubah sejak dicatat"):
        give(tmp_path, "undangan")


def test_a_torn_line_is_set_aside_and_told(tmp_path: Path) -> None:
    give(tmp_path, "naskah")
    with file_of(tmp_path).open("ab") as stream:
        stream.write(b'{"jenis":"diberi')
    assert open_register(tmp_path, YEAR).notice == (
        "Baris terakhir register nomor tahun 2023 tidak selesai ditulis; disisihkan ke 2023.robek-01.jsonl."
    )


def test_a_torn_line_used_no_number(tmp_path: Path) -> None:
    give(tmp_path, "naskah")
    with file_of(tmp_path).open("ab") as stream:
        stream.write(b'{"jenis":"diberi')
    assert give(tmp_path, "undangan")[0] == 2


def test_a_torn_line_that_was_set_aside_is_no_register(tmp_path: Path) -> None:
    give(tmp_path, "naskah")
    file_of(tmp_path).with_name("2023.robek-01.jsonl").write_bytes(b"{")
    assert register_years(tmp_path) == (YEAR,)


def test_a_workspace_without_registers_has_no_years(tmp_path: Path) -> None:
    assert register_years(tmp_path) == ()


def test_what_went_wrong_with_another_year_is_returned(tmp_path: Path) -> None:
    give(tmp_path, "naskah")
    file_of(tmp_path).with_name("2022.jsonl").mkdir()
    entered = enter(tmp_path, YEAR, lambda _register: ())
    assert [str(problem) for problem in entered.unread] == [
        "register/2022.jsonl: bukan berkas. Periksa nama dan foldernya."
    ]


def test_another_year_that_nobody_may_read_is_returned_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path / FOLDER / "2022.jsonl"
    give(tmp_path, "naskah")
    other.write_bytes(b"")
    really = os.open

    def opened(path: str | Path, *more: int, **named: int) -> int:
        if path == other:
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return really(path, *more, **named)

    monkeypatch.setattr(os, "open", opened)
    assert [problem.file for problem in enter(tmp_path, YEAR, lambda _register: ()).unread] == [
        "register/2022.jsonl"
    ]
