"""``verifikasi``: agreements, slips, copies and files verified from the command line; nothing is changed."""

from __future__ import annotations

import json
import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kampanye_tui.agreement.fingerprint import occasion_digest, short_code, text_digest
from kampanye_tui.model.event import Closed, CopyDeed, CopyHandled, Finalised
from kampanye_tui.store.ledger import open_ledger, record
from kampanye_tui.store.revisions import keep_revision
from kampanye_tui.store.workspace import load
from tests.unit.cli.office import Command

ID = "2023-kampanye-damai"
AT = datetime(2023, 11, 28, 3, 30, tzinfo=UTC)
SAID = {"number": 0, "occurred": AT, "recorded": AT, "operator": "ani"}
PDF_SHA256 = "2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae"
"""Of the bytes ``foo``."""


@pytest.fixture
def folder(office: Path, kampanye: Command) -> Path:
    """The folder of a closed agreement, one copy of which was handed over."""
    kampanye("baru")
    agreement = load(office, ID).agreement
    folder = office / "naskah" / ID
    keep_revision(folder, agreement)
    digests = {"text_digest": text_digest(agreement), "occasion_digest": occasion_digest(agreement)}
    copy = {"copy": 14, "form": "salinan", "party": "partai-demokrat"}
    whom = {"receiver": "Sari", "capacity": "sekretaris"}
    for event in (
        Finalised(revision=1, **digests, **SAID),
        Closed(revision=1, **SAID),
        CopyHandled(deed=CopyDeed.PRINTED, sha256=PDF_SHA256, **copy, **SAID),
        CopyHandled(deed=CopyDeed.HANDED_OVER, **copy, **whom, **SAID),
    ):
        record(folder, ID, lambda _book, event=event: [event])
    return folder


def head(folder: Path) -> str:
    """Return the whole kode catatan of the ledger as it stands."""
    return open_ledger(folder, ID).book.head


def files(folder: Path) -> dict[str, bytes]:
    """Return every file of a folder."""
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def cut(folder: Path) -> None:
    """Cut the last line of the ledger off."""
    path = folder / "buku.jsonl"
    path.write_bytes(b"".join(path.read_bytes().splitlines(keepends=True)[:-1]))


def change(folder: Path) -> None:
    """Change the third line of the ledger."""
    path = folder / "buku.jsonl"
    path.write_bytes(path.read_bytes().replace(b'"cetak"', b'"cetax"'))


def test_an_agreement_that_nobody_changed_holds(folder: Path, kampanye: Command) -> None:
    ran = kampanye("verifikasi", ID)
    assert (ran.code, ran.err) == (0, "Semua yang diperiksa cocok. Kode ini bukan tanda tangan elektronik.\n")


def test_what_is_not_proven_is_told_as_well(folder: Path, kampanye: Command) -> None:
    out = kampanye("verifikasi").out
    assert out.index("  Terbukti:") < out.index("  Tidak terbukti:")


def test_the_first_place_that_breaks_is_told(folder: Path, kampanye: Command) -> None:
    change(folder)
    ran = kampanye("verifikasi", ID)
    place = f"naskah/{ID}/buku.jsonl, baris 3: isi baris ini berubah sejak dicatat."
    assert (ran.code, place in ran.err) == (1, True)


def test_a_torn_line_is_told_and_left_as_it_is(folder: Path, kampanye: Command) -> None:
    with (folder / "buku.jsonl").open("ab") as stream:
        stream.write(b'{"jenis":"sal')
    before = files(folder)
    ran = kampanye("verifikasi", ID)
    assert (ran.code, "tidak selesai ditulis" in ran.err, files(folder)) == (1, True, before)


def test_a_slip_that_the_ledger_knows_is_told_with_its_event(folder: Path, kampanye: Command) -> None:
    ran = kampanye("verifikasi", ID, "--slip", short_code(head(folder)).lower())
    assert (ran.code, "kode catatan. Buku sampai kejadian nomor 4" in ran.out) == (0, True)


def test_a_whole_code_may_be_typed_in_groups_without_quotes(folder: Path, kampanye: Command) -> None:
    code = head(folder)
    ran = kampanye("verifikasi", *(code[at : at + 4] for at in range(0, 64, 4)))
    assert (ran.code, "kejadian nomor 4" in ran.out) == (0, True)


def test_a_code_alone_is_looked_up_in_every_agreement(folder: Path, kampanye: Command) -> None:
    code = short_code(head(folder))
    kampanye("baru", "lain")
    ran = kampanye("verifikasi", code)
    assert (ran.code, f"{code}: kode catatan. Buku sampai kejadian nomor 4" in ran.out) == (0, True)


def test_a_cut_tail_holds_without_a_slip(folder: Path, kampanye: Command) -> None:
    cut(folder)
    assert kampanye("verifikasi", ID).code == 0


def test_a_cut_tail_is_found_with_a_slip(folder: Path, kampanye: Command) -> None:
    code = short_code(head(folder))
    cut(folder)
    ran = kampanye("verifikasi", ID, "--slip", code)
    assert (ran.code, "terpotong atau ditulis ulang" in ran.err) == (1, True)


def test_a_mistyped_slip_is_not_taken_for_a_cut_tail(folder: Path, kampanye: Command) -> None:
    code = short_code(head(folder))
    typed = code[:-1] + ("7" if code[-1] != "7" else "8")
    ran = kampanye("verifikasi", ID, "--slip", typed)
    assert (ran.code, "salah ketik" in ran.err, "terpotong" in ran.err) == (1, True, False)


def test_a_folder_is_verified_without_a_configuration(
    folder: Path, tmp_path: Path, kampanye: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(folder, tmp_path / "usb" / "salinan naskah")
    monkeypatch.chdir(tmp_path / "usb")
    assert kampanye("verifikasi", "salinan naskah").code == 0


def test_a_workspace_is_verified_with_its_registers(folder: Path, office: Path, kampanye: Command) -> None:
    kampanye("nomor", "luar", "1", "--tahun", "2023", "--alasan", "surat lain")
    (register,) = (office / "register").iterdir()
    register.write_bytes(register.read_bytes().replace(b"surat lain", b"surat lama"))
    ran = kampanye("verifikasi", str(office))
    assert (ran.code, f"register/{register.name}, baris 1" in ran.err) == (1, True)


def test_an_agreement_whose_text_was_deleted_is_still_found(folder: Path, kampanye: Command) -> None:
    (folder / "naskah.toml").unlink()
    ran = kampanye("verifikasi")
    assert (ran.code, "berkas naskah tidak ada" in ran.err) == (1, True)


def test_a_copy_number_tells_who_has_it(folder: Path, kampanye: Command) -> None:
    ran = kampanye("verifikasi", ID, "--salinan", "14")
    told = "salinan nomor 14 untuk Demokrat: diserahkan sejak 28-11-2023, oleh Sari (sekretaris)."
    assert (ran.code, told in ran.out) == (0, True)


def test_a_copy_number_that_there_is_not_is_told(folder: Path, kampanye: Command) -> None:
    ran = kampanye("verifikasi", ID, "--salinan", "99")
    assert (ran.code, "nomor 99" in ran.err) == (1, True)


def test_a_file_that_was_printed_is_known_by_its_bytes(folder: Path, kampanye: Command) -> None:
    Path("apa saja.pdf").write_bytes(b"foo")
    ran = kampanye("verifikasi", ID, "apa saja.pdf")
    assert (ran.code, "dicatat sebagai salinan nomor 14" in ran.out) == (0, True)


def test_a_file_with_other_bytes_is_not_known(folder: Path, kampanye: Command) -> None:
    Path("lain.pdf").write_bytes(b"fo0")
    ran = kampanye("verifikasi", ID, "lain.pdf")
    assert (ran.code, "lain.pdf: Bukan berkas yang dicatat" in ran.err) == (1, True)


@pytest.mark.parametrize("name", ["2023-kampanye-damay", "tidak/ada"])
def test_a_name_that_is_nothing_is_refused(folder: Path, kampanye: Command, name: str) -> None:
    ran = kampanye("verifikasi", name)
    assert (ran.code, f'"{name}" bukan naskah, folder naskah, berkas, atau kode' in ran.err) == (2, True)


def test_an_empty_workspace_has_nothing_to_verify(office: Path, kampanye: Command) -> None:
    assert kampanye("verifikasi").code == 2


def test_json_has_the_place_that_breaks(folder: Path, kampanye: Command) -> None:
    change(folder)
    (one,) = json.loads(kampanye("verifikasi", "--json").out)["naskah"]
    found = one["pemeriksaan"][0]
    assert (one["utuh"], found["hasil"], found["berkas"], found["baris"]) == (
        False,
        "tidak cocok",
        f"naskah/{ID}/buku.jsonl",
        3,
    )


def test_json_has_what_a_slip_stands_for(folder: Path, kampanye: Command) -> None:
    code = short_code(head(folder))
    (one,) = json.loads(kampanye("verifikasi", code, "--json").out)["slip"]
    assert (one["kode"], one["arti"], one["kejadian"]) == (code, "kode catatan", 4)


def test_json_has_who_holds_a_copy(folder: Path, kampanye: Command) -> None:
    rows = json.loads(kampanye("verifikasi", "--salinan", "14", "--json").out)["salinan"]
    assert [(row["nomor"], row["ada"]) for row in rows] == [(14, True)]


def test_nothing_is_changed(folder: Path, office: Path, kampanye: Command) -> None:
    before = files(office)
    kampanye("verifikasi", "--slip", short_code(head(folder)), "--salinan", "14")
    assert files(office) == before


def test_the_words_of_a_pdf_are_compared(folder: Path, kampanye: Command) -> None:
    kampanye("ekspor", "--templat", "naskah", "-o", "naskah.pdf")
    ran = kampanye("verifikasi", ID, "naskah.pdf")
    assert (ran.code, "klausul: 10 klausul, kata demi kata sama dengan naskah final." in ran.out) == (0, True)


def test_a_pdf_of_a_draft_is_told_with_its_first_place(folder: Path, kampanye: Command) -> None:
    kampanye("klausul", "buang", "alat-peraga")
    kampanye("ekspor", "--templat", "naskah", "-o", "konsep.pdf")
    kampanye("urungkan", ID)
    ran = kampanye("verifikasi", ID, "konsep.pdf")
    place = "Tidak cocok, pertama kali di sini: konsep.pdf: berkas ini tidak memuat kode naskah final"
    assert (ran.code, place in ran.err) == (1, True)


def test_json_has_what_came_of_a_pdf(folder: Path, kampanye: Command) -> None:
    kampanye("ekspor", "--templat", "naskah", "-o", "naskah.pdf")
    (one,) = json.loads(kampanye("verifikasi", ID, "naskah.pdf", "--json").out)["berkas"]
    assert (one["dikenal"], [row["bagian"] for row in one["pemeriksaan"]]) == (
        True,
        ["kode naskah", "klausul", "pihak", "kata-kata lain"],
    )


def test_what_differs_around_the_clauses_is_told_and_no_break(folder: Path, kampanye: Command) -> None:
    kampanye("ekspor", "--templat", "naskah", "-o", "naskah.pdf")
    path = folder / "naskah.toml"
    path.write_text(path.read_text().replace("[nomor]\n", "") + '\n[nomor]\nnaskah = "12/PL/2023"\n')
    ran = kampanye("verifikasi", ID, "naskah.pdf")
    assert (ran.code, ran.err.startswith("Cocok, tetapi perhatikan: halaman 1: ")) == (0, True)


def test_a_pdf_is_compared_without_the_configuration_of_its_office(
    folder: Path, tmp_path: Path, kampanye: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    kampanye("ekspor", "--templat", "naskah", "-o", "naskah.pdf")
    shutil.copytree(folder, tmp_path / "usb" / ID)
    shutil.copy("naskah.pdf", tmp_path / "usb")
    monkeypatch.chdir(tmp_path / "usb")
    ran = kampanye("verifikasi", ID, "naskah.pdf")
    assert (ran.code, "di luar klausul" in ran.out) == (0, True)


def test_a_pdf_that_is_no_pdf_inside_is_told(folder: Path, kampanye: Command) -> None:
    Path("rusak.pdf").write_bytes(b"%PDF-1.7\n")
    ran = kampanye("verifikasi", ID, "rusak.pdf")
    assert (ran.code, "rusak atau terkunci" in ran.err) == (1, True)
