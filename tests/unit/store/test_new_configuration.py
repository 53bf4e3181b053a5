"""The configuration that ``mulai`` writes: it reads back as what was said, and is written once."""

from __future__ import annotations

import os
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kampanye_tui.model.office import (
    AgreementChoice,
    Configuration,
    ElectionChoice,
    ExportChoice,
    FontChoice,
    Member,
    Office,
    PackChoice,
    Paper,
)
from kampanye_tui.model.problem import Declined, Refused
from kampanye_tui.model.reading import read
from kampanye_tui.plugin.library import Library
from kampanye_tui.store import atomic
from kampanye_tui.store.new_configuration import configuration_file, invited, write_configuration
from tests.unit.model.values import TEXTS

LINE = TEXTS["satu-baris"] | st.sampled_from(['"', "\\", '"""', "'''", "# x", "[kantor]", "x\\u0041", "= 1"])
BASE = Configuration(
    office=Office(region="36.74"),
    election=ElectionChoice(id="pemilu-2024"),
    agreement=AgreementChoice(id="2023-kampanye-damai"),
)
OFFICES = st.builds(
    Office,
    region=st.just("36.74"),
    address=LINE,
    city=LINE,
    number_format=LINE,
    members=st.lists(st.builds(Member, office=LINE, name=LINE), max_size=3).map(tuple),
)
EXPORTS = st.builds(
    ExportChoice,
    templates=st.lists(LINE, max_size=2).map(tuple),
    paper=st.none() | st.sampled_from(Paper),
    folder=LINE,
)
FONTS = st.none() | st.builds(FontChoice, regular=LINE, bold=LINE, italic=LINE, bold_italic=LINE)


@given(office=OFFICES, export=EXPORTS, fonts=FONTS, folders=st.lists(LINE, max_size=2).map(tuple))
def test_what_was_written_reads_back_as_what_was_said(
    office: Office, export: ExportChoice, fonts: FontChoice | None, folders: tuple[str, ...], library: Library
) -> None:
    said = msgspec.structs.replace(
        BASE,
        office=office,
        export=export,
        fonts=fonts,
        packs=PackChoice(folders=folders),
        parties=invited(library.reference),
    )
    made = configuration_file(said, library.reference)
    assert read(Configuration, made, "kampanye.toml") == said


def test_a_row_of_an_institution_whose_district_differs_says_so(library: Library) -> None:
    said = msgspec.structs.replace(BASE, parties=invited(library.reference))
    text = configuration_file(said, library.reference).decode()
    before = text[: text.index('id = "polres"')].splitlines()[-1]
    assert before.startswith("# Wilayah hukum kepolisian tidak selalu sama")


def test_a_configuration_is_written_where_there_was_none(tmp_path: Path, library: Library) -> None:
    write_configuration(tmp_path / "kampanye.toml", BASE, library.reference)
    assert read(Configuration, (tmp_path / "kampanye.toml").read_bytes(), "kampanye.toml") == BASE


@pytest.mark.parametrize("there", ["", "format = 1\n"])
def test_a_configuration_is_never_written_twice(there: str, tmp_path: Path, library: Library) -> None:
    path = tmp_path / "kampanye.toml"
    path.write_text(there)
    with pytest.raises(Declined, match="sudah ada"):
        write_configuration(path, BASE, library.reference)
    assert path.read_text() == there


def test_a_link_to_nothing_is_no_free_name(tmp_path: Path, library: Library) -> None:
    (tmp_path / "kampanye.toml").symlink_to("tiada.toml")
    with pytest.raises(Declined, match="sudah ada"):
        write_configuration(tmp_path / "kampanye.toml", BASE, library.reference)


def test_a_declined_configuration_leaves_nothing_behind(tmp_path: Path, library: Library) -> None:
    (tmp_path / "kampanye.toml").touch()
    with pytest.raises(Declined):
        write_configuration(tmp_path / "kampanye.toml", BASE, library.reference)
    assert [path.name for path in tmp_path.iterdir()] == ["kampanye.toml"]


def test_a_character_that_nobody_sees_is_not_written(tmp_path: Path, library: Library) -> None:
    said = msgspec.structs.replace(BASE, office=Office(region="36.74", address="Jalan\x1b[31m"))
    with pytest.raises(Refused, match="karakter tak terlihat"):
        write_configuration(tmp_path / "kampanye.toml", said, library.reference)
    assert list(tmp_path.iterdir()) == []


def test_on_a_memory_stick_without_links_a_new_file_is_written_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_arguments: object, **_named: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)
    atomic.write_whole(tmp_path / "a", b"isi", new=True)
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("a", b"isi")]


def test_on_a_memory_stick_without_links_nothing_is_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_arguments: object, **_named: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)
    (tmp_path / "a").write_bytes(b"lama")
    with pytest.raises(FileExistsError):
        atomic.write_whole(tmp_path / "a", b"isi", new=True)
    assert (tmp_path / "a").read_bytes() == b"lama"
