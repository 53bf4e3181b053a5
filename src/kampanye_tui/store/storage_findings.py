"""What is seen of a workspace → what is wrong with it, and what would mend it; pure.

Only what can be mended without losing anything has a mend: what is replaced is set aside, and a text that is
put back is one that the program kept itself. All else is told with what to do.
"""

from __future__ import annotations

import re
import stat
from collections.abc import Iterable, Iterator, Mapping

from kampanye_tui.agreement.chain import FILE as LEDGER
from kampanye_tui.agreement.number_register import read_register
from kampanye_tui.agreement.verification import TEXT, register_check
from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.number_entry import Issued, TypedIn
from kampanye_tui.model.problem import Problem, Refused
from kampanye_tui.model.reading import read
from kampanye_tui.store.atomic import TEMPORARY
from kampanye_tui.store.index import INDEX
from kampanye_tui.store.outputs import WAITING
from kampanye_tui.store.storage_contents import EVIDENCE, content_troubles
from kampanye_tui.store.storage_scan import Seen, SeenAgreement, SeenWorkspace
from kampanye_tui.store.storage_troubles import Mend, Mending, Trouble, problem_words, torn

_SETTLED = 600.0
"""Seconds after which a file that is not finished is nobody's work any more."""
_KNOWN = re.compile(
    rf"{re.escape(TEXT)}|{re.escape(LEDGER)}|\.kunci|\.sewa"
    r"|\.riwayat/(?:[0-9]{4,}(?:\.batal)?\.toml|bentrok-[0-9]{2,}\.(?:semula|saya)\.toml|oleh\.jsonl)"
    rf"|register/[0-9]{{4}}\.jsonl|revisi/r[0-9]{{2,4}}\.toml|bukti/{EVIDENCE.pattern}"
)
_FOLDERS = ("keluaran", ".riwayat", "revisi", "bukti", "register")
_BESIDE = re.compile(r"naskah\.bentrok-[0-9]+\.toml|[a-z0-9]+\.(?:robek|hilang)-[0-9]+\.jsonl")
_REGISTER = re.compile(r"[0-9]{4}\.jsonl")
_SHARED = ("naskah", "arsip", "cabang", "register", INDEX)


def agreement_troubles(seen: SeenAgreement) -> tuple[Trouble, ...]:
    """Return what is to be told of an agreement; nothing is mended while it is open somewhere, or lent."""
    unread = [*_unread(seen.unread)]
    told = {one.place for one in unread}
    found = [*_permissions(seen.files), *unread, *(one for one in _strangers(seen) if one.place not in told)]
    if seen.kept is not None:
        found += content_troubles(seen, seen.kept)
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
            found.append(torn(place))
        check = register_check(whole, year, place)
        if check.problem is not None:
            found.append(Trouble(place, problem_words(check.problem), True))
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


def _unread(problems: Iterable[Problem]) -> Iterator[Trouble]:
    """Yield what could not be looked into: whether it is whole, nobody can say."""
    for problem in problems:
        yield Trouble(problem.file, problem_words(problem), True)
