"""Pembahasan: the answers clause by clause, of one clause, of one pihak, and as a table."""

from __future__ import annotations

from shutil import rmtree

import pytest
from textual.pilot import Pilot

from kampanye_tui.agreement.facts import of_kind
from kampanye_tui.agreement.responding import Said, answers_of
from kampanye_tui.model.event import Answer, Responded
from kampanye_tui.store.ledger import open_ledger
from tests.tui import scenes
from tests.tui.desk import ID, LARGE, Desk, lines, text, until, words
from tests.tui.scenes import said

pytestmark = pytest.mark.penuh

TABLE = f"naskah/{ID}/keluaran/tanggapan.csv"
DEMOKRAT = "partai-demokrat"
MONEY, PROPS = "tanpa-politik-uang", "alat-peraga"
WISH = "Kata “materi lainnya” terlalu luas."


def given(desk: Desk, party: str = DEMOKRAT) -> dict[str, tuple[Answer, str]]:
    """Return what a pihak has answered, by the ids of clauses."""
    answers = answers_of(open_ledger(desk.located.workspace / "naskah" / ID, ID).book.events)
    return {clause: (one.answer, one.remark) for (who, clause), one in answers.items() if who == party}


def events(desk: Desk) -> int:
    """Return how many answers the ledger has."""
    return sum(
        1 for _ in of_kind(open_ledger(desk.located.workspace / "naskah" / ID, ID).book.events, Responded)
    )


@pytest.fixture
def answered(desk: Desk) -> Desk:
    """Two pihak agreed to everything, one objects, one remarks; then a clause was reworded."""
    scenes.answered(desk)
    return desk


async def of_party(at: Pilot, *digits: str) -> None:
    """Open the answers of the pihak with that ballot number."""
    await at.press("8", "p", *digits, "enter")
    await until(at, lambda: "Klausul" in lines(at.app)[1] and "Tanggapan" in lines(at.app)[1])


def test_typed_digits_point_at_a_pihak_on_whichever_page_it_stands(answered: Desk) -> None:
    async def scene(at: Pilot) -> None:
        await at.press("8", "down", "down", "down", "1", "4")
        await at.pause()
        assert "›14" in lines(at.app)[1]
        assert f"Keberatan: {WISH}" in text(at.app)

    answered.play(scene)


def test_a_key_turns_to_the_other_pihak_and_back(answered: Desk) -> None:
    async def scene(at: Pilot) -> None:
        await at.press("8", "tab")
        await at.pause()
        assert lines(at.app)[1].endswith("›13 14 15 16 17 24 A  B  C  D  E  F")
        assert "A Bawaslu  B Pemerintah  C DPRD" in text(at.app)
        await at.press("tab")
        await at.pause()
        assert lines(at.app)[1].split()[3:5] == ["›1", "2"]
        assert "A Bawaslu" not in text(at.app)

    answered.play(scene)


def test_where_all_pihak_are_in_sight_there_is_no_other_page(answered: Desk) -> None:
    async def scene(at: Pilot) -> None:
        await at.press("8", "tab")
        assert "Semua pihak sudah tampak." in text(at.app)

    answered.play(scene, size=LARGE)


def test_what_was_pointed_at_is_what_is_opened(answered: Desk) -> None:
    async def scene(at: Pilot) -> None:
        await at.press("8", "down", "right", "enter")
        await at.pause()
        assert lines(at.app)[0].startswith(" 2 (Pasal 4 naskah) Kampanye Aman")
        assert at.app.screen.rows.pointed.id == "partai-gerakan-indonesia-raya"

    answered.play(scene)


def test_what_changed_since_a_pihak_answered_is_one_key_away(answered: Desk) -> None:
    async def scene(at: Pilot) -> None:
        await of_party(at, "1")
        await at.press("d")
        await until(
            at, lambda: "~ Klausul 6 (Pasal 8 naskah): Alat Peraga [-dan Bahan Kampanye-]" in text(at.app)
        )

    answered.play(scene)


def test_words_that_are_no_longer_kept_are_told_not_guessed(answered: Desk) -> None:
    async def scene(at: Pilot) -> None:
        rmtree(answered.located.workspace / "naskah" / ID / ".riwayat")
        await of_party(at, "1")
        await at.press("d")
        await until(
            at, lambda: "tidak tersimpan lagi: klausul 6 (Pasal 8 naskah, Alat Peraga)." in words(at.app)
        )

    answered.play(scene)


def test_where_nothing_changed_since_that_is_said(answered: Desk) -> None:
    async def scene(at: Pilot) -> None:
        await at.press("8", "enter", "d")
        await until(at, lambda: "Tidak ada yang berubah sejak ditanggapi PKB." in text(at.app))
        await at.press("9", "d")
        assert "PKN belum menanggapi klausul 1 (Pasal 3 naskah)." in text(at.app)

    answered.play(scene)


def test_the_first_open_clause_is_answered_with_one_key_and_the_next_follows(answered: Desk) -> None:
    async def scene(at: Pilot) -> None:
        await of_party(at, "1")
        assert at.app.screen.rows.pointed.id == PROPS
        await at.press("s")
        assert "PKB, klausul 6 (Pasal 8 naskah): setuju." in text(at.app)
        assert at.app.screen.rows.position == (7, 11)

    answered.play(scene)


def test_what_is_agreed_to_already_is_not_recorded_twice(answered: Desk) -> None:
    async def scene(at: Pilot) -> None:
        before = events(answered)
        await of_party(at, "1")
        await at.press("home", "s")
        assert "PKB sudah setuju atas klausul 1 (Pasal 3 naskah)." in text(at.app)
        assert events(answered) == before

    answered.play(scene)


def test_an_objection_is_typed_and_shown_where_it_belongs(desk: Desk) -> None:
    async def scene(at: Pilot) -> None:
        await at.press("8", "down", "down", "down", "enter", "1", "4", "b", *"luas", "f10")
        await until(at, lambda: given(desk))
        assert given(desk) == {MONEY: (Answer.OBJECTION, "luas")}
        await at.press("escape")
        await at.pause()
        assert "Keberatan Demokrat: luas" in text(at.app)

    desk.play(scene)


def test_a_remark_is_asked_for_and_what_it_replaces_is_told(answered: Desk) -> None:
    async def scene(at: Pilot) -> None:
        await of_party(at, "1", "4")
        at.app.screen.rows.point(MONEY)
        await at.press("c", "f10")
        assert "Catatan: belum diisi" in text(at.app)
        await at.press(*"ya", "f10")
        await until(at, lambda: given(answered)[MONEY] == (Answer.REMARK, "ya"))
        await at.pause()
        assert (
            "Demokrat, klausul 4 (Pasal 6 naskah): catatan; keberatan sebelumnya tidak berlaku lagi."
            in words(at.app)
        )

    answered.play(scene)


def test_an_answer_is_taken_back_and_one_never_given_is_not(answered: Desk) -> None:
    async def scene(at: Pilot) -> None:
        await of_party(at, "1", "4")
        await at.press("x")
        assert "Demokrat belum menanggapi klausul 1 (Pasal 3 naskah), jadi tidak ada yang dicabut." in words(
            at.app
        )
        at.app.screen.rows.point(MONEY)
        await at.press("x")
        assert given(answered) == {MONEY: (Answer.NONE, "")}

    answered.play(scene)


def test_one_key_agrees_to_everything(desk: Desk) -> None:
    async def scene(at: Pilot) -> None:
        await of_party(at, "2", "4")
        await at.press("A")
        assert "Partai Ummat setuju atas 11 klausul." in text(at.app)
        assert set(given(desk, "partai-ummat").values()) == {(Answer.AGREED, "")}

    desk.play(scene)


def test_agreeing_to_everything_names_the_objection_that_goes_and_asks(answered: Desk) -> None:
    async def scene(at: Pilot) -> None:
        await of_party(at, "1", "4")
        await at.press("A")
        assert f"- klausul 4 (Pasal 6 naskah), keberatan: {WISH}" in text(at.app)
        await at.press("t")
        assert given(answered) == {MONEY: (Answer.OBJECTION, WISH)}
        await at.press("A", "y")
        await until(at, lambda: len(given(answered)) == 11)

    answered.play(scene)


def test_agreeing_to_everything_is_off_where_it_could_mean_all_pihak(desk: Desk) -> None:
    async def scene(at: Pilot) -> None:
        await at.press("8", "enter", "A")
        assert "pada daftar satu pihak: tekan Esc, lalu p." in words(at.app)
        assert events(desk) == 0

    desk.play(scene)


def test_digits_lead_from_one_pihak_to_another(answered: Desk) -> None:
    async def scene(at: Pilot) -> None:
        await of_party(at, "1")
        await at.press("1", "4")
        assert lines(at.app)[0].startswith(" 14 Partai Demokrat")
        await at.press("9")
        assert "Nomor urut 149 tidak ada." in text(at.app)

    answered.play(scene)


def test_one_pihak_after_the_other_is_entered_without_waiting(desk: Desk) -> None:
    async def scene(at: Pilot) -> None:
        await of_party(at, "1", "4")
        await at.press("A", "5", "A", "1", "7", "A")
        parties = ("partai-demokrat", "partai-nasdem", "partai-persatuan-pembangunan")
        assert [len(given(desk, one)) for one in parties] == [11, 11, 11]
        await at.press("escape")
        await at.pause()
        assert "›17" in lines(at.app)[1]

    desk.play(scene)


def test_what_another_process_records_appears_by_itself(desk: Desk) -> None:
    async def scene(at: Pilot) -> None:
        await at.press("8", "down", "down", "down")
        said(desk, Said(DEMOKRAT, MONEY, Answer.OBJECTION, WISH))
        await until(at, lambda: f"Keberatan Demokrat: {WISH}" in text(at.app))

    desk.play(scene)


def test_a_table_is_taken_in_after_its_changes_were_shown(desk: Desk) -> None:
    async def scene(at: Pilot) -> None:
        await at.press("8", "e", "f10")
        await at.pause()
        path = desk.located.workspace / TABLE
        head, *rows = path.read_text(encoding="utf-8-sig").splitlines()
        one = next(row for row in rows if row.startswith(f"{DEMOKRAT};") and f";{MONEY};" in row)
        path.write_text(f"{head}\n{one.removesuffix(';;')};keberatan;Terlalu luas\n")
        await at.press("i", "f10")
        await at.pause()
        assert "Demokrat, klausul 4 (Pasal 6 naskah): belum → keberatan: Terlalu luas" in text(at.app)
        await at.press("y")
        await until(at, lambda: "1 tanggapan dari tanggapan.csv tercatat." in text(at.app))
        assert given(desk) == {MONEY: (Answer.OBJECTION, "Terlalu luas")}

    desk.play(scene)


def test_a_table_with_mistakes_lists_them_and_records_nothing(desk: Desk) -> None:
    async def scene(at: Pilot) -> None:
        path = desk.located.workspace / TABLE
        path.parent.mkdir(parents=True)
        path.write_text(f"pihak;klausul;jawaban\n{DEMOKRAT};{MONEY};mungkin\n")
        await at.press("8", "i", "f10", "y")
        await at.pause()
        assert 'baris 2, kolom "jawaban"' in words(at.app)
        assert events(desk) == 0

    desk.play(scene)


def test_the_list_of_a_pihak_has_the_numbers_that_stand_on_its_paper(answered: Desk) -> None:
    async def scene(at: Pilot) -> None:
        await of_party(at, "1")
        assert lines(at.app)[5].startswith("   4  Pasal 6 · Tanpa Politik Uang")

    answered.play(scene)


def test_a_cell_is_told_with_the_number_that_stands_on_paper(answered: Desk) -> None:
    async def scene(at: Pilot) -> None:
        await at.press("8", "down", "down", "down")
        await at.pause()
        assert "PKB · klausul 4 (Pasal 6 naskah) Tanpa Politik Uang" in text(at.app)
        assert "▸  4  Pasal 6 · Tanpa Politik" in text(at.app)

    answered.play(scene)
