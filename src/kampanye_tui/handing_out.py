"""What leaves the office: a print run of numbered copies, and the package of papers for one pihak.

What documents are made with comes in; finished files, where they were written, and the events of a run go
out. A run is recorded after its files are written, so that no number is said to be printed without a file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, NamedTuple

from kampanye_tui.agreement.copy_standing import due_copies
from kampanye_tui.agreement.copying import printed, refuse_unprintable
from kampanye_tui.export import Delivered, Made, Maker, copy_jobs, deliver, make_all
from kampanye_tui.model.agreement import Agreement, CopyForm, CopyPlan
from kampanye_tui.model.event import AnyEvent, CopyHandled
from kampanye_tui.model.party import Party

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
    """Return the run of these copies, its files made and not written; ``told`` gets the number done."""
    wanted = tuple(due)
    made = make_all(maker, copy_jobs(maker.library, wanted), told)
    return PrintRun(tuple(zip(wanted, made, strict=True)))


def package_folder(folder: Path, party: Party) -> Path:
    """Return where the package of a pihak goes, in the folder of all files."""
    return folder / f"{_PACKAGE}{party.id}"


def package_remarks(maker: Maker, made: Iterable[Made]) -> tuple[str, ...]:
    """Return what an operator has to know of a package: a copy not recorded as printed, a PDF too large."""
    remarks = []
    printed_ones = {(one.form, one.number) for one in maker.state.copies if one.deeds}
    for one in made:
        copy = one.job.copy
        if copy is not None and (copy.form.value, copy.number) not in printed_ones:
            named = f"{copy.form.value} nomor {copy.number}".capitalize()
            remarks.append(f"{named} belum dicatat dicetak; cetak dahulu salinannya.")
        if one.job.format.id == "pdf" and len(one.data) > LARGEST_TO_SEND:
            remarks.append(f"{one.job.name} lebih dari {LARGEST_TO_SEND // 1000} kB; kirim lewat kandar USB.")
    return tuple(remarks)
