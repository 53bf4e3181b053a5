"""In which order the lists of a recap stand: sums of provinces, and agreements of offices.

What needs attention comes first; those that are alike stay as they came. Nothing is judged here: to sign is
voluntary, and a list only says where there is something to ask about.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from math import inf
from typing import TypeVar

from kampanye_tui.model.recap import OfficeSummary, Sum

S = TypeVar("S", Sum, OfficeSummary)


class Order(StrEnum):
    """What comes first, in the words of the list from which it is chosen."""

    REGION = "kode wilayah"
    UNSIGNED = "tanda tangan yang belum ada, terbanyak dahulu"
    COPIES = "salinan yang belum diterima, terbanyak dahulu"
    CLAUSES = "klausul yang berbeda dari nasional, terbanyak dahulu"
    SILENT = "hari tanpa kabar, terlama dahulu"
    TROUBLES = "kiriman yang bermasalah, terbanyak dahulu"


def in_order(listed: Iterable[S], order: Order, day: date) -> tuple[S, ...]:
    """Return sums or agreements, which come in the order of regions, in another one, as of a day.

    Who never had any news comes before all others that are silent. Only a sum has troubles.
    """
    return tuple(sorted(listed, key=lambda one: -_weight(one, order, day)))


def _weight(one: Sum | OfficeSummary, order: Order, day: date) -> float:
    tally = one.tally
    match order:
        case Order.REGION:
            return 0
        case Order.UNSIGNED:
            return tally.signers - tally.signed
        case Order.COPIES:
            return tally.copies - tally.received
        case Order.CLAUSES:
            return tally.changed + tally.dropped + tally.own
        case Order.SILENT:
            silent = one.silent if isinstance(one, Sum) else one.silent(day)
            return inf if silent is None else silent
        case Order.TROUBLES:
            return one.troubles if isinstance(one, Sum) else 0
