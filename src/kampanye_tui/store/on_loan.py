"""Whether an agreement may be written in this folder: asked by every function of this room that writes one.

Its ledger says so in the last step of a loan. Who writes a text asks under the lock of the text, who records
under that of the ledger, and whoever lends holds both; so nothing gets in between.
"""

from __future__ import annotations

from pathlib import Path

from kampanye_tui.agreement.chain import FILE
from kampanye_tui.agreement.lending import decline_unwritable, last_loan_in, why_read_only
from kampanye_tui.model.event import Loan
from kampanye_tui.model.problem import Refused
from kampanye_tui.store.plain_file import LARGEST_CHAIN, kept_bytes


def decline_on_loan(folder: Path) -> None:
    """Raise :class:`Declined` where an agreement was lent from here, or given back to where it came from."""
    decline_unwritable(loan_of(folder))


def why_on_loan(folder: Path) -> str:
    """Return why nothing can be written here, for a line on the screen; empty where it can.

    A ledger that cannot be read says nothing; who opens it is told what is wrong.
    """
    try:
        words = why_read_only(loan_of(folder))
    except (Refused, OSError):
        return ""
    return words[0] if words else ""


def loan_of(folder: Path) -> Loan | None:
    """Return the last step of a loan in the folder of an agreement; None where it was never lent.

    Raises what :func:`kept_bytes` and :func:`last_loan_in` do.
    """
    path = folder / FILE
    try:
        return last_loan_in(kept_bytes(path, f"{folder.name}/{FILE}", LARGEST_CHAIN))
    except FileNotFoundError:
        return None
