"""Whether what is kept of an agreement still is what was recorded: its ledger, its final and present texts.

The bytes of the files come in, checks in words go out, the first place that breaks among them. Nothing is
mended, and nothing here reads files. A ledger that was cut at its end or written anew as a whole verifies by
itself; only the codes that others hold show it (``slips.py``).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum
from typing import NamedTuple, TypeAlias

from kampanye_tui.agreement.account_words import changes_told
from kampanye_tui.agreement.chain import FILE, beginning, is_closed, read_book
from kampanye_tui.agreement.facts import of_kind
from kampanye_tui.agreement.fingerprint import occasion_digest, short_code, text_digest
from kampanye_tui.agreement.lending import last_loan, why_read_only
from kampanye_tui.agreement.number_register import read_register
from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.event import AnyEvent, Evidence, Finalised
from kampanye_tui.model.problem import Problem, Refused
from kampanye_tui.model.reading import read

TEXT = "naskah.toml"
Reading: TypeAlias = Callable[[bytes, str], Agreement]
"""How the bytes of a text are read; raises :class:`Refused` naming the file as it is called."""
_HASH = slice(-66, -2)
"""Where the hash of a line stands in a line that holds."""
_TOLD = 3
"""So many differences are told."""


class Kept(NamedTuple):
    """What is kept of an agreement, as bytes. ``label`` is how problems name its folder.

    ``text`` and ``ledger`` are None where there is no such file; ``evidence`` are the files in its folder
    ``bukti/``, each with the SHA-256 of what is in it, or None where nobody looked at them. ``for_outsiders``
    is what came as a proof bundle.
    """

    name: str
    label: str
    text: bytes | None
    ledger: bytes | None
    revisions: Mapping[int, bytes]
    evidence: Mapping[str, str] | None = {}
    for_outsiders: bool = False


class Verdict(StrEnum):
    """What came of a check."""

    HOLDS = "cocok"
    NOTE = "perhatikan"
    """Nothing was broken, and yet a reader has to know it."""
    BREAKS = "tidak cocok"


class Check(NamedTuple):
    """One check: what was looked at, what came of it, and why. ``problem`` names the place that breaks."""

    subject: str
    verdict: Verdict
    words: str
    problem: Problem | None = None


class Verified(NamedTuple):
    """An agreement as it was found.

    ``events`` are those of the lines that hold, ``heads`` the hash of the ledger after each of them;
    ``texts`` are the final texts that hold, by revision. ``text`` is None where it cannot be read.
    """

    id: str
    checks: tuple[Check, ...]
    events: tuple[AnyEvent, ...]
    heads: tuple[str, ...]
    text: Agreement | None
    texts: Mapping[int, Agreement]

    @property
    def first_break(self) -> Problem | None:
        """The first place that breaks; None where all holds."""
        return first_break(self.checks)


def first_break(checks: tuple[Check, ...]) -> Problem | None:
    """Return the first place that breaks; None where all holds."""
    return next((check.problem for check in checks if check.problem), None)


def read_text(data: bytes, label: str) -> Agreement:
    """Return the agreement of a file; raises :class:`Refused`."""
    return read(Agreement, data, label)


def verified(kept: Kept, reading: Reading = read_text) -> Verified:
    """Return what came of every check of an agreement, in the order in which they stand on each other."""
    text, unreadable = _text(kept, reading)
    owner = _owner(kept, text)
    events, heads, ledger = _ledger(kept, owner)
    finals = tuple(event for event in events if isinstance(event, Finalised))
    checks = [ledger]
    texts: dict[int, Agreement] = {}
    for event in finals:
        found, check = _revision(kept, owner, event, text, reading)
        checks.append(check)
        if found is not None:
            texts[event.revision] = found
    checks += _unnamed(kept, finals)
    if unreadable is not None:
        checks.append(_breaks(TEXT, unreadable))
    elif text is not None:
        checks.append(_present(kept, owner, text, finals, texts))
    if words := why_read_only(last_loan(events)):
        checks.append(Check("hak menulis", Verdict.NOTE, f"{words[0]}."))
    if kept.evidence is not None:
        checks += _evidence(kept.evidence, kept.label, events)
    return Verified(owner, tuple(checks), events, heads, text, texts)


def unread(name: str, problem: Problem) -> Verified:
    """Return an agreement of which a file cannot be read: nothing of it is proven."""
    return Verified(name, (_breaks("berkas yang disimpan", problem),), (), (), None, {})


def register_check(data: bytes, year: int, label: str) -> Check:
    """Return whether the register of a year's numbers holds."""
    try:
        register = read_register(data, year, label)
    except Refused as refused:
        return register_unread(year, refused.problems[0])
    return Check(
        _register_of(year),
        Verdict.HOLDS,
        f"{len(register.events)} catatan, bersambung satu dengan yang lain.",
    )


def register_unread(year: int, problem: Problem) -> Check:
    """Return the check of a register that cannot be read."""
    return _breaks(_register_of(year), problem)


def _register_of(year: int) -> str:
    return f"register nomor {year}"


def _breaks(subject: str, problem: Problem) -> Check:
    return Check(subject, Verdict.BREAKS, str(problem), problem)


def _text(kept: Kept, reading: Reading) -> tuple[Agreement | None, Problem | None]:
    """Return the present text, or why it cannot be read."""
    place = f"{kept.label}/{TEXT}"
    if kept.text is None:
        return None, Problem(what="berkas naskah tidak ada", hint="Ambil dari cadangan", file=place)
    try:
        return reading(kept.text, place), None
    except Refused as refused:
        return None, refused.problems[0]


def _owner(kept: Kept, text: Agreement | None) -> str:
    """Return the id that the ledger was begun for: that of the folder, unless the folder was renamed."""
    begun = f'"sebelum":"{beginning(kept.name)}"'.encode()
    if text is None or begun in (kept.ledger or b"").partition(b"\n")[0]:
        return kept.name
    return text.id


def _ledger(kept: Kept, owner: str) -> tuple[tuple[AnyEvent, ...], tuple[str, ...], Check]:
    """Return the events of the lines that hold, the hash after each, and what came of the check."""
    subject, place = "catatan kejadian", f"{kept.label}/{FILE}"
    data = kept.ledger or b""
    try:
        book = read_book(data, owner, place, for_outsiders=kept.for_outsiders)
    except Refused as refused:
        (problem,) = refused.problems
        data = b"".join(line + b"\n" for line in data.split(b"\n")[: problem.line - 1])
        book = read_book(data, owner, place, for_outsiders=kept.for_outsiders)
        check = _breaks(subject, problem)
    else:
        count = len(book.events)
        words = (
            f"{count} kejadian, bersambung satu dengan yang lain."
            if count
            else "belum ada kejadian yang dicatat."
        )
        closed = [str(number) for number, line in enumerate(data.split(b"\n"), 1) if is_closed(line)]
        if closed:
            words += f" Baris {', '.join(closed)} sebagian ditutup, jadi isinya tidak dapat diperiksa."
        check = Check(subject, Verdict.HOLDS if count and not closed else Verdict.NOTE, words)
    heads = tuple(line[_HASH].decode() for line in data.split(b"\n")[:-1])
    return book.events, heads, check


def _revision(
    kept: Kept, owner: str, event: Finalised, present: Agreement | None, reading: Reading
) -> tuple[Agreement | None, Check]:
    """Return the final text that an event names, if it is still that text, and what came of the check."""
    name = f"r{event.revision:02d}"
    subject, place = f"naskah final {name}", f"{kept.label}/revisi/{name}.toml"

    def broken(what: str, hint: str = "Ambil berkas ini dari cadangan") -> tuple[None, Check]:
        return None, _breaks(subject, Problem(what=what, hint=hint, file=place))

    data = kept.revisions.get(event.revision)
    if data is None:
        return broken(f"naskah yang dinyatakan final oleh kejadian nomor {event.number} tidak ada")
    try:
        text = reading(data, place)
    except Refused as refused:
        return None, _breaks(subject, refused.problems[0])
    if (text.id, text.revision) != (owner, event.revision):
        return broken(f'berkas ini memuat naskah "{text.id}" revisi {text.revision}')
    if text_digest(text) != event.text_digest:
        told = _differences(present, text) if present and text_digest(present) == event.text_digest else ""
        what = f"isinya bukan naskah yang dinyatakan final oleh kejadian nomor {event.number}{told}"
        return broken(what)
    if occasion_digest(text) != event.occasion_digest:
        what = f"orang, hari, atau tempatnya bukan yang dicatat kejadian nomor {event.number}"
        return broken(what)
    words = f"sama dengan kejadian nomor {event.number}, kode naskah {short_code(event.text_digest)}."
    return text, Check(subject, Verdict.HOLDS, words)


def _unnamed(kept: Kept, finals: tuple[Finalised, ...]) -> Iterator[Check]:
    """Yield a break for each final text that the ledger does not know."""
    named = {event.revision for event in finals}
    for revision in sorted(set(kept.revisions) - named):
        name = f"r{revision:02d}"
        problem = Problem(
            what="naskah ini tidak dinyatakan final oleh satu kejadian pun yang utuh",
            hint="Buku terpotong, atau finalisasi terhenti di tengah: periksa kode catatan pada tanda terima",
            file=f"{kept.label}/revisi/{name}.toml",
        )
        yield _breaks(f"naskah final {name}", problem)


def _evidence(files: Mapping[str, str], label: str, events: tuple[AnyEvent, ...]) -> Iterator[Check]:
    """Yield what came of each file of evidence; one that was corrected may be gone, but not be another."""
    named = {event.sha256: event for event in events if isinstance(event, Evidence)}
    counted = {event.sha256 for event in of_kind(events, Evidence)}
    by_name = {name.partition(".")[0]: (name, digest) for name, digest in files.items()}
    for sha256, event in named.items():
        name, digest = by_name.get(sha256, (sha256, ""))
        subject = f"bukti {event.name}"
        if digest == sha256:
            yield Check(subject, Verdict.HOLDS, f"sama dengan yang disimpan, kejadian nomor {event.number}.")
            continue
        if not digest and sha256 not in counted:
            words = f"berkasnya tidak ada; kejadian nomor {event.number} sudah dikoreksi."
            yield Check(subject, Verdict.NOTE, words)
            continue
        what = (
            f"isinya bukan yang disimpan oleh kejadian nomor {event.number}"
            if digest
            else "berkas ini hilang"
        )
        place = f"{label}/bukti/{name}"
        yield _breaks(subject, Problem(what=what, hint="Ambil dari cadangan", file=place))
    for name in sorted(set(files) - {by_name[one][0] for one in named if one in by_name}):
        words = "tidak disebut oleh satu kejadian pun."
        yield Check(f"bukti/{name}", Verdict.NOTE, words)


def _present(
    kept: Kept,
    owner: str,
    text: Agreement,
    finals: tuple[Finalised, ...],
    texts: Mapping[int, Agreement],
) -> Check:
    """Return how the present text stands to the one that was made final last."""
    place = f"{kept.label}/{TEXT}"
    if text.id != owner:
        what = f'id "{text.id}" bukan id yang dipakai catatan kejadian, yaitu "{owner}"'
        return _breaks(TEXT, Problem(what=what, file=place))
    if not finals:
        return Check(TEXT, Verdict.NOTE, "konsep; belum ada naskah yang dinyatakan final.")
    final = finals[-1]
    name = f"r{final.revision:02d}"
    if texts.get(final.revision) is text:
        # One file, read once: what was found of the final text holds for this one.
        return Check(TEXT, Verdict.HOLDS, f"sama dengan naskah final {name}.")
    if text_digest(text) == final.text_digest:
        if occasion_digest(text) == final.occasion_digest:
            return Check(TEXT, Verdict.HOLDS, f"sama dengan naskah final {name}.")
        words = f"isi sama dengan naskah final {name}; orang, hari, atau tempat diubah sesudahnya."
        return Check(TEXT, Verdict.NOTE, words)
    if text.revision > final.revision:
        words = f"konsep revisi {text.revision}, bukan naskah final; yang berlaku revisi/{name}.toml."
        return Check(TEXT, Verdict.NOTE, words)
    told = _differences(texts.get(final.revision), text)
    problem = Problem(
        what=f"isinya tidak sama dengan naskah final {name}{told}",
        hint=f"Yang berlaku adalah revisi/{name}.toml",
        file=place,
    )
    return _breaks(TEXT, problem)


def _differences(right: Agreement | None, found: Agreement) -> str:
    """Return where a text differs from the one that holds; nothing where that one is not known."""
    lines = changes_told(right, found) if right else ()
    more = "; …" if len(lines) > _TOLD else ""
    return f": {'; '.join(lines[:_TOLD])}{more}" if lines else ""
