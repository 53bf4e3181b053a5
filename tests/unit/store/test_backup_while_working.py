"""Archives made while three processes work without rest: each of them holds together by itself."""

from __future__ import annotations

import multiprocessing
import time
from pathlib import Path

import msgspec
import pytest

from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.office import Configuration
from kampanye_tui.store import backup_files
from kampanye_tui.store.backup_files import BackupFile
from kampanye_tui.store.workspace import create
from tests.unit.store.archives import archive, checked, located, made_office, names
from tests.unit.store.busy import finalise_for, put_away_for, record_for
from tests.unit.store.deeds import small
from tests.unit.store.numbering import ID

pytestmark = pytest.mark.penuh

SECONDS = 8.0


@pytest.fixture
def _slow_reading(monkeypatch: pytest.MonkeyPatch) -> None:
    """Read slowly, so that who is not kept out has all the time to come in between."""
    read = backup_files._read

    def slowly(folder: Path, one: BackupFile) -> BackupFile:
        found = read(folder, one)
        time.sleep(0.02)
        return found

    monkeypatch.setattr(backup_files, "_read", slowly)


@pytest.mark.usefixtures("_slow_reading")
def test_every_archive_made_meanwhile_is_whole_and_holds_every_agreement_once(
    tmp_path: Path, agreement: Agreement, configuration: Configuration
) -> None:
    place = tmp_path / "kantor"
    place.mkdir()
    made_office(place, agreement)
    for agreement_id in (ID, "lain"):
        create(place, msgspec.structs.replace(small(agreement), id=agreement_id))
    context = multiprocessing.get_context("spawn")
    start = context.Barrier(4)
    works = ((finalise_for, agreement.id), (record_for, ID), (put_away_for, "lain"))
    runs = [context.Process(target=work, args=(place, of, SECONDS, start)) for work, of in works]
    for run in runs:
        run.start()
    start.wait()
    end, sizes = time.time() + SECONDS, []
    while time.time() < end:
        data = archive(located(place, configuration))
        assert checked(data).problems == ()
        texts = [name.split("/")[1] for name in names(data) if name.endswith("/naskah.toml")]
        assert sorted(texts) == sorted((agreement.id, ID, "lain"))
        sizes.append(len(data))
    for run in runs:
        run.join()
    assert [run.exitcode for run in runs] == [0, 0, 0]
    assert len(sizes) > 5
    assert sizes[-1] > sizes[0]
