"""The questions of a new office as fields, and what was typed as answers."""

from __future__ import annotations

from pathlib import Path

import pytest

from kampanye_tui.model.election import Election
from kampanye_tui.model.office import FontChoice
from kampanye_tui.model.problem import Refused
from kampanye_tui.model.region import Region
from kampanye_tui.plugin.new_office import known_elections, known_regions
from kampanye_tui.store.installed_fonts import Installed
from kampanye_tui.store.office_questions import Answers
from kampanye_tui.tui.office_form import answers_of, fields_of


@pytest.fixture(scope="module")
def elections() -> tuple[Election, ...]:
    return known_elections(())


@pytest.fixture(scope="module")
def regions() -> dict[str, Region]:
    return {region.code: region for region in known_regions()}


def typed(region: Region, elections: tuple[Election, ...], folder: Path, **values: str) -> Answers:
    """Return the answers of a form as it is proposed, with these values changed."""
    fields = fields_of(region, elections, folder, {})
    return answers_of({field.id: field.value for field in fields} | values, region, elections, folder)


def test_a_form_left_as_proposed_is_what_an_office_that_says_nothing_gets(
    regions: dict[str, Region], elections: tuple[Election, ...], tmp_path: Path
) -> None:
    assert typed(regions["36.74"], elections, tmp_path) == Answers(regions["36.74"], elections[0])


@pytest.mark.parametrize(("code", "asked"), [("36.74", False), ("32.01", True), ("36", True)])
def test_only_a_city_is_not_asked_for_its_seat(
    regions: dict[str, Region], elections: tuple[Election, ...], tmp_path: Path, code: str, asked: bool
) -> None:
    assert ("city" in {field.id for field in fields_of(regions[code], elections, tmp_path, {})}) is asked


def test_a_province_has_room_for_six_members(
    regions: dict[str, Region], elections: tuple[Election, ...], tmp_path: Path
) -> None:
    answers = typed(regions["36"], elections, tmp_path, count="6", **{"member-6": "Budi"})
    assert answers.members == ("", "", "", "", "", "Budi")


def test_a_name_beyond_the_number_of_members_is_refused(
    regions: dict[str, Region], elections: tuple[Election, ...], tmp_path: Path
) -> None:
    with pytest.raises(Refused, match="Banyaknya Anggota tertulis 2"):
        typed(regions["36.74"], elections, tmp_path, count="2", **{"member-3": "Budi"})


def test_more_members_than_fields_stay_without_a_name(
    regions: dict[str, Region], elections: tuple[Election, ...], tmp_path: Path
) -> None:
    assert typed(regions["36.74"], elections, tmp_path, count="5").members == ("",) * 5


def test_a_folder_of_packs_beside_the_configuration_is_proposed(
    regions: dict[str, Region], elections: tuple[Election, ...], tmp_path: Path
) -> None:
    (tmp_path / "plugins").mkdir()
    assert typed(regions["36.74"], elections, tmp_path).packs == ("plugins",)


def test_the_companions_of_a_typeface_are_found_beside_it(
    regions: dict[str, Region], elections: tuple[Election, ...], tmp_path: Path
) -> None:
    for style in ("Regular", "Bold", "Italic", "BoldItalic"):
        (tmp_path / f"Huruf-{style}.ttf").touch()
    fonts = typed(regions["36.74"], elections, tmp_path, font="Huruf-Regular.ttf").fonts
    assert fonts.bold_italic == "Huruf-BoldItalic.ttf"


def test_an_installed_family_is_offered_and_taken_by_its_name(
    regions: dict[str, Region], elections: tuple[Election, ...], tmp_path: Path
) -> None:
    files = FontChoice(regular="/h/a.otf", bold="/h/b.otf", italic="/h/c.otf", bold_italic="/h/d.otf")
    installed = [Installed("TeX Gyre Bonum", files)]
    fields = {one.id: one for one in fields_of(regions["36.74"], elections, tmp_path, {}, installed)}
    values = {name: one.value for name, one in fields.items()} | {"font": "TeX Gyre Bonum"}
    assert fields["font"].hint == "Kosong: Source Serif Pro. Terpasang: TeX Gyre Bonum."
    assert answers_of(values, regions["36.74"], elections, tmp_path, installed).fonts == files


def test_a_typeface_without_a_companion_is_refused(
    regions: dict[str, Region], elections: tuple[Election, ...], tmp_path: Path
) -> None:
    (tmp_path / "Huruf-Regular.ttf").touch()
    with pytest.raises(Refused, match="Berkas huruf tebal tidak ada di samping"):
        typed(regions["36.74"], elections, tmp_path, font="Huruf-Regular.ttf")
