"""``buka``: a PDF gives its draft back, and nothing that is there is replaced."""

from __future__ import annotations

import json
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from kampanye_tui.cli import ssh_client
from kampanye_tui.cli.ssh_client import Client
from kampanye_tui.model.operator import AtWork
from kampanye_tui.store import at_work
from kampanye_tui.store.shelving import archive
from tests.unit.cli.office import Command, edit, with_signatories

ID = "2023-kampanye-damai"


@pytest.fixture
def paper(office: Path, kampanye: Command) -> Path:
    """A naskah as PDF, and an office that does not have it any more."""
    kampanye("baru")
    kampanye("ekspor", "--templat", "naskah", "-o", "naskah.pdf")
    saved = office / "naskah" / ID
    saved.rename(office / "dahulu")
    return office / "naskah.pdf"


def changed(path: Path, name: str, before: bytes, after: bytes) -> None:
    """Change an attachment of a PDF; the words have to be there."""
    stream = BytesIO()
    with pikepdf.open(path) as file:
        held = file.attachments[name].obj.EF.F
        content = held.read_bytes()
        assert before in content
        held.write(content.replace(before, after))
        file.save(stream)
    path.write_bytes(stream.getvalue())


def test_the_draft_comes_back_as_it_was(office: Path, kampanye: Command, paper: Path) -> None:
    ran = kampanye("buka", str(paper))
    assert (ran.code, ran.out) == (0, f"{ID}\n")
    assert f"Naskah {ID} tersimpan sebagai konsep." in ran.err
    kept, before = (office / folder / "naskah.toml" for folder in (f"naskah/{ID}", "dahulu"))
    assert kept.read_bytes() == before.read_bytes()


def test_the_same_again_changes_nothing(office: Path, kampanye: Command, paper: Path) -> None:
    kampanye("buka", str(paper))
    ran = kampanye("buka", str(paper), "--json")
    assert (ran.code, json.loads(ran.out)) == (0, {"id": ID, "baru": False, "catatan": []})
    assert "sudah ada di sini dan isinya sama; tidak ada yang diubah" in ran.err


def test_another_text_of_that_id_stays(office: Path, kampanye: Command, paper: Path) -> None:
    kampanye("buka", str(paper))
    kampanye("acara", "--tempat", "Balai Kota")
    ran = kampanye("buka", str(paper))
    assert ran.code == 1
    assert "sudah ada dengan isi lain, jadi tidak ditimpa" in ran.err
    assert "Kata-kata yang disepakati sama, tetapi ada yang lain." in ran.err
    assert "tempat acara: “Balai Kota”" in ran.err
    assert "Balai Kota" in (office / "naskah" / ID / "naskah.toml").read_text()


def test_one_in_the_archive_counts_as_well(office: Path, kampanye: Command, paper: Path) -> None:
    kampanye("buka", str(paper))
    kampanye("acara", "--tempat", "Balai Kota")
    archive(office, ID)
    assert f"arsip/{ID}/naskah.toml: naskah " in kampanye("buka", str(paper)).err


def test_a_final_text_comes_back_as_a_draft_and_says_so(office: Path, kampanye: Command) -> None:
    with_signatories(office)
    kampanye("baru")
    assert kampanye("finalkan", "--waktu", "27-11-2023 16.00", "--tetap", "uji").code == 0
    kampanye("ekspor", "--templat", "naskah", "-o", "naskah.pdf")
    (office / "naskah" / ID).rename(office / "dahulu")
    ran = kampanye("buka", "naskah.pdf")
    assert "PDF ini memuat naskah final r01 dengan kode " in ran.err
    assert "konsep" in kampanye("daftar").out


def test_what_did_not_travel_is_taken_from_the_office_or_told(office: Path, kampanye: Command) -> None:
    edit(office, 'kota = "Tangerang Selatan"', 'kontak = "021-5550123"\nkota = "Tangerang Selatan"')
    with (office / "kampanye.toml").open("a") as file:
        file.write('\n[[pihak]]\nid = "bawaslu"\nalamat = "Jalan Melati 7"\n')
    kampanye("baru")
    kampanye("ekspor", "--templat", "deklarasi", "-o", "deklarasi.pdf")
    (office / "naskah" / ID).rename(office / "dahulu")
    ran = kampanye("buka", "deklarasi.pdf")
    assert "Diambil dari konfigurasi kantor: kontak kantor." in ran.err
    assert "Tidak ikut dalam PDF: alamat pihak; isi lagi bila diperlukan." in ran.err
    assert 'kontak = "021-5550123"' in (office / "naskah" / ID / "naskah.toml").read_text()


def test_a_pack_that_is_not_here_is_named(office: Path, kampanye: Command, paper: Path) -> None:
    changed(paper, "naskah.toml", b'id = "nasional"\nversi', b'id = "provinsi-jauh"\nversi')
    ran = kampanye("buka", str(paper))
    assert "Paket provinsi-jauh " in ran.err
    assert "naskah.toml dalam PDF ini diubah sesudah PDF itu dibuat" in ran.err


def test_a_record_that_is_not_one_hinders_nothing(office: Path, kampanye: Command, paper: Path) -> None:
    changed(paper, "cetak.toml", b"program = ", b"programa = ")
    ran = kampanye("buka", str(paper))
    assert (ran.code, ran.out) == (0, f"{ID}\n")
    assert "cetak.toml dalam PDF ini tidak ada atau tidak dapat dibaca" in ran.err


def test_the_text_alone_can_be_written_out(office: Path, kampanye: Command, paper: Path) -> None:
    ran = kampanye("buka", str(paper), "--ke", "keluar.toml")
    assert (ran.code, ran.out) == (0, "")
    assert (office / "keluar.toml").read_bytes() == (office / "dahulu" / "naskah.toml").read_bytes()
    assert not (office / "naskah" / ID).exists()


def test_a_file_that_is_there_is_not_written_over(office: Path, kampanye: Command, paper: Path) -> None:
    (office / "keluar.toml").write_text("milik orang\n")
    assert kampanye("buka", str(paper), "--ke", "keluar.toml").code == 1
    assert (office / "keluar.toml").read_text() == "milik orang\n"


def test_a_text_at_fault_is_told_with_its_line(office: Path, kampanye: Command, paper: Path) -> None:
    changed(paper, "naskah.toml", b"[acara]\n", b'[acara]\ntempatt = "Aula"\n')
    ran = kampanye("buka", str(paper))
    assert ran.code == 2
    assert "naskah.toml, baris " in ran.err or "naskah.toml, tabel [acara]" in ran.err


def test_a_pdf_of_others_is_refused_with_what_it_holds(office: Path, kampanye: Command) -> None:
    file = pikepdf.new()
    file.add_blank_page()
    file.attachments["catatan.txt"] = b"a"
    file.save(office / "lain.pdf")
    ran = kampanye("buka", "lain.pdf")
    assert ran.code == 2
    assert "tidak memuat naskah.toml; lampirannya: catatan.txt" in ran.err


def test_what_is_no_plain_file_is_refused(office: Path, kampanye: Command) -> None:
    assert "bukan berkas" in kampanye("buka", "/dev/zero").err


@pytest.mark.parametrize("command", [("buka",), ("bangun-ulang",), ("buka", "--ke", "keluar.toml")])
def test_over_ssh_only_files_of_the_office_are_read(
    office: Path, kampanye: Command, paper: Path, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]
) -> None:
    monkeypatch.setattr(ssh_client, "client", lambda: Client("10.0.0.7", "", None))
    monkeypatch.setattr(at_work, "_told", [AtWork()])
    outside = paper.rename(office.parent / "di-luar.pdf")
    ran = kampanye(command[0], str(outside), *command[1:])
    assert ran.code in (1, 2)
    assert "di luar ruang kerja" in ran.out + ran.err
