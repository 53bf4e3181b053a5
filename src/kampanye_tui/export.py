"""Which documents, for whom, in which format, under which name; and making them."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from io import BytesIO
from typing import NamedTuple

from kampanye_tui.document.build import build
from kampanye_tui.model.agreement import Agreement, CopyForm, CopyPlan
from kampanye_tui.model.document import Document, Picture
from kampanye_tui.model.export_format import ExportFormat, ExportOptions
from kampanye_tui.model.messages import nearest
from kampanye_tui.model.office import Paper
from kampanye_tui.model.party import Party, Role
from kampanye_tui.model.problem import refuse
from kampanye_tui.model.state import State
from kampanye_tui.model.template import Scope, Template
from kampanye_tui.plugin.library import Library

EVERYBODY = "semua"


class Request(NamedTuple):
    """What is wanted: templates and formats by name, recipients as ``semua``, roles or ids of pihak."""

    templates: tuple[str, ...]
    formats: tuple[str, ...]
    recipients: tuple[str, ...] = (EVERYBODY,)


class Job(NamedTuple):
    """One file: which template, whose copy, which format, its name, and for whom without a copy."""

    template: Template
    copy: CopyPlan | None
    format: ExportFormat
    name: str
    holder: Party | None = None


class Made(NamedTuple):
    """A finished file, not written yet."""

    job: Job
    data: bytes
    pages: int | None

    @property
    def sha256(self) -> str:
        """The SHA-256 of its bytes, in hexadecimal."""
        return hashlib.sha256(self.data).hexdigest()


class Maker(NamedTuple):
    """All that documents of one agreement are made from."""

    agreement: Agreement
    state: State
    library: Library
    logo: Picture | None = None
    paper: Paper | None = None
    options: ExportOptions = ExportOptions()

    def document(
        self, template: Template, copy: CopyPlan | None = None, holder: Party | None = None
    ) -> Document:
        """Return one document; raises :class:`Refused` when the template is at fault."""
        return build(
            template,
            self.agreement,
            self.state,
            copy=copy,
            holder=holder,
            logo=self.logo,
            paper=self.paper,
            templates=self.library.templates,
        )

    def make(self, job: Job) -> Made:
        """Return the finished file of a job; raises :class:`Refused`."""
        stream = BytesIO()
        pages = job.format.write(self.document(job.template, job.copy, job.holder), stream, self.options)
        return Made(job, stream.getvalue(), pages)


def plan(agreement: Agreement, library: Library, request: Request) -> tuple[Job, ...]:
    """Return the jobs for a request, in the order of its templates.

    Raises :class:`Refused` for unknown names, for a recipient whom no template is for, and when two
    documents would have one name.
    """
    templates = [library.template(name) for name in request.templates]
    formats = [library.format(name) for name in request.formats]
    chosen = _chosen(agreement, request.recipients)
    jobs = [
        Job(template, copy, made, name + made.suffix, holder)
        for template in templates
        for copy, holder, name in _papers(agreement, template, chosen)
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


def make_all(
    maker: Maker, jobs: Iterable[Job], told: Callable[[int], None] = lambda _done: None
) -> tuple[Made, ...]:
    """Return all files, finished; ``told`` is called with the number done. Nothing is written."""
    made = []
    for number, job in enumerate(jobs, 1):
        made.append(maker.make(job))
        told(number)
    return tuple(made)


def _papers(
    agreement: Agreement, template: Template, chosen: set[str]
) -> Iterator[tuple[CopyPlan | None, Party | None, str]]:
    """Yield whose copy, for whom, and the name without suffix, for each paper of a template."""
    front = template.front
    stem = front.stem or front.id
    if front.scope is Scope.AGREEMENT:
        yield None, None, stem
        return
    # A pihak has one number in all the names of its papers: that of its copy, its place in the agreement.
    others = [party for party in agreement.parties if party.role is not Role.ORGANISER]
    receivers: list[tuple[CopyPlan | None, Party | None, int]] = (
        [(copy, agreement.party(copy.holder), copy.number) for copy in agreement.copies_of(CopyForm.COPY)]
        if front.scope is Scope.COPY
        else [(None, party, number) for number, party in enumerate(others, 1)]
    )
    for copy, holder, number in receivers:
        if holder is None or holder.id not in chosen:
            continue
        if not front.audience or holder.role in front.audience:
            yield copy, holder, f"{stem}-{number:02d}_{holder.id}"


def _chosen(agreement: Agreement, recipients: Iterable[str]) -> set[str]:
    """Return the ids of the pihak that ``recipients`` name."""
    roles = {role.value: role for role in Role}
    chosen: set[str] = set()
    for name in recipients:
        if name == EVERYBODY:
            chosen |= {party.id for party in agreement.parties}
        elif name in roles:
            chosen |= {party.id for party in agreement.of_role(roles[name])}
        else:
            chosen.add(_named(agreement, name).id)
    return chosen


def _named(agreement: Agreement, name: str) -> Party:
    """Return the pihak of that id, short name or ballot number."""
    for party in agreement.parties:
        if name in (party.id, str(party.ballot_number)) or name.casefold() == party.short.casefold():
            return party
    known = [EVERYBODY, *(role.value for role in Role), *(party.id for party in agreement.parties)]
    raise refuse(
        f'penerima "{name}" tidak ada dalam naskah ini',
        nearest(name, known) or "Sebutkan id, singkatan, atau nomor urutnya",
    )
