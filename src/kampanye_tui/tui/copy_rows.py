"""Numbered copies as rows of a screen, which one a typed number means, and which comes next. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

from kampanye_tui.agreement.copy_standing import NOT_PRINTED, STANDING, CopyRow
from kampanye_tui.agreement.moment import zone_of
from kampanye_tui.model.agreement import Agreement, CopyForm
from kampanye_tui.model.event import CopyDeed
from kampanye_tui.tui.columns import arrange, share
from kampanye_tui.tui.rows import Row

COLUMNS = (3, 0, 14, 10, 18)
HEADS = ("No", "Untuk", "Keadaan", "Sejak", "Penerima")
FINISHED = (STANDING[CopyDeed.RECEIVED], STANDING[CopyDeed.SPOILED])
"""After these nothing is left to be done with a copy."""


def row_id(copy: CopyRow) -> str:
    """Return the id of the row of a copy: ``salinan-14``."""
    return f"{copy.form}-{copy.number}"


def rows(agreement: Agreement, copies: Sequence[CopyRow], width: int) -> Iterator[Row]:
    """Yield the list in ``width`` columns, each form under a heading."""
    widths = share(width, COLUMNS)
    zone = zone_of(agreement.reference.region)
    form = ""
    for copy in copies:
        if copy.form != form:
            form = copy.form
            yield Row(f"bentuk-{form}", form.upper(), heading=True)
        since = f"{copy.occurred.astimezone(zone):%d-%m-%Y}" if copy.occurred else ""
        cells = (f"{copy.number:>2}", copy.holder, copy.told, since, copy.receiver or copy.remark)
        finished = copy.outdated or copy.standing in FINISHED
        yield Row(row_id(copy), arrange(cells, widths), style="quiet" if finished else "")


def first_open(copies: Sequence[CopyRow], form: CopyForm) -> CopyRow | None:
    """Return the copy of a form with which work goes on; None where none is left.

    One whose receipt is awaited comes first, then one to be handed over, then one to be printed; outdated
    ones last, which show why others are to be printed.
    """
    order = (CopyDeed.HANDED_OVER, CopyDeed.RETURNED, CopyDeed.PRINTED)
    standings = (*(STANDING[deed] for deed in order), NOT_PRINTED)
    for outdated, standing in product((False, True), standings):
        for copy in copies:
            if (copy.form, copy.standing, copy.outdated) == (form.value, standing, outdated):
                return copy
    return None


def next_alike(copies: Sequence[CopyRow], done: CopyRow) -> CopyRow | None:
    """Return the next copy of the same form that stands as ``done`` stood, round to the begin; None for none.

    ``copies`` are those as they stand now, ``done`` is the one as it was.
    """
    at = next((at for at, one in enumerate(copies) if row_id(one) == row_id(done)), -1)
    for copy in (*copies[at + 1 :], *copies[: max(at, 0)]):
        if (copy.form, copy.told) == (done.form, done.told):
            return copy
    return None


def numbered(
    agreement: Agreement, copies: Sequence[CopyRow], form: str, typed: str
) -> tuple[CopyRow | None, str]:
    """Return the copy that a typed number means, and a sentence where that is not plain.

    It is the number of a copy of ``form`` or, where there is none, of a salinan; else a ballot number.
    """
    number = int(typed)
    forms = dict.fromkeys((form, CopyForm.COPY.value))
    own = next((one for kind in forms for one in copies if (one.form, one.number) == (kind, number)), None)
    contestant = next((one for one in agreement.parties if one.ballot_number == number), None)
    held = [
        one for one in copies if contestant and (one.form, one.party) == (CopyForm.COPY.value, contestant.id)
    ]
    by_ballot = held[-1] if held else None
    if own is None and by_ballot is None:
        return None, f"Tidak ada salinan nomor {number}, dan tidak ada nomor urut {number}."
    if by_ballot is None or own == by_ballot:
        return own, ""
    where = f"nomor urut {number} ({by_ballot.holder}) ada pada salinan nomor {by_ballot.number}."
    if own is None:
        return by_ballot, f"Tidak ada salinan nomor {number}; {where}"
    return own, f"{own.form.capitalize()} nomor {number}; {where}"
