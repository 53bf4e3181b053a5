"""A trace of the pack at work: it is gone afterwards, and left behind it names who ended the program."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from threading import Thread

import pytest

from kampanye_tui.store.breadcrumb import at_work, culprits, forgive

DEADLY = """
import os, sys
from pathlib import Path
from kampanye_tui.store.breadcrumb import at_work
with at_work(Path(sys.argv[1]), "jahat"):
    os._exit(0)
"""


def dead(home: Path) -> None:
    """Let a process end in the middle of the work of a pack."""
    subprocess.run([sys.executable, "-c", DEADLY, str(home)], check=True)


def test_who_ended_the_program_is_known(tmp_path: Path) -> None:
    dead(tmp_path)
    assert culprits(tmp_path) == ("jahat",)


def test_what_went_well_leaves_no_trace(tmp_path: Path) -> None:
    with at_work(tmp_path, "baik"):
        pass
    assert culprits(tmp_path) == ()


def test_what_failed_in_words_leaves_no_trace(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="x"), at_work(tmp_path, "gagal"):
        raise ValueError("x")
    assert culprits(tmp_path) == ()


def test_a_process_that_is_still_at_it_is_no_culprit(tmp_path: Path) -> None:
    with at_work(tmp_path, "baik"):
        assert culprits(tmp_path) == ()


def test_a_process_of_another_machine_is_no_culprit(tmp_path: Path) -> None:
    dead(tmp_path)
    (trace,) = (tmp_path / "paket-dimuat").iterdir()
    trace.write_text("mesin-lain\njahat\n")
    assert culprits(tmp_path) == ()


def test_a_thread_that_is_done_leaves_the_trace_of_another(tmp_path: Path) -> None:
    def briefly() -> None:
        with at_work(tmp_path, "baik"):
            pass

    with at_work(tmp_path, "jahat"):
        thread = Thread(target=briefly)
        thread.start()
        thread.join()
        (trace,) = (tmp_path / "paket-dimuat").iterdir()
        assert trace.read_text().endswith("\njahat\n")


def test_who_is_forgiven_is_no_culprit(tmp_path: Path) -> None:
    dead(tmp_path)
    assert (forgive(tmp_path, "jahat"), culprits(tmp_path)) == (True, ())


def test_a_home_where_nothing_can_be_written_hinders_nobody(tmp_path: Path) -> None:
    (tmp_path / "paket-dimuat").write_text("bukan folder")
    with at_work(tmp_path, "baik"):
        assert os.getpid()
