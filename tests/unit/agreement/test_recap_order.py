"""What comes first in the lists of a recap."""

from __future__ import annotations

from datetime import date

from kampanye_tui.agreement.recap_order import Order, in_order
from kampanye_tui.model.recap import Stage, Sum, Tally

from .test_summary import office

DAY = date(2023, 12, 1)


def codes(order: Order, *said: dict) -> str:
    """Return the last digits of offices in an order; each says something of itself."""
    listed = [office(f"36.7{number}", **one) for number, one in enumerate(said, 1)]
    return "".join(one.region[-1] for one in in_order(listed, order, DAY))


def test_offices_stay_in_the_order_of_regions() -> None:
    assert codes(Order.REGION, {}, {"news": None}, {}) == "123"


def test_where_most_signatures_are_missing_comes_first_and_alike_stay() -> None:
    said = ({"tally": Tally(signers=signers, signed=10)} for signers in (11, 10, 12, 11))
    assert codes(Order.UNSIGNED, *said) == "3142"


def test_where_most_copies_are_still_to_be_received_comes_first() -> None:
    said = ({"tally": Tally(copies=9, handed=9, received=received)} for received in (9, 2, 5))
    assert codes(Order.COPIES, *said) == "231"


def test_where_most_clauses_differ_comes_first() -> None:
    said = ({"tally": one} for one in (Tally(taken=9), Tally(changed=1, dropped=1, own=1), Tally(own=2)))
    assert codes(Order.CLAUSES, *said) == "231"


def test_who_never_had_news_comes_before_who_is_silent_longest() -> None:
    said = ({"news": news} for news in (date(2023, 11, 30), date(2023, 11, 1), None))
    assert codes(Order.SILENT, *said) == "321"


def test_offices_have_no_troubles_to_be_ordered_by() -> None:
    assert codes(Order.TROUBLES, {}, {"news": None}) == "12"


def test_provinces_stand_by_their_troubles_and_by_their_silence() -> None:
    stages = dict.fromkeys(Stage, 0)
    told = (("Aceh", 0, 9), ("Bali", 2, None), ("Banten", 1, 3))
    sums = [
        Sum(name=name, offices=1, agreements=1, stages=stages, troubles=troubles, silent=silent)
        for name, troubles, silent in told
    ]
    named = [[one.name for one in in_order(sums, order, DAY)] for order in (Order.TROUBLES, Order.SILENT)]
    assert named == [["Bali", "Banten", "Aceh"], ["Bali", "Aceh", "Banten"]]
