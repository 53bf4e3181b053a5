"""Clause sets with the changes of packs applied: additions, replacements, removals, locks, provenance.

Operations are applied level by level. A locked clause belongs to its owner alone; two packs of one level
that touch one clause are a conflict and neither is applied.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

import msgspec

from kampanye_tui.agreement.fingerprint import words_digest
from kampanye_tui.agreement.layers import Given, by_region
from kampanye_tui.model.clause import (
    Addition,
    Change,
    ChangeKind,
    Clause,
    ClauseSet,
    Overlay,
    Removal,
    Replacement,
)
from kampanye_tui.model.election import ElectionKind
from kampanye_tui.model.occasion import AgreementKind, Occasion
from kampanye_tui.model.pack import PackUse
from kampanye_tui.model.reference import Conflict, Reference
from kampanye_tui.model.value import Value


class OfferedClause(Value, frozen=True, kw_only=True):
    """A clause as it is offered to an office: who owns it, and what packs below did to it."""

    clause: Clause
    owner: str
    changes: tuple[Change, ...] = ()

    @property
    def fingerprint(self) -> str:
        """The hash of the words as offered; an agreement remembers it to show what was changed since."""
        return words_digest(self.clause.title, self.clause.text)


class OfferedSet(Value, frozen=True, kw_only=True):
    """A clause set as it is offered: ``address`` is ``paket/id``; ``removed`` tells what packs took out."""

    address: str
    title: str
    clauses: tuple[OfferedClause, ...]
    elections: tuple[ElectionKind, ...] = ()
    """Kinds of election it is for; empty is every kind."""
    kinds: tuple[AgreementKind, ...] = ()
    """Kinds of paper its clauses are worded for; empty is every kind."""
    removed: tuple[tuple[str, Change], ...] = ()

    def in_force(self, reference: Reference, occasion: Occasion) -> tuple[OfferedClause, ...]:
        """Return the clauses for this kind of election and region that hold on the day of signing."""
        kind, region, day = reference.election.kind, reference.region.kind, occasion.day
        return tuple(
            offered
            for offered in self.clauses
            if (not offered.clause.elections or kind in offered.clause.elections)
            and (not offered.clause.region_kinds or region in offered.clause.region_kinds)
            and (offered.clause.since is None or day is None or offered.clause.since <= day)
            and (offered.clause.until is None or (day is not None and day <= offered.clause.until))
        )


class _Touch(NamedTuple):
    """One operation of one pack on one clause."""

    pack: PackUse
    operation: Addition | Replacement | Removal

    @property
    def clause_id(self) -> str:
        return self.operation.id


def offered_sets(
    sets: Iterable[Given[ClauseSet]], overlays: Iterable[Given[Overlay]]
) -> tuple[dict[str, OfferedSet], tuple[Conflict, ...]]:
    """Return address → set with all overlays applied, and the conflicts that were left out."""
    offers: dict[str, OfferedSet] = {}
    conflicts: list[Conflict] = []
    for pack, items in by_region(sets):
        for item in items:
            address = f"{pack.id}/{item.id}"
            if address in offers:
                what = "diberikan lebih dari satu kali; yang pertama dipakai"
                conflicts.append(Conflict(subject=f'kumpulan "{address}"', packs=(pack.id,), what=what))
                continue
            offers[address] = OfferedSet(
                address=address,
                title=item.title,
                elections=item.elections,
                kinds=item.kinds,
                clauses=tuple(OfferedClause(clause=c, owner=pack.id) for c in item.clauses),
            )
    for target, touches in _by_target(overlays).items():
        if target not in offers:
            packs = tuple(dict.fromkeys(touch.pack.id for touch in touches))
            conflicts.append(
                Conflict(subject=f'kumpulan "{target}"', packs=packs, what="kumpulan ini tidak ada")
            )
            continue
        offers[target], left_out = _apply(offers[target], touches)
        conflicts += left_out
    return offers, tuple(conflicts)


def _by_target(overlays: Iterable[Given[Overlay]]) -> dict[str, list[_Touch]]:
    targets: dict[str, list[_Touch]] = {}
    for pack, items in by_region(overlays):
        for overlay in items:
            for target in overlay.targets:
                touches = targets.setdefault(target, [])
                touches += [_Touch(pack, operation) for operation in overlay.additions]
                touches += [_Touch(pack, operation) for operation in overlay.replacements]
                touches += [_Touch(pack, operation) for operation in overlay.removals]
    return targets


def _apply(offer: OfferedSet, touches: list[_Touch]) -> tuple[OfferedSet, list[Conflict]]:
    clauses = list(offer.clauses)
    removed: list[tuple[str, Change]] = []
    conflicts: list[Conflict] = []
    rivals = Counter((touch.pack.level, touch.clause_id) for touch in touches)
    for touch in touches:
        pack, operation = touch
        subject = f'klausul "{touch.clause_id}" dalam {offer.address}'
        at = next((n for n, c in enumerate(clauses) if c.clause.id == touch.clause_id), None)
        trouble = ""
        if rivals[pack.level, touch.clause_id] > 1:
            trouble = "disentuh lebih dari satu kali pada tingkat yang sama; tidak satu pun dipakai"
        elif isinstance(operation, Addition):
            trouble = _add(clauses, operation, pack)
        elif at is None:
            trouble = "klausul ini tidak ada"
        elif clauses[at].clause.locked and clauses[at].owner != pack.id:
            trouble = f"terkunci oleh paket {clauses[at].owner}"
        elif isinstance(operation, Replacement):
            clauses[at] = _replaced(clauses[at], operation, pack)
        else:
            change = Change(pack=pack.id, kind=ChangeKind.REMOVED, reason=operation.reason)
            removed.append((touch.clause_id, change))
            del clauses[at]
        if trouble:
            conflicts.append(Conflict(subject=subject, packs=(pack.id,), what=trouble))
    changed = msgspec.structs.replace(offer, clauses=tuple(clauses), removed=(*offer.removed, *removed))
    return changed, conflicts


def _add(clauses: list[OfferedClause], addition: Addition, pack: PackUse) -> str:
    """Put the clause in its place; return what stands in the way, or nothing."""
    ids = [offered.clause.id for offered in clauses]
    if addition.id in ids:
        return "id ini sudah dipakai"
    followed = next((one for one in addition.followed if one in ids), "")
    if addition.followed and not followed:
        return f'klausul "{", ".join(addition.followed)}" yang hendak diikuti tidak ada'
    place = ids.index(followed) + 1 if followed else len(clauses)
    change = Change(pack=pack.id, kind=ChangeKind.ADDED)
    clauses.insert(place, OfferedClause(clause=addition.clause, owner=pack.id, changes=(change,)))
    return ""


def _replaced(offered: OfferedClause, operation: Replacement, pack: PackUse) -> OfferedClause:
    clause = msgspec.structs.replace(offered.clause, **operation.parts())
    change = Change(pack=pack.id, kind=ChangeKind.REPLACED, reason=operation.reason)
    return msgspec.structs.replace(offered, clause=clause, changes=(*offered.changes, change))
