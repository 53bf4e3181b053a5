"""What of an agreement cannot be printed, for want of a letter in the typeface: a rule of the program's own.

All other rules stand in packs, for they say what an agreement should hold. This one says what the program can
do, and so it has its words here. Which letters there are is handed in: this room knows no fonts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

import msgspec

from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.event import AnyEvent
from kampanye_tui.model.finding import Finding, Level, Place, Section
from kampanye_tui.model.problem import refuse
from kampanye_tui.model.reference import Reference
from kampanye_tui.model.rule import Rule

RULE = "huruf-tidak-tercetak"
_SHOWN = 40
"""Characters of a text that a finding cites."""


def printing_rule(unprintable: Callable[[str], Sequence[str]]) -> Rule:
    """Return the rule; ``unprintable`` returns the characters of a text that the typeface lacks."""

    def check(agreement: Agreement, _reference: Reference) -> Iterator[Finding]:
        texts = tuple(_texts(agreement))
        # Nearly always all is well, and then one look is enough.
        if not unprintable("".join(text for _place, _what, text in texts)):
            return
        for place, what, text in texts:
            lost = unprintable(text)
            if lost:
                more = f" dan {len(lost) - 1} huruf lain" if len(lost) > 1 else ""
                yield Finding(
                    rule=RULE,
                    level=Level.REQUIRED,
                    message=f"Huruf “{lost[0]}” (U+{ord(lost[0]):04X}){more} pada {what} "
                    f"“{_around(text, lost[0])}” tidak ada dalam jenis huruf naskah, sehingga tidak dapat "
                    "dicetak; tulis dengan huruf Latin.",
                    place=place,
                )

    return Rule(id=RULE, level=Level.REQUIRED, check=check)


def refuse_unprintable(events: Iterable[AnyEvent], unprintable: Callable[[str], Sequence[str]]) -> None:
    """Raise :class:`Refused` for an event with a letter that the typeface lacks: papers print what it says.

    A ledger keeps what was written into it for good, and with it minutes that cannot be made.
    """
    for event in events:
        for text in _strings(msgspec.to_builtins(event)):
            for character in unprintable(text)[:1]:
                raise refuse(
                    f"huruf “{character}” pada “{_around(text, character)}” tidak dapat dicetak",
                    "Tulis dengan huruf Latin",
                )


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from _strings(one)


def _texts(agreement: Agreement) -> Iterator[tuple[Place, str, str]]:
    """Yield all that is printed and that somebody typed: where it stands, what it is, the text."""
    occasion, office = agreement.occasion, agreement.office
    for section, field, what, text in (
        (Section.AGREEMENT, "tentang", "judul naskah", agreement.topic),
        (Section.AGREEMENT, "nama", "nama kantor", office.name),
        (Section.AGREEMENT, "alamat", "alamat kantor", office.address),
        (Section.AGREEMENT, "kontak", "kontak kantor", office.contact),
        (Section.OCCASION, "tempat", "tempat acara", occasion.place),
        (Section.OCCASION, "kota", "kota acara", occasion.city),
    ):
        yield Place(section=section, field=field), what, text
    for at, member in enumerate(agreement.members(), 1):
        yield Place(section=Section.AGREEMENT, id=str(at), field="anggota"), "nama anggota", member.name
    for document, number in agreement.numbers.items():
        yield Place(section=Section.AGREEMENT, id=document, field="nomor"), "nomor dokumen", number
    for party in agreement.parties:
        for field, what, text in (
            ("nama", "nama pihak", party.name),
            ("singkatan", "nama singkat", party.short),
            ("alamat", "alamat pihak", party.address),
            *(("nomor_sendiri", "nomor pihak", number) for number in party.numbers.values()),
            *(("penandatangan", "jabatan", person.office) for person in party.signatories),
            *(("penandatangan", "nama", person.name) for person in party.signatories),
        ):
            yield Place(section=Section.PARTIES, id=party.id, field=field), what, text
    for clause in agreement.clauses:
        place = Place(section=Section.CLAUSES, id=clause.id, field="teks")
        yield place, "judul klausul", clause.title
        yield place, "klausul", clause.resolved


def _around(text: str, character: str) -> str:
    """Return the word that holds the character, cut where it is long."""
    word = next((word for word in text.split() if character in word), text)
    at = max(0, word.find(character))
    return word if len(word) <= _SHOWN else f"…{word[max(0, at - 10) : at + 10]}…"
