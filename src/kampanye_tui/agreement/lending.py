"""The one right to write an agreement: whether a ledger has it, and the steps by which it goes and comes.

Events and bytes come in; events, and why something cannot be, go out. The right goes along the chain: the
office writes that it lent, the laptop behind that line that it received, and so back. Whoever holds a chain
sees in its last step whether it may be written, also in a copy that somebody made of a folder. Where two
chains go on from one step they are a fork, and neither is ever put into the other.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any, NamedTuple

import msgspec

from kampanye_tui.agreement.words import long_date
from kampanye_tui.model.event import AnyEvent, Loan
from kampanye_tui.model.loan import WRITES, LoanDeed
from kampanye_tui.model.messages import Words
from kampanye_tui.model.problem import Declined, Problem, Refused, refuse

_MARK = b'\n{"jenis":"pinjaman",'
_CHAINED = b',"sebelum":"'
RETURN = "Kembalikan dengan: kampanye kembalikan FOLDER; bila hilang: kampanye pinjam NASKAH --batalkan"


class Parting(NamedTuple):
    """Where two chains part: so many lines are the same; then what is behind them in each."""

    same: int
    here: tuple[AnyEvent, ...]
    there: tuple[AnyEvent, ...]


def last_loan(events: Iterable[AnyEvent]) -> Loan | None:
    """Return the last step of a loan; None where nothing was ever lent."""
    return next((one for one in reversed(tuple(events)) if isinstance(one, Loan)), None)


def last_loan_in(data: bytes) -> Loan | None:
    """Return the last step in the bytes of a ledger, whose chain is judged by whoever reads all of it.

    It is asked at every save, so the lines are not read one by one; a line cannot hold what a line begins
    with. Raises :class:`Refused` for one that nobody can read: then nothing may be written.
    """
    # What a power failure tore was never said to be recorded.
    whole = b"\n" + data[: data.rfind(b"\n") + 1]
    at = whole.rfind(_MARK)
    if at < 0:
        return None
    line = whole[at + 1 :].partition(b"\n")[0]
    try:
        return msgspec.json.decode(line.rpartition(_CHAINED)[0] + b"}", type=Loan)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        raise refuse(
            "catatan pinjaman dalam buku ini tidak terbaca", "Periksa: kampanye verifikasi"
        ) from None


def why_read_only(step: Loan | None) -> Words | None:
    """Return why a chain with this last step cannot be written, and what to do; None where it can."""
    if step is None or step.deed in WRITES:
        return None
    when = since(step.occurred)
    if step.deed is LoanDeed.LENT:
        return f"dipinjamkan ke {step.to} sejak {when}", RETURN
    return f"sudah dikembalikan ke kantor {when}", "Lanjutkan di kantor"


def decline_unwritable(step: Loan | None) -> None:
    """Raise :class:`Declined` where a chain with this last step cannot be written."""
    words = why_read_only(step)
    if words:
        raise Declined([Problem(what=f"naskah ini hanya dapat dibaca: {words[0]}", hint=words[1])])


def since(moment: datetime) -> str:
    """Return a day and hour: ``28 November 2023 09.12``."""
    return f"{long_date(moment.date())} {moment:%H.%M}"


def step_words(step: Loan) -> str:
    """Return what a step says in a list of events."""
    match step.deed:
        case LoanDeed.LENT:
            numbers = f" beserta nomor {step.first}-{step.last} tahun {step.year}" if step.last else ""
            return f"hak menulis dipinjamkan ke {step.to}{numbers}"
        case LoanDeed.RECEIVED:
            return "hak menulis diterima di laptop"
        case LoanDeed.GIVEN_BACK:
            return "hak menulis dikembalikan oleh laptop"
        case LoanDeed.TAKEN_BACK:
            return "hak menulis diterima kembali oleh kantor"
        case LoanDeed.CANCELLED:
            return "pinjaman dibatalkan; kantor menulis lagi"


def lent(events: Iterable[AnyEvent], **said: Any) -> Loan:
    """Return the event that lends; ``said`` are its other fields. Raises :class:`Declined`.

    What was lent to a laptop is not lent on by it.
    """
    step = last_loan(events)
    decline_unwritable(step)
    if step is not None and step.deed is LoanDeed.RECEIVED:
        what = "naskah ini sendiri pinjaman dari kantor, jadi tidak dapat dipinjamkan lagi"
        raise Declined([Problem(what=what, hint="Kembalikan dahulu ke kantor")])
    return Loan(number=0, deed=LoanDeed.LENT, **said)


def parting(here: bytes, there: bytes, ours: tuple[AnyEvent, ...], theirs: tuple[AnyEvent, ...]) -> Parting:
    """Return where the bytes of two ledgers part, whose events were read from just these bytes."""
    pairs = zip(here.split(b"\n"), there.split(b"\n"), strict=False)
    same = next((at for at, (one, other) in enumerate(pairs) if one != other or not one), len(ours))
    return Parting(same, ours[same:], theirs[same:])


def refuse_stranger(events: Iterable[AnyEvent], same: int) -> Loan:
    """Return the step by which a chain left, at the latest where it parts; raises :class:`Refused`.

    A chain that no step of ours went along with is no loan of ours.
    """
    listed = tuple(events)
    step = next(
        (one for one in reversed(listed[:same]) if isinstance(one, Loan) and one.deed is LoanDeed.LENT), None
    )
    if step is None:
        raise Refused(
            [
                Problem(
                    what="catatan di folder itu bukan pinjaman dari naskah ini",
                    hint="Sebutkan folder yang dibuat oleh: kampanye pinjam",
                )
            ]
        )
    return step
