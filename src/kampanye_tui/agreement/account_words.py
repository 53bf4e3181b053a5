"""Lines of an account as people say them: pihak and clauses by name, fields as forms say. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from kampanye_tui.agreement.diff import changes
from kampanye_tui.model.agreement import Agreement

_ROW = re.compile(r"([-+~]) ((?:pihak|klausul) [a-z0-9-]+): ")
"""A pihak or a clause that came, went or is other, by its id."""
_FIELD = re.compile(r"([a-z0-9_.-]+(?: ke-[0-9]+(?:\.[a-z_]+)?)?)(?=: (?:“|[0-9]|(?:ya|tidak)\b))")
"""The key of a field, before what it said."""
_ORDER = re.compile(r"= (pihak|klausul): urutan menjadi (.+)")
_NUMBERED = re.compile(r"(.+) (ke-[0-9]+)$")
_WORDS = {"penandatangan": "penanda tangan", "teks": "bunyi"}


def in_full_words(lines: Iterable[str], before: Agreement, after: Agreement) -> tuple[str, ...]:
    """Return each line of ``account(before, after)`` as people say it.

    ``~ pihak polres: penandatangan ke-1.nama: …`` reads ``~ pihak Polres: nama penanda tangan ke-1: …``.
    """
    names = names_of(before) | names_of(after)
    return tuple(_line(line, names) for line in lines)


def changes_told(before: Agreement, after: Agreement) -> tuple[str, ...]:
    """Return everything that differs, as people say it; an account leaves out what follows from an edit."""
    return in_full_words(changes(before, after), before, after)


def names_of(agreement: Agreement) -> dict[str, str]:
    """Return how lists call clauses and pihak, by what an account has: ``klausul apk``, ``pihak polres``."""
    return {f"klausul {one.id}": f"klausul {one.title}" for one in agreement.clauses} | {
        f"pihak {one.id}": f"pihak {one.called}" for one in agreement.parties
    }


def called(path: str) -> str:
    """Return a field as people call it: ``acara.tanggal`` is ``tanggal acara``."""
    table, dot, name = path.partition(".")
    numbered = _NUMBERED.fullmatch(table)
    what, which = (numbered[1], f" {numbered[2]}") if numbered else (table, "")
    what = _WORDS.get(what, _plain(what)) + which
    if not dot:
        return what
    if "." in name:
        return f"{called(name)} {what}"
    return f"{what} {_plain(name)}" if table == "nomor" else f"{_plain(name)} {what}"


def _line(line: str, names: Mapping[str, str]) -> str:
    order, row = _ORDER.match(line), _ROW.match(line)
    if order:
        rows = (names.get(f"{order[1]} {one}", one) for one in order[2].split(", "))
        return f"= {order[1]}: urutan menjadi {'; '.join(one.removeprefix(f'{order[1]} ') for one in rows)}"
    if row is None and line.startswith("= "):
        what, colon, told = line[2:].partition(": ")
        return f"= {called(what)}{colon}{told}"
    if row is None:
        return line[:2] + _field(line[2:])
    name, rest = names.get(row[2], row[2]), line[row.end() :]
    if _FIELD.match(rest) or rest.startswith("dasar "):
        return f"{row[1]} {name}: {_field(rest)}"
    # Of what came or went the rest of the line is its name.
    return f"{row[1]} {row[2].partition(' ')[0]} {rest}"


def _field(told: str) -> str:
    """Return a field and what it said, the field as people call it."""
    field = _FIELD.match(told)
    return called(field[1]) + told[field.end() :] if field else told


def _plain(key: str) -> str:
    return key.replace("_", " ").replace("-", " ")
