"""A PDF that this program made → the draft it carries, put into a workspace.

The bytes of a file come in, whoever sent it; an agreement goes out, with what an operator has to know of it.
Nothing that is in the workspace is replaced.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

import msgspec

from kampanye_tui.agreement.account_words import changes_told
from kampanye_tui.agreement.carried import CONTACT, LOGO, WORDS, carried
from kampanye_tui.agreement.fingerprint import short_code, text_digest
from kampanye_tui.agreement.pack_news import pack_news
from kampanye_tui.agreement.words import enumerated
from kampanye_tui.attached_sources import read_record
from kampanye_tui.document.facts_told import state_told
from kampanye_tui.formats.pdf.attachments import LARGEST_PDF, attachment_names, attachments
from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.messages import Words
from kampanye_tui.model.office import Office
from kampanye_tui.model.pack import PackUse
from kampanye_tui.model.print_record import RECORD, TEXT, PrintRecord
from kampanye_tui.model.problem import Declined, Problem, Refused, refuse
from kampanye_tui.model.reading import read
from kampanye_tui.store.plain_file import plain_bytes
from kampanye_tui.store.workspace import ARCHIVE, FOLDER, agreement_ids, create, load

_SHOWN = 5
"""Differences that a refusal names."""


class Carried(NamedTuple):
    """What a PDF carries: the text, and the record as bytes and as a value, None for one that is none."""

    text: bytes
    told: bytes
    record: PrintRecord | None

    @property
    def edited(self) -> bool:
        """Whether the text is another one than the record names."""
        return self.record is not None and self.record.text_sha256 != hashlib.sha256(self.text).hexdigest()


class Reopened(NamedTuple):
    """The draft, whether it was there already, and what has to be known of it."""

    agreement: Agreement
    new: bool
    remarks: tuple[str, ...]


def pdf_of(path: Path) -> bytes:
    """Return the bytes of a PDF that somebody names; raises what :func:`plain_bytes` does."""

    def too_large(size: int) -> Words:
        most = LARGEST_PDF // 1_000_000
        return f"berkas ini {size // 1_000_000} MB", f"Paling besar {most} MB; pakai PDF dari program ini"

    return plain_bytes(path, path.name, LARGEST_PDF, too_large)


def carried_by(data: bytes) -> Carried:
    """Return what a PDF carries; raises :class:`Refused` for one without its text."""
    found = attachments(data, (TEXT, RECORD))
    if TEXT not in found:
        others = attachment_names(data)
        held = f"; lampirannya: {', '.join(others)}" if others else " atau lampiran lain"
        raise refuse(
            f"PDF ini tidak memuat {TEXT}{held}",
            "Hanya PDF dari program ini yang memuatnya; yang ringkas atau disimpan ulang tidak",
        )
    told = found.get(RECORD, b"")
    try:
        return Carried(found[TEXT], told, read_record(told))
    except Refused:
        return Carried(found[TEXT], told, None)


def reopened(workspace: Path, office: Office, files: Carried, packs: Iterable[PackUse]) -> Reopened:
    """Put the text that a PDF carries into a workspace, as a draft; one that is there the same stays.

    ``office`` is that of the configuration, whose logo and contact are taken where they did not travel;
    ``packs`` are those in use. Raises :class:`Refused` for a text at fault, :class:`Declined` where another
    text has its id.
    """
    text = read(Agreement, files.text, TEXT)
    remarks = [*_remarks(text, files), *(one.words for one in pack_news(text, packs))]
    for shelf in (FOLDER, ARCHIVE):
        if text.id in agreement_ids(workspace, shelf):
            _refuse_other(load(workspace, text.id, shelf).agreement, text, shelf)
            return Reopened(text, False, tuple(remarks))
    draft, told = _completed(text, office, files.record)
    create(workspace, draft)
    return Reopened(draft, True, (*remarks, *told))


def _remarks(text: Agreement, files: Carried) -> list[str]:
    record = files.record
    if record is None:
        return [f"{RECORD} dalam PDF ini tidak ada atau tidak dapat dibaca; naskahnya tetap dapat dibuka."]
    remarks = []
    if files.edited:
        remarks.append(f"Perhatian: {TEXT} dalam PDF ini diubah sesudah PDF itu dibuat.")
    if state_told(text, record.told).phase.settled:
        code = short_code(text_digest(text))
        final = f"naskah final r{record.told.revision:02d} dengan kode {code}"
        remarks.append(f"PDF ini memuat {final}; di ruang kerja ini ia kembali sebagai konsep.")
    return remarks


def _refuse_other(there: Agreement, text: Agreement, shelf: str) -> None:
    """Raise :class:`Declined` unless both say the same, what never travels apart."""
    ours, theirs = (carried(one, contact=False)[0] for one in (there, text))
    if ours == theirs:
        return
    differing = changes_told(ours, theirs)
    more = f"; dan {len(differing) - _SHOWN} perbedaan lain" if len(differing) > _SHOWN else ""
    same = "Kata-kata yang disepakati sama, tetapi ada yang lain. " if _same_words(ours, theirs) else ""
    raise Declined(
        [
            Problem(
                what=f'naskah "{text.id}" sudah ada dengan isi lain, jadi tidak ditimpa',
                hint=f"{same}Bedanya: {'; '.join(differing[:_SHOWN])}{more}. "
                f"Tulis naskah dari PDF itu ke berkas lain dengan --ke {TEXT}",
                file=f"{shelf}/{text.id}/{TEXT}",
            )
        ]
    )


def _same_words(one: Agreement, other: Agreement) -> bool:
    return text_digest(one) == text_digest(other)


def _completed(text: Agreement, office: Office, record: PrintRecord | None) -> tuple[Agreement, list[str]]:
    """Return the draft with what the office's own configuration knows, and what is told of it."""
    absent = record.left_out if record else ()
    own = {LOGO: ("logo", office.logo), CONTACT: ("contact", office.contact)}
    filled = {
        name: (field, said)
        for name, (field, said) in own.items()
        if name in absent and said and office.region == text.office.region
    }
    draft = msgspec.structs.replace(
        text, office=msgspec.structs.replace(text.office, **dict(filled.values()))
    )
    told = []
    if filled:
        told.append(f"Diambil dari konfigurasi kantor: {enumerated([WORDS[name] for name in filled])}.")
    missing = [WORDS.get(name, name) for name in absent if name not in filled]
    if missing:
        told.append(f"Tidak ikut dalam PDF: {enumerated(missing)}; isi lagi bila diperlukan.")
    return draft, told
