"""Where clauses differ from the national ones: how many offices, in which province, and in which words.

Summaries of agreements come in, counts and wordings go out. A wording is a hash of raw words, so offices that
say the same stand together whatever they are called. The order of the summaries makes no difference.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from kampanye_tui.agreement.clause_fates import given_by
from kampanye_tui.agreement.clause_sets import OfferedSet
from kampanye_tui.agreement.fingerprint import short_code, words_digest
from kampanye_tui.agreement.redline import WordsRedline, words_redline
from kampanye_tui.model.clause import Clause
from kampanye_tui.model.recap import ClauseFate, ClauseHere, OfficeSummary


class Counts(NamedTuple):
    """How many agreements took a clause as it was given, changed it, dropped it, or have it of their own."""

    taken: int = 0
    changed: int = 0
    dropped: int = 0
    own: int = 0

    @property
    def differing(self) -> int:
        """How many of them are not as given."""
        return self.changed + self.dropped + self.own


class Wording(NamedTuple):
    """Some words of a clause, and the agreements that have them, in the order of their regions."""

    digest: str
    words: tuple[str, str] | None
    """Title and raw text; None where they were too long to be kept."""
    national: bool
    """Whether these are the words of the national pack as it is now."""
    offices: tuple[OfficeSummary, ...]

    @property
    def code(self) -> str:
        """The hash as people compare it: ``4F2A-9C01-77QX``."""
        return short_code(self.digest)


class ClauseAcross(NamedTuple):
    """A clause in all agreements: by province in the order of their codes, together, and in which words."""

    id: str
    given: tuple[str, str] | None
    """Title and text of the national pack; None of a clause that it does not have."""
    provinces: tuple[tuple[str, Counts], ...]
    whole: Counts
    wordings: tuple[Wording, ...]
    """The national one first, then those that most agreements have."""
    dropped: tuple[OfficeSummary, ...]

    @property
    def title(self) -> str:
        """How it is called: by the national pack, else by most of those that have it."""
        known = (self.given, *(one.words for one in self.wordings))
        return next((words[0] for words in known if words), "")

    def redline(self, wording: Wording) -> WordsRedline | None:
        """Return what differs from the national words; all is new without those. None for unknown words."""
        return words_redline(self.given or ("", ""), wording.words) if wording.words else None


def across(offices: Iterable[OfficeSummary], sets: Mapping[str, OfferedSet]) -> tuple[ClauseAcross, ...]:
    """Return every clause that some agreement has or left out.

    They stand in the order of the national set that most agreements took, then of the others, then by id.
    """
    found: dict[str, list[_Met]] = {}
    took: Counter[str] = Counter()
    for office in sorted(offices, key=lambda one: (one.region, one.id, one.place)):
        took[office.base] += 1
        for clause in office.clauses:
            found.setdefault(clause.id, []).append((office, clause))
    given = given_by(sets[address] for address in sorted(sets, key=lambda one: (-took[one], one)))
    order = [*(one for one in given if one in found), *sorted(set(found) - set(given))]
    return tuple(_across(one, found[one], given.get(one)) for one in order)


_Met = tuple[OfficeSummary, ClauseHere]


def _across(clause_id: str, met: list[_Met], given: Clause | None) -> ClauseAcross:
    provinces: dict[str, list[_Met]] = {}
    for office, clause in met:
        provinces.setdefault(office.province, []).append((office, clause))
    words = (given.title, given.text) if given else None
    return ClauseAcross(
        id=clause_id,
        given=words,
        provinces=tuple((name, _counts(here)) for name, here in provinces.items()),
        whole=_counts(met),
        wordings=_wordings(met, words),
        dropped=tuple(office for office, clause in met if clause.fate is ClauseFate.DROPPED),
    )


def _counts(met: Iterable[_Met]) -> Counts:
    fates = Counter(clause.fate for _office, clause in met)
    return Counts(*(fates[fate] for fate in ClauseFate))


def _wordings(met: Iterable[_Met], given: tuple[str, str] | None) -> tuple[Wording, ...]:
    national = words_digest(*given) if given else ""
    by_digest: dict[str, list[_Met]] = {}
    for office, clause in met:
        if clause.fate is not ClauseFate.DROPPED:
            by_digest.setdefault(clause.digest, []).append((office, clause))
    made = []
    for digest, here in by_digest.items():
        kept = next(((clause.title, clause.text) for _office, clause in here if clause.title), None)
        offices = tuple(office for office, _clause in here)
        made.append(Wording(digest, given if digest == national else kept, digest == national, offices))
    return tuple(sorted(made, key=lambda one: (not one.national, -len(one.offices), one.digest)))
