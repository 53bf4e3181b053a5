"""Which clause people mean who write an id, or the number that it has on paper.

An agreement, what its clauses are called on paper and a text come in, an id goes out. A number alone counts
unless lists give it to another clause than the paper does: naskah that begin with articles of their own count
behind these.
"""

from __future__ import annotations

from collections.abc import Mapping

from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.messages import no_such_clause
from kampanye_tui.model.problem import refuse


def clause_named(agreement: Agreement, name: str, printed: Mapping[str, str]) -> str:
    """Return the id of the clause of that id, or of that number: ``Pasal 5``, ``angka 5``, ``5``.

    ``printed`` is clause id → what the naskah calls it. Raises :class:`Refused` for a number that lists and
    paper give to different clauses, and for a clause that is not there.
    """
    ids = [clause.id for clause in agreement.clauses]
    wanted = _joined(name)
    called = {_joined(told): clause_id for clause_id, told in printed.items()}
    if name in ids:
        return name
    if wanted in called:
        return called[wanted]
    on_paper = {_number(told): clause_id for clause_id, told in printed.items()}.get(wanted)
    listed = {str(number): clause_id for number, clause_id in enumerate(ids, 1)}.get(wanted)
    if listed is not None and listed in printed and listed != on_paper:
        meant = [listed] if on_paper is None else [listed, on_paper]
        choices = " atau ".join(f'"{printed[one]}" ({one})' for one in meant)
        raise refuse(
            f"nomor {wanted} pada daftar klausul bukan nomor {wanted} pada naskah",
            f"Tulis nomor yang tercetak pada naskah: {choices}",
        )
    if on_paper is not None:
        return on_paper
    raise refuse(*no_such_clause(name, ids))


def _joined(text: str) -> str:
    return "".join(text.split()).casefold()


def _number(told: str) -> str:
    return told.split()[-1]
