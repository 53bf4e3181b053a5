"""Taking a clause in: from a set with its laws and pack, or as one of the office's own."""

import pytest

from kampanye_tui.agreement.edit_clauses import clause_of, drop_clause
from kampanye_tui.agreement.take import own_clause, take
from kampanye_tui.model.pack import PackUse
from kampanye_tui.model.problem import Refused

from .making import changed, small_agreement

BASE = small_agreement()


def ids(agreement):
    return [clause.id for clause in agreement.clauses]


@pytest.fixture(scope="module")
def dropped(agreement):
    """The sample without one of its clauses."""
    return drop_clause(agreement, "alat-peraga")


def taken(agreement, library, **said):
    packs = library.host.packs()
    return take(agreement, "alat-peraga", library.reference, library.clause_sets, packs, **said)


def test_a_dropped_clause_that_is_taken_again_changes_nothing(agreement, dropped, library):
    assert taken(dropped, library) == agreement


def test_a_clause_is_taken_behind_the_one_that_is_named(dropped, library):
    assert ids(taken(dropped, library, after=dropped.clauses[0].id)).index("alat-peraga") == 1


def test_a_clause_is_taken_from_the_set_that_is_named(agreement, library):
    gone = drop_clause(agreement, "tanpa-politik-uang")
    made = take(
        gone,
        "tanpa-politik-uang",
        library.reference,
        library.clause_sets,
        (),
        address="nasional/lengkap-pemilu",
    )
    assert clause_of(made, "tanpa-politik-uang").origin.clause_set == "nasional/lengkap-pemilu"


def test_a_clause_that_is_there_is_not_taken_twice(agreement, library):
    with pytest.raises(Refused, match="sudah ada dalam naskah ini"):
        taken(agreement, library)


def test_a_set_that_is_not_there_is_refused_with_the_one_that_was_meant(dropped, library):
    with pytest.raises(Refused, match='Mungkin maksudnya "nasional/ringkas"'):
        taken(dropped, library, address="nasional/ringkass")


def test_a_clause_to_follow_that_is_not_there_is_refused(dropped, library):
    with pytest.raises(Refused, match='"tiada"'):
        taken(dropped, library, after="tiada")


def test_the_pack_of_a_clause_comes_along(dropped, library):
    assert taken(changed(dropped, packs=()), library).packs == tuple(
        pack for pack in library.host.packs() if pack.id == "nasional"
    )


def test_a_pack_that_is_named_already_keeps_its_version(dropped, library):
    old = (PackUse(id="nasional", version="0", fingerprint="", region=""),)
    assert taken(changed(dropped, packs=old), library).packs == old


def test_a_clause_of_ones_own_goes_to_the_end():
    assert ids(own_clause(BASE, "pasar", "Pasar", "Aman.")) == ["damai", "jujur", "pasar"]


def test_a_clause_of_ones_own_goes_behind_the_one_that_is_named():
    assert ids(own_clause(BASE, "pasar", "Pasar", "Aman.", after="damai")) == ["damai", "pasar", "jujur"]


def test_a_clause_of_ones_own_is_filled_in():
    made = own_clause(BASE, "pasar", "Pasar", "{nama_wilayah} aman.")
    assert clause_of(made, "pasar").resolved == "Tangerang Selatan aman."


def test_a_clause_of_ones_own_comes_from_no_pack():
    assert clause_of(own_clause(BASE, "pasar", "Pasar", "Aman."), "pasar").origin is None


def test_a_clause_of_ones_own_with_a_stray_brace_is_refused():
    with pytest.raises(Refused, match="kurung"):
        own_clause(BASE, "pasar", "Pasar", "Aman {.")
