"""Small values that tests of this room start from, and libraries of the national pack alone."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import msgspec

from kampanye_tui.agreement.clause_sets import offered_sets
from kampanye_tui.agreement.compose import compose
from kampanye_tui.agreement.layers import Given
from kampanye_tui.model.agreement import AgreedClause, Agreement
from kampanye_tui.model.clause import Clause, ClauseSet
from kampanye_tui.model.election import Contestant, Election, ElectionKind
from kampanye_tui.model.finding import Finding
from kampanye_tui.model.legal import Citation, LegalBasis
from kampanye_tui.model.occasion import Occasion
from kampanye_tui.model.office import ClauseChoice, Configuration, ElectionChoice, Member, Office, PackChoice
from kampanye_tui.model.pack import PackUse
from kampanye_tui.model.party import Party, PartyEntry, Role, Signatory
from kampanye_tui.model.reference import Reference
from kampanye_tui.model.region import Region, RegionKind, Zone
from kampanye_tui.model.rule import Rule
from kampanye_tui.plugin.library import Library, open_library

changed = msgspec.structs.replace

GENERAL_DAY = date(2023, 11, 28)
REGIONAL_DAY = date(2024, 9, 25)

GENERAL = Election(
    id="pemilu-2024",
    kind=ElectionKind.GENERAL,
    name="Pemilihan Umum Tahun 2024",
    short="Pemilu 2024",
    year=2024,
)
REGIONAL = Election(
    id="pilkada-2024",
    kind=ElectionKind.REGIONAL_HEADS,
    name="Pemilihan Tahun 2024",
    short="Pilkada 2024",
    year=2024,
)
CITY = Region(
    code="36.74", name="Kota Tangerang Selatan", kind=RegionKind.CITY, province="Banten", zone=Zone.WEST
)


@cache
def library_of(region: str, election: str = "pemilu-2024", day: date | None = GENERAL_DAY) -> Library:
    """The national pack alone, for a region, an election and a day."""
    return open_library(PackChoice(), Path(), region, election, day, "kampanye.toml")


def office_of(
    configuration: Configuration,
    region: str,
    election: str = "pemilu-2024",
    day: date | None = GENERAL_DAY,
) -> Configuration:
    """The configuration of another office that only says where it is, and for what and when it signs."""
    return changed(
        configuration,
        office=Office(region=region),
        election=ElectionChoice(id=election),
        occasion=Occasion(day=day),
        parties=(),
        packs=PackChoice(),
    )


def composed(configuration: Configuration, file: str = "kampanye.toml") -> Agreement:
    """The agreement of an office that uses the national pack alone."""
    library = library_of(configuration.office.region, configuration.election.id, configuration.occasion.day)
    clause_set = library.clause_set(configuration.clauses.clause_set)
    return compose(configuration, library.reference, clause_set, library.host.packs(), file)


def with_rows(configuration: Configuration, *rows: PartyEntry) -> Agreement:
    """The agreement of an office whose table [[pihak]] holds these rows."""
    return composed(changed(configuration, parties=rows), "kantor.toml")


def of_clauses(
    configuration: Configuration,
    *clauses: Clause,
    filled: dict[str, str] | None = None,
    reference: Reference | None = None,
) -> Agreement:
    """The agreement of the sample with these clauses alone, and what the office fills into them."""
    offers, _conflicts = offered_sets([given("nasional", "", clause_set_of(*clauses))], [])
    chosen = changed(configuration, clauses=ClauseChoice(parameters=filled or {}))
    return compose(chosen, reference or library_of("36.74").reference, offers["nasional/uji"], ())


def clause_set_of(*clauses: Clause, **said: Any) -> ClauseSet:
    """A clause set as a pack offers it."""
    return ClauseSet(id="uji", title="Uji", clauses=clauses, **said)


def given(pack_id: str, region: str, *items: Any) -> Given[Any]:
    """What one pack gives."""
    return Given(PackUse(id=pack_id, version="1", fingerprint="", region=region), items)


def law(law_id: str = "uu-7-2017", **said: Any) -> LegalBasis:
    """A law of 2017 of which no date is known."""
    return LegalBasis(**{"id": law_id, "kind": "UU", "number": "7", "year": 2017, "title": "Pemilu"} | said)


def clause(clause_id: str, text: str = "", **said: Any) -> Clause:
    """A clause as a pack offers it."""
    return Clause(id=clause_id, title=clause_id.title(), text=text or f"Isi {clause_id}.", **said)


def contestant(number: int, **said: Any) -> Contestant:
    """A party on the ballot."""
    return Contestant(
        **{"id": f"partai-{number}", "election": GENERAL.id, "number": number, "name": f"Partai {number}"}
        | said
    )


def party(party_id: str, role: Role = Role.CONTESTANT, number: int | None = None, **said: Any) -> Party:
    """A pihak with one signatory."""
    said = {"signatories": (Signatory(office="Ketua", name="Ani"),)} | said
    return Party(id=party_id, name=party_id.title(), role=role, ballot_number=number, **said)


def small_agreement() -> Agreement:
    """An agreement whose every word is written here: three pihak, two clauses."""
    return Agreement(
        id="contoh",
        topic="Kampanye Damai",
        office=Office(region="36.74", name="KPU Kota Tangerang Selatan", members=(Member(office="Ketua"),)),
        occasion=Occasion(day=GENERAL_DAY, place="Aula", city="Tangerang Selatan"),
        parties=(
            party("penyelenggara", Role.ORGANISER),
            party("partai-a", number=1),
            party("partai-b", number=2),
        ),
        clauses=(
            AgreedClause(
                id="damai",
                title="Damai",
                text="{peserta} berkampanye dengan damai.",
                resolved="Peserta Pemilu berkampanye dengan damai.",
                citations=(Citation(law="uu-7-2017", article="Pasal 280"),),
            ),
            AgreedClause(
                id="jujur",
                title="Jujur",
                text="{peserta} jujur sebagaimana {@damai}.",
                resolved="Peserta Pemilu jujur sebagaimana {@damai}.",
                explanation="Jangan berbohong.",
            ),
        ),
        reference=Reference(region=CITY, election=GENERAL, legal_basis=(law(),)),
    )


def with_clause(agreement: Agreement, clause_id: str, **said: Any) -> Agreement:
    """The agreement with something else said in one clause."""
    return changed(
        agreement,
        clauses=tuple(changed(one, **said) if one.id == clause_id else one for one in agreement.clauses),
    )


def without_clause(agreement: Agreement, clause_id: str) -> Agreement:
    """The agreement without one clause."""
    return changed(agreement, clauses=tuple(one for one in agreement.clauses if one.id != clause_id))


def with_party(agreement: Agreement, party_id: str, **said: Any) -> Agreement:
    """The agreement with something else said of one pihak."""
    return changed(
        agreement,
        parties=tuple(changed(one, **said) if one.id == party_id else one for one in agreement.parties),
    )


def without_party(agreement: Agreement, party_id: str) -> Agreement:
    """The agreement without one pihak."""
    return changed(agreement, parties=tuple(one for one in agreement.parties if one.id != party_id))


def found_by(
    rules: tuple[Rule, ...], rule_id: str, agreement: Agreement, reference: Reference
) -> list[Finding]:
    """What the rule of that id finds."""
    return [found for rule in rules if rule.id == rule_id for found in rule.check(agreement, reference)]
