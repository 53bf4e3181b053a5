"""Running rules, and applying the mends they offer."""

from datetime import UTC, datetime

import pytest

from kampanye_tui.agreement.checks import mend, run
from kampanye_tui.agreement.diff import changes
from kampanye_tui.agreement.edit import with_parties
from kampanye_tui.model.event import SignatoryReplaced
from kampanye_tui.model.finding import Finding, Fix, Level, Place, Section
from kampanye_tui.model.party import Role, Signatory
from kampanye_tui.model.rule import Rule

from .making import changed, found_by, party, small_agreement, with_party, without_party

BASE = small_agreement()


def rule(level, section, rule_id="uji", fix=None):
    """A rule that always finds one thing."""
    found = Finding(rule=rule_id, level=level, message="x", place=Place(section=section), fix=fix)
    return Rule(id=rule_id, level=level, check=lambda _agreement, _reference: [found])


def named(name, *, safe):
    """A mend that gives the paper another name, at the end of the one it has."""
    return Fix(label=name, apply=lambda one: changed(one, topic=f"{one.topic} {name}"), safe=safe)


def order(*rules):
    return [(one.level.value, one.place.section.value) for one in run(BASE, BASE.reference, rules)]


def test_findings_stand_by_level_and_then_by_section():
    assert order(
        rule(Level.SUGGESTION, Section.AGREEMENT),
        rule(Level.REQUIRED, Section.PACKS),
        rule(Level.ATTENTION, Section.CLAUSES),
        rule(Level.REQUIRED, Section.OCCASION),
        rule(Level.ATTENTION, Section.PARTIES),
    ) == [
        ("wajib", "acara"),
        ("wajib", "paket"),
        ("perhatian", "pihak"),
        ("perhatian", "klausul"),
        ("saran", "naskah"),
    ]


def test_findings_alike_stand_in_the_order_of_their_rules():
    rules = [rule(Level.REQUIRED, Section.PARTIES, rule_id) for rule_id in ("b", "a", "c")]
    assert [found.rule for found in run(BASE, BASE.reference, rules)] == ["b", "a", "c"]


def test_without_rules_nothing_is_found():
    assert run(BASE, BASE.reference, ()) == ()


def test_safe_mends_are_applied_in_the_order_of_the_findings():
    rules = [
        rule(Level.SUGGESTION, Section.AGREEMENT, fix=named("kedua", safe=True)),
        rule(Level.REQUIRED, Section.AGREEMENT, fix=named("pertama", safe=True)),
    ]
    mended = mend(BASE, run(BASE, BASE.reference, rules))
    assert mended.topic == "Kampanye Damai pertama kedua"


@pytest.mark.parametrize("fix", [named("x", safe=False), None])
def test_a_mend_that_is_not_safe_or_not_there_changes_nothing(fix):
    rules = [rule(Level.REQUIRED, Section.AGREEMENT, fix=fix)]
    assert mend(BASE, run(BASE, BASE.reference, rules)) == BASE


def swapped(one):
    """Puts the first two contestants in each other's place."""
    organiser, first, second, *rest = one.parties
    return with_parties(one, (organiser, second, first, *rest))


def doubled(one):
    """Lets two other parties stand at the numbers 1 and 2 too, behind all contestants."""
    twins = (party("kembar-1", number=1), party("kembar-2", number=2))
    return with_parties(one, (*one.parties[:19], *twins, *one.parties[19:]))


def without_two(one):
    return without_party(without_party(one, "partai-demokrat"), "partai-ummat")


SAFE = {
    "peserta-kurang": without_two,
    "urutan-nomor-urut": swapped,
}


@pytest.mark.parametrize("rule_id", SAFE)
def test_safe_mends_remove_what_was_found(library, complete, checked, rule_id):
    wrong = SAFE[rule_id](complete)
    mended = mend(wrong, found_by(library.rules, rule_id, wrong, checked))
    assert found_by(library.rules, rule_id, mended, checked) == []


def test_safe_mends_of_all_rules_leave_nothing_to_mend(library, complete, checked):
    wrong = swapped(without_two(complete))
    mended = mend(wrong, run(wrong, checked, library.rules))
    assert [found.fix for found in run(mended, checked, library.rules) if found.fix] == []


def test_mending_twice_is_mending_once(library, complete, checked):
    once = mend(swapped(complete), run(swapped(complete), checked, library.rules))
    assert mend(once, run(once, checked, library.rules)) == once


def test_a_party_that_a_mend_adds_stands_at_its_number(library, complete, checked):
    wrong = without_two(complete)
    mended = mend(wrong, found_by(library.rules, "peserta-kurang", wrong, checked))
    assert [one.ballot_number for one in mended.of_role(Role.CONTESTANT)] == [*range(1, 18), 24]


def test_a_mend_can_be_seen_before_it_is_applied(library, complete, checked):
    wrong = swapped(complete)
    lines = changes(wrong, mend(wrong, found_by(library.rules, "urutan-nomor-urut", wrong, checked)))
    assert lines[0].startswith(
        "= pihak: urutan menjadi penyelenggara, partai-kebangkitan-bangsa, partai-gerakan-indonesia-raya,"
    )


def test_a_party_that_a_mend_adds_can_be_seen_before(library, complete, checked):
    wrong = with_parties(complete, without_party(complete, "partai-ummat").parties)
    lines = changes(wrong, mend(wrong, found_by(library.rules, "peserta-kurang", wrong, checked)))
    assert lines[0] == "+ pihak partai-ummat: Partai Ummat"


@pytest.mark.parametrize(
    ("rule_id", "wrong", "label"),
    [
        ("peserta-kurang", without_two, "Tambahkan Partai Demokrat (nomor urut 14)"),
        ("urutan-nomor-urut", swapped, "Urutkan peserta menurut nomor urut"),
        ("peserta-ganda", doubled, "Pertahankan hanya yang pertama dengan nomor urut 1"),
    ],
)
def test_a_mend_says_what_it_does(library, complete, checked, rule_id, wrong, label):
    assert found_by(library.rules, rule_id, wrong(complete), checked)[0].fix.label == label


def test_a_double_is_not_removed_without_being_asked(library, complete, checked):
    wrong = doubled(complete)
    assert mend(wrong, found_by(library.rules, "peserta-ganda", wrong, checked)) == wrong


def test_each_double_can_be_removed_one_after_the_other(library, complete, checked):
    mended = doubled(complete)
    for finding in found_by(library.rules, "peserta-ganda", mended, checked):
        mended = finding.fix.apply(mended)
    assert [one.id for one in mended.parties] == [one.id for one in complete.parties]


def test_no_mend_makes_two_pihak_of_one_id(library, complete, checked):
    misnumbered = with_party(complete, "partai-ummat", ballot_number=99)
    [finding] = found_by(library.rules, "peserta-kurang", misnumbered, checked)
    mended = finding.fix.apply(misnumbered) if finding.fix else misnumbered
    ids = [one.id for one in mended.parties]
    assert len(ids) == len(set(ids))


def replaced(party_id, name):
    """The event of another signatory in the first place of a pihak."""
    hour = datetime(2023, 11, 28, 3, tzinfo=UTC)
    said = {"occurred": hour, "recorded": hour, "operator": "uji"}
    return SignatoryReplaced(
        number=1, party=party_id, place=1, office="Ketua", name=name, reason="sakit", **said
    )


NAMELESS = with_party(BASE, "partai-b", signatories=(Signatory(office="Ketua"),))


def test_a_name_that_only_the_ledger_has_is_not_missing(library):
    events = [replaced("partai-b", "Siti Aminah")]
    missing = [
        one for one in run(NAMELESS, BASE.reference, library.rules, events) if one.rule == "nama-kosong"
    ]
    assert missing == []


def test_a_name_that_only_the_ledger_has_is_not_mended_in_the_text(library):
    events = [replaced("partai-b", "Siti Aminah SH")]
    assert [
        one for one in run(NAMELESS, BASE.reference, library.rules, events) if one.rule.startswith("gelar")
    ] == []
