"""The two hashes of an agreement and the kode naskah, the short form that people read aloud.

*isi* covers what was agreed: title, parties, clauses in order as they read, citations. *acara* covers the
people, the day and the place. Replacing a signer changes only the second.
"""

from __future__ import annotations

from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.canonical import digest
from kampanye_tui.model.writing import builtins

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's base 32: no I, L, O or U, which are misread or misheard."""
_DIGITS = 11


def words_digest(title: str, text: str) -> str:
    """Return the SHA-256 of a clause's raw words, in hexadecimal; line ends around them do not count."""
    return digest([title, text.strip("\n")])


def text_digest(agreement: Agreement) -> str:
    """Return the SHA-256 of what was agreed, in hexadecimal."""
    return digest(
        {
            "jenis": agreement.kind.value,
            "gaya": agreement.style.value,
            "tentang": agreement.topic,
            "kantor": agreement.office.name,
            "pihak": [
                [party.id, party.name, party.role.value, party.ballot_number or 0]
                for party in agreement.parties
            ],
            "klausul": [
                [
                    clause.id,
                    clause.title,
                    clause.subject.value,
                    clause.resolved,
                    [[citation.law, citation.article] for citation in clause.citations],
                ]
                for clause in agreement.clauses
            ],
        }
    )


def occasion_digest(agreement: Agreement) -> str:
    """Return the SHA-256 of the people, the day and the place, in hexadecimal."""
    return digest(
        {
            "acara": builtins(agreement.occasion),
            "penandatangan": [
                [party.id, [[person.office, person.name] for person in party.signatories]]
                for party in agreement.parties
            ],
        }
    )


def short_code(hexadecimal: str) -> str:
    """Return the first 55 bits of a hash in groups of four, the last character a check: ``4F2A-9C01-77QX``.

    The check is Luhn mod 32: it finds every single wrong character and almost every swap of neighbours.
    """
    number = int(hexadecimal[:14], 16) >> 1
    characters = ""
    for _ in range(_DIGITS):
        number, digit = divmod(number, 32)
        characters = ALPHABET[digit] + characters
    characters += check_character(characters)
    return "-".join(characters[at : at + 4] for at in range(0, len(characters), 4))


def check_character(characters: str) -> str:
    """Return the Luhn mod 32 check character for ``characters``."""
    total = 0
    for position, character in enumerate(reversed(characters)):
        value = ALPHABET.index(character) * (2 if position % 2 == 0 else 1)
        total += value // 32 + value % 32
    return ALPHABET[-total % 32]


def is_code(text: str) -> bool:
    """Tell whether ``text`` is a kode naskah as somebody typed it: case, hyphens and spaces do not matter."""
    characters = text.upper().replace("-", "").replace(" ", "")
    characters = characters.replace("O", "0").replace("I", "1").replace("L", "1")
    return (
        len(characters) == _DIGITS + 1
        and all(character in ALPHABET for character in characters)
        and check_character(characters[:-1]) == characters[-1]
    )
