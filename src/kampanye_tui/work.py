"""An agreement at work: the text that is open, the packs it is made of, what the rules find, what comes next.

A configuration and an id come in; screens and the line mode read and edit through it. It knows no screen.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kampanye_tui.agreement.checks import run
from kampanye_tui.agreement.facts import of_kind
from kampanye_tui.agreement.finalising import edited, refuse_step_back, revised
from kampanye_tui.agreement.merge import refuse_final
from kampanye_tui.agreement.pack_news import pack_news
from kampanye_tui.agreement.state import state
from kampanye_tui.agreement.steps import next_step
from kampanye_tui.model.event import SignatoryReplaced
from kampanye_tui.model.messages import unknown_choice
from kampanye_tui.model.problem import Problem, Refused
from kampanye_tui.model.problem import Step as FileStep
from kampanye_tui.store.ledger import Ledger, record

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import date
    from pathlib import Path
    from typing import Any

    from kampanye_tui.agreement.chain import Book
    from kampanye_tui.agreement.finalising import Obstacle
    from kampanye_tui.agreement.pack_news import PackNews
    from kampanye_tui.agreement.steps import Step
    from kampanye_tui.model.agreement import Agreement
    from kampanye_tui.model.event import AnyEvent
    from kampanye_tui.model.finding import Finding
    from kampanye_tui.model.state import State
    from kampanye_tui.plugin.library import Library
    from kampanye_tui.reopening import Carried, Reopened
    from kampanye_tui.store.apart import Apart
    from kampanye_tui.store.configuration import Located
    from kampanye_tui.store.draft import Draft


class Work:
    """An agreement that is open, with everything around it."""

    def __init__(self, located: Located, draft: Draft) -> None:
        self.located = located
        self.draft = draft
        self._library: tuple[tuple[object, ...], Library] | None = None
        self._checked: tuple[Agreement, tuple[SignatoryReplaced, ...], tuple[Finding, ...]] | None = None
        self._stands: tuple[Agreement, Book, State] | None = None
        self.witness = ""
        """Who watches the signing, as the desk was told; it holds until the agreement is closed."""
        self.ledger = Ledger(self.folder, self.agreement.id)

    @property
    def agreement(self) -> Agreement:
        """The text as it stands."""
        return self.draft.agreement

    @property
    def library(self) -> Library:
        """What the packs give on the day of signing; reading them takes 0.15 s for the national pack."""
        agreement = self.agreement
        key = (agreement.reference.region.code, agreement.reference.election.id, agreement.occasion.day)
        if self._library is None or self._library[0] != key:
            self._library = (key, library_for(self.located, agreement))
        return self._library[1]

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What the rules find in the text as it stands."""
        agreement, named = self.agreement, self._named
        known = self._checked
        if known is None or known[0] is not agreement or known[1] != named:
            library = self.library
            known = (agreement, named, run(agreement, library.reference, library.rules, named))
            self._checked = known
        return known[2]

    @property
    def _named(self) -> tuple[SignatoryReplaced, ...]:
        """Whom the ledger names to sign, which rules ask of it; nobody where it cannot be read."""
        try:
            return of_kind(self.book.events, SignatoryReplaced)
        except (Refused, OSError):
            return ()

    @property
    def checked(self) -> tuple[Finding, ...] | None:
        """The findings, when somebody has asked for those of the text as it stands."""
        return self._checked[2] if self._checked and self._checked[0] is self.agreement else None

    @property
    def pack_news(self) -> tuple[PackNews, ...]:
        """The packs that are others now; none for a final text, which no pack touches any more."""
        return () if self.state.phase.settled else pack_news(self.agreement, self.library.host.packs())

    @property
    def book(self) -> Book:
        """The ledger as it stands on the disk; another process may have added to it."""
        opened = self.ledger.open()
        if opened.notice:
            self.draft.notice = opened.notice
        return opened.book

    @property
    def folder(self) -> Path:
        """The folder of the agreement."""
        return self.draft.saved.path.parent

    @property
    def state(self) -> State:
        """Where the agreement stands."""
        agreement, book = self.agreement, self.book
        if self._stands is None or self._stands[0] is not agreement or self._stands[1] is not book:
            self._stands = agreement, book, state(agreement, book.events, book.head if book.events else "")
        return self._stands[2]

    @property
    def step(self) -> Step:
        """What comes next."""
        return next_step(self.agreement, self.state, self.findings)

    def edit(self, after: Agreement, opened: Agreement | None = None) -> tuple[str, ...]:
        """Save an edit and return its account, line by line; a change of a final text is a new revision.

        ``opened`` is the text that it was made from, where that may be another than stands here now.
        """
        return self.draft.edit(edited(self.agreement, after, self.book.events), opened)

    def unite(self, after: Agreement, one: Apart) -> tuple[str, ...]:
        """Save what a version that waited was merged to; return the account as of an edit."""
        refuse_final(self.state)
        return self.draft.unite(edited(self.agreement, after, self.book.events), one)

    def step_back(self, *, again: bool = False) -> tuple[str, ...]:
        """Undo or, with ``again``, redo an edit and return its account; no final text is put aside so."""
        other = self.draft.neighbour(again=again)
        if other is not None:
            refuse_step_back(self.agreement, other, self.book.events)
        return self.draft.redo() if again else self.draft.undo()

    def hindrances(self) -> tuple[Obstacle, ...]:
        """Return what stands in the way of a final text."""
        return hindrances(self.agreement, self.book, self.library, self.findings)

    def finalise(self, found: tuple[Obstacle, ...], **said: Any) -> None:
        """Make the text final: kept as a file, then named by the ledger; raises Refused and OSError."""
        agreement = revised(self.agreement, self.book.events)
        finalise(self.folder, agreement, found, **said)
        if agreement != self.agreement:
            self.draft.edit(agreement)

    def record(self, make: Callable[[Book], Iterable[AnyEvent]]) -> tuple[AnyEvent, ...]:
        """Append what ``make`` returns for the ledger as it then stands; return what was added."""
        return self.ledger.record(printable_events(self.located, make))


def unprintable_for(located: Located) -> Callable[[str], tuple[str, ...]]:
    """Return what tells the characters of a text that the typeface of an office lacks."""
    from kampanye_tui.model.export_format import FontFiles

    fonts = located.configuration.fonts
    files = FontFiles.chosen(fonts, located.folder) if fonts else None

    def lacking(text: str) -> tuple[str, ...]:
        from kampanye_tui.formats.pdf.coverage import unprintable

        return unprintable(text, files)

    return lacking


def printable_events(
    located: Located, make: Callable[[Book], Iterable[AnyEvent]]
) -> Callable[[Book], Iterable[AnyEvent]]:
    """Return ``make`` so that it refuses events with letters that no paper of the office could print."""
    from kampanye_tui.agreement.printing import refuse_unprintable

    def checked(book: Book) -> Iterable[AnyEvent]:
        events = tuple(make(book))
        refuse_unprintable(events, unprintable_for(located))
        return events

    return checked


def library_for(located: Located, agreement: Agreement | None = None) -> Library:
    """Return the library for an agreement or, without one, for the configuration; raises Refused.

    Its rules are those of the packs, and one about what the office's typeface can print.
    """
    from kampanye_tui.agreement.printing import printing_rule
    from kampanye_tui.plugin.library import open_library

    configuration = located.configuration
    if agreement is None:
        region, election = configuration.office.region, configuration.election.id
        day = configuration.occasion.day
    else:
        region = agreement.reference.region.code
        election, day = agreement.reference.election.id, agreement.occasion.day
    library = open_library(
        configuration.packs, located.folder, region, election, day, located.label, located.own
    )
    return library._replace(rules=(*library.rules, printing_rule(unprintable_for(located))))


def on_another_day(
    located: Located, agreement: Agreement, day: date | None
) -> tuple[Agreement, tuple[str, ...]]:
    """Return the agreement on another day, and in words which clauses come and go; raises Refused."""
    import msgspec

    from kampanye_tui.agreement.edit_occasion import moved

    elsewhere = msgspec.structs.replace(agreement.occasion, day=day)
    library = library_for(located, msgspec.structs.replace(agreement, occasion=elsewhere))
    return moved(agreement, day, library.reference, library.clause_sets, library.host.packs())


def with_occasion_values(
    located: Located, agreement: Agreement, values: Mapping[str, str]
) -> tuple[Agreement, tuple[str, ...]]:
    """Return the agreement with what was typed of its occasion, and in words what another day makes of it."""
    from kampanye_tui.agreement.entries import day_of
    from kampanye_tui.agreement.occasion_values import with_values

    day = day_of(values["tanggal"])
    after = with_values(agreement, values)
    return (after, ()) if day == agreement.occasion.day else on_another_day(located, after, day)


def reopened_from(located: Located, files: Carried) -> Reopened:
    """Put the text that a PDF carries into the workspace as a draft; raises Refused and Declined.

    Where no pack knows its region or election any more, it comes back all the same, and that is said.
    """
    from kampanye_tui.model.agreement import Agreement
    from kampanye_tui.model.print_record import TEXT
    from kampanye_tui.model.reading import read
    from kampanye_tui.reopening import reopened

    office = located.configuration.office
    try:
        packs = library_for(located, read(Agreement, files.text, TEXT)).host.packs()
    except Refused as refused:
        found = reopened(located.workspace, office, files, ())
        return found._replace(remarks=(*map(str, refused.problems), *found.remarks))
    return reopened(located.workspace, office, files, packs)


def composed(located: Located, library: Library) -> Agreement:
    """Return an agreement composed from the configuration, saved nowhere; raises :class:`Refused`."""
    from kampanye_tui.agreement.compose import compose

    configuration = located.configuration
    _refuse_unknown_numbers(located, library)
    clause_set = library.clause_set(configuration.clauses.clause_set)
    return compose(configuration, library.reference, clause_set, library.host.packs(), located.label)


def _refuse_unknown_numbers(located: Located, library: Library) -> None:
    """Refuse a number for a document that there is not: it would print nowhere."""
    known = {template.front.id for template in library.templates.values()}
    problems = []
    for name in located.configuration.numbers:
        if name not in known:
            what, hint = unknown_choice(name, known)
            step = FileStep("nomor")
            problems.append(Problem(what=what, hint=hint, file=located.label, steps=(step,), key=name))
    if problems:
        raise Refused(problems)


def hindrances(
    agreement: Agreement, book: Book, library: Library, findings: tuple[Finding, ...]
) -> tuple[Obstacle, ...]:
    """Return what stands in the way of a final text: findings, open objections, packs that changed."""
    from kampanye_tui.agreement.finalising import obstacles
    from kampanye_tui.agreement.responding import answers_of
    from kampanye_tui.agreement.response_matrix import open_objections

    objections = [
        f"Keberatan {one.party.called} atas klausul {one.clause.title}: {one.remark}"
        for one in open_objections(agreement, answers_of(book.events))
    ]
    return obstacles(agreement, findings, objections, library.host.packs())


def finalise(folder: Path, agreement: Agreement, found: tuple[Obstacle, ...], **said: Any) -> None:
    """Keep the text of a revision and record that it is final; raises Refused and OSError.

    The text is kept before the ledger names it: an interrupted attempt leaves the same text behind.
    """
    from kampanye_tui.agreement.finalising import finalised
    from kampanye_tui.store.revisions import keep_revision

    def make(book: Book) -> tuple[AnyEvent, ...]:
        events = finalised(agreement, book.events, found, **said)
        keep_revision(folder, agreement)
        return events

    record(folder, agreement.id, make)
