"""``dasar-hukum``: citations of laws that are unknown, not in force, of another election, or not checked."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from enum import StrEnum
from typing import TypeVar

from kampanye_tui.agreement.law import Standing, short_name, standing
from kampanye_tui.agreement.rules.kind import Hit, RuleKind, some
from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.evidence import Evidence
from kampanye_tui.model.finding import Place, Section
from kampanye_tui.model.legal import Citation
from kampanye_tui.model.reference import Reference
from kampanye_tui.model.value import Value, key

K = TypeVar("K")


class Sought(StrEnum):
    """What to look for."""

    UNKNOWN = "tidak-dikenal"
    NOT_IN_FORCE = "tidak-berlaku"
    OTHER_ELECTION = "pemilihan-lain"
    UNCHECKED = "belum-diperiksa"
    FROM_MEMORY = "dari-ingatan"


_STANDINGS = {
    Sought.NOT_IN_FORCE: (Standing.NOT_YET, Standing.NO_LONGER),
    Sought.OTHER_ELECTION: (Standing.OTHER_ELECTION,),
    Sought.UNCHECKED: (Standing.UNCHECKED,),
}


class Conditions(Value, frozen=True, kw_only=True):
    """``cari`` says what to look for."""

    sought: Sought = key("cari")


def check(conditions: Conditions, agreement: Agreement, reference: Reference) -> Iterator[Hit]:
    """Report each law, or each article that was not compared with its text, once with its clauses."""
    if conditions.sought is Sought.FROM_MEMORY:
        yield from _from_memory(agreement, reference)
        return
    for law_id, clauses in _citing(agreement, lambda citation: citation.law).items():
        law = reference.law(law_id)
        words = {
            "sumber": law_id,
            "klausul": _numbers(agreement, clauses),
            "keadaan": "",
            "pemilu": "",
            "pasal": "",
        }
        if law is None:
            if conditions.sought is Sought.UNKNOWN:
                yield Hit(_place(clauses), words)
        elif conditions.sought is not Sought.UNKNOWN:
            found = standing(law, agreement.occasion.day, reference.election.kind)
            if found in _STANDINGS[conditions.sought]:
                words["sumber"] = short_name(law)
                words["keadaan"] = found.value
                words["pemilu"] = reference.election.kind.value.capitalize()
                yield Hit(_place(clauses), words)


def _from_memory(agreement: Agreement, reference: Reference) -> Iterator[Hit]:
    def article(citation: Citation) -> tuple[str, str] | None:
        if citation.evidence is not Evidence.MEMORY:
            return None
        return citation.law, citation.article

    for (law_id, text), clauses in _citing(agreement, article).items():
        law = reference.law(law_id)
        words = {"keadaan": "", "pemilu": "", "pasal": text, "klausul": _numbers(agreement, clauses)}
        yield Hit(_place(clauses), words | {"sumber": short_name(law) if law else law_id})


def _citing(agreement: Agreement, of: Callable[[Citation], K | None]) -> dict[K, list[str]]:
    """Return what is cited → ids of the clauses that cite it, both in order."""
    cited: dict[K, list[str]] = {}
    for clause in agreement.clauses:
        for citation in clause.citations:
            key = of(citation)
            if key is not None and clause.id not in cited.setdefault(key, []):
                cited[key].append(clause.id)
    return cited


def _numbers(agreement: Agreement, clauses: list[str]) -> str:
    """Return the clauses by the numbers under which every screen and paper has them."""
    return some([str(number) for number, one in enumerate(agreement.clauses, 1) if one.id in clauses])


def _place(clauses: list[str]) -> Place:
    return Place(section=Section.CLAUSES, id=clauses[0], field="dasar")


KIND = RuleKind("dasar-hukum", Conditions, ("sumber", "pasal", "klausul", "keadaan", "pemilu"), check)
