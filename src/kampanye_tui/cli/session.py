"""What most commands begin with: the configuration, the agreement, and the library that goes with it."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from kampanye_tui.cli.options import configured, left_out
from kampanye_tui.cli.output import talk

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kampanye_tui.model.agreement import Agreement
    from kampanye_tui.model.event import AnyEvent
    from kampanye_tui.model.finding import Finding
    from kampanye_tui.model.operator import AtWork
    from kampanye_tui.model.pack import PackStatus
    from kampanye_tui.model.problem import Problem
    from kampanye_tui.plugin.library import Library
    from kampanye_tui.store.configuration import Located
    from kampanye_tui.store.workspace import Saved


class Session(NamedTuple):
    """An agreement with everything around it. ``saved`` is None for one composed just now."""

    located: Located
    library: Library
    agreement: Agreement
    saved: Saved | None


def locate() -> Located:
    """Return the configuration, and say who works under it from now on; raises Refused."""
    from kampanye_tui.store.at_work import begin
    from kampanye_tui.store.configuration import open_configuration

    located = open_configuration(configured(), left_out())
    begin(_at_work(located))
    return located


def located_if_any() -> Located | None:
    """Return what :func:`locate` does; None where none is named and none lies in the usual places."""
    from kampanye_tui.store.configuration import candidates

    there = configured() is not None or any(path.is_file() for path in candidates(None))
    return locate() if there else None


def _at_work(located: Located) -> AtWork:
    """Return who works: somebody who came over SSH names files in the folders of the office alone."""
    from kampanye_tui.cli.recording import operator_name
    from kampanye_tui.cli.ssh_client import client
    from kampanye_tui.model.operator import AtWork

    who = AtWork(operator_name(), located.configuration.operators)
    came = client()
    if came is None:
        return who
    return who._replace(**came._asdict(), folders=located.own_folders, outputs=located.own_outputs)


def library_for(located: Located, agreement: Agreement | None = None) -> Library:
    """Return the library for an agreement or the configuration, and say which packs are not used."""
    from kampanye_tui.work import library_for

    library = library_for(located, agreement)
    tell_problems(library)
    return library


def tell_problems(library: Library, told: Sequence[PackStatus] = ()) -> None:
    """Say which packs are not used although they apply, besides those told already."""
    for status in library.host.problems():
        if status not in told:
            talk(f"Paket {status.id} {status.state.value}: {status.reason}")


def none_saved(located: Located) -> Problem:
    """Return that there is no agreement to work on, and what to do; those in the archive are named."""
    from kampanye_tui.model.problem import Problem
    from kampanye_tui.store.workspace import ARCHIVE, agreement_ids

    archived = agreement_ids(located.workspace, ARCHIVE)
    if archived:
        hint = "Kembalikan dahulu dari arsip di program layar: kampanye"
        return Problem(what=f"semua naskah di arsip: {', '.join(archived)}", hint=hint)
    return Problem(what="belum ada naskah tersimpan", hint="Buat dengan: kampanye baru")


def compose_new(located: Located) -> Session:
    """Return a session with an agreement composed from the configuration, not saved."""
    from kampanye_tui.work import composed

    library = library_for(located)
    return Session(located, library, composed(located, library), None)


def _tell_edited(located: Located, saved: Saved) -> None:
    """Say that the configuration was edited after the agreement was made, for that changes nothing in it."""
    agreement, configuration = saved.agreement, located.configuration
    if located.path.stat().st_mtime <= saved.path.stat().st_mtime:
        return
    occasion = configuration.occasion
    typed = [value for value in (occasion.day, occasion.start, occasion.place) if value]
    kept = (agreement.occasion.day, agreement.occasion.start, agreement.occasion.place)
    office = configuration.office
    same = all(value in kept for value in typed) and (office.address, office.contact, office.members) == (
        agreement.office.address,
        agreement.office.contact,
        agreement.office.members,
    )
    if not same:
        talk(
            f"Catatan: {located.label} diubah sesudah naskah {agreement.id} disusun; yang dipakai adalah isi "
            f"{saved.path.parent.parent.name}/{agreement.id}/{saved.path.name}."
        )


def choose(agreement_id: str | None) -> Session:
    """Return the session for a saved agreement, or for the only one there is.

    Where none is saved yet, the configuration is composed as it stands; where there are several, the operator
    has to say which.
    """
    located = locate()
    saved = pick(located, agreement_id)
    if saved is None:
        talk(f"Belum ada naskah tersimpan; disusun langsung dari {located.label}.")
        return compose_new(located)
    library = library_for(located, saved.agreement)
    _tell_pack_news(located, library, saved.agreement)
    return Session(located, library, saved.agreement, saved)


def _tell_pack_news(located: Located, library: Library, agreement: Agreement) -> None:
    """Say which packs of a text that can still change are others now."""
    from kampanye_tui.agreement.pack_news import pack_news
    from kampanye_tui.store.ledger import state_of

    news = pack_news(agreement, library.host.packs())
    if news and not state_of(located.workspace, agreement).phase.settled:
        for one in news:
            talk(one.words)


def pick(located: Located, agreement_id: str | None) -> Saved | None:
    """Return the saved agreement of that id or the only one, None where none is saved; raises Refused."""
    from kampanye_tui.model.problem import refuse
    from kampanye_tui.store.workspace import agreement_ids, load

    ids = agreement_ids(located.workspace)
    if agreement_id is None and not ids:
        return None
    if agreement_id is None and len(ids) > 1:
        raise refuse("ada beberapa naskah di ruang kerja ini", f"Sebutkan salah satu: {', '.join(ids)}")
    saved = load(located.workspace, agreement_id or ids[0])
    _tell_edited(located, saved)
    return saved


def findings_of(session: Session) -> tuple[Finding, ...]:
    """Return what the rules find in the session's agreement, as its ledger, where it can be read, stands."""
    from kampanye_tui.agreement.checks import run
    from kampanye_tui.model.problem import Refused
    from kampanye_tui.store.ledger import open_ledger

    events: tuple[AnyEvent, ...] = ()
    if session.saved is not None:
        with suppress(Refused, OSError):
            events = open_ledger(session.saved.path.parent, session.agreement.id).book.events
    return run(session.agreement, session.library.reference, session.library.rules, events)
