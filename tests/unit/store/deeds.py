"""What is done to a workspace when a process is killed, and what has to stand there afterwards.

A deed is prepared in an empty folder, done, and judged: whole as before or whole as after, as after where it
was claimed to be done, and work goes on behind it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

import msgspec

from kampanye_tui.agreement.chain import FILE
from kampanye_tui.agreement.verification import verified
from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.event import Finalised, Loan, Overridden
from kampanye_tui.model.loan import LoanDeed
from kampanye_tui.model.problem import Declined
from kampanye_tui.store.evidence import evidence_hashes, keep_evidence
from kampanye_tui.store.forks import fork_folders
from kampanye_tui.store.journal import Journal, Typing, recover
from kampanye_tui.store.kept import read_kept
from kampanye_tui.store.lease import Lease, take
from kampanye_tui.store.ledger import open_ledger, record
from kampanye_tui.store.lending import cancel, lend
from kampanye_tui.store.register import open_register
from kampanye_tui.store.returning import take_back
from kampanye_tui.store.shelving import archive
from kampanye_tui.store.storage_findings import agreement_troubles
from kampanye_tui.store.storage_scan import see_agreement
from kampanye_tui.store.workspace import ARCHIVE, FOLDER, agreement_ids, create, load, save, undo
from kampanye_tui.work import finalise
from tests.unit.store.borrowing import LAPTOP, OFFICE, begun, lender, pause, reasons, writes
from tests.unit.store.numbering import YEAR, give
from tests.unit.store.saving import about

THEN = datetime(2023, 11, 28, 2, 15, tzinfo=UTC)
SCAN = b"%PDF-1.7\n%%EOF\n"


class Deed(NamedTuple):
    """What is there before, what is done, and what is judged; ``finished`` says that it was claimed done."""

    prepare: Callable[[Path, Agreement], object]
    do: Callable[[Path, Agreement], object]
    judge: Callable[[Path, Agreement, bool], None]


def small(agreement: Agreement) -> Agreement:
    """Return an agreement that is read in a millisecond or two."""
    reference = msgspec.structs.replace(agreement.reference, terms=(), contestants=(), legal_basis=())
    few = {"parties": agreement.parties[:2], "clauses": agreement.clauses[:1], "reference": reference}
    return msgspec.structs.replace(agreement, topic="Satu", **few)


def _folder(place: Path, agreement: Agreement) -> Path:
    return place / FOLDER / agreement.id


def _topic(place: Path, agreement: Agreement) -> str:
    return load(place, agreement.id).agreement.topic


def _saved(place: Path, agreement: Agreement, topic: str) -> None:
    save(load(place, agreement.id), about(agreement, topic))


def _judge_save(place: Path, agreement: Agreement, finished: bool) -> None:
    topic = _topic(place, agreement)
    assert topic == "Dua" if finished else topic in ("Satu", "Dua")
    if topic == "Dua":
        assert undo(load(place, agreement.id)).agreement.topic == "Satu"
    _saved(place, agreement, "Tiga")
    assert _topic(place, agreement) == "Tiga"


def _two_texts(place: Path, agreement: Agreement) -> None:
    create(place, agreement)
    _saved(place, agreement, "Dua")


def _judge_undo(place: Path, agreement: Agreement, finished: bool) -> None:
    topic = _topic(place, agreement)
    assert topic == "Satu" if finished else topic in ("Satu", "Dua")
    # Whichever it is, the other one is a key away.
    assert undo(load(place, agreement.id), again=topic == "Satu").agreement.topic != topic


def _judge_create(place: Path, agreement: Agreement, finished: bool) -> None:
    if not agreement_ids(place):
        assert not finished
        create(place, agreement)
    assert _topic(place, agreement) == "Satu"


def _event(what: str) -> Overridden:
    said = {"occurred": THEN, "recorded": THEN, "operator": "ani", "reason": "uji"}
    return Overridden(number=0, what=what, **said)


def _add(place: Path, agreement: Agreement, *words: str) -> None:
    record(_folder(place, agreement), agreement.id, lambda _book: [_event(what) for what in words])


def _words(place: Path, agreement: Agreement) -> list[str]:
    return [one.what for one in open_ledger(_folder(place, agreement), agreement.id).book.events]


def _judge_record(place: Path, agreement: Agreement, finished: bool) -> None:
    words = _words(place, agreement)
    assert words == ["a", "b"] if finished else words in (["a"], ["a", "b"])
    _add(place, agreement, "c")
    assert _words(place, agreement) == [*words, "c"]


def _recorded(place: Path, agreement: Agreement) -> None:
    create(place, agreement)
    _add(place, agreement, "a")


def _torn(place: Path, agreement: Agreement) -> None:
    create(place, agreement)
    _add(place, agreement, "a")
    with (_folder(place, agreement) / FILE).open("ab") as stream:
        stream.write(b'{"jenis":"over')


def _numbered(place: Path) -> list[int]:
    return [one.sequence for one in open_register(place, YEAR).book.events]


def _judge_number(place: Path, _agreement: Agreement, finished: bool) -> None:
    given = _numbered(place)
    assert given == [1, 2] if finished else given in ([1], [1, 2])
    assert give(place, "lain")[0] == len(given) + 1


def _finalise(place: Path, agreement: Agreement) -> None:
    finalise(_folder(place, agreement), agreement, (), occurred=THEN, recorded=THEN, operator="ani")


def _judge_finalise(place: Path, agreement: Agreement, finished: bool) -> None:
    folder = _folder(place, agreement)
    final = any(isinstance(one, Finalised) for one in open_ledger(folder, agreement.id).book.events)
    assert final or not finished
    if not final:
        _finalise(place, agreement)
    assert verified(read_kept(folder)).first_break is None


def _judge_scan(place: Path, agreement: Agreement, _finished: bool) -> None:
    folder, sha256 = _folder(place, agreement), hashlib.sha256(SCAN).hexdigest()
    assert evidence_hashes(folder) in ({}, {f"{sha256}.pdf": sha256})
    assert keep_evidence(folder, SCAN, ".pdf").read_bytes() == SCAN


def _judge_archive(place: Path, agreement: Agreement, finished: bool) -> None:
    shelves = [shelf for shelf in (FOLDER, ARCHIVE) if agreement_ids(place, shelf)]
    assert shelves == [ARCHIVE] if finished else shelves in ([FOLDER], [ARCHIVE])
    assert load(place, agreement.id, shelves[0]).agreement == agreement


def _judge_lease(place: Path, agreement: Agreement, _finished: bool) -> None:
    assert isinstance(take(_folder(place, agreement), "operator2", THEN), Lease)


def _journal(place: Path, text: str) -> None:
    journal = Journal(place / "jurnal.toml")
    journal.take(recover(place / "jurnal.toml"))
    journal.put(Typing(place="topik", fields={"isi": text}, stamp="", at=THEN))
    journal.flush()
    if journal.trouble:
        raise OSError(journal.trouble)


def _judge_journal(place: Path, _agreement: Agreement, finished: bool) -> None:
    (typing,) = recover(place / "jurnal.toml")
    texts = ("Dua",) if finished else ("Satu", "Dua")
    assert typing.fields["isi"] in texts


def _nothing(_place: Path, _agreement: Agreement) -> None:
    """Prepare nothing."""


def _lent(place: Path, agreement: Agreement) -> None:
    office = begun(place, agreement)
    give(office, "undangan")
    lend(lender(office), agreement.id, place / LAPTOP, 5)
    pause(place / LAPTOP, agreement.id, "di laptop")
    _saved(place / LAPTOP, agreement, "Dua")


def _cancelled(place: Path, agreement: Agreement) -> None:
    _lent(place, agreement)
    cancel(lender(place / OFFICE), agreement.id)


def _whole(place: Path, agreement: Agreement) -> None:
    """Fail where both may write, or what is kept in the office does not verify."""
    laptop = (place / LAPTOP).is_dir() and writes(place / LAPTOP, agreement.id)
    office = _folder(place / OFFICE, agreement)
    lost = any(
        isinstance(one, Loan) and one.deed is LoanDeed.CANCELLED
        for one in open_ledger(office, agreement.id).book.events
    )
    assert lost or not (laptop and writes(place / OFFICE, agreement.id))
    told = agreement_troubles(see_agreement(place / OFFICE, office, place, THEN))
    assert [one for one in told if one.broken and not one.mend] == []


def _judge_lend(place: Path, agreement: Agreement, finished: bool) -> None:
    _whole(place, agreement)
    assert (place / LAPTOP).is_dir() or not finished
    if not (place / LAPTOP).is_dir():
        lend(lender(place / OFFICE), agreement.id, place / LAPTOP, 5)
    _whole(place, agreement)
    pause(place / LAPTOP, agreement.id, "di laptop")
    assert not writes(place / OFFICE, agreement.id)
    assert give(place / OFFICE, "lain")[0] == 7


def _judge_cancel(place: Path, agreement: Agreement, finished: bool) -> None:
    _whole(place, agreement)
    office = place / OFFICE
    assert writes(office, agreement.id) or not finished
    with suppress(Declined):
        cancel(lender(office), agreement.id)
    pause(office, agreement.id, "di kantor")
    assert give(office, "lain")[0] == 7


def _judge_return(place: Path, agreement: Agreement, finished: bool) -> None:
    _whole(place, agreement)
    office, laptop = place / OFFICE, place / LAPTOP
    assert writes(office, agreement.id) or not finished
    take_back(lender(office), laptop)
    _whole(place, agreement)
    assert (writes(office, agreement.id), writes(laptop, agreement.id)) == (True, False)
    assert reasons(_folder(office, agreement), agreement.id) == ["di laptop"]
    assert _topic(office, agreement) == "Dua"
    assert give(office, "lain")[0] == 2


def _judge_fork(place: Path, agreement: Agreement, _finished: bool) -> None:
    _whole(place, agreement)
    take_back(lender(place / OFFICE), place / LAPTOP)
    (fork,) = fork_folders(place / OFFICE)
    assert reasons(fork, agreement.id) == ["di laptop"]
    assert reasons(_folder(place / OFFICE, agreement), agreement.id) == []
    assert not writes(place / LAPTOP, agreement.id)


def _begun(place: Path, agreement: Agreement) -> None:
    give(begun(place, agreement), "undangan")


DEEDS = {
    "save": Deed(create, lambda at, one: _saved(at, one, "Dua"), _judge_save),
    "undo": Deed(_two_texts, lambda at, one: undo(load(at, one.id)), _judge_undo),
    "create": Deed(_nothing, create, _judge_create),
    "record": Deed(_recorded, lambda at, one: _add(at, one, "b"), _judge_record),
    "record behind a torn line": Deed(_torn, lambda at, one: _add(at, one, "b"), _judge_record),
    "number": Deed(lambda at, _one: give(at, "satu"), lambda at, _one: give(at, "dua"), _judge_number),
    "finalise": Deed(create, _finalise, _judge_finalise),
    "keep a scan": Deed(create, lambda at, one: keep_evidence(_folder(at, one), SCAN, ".pdf"), _judge_scan),
    "archive": Deed(create, lambda at, one: archive(at, one.id), _judge_archive),
    "lease": Deed(create, lambda at, one: take(_folder(at, one), "operator1", THEN), _judge_lease),
    "journal": Deed(
        lambda at, _one: _journal(at, "Satu"), lambda at, _one: _journal(at, "Dua"), _judge_journal
    ),
    "lend": Deed(_begun, lambda at, one: lend(lender(at / OFFICE), one.id, at / LAPTOP, 5), _judge_lend),
    "cancel a loan": Deed(_lent, lambda at, one: cancel(lender(at / OFFICE), one.id), _judge_cancel),
    "take back": Deed(_lent, lambda at, _one: take_back(lender(at / OFFICE), at / LAPTOP), _judge_return),
    "keep a fork": Deed(
        _cancelled, lambda at, _one: take_back(lender(at / OFFICE), at / LAPTOP), _judge_fork
    ),
}
LOANS = ("lend", "cancel a loan", "take back", "keep a fork")
"""Those with hundreds of calls: one error of the disk is enough for each of them."""
