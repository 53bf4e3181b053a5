"""Contributions of packs laid over one another: nation, province, kabupaten/kota."""

from hypothesis import given as for_all
from hypothesis import strategies as st

from kampanye_tui.agreement.layers import by_region, lay

from .making import given

KEYS = st.lists(st.sampled_from("abc"), max_size=3)
REGIONS = st.sampled_from(["", "36", "36.74"])


@st.composite
def permuted(draw):
    """Contributions of a few packs, and the same in another order."""
    packs = draw(st.lists(st.tuples(REGIONS, KEYS), max_size=5))
    offers = [
        given(f"paket-{number}", region, *((key, f"{number}-{at}") for at, key in enumerate(keys)))
        for number, (region, keys) in enumerate(packs)
    ]
    return offers, draw(st.permutations(offers))


def laid(*offers):
    """What is laid of (key, value) pairs: the values by key, and the conflicts."""
    items, conflicts = lay(offers, lambda item: item[0], "istilah")
    return dict(items), conflicts


@for_all(permuted())
def test_the_order_of_loading_changes_nothing(orders):
    offers, others = orders
    assert laid(*offers) == laid(*others)


@for_all(permuted())
def test_a_key_is_laid_or_in_conflict_when_somebody_gives_it(orders):
    offers, _others = orders
    values, conflicts = laid(*offers)
    told = {conflict.subject for conflict in conflicts}
    wanted = {key for _pack, items in offers for key, _value in items}
    assert {key for key in wanted if key in values or f'istilah "{key}"' in told} == wanted


def test_a_deeper_level_wins():
    values, _conflicts = laid(
        given("kota", "36.74", ("a", "kota")),
        given("nasional", "", ("a", "pusat")),
        given("x", "36", ("a", "x")),
    )
    assert values == {"a": "kota"}


def test_a_deeper_level_wins_without_a_conflict():
    _values, conflicts = laid(given("kota", "36.74", ("a", "kota")), given("nasional", "", ("a", "pusat")))
    assert conflicts == ()


def test_what_the_level_below_does_not_say_stays():
    values, _conflicts = laid(
        given("nasional", "", ("a", "1"), ("b", "2")), given("kota", "36.74", ("b", "3"))
    )
    assert values == {"a": "1", "b": "3"}


def test_of_one_level_nobody_wins():
    values, _conflicts = laid(given("x", "36", ("a", "x")), given("y", "36", ("a", "y")))
    assert values == {}


def test_the_nations_own_pack_wins_over_another_of_its_level():
    values, _conflicts = laid(given("a", "", ("a", "lain")), given("nasional", "", ("a", "pusat")))
    assert values == {"a": "pusat"}


def test_a_pack_that_gives_what_the_nations_own_gives_is_told_alone():
    _values, [conflict] = laid(given("nasional", "", ("a", "pusat")), given("x", "", ("a", "lain")))
    assert (conflict.packs, conflict.what) == (
        ("x",),
        "sudah diberikan paket nasional, yang tetap dipakai; hanya paket daerah dapat menggantinya",
    )


def test_where_nobody_wins_what_stands_above_stays():
    values, _conflicts = laid(
        given("x", "36", ("a", "x")), given("nasional", "", ("a", "pusat")), given("y", "36", ("a", "y"))
    )
    assert values == {"a": "pusat"}


def test_a_conflict_says_what_it_is_about_and_between_whom():
    _values, conflicts = laid(given("y", "36", ("a", "y")), given("x", "36", ("a", "x")))
    [conflict] = conflicts
    assert (conflict.subject, conflict.packs, conflict.what) == (
        'istilah "a"',
        ("x", "y"),
        "diberikan lebih dari satu kali pada tingkat yang sama; tidak satu pun dipakai",
    )


def test_a_level_below_wins_over_a_conflict_above():
    values, _conflicts = laid(
        given("x", "36", ("a", "x")), given("y", "36", ("a", "y")), given("kota", "36.74", ("a", "kota"))
    )
    assert values == {"a": "kota"}


def test_a_pack_that_gives_one_key_twice_is_in_conflict_with_itself():
    _values, [conflict] = laid(given("x", "", ("a", "1"), ("a", "2")))
    assert conflict.packs == ("x",)


def test_keys_stand_in_the_order_in_which_they_first_appeared():
    values, _conflicts = laid(
        given("kota", "36.74", ("c", "3"), ("a", "9")), given("nasional", "", ("b", "2"), ("a", "1"))
    )
    assert list(values) == ["b", "a", "c"]


def test_contributions_are_laid_by_level_and_then_by_id():
    ordered = by_region([given("a", "36.74"), given("z", ""), given("c", "36"), given("b", "36")])
    assert [one.pack.id for one in ordered] == ["z", "b", "c", "a"]
