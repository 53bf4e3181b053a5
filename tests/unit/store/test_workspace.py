"""The workspace: agreements come back as they were saved, and nobody's work is overwritten."""

from __future__ import annotations

import os
from pathlib import Path

import msgspec
import pytest

from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.problem import Declined, Refused
from kampanye_tui.store.workspace import (
    FILE,
    FOLDER,
    Saved,
    create,
    folder_of,
    list_agreements,
    load,
    save,
)
from tests.unit.store.saving import about, files


def test_a_created_agreement_loads_as_it_was(saved: Saved, tmp_path: Path, agreement: Agreement) -> None:
    assert load(tmp_path, agreement.id).agreement == agreement


def test_a_created_agreement_has_the_stamp_of_its_file(
    saved: Saved, tmp_path: Path, agreement: Agreement
) -> None:
    assert load(tmp_path, agreement.id).stamp == saved.stamp


def test_an_agreement_stands_in_a_folder_of_its_id(
    saved: Saved, tmp_path: Path, agreement: Agreement
) -> None:
    assert saved.path == tmp_path / "naskah" / agreement.id / "naskah.toml"


def test_the_folder_of_a_new_agreement_reaches_the_disk(
    tmp_path: Path, agreement: Agreement, monkeypatch: pytest.MonkeyPatch
) -> None:
    flushed: list[int] = []
    fsync = os.fsync

    def noted(handle: int) -> None:
        flushed.append(os.fstat(handle).st_ino)
        fsync(handle)

    monkeypatch.setattr(os, "fsync", noted)
    create(tmp_path, agreement)
    assert (tmp_path / FOLDER).stat().st_ino in flushed


def test_an_agreement_of_a_taken_id_is_not_created(saved: Saved, tmp_path: Path) -> None:
    with pytest.raises(Declined, match="sudah ada"):
        create(tmp_path, saved.agreement)


def test_an_agreement_of_a_taken_id_leaves_the_first_as_it_is(saved: Saved, tmp_path: Path) -> None:
    with pytest.raises(Declined):
        create(tmp_path, about(saved.agreement, "Lain"))
    assert load(tmp_path, saved.agreement.id).agreement == saved.agreement


def test_a_change_is_saved(saved: Saved, tmp_path: Path) -> None:
    changed = about(saved.agreement, "Kampanye Damai")
    save(saved, changed)
    assert load(tmp_path, changed.id).agreement == changed


def test_one_change_after_another_is_saved(saved: Saved, tmp_path: Path) -> None:
    first = save(saved, about(saved.agreement, "Satu"))
    save(first, about(saved.agreement, "Dua"))
    assert load(tmp_path, saved.agreement.id).agreement.topic == "Dua"


def test_saving_leaves_nothing_beside_the_file(saved: Saved) -> None:
    save(saved, about(saved.agreement, "Dua"))
    assert files(saved) == [FILE]


PATHS = ["../x", "/etc", "..", ".", "", "a/b", "a.b", ".sembunyi", "A", "a b", "a\x00b", "-a", "a" * 81]


@pytest.mark.parametrize("agreement_id", PATHS)
def test_what_is_no_id_has_no_folder(agreement_id: str, tmp_path: Path) -> None:
    with pytest.raises(Refused, match="bukan id naskah"):
        folder_of(tmp_path, agreement_id)


def test_an_agreement_whose_id_is_a_path_writes_nothing(tmp_path: Path, agreement: Agreement) -> None:
    with pytest.raises(Refused):
        create(tmp_path, msgspec.structs.replace(agreement, id="../../x"))
    assert list(tmp_path.iterdir()) == []


def test_an_agreement_that_would_not_come_back_as_it_is_writes_nothing(
    tmp_path: Path, agreement: Agreement
) -> None:
    with pytest.raises(Refused):
        create(tmp_path, about(agreement, "Kampanye\u200b Damai"))
    assert list(tmp_path.glob("naskah/*")) == []


def test_an_agreement_that_cannot_be_written_makes_no_folder(tmp_path: Path, agreement: Agreement) -> None:
    with pytest.raises(Refused):
        create(tmp_path / "kerja", about(agreement, "Kampanye\u200b Damai"))
    assert not (tmp_path / "kerja").exists()


def test_an_agreement_that_would_not_come_back_as_it_is_leaves_the_old_one(saved: Saved) -> None:
    before = saved.path.read_bytes()
    with pytest.raises(Refused):
        save(saved, about(saved.agreement, "Kampanye\u200b Damai"))
    assert saved.path.read_bytes() == before


def test_an_unknown_id_is_refused_with_the_one_that_was_meant(saved: Saved, tmp_path: Path) -> None:
    with pytest.raises(Refused, match=f'Mungkin maksudnya "{saved.agreement.id}"'):
        load(tmp_path, "2023-kampanye-dami")


def test_in_an_empty_workspace_it_is_said_how_to_begin(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="Buat dengan: kampanye baru"):
        load(tmp_path, "uji")


def test_an_empty_workspace_has_no_agreements(tmp_path: Path) -> None:
    assert list_agreements(tmp_path) == ()


def test_agreements_are_listed_by_id(saved: Saved, tmp_path: Path) -> None:
    create(tmp_path, msgspec.structs.replace(saved.agreement, id="2019-lama"))
    assert [listed.id for listed in list_agreements(tmp_path)] == ["2019-lama", saved.agreement.id]


def test_a_broken_agreement_is_listed_with_its_problems(saved: Saved, tmp_path: Path) -> None:
    saved.path.write_text("format = 1\nid = 3\n")
    (listed,) = list_agreements(tmp_path)
    assert 'kunci "id": harus berupa teks' in str(listed.problems[0])


def test_beside_a_broken_agreement_the_others_are_listed(saved: Saved, tmp_path: Path) -> None:
    create(tmp_path, msgspec.structs.replace(saved.agreement, id="2019-lama"))
    saved.path.write_text("rusak")
    assert [listed.id for listed in list_agreements(tmp_path) if listed.saved] == ["2019-lama"]


def test_a_folder_with_another_name_than_the_id_is_refused_with_what_to_do(
    saved: Saved, tmp_path: Path
) -> None:
    saved.path.parent.rename(tmp_path / FOLDER / "salinan-lama")
    with pytest.raises(Refused, match=f'Ganti nama folder menjadi "{saved.agreement.id}"'):
        load(tmp_path, "salinan-lama")


def test_a_folder_whose_name_is_no_id_is_listed_with_its_problem(saved: Saved, tmp_path: Path) -> None:
    saved.path.parent.rename(tmp_path / FOLDER / "Naskah Lama")
    (listed,) = list_agreements(tmp_path)
    assert '"Naskah Lama" bukan id naskah' in str(listed.problems[0])


def test_a_problem_names_the_file_from_the_workspace_on(saved: Saved, tmp_path: Path) -> None:
    saved.path.write_text("rusak")
    (listed,) = list_agreements(tmp_path)
    assert listed.problems[0].file == f"naskah/{saved.agreement.id}/naskah.toml"
