"""The invitation and its form, against text typed by hand after the checklist of an invitation."""

from __future__ import annotations

from datetime import time

import msgspec
import pytest

from kampanye_tui.agreement.state import state
from kampanye_tui.document.build import build
from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.document import Document, Letterhead
from kampanye_tui.plugin.library import Library
from tests.unit.document.papers import texts

DOTS = "……………………………………"


def invitation(agreement: Agreement, library: Library, holder: str) -> Document:
    return build(
        library.template("undangan"),
        agreement,
        state(agreement),
        holder=agreement.party(holder),
        templates=library.templates,
    )


@pytest.fixture
def known(agreement: Agreement) -> Agreement:
    """The agreement of the sample, with hour and place."""
    occasion = msgspec.structs.replace(agreement.occasion, start=time(9, 30), place="Aula Blandongan")
    return msgspec.structs.replace(agreement, occasion=occasion)


def lines(document: Document) -> list[str]:
    return list(texts(document.blocks))


def test_an_invitation_begins_with_the_kop(agreement: Agreement, library: Library) -> None:
    assert isinstance(invitation(agreement, library, "bawaslu").blocks[0], Letterhead)


def test_an_invitation_to_a_party_reads_as_offices_write_it(known: Agreement, library: Library) -> None:
    made = lines(invitation(known, library, "partai-demokrat"))
    assert made[: made.index("Tembusan:")] == [
        "KOMISI PEMILIHAN UMUM",
        "KOTA TANGERANG SELATAN",
        f"Tangerang Selatan, {DOTS}",
        *("Nomor", ""),
        *("Sifat", "Penting"),
        *("Lampiran", "1 (satu) berkas"),
        *("Hal", "Undangan penandatanganan Nota Kesepahaman Kampanye Damai Pemilihan Umum Tahun 2024"),
        "Yth. Pimpinan partai politik tingkat Kota Tangerang Selatan\nPartai Demokrat\ndi tempat",
        "Dalam rangka mewujudkan kampanye Pemilihan Umum Tahun 2024 yang aman, tertib, dan damai di Kota "
        "Tangerang Selatan, kami mengundang Saudara menghadiri penandatanganan Nota Kesepahaman Kampanye "
        "Damai Pemilihan Umum Tahun 2024 pada:",
        *("Hari, tanggal", "Selasa, 28 November 2023"),
        *("Pukul", "09.30 WIB s.d. selesai"),
        *("Tempat", "Aula Blandongan"),
        *("Acara", "Penandatanganan Nota Kesepahaman"),
        *("Pakaian", ""),
        *("Atribut", ""),
        "Ketentuan pakaian dan atribut berlaku sama bagi semua undangan. Rancangan naskah kami sampaikan "
        "bersama surat ini.",
        "Kami mohon Saudara menyampaikan nama, jabatan, dan surat mandat penanda tangan, cap yang dipakai, "
        "serta narahubung melalui formulir konfirmasi, dan tanggapan atas setiap klausul melalui lembar "
        f"tanggapan, paling lambat tanggal {DOTS}.",
        "Atas perhatian dan kehadiran Saudara, kami ucapkan terima kasih.",
        "",
        "Ketua Komisi Pemilihan Umum\nKota Tangerang Selatan",
        "Taufiq MZ",
        "",
        "",
    ]


def test_an_invitation_to_an_institution_goes_to_its_head(known: Agreement, library: Library) -> None:
    assert "Yth. Ketua Bawaslu Kota Tangerang Selatan\ndi tempat" in lines(
        invitation(known, library, "bawaslu")
    )


def test_an_invitation_encloses_the_form_for_the_signer(known: Agreement, library: Library) -> None:
    made = lines(invitation(known, library, "partai-demokrat"))
    form = made[made.index("KONFIRMASI PENANDA TANGAN") :]
    assert form == [
        "KONFIRMASI PENANDA TANGAN",
        "NOTA KESEPAHAMAN KAMPANYE DAMAI PEMILIHAN UMUM TAHUN 2024",
        "DI KOTA TANGERANG SELATAN",
        *("Pihak", "Partai Demokrat"),
        *("Hari, tanggal acara", "Selasa, 28 November 2023"),
        *("Tempat acara", "Aula Blandongan"),
        *("Disampaikan paling lambat", ""),
        "Yang akan menandatangani:",
        *("Nama", ""),
        *("Jabatan", ""),
        *("Bertindak sebagai", "pimpinan / Pj. / Plt. / Plh. / mewakili (coret yang tidak perlu)"),
        *("Surat mandat nomor", ""),
        *("Surat mandat tanggal", ""),
        "Narahubung (LO) pada hari acara:",
        *("Nama", ""),
        *("Cara menghubungi", ""),
        "Keterangan narahubung hanya dipakai untuk acara ini. Formulir ini disampaikan kepada Komisi "
        "Pemilihan Umum Kota Tangerang Selatan. Apabila penanda tangan berganti, sampaikan formulir yang "
        "baru sebelum acara dimulai.",
        "",
        "Contoh cap yang akan dipakai",
        "",
        "",
        "Tanda tangan pengirim formulir",
        "",
        "",
        "",
        *("Nama pengirim", ""),
        *("Tempat, tanggal", ""),
    ]
