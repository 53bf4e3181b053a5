"""The index: what it says of a text is used as long as the text is as it was, and never longer."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from kampanye_tui.agreement.checks import run
from kampanye_tui.model.finding import Level
from kampanye_tui.model.problem import Problem
from kampanye_tui.plugin.library import Library
from kampanye_tui.store.index import INDEX, Entry, Known, entry_of, known, read_index, write_index
from kampanye_tui.store.shelving import archive
from kampanye_tui.store.workspace import (
    ARCHIVE,
    Listed,
    Saved,
    create,
    list_agreements,
    load,
    save,
)
from tests.unit.store.saving import about


@pytest.fixture
def entry(saved: Saved, tmp_path: Path) -> Entry:
    """The entry of the sample, written to the index."""
    made = entry_of(saved)
    write_index(tmp_path, [made])
    return made


def test_an_entry_comes_back_as_it_was_written(entry: Entry, tmp_path: Path) -> None:
    assert read_index(tmp_path) == {entry.id: entry}


def test_a_text_that_is_as_it_was_is_known(entry: Entry, tmp_path: Path) -> None:
    assert known(tmp_path) == [Known(entry.id, entry)]


def test_a_text_that_was_saved_since_is_not_known(entry: Entry, saved: Saved, tmp_path: Path) -> None:
    save(saved, about(saved.agreement, "Tentang yang lain"))
    assert known(tmp_path) == [Known(entry.id, None)]


def test_a_text_that_the_index_never_saw_is_not_known(entry: Entry, saved: Saved, tmp_path: Path) -> None:
    create(tmp_path, msgspec.structs.replace(saved.agreement, id="2024-baru"))
    assert [one.id for one in known(tmp_path) if one.entry is None] == ["2024-baru"]


def test_an_agreement_that_is_gone_is_not_listed(entry: Entry, saved: Saved, tmp_path: Path) -> None:
    saved.path.unlink()
    assert known(tmp_path) == []


def test_the_agreement_saved_last_comes_first(saved: Saved, tmp_path: Path) -> None:
    for at, name in enumerate(("satu", "dua", "tiga")):
        one = create(tmp_path, msgspec.structs.replace(saved.agreement, id=name))
        os.utime(one.path, (at, at))
    os.utime(saved.path, (9, 9))
    assert [one.id for one in known(tmp_path)] == [saved.agreement.id, "tiga", "dua", "satu"]


def test_an_empty_workspace_knows_nothing(tmp_path: Path) -> None:
    assert known(tmp_path) == []


NESTED = b'{"format":1,"lain":' + b"[" * 100_000


@pytest.mark.parametrize(
    "content", [b"", b"rusak", b"[]", b"\xff", b'{"format":1,"naskah":[{"id":3}]}', NESTED]
)
def test_a_broken_index_is_as_good_as_none(content: bytes, saved: Saved, tmp_path: Path) -> None:
    (tmp_path / INDEX).write_bytes(content)
    assert known(tmp_path) == [Known(saved.agreement.id, None)]


def test_an_index_of_another_format_is_as_good_as_none(entry: Entry, tmp_path: Path) -> None:
    path = tmp_path / INDEX
    path.write_bytes(path.read_bytes().replace(b'"format":1', b'"format":2'))
    assert read_index(tmp_path) == {}


def test_an_entry_that_would_steer_a_terminal_is_not_used(entry: Entry, tmp_path: Path) -> None:
    write_index(tmp_path, [msgspec.structs.replace(entry, topic="\x1b[2J")])
    assert read_index(tmp_path) == {}


def test_an_index_that_cannot_be_written_is_not_missed(saved: Saved, tmp_path: Path) -> None:
    (tmp_path / INDEX).mkdir()
    write_index(tmp_path, [entry_of(saved)])
    assert list((tmp_path / INDEX).iterdir()) == []


def test_an_entry_counts_what_the_list_shows(saved: Saved) -> None:
    made, agreement = entry_of(saved), saved.agreement
    assert (made.clauses, made.contestants + made.institutions) == (
        len(agreement.clauses),
        len(agreement.parties),
    )


def test_an_entry_says_the_state_in_words(saved: Saved) -> None:
    assert entry_of(saved).state == "KONSEP r01"


def test_an_entry_names_packs_with_their_versions(saved: Saved) -> None:
    first = saved.agreement.packs[0]
    assert entry_of(saved).packs[0] == f"{first.id} {first.version}"


def test_findings_are_unknown_before_a_check(saved: Saved) -> None:
    assert entry_of(saved).findings is None


def test_findings_are_counted_by_level(saved: Saved, library: Library) -> None:
    findings = run(saved.agreement, library.reference, library.rules)
    counts = entry_of(saved, findings).findings
    assert counts is not None
    assert (counts.required, counts.attention, counts.suggestion) == tuple(
        sum(finding.level is level for finding in findings) for level in Level
    )


def test_a_text_that_changed_after_it_was_read_is_not_known(saved: Saved, tmp_path: Path) -> None:
    save(saved, about(saved.agreement, "Tentang yang lain"))
    write_index(tmp_path, [entry_of(saved)])
    assert known(tmp_path) == [Known(saved.agreement.id, None)]


def test_a_broken_agreement_is_an_entry_with_its_problem(saved: Saved, tmp_path: Path) -> None:
    saved.path.write_text("rusak")
    (listed,) = list_agreements(tmp_path)
    assert "naskah.toml" in entry_of(listed).problem


def test_a_broken_agreement_is_read_anew_each_time(saved: Saved, tmp_path: Path) -> None:
    saved.path.write_text("rusak")
    write_index(tmp_path, map(entry_of, list_agreements(tmp_path)))
    assert known(tmp_path) == [Known(saved.agreement.id, None)]


def test_the_archive_is_listed_apart(entry: Entry, tmp_path: Path) -> None:
    archive(tmp_path, entry.id)
    assert (known(tmp_path), [one.id for one in known(tmp_path, archived=True)]) == ([], [entry.id])


def test_an_archived_agreement_is_known(entry: Entry, tmp_path: Path) -> None:
    archive(tmp_path, entry.id)
    made = entry_of(load(tmp_path, entry.id, ARCHIVE))
    write_index(tmp_path, [made])
    assert (made.archived, known(tmp_path, archived=True)) == (True, [Known(entry.id, made)])


def test_listing_agreements_imports_nothing_heavy() -> None:
    listed = "import sys, kampanye_tui.store.index; print(*sys.modules)"
    ran = subprocess.run([sys.executable, "-c", listed], capture_output=True, text=True, check=True)
    assert {"textual", "fpdf", "PIL", "markdown_it"} & set(ran.stdout.split()) == set()


def test_a_problem_on_the_screen_advises_no_command(saved: Saved) -> None:
    problem = Problem(what="berkas ini rusak", hint="Buat lagi dengan: kampanye baru")
    assert entry_of(Listed(saved.agreement.id, None, (problem,))).problem == "Berkas ini rusak."


def test_an_entry_says_what_the_office_is_called(saved: Saved) -> None:
    assert entry_of(saved).office == "KPU Kota Tangerang Selatan"
