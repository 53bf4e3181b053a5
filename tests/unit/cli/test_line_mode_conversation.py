"""Questions in plain lines: what an answer can be, and what is never sent to the terminal."""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest

from kampanye_tui.agreement.entries import hour_of, line_of
from kampanye_tui.cli.line_mode.conversation import (
    Back,
    Ended,
    agreed,
    ask,
    ask_new,
    choose,
    choose_several,
    needed,
    say,
    sentence,
)
from kampanye_tui.model.problem import Refused, refuse

Typing = Callable[..., None]
SIXTEEN = [f"pilihan {number}" for number in range(1, 17)]


@pytest.fixture
def typing(monkeypatch: pytest.MonkeyPatch) -> Typing:
    """Let these lines be typed; then the input ends."""

    def given(*lines: str) -> None:
        monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{line}\n" for line in lines)))

    return given


def place(typing: Typing, *lines: str) -> str:
    """Return what becomes of the place "Aula" when these lines are typed."""
    typing(*lines)
    return ask("Tempat", line_of, kept="Aula", shown="Aula")


def test_an_empty_answer_keeps_the_value(typing: Typing) -> None:
    assert place(typing, "") == "Aula"


def test_a_hyphen_empties_the_value(typing: Typing) -> None:
    assert place(typing, "-") == ""


def test_a_full_stop_goes_back(typing: Typing) -> None:
    with pytest.raises(Back):
        place(typing, ".")


def test_an_input_that_ends_is_no_answer(typing: Typing) -> None:
    with pytest.raises(Ended):
        place(typing)


def test_a_question_says_the_present_value_and_what_enter_does(
    typing: Typing, capsys: pytest.CaptureFixture[str]
) -> None:
    place(typing, "")
    shown = capsys.readouterr().err
    assert shown.startswith("Tempat (sekarang: Aula; Enter: tetap; -: kosongkan; .: kembali): ")


@pytest.mark.parametrize(("kept", "judge"), [("", line_of), ("Aula", needed(line_of))])
def test_a_question_offers_to_empty_only_what_can_be_emptied(
    typing: Typing, capsys: pytest.CaptureFixture[str], kept: str, judge: Callable[[str], str]
) -> None:
    typing("")
    ask("Tempat", judge, kept=kept, shown=kept)
    assert "; Enter: tetap; .: kembali): " in capsys.readouterr().err


def test_an_answer_that_cannot_be_read_is_asked_again(typing: Typing) -> None:
    typing("jam sembilan", "09.00")
    answer = ask("Mulai", hour_of, kept=None, shown="")
    assert f"{answer:%H.%M}" == "09.00"


def test_a_needed_value_cannot_be_emptied(typing: Typing) -> None:
    typing("-", "Kampanye Damai")
    assert ask("Tentang", needed(line_of), kept="x", shown="x") == "Kampanye Damai"


def test_an_empty_answer_goes_back_where_there_is_no_value_yet(typing: Typing) -> None:
    typing("")
    with pytest.raises(Back):
        ask_new("Judul", line_of)


@pytest.mark.parametrize(("answer", "meant"), [("y", True), ("ya", True), ("", False), ("t", False)])
def test_only_a_yes_is_a_yes(answer: str, meant: bool, typing: Typing) -> None:
    typing(answer)
    assert agreed("Terapkan?") is meant


def test_a_page_has_fifteen_choices(typing: Typing, capsys: pytest.CaptureFixture[str]) -> None:
    typing("1")
    choose("Daftar:", SIXTEEN)
    assert " 15 pilihan 15" in (shown := capsys.readouterr().err)
    assert " 16 pilihan 16" not in shown


def test_enter_shows_the_next_page(typing: Typing, capsys: pytest.CaptureFixture[str]) -> None:
    typing("", "16")
    choose("Daftar:", SIXTEEN)
    assert " 16 pilihan 16" in capsys.readouterr().err


def test_a_number_of_a_later_page_can_be_chosen_at_once(typing: Typing) -> None:
    typing("16")
    assert choose("Daftar:", SIXTEEN) == "16"


def test_a_number_that_is_not_there_is_asked_again(typing: Typing) -> None:
    typing("17", "2")
    assert choose("Daftar:", SIXTEEN) == "2"


def test_a_list_that_was_heard_is_not_said_again(typing: Typing, capsys: pytest.CaptureFixture[str]) -> None:
    typing("2")
    choose("Daftar:", SIXTEEN, heard=SIXTEEN)
    assert "pilihan 1" not in capsys.readouterr().err


def test_of_a_list_that_was_heard_only_what_changed_is_said(
    typing: Typing, capsys: pytest.CaptureFixture[str]
) -> None:
    typing("2")
    choose("Daftar:", [*SIXTEEN[:15], "yang lain"], heard=SIXTEEN)
    assert capsys.readouterr().err.splitlines()[0] == " 16 yang lain"


def test_a_list_with_more_or_less_than_was_heard_is_said_anew(
    typing: Typing, capsys: pytest.CaptureFixture[str]
) -> None:
    typing("2")
    choose("Daftar:", SIXTEEN[1:], heard=SIXTEEN)
    assert "  2 pilihan 3" in capsys.readouterr().err.splitlines()


def test_enter_says_a_list_that_was_heard_again(typing: Typing, capsys: pytest.CaptureFixture[str]) -> None:
    typing("", "2")
    choose("Daftar:", SIXTEEN, heard=SIXTEEN)
    assert "pilihan 1" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("answer", "positions"),
    [("2", (1,)), ("1,3", (0, 2)), ("1, 3-4", (0, 2, 3)), ("semua", (0, 1, 2, 3)), ("2,2", (1,)), ("", (3,))],
)
def test_several_can_be_chosen(answer: str, positions: tuple[int, ...], typing: Typing) -> None:
    typing(answer)
    assert choose_several("Dokumen:", SIXTEEN[:4], [3], "nomor 4") == positions


@pytest.mark.parametrize("answer", ["5", "0", "3-2", "dua", "1,x"])
def test_numbers_that_are_not_there_are_asked_again(answer: str, typing: Typing) -> None:
    typing(answer, "1")
    assert choose_several("Dokumen:", SIXTEEN[:4], [3], "nomor 4") == (0,)


def test_no_line_is_wider_than_78_columns(capsys: pytest.CaptureFixture[str]) -> None:
    say("kata " * 40 + "x" * 100, lead="  1 ")
    assert max(map(len, capsys.readouterr().err.splitlines())) <= 78


def test_a_long_question_is_not_wider_either(typing: Typing, capsys: pytest.CaptureFixture[str]) -> None:
    typing("")
    ask("Tentang", line_of, kept="", shown="kata " * 40)
    assert max(map(len, capsys.readouterr().err.splitlines())) <= 78


def test_no_line_ends_between_a_key_and_what_it_does(
    typing: Typing, capsys: pytest.CaptureFixture[str]
) -> None:
    typing("")
    ask("Alamat kantor", line_of, kept="", shown="Jalan Raya Serpong 1")
    (line,) = [one for one in capsys.readouterr().err.splitlines() if ".:" in one]
    assert ".: kembali" in line


def test_what_a_terminal_would_obey_is_written_out(
    typing: Typing, capsys: pytest.CaptureFixture[str]
) -> None:
    typing("\x1b[A", "1")
    choose("Daftar\x1b[2J:", ["satu\r"])
    assert not set(capsys.readouterr().err) & {"\x1b", "\r"}


def test_advice_for_the_command_line_is_left_out() -> None:
    refused = refuse("klausul ini sudah ada", "Ubah dengan: kampanye klausul sunting")
    assert sentence(refused) == "Klausul ini sudah ada."


def test_other_advice_is_kept() -> None:
    assert sentence(refuse("judul kosong", "Isi judulnya")) == "Judul kosong. Isi judulnya."


def test_every_problem_is_told() -> None:
    both = Refused([*refuse("satu").problems, *refuse("dua").problems])
    assert sentence(both) == "Satu.\nDua."
