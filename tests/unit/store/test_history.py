"""The undo journal: every change can be taken back, an undo as well, and nothing grows without end."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given
from hypothesis import strategies as st

from kampanye_tui.agreement.edit import drop_party, in_ballot_order
from kampanye_tui.agreement.edit_clauses import drop_clause, move_clause, reword
from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.canonical import canonical
from kampanye_tui.model.problem import Declined, Refused
from kampanye_tui.model.writing import builtins
from kampanye_tui.store import history, workspace
from kampanye_tui.store.workspace import Saved, create, load, save, undo
from tests.examples import examples
from tests.unit.store.saving import about

Edit = Callable[[Agreement], Agreement]


def journal(saved: Saved) -> list[str]:
    """Return the names of what the journal holds."""
    return sorted(path.name for path in (saved.path.parent / history.FOLDER).iterdir())


def saved_as(saved: Saved, *topics: str) -> Saved:
    """Save one topic after another."""
    for topic in topics:
        saved = save(saved, about(saved.agreement, topic))
    return saved


EDITS: dict[str, Edit] = {
    "topic": lambda one: about(one, "Lain"),
    "dropping a clause": lambda one: drop_clause(one, one.clauses[0].id),
    "moving a clause": lambda one: move_clause(one, one.clauses[0].id, len(one.clauses) - 1),
    "rewording": lambda one: reword(one, one.clauses[0].id, text="{peserta} damai.\n\nSelalu."),
    "dropping a pihak": lambda one: drop_party(one, one.parties[-1].id),
    "ordering": in_ballot_order,
}


@pytest.mark.penuh
@examples(25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(names=st.lists(st.sampled_from(sorted(EDITS)), min_size=1, max_size=4))
def test_undoing_any_edits_gives_back_the_canonical_form_of_each_step(
    names: list[str], agreement: Agreement, tmp_path_factory: pytest.TempPathFactory
) -> None:
    saved = create(tmp_path_factory.mktemp("kerja"), agreement)
    steps = [saved]
    for name in names:
        after = save(saved, EDITS[name](saved.agreement))
        if after.stamp != saved.stamp:
            steps.append(after)
        saved = after
    for step in reversed(steps[:-1]):
        saved = undo(saved)
        assert canonical(builtins(saved.agreement)) == canonical(builtins(step.agreement))


def test_undoing_gives_back_the_very_bytes(saved: Saved) -> None:
    before = saved.path.read_bytes()
    undo(saved_as(saved, "Satu"))
    assert saved.path.read_bytes() == before


def test_undoing_can_be_taken_back(saved: Saved) -> None:
    assert undo(undo(saved_as(saved, "Satu")), again=True).agreement.topic == "Satu"


def test_several_undos_can_be_taken_back_in_order(saved: Saved) -> None:
    back = undo(undo(undo(saved_as(saved, "Satu", "Dua", "Tiga"))))
    topics = []
    for _step in range(3):
        back = undo(back, again=True)
        topics.append(back.agreement.topic)
    assert topics == ["Satu", "Dua", "Tiga"]


def test_after_a_new_change_an_older_undo_is_not_taken_back(saved: Saved) -> None:
    new = saved_as(undo(saved_as(saved, "Satu")), "Dua")
    with pytest.raises(Declined, match="Tidak ada yang baru saja diurungkan"):
        undo(new, again=True)


def test_without_a_change_there_is_nothing_to_undo(saved: Saved) -> None:
    with pytest.raises(Declined, match="Belum ada perubahan"):
        undo(saved)


def test_saving_the_same_again_is_no_change(saved: Saved) -> None:
    save(saved, saved.agreement)
    with pytest.raises(Declined, match="Belum ada perubahan"):
        undo(saved)


def test_a_save_that_a_power_failure_cut_short_is_no_step(saved: Saved) -> None:
    after = saved_as(saved, "Satu")
    history.record(saved.path.parent, saved.path.read_bytes())
    assert undo(after).agreement.topic == saved.agreement.topic


def test_an_undo_that_a_power_failure_cut_short_is_no_step(
    saved: Saved, monkeypatch: pytest.MonkeyPatch
) -> None:
    after = saved_as(saved, "Satu", "Dua")
    monkeypatch.setattr(history, "forget", lambda _version: None)
    back = undo(after)
    monkeypatch.undo()
    assert undo(back).agreement.topic == saved.agreement.topic


def test_an_undo_that_cannot_keep_the_text_changes_nothing(
    saved: Saved, monkeypatch: pytest.MonkeyPatch
) -> None:
    after = saved_as(saved, "Satu")

    def full(*_arguments: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(history, "keep", full)
    with pytest.raises(OSError, match="No space"):
        undo(after)
    assert load(saved.path.parent.parent.parent, saved.agreement.id).agreement.topic == "Satu"


def test_a_save_that_fails_leaves_what_was_undone(saved: Saved, monkeypatch: pytest.MonkeyPatch) -> None:
    back = undo(saved_as(saved, "Satu"))
    monkeypatch.setattr("kampanye_tui.store.workspace.write_whole", _refusing)
    with pytest.raises(OSError, match="full"):
        saved_as(back, "Dua")
    monkeypatch.undo()
    assert undo(back, again=True).agreement.topic == "Satu"


def _refusing(*_arguments: object, **_options: object) -> None:
    raise OSError("full")


def test_what_somebody_else_saved_meanwhile_is_not_undone(saved: Saved) -> None:
    ours = saved_as(saved, "Satu")
    saved_as(ours, "Milik orang lain")
    with pytest.raises(Declined, match="telah diubah orang lain"):
        undo(ours)


def test_an_older_text_that_was_broken_is_refused_and_nothing_is_changed(saved: Saved) -> None:
    after = saved_as(saved, "Satu")
    (saved.path.parent / history.FOLDER / "0001.toml").write_text("rusak")
    with pytest.raises(Refused, match=r"\.riwayat/0001\.toml, baris 1"):
        undo(after)
    assert load(saved.path.parent.parent.parent, saved.agreement.id).agreement.topic == "Satu"


def test_the_journal_is_bounded(saved: Saved, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(history, "MOST", 3)
    saved_as(saved, *"abcdef")
    assert journal(saved) == ["0004.toml", "0005.toml", "0006.toml"]


def test_of_a_bounded_journal_the_newest_stay(saved: Saved, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(history, "MOST", 2)
    assert undo(undo(saved_as(saved, *"abcd"))).agreement.topic == "b"


@pytest.mark.parametrize("name", ["catatan.toml", "².toml", "².batal.toml"])
def test_a_strange_file_in_the_journal_is_left_alone(name: str, saved: Saved) -> None:
    saved_as(saved, "Satu")
    strange = saved.path.parent / history.FOLDER / name
    strange.write_text("milik saya")
    saved_as(load(saved.path.parent.parent.parent, saved.agreement.id), *"abc")
    assert strange.read_text() == "milik saya"


def test_a_conflict_is_no_step(saved: Saved) -> None:
    saved_as(saved, "Satu")
    with pytest.raises(Declined):
        saved_as(saved, "Dua")
    assert journal(saved) == ["0001.toml", "bentrok-01.semula.toml"]


def test_what_a_walk_back_and_forth_leaves_is_what_its_steps_say(saved: Saved) -> None:
    """A model beside the journal: two lists of topics, one behind and one ahead."""
    chance = random.Random(7)
    behind: list[str] = []
    ahead: list[str] = []
    for step in range(60):
        move = chance.choice(("save", "undo", "again"))
        here = saved.agreement.topic
        if move == "save":
            saved = saved_as(saved, f"Langkah {step}")
            behind, ahead = [*behind, here], []
        elif move == "undo" and behind:
            saved = undo(saved)
            assert saved.agreement.topic == behind.pop()
            ahead.append(here)
        elif move == "again" and ahead:
            saved = undo(saved, again=True)
            assert saved.agreement.topic == ahead.pop()
            behind.append(here)


def test_the_lock_is_held_while_undoing(saved: Saved, monkeypatch: pytest.MonkeyPatch) -> None:
    held: list[Path] = []
    locked = workspace.locked

    def noted(path: Path):
        held.append(path)
        return locked(path)

    monkeypatch.setattr(workspace, "locked", noted)
    undo(saved_as(saved, "Satu"))
    assert held == [saved.path.parent / workspace.LOCK] * 2
