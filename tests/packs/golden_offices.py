"""Three offices whose papers are looked at whole, and the first paper of each template that they have.

The sample draft; an office of Aceh with 24 parties that prints on F4 and has closed its signing; an office
whose agreement has a clause of three pages.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import cache
from typing import NamedTuple

import msgspec

from kampanye_tui.agreement.compose import compose
from kampanye_tui.agreement.fingerprint import occasion_digest, text_digest
from kampanye_tui.agreement.state import state
from kampanye_tui.export import Job, Maker, Request, plan
from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.document import Document
from kampanye_tui.model.event import AnyEvent, Closed, Finalised, Outcome, Signed
from kampanye_tui.model.office import ClauseChoice, Configuration, ElectionChoice, Member, Office, Paper
from kampanye_tui.model.party import PartyEntry, Role, Signatory
from kampanye_tui.model.reading import read
from kampanye_tui.model.template import Template
from kampanye_tui.papers import papers
from kampanye_tui.plugin.library import Library, open_library
from tests.packs.regional_office import DAYS, ROOT
from tests.signatories import named
from tests.unit.document.signing_day import HEAD, WIB

changed = msgspec.structs.replace
BEGUN = datetime(2023, 11, 28, 9, 0, tzinfo=WIB)
OUTCOMES = {3: Outcome.PRESENT, 9: Outcome.ABSENT, 14: Outcome.LATER}
"""Place among the pihak → what came of asking; all others signed."""
AYAT = (
    "Kegiatan kampanye ke-{0} diberitahukan secara tertulis kepada kepolisian dengan tembusan kepada "
    "penyelenggara dan pengawas, paling lambat tujuh hari sebelumnya, dengan memuat:\n"
    "- hari, tanggal, jam, dan tempat kegiatan, serta perkiraan jumlah orang yang hadir;\n"
    "- nama pembicara, nama penanggung jawab, dan nomor telepon yang dapat dihubungi; dan\n"
    "- jalur yang dilalui dan kendaraan yang dipakai, berikut tempat parkirnya."
)
AYAT_OF_CLAUSE = 14
"""They fill three pages of A4."""
SAMPLE, F4, LONG_CLAUSE = "kota-tangerang-selatan", "kota-banda-aceh-f4", "kabupaten-sleman-klausul-panjang"
NAMES = (SAMPLE, F4, LONG_CLAUSE)


class GoldenOffice(NamedTuple):
    """What an office makes its papers with."""

    maker: Maker

    def papers(self) -> dict[str, Template]:
        """Return the templates of its papers by their names."""
        return {one.front.id: one for one in papers(self.maker.library)}

    def job(self, name: str) -> Job:
        """Return what makes the first paper of a template."""
        asked = Request((self.papers()[name].address,), ("pdf",))
        return plan(self.maker.agreement, self.maker.library, asked, self.maker.state)[0]

    def document(self, name: str) -> Document:
        """Return that paper as a document."""
        job = self.job(name)
        return self.maker.document(job.template, job.copy, job.holder)

    def pdf(self, name: str) -> bytes:
        """Return it as PDF, without attachments: those are tried where batches are."""
        return self.maker.make(self.job(name)).data


@cache
def golden_office(name: str) -> GoldenOffice:
    """Return the office of that name; the same one each time."""
    return GoldenOffice(_MADE[name]())


def _opened(configuration: Configuration) -> tuple[Library, Agreement]:
    region, election = configuration.office.region, configuration.election.id
    day = configuration.occasion.day
    library = open_library(configuration.packs, ROOT, region, election, day, "kampanye.toml")
    offered = library.clause_set(configuration.clauses.clause_set)
    return library, compose(configuration, library.reference, offered, library.host.packs())


def _sample_configuration() -> Configuration:
    return read(Configuration, (ROOT / "sample_config.toml").read_bytes(), "sample_config.toml")


def _sample() -> Maker:
    library, agreement = _opened(_sample_configuration())
    return Maker(agreement, state(agreement), library, small=True)


def _on_f4() -> Maker:
    office = Office(
        region="11.71",
        address="Jalan Contoh Nomor 1, Banda Aceh",
        members=(Member(office="Ketua", name="Cut Contoh"), *[Member(office="Anggota")] * 4),
    )
    library, draft = _opened(changed(_sample_configuration(), office=office))
    agreement = named(draft)
    done = state(agreement, _signed(agreement), HEAD)
    return Maker(agreement, done, library, paper=Paper.F4, small=True)


def _signed(agreement: Agreement) -> list[AnyEvent]:
    """Return a day on which most signed."""

    def said(number: int) -> dict:
        moment = BEGUN + timedelta(minutes=number)
        return {"number": number, "occurred": moment, "recorded": moment, "operator": "ani"}

    events: list[AnyEvent] = [
        Finalised(
            revision=1,
            text_digest=text_digest(agreement),
            occasion_digest=occasion_digest(agreement),
            **said(1),
        )
    ]
    for at, party in enumerate(agreement.parties, 1):
        if party.role is not Role.PRESENT:
            for place, one in enumerate(party.signatories, 1):
                who = {"party": party.id, "place": place, "name": one.name, "office": one.office}
                outcome = OUTCOMES.get(at, Outcome.SIGNED)
                events.append(Signed(revision=1, outcome=outcome, **who, **said(len(events) + 1)))
    return [*events, Closed(revision=1, **said(len(events) + 1))]


def _with_a_long_clause() -> Maker:
    pairs = tuple(
        PartyEntry(
            id=f"paslon-{number}",
            name=name,
            role=Role.CONTESTANT,
            ballot_number=number,
            signatories=(Signatory(office="Calon Bupati"), Signatory(office="Calon Wakil Bupati")),
        )
        for number, name in enumerate(("Ani Contoh dan Budi Contoh", "Cici Contoh dan Dedi Contoh"), 1)
    )
    sample = _sample_configuration()
    library, short = _opened(
        changed(
            sample,
            office=Office(
                region="34.04",
                city="Sleman",
                members=(Member(office="Ketua"), *[Member(office="Anggota")] * 4),
            ),
            election=ElectionChoice(id="pilkada-2024"),
            occasion=changed(sample.occasion, day=DAYS["pilkada-2024"]),
            clauses=ClauseChoice(clause_set="nasional/ringkas"),
            parties=pairs,
        )
    )
    text = "\n\n".join(AYAT.format(number) for number in range(1, AYAT_OF_CLAUSE + 1))
    first, second, *rest = short.clauses
    agreement = changed(short, clauses=(first, changed(second, text=text, resolved=text), *rest))
    return Maker(agreement, state(agreement), library, small=True)


_MADE = {SAMPLE: _sample, F4: _on_f4, LONG_CLAUSE: _with_a_long_clause}
