"""The placeholders that texts of packs may name, in the groups that the reference has."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from kampanye_tui.agreement.state import state
from kampanye_tui.agreement.vocabulary import Vocabulary, of_reference, vocabulary
from kampanye_tui.document.document_words import receiver_words, words_of
from kampanye_tui.export import EVERYBODY, papers_of, recipients_of
from kampanye_tui.model.election import Election
from kampanye_tui.testing import PackHost, TriedOffice


@cache
def office(election: str = "pemilu-2024") -> TriedOffice:
    """Return KPU Kota Tangerang Selatan with the national pack alone."""
    return PackHost(Path()).office("36.74", election=election)


def elections() -> tuple[Election, ...]:
    """Return the elections of the national pack."""
    return tuple(office(one).library.reference.election for one in ("pemilu-2024", "pilkada-2024"))


def of_stages() -> set[str]:
    """Return the placeholders of the stages of the election."""
    ids = [stage.id.replace("-", "_") for stage in office().library.reference.election.stages]
    return {f"{side}_{one}" for one in ids for side in ("mulai", "selesai")}


@cache
def groups() -> dict[str, Vocabulary]:
    """Return group → the words that it adds to those before it."""
    made = office()
    agreement, now = made.agreement, state(made.agreement)
    front = made.library.template("salinan-peserta").front
    first = next(
        iter(
            papers_of(
                agreement,
                made.library.template("salinan-peserta"),
                recipients_of(agreement, (EVERYBODY,)),
            )
        )
    )
    everywhere = of_reference(agreement.reference)
    clauses = vocabulary(
        agreement.reference, agreement.office, agreement.occasion, agreement.kind, agreement.topic
    )
    papers = words_of(agreement, now, front)
    copies = papers | receiver_words(agreement, now, first[0], first[1])
    stages = of_stages()
    return {
        "isian di mana saja": {name: text for name, text in everywhere.items() if name not in stages},
        "isian klausul": _more(clauses, everywhere),
        "isian format naskah": _more(papers, clauses),
        "isian penerima": _more(copies, papers),
    }


def _more(words: Vocabulary, known: Vocabulary) -> Vocabulary:
    return {name: text for name, text in words.items() if name not in known}
