"""What packs give before there is a configuration."""

from __future__ import annotations

from pathlib import Path

import pytest

from kampanye_tui.model.problem import Refused
from kampanye_tui.plugin.new_office import known_elections, known_regions, library_of, with_invited
from kampanye_tui.store.office_questions import Answers, configuration_of
from tests.unit.agreement.making import CITY, GENERAL, changed

HERE = Path("kampanye.toml")
NEW = configuration_of(Answers(region=CITY, election=GENERAL))


def test_every_region_of_the_nation_is_known() -> None:
    assert len(known_regions()) == 552


def test_the_elections_of_the_nation_are_known() -> None:
    assert {"pemilu-2024", "pilkada-2024"} <= {election.id for election in known_elections([])}


def test_a_folder_without_packs_adds_no_election(tmp_path: Path) -> None:
    assert known_elections([tmp_path]) == known_elections([])


def test_whom_packs_would_invite_gets_a_row() -> None:
    complete = with_invited(NEW, library_of(NEW, HERE), HERE)
    assert [party.id for party in complete.parties] == [
        "bawaslu",
        "wali-kota",
        "dprd",
        "polres",
        "kejari",
        "kodim",
    ]


def test_nothing_else_is_changed_by_inviting() -> None:
    assert changed(with_invited(NEW, library_of(NEW, HERE), HERE), parties=()) == NEW


def test_a_region_that_no_pack_has_is_refused_with_the_name_of_the_file() -> None:
    with pytest.raises(Refused, match=r"kampanye\.toml"):
        library_of(changed(NEW, office=changed(NEW.office, region="99.99")), HERE)
