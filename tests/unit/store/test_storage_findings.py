"""What is told of a workspace: what is broken in it, what only has to be known, and what would mend it."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec
import pytest

from kampanye_tui.agreement.chain import FILE as LEDGER
from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.event import Overridden
from kampanye_tui.store.evidence import keep_evidence
from kampanye_tui.store.history import FOLDER as HISTORY
from kampanye_tui.store.index import INDEX
from kampanye_tui.store.journal import Journal, Typing, journal_path
from kampanye_tui.store.lease import Lease, take
from kampanye_tui.store.ledger import record
from kampanye_tui.store.revisions import keep_revision
from kampanye_tui.store.storage_findings import agreement_troubles, workspace_troubles
from kampanye_tui.store.storage_scan import (
    Seen,
    SeenAgreement,
    agreement_folders,
    see_agreement,
    see_workspace,
)
from kampanye_tui.store.storage_troubles import Trouble
from kampanye_tui.store.workspace import create, load, save
from kampanye_tui.work import finalise
from tests.each import for_each
from tests.unit.store.deeds import SCAN, small
from tests.unit.store.numbering import YEAR, give
from tests.unit.store.saving import about

NOW = datetime(2023, 11, 28, 3, 0, tzinfo=UTC)
ID = "2023-kampanye-damai"
HOME = "naskah/2023-kampanye-damai"


@pytest.fixture
def place(tmp_path: Path, agreement: Agreement) -> Path:
    """A workspace with a final agreement, one change before it, a number and a scan."""
    place = tmp_path / "kantor"
    saved = save(create(place, small(agreement)), about(small(agreement), "Dua"))
    finalise(saved.path.parent, saved.agreement, (), occurred=NOW, recorded=NOW, operator="ani")
    give(place, "naskah")
    return place


@pytest.fixture
def folder(place: Path) -> Path:
    """The folder of the agreement."""
    return place / "naskah" / ID


def found(place: Path, now: datetime = NOW) -> list[Trouble]:
    """Return all that is told of a workspace."""
    told = list(workspace_troubles(see_workspace(place, now)))
    for folder in agreement_folders(place):
        told += agreement_troubles(see_agreement(place, folder, place.parent / "rumah", now))
    return told


def only(place: Path) -> Trouble:
    """Return the one thing that is told."""
    (told,) = found(place)
    return told


def event(what: str, recorded: datetime) -> Overridden:
    """Return an event without its number."""
    return Overridden(number=0, occurred=NOW, recorded=recorded, operator="ani", what=what, reason="uji")


def test_of_a_workspace_that_is_whole_nothing_is_told(place: Path) -> None:
    assert found(place) == []


def test_looking_writes_nothing(place: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in place.rglob("*")}
    found(place)
    assert {path: path.stat().st_mtime_ns for path in place.rglob("*")} == before


def cut_text(folder: Path) -> None:
    """Cut the text in the middle of a line."""
    text = folder / "naskah.toml"
    text.write_bytes(text.read_bytes()[:500])


def delete_text(folder: Path) -> None:
    """Delete the text."""
    (folder / "naskah.toml").unlink()


def tear_ledger(folder: Path) -> None:
    """Leave half a line."""
    with (folder / LEDGER).open("ab") as stream:
        stream.write(b'{"jenis":"over')


def change_ledger(folder: Path) -> None:
    """Change an event."""
    path = folder / LEDGER
    path.write_bytes(path.read_bytes().replace(b'"ani"', b'"ana"'))


def delete_final(folder: Path) -> None:
    """Delete the final text."""
    (folder / "revisi" / "r01.toml").unlink()


def spoil_scan(folder: Path) -> None:
    """Keep a scan, and put other bytes into it."""
    keep_evidence(folder, SCAN, ".pdf").write_bytes(b"lain")


def tear_register(folder: Path) -> None:
    """Leave half a line in the register."""
    with (folder.parents[1] / "register" / f"{YEAR}.jsonl").open("ab") as stream:
        stream.write(b'{"jenis"')


def stop_finalising(folder: Path) -> None:
    """Leave the final text of a revision that no event names."""
    keep_revision(folder, msgspec.structs.replace(load(folder.parents[1], ID).agreement, revision=2))


BROKEN = {
    "text cut": (cut_text, "naskah.toml", "naskah.toml, baris ", "naskah final revisi/r01.toml"),
    "text deleted": (delete_text, "naskah.toml", "berkas naskah tidak ada", "naskah final revisi/r01.toml"),
    "ledger torn": (tear_ledger, LEDGER, "baris terakhir tidak selesai", "baris itu disisihkan"),
    "final text deleted": (delete_final, "revisi/r01.toml", "tidak ada", ""),
    "scan spoilt": (spoil_scan, "bukti/", "bukan yang disimpan dengan nama ini", ""),
    "finalising stopped": (
        stop_finalising,
        "revisi/r02.toml",
        "tidak dinyatakan final",
        "disisihkan; finalkan",
    ),
}
"""What was done → the file that is named, what is said of it, and what would mend it."""


@pytest.mark.parametrize("name", BROKEN)
def test_what_is_broken_is_told_with_its_place_and_its_mend(name: str, folder: Path) -> None:
    spoil, file, words, mend = BROKEN[name]
    spoil(folder)
    told = [one for one in found(folder.parents[1]) if one.broken]
    assert [one.place.startswith(f"{HOME}/{file}") for one in told] == [True]
    assert words in told[0].words
    assert mend in (told[0].mend.words if told[0].mend else "")
    assert bool(mend) == bool(told[0].mend)


def test_a_changed_ledger_has_no_mend(folder: Path) -> None:
    change_ledger(folder)
    told = [one for one in found(folder.parents[1]) if one.place == f"{HOME}/{LEDGER}"]
    assert [(one.broken, one.mend, "berubah sejak dicatat" in one.words) for one in told] == [
        (True, None, True)
    ]


def test_a_torn_register_is_mended_as_a_ledger_is(folder: Path) -> None:
    tear_register(folder)
    told = only(folder.parents[1])
    assert (told.place, told.broken, told.mend is not None) == (f"register/{YEAR}.jsonl", True, True)


def test_a_changed_register_has_no_mend(place: Path) -> None:
    path = place / "register" / f"{YEAR}.jsonl"
    path.write_bytes(path.read_bytes().replace(b"BA", b"BB"))
    told = only(place)
    assert (told.place, told.broken, told.mend) == (f"register/{YEAR}.jsonl", True, None)


def test_a_draft_that_cannot_be_read_comes_back_from_before_its_last_change(
    tmp_path: Path, agreement: Agreement
) -> None:
    saved = save(create(tmp_path, small(agreement)), about(small(agreement), "Dua"))
    before = (saved.path.parent / HISTORY / "0001.toml").read_bytes()
    cut_text(saved.path.parent)
    told = only(tmp_path)
    assert told.mend is not None
    assert (told.mend.source, ".riwayat/0001.toml" in told.mend.words) == (before, True)


def test_a_text_of_which_nothing_else_is_kept_has_no_mend(tmp_path: Path, agreement: Agreement) -> None:
    cut_text(create(tmp_path, small(agreement)).path.parent)
    told = only(tmp_path)
    assert (told.broken, told.mend) == (True, None)


def test_a_text_that_a_newer_program_wrote_is_not_replaced_by_an_older_one(folder: Path) -> None:
    text = folder / "naskah.toml"
    text.write_bytes(text.read_bytes().replace(b"format = 1", b"format = 2", 1))
    told = only(folder.parents[1])
    assert (told.mend, "Perbarui program ini" in told.words) == (None, True)


def test_an_earlier_text_of_which_only_zeros_came_to_the_disk_is_told(folder: Path) -> None:
    (folder / HISTORY / "0001.toml").write_bytes(b"\0" * 300)
    told = only(folder.parents[1])
    assert (told.place, told.broken, told.mend is not None) == (f"{HOME}/.riwayat/0001.toml", False, True)


def aged(path: Path, minutes: int) -> Path:
    """Write a file that was changed so long before NOW."""
    path.write_bytes(b"")
    then = (NOW - timedelta(minutes=minutes)).timestamp()
    os.utime(path, (then, then))
    return path


@pytest.mark.parametrize(
    "name", [".naskah.toml.x.sementara", ".riwayat/.0002.toml.x.sementara", ".a.pdf.menunggu"]
)
def test_a_file_that_was_not_finished_long_ago_is_set_aside(name: str, folder: Path) -> None:
    aged(folder / name, 11)
    told = only(folder.parents[1])
    assert (told.place, told.broken, told.mend is not None) == (f"{HOME}/{name}", False, True)


def test_a_file_that_is_not_finished_yet_is_left(folder: Path) -> None:
    aged(folder / ".naskah.toml.x.sementara", 9)
    told = only(folder.parents[1])
    assert (told.mend, "mungkin sedang ditulis" in told.words) == (None, True)


def test_a_file_that_the_index_left_unfinished_is_set_aside(place: Path) -> None:
    aged(place / "..indeks.x.sementara", 11)
    assert only(place).mend is not None


@pytest.mark.parametrize("name", ["naskah.bentrok-01.toml", "buku.robek-01.jsonl", "buku.hilang-02.jsonl"])
def test_what_the_program_kept_beside_is_told_and_left(name: str, folder: Path) -> None:
    (folder / name).write_bytes(b"")
    told = only(folder.parents[1])
    assert (told.place, told.broken, told.mend) == (f"{HOME}/{name}", False, None)


@pytest.mark.parametrize(
    "name", ["naskah (1).toml", "revisi/r1.toml", "bukti/surat.pdf", ".naskah.toml.swp", "lain/"]
)
def test_what_nobody_knows_is_told_and_left(name: str, folder: Path) -> None:
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).mkdir() if name.endswith("/") else (folder / name).write_bytes(b"")
    told = [one for one in found(folder.parents[1]) if "tidak dikenal" in one.words]
    assert [(one.place, one.broken, one.mend) for one in told] == [
        (f"{HOME}/{name}".rstrip("/"), False, None)
    ]


def test_a_link_in_the_place_of_a_file_is_not_followed(folder: Path, tmp_path: Path) -> None:
    (folder / HISTORY / "0002.toml").symlink_to(tmp_path / "tiada")
    assert [one.words for one in found(folder.parents[1])] == ["tidak dikenal program ini; dibiarkan."]


def test_outputs_and_what_the_office_keeps_beside_are_nobodys_concern(folder: Path) -> None:
    (folder / "keluaran").mkdir()
    (folder / "keluaran" / "naskah.pdf").write_bytes(b"")
    (folder.parents[1] / "surat.docx").write_bytes(b"")
    assert found(folder.parents[1]) == []


def test_an_index_that_cannot_be_read_is_set_aside(place: Path) -> None:
    (place / INDEX).write_text("rusak")
    told = only(place)
    assert (told.place, told.broken, told.mend is not None) == (INDEX, False, True)


def test_an_agreement_that_somebody_has_open_is_not_mended(folder: Path) -> None:
    cut_text(folder)
    lease = take(folder, "operator2", NOW)
    assert isinstance(lease, Lease)
    told = found(folder.parents[1])
    lease.release()
    assert [one.mend for one in told] == [None] * len(told)
    assert any("sedang dibuka oleh operator2" in one.words for one in told)


def test_who_ended_in_the_middle_is_told(folder: Path) -> None:
    lease = take(folder, "operator2", NOW)
    assert isinstance(lease, Lease)
    os.close(lease._handle)
    lease._handle = -1
    told = only(folder.parents[1])
    assert (told.broken, told.words.startswith("dibuka oleh operator2 di ")) == (False, True)


def test_words_that_were_typed_and_not_saved_are_told_and_left(folder: Path) -> None:
    path = journal_path(folder.parents[2] / "rumah", folder.parents[1], ID)
    journal = Journal(path)
    journal.put(Typing(place="topik", fields={"isi": "Tiga"}, stamp="", at=NOW))
    journal.close()
    told = only(folder.parents[1])
    assert (told.words, path.exists()) == (
        "ada 1 ketikan yang belum disimpan; ditawarkan saat naskah dibuka.",
        True,
    )


def test_a_clock_that_was_set_back_is_told(folder: Path) -> None:
    record(folder, ID, lambda _book: [event("uji", NOW - timedelta(hours=2))])
    told = only(folder.parents[1])
    assert (told.broken, "jam komputer pernah mundur" in told.words) == (False, True)


def test_a_folder_that_holds_nothing_is_told(place: Path) -> None:
    (place / "naskah" / "kosong").mkdir()
    assert only(place) == Trouble("naskah/kosong", "folder ini tidak memuat naskah.", False)


def test_on_a_disk_that_nobody_may_write_permissions_are_not_at_fault(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class ReadOnly:
        f_flag = os.ST_RDONLY

    monkeypatch.setattr(os, "access", lambda _path, mode, **_more: not mode & os.W_OK)
    monkeypatch.setattr(os, "statvfs", lambda _path: ReadOnly)
    told = only(place)
    assert (told.place, told.broken, told.mend, told.words.startswith("hanya dapat dibaca")) == (
        ".",
        False,
        None,
        True,
    )


def seen(mode: int, name: str = "naskah.toml", *, ours: bool = True, allowed: bool = True) -> list[Trouble]:
    """Return what is told of a file or folder with these permissions."""
    one = Seen(f"{HOME}/{name}", mode, ours, allowed, allowed, 0.0)
    return list(agreement_troubles(SeenAgreement(HOME, (one,), None)))


PERMISSIONS: dict[str, tuple[Callable[[], list[Trouble]], list[tuple[bool, str]]]] = {
    "right": (lambda: seen(0o100644), []),
    "lost": (lambda: seen(0o100044, allowed=False), [(True, "izinnya menjadi -rw-r--r--")]),
    "of another": (lambda: seen(0o100600, ours=False, allowed=False), [(True, "")]),
    "for everybody": (lambda: seen(0o100666), [(False, "izinnya menjadi -rw-rw-r--")]),
    "folder lost": (lambda: seen(0o040055, "bukti", allowed=False), [(True, "izinnya menjadi drwxr-xr-x")]),
}


@for_each("case", PERMISSIONS)
def test_permissions_are_told_with_what_they_would_become(
    case: tuple[Callable[[], list[Trouble]], list[tuple[bool, str]]],
) -> None:
    made, wanted = case
    assert [(one.broken, one.mend.words if one.mend else "") for one in made()] == wanted
