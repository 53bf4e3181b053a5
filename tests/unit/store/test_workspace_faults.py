"""Texts on disks that fail, and texts that others halve, delete or replace: the last whole one stays."""

from __future__ import annotations

import errno
import fcntl
import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec
import pytest

from kampanye_tui.model.problem import Declined, Refused
from kampanye_tui.store.atomic import write_whole
from kampanye_tui.store.draft import Draft, StandingKind
from kampanye_tui.store.history import FOLDER as HISTORY
from kampanye_tui.store.journal import Journal, Typing, recover
from kampanye_tui.store.lease import Lease, take
from kampanye_tui.store.workspace import Saved, load, save
from tests.each import for_each
from tests.unit.store.disk import ERRORS, refusing, refusing_to_write
from tests.unit.store.saving import about, files

every_error = for_each("code", ERRORS)


def opened(saved: Saved, home: Path) -> Draft:
    """Return the agreement, opened for editing."""
    return Draft.open(saved.path.parents[2], saved.agreement.id, operator="operator1", home=home)


@every_error
def test_a_disk_that_refuses_leaves_the_saved_text(code: int, saved: Saved) -> None:
    before = saved.path.read_bytes()
    with refusing_to_write(code), pytest.raises(OSError) as caught:
        save(saved, about(saved.agreement, "Dua"))
    assert (caught.value.errno, saved.path.read_bytes(), files(saved)) == (code, before, ["naskah.toml"])


@every_error
def test_a_file_that_a_disk_refused_is_named_as_people_know_it(code: int, saved: Saved) -> None:
    for call in ("fsync", "replace"):
        with refusing_to_write(code, call), pytest.raises(OSError) as caught:
            write_whole(saved.path, b"dua")
        assert (caught.value.errno, caught.value.filename) == (code, str(saved.path))


def test_a_disk_on_which_nothing_can_be_tidied_either_tells_what_it_refused_first(
    saved: Saved, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "fsync", refusing(errno.EIO))
    monkeypatch.setattr(os, "unlink", refusing(errno.EROFS))
    with pytest.raises(OSError) as caught:
        write_whole(saved.path, b"dua")
    assert caught.value.errno == errno.EIO


@every_error
def test_a_change_that_a_disk_refused_is_saved_once_it_can_be(
    code: int, saved: Saved, tmp_path: Path
) -> None:
    draft = opened(saved, tmp_path / "rumah")
    with refusing_to_write(code):
        draft.edit(about(draft.agreement, f"Galat {code}"))
        refused = draft.standing.kind
    draft.beat()
    draft.close()
    topic = load(tmp_path, saved.agreement.id).agreement.topic
    assert (refused, topic) == (StandingKind.UNSAVED, f"Galat {code}")


@pytest.mark.parametrize("code", [errno.ENOLCK, errno.EOPNOTSUPP], ids=errno.errorcode.get)
def test_on_a_disk_without_locks_nothing_is_saved(
    code: int, saved: Saved, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = saved.path.read_bytes()
    monkeypatch.setattr(fcntl, "flock", refusing(code))
    with pytest.raises(OSError) as caught:
        save(saved, about(saved.agreement, "Dua"))
    assert (caught.value.errno, saved.path.read_bytes()) == (errno.ENOLCK, before)


def test_a_text_that_another_program_wrote_half_is_refused_before_pihak_or_klausul_are_missing(
    saved: Saved, tmp_path: Path
) -> None:
    whole = saved.path.read_bytes()
    for cut in range(0, len(whole), len(whole) // 40):
        # At the end of a line, where the rest is still TOML.
        saved.path.write_bytes(whole[: whole.rfind(b"\n", 0, cut) + 1])
        try:
            found = load(tmp_path, saved.agreement.id).agreement
        except Refused:
            continue
        lacking = msgspec.structs.replace(found, reference=saved.agreement.reference)
        assert lacking == saved.agreement


def test_a_text_cut_in_the_middle_of_a_line_is_refused_with_its_place(saved: Saved, tmp_path: Path) -> None:
    whole = saved.path.read_bytes()
    for part in range(1, 6):
        saved.path.write_bytes(whole[: whole.index(b'nama = "', len(whole) * part // 6) + 9])
        with pytest.raises(Refused, match=r"naskah/2023-kampanye-damai/naskah\.toml"):
            load(tmp_path, saved.agreement.id)


def test_over_a_text_that_another_program_wrote_half_nothing_is_saved_and_ours_is_kept(saved: Saved) -> None:
    half = saved.path.read_bytes()[:1000]
    saved.path.write_bytes(half)
    with pytest.raises(Declined, match=r"naskah\.bentrok-01\.toml"):
        save(saved, about(saved.agreement, "Dua"))
    assert (
        saved.path.read_bytes(),
        b'"Dua"' in saved.path.with_name("naskah.bentrok-01.toml").read_bytes(),
    ) == (
        half,
        True,
    )


def test_an_agreement_whose_folder_was_deleted_while_open_is_kept(saved: Saved, tmp_path: Path) -> None:
    draft = opened(saved, tmp_path / "rumah")
    folder = saved.path.parent
    folder.rename(tmp_path / "terhapus")
    with pytest.raises(Declined, match="hanya dapat dibaca"):
        draft.edit(about(draft.agreement, "Dua"))
    draft.close()
    assert draft.agreement.topic == saved.agreement.topic


def test_a_history_that_another_program_wrote_half_hinders_no_change(saved: Saved, tmp_path: Path) -> None:
    again = save(saved, about(saved.agreement, "Dua"))
    kept = saved.path.parent / HISTORY / "0001.toml"
    kept.write_bytes(kept.read_bytes()[:100])
    save(again, about(saved.agreement, "Tiga"))
    assert load(tmp_path, saved.agreement.id).agreement.topic == "Tiga"


def test_a_clock_that_was_set_back_hides_no_change_of_somebody_else(saved: Saved, tmp_path: Path) -> None:
    draft = opened(saved, tmp_path / "rumah")
    other = save(saved, about(saved.agreement, "Dua"))
    os.utime(other.path, (0, 0))
    draft.beat()
    assert draft.standing.words == "hanya baca: berkas naskah telah diubah orang lain sejak dibuka"


def test_a_clock_that_was_set_back_keeps_what_is_typed_last(tmp_path: Path) -> None:
    path = tmp_path / "jurnal" / "a.toml"
    for hour, text in ((12, "dahulu"), (9, "kemudian")):
        journal = Journal(path)
        journal.take(recover(path))
        at = datetime(2023, 11, 28, hour, tzinfo=UTC)
        journal.put(Typing(place="topik", fields={"isi": text}, stamp="", at=at))
        journal.close()
    assert [typing.fields["isi"] for typing in recover(path)] == ["kemudian"]


def test_a_clock_that_was_set_back_keeps_nobody_out(saved: Saved) -> None:
    noon = datetime(2023, 11, 28, 12, tzinfo=UTC)
    lease = take(saved.path.parent, "operator1", noon)
    assert isinstance(lease, Lease)
    os.close(lease._handle)
    assert isinstance(take(saved.path.parent, "operator2", noon - timedelta(hours=3)), Lease)
    lease._handle = -1
