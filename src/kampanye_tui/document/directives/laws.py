"""``dasar-hukum``: the laws that the clauses cite, by rank, with their gazettes and amendments."""

from __future__ import annotations

from kampanye_tui.agreement.law import USABLE, numbered_with_year, standing
from kampanye_tui.document.context import Context, plain
from kampanye_tui.document.parts import Directive
from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.document import Block, Entry, Listing
from kampanye_tui.model.legal import LegalBasis

FULL_KINDS = {
    "UU": "Undang-Undang",
    "Perppu": "Peraturan Pemerintah Pengganti Undang-Undang",
    "PP": "Peraturan Pemerintah",
    "Qanun Aceh": "Qanun Aceh",
    "PKPU": "Peraturan Komisi Pemilihan Umum",
    "Perbawaslu": "Peraturan Badan Pengawas Pemilihan Umum",
    "Perkap": "Peraturan Kepala Kepolisian Negara Republik Indonesia",
    "Peraturan ANRI": "Peraturan Arsip Nasional Republik Indonesia",
    "Putusan MK": "Putusan Mahkamah Konstitusi",
    "Kepmendagri": "Keputusan Menteri Dalam Negeri",
    "Keputusan KPU": "Keputusan Komisi Pemilihan Umum",
}
"""Short kind → full kind, in the order in which papers list them (laws, then
regulations, then decisions)."""


def laws(context: Context, _directive: Directive) -> tuple[Block, ...]:
    """Return the cited laws as a numbered list."""
    listed = cited_laws(context.agreement)
    last = len(listed)
    return (
        Listing(
            entries=tuple(
                Entry(
                    label=f"{number}.",
                    runs=plain(f"{in_full(law, context.agreement)}{'.' if number == last else ';'}"),
                    source=f"dasar hukum {law.id}",
                )
                for number, law in enumerate(listed, 1)
            )
        ),
    )


def cited_laws(agreement: Agreement) -> tuple[LegalBasis, ...]:
    """Return the laws that clauses cite, by rank, then by age; what amends a listed one is named there."""
    ranks = list(FULL_KINDS)
    cited = {citation.law for clause in agreement.clauses for citation in clause.citations}
    amending = {
        other for law in agreement.reference.legal_basis if law.id in cited for other in law.amended_by
    }
    found = [law for law_id in cited - amending if (law := agreement.reference.law(law_id)) is not None]
    return tuple(
        sorted(
            found,
            key=lambda law: (
                ranks.index(law.kind) if law.kind in ranks else len(ranks),
                law.year,
                int(law.number) if law.number.isdecimal() else 0,
                law.id,
            ),
        )
    )


def in_full(law: LegalBasis, agreement: Agreement) -> str:
    """Return a law as an official paper names it, with what had amended it by the day of signing."""
    text = f"{number_of(law)} tentang {law.title}"
    if law.gazette:
        text += f" ({law.gazette})"
    amending = [
        number_of(other)
        for other_id in law.amended_by
        if (other := agreement.reference.law(other_id)) is not None
        and standing(other, agreement.occasion.day, agreement.reference.election.kind) in USABLE
    ]
    if len(amending) > 1:
        text += f" sebagaimana telah beberapa kali diubah, terakhir dengan {amending[-1]}"
    elif amending:
        text += f" sebagaimana telah diubah dengan {amending[0]}"
    return text


def number_of(law: LegalBasis) -> str:
    """Return kind and number in full: ``Undang-Undang Nomor 7 Tahun 2017``."""
    kind = FULL_KINDS.get(law.kind, law.kind)
    year = "" if numbered_with_year(law) else f" Tahun\u00a0{law.year}"
    return f"{kind} Nomor\u00a0{law.number}{year}"
