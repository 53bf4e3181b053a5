"""What plugins return → values of the core, or a sentence why not.

Everything a Python plugin gives is read field by field as if it came from a file: text is checked, types are
exact, and nothing the plugin keeps a hand on stays in the result but its functions, which are wrapped.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager, nullcontext
from typing import Any, NamedTuple, TypeVar

import msgspec

from kampanye_tui.agreement.placeholders import Kind, found
from kampanye_tui.document.template_check import check_template
from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.clause import ClauseSet, Overlay
from kampanye_tui.model.election import Contestant, Election
from kampanye_tui.model.export_format import ExportFormat
from kampanye_tui.model.finding import Finding, Fix, Level, Place, Section
from kampanye_tui.model.legal import Citation, LegalBasis
from kampanye_tui.model.party import Stakeholder
from kampanye_tui.model.problem import Refused
from kampanye_tui.model.reading import read_table
from kampanye_tui.model.reference import Reference
from kampanye_tui.model.region import Region
from kampanye_tui.model.rule import Rule
from kampanye_tui.model.template import FrontMatter, Template
from kampanye_tui.model.term import Term
from kampanye_tui.model.text import IDENTIFIER, MANY_LINES, ONE_LINE, faults
from kampanye_tui.model.writing import builtins
from kampanye_tui.plugin.guard import CHECK_SECONDS, Fault, guarded

T = TypeVar("T")
MOST_ITEMS = 1000
_SUFFIX = re.compile(r"(\.[A-Za-z0-9-]{1,16}){1,3}")

KINDS: dict[str, type] = {
    "kampanye_regions": Region,
    "kampanye_elections": Election,
    "kampanye_legal_basis": LegalBasis,
    "kampanye_contestants": Contestant,
    "kampanye_stakeholders": Stakeholder,
    "kampanye_terms": Term,
    "kampanye_clause_sets": ClauseSet,
    "kampanye_clause_overlays": Overlay,
    "kampanye_rules": Rule,
    "kampanye_templates": Template,
    "kampanye_export_formats": ExportFormat,
}
"""Hook → what its items are."""


class Giver(NamedTuple):
    """The pack whose gifts are taken in.

    ``at_work`` stands around all that its functions do later, ``log`` is told what they print.
    """

    id: str
    at_work: Callable[[], AbstractContextManager[None]] = nullcontext
    log: Callable[[str], object] = len

    def called(self, call: Callable[[], T], seconds: float) -> T:
        """Return what a function of the pack returns; raises :class:`Fault`."""
        try:
            with self.at_work():
                value, printed = guarded(call, seconds)
        except Fault as fault:
            self.log(fault.printed)
            raise
        self.log(printed)
        return value


def items(result: object, kind: type[T]) -> tuple[T, ...]:
    """Return the items of a hook's result; consumes a generator, so call it inside the guard."""
    if result is None:
        return ()
    if isinstance(result, str | bytes | dict) or not isinstance(result, Iterable):
        raise Fault(f"mengembalikan {type(result).__name__}, seharusnya daftar {kind.__name__}")
    taken: list[T] = []
    for item in result:
        if type(item) is not kind:
            raise Fault(f"mengembalikan {type(item).__name__}, seharusnya {kind.__name__}")
        if len(taken) == MOST_ITEMS:
            raise Fault(f"mengembalikan lebih dari {MOST_ITEMS} butir")
        taken.append(item)
    return tuple(taken)


def copies(given: Iterable[Any], giver: Giver) -> tuple[Any, ...]:
    """Return checked copies of the items that a Python plugin gave; raises :class:`Fault`."""
    made = tuple(_copied(item, giver) for item in given)
    ids = [one for item in made if (one := _own_id(item))]
    for one in ids:
        if ids.count(one) > 1:
            raise Fault(f'memberikan "{one}" lebih dari satu kali')
    return made


def _own_id(item: Any) -> str:
    """Return the id under which an item is addressed, where two of one id would hide each other."""
    if isinstance(item, Template):
        return item.front.id
    return item.id if isinstance(item, ClauseSet | ExportFormat | Rule) else ""


def _copied(item: Any, giver: Giver) -> Any:
    try:
        if isinstance(item, Rule):
            return _rule(item, giver)
        if isinstance(item, ExportFormat):
            return _format(item, giver.id)
        if isinstance(item, Template):
            return _template(item, giver.id)
        made = read_table(type(item), builtins(item), f"paket {giver.id}")
    except Refused as refused:
        raise Fault(str(refused.problems[0])) from None
    except (TypeError, ValueError, msgspec.MsgspecError) as error:
        raise Fault(f"{type(item).__name__} berisi nilai yang tidak dikenal ({error})") from None
    for text in _clause_texts(made):
        for stray in found(text, Kind.STRAY):
            raise Fault(f'memuat kurung kurawal "{stray}" yang bukan isian')
    return made


def _clause_texts(made: Any) -> list[str]:
    if isinstance(made, ClauseSet):
        return [clause.text for clause in made.clauses]
    if isinstance(made, Overlay):
        added = [clause.text for clause in made.additions]
        return added + [clause.text or "" for clause in made.replacements]
    return []


def _template(template: Template, pack_id: str) -> Template:
    _plain(template.file, ONE_LINE)
    _plain(template.body, MANY_LINES)
    front = read_table(FrontMatter, builtins(template.front), f"paket {pack_id}")
    made = Template(front=front, body=template.body, file=f"{pack_id}/{template.file}")
    check_template(made)
    return made


def _format(made: ExportFormat, pack_id: str) -> ExportFormat:
    """Return a checked copy; the host lets it write in a process of its own."""
    _plain(made.id, IDENTIFIER)
    _plain(made.label, ONE_LINE)
    _plain(made.suffix, ONE_LINE)
    if not _SUFFIX.fullmatch(made.suffix):
        raise Fault(f'akhiran "{made.suffix}" tidak dapat dipakai; contohnya ".odt"')
    if not callable(made.write):
        raise Fault(f'format "{made.id}" tidak mempunyai fungsi write')
    return ExportFormat(
        id=made.id,
        label=f"{made.label} ({pack_id})",
        suffix=made.suffix,
        write=made.write,
    )


def _rule(rule: Rule, giver: Giver) -> Rule:
    _plain(rule.id, IDENTIFIER)
    if not callable(rule.check) or not isinstance(rule.level, Level):
        raise Fault(f'aturan "{rule.id}" tidak mempunyai tingkat atau fungsi check')
    return Rule(
        id=rule.id,
        level=rule.level,
        check=_guarded_check(rule, giver),
        citations=_citations(rule.citations, giver.id),
    )


def _guarded_check(rule: Rule, giver: Giver) -> Callable[[Agreement, Reference], Iterable[Finding]]:
    """Return a rule's check inside the guard; a failing one becomes a finding of its own."""

    def check(agreement: Agreement, reference: Reference) -> Iterable[Finding]:
        def call() -> tuple[Finding, ...]:
            given = items(rule.check(agreement, reference), Finding)
            return tuple(_finding(one, giver) for one in given)

        try:
            return giver.called(call, CHECK_SECONDS)
        except Fault as fault:
            return (
                Finding(
                    rule=rule.id,
                    level=Level.ATTENTION,
                    message=f'Aturan "{rule.id}" dari paket {giver.id} {fault}.',
                    place=Place(section=Section.PACKS, id=giver.id),
                ),
            )

    return check


def _finding(given: Finding, giver: Giver) -> Finding:
    _plain(given.rule, IDENTIFIER)
    _plain(given.message, ONE_LINE)
    if not isinstance(given.level, Level) or type(given.place) is not Place:
        raise Fault("mengembalikan catatan tanpa tingkat atau tempat yang dikenal")
    _plain(given.place.id, ONE_LINE)
    _plain(given.place.field, ONE_LINE)
    return Finding(
        rule=given.rule,
        level=given.level,
        message=given.message,
        place=Place(section=Section(given.place.section), id=given.place.id, field=given.place.field),
        citations=_citations(given.citations, giver.id),
        fix=None if given.fix is None else _fix(given.fix, giver),
    )


def _fix(fix: Fix, giver: Giver) -> Fix:
    if type(fix) is not Fix or not callable(fix.apply):
        raise Fault("mengembalikan perbaikan tanpa fungsi apply")
    _plain(fix.label, ONE_LINE)

    def apply(agreement: Agreement) -> Agreement:
        """Return the mended agreement, or the same one when the plugin fails."""
        try:
            made = giver.called(lambda: fix.apply(agreement), CHECK_SECONDS)
        except Fault:
            return agreement
        whole = type(made) is Agreement and made.id == agreement.id and _whole(made, agreement.id)
        return made if whole else agreement

    return Fix(label=fix.label, apply=apply, safe=fix.safe is True)


def _whole(made: Agreement, file: str) -> bool:
    """Tell whether an agreement from a plugin would come back from its file as it is."""
    try:
        return read_table(Agreement, builtins(made), file) == made
    except (Refused, TypeError, ValueError, msgspec.MsgspecError):
        return False


def _citations(given: object, pack_id: str) -> tuple[Citation, ...]:
    try:
        return tuple(
            read_table(Citation, builtins(citation), f"paket {pack_id}")
            for citation in items(given, Citation)
        )
    except Refused as refused:
        raise Fault(str(refused.problems[0])) from None


def _plain(text: object, kind: str) -> None:
    """Refuse what is no text of that kind."""
    if type(text) is not str:
        raise Fault(f"mengembalikan {type(text).__name__}, seharusnya teks")
    for fault in faults(text, kind):
        raise Fault(f'mengembalikan teks "{text[:40]}": {fault}')
