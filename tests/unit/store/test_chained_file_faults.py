"""Ledgers on disks that fail, and ledgers that others delete or replace: what stood stays."""

from __future__ import annotations

import errno
import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kampanye_tui.agreement.chain import FILE
from kampanye_tui.model.event import Overridden
from kampanye_tui.model.problem import Declined
from kampanye_tui.store.ledger import Ledger, open_ledger, record
from tests.each import for_each
from tests.unit.store.disk import ERRORS, refusing_to_write

ID = "nota"
THEN = datetime(2023, 11, 28, 2, 15, tzinfo=UTC)
TORN = b'{"jenis":"over'


def event(what: str, recorded: datetime = THEN) -> Overridden:
    """Return an event without its number."""
    said = {"occurred": THEN, "recorded": recorded, "operator": "ani", "reason": "uji"}
    return Overridden(number=0, what=what, **said)


def add(folder: Path, *words: str) -> None:
    """Record events."""
    record(folder, ID, lambda _book: [event(what) for what in words])


def words(folder: Path) -> list[str]:
    """Return what the ledger says."""
    return [one.what for one in open_ledger(folder, ID).book.events]


every_error = for_each("code", ERRORS)


@every_error
def test_a_disk_that_refuses_leaves_the_ledger_as_it_was(code: int, tmp_path: Path) -> None:
    (tmp_path / FILE).unlink(missing_ok=True)
    add(tmp_path, "a")
    before = (tmp_path / FILE).read_bytes()
    with refusing_to_write(code), pytest.raises(OSError) as caught:
        add(tmp_path, "b")
    assert (caught.value.errno, (tmp_path / FILE).read_bytes()) == (code, before)


@pytest.mark.parametrize("code", ERRORS.values(), ids=ERRORS)
def test_on_a_disk_that_refuses_a_ledger_with_a_torn_line_is_read_and_told(code: int, tmp_path: Path) -> None:
    add(tmp_path, "a")
    with (tmp_path / FILE).open("ab") as stream:
        stream.write(TORN)
    with refusing_to_write(code):
        opened = open_ledger(tmp_path, ID)
    assert ([one.what for one in opened.book.events], opened.notice) == (
        ["a"],
        "Baris terakhir catatan kejadian tidak selesai ditulis; belum dapat disisihkan.",
    )


def test_a_ledger_cut_anywhere_keeps_every_line_before(tmp_path: Path) -> None:
    add(tmp_path, "a", "b")
    whole = (tmp_path / FILE).read_bytes()
    first = whole.index(b"\n") + 1
    for cut in range(first, len(whole)):
        (tmp_path / FILE).write_bytes(whole[:cut])
        assert words(tmp_path) == ["a"]


def test_a_clock_that_was_set_back_hinders_no_record_and_changes_no_order(tmp_path: Path) -> None:
    record(tmp_path, ID, lambda _book: [event("a")])
    record(tmp_path, ID, lambda _book: [event("b", THEN.replace(year=2001))])
    assert words(tmp_path) == ["a", "b"]


def replaced_while_written(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Put an older copy into the place of a file while it is being flushed, as a restoring program does."""
    flush = os.fsync

    def flushed(handle: int) -> None:
        flush(handle)
        copy = path.with_name("salinan")
        copy.write_bytes(b"")
        copy.replace(path)

    monkeypatch.setattr(os, "fsync", flushed)


def test_what_went_into_a_ledger_that_was_replaced_meanwhile_is_not_claimed_to_be_recorded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(tmp_path, "a")
    replaced_while_written(tmp_path / FILE, monkeypatch)
    with pytest.raises(OSError) as caught:
        add(tmp_path, "b")
    assert (caught.value.errno, caught.value.filename) == (errno.ESTALE, str(tmp_path / FILE))


@pytest.fixture
def open_book(tmp_path: Path) -> Ledger:
    """A ledger of two events, open as a desk has it."""
    ledger = Ledger(tmp_path, ID)
    ledger.record(lambda _book: [event("a"), event("b")])
    return ledger


def delete(path: Path) -> None:
    """Delete it."""
    path.unlink()


def cut(path: Path) -> None:
    """Cut its last line off."""
    path.write_bytes(path.read_bytes().splitlines(keepends=True)[0])


def begin_anew(path: Path) -> None:
    """Put another ledger in its place."""
    path.unlink()
    add(path.parent, "lain")


GONE = pytest.mark.parametrize("gone", [delete, cut, begin_anew])


@GONE
def test_on_a_ledger_that_lost_events_while_open_nothing_is_recorded(
    gone, open_book: Ledger, tmp_path: Path
) -> None:
    gone(tmp_path / FILE)
    before = (tmp_path / FILE).read_bytes() if (tmp_path / FILE).exists() else b""
    with pytest.raises(Declined, match="terhapus atau diganti sejak dibuka"):
        open_book.record(lambda _book: [event("c")])
    assert (tmp_path / FILE).read_bytes() == before


@GONE
def test_events_that_were_lost_while_open_are_kept_beside(gone, open_book: Ledger, tmp_path: Path) -> None:
    before = (tmp_path / FILE).read_bytes()
    gone(tmp_path / FILE)
    with pytest.raises(Declined, match=r"buku\.hilang-01\.jsonl"):
        open_book.record(lambda _book: [event("c")])
    assert (tmp_path / "buku.hilang-01.jsonl").read_bytes() == before


def test_looking_at_a_ledger_that_lost_events_makes_it_no_ledger_to_record_in(
    open_book: Ledger, tmp_path: Path
) -> None:
    delete(tmp_path / FILE)
    open_book.open()
    with pytest.raises(Declined):
        open_book.record(lambda _book: [event("c")])


def test_events_that_were_lost_are_kept_beside_once(open_book: Ledger, tmp_path: Path) -> None:
    delete(tmp_path / FILE)
    for _again in range(2):
        with pytest.raises(Declined):
            open_book.record(lambda _book: [event("c")])
    assert sorted(path.name for path in tmp_path.iterdir()) == ["buku.hilang-01.jsonl", FILE]


def test_when_what_was_lost_is_put_back_recording_goes_on(open_book: Ledger, tmp_path: Path) -> None:
    delete(tmp_path / FILE)
    with pytest.raises(Declined):
        open_book.record(lambda _book: [event("c")])
    (tmp_path / "buku.hilang-01.jsonl").replace(tmp_path / FILE)
    open_book.record(lambda _book: [event("c")])
    assert words(tmp_path) == ["a", "b", "c"]
