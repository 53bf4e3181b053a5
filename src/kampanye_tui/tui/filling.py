"""What the first screen fills in after its first frame: entries the index lacks, and counts of findings."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from kampanye_tui.store.index import Known, entry_of, read_index, write_index
from kampanye_tui.store.workspace import ARCHIVE, FOLDER

if TYPE_CHECKING:
    from kampanye_tui.model.finding import Finding
    from kampanye_tui.plugin.library import Library
    from kampanye_tui.store.configuration import Located
    from kampanye_tui.store.index import Entry
    from kampanye_tui.store.workspace import Saved
    from kampanye_tui.work import Work

STEP = 25
"""Entries that are read before the screen is told: reading one takes 16 ms."""


def lacking(listed: list[Known], most: int) -> list[int]:
    """Return which entries have to be read: unknown ones, and the first ``most`` that were never checked."""
    return [
        at
        for at, (_id, entry) in enumerate(listed)
        if entry is None or (at < most and entry.findings is None and not entry.problem)
    ]


def fill(
    located: Located,
    listed: list[Known],
    most: int,
    told: Callable[[list[Known]], None],
    *,
    archived: bool = False,
) -> None:
    """Read what is lacking, check the first ``most``, and write the index. Runs in a thread."""
    from kampanye_tui.store.workspace import listed as read_listed

    entries = list(listed)
    libraries: dict[tuple[object, ...], Library] = {}
    for done, at in enumerate(lacking(listed, most), 1):
        shown = read_listed(located.workspace, entries[at].id, ARCHIVE if archived else FOLDER)
        found = None
        if shown.saved is not None and at < most:
            found = _findings(located, shown.saved, libraries)
        entries[at] = Known(entries[at].id, entry_of(shown, found))
        if done % STEP == 0:
            told(list(entries))
    told(entries)
    keep(located, [entry for _id, entry in entries if entry is not None], archived=archived)


def keep(located: Located, entries: list[Entry], *, archived: bool) -> None:
    """Write the index with these entries and those of the other shelf."""
    others = read_index(located.workspace, archived=not archived)
    write_index(located.workspace, [*entries, *others.values()])


def entry_now(work: Work) -> None:
    """Bring the entry of an agreement that was open up to date, so that the list need not read it."""
    known = read_index(work.located.workspace)
    known[work.agreement.id] = entry_of(work.draft.saved, work.checked)
    keep(work.located, list(known.values()), archived=False)


def _findings(
    located: Located, saved: Saved, libraries: dict[tuple[object, ...], Library]
) -> tuple[Finding, ...] | None:
    """Return what the rules find; None where packs or the ledger cannot be read or a rule fails."""
    from kampanye_tui.agreement.checks import run
    from kampanye_tui.store.ledger import open_ledger
    from kampanye_tui.work import library_for

    agreement = saved.agreement
    reference = agreement.reference
    key = (reference.region.code, reference.election.id, agreement.occasion.day)
    try:
        if key not in libraries:
            libraries[key] = library_for(located, agreement)
        library = libraries[key]
        events = open_ledger(saved.path.parent, agreement.id).book.events
        return run(agreement, library.reference, library.rules, events)
    except Exception:  # noqa: BLE001 - who opens the agreement is told; here it has no place
        return None


def office_name(located: Located) -> str:
    """Return what the office is called where it does not say so; its region's code where packs fail."""
    from kampanye_tui.agreement.vocabulary import short_office, vocabulary
    from kampanye_tui.work import library_for

    configuration = located.configuration
    choice, office = configuration.agreement, configuration.office
    try:
        reference = library_for(located).reference
    except Exception:  # noqa: BLE001 - what is wrong is told when an agreement is made
        return f"wilayah {office.region}"
    return short_office(vocabulary(reference, office, configuration.occasion, choice.kind, choice.topic))
