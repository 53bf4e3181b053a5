"""What is seen of a workspace → what is wrong with it, and what would mend it; pure.

Only what can be mended without losing anything has a mend: what is replaced is set aside, and a text that is
put back is one that the program kept itself. All else is told with what to do.
"""

from __future__ import annotations

import re
import stat
from collections.abc import Iterable, Iterator, Mapping
from enum import Enum
from typing import NamedTuple

import msgspec

from kampanye_tui.agreement.chain import FILE as LEDGER
from kampanye_tui.agreement.chain import read_book
from kampanye_tui.agreement.facts import last_final
from kampanye_tui.agreement.number_register import read_register
from kampanye_tui.agreement.verification import TEXT, Kept, Verdict, Verified, register_check, verified
from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.number_entry import Issued, TypedIn
from kampanye_tui.model.problem import Problem, Refused
from kampanye_tui.model.reading import read
from kampanye_tui.store.atomic import TEMPORARY
from kampanye_tui.store.index import INDEX
from kampanye_tui.store.outputs import WAITING
from kampanye_tui.store.storage_scan import Seen, SeenAgreement, SeenWorkspace

_SETTLED = 600.0
"""Seconds after which a file that is not finished is nobody's work any more."""
_KNOWN = re.compile(
    rf"{re.escape(TEXT)}|{re.escape(LEDGER)}|\.kunci|\.sewa"
    r"|\.riwayat/(?:[0-9]{4,}(?:\.batal)?\.toml|bentrok-[0-9]{2,}\.(?:semula|saya)\.toml|oleh\.jsonl)"
    r"|register/[0-9]{4}\.jsonl|revisi/r[0-9]{2,4}\.toml|bukti/[0-9a-f]{64}\.[a-z0-9]+"
)
_FOLDERS = ("keluaran", ".riwayat", "revisi", "bukti", "register")
_BESIDE = re.compile(r"naskah\.bentrok-[0-9]+\.toml|[a-z0-9]+\.(?:robek|hilang)-[0-9]+\.jsonl")
_REGISTER = re.compile(r"[0-9]{4}\.jsonl")
_SHARED = ("naskah", "arsip", "cabang", "register", INDEX)


class Mending(Enum):
    """How something is mended; the value says it as it will be done."""

    SET_ASIDE = "disisihkan"
    PUT_BACK = "dikembalikan"
    CUT = "baris yang tidak selesai disisihkan"
    PERMIT = "izinnya dibetulkan"


class Mend(NamedTuple):
    """What would be done; ``source`` is the kept text that is put back, ``mode`` the permissions."""

    how: Mending
    words: str
    source: bytes = b""
    mode: int = 0


class Trouble(NamedTuple):
    """Something to be told: the file or folder from the workspace on, whether anything is broken, a mend."""

    place: str
    words: str
    broken: bool
    mend: Mend | None = None


def agreement_troubles(seen: SeenAgreement) -> tuple[Trouble, ...]:
    """Return what is to be told of an agreement; nothing is mended while it is open somewhere, or lent."""
    unread = [*_unread(seen.unread)]
    told = {one.place for one in unread}
    found = [*_permissions(seen.files), *unread, *(one for one in _strangers(seen) if one.place not in told)]
    if seen.kept is not None:
        found += _contents(seen, seen.kept)
    if seen.lent:
        found = [one._replace(mend=None) for one in found]
    if seen.lent and not seen.fork:
        found.append(Trouble(seen.label, f"{seen.lent}; diperiksa, tetapi tidak diperbaiki.", False))
    if seen.editor:
        found = [one._replace(mend=None) for one in found]
        found.append(Trouble(seen.label, f"sedang {seen.editor}; diperiksa, tetapi tidak diperbaiki.", False))
    if seen.deserter:
        words = f"{seen.deserter}; programnya terhenti sebelum naskah ditutup. Tidak perlu diperbaiki."
        found.append(Trouble(f"{seen.label}/.sewa", words, False))
    if seen.fork:
        found.append(Trouble(seen.label, seen.fork, False))
    if seen.typed:
        found.append(Trouble(seen.label, seen.typed, False))
    return tuple(found)


def workspace_troubles(seen: SeenWorkspace) -> tuple[Trouble, ...]:
    """Return what is to be told of a workspace besides its agreements."""
    known = [one for one in seen.files if one.name in (".", *_SHARED) or one.name.startswith("register/")]
    found = [*_permissions(known)]
    for one in seen.files:
        name = one.name.removeprefix("register/")
        if _passing(name):
            found.append(_unfinished(one))
        elif one.name != name and not _REGISTER.fullmatch(name):
            found.append(_beside(one) if _BESIDE.fullmatch(name) else _stranger(one))
    told = {one.place for one in found}
    found += (one for one in _unread(seen.unread) if one.place not in told)
    for year, data, place in seen.registers:
        whole = data[: data.rfind(b"\n") + 1]
        if whole != data:
            found.append(_torn(place))
        check = register_check(whole, year, place)
        if check.problem is not None:
            found.append(Trouble(place, _words(check.problem), True))
    if seen.read_only:
        words = "hanya dapat dibaca; yang perlu diperbaiki, perbaikilah pada salinannya di diska komputer."
        found.append(Trouble(".", words, False))
    if not seen.index_holds:
        mend = Mend(Mending.SET_ASIDE, "disisihkan; daftar dibuat ulang saat program dibuka")
        found.append(Trouble(INDEX, "daftar naskah yang tersimpan tidak dapat dibaca.", False, mend))
    return tuple(found)


def numbers_of(seen: SeenAgreement) -> tuple[str, ...]:
    """Return the numbers that an agreement's papers bear, as they print."""
    # A number of a fork may be void by now: that is what the fork is told for.
    text = seen.kept.text if seen.kept and not seen.fork else None
    if text is None or b"[nomor]" not in text:
        return ()
    try:
        return tuple(read(Agreement, text, seen.label).numbers.values())
    except Refused:
        return ()


def number_troubles(seen: SeenWorkspace, numbers: Mapping[str, tuple[str, ...]]) -> Iterator[Trouble]:
    """Yield the numbers, by the folders of their agreements, that no register knows; all registers must hold.

    A register that was lost would give them again.
    """
    if seen.unread:
        return
    known: set[str] = set()
    for year, data, place in seen.registers:
        try:
            entries = read_register(data, year, place).events
        except Refused:
            return
        known |= {one.text for one in entries if isinstance(one, Issued | TypedIn)}
    for place, texts in numbers.items():
        for text in texts:
            if text not in known:
                words = f"nomor {text} tidak ada dalam register, jadi dapat terambil lagi untuk dokumen lain."
                yield Trouble(f"{place}/{TEXT}", words, False)


def _permissions(files: tuple[Seen, ...] | list[Seen]) -> Iterator[Trouble]:
    for one in files:
        if not (one.is_file or one.is_folder):
            continue
        wanted = stat.S_IMODE(one.mode) & ~stat.S_IWOTH
        if not (one.readable and one.writable):
            wanted |= 0o700 if one.is_folder else 0o600
            words = "tidak boleh dibaca atau ditulisi oleh pengguna ini."
        elif one.mode & stat.S_IWOTH:
            words = "dapat ditulisi oleh semua pengguna komputer ini."
        else:
            continue
        # As rwx, as people know it from ls.
        mend = Mend(
            Mending.PERMIT, f"izinnya menjadi {stat.filemode(one.mode & ~0o777 | wanted)}", mode=wanted
        )
        whose = "" if one.ours else " Milik pengguna lain: minta administrator membetulkannya."
        broken = not (one.readable and one.writable)
        yield Trouble(one.name, words + whose, broken, mend if one.ours else None)


def _strangers(seen: SeenAgreement) -> Iterator[Trouble]:
    for one in seen.files:
        name = one.name.removeprefix(seen.label).removeprefix("/")
        if not name:
            continue
        if _passing(name.rpartition("/")[2]):
            yield _unfinished(one)
        elif _BESIDE.fullmatch(name):
            yield _beside(one)
        elif not (name in _FOLDERS if one.is_folder else one.is_file and _KNOWN.fullmatch(name)):
            yield _stranger(one)


def _passing(name: str) -> bool:
    return name.startswith(".") and name.endswith((TEMPORARY, WAITING))


def _unfinished(one: Seen) -> Trouble:
    words = "berkas sementara yang tidak selesai ditulis"
    if one.age < _SETTLED:
        return Trouble(one.name, f"{words}; mungkin sedang ditulis sekarang.", False)
    return Trouble(one.name, f"{words}.", False, Mend(Mending.SET_ASIDE, "disisihkan"))


def _beside(one: Seen) -> Trouble:
    words = (
        "disimpan program ini ketika ada gangguan. Bandingkan isinya, lalu pindahkan bila tidak diperlukan."
    )
    return Trouble(one.name, words, False)


def _stranger(one: Seen) -> Trouble:
    return Trouble(one.name, "tidak dikenal program ini; dibiarkan.", False)


def _words(problem: Problem) -> str:
    # Without the line itself, which would be lines of its own here.
    return str(msgspec.structs.replace(problem, excerpt=""))


def _unread(problems: Iterable[Problem]) -> Iterator[Trouble]:
    """Yield what could not be looked into: whether it is whole, nobody can say."""
    for problem in problems:
        yield Trouble(problem.file, _words(problem), True)


def _torn(place: str) -> Trouble:
    mend = Mend(Mending.CUT, "baris itu disisihkan ke berkas di sebelahnya; baris sebelumnya tetap")
    return Trouble(place, "baris terakhir tidak selesai ditulis.", True, mend)


def _contents(seen: SeenAgreement, kept: Kept) -> Iterator[Trouble]:
    """Yield what does not hold of text, ledger, final texts, evidence and history."""
    ledger = kept.ledger or b""
    whole = ledger[: ledger.rfind(b"\n") + 1]
    if whole != ledger:
        yield _torn(f"{kept.label}/{LEDGER}")
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
            yield Trouble(place, _words(check.problem), True, mend)
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
        if name.partition(".")[0] != digest and place not in told and _KNOWN.fullmatch(f"bukti/{name}"):
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
