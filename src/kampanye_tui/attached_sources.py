"""What a PDF carries of its own sources: ``naskah.toml`` and ``cetak.toml``, made once for all its copies.

What papers of an agreement are made with comes in; the two files go out, and a record comes back from the
second. Whatever copies share is written a single time.
"""

from __future__ import annotations

import hashlib
import operator
from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

import msgspec
import tomli_w

from kampanye_tui import __version__
from kampanye_tui.agreement.carried import carried
from kampanye_tui.document.facts_told import differs_by_holder, told_by
from kampanye_tui.document.template_names import Names, names_of
from kampanye_tui.formats.pdf.setting import faces_of, versions
from kampanye_tui.model.agreement import Agreement, CopyPlan
from kampanye_tui.model.document import Picture
from kampanye_tui.model.export_format import Attachment, ExportOptions, Part
from kampanye_tui.model.office import Paper
from kampanye_tui.model.party import Party
from kampanye_tui.model.print_record import RECORD, TEXT, PrintRecord, Sheet, TemplateUse
from kampanye_tui.model.problem import Refused, refuse
from kampanye_tui.model.source import FORMAT, parse_toml
from kampanye_tui.model.state import State
from kampanye_tui.model.template import Template
from kampanye_tui.model.writing import builtins, write
from kampanye_tui.plugin.library import Library

LARGEST_RECORD = 2_000_000
"""Bytes of a ``cetak.toml``; that of a matrix with the answers of a whole office has a fifth of it."""
_MIME = "application/toml"
_SHEET = "lembar"
"""The table at the end of the record, in which copies differ."""


class Sources(NamedTuple):
    """What papers of an agreement are made with."""

    agreement: Agreement
    state: State
    library: Library
    logo: Picture | None
    paper: Paper | None
    options: ExportOptions


class _Kept:
    """Sources as a key: the same when they are the very same objects, which nobody changes."""

    def __init__(self, sources: Sources) -> None:
        self.sources = sources

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Kept) and all(map(operator.is_, self.sources, other.sources))

    def __hash__(self) -> int:
        return hash(tuple(map(id, self.sources)))


def attacher_for(sources: Sources) -> Attacher:
    """Return what makes the attachments of these papers; the same one for the same sources."""
    return _attacher(_Kept(sources))


@lru_cache(maxsize=2)
def _attacher(kept: _Kept) -> Attacher:
    return Attacher(kept.sources)


class _Text(NamedTuple):
    """The attached text, its hash, and the names of what stayed behind."""

    attachment: Attachment
    sha256: str
    left_out: tuple[str, ...]


class Attacher:
    """Makes the attachments of all papers of an agreement, and keeps what they share."""

    def __init__(self, sources: Sources) -> None:
        self._sources = sources
        self._names: dict[str, Names] = {}
        self._texts: dict[bool, _Text] = {}
        self._begun: dict[tuple[object, ...], bytes] = {}

    def attach(
        self, template: Template, copy: CopyPlan | None, holder: Party | None, part: Part | None
    ) -> Callable[[int], tuple[Attachment, ...]]:
        """Return what makes the attachments of one paper when its number of pages is known.

        Raises :class:`Refused` for a template at fault and for unusable font files.
        """
        if copy is not None:
            holder = self._sources.agreement.party(copy.holder)
        names = self._names_in(template)
        whose = (copy, holder and holder.id) if differs_by_holder(names) else (copy is not None,)
        key = (template.address, part, *whose)
        if key not in self._begun:
            self._begun[key] = begun(self._record(template, names, copy, holder, part))
        text, common = self._text(names).attachment, self._begun[key]
        address = holder.address if holder and names.tells_address else ""

        def attachments(pages: int) -> tuple[Attachment, ...]:
            return text, _record_attached(common + ended(_sheet(pages, copy, holder, address)))

        return attachments

    def _names_in(self, template: Template) -> Names:
        names = self._names.get(template.address)
        if names is None:
            names = self._names[template.address] = names_of(template, self._sources.library.templates)
        return names

    def _text(self, names: Names) -> _Text:
        # Writing it takes as long as ten pages: where there is no contact, all papers share one.
        contact = names.tells_contact and bool(self._sources.agreement.office.contact)
        if contact not in self._texts:
            text, left_out = carried(self._sources.agreement, contact=contact)
            data = write(text)
            self._texts[contact] = _Text(_text_attached(data), hashlib.sha256(data).hexdigest(), left_out)
        return self._texts[contact]

    def _record(
        self,
        template: Template,
        names: Names,
        copy: CopyPlan | None,
        holder: Party | None,
        part: Part | None,
    ) -> PrintRecord:
        sources, text = self._sources, self._text(names)
        state, logo = sources.state, sources.logo
        return PrintRecord(
            program=__version__,
            text_sha256=text.sha256,
            left_out=text.left_out,
            paper=sources.paper,
            logo_sha256=hashlib.sha256(logo.data).hexdigest() if logo else "",
            part=part,
            template=template_use(template),
            included=tuple(map(template_use, names.templates)),
            packs=sources.library.host.packs(),
            faces=faces_of(sources.options),
            versions=versions(),
            told=told_by(names, sources.agreement, state, copy, holder),
            sheet=_sheet(0, copy, holder, ""),
        )


def template_use(template: Template) -> TemplateUse:
    """Return a template as records name it."""
    source = msgspec.json.encode(template.front) + b"\n" + template.body.encode()
    return TemplateUse(address=template.address, sha256=hashlib.sha256(source).hexdigest())


def _sheet(pages: int, copy: CopyPlan | None, holder: Party | None, address: str) -> Sheet:
    return Sheet(
        pages=pages,
        form=copy.form if copy else None,
        number=copy.number if copy else 0,
        holder=copy.holder if copy else holder.id if holder else None,
        address=address,
    )


def as_attached(text: bytes, record: bytes) -> tuple[Attachment, ...]:
    """Return the two files as a PDF carries them."""
    return _text_attached(text), _record_attached(record)


def _text_attached(data: bytes) -> Attachment:
    return Attachment(
        name=TEXT,
        data=data,
        mime=_MIME,
        description="Naskah yang dimuat lembar ini",
        relationship="Source",
    )


def _record_attached(data: bytes) -> Attachment:
    return Attachment(
        name=RECORD,
        data=data,
        mime=_MIME,
        description="Dari apa lembar ini dibuat",
        relationship="Data",
    )


def begun(record: PrintRecord) -> bytes:
    """Return a record as a file, up to the table in which copies differ."""
    table = builtins(record)
    del table[_SHEET]
    return tomli_w.dumps({"format": FORMAT, **table}).encode()


def ended(sheet: Sheet) -> bytes:
    """Return that table, which stands at the end of the file."""
    return b"\n" + tomli_w.dumps({_SHEET: builtins(sheet)}).encode()


def read_record(data: bytes) -> PrintRecord:
    """Return the record in an attached file, whoever wrote it; raises :class:`Refused`."""
    hint = "Lampiran ini tidak dibuat oleh program ini, atau diubah sesudahnya"
    if len(data) > LARGEST_RECORD:
        raise refuse(f"lebih dari {LARGEST_RECORD // 1_000_000} MB", hint, file=RECORD)
    try:
        return msgspec.convert(parse_toml(data.decode(), RECORD), PrintRecord)
    except (Refused, ValueError):
        # What is wrong with it in English is nothing that an operator could mend.
        raise refuse("tidak dapat dibaca", hint, file=RECORD) from None
