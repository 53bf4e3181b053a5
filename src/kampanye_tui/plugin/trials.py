"""First drafts of a pack for each of its regions and elections, with as many contestants as there can be.

They are what the check of a pack and its preview look at; nothing of them is written.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from kampanye_tui.agreement.clause_sets import OfferedSet
from kampanye_tui.agreement.compose import compose
from kampanye_tui.agreement.layers import lay
from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.election import Election, ElectionKind
from kampanye_tui.model.occasion import Occasion
from kampanye_tui.model.office import AgreementChoice, ClauseChoice, Configuration, ElectionChoice, Office
from kampanye_tui.model.pack import NATIONAL_ID, PackKind
from kampanye_tui.model.party import PartyEntry, Role, Signatory
from kampanye_tui.model.problem import Refused
from kampanye_tui.model.region import Region, chain
from kampanye_tui.plugin.data_pack import DataPack
from kampanye_tui.plugin.folder import PackFolder, read_folder
from kampanye_tui.plugin.host import Host
from kampanye_tui.plugin.library import Library, library_from

CAMPAIGN = "kampanye"
"""The stage whose first day is the usual day of signing."""
USUAL_SET = f"{NATIONAL_ID}/ringkas"
_MOST_PAIRS = 8
PAIRS = tuple(
    PartyEntry(
        id=f"paslon-{number}",
        name=f"Nama Lengkap Calon Kepala Daerah {number} dan Nama Lengkap Calon Wakil Kepala Daerah {number}",
        role=Role.CONTESTANT,
        ballot_number=number,
        signatories=(Signatory(office="Calon Kepala Daerah"), Signatory(office="Calon Wakil Kepala Daerah")),
    )
    for number in range(1, _MOST_PAIRS + 1)
)
"""Contestants that an office fills in by itself: more, and with longer names, than there usually are."""


class Trial(NamedTuple):
    """An office in a region, before an election: what it works with there."""

    region: Region
    election: Election
    library: Library

    def sets(self, pack: DataPack, pack_id: str) -> tuple[OfferedSet, ...]:
        """Return the clause sets that the pack gives or changes here; none of them: the usual one."""
        own = {f"{pack_id}/{one.id}" for one in pack.clause_sets}
        own |= {target for one in pack.overlays for target in one.targets}
        kind = self.election.kind
        suited = [
            one for one in self.library.clause_sets.values() if not one.elections or kind in one.elections
        ]
        return tuple(one for one in suited if one.address in own) or tuple(
            one for one in suited if one.address == USUAL_SET
        )

    def draft(self, clause_set: OfferedSet) -> Agreement:
        """Return the first draft of an office that says nothing about itself; raises :class:`Refused`."""
        configuration = Configuration(
            office=Office(region=self.region.code),
            election=ElectionChoice(id=self.election.id),
            agreement=AgreementChoice(id="uji-paket"),
            occasion=Occasion(day=signing_day(self.election)),
            clauses=ClauseChoice(clause_set=clause_set.address),
            parties=PAIRS if self.election.kind is ElectionKind.REGIONAL_HEADS else (),
        )
        return compose(configuration, self.library.reference, clause_set, self.library.host.packs())


def signing_day(election: Election) -> date | None:
    """Return the first day of the campaign; None while the schedule is not known."""
    stage = election.stage(CAMPAIGN)
    return stage.start if stage else None


def neighbours(folder: PackFolder, pack: DataPack) -> tuple[PackFolder, ...]:
    """Return the packs beside this one whose clause sets it changes; one that cannot be read is left out."""
    found = []
    own = (NATIONAL_ID, folder.manifest.plugin.id)
    targets = [target for overlay in pack.overlays for target in overlay.targets]
    for pack_id in dict.fromkeys(target.partition("/")[0] for target in targets):
        if pack_id in own:
            continue
        try:
            beside = read_folder(folder.path.parent / pack_id, pack_id)
        except Refused:
            continue
        if beside.manifest.plugin.kind is PackKind.DATA:
            found.append(beside)
    return tuple(found)


def regions_of(folder: PackFolder) -> tuple[tuple[Region, ...], tuple[str, ...]]:
    """Return the regions where a pack applies, by code, and the codes it names that nobody knows."""
    codes = folder.manifest.plugin.regions
    given = Host(codes[0], (), (), given=[folder]).collect("kampanye_regions")
    known = {region.code: region for region in lay(given, lambda one: one.code, "wilayah")[0]}
    here = tuple(known[code] for code in sorted(known) if set(chain(code)) & set(codes))
    return here, tuple(code for code in codes if code and code not in known)


def elections_of(packs: Iterable[PackFolder], code: str) -> tuple[Election, ...]:
    """Return the elections that the nation and the packs know in a region."""
    given = Host(code, (), (), given=packs).collect("kampanye_elections")
    return lay(given, lambda one: one.id, "pemilihan")[0]


def trials(packs: tuple[PackFolder, ...], regions: Iterable[Region]) -> Iterator[Trial]:
    """Yield an office for each region and election that the packs know, by region."""
    for region in regions:
        for election in elections_of(packs, region.code):
            yield open_trial(packs, region, election, signing_day(election))


def open_trial(packs: tuple[PackFolder, ...], region: Region, election: Election, day: date | None) -> Trial:
    """Return an office with these packs and no others."""
    return Trial(region, election, open_for(packs, region.code, election.id, day))


def open_for(packs: tuple[PackFolder, ...], code: str, election: str, day: date | None) -> Library:
    """Return the library of an office with these packs and no others; raises :class:`Refused`."""
    return library_from(Host(code, (), (), given=packs), election, day, packs[0].path.name)
