"""What the ledger answers when somebody shows a copy: who has that number, and which copy a file is.

A verified agreement and a number or the hash of a file come in, sentences go out. They repeat what was
recorded; whether the paper itself is that copy, nobody can tell from here.
"""

from __future__ import annotations

from kampanye_tui.agreement.copy_standing import CopyRow, copy_rows
from kampanye_tui.agreement.evidencing import scan_rows
from kampanye_tui.agreement.facts import of_kind
from kampanye_tui.agreement.state import state
from kampanye_tui.agreement.verification import Verified
from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.event import CopyHandled, Evidence


def copies_numbered(found: Verified, number: int) -> tuple[CopyRow, ...]:
    """Return the original, its scans and the copy of that number as they stand, those that there are."""
    text = _text(found)
    if text is None:
        return ()
    stands = state(text, found.events)
    rows = (*copy_rows(text, stands), *scan_rows(text, stands))
    return tuple(row for row in rows if row.number == number)


def who_has(row: CopyRow) -> str:
    """Return in a sentence who has a copy since when, as the ledger says."""
    since = f" sejak {row.occurred:%d-%m-%Y}" if row.occurred else ""
    to = f", oleh {row.receiver} ({row.capacity})" if row.receiver else ""
    remark = f"; {row.remark}" if row.remark else ""
    return f"{row.form} nomor {row.number} untuk {row.holder}: {row.told}{since}{to}{remark}."


def file_is(found: Verified, sha256: str) -> str:
    """Return in words what the ledger recorded under the hash of a file; empty for none."""
    copies = [
        f"{deed.form} nomor {deed.copy}"
        for deed in of_kind(found.events, CopyHandled)
        if deed.sha256 == sha256
    ]
    kept = [f"bukti {one.name}" for one in of_kind(found.events, Evidence) if one.sha256 == sha256]
    return ", ".join(dict.fromkeys((*copies, *kept)))


def _text(found: Verified) -> Agreement | None:
    """Return the final text that was made final last or, without one, the present text."""
    return found.texts[max(found.texts)] if found.texts else found.text
