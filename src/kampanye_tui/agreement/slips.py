"""Codes as people type them from a slip, and what they stand for: a moment of the ledger, or a text.

A typed code and a verified agreement come in, its meaning goes out. A kode catatan that the ledger no longer
knows is what shows a tail that was cut off or a ledger that was written anew: the parties hold the proof.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import NamedTuple

from kampanye_tui.agreement.chain import beginning
from kampanye_tui.agreement.chronicle import told
from kampanye_tui.agreement.fingerprint import ALPHABET, is_code, text_digest
from kampanye_tui.agreement.known_hour import day_and_hour
from kampanye_tui.agreement.moment import zone_of
from kampanye_tui.agreement.verification import Verified
from kampanye_tui.model.event import AnyEvent, Finalised

SHORT, LONG = 12, 64
"""How many characters a code has: in three groups of four, or as the whole hash."""
_HEXADECIMAL = "0123456789ABCDEF"
_MISREAD = str.maketrans("OIL", "011")


class Means(StrEnum):
    """What a typed code stands for; what says more comes first."""

    MOMENT = "kode catatan"
    FINAL = "kode naskah"
    DRAFT = "kode konsep"
    MISTYPED = "salah ketik"
    UNKNOWN = "tidak dikenal"


class Slip(NamedTuple):
    """A typed code and what it stands for. ``number`` is that of the event; 0 where it is none."""

    typed: str
    means: Means
    words: str
    number: int = 0

    @property
    def known(self) -> bool:
        """Whether the code stands for something that is there."""
        return self.means not in (Means.MISTYPED, Means.UNKNOWN)


class _Known(NamedTuple):
    digest: str
    means: Means
    number: int
    event: AnyEvent | None = None


def cleaned(typed: str) -> str:
    """Return the characters of a code: case, spaces, hyphens and look-alikes of digits do not matter."""
    return "".join(typed.split()).replace("-", "").upper().translate(_MISREAD)


def looks_like_code(typed: str) -> bool:
    """Tell whether somebody meant a code, well typed or not, and not the name of something."""
    characters = cleaned(typed)
    return (
        len(characters) in (SHORT, LONG)
        and characters.isascii()
        and characters.isalnum()
        and any(one.isdigit() for one in characters)
    )


def slip(typed: str, found: Verified) -> Slip:
    """Return what a code stands for in an agreement."""
    characters = cleaned(typed)
    mistake = _mistake(characters)
    if mistake:
        return Slip(typed, Means.MISTYPED, mistake)
    known = list(_known(found))
    for one in known:
        if _stands_for(characters, one.digest):
            return Slip(typed, one.means, _told(one, found), one.number)
    near = _near(characters, known) if len(characters) == LONG else ""
    if near:
        return Slip(typed, Means.MISTYPED, near)
    return Slip(typed, Means.UNKNOWN, _unknown(found))


def best(slips: Iterable[Slip]) -> Slip:
    """Return what a code stands for when several agreements were asked: the one that knows it."""
    return min(slips, key=lambda one: tuple(Means).index(one.means))


def _mistake(characters: str) -> str:
    """Return what is wrong with a code by itself; nothing where it may be one."""
    if len(characters) not in (SHORT, LONG):
        return (
            f"Kode pendek terdiri atas {SHORT} huruf dan angka, kode utuh {LONG}; "
            f"yang diketik {len(characters)}. Periksa apakah ada yang terlewat."
        )
    allowed = ALPHABET if len(characters) == SHORT else _HEXADECIMAL
    for at, one in enumerate(characters):
        if one not in allowed:
            return f'"{one}" pada kelompok ke-{at // 4 + 1} tidak dipakai dalam kode ini; lihat lagi slipnya.'
    if len(characters) == SHORT and not is_code(characters):
        return (
            "Huruf terakhir tidak cocok dengan yang sebelumnya: ada yang keliru disalin; lihat lagi slipnya."
        )
    return ""


def _stands_for(characters: str, digest: str) -> bool:
    if len(characters) == LONG:
        return characters.lower() == digest
    value = 0
    for one in characters[:-1]:
        value = value * len(ALPHABET) + ALPHABET.index(one)
    return int(digest[:14], 16) >> 1 == value


def _known(found: Verified) -> Iterator[_Known]:
    """Yield every hash that a code may stand for."""
    for event, head in zip(found.events, found.heads, strict=True):
        yield _Known(head, Means.MOMENT, event.number, event)
    for event in found.events:
        if isinstance(event, Finalised):
            yield _Known(event.text_digest, Means.FINAL, event.number, event)
    yield _Known(beginning(found.id), Means.MOMENT, 0)
    if found.text is not None:
        yield _Known(text_digest(found.text), Means.DRAFT, 0)


def _told(one: _Known, found: Verified) -> str:
    if one.means is Means.DRAFT:
        return "Isi naskah.toml saat ini, yang bukan naskah final."
    if one.event is None:
        return f"Buku sebelum kejadian pertama; sesudahnya ada {len(found.events)} kejadian."
    if isinstance(one.event, Finalised) and one.means is Means.FINAL:
        return f"Naskah final revisi {one.event.revision}, dinyatakan oleh kejadian nomor {one.number}."
    when, what = one.event.occurred, ""
    if found.text is not None:
        when = when.astimezone(zone_of(found.text.reference.region))
        what = f" ({told(one.event, found.text)}, {day_and_hour(when, zone=True)})"
    later = len(found.events) - one.number
    since = f"sesudahnya ada {later} kejadian lagi" if later else "itu kejadian terakhir"
    return f"Buku sampai kejadian nomor {one.number}{what}; {since}."


def _near(characters: str, known: Iterable[_Known]) -> str:
    """Return which group was mistyped, where all others are those of a hash that is known."""
    typed = _groups(characters)
    for one in known:
        wrong = [
            at
            for at, (ours, theirs) in enumerate(zip(typed, _groups(one.digest.upper()), strict=True), 1)
            if ours != theirs
        ]
        if len(wrong) == 1:
            whose = f"kode kejadian nomor {one.number}" if one.number else "sebuah kode naskah ini"
            return f"Hampir sama dengan {whose}; hanya kelompok ke-{wrong[0]} berbeda: lihat lagi slipnya."
    return ""


def _groups(characters: str) -> list[str]:
    return [characters[at : at + 4] for at in range(0, len(characters), 4)]


def _unknown(found: Verified) -> str:
    count = len(found.events)
    return (
        f"Tidak dikenal oleh {count} kejadian yang utuh dalam buku ini: catatan terpotong atau ditulis ulang "
        "sesudah slip dicetak, atau slip ini dari naskah lain."
    )
