"""Codes typed from slips: what they stand for, and what a code that is not known gives away."""

from __future__ import annotations

import pytest

from kampanye_tui.agreement.fingerprint import short_code, text_digest
from kampanye_tui.agreement.slips import Means, best, looks_like_code, slip
from kampanye_tui.agreement.verification import Kept, verified
from kampanye_tui.model.writing import write

from .kept import AGREEMENT, CODES, FOUND, HANDED_OVER, KEPT, LEDGER, events, ledger, lines, with_ledger
from .making import changed, with_clause

CODE = CODES[HANDED_OVER - 1]
WHOLE = FOUND.heads[HANDED_OVER - 1]


def grouped(head: str) -> str:
    """Return a whole hash as receipts print it."""
    return " ".join(head[at : at + 4] for at in range(0, 64, 4)).upper()


@pytest.mark.parametrize("number", range(1, 9))
def test_a_code_is_that_of_the_event_after_which_it_was_printed(number):
    found = slip(CODES[number - 1], FOUND)
    assert (found.means, found.number) == (Means.MOMENT, number)


@pytest.mark.parametrize(
    "typed",
    [CODE.lower(), CODE.replace("-", ""), CODE.replace("-", " "), f"  {CODE} ", grouped(WHOLE), WHOLE],
    ids=["lower case", "no hyphens", "spaces", "around it", "whole", "whole in lower case"],
)
def test_how_a_code_is_typed_does_not_matter(typed):
    assert slip(typed, FOUND).number == HANDED_OVER


def test_letters_that_look_like_digits_are_digits():
    typed = grouped(WHOLE).replace("0", "O").replace("1", "l")
    assert slip(typed, FOUND).number == HANDED_OVER


def test_a_moment_is_told_in_the_hours_of_the_region():
    assert "28-11-2023 10.06 WIB); sesudahnya ada 2 kejadian lagi" in slip(CODE, FOUND).words


def test_the_kode_naskah_of_a_final_text_is_known():
    assert slip(short_code(text_digest(AGREEMENT)), FOUND).means is Means.FINAL


def test_the_kode_naskah_of_a_draft_is_not_that_of_a_final_text():
    draft = changed(with_clause(AGREEMENT, "damai", resolved="Lain."), revision=2)
    found = verified(KEPT._replace(text=write(draft)))
    assert slip(short_code(text_digest(draft)), found).means is Means.DRAFT


def other_character(code: str, at: int) -> str:
    """Return the code with another character at a place."""
    return code[:at] + ("7" if code[at] != "7" else "8") + code[at + 1 :]


@pytest.mark.parametrize("at", [at for at in range(14) if CODE[at] != "-"])
def test_every_wrong_character_of_a_code_is_a_mistake_of_typing(at):
    assert slip(other_character(CODE, at), FOUND).means is Means.MISTYPED


def test_one_wrong_group_of_a_whole_code_is_named():
    found = slip(other_character(grouped(WHOLE), 31), FOUND)
    assert (found.means, "kelompok ke-7" in found.words) == (Means.MISTYPED, True)


def ledger_rewritten(operator: str = "budi") -> Kept:
    """Return the same when somebody wrote the whole ledger anew, with another operator."""
    return with_ledger(ledger(events(operator=operator)))


def text_rewritten() -> Kept:
    """Return the same when somebody wrote text, final text and ledger anew."""
    other = with_clause(AGREEMENT, "damai", resolved="Peserta Pemilu tidak berjanji apa pun.")
    return KEPT._replace(text=write(other), ledger=ledger(events(other)), revisions={1: write(other)})


@pytest.mark.parametrize("left", range(1, 8))
def test_a_cut_tail_holds_by_itself(left):
    assert verified(with_ledger(b"".join(lines()[:left]))).first_break is None


@pytest.mark.parametrize("left", range(1, 8))
def test_a_cut_tail_is_found_with_the_slip_of_a_later_receipt(left):
    found = verified(with_ledger(b"".join(lines()[:left])))
    assert slip(CODES[left], found).means is Means.UNKNOWN


@pytest.mark.parametrize("kept", [ledger_rewritten(), text_rewritten()], ids=["ledger", "ledger and text"])
def test_a_full_rewrite_holds_by_itself(kept):
    assert verified(kept).first_break is None


@pytest.mark.parametrize("kept", [ledger_rewritten(), text_rewritten()], ids=["ledger", "ledger and text"])
@pytest.mark.parametrize("number", range(1, 9))
def test_a_full_rewrite_is_found_with_any_slip(kept, number):
    assert slip(CODES[number - 1], verified(kept)).means is Means.UNKNOWN


def test_a_rewrite_of_the_end_leaves_the_earlier_slips_known():
    rewritten = events()[:6] + events(operator="budi")[6:]
    found = verified(with_ledger(ledger(rewritten)))
    assert [slip(code, found).known for code in CODES] == [True] * 6 + [False] * 2


TAMPERED = {
    "one character": (other_character(CODE, 3), "Huruf terakhir tidak cocok"),
    "check character": (other_character(CODE, 13), "Huruf terakhir tidak cocok"),
    "two characters": (other_character(other_character(CODE, 0), 7), "Huruf terakhir tidak cocok"),
    "a letter that is not used": ("U" + CODE[1:], '"U" pada kelompok ke-1'),
    "a sign": (CODE[:5] + "!" + CODE[6:], '"!" pada kelompok ke-2'),
    "a letter of no alphabet here": (CODE[:10] + "É" + CODE[11:], '"É" pada kelompok ke-3'),
    "a group left out": (CODE[:9], "yang diketik 8"),
    "a character too many": (CODE + "7", "yang diketik 13"),
    "nothing": ("", "yang diketik 0"),
    "a code of nobody": (short_code("1" * 64), "Tidak dikenal"),
    "whole: one character": (other_character(grouped(WHOLE), 0), "kelompok ke-1 berbeda"),
    "whole: the last character": (other_character(grouped(WHOLE), 78), "kelompok ke-16 berbeda"),
    "whole: no hexadecimal": ("G" + WHOLE[1:], '"G" pada kelompok ke-1'),
    "whole: a group left out": (WHOLE[:60], "yang diketik 60"),
    "whole: a group doubled": (WHOLE + WHOLE[-4:], "yang diketik 68"),
    "whole: two groups swapped": (WHOLE[4:8] + WHOLE[:4] + WHOLE[8:], "Tidak dikenal"),
    "whole: backwards": (WHOLE[::-1], "Tidak dikenal"),
    "whole: half of another": (WHOLE[:32] + FOUND.heads[0][32:], "Tidak dikenal"),
    "whole: of another agreement": (verified(ledger_rewritten("cici")).heads[0], "Tidak dikenal"),
    "of another agreement": (short_code(verified(ledger_rewritten("cici")).heads[0]), "Tidak dikenal"),
}


@pytest.mark.parametrize(("typed", "words"), TAMPERED.values(), ids=TAMPERED)
def test_a_tampered_slip_is_named(typed, words):
    found = slip(typed, FOUND)
    assert (found.known, words in found.words) == (False, True)


def test_a_broken_ledger_still_knows_the_slips_of_the_lines_before():
    found = verified(with_ledger(LEDGER[:-5]))
    assert [slip(code, found).known for code in CODES] == [True] * 7 + [False]


def test_of_several_agreements_the_one_that_knows_a_code_answers():
    other = verified(ledger_rewritten())
    assert best([slip(CODE, other), slip(CODE, FOUND)]).number == HANDED_OVER


@pytest.mark.parametrize("typed", [CODE, CODE.lower(), WHOLE, other_character(CODE, 2)])
def test_a_code_is_told_from_a_name_even_when_mistyped(typed):
    assert looks_like_code(typed)


@pytest.mark.parametrize("typed", ["2023-kampanye-damai", "nota", "kampanyedama", "naskah.toml"])
def test_a_name_is_no_code(typed):
    assert not looks_like_code(typed)
