"""The two hashes of an agreement and the kode naskah."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kampanye_tui.agreement.fingerprint import (
    ALPHABET,
    check_character,
    is_code,
    occasion_digest,
    short_code,
    text_digest,
)
from kampanye_tui.model.agreement import Origin
from kampanye_tui.model.evidence import Evidence
from kampanye_tui.model.legal import Citation
from kampanye_tui.model.occasion import AgreementKind, Occasion, Style
from kampanye_tui.model.office import Office
from kampanye_tui.model.party import Role, Signatory

from .making import GENERAL_DAY, changed, small_agreement, with_clause, with_party, without_party

BASE = small_agreement()
DIGESTS = st.binary(min_size=32, max_size=32).map(bytes.hex)

AGREED = {
    "a changed word": with_clause(BASE, "damai", resolved="Peserta Pemilu berkampanye dengan tertib."),
    "a changed title": with_clause(BASE, "damai", title="Tertib"),
    "another subject": with_clause(BASE, "damai", subject=Role.ORGANISER),
    "clauses in another order": changed(BASE, clauses=BASE.clauses[::-1]),
    "a dropped clause": changed(BASE, clauses=BASE.clauses[:1]),
    "a changed article": with_clause(
        BASE, "damai", citations=(Citation(law="uu-7-2017", article="Pasal 281"),)
    ),
    "another law": with_clause(BASE, "damai", citations=(Citation(law="uu-1-2015", article="Pasal 280"),)),
    "a dropped citation": with_clause(BASE, "damai", citations=()),
    "a dropped party": without_party(BASE, "partai-b"),
    "a renamed party": with_party(BASE, "partai-b", name="Partai C"),
    "a party in another role": with_party(BASE, "partai-b", role=Role.WITNESS),
    "another ballot number": with_party(BASE, "partai-b", ballot_number=3),
    "parties in another order": changed(BASE, parties=BASE.parties[::-1]),
    "another title of the paper": changed(BASE, topic="Kampanye Tertib"),
    "another kind of paper": changed(BASE, kind=AgreementKind.DECLARATION),
    "another style of numbering": changed(BASE, style=Style.NUMBERS),
    "another office": changed(BASE, office=Office(region="36.74", name="KPU Kota Serang")),
}
PEOPLE_DAY_PLACE = {
    "another signer": with_party(BASE, "partai-b", signatories=(Signatory(office="Ketua", name="Budi"),)),
    "another office of a signer": with_party(
        BASE, "partai-b", signatories=(Signatory(office="Sekretaris", name="Ani"),)
    ),
    "no signer": with_party(BASE, "partai-b", signatories=()),
    "another day": changed(BASE, occasion=changed(BASE.occasion, day=GENERAL_DAY.replace(day=29))),
    "no day": changed(BASE, occasion=Occasion(place="Aula", city="Tangerang Selatan")),
    "another place": changed(BASE, occasion=changed(BASE.occasion, place="Lapangan")),
    "another city": changed(BASE, occasion=changed(BASE.occasion, city="Serpong")),
}
NEITHER = {
    "an explanation": with_clause(BASE, "damai", explanation="Lain."),
    "raw words that read the same": with_clause(BASE, "damai", text="Peserta Pemilu …"),
    "where a clause came from": with_clause(
        BASE, "damai", origin=Origin(pack="x", clause_set="x/y", fingerprint="00")
    ),
    "the evidence of a citation": with_clause(
        BASE, "damai", citations=(changed(BASE.clauses[0].citations[0], evidence=Evidence.FOUND),)
    ),
    "the number of the paper": changed(BASE, numbers={"naskah": "80/PR.07-NK/01/2022"}),
    "an address": with_party(BASE, "partai-b", address="Jalan Merdeka 1"),
    "the revision": changed(BASE, revision=2),
}


def cases(values):
    return [pytest.param(value, id=name) for name, value in values.items()]


@pytest.mark.parametrize("other", cases(AGREED))
def test_what_was_agreed_changes_the_text_digest(other):
    assert text_digest(other) != text_digest(BASE)


@pytest.mark.parametrize("other", cases(PEOPLE_DAY_PLACE | NEITHER))
def test_people_day_place_and_paperwork_leave_the_text_digest(other):
    assert text_digest(other) == text_digest(BASE)


@pytest.mark.parametrize("other", cases(PEOPLE_DAY_PLACE))
def test_people_day_and_place_change_the_occasion_digest(other):
    assert occasion_digest(other) != occasion_digest(BASE)


@pytest.mark.parametrize("other", cases(NEITHER))
def test_paperwork_leaves_the_occasion_digest(other):
    assert occasion_digest(other) == occasion_digest(BASE)


def test_a_changed_word_leaves_the_occasion_digest():
    assert occasion_digest(AGREED["a changed word"]) == occasion_digest(BASE)


def test_words_that_look_alike_have_one_digest():
    composed, decomposed = "Pé", "Pe\u0301"
    one, other = (with_clause(BASE, "damai", title=title) for title in (composed, decomposed))
    assert text_digest(one) == text_digest(other)


def test_the_text_digest_has_kept_its_form():
    assert text_digest(BASE) == "4fbe1a7ffee56c77087055edf74864345b68e88915dcb1f115fd3bf1d3b19930"


def test_the_occasion_digest_has_kept_its_form():
    assert occasion_digest(BASE) == "8e541b292178c33dcc463dc559c0b300c03108225fb263f0433d51afe6dd69cb"


def test_the_code_has_kept_its_form():
    assert short_code(text_digest(BASE)) == "9YZ1-MZZY-WNPG"


@pytest.mark.parametrize(
    ("hexadecimal", "code"),
    [("00" * 32, "0000-0000-0000"), ("ff" * 32, "ZZZZ-ZZZZ-ZZZB")],
)
def test_the_ends_of_the_range_have_the_codes_worked_out_by_hand(hexadecimal, code):
    assert short_code(hexadecimal) == code


@given(digest=DIGESTS)
def test_a_code_is_three_groups_of_four_characters_nobody_misreads(digest):
    groups = short_code(digest).split("-")
    assert [len(group) for group in groups] == [4, 4, 4]
    assert set("".join(groups)) <= set("0123456789ABCDEFGHJKMNPQRSTVWXYZ")


@given(digest=DIGESTS)
def test_a_code_is_known_as_one(digest):
    assert is_code(short_code(digest))


@given(digest=DIGESTS)
def test_a_code_is_known_in_small_letters_without_hyphens(digest):
    assert is_code(short_code(digest).lower().replace("-", ""))


@given(digest=DIGESTS)
def test_a_code_is_known_when_letters_were_typed_for_digits(digest):
    assert is_code(short_code(digest).replace("0", "O").replace("1", "l"))


@given(digest=DIGESTS, position=st.integers(0, 11), wrong=st.sampled_from(ALPHABET))
def test_a_single_wrong_character_is_found(digest, position, wrong):
    code = short_code(digest).replace("-", "")
    typed = code[:position] + wrong + code[position + 1 :]
    assert is_code(typed) == (typed == code)


@pytest.mark.parametrize("position", range(11))
def test_no_two_characters_at_one_place_have_one_check(position):
    before, after = "0" * position, "0" * (10 - position)
    assert len({check_character(before + one + after) for one in ALPHABET}) == 32


def test_a_code_is_known_with_spaces_for_hyphens():
    assert is_code("9YZ1 MZZY WNPG")


@given(digest=DIGESTS, length=st.integers(0, 11))
def test_part_of_a_code_is_not_one(digest, length):
    assert not is_code(short_code(digest).replace("-", "")[:length])


@pytest.mark.parametrize("text", ["", "-", "UUUU-UUUU-UUUU", "0000-0000-00000", "0000 0000 000é"])
def test_other_text_is_no_code(text):
    assert not is_code(text)
