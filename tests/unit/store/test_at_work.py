"""The store asks who works at each write: their role, from where they came, where they may name files."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

import kampanye_tui
from kampanye_tui.agreement.chain import FILE
from kampanye_tui.model.event import Interrupted, Overridden
from kampanye_tui.model.number_entry import Voided
from kampanye_tui.model.operator import AtWork, Operator, OperatorRole
from kampanye_tui.model.problem import Declined, Refused
from kampanye_tui.store import at_work, history
from kampanye_tui.store.draft import Draft
from kampanye_tui.store.evidence import keep_evidence
from kampanye_tui.store.lease import FILE as LEASE
from kampanye_tui.store.ledger import Ledger, record
from kampanye_tui.store.outputs import Output, write_outputs
from kampanye_tui.store.register import enter
from kampanye_tui.store.revisions import keep_revision
from kampanye_tui.store.shelving import archive, unarchive
from kampanye_tui.store.table_file import table_bytes
from kampanye_tui.store.workspace import Saved, create, duplicate, save, undo
from tests.unit.store.saving import about

THEN = datetime(2023, 11, 28, 2, 15, tzinfo=UTC)
SAID = {"number": 0, "recorded": THEN, "operator": "Budi"}
PAUSE = Interrupted(occurred=THEN, reason="listrik padam", **SAID)
OVER = Overridden(occurred=THEN, what="uji", reason="uji", **SAID)
VOID = Voided(text="1/2023", reason="uji", **SAID)
CAME = {"host": "10.0.0.7", "fingerprint": "SHA256:abc"}
ASKED_ELSEWHERE = {
    "apart.py": "called by the workspace, which asks",
    "at_work.py": "asks",
    "aside.py": "is what others set aside with",
    "atomic.py": "is what others write with",
    "backup.py": "an archive, by a command that is on no list of SSH",
    "batch_manifest.py": "outputs, in a folder named at a shell",
    "breadcrumb.py": "the user's own data",
    "cache.py": "the user's own cache",
    "font_cache.py": "the user's own cache",
    "forks.py": "called where an agreement is taken back, which asks",
    "index.py": "derived, may be deleted",
    "journal.py": "the user's own data",
    "lease.py": "taken by a draft, which asks",
    "ledger.py": "appends to a chained file, which asks",
    "locked_file.py": "is what others write with",
    "log.py": "the user's own data",
    "new_configuration.py": "begins an office, which has no roles yet",
    "own_packs.py": "the user's own data",
    "pack_files.py": "packs, by commands that are on no list of SSH",
    "settings.py": "the user's own data",
}
"""Modules of the store that write and need not ask, and why."""
WRITES = ("write_whole(", "os.write(", "os.open(", ".rename(", ".write_bytes(", ".mkdir(")


@pytest.fixture(autouse=True)
def _nobody_afterwards() -> Iterator[None]:
    yield
    at_work.begin(AtWork())


def as_(role: str, **more: object) -> None:
    """Work in a role from now on."""
    at_work.begin(AtWork("Budi", (Operator(name="Budi", role=OperatorRole(role)),), **more))


def test_every_module_that_writes_asks_or_is_known_not_to() -> None:
    store = Path(kampanye_tui.__file__).parent / "store"
    silent = {
        path.name
        for path in store.glob("*.py")
        if any(sign in path.read_text() for sign in WRITES) and "store.at_work import" not in path.read_text()
    }
    assert silent <= set(ASKED_ELSEWHERE)


def test_only_one_place_of_the_command_line_opens_a_configuration() -> None:
    cli = Path(kampanye_tui.__file__).parent / "cli"
    opening = [path.name for path in cli.rglob("*.py") if "open_configuration(" in path.read_text()]
    assert opening == ["session.py"]


EDITS: dict[str, Callable[[Saved, Path], object]] = {
    "save": lambda saved, _tmp: save(saved, about(saved.agreement, "lain")),
    "create": lambda saved, tmp: create(tmp / "baru", saved.agreement),
    "duplicate": lambda saved, tmp: duplicate(tmp / "baru", saved, "lain"),
    "undo": lambda saved, _tmp: undo(saved),
    "archive": lambda saved, tmp: archive(tmp, saved.agreement.id),
    "unarchive": lambda saved, tmp: unarchive(tmp, saved.agreement.id),
    "enter": lambda _saved, tmp: enter(tmp, 2023, lambda _register: [VOID]),
}


@pytest.mark.parametrize("deed", EDITS)
def test_a_clerk_changes_no_text_and_no_number(saved: Saved, tmp_path: Path, deed: str) -> None:
    as_("petugas")
    with pytest.raises(Declined, match="memerlukan peran penyusun atau pengesah"):
        EDITS[deed](saved, tmp_path)


def test_an_author_changes_the_text(saved: Saved) -> None:
    as_("penyusun")
    assert save(saved, about(saved.agreement, "lain")).agreement.topic == "lain"


def test_an_author_keeps_no_final_text(saved: Saved) -> None:
    as_("penyusun")
    with pytest.raises(Declined, match="memfinalkan naskah memerlukan peran pengesah"):
        keep_revision(saved.path.parent, saved.agreement)


def test_an_author_keeps_no_evidence(saved: Saved) -> None:
    as_("penyusun")
    with pytest.raises(Declined, match="memerlukan peran petugas"):
        keep_evidence(saved.path.parent, b"%PDF", ".pdf")


def test_what_is_declined_leaves_no_line(tmp_path: Path) -> None:
    as_("penyusun")
    with pytest.raises(Declined, match="mencatat penandatanganan memerlukan peran petugas"):
        record(tmp_path, "nota", lambda _book: [PAUSE])
    assert (tmp_path / FILE).read_bytes() == b""


def test_one_entry_that_is_not_theirs_declines_all(tmp_path: Path) -> None:
    as_("petugas")
    with pytest.raises(Declined, match="memfinalkan naskah"):
        Ledger(tmp_path, "nota").record(lambda _book: [PAUSE, OVER])
    assert (tmp_path / FILE).read_bytes() == b""


def test_an_entry_says_from_where_it_was_recorded(tmp_path: Path) -> None:
    as_("petugas", **CAME)
    record(tmp_path, "nota", lambda _book: [PAUSE])
    line = json.loads((tmp_path / FILE).read_bytes())
    assert (line["dari"], line["kunci"]) == ("10.0.0.7", "SHA256:abc")


def test_an_entry_of_somebody_at_this_computer_says_nothing_more(tmp_path: Path) -> None:
    as_("petugas")
    record(tmp_path, "nota", lambda _book: [PAUSE])
    assert not {"dari", "kunci"} & set(json.loads((tmp_path / FILE).read_bytes()))


def test_the_history_says_who_saved_from_where(saved: Saved) -> None:
    as_("penyusun", **CAME)
    after = save(saved, about(saved.agreement, "lain"))
    line = json.loads((saved.path.parent / history.FOLDER / history.SAVERS).read_bytes())
    del line["saat"]
    said = {"naskah": after.stamp, "operator": "Budi", "dari": "10.0.0.7", "kunci": "SHA256:abc"}
    assert line == said


def test_the_history_of_somebody_at_this_computer_is_as_before(saved: Saved) -> None:
    save(saved, about(saved.agreement, "lain"))
    assert not (saved.path.parent / history.FOLDER / history.SAVERS).exists()


def test_a_clerk_opens_an_agreement_without_taking_its_lease(saved: Saved, tmp_path: Path) -> None:
    as_("petugas")
    draft = Draft.open(tmp_path, saved.agreement.id, operator="Budi", home=tmp_path / "rumah")
    draft.close()
    assert not (saved.path.parent / LEASE).exists()


def test_a_clerk_takes_no_text_over(saved: Saved, tmp_path: Path) -> None:
    as_("petugas")
    draft = Draft.open(tmp_path, saved.agreement.id, operator="Budi", home=tmp_path / "rumah")
    with pytest.raises(Declined, match="Peran Anda petugas"):
        draft.take_over()
    draft.close()


def test_a_draft_says_in_few_words_why_it_is_only_read(saved: Saved, tmp_path: Path) -> None:
    as_("pembaca")
    draft = Draft.open(tmp_path, saved.agreement.id, operator="Budi", home=tmp_path / "rumah")
    assert draft.standing.words == "hanya baca: peran Anda pembaca"
    draft.close()


@pytest.mark.parametrize(
    "path",
    [
        "keluaran/../naskah.csv",
        "../luar.csv",
        "naskah/nota/naskah.toml",
        "naskah/nota/buku.jsonl",
        "luar/x.csv",
    ],
)
def test_outputs_are_written_nowhere_else(tmp_path: Path, path: str) -> None:
    office = tmp_path / "kantor"
    (office / "naskah" / "nota").mkdir(parents=True)
    (tmp_path / "jauh").mkdir()
    (office / "luar").symlink_to(tmp_path / "jauh")
    at_work.begin(AtWork("Budi", folders=(office,)))
    with pytest.raises(Refused, match="di luar folder keluaran"):
        write_outputs([Output(office / path, b"x")], overwrite=True)
    assert [one for one in tmp_path.rglob("*") if one.is_file()] == []


@pytest.mark.parametrize("path", ["keluaran/a.csv", "naskah/nota/keluaran/a.csv"])
def test_outputs_are_written_in_the_folders_for_them(tmp_path: Path, path: str) -> None:
    at_work.begin(AtWork("Budi", folders=(tmp_path,)))
    write_outputs([Output(tmp_path / path, b"x")], overwrite=False)
    assert (tmp_path / path).read_bytes() == b"x"


def test_outputs_are_written_where_the_configuration_says(tmp_path: Path) -> None:
    at_work.begin(AtWork("Budi", folders=(tmp_path / "kantor",), outputs=(tmp_path / "bersama",)))
    write_outputs([Output(tmp_path / "bersama" / "a.pdf", b"x")], overwrite=False)
    assert (tmp_path / "bersama" / "a.pdf").read_bytes() == b"x"


def test_files_are_read_nowhere_else(tmp_path: Path) -> None:
    outside = tmp_path / "rahasia.csv"
    outside.write_bytes(b"x")
    at_work.begin(AtWork("Budi", folders=(tmp_path / "kantor",)))
    with pytest.raises(Refused, match="di luar ruang kerja"):
        table_bytes(outside, "../rahasia.csv")


def test_somebody_with_a_shell_reads_what_they_like(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(b"x")
    assert table_bytes(tmp_path / "a.csv", "a.csv") == b"x"
