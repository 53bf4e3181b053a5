"""Which documents, for whom, in which format, under which name; making them, and delivering them as files.

An agreement with its library and a request come in. Everything is made in memory before the first file is
written, so that one that cannot be made leaves no half of the others behind.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

import msgspec

from kampanye_tui.agreement.copy_standing import copy_of
from kampanye_tui.agreement.party_named import party_named
from kampanye_tui.attached_sources import Sources, attacher_for
from kampanye_tui.document.build import Press
from kampanye_tui.model.agreement import Agreement, CopyForm, CopyPlan
from kampanye_tui.model.document import Document, Picture
from kampanye_tui.model.export_format import (
    Attachment,
    ExportFormat,
    ExportOptions,
    ExportReceipt,
    FontFiles,
    Part,
)
from kampanye_tui.model.messages import nearest
from kampanye_tui.model.office import Paper
from kampanye_tui.model.party import Party, Role
from kampanye_tui.model.problem import refuse
from kampanye_tui.model.state import State
from kampanye_tui.model.template import Scope, Template
from kampanye_tui.plugin.host import Host
from kampanye_tui.plugin.library import Library
from kampanye_tui.store.at_work import OUTPUT
from kampanye_tui.store.configuration import Located
from kampanye_tui.store.ledger import state_of
from kampanye_tui.store.outputs import Output, Written, write_outputs
from kampanye_tui.store.pictures import PRINTED_SIDE, SENT_SIDE, read_picture
from kampanye_tui.store.workspace import folder_of

EVERYBODY = "semua"
USUAL = ("naskah", "berita-acara-kesepakatan", "salinan-peserta")
"""Documents that are written when neither an operator nor the configuration names any."""
SMALL = "-ringkas"
"""Behind the name of a file that is small."""


class Request(NamedTuple):
    """What is wanted: templates and formats by name, recipients as ``semua``, roles or ids of pihak.

    ``part`` are only some pages of each document, or all of them as a booklet. ``small`` are files for
    messengers, without what only who prints or checks them needs.
    """

    templates: tuple[str, ...]
    formats: tuple[str, ...]
    recipients: tuple[str, ...] = (EVERYBODY,)
    part: Part | None = None
    small: bool = False


class Job(NamedTuple):
    """One file: which template, whose copy, which format, its name, for whom without a copy, which pages."""

    template: Template
    copy: CopyPlan | None
    format: ExportFormat
    name: str
    holder: Party | None = None
    part: Part | None = None


class Finished(NamedTuple):
    """A finished file as plain values, which other machines can hand back; not written yet."""

    name: str
    format: str
    template: str
    pages: int | None
    data: bytes

    @property
    def sha256(self) -> str:
        """The SHA-256 of its bytes, in hexadecimal."""
        return hashlib.sha256(self.data).hexdigest()

    def receipt(self, path: Path, agreement_id: str) -> ExportReceipt:
        """Return what packs are told once it is written."""
        return ExportReceipt(
            path=path,
            format=self.format,
            template=self.template,
            agreement=agreement_id,
            pages=self.pages,
            sha256=self.sha256,
        )


class Made(NamedTuple):
    """A finished file, not written yet, and the job that it was."""

    job: Job
    data: bytes
    pages: int | None

    @property
    def finished(self) -> Finished:
        """The file without its job."""
        job = self.job
        return Finished(job.name, job.format.id, job.template.address, self.pages, self.data)

    @property
    def sha256(self) -> str:
        """The SHA-256 of its bytes, in hexadecimal."""
        return self.finished.sha256


class Delivered(NamedTuple):
    """A file that was written: where it is, and what became of the one that was there."""

    made: Made
    path: Path
    became: Written


class Maker(NamedTuple):
    """All that documents of one agreement are made from."""

    agreement: Agreement
    state: State
    library: Library
    logo: Picture | None = None
    paper: Paper | None = None
    options: ExportOptions = ExportOptions()
    small: bool = False

    def document(
        self, template: Template, copy: CopyPlan | None = None, holder: Party | None = None
    ) -> Document:
        """Return one document; raises :class:`Refused` when the template is at fault."""
        return self.press(template).document(copy, holder)

    def press(self, template: Template) -> Press:
        """Return what makes one template for many receivers."""
        return Press(
            template,
            self.agreement,
            self.state,
            logo=self.logo,
            paper=self.paper,
            templates=self.library.templates,
        )

    def make(self, job: Job, press: Press | None = None) -> Made:
        """Return the finished file of a job, on the press of its template; raises :class:`Refused`."""
        stream = BytesIO()
        options = msgspec.structs.replace(self.options, part=job.part, attach=self._attach(job))
        document = (press or self.press(job.template)).document(job.copy, job.holder)
        pages = job.format.write(document, stream, options)
        return Made(job, stream.getvalue(), pages)

    def _attach(self, job: Job) -> Callable[[int], tuple[Attachment, ...]] | None:
        """Return what makes the attachments of a PDF: what it was made from travels in it."""
        if job.format.id != "pdf" or self.small:
            return None
        sources = Sources(self.agreement, self.state, self.library, self.logo, self.paper, self.options)
        return attacher_for(sources).attach(job.template, job.copy, job.holder, job.part)


def maker_for(
    located: Located,
    library: Library,
    agreement: Agreement,
    *,
    small: bool = False,
    logos: Path | None = None,
) -> Maker:
    """Return what an office makes its documents with; ``small`` is for files that are sent by messenger.

    ``logos`` is the folder that the logo lies in where that is another than its name says. Raises
    :class:`Refused` for an unusable logo.
    """
    configuration, folder, office = located.configuration, located.folder, agreement.office
    fonts = configuration.fonts
    side = SENT_SIDE if small else PRINTED_SIDE
    logo = logos / Path(office.logo).name if logos else folder / office.logo
    return Maker(
        agreement,
        state_of(located.workspace, agreement),
        library,
        logo=read_picture(logo, f"Logo {office.name}", side) if office.logo else None,
        paper=configuration.export.paper,
        options=ExportOptions(fonts=FontFiles.chosen(fonts, folder) if fonts else None),
        small=small,
    )


def folder_for(located: Located, agreement_id: str | None) -> Path:
    """Return where the files of an agreement go when nobody says where; None is one that is not saved."""
    chosen = located.configuration.export.folder
    if chosen:
        return located.folder / chosen
    if agreement_id is not None:
        return folder_of(located.workspace, agreement_id) / OUTPUT
    return located.workspace / OUTPUT


def plan(
    agreement: Agreement, library: Library, request: Request, state: State | None = None
) -> tuple[Job, ...]:
    """Return the jobs for a request, in the order of its templates.

    With its ``state``, copies bear the numbers that they were printed under, else those of the plan.
    Raises :class:`Refused` for unknown names, for a recipient whom no template is for, when two documents
    would have one name, and for pages of a format that has none.
    """
    templates = [library.template(name) for name in request.templates]
    formats = [library.format(name) for name in request.formats]
    chosen = recipients_of(agreement, request.recipients)
    part = request.part
    what = "berkas ringkas" if request.small else ""
    if part:
        what = "lembar lipat" if part is Part.FOLDED else f'bagian "{part.value}"'
    for made in formats:
        if what and made.id != "pdf":
            raise refuse(
                f"{what} hanya dapat dibuat sebagai PDF, bukan {made.id}",
                "Ganti dengan --format pdf, sebab hanya PDF yang halamannya tetap",
            )
    behind = _behind(part) + (SMALL if request.small else "")
    jobs = [
        Job(template, copy, made, f"{name}{behind}{made.suffix}", holder, part)
        for template in templates
        for copy, holder, name in papers_of(agreement, template, chosen, state)
        for made in formats
    ]
    names: set[str] = set()
    for job in jobs:
        if job.name in names:
            raise refuse(
                f'dua dokumen akan bernama "{job.name}"', "Ekspor satu per satu ke folder yang berbeda"
            )
        names.add(job.name)
    if not jobs:
        raise refuse("tidak ada dokumen untuk penerima yang dipilih", "Periksa --untuk dan --templat")
    return tuple(jobs)


def _behind(part: Part | None) -> str:
    return f"-{part.value}" if part else ""


def make_all(
    maker: Maker, jobs: Iterable[Job], told: Callable[[int], None] = lambda _done: None
) -> tuple[Made, ...]:
    """Return all files, finished; ``told`` is called with the number done. Nothing is written."""
    made = []
    presses: dict[str, Press] = {}
    for number, job in enumerate(jobs, 1):
        address = job.template.address
        press = presses[address] = presses.get(address) or maker.press(job.template)
        made.append(maker.make(job, press))
        told(number)
    return tuple(made)


def deliver(
    library: Library, agreement_id: str, made: Sequence[Made], paths: Sequence[Path], *, overwrite: bool
) -> tuple[Delivered, ...]:
    """Write finished files, each to its path, and tell the packs of those that are new there.

    Raises :class:`Declined` as :func:`write_outputs` does.
    """
    finished = [one.finished for one in made]
    became = write_finished(finished, paths, agreement_id, library.host, overwrite=overwrite)
    return tuple(Delivered(*one) for one in zip(made, paths, became, strict=True))


def write_finished(
    files: Sequence[Finished],
    paths: Sequence[Path],
    agreement_id: str,
    host: Host | None,
    *,
    overwrite: bool,
) -> tuple[Written, ...]:
    """Write finished files, each to its path, and tell the packs of a ``host`` of those that are new there.

    Raises :class:`Declined` as :func:`write_outputs` does.
    """
    outputs = [Output(path, one.data) for one, path in zip(files, paths, strict=True)]
    became = write_outputs(outputs, overwrite=overwrite)
    for one, path, what in zip(files, paths, became, strict=True):
        if host is not None and what is not Written.SAME:
            host.tell("kampanye_exported", receipt=one.receipt(path, agreement_id))
    return became


def earlier_words(agreement: Agreement, state: State, jobs: Sequence[Job], paths: Sequence[Path]) -> str:
    """Name numbered papers of earlier exports beside these; empty where there are none.

    Their numbers are others' by now, so nobody should hand them out. A paper that would have the same name
    today is none of them, whether the whole of it, a part, or small.
    """
    everybody = recipients_of(agreement, (EVERYBODY,))
    templates = {job.template.address: job.template for job in jobs}
    current = {
        name
        for template in templates.values()
        for _copy, _holder, name in papers_of(agreement, template, everybody, state)
    }
    names = sorted(
        {
            beside.name
            for job, path in zip(jobs, paths, strict=True)
            if job.template.front.scope is not Scope.AGREEMENT
            for beside in path.parent.glob(f"{job.template.front.stem or job.template.front.id}-[0-9]*_*")
            if beside not in paths
            # One that ends in more than the suffix is of another format: .pesan.txt beside .txt.
            and "".join(beside.suffixes) == job.format.suffix
            and current.isdisjoint(_whole(beside.name.removesuffix(job.format.suffix)))
        }
    )
    if not names:
        return ""
    more = f", dan {len(names) - 3} lainnya" if len(names) > 3 else ""
    return (
        f"Perhatian: {len(names)} berkas dari ekspor sebelumnya tidak berlaku lagi: "
        f"{', '.join(names[:3])}{more}. Jangan dibagikan."
    )


def _whole(name: str) -> set[str]:
    """Return what the whole paper may be called of which a file, named without its suffix, is some form.

    Whether an id ends like a part cannot be seen in a name, so the name itself is among them.
    """
    full = name.removesuffix(SMALL)
    return {name, full, *(full.removesuffix(_behind(part)) for part in Part)}


def papers_of(
    agreement: Agreement, template: Template, chosen: set[str], state: State | None = None
) -> Iterator[tuple[CopyPlan | None, Party | None, str]]:
    """Yield whose copy, for whom, and the name without suffix, for each paper of a template.

    ``chosen`` are the ids of the pihak that get one, as :func:`recipients_of` returns them; ``state`` is as
    in :func:`plan`.
    """
    front = template.front
    stem = front.stem or front.id
    if front.scope is Scope.AGREEMENT:
        yield None, None, stem
        return
    # A pihak has one number in all the names of its papers: that of its copy, its place in the agreement.
    others = [party for party in agreement.parties if party.role is not Role.ORGANISER]
    planned = agreement.copies_of(CopyForm.COPY)
    held = [(copy_of(agreement, state, copy.holder) if state else None) or copy for copy in planned]
    receivers: list[tuple[CopyPlan | None, Party | None, int]] = (
        [(copy, agreement.party(copy.holder), copy.number) for copy in held]
        if front.scope is Scope.COPY
        else [(None, party, number) for number, party in enumerate(others, 1)]
    )
    for copy, holder, number in receivers:
        if holder is None or holder.id not in chosen:
            continue
        if not front.audience or holder.role in front.audience:
            yield copy, holder, f"{stem}-{number:02d}_{holder.id}"


def recipients_of(agreement: Agreement, recipients: Iterable[str]) -> set[str]:
    """Return the ids of the pihak that ``recipients`` name; raises :class:`Refused` for an unknown one."""
    roles = {role.value: role for role in Role}
    chosen: set[str] = set()
    for name in recipients:
        if name == EVERYBODY:
            chosen |= {party.id for party in agreement.parties}
        elif name in roles:
            chosen |= {party.id for party in agreement.of_role(roles[name])}
        else:
            chosen.add(named_party(agreement, name).id)
    return chosen


def named_party(agreement: Agreement, name: str) -> Party:
    """Return the pihak of that id, ballot number or name."""
    found = party_named(agreement.parties, name)
    if found is not None:
        return found
    known = [EVERYBODY, *(role.value for role in Role), *(party.id for party in agreement.parties)]
    raise refuse(
        f'penerima "{name}" tidak ada dalam naskah ini',
        nearest(name, known) or "Sebutkan id, singkatan, atau nomor urutnya",
    )
