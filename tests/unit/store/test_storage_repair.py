"""Mending a workspace: on request, nothing deleted, and what was replaced is found in a folder of the day."""

from __future__ import annotations

import os
import stat
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.operator import AtWork, Operator, OperatorRole
from kampanye_tui.model.problem import Declined
from kampanye_tui.store import at_work
from kampanye_tui.store.index import INDEX
from kampanye_tui.store.lease import Lease, take
from kampanye_tui.store.storage_repair import mend_workspace
from kampanye_tui.store.workspace import create, load, save
from tests.unit.store.deeds import small
from tests.unit.store.saving import about

NOW = datetime(2023, 11, 28, 3, 15, 7, tzinfo=UTC)
ID = "2023-kampanye-damai"
TORN = b'{"jenis":"over'


@pytest.fixture
def folder(tmp_path: Path, agreement: Agreement) -> Path:
    """The folder of an agreement with one earlier text, in a workspace of its own."""
    return save(create(tmp_path / "kantor", small(agreement)), about(small(agreement), "Dua")).path.parent


@pytest.fixture
def aside(folder: Path) -> Path:
    """Where things are set aside: by the hour of the office, whatever time its server keeps."""
    return folder.parents[1] / "disisihkan" / "2023-11-28-101507"


def mend(folder: Path) -> list[str]:
    """Mend the workspace; return what was."""
    workspace = folder.parents[1]
    return [one.place for one in mend_workspace(workspace, workspace.parent / "rumah", NOW)]


def test_where_all_is_whole_nothing_is_set_aside(folder: Path, aside: Path) -> None:
    assert (mend(folder), aside.parent.exists()) == ([], False)


def test_a_text_that_cannot_be_read_is_replaced_by_the_one_before(folder: Path) -> None:
    (folder / "naskah.toml").write_bytes(b"rusak")
    mend(folder)
    assert load(folder.parents[1], ID).agreement.topic == "Satu"


def test_a_text_that_was_replaced_is_kept(folder: Path, aside: Path) -> None:
    (folder / "naskah.toml").write_bytes(b"rusak")
    mend(folder)
    assert (aside / "naskah" / ID / "naskah.toml").read_bytes() == b"rusak"


def test_where_no_text_tells_the_office_the_hour_is_that_of_the_server(folder: Path) -> None:
    for path in (folder / "naskah.toml", folder / ".riwayat" / "0001.toml"):
        path.write_bytes(b"rusak")
    mend(folder)
    assert [one.name for one in (folder.parents[1] / "disisihkan").iterdir()] == ["2023-11-28-031507"]


def test_a_text_that_was_deleted_comes_back(folder: Path) -> None:
    (folder / "naskah.toml").unlink()
    mend(folder)
    assert load(folder.parents[1], ID).agreement.topic == "Satu"


def test_what_was_not_finished_is_moved_and_not_deleted(folder: Path, aside: Path) -> None:
    path = folder / ".naskah.toml.x.sementara"
    path.write_bytes(b"setengah")
    os.utime(path, (0, 0))
    mend(folder)
    assert (path.exists(), (aside / "naskah" / ID / path.name).read_bytes()) == (False, b"setengah")


def test_a_torn_line_is_set_aside_as_at_every_opening(folder: Path) -> None:
    (folder / "buku.jsonl").write_bytes(TORN)
    mend(folder)
    assert [(folder / name).read_bytes() for name in ("buku.jsonl", "buku.robek-01.jsonl")] == [b"", TORN]


def test_permissions_are_given_back(folder: Path) -> None:
    (folder / "naskah.toml").chmod(0o666)
    mend(folder)
    assert stat.S_IMODE((folder / "naskah.toml").stat().st_mode) == 0o664


def test_what_was_done_is_written_down(folder: Path, aside: Path) -> None:
    (folder.parents[1] / INDEX).write_text("rusak")
    (folder / "naskah.toml").unlink()
    mend(folder)
    assert (aside / "catatan.txt").read_text() == (
        ".indeks: disisihkan; daftar dibuat ulang saat program dibuka\n"
        f"naskah/{ID}/naskah.toml: dikembalikan dari .riwayat/0001.toml, "
        "yaitu sebelum perubahan yang terakhir\n"
    )


def test_a_second_thing_of_one_name_is_set_aside_under_another(folder: Path, aside: Path) -> None:
    for words in ("satu", "dua"):
        (folder.parents[1] / INDEX).write_text(words)
        mend(folder)
    assert [(aside / name).read_text() for name in (INDEX, f"{INDEX}.2")] == ["satu", "dua"]


def test_an_agreement_that_somebody_has_open_is_left(folder: Path) -> None:
    (folder / "naskah.toml").write_bytes(b"rusak")
    lease = take(folder, "operator2", NOW)
    assert isinstance(lease, Lease)
    done = mend(folder)
    lease.release()
    assert (done, (folder / "naskah.toml").read_bytes()) == ([], b"rusak")


def test_who_may_not_correct_mends_nothing(folder: Path) -> None:
    (folder / "naskah.toml").write_bytes(b"rusak")
    at_work.begin(AtWork(name="budi", operators=(Operator(name="budi", role=OperatorRole.READER),)))
    try:
        with pytest.raises(Declined):
            mend(folder)
    finally:
        at_work.begin(AtWork())
    assert (folder / "naskah.toml").read_bytes() == b"rusak"
