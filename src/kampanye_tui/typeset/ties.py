"""Spaces that never end a line, from one closed table.

``Pasal`` and its number, a number and what it counts, a date, a name and its titles are read in one piece.
Only two neighbouring words are looked at, so ties chain: ``Nomor``, ``12``, ``Tahun``, ``2023``. What a chain
makes wider than its line breaks at the tied spaces after all (see ``atoms``).
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

TIED = "\u00a0"
_NUMBER = r"(?<!\d)\d{1,3}"
_MONTH = r"(?:Januari|Februari|Maret|April|Mei|Juni|Juli|Agustus|September|Oktober|November|Desember)"


class Tie(NamedTuple):
    """How a word ends, and how the next one begins, where both stay on one line."""

    end: str
    begin: str


TIES = (
    # Pasal 3, ayat (1), huruf b, Bab II, nomor urut 14, pukul 14.00
    Tie(
        r"\b(?:[Pp]asal|[Aa]yat|[Hh]uruf|[Aa]ngka|[Bb]utir|[Nn]omor|No\.|[Bb]ab|BAB|[Bb]agian|[Ll]ampiran"
        r"|LAMPIRAN|[Hh]alaman|[Tt]ahun|urut|[Pp]ukul|RT|RW|NIP\.?)",
        r"\d|\(\d|[a-z]\b|[IVXLC]+\b",
    ),
    # Nomor 12 Tahun 2023
    Tie(r"\d[A-Z]?", r"Tahun\b"),
    # 28 November 2023
    Tie(_NUMBER, _MONTH + r"\b"),
    Tie(r"\b" + _MONTH, r"\d{4}\b"),
    # 30 hari, 7 (tujuh) hari, 1.500 orang, 5 %, 14.00 WIB, and with dots for a number to be written
    Tie(
        _NUMBER + r"(?:[.,]\d+)*\)?|[a-z]\)|\.{3}|…",
        r"%|(?:WIB|WITA|WIT|detik|menit|jam|hari|minggu|bulan|tahun|kali|orang|pihak|kursi|suara|buah|lembar"
        r"|rangkap|eksemplar|salinan|halaman|berkas|ribu|juta|miliar|triliun|persen|mm|cm|m|km|meter|kilometer"
        r"|kg)\b",
    ),
    # 1 (satu)
    Tie(r"\d", r"\([a-z]"),
    # Rp 5.000
    Tie(r"\bRp\.?", r"\d"),
    # 1 s.d. 5, s.d. 10 Februari, a.n. Ketua
    Tie(_NUMBER + r"\)?", r"s\.d\."),
    Tie(r"\b(?:s\.d|a\.n|u\.b|u\.p|d\.a|c\.q)\.", r"\w|\("),
    # Dr. H. Andi, A. B. Nasution, Kombes Pol. Budi
    Tie(
        r"\b(?:Prof|Dr|dr|drg|Drs|Dra|Ir|Hj|Tgk|K\.H|Pol|Sdr|Sdri|Yth)\.|\b(?:KH|AKBP|Kombes|Kompol|Brigjen"
        r"|Irjen|Letkol|Kolonel|Bapak|Ibu|Saudara|Saudari)|(?<![\w.])[A-Z]\.",
        r"[A-Z]",
    ),
    # Andi, S.H., M.Si.
    Tie(r",", r"[A-Z][A-Za-z]{0,2}\.[A-Z]|Lc\b"),
    # KPU RI
    Tie(r"\b(?:[A-Z]{2,5}|Bawaslu)", r"RI\b"),
    # No line begins with an ellipsis, a dash or what closes a quotation; none ends with what opens one.
    Tie(r"\S", r"…(?!…)|\.{3}(?!\.)|[–—]\Z|[”’»)\]]"),
    Tie(r"[“‘«(\[]", r"\S"),
    # The "dan" behind the last item but one of a list stays with it.
    Tie(r";", r"(?:dan|atau)\Z"),
)
"""All ties there are, in no order: each is looked at for itself."""


def tied(text: str) -> str:
    """Return ``text`` with a no-break space for every space that ties; all else stays in its place."""
    words = text.split(" ")
    made = [words[0]]
    for word, following in pairwise(words):
        made.append(TIED if _ends(word) & _begins(following) else " ")
        made.append(following)
    return "".join(made)


@lru_cache(maxsize=8192)
def _ends(word: str) -> int:
    """Return a bit for each tie that ``word`` can begin."""
    return sum(1 << number for number, (end, _begin) in enumerate(_COMPILED) if end.search(word))


@lru_cache(maxsize=8192)
def _begins(word: str) -> int:
    """Return a bit for each tie that ``word`` can close."""
    return sum(1 << number for number, (_end, begin) in enumerate(_COMPILED) if begin.match(word))


_COMPILED = tuple((re.compile(rf"(?:{end})\Z"), re.compile(begin)) for end, begin in TIES)
