"""``paket beda``: the packs that an agreement was made of, and what those of today word otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from kampanye_tui.cli.options import as_json, config
from kampanye_tui.cli.output import data, data_json, talk

if TYPE_CHECKING:
    from kampanye_tui.agreement.pack_news import OtherWords, PackNews
    from kampanye_tui.model.agreement import Agreement


@click.command("beda", options_metavar="[OPSI]")
@click.argument("agreement_id", metavar="[NASKAH]", required=False)
@config
@as_json
def difference(agreement_id: str | None, as_json: bool) -> None:
    """Tampilkan paket naskah yang kini lain, dan beda bunyinya.

    Tanda [-…-] ialah bunyi naskah ini, {+…+} bunyi paket sekarang. Naskah tidak
    berubah dengan sendirinya.

    \b
    Contoh:
      kampanye paket beda
      kampanye paket beda 2023-kampanye-damai
    """
    from kampanye_tui.agreement.pack_news import ALL_SAME, SAME_WORDS, other_words, pack_news
    from kampanye_tui.cli.editing import begin

    editing = begin(agreement_id)
    agreement, library = editing.agreement, editing.library()
    news = pack_news(agreement, library.host.packs())
    words = other_words(agreement, library.reference, library.clause_sets) if news else ()
    if as_json:
        data_json(_as_table(agreement, news, words))
        return
    for one in news:
        data(one.words)
    for other in words:
        data(other.about)
        for line in other.text.split("\n"):
            data(f"    {line}".rstrip())
    if not news:
        talk(ALL_SAME)
    elif not words:
        talk(SAME_WORDS)


def _as_table(
    agreement: Agreement, news: tuple[PackNews, ...], words: tuple[OtherWords, ...]
) -> dict[str, Any]:
    """Return packs and words as JSON shows them; ``sekarang`` is None for a pack that is not in use."""
    now = {one.used.id: one.now for one in news}
    packs = []
    for used in agreement.packs:
        found = now.get(used.id, used)
        packs.append(
            {
                "id": used.id,
                "naskah": used.version,
                "sekarang": found.version if found else None,
                "sama": used.id not in now,
            }
        )
    return {"paket": packs, "bunyi": [{"tentang": one.about, "bunyi": one.text} for one in words]}
