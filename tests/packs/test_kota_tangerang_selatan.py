"""The data pack of a city: a clause more, an explanation adapted, an institution; and nothing elsewhere."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from kampanye_tui.model.agreement import AgreedClause, Agreement
from kampanye_tui.model.clause import Change, ChangeKind
from kampanye_tui.model.office import Configuration, PackChoice
from kampanye_tui.model.pack import PackState
from kampanye_tui.plugin.library import Library, open_library

PACK = "kota-tangerang-selatan"
ROOT = Path(__file__).parent.parent.parent
ADDED, CHANGED = "kebersihan-dan-ketenangan", "penyampaian-dan-pelaporan"
REASON = "Kota Tangerang Selatan tidak mempunyai desa; pengawas setempat berada di kelurahan."


def opened(region: str, *folders: str) -> Library:
    """Return the library of an office elsewhere."""
    choice = PackChoice(folders=folders)
    return open_library(choice, ROOT, region, "pemilu-2024", date(2023, 11, 28), "kampanye.toml")


@pytest.fixture(scope="module")
def national() -> Library:
    """The library of the same office without any pack."""
    return opened("36.74")


def clause(agreement: Agreement, clause_id: str) -> AgreedClause:
    """Return a clause of the agreement."""
    return next(clause for clause in agreement.clauses if clause.id == clause_id)


def offered(library: Library) -> dict[str, tuple[str, str, str]]:
    """Return the words of all clauses by id."""
    clauses = [one.clause for one in library.clause_set("nasional/ringkas").clauses]
    return {one.id: (one.title, one.text, one.explanation) for one in clauses}


def test_the_pack_is_used_in_its_city(library: Library) -> None:
    assert (library.host.statuses[PACK].state, library.host.statuses[PACK].reason) == (PackState.ACTIVE, "")


def test_the_pack_is_in_conflict_with_nothing(library: Library) -> None:
    assert library.reference.conflicts == ()


def test_one_clause_follows_the_one_about_props(agreement: Agreement) -> None:
    ids = [clause.id for clause in agreement.clauses]
    assert ids[ids.index("alat-peraga") + 1] == ADDED


def test_apart_from_the_added_one_the_clauses_are_the_national_ones_in_order(
    agreement: Agreement, national: Library
) -> None:
    ids = [clause.id for clause in agreement.clauses if clause.id != ADDED]
    assert ids == list(offered(national))


def test_the_added_clause_belongs_to_the_pack(agreement: Agreement) -> None:
    origin = clause(agreement, ADDED).origin
    assert origin is not None
    assert (origin.pack, origin.changes) == (PACK, (Change(pack=PACK, kind=ChangeKind.ADDED),))


def test_the_added_clause_reads_with_the_words_of_the_office(agreement: Agreement) -> None:
    assert clause(agreement, ADDED).resolved.startswith("Peserta Pemilu mengumpulkan kembali sampah")


def test_the_adapted_explanation_is_remembered_with_its_reason(agreement: Agreement) -> None:
    origin = clause(agreement, CHANGED).origin
    assert origin is not None
    assert origin.changes == (Change(pack=PACK, kind=ChangeKind.REPLACED, reason=REASON),)


def test_the_adapted_explanation_stands_in_the_agreement(agreement: Agreement) -> None:
    assert "pengawas kelurahan atau kecamatan" in clause(agreement, CHANGED).explanation


def test_of_the_adapted_clause_nothing_but_the_explanation_changes(
    library: Library, national: Library
) -> None:
    assert offered(library)[CHANGED][:2] == offered(national)[CHANGED][:2]


def test_the_clauses_that_the_pack_does_not_name_are_the_national_ones(
    library: Library, national: Library
) -> None:
    untouched = {name: words for name, words in offered(library).items() if name not in (ADDED, CHANGED)}
    assert untouched == {name: words for name, words in offered(national).items() if name != CHANGED}


def test_the_district_command_is_the_one_of_the_city(agreement: Agreement) -> None:
    party = agreement.party("kodim")
    assert party is not None
    assert party.name == "Komando Distrik Militer 0506/Tangerang"


def test_the_agreement_remembers_the_pack_and_its_bytes(agreement: Agreement, library: Library) -> None:
    used = {use.id: use.fingerprint for use in agreement.packs}
    assert used[PACK] == library.host.statuses[PACK].fingerprint


@pytest.mark.parametrize(
    "region", ["36", "36.71", "35.78"], ids=["province", "neighbour", "another province"]
)
def test_other_regions_are_not_affected(region: str) -> None:
    with_pack, without = opened(region, "plugins"), opened(region)
    assert (offered(with_pack), with_pack.reference) == (offered(without), without.reference)


def test_the_configuration_of_the_sample_finds_the_pack(configuration: Configuration) -> None:
    assert [(ROOT / folder / PACK / "plugin.toml").is_file() for folder in configuration.packs.folders] == [
        True
    ]
