"""Whatever stands in the place of an earlier text is told or passed over, never waited for or taken whole.

The second of two earlier texts is replaced; the first stays whole, and so does the text itself.
"""

from __future__ import annotations

import errno
import os
import signal
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.office import Configuration
from kampanye_tui.model.problem import Refused
from kampanye_tui.model.source import LARGEST
from kampanye_tui.store.history import FOLDER
from kampanye_tui.store.plain_file import LARGEST_CHAIN
from kampanye_tui.store.storage_findings import agreement_troubles
from kampanye_tui.store.storage_repair import mend_workspace
from kampanye_tui.store.storage_scan import see_agreement
from kampanye_tui.store.storage_troubles import Trouble
from kampanye_tui.store.workspace import Saved, create, peek, save, undo
from tests.hostile.seeds import ID
from tests.unit.store.archives import archive, checked, located, names
from tests.unit.store.deeds import small
from tests.unit.store.saving import about

NOW = datetime(2023, 11, 28, 3, tzinfo=UTC)
SECONDS = 20
SECOND = f"{FOLDER}/0002.toml"
UNDONE = f"{FOLDER}/0003.batal.toml"
Plant = Callable[[Path], object]


def _too_large(path: Path) -> None:
    with path.open("wb") as stream:
        stream.truncate(LARGEST + 1)


PLANTED: Mapping[str, Plant] = {
    "too large": _too_large,
    "a pipe": os.mkfifo,
    "a folder": Path.mkdir,
    "a link that leads nowhere": lambda path: path.symlink_to("tiada"),
    "unreadable": lambda path: path.write_bytes(b"tertutup"),
    "torn in a letter": lambda path: path.write_bytes("format = 1\n# é".encode()[:-1]),
}
TOLD = {
    "too large": "berkas berukuran 524.289 bita, batasnya 524.288 bita",
    "torn in a letter": "baris 2 tidak tersimpan sebagai UTF-8",
    "unreadable": "Permission denied",
}
"""What is told; the others are no files, and passed over."""
every_kind = pytest.mark.parametrize("kind", PLANTED)


def _waits(*_signal: object) -> None:
    raise AssertionError(f"it waited {SECONDS} s")


@pytest.fixture(autouse=True)
def _never_waiting() -> Iterator[None]:
    before = signal.signal(signal.SIGALRM, _waits)
    signal.alarm(SECONDS)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)


@pytest.fixture
def twice(tmp_path: Path, agreement: Agreement) -> Saved:
    """An agreement that was changed twice: its topics were Satu, Dua, Tiga."""
    saved = create(tmp_path / "kantor", small(agreement))
    for topic in ("Dua", "Tiga"):
        saved = save(saved, about(saved.agreement, topic))
    return saved


@pytest.fixture
def plant(monkeypatch: pytest.MonkeyPatch) -> Callable[[Saved, str, str], None]:
    """Put something of a kind in the place of a file in the folder of an agreement."""
    really = os.open

    def planted(saved: Saved, name: str, kind: str) -> None:
        path = saved.path.parent / name
        path.unlink(missing_ok=True)
        PLANTED[kind](path)

        def opened(at: str | Path, flags: int, *more: int, **named: int) -> int:
            if kind == "unreadable" and os.fspath(at) == str(path):
                raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
            return really(at, flags, *more, **named)

        monkeypatch.setattr(os, "open", opened)

    return planted


def outcome(deed: Callable[[], Saved | Agreement | None]) -> str:
    """Return the topic that a deed led to, or what it told."""
    try:
        came = deed()
    except (Refused, OSError) as told:
        return str(told)
    agreement = came.agreement if isinstance(came, Saved) else came
    return agreement.topic if agreement else ""


@every_kind
def test_undoing_tells_what_is_broken_and_passes_over_what_is_no_file(twice, plant, kind: str) -> None:
    plant(twice, SECOND, kind)
    assert TOLD.get(kind, "Satu") in outcome(lambda: undo(twice))


@every_kind
def test_bringing_back_tells_what_is_broken_and_passes_over_what_is_no_file(twice, plant, kind: str) -> None:
    back = undo(twice)
    plant(back, f"{FOLDER}/0002.batal.toml", kind)
    assert TOLD.get(kind, "Tidak ada yang baru saja diurungkan") in outcome(lambda: undo(back, again=True))


@pytest.mark.parametrize("kind", ["too large", "torn in a letter"])
@pytest.mark.parametrize("again", [False, True])
def test_who_cannot_undo_is_told_what_to_do(twice, plant, kind: str, again: bool) -> None:
    back = undo(twice) if again else twice
    plant(back, f"{FOLDER}/0002.batal.toml" if again else SECOND, kind)
    told = outcome(lambda: undo(back, again=again))
    assert told.endswith("Sisihkan dengan: kampanye periksa-simpanan --perbaiki")


@pytest.mark.parametrize("kind", TOLD)
def test_where_undoing_is_refused_nothing_is_changed(twice, plant, kind: str) -> None:
    before = twice.path.read_bytes()
    plant(twice, SECOND, kind)
    outcome(lambda: undo(twice))
    assert twice.path.read_bytes() == before


@pytest.mark.parametrize("kind", [kind for kind in PLANTED if kind != "unreadable"])
def test_looking_at_what_undoing_would_bring_raises_nothing(twice, plant, kind: str) -> None:
    plant(twice, SECOND, kind)
    assert outcome(lambda: peek(twice)) == ("" if kind in TOLD else "Satu")


@every_kind
def test_the_next_change_is_saved_whatever_stands_where_its_text_goes(twice, plant, kind: str) -> None:
    plant(twice, f"{FOLDER}/0003.toml", kind)
    assert save(twice, about(twice.agreement, "Empat")).agreement.topic == "Empat"


def test_a_folder_among_what_was_undone_does_not_stop_saving(twice, plant) -> None:
    plant(twice, UNDONE, "a folder")
    assert save(twice, about(twice.agreement, "Empat")).agreement.topic == "Empat"


@every_kind
def test_a_text_that_was_replaced_by_anything_is_not_overwritten(twice, plant, kind: str) -> None:
    plant(twice, "naskah.toml", kind)
    outcome(lambda: save(twice, about(twice.agreement, "Empat")))
    beside = (twice.path.parent / "naskah.bentrok-01.toml").exists()
    assert (os.path.lexists(twice.path), beside) == (True, kind != "unreadable")


@pytest.fixture
def office(twice: Saved, configuration: Configuration):
    """The office that keeps the agreement."""
    folder = twice.path.parents[2]
    (folder / "kampanye.toml").write_text("format = 1\n")
    return located(folder, configuration)


@pytest.mark.parametrize("kind", [kind for kind in PLANTED if kind != "unreadable"])
def test_a_backup_is_made_whatever_stands_among_the_earlier_texts(twice, plant, office, kind: str) -> None:
    plant(twice, SECOND, kind)
    data = archive(office)
    kept = f"naskah/{ID}/{SECOND}" in names(data)
    assert (checked(data).problems, kept) == ((), kind in TOLD)


def test_a_backup_that_cannot_read_a_file_is_not_made(twice, plant, office) -> None:
    plant(twice, SECOND, "unreadable")
    with pytest.raises(PermissionError, match=r"\.riwayat/0002\.toml"):
        archive(office)


def test_what_is_larger_than_any_file_of_ours_is_kept_and_not_taken_into_memory(
    twice, office, monkeypatch
) -> None:
    film = twice.path.parent / "film.mp4"
    with film.open("wb") as stream:
        stream.truncate(LARGEST_CHAIN + 1)
    monkeypatch.setattr(Path, "read_bytes", lambda path: pytest.fail(f"read whole: {path}"))
    data = archive(office)
    assert (checked(data).problems, f"naskah/{ID}/film.mp4" in names(data)) == ((), True)


@pytest.mark.parametrize("kind", ["a folder", "a pipe", "a link that leads nowhere"])
def test_a_ledger_that_is_no_file_does_not_stop_the_backup(twice, plant, office, kind: str) -> None:
    plant(twice, "buku.jsonl", kind)
    assert f"naskah/{ID}/naskah.toml" in names(archive(office))


def told_of(saved: Saved) -> list[Trouble]:
    """Return what is told of the agreement."""
    seen = see_agreement(saved.path.parents[2], saved.path.parent, saved.path.parents[3] / "rumah", NOW)
    return list(agreement_troubles(seen))


CHECKED = {
    "too large": "naskah terdahulu ini terlalu besar.",
    "a pipe": "tidak dikenal program ini; dibiarkan.",
    "a folder": "tidak dikenal program ini; dibiarkan.",
    "a link that leads nowhere": "tidak dikenal program ini; dibiarkan.",
    "torn in a letter": "naskah terdahulu ini tidak utuh.",
}


@pytest.mark.parametrize("kind", CHECKED)
def test_periksa_simpanan_tells_of_an_earlier_text(twice, plant, kind: str) -> None:
    plant(twice, SECOND, kind)
    assert [(one.place, one.words) for one in told_of(twice)] == [(f"naskah/{ID}/{SECOND}", CHECKED[kind])]


def test_periksa_simpanan_tells_of_a_text_that_was_taken_back(twice, plant) -> None:
    back = undo(twice)
    plant(back, f"{FOLDER}/0002.batal.toml", "too large")
    mend_workspace(back.path.parents[2], back.path.parents[3] / "rumah", NOW)
    assert not (back.path.parent / FOLDER / "0002.batal.toml").exists()


def test_an_earlier_text_that_is_too_large_is_set_aside_and_passed_over(twice, plant) -> None:
    plant(twice, SECOND, "too large")
    mend_workspace(twice.path.parents[2], twice.path.parents[3] / "rumah", NOW)
    assert undo(twice).agreement.topic == "Satu"


BROKEN = {
    "a pipe": "bukan berkas",
    "a folder": "bukan berkas",
    "too large": "berkas berukuran 16.000.001 bita, batasnya ",
}


@pytest.mark.parametrize("kind", BROKEN)
@pytest.mark.parametrize("name", ["naskah.toml", "buku.jsonl", "revisi/r01.toml"])
def test_periksa_simpanan_calls_broken_what_cannot_be_looked_into(twice, plant, name: str, kind: str) -> None:
    (twice.path.parent / "revisi").mkdir()
    plant(twice, name, kind)
    if kind == "too large":
        with (twice.path.parent / name).open("wb") as stream:
            stream.truncate(LARGEST_CHAIN + 1)
    (told,) = told_of(twice)
    assert (told.place, told.broken, BROKEN[kind] in told.words) == (f"naskah/{ID}/{name}", True, True)


def test_what_takes_a_number_and_is_no_file_is_passed_over_by_the_next_change(twice, plant) -> None:
    plant(twice, f"{FOLDER}/0099.toml", "a pipe")
    assert undo(save(twice, about(twice.agreement, "Empat"))).agreement.topic == "Tiga"
