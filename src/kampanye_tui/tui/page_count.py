"""How many pages a text has on paper, counted while somebody types and rests.

Only the clause that was changed is set anew; the other lines are kept from the last count.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kampanye_tui.model.problem import Refused

if TYPE_CHECKING:
    from kampanye_tui.model.agreement import Agreement
    from kampanye_tui.work import Work

REST = 0.6
"""Seconds without a key after which pages are counted."""
NAMED = "naskah"


def pages_of(work: Work, agreement: Agreement) -> int | None:
    """Return the number of pages of the naskah; None where it cannot be set, which the check says better."""
    from kampanye_tui.export import maker_for
    from kampanye_tui.formats.pdf import family_of
    from kampanye_tui.typeset.layout import page_count

    try:
        maker = maker_for(work.located, work.library, agreement)
        return page_count(maker.document(work.library.template(NAMED)), family_of(maker.options))
    except (Refused, OSError):
        return None
