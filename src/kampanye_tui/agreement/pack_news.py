"""What became of packs since an agreement was made of them: other versions in words, and what they say now.

The agreement and what packs give today come in; sentences and redlines go out, and the agreement with those
words when whoever keeps it wants them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

import msgspec

from kampanye_tui.agreement.clause_sets import OfferedSet
from kampanye_tui.agreement.pack_words import EDITED, offered_of, restored, standing
from kampanye_tui.agreement.settle import settled
from kampanye_tui.agreement.word_diff import marked, word_diff
from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.pack import PackUse
from kampanye_tui.model.reference import Reference

ALL_SAME = "Semuanya sama dengan yang terpasang sekarang."
"""Told where no pack of an agreement is another one now."""
SAME_WORDS = "Bunyi klausul dan istilah naskah ini sama dengan yang di dalam paket."
"""Told where packs are others, and say the same."""


class PackNews(NamedTuple):
    """A pack of an agreement that is another one now; ``now`` is None where it is not in use any more."""

    used: PackUse
    now: PackUse | None

    @property
    def words(self) -> str:
        """What became of it, in one sentence."""
        pack_id, version = self.used.id, self.used.version
        if self.now is None:
            return f"Paket {pack_id} {version} yang dipakai naskah ini tidak terpasang atau tidak aktif."
        if self.now.version != version:
            return f"Paket {pack_id} {self.now.version} tersedia, naskah ini memakai {version}."
        return f"Isi paket {pack_id} {version} berubah sejak naskah ini memakainya."


class OtherWords(NamedTuple):
    """Something that packs say otherwise than the agreement; ``text`` has signs around what differs."""

    about: str
    text: str


def pack_news(agreement: Agreement, packs: Iterable[PackUse]) -> tuple[PackNews, ...]:
    """Return the packs of an agreement that are missing or changed, where ``packs`` are those in use now."""
    now = {pack.id: pack for pack in packs}
    found = (PackNews(pack, now.get(pack.id)) for pack in agreement.packs)
    return tuple(one for one in found if one.now is None or one.now.fingerprint != one.used.fingerprint)


def other_words(
    agreement: Agreement, reference: Reference, clause_sets: Mapping[str, OfferedSet]
) -> tuple[OtherWords, ...]:
    """Return what packs word otherwise today than when the agreement took it from them."""
    return (*_clauses(agreement, clause_sets), *_terms(agreement.reference, reference))


def renewed(
    agreement: Agreement,
    reference: Reference,
    clause_sets: Mapping[str, OfferedSet],
    packs: Iterable[PackUse],
) -> Agreement:
    """Return the agreement with what its packs word now, naming the packs in use.

    A clause that the office worded itself stays as it is, and so does one that no pack gives any more.
    """
    after = agreement
    for clause in agreement.clauses:
        if clause.origin is None or standing(clause) == EDITED:
            continue
        offered = offered_of(clause, clause_sets)
        if offered is not None and offered.fingerprint != clause.origin.fingerprint:
            after = restored(after, clause.id, clause_sets)
    now = {pack.id: pack for pack in packs}
    rows = tuple(now.get(pack.id, pack) for pack in agreement.packs)
    return settled(agreement, msgspec.structs.replace(after, packs=rows), reference)


def _clauses(agreement: Agreement, clause_sets: Mapping[str, OfferedSet]) -> Iterator[OtherWords]:
    for clause in agreement.clauses:
        if clause.origin is None:
            continue
        about = f"Klausul {clause.title}"
        offered = offered_of(clause, clause_sets)
        if offered is None:
            yield OtherWords(about, "Tidak ada lagi di dalam paket; di naskah ini tetap ada.")
        elif offered.fingerprint != clause.origin.fingerprint:
            given = offered.clause
            if given.title != clause.title:
                yield OtherWords(about, f"Judul: {marked(word_diff(clause.title, given.title))}")
            yield OtherWords(about, marked(word_diff(clause.text, given.text.strip("\n"))))


def _terms(before: Reference, now: Reference) -> Iterator[OtherWords]:
    texts = {term.name: term.text for term in now.terms}
    for term in before.terms:
        text = texts.get(term.name, "")
        if text != term.text:
            yield OtherWords(f"Istilah {term.name}", marked(word_diff(term.text, text)))
