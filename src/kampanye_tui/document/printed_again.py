"""The words around the clauses: a paper that somebody shows beside the same paper printed again.

What was final and what was recorded when a paper was printed come out of a verified agreement; who can make
papers prints it again, and the text of both is compared. A difference need not be a forgery: an office may
have got other templates since, or a number that was still open. So it is told, and breaks nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from kampanye_tui.agreement.fingerprint import occasion_digest, text_digest
from kampanye_tui.agreement.proof import Proof
from kampanye_tui.agreement.state import state
from kampanye_tui.agreement.verification import Check, Verdict, Verified
from kampanye_tui.document.paper_check import NOT_COMPARED, Paper, copy_numbers
from kampanye_tui.document.reading_back import paper_letters, readable
from kampanye_tui.model.agreement import Agreement, CopyForm, CopyPlan
from kampanye_tui.model.state import State

SUBJECT = "kata-kata lain"


class Printing(NamedTuple):
    """What a paper was printed from: agreement and state as they were, and the copy."""

    agreement: Agreement
    state: State
    copy: CopyPlan


def printing_of(pages: Iterable[str], found: Verified) -> Printing:
    """Return what a naskah or a salinan of the last final text was printed from."""
    final = found.texts[max(found.texts)]
    digests = text_digest(final), occasion_digest(final)
    if found.text is not None and (text_digest(found.text), occasion_digest(found.text)) == digests:
        # The number of the paper may have come after the text was final.
        final = found.text
    stands = state(final, found.events, found.heads[-1])
    numbers = copy_numbers("\n".join(pages))
    for copy in stands.copies:
        if (copy.form, [copy.number]) == (CopyForm.COPY.value, numbers) and copy.deeds:
            before = copy.deeds[0].number - 1
            plan = CopyPlan(number=copy.number, form=CopyForm.COPY, holder=copy.party)
            return Printing(final, state(final, found.events[:before], found.heads[before - 1]), plan)
    return Printing(final, stands, CopyPlan(number=1, form=CopyForm.ORIGINAL, holder=""))


def beside(paper: Paper, shown: Sequence[str], again: Sequence[str]) -> Paper:
    """Return what came of a paper with the words of its pages held against those of it printed again."""
    ours, theirs = paper_letters(readable(again)), paper_letters(readable(shown))
    if ours.row == theirs.row:
        words = "semuanya sama dengan yang dicetak program ini dari naskah final dan catatan."
        check = Check(SUBJECT, Verdict.HOLDS, words)
        proven = "Semua kata dalam berkas ini, juga di luar klausul, sama dengan yang dicetak saat itu."
        kept = tuple(one for one in paper.proof.open if one != NOT_COMPARED)
        return paper._replace(checks=(*paper.checks, check), proof=Proof((*paper.proof.proven, proven), kept))
    same = next(
        (at for at, (one, other) in enumerate(zip(ours.row, theirs.row, strict=False)) if one != other),
        min(len(ours.row), len(theirs.row)),
    )
    words = (
        f'halaman {theirs.page(same)}: seharusnya "{ours.around(same)}", tertulis "{theirs.around(same)}". '
        "Kata-katanya diubah, atau format naskah dan nomornya berubah sejak dicetak."
    )
    return paper._replace(checks=(*paper.checks, Check(SUBJECT, Verdict.NOTE, words)))
