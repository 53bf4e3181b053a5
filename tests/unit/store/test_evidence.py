"""Files of evidence: kept once under their hash, never replaced."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from kampanye_tui.agreement import evidencing
from kampanye_tui.model.problem import Declined, Refused
from kampanye_tui.store import evidence
from kampanye_tui.store.evidence import evidence_bytes, evidence_hashes, keep_evidence, read_offered

DATA = b"%PDF-1.7\n%%EOF\n"
SHA256 = hashlib.sha256(DATA).hexdigest()


def test_a_file_is_kept_under_its_hash(tmp_path: Path) -> None:
    assert keep_evidence(tmp_path, DATA, ".pdf") == tmp_path / "bukti" / f"{SHA256}.pdf"


def test_what_is_kept_is_known_by_name_and_hash(tmp_path: Path) -> None:
    keep_evidence(tmp_path, DATA, ".pdf")
    assert evidence_hashes(tmp_path) == {f"{SHA256}.pdf": SHA256}


def test_what_an_interrupted_attempt_left_is_no_hindrance(tmp_path: Path) -> None:
    keep_evidence(tmp_path, DATA, ".pdf")
    assert keep_evidence(tmp_path, DATA, ".pdf").read_bytes() == DATA


def test_other_bytes_under_that_name_are_not_replaced(tmp_path: Path) -> None:
    path = keep_evidence(tmp_path, DATA, ".pdf")
    path.write_bytes(b"lain")
    with pytest.raises(Declined, match="rusak"):
        keep_evidence(tmp_path, DATA, ".pdf")
    assert path.read_bytes() == b"lain"


def test_what_is_kept_is_found_by_its_hash(tmp_path: Path) -> None:
    keep_evidence(tmp_path, DATA, ".pdf")
    assert evidence_bytes(tmp_path, SHA256) == (f"{SHA256}.pdf", DATA)


def test_what_was_changed_is_not_given_out(tmp_path: Path) -> None:
    keep_evidence(tmp_path, DATA, ".pdf").write_bytes(b"lain")
    with pytest.raises(Refused, match="hilang atau rusak"):
        evidence_bytes(tmp_path, SHA256)


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused, match=r"asli-1\.pdf: tidak ada\. Periksa nama dan foldernya"):
        read_offered(tmp_path / "asli-1.pdf")


@pytest.mark.parametrize("make", [os.mkfifo, Path.mkdir], ids=["a fifo", "a folder"])
def test_what_is_there_but_no_file_is_called_that(tmp_path: Path, make: Callable[[Path], None]) -> None:
    make(tmp_path / "asli-1.pdf")
    with pytest.raises(Refused, match=r"asli-1\.pdf: bukan berkas\."):
        read_offered(tmp_path / "asli-1.pdf")


def test_a_file_too_large_is_refused_before_it_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(evidence, "LARGEST", 10)
    (tmp_path / "besar.pdf").write_bytes(DATA)
    with pytest.raises(Refused, match="1 MB"):
        read_offered(tmp_path / "besar.pdf")


def test_sixty_sheets_in_colour_are_not_too_large() -> None:
    assert evidencing.LARGEST >= 60 * 500_000
