"""What an agreement keeps → what of it does not hold, and what would mend that; pure."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kampanye_tui.agreement.chain import FILE as LEDGER
from kampanye_tui.agreement.chain import read_book
from kampanye_tui.agreement.facts import last_final
from kampanye_tui.agreement.verification import TEXT, Kept, Verdict, Verified, verified
from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.problem import Refused
from kampanye_tui.model.reading import read
from kampanye_tui.store.storage_scan import SeenAgreement
from kampanye_tui.store.storage_troubles import Mend, Mending, Trouble, problem_words, torn

EVIDENCE = re.compile(r"[0-9a-f]{64}\.[a-z0-9]+")
"""The name of a file of evidence: the hash of what it holds."""


def content_troubles(seen: SeenAgreement, kept: Kept) -> Iterator[Trouble]:
    """Yield what does not hold of text, ledger, final texts, evidence and history."""
    ledger = kept.ledger or b""
    whole = ledger[: ledger.rfind(b"\n") + 1]
    if whole != ledger:
        yield torn(f"{kept.label}/{LEDGER}")
        kept = kept._replace(ledger=whole)
    if kept.text is None and kept.ledger is None and not kept.revisions and not seen.versions:
        yield Trouble(kept.label, "folder ini tidak memuat naskah.", False)
        return
    found = verified(kept)
    mends = {f"{kept.label}/{TEXT}": _text_mend(seen, kept, found)} if found.text is None else {}
    mends |= _interrupted(kept, found)
    for check in found.checks:
        if check.problem is not None:
            place = check.problem.file or kept.label
            # What a newer program wrote is whole, and not for us to mend.
            mend = None if check.problem.key == "format" else mends.get(place)
            yield Trouble(place, problem_words(check.problem), True, mend)
        elif check.verdict is Verdict.NOTE and check.subject.startswith("bukti/"):
            yield Trouble(f"{kept.label}/{check.subject}", check.words, False)
    yield from _misnamed(kept, found)
    yield from _clock(kept, found)
    for name, data in _earlier(seen):
        if data is None or not (data.startswith(b"format = ") and data.endswith(b"\n") and b"\0" not in data):
            mend = Mend(Mending.SET_ASIDE, "disisihkan; urungkan lalu melewatinya")
            place = f"{kept.label}/.riwayat/{name}"
            words = "terlalu besar" if data is None else "tidak utuh"
            yield Trouble(place, f"naskah terdahulu ini {words}.", False, mend)


def _earlier(seen: SeenAgreement) -> Iterator[tuple[str, bytes | None]]:
    """Yield the earlier texts by the names of their files."""
    for number, data in seen.versions.items():
        yield f"{number:04d}.toml", data
    for number, data in seen.undone.items():
        yield f"{number:04d}.batal.toml", data


def _text_mend(seen: SeenAgreement, kept: Kept, found: Verified) -> Mend | None:
    """Return how a text that cannot be read is put back: from the final one, unless a later draft is kept."""
    final = max(found.texts, default=0)
    for number in sorted(seen.versions, reverse=True):
        data = seen.versions[number]
        try:
            draft = read(Agreement, data or b"", "")
        except Refused:
            continue
        if draft.id == kept.name and draft.revision > final:
            words = f"dikembalikan dari .riwayat/{number:04d}.toml, yaitu sebelum perubahan yang terakhir"
            return Mend(Mending.PUT_BACK, words, source=data or b"")
    if final:
        words = f"dikembalikan dari naskah final revisi/r{final:02d}.toml"
        return Mend(Mending.PUT_BACK, words, source=kept.revisions[final])
    return None


def _interrupted(kept: Kept, found: Verified) -> dict[str, Mend]:
    """Return the mend for the final text that a finalising left which did not come to its end."""
    try:
        book = read_book(kept.ledger or b"", found.id)
    except Refused:
        return {}
    last = last_final(book.events)
    following = (last.revision if last else 0) + 1
    if following not in kept.revisions or (found.text is not None and found.text.revision > following):
        return {}
    words = "disisihkan; finalkan lagi, atau periksa dahulu kode catatan pada tanda terima"
    return {f"{kept.label}/revisi/r{following:02d}.toml": Mend(Mending.SET_ASIDE, words)}


def _misnamed(kept: Kept, found: Verified) -> Iterator[Trouble]:
    """Yield files of evidence that are not what their names say, where no event told of them already."""
    told = {check.problem.file for check in found.checks if check.problem}
    for name, digest in (kept.evidence or {}).items():
        place = f"{kept.label}/bukti/{name}"
        if name.partition(".")[0] != digest and place not in told and EVIDENCE.fullmatch(name):
            yield Trouble(place, "isinya bukan yang disimpan dengan nama ini. Ambil dari cadangan.", True)


def _clock(kept: Kept, found: Verified) -> Iterator[Trouble]:
    for before, event in zip(found.events, found.events[1:], strict=False):
        if event.recorded < before.recorded:
            words = (
                f"kejadian nomor {event.number} tercatat pada jam yang lebih awal daripada nomor "
                f"{before.number}: jam komputer pernah mundur. Urutannya tetap menurut nomor."
            )
            yield Trouble(f"{kept.label}/{LEDGER}", words, False)
            return
