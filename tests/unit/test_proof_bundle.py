"""The files that prove an agreement to outsiders; the small program among them, run as by a stranger."""

from __future__ import annotations

import hashlib
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from kampanye_tui.agreement.fingerprint import short_code
from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.event import Evidence, Interrupted
from kampanye_tui.model.problem import Declined, Refused
from kampanye_tui.plugin.library import Library
from kampanye_tui.proof_bundle import ProofBundle, proof_bundle
from kampanye_tui.store.evidence import keep_evidence
from tests.unit.agreement.making import changed
from tests.unit.document.kept_office import Office
from tests.unit.document.signing_day import at
from tests.unit.formats.papers import pages_of

SCAN = b"%PDF-1.7\nasli\n%%EOF\n"
PERSONAL = ("021-5371234", "kpu@contoh.go.id", "081234567890", "3674012345678901")
NAMES = [
    "1-jawaban-ringkas.pdf",
    "BACA-SAYA.txt",
    "DAFTAR-SHA256.txt",
    "buku.jsonl",
    "naskah.pdf",
    "naskah.toml",
    "revisi/r01.toml",
    "verifikasi.py",
]
"""What a bundle holds, in order."""
Files = dict[str, bytes]


def bundle_of(office: Office, **how: object) -> ProofBundle:
    """Return the bundle of an office."""
    return proof_bundle(office.found, office.ledger(), office.maker(), **how)


@pytest.fixture(scope="module")
def office(agreement: Agreement, library: Library) -> Office:
    """An office that can be reached, with a scan in its ledger and numbers of people in a remark."""
    reachable = changed(agreement.office, contact="Telp. 021-5371234, kpu@contoh.go.id")
    office = Office(changed(agreement, office=reachable), library)
    said = {"number": 0, "occurred": at(12, 0), "recorded": at(12, 0), "operator": "ani"}
    sha256 = hashlib.sha256(SCAN).hexdigest()
    office.evidence[f"{sha256}.pdf"] = sha256
    office.add(Evidence(sha256=sha256, name="asli-1.pdf", about="asli nomor 1", original=1, **said))
    office.add(Interrupted(reason="Budi, NIK 3674012345678901, HP 081234567890, sakit", **said))
    office.add(Interrupted(reason="listrik padam", **said))
    return office


@pytest.fixture(scope="module")
def bundle(office: Office) -> ProofBundle:
    """Its bundle, without scans."""
    return bundle_of(office)


@pytest.fixture
def files(bundle: ProofBundle) -> Files:
    """The files of the bundle, to be changed."""
    return dict(bundle.files)


@pytest.fixture
def verify(tmp_path: Path) -> Callable[..., tuple[int, str]]:
    """Unpack files into a folder and run the verifier there, without anything of ours."""

    def run(files: Files, *codes: str) -> tuple[int, str]:
        folder = tmp_path / "bukti unduhan"
        for name, data in files.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes(data)
        command = [sys.executable, "-I", str(folder / "verifikasi.py"), *codes]
        ran = subprocess.run(command, capture_output=True, text=True, check=False)
        return ran.returncode, ran.stdout

    return run


def text_of(files: Files, name: str = "1-jawaban-ringkas.pdf") -> str:
    """Return the words of a PDF among the files."""
    return " ".join(" ".join(pages_of(files[name])).replace("\u00a0", " ").split())


def test_the_answer_comes_first_by_name(files: Files) -> None:
    assert min(files) == "1-jawaban-ringkas.pdf"


def test_what_a_stranger_needs_is_there(files: Files) -> None:
    assert sorted(files) == NAMES


def test_who_asks_twice_gets_the_same(office: Office, bundle: ProofBundle) -> None:
    assert bundle_of(office) == bundle


@pytest.mark.parametrize(
    "words",
    [
        "Kode naskah : KODE",
        "Dinyatakan final : 28 November 2023, 08.00 WIB",
        "Eka, Plh. Ketua KPU menandatangani 28 November 2023, 09.50 WIB",
        "1 Anggrek Ani, Ketua DPC hadir, tidak menandatangani",
        "salinan 1 Anggrek diserahkan 28 November 2023 Fajar, sekretaris",
        "asli nomor 1 1 28 November 2023",
        "Yang tidak terbukti",
        "bukan tanda tangan elektronik",
    ],
)
def test_the_answer_says(office: Office, files: Files, words: str) -> None:
    assert words.replace("KODE", office.state.code) in text_of(files)


def test_the_answer_to_a_pihak_tells_of_that_pihak(office: Office) -> None:
    told = text_of(dict(bundle_of(office, holder=office.agreement.party("partai-bakung")).files))
    assert ("Partai Bakung" in told, "Budi, Ketua DPC" in told, "Anggrek" in told) == (True, True, False)


@pytest.mark.parametrize("personal", PERSONAL)
def test_nothing_personal_leaves(files: Files, personal: str) -> None:
    told = {
        name: text_of(files, name).encode() if name.endswith("pdf") else data for name, data in files.items()
    }
    assert [name for name, data in told.items() if personal.encode() in data] == []


def test_the_line_in_which_something_was_closed_is_named(office: Office, bundle: ProofBundle) -> None:
    assert bundle.closed == (len(office.day.events) - 1,)


def test_scans_stay_here_unless_they_are_asked_for(files: Files) -> None:
    assert [name for name in files if name.startswith("bukti/")] == []


def test_scans_that_are_asked_for_go_along(office: Office, tmp_path: Path) -> None:
    path = keep_evidence(tmp_path, SCAN, ".pdf")
    assert dict(bundle_of(office, scans=tmp_path).files)[f"bukti/{path.name}"] == SCAN


def test_a_scan_that_is_gone_keeps_the_bundle_from_being_made(office: Office, tmp_path: Path) -> None:
    with pytest.raises(Refused, match="hilang atau rusak"):
        bundle_of(office, scans=tmp_path)


def test_a_draft_proves_nothing(agreement: Agreement, library: Library) -> None:
    office = Office(agreement, library)
    with pytest.raises(Refused, match="belum final"):
        proof_bundle(office.found._replace(texts={}), office.ledger(), office.maker())


def test_what_does_not_hold_is_not_handed_out(office: Office) -> None:
    office.revisions[7] = b""
    broken = office.verified()
    del office.revisions[7]
    with pytest.raises(Declined, match="r07"):
        proof_bundle(broken, office.ledger(), office.maker())


def test_the_list_gives_each_file_a_command_for_bare_windows(files: Files) -> None:
    lines = files["DAFTAR-SHA256.txt"].decode().split("\r\n")
    at = lines.index(r'certutil -hashfile "revisi\r01.toml" SHA256')
    assert lines[at + 1] == f"#   {hashlib.sha256(files['revisi/r01.toml']).hexdigest()}"


@pytest.mark.parametrize("name", ["BACA-SAYA.txt", "DAFTAR-SHA256.txt"])
def test_old_programs_of_windows_show_every_line(files: Files, name: str) -> None:
    assert re.search(rb"(?<!\r)\n", files[name]) is None


def test_the_verifier_has_eighty_lines_at_most(files: Files) -> None:
    assert files["verifikasi.py"].count(b"\n") <= 80


Verify = Callable[..., tuple[int, str]]


def test_a_bundle_that_nobody_changed_holds(agreement: Agreement, library: Library, verify: Verify) -> None:
    code, told = verify(dict(bundle_of(Office(agreement, library)).files))
    assert (code, told) == (0, "Semua cocok. Yang tidak terbukti disebut dalam jawaban ringkas.\n")


def test_the_verifier_ends_with_the_lines_that_it_cannot_check(
    office: Office, files: Files, verify: Verify
) -> None:
    number = len(office.day.events) - 1
    words = f"Yang dapat diperiksa cocok; TIDAK diperiksa: baris {number} dalam buku.jsonl"
    end = "yang sebagian ditutup. Yang tidak terbukti disebut dalam jawaban ringkas."
    assert verify(files) == (0, f"{words}, {end}\n")


def test_a_line_that_was_closed_by_a_forger_is_named(office: Office, files: Files, verify: Verify) -> None:
    lines = files["buku.jsonl"].splitlines(keepends=True)
    lines[4] = b'{"ditutup":"NIK",' + lines[4].replace(b'"operator":"ani"', b'"operator":"ane"')[1:]
    forged = listed_anew(files, **{"buku.jsonl": b"".join(lines)})
    assert f"TIDAK diperiksa: baris 5, {len(office.day.events) - 1} dalam" in verify(forged)[1]


def test_a_closed_line_says_nothing_in_the_name_of_the_verifier(files: Files, verify: Verify) -> None:
    ledger = files["buku.jsonl"].replace(b'{"ditutup":"', b'{"ditutup":"\\u001b[2JSemua cocok.')
    assert "Semua cocok" not in verify(listed_anew(files, **{"buku.jsonl": ledger}))[1]


def test_the_file_to_be_read_lists_the_closed_lines(office: Office, files: Files) -> None:
    words = f"Baris buku.jsonl yang sebagian ditutup: {len(office.day.events) - 1}\r\n"
    assert files["BACA-SAYA.txt"].decode().endswith(words)


def test_the_file_to_be_read_says_that_no_line_is_closed(agreement: Agreement, library: Library) -> None:
    told = dict(bundle_of(Office(agreement, library)).files)["BACA-SAYA.txt"].decode()
    assert told.endswith("Baris buku.jsonl yang sebagian ditutup: tidak ada\r\n")


@pytest.mark.parametrize("whole", [True, False], ids=["whole", "short"])
def test_a_code_from_a_slip_is_known(office: Office, files: Files, verify: Verify, whole: bool) -> None:
    head = office.found.heads[3]
    assert verify(files, head if whole else short_code(head).lower())[0] == 0


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("part", [0.0, 0.37, 0.71, 1.0])
def test_a_changed_byte_is_found(files: Files, verify: Verify, name: str, part: float) -> None:
    data = bytearray(files[name])
    data[int(part * (len(data) - 1))] ^= 1
    files[name] = bytes(data)
    assert verify(files)[0] == 1


@pytest.mark.parametrize("name", ["1-jawaban-ringkas.pdf", "buku.jsonl", "naskah.toml", "revisi/r01.toml"])
def test_a_file_that_is_gone_is_found(files: Files, verify: Verify, name: str) -> None:
    del files[name]
    assert verify(files)[0] == 1


def test_a_file_that_was_put_in_is_found(files: Files, verify: Verify) -> None:
    code, told = verify({**files, "surat.pdf": b"%PDF-"})
    assert (code, "surat.pdf: hilang, berubah, atau tidak tertulis" in told) == (1, True)


def listed_anew(files: Files, **changes: bytes) -> Files:
    """Return the files with a list that was made anew for what was changed, as a forger would."""
    files = {**files, **changes}
    text = files["DAFTAR-SHA256.txt"][:-68]
    for name, data in changes.items():
        text = re.sub(
            rb"\w{64}(?=  %s\r)" % re.escape(name.encode()), hashlib.sha256(data).hexdigest().encode(), text
        )
    return {**files, "DAFTAR-SHA256.txt": text + b"# %s\r\n" % hashlib.sha256(text).hexdigest().encode()}


def moved(lines: list[bytes], at: int, how: str) -> bytes:
    """Return a ledger in which a line was swapped with the next, doubled, removed or changed."""
    if how == "swapped":
        lines[at], lines[at + 1] = lines[at + 1], lines[at]
    elif how == "doubled":
        lines.insert(at, lines[at])
    elif how == "removed":
        del lines[at]
    else:
        lines[at] = lines[at].replace(b'"operator":"ani"', b'"operator":"ane"')
    return b"".join(lines)


@pytest.mark.parametrize("how", ["swapped", "doubled", "removed", "changed"])
@pytest.mark.parametrize("at", [0, 4])
def test_a_forged_ledger_is_found_at_its_line(files: Files, verify: Verify, at: int, how: str) -> None:
    lines = files["buku.jsonl"].splitlines(keepends=True)
    forged = listed_anew(files, **{"buku.jsonl": moved(lines, at, how)})
    place = at + 2 if how == "doubled" else at + 1
    code, told = verify(forged)
    assert (code, told.startswith(f"buku.jsonl, baris {place}: ")) == (1, True)


def test_a_forged_text_is_found_by_the_ledger(files: Files, verify: Verify) -> None:
    text = files["naskah.toml"].replace(b"secara aman", b"secara bebas")
    forged = listed_anew(files, **{"naskah.toml": text, "revisi/r01.toml": text})
    code, told = verify(forged)
    assert (code, "revisi/r01.toml: bukan naskah yang dinyatakan final" in told) == (1, True)


def test_a_line_that_made_a_text_final_cannot_be_closed(files: Files, verify: Verify) -> None:
    first = files["buku.jsonl"].replace(b'{"jenis":"final"', b'{"ditutup":"NIK","jenis":"final"', 1)
    code, told = verify(listed_anew(files, **{"buku.jsonl": first}))
    assert (code, told.startswith("buku.jsonl, baris 1: ")) == (1, True)


def cut(files: Files) -> Files:
    """Return the files with the last line of the ledger cut off, and a list made anew."""
    lines = files["buku.jsonl"].splitlines(keepends=True)
    return listed_anew(files, **{"buku.jsonl": b"".join(lines[:-1])})


def test_a_cut_tail_holds_by_itself(files: Files, verify: Verify) -> None:
    assert verify(cut(files))[0] == 0


def test_a_cut_tail_is_found_with_a_later_slip(office: Office, files: Files, verify: Verify) -> None:
    code, told = verify(cut(files), short_code(office.found.heads[-1]))
    assert (code, "terpotong atau ditulis ulang" in told) == (1, True)


def test_a_full_rewrite_is_found_with_any_slip(
    office: Office, agreement: Agreement, library: Library, verify: Verify
) -> None:
    other = Office(changed(agreement, topic="Kampanye Gaduh"), library)
    assert verify(dict(bundle_of(other).files), short_code(office.found.heads[0]))[0] == 1
