"""What of an agreement and its ledger may leave the office: no telephone number, no NIK, no mail address.

Values and bytes come in, values and bytes for outsiders go out. What the hashes cover is agreed text and
stays as it is, or nothing leaves. In the ledger such a word is closed within its line: the line keeps its
hash, so the chain and all codes still hold, and says itself that it can no longer be checked.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, NamedTuple, TypeVar

import msgspec

from kampanye_tui.agreement.chain import CLOSED
from kampanye_tui.agreement.fingerprint import occasion_digest, text_digest
from kampanye_tui.agreement.personal_data import personal, personal_places, without_personal
from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.event import AnyEvent, Finalised
from kampanye_tui.model.problem import Problem, Refused, refuse
from kampanye_tui.model.writing import builtins

_AGREED = ("tentang", "nama", "jabatan", "judul", "bunyi", "tempat", "kota")
"""Keys of what the hashes cover and people write."""
V = TypeVar("V", Agreement, AnyEvent)


class PublicLedger(NamedTuple):
    """The bytes of a ledger for outsiders, and the numbers of the lines in which something is closed."""

    data: bytes
    closed: tuple[int, ...]


def public_agreement(agreement: Agreement) -> Agreement:
    """Return the agreement without personal data; raises :class:`Refused` where what was agreed has some."""
    public = _public(agreement, Agreement)
    if (text_digest(public), occasion_digest(public)) != (text_digest(agreement), occasion_digest(agreement)):
        raise Refused(
            [
                Problem(
                    what=f'{found.kind} "{found.text}" ada dalam naskah, di {" > ".join(place)}',
                    hint="Yang ikut dalam kode naskah tidak dapat dibuang; buat revisi tanpa itu",
                )
                for place, found in personal_places(builtins(agreement))
                if place[-1] in _AGREED
            ]
        )
    return public


def public_events(events: Iterable[AnyEvent]) -> tuple[AnyEvent, ...]:
    """Return the events as papers for outsiders tell them."""
    return tuple(_public(event, type(event)) for event in events)


def public_ledger(data: bytes) -> PublicLedger:
    """Return a ledger that holds, with what is personal closed within its lines.

    Raises :class:`Refused` for an event that made a text final: closed, it would prove that text no more.
    """
    lines, closed = [], []
    for number, line in enumerate(data.split(b"\n")[:-1], 1):
        kinds = dict.fromkeys(found.kind for _place, found in personal_places(json.loads(line)))
        if kinds and json.loads(line)["jenis"] == Finalised.__struct_config__.tag:
            raise refuse(
                f"kejadian nomor {number}, yang menyatakan naskah final, memuat {', '.join(kinds)}",
                "Periksalah buku ini bersama yang meminta, di kantor: kampanye verifikasi",
            )
        if kinds:
            closed.append(number)
            said = {CLOSED: ", ".join(kinds), **_without(json.loads(line))}
            line = msgspec.json.encode(said)
        lines.append(line + b"\n")
    return PublicLedger(b"".join(lines), tuple(closed))


def _public(value: V, kind: type[V]) -> V:
    return msgspec.convert(_without(builtins(value)), kind)


def _without(value: Any) -> Any:
    """Return tables, lists and text without what is personal; what has none stays letter for letter."""
    if isinstance(value, dict):
        return {name: _without(item) for name, item in value.items()}
    if isinstance(value, list):
        return [_without(item) for item in value]
    if isinstance(value, str) and any(personal(value)):
        return without_personal(value)
    return value
