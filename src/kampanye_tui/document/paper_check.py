"""Whether a naskah or a salinan that somebody shows is what was made final, and the copy that it says it is.

The text of its pages and a verified agreement come in; checks and plain words of what they prove go out. They
judge the text inside a file; what a page looks like, and ink on paper, nobody can tell from here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kampanye_tui.agreement.copy_answers import who_has
from kampanye_tui.agreement.copy_standing import STANDING, CopyRow, copy_rows
from kampanye_tui.agreement.proof import Proof
from kampanye_tui.agreement.slips import Means, Slip, slip
from kampanye_tui.agreement.state import state
from kampanye_tui.agreement.verification import Check, Verdict, Verified, first_break
from kampanye_tui.document.reading_back import (
    Letters,
    clause_difference,
    holds_clauses,
    missing_names,
    paper_letters,
    readable,
)
from kampanye_tui.model.agreement import Agreement, CopyForm
from kampanye_tui.model.event import CopyDeed, Finalised
from kampanye_tui.model.problem import Problem

_SHORT = re.compile(
    r"\bkode(?:\s+(?:naskah|catatan))?\s*:?\s*([0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4})\b", re.IGNORECASE
)
_WHOLE = re.compile(r"\b(?:[0-9a-f]{4}\s+){15}[0-9a-f]{4}\b", re.IGNORECASE)
_COPY = re.compile(
    r"\bsalinan\s+(?:nomor\s+)?(\d{1,4})(?:,\s+pengganti\s+nomor\s+\d{1,4})?\s+dari\s+\d+", re.IGNORECASE
)
_REVISION = re.compile(r"\bNaskah final r(\d+)\b")
NOT_COMPARED = (
    "Bahwa kata-kata di luar klausul sama, seperti pembuka, penjelasan, dan daftar tanda tangan: "
    "bandingkan SHA-256 berkasnya, atau baca berdampingan dengan yang asli."
)
_ISSUED_TO = "salinaniniditerbitkanuntuk"


class Paper(NamedTuple):
    """A paper as it was found. ``codes`` are those on it, with what they stand for."""

    checks: tuple[Check, ...]
    codes: tuple[Slip, ...]
    proof: Proof

    @property
    def known(self) -> bool:
        """Whether all that was checked holds."""
        return first_break(self.checks) is None


def paper_checked(pages: Sequence[str], found: Verified, label: str) -> Paper:
    """Return what came of every check of a paper; ``label`` is how problems name its file."""
    pages = readable(pages)
    text = "\n".join(pages)
    codes = tuple(slip(typed, found) for typed in _codes(text))
    revision = _revision(found, codes)
    final = found.texts.get(revision)
    checks = [_code_check(found, codes, revision, text, label)]
    checks += [_breaks(label, "kode", f"kode {one.typed}: {one.words}") for one in codes if not one.known]
    if final is not None:
        letters = paper_letters(pages)
        checks += _text_checks(final, letters, label)
        checks += _copy_checks(final, found, text, letters, label)
    return Paper(tuple(checks), codes, _proof(checks, codes))


def copy_numbers(text: str) -> list[int]:
    """Return the numbers of salinan that a paper says it is, each once."""
    return sorted({int(met[1]) for met in _COPY.finditer(text)})


def _codes(text: str) -> tuple[str, ...]:
    """Return the codes on a paper, each once."""
    whole = (" ".join(met[0].split()) for met in _WHOLE.finditer(text))
    return tuple(dict.fromkeys((*(met[1] for met in _SHORT.finditer(text)), *whole)))


def _revision(found: Verified, codes: Sequence[Slip]) -> int:
    """Return the final revision that a paper says it is; without a kode naskah, the last there is."""
    by_number = {one.number: one.revision for one in found.events if isinstance(one, Finalised)}
    named = [by_number[one.number] for one in codes if one.means is Means.FINAL and one.number in by_number]
    return named[0] if named else max(found.texts, default=0)


def _code_check(found: Verified, codes: Sequence[Slip], revision: int, text: str, label: str) -> Check:
    finals = [one for one in codes if one.means is Means.FINAL]
    last = max(found.texts, default=0)
    if not found.texts:
        return _breaks(label, "kode naskah", "belum ada naskah final yang utuh untuk dibandingkan")
    if not finals:
        return _breaks(
            label, "kode naskah", "berkas ini tidak memuat kode naskah final; mungkin konsep atau naskah lain"
        )
    if len({one.number for one in finals}) > 1:
        return _breaks(label, "kode naskah", "berkas ini memuat kode dari beberapa revisi")
    printed = {int(met[1]) for met in _REVISION.finditer(text)}
    if printed - {revision}:
        other = min(printed - {revision})
        what = f"pada kakinya tertulis revisi {other}, padahal kode naskahnya milik revisi {revision}"
        return _breaks(label, "kode naskah", what)
    if revision != last:
        what = f"ini naskah revisi {revision}; yang berlaku adalah revisi {last}"
        return _breaks(label, "kode naskah", what)
    return Check("kode naskah", Verdict.HOLDS, f"{finals[0].typed}, naskah final revisi {revision}.")


def _text_checks(final: Agreement, letters: Letters, label: str) -> Iterator[Check]:
    if not holds_clauses(final, letters):
        what = (
            "tidak ada satu klausul pun: ini bukan naskah atau salinan, jadi kata-katanya tidak dibandingkan"
        )
        yield _breaks(label, "klausul", what)
        return
    difference = clause_difference(final, letters)
    if difference is not None:
        yield _breaks(label, "klausul", f"halaman {difference.page}: {difference.what}")
    else:
        count = len(final.clauses)
        yield Check("klausul", Verdict.HOLDS, f"{count} klausul, kata demi kata sama dengan naskah final.")
    missing = missing_names(final, letters)
    if missing:
        yield _breaks(label, "pihak", f'"{missing[0]}" tidak ditemukan dalam berkas ini')
    else:
        yield Check("pihak", Verdict.HOLDS, f"judul dan {len(final.parties)} pihak tertulis semuanya.")


def _copy_checks(
    final: Agreement, found: Verified, text: str, letters: Letters, label: str
) -> Iterator[Check]:
    numbers = copy_numbers(text)
    if not numbers:
        return
    subject = "nomor salinan"
    if len(numbers) > 1:
        told = " dan ".join(map(str, numbers))
        yield _breaks(label, subject, f"berkas ini memuat beberapa nomor salinan: {told}")
        return
    rows = [
        row
        for row in copy_rows(final, state(final, found.events))
        if (row.form, row.number) == (CopyForm.COPY.value, numbers[0])
    ]
    if not rows:
        yield _breaks(label, subject, f"tidak ada salinan nomor {numbers[0]} dalam buku")
        return
    (row,) = rows
    wrong = _issued_to_another(final, row, letters)
    if wrong:
        yield _breaks(
            label, subject, f"salinan nomor {row.number} tercatat untuk {wrong}, bukan yang tertulis"
        )
    elif row.occurred is None:
        yield _breaks(label, subject, f"salinan nomor {row.number} belum dicatat sebagai dicetak")
    else:
        spoiled = row.standing == STANDING[CopyDeed.SPOILED]
        verdict = Verdict.NOTE if spoiled else Verdict.HOLDS
        yield Check(subject, verdict, who_has(row))


def _issued_to_another(final: Agreement, row: CopyRow, letters: Letters) -> str:
    """Return for whom a copy was recorded, where its cover names somebody else."""
    party = final.party(row.party)
    begin = letters.row.casefold().find(_ISSUED_TO)
    if party is None or begin < 0:
        return ""
    written = letters.row.startswith(Letters([party.name]).row, begin + len(_ISSUED_TO))
    return "" if written else party.name


def _breaks(label: str, subject: str, what: str) -> Check:
    problem = Problem(what=what, file=label)
    return Check(subject, Verdict.BREAKS, f"{what}.", problem)


def _proof(checks: Sequence[Check], codes: Sequence[Slip]) -> Proof:
    held = {check.subject for check in checks if check.verdict is Verdict.HOLDS}
    broken = {check.subject for check in checks if check.verdict is Verdict.BREAKS}
    proven = []
    if {"klausul", "kode naskah"} <= held:
        proven.append("Setiap klausul dalam berkas ini berbunyi sama dengan naskah final, menurut urutannya.")
    if "nomor salinan" in held:
        proven.append("Nomor salinan yang tertulis di dalamnya tercatat dalam buku.")
    if any(one.means is Means.MOMENT for one in codes) and "kode" not in broken:
        proven.append("Kode catatan di dalamnya dikenal oleh buku.")
    return Proof(
        tuple(proven),
        (
            NOT_COMPARED,
            "Bahwa yang tampak di layar atau di kertas sama dengan teks dalam berkas: gambar tidak dibaca.",
            "Siapa yang membubuhkan tanda tangan: kode ini bukan tanda tangan elektronik.",
        ),
    )
