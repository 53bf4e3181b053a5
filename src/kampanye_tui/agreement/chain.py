"""Entries ↔ the lines of a file, each chained to the one before by a hash over its exact bytes.

The ledger of an agreement is such a file, and so is the register of a year's numbers. A line is the
canonical JSON of an entry, then ``sebelum``, the hash of the line before, then ``hash``, the SHA-256 of all
bytes before it with the brace closed. The first line stands on a hash of what the file is for, so that no
chain can be moved elsewhere. Lines end with LF alone; a line that is not its own canonical form is refused.
Nothing here reads or writes files. It finds changes inside a chain; a tail that was cut off verifies by
itself, which is why the hash of a ledger's last line (*kode catatan*) is printed on what others hold.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable
from typing import Any, Generic, NamedTuple, TypeAlias, TypeVar

import msgspec

from kampanye_tui.agreement.event_texts import refused_in
from kampanye_tui.model.event import AnyEvent, Event, Finalised
from kampanye_tui.model.number_entry import NumberEntry
from kampanye_tui.model.problem import Problem, Refused, refuse

FILE = "buku.jsonl"
_TAIL = re.compile(rb',"sebelum":"([0-9a-f]{64})","hash":"([0-9a-f]{64})"\}')
CLOSED = "ditutup"
"""First key of a line for outsiders in which a personal word was closed; the hash is that of the whole."""
_CLOSED_LINE = f'{{"{CLOSED}":'.encode()
_CLOSED_WORDS = "baris ini sebagian ditutup bagi pihak luar; yang dapat diperiksa ada dalam verifikasi.py"
_CHANGED_WORDS = "isi baris ini berubah sejak dicatat"
_UNKNOWN_WORDS = "catatan ini tidak dikenal; bila ditulis program yang lebih baru, perbarui program ini"
_YEARS = range(2, 9999)
"""Every time of these can be told in every zone; one outside would end whatever shows it."""
_TAIL_BYTES = len(',"sebelum":"","hash":""}') + 128
_LEDGER: msgspec.json.Decoder[AnyEvent] = msgspec.json.Decoder(AnyEvent)
_LEDGER_HINT = "Baris sebelumnya utuh; bandingkan dengan salinan buku ini atau kode catatan pada tanda terima"
_ENCODER = msgspec.json.Encoder()


Entry: TypeAlias = Event | NumberEntry
E = TypeVar("E", bound=Entry)


class Chained(NamedTuple, Generic[E]):
    """A file as read: its entries, and the hash of its last line (or where an empty one begins)."""

    events: tuple[E, ...]
    head: str


Book: TypeAlias = Chained[AnyEvent]
"""The ledger of an agreement."""


def beginning(owner: str) -> str:
    """Return the hash that the first line stands on; a ledger is owned by the id of its agreement."""
    return hashlib.sha256(f"kampanye:{owner}".encode()).hexdigest()


def line_of(event: Entry, head: str) -> tuple[bytes, str]:
    """Return the line of an entry behind the line that has the hash ``head``, and its own hash."""
    chained = _ENCODER.encode(event)[:-1] + b',"sebelum":"' + head.encode() + b'"'
    own = hashlib.sha256(chained + b"}").hexdigest()
    return chained + b',"hash":"' + own.encode() + b'"}\n', own


def added(book: Chained[E], events: Iterable[E]) -> tuple[bytes, Chained[E]]:
    """Return the lines of further entries, and the file.

    Raises :class:`Refused` for hidden characters, and for a time that not every zone can tell.
    """
    lines, head, more = [], book.head, tuple(events)
    for event in more:
        if name := refused_in(event):
            raise refuse(f"catatan ini memuat karakter tak terlihat {name}", "Ketik ulang tanpa karakter itu")
        if not _in_calendar(event):
            raise refuse("waktu catatan ini di luar penanggalan", "Periksa tahunnya dan jam komputer ini")
        line, head = line_of(event, head)
        lines.append(line)
    return b"".join(lines), Chained((*book.events, *more), head)


def read_book(
    data: bytes,
    agreement_id: str,
    label: str = FILE,
    behind: Book | None = None,
    *,
    for_outsiders: bool = False,
) -> Book:
    """Return the events of a ledger; raises :class:`Refused` naming the first line that does not hold.

    With ``behind``, the ledger as it was read before, ``data`` are the lines that follow it. In one that is
    ``for_outsiders`` lines may be closed: what they still say is taken as it stands.
    """
    before = behind or Chained((), beginning(agreement_id))
    closed = _closed_event if for_outsiders else None
    return read_chain(data, before.head, _LEDGER, label, _LEDGER_HINT, before.events, closed)


def is_closed(line: bytes) -> bool:
    """Tell whether a line of a ledger says that a personal word was closed in it."""
    return line.startswith(_CLOSED_LINE)


def _closed_event(body: bytes) -> AnyEvent:
    """Return what is left of an event; one that made a text final is never closed."""
    said = msgspec.json.decode(body, type=dict[str, Any])
    del said[CLOSED]
    event: AnyEvent = msgspec.convert(said, AnyEvent)
    if isinstance(event, Finalised):
        raise msgspec.ValidationError(_CLOSED_WORDS)
    return event


def read_chain(
    data: bytes,
    head: str,
    decoder: msgspec.json.Decoder[E],
    label: str,
    hint: str,
    before: tuple[E, ...] = (),
    closed: Callable[[bytes], E] | None = None,
) -> Chained[E]:
    """Return the entries of a file that begins at ``head``; raises :class:`Refused` as :func:`read_book`.

    ``hint`` says what to compare a broken file with. ``before`` are entries that were read and verified
    already: ``head`` is then the hash of the last of them, and ``data`` the lines behind it. ``closed`` reads
    a line in which something was closed; without it there may be none.
    """

    def broken(number: int, what: str) -> Refused:
        return Refused([Problem(what=what, hint=hint, file=label, line=number)])

    entries: list[E] = list(before)
    lines = data.split(b"\n")
    if lines.pop():
        raise broken(len(entries) + len(lines) + 1, "baris terakhir tidak selesai ditulis")
    for number, line in enumerate(lines, len(entries) + 1):
        tail = _TAIL.fullmatch(line, len(line) - _TAIL_BYTES) if len(line) > _TAIL_BYTES else None
        if tail is None:
            raise broken(number, "baris ini bukan catatan yang utuh")
        if tail[1].decode() != head:
            raise broken(number, "baris ini tidak menyambung baris sebelumnya")
        body = line[: tail.start()] + b"}"
        own = hashlib.sha256(line[: tail.start(2) - len('","hash":"')] + b'"}').hexdigest()
        reads: Callable[[bytes], E] = decoder.decode
        if own != tail[2].decode():
            if closed is None or not is_closed(line):
                raise broken(number, _CLOSED_WORDS if is_closed(line) else _CHANGED_WORDS)
            reads = closed
        try:
            entry = reads(body)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
            raise broken(number, _UNKNOWN_WORDS) from None
        if reads is not closed and _ENCODER.encode(entry) != body:
            raise broken(number, "baris ini tidak ditulis oleh program ini")
        if refused_in(entry, body):
            raise broken(number, "catatan pada baris ini memuat karakter tak terlihat")
        if not _in_calendar(entry):
            raise broken(number, "waktu pada baris ini di luar penanggalan")
        if entry.number != number:
            raise broken(number, f"nomor catatan {entry.number} tidak sesuai urutannya")
        entries.append(entry)
        head = tail[2].decode()
    return Chained(tuple(entries), head)


def _in_calendar(entry: Entry) -> bool:
    times = (entry.recorded, entry.occurred) if isinstance(entry, Event) else (entry.recorded,)
    return all(time.year in _YEARS for time in times)
