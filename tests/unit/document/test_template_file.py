"""The file of a template: its front matter, and what may not stand in it."""

from __future__ import annotations

import pytest

from kampanye_tui.document.template_file import read_template, with_address
from kampanye_tui.model.problem import Problem, Refused
from tests.unit.document.papers import HEAD

FILE = "paket/templat/uji.md"


def problem_of(text: str) -> Problem:
    with pytest.raises(Refused) as caught:
        read_template(text.encode(), FILE)
    (problem,) = caught.value.problems
    return problem


def test_a_file_without_front_matter_is_refused_at_its_first_line() -> None:
    problem = problem_of("# Judul\n\nIsi.\n")
    assert (problem.file, problem.line, problem.what) == (FILE, 1, "kepala templat belum ada")


def test_an_empty_file_is_refused_at_its_first_line() -> None:
    problem = problem_of("")
    assert (problem.line, problem.what) == (1, "kepala templat belum ada")


def test_front_matter_that_is_not_closed_is_refused_where_it_opens() -> None:
    problem = problem_of('+++\nformat = 1\nid = "uji"\n\nIsi.\n')
    assert (problem.file, problem.line, problem.what) == (FILE, 1, "kepala templat belum ditutup")


def test_bad_toml_is_told_with_its_line_in_the_file() -> None:
    problem = problem_of('+++\nformat = 1\nid = "uji"\njudul = Uji\n+++\nIsi.\n')
    assert (problem.file, problem.line) == (FILE, 4)


def test_bad_toml_is_shown_as_it_stands() -> None:
    assert problem_of("+++\nformat = 1\njudul = Uji\n+++\nIsi.\n").excerpt == "judul = Uji"


def test_an_unknown_key_is_told_with_the_key_that_is_near() -> None:
    problem = problem_of(HEAD.replace("judul =", "cakupn = 1\njudul ="))
    assert (problem.file, problem.hint) == (FILE, 'Mungkin maksudnya "cakupan"')


def test_a_front_matter_without_format_is_refused() -> None:
    assert problem_of('+++\nid = "uji"\njudul = "Uji"\n+++\n').what == 'kunci "format" belum ada'


def test_a_front_matter_without_title_is_refused() -> None:
    assert problem_of('+++\nformat = 1\nid = "uji"\n+++\n').what == 'kunci "judul" belum ada'


def test_a_margin_that_printers_cut_is_refused() -> None:
    problem = problem_of(HEAD.replace("judul =", "margin = { kiri = 5 }\njudul ="))
    assert problem.what == "tertulis 5 mm"


def test_letters_that_nobody_can_read_are_refused() -> None:
    problem = problem_of(HEAD.replace("judul =", "ukuran_huruf = 3.0\njudul ="))
    assert problem.key == "ukuran_huruf"


@pytest.mark.parametrize("hidden", ["\x1b", "\t", "\u200b", "\u202e", "\r"])
def test_a_character_that_nobody_sees_is_refused_with_its_line(hidden: str) -> None:
    problem = problem_of(f"{HEAD}Satu.\n\nDua{hidden} kata.\n")
    assert (problem.file, problem.line) == (FILE, 8)


def test_a_hidden_character_is_named() -> None:
    assert "U+200B (ZERO WIDTH SPACE)" in problem_of(f"{HEAD}Dua\u200b kata.\n").what


def test_every_hidden_character_is_told_at_once() -> None:
    with pytest.raises(Refused) as caught:
        read_template(f"{HEAD}Sa\u200btu.\n\nDu\u200ba.\n".encode(), FILE)
    assert [problem.line for problem in caught.value.problems] == [6, 8]


def test_the_body_begins_behind_the_front_matter() -> None:
    template = read_template(f"{HEAD}Satu.\nDua.\n".encode(), FILE)
    assert (template.first_line, template.body) == (6, "Satu.\nDua.\n")


def test_a_fence_in_the_body_is_text() -> None:
    assert read_template(f"{HEAD}+++\nIsi.\n".encode(), FILE).body == "+++\nIsi.\n"


def test_a_file_from_notepad_is_read_like_any_other() -> None:
    plain = read_template(f"{HEAD}Satu.\n".encode(), FILE)
    notepad = b"\xef\xbb\xbf" + f"{HEAD}Satu.\n".replace("\n", "\r\n").encode()
    assert read_template(notepad, FILE) == plain


def test_a_template_is_chosen_by_its_pack_and_its_id() -> None:
    assert with_address(read_template(HEAD.encode(), FILE), "daerah").address == "daerah/uji"
