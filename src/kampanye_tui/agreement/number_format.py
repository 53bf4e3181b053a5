"""How numbers of documents look: the tokens of ``format_nomor``, a number written with them, and read again.

A form such as ``{urut}/PL.01.6-{jenis}/3674/{tahun}`` comes in, a number goes out, or what a number says of
itself. Which running number comes next is for ``number_register.py``; an issued number is never made anew.
"""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from kampanye_tui.agreement.placeholders import Kind, finish, found, pieces
from kampanye_tui.model.problem import refuse

TOKENS = {
    "urut": r"[0-9]+",
    "jenis": r"[A-Za-z]+",
    "bulan": r"[IVX]+",
    "tahun": r"[0-9]{4}",
}
"""Token of ``format_nomor`` → what may stand in its place; everything else stands as it is written."""
ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
CODE_HINT = "Sebutkan, misalnya --jenis NK untuk nota kesepahaman atau --jenis BA untuk berita acara"
LARGEST = 99_999
"""No office writes more papers in a year; a larger running number belongs to a series of somebody else."""


class Parts(NamedTuple):
    """What a number in the office's form says: its running number, and its year where it has one."""

    sequence: int
    year: int | None


def refuse_unusable(form: str) -> None:
    """Raise :class:`Refused` for a form with tokens that there are not, or without the running number."""
    for piece in pieces(form):
        if piece.kind is not Kind.LITERAL and (piece.kind is not Kind.NAME or piece.text not in TOKENS):
            known = ", ".join(f"{{{token}}}" for token in TOKENS)
            raise refuse(f'"{piece.text}" bukan isian nomor; yang dikenal: {known}')
    if "urut" not in found(form, Kind.NAME):
        raise refuse(f'"{form}" tidak memuat {{urut}}; contoh: {{urut}}/PL.01.6-{{jenis}}/3674/{{tahun}}')


def known_values(day: date | None, code: str) -> dict[str, str]:
    """Return what is known of the tokens, the running number apart; an unknown one is empty."""
    return {
        "jenis": code,
        "bulan": ROMAN[day.month - 1] if day else "",
        "tahun": f"{day.year:04d}" if day else "",
    }


def written(form: str, sequence: int, day: date, code: str) -> str:
    """Return a number as it prints; raises :class:`Refused` for an unusable form or code."""
    refuse_unusable(form)
    if "jenis" in found(form, Kind.NAME) and not re.fullmatch(TOKENS["jenis"], code):
        what = f'kode "{code}" bukan huruf saja' if code else "kode jenis dokumen ini belum diketahui"
        raise refuse(f"{what}; bentuk nomor kantor memerlukannya", CODE_HINT)
    values = {"urut": str(sequence), **known_values(day, code)}
    return finish(form, lambda name: values[name], str)


def pattern_of(form: str) -> re.Pattern[str]:
    """Return what matches every number of a form; a token that stands twice must say the same twice."""
    made, seen = [], set()
    for piece in pieces(form):
        if piece.kind is not Kind.NAME:
            made.append(re.escape(piece.text))
        elif piece.text in seen:
            made.append(f"(?P={piece.text})")
        else:
            made.append(f"(?P<{piece.text}>{TOKENS.get(piece.text, '.+')})")
            seen.add(piece.text)
    return re.compile("".join(made))


def parts_of(form: str, text: str) -> Parts | None:
    """Return what a number says of itself; None for one of another form or another series."""
    met = pattern_of(form).fullmatch(text)
    said = met.groupdict() if met else {}
    digits = said.get("urut", "").lstrip("0")
    if not digits or len(digits) > len(str(LARGEST)):
        return None
    year = said.get("tahun")
    return Parts(int(digits), int(year) if year else None)
