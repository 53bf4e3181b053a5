"""The full clause sets as offices of all kinds compose them on many days, under the rules of the pack."""

from __future__ import annotations

from datetime import date

import pytest

from kampanye_tui.agreement.checks import run
from kampanye_tui.agreement.offers import offers
from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.finding import Level, Section
from kampanye_tui.model.occasion import AgreementKind
from kampanye_tui.model.office import ClauseChoice, Configuration
from kampanye_tui.model.party import PartyEntry, Role
from kampanye_tui.plugin.library import Library
from tests.unit.agreement.making import changed, composed, library_of, office_of

ELECTIONS = {"lengkap-pemilu": "pemilu-2024", "lengkap-pilkada": "pilkada-2024"}
ROWS = tuple(
    PartyEntry(id=f"paslon-{number}", name=name, role=Role.CONTESTANT, ballot_number=number)
    for number, name in enumerate(("Ani dan Budi", "Cici dan Dedi"), 1)
)
REGIONS = {
    "36": "provinsi",
    "36.03": "kabupaten",
    "36.74": "kota",
    "11.71": "Aceh",
    "31.71": "Jakarta",
    "91": "Papua",
}
DAYS = {
    "lengkap-pemilu": [
        date(2023, 8, 14),
        date(2023, 8, 15),
        date(2023, 11, 28),
        date(2024, 2, 9),
        date(2025, 1, 2),
        None,
    ],
    "lengkap-pilkada": [date(2024, 8, 19), date(2024, 8, 20), date(2024, 9, 24), date(2024, 11, 20), None],
}
DATES = [pytest.param(name, day, id=f"{name} {day}") for name, days in DAYS.items() for day in days]

every_day = pytest.mark.parametrize(("name", "day"), DATES)
every_region = pytest.mark.parametrize(
    "region", [pytest.param(code, id=name) for code, name in REGIONS.items()]
)


def agreed(configuration: Configuration, name: str, region: str, day: date | None) -> Agreement:
    """Return the agreement that an office elsewhere would compose from a full set."""
    office = office_of(configuration, region, ELECTIONS[name], day)
    rows = ROWS if name == "lengkap-pilkada" else ()
    return composed(changed(office, parties=rows, clauses=ClauseChoice(clause_set=f"nasional/{name}")))


def required(agreement: Agreement) -> list[str]:
    """Return what a check says must be mended in clauses."""
    reference = agreement.reference
    library = library_of(reference.region.code, reference.election.id, agreement.occasion.day)
    found = run(agreement, library.reference, library.rules)
    return [
        one.message for one in found if one.level is Level.REQUIRED and one.place.section is Section.CLAUSES
    ]


@every_region
@every_day
def test_a_check_requires_nothing_of_the_clauses_anywhere(
    configuration: Configuration, name: str, day: date | None, region: str
) -> None:
    assert required(agreed(configuration, name, region, day)) == []


@every_day
def test_at_least_28_clauses_are_agreed_on_every_day(
    configuration: Configuration, name: str, day: date | None
) -> None:
    assert len(agreed(configuration, name, "36.74", day).clauses) >= 28


@every_day
def test_most_clauses_rest_on_law_on_every_day(
    configuration: Configuration, name: str, day: date | None
) -> None:
    clauses = agreed(configuration, name, "36.74", day).clauses
    assert len([one for one in clauses if one.citations]) >= 22


def declared(configuration: Configuration, name: str, **filled: str) -> Agreement:
    """Return a declaration of the sample office."""
    office = office_of(configuration, "36.74")
    choice = ClauseChoice(clause_set=f"nasional/{name}", parameters=filled)
    kind = changed(office.agreement, kind=AgreementKind.DECLARATION)
    return composed(changed(office, agreement=kind, clauses=choice))


def test_a_check_requires_nothing_of_the_points_of_a_declaration(configuration: Configuration) -> None:
    assert required(declared(configuration, "deklarasi")) == []


def test_a_declaration_with_the_text_of_the_national_office_waits_for_its_letter(
    configuration: Configuration,
) -> None:
    assert len(required(declared(configuration, "deklarasi-kpu-ri"))) == 3


def test_the_text_of_the_national_office_stands_with_its_letter(configuration: Configuration) -> None:
    agreement = declared(
        configuration,
        "deklarasi-kpu-ri",
        nomor_surat_kpu_ri="1/UJI/2023",
        tanggal_surat_kpu_ri="25 November 2023",
        teks_kpu_ri="(1) berkampanye dengan damai; (2) menaati hukum",
    )
    assert agreement.clauses[0].resolved == (
        "melaksanakan deklarasi yang disampaikan Komisi Pemilihan Umum Republik Indonesia dengan surat Nomor "
        "1/UJI/2023 tanggal 25 November 2023, yang berbunyi: (1) berkampanye dengan damai; (2) menaati hukum."
    )


def test_a_nota_is_offered_points_of_a_declaration_last(agreement: Agreement, library: Library) -> None:
    found = [one.clause_set.address for one in offers(agreement, library.reference, library.clause_sets)]
    declared = [address.startswith("nasional/deklarasi") for address in found]
    assert any(declared)
    assert declared == sorted(declared)
