"""The data pack of a city: a clause more, an explanation adapted, bodies beyond its border, its own paper."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from kampanye_tui.model.agreement import AgreedClause, Agreement
from kampanye_tui.model.clause import Change, ChangeKind
from kampanye_tui.model.office import Configuration, PackChoice
from kampanye_tui.model.pack import PackState
from kampanye_tui.plugin.library import Library, open_library
from tests.packs.regional_office import regional_office

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


def test_the_district_command_is_the_one_that_reaches_beyond_the_city(agreement: Agreement) -> None:
    party = agreement.party("kodim")
    assert party is not None
    assert (party.name, party.short, party.signatories[0].office) == (
        "Komando Distrik Militer 0506/Tangerang",
        "Kodim 0506/Tangerang",
        "Komandan Kodim 0506/Tangerang",
    )


def test_its_police_stand_under_those_of_jakarta_and_keep_their_own_name() -> None:
    office = regional_office("36.74")
    assert (office.word("singkatan_kepolisian_daerah"), office.word("singkatan_kepolisian")) == (
        "Polda Metro Jaya",
        "Polres Tangerang Selatan",
    )


def test_the_paper_of_the_office_tells_whom_to_call_across_the_border() -> None:
    text = regional_office("36.74").text("lembar-koordinasi")
    assert (
        "Kepolisian Resor Tangerang Selatan berada di bawah Kepolisian Daerah Metro Jaya dan membawahkan "
        "pula daerah di luar Kota Tangerang Selatan."
    ) in text


@pytest.mark.parametrize("election", ["pemilu-2024", "pilkada-2024"])
def test_the_paper_of_the_office_is_one_sheet(election: str) -> None:
    assert regional_office("36.74", election).pages("lembar-koordinasi") == 1


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
