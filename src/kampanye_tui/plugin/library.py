"""All that packs give an office, put together: reference, clause sets, rules, templates, formats."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple, TypeVar

import msgspec

from kampanye_tui.agreement.clause_sets import OfferedSet, offered_sets
from kampanye_tui.agreement.layers import Given, by_region, lay
from kampanye_tui.agreement.reference import Offers, compose_reference
from kampanye_tui.document.template_file import with_address
from kampanye_tui.formats import built_in
from kampanye_tui.model.clause import Overlay
from kampanye_tui.model.election import Election
from kampanye_tui.model.export_format import ExportFormat
from kampanye_tui.model.messages import nearest
from kampanye_tui.model.office import PackChoice
from kampanye_tui.model.own_packs import NO_CHOICE, OwnChoice
from kampanye_tui.model.problem import Problem, Refused, Step, refuse
from kampanye_tui.model.reference import Reference
from kampanye_tui.model.region import Region
from kampanye_tui.model.rule import Rule
from kampanye_tui.model.template import Template
from kampanye_tui.plugin.host import Host

T = TypeVar("T")


class Library(NamedTuple):
    """What an office works with. Templates are found by ``paket/id`` or, where unique, by their id alone."""

    host: Host
    reference: Reference
    clause_sets: Mapping[str, OfferedSet]
    rules: tuple[Rule, ...]
    templates: Mapping[str, Template]
    formats: Mapping[str, ExportFormat]

    def clause_set(self, address: str) -> OfferedSet:
        """Return the clause set of that address; raises :class:`Refused`."""
        return _chosen(self.clause_sets, address, "kumpulan klausul")

    def template(self, name: str) -> Template:
        """Return the template of that address or id; raises :class:`Refused`."""
        if name in self.templates:
            return self.templates[name]
        named = [template for template in self.templates.values() if template.front.id == name]
        if len(named) > 1:
            choices = ", ".join(template.address for template in named)
            raise refuse(f'templat "{name}" ada di lebih dari satu paket', f"Sebutkan: {choices}")
        if not named:
            short = [template.front.id for template in self.templates.values()]
            raise refuse(f'templat "{name}" tidak ada', nearest(name, [*self.templates, *short]))
        return named[0]

    def format(self, name: str) -> ExportFormat:
        """Return the format of that id; raises :class:`Refused`."""
        return _chosen(self.formats, name, "format")


def open_library(
    packs: PackChoice,
    folder: Path,
    region_code: str,
    election_id: str,
    day: date | None,
    file: str,
    own: OwnChoice = NO_CHOICE,
) -> Library:
    """Return the library for a region, an election and a day of signing.

    ``folder`` is where relative paths of the configuration start, ``file`` its name in problems,
    ``own`` what the user decided about packs. Raises :class:`Refused` for an unknown region or election.
    """
    host = Host(region_code, [folder / name for name in packs.folders], packs.accepted, own=own)
    return library_from(host, election_id, day, file)


def library_from(host: Host, election_id: str, day: date | None, file: str) -> Library:
    """Return the library of a host's packs; raises as :func:`open_library` does."""
    region_code = host.region
    regions = host.collect("kampanye_regions")
    place = Problem(what="", file=file, steps=(Step("kantor"),), key="wilayah")
    region = _found(regions, _code, region_code, "wilayah", place, host)
    elections = host.collect("kampanye_elections")
    place = Problem(what="", file=file, steps=(Step("pemilu"),), key="id")
    election = _found(elections, _id, election_id, "pemilihan", place, host)
    sets = host.collect("kampanye_clause_sets", region=region)
    overlays = host.collect("kampanye_clause_overlays", region=region)
    laws = host.collect("kampanye_legal_basis", region=region)
    contestants = host.collect("kampanye_contestants", election=election, region=region)
    stakeholders = host.collect("kampanye_stakeholders", region=region)
    terms = host.collect("kampanye_terms", region=region)
    rules = host.collect("kampanye_rules", region=region)
    templates = host.collect("kampanye_templates", region=region)
    formats = _formats(host)

    # A pack that failed in one hook gives nothing in any other: half a pack is nobody's intention.
    def kept(given: tuple[Given[T], ...]) -> tuple[Given[T], ...]:
        return tuple(one for one in given if host.active(one.pack.id))

    clause_sets, conflicts = offered_sets(kept(sets), _suiting(kept(overlays), region))
    conflicts += lay(kept(regions), _code, "wilayah")[1]
    conflicts += lay(kept(elections), _id, "pemilihan")[1]
    offers = Offers(kept(laws), kept(contestants), kept(stakeholders), kept(terms))
    return Library(
        host=host,
        reference=compose_reference(offers, region, election, day, conflicts),
        clause_sets=clause_sets,
        rules=tuple(rule for _pack, given in by_region(kept(rules)) for rule in given),
        templates=_templates(kept(templates)),
        formats=formats,
    )


def _suiting(overlays: Iterable[Given[Overlay]], region: Region) -> tuple[Given[Overlay], ...]:
    """Return the overlays that are for this kind of region."""
    return tuple(
        Given(pack, tuple(one for one in given if not one.region_kinds or region.kind in one.region_kinds))
        for pack, given in overlays
    )


def _code(region: Region) -> str:
    return region.code


def _id(election: Election) -> str:
    return election.id


def _templates(given: Iterable[Given[Template]]) -> dict[str, Template]:
    return {
        f"{pack.id}/{template.front.id}": with_address(template, pack.id)
        for pack, templates in by_region(given)
        for template in templates
    }


def _formats(host: Host) -> dict[str, ExportFormat]:
    """Return the formats by id; the program's own first, a taken id puts a pack out of use."""
    formats = {made.id: made for module in built_in() for made in module.kampanye_export_formats()}
    for pack, given in by_region(host.collect("kampanye_export_formats")):
        taken = [made.id for made in given if made.id in formats]
        if taken:
            host.put_out(pack.id, f'format "{taken[0]}" sudah ada')
            continue
        formats |= {made.id: made for made in given}
    return formats


def _chosen(offers: Mapping[str, T], name: str, what: str) -> T:
    if name not in offers:
        raise refuse(f'{what} "{name}" tidak ada', nearest(name, offers))
    return offers[name]


def _found(
    given: Iterable[Given[T]], key: Callable[[T], str], name: str, what: str, place: Problem, host: Host
) -> T:
    """Return what the configuration chose, or refuse with the place where it says so.

    A pack that is not used may be the one that offers it, so the refusal tells of those as well.
    """
    offers, conflicts = lay(given, key, what)
    known = {key(offer): offer for offer in offers}
    if name in known:
        return known[name]
    words, hint = f'"{name}" tidak dikenal', nearest(name, known)
    if what == "wilayah":
        # The code that looks most alike is another province's; only a name finds the region that is meant.
        hint = "Cari dengan: kampanye wilayah NAMA"
    for conflict in conflicts:
        if conflict.subject == f'{what} "{name}"':
            words = f"{conflict.subject} {conflict.what} (paket {', '.join(conflict.packs)})"
            hint = "Hapus salah satunya dari folder paket"
    unused = [
        Problem(what=f"paket {status.id} {status.state.value}: {status.reason}") for status in host.problems()
    ]
    raise Refused([msgspec.structs.replace(place, what=words, hint=hint), *unused])
