"""Lines of a ledger: what is written reads back, and whatever is changed inside is found."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from time import process_time

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kampanye_tui.agreement.chain import Book, added, beginning, line_of, read_book
from kampanye_tui.model.event import Answer, Closed, Correction, Finalised, Outcome, Responded, Signed
from kampanye_tui.model.problem import Refused
from tests.examples import examples

ID = "nota"
THEN = datetime(2023, 11, 28, 2, 15, tzinfo=UTC)


def events(count: int = 6) -> list:
    """Return different events, numbered."""
    made = []
    for number in range(1, count + 1):
        said = {
            "number": number,
            "occurred": THEN + timedelta(minutes=number),
            "recorded": THEN + timedelta(minutes=number, seconds=5),
            "operator": "operator1",
        }
        made.append(
            (
                Finalised(revision=1, text_digest="a" * 64, occasion_digest="b" * 64, **said),
                Signed(
                    party="pkb",
                    place=1,
                    name="Sítí",
                    office="Ketua",
                    revision=1,
                    outcome=Outcome.SIGNED,
                    **said,
                ),
                Responded(
                    party="pkb",
                    clause="asas",
                    clause_digest="c" * 64,
                    answer=Answer.REMARK,
                    remark="ya",
                    **said,
                ),
                Correction(of=2, reason="salah tekan", **said),
                Closed(revision=1, **said),
            )[number % 5]
        )
    return made


def ledger(count: int = 6) -> bytes:
    """Return the bytes of a ledger."""
    return added(Book((), beginning(ID)), events(count))[0]


def test_what_is_written_reads_back() -> None:
    assert list(read_book(ledger(), ID).events) == events()


def test_an_empty_ledger_stands_on_the_agreement() -> None:
    assert read_book(b"", ID) == Book((), beginning(ID))


def test_the_head_is_the_hash_of_the_last_line() -> None:
    data = ledger()
    assert data.rstrip(b'"}\n').endswith(read_book(data, ID).head.encode())


def test_a_chain_cannot_be_moved_to_another_agreement() -> None:
    with pytest.raises(Refused, match="baris 1: baris ini tidak menyambung"):
        read_book(ledger(), "lain")


@given(at=st.integers(0, len(ledger(5)) - 1), byte=st.integers(0, 255))
@examples(600)
def test_every_byte_that_changes_is_found(at: int, byte: int) -> None:
    data = ledger(5)
    changed = data[:at] + bytes([byte]) + data[at + 1 :]
    if changed == data:
        return
    with pytest.raises(Refused):
        read_book(changed, ID)


EDGES = (datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC))


@pytest.mark.parametrize("field", ["occurred", "recorded"])
@pytest.mark.parametrize("when", EDGES)
def test_a_time_that_not_every_zone_can_tell_is_refused(when: datetime, field: str) -> None:
    event = msgspec.structs.replace(events(1)[0], **{field: when})
    line = line_of(event, beginning(ID))[0]
    with pytest.raises(Refused, match="baris 1: waktu pada baris ini di luar penanggalan"):
        read_book(line, ID)


def test_such_a_time_is_not_written_either() -> None:
    event = msgspec.structs.replace(events(1)[0], occurred=EDGES[1])
    with pytest.raises(Refused, match="di luar penanggalan"):
        added(Book((), beginning(ID)), [event])


@pytest.mark.parametrize("gone", range(5))
def test_a_line_taken_out_of_the_middle_is_found(gone: int) -> None:
    lines = ledger().splitlines(keepends=True)
    del lines[gone]
    with pytest.raises(Refused, match=f"baris {gone + 1}"):
        read_book(b"".join(lines), ID)


@pytest.mark.parametrize("at", range(6))
def test_a_doubled_line_is_found(at: int) -> None:
    lines = ledger().splitlines(keepends=True)
    lines.insert(at, lines[at])
    with pytest.raises(Refused):
        read_book(b"".join(lines), ID)


@pytest.mark.parametrize("at", range(5))
def test_swapped_lines_are_found(at: int) -> None:
    lines = ledger().splitlines(keepends=True)
    lines[at], lines[at + 1] = lines[at + 1], lines[at]
    with pytest.raises(Refused):
        read_book(b"".join(lines), ID)


def test_a_cut_tail_holds_by_itself_and_has_another_head() -> None:
    lines = ledger().splitlines(keepends=True)
    assert read_book(b"".join(lines[:-1]), ID).head != read_book(ledger(), ID).head


@pytest.mark.parametrize("end", [b"\r\n", b"\x0b", b"\x1c", b" \n", b"\n\n"])
def test_only_lf_ends_a_line(end: bytes) -> None:
    data = ledger()
    with pytest.raises(Refused):
        read_book(data[:-1] + end, ID)


def test_a_line_of_an_unknown_kind_is_refused() -> None:
    data = ledger(1).replace(b'"jenis":"tandatangan"', b'"jenis":"tandatengen"')
    with pytest.raises(Refused):
        read_book(data, ID)


MANY = 44_000
"""Events of 552 offices with 80 each."""


@pytest.mark.penuh
def test_the_events_of_a_whole_country_are_verified_within_a_second_of_cpu() -> None:
    data = ledger(MANY)
    begin = process_time()
    book = read_book(data, ID)
    assert process_time() - begin <= 1.0
    assert len(book.events) == MANY
