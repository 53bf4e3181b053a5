"""What differs between two agreements, in lines that an operator reads.

Signs, not colours: ``+`` is new, ``-`` is gone, ``~`` is changed, ``=`` is the same at another place.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest
from typing import Any

from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.writing import builtins

LONGEST = 60
"""Characters of a text that a line shows, from a little before the first difference on."""


def changes(before: Agreement, after: Agreement) -> tuple[str, ...]:
    """Return one line a change; nothing when both say the same."""
    return tuple(_tables("", builtins(before), builtins(after)))


def _tables(path: str, before: dict[str, Any], after: dict[str, Any]) -> Iterator[str]:
    for key in dict.fromkeys((*before, *after)):
        yield from _values(f"{path}{key}", before.get(key), after.get(key))


def _values(name: str, old: Any, new: Any) -> Iterator[str]:
    if old == new:
        return
    if _is(dict, old, new):
        yield from _tables(f"{name}.", old or {}, new or {})
    elif _is(list, old, new):
        yield from _rows(name, old or [], new or [])
    elif old is None:
        yield f"+ {name}: {_shown(new)}"
    elif new is None:
        yield f"- {name}: {_shown(old)}"
    else:
        start = _difference(old, new)
        yield f"~ {name}: {_shown(old, start)} → {_shown(new, start)}"


def _is(kind: type, old: Any, new: Any) -> bool:
    return isinstance(old, kind | None) and isinstance(new, kind | None)


def _rows(name: str, before: list[Any], after: list[Any]) -> Iterator[str]:
    """Yield changes of a list: by id where its rows have one, else row by row."""
    if not all(isinstance(row, dict) and "id" in row for row in (*before, *after)):
        for number, (old, new) in enumerate(zip_longest(before, after), 1):
            yield from _values(f"{name} ke-{number}", old, new)
        return
    old_rows = {row["id"]: row for row in before}
    new_rows = {row["id"]: row for row in after}
    for row_id, row in old_rows.items():
        if row_id not in new_rows:
            yield f"- {name} {row_id}: {_called(row)}"
    for row_id, row in new_rows.items():
        if row_id not in old_rows:
            yield f"+ {name} {row_id}: {_called(row)}"
        else:
            yield from _tables(f"{name} {row_id}: ", old_rows[row_id], row)
    if [i for i in old_rows if i in new_rows] != [i for i in new_rows if i in old_rows]:
        yield f"= {name}: urutan menjadi {', '.join(new_rows)}"


def _called(row: dict[str, Any]) -> str:
    return str(row.get("nama") or row.get("judul") or row["id"])


def _difference(old: Any, new: Any) -> int:
    """Return where two texts begin to differ, a few words before."""
    if not isinstance(old, str) or not isinstance(new, str):
        return 0
    pairs = zip_longest(_flat(old), _flat(new))
    same = next((at for at, (a, b) in enumerate(pairs) if a != b), 0)
    return max(0, same - LONGEST // 3)


def _flat(text: str) -> str:
    """Return a text on one line, with a sign where a paragraph ends."""
    return " ¶ ".join(" ".join(part.split()) for part in text.split("\n\n"))


def _shown(value: Any, start: int = 0) -> str:
    if isinstance(value, str):
        flat = _flat(value)
        if len(flat) <= LONGEST:
            return f"“{flat}”"
        head = "…" if start else ""
        tail = "…" if len(flat) > start + LONGEST else ""
        return f"“{head}{flat[start : start + LONGEST]}{tail}”"
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    return str(value)
