"""Figures of one agreement and of many: each typed by hand from what happened."""

from __future__ import annotations

from datetime import date

import msgspec
import pytest

from kampanye_tui.agreement.chain import CLOSED
from kampanye_tui.agreement.clause_fates import MOST_KEPT, clause_fates
from kampanye_tui.agreement.recap_table import recap_table
from kampanye_tui.agreement.summary import (
    Recap,
    by_province,
    chosen,
    gathered,
    part_words,
    refuse_unknown,
    spelled,
    summed,
    told,
)
from kampanye_tui.agreement.verification import verified
from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.clause import Change, ChangeKind
from kampanye_tui.model.office import Configuration
from kampanye_tui.model.problem import Refused
from kampanye_tui.model.recap import Chain, OfficeSummary, Stage, Tally, Trouble
from kampanye_tui.model.writing import write

from .kept import AGREEMENT, KEPT, LEDGER, lines
from .making import composed, library_of, with_clause, without_clause

DAY = date(2023, 12, 1)


def of(kept=KEPT) -> OfficeSummary | Trouble:
    return told(verified(kept), "kiriman/contoh", {})


def office(region: str = "36.74", events: int = 5, **said: object) -> OfficeSummary:
    usual = {
        "place": f"kiriman/{region}",
        "name": "Kota",
        "province": {"36": "Banten", "51": "Bali"}[region[:2]],
        "office": "KPU",
        "id": "damai",
        "revision": 1,
        "stage": Stage.CLOSED,
        "code": "A",
        "chain": Chain.HOLDS,
        "head": "h",
        "news": date(2023, 11, 28),
    }
    return OfficeSummary(**{**usual, "region": region, "events": events, **said})


def test_an_agreement_is_told_in_figures() -> None:
    assert of() == OfficeSummary(
        place="kiriman/contoh",
        region="36.74",
        name="Kota Tangerang Selatan",
        province="Banten",
        office="KPU Kota Tangerang Selatan",
        id="contoh",
        revision=1,
        stage=Stage.CLOSED,
        code=of().code,
        chain=Chain.HOLDS,
        head=LEDGER[-67:-3].decode(),
        events=8,
        news=date(2023, 11, 28),
        tally=Tally(signers=3, signed=2, printed=2, handed=2, own=2),
        clauses=of().clauses,
    )


def test_a_draft_has_no_news() -> None:
    draft = of(KEPT._replace(ledger=None, revisions={}))
    assert (draft.stage, draft.chain, draft.news, draft.silent(DAY)) == (Stage.DRAFT, Chain.EMPTY, None, None)


@pytest.mark.parametrize(
    ("day", "days"), [(DAY, 3), (date(2023, 11, 28), 0), (date(2023, 11, 1), 0)], ids=str
)
def test_days_without_news_are_counted_up_to_a_day(day: date, days: int) -> None:
    assert of().silent(day) == days


def test_what_breaks_is_told_with_its_region_and_no_figures() -> None:
    broken = of(KEPT._replace(ledger=b"".join(lines()[1:])))
    assert (broken.region, broken.province, "menyambung" in broken.reason) == ("36.74", "Banten", True)


def closed_ledger() -> bytes:
    """Return the ledger as outsiders get it, with a word closed in the sixth line."""
    listed = lines()
    said = {CLOSED: "nomor telepon", **msgspec.json.decode(listed[5]), "penerima": "…"}
    listed[5] = msgspec.json.encode(said) + b"\n"
    return b"".join(listed)


def test_a_bundle_with_closed_lines_is_counted_whole() -> None:
    found = of(KEPT._replace(ledger=closed_ledger(), for_outsiders=True))
    assert (found.chain, found.events, found.tally.handed) == (Chain.PARTLY, 8, 2)


def test_closed_lines_in_a_workspace_are_no_ledger() -> None:
    assert "sebagian ditutup" in of(KEPT._replace(ledger=closed_ledger())).reason


def test_what_made_a_text_final_cannot_be_closed() -> None:
    listed = lines()
    said = {CLOSED: "nomor telepon", **msgspec.json.decode(listed[0]), "alasan": "…"}
    data = msgspec.json.encode(said) + b"\n" + b"".join(listed[1:])
    assert isinstance(of(KEPT._replace(ledger=data, for_outsiders=True)), Trouble)


@pytest.fixture(scope="module")
def short(configuration: Configuration) -> Agreement:
    """An agreement of the ten clauses of nasional/ringkas."""
    bare = msgspec.structs.replace(configuration, parties=())
    return composed(bare)


def clauses(agreement: Agreement) -> tuple[int, int, int, int]:
    kept = KEPT._replace(name=agreement.id, text=write(agreement), ledger=None, revisions={})
    sets = library_of("36.74").clause_sets
    tally = told(verified(kept), "x", sets).tally
    return tally.taken, tally.changed, tally.dropped, tally.own


def test_clauses_as_the_national_set_gives_them(short: Agreement) -> None:
    assert clauses(short) == (10, 0, 0, 0)


def test_a_clause_in_other_words_is_changed(short: Agreement) -> None:
    first = short.clauses[0]
    assert clauses(with_clause(short, first.id, title="Lain")) == (9, 1, 0, 0)


def test_a_clause_of_which_a_region_explains_more_has_the_words_that_were_given(short: Agreement) -> None:
    first = short.clauses[0]
    assert first.origin is not None
    change = Change(pack="banten", kind=ChangeKind.REPLACED, reason="Sesuai daerah.")
    origin = msgspec.structs.replace(first.origin, changes=(change,))
    assert clauses(with_clause(short, first.id, origin=origin, explanation="Lain.")) == (10, 0, 0, 0)


def test_a_clause_that_is_left_out_is_dropped(short: Agreement) -> None:
    assert clauses(without_clause(short, short.clauses[0].id)) == (9, 0, 1, 0)


def test_a_clause_of_the_office_is_its_own(short: Agreement) -> None:
    own = AGREEMENT.clauses[0]
    assert clauses(msgspec.structs.replace(short, clauses=(*short.clauses, own))) == (10, 0, 0, 1)


@pytest.mark.parametrize(("events", "words"), [(5, "lebih lama daripada baru"), (9, "sama dengan baru")])
def test_of_one_agreement_that_came_twice_the_one_further_on_counts(events: int, words: str) -> None:
    found = gathered([office(events=events, place="lama"), office(events=9, place="baru")])
    assert ([one.place for one in found.offices], [one.reason for one in found.older]) == (["baru"], [words])


def test_two_that_differ_and_are_equally_far_are_both_told() -> None:
    found = gathered([office(head="a", place="satu"), office(head="b", place="dua")])
    assert (found.offices, sorted(one.place for one in found.troubles)) == ((), ["dua", "satu"])


RECAP = gathered(
    [
        office("51.71", tally=Tally(signers=4, signed=1), news=date(2023, 11, 20)),
        office("36.74", tally=Tally(signers=3, signed=2)),
        office("36.71", tally=Tally(signers=2, signed=2), stage=Stage.DRAFT, news=None),
        Trouble(place="kiriman/36.72", reason="rusak", region="36.72", province="Banten"),
        Trouble(place="kiriman/x", reason="rusak"),
    ]
)


def test_provinces_are_added_up_in_their_order() -> None:
    sums = [
        (one.name, one.offices, one.tally.signed, one.silent, one.troubles) for one in by_province(RECAP, DAY)
    ]
    assert sums == [("Banten", 2, 4, 3, 1), ("Bali", 1, 1, 11, 0)]


def test_all_together_count_what_has_no_province() -> None:
    everything = summed("Semua", RECAP, DAY)
    assert (everything.offices, everything.tally.signers, everything.troubles) == (3, 9, 2)


@pytest.mark.parametrize("name", ["banten", "36"])
def test_a_province_is_chosen_by_name_or_code(name: str) -> None:
    part = chosen(RECAP, (name,))
    assert ([one.region for one in part.offices], len(part.troubles)) == (["36.71", "36.74"], 1)


def test_a_stage_is_chosen_without_what_nobody_could_read() -> None:
    part = chosen(RECAP, (), (Stage.DRAFT,))
    assert ([one.region for one in part.offices], part.troubles) == (["36.71"], ())


def test_a_formula_in_the_table_is_text() -> None:
    recap = Recap((office(office="=HYPERLINK(1)"),), (Trouble(place="@SUM(1)", reason="-1"),))
    rows = [line.split(";") for line in recap_table(recap, DAY).decode("utf-8-sig").splitlines()]
    assert (rows[1][2], rows[2][-2], rows[2][-1]) == ("'=HYPERLINK(1)", "'@SUM(1)", "'-1")


def test_what_became_of_each_clause_is_told(short: Agreement) -> None:
    first, second = short.clauses[:2]
    changed = with_clause(without_clause(short, first.id), second.id, title="Lain")
    kept = KEPT._replace(name=short.id, text=write(changed), ledger=None, revisions={})
    told_of = told(verified(kept), "x", library_of("36.74").clause_sets).clauses
    fates = [(one.id, one.fate.value, one.title) for one in told_of]
    assert (fates[0], fates[1][1:], fates[-1]) == (
        (second.id, "diubah", "Lain"),
        ("tetap", ""),
        (first.id, "dibuang", ""),
    )


def test_words_beyond_the_bound_are_not_kept(short: Agreement) -> None:
    long = with_clause(short, short.clauses[0].id, text="x" * (MOST_KEPT + 1))
    _base, fates = clause_fates(long, {})
    assert (fates[0].text, fates[0].title, len(fates[0].digest)) == ("", "", 64)


def test_letters_that_a_typeface_lacks_are_written_out() -> None:
    recap = Recap((office(name="Kota Ж"),), (Trouble(place="kiriman/Ж", reason="Ж: rusak"),))
    found = spelled(recap, lambda text: [letter for letter in text if letter == "Ж"])
    assert (found.offices[0].name, found.troubles[0].place, found.troubles[0].reason) == (
        "Kota <U+0416>",
        "kiriman/<U+0416>",
        "<U+0416>: rusak",
    )


def test_a_province_of_which_nothing_arrived_is_refused_with_one_like_it() -> None:
    with pytest.raises(Refused, match=r'idak ada kiriman dari provinsi "Bantin".*"Banten"'):
        refuse_unknown(gathered([office()]), ("Bantin",))


def test_a_province_is_known_by_name_and_code_also_where_only_troubles_arrived() -> None:
    trouble = Trouble(place="kiriman/51", reason="rusak", region="51", province="Bali")
    refuse_unknown(gathered([office(), trouble]), ("banten", "51"))


def test_the_part_that_was_chosen_is_told() -> None:
    assert part_words(("Bali", "36"), (Stage.DRAFT, Stage.SIGNING)) == (
        "hanya provinsi Bali, 36; keadaan konsep, tanda-tangan"
    )
