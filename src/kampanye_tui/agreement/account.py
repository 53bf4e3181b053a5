"""What an edit did, for the person who made it: what merely follows from it is told in short."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from kampanye_tui.agreement.account_words import called, in_full_words, names_of
from kampanye_tui.agreement.compose import plan_of_copies
from kampanye_tui.agreement.diff import changes
from kampanye_tui.agreement.law import short_name
from kampanye_tui.model.agreement import AgreedClause, Agreement, CopyForm
from kampanye_tui.model.legal import Citation
from kampanye_tui.model.reference import Reference

_FIELD = re.compile(r"([-+~]) ([a-z0-9_. -]+(?:: [a-z0-9_. -]+)*?): (?=“|[0-9]|(?:ya|tidak)\b)")
"""A field in a line of an account, before what it said."""
_ROW = re.compile(r"([-+]) ([a-z_.]+ [a-z0-9-]+): (dasar )?")
"""A clause, a pihak or a citation that came or went."""
_FIELD_WORDS = {"+": "diisi", "-": "dikosongkan", "~": "berubah"}
_ROW_WORDS = {"+": "ditambahkan", "-": "dihapus"}


def account(before: Agreement, after: Agreement) -> tuple[str, ...]:
    """Return one line a change; nothing when both say the same.

    The laws that an agreement takes along follow from citations, numbers of copies from the pihak, and how a
    clause reads from its raw words: told one by one they would bury what was done.
    """
    told = msgspec.structs.replace(
        before,
        copies=after.copies,
        clauses=tuple(_reading(one, after) for one in before.clauses),
        reference=after.reference,
    )
    lines = [*changes(told, after), *_citations(before, after)]
    if _terms(before.reference) != _terms(after.reference):
        lines.append("= acuan: mengikuti paket yang terpasang sekarang")
    if before.copies != after.copies:
        counts = (f"{len(after.copies_of(form))} {form.value}" for form in CopyForm)
        how = "disusun ulang" if after.copies == plan_of_copies(after.parties) else "berubah"
        lines.append(f"= rencana_salinan: {how}, menjadi {' dan '.join(counts)}")
    return tuple(lines) or changes(before, after)


def told_of(before: Agreement, after: Agreement) -> tuple[str, ...]:
    """Return the account with pihak and clauses by their names, and fields as forms call them."""
    return in_full_words(account(before, after), before, after)


def in_words(lines: Sequence[str], after: Agreement) -> str:
    """Return what the change to ``after`` did, short: ``klausul Alat Peraga: bunyi berubah, dan 2 hal lain``.

    The lines are those of :func:`account`.
    """
    if not lines:
        return "berkas ditulis ulang tanpa perubahan isi"
    first = _line_in_words(lines[0], names_of(after))
    return first if len(lines) == 1 else f"{first}, dan {len(lines) - 1} hal lain"


def _line_in_words(line: str, names: Mapping[str, str]) -> str:
    field, row = _FIELD.match(line), _ROW.match(line)
    if field and (field[1] == "~" or " " not in field[2] or ": " in field[2] or "." in field[2]):
        *rows, name = field[2].split(": ")
        return f"{': '.join((*(names.get(one, one) for one in rows), called(name)))} {_FIELD_WORDS[field[1]]}"
    if row and row[3]:
        return f"{names.get(row[2], row[2])}: dasar {_ROW_WORDS[row[1]]}"
    if row:
        return f"{row[2].split()[0]} {line[row.end() :]} {_ROW_WORDS[row[1]]}"
    if line.startswith("= ") and ": " in line:
        what, told = line[2:].split(": ", 1)
        return f"{what}: urutan berubah" if told.startswith("urutan ") else f"{called(what)} berubah"
    return line[2:]


def _reading(clause: AgreedClause, after: Agreement) -> AgreedClause:
    """Return a clause with what ``after`` says where other lines tell of the change."""
    for other in after.clauses:
        if other.id == clause.id:
            resolved = clause.resolved if other.text == clause.text else other.resolved
            return msgspec.structs.replace(clause, resolved=resolved, citations=other.citations)
    return clause


def _citations(before: Agreement, after: Agreement) -> Iterator[str]:
    """Yield a line for each article that a clause no longer cites, or cites now."""
    kept = {clause.id: clause.citations for clause in before.clauses}
    for clause in after.clauses:
        old = kept.get(clause.id, clause.citations)
        for sign, cited, others, reference in (
            ("-", old, clause.citations, before.reference),
            ("+", clause.citations, old, after.reference),
        ):
            for citation in cited:
                if citation not in others:
                    yield f"{sign} klausul {clause.id}: dasar {_named(citation, reference)}"


def _named(citation: Citation, reference: Reference) -> str:
    law = reference.law(citation.law)
    return f"{citation.article} {short_name(law) if law else citation.law}"


def _terms(reference: Reference) -> Reference:
    return msgspec.structs.replace(reference, legal_basis=())
