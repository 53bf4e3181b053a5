"""Typing left in a form of the screen, by questions: read beside what is saved, saved as the form would."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import NoReturn

import msgspec
import pytest

from kampanye_tui.agreement import occasion_values
from kampanye_tui.agreement.edit_clauses import reword
from kampanye_tui.agreement.party_values import nobody, values_of
from kampanye_tui.agreement.typed_fields import saved_fields
from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.clause import Parameter
from kampanye_tui.model.party import Role
from kampanye_tui.store.apart import waiting
from kampanye_tui.store.draft import Draft
from kampanye_tui.store.settings import data_home
from kampanye_tui.store.workspace import load, save
from tests.unit.cli.office import ID, Ran, Susun, saved


def said(ran: Ran) -> str:
    """Return what was said, wherever its lines end."""
    return " ".join(ran.err.split())


def on_a_form(made: Path, place: str, **typed: str) -> None:
    """Leave typing in a form of the screen, as a lost line does."""
    draft = Draft.open(made.parent.parent, ID, operator="petugas-uji", home=data_home())
    saved = saved_fields(draft.agreement, place)
    draft.typing(place, saved | typed, saved)
    draft.close()


def left_at(made: Path, place: str) -> dict[str, str]:
    """Return what a session finds typed at a place."""
    draft = Draft.open(made.parent.parent, ID, operator="petugas-uji", home=data_home())
    left = draft.left(place)
    draft.close()
    return left


def test_typing_in_a_form_is_read_beside_what_is_saved(made: Path, susun: Susun) -> None:
    susun("0")
    on_a_form(made, "acara", tempat="Pendopo", kota="Serpong")
    lines = susun("2", "0").err.splitlines()
    assert [line for line in lines if "tersimpan:" in line] == [
        "    Tempat: Pendopo (tersimpan: kosong)",
        "    Kota: Serpong (tersimpan: Tangerang Selatan)",
    ]


def test_typing_in_a_form_is_saved_as_the_form_would(made: Path, susun: Susun) -> None:
    susun("0")
    on_a_form(made, "acara", tempat="Pendopo", mulai="9.00")
    susun("1", "0")
    assert (saved(made).occasion.place, f"{saved(made).occasion.start:%H.%M}") == ("Pendopo", "09.00")
    assert "Ketikan" not in susun("0").err


def full(*_arguments: object) -> NoReturn:
    """Fail as a full disk does."""
    raise OSError(errno.ENOSPC, "No space left on device")


def test_typing_in_a_form_that_the_disk_refused_to_save_is_offered_again(
    made: Path, susun: Susun, monkeypatch: pytest.MonkeyPatch
) -> None:
    susun("0")
    on_a_form(made, "acara", tempat="Pendopo")
    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", full)
        assert "BELUM TERSIMPAN" in susun("1").err
    assert "    Tempat: Pendopo (tersimpan: kosong)" in susun("2", "0").err.splitlines()


def test_a_change_that_the_disk_refused_is_not_left_without_a_yes(
    made: Path, susun: Susun, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "fsync", full)
    ran = susun("1", "4", "Balai Kota", ".", "0", "", "0", "y")
    assert ran.err.count("Tetap selesai, dan perubahan terakhir hilang?") == 2


def test_typing_in_a_form_that_was_saved_is_left_nowhere(made: Path, susun: Susun) -> None:
    susun("0")
    on_a_form(made, "acara", tempat="Pendopo")
    susun("1", "0")
    assert left_at(made, "acara") == {}


@pytest.mark.penuh
def test_typing_in_a_form_that_was_refused_is_not_offered_but_there(made: Path, susun: Susun) -> None:
    susun("0")
    on_a_form(made, "acara", mulai="pagi")
    susun("1", "0")
    assert "Sesi sebelumnya" not in susun("0").err
    assert left_at(made, "acara")["mulai"] == "pagi"


@pytest.mark.penuh
def test_another_day_typed_in_a_form_is_saved(made: Path, susun: Susun) -> None:
    susun("0")
    on_a_form(made, "acara", tanggal="1 Januari 2020")
    susun("1", "0")
    assert str(saved(made).occasion.day) == "2020-01-01"


@pytest.mark.penuh
def test_what_a_form_would_refuse_is_told_and_waits_for_the_screen(made: Path, susun: Susun) -> None:
    susun("0")
    on_a_form(made, "acara", mulai="pagi")
    shown = said(susun("1", "0"))
    assert '"pagi" bukan jam' in shown
    assert "muncul lagi bila tempatnya dibuka di layar" in shown


def test_what_no_form_gives_is_told_and_the_menu_comes(made: Path, susun: Susun) -> None:
    susun("0")
    on_a_form(made, "acara", jenis="perjanjian")
    ran = susun("1", "0")
    assert (ran.code, '"perjanjian" tidak termasuk pilihan' in said(ran)) == (0, True)


def test_typing_at_a_place_that_no_screen_has_is_told_and_the_menu_comes(made: Path, susun: Susun) -> None:
    susun("0")
    on_a_form(made, "tempat:lain", nama="Siti")
    ran = susun("1", "0")
    assert (ran.code, 'tempat ketikan "tempat:lain" tidak dikenal' in said(ran).casefold()) == (0, True)


@pytest.mark.penuh
def test_typing_in_a_form_for_later_waits_for_the_screen(made: Path, susun: Susun) -> None:
    susun("0")
    on_a_form(made, "acara", tempat="Pendopo")
    assert "muncul lagi bila tempatnya dibuka di layar" in said(susun("2", "0"))


def test_typing_in_a_form_takes_nothing_back_that_somebody_else_has_changed(made: Path, susun: Susun) -> None:
    susun("0")
    on_a_form(made, "acara", tempat="Pendopo")
    kept = load(made.parent.parent, ID)
    save(kept, occasion_values.with_values(kept.agreement, elsewhere_typed(kept.agreement, kota="Setu")))
    susun("1", "0")
    assert (saved(made).occasion.place, saved(made).occasion.city) == ("Pendopo", "Setu")


def elsewhere_typed(agreement: Agreement, **said: str) -> dict[str, str]:
    """Return the values of the occasion as somebody else typed them."""
    return occasion_values.values_of(agreement) | said


@pytest.mark.penuh
def test_a_field_that_somebody_else_changed_too_is_told_so(made: Path, susun: Susun) -> None:
    susun("0")
    on_a_form(made, "acara", kota="Serpong")
    kept = load(made.parent.parent, ID)
    save(kept, occasion_values.with_values(kept.agreement, elsewhere_typed(kept.agreement, kota="Setu")))
    told = said(susun("2", "0"))
    assert "Kota: Serpong (tersimpan: Setu, diubah orang lain sejak Anda mengetik)" in told


def test_typing_in_the_form_of_a_pihak_is_saved(made: Path, susun: Susun) -> None:
    susun("0")
    party = saved(made).parties[1].id
    on_a_form(made, f"pihak:{party}", penandatangan="Siti Aminah")
    susun("1", "0")
    assert saved(made).party(party).signatories[0].name == "Siti Aminah"


@pytest.mark.penuh
def test_typing_in_the_form_of_a_new_pihak_is_saved(made: Path, susun: Susun) -> None:
    susun("0")
    on_a_form(made, "pihak:", **(values_of(nobody()) | {"nama": "Forum Kerukunan", "peran": "saksi"}))
    susun("1", "0")
    assert saved(made).party("forum-kerukunan").role is Role.WITNESS


def locked(made: Path) -> None:
    """Lock the first clause, and let its pack leave one thing open."""
    kept = load(made.parent.parent, ID)
    first, *others = kept.agreement.clauses
    open_one = Parameter(name="jam", label="Jam", value="09.00")
    first = msgspec.structs.replace(first, locked=True, parameters=(open_one,))
    save(kept, msgspec.structs.replace(kept.agreement, clauses=(first, *others)))


def test_what_was_typed_into_a_locked_clause_is_saved_without_its_words(made: Path, susun: Susun) -> None:
    locked(made)
    susun("0")
    on_a_form(made, f"klausul:{saved(made).clauses[0].id}", **{"isian.jam": "10.00"})
    ran = susun("1", "0")
    assert "    Isian jam: 10.00 (tersimpan: 09.00)" in ran.err.splitlines()
    assert "baris demi baris" not in ran.err
    assert saved(made).clauses[0].parameters[0].value == "10.00"


@pytest.mark.penuh
def test_a_person_without_an_office_in_a_form_is_refused(made: Path, susun: Susun) -> None:
    susun("0")
    party = saved(made).parties[1].id
    on_a_form(made, f"pihak:{party}", jabatan="", penandatangan="Siti")
    assert "jabatan penanda tangan 1 belum diisi" in said(susun("1", "0")).casefold()


def reworded_elsewhere(made: Path) -> None:
    """Reword the first clause as somebody else."""
    kept = load(made.parent.parent, ID)
    save(kept, reword(kept.agreement, kept.agreement.clauses[0].id, text="Bunyi mereka."))


@pytest.mark.penuh
def test_typing_in_a_form_that_met_another_text_waits_in_a_version_alone(made: Path, susun: Susun) -> None:
    susun("0")
    on_a_form(made, "acara", tempat="Pendopo")
    susun(lambda: reworded_elsewhere(made), "1", ".", "0")
    (version,) = waiting(made)
    assert (version.ours.occasion.place, left_at(made, "acara")) == ("Pendopo", {})
