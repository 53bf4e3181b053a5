"""What a document is made of before any text is: conditions decided, templates taken in, all numbered."""

from __future__ import annotations

import pytest

from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.document import ClauseBlock
from kampanye_tui.model.template import Template
from tests.unit.document.papers import clause, labels, paper, problem_of, template, texts, with_clauses

CLAUSES = "::: klausul\n:::\n"


def pasal(title: str) -> str:
    return f"::: pasal {title}\nIsi.\n:::\n\n"


def taking_in(name: str = "lain") -> str:
    return f"::: sisip paket/{name}\n:::\n\n"


def others(**bodies: str) -> dict[str, Template]:
    return {f"paket/{name}": template(body, name=name) for name, body in bodies.items()}


@pytest.fixture
def two(agreement: Agreement) -> Agreement:
    """An agreement of two clauses, the second of which refers to the first."""
    return with_clauses(agreement, clause("satu"), clause("dua", "Lihat {@satu}."))


def numbers(agreement: Agreement, body: str, **bodies: str) -> list[str]:
    """Return the numbers of all pasal and clauses, with plain spaces."""
    made = paper(agreement, body, templates=others(**bodies))
    return [label.replace("\u00a0", " ") for label in labels(made)]


def test_clauses_that_stand_twice_count_on(two: Agreement) -> None:
    assert numbers(two, f"{CLAUSES}\n{CLAUSES}") == ["Pasal 1", "Pasal 2", "Pasal 3", "Pasal 4"]


def test_clauses_that_stand_twice_are_referred_to_where_they_stand_first(two: Agreement) -> None:
    said = list(texts(paper(two, f"{CLAUSES}\n{CLAUSES}\nLihat {{@dua}}.\n").blocks))
    assert said[-1] == "Lihat Pasal\u00a02."


def test_a_template_taken_in_twice_has_its_clauses_counted_both_times(two: Agreement) -> None:
    body = f"{taking_in()}{taking_in()}"
    assert numbers(two, body, lain=f"{pasal('Awal')}{CLAUSES}") == [f"Pasal {n}" for n in range(1, 7)]


def test_what_is_behind_a_template_taken_in_counts_on(two: Agreement) -> None:
    assert numbers(two, f"{taking_in()}{pasal('Akhir')}", lain=CLAUSES) == ["Pasal 1", "Pasal 2", "Pasal 3"]


def test_a_template_taken_in_by_one_taken_in_counts_on(two: Agreement) -> None:
    made = numbers(
        two,
        f"{pasal('A')}{taking_in('dua')}{pasal('D')}",
        dua=f"{pasal('B')}{taking_in('tiga')}",
        tiga=pasal("C"),
    )
    assert made == ["Pasal 1", "Pasal 2", "Pasal 3", "Pasal 4"]


def test_a_template_may_be_taken_in_by_two_others(two: Agreement) -> None:
    body = f"{taking_in('dua')}{taking_in('tiga')}"
    made = numbers(two, body, dua=taking_in("sama"), tiga=taking_in("sama"), sama=pasal("Sama"))
    assert made == ["Pasal 1", "Pasal 2"]


def test_each_style_counts_for_itself_over_templates(two: Agreement) -> None:
    body = f"{pasal('A')}{taking_in()}{pasal('B')}"
    assert numbers(two, body, lain='::: klausul gaya="angka"\n:::\n') == ["Pasal 1", "1.", "2.", "Pasal 2"]


def test_a_pasal_in_numbers_counts_among_the_numbers(two: Agreement) -> None:
    body = '::: pasal Awal gaya="angka"\nIsi.\n:::\n\n::: klausul gaya="angka"\n:::\n'
    assert numbers(two, body) == ["1.", "2.", "3."]


def test_a_condition_decides_whether_a_template_is_taken_in(two: Agreement) -> None:
    body = f"::: bila final\n{taking_in()}:::\n\n::: bila konsep\n{taking_in('dua')}:::\n"
    said = list(texts(paper(two, body, templates=others(lain="Tidak.", dua="Ya.")).blocks))
    assert said == ["Ya."]


def test_a_condition_in_a_template_taken_in_is_decided(two: Agreement) -> None:
    lain = "::: bila final\nTidak.\n:::\n\n::: bila konsep\nYa.\n:::\n"
    assert list(texts(paper(two, taking_in(), templates=others(lain=lain)).blocks)) == ["Ya."]


def test_a_condition_in_a_condition_needs_both(two: Agreement) -> None:
    body = "::: bila konsep\n::: bila final\nTidak.\n:::\n\nYa.\n:::\n"
    assert list(texts(paper(two, body).blocks)) == ["Ya."]


def test_clauses_that_a_condition_leaves_out_are_referred_to_where_they_stand(two: Agreement) -> None:
    body = f"::: bila final\n{pasal('A')}{CLAUSES}:::\n\n{CLAUSES}"
    blocks = [block for block in paper(two, body).blocks if isinstance(block, ClauseBlock)]
    assert "Lihat Pasal\u00a01." in texts(blocks[1])


def test_without_clauses_what_follows_takes_the_first_number(agreement: Agreement) -> None:
    assert numbers(with_clauses(agreement), f"{CLAUSES}\n{pasal('A')}") == ["Pasal 1"]


def test_an_unknown_style_in_a_template_taken_in_is_refused_with_its_own_file(two: Agreement) -> None:
    problem = problem_of(two, taking_in(), templates=others(lain='\n::: klausul gaya="romawi"\n:::\n'))
    assert (problem.file, problem.line) == ("paket/templat/lain.md", 7)


def test_a_template_that_is_not_there_is_refused_with_the_nearest(two: Agreement) -> None:
    problem = problem_of(two, taking_in("laim"), templates=others(lain="Isi."))
    assert (problem.what, problem.hint) == (
        'templat "paket/laim" tidak termasuk pilihan',
        'Mungkin maksudnya "paket/lain"',
    )


def test_a_template_to_take_in_has_to_be_named(two: Agreement) -> None:
    assert problem_of(two, "::: sisip\n:::\n").what == "sesudah sisip masih diperlukan keterangan"
