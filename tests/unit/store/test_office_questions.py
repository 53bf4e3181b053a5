"""What a new office is asked, and the configuration that its answers make."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from kampanye_tui.model.office import Configuration, FontChoice, Paper
from kampanye_tui.model.problem import Refused
from kampanye_tui.model.region import RegionKind
from kampanye_tui.store.installed_fonts import Installed
from kampanye_tui.store.office_questions import (
    MEMBER_COUNT,
    Answers,
    asks_city,
    configuration_of,
    installed_family,
    number_format_question,
    other_font_questions,
    region_question,
    regular_font_question,
)
from tests.unit.agreement.making import CITY, GENERAL, changed

BONUM = Installed(
    "TeX Gyre Bonum",
    FontChoice(regular="/h/a.otf", bold="/h/b.otf", italic="/h/c.otf", bold_italic="/h/d.otf"),
)
LEAST = Answers(region=CITY, election=GENERAL)


@pytest.mark.parametrize(
    ("kind", "asked"),
    [
        (RegionKind.CITY, False),
        (RegionKind.ADMINISTRATIVE_CITY, False),
        (RegionKind.REGENCY, True),
        (RegionKind.PROVINCE, True),
    ],
)
def test_an_office_is_asked_for_its_town_where_the_region_is_none(kind: RegionKind, asked: bool) -> None:
    assert asks_city(changed(CITY, kind=kind)) is asked


def test_a_region_has_to_be_answered() -> None:
    assert region_question([CITY], 15).usual is None


def test_the_answer_to_the_region_is_what_it_may_be() -> None:
    assert region_question([CITY], 15).judge("tangerang") == (CITY,)


def test_the_example_of_a_number_has_the_code_of_the_region() -> None:
    assert "/3674/" in number_format_question(CITY).words


@pytest.mark.parametrize(("typed", "count"), [("0", 0), ("4", 4), ("10", 10)])
def test_members_are_counted(typed: str, count: int) -> None:
    assert MEMBER_COUNT.judge(typed) == count


@pytest.mark.parametrize("typed", ["11", "-1", "empat", ""])
def test_a_count_that_no_commission_has_is_refused(typed: str) -> None:
    with pytest.raises(Refused, match="0 sampai 10"):
        MEMBER_COUNT.judge(typed)


def test_a_commission_has_five_members_unless_said() -> None:
    assert MEMBER_COUNT.judge(MEMBER_COUNT.usual or "") + 1 == 5


def test_a_font_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused, match=r'Berkas "x\.ttf" tidak ada'):
        regular_font_question(tmp_path).judge("x.ttf")


def test_a_font_that_is_there_is_taken_by_its_name(tmp_path: Path) -> None:
    (tmp_path / "x.ttf").touch()
    assert regular_font_question(tmp_path).judge(" x.ttf ") == "x.ttf"


def test_no_font_is_an_answer(tmp_path: Path) -> None:
    assert regular_font_question(tmp_path).judge("") == ""


def test_an_installed_family_is_taken_by_its_name(tmp_path: Path) -> None:
    assert regular_font_question(tmp_path, [BONUM]).judge("tex gyre bonum") == "tex gyre bonum"


@pytest.mark.parametrize(
    ("answer", "fonts"), [("TEX GYRE BONUM", BONUM.fonts), ("TeX Gyre", None), ("", None)]
)
def test_the_name_of_an_installed_family_stands_for_its_files(answer: str, fonts: FontChoice | None) -> None:
    assert installed_family(answer, [BONUM]) == fonts


def test_files_beside_the_first_are_proposed(tmp_path: Path) -> None:
    for style in ("Regular", "Bold", "BoldItalic"):
        (tmp_path / f"Kantor-{style}.ttf").touch()
    proposed = [one.usual for one in other_font_questions(tmp_path, "Kantor-Regular.ttf")]
    assert proposed == ["Kantor-Bold.ttf", None, "Kantor-BoldItalic.ttf"]


def test_a_file_without_a_style_in_its_name_proposes_nothing(tmp_path: Path) -> None:
    (tmp_path / "Kantor.ttf").touch()
    assert [one.usual for one in other_font_questions(tmp_path, "Kantor.ttf")] == [None] * 3


def test_the_least_that_is_answered_makes_a_configuration() -> None:
    made = configuration_of(LEAST)
    assert (made.office.region, made.election.id, made.occasion.day) == ("36.74", "pemilu-2024", None)


def test_nothing_is_written_of_members_without_names_but_their_offices() -> None:
    members = configuration_of(LEAST).office.members
    assert [(one.office, one.name) for one in members] == [("Ketua", "")] + [("Anggota", "")] * 4


@pytest.mark.parametrize(
    ("day", "agreement_id"),
    [(None, "2024-kampanye-damai"), (date(2023, 11, 28), "2023-kampanye-damai")],
)
def test_an_agreement_is_called_after_its_year(day: date | None, agreement_id: str) -> None:
    assert configuration_of(LEAST._replace(day=day)).agreement.id == agreement_id


def test_every_answer_is_in_the_configuration() -> None:
    answered = LEAST._replace(
        address="Jl. Raya 1",
        city="Ciputat",
        chair="Ani",
        members=("Budi",),
        number_format="{urut}",
        paper=Paper.F4,
        folder="cetak",
        packs=("plugins",),
    )
    made: Configuration = configuration_of(answered)
    assert (
        made.office.address,
        made.office.city,
        [one.name for one in made.office.members],
        made.office.number_format,
        made.export.paper,
        made.export.folder,
        made.packs.folders,
    ) == ("Jl. Raya 1", "Ciputat", ["Ani", "Budi"], "{urut}", Paper.F4, "cetak", ("plugins",))
