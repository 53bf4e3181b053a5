"""What proves an agreement to outsiders: a short answer, text, ledger, hashes, and the means to verify them.

What is kept of an agreement comes in, files in memory go out, named as in the folder that comes of unpacking
them. Nothing personal is in them, and nothing of it depends on a clock: who asks twice gets the same bytes.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from kampanye_tui.agreement.chain import FILE as LEDGER
from kampanye_tui.agreement.evidencing import given_to
from kampanye_tui.agreement.fingerprint import short_code
from kampanye_tui.agreement.publishing import public_agreement, public_events, public_ledger
from kampanye_tui.agreement.state import state
from kampanye_tui.agreement.verification import TEXT, Verified
from kampanye_tui.export import Job, Maker
from kampanye_tui.model.party import Party
from kampanye_tui.model.problem import Declined, refuse
from kampanye_tui.model.writing import write
from kampanye_tui.plugin.library import Library
from kampanye_tui.store import bundle_verifier
from kampanye_tui.store.evidence import FOLDER as EVIDENCE
from kampanye_tui.store.evidence import evidence_bytes
from kampanye_tui.store.revisions import FOLDER as REVISIONS

ANSWER = "1-jawaban-ringkas.pdf"
"""Its name puts it before all others."""
READABLE, READ_ME, VERIFIER, LISTING = "naskah.pdf", "BACA-SAYA.txt", "verifikasi.py", "DAFTAR-SHA256.txt"


class ProofBundle(NamedTuple):
    """The files by name, and the numbers of the lines of the ledger in which something was closed."""

    files: tuple[tuple[str, bytes], ...]
    closed: tuple[int, ...]


def refuse_unproven(found: Verified) -> None:
    """Raise :class:`Refused` for a text that is not final, :class:`Declined` for what does not hold."""
    if found.first_break:
        raise Declined([found.first_break])
    if not found.texts:
        raise refuse(
            "naskah ini belum final, jadi belum ada yang dapat dibuktikan", "Finalkan dahulu naskahnya"
        )


def proof_bundle(
    found: Verified, ledger: bytes, maker: Maker, holder: Party | None = None, scans: Path | None = None
) -> ProofBundle:
    """Return the bundle of a verified agreement.

    ``maker`` is that of its last final text. With ``holder`` the answer tells of that pihak; ``scans`` is the
    folder of the agreement where the files of evidence that concern it go along. Raises what
    :func:`refuse_unproven` does, and :class:`Refused` for personal data in what was agreed and for a file of
    evidence that is not whole.
    """
    refuse_unproven(found)
    texts = {revision: public_agreement(text) for revision, text in found.texts.items()}
    last = texts[max(texts)]
    lines = public_ledger(ledger)
    stands = state(last, public_events(found.events), found.heads[-1])
    maker = maker._replace(agreement=last, state=stands)
    files = {
        **_papers(maker, holder, lines.closed),
        TEXT: write(last),
        **{f"{REVISIONS}/r{revision:02d}.toml": write(text) for revision, text in texts.items()},
        LEDGER: lines.data,
        VERIFIER: Path(bundle_verifier.__file__).read_bytes(),
    }
    if scans is not None:
        for one in given_to(found.events, holder.id if holder else ""):
            name, data = evidence_bytes(scans, one.sha256)
            files[f"{EVIDENCE}/{name}"] = data
    files[LISTING] = _listing(files, short_code(found.heads[-1]))
    return ProofBundle(tuple(files.items()), lines.closed)


def _papers(maker: Maker, holder: Party | None, closed: Iterable[int]) -> Mapping[str, bytes]:
    """Return what people read, as files; ``closed`` are the lines of the ledger that nobody can check."""
    library = maker.library
    wanted = {
        ANSWER: _job(library, "jawaban-ringkas", "pdf", holder),
        READABLE: _job(library, "naskah", "pdf"),
        READ_ME: _job(library, "baca-saya-bukti", "teks"),
    }
    made = {name: maker.make(job).data for name, job in wanted.items()}
    lines = ", ".join(map(str, closed)) or "tidak ada"
    told = f"{made[READ_ME].decode()}\nBaris {LEDGER} yang sebagian ditutup: {lines}\n"
    made[READ_ME] = _for_notepad(told)
    return made


def _job(library: Library, template: str, made: str, holder: Party | None = None) -> Job:
    return Job(library.template(f"nasional/{template}"), None, library.format(made), template, holder)


def _listing(files: Mapping[str, bytes], code: str) -> bytes:
    """Return the list of hashes, what to type for each on bare Windows, and the hash of all that last."""
    hashes = {name: hashlib.sha256(data).hexdigest() for name, data in files.items()}
    text = "\n".join(
        (
            "# Daftar SHA-256 semua berkas di folder ini. Cara memakainya ada dalam BACA-SAYA.txt.",
            f"# Kode catatan: {code}",
            *(f"{digest}  {name}" for name, digest in hashes.items()),
            "",
            "# Windows: salin perintah ke Command Prompt; yang muncul harus sama dengan baris di bawahnya.",
            *_typed(hashes.items()),
            "# Baris terakhir ini adalah SHA-256 dari semua baris di atasnya.",
            "",
        )
    )
    above = _for_notepad(text)
    return above + b"# %s\r\n" % hashlib.sha256(above).hexdigest().encode()


def _typed(hashes: Iterable[tuple[str, str]]) -> Iterable[str]:
    for name, digest in hashes:
        yield f'certutil -hashfile "{name.replace("/", chr(92))}" SHA256'
        yield f"#   {digest}"


def _for_notepad(text: str) -> bytes:
    """Return text as old programs on Windows read it."""
    return text.replace("\n", "\r\n").encode()
