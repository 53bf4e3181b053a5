"""Lending the right to write and taking it back: two folders, one right, and nothing lost."""

from __future__ import annotations

import errno
import os
import shutil
import stat
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kampanye_tui.agreement.chain import FILE as LEDGER
from kampanye_tui.agreement.verification import verified
from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.operator import AtWork, Operator, OperatorRole
from kampanye_tui.model.problem import Declined, Refused
from kampanye_tui.store import at_work, lending
from kampanye_tui.store.draft import Draft
from kampanye_tui.store.evidence import keep_evidence
from kampanye_tui.store.forks import fork_folders, fork_words
from kampanye_tui.store.kept import read_kept
from kampanye_tui.store.lease import Lease, take
from kampanye_tui.store.ledger import Ledger
from kampanye_tui.store.lending import cancel, lend
from kampanye_tui.store.register import enter
from kampanye_tui.store.returning import take_back
from kampanye_tui.store.revisions import keep_revision
from kampanye_tui.store.shelving import archive
from kampanye_tui.store.storage_repair import mend_workspace
from kampanye_tui.store.workspace import FILE, FOLDER, create, load, save, set_apart, undo
from kampanye_tui.work import finalise
from tests.each import for_each
from tests.examples import examples
from tests.hostile.attacks import STEERING
from tests.unit.store.borrowing import LAPTOP, NOW, begun, lender, pause, reasons, writes
from tests.unit.store.deeds import SCAN, small
from tests.unit.store.numbering import give
from tests.unit.store.saving import about

LATER = NOW + timedelta(hours=3)


class Pair:
    """An office and the laptop it lent to."""

    def __init__(self, place: Path, agreement: Agreement) -> None:
        self.agreement = small(agreement)
        self.id = self.agreement.id
        self.place = place
        self.office = begun(place, self.agreement)
        self.laptop = place / LAPTOP

    def lend(self, to: str = LAPTOP) -> None:
        lend(lender(self.office), self.id, self.place / to, 3)

    def back(self, frm: str = LAPTOP):
        return take_back(lender(self.office, LATER), self.place / frm)

    def folder(self, workspace: Path) -> Path:
        return workspace / FOLDER / self.id

    def change(self, workspace: Path, topic: str) -> None:
        saved = load(workspace, self.id)
        save(saved, about(saved.agreement, topic))

    def topic(self, workspace: Path) -> str:
        return load(workspace, self.id).agreement.topic


@pytest.fixture
def pair(tmp_path: Path, agreement: Agreement) -> Pair:
    """An office with one agreement, one change and one event; nothing is lent."""
    made = Pair(tmp_path, agreement)
    made.change(made.office, "Dua")
    pause(made.office, made.id, "di kantor")
    return made


@pytest.fixture
def lent(pair: Pair) -> Pair:
    """The same, lent."""
    pair.lend()
    return pair


def test_the_laptop_gets_a_workspace_that_is_whole_and_writes(lent: Pair) -> None:
    assert verified(read_kept(lent.folder(lent.laptop))).first_break is None
    assert undo(load(lent.laptop, lent.id)).agreement.topic == "Satu"
    pause(lent.laptop, lent.id, "di laptop")
    assert reasons(lent.folder(lent.laptop), lent.id) == ["di kantor", "di laptop"]


def test_the_folder_says_in_words_what_it_is_and_since_when(lent: Pair) -> None:
    told = (lent.laptop / "PINJAMAN.txt").read_text()
    assert told.startswith(f"Ruang kerja ini dipinjam dari kantor: naskah {lent.id}, dipinjamkan ke ")
    assert " sejak 28 November 2023 10.00.\n" in told


def test_the_ledger_of_the_office_is_the_beginning_of_that_of_the_laptop(lent: Pair) -> None:
    here, there = ((lent.folder(at) / LEDGER).read_bytes() for at in (lent.office, lent.laptop))
    assert there.startswith(here)


WRITING: dict[str, Callable[[Pair], object]] = {
    "save": lambda one: one.change(one.office, "Tiga"),
    "undo": lambda one: undo(load(one.office, one.id)),
    "archive": lambda one: archive(one.office, one.id),
    "set apart": lambda one: set_apart(
        load(one.office, one.id), one.agreement, about(one.agreement, "x"), "x"
    ),
    "record": lambda one: pause(one.office, one.id, "x"),
    "record at the desk": lambda one: Ledger(one.folder(one.office), one.id).record(lambda _book: ()),
    "keep evidence": lambda one: keep_evidence(one.folder(one.office), SCAN, ".pdf"),
    "keep a revision": lambda one: keep_revision(one.folder(one.office), one.agreement),
    "finalise": lambda one: finalise(
        one.folder(one.office), one.agreement, (), occurred=NOW, recorded=NOW, operator="ani"
    ),
    "take over": lambda one: _opened(one).take_over(),
    "edit": lambda one: _opened(one).edit(about(one.agreement, "x")),
    "lend again": lambda one: one.lend("laptop2"),
}


def _opened(one: Pair) -> Draft:
    return Draft.open(one.office, one.id, operator="ani", home=one.place)


def _below(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.name not in (".kunci", ".sewa")
    }


@for_each("name", list(WRITING))
def test_nothing_writes_what_is_lent(name: str, lent: Pair) -> None:
    before = _below(lent.office)
    with pytest.raises(Declined, match=r"dipinjamkan ke laptop sejak 28 November 2023 10\.00"):
        WRITING[name](lent)
    assert _below(lent.office) == before


@for_each("name", ["save", "record", "keep evidence", "archive"])
def test_nothing_writes_what_was_given_back(name: str, lent: Pair) -> None:
    if writes(lent.laptop, lent.id):
        lent.back()
    lent.office, office = lent.laptop, lent.office
    with pytest.raises(Declined, match=r"sudah dikembalikan ke kantor 28 November 2023 13\.00"):
        WRITING[name](lent)
    lent.office = office


def test_who_opens_what_is_lent_reads_it_with_the_reason(lent: Pair) -> None:
    draft = _opened(lent)
    assert draft.standing.words == "hanya baca: dipinjamkan ke laptop sejak 28 November 2023 10.00"


def test_who_had_it_open_to_read_may_write_once_it_is_back(lent: Pair) -> None:
    draft = _opened(lent)
    lent.back()
    draft.beat()
    draft.take_over()
    assert draft.edit(about(draft.agreement, "Tiga"))


def test_what_is_open_is_not_lent(pair: Pair) -> None:
    lease = take(pair.folder(pair.office), "budi", NOW)
    assert isinstance(lease, Lease)
    with pytest.raises(Declined, match="dibuka oleh budi"):
        pair.lend()
    assert writes(pair.office, pair.id)
    assert not pair.laptop.exists()


def test_what_is_open_on_the_laptop_is_not_taken_back(lent: Pair) -> None:
    lease = take(lent.folder(lent.laptop), "budi", NOW)
    assert isinstance(lease, Lease)
    with pytest.raises(Declined, match="dibuka oleh budi"):
        lent.back()


def test_a_clerk_lends_nothing(pair: Pair) -> None:
    at_work.begin(AtWork("Budi", (Operator(name="Budi", role=OperatorRole.CLERK),)))
    try:
        with pytest.raises(Declined, match="meminjamkan naskah memerlukan peran pengesah"):
            pair.lend()
    finally:
        at_work.begin(AtWork())


def test_a_folder_that_holds_something_is_no_target(pair: Pair) -> None:
    pair.laptop.mkdir()
    (pair.laptop / "surat.docx").write_bytes(b"x")
    with pytest.raises(Refused, match="sudah ada isinya"):
        pair.lend()
    with pytest.raises(Refused, match="di dalam ruang kerja kantor"):
        pair.lend("kantor/laptop")
    assert writes(pair.office, pair.id)


def test_what_does_not_verify_is_not_lent(pair: Pair) -> None:
    (pair.folder(pair.office) / "revisi").mkdir()
    (pair.folder(pair.office) / "revisi" / "r01.toml").write_bytes(b"x")
    with pytest.raises(Declined, match="tidak dinyatakan final"):
        pair.lend()
    assert not pair.laptop.exists()


def test_all_that_the_laptop_did_comes_back(lent: Pair) -> None:
    lent.change(lent.laptop, "Tiga")
    pause(lent.laptop, lent.id, "di laptop")
    keep_evidence(lent.folder(lent.laptop), SCAN, ".pdf")
    returned = lent.back()
    office = lent.folder(lent.office)
    assert (returned.events, returned.free, returned.fork) == (3, (1, 2, 3), None)
    assert reasons(office, lent.id) == ["di kantor", "di laptop"]
    assert len(list((office / "bukti").iterdir())) == 1
    assert undo(load(lent.office, lent.id)).agreement.topic == "Dua"
    assert verified(read_kept(office)).first_break is None


def test_what_is_replaced_is_set_aside(lent: Pair) -> None:
    before = (lent.folder(lent.office) / FILE).read_bytes()
    lent.change(lent.laptop, "Tiga")
    aside = lent.back().aside
    assert aside is not None
    assert aside.name == "2023-11-28-130000"
    assert (aside / FOLDER / lent.id / FILE).read_bytes() == before
    assert f"{FOLDER}/{lent.id}/{FILE}: diganti" in (aside / "catatan.txt").read_text()


def test_a_second_return_changes_nothing(lent: Pair) -> None:
    pause(lent.laptop, lent.id, "di laptop")
    lent.back()
    before = _below(lent.office)
    assert lent.back().already
    assert _below(lent.office) == before


def test_what_came_back_may_be_lent_once_more(lent: Pair) -> None:
    lent.back()
    lent.lend("laptop2")
    pause(lent.place / "laptop2", lent.id, "lagi")
    lent.back("laptop2")
    assert reasons(lent.folder(lent.office), lent.id) == ["di kantor", "lagi"]


def test_a_text_that_was_edited_by_hand_in_the_office_is_not_replaced(lent: Pair) -> None:
    text = lent.folder(lent.office) / FILE
    text.write_bytes(text.read_bytes().replace(b"Dua", b"Lain"))
    lent.change(lent.laptop, "Tiga")
    with pytest.raises(Declined, match="diubah di luar program"):
        lent.back()
    assert b"Lain" in text.read_bytes()
    text.rename(text.with_name("tangan.toml"))
    lent.back()
    assert lent.topic(lent.office) == "Tiga"


def test_a_ledger_that_does_not_verify_does_not_come_back(lent: Pair) -> None:
    pause(lent.laptop, lent.id, "di laptop")
    ledger = lent.folder(lent.laptop) / LEDGER
    ledger.write_bytes(ledger.read_bytes().replace(b"di laptop", b"di rumah!"))
    before = _below(lent.office)
    with pytest.raises(Declined, match="berubah sejak dicatat"):
        lent.back()
    assert _below(lent.office) == before


def test_a_line_that_was_torn_stays_with_the_laptop(lent: Pair) -> None:
    pause(lent.laptop, lent.id, "di laptop")
    with (lent.folder(lent.laptop) / LEDGER).open("ab") as stream:
        stream.write(b'{"jenis":"je')
    lent.back()
    assert reasons(lent.folder(lent.office), lent.id) == ["di kantor", "di laptop"]


def _linked(path: Path) -> None:
    moved = path.rename(path.with_name("aslinya"))
    path.symlink_to(moved)


def _piped(path: Path) -> None:
    path.unlink(missing_ok=True)
    os.mkfifo(path)


PLANTED: dict[str, Callable[[Path, Path], object]] = {
    "a link for a text of the history": lambda _root, one: _linked(one / ".riwayat" / "0001.toml"),
    "a link for the ledger": lambda _root, one: _linked(one / LEDGER),
    "a link for the text": lambda _root, one: _linked(one / FILE),
    "a link for the history": lambda _root, one: _linked(one / ".riwayat"),
    "a link for the shelf": lambda root, _one: _linked(root / FOLDER),
    "a link for the registers": lambda root, _one: _linked(root / "register"),
    "a pipe in the history": lambda _root, one: _piped(one / ".riwayat" / "0009.toml"),
    "a pipe for the ledger": lambda _root, one: _piped(one / LEDGER),
    "a pipe for the register": lambda root, _one: _piped(root / "register" / "2023.jsonl"),
    "a text of a stranger": lambda _root, one: (one / FILE).write_bytes(STEERING),
    "a ledger of a stranger": lambda _root, one: (one / LEDGER).write_bytes(STEERING),
    "a register of a stranger": lambda root, _one: (root / "register" / "2023.jsonl").write_bytes(STEERING),
    "no register": lambda root, _one: (root / "register" / "2023.jsonl").unlink(),
    "a text that is too large": lambda _root, one: (one / FILE).write_bytes(b" " * 600_000),
}


@for_each("name", list(PLANTED))
def test_what_somebody_planted_in_a_folder_does_not_come_back(name: str, lent: Pair) -> None:
    place = lent.place / name.replace(" ", "-")
    shutil.copytree(lent.laptop, place)
    before = _below(lent.office)
    PLANTED[name](place, lent.folder(place))
    with pytest.raises(Refused):
        lent.back(place.name)
    assert _below(lent.office) == before


def test_the_workspace_of_another_office_is_no_loan_of_this_one(lent: Pair, agreement: Agreement) -> None:
    (lent.place / "lain").mkdir()
    other = Pair(lent.place / "lain", agreement)
    other.lend()
    with pytest.raises(Refused, match="bukan pinjaman dari naskah ini"):
        take_back(lender(lent.office), other.laptop)
    assert writes(other.laptop, lent.id)


def test_a_late_return_is_kept_beside_and_told_where_it_parts(lent: Pair) -> None:
    pause(lent.laptop, lent.id, "di laptop")
    cancel(lender(lent.office), lent.id)
    pause(lent.office, lent.id, "kemudian")
    office = lent.folder(lent.office)
    before = (office / LEDGER).read_bytes()
    fork = lent.back().fork
    assert fork == lent.office / "cabang" / f"{lent.id}.cabang-01"
    assert (office / LEDGER).read_bytes() == before
    assert reasons(fork, lent.id) == ["di kantor", "di laptop"]
    assert fork_words(lent.office, fork) == (
        f"cabang naskah {lent.id}, kembali dari pinjaman sesudah kantor menulis lagi. "
        "Catatan kantor dan cabang ini sama sampai kejadian nomor 2, lalu berpisah. "
        "Di kantor 1 kejadian sesudahnya: nomor 4, 28-11-2023 03.00 jeda: kemudian. "
        "Di cabang 1 kejadian sesudahnya: nomor 4, 28-11-2023 03.00 jeda: di laptop."
    )


def test_a_fork_is_kept_once(lent: Pair) -> None:
    cancel(lender(lent.office), lent.id)
    assert lent.back().fork == lent.back().fork
    assert len(fork_folders(lent.office)) == 1


def test_what_is_left_of_another_fork_goes_into_none(lent: Pair) -> None:
    left = lent.office / "cabang" / f".{lent.id}.cabang-01"
    left.mkdir(parents=True)
    (left / "lain.toml").write_text("dari laptop yang lain")
    cancel(lender(lent.office), lent.id)
    fork = lent.back().fork
    assert fork is not None
    assert not (fork / "lain.toml").exists()
    assert (left / "lain.toml").exists()


def test_a_copy_of_the_laptop_that_was_worked_on_is_a_fork(lent: Pair) -> None:
    shutil.copytree(lent.laptop, lent.place / "kembar")
    pause(lent.laptop, lent.id, "di laptop")
    pause(lent.place / "kembar", lent.id, "di kembarannya")
    lent.back()
    fork = lent.back("kembar").fork
    assert fork is not None
    assert reasons(fork, lent.id) == ["di kantor", "di kembarannya"]
    assert reasons(lent.folder(lent.office), lent.id) == ["di kantor", "di laptop"]


def test_numbers_go_and_come(pair: Pair) -> None:
    give(pair.office, "undangan")
    pair.lend()
    assert give(pair.office, "lain")[0] == 5
    pair.back()
    assert [give(pair.office, f"d{at}")[0] for at in range(4)] == [2, 3, 4, 6]


@pytest.mark.parametrize("deed", ["received", "given back"])
def test_a_laptop_whose_register_broke_gives_no_number_of_another_year(lent: Pair, deed: str) -> None:
    if deed == "given back":
        lent.back()
    (lent.laptop / "register" / "2023.jsonl").write_bytes(b"rusak\n")
    with pytest.raises(Declined, match="tidak membawa nomor tahun itu"):
        enter(lent.laptop, 2024, lambda _register: ())


def test_a_laptop_gives_the_numbers_it_brought_whatever_became_of_another_year(lent: Pair) -> None:
    (lent.laptop / "register" / "2022.jsonl").write_bytes(b"rusak\n")
    assert len(enter(lent.laptop, 2023, lambda _register: ()).unread) == 1


def test_what_only_some_may_read_stays_so(pair: Pair) -> None:
    (pair.office / "kampanye.toml").chmod(0o600)
    pair.lend()
    assert stat.S_IMODE((pair.laptop / "kampanye.toml").stat().st_mode) == 0o600


def test_what_is_lent_is_not_mended(lent: Pair) -> None:
    text = lent.folder(lent.office) / FILE
    text.write_bytes(b"rusak")
    mend_workspace(lent.office, lent.place, NOW)
    assert text.read_bytes() == b"rusak"


def test_a_return_that_was_stopped_is_not_cancelled(lent: Pair) -> None:
    lent.change(lent.laptop, "Tiga")
    shutil.copy(lent.folder(lent.laptop) / FILE, lent.folder(lent.office) / FILE)
    with pytest.raises(Declined, match="pengembaliannya terhenti"):
        cancel(lender(lent.office), lent.id)
    lent.back()
    assert lent.topic(lent.office) == "Tiga"


def test_two_agreements_go_to_two_laptops_with_numbers_of_their_own(pair: Pair) -> None:
    other = msgspec.structs.replace(pair.agreement, id="lain")
    create(pair.office, other)
    pair.lend()
    lend(lender(pair.office), "lain", pair.place / "laptop2", 2)
    assert take_back(lender(pair.office), pair.place / "laptop2").free == (4, 5)
    assert pair.back().free == (1, 2, 3)
    assert [give(pair.office, f"d{at}")[0] for at in range(6)] == [1, 2, 3, 4, 5, 6]


def test_a_disk_that_is_full_at_the_end_leaves_a_loan_that_is_finished_later(
    pair: Pair, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_given: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as broken:
        broken.setattr(lending, "sync_folder", full)
        with pytest.raises(Declined, match="foldernya belum selesai"):
            pair.lend()
    assert not writes(pair.office, pair.id)
    pair.lend()
    pause(pair.laptop, pair.id, "di laptop")


def test_only_what_is_lent_ends_by_being_cancelled(pair: Pair) -> None:
    with pytest.raises(Declined, match="tidak sedang dipinjamkan"):
        cancel(lender(pair.office), pair.id)


STEPS = st.lists(
    st.sampled_from(["office", "laptop", "office text", "laptop text", "copy", "cancel", "back", "lend"]),
    max_size=10,
)


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory, agreement: Agreement) -> Callable[[], Pair]:
    """Makes an office with one agreement."""
    return lambda: Pair(tmp_path_factory.mktemp("pinjam"), agreement)


@examples(60)
@given(STEPS)
def test_no_order_of_work_on_both_sides_loses_a_line(fresh: Callable[[], Pair], steps: list[str]) -> None:
    """Everything that somebody was told is recorded or saved stands in the office or in a fork at the end."""
    pair = fresh()
    pair.lend()
    said: set[str] = set()
    texts: set[str] = set()
    folders = [LAPTOP]

    def tried(deed: Callable[[], object]) -> bool:
        try:
            deed()
        except Declined:
            return False
        return True

    for at, step in enumerate(steps):
        workspace = pair.place / folders[-1] if step.startswith("laptop") else pair.office
        word = f"{step} {at}"
        if step in ("office", "laptop"):
            if tried(lambda: pause(workspace, pair.id, word)):  # noqa: B023
                said.add(word)
        elif step.endswith("text"):
            if tried(lambda: pair.change(workspace, word)):  # noqa: B023
                texts.add(word)
        elif step == "copy":
            shutil.copytree(pair.place / folders[-1], pair.place / f"salinan{at}")
            folders.append(f"salinan{at}")
        elif step == "cancel":
            tried(lambda: cancel(lender(pair.office), pair.id))
        elif step == "lend":
            if tried(lambda: pair.lend(f"laptop{at}")):  # noqa: B023
                folders.append(f"laptop{at}")
        else:
            pair.back(folders[-1])
    for folder in folders:
        pair.back(folder)
    kept = [pair.folder(pair.office), *fork_folders(pair.office)]
    assert said <= {reason for folder in kept for reason in reasons(folder, pair.id)}
    everything = b"".join(path.read_bytes() for path in pair.office.rglob("*.toml"))
    assert {word for word in texts if word.encode() not in everything} == set()
    assert all(verified(read_kept(folder)).first_break is None for folder in kept)
