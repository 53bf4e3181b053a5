"""Bantuan: every key of the screen below it, with the user's own, and what is worth knowing there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING, Any

from kampanye_tui.tui.offered import Offer, offered
from kampanye_tui.tui.perform import program_of
from kampanye_tui.tui.reader import RULE
from kampanye_tui.tui.reading import Paragraph, Reading

if TYPE_CHECKING:
    from textual.screen import Screen

    from kampanye_tui.tui.app import Kampanye

KEYS = 16
"""Columns of the keys."""


class Help(Reading[None]):
    """What can be pressed on ``screen``."""

    def __init__(self, screen: Screen[Any]) -> None:
        offers = offered(screen.focused or screen, program_of(screen).own_keys)
        here: tuple[str, ...] = getattr(screen, "worth_knowing", ())
        paragraphs = (*_of_keys(offers), *_worth_knowing(program_of(screen), here))
        super().__init__("Bantuan", "tombol layar ini", paragraphs)


def _of_keys(offers: Iterable[Offer]) -> Iterator[Paragraph]:
    """Yield the actions by group, each behind its keys."""
    for group, within in groupby(offers, key=lambda offer: offer.action.group):
        yield Paragraph(group.value, RULE)
        for one, keys in within:
            yield Paragraph(f"{keys:<{KEYS}} {one.help}", hang=KEYS + 1)


def _worth_knowing(app: Kampanye, here: Iterable[str]) -> Iterator[Paragraph]:
    """Yield what a screen adds, where files are, how they are saved, and where more is written."""
    where = (
        f"di {app.located.workspace}"
        if app.has_configuration
        else "belum ada; konfigurasi kantor dibuat lebih dahulu"
    )
    yield Paragraph("Yang perlu diketahui", RULE)
    yield from map(Paragraph, here)
    if app.recap is not None:
        yield Paragraph("Rekap hanya membaca: kiriman tidak diubah.")
    else:
        yield Paragraph(f"Berkas naskah: {where}.")
        yield Paragraph("Setiap perubahan langsung tersimpan; tidak ada perintah simpan.")
    yield Paragraph(
        "Panduan petugas: docs/panduan-operator.md di folder program; perintah lain: kampanye --help."
    )
