"""What leaves the office: print runs of numbered copies, packages for a pihak, and what is signed for them.

What documents are made with comes in; finished files, where they were written, and the events of a run go
out. A run is recorded after its files are written, so that no number is said to be printed without a file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, NamedTuple

from kampanye_tui.agreement.copy_standing import copy_of, due_copies
from kampanye_tui.agreement.copying import printed, refuse_unprintable
from kampanye_tui.export import Delivered, Job, Made, Maker, deliver, make_all
from kampanye_tui.model.agreement import Agreement, CopyForm, CopyPlan
from kampanye_tui.model.event import AnyEvent, CopyDeed, CopyHandled
from kampanye_tui.model.export_format import ExportFormat
from kampanye_tui.model.operator import Act
from kampanye_tui.model.party import Party
from kampanye_tui.model.problem import refuse
from kampanye_tui.model.state import Phase, State
from kampanye_tui.model.template import Template
from kampanye_tui.plugin.library import Library
from kampanye_tui.store.at_work import decline_without_role

LARGEST_TO_SEND = 500_000
"""Bytes of a PDF that messengers and slow lines still take without trouble."""
_PACKAGE = "paket_"
"""Begins the name of the folder of a package."""


class PrintRun(NamedTuple):
    """Numbered copies with their files, all in memory."""

    made: tuple[tuple[CopyPlan, Made], ...]

    def deliver(self, maker: Maker, folder: Path, *, overwrite: bool) -> tuple[Delivered, ...]:
        """Write the files; one serves all originals. Raises :class:`Declined` as :func:`deliver` does."""
        files = {one.job.name: one for _copy, one in self.made}
        paths = [folder / name for name in files]
        return deliver(maker.library, maker.agreement.id, list(files.values()), paths, overwrite=overwrite)

    def recorded(self, agreement: Agreement, events: Iterable[AnyEvent], **said: Any) -> list[CopyHandled]:
        """Return the event of each copy; raises :class:`Refused` when another run was quicker."""
        listed = tuple(events)
        return [
            printed(agreement, listed, copy, sha256=one.sha256, pages=one.pages or 0, **said)
            for copy, one in self.made
        ]


def copies_to_print(
    agreement: Agreement, events: Iterable[AnyEvent], form: CopyForm, holders: Iterable[str] | None = None
) -> tuple[CopyPlan, ...]:
    """Return the copies that are still to be printed, of these holders or of all.

    Raises :class:`Refused` while copies of this form cannot be printed.
    """
    listed = tuple(events)
    refuse_unprintable(agreement, listed, form)
    wanted = None if holders is None else set(holders)
    return tuple(
        copy for copy in due_copies(agreement, listed, form) if wanted is None or copy.holder in wanted
    )


def print_run(
    maker: Maker, due: Iterable[CopyPlan], told: Callable[[int], None] = lambda _done: None
) -> PrintRun:
    """Return the run of these copies, its files made and not written; ``told`` gets the number done.

    Raises :class:`Declined` where whoever works may not record it: no numbered file is written then.
    """
    decline_without_role(Act.HAND_OUT)
    wanted = tuple(due)
    made = make_all(maker, copy_jobs(maker.library, wanted), told)
    return PrintRun(tuple(zip(wanted, made, strict=True)))


def copy_jobs(library: Library, copies: Iterable[CopyPlan]) -> tuple[Job, ...]:
    """Return the jobs of a print run: numbered copies as PDF, an original as the text that is signed."""
    made = library.format("pdf")
    jobs = []
    for copy in copies:
        if copy.form is CopyForm.ORIGINAL:
            jobs.append(Job(library.template("naskah"), None, made, f"naskah{made.suffix}"))
        else:
            jobs.append(_copy_job(library.template("salinan-peserta"), copy, made))
    return tuple(jobs)


def package_jobs(maker: Maker, party: Party) -> tuple[Job, ...]:
    """Return the papers that a pihak is given: its copy, minutes, a booklet, messages, a list of its own.

    Minutes are in it when the signing is closed, and no paper that is for other roles. Raises
    :class:`Refused` for who gets no copy, and where the copy that it has is outdated.
    """
    library, copy = maker.library, copy_of(maker.agreement, maker.state, party.id)
    if copy is None:
        raise refuse(f"{party.called} tidak menerima salinan", "Lihat rencananya: kampanye salinan daftar")
    _refuse_old_number(maker.state, copy)
    pdf, messages = library.format("pdf"), library.format("pesan")
    wanted = [("buku-saku", pdf), ("daftar-penerusan", pdf), ("ringkasan-pesan", messages)]
    if maker.state.phase is Phase.CLOSED:
        wanted.insert(0, ("berita-acara-penandatanganan", pdf))
    templates = [(library.template(name), made) for name, made in wanted]
    return (
        *copy_jobs(library, [copy]),
        *(
            Job(template, None, made, template.front.id + made.suffix, party)
            for template, made in templates
            if not template.front.audience or party.role in template.front.audience
        ),
    )


def _refuse_old_number(state: State, copy: CopyPlan) -> None:
    """Raise :class:`Refused` where a copy would be made anew under the number of one that is outdated."""
    for other in state.copies:
        if (other.form, other.number) == (copy.form.value, copy.number) and other.outdated:
            raise refuse(
                f"salinan nomor {copy.number} sudah usang, dan nomornya tidak dipakai lagi",
                f"Cetak dahulu yang baru: kampanye salinan cetak {copy.holder}",
            )


def receipt_jobs(maker: Maker) -> tuple[Job, ...]:
    """Return the papers to be signed when copies are handed over: the book, and receipts not given yet.

    A receipt bears the number of the copy that a pihak has, also where that replaces a spoiled one.
    """
    library, agreement, made = maker.library, maker.agreement, maker.library.format("pdf")
    received = {
        (copy.form, copy.number)
        for copy in maker.state.copies
        if copy.last and copy.last.deed is CopyDeed.RECEIVED
    }
    held = [copy_of(agreement, maker.state, party.id) for party in agreement.parties]
    waiting = [copy for copy in held if copy and (copy.form.value, copy.number) not in received]
    book, receipt = library.template("buku-ekspedisi"), library.template("tanda-terima")
    return (
        Job(book, None, made, f"{book.front.stem or book.front.id}{made.suffix}"),
        *(_copy_job(receipt, copy, made) for copy in waiting),
    )


def _copy_job(template: Template, copy: CopyPlan, made: ExportFormat) -> Job:
    stem = template.front.stem or template.front.id
    return Job(template, copy, made, f"{stem}-{copy.number:02d}_{copy.holder}{made.suffix}")


def package_folder(folder: Path, party: Party) -> Path:
    """Return where the package of a pihak goes, in the folder of all files."""
    return folder / f"{_PACKAGE}{party.id}"


def package_remarks(maker: Maker, made: Iterable[Made]) -> tuple[str, ...]:
    """Return what an operator has to know of a package: a copy not recorded as printed, a PDF too large."""
    remarks = []
    printed_ones = {(one.form, one.number) for one in maker.state.copies if one.deeds and not one.outdated}
    for one in made:
        copy = one.job.copy
        if copy is not None and (copy.form.value, copy.number) not in printed_ones:
            named = f"{copy.form.value} nomor {copy.number}".capitalize()
            remarks.append(f"{named} belum dicatat dicetak; cetak dahulu salinannya.")
        if one.job.format.id == "pdf" and len(one.data) > LARGEST_TO_SEND:
            remarks.append(f"{one.job.name} lebih dari {LARGEST_TO_SEND // 1000} kB; kirim lewat kandar USB.")
    return tuple(remarks)
