"""The right to write, lent to a laptop and brought back: what the first screen asks, and what came of it.

Folders are copied in a thread, as a stick may be slow. What was refused comes back with the form as it was.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from kampanye_tui.tui.background import in_background
from kampanye_tui.tui.checks import needed
from kampanye_tui.tui.faults import sentence
from kampanye_tui.tui.form import Field, Form
from kampanye_tui.tui.keymap import key_of
from kampanye_tui.tui.reading import Paragraph, Reading

if TYPE_CHECKING:
    from kampanye_tui.store.lending import Lender
    from kampanye_tui.tui.screens.home import Home


class Outcome(NamedTuple):
    """What came of it in sentences, or why nothing did."""

    told: tuple[str, ...] = ()
    refused: str = ""


def ask_to_lend(home: Home, agreement_id: str, target: str = "", count: str = "") -> None:
    """Ask where an agreement is lent to, and how many numbers go along."""
    fields = (
        Field(
            "target",
            "Folder baru",
            target,
            "Di USB, misalnya /media/usb/laptop-aula; belum ada isinya.",
            needed(),
        ),
        Field(
            "count",
            "Banyaknya nomor",
            count,
            "Nomor dokumen yang dibawa; kosong: sebanyak rencana salinan, ditambah 10.",
            count_fault,
        ),
    )

    def lend_it(values: dict[str, str]) -> None:
        target, count = values["target"], values["count"]

        def doing() -> tuple[str, ...]:
            from kampanye_tui.store.lending import lend
            from kampanye_tui.store.loan_words import lent_words

            lender = _lender(home)
            step = lend(lender, agreement_id, Path(target).expanduser(), int(count) if count else None)
            back = key_of("beranda.ambil-pinjaman", home.app.own_keys)
            after = f"Sesudah acara, {back} pada daftar naskah mengambilnya kembali."
            return (*lent_words(lender.located, agreement_id, target, step), after)

        _begin(
            home, "Meminjamkan…", "Dipinjamkan", doing, lambda: ask_to_lend(home, agreement_id, target, count)
        )

    about = "sejak itu di kantor hanya dapat dibaca"
    home.app.push_screen(Form(f"Pinjamkan naskah {agreement_id}", fields, lend_it, about=about))


def ask_to_take_back(home: Home, place: str = "") -> None:
    """Ask for the folder that comes back."""
    hint = "Folder yang dahulu dipinjamkan, misalnya /media/usb/laptop-aula."
    fields = (Field("place", "Folder dari laptop", place, hint, needed()),)

    def take_it(values: dict[str, str]) -> None:
        place = values["place"]

        def doing() -> tuple[str, ...]:
            from kampanye_tui.store.loan_words import returned_words
            from kampanye_tui.store.returning import take_back

            lender = _lender(home)
            return returned_words(lender.located, take_back(lender, Path(place).expanduser()))

        _begin(home, "Mengambil kembali…", "Pinjaman kembali", doing, lambda: ask_to_take_back(home, place))

    about = "naskah, catatan, bukti, dan nomornya masuk sekaligus"
    home.app.push_screen(Form("Ambil kembali pinjaman", fields, take_it, about=about))


def count_fault(typed: str) -> str:
    """Return what is wrong with how many numbers go along; empty when nothing is."""
    from kampanye_tui.agreement.number_lending import MOST

    good = typed.isascii() and typed.isdigit() and len(typed) <= len(str(MOST)) and 1 <= int(typed) <= MOST
    return "" if good or not typed else f"harus angka 1 sampai {MOST}, atau kosong"


def _lender(home: Home) -> Lender:
    from kampanye_tui.store.lease import local_now
    from kampanye_tui.store.lending import Lender

    return Lender(home.app.located, home.app.operator, local_now())


def _begin(
    home: Home, waiting: str, title: str, doing: Callable[[], tuple[str, ...]], again: Callable[[], None]
) -> None:
    """Do it once the form is closed; then show what came of it, or the form again."""

    def done(outcome: Outcome) -> None:
        if not home.is_current:
            home.app.tell(outcome.refused or " ".join(outcome.told))
            return
        home.app.tell("")
        if outcome.refused:
            again()
            home.app.call_after_refresh(home.app.tell, outcome.refused)
        else:
            home.app.push_screen(Reading(title, "", [Paragraph(line) for line in outcome.told]))

    def begin() -> None:
        home.app.tell(waiting)
        in_background(home, lambda: _tried(doing), done)

    home.app.call_later(begin)


def _tried(doing: Callable[[], tuple[str, ...]]) -> Outcome:
    try:
        return Outcome(doing())
    except Exception as error:  # noqa: BLE001 - whatever becomes of a folder in a thread is told
        return Outcome(refused=sentence(error))
