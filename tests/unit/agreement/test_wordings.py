"""Where clauses differ: counts and wordings typed by hand, and what must hold of any offices."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from kampanye_tui.agreement.clause_sets import OfferedClause, OfferedSet
from kampanye_tui.agreement.fingerprint import words_digest
from kampanye_tui.agreement.word_diff import marked
from kampanye_tui.agreement.wordings import ClauseAcross, Counts, across
from kampanye_tui.agreement.wordings_table import clauses_table, wordings_table
from kampanye_tui.model.clause import Clause
from kampanye_tui.model.recap import Chain, ClauseFate, ClauseHere, OfficeSummary, Stage

PROVINCES = {"36": "Banten", "51": "Bali"}
PEACE = Clause(id="damai", title="Damai", text="{peserta} berkampanye dengan damai.")
MONEY = Clause(id="uang", title="Tanpa Uang", text="Tanpa uang.")


def offered(address: str, *clauses: Clause) -> OfferedSet:
    made = tuple(OfferedClause(clause=one, owner="nasional") for one in clauses)
    return OfferedSet(address=address, title=address, clauses=made)


SHORT, LONG = offered("nasional/ringkas", PEACE, MONEY), offered("nasional/lengkap", MONEY, PEACE)
NATIONAL = {one.address: one for one in (LONG, SHORT)}
TAKEN = ClauseHere(id="damai", fate=ClauseFate.TAKEN, digest=words_digest(PEACE.title, PEACE.text))
DROPPED = ClauseHere(id="damai", fate=ClauseFate.DROPPED)


def worded(text: str, clause_id: str = "damai", fate: ClauseFate = ClauseFate.CHANGED) -> ClauseHere:
    return ClauseHere(id=clause_id, fate=fate, digest=words_digest("Damai", text), title="Damai", text=text)


CALM = worded("{peserta} berkampanye dengan tenang.")
OWN = worded("Pasar dijaga.", "pasar", ClauseFate.OWN)


def office(region: str, *clauses: ClauseHere, base: str = SHORT.address) -> OfficeSummary:
    return OfficeSummary(
        place=f"kiriman/{region}",
        region=region,
        name=f"Kota {region}",
        province=PROVINCES[region[:2]],
        office="KPU",
        id="damai",
        revision=1,
        stage=Stage.DRAFT,
        code="A",
        chain=Chain.EMPTY,
        base=base,
        clauses=clauses,
    )


OFFICES = (
    office("51.71", CALM, OWN),
    office("36.71", TAKEN),
    office("36.72", DROPPED),
    office("36.74", CALM),
    office("36.73", TAKEN),
)


def regions(offices: tuple[OfficeSummary, ...]) -> list[str]:
    return [one.region for one in offices]


def test_a_clause_is_counted_in_each_province_and_together() -> None:
    peace = across(OFFICES, NATIONAL)[0]
    assert (peace.provinces, peace.whole) == (
        (("Banten", Counts(2, 1, 1, 0)), ("Bali", Counts(0, 1, 0, 0))),
        Counts(2, 2, 1, 0),
    )


def order(*bases: str) -> list[str]:
    """Return the clauses of offices that took sets, in the order of the comparison."""
    without = ClauseHere(id="uang", fate=ClauseFate.DROPPED)
    offices = [office(f"36.7{at}", OWN, without, TAKEN, base=base) for at, base in enumerate(bases)]
    return [one.id for one in across(offices, NATIONAL)]


def test_clauses_stand_in_the_order_of_the_set_that_most_took_and_own_ones_behind() -> None:
    assert order(SHORT.address, SHORT.address, LONG.address) == ["damai", "uang", "pasar"]


def test_of_sets_that_as_many_took_the_first_by_name_gives_the_order() -> None:
    assert order(SHORT.address, LONG.address) == ["uang", "damai", "pasar"]


def test_offices_with_the_same_words_stand_together() -> None:
    peace = across(OFFICES, NATIONAL)[0]
    found = [(one.national, regions(one.offices)) for one in peace.wordings]
    assert (found, regions(peace.dropped)) == (
        [(True, ["36.71", "36.73"]), (False, ["36.74", "51.71"])],
        ["36.72"],
    )


def test_a_wording_is_shown_beside_the_national_one() -> None:
    peace = across(OFFICES, NATIONAL)[0]
    found = peace.redline(peace.wordings[1])
    assert found is not None
    assert [marked(line) for line in found.lines] == ["{peserta} berkampanye dengan [-damai.-] {+tenang.+}"]


def test_of_a_clause_that_the_nation_has_not_all_is_new() -> None:
    pasar = across(OFFICES, NATIONAL)[1]
    found = pasar.redline(pasar.wordings[0])
    assert found is not None
    assert (marked(found.title), [marked(line) for line in found.lines]) == (
        "{+Damai+}",
        ["{+Pasar dijaga.+}"],
    )


def test_of_words_that_were_not_kept_nothing_is_shown() -> None:
    unknown = ClauseHere(id="damai", fate=ClauseFate.CHANGED, digest="0" * 64)
    (peace,) = across([office("36.71", unknown)], NATIONAL)
    assert peace.redline(peace.wordings[0]) is None


def test_another_name_of_a_placeholder_is_a_difference() -> None:
    (peace,) = across([office("36.71", worded("{para_pihak} berkampanye dengan damai."))], NATIONAL)
    found = peace.redline(peace.wordings[0])
    assert found is not None
    assert marked(found.lines[0]) == "[-{peserta}-] {+{para_pihak}+} berkampanye dengan damai."


def test_counts_as_a_table() -> None:
    assert clauses_table(across(OFFICES, NATIONAL)).decode("utf-8-sig") == (
        "klausul;judul;provinsi;tetap;diubah;dibuang;ditambahkan\r\n"
        "damai;Damai;Banten;2;1;1;0\r\n"
        "damai;Damai;Bali;0;1;0;0\r\n"
        "pasar;Damai;Bali;0;0;0;1\r\n"
    )


def test_a_formula_among_the_words_is_text() -> None:
    (peace,) = across([office("36.71", worded("=HYPERLINK(1)"))], {})
    assert wordings_table(peace).decode("utf-8-sig").splitlines()[1].endswith(";{+=HYPERLINK(1)+}")


CLAUSES = st.lists(st.sampled_from((TAKEN, DROPPED, CALM, OWN)), max_size=4, unique_by=lambda one: one.id)
COUNTRY = st.lists(
    st.tuples(st.sampled_from(("36.71", "36.72", "51.71", "51.03")), CLAUSES), unique_by=lambda one: one[0]
)


def of(country: list[tuple[str, list[ClauseHere]]]) -> tuple[ClauseAcross, ...]:
    return across([office(region, *clauses) for region, clauses in country], NATIONAL)


@settings(max_examples=50)
@given(COUNTRY)
def test_provinces_add_up_to_the_whole(country: list[tuple[str, list[ClauseHere]]]) -> None:
    for one in of(country):
        listed = [counts for _name, counts in one.provinces]
        assert tuple(map(sum, zip(*listed, strict=True))) == one.whole


@settings(max_examples=50)
@given(COUNTRY)
def test_every_agreement_has_one_wording_or_dropped_it(
    country: list[tuple[str, list[ClauseHere]]],
) -> None:
    for one in of(country):
        told = [place.region for wording in one.wordings for place in wording.offices]
        met = [region for region, clauses in country if one.id in [clause.id for clause in clauses]]
        assert sorted([*told, *regions(one.dropped)]) == sorted(met)


@settings(max_examples=50)
@given(COUNTRY, st.randoms(use_true_random=False))
def test_the_order_of_folders_makes_no_difference(
    country: list[tuple[str, list[ClauseHere]]], random: object
) -> None:
    shuffled = list(country)
    random.shuffle(shuffled)
    assert of(shuffled) == of(country)
