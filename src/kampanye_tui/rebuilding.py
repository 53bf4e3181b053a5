"""A PDF that this program made → the same PDF again, from what it carries; and what differs.

The bytes of a file come in, whoever sent it, with the packs and the typeface that are here. A file that can
be made again is what this program makes of its own attachments: that the office gave it out, only the
office's ledger tells.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from enum import StrEnum
from io import BytesIO
from typing import NamedTuple

import msgspec

from kampanye_tui import __version__
from kampanye_tui.agreement.fingerprint import short_code, text_digest
from kampanye_tui.attached_sources import as_attached, begun, ended, template_use
from kampanye_tui.document.build import build
from kampanye_tui.document.facts_told import state_told
from kampanye_tui.document.template_names import names_of
from kampanye_tui.formats.pdf.same_content import Difference, differences
from kampanye_tui.formats.pdf.setting import ZLIB, faces_of, versions
from kampanye_tui.model.agreement import Agreement, CopyPlan
from kampanye_tui.model.document import Picture
from kampanye_tui.model.export_format import ExportOptions, FontFiles
from kampanye_tui.model.print_record import RECORD, TEXT, PrintRecord, TemplateUse
from kampanye_tui.model.problem import Refused, refuse
from kampanye_tui.model.reading import read
from kampanye_tui.model.template import Template
from kampanye_tui.plugin.library import Library
from kampanye_tui.reopening import Carried, carried_by

_CHANGED = "Lampirannya diubah sesudah PDF ini dibuat; mintalah berkas yang asli"
_SHORT = 12
"""Digits of a hash that are told."""


class Verdict(StrEnum):
    """What came of making a file again."""

    SAME = "sama"
    SAME_CONTENT = "isi-sama"
    DIFFERS = "berbeda"


class Here(NamedTuple):
    """What papers are made with in this place."""

    library: Library
    logo: Picture | None = None
    fonts: FontFiles | None = None


class Rebuilt(NamedTuple):
    """What came of it: what differs in the file, and what is otherwise here than where it was made."""

    verdict: Verdict
    differing: tuple[Difference, ...]
    otherwise: tuple[Difference, ...]

    @property
    def words(self) -> str:
        """The verdict in a sentence."""
        if self.verdict is Verdict.SAME:
            return "sama, bita demi bita"
        if self.verdict is Verdict.DIFFERS:
            return "berbeda"
        if any(one.words.startswith(f"{ZLIB} ") for one in self.otherwise):
            return "isinya sama; bitanya lain karena pustaka pemampat (zlib) di sini lain"
        return "isinya sama; bitanya lain karena disimpan ulang atau dimampatkan dengan cara lain"


def text_of(files: Carried) -> tuple[Agreement, PrintRecord]:
    """Return the text and the record that a PDF carries; raises :class:`Refused` without a record."""
    if files.record is None:
        raise refuse(
            f"{RECORD} dalam PDF ini tidak ada atau tidak dapat dibaca",
            "Naskahnya masih dapat dikembalikan dengan: kampanye buka BERKAS.pdf",
        )
    agreement = read(Agreement, files.text, TEXT)
    sheet = files.record.sheet
    if sheet.holder is not None and agreement.party(sheet.holder) is None:
        raise refuse(f'{RECORD} menyebut pihak "{sheet.holder}", yang tidak ada dalam {TEXT}', _CHANGED)
    parties = tuple(
        msgspec.structs.replace(party, address=sheet.address) if party.id == sheet.holder else party
        for party in agreement.parties
    )
    return msgspec.structs.replace(agreement, parties=parties), files.record


def rebuilt(data: bytes, here: Here) -> Rebuilt:
    """Make the PDF again and compare; raises :class:`Refused` for one that cannot be made here at all."""
    files = carried_by(data)
    agreement, record = text_of(files)
    template = here.library.templates.get(record.template.address)
    if template is None:
        raise refuse(
            f"templat {record.template.address} tidak ada di sini", _packs_wanted(record, here.library)
        )
    options = ExportOptions(fonts=_fonts(record, here.fonts))
    logo = here.logo if record.logo_sha256 else None
    otherwise = tuple(_otherwise(record, here.library, template, options, logo))
    try:
        again, pages = _again(agreement, files, record, here.library, template, options, logo)
    except Refused:
        raise
    except Exception as error:
        # What strangers wrote into a record can be anything that its types allow.
        raise refuse(f"{RECORD} dalam PDF ini tidak dapat dipakai", _CHANGED) from error
    edited = tuple(_edited(agreement, files, record, pages))
    if again == data:
        verdict = Verdict.DIFFERS if edited else Verdict.SAME
        return Rebuilt(verdict, edited, otherwise)
    differing = (*edited, *differences(data, again))
    return Rebuilt(Verdict.DIFFERS if differing else Verdict.SAME_CONTENT, differing, otherwise)


def _fonts(record: PrintRecord, own: FontFiles | None) -> FontFiles | None:
    """Return the typeface of the office, or the program's own where that is the one of the record."""
    if own is not None and faces_of(ExportOptions()) == record.faces:
        return None
    return own


def _again(
    agreement: Agreement,
    files: Carried,
    record: PrintRecord,
    library: Library,
    template: Template,
    options: ExportOptions,
    logo: Picture | None,
) -> tuple[bytes, int]:
    """Return the file as it is made here, with the attachments just as they are, and its number of pages."""
    sheet = record.sheet
    copy = None
    if sheet.form is not None:
        copy = CopyPlan(number=sheet.number, form=sheet.form, holder=sheet.holder or "")
    document = build(
        template,
        agreement,
        state_told(agreement, record.told),
        copy=copy,
        holder=agreement.party(sheet.holder) if sheet.holder else None,
        logo=logo,
        paper=record.paper,
        templates=library.templates,
    )
    stream = BytesIO()
    attached = as_attached(files.text, files.told)
    options = msgspec.structs.replace(options, part=record.part, attach=lambda _pages: attached)
    pages = library.format("pdf").write(document, stream, options)
    return stream.getvalue(), pages or 0


def _edited(agreement: Agreement, files: Carried, record: PrintRecord, pages: int) -> Iterator[Difference]:
    """Yield what was changed in the attachments after the file was made, as far as they tell it."""
    if files.edited:
        now = hashlib.sha256(files.text).hexdigest()
        yield Difference(
            f"lampiran {TEXT}", f"diubah: SHA-256 seharusnya {_cut(record.text_sha256)}, kini {_cut(now)}"
        )
    code = short_code(text_digest(agreement))
    if record.told.code != code:
        yield Difference(f"lampiran {RECORD}", f"menyebut kode naskah {record.told.code}, bukan {code}")
    if begun(record) + ended(record.sheet) != files.told:
        yield Difference(f"lampiran {RECORD}", "tidak tertulis seperti program ini menulisnya")
    if record.sheet.pages != pages:
        yield Difference(f"lampiran {RECORD}", f"menyebut {record.sheet.pages} halaman, bukan {pages}")


def _otherwise(
    record: PrintRecord,
    library: Library,
    template: Template,
    options: ExportOptions,
    logo: Picture | None,
) -> Iterator[Difference]:
    """Yield what is otherwise here than where the file was made."""
    names = names_of(template, library.templates)
    now = {one.address: template_use(one) for one in (template, *names.templates)}
    yield from _templates((record.template, *record.included), now)
    for face, mine in zip(record.faces, faces_of(options), strict=False):
        if face != mine:
            told = f"{face.name} ({_cut(face.sha256)}) saat dibuat, {mine.name} ({_cut(mine.sha256)}) di sini"
            yield Difference("huruf", told)
    mine_logo = hashlib.sha256(logo.data).hexdigest() if logo else ""
    if record.logo_sha256 != mine_logo:
        told = f"logo lain di sini ({_cut(mine_logo)})" if logo else "logo tidak ada di sini"
        yield Difference("logo", told)
    for name, version in {"kampanye": record.program, **record.versions}.items():
        mine_version = {"kampanye": __version__, **versions()}.get(name, "tidak ada")
        if version != mine_version:
            yield Difference("versi", f"{name} {version} saat dibuat, {mine_version} di sini")
    packs = {pack.id: pack for pack in library.host.packs()}
    for pack in record.packs:
        other = packs.get(pack.id)
        if other is None:
            yield Difference("paket", f"{pack.id} {pack.version} tidak dipakai di sini")
        elif other.fingerprint != pack.fingerprint:
            yield Difference("paket", f"{pack.id} {pack.version} saat dibuat, {other.version} di sini")


def _templates(used: Iterable[TemplateUse], now: dict[str, TemplateUse]) -> Iterator[Difference]:
    for one in used:
        mine = now.get(one.address)
        if mine is None:
            yield Difference("templat", f"{one.address} tidak dipakai lagi di sini")
        elif mine != one:
            told = f"{one.address} berubah: {_cut(one.sha256)} saat dibuat, {_cut(mine.sha256)} di sini"
            yield Difference("templat", told)


def _packs_wanted(record: PrintRecord, library: Library) -> str:
    here = {pack.id for pack in library.host.packs()}
    missing = [f"{pack.id} {pack.version}" for pack in record.packs if pack.id not in here]
    return f"Pasang dahulu paket: {', '.join(missing)}" if missing else "Perbarui paket yang memuatnya"


def _cut(sha256: str) -> str:
    return f"{sha256[:_SHORT]}…"
