"""``susun --baris`` with two versions: what both worded is asked, the rest is told, nothing is lost."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given
from hypothesis import strategies as st

from kampanye_tui.agreement.edit_clauses import move_clause, reword
from kampanye_tui.agreement.merge import merged
from kampanye_tui.agreement.merge_values import Side
from kampanye_tui.model.agreement import Agreement
from kampanye_tui.store.apart import Diverged, waiting
from kampanye_tui.store.draft import Draft
from kampanye_tui.store.settings import data_home
from kampanye_tui.store.workspace import load, save
from tests.examples import examples
from tests.unit.cli.office import Command, Ran, Susun

ID = "2023-kampanye-damai"
FIRST, SECOND, THIRD, FOURTH = "asas-bersama", "aman-tertib-damai", "alat-peraga", "tanpa-politik-uang"
DAMAI = "Peserta berkampanye dengan damai dan "


def part(office: Path, ours: Agreement, theirs: Agreement) -> None:
    """Save one text, and be refused with the other."""
    kept = load(office, ID)
    save(kept, theirs)
    with suppress(Diverged):
        save(kept, ours)


@pytest.fixture
def made(office: Path, kampanye: Command) -> Path:
    """An office with a saved agreement."""
    kampanye("baru")
    return office


@pytest.fixture
def parted(made: Path) -> Path:
    """An office where two clauses were worded by both, and two by one each."""
    text = load(made, ID).agreement
    ours = reword(reword(text, FIRST, title="Asas Kami"), SECOND, text=f"{DAMAI}santun.")
    theirs = reword(reword(text, FIRST, title="Asas Mereka"), SECOND, text=f"{DAMAI}tertib.")
    part(made, reword(ours, THIRD, title="Alat Peraga"), reword(theirs, FOURTH, title="Tanpa Uang"))
    return made


def on_disk(office: Path) -> Agreement:
    """Return the agreement as its file says."""
    return load(office, ID).agreement


def titles(office: Path) -> dict[str, str]:
    """Return the titles of the clauses by their ids."""
    return {one.id: one.title for one in on_disk(office).clauses}


def waits(office: Path) -> bool:
    """Tell whether a version waits to be merged."""
    return bool(waiting(office / "naskah" / ID))


def said(ran: Ran) -> str:
    """Return what was said, wherever its lines end."""
    return " ".join(ran.err.split())


def test_a_version_that_waits_is_offered_before_the_menu(parted: Path, susun: Susun) -> None:
    shown = susun().err
    assert shown.index("naskah.bentrok-01.toml") < shown.index("Semula: ")


@pytest.mark.penuh
def test_how_much_is_asked_is_told_first(parted: Path, susun: Susun) -> None:
    assert "2 hal diubah di kedua versi" in said(susun())


def test_what_both_worded_is_asked_with_the_base_and_both_wordings(parted: Path, susun: Susun) -> None:
    lines = susun().err.splitlines()
    at = lines.index("1 dari 2: klausul Asas dan Dasar Bersama: judul")
    assert lines[at + 1 : at + 4] == [
        "Semula: Asas dan Dasar Bersama",
        "  1 Versi Anda: Asas Kami",
        "  2 Di berkas: Asas Mereka",
    ]


@pytest.mark.penuh
def test_an_empty_answer_reads_both_again(parted: Path, susun: Susun) -> None:
    assert susun("").err.count("  1 Versi Anda: Asas Kami") == 2


def test_what_differs_is_read_when_asked_for(parted: Path, susun: Susun) -> None:
    shown = said(susun("d"))
    assert "Versi Anda: Asas [-dan Dasar Bersama-] {+Kami+}" in shown
    assert "Di berkas: Asas [-dan Dasar Bersama-] {+Mereka+}" in shown


@pytest.mark.penuh
def test_what_was_chosen_is_said(parted: Path, susun: Susun) -> None:
    assert "Dipakai: versi Anda." in susun("1").err


def test_what_comes_of_it_is_told_before_it_is_saved(parted: Path, susun: Susun) -> None:
    shown = said(susun("1", "2"))
    assert "Hasilnya, dari versi Anda: ~ klausul Asas Kami: judul: “Asas Mereka” → “Asas Kami”" in shown
    assert "Hasilnya, dari berkas: ~ klausul" in shown


@pytest.mark.penuh
def test_what_comes_of_it_is_told_again_only_when_it_is_another(parted: Path, susun: Susun) -> None:
    assert susun("1", "2", "1", ".").err.count("Hasilnya, dari versi Anda:") == 1
    assert susun("1", "2", "1", "2").err.count("Hasilnya, dari versi Anda:") == 2


def test_into_a_final_text_nothing_is_merged_and_nothing_asked(parted: Path, susun: Susun) -> None:
    ran = susun(".", ".", "1", "4", "Balai Kota", ".", "f", "y", "m", "0")
    assert "versi yang menunggu tidak digabungkan ke dalamnya" in said(ran)
    assert (ran.err.count("Semula: "), waits(parted)) == (1, True)


def test_each_wording_that_was_chosen_is_saved(parted: Path, susun: Susun) -> None:
    susun("1", "2", "s", "0")
    found = on_disk(parted)
    texts = {one.id: one.text for one in found.clauses}
    assert (titles(parted)[FIRST], texts[SECOND]) == ("Asas Kami", f"{DAMAI}tertib.")


@pytest.mark.penuh
def test_what_only_one_worded_is_saved_from_both(parted: Path, susun: Susun) -> None:
    susun("1", "2", "s", "0")
    now = titles(parted)
    assert (now[THIRD], now[FOURTH]) == ("Alat Peraga", "Tanpa Uang")


def test_what_was_saved_is_told(parted: Path, susun: Susun) -> None:
    assert "Digabungkan: 2 hal dari versi Anda, 2 dari berkas; tersimpan " in said(susun("1", "2", "s", "0"))


def test_merged_nothing_waits(parted: Path, susun: Susun) -> None:
    susun("1", "2", "s", "0")
    assert not waits(parted)


@pytest.mark.penuh
def test_the_wording_that_was_not_chosen_is_kept(parted: Path, susun: Susun) -> None:
    susun("2", "2", "s", "0")
    assert "Asas Kami" in (parted / "naskah" / ID / ".riwayat" / "bentrok-01.saya.toml").read_text()


@pytest.mark.penuh
def test_a_merge_is_undone_as_an_edit(parted: Path, susun: Susun) -> None:
    before = on_disk(parted)
    susun("1", "1", "s", "7", "0")
    assert on_disk(parted) == before


def test_an_answer_is_given_anew_from_the_list(parted: Path, susun: Susun) -> None:
    susun("1", "2", "1", "2", "s", "0")
    assert titles(parted)[FIRST] == "Asas Mereka"


def test_nothing_is_saved_before_everything_is_chosen(parted: Path, susun: Susun) -> None:
    ran = susun("1", ".", "s")
    assert "Belum dipilih: klausul Kampanye Aman, Tertib, dan Damai: bunyi." in said(ran)
    assert titles(parted)[FIRST] == "Asas Mereka"


@pytest.mark.penuh
def test_what_is_left_is_asked_again_instead_of_being_saved(parted: Path, susun: Susun) -> None:
    susun(".", "s", "1", "1", "s", "0")
    assert titles(parted)[FIRST] == "Asas Kami"


@pytest.mark.penuh
def test_the_way_back_from_a_question_is_the_list(parted: Path, susun: Susun) -> None:
    assert "  1 klausul Asas dan Dasar Bersama: judul (belum dipilih)" in susun(".").err.splitlines()


@pytest.mark.penuh
def test_an_answer_looked_at_again_and_left_stays(parted: Path, susun: Susun) -> None:
    susun("1", "2", "1", ".", "s", "0")
    assert titles(parted)[FIRST] == "Asas Kami"


def test_later_leaves_both_versions(parted: Path, susun: Susun) -> None:
    before = on_disk(parted)
    ran = susun("1", ".", ".", "0")
    assert "Versi Anda tetap menunggu di naskah.bentrok-01.toml" in said(ran)
    assert (on_disk(parted), waits(parted)) == (before, True)


@pytest.mark.penuh
def test_later_leads_to_the_menu_and_is_not_offered_again(parted: Path, susun: Susun) -> None:
    assert susun(".", ".", "0").err.count("Gabungkan dua versi") == 1


def test_the_menu_offers_it_again(parted: Path, susun: Susun) -> None:
    susun(".", ".", "m", "1", "1", "s", "0")
    assert not waits(parted)


@pytest.mark.penuh
def test_without_a_version_that_waits_the_menu_offers_none(made: Path, susun: Susun) -> None:
    assert "Gabungkan" not in susun("0").err


@pytest.mark.penuh
@pytest.mark.parametrize("answers", [(), ("1",), ("1", "2"), ("1", "2", "1")])
def test_an_input_that_ends_in_the_middle_leaves_both_versions(
    parted: Path, susun: Susun, answers: tuple[str, ...]
) -> None:
    before = on_disk(parted)
    assert "tetap menunggu di naskah.bentrok-01.toml" in said(susun(*answers))
    assert (on_disk(parted), waits(parted)) == (before, True)


@pytest.mark.penuh
def test_two_versions_that_wait_are_offered_one_after_the_other(parted: Path, susun: Susun) -> None:
    text = on_disk(parted)
    part(parted, reword(text, FOURTH, title="Kedua Kami"), reword(text, FOURTH, title="Kedua Mereka"))
    susun("1", "1", "s", "1", "s", "0")
    assert (titles(parted)[FIRST], titles(parted)[FOURTH]) == ("Asas Kami", "Kedua Kami")


def test_without_a_question_only_what_comes_of_it_is_shown(made: Path, susun: Susun) -> None:
    text = on_disk(made)
    part(made, reword(text, FIRST, title="Asas Kami"), reword(text, SECOND, title="Damai Mereka"))
    ran = susun("s", "0")
    assert "Tidak ada yang diubah di kedua versi" in said(ran)
    assert (titles(made)[FIRST], titles(made)[SECOND]) == ("Asas Kami", "Damai Mereka")


@pytest.mark.penuh
def test_two_versions_that_are_the_same_are_told_so(made: Path, susun: Susun) -> None:
    text = on_disk(made)
    ours = reword(text, FIRST, title="Asas Kami")
    part(made, ours, reword(text, SECOND, title="Damai Mereka"))
    save(load(made, ID), ours)
    ran = susun("s", "0")
    assert "Kedua versi sudah sama" in said(ran)
    assert (titles(made)[FIRST], waits(made)) == ("Asas Kami", False)


def test_two_versions_with_a_question_left_are_not_called_the_same(made: Path, susun: Susun) -> None:
    text = on_disk(made)
    part(made, reword(text, FIRST, title="Asas Kami"), reword(text, FIRST, title="Asas Mereka"))
    assert "Kedua versi sudah sama" not in said(susun("."))


@pytest.mark.penuh
def test_a_reader_is_not_asked(parted: Path, susun: Susun) -> None:
    holder = Draft.open(parted, ID, operator="siti", home=data_home())
    try:
        assert "Gabungkan" not in susun("", "0").err
    finally:
        holder.close()


@pytest.mark.penuh
def test_who_takes_over_is_asked(parted: Path, susun: Susun) -> None:
    holder = Draft.open(parted, ID, operator="siti", home=data_home())
    susun("", "9", "y", "1", "1", "s", "0")
    holder.close()
    assert titles(parted)[FIRST] == "Asas Kami"


def test_somebody_else_who_saves_in_between_is_told_and_both_versions_stay(
    parted: Path, susun: Susun, monkeypatch: pytest.MonkeyPatch
) -> None:
    agreed = Draft.unite

    def later(draft: Draft, *arguments: object) -> object:
        kept = load(parted, ID)
        save(kept, reword(kept.agreement, FOURTH, title="Baru Saja"))
        return agreed(draft, *arguments)

    monkeypatch.setattr(Draft, "unite", later)
    ran = susun("1", "1", "s", ".", ".", "0")
    assert "diubah orang lain" in said(ran)
    assert (titles(parted)[FOURTH], waits(parted)) == ("Baru Saja", True)


@pytest.mark.penuh
def test_words_of_a_version_are_never_obeyed(made: Path, susun: Susun) -> None:
    text = on_disk(made)
    part(made, reword(text, FIRST, title="*X* [red] {+Y+}"), reword(text, FIRST, title="Mereka"))
    assert "  1 Versi Anda: *X* [red] {+Y+}" in susun().err


def elsewhere(office: Path, clause_id: str, **said: str) -> Callable[[], None]:
    """Return what rewords a clause as somebody else with a command."""

    def reworded() -> None:
        kept = load(office, ID)
        save(kept, reword(kept.agreement, clause_id, **said))

    return reworded


def second_text(office: Path) -> str:
    """Return the raw words of the second clause on the disk."""
    return on_disk(office).clauses[1].text


def test_a_clause_that_somebody_else_reworded_while_it_was_typed_is_asked(made: Path, susun: Susun) -> None:
    meanwhile = elsewhere(made, SECOND, text="Bunyi mereka.")
    ran = susun("2", "2", "1", "u", "Bunyi kami.", meanwhile, ".", "1", "s", "0")
    assert "  2 Di berkas: Bunyi mereka." in ran.err.splitlines()
    assert second_text(made) == "Bunyi kami."


@pytest.mark.penuh
def test_another_clause_that_somebody_else_reworded_meanwhile_is_only_told(made: Path, susun: Susun) -> None:
    meanwhile = elsewhere(made, FIRST, title="Asas Mereka")
    susun("2", "2", "1", "u", "Bunyi kami.", meanwhile, ".", "s", "0")
    assert (second_text(made), titles(made)[FIRST]) == ("Bunyi kami.", "Asas Mereka")


@pytest.mark.penuh
def test_words_that_were_merged_are_not_offered_as_typing_again(made: Path, susun: Susun) -> None:
    meanwhile = elsewhere(made, SECOND, text="Bunyi mereka.")
    susun("2", "2", "1", "u", "Bunyi kami.", meanwhile, ".", "2", "s", "0")
    assert "belum selesai" not in susun("2", "2", "1", ".", ".", ".", "0").err


@pytest.mark.penuh
@pytest.mark.parametrize(
    ("answers", "meanwhile"),
    [(("2", "2", "2", "Damai Kami"), {"title": "Damai Mereka"}), (("1", "4", "Balai Kota"), {"title": "X"})],
)
def test_one_answer_over_which_somebody_else_saved_is_merged(
    made: Path, susun: Susun, answers: tuple[str, ...], meanwhile: dict[str, str]
) -> None:
    *first, last = answers
    susun(*first, elsewhere(made, SECOND, **meanwhile), last, "1", "s", "0")
    found = on_disk(made)
    assert last in (found.clauses[1].title, found.occasion.place)


def replaced(office: Path) -> Callable[[], None]:
    """Return what takes over, rewords the second clause, and leaves."""

    def taken_over() -> None:
        other = Draft.open(office, ID, operator="operator2", home=office / "lain")
        other.take_over()
        other.edit(reword(other.agreement, SECOND, text="Bunyi operator2."))
        other.close()

    return taken_over


def test_who_was_replaced_while_typing_merges_after_taking_over_again(made: Path, susun: Susun) -> None:
    ran = susun("2", "2", "1", "u", "Bunyi kami.", replaced(made), ".", "9", "y", "1", "s", "0")
    assert "Versi Anda disimpan sebagai naskah.bentrok-01.toml" in said(ran)
    assert second_text(made) == "Bunyi kami."


@pytest.mark.penuh
def test_a_title_typed_by_who_was_replaced_waits_to_be_merged(made: Path, susun: Susun) -> None:
    susun("2", "2", "2", replaced(made), "Damai Kami", "9", "y", "s", "0")
    assert (titles(made)[SECOND], second_text(made)) == ("Damai Kami", "Bunyi operator2.")


TITLES = st.sampled_from(["Damai", "Aman", "Tertib"])
EDITS = st.lists(st.tuples(st.integers(0, 4), TITLES | st.integers(0, 4)), max_size=4)


def edited(text: Agreement, edits: list[tuple[int, str | int]]) -> Agreement:
    """Return the text with clauses retitled or, for a number, moved."""
    names = [one.id for one in text.clauses]
    for at, to in edits:
        text = move_clause(text, names[at], to) if isinstance(to, int) else reword(text, names[at], title=to)
    return text


@examples(20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(ours=EDITS, theirs=EDITS, sides=st.lists(st.sampled_from([*Side]), min_size=10, max_size=10))
def test_the_same_choices_make_the_text_that_the_screen_makes(
    made: Path, susun: Susun, ours: list[tuple[int, str | int]], theirs: list[tuple[int, str | int]], sides
) -> None:
    base = on_disk(made)
    mine, their = edited(base, ours), edited(base, theirs)
    assume(their not in (base, mine) and mine != base)
    part(made, mine, their)
    asked = merged(base, mine, their).conflicts
    chosen = {one.place: side for one, side in zip(asked, sides, strict=False)}
    susun(*("1" if side is Side.OURS else "2" for side in chosen.values()), "s", "0")
    assert on_disk(made) == merged(base, mine, their, chosen).agreement
