"""``peserta``: contestants of the election that are missing, stand twice, or do not contest here."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from functools import partial

from kampanye_tui.agreement.compose import contestant_party
from kampanye_tui.agreement.edit import add_party, drop_doubles, with_ballot_number
from kampanye_tui.agreement.rules.kind import Hit, RuleKind
from kampanye_tui.agreement.vocabulary import of_reference
from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.election import Contestant
from kampanye_tui.model.finding import Fix, Place, Section
from kampanye_tui.model.party import Party, Role
from kampanye_tui.model.reference import Reference
from kampanye_tui.model.value import Value, key


class Sought(StrEnum):
    """What to look for."""

    MISSING = "kurang"
    TWICE = "ganda"
    STRANGE = "bukan-peserta"
    UNNUMBERED = "tanpa-nomor"


class Conditions(Value, frozen=True, kw_only=True):
    """``cari`` says what to look for."""

    sought: Sought = key("cari")


def check(conditions: Conditions, agreement: Agreement, reference: Reference) -> Iterator[Hit]:
    """Compare the contestants of the agreement with those of the election in this region.

    Without an official list (pairs of candidates are entered by the office) only doubles can be told, and
    before the draw nobody has a number.
    """
    present = agreement.of_role(Role.CONTESTANT)
    official = {contestant.number: contestant for contestant in reference.contestants}
    if conditions.sought is Sought.UNNUMBERED:
        # Before the draw nobody has a number; afterwards everybody has.
        if any(party.ballot_number is not None for party in present):
            for party in present:
                if party.ballot_number is None:
                    yield Hit(_place(party.id), _words(party.name, None))
    elif conditions.sought is Sought.TWICE:
        yield from _doubles(present)
    elif conditions.sought is Sought.MISSING:
        numbers = {party.ballot_number for party in present}
        for contestant in reference.contestants:
            if contestant.number not in numbers:
                yield _missing(contestant, agreement, reference)
    elif official:
        for party in present:
            if not _contests(party, official.get(party.ballot_number or 0)):
                yield Hit(_place(party.id), _words(party.name, party.ballot_number))


def _doubles(present: tuple[Party, ...]) -> Iterator[Hit]:
    seen: set[int] = set()
    told: set[int] = set()
    for party in present:
        number = party.ballot_number
        if number is None:
            continue
        if number in seen and number not in told:
            told.add(number)
            fix = Fix(
                label=f"Pertahankan hanya yang pertama dengan nomor urut {number}",
                apply=partial(drop_doubles, number=number),
            )
            yield Hit(_place(party.id), _words(party.name, number), fix)
        seen.add(number)


def _contests(party: Party, contestant: Contestant | None) -> bool:
    """Tell whether a pihak is that contestant, under its name or one of its other names."""
    if contestant is None:
        return False
    names = (contestant.name, contestant.short, *contestant.aliases)
    return party.name.casefold() in {name.casefold() for name in names}


def _missing(contestant: Contestant, agreement: Agreement, reference: Reference) -> Hit:
    words = _words(contestant.name, contestant.number) | {
        "jumlah_seharusnya": str(len(reference.contestants)),
        "jumlah_tercatat": str(len(agreement.of_role(Role.CONTESTANT))),
    }
    stands = agreement.party(contestant.id)
    if stands is not None and stands.role is not Role.CONTESTANT:
        return Hit(_place(contestant.id), words)
    if stands is not None:
        fix = Fix(
            label=f"Ubah nomor urut {contestant.name} menjadi {contestant.number}",
            apply=partial(with_ballot_number, party_id=contestant.id, number=contestant.number),
        )
        return Hit(_place(contestant.id), words, fix)
    party = contestant_party(contestant, of_reference(reference))
    fix = Fix(
        label=f"Tambahkan {contestant.name} (nomor urut {contestant.number})",
        apply=partial(add_party, party=party),
        safe=True,
    )
    return Hit(_place(contestant.id), words, fix)


def _place(party_id: str) -> Place:
    return Place(section=Section.PARTIES, id=party_id)


def _words(name: str, number: int | None) -> dict[str, str]:
    return {
        "nama": name,
        "nomor_urut": "belum ada" if number is None else str(number),
        "jumlah_seharusnya": "",
        "jumlah_tercatat": "",
    }


KIND = RuleKind(
    "peserta",
    Conditions,
    ("nama", "nomor_urut", "jumlah_seharusnya", "jumlah_tercatat"),
    check,
)
