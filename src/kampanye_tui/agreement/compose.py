"""An office's configuration, a reference and a clause set → a new agreement.

What packs offer is the start; what the configuration says overrides it. The agreement takes along what it
used of the reference, and cites only what may be cited on the day of signing.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable

import msgspec

from kampanye_tui.agreement.clause_sets import OfferedClause, OfferedSet
from kampanye_tui.agreement.law import usable
from kampanye_tui.agreement.placeholders import fill
from kampanye_tui.agreement.vocabulary import Vocabulary, of_reference, said, short_office, vocabulary
from kampanye_tui.model.agreement import (
    AgreedClause,
    Agreement,
    CopyForm,
    CopyPlan,
    Origin,
)
from kampanye_tui.model.clause import Parameter
from kampanye_tui.model.election import Contestant
from kampanye_tui.model.messages import missing_key, nearest
from kampanye_tui.model.office import Configuration
from kampanye_tui.model.pack import PackUse
from kampanye_tui.model.party import (
    INSTITUTION_OF_ROLE,
    ORGANISER_ID,
    Institution,
    Party,
    PartyEntry,
    Role,
    Signatory,
)
from kampanye_tui.model.problem import Problem, Refused, Step, refuse
from kampanye_tui.model.reference import Reference
from kampanye_tui.model.region import RegionKind


def compose(
    configuration: Configuration,
    reference: Reference,
    clause_set: OfferedSet,
    packs: Iterable[PackUse],
    file: str = "kampanye.toml",
) -> Agreement:
    """Return the first draft for an office.

    ``file`` names the configuration in problems. Raises :class:`Refused` when a row ``[[pihak]]`` neither
    matches what packs offer nor says enough to stand alone, for a clause set of another kind of election, and
    for an ``isian`` that no clause has.
    """
    _suited(configuration, reference, clause_set, file)
    choice = configuration.agreement
    topic = choice.topic or said("Kampanye Damai {nama_pemilihan}", of_reference(reference))
    # A city bears the name of its region; where a kabupaten or province has its seat, the office has to say.
    city = configuration.office.city
    if not city and reference.region.kind in (RegionKind.CITY, RegionKind.ADMINISTRATIVE_CITY):
        city = reference.region.place
    occasion = msgspec.structs.replace(configuration.occasion, city=configuration.occasion.city or city)
    words = vocabulary(reference, configuration.office, occasion, choice.kind, topic)
    office = msgspec.structs.replace(configuration.office, name=words["nama_kantor"], city=city)
    parties = _parties(configuration, reference, words, file)
    clauses = tuple(
        _agreed(offered, clause_set, configuration, reference, words)
        for offered in clause_set.in_force(reference, occasion)
    )
    return Agreement(
        id=choice.id,
        topic=topic,
        kind=choice.kind,
        style=choice.style,
        office=office,
        occasion=occasion,
        parties=parties,
        groups=configuration.groups,
        clauses=clauses,
        copies=plan_of_copies(parties),
        numbers=configuration.numbers,
        packs=tuple(packs),
        reference=used_of(reference, clauses),
    )


def _suited(configuration: Configuration, reference: Reference, clause_set: OfferedSet, file: str) -> None:
    """Refuse what the configuration chooses but the clause set cannot give."""
    if clause_set.elections and reference.election.kind not in clause_set.elections:
        raise refuse(
            f'kumpulan "{clause_set.address}" bukan untuk {reference.election.short}',
            "Pilih kumpulan klausul yang lain",
            file=file,
            steps=(Step("klausul"),),
            key="kumpulan",
        )
    known = [parameter.name for offered in clause_set.clauses for parameter in offered.clause.parameters]
    unknown = [name for name in configuration.clauses.parameters if name not in known]
    if unknown:
        raise Refused(
            Problem(
                what="isian ini tidak ada pada klausul mana pun",
                hint=nearest(name, known),
                file=file,
                steps=(Step("klausul"), Step("isian")),
                key=name,
            )
            for name in unknown
        )


def plan_of_copies(parties: tuple[Party, ...]) -> tuple[CopyPlan, ...]:
    """Return the usual plan: who holds an asli, and a numbered salinan for everybody else.

    An asli goes to the organiser, to the supervisor, and to the contestants together; a salinan to each pihak
    but the organiser, in the order of the agreement.
    """
    holders = [party.id for party in parties if party.role is Role.ORGANISER]
    holders += [party.id for party in parties if party.institution is Institution.SUPERVISOR]
    if any(party.role is Role.CONTESTANT for party in parties):
        holders.append(Role.CONTESTANT.value)
    originals = [
        CopyPlan(number=number, form=CopyForm.ORIGINAL, holder=holder)
        for number, holder in enumerate(holders, 1)
    ]
    receivers = [party for party in parties if party.role is not Role.ORGANISER]
    copies = [
        CopyPlan(number=number, form=CopyForm.COPY, holder=party.id)
        for number, party in enumerate(receivers, 1)
    ]
    return (*originals, *copies)


def ballot_order(party: Party) -> int:
    """Return where a pihak stands in its role: by ballot number, a contestant without one last."""
    if party.ballot_number is None:
        return sys.maxsize if party.role is Role.CONTESTANT else 0
    return party.ballot_number


def used_of(reference: Reference, clauses: Iterable[AgreedClause]) -> Reference:
    """Return the part of the reference that an agreement takes along.

    Of laws, those cited and what amends them; who could have been invited stays behind.
    """
    cited = {citation.law for clause in clauses for citation in clause.citations}
    amending = {other for law in reference.legal_basis if law.id in cited for other in law.amended_by}
    return msgspec.structs.replace(
        reference,
        stakeholders=(),
        legal_basis=tuple(law for law in reference.legal_basis if law.id in cited | amending),
    )


def _parties(
    configuration: Configuration, reference: Reference, words: Vocabulary, file: str
) -> tuple[Party, ...]:
    offered = {party.id: party for party in _offered(configuration, reference, words)}
    known = tuple(offered)
    problems = []
    for row, entry in enumerate(configuration.parties, 1):
        place = Problem(what="", file=file, steps=(Step("pihak", row, entry.id),))
        if not entry.invited:
            if offered.pop(entry.id, None) is None:
                what, hint = f'pihak "{entry.id}" tidak ada', nearest(entry.id, known)
                problems.append(msgspec.structs.replace(place, what=what, hint=hint, key="id"))
            continue
        party = _with_entry(offered.get(entry.id), entry)
        if party is not None:
            offered[entry.id] = party
            continue
        near = nearest(entry.id, known)
        near = near if near.startswith("Mungkin") else ""
        if entry.name is None and entry.role is None:
            what = f'pihak "{entry.id}" tidak ada dalam daftar {reference.region.designation}'
            hint = ". ".join(filter(None, (near, "Untuk pihak baru, isi nama dan peran")))
            problems.append(msgspec.structs.replace(place, what=what, hint=hint, key="id"))
            continue
        missing = "nama" if entry.name is None else "peran"
        what, hint = missing_key(missing, '"…"', inside=True)
        hint = ". ".join(filter(None, (hint, near)))
        problems.append(msgspec.structs.replace(place, what=what, hint=hint, key=missing))
    if problems:
        raise Refused(problems)
    order = list(Role)
    return tuple(
        sorted(
            offered.values(),
            key=lambda party: (order.index(party.role), ballot_order(party)),
        )
    )


def _offered(configuration: Configuration, reference: Reference, words: Vocabulary) -> Iterable[Party]:
    """Yield the organiser, the contestants and the usual institutions, as packs and office give them."""
    office = configuration.office
    chair = next(iter(office.members), None)
    short = short_office(words)
    yield Party(
        id=ORGANISER_ID,
        name=words["nama_kantor"],
        short=short,
        role=Role.ORGANISER,
        institution=Institution.ORGANISER,
        address=office.address,
        signatories=(
            Signatory(
                office=f"{chair.office} {short}" if chair else f"Ketua {short}",
                name=chair.name if chair else "",
            ),
        ),
    )
    for contestant in reference.contestants:
        yield contestant_party(contestant, words)
    for stakeholder in reference.stakeholders:
        yield Party(
            id=stakeholder.id,
            name=said(stakeholder.name, words),
            short=said(stakeholder.short, words),
            role=stakeholder.role,
            institution=stakeholder.institution,
            has_own_number=stakeholder.has_own_number,
            signatories=(Signatory(office=said(stakeholder.office, words)),),
        )


def contestant_party(contestant: Contestant, words: Vocabulary) -> Party:
    """Return the pihak that a contestant is, before the office says who signs for it."""
    return Party(
        id=contestant.id,
        name=contestant.name,
        short=contestant.short,
        role=Role.CONTESTANT,
        institution=Institution.CONTESTANT,
        ballot_number=contestant.number,
        signatories=(Signatory(office=said("{jabatan_peserta}", words)),),
    )


def _with_entry(offered: Party | None, entry: PartyEntry) -> Party | None:
    """Return the pihak with what the office says of it, or None when that is not enough."""
    if offered is None:
        if entry.name is None or entry.role is None:
            return None
        institution = INSTITUTION_OF_ROLE.get(entry.role, Institution.OTHER)
        offered = Party(id=entry.id, name=entry.name, role=entry.role, institution=institution)
    return msgspec.structs.replace(offered, **entry.said())


def _agreed(
    offered: OfferedClause,
    clause_set: OfferedSet,
    configuration: Configuration,
    reference: Reference,
    words: Vocabulary,
) -> AgreedClause:
    clause = offered.clause
    chosen = configuration.clauses.parameters
    parameters = tuple(
        Parameter(name=p.name, label=p.label, value=chosen.get(p.name, p.value)) for p in clause.parameters
    )
    return AgreedClause(
        id=clause.id,
        title=clause.title,
        text=clause.text.strip("\n"),
        resolved=resolve(clause.text.strip("\n"), parameters, words),
        subject=clause.subject,
        explanation=clause.explanation.strip("\n"),
        guidance=clause.guidance,
        citations=usable(clause.citations, reference, configuration.occasion.day),
        parameters=parameters,
        locked=clause.locked,
        origin=Origin(
            pack=offered.owner,
            clause_set=clause_set.address,
            fingerprint=offered.fingerprint,
            changes=offered.changes,
        ),
    )


def resolve(text: str, parameters: Iterable[Parameter], words: Vocabulary) -> str:
    """Return the words of a clause with its parameters and the vocabulary filled in."""
    return fill(text, words | {parameter.name: parameter.value for parameter in parameters})
