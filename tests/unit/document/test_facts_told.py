"""What of the ledger travels inside a paper: enough to make it again, and nothing that it does not print."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import msgspec
import pytest

from kampanye_tui.agreement.copying import handled
from kampanye_tui.agreement.responding import clause_digest
from kampanye_tui.agreement.state import state
from kampanye_tui.document.build import build
from kampanye_tui.document.facts_told import state_told, told_by
from kampanye_tui.document.template_names import names_of
from kampanye_tui.model.agreement import Agreement, CopyForm, CopyPlan
from kampanye_tui.model.document import Document
from kampanye_tui.model.event import (
    Answer,
    AnyEvent,
    CopyDeed,
    Correction,
    Event,
    Evidence,
    Finalised,
    Interrupted,
    Mandate,
    MandateKind,
    Outcome,
    Responded,
    SignatoryReplaced,
    Signed,
)
from kampanye_tui.model.party import Party
from kampanye_tui.model.state import State
from kampanye_tui.model.template import FrontMatter, Scope, Template
from kampanye_tui.plugin.library import Library
from tests.unit.document.signing_day import HEAD, Day, at, changed, said, small

SECRET = "kata-yang-tidak-dicetak"
"""Stands in every field that a paper may have no use for."""


class FullDay(Day):
    """A day on which everything happens, some of it twice, and much after the closing."""

    def answers(self) -> None:
        """Let all three parties answer, one in other words since, one with an objection."""
        first, second, *_others = self.agreement.clauses
        for party, clause, answer, remark in (
            ("partai-anggrek", first, Answer.AGREED, ""),
            ("partai-anggrek", second, Answer.OBJECTION, "terlalu dekat"),
            ("partai-bakung", first, Answer.REMARK, "perlu sosialisasi"),
        ):
            digest = clause_digest(clause)
            more = {"answer": answer, "remark": remark, "clause_digest": digest}
            self.add(Responded(number=0, party=party, clause=clause.id, **more, **said(at(7, 0))))
        stale = {"answer": Answer.REMARK, "remark": SECRET, "clause_digest": "0" * 64}
        self.add(Responded(number=0, party="partai-bakung", clause=second.id, **stale, **said(at(7, 30))))

    def signing(self) -> None:
        """Record the desk, and a slip that is found only after the closing."""
        super().signing()
        more = {"revision": 1, "outcome": Outcome.PRESENT, "place": 1, "office": "Ketua Bawaslu"}
        self.add(Signed(number=0, party="bawaslu", name="Dewi", **more, **said(at(9, 58))))

    def final(self) -> None:
        """Make the text final once."""
        if not any(isinstance(one, Finalised) for one in self.events):
            super().final()

    def replaced(self, party: str, name: str, moment: Any) -> AnyEvent:
        """Let somebody else sign for a pihak."""
        who = {"party": party, "place": 1, "office": "Ketua DPC", "name": name, "reason": SECRET}
        return self.add(SignatoryReplaced(number=0, **who, **said(moment)))

    def corrected(self, event: AnyEvent, moment: Any) -> None:
        """Take an event back."""
        self.add(Correction(number=0, of=event.number, reason=SECRET, **said(moment)))

    def afterwards(self) -> None:
        """Record what comes after the closing: a late signature, corrections, copies that wander."""
        for party in ("partai-bakung", "bawaslu"):
            signed = [one for one in self.events if isinstance(one, Signed) and one.party == party]
            self.corrected(signed[-1], at(12, 0))
        more = {"revision": 1, "outcome": Outcome.SIGNED, "place": 1, "office": "Ketua DPC"}
        mandate = Mandate(kind=MandateKind.ON_BEHALF, name="Joko", number="9/DPC", day=date(2023, 12, 1))
        late = {"mandate": mandate, "witness": "Sari", "remark": "datang ke kantor", "name": "Joko"}
        self.add(Signed(number=0, party="partai-cempaka", **late, **more, **said(at(9, 0, 30))))
        self.replaced("partai-anggrek", "Kiki", at(9, 5, 30))
        deed = CopyDeed.RECEIVED
        who = {"receiver": "Hani", "capacity": "ketua"}
        self.add(handled(self.agreement, self.events, deed, CopyForm.COPY, 1, **who, **said(at(10, 0, 29))))
        self.hand_out(2, "Indra", "staf", at(10, 5, 29))
        back = {"reason": "alamat kosong"}
        for deed in (CopyDeed.RETURNED, CopyDeed.SPOILED):
            said_so = said(at(10, 10, 29))
            self.add(handled(self.agreement, self.events, deed, CopyForm.COPY, 2, **back, **said_so))
        about = {"sha256": "1" * 64, "name": SECRET, "about": "asli bertanda tangan"}
        self.add(Evidence(number=0, original=1, **about, **said(at(11, 0, 29))))
        mandate = about | {"about": "mandat Anggrek", "party": "partai-anggrek"}
        self.add(Evidence(number=0, **mandate, **said(at(11, 5, 29))))
        self.add(Interrupted(number=0, reason=SECRET, **said(at(11, 10, 29))))


def moments(agreement: Agreement) -> dict[str, tuple[AnyEvent, ...]]:
    """Return the ledger at moments of a day, by what happened last."""
    day = FullDay(agreement)
    found: dict[str, tuple[AnyEvent, ...]] = {"nothing": ()}

    def keep(name: str) -> None:
        writing = dict.fromkeys(Event.__struct_fields__, SECRET) | {"recorded": at(23, 59, 30)}
        del writing["number"], writing["occurred"]
        found[name] = tuple(changed(one, **writing) for one in day.events)

    day.answers()
    keep("answers")
    day.final()
    keep("final")
    named = day.replaced("partai-bakung", "Lala", at(8, 30))
    day.signing()
    keep("signing")
    day.close()
    keep("closed")
    day.print_all()
    day.hand_out(1, "Fajar", "sekretaris", at(11, 0))
    day.hand_out(4, "Gita", "staf", at(11, 5))
    keep("handed over")
    day.afterwards()
    day.corrected(named, at(12, 0, 30))
    keep("afterwards")
    return found


@pytest.fixture(scope="module")
def held(agreement: Agreement) -> Agreement:
    """A small agreement whose parties have addresses that nobody prints."""
    made = small(agreement)
    parties = tuple(changed(party, address=SECRET) for party in made.parties)
    return changed(made, parties=parties, clauses=made.clauses[:4])


def receivers(agreement: Agreement, template: Template) -> Iterator[tuple[CopyPlan | None, Party | None]]:
    """Yield for whom papers of a template are tried."""
    if template.front.scope is Scope.COPY:
        yield from ((copy, None) for copy in agreement.copies_of(CopyForm.COPY)[1:2])
        return
    if template.front.scope is Scope.AGREEMENT:
        yield None, None
    yield None, agreement.parties[2]


def again(
    library: Library, template: Template, agreement: Agreement, stands: State
) -> Iterator[tuple[Document, Document, bytes]]:
    """Yield each paper as it is, as it is made of what travels, and that as bytes."""
    names = names_of(template, library.templates)
    for copy, holder in receivers(agreement, template):
        party = agreement.party(copy.holder) if copy else holder
        told = told_by(names, agreement, stands, copy, party)
        one, other = (
            build(template, agreement, known, copy=copy, holder=holder, templates=library.templates)
            for known in (stands, state_told(agreement, told))
        )
        yield one, other, msgspec.json.encode(told)


MOMENTS = ("revised", "nothing", "answers", "final", "signing", "closed", "handed over", "afterwards")
Papers = list[tuple[str, Document, Document, bytes]]


@pytest.fixture(scope="module")
def papers(library: Library, held: Agreement) -> dict[str, Papers]:
    """All papers at each moment: as they are, as they are made again, and what travels."""
    found: dict[str, Papers] = {}
    listed = {moment: (held, events) for moment, events in moments(held).items()}
    revised = changed(held, revision=2, topic="Kampanye Damai dan Jujur")
    listed["revised"] = revised, listed["afterwards"][1]
    for moment, (text, events) in listed.items():
        stands = state(text, events, HEAD if events else "")
        found[moment] = [
            (template.address, *made)
            for template in library.templates.values()
            for made in again(library, template, text, stands)
        ]
    return found


@pytest.mark.parametrize("moment", MOMENTS)
def test_a_paper_can_be_made_again_of_what_travels(papers: dict[str, Papers], moment: str) -> None:
    assert [address for address, one, other, _travels in papers[moment] if one != other] == []


# Minutes of a revised text tell of no closing yet, and so of all interruptions.
@pytest.mark.parametrize("moment", MOMENTS[1:])
def test_what_no_paper_prints_does_not_travel(papers: dict[str, Papers], moment: str) -> None:
    assert [address for address, *_made, travels in papers[moment] if SECRET.encode() in travels] == []


def told_of(
    library: Library, agreement: Agreement, name: str, moment: str, **who: Any
) -> tuple[AnyEvent, ...]:
    """Return the events that travel in a national paper."""
    names = names_of(library.template(f"nasional/{name}"), library.templates)
    stands = state(agreement, moments(agreement)[moment], HEAD)
    return told_by(names, agreement, stands, who.get("copy"), who.get("holder")).events


def words(events: tuple[AnyEvent, ...]) -> str:
    """Return all that the events say."""
    return msgspec.json.encode(events).decode()


def test_a_naskah_tells_nothing_of_the_day(library: Library, held: Agreement) -> None:
    # Its pages can be printed the night before and are the same ones afterwards.
    assert told_of(library, held, "naskah", "final") == told_of(library, held, "naskah", "afterwards")


def test_a_salinan_tells_who_signed_but_no_remark(library: Library, held: Agreement) -> None:
    (copy, *_others) = held.copies_of(CopyForm.COPY)
    told = told_of(library, held, "salinan-peserta", "handed over", copy=copy, holder=held.party(copy.holder))
    assert "Taufiq MZ" not in words(told)
    assert '"Plh."' in words(told)
    for unprinted in ("keterangan lisan", "17/SPT/2023", "Fajar", "terlalu dekat"):
        assert unprinted not in words(told)


def test_the_minutes_tell_remarks_and_who_received_that_day(library: Library, held: Agreement) -> None:
    told = words(told_of(library, held, "berita-acara-penandatanganan", "afterwards"))
    for printed in ("keterangan lisan", "17/SPT/2023", "Gita", "listrik padam"):
        assert printed in told
    for unprinted in ("Hani", "Indra", "datang ke kantor", "terlalu dekat"):
        assert unprinted not in told


def test_an_answer_for_one_pihak_tells_nothing_of_others(library: Library, held: Agreement) -> None:
    party = held.party("partai-bakung")
    told = words(told_of(library, held, "jawaban-ringkas", "afterwards", holder=party))
    for of_others in ("keterangan lisan", "Gita", "mandat Anggrek"):
        assert of_others not in told


def test_names_of_a_template_are_those_of_what_it_takes_in(library: Library) -> None:
    names = names_of(library.template("nasional/salinan-peserta"), library.templates)
    assert [template.address for template in names.templates] == ["nasional/naskah"]
    assert {"kop", "kontak_kantor", "nomor_salinan", "klausul", "ada-saksi"} <= names.all


def test_a_template_whose_numbers_are_used_counts_as_well(library: Library) -> None:
    front = FrontMatter(id="uji", title="Uji", numbered_as="nasional/naskah")
    names = names_of(Template(front=front, body="", file="uji.md", address="uji/uji"), library.templates)
    assert [template.address for template in names.templates] == ["nasional/naskah"]
