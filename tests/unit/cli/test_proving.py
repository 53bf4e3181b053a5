"""``bukti``: one zip file that proves an agreement to outsiders; scans only for a request in writing."""

from __future__ import annotations

import errno
import hashlib
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from zipfile import ZipFile

import pytest

from kampanye_tui.agreement.fingerprint import occasion_digest, text_digest
from kampanye_tui.model.event import Closed, Disclosed, Finalised, Interrupted
from kampanye_tui.store import bundle
from kampanye_tui.store.bundle import bundled
from kampanye_tui.store.ledger import open_ledger, record
from kampanye_tui.store.revisions import keep_revision
from kampanye_tui.store.workspace import load
from tests.unit.cli.office import Command

ID = "2023-kampanye-damai"
AT = datetime(2023, 11, 28, 3, 30, tzinfo=UTC)
SAID = {"number": 0, "occurred": AT, "recorded": AT, "operator": "ani"}
ASKED = ("bukti", "--dengan-pindaian", "--permintaan", "surat nomor 12/PN/2024", "-o", "bukti.zip")
SCAN = b"%PDF-1.7\nasli\n%%EOF\n"


@pytest.fixture
def folder(office: Path, kampanye: Command) -> Path:
    """The folder of a closed agreement, a scan of its first original kept."""
    kampanye("baru")
    return closed(office, kampanye)


def closed(office: Path, kampanye: Command) -> Path:
    """Make the agreement final as it stands, close it, keep a scan; return its folder."""
    agreement = load(office, ID).agreement
    folder = office / "naskah" / ID
    keep_revision(folder, agreement)
    digests = {"text_digest": text_digest(agreement), "occasion_digest": occasion_digest(agreement)}
    for event in (Finalised(revision=1, **digests, **SAID), Closed(revision=1, **SAID)):
        record(folder, ID, lambda _book, event=event: [event])
    Path("asli-1.pdf").write_bytes(SCAN)
    kampanye("pindaian", "catat", "asli-1.pdf", "--tentang", "asli nomor 1", "--asli", "1")
    return folder


def disclosures(folder: Path) -> list[Disclosed]:
    """Return what the ledger says was given out."""
    return [one for one in open_ledger(folder, ID).book.events if isinstance(one, Disclosed)]


def names(path: str) -> list[str]:
    """Return the names in a zip file, in its order."""
    with ZipFile(path) as given:
        return given.namelist()


def test_the_first_entry_is_the_answer(folder: Path, kampanye: Command) -> None:
    ran = kampanye("bukti", "-o", "bukti.zip")
    assert (ran.code, ran.out, names("bukti.zip")[0]) == (0, "bukti.zip\n", "1-jawaban-ringkas.pdf")


def test_it_goes_to_the_files_of_the_agreement(folder: Path, kampanye: Command) -> None:
    kampanye("bukti", "--untuk", "14")
    assert (folder / "keluaran" / f"bukti_{ID}_partai-demokrat.zip").is_file()


def test_the_hash_of_the_file_is_told(folder: Path, kampanye: Command) -> None:
    ran = kampanye("bukti", "-o", "bukti.zip")
    assert hashlib.sha256(Path("bukti.zip").read_bytes()).hexdigest() in ran.err


def test_who_asks_twice_gets_the_same_file(folder: Path, kampanye: Command) -> None:
    kampanye("bukti", "-o", "satu.zip")
    kampanye("bukti", "-o", "dua.zip")
    assert Path("satu.zip").read_bytes() == Path("dua.zip").read_bytes()


def test_a_stranger_verifies_what_was_unpacked(folder: Path, kampanye: Command, tmp_path: Path) -> None:
    kampanye(*ASKED)
    with ZipFile("bukti.zip") as given:
        given.extractall(tmp_path / "luar")
    command = [sys.executable, "-I", str(tmp_path / "luar" / "verifikasi.py")]
    assert subprocess.run(command, capture_output=True, check=False).returncode == 0


def test_scans_go_along_for_a_request_in_writing(folder: Path, kampanye: Command) -> None:
    kampanye(*ASKED)
    assert f"bukti/{hashlib.sha256(SCAN).hexdigest()}.pdf" in names("bukti.zip")


def test_what_was_given_out_is_recorded(folder: Path, kampanye: Command) -> None:
    kampanye(*ASKED, "--untuk", "14")
    assert [(one.request, one.party) for one in disclosures(folder)] == [
        ("surat nomor 12/PN/2024", "partai-demokrat")
    ]


def test_the_scan_of_another_pihak_stays_out_of_a_bundle_for_one(folder: Path, kampanye: Command) -> None:
    for number in (13, 14):
        Path(f"mandat-{number}.pdf").write_bytes(b"%%PDF-1.7\n%d\n%%%%EOF\n" % number)
        mandate = ("--tentang", f"surat mandat {number}", "--pihak", str(number))
        assert kampanye("pindaian", "catat", f"mandat-{number}.pdf", *mandate).code == 0
    kampanye(*ASKED, "--untuk", "14")
    wanted = [SCAN, b"%PDF-1.7\n14\n%%EOF\n"]
    given = {f"bukti/{hashlib.sha256(one).hexdigest()}.pdf" for one in wanted}
    assert {name for name in names("bukti.zip") if "bukti/" in name} == given


def test_the_same_request_again_is_recorded_once(folder: Path, kampanye: Command) -> None:
    kampanye(*ASKED)
    assert (kampanye(*ASKED).code, len(disclosures(folder))) == (0, 1)


def test_scans_without_a_request_are_refused(folder: Path, kampanye: Command) -> None:
    ran = kampanye("bukti", "--dengan-pindaian", "-o", "bukti.zip")
    assert (ran.code, "atas permintaan tertulis" in ran.err, Path("bukti.zip").exists()) == (2, True, False)


def test_a_request_without_scans_is_asked_about(folder: Path, kampanye: Command) -> None:
    assert kampanye("bukti", "--permintaan", "surat").code == 2


def test_a_file_in_the_way_keeps_a_request_from_being_recorded(folder: Path, kampanye: Command) -> None:
    Path("bukti.zip").write_bytes(b"lain")
    ran = kampanye(*ASKED)
    assert (ran.code, disclosures(folder), Path("bukti.zip").read_bytes()) == (1, [], b"lain")


def test_agreed_text_with_a_number_keeps_a_request_from_being_recorded(
    office: Path, kampanye: Command
) -> None:
    kampanye("baru")
    kampanye("acara", "--tempat", "Aula, telepon 081234567890")
    folder = closed(office, kampanye)
    ran = kampanye(*ASKED)
    assert (ran.code, "ada dalam naskah" in ran.err, disclosures(folder)) == (2, True, [])


@pytest.mark.parametrize("target", ["asli-1.pdf/bukti.zip", "naskah"], ids=["below a file", "a folder"])
def test_what_cannot_be_written_is_not_recorded(folder: Path, kampanye: Command, target: str) -> None:
    ran = kampanye(*ASKED[:-1], target, "--timpa")
    assert (ran.code, disclosures(folder)) == (2, [])


def test_a_damaged_scan_keeps_a_request_from_being_recorded(folder: Path, kampanye: Command) -> None:
    (folder / "bukti" / f"{hashlib.sha256(SCAN).hexdigest()}.pdf").write_bytes(b"lain")
    ran = kampanye(*ASKED)
    assert (ran.code, disclosures(folder), Path("bukti.zip").exists()) == (1, [], False)


def test_what_was_recorded_meanwhile_keeps_a_bundle_from_being_given_out(
    folder: Path, kampanye: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    def slowly(files: tuple[tuple[str, bytes], ...]) -> bytes:
        record(folder, ID, lambda _book: [Interrupted(reason="listrik padam", **SAID)])
        return bundled(files)

    monkeypatch.setattr(bundle, "bundled", slowly)
    ran = kampanye(*ASKED)
    assert (ran.code, "Ulangi perintah ini" in ran.err, disclosures(folder)) == (1, True, [])


def test_what_is_not_recorded_is_not_given_out(
    folder: Path, kampanye: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_what: object) -> None:
        raise OSError(errno.ENOSPC, "penuh")

    monkeypatch.setattr("kampanye_tui.store.chained_file._write_all", full)
    before = sorted(Path().iterdir())
    assert (kampanye(*ASKED).code, sorted(Path().iterdir())) == (2, before)


def test_the_ledger_that_is_given_out_tells_of_it(folder: Path, kampanye: Command) -> None:
    kampanye(*ASKED)
    with ZipFile("bukti.zip") as given:
        assert given.read("buku.jsonl") == (folder / "buku.jsonl").read_bytes()


def test_a_draft_proves_nothing(office: Path, kampanye: Command) -> None:
    kampanye("baru")
    ran = kampanye("bukti")
    assert (ran.code, "belum final" in ran.err) == (2, True)


def test_what_does_not_hold_is_not_handed_out(folder: Path, kampanye: Command) -> None:
    path = folder / "buku.jsonl"
    path.write_bytes(path.read_bytes().replace(b'"tutup"', b'"tutuq"'))
    ran = kampanye("bukti", "-o", "bukti.zip")
    assert (ran.code, "buku.jsonl, baris 2" in ran.err, Path("bukti.zip").exists()) == (1, True, False)


def test_closed_lines_are_told(folder: Path, kampanye: Command) -> None:
    kampanye("jeda", "Budi, HP 081234567890, sakit", "--waktu", "28-11-2023 10.10")
    assert "Kejadian nomor 4 memuat nomor telepon, NIK, atau surel" in kampanye("bukti", "-o", "b.zip").err
