"""Paket naskah: the packs an agreement was made of, which there are now, and what those word otherwise."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from kampanye_tui.agreement.fingerprint import short_code
from kampanye_tui.agreement.pack_news import ALL_SAME, SAME_WORDS, PackNews, other_words, pack_news
from kampanye_tui.tui.actions import Group
from kampanye_tui.tui.perform import bound
from kampanye_tui.tui.reader import RULE
from kampanye_tui.tui.reading import Paragraph, Reading

if TYPE_CHECKING:
    from kampanye_tui.model.agreement import Agreement
    from kampanye_tui.plugin.library import Library


class AgreementPacks(Reading[bool]):
    """The packs of an agreement; returns whether the words they have now are wanted."""

    groups = (Group.PACK_NEWS,)
    BINDINGS: ClassVar = bound(Group.PACK_NEWS)

    def __init__(self, agreement: Agreement, library: Library) -> None:
        news = pack_news(agreement, library.host.packs())
        self.changed = any(one.now is not None for one in news)
        super().__init__(
            "Paket naskah ini",
            "[-naskah ini-]  {+paket sekarang+}",
            _paragraphs(agreement, news, library),
            "Naskah tidak berubah dengan sendirinya, dan suntingan kantor selalu tetap.",
        )

    def why_off(self, action_id: str) -> str:
        """Say that the agreement has the words of its packs."""
        same = action_id == "paket-naskah.ambil" and not self.changed
        return "Paket yang terpasang sama dengan yang dipakai naskah ini." if same else ""

    def do_renew(self) -> None:
        """Go back, and take the words of the packs that are installed."""
        self.dismiss(True)


def _paragraphs(agreement: Agreement, found: tuple[PackNews, ...], library: Library) -> Iterator[Paragraph]:
    news = {one.used.id: one for one in found}
    for pack in agreement.packs:
        yield Paragraph(f"{pack.id} {pack.version} · Kode paket: {short_code(pack.fingerprint)}")
        if pack.id in news:
            yield Paragraph(f"  {news[pack.id].words}", "warn", hang=2)
    if not news:
        yield Paragraph("")
        yield Paragraph(ALL_SAME, "quiet")
        return
    words = other_words(agreement, library.reference, library.clause_sets)
    if not words:
        yield Paragraph(SAME_WORDS, "quiet")
    for one in words:
        yield Paragraph(one.about, RULE)
        yield Paragraph(one.text)
