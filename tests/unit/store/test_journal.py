"""The journal: what is typed is on the disk within a second, and comes back as it was typed."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NoReturn

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kampanye_tui.model.problem import Refused
from kampanye_tui.store.journal import PAUSE, Journal, Typing, journal_file, journal_path, recover

AT = datetime(2026, 11, 24, 9, 12, tzinfo=UTC)
PLACE = "klausul:tanpa-politik-uang"
PATIENCE = 20.0
"""Seconds until what does not come is a failure; the machine may be busy."""


def typed(text: str) -> Typing:
    """Return a clause that is being typed."""
    return Typing(place=PLACE, fields={"teks": text}, stamp="ab12", at=AT)


OTHER = Typing(place="acara", fields={"tempat": "Aula"}, stamp="ab12", at=AT, postponed=True)
"""What was typed at another place, for later."""


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    """A journal in a folder that is not there yet."""
    made = Journal(tmp_path / "jurnal" / "a.toml")
    yield made
    made.close()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where that journal is."""
    return tmp_path / "jurnal" / "a.toml"


def waited_for(path: Path, *kept: Typing) -> tuple[Typing, ...]:
    """Wait until the file says that."""
    end = time.monotonic() + PATIENCE
    while recover(path) != kept and time.monotonic() < end:
        time.sleep(0.02)
    return recover(path)


def test_what_is_typed_comes_to_the_disk_by_itself(journal: Journal, path: Path) -> None:
    journal.put(typed("Peserta"))
    assert waited_for(path, typed("Peserta")) == (typed("Peserta"),)


def test_half_of_the_second_in_which_it_comes_is_left_to_the_disk() -> None:
    assert PAUSE <= 0.5


def test_who_never_stops_typing_is_written_down_as_well(journal: Journal, path: Path) -> None:
    end = time.monotonic() + PATIENCE
    while not path.exists() and time.monotonic() < end:
        journal.put(typed(str(time.monotonic())))
        time.sleep(0.02)
    assert path.exists()


def test_a_flush_writes_at_once(journal: Journal, path: Path) -> None:
    journal.put(typed("Peserta"))
    journal.flush()
    assert recover(path) == (typed("Peserta"),)


def test_the_last_that_was_typed_is_kept(journal: Journal, path: Path) -> None:
    journal.put(typed("Pes"))
    journal.put(typed("Peserta"))
    journal.flush()
    assert recover(path) == (typed("Peserta"),)


def test_closing_writes_what_waits(journal: Journal, path: Path) -> None:
    journal.put(typed("Peserta"))
    journal.close()
    assert recover(path) == (typed("Peserta"),)


def test_what_is_forgotten_is_not_offered(journal: Journal, path: Path) -> None:
    journal.put(typed("Peserta"))
    journal.flush()
    journal.forget(PLACE)
    assert recover(path) == ()


def test_what_is_forgotten_before_it_was_written_is_not_written(journal: Journal, path: Path) -> None:
    journal.put(typed("Peserta"))
    journal.forget(PLACE)
    journal.close()
    assert not path.exists()


def test_every_place_is_kept_by_itself(journal: Journal, path: Path) -> None:
    journal.put(OTHER)
    journal.put(typed("Peserta"))
    journal.flush()
    assert recover(path) == (OTHER, typed("Peserta"))


def test_forgetting_a_place_leaves_what_others_have(journal: Journal, path: Path) -> None:
    journal.put(OTHER)
    journal.put(typed("Peserta"))
    journal.forget(PLACE)
    assert recover(path) == (OTHER,)


def test_what_the_file_held_stays_when_something_else_is_typed(journal: Journal, path: Path) -> None:
    journal.take((OTHER,))
    journal.put(typed("Peserta"))
    journal.flush()
    assert recover(path) == (OTHER, typed("Peserta"))


def test_what_is_newer_in_memory_is_not_replaced_by_the_file(journal: Journal) -> None:
    newer = msgspec.structs.replace(typed("Baru"), at=AT + timedelta(seconds=1))
    journal.put(newer, write=False)
    journal.take((typed("Lama"),))
    assert journal.at(PLACE) == newer


def test_what_is_not_to_be_written_yet_stays_in_memory(journal: Journal, path: Path) -> None:
    journal.put(typed("Peserta"), write=False)
    journal.flush()
    assert (journal.at(PLACE), path.exists()) == (typed("Peserta"), False)


def test_a_journal_that_was_forgotten_takes_new_typing(journal: Journal, path: Path) -> None:
    journal.put(typed("Satu"))
    journal.forget(PLACE)
    journal.put(typed("Dua"))
    journal.flush()
    assert recover(path) == (typed("Dua"),)


def test_flushing_from_many_threads_ends(journal: Journal, path: Path) -> None:
    def work() -> None:
        for number in range(10):
            journal.put(typed(str(number)))
            journal.flush()

    threads = [threading.Thread(target=work, daemon=True) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)
    assert not any(thread.is_alive() for thread in threads)


PROCESS = """
import sys, time
from datetime import datetime, UTC
from pathlib import Path
from kampanye_tui.store.journal import Journal, Typing
journal = Journal(Path(sys.argv[1]))
journal.put(Typing(place="acara", fields={"tempat": "Aula"}, stamp="ab12", at=datetime.now(UTC)))
print("siap", flush=True)
time.sleep(60)
"""


def test_what_a_killed_program_has_written_comes_back(path: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", PROCESS, str(path)], stdout=subprocess.PIPE) as program:
        assert program.stdout is not None
        program.stdout.readline()
        end = time.monotonic() + PATIENCE
        while not path.exists() and time.monotonic() < end:
            time.sleep(0.02)
        program.kill()
    assert [left.fields for left in recover(path)] == [{"tempat": "Aula"}]


def test_the_thread_holds_up_no_end_of_the_program(journal: Journal) -> None:
    journal.put(typed("Peserta"))
    assert all(thread.daemon for thread in threading.enumerate() if thread.name == "jurnal")


def full(*_arguments: object) -> NoReturn:
    """Fail as a full disk does."""
    raise OSError(28, "No space left on device")


def test_a_full_disk_is_told(journal: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "fsync", full)
    journal.put(typed("Peserta"))
    journal.flush()
    assert "ruang penyimpanan penuh" in journal.trouble


def test_what_a_full_disk_refused_is_written_later(
    journal: Journal, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", full)
        journal.put(typed("Peserta"))
        journal.flush()
    journal.flush()
    assert (recover(path), journal.trouble) == ((typed("Peserta"),), "")


def test_the_folder_is_the_operators_alone(journal: Journal, path: Path) -> None:
    journal.put(typed("Peserta"))
    journal.flush()
    assert path.parent.stat().st_mode & 0o077 == 0


# TOML knows LF alone at the ends of lines in a long text.
TEXTS = st.text().filter(lambda text: "\r\n" not in text)


def written(kept: tuple[Typing, ...]) -> tuple[Typing, ...]:
    """Write a journal and read it."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.toml"
        path.write_bytes(journal_file(kept))
        return recover(path)


@given(fields=st.dictionaries(st.sampled_from(["judul", "teks", "isian: jumlah"]), TEXTS))
def test_any_characters_come_back_as_they_were_typed(fields: dict[str, str]) -> None:
    typing = Typing(place="acara", fields=fields, stamp="ab12", at=AT)
    assert written((typing,)) == (typing,)


def test_half_a_character_from_a_terminal_does_not_stop_the_journal() -> None:
    assert written((typed("a\udce9b"),)) == (typed("a?b"),)


def test_without_a_journal_nothing_is_recovered(tmp_path: Path) -> None:
    assert recover(tmp_path / "jurnal" / "a.toml") == ()


def spoilt(path: Path, content: bytes = b"rusak") -> str:
    """Recover from a journal that cannot be read, and return what is told."""
    path.write_bytes(content)
    with pytest.raises(Refused) as refused:
        recover(path)
    return str(refused.value)


def test_a_journal_that_cannot_be_read_is_set_aside(tmp_path: Path) -> None:
    spoilt(tmp_path / "a.toml")
    assert [(one.name, one.read_bytes()) for one in tmp_path.iterdir()] == [("a.rusak-01", b"rusak")]


def test_a_second_journal_that_cannot_be_read_replaces_nothing(tmp_path: Path) -> None:
    spoilt(tmp_path / "a.toml", b"satu")
    spoilt(tmp_path / "a.toml", b"dua")
    assert (tmp_path / "a.rusak-01").read_bytes() == b"satu"


def test_a_journal_that_cannot_be_read_is_told_with_its_place(tmp_path: Path) -> None:
    assert str(tmp_path / "a.rusak-01") in spoilt(tmp_path / "a.toml")


def test_two_workspaces_have_two_journals_for_one_id(tmp_path: Path) -> None:
    one, two = (journal_path(tmp_path, tmp_path / name, "2023-damai") for name in ("a", "b"))
    assert one != two
