"""Paket naskah: the packs an agreement was made of, which there are now, and what those word otherwise."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kampanye_tui.agreement.fingerprint import short_code
from kampanye_tui.agreement.pack_news import other_words, pack_news
from kampanye_tui.tui.reader import RULE
from kampanye_tui.tui.reading import Paragraph, Reading

if TYPE_CHECKING:
    from kampanye_tui.model.agreement import Agreement
    from kampanye_tui.plugin.library import Library


class AgreementPacks(Reading[None]):
    """The packs of an agreement, to be read."""

    def __init__(self, agreement: Agreement, library: Library, taking: str) -> None:
        """Show them; ``taking`` is the key that takes a pack's words in the list of clauses."""
        super().__init__(
            "Paket naskah ini",
            "[-naskah ini-]  {+paket sekarang+}",
            _paragraphs(agreement, library),
            "Naskah tidak berubah dengan sendirinya; "
            f"{taking} pada daftar klausul mengambil bunyi dari paket yang terpasang.",
        )


def _paragraphs(agreement: Agreement, library: Library) -> Iterator[Paragraph]:
    news = {one.used.id: one for one in pack_news(agreement, library.host.packs())}
    for pack in agreement.packs:
        yield Paragraph(f"{pack.id} {pack.version} · Kode paket: {short_code(pack.fingerprint)}")
        if pack.id in news:
            yield Paragraph(f"  {news[pack.id].words}", "warn", hang=2)
    if not news:
        yield Paragraph("")
        yield Paragraph("Semuanya sama dengan yang terpasang sekarang.", "quiet")
        return
    words = other_words(agreement, library.reference, library.clause_sets)
    if not words:
        yield Paragraph("Bunyi klausul dan istilah naskah ini sama dengan yang di dalam paket.", "quiet")
    for one in words:
        yield Paragraph(one.about, RULE)
        yield Paragraph(one.text)
