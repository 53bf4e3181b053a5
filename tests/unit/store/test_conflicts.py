"""Two who save one agreement: nobody's words are overwritten, and what differs is told."""

from __future__ import annotations

import multiprocessing
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.problem import Declined
from kampanye_tui.store.workspace import FILE, Saved, agreement_ids, create, load, save
from tests.unit.store.saving import about, create_as, files, save_as

MANY = 4
"""Processes at once; two can miss each other."""


def conflict(saved: Saved) -> str:
    """Save over what somebody else has saved meanwhile, and return what is told."""
    save(saved, about(saved.agreement, "Milik orang lain"))
    with pytest.raises(Declined) as declined:
        save(saved, about(saved.agreement, "Milik kami"))
    return str(declined.value)


def test_what_somebody_else_saved_meanwhile_stays(saved: Saved, tmp_path: Path) -> None:
    conflict(saved)
    assert load(tmp_path, saved.agreement.id).agreement.topic == "Milik orang lain"


def test_what_could_not_be_saved_is_kept_beside(saved: Saved) -> None:
    conflict(saved)
    beside = saved.path.with_name("naskah.bentrok-01.toml")
    assert 'tentang = "Milik kami"' in beside.read_text()


def test_a_second_conflict_overwrites_nothing_either(saved: Saved) -> None:
    conflict(saved)
    with pytest.raises(Declined):
        save(saved, about(saved.agreement, "Milik kami lagi"))
    assert files(saved) == ["naskah.bentrok-01.toml", "naskah.bentrok-02.toml", FILE]


def test_a_conflict_tells_what_differs(saved: Saved) -> None:
    assert "~ tentang: “Milik orang lain” → “Milik kami”" in conflict(saved)


def test_a_conflict_tells_where_our_words_are(saved: Saved) -> None:
    assert "naskah.bentrok-01.toml" in conflict(saved)


def test_our_words_beside_are_no_second_agreement(saved: Saved, tmp_path: Path) -> None:
    conflict(saved)
    assert agreement_ids(tmp_path) == (saved.agreement.id,)


def test_a_file_edited_by_hand_is_not_overwritten(saved: Saved) -> None:
    saved.path.write_bytes(saved.path.read_bytes() + b"# catatan\n")
    with pytest.raises(Declined):
        save(saved, about(saved.agreement, "Dua"))
    assert saved.path.read_bytes().endswith(b"# catatan\n")


def test_a_file_broken_by_hand_is_not_overwritten(saved: Saved) -> None:
    saved.path.write_bytes(b"rusak")
    with pytest.raises(Declined):
        save(saved, about(saved.agreement, "Dua"))
    assert saved.path.read_bytes() == b"rusak"


def test_of_a_file_that_was_deleted_our_words_are_kept_beside(saved: Saved) -> None:
    saved.path.unlink()
    with pytest.raises(Declined):
        save(saved, about(saved.agreement, "Dua"))
    assert files(saved) == ["naskah.bentrok-01.toml"]


def deletion(saved: Saved) -> str:
    """Save over a file that was deleted meanwhile, and return what is told."""
    saved.path.unlink()
    with pytest.raises(Declined) as declined:
        save(saved, about(saved.agreement, "Dua"))
    return str(declined.value)


def test_a_file_that_was_deleted_is_told_as_that(saved: Saved) -> None:
    assert deletion(saved) == (
        f"{saved.agreement.id}/naskah.toml: berkas ini telah dihapus sejak dibuka. "
        "Versi Anda disimpan sebagai naskah.bentrok-01.toml."
    )


def test_a_file_that_was_emptied_is_not_told_as_deleted(saved: Saved) -> None:
    saved.path.write_bytes(b"")
    with pytest.raises(Declined, match="telah diubah orang lain"):
        save(saved, about(saved.agreement, "Dua"))


def test_of_a_folder_that_was_deleted_our_words_are_kept(saved: Saved) -> None:
    shutil.rmtree(saved.path.parent)
    with pytest.raises(Declined):
        save(saved, about(saved.agreement, "Dua"))
    assert files(saved) == ["naskah.bentrok-01.toml"]


def test_a_file_broken_by_hand_tells_what_is_wrong_with_it(saved: Saved) -> None:
    saved.path.write_bytes(b"rusak")
    with pytest.raises(Declined, match=r"naskah\.toml, baris 1 "):
        save(saved, about(saved.agreement, "Dua"))


def test_two_who_save_the_same_words_are_not_in_each_others_way(saved: Saved) -> None:
    save(saved, about(saved.agreement, "Dua"))
    assert save(saved, about(saved.agreement, "Dua")).agreement.topic == "Dua"


def test_two_who_save_the_same_words_leave_nothing_beside(saved: Saved) -> None:
    for _person in range(2):
        save(saved, about(saved.agreement, "Dua"))
    assert files(saved) == [FILE]


def test_who_saved_the_same_words_goes_on_from_there(saved: Saved) -> None:
    save(saved, about(saved.agreement, "Dua"))
    after = save(saved, about(saved.agreement, "Dua"))
    assert save(after, about(saved.agreement, "Tiga")).agreement.topic == "Tiga"


@pytest.fixture(scope="module")
def together(tmp_path_factory: pytest.TempPathFactory, agreement: Agreement) -> tuple[Path, dict[str, str]]:
    """The workspace after many processes saved at once, and what was answered to each."""
    folder = tmp_path_factory.mktemp("ruang")
    saved = create(folder, agreement)
    return saved.path.parent, at_once(save_as, folder, folder, agreement.id)


def at_once(deed: Callable[..., None], folder: Path, *arguments: object) -> dict[str, str]:
    """Run a deed in many processes that wait for each other; return topic → answer."""
    answers = folder / "jawaban"
    answers.mkdir()
    context = multiprocessing.get_context("spawn")
    start = context.Barrier(MANY)
    workers = [
        context.Process(target=deed, args=(*arguments, f"oleh-{number}", start, answers))
        for number in range(MANY)
    ]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(60)
    return {path.name: path.read_text() for path in answers.iterdir()}


def test_of_many_who_save_at_once_exactly_one_wins(together: tuple[Path, dict[str, str]]) -> None:
    _folder, answers = together
    assert sorted(answers.values()) == ["ditolak"] * (MANY - 1) + ["tersimpan"]


def test_of_many_who_save_at_once_the_winner_is_on_disk(together: tuple[Path, dict[str, str]]) -> None:
    folder, answers = together
    winner = next(topic for topic, answer in answers.items() if answer == "tersimpan")
    assert f'tentang = "{winner}"' in (folder / FILE).read_text()


def test_of_many_who_save_at_once_nobodys_words_are_lost(together: tuple[Path, dict[str, str]]) -> None:
    folder, answers = together
    kept = "".join(path.read_text() for path in folder.glob("naskah*.toml"))
    assert [topic for topic in answers if f'tentang = "{topic}"' in kept] == list(answers)


def test_of_many_who_create_at_once_exactly_one_wins(tmp_path: Path, agreement: Agreement) -> None:
    answers = at_once(create_as, tmp_path, tmp_path, agreement)
    assert sorted(answers.values()) == ["ditolak"] * (MANY - 1) + ["tersimpan"]
