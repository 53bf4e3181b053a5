"""``gelar``: names of signatories whose academic degrees are not written as EYD V writes them.

Degrees behind a name stand after a comma, their letters with full stops: ``Budi Santoso, S.H., M.H.``
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from itertools import takewhile

import msgspec

from kampanye_tui.agreement.rules.kind import Hit, RuleKind
from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.finding import Fix, Place, Section
from kampanye_tui.model.party import Party
from kampanye_tui.model.reference import Reference
from kampanye_tui.model.text import Line
from kampanye_tui.model.value import Value, key


class Conditions(Value, frozen=True, kw_only=True):
    """``depan`` and ``belakang`` list degrees before and behind a name, as they should be written."""

    before: tuple[Line, ...] = key("depan")
    behind: tuple[Line, ...] = key("belakang")


def check(conditions: Conditions, agreement: Agreement, _reference: Reference) -> Iterator[Hit]:
    """Report each name that would be written another way, with that way as a mend to be decided."""
    for party in agreement.parties:
        for person in party.signatories:
            wanted = tidied(person.name, conditions)
            if wanted != person.name:
                fix = Fix(
                    label=f"Tulis “{wanted}”",
                    apply=partial(_renamed, party_id=party.id, name=person.name, wanted=wanted),
                )
                place = Place(section=Section.PARTIES, id=party.id, field="penandatangan")
                yield Hit(place, {"nama": person.name, "seharusnya": wanted}, fix)


def tidied(name: str, conditions: Conditions) -> str:
    """Return a name with its degrees as they should be written; a name without degrees stays as it is."""
    own, _comma, rest = name.partition(",")
    words = own.split()
    behind: list[str] = []
    # Two words at least are the name.
    while len(words) > 2 and _looks_like_degree(words[-1]) and _among(words[-1], conditions.behind):
        behind.insert(0, _written(words.pop(), conditions.behind))
    for part in rest.split(","):
        listed = part.split()
        if listed and all(_among(one, conditions.behind) for one in listed):
            behind += [_written(one, conditions.behind) for one in listed]
        elif listed:
            behind.append(" ".join(listed))
    ahead = list(takewhile(lambda word: _among(word, conditions.before), words[:-1]))
    titles = [_written(word, conditions.before) for word in ahead]
    made = ", ".join([" ".join([*titles, *words[len(ahead) :]]), *behind])
    return made if behind or titles != ahead else name


def _bare(degree: str) -> str:
    return re.sub(r"[.\s]", "", degree).casefold()


def _among(word: str, degrees: tuple[str, ...]) -> bool:
    return _bare(word) in map(_bare, degrees)


def _written(word: str, degrees: tuple[str, ...]) -> str:
    """Return a degree as it should be written; Dr. (a doctorate) and dr. (a physician) differ by case."""
    meant = [degree for degree in degrees if _bare(degree) == _bare(word)]
    same = [degree for degree in meant if degree[0] == word[0]]
    return (same or meant)[0]


def _looks_like_degree(word: str) -> bool:
    """Tell a degree behind a name from a name of the same letters: it has full stops or several capitals."""
    return "." in word or sum(letter.isupper() for letter in word) > 1


def _renamed(agreement: Agreement, party_id: str, name: str, wanted: str) -> Agreement:
    def of(party: Party) -> Party:
        people = tuple(
            msgspec.structs.replace(person, name=wanted) if person.name == name else person
            for person in party.signatories
        )
        return msgspec.structs.replace(party, signatories=people)

    return msgspec.structs.replace(
        agreement,
        parties=tuple(of(party) if party.id == party_id else party for party in agreement.parties),
    )


KIND = RuleKind("gelar", Conditions, ("nama", "seharusnya"), check)
