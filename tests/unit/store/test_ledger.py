"""The ledger on the disk: appended whole or not at all, by any number of processes, and never rewritten."""

from __future__ import annotations

import multiprocessing
import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kampanye_tui.agreement.chain import FILE, Book
from kampanye_tui.model.event import Overridden
from kampanye_tui.model.problem import Refused, refuse
from kampanye_tui.store import ledger as ledger_module
from kampanye_tui.store.ledger import Ledger, open_ledger, record

ID = "nota"
THEN = datetime(2023, 11, 28, 2, 15, tzinfo=UTC)


def event(what: str = "uji") -> Overridden:
    """Return an event without its number."""
    return Overridden(number=0, occurred=THEN, recorded=THEN, operator="ani", what=what, reason="uji")


def test_what_is_recorded_is_read_back(tmp_path: Path) -> None:
    record(tmp_path, ID, lambda _book: [event("a"), event("b")])
    assert [one.what for one in open_ledger(tmp_path, ID).book.events] == ["a", "b"]


def test_events_are_numbered_by_the_ledger(tmp_path: Path) -> None:
    record(tmp_path, ID, lambda _book: [event()])
    book, added = record(tmp_path, ID, lambda _book: [event(), event()])
    assert ([one.number for one in added], len(book.events)) == ([2, 3], 3)


def test_who_records_sees_the_ledger_as_it_stands(tmp_path: Path) -> None:
    record(tmp_path, ID, lambda _book: [event("a")])
    seen: list[Book] = []
    record(tmp_path, ID, lambda book: seen.append(book) or [])
    assert [one.what for one in seen[0].events] == ["a"]


def test_what_is_refused_leaves_the_ledger_as_it_was(tmp_path: Path) -> None:
    record(tmp_path, ID, lambda _book: [event()])
    before = (tmp_path / FILE).read_bytes()

    def no(_book: Book) -> list[Overridden]:
        raise refuse("tidak")

    with pytest.raises(Refused, match="Tidak"):
        record(tmp_path, ID, no)
    assert (tmp_path / FILE).read_bytes() == before


def test_a_torn_last_line_is_set_aside_and_told(tmp_path: Path) -> None:
    record(tmp_path, ID, lambda _book: [event("a")])
    with (tmp_path / FILE).open("ab") as stream:
        stream.write(b'{"jenis":"over')
    opened = open_ledger(tmp_path, ID)
    assert ([one.what for one in opened.book.events], opened.notice) == (
        ["a"],
        "Baris terakhir catatan kejadian tidak selesai ditulis; disisihkan ke buku.robek-01.jsonl.",
    )
    assert (tmp_path / "buku.robek-01.jsonl").read_bytes() == b'{"jenis":"over'


def test_after_a_torn_line_recording_goes_on(tmp_path: Path) -> None:
    record(tmp_path, ID, lambda _book: [event("a")])
    with (tmp_path / FILE).open("ab") as stream:
        stream.write(b'{"jenis":"over')
    record(tmp_path, ID, lambda _book: [event("b")])
    assert [one.what for one in open_ledger(tmp_path, ID).book.events] == ["a", "b"]


def test_a_ledger_that_was_changed_takes_nothing_more(tmp_path: Path) -> None:
    record(tmp_path, ID, lambda _book: [event("a")])
    path = tmp_path / FILE
    path.write_bytes(path.read_bytes().replace(b'"a"', b'"b"'))
    with pytest.raises(Refused, match="isi baris ini berubah sejak dicatat"):
        record(tmp_path, ID, lambda _book: [event("c")])


def test_a_disk_that_fills_up_leaves_no_half_event(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    record(tmp_path, ID, lambda _book: [event("a")])
    before = (tmp_path / FILE).read_bytes()
    written = os.write

    def full(handle: int, data: bytes) -> int:
        written(handle, data[:10])
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "write", full)
    with pytest.raises(OSError, match="No space"):
        record(tmp_path, ID, lambda _book: [event("b")])
    monkeypatch.undo()
    assert (tmp_path / FILE).read_bytes() == before


def test_a_ledger_that_is_not_there_is_empty(tmp_path: Path) -> None:
    assert open_ledger(tmp_path, ID).book.events == ()


def _many(folder: Path, name: str) -> None:
    for number in range(25):
        record(folder, ID, lambda _book, n=number: [event(f"{name}-{n}")])


def test_processes_that_record_at_once_lose_and_double_nothing(tmp_path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    workers = [context.Process(target=_many, args=(tmp_path, f"p{n}")) for n in range(4)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    events = open_ledger(tmp_path, ID).book.events
    assert sorted(one.what for one in events) == sorted(f"p{p}-{n}" for p in range(4) for n in range(25))


@pytest.fixture
def verified(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many lines were verified, each time that some were."""
    counts: list[int] = []
    read = ledger_module.read_book

    def counted(data: bytes, *more: object) -> Book:
        counts.append(data.count(b"\n"))
        return read(data, *more)

    monkeypatch.setattr(ledger_module, "read_book", counted)
    return counts


def test_an_open_ledger_verifies_only_what_was_added(tmp_path: Path, verified: list[int]) -> None:
    ours = Ledger(tmp_path, ID)
    ours.record(lambda _book: [event("a"), event("b")])
    record(tmp_path, ID, lambda _book: [event("c")])
    del verified[:]
    ours.record(lambda _book: [event("d")])
    assert [one.what for one in ours.open().book.events] == ["a", "b", "c", "d"]
    assert sum(verified) == 4


def test_an_open_ledger_to_which_nothing_was_added_is_the_same_value(tmp_path: Path) -> None:
    ours = Ledger(tmp_path, ID)
    ours.record(lambda _book: [event("a")])
    assert ours.open().book is ours.open().book


def test_a_change_in_what_was_read_before_is_found(tmp_path: Path) -> None:
    ours = Ledger(tmp_path, ID)
    ours.record(lambda _book: [event("aaa")])
    ours.open()
    path = tmp_path / FILE
    path.write_bytes(path.read_bytes().replace(b"aaa", b"bbb"))
    with pytest.raises(Refused, match="berubah sejak dicatat"):
        ours.open()


def test_a_tail_that_was_cut_off_behind_our_back_is_no_longer_read(tmp_path: Path) -> None:
    ours = Ledger(tmp_path, ID)
    ours.record(lambda _book: [event("a"), event("b")])
    ours.open()
    path = tmp_path / FILE
    path.write_bytes(path.read_bytes().splitlines(keepends=True)[0])
    assert [one.what for one in ours.open().book.events] == ["a"]


def test_a_broken_line_is_named_by_its_place_in_the_whole_file(tmp_path: Path) -> None:
    ours = Ledger(tmp_path, ID)
    ours.record(lambda _book: [event("a"), event("b")])
    ours.open()
    with (tmp_path / FILE).open("ab") as stream:
        stream.write(b"rusak\n")
    with pytest.raises(Refused, match="baris 3"):
        ours.open()
