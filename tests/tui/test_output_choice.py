"""Marks on documents, formats and recipients: one set seen in three ways."""

from __future__ import annotations

import pytest

from kampanye_tui.export import Request, plan
from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.office import Configuration, ExportChoice, Paper
from kampanye_tui.model.party import Role
from kampanye_tui.plugin.library import Library
from kampanye_tui.tui import output_choice
from kampanye_tui.tui.output_choice import Choice, receivers, requests_of, rows, toggled, usual, why_not


@pytest.fixture
def choice(agreement: Agreement, library: Library, configuration: Configuration) -> Choice:
    """What the sample's office writes."""
    return usual(agreement, library, configuration.export)[0]


def row(
    choice: Choice, agreement: Agreement, library: Library, row_id: str, paper: Paper | None = None
) -> str:
    """Return the text of a row."""
    return next(one.text for one in rows(choice, agreement, library, paper, 76) if one.id == row_id)


def written(choice: Choice, agreement: Agreement, library: Library) -> list[str]:
    """Return the names of the files that the marks make."""
    wanted = requests_of(choice, agreement, library)
    return [job.name for request in wanted for job in plan(agreement, library, request)]


def test_the_first_marks_are_those_of_the_configuration(
    choice: Choice, agreement: Agreement, library: Library, configuration: Configuration
) -> None:
    export = configuration.export
    wanted = plan(agreement, library, Request(export.templates, export.formats, export.recipients))
    assert written(choice, agreement, library) == [job.name for job in wanted]


def test_without_a_configuration_the_usual_papers_are_marked(agreement: Agreement, library: Library) -> None:
    first, _told = usual(agreement, library, ExportChoice())
    assert first.templates == {f"nasional/{name}" for name in output_choice.USUAL}


def test_a_name_that_is_unknown_is_told_and_passed_over(agreement: Agreement, library: Library) -> None:
    first, told = usual(agreement, library, ExportChoice(templates=("naskah", "naskahh")))
    assert (first.templates, told[0].startswith('Templat "naskahh" tidak ada')) == ({"nasional/naskah"}, True)


def test_the_office_is_not_among_the_recipients(agreement: Agreement) -> None:
    assert Role.ORGANISER not in {party.role for party in receivers(agreement)}


@pytest.mark.parametrize(
    "row_id", ["templat:nasional/naskah", "format:pdf", "cara:lipat", "untuk:semua", "pihak:bawaslu"]
)
def test_a_mark_set_twice_is_as_before(row_id: str, agreement: Agreement) -> None:
    assert toggled(toggled(Choice(), agreement, row_id), agreement, row_id) == Choice()


def test_a_role_without_one_of_its_pihak_is_marked_in_part(
    choice: Choice, agreement: Agreement, library: Library
) -> None:
    without = toggled(choice, agreement, "pihak:partai-buruh")
    shown = row(without, agreement, library, "untuk:peserta-pemilu")
    assert (shown[:3], "17 dari 18 pihak" in shown) == ("[-]", True)


def test_a_mark_on_a_part_of_a_role_completes_it(choice: Choice, agreement: Agreement) -> None:
    without = toggled(choice, agreement, "pihak:partai-buruh")
    assert toggled(without, agreement, "untuk:peserta-pemilu") == choice


def test_everybody_is_every_role(choice: Choice, agreement: Agreement) -> None:
    everybody = toggled(choice, agreement, "untuk:semua")
    assert everybody.parties == {party.id for party in receivers(agreement)}


def test_a_row_counts_the_files_that_it_makes(choice: Choice, agreement: Agreement, library: Library) -> None:
    both = toggled(choice, agreement, "format:teks")
    assert "36 berkas" in row(both, agreement, library, "templat:nasional/salinan-peserta")


def test_a_row_names_the_sheet_of_the_office(choice: Choice, agreement: Agreement, library: Library) -> None:
    assert row(choice, agreement, library, "templat:nasional/naskah", Paper.F4).endswith("F4")


def test_a_format_that_is_not_installed_says_so(
    choice: Choice, agreement: Agreement, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(output_choice, "find_spec", lambda _name: None)
    assert (why_not("docx") != "", "belum terpasang" in row(choice, agreement, library, "format:docx")) == (
        True,
        True,
    )


def test_a_format_that_needs_nothing_is_there() -> None:
    assert why_not("pdf") == ""


BOOKLET = Choice(frozenset({"nasional/naskah", "nasional/buku-saku"}), frozenset({"pdf", "teks"}))


@pytest.mark.parametrize(
    ("ways", "names"),
    [
        ((), ["naskah.pdf", "naskah.txt", "buku-saku.pdf", "buku-saku.txt"]),
        (("lipat",), ["buku-saku-lipat.pdf", "naskah.pdf", "naskah.txt", "buku-saku.txt"]),
        (("ringkas",), ["naskah-ringkas.pdf", "buku-saku-ringkas.pdf", "naskah.txt", "buku-saku.txt"]),
    ],
)
def test_a_way_to_write_pdfs_leaves_other_files_as_they_are(
    ways: tuple[str, ...], names: list[str], agreement: Agreement, library: Library
) -> None:
    assert written(BOOKLET._replace(ways=frozenset(ways)), agreement, library) == names
