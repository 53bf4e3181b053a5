"""Typing that a session of ``susun --baris`` has left: taken up, compared, kept, or thrown away."""

from __future__ import annotations

from pathlib import Path

import pytest

from kampanye_tui.agreement.edit_clauses import drop_clause, reword
from kampanye_tui.store.draft import Draft
from kampanye_tui.store.settings import data_home
from kampanye_tui.store.workspace import load, save
from tests.unit.cli.office import ID, Ran, Susun, saved


def first_text(folder: Path) -> str:
    """Return the raw words of the first clause on the disk."""
    return saved(folder).clauses[0].text


def text_of(folder: Path, clause_id: str) -> str:
    """Return the raw words of a clause on the disk."""
    (clause,) = [one for one in saved(folder).clauses if one.id == clause_id]
    return clause.text


def said(ran: Ran) -> str:
    """Return what was said, wherever its lines end."""
    return " ".join(ran.err.split())


def test_words_that_were_given_up_come_back(made: Path, susun: Susun) -> None:
    before = first_text(made)
    ran = susun("2", "1", "1", "t", "Sisa ketikan", ".batal", "1", ".", ".", ".", "0")
    assert "Ketikan Anda yang belum selesai dikembalikan." in ran.err
    assert first_text(made) == before


def test_words_that_were_given_up_unwritten_are_not_promised_back(made: Path, susun: Susun) -> None:
    ran = susun("2", "1", "1", "u", ".batal", ".", ".", "0")
    assert "muncul lagi" not in ran.err


def test_lines_typed_before_the_input_ended_are_offered(made: Path, susun: Susun) -> None:
    susun("2", "1", "1", "u", "Separuh jalan")
    assert "Bunyi: Separuh jalan" in susun("0").err


def test_lines_typed_before_the_input_ended_are_no_edit(made: Path, susun: Susun) -> None:
    before = first_text(made)
    susun("2", "1", "1", "u", "Separuh jalan")
    assert first_text(made) == before


def test_offered_lines_are_taken_up(made: Path, susun: Susun) -> None:
    susun("2", "1", "1", "u", "Separuh jalan")
    susun("1", "t", "sampai akhir.", ".", "0")
    assert first_text(made) == "Separuh jalan\nsampai akhir."


def test_offered_lines_can_be_thrown_away(made: Path, susun: Susun) -> None:
    susun("2", "1", "1", "u", "Separuh jalan")
    susun("3", "y", "0")
    assert "Separuh jalan" not in susun("0").err


@pytest.mark.penuh
def test_offered_lines_that_are_kept_for_later_come_back_in_a_later_session(made: Path, susun: Susun) -> None:
    susun("2", "1", "1", "u", "Separuh jalan")
    susun("2", "2", "2", "1", "t", "Lain", ".batal", ".", ".", "0")
    assert "Separuh jalan" in susun("2", "1", "1", ".", ".", ".", "0").err


def test_typing_that_came_back_can_be_thrown_away(made: Path, susun: Susun) -> None:
    susun("2", "1", "1", "t", "Sisa ketikan", ".batal", "1", "b", "y", ".", ".", "0")
    assert "Sisa ketikan" not in susun("2", "1", "1", ".", ".", ".", "0").err


@pytest.mark.penuh
def test_typing_that_came_back_and_was_only_looked_at_stays(made: Path, susun: Susun) -> None:
    susun("2", "1", "1", "t", "Sisa ketikan", ".batal", "1", ".", ".", ".", "0")
    assert "Sisa ketikan" in susun("2", "1", "1", ".", ".", ".", "0").err


def test_a_new_clause_that_was_given_up_comes_back(made: Path, susun: Susun) -> None:
    susun("2", "b", "Pasar", "Tidak di pasar.", ".batal", ".", "0")
    susun("2", "b", "s", ".", "0")
    assert text_of(made, "pasar") == "Tidak di pasar."


def test_lines_of_a_new_clause_are_taken_up(made: Path, susun: Susun) -> None:
    susun("2", "b", "Pasar", "Tidak di pasar.")
    susun("1", "s", "0")
    assert text_of(made, "pasar") == "Tidak di pasar."


def test_lines_of_a_new_clause_outlive_a_rewriting_that_was_given_up(made: Path, susun: Susun) -> None:
    susun("2", "b", "Pasar", "Tidak di pasar.")
    susun("1", "u", ".batal", "0")
    susun("2", "b", "s", ".", "0")
    assert text_of(made, "pasar") == "Tidak di pasar."


def test_a_new_clause_that_was_left_without_a_title_gets_one(made: Path, susun: Susun) -> None:
    susun("0")
    typed_on_the_screen(made, "klausul:", judul="", teks="Tidak di pasar.")
    ran = susun("1", "s", "j", "Pasar", "0")
    assert "judul klausul kosong" in said(ran).casefold()
    assert text_of(made, "pasar") == "Tidak di pasar."


def test_a_title_is_saved_as_the_screen_saves_it(made: Path, susun: Susun) -> None:
    susun("0")
    typed_on_the_screen(made, f"klausul:{saved(made).clauses[0].id}", judul=" Asas ", teks="Bunyi.")
    susun("1", "s", "0")
    assert saved(made).clauses[0].title == "Asas"


def typed_on_the_screen(made: Path, place: str, **fields: str) -> None:
    """Leave typing of a clause as a lost line does."""
    draft = Draft.open(made.parent.parent, ID, operator="petugas-uji", home=data_home())
    draft.typing(place, fields)
    draft.close()


@pytest.mark.penuh
def test_a_full_stop_leads_from_a_line_or_the_title_back_to_the_lines(made: Path, susun: Susun) -> None:
    heading = "Bunyi klausul Asas dan Dasar Bersama, baris demi baris:"
    assert susun("2", "1", "1", "1", ".", "j", ".", ".").err.count(heading) == 3


def test_what_was_left_is_compared_with_what_is_saved(made: Path, susun: Susun) -> None:
    susun("2", "1", "1", "t", "Sisa ketikan.")
    assert "{+Sisa ketikan.+}" in said(susun("4", "2", "0"))


@pytest.mark.penuh
def test_compared_it_is_still_to_be_answered(made: Path, susun: Susun) -> None:
    before = first_text(made)
    susun("2", "1", "1", "t", "Sisa ketikan.")
    susun("4", "1", "s", "0")
    assert first_text(made) == f"{before}\nSisa ketikan."


def test_it_is_not_thrown_away_without_a_yes(made: Path, susun: Susun) -> None:
    susun("2", "1", "1", "u", "Separuh jalan")
    susun("3", "", "2", "0")
    assert "Separuh jalan" in susun("2", "1", "1", ".", ".", ".", "0").err


@pytest.mark.penuh
def test_thrown_away_the_text_stays_as_it_is_and_that_is_said(made: Path, susun: Susun) -> None:
    before = first_text(made)
    susun("2", "1", "1", "u", "Separuh jalan")
    assert "Ketikan dibuang; naskah tidak berubah." in susun("3", "y", "0").err
    assert first_text(made) == before


@pytest.mark.penuh
@pytest.mark.parametrize("later", ["2", "."])
def test_where_it_comes_again_is_said(made: Path, susun: Susun, later: str) -> None:
    susun("2", "1", "1", "u", "Separuh jalan")
    assert "muncul lagi bila klausulnya dibuka" in said(susun(later, "0"))


def test_typing_of_a_clause_that_is_gone_is_not_said_to_come_where_it_cannot(
    made: Path, susun: Susun
) -> None:
    susun("2", "1", "1", "u", "Separuh jalan")
    kept = load(made.parent.parent, ID)
    save(kept, drop_clause(kept.agreement, kept.agreement.clauses[0].id))
    assert "muncul lagi bila klausul itu diambil lagi" in said(susun("2", "0"))
    assert "Separuh jalan" in susun("2", "p", "1", "y", "1", "1", ".", ".", ".", "0").err


@pytest.mark.penuh
def test_typing_of_a_clause_is_not_thrown_away_without_a_yes(made: Path, susun: Susun) -> None:
    susun("2", "1", "1", "t", "Sisa ketikan", ".batal", "1", "b", "", ".", ".", ".", "0")
    assert "Sisa ketikan" in susun("2", "1", "1", ".", ".", ".", "0").err


@pytest.mark.penuh
def test_giving_up_is_answered_where_nothing_was_typed_as_well(made: Path, susun: Susun) -> None:
    assert "Naskah tidak berubah." in susun("2", "1", "1", "u", ".batal", ".", ".", "0").err


@pytest.mark.penuh
def test_lines_that_were_taken_up_are_offered_again_where_the_input_ends(made: Path, susun: Susun) -> None:
    susun("2", "1", "1", "u", "Separuh jalan")
    susun("1")
    assert "Sesi sebelumnya berakhir" in susun("2", "0").err


@pytest.mark.penuh
def test_typing_is_offered_to_who_takes_over_as_well(made: Path, susun: Susun) -> None:
    susun("2", "1", "1", "u", "Separuh jalan")
    holder = Draft.open(made.parent.parent, ID, operator="siti", home=data_home() / "siti")
    ran = susun("", "9", "y", "2", "0")
    holder.close()
    assert "Bunyi: Separuh jalan" in ran.err


def elsewhere(made: Path, **said: str) -> None:
    """Reword the first clause as somebody else."""
    kept = load(made.parent.parent, ID)
    save(kept, reword(kept.agreement, kept.agreement.clauses[0].id, **said))


@pytest.mark.penuh
def test_a_clause_that_somebody_else_reworded_since_is_told(made: Path, susun: Susun) -> None:
    susun("2", "1", "1", "u", "Bunyi kami.")
    elsewhere(made, text="Bunyi mereka.")
    assert "juga diubah orang lain sejak Anda mengetik" in said(susun("1", ".", "0"))


def test_a_clause_that_somebody_else_reworded_since_is_merged_when_it_is_saved(
    made: Path, susun: Susun
) -> None:
    before = first_text(made).split("\n")[0]
    susun("2", "1", "1", "u", "Bunyi kami.")
    elsewhere(made, text="Bunyi mereka.")
    told = said(susun("1", "s", "1", "s", "0"))
    assert f"Semula: {before}"[:40] in told
    assert first_text(made) == "Bunyi kami."


def test_typing_of_an_ended_session_takes_nothing_else_back(made: Path, susun: Susun) -> None:
    susun("2", "1", "1", "u", "Bunyi kami.")
    elsewhere(made, title="Judul Mereka")
    susun("1", "s", "0")
    assert (first_text(made), saved(made).clauses[0].title) == ("Bunyi kami.", "Judul Mereka")
