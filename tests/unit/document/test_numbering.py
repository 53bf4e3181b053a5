"""Numbers of pasal and clauses, and references to them."""

from __future__ import annotations

import msgspec
import pytest

from kampanye_tui.document.context import BLANK
from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.document import ClauseBlock
from kampanye_tui.model.occasion import Style
from tests.unit.document.papers import clause, labels, paper, template, texts, tree, with_clauses

BOTH = "::: pasal Awal\nIsi.\n:::\n\n::: klausul\n:::\n\n::: pasal Akhir\nIsi.\n:::\n"


@pytest.fixture
def two(agreement: Agreement) -> Agreement:
    """An agreement of two clauses, the second of which refers to the first."""
    return with_clauses(agreement, clause("satu"), clause("dua", "Lihat {@satu}."))


def test_pasal_count_from_the_templates_own_to_the_clauses_and_back(two: Agreement) -> None:
    assert labels(paper(two, BOTH)) == ["Pasal\u00a01", "Pasal\u00a02", "Pasal\u00a03", "Pasal\u00a04"]


def test_numbered_clauses_count_for_themselves(two: Agreement) -> None:
    assert labels(paper(two, f'{BOTH}\n::: klausul gaya="angka"\n:::\n'))[-2:] == ["1.", "2."]


def test_an_agreement_in_numbers_numbers_the_pasal_of_a_template_too(two: Agreement) -> None:
    assert labels(paper(msgspec.structs.replace(two, style=Style.NUMBERS), BOTH)) == ["1.", "2.", "3.", "4."]


def test_what_a_condition_leaves_out_takes_no_number(two: Agreement) -> None:
    body = f"::: bila final\n::: pasal Tidak\nIsi.\n:::\n:::\n\n{BOTH}"
    assert labels(paper(two, body))[0] == "Pasal\u00a01"


def test_what_a_condition_lets_in_takes_a_number(two: Agreement) -> None:
    body = f"::: bila konsep\n::: pasal Ya\nIsi.\n:::\n:::\n\n{BOTH}"
    assert len(labels(paper(two, body))) == 5


def test_a_template_taken_in_counts_on(two: Agreement) -> None:
    others = {"paket/lain": template(BOTH, name="lain")}
    body = "::: pasal Satu\nIsi.\n:::\n\n::: sisip paket/lain\n:::\n"
    assert labels(paper(two, body, templates=others))[-1] == "Pasal\u00a05"


def test_a_template_taken_in_twice_counts_on_both_times(two: Agreement) -> None:
    others = {"paket/lain": template("::: pasal Satu\nIsi.\n:::\n", name="lain")}
    body = "::: sisip paket/lain\n:::\n\n::: sisip paket/lain\n:::\n"
    assert labels(paper(two, body, templates=others)) == ["Pasal\u00a01", "Pasal\u00a02"]


@pytest.mark.parametrize(
    ("body", "reference"),
    [
        ("::: klausul\n:::\n", "Pasal\u00a01"),
        (BOTH, "Pasal\u00a02"),
        ('::: klausul gaya="angka"\n:::\n', "angka\u00a01"),
    ],
    ids=["pasal", "behind a pasal of the template", "numbers"],
)
def test_a_reference_gives_the_number_a_clause_has_in_this_document(
    two: Agreement, body: str, reference: str
) -> None:
    assert f"Lihat {reference}." in texts(paper(two, body).blocks)


@pytest.mark.parametrize(("style", "reference"), [("pasal", "Pasal\u00a02"), ("angka", "angka\u00a02")])
def test_a_reference_follows_when_clauses_change_places(two: Agreement, style: str, reference: str) -> None:
    turned = with_clauses(two, *reversed(two.clauses))
    assert f"Lihat {reference}." in texts(paper(turned, f'::: klausul gaya="{style}"\n:::\n').blocks)


def test_a_reference_may_stand_before_its_clause(two: Agreement) -> None:
    assert "Lihat Pasal\u00a02." in texts(paper(two, "Lihat {@dua}.\n\n::: klausul\n:::\n").blocks)


def test_a_reference_to_a_clause_that_is_not_there_prints_the_blank(two: Agreement) -> None:
    assert f"Lihat {BLANK}." in texts(paper(two, "Lihat {@tiga}.\n").blocks)


def test_a_document_in_both_styles_refers_to_the_first(two: Agreement) -> None:
    body = '::: klausul\n:::\n\n::: klausul gaya="angka"\n:::\n\nLihat {@satu}.\n'
    assert list(texts(paper(two, body).blocks))[-1] == "Lihat Pasal\u00a01."


@pytest.mark.parametrize(
    ("style", "entries"),
    [
        ("pasal", ["(1) Satu:", ["a. x;", "b. y."], "(2) Dua."]),
        ("angka", ["a. Satu:", ["1) x;", "2) y."], "b. Dua."]),
    ],
)
def test_ayat_and_huruf_are_numbered_in_their_style(
    agreement: Agreement, style: str, entries: list[object]
) -> None:
    made = with_clauses(agreement, clause("satu", "Satu:\n- x;\n- y.\n\nDua."))
    (block,) = paper(made, f'::: klausul gaya="{style}"\n:::\n').blocks
    assert isinstance(block, ClauseBlock)
    assert tree(block.entries) == entries


def test_the_only_ayat_of_a_clause_has_no_number(agreement: Agreement) -> None:
    (block,) = paper(agreement, "::: pasal Satu\nIsi.\n:::\n").blocks
    assert isinstance(block, ClauseBlock)
    assert tree(block.entries) == ["Isi."]


def test_a_value_that_begins_with_a_hyphen_makes_no_huruf(agreement: Agreement) -> None:
    made = msgspec.structs.replace(clause("satu", "{x}"), resolved="- bukan huruf")
    (block,) = paper(with_clauses(agreement, made), "::: klausul\n:::\n").blocks
    assert isinstance(block, ClauseBlock)
    assert tree(block.entries) == ["- bukan huruf"]
