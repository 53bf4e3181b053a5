"""Ayat and huruf, read off the raw words of a clause."""

import pytest

from kampanye_tui.agreement.provisions import Provision, provisions


def read(text):
    """The provisions of a clause without placeholders."""
    return provisions(text, text)


def test_a_single_paragraph_is_one_ayat():
    assert read("Satu.") == (Provision("Satu."),)


def test_a_blank_line_parts_ayat():
    assert read("Satu.\n\nDua.") == (Provision("Satu."), Provision("Dua."))


def test_several_blank_lines_part_as_one_does():
    assert read("\nSatu.\n \n\nDua.\n") == (Provision("Satu."), Provision("Dua."))


def test_lines_of_an_ayat_flow_together():
    assert read("Satu\n  dua\ntiga.") == (Provision("Satu dua tiga."),)


def test_a_line_with_a_hyphen_is_a_huruf_of_its_ayat():
    assert read("Tidak:\n- pertama; dan\n- kedua.") == (Provision("Tidak:", ("pertama; dan", "kedua.")),)


def test_a_huruf_may_run_over_several_lines():
    assert read("Tidak:\n- pertama\n  lanjutannya;\n- kedua.") == (
        Provision("Tidak:", ("pertama lanjutannya;", "kedua.")),
    )


def test_a_hyphen_may_be_indented():
    assert read("Tidak:\n   -   pertama.") == (Provision("Tidak:", ("pertama.",)),)


def test_a_hyphen_without_a_space_makes_no_huruf():
    assert read("Satu\n-dua") == (Provision("Satu -dua"),)


def test_huruf_may_stand_without_a_sentence_above_them():
    assert read("- pertama;\n- kedua.") == (Provision("", ("pertama;", "kedua.")),)


def test_an_ayat_may_follow_huruf():
    assert read("Tidak:\n- pertama.\n\nKedua.") == (Provision("Tidak:", ("pertama.",)), Provision("Kedua."))


def test_empty_text_has_no_provisions():
    assert read("\n \n") == ()


def test_a_value_that_begins_with_a_hyphen_makes_no_huruf():
    assert provisions("{a}\ndan {b}", "- satu\ndan - dua") == (Provision("- satu dan - dua"),)


def test_a_huruf_whose_value_begins_with_a_hyphen_keeps_it():
    assert provisions("- {a}", "- - satu") == (Provision("", ("- satu",)),)


def test_words_that_do_not_have_the_lines_of_their_form_are_refused():
    with pytest.raises(ValueError, match="shorter"):
        provisions("{a}\n{b}", "satu")
