"""The papers of the sample, against text typed by hand after the checklists of an office's papers."""

from __future__ import annotations

import pytest

from kampanye_tui.agreement.state import state
from kampanye_tui.document.build import build
from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.document import ClauseBlock, Document, Letterhead, Listing
from kampanye_tui.plugin.library import Library
from tests.unit.document.papers import copy_for, texts, tree

DOTS = "……………………………………"


@pytest.fixture
def minutes(agreement: Agreement, library: Library) -> Document:
    """The berita acara kesepakatan."""
    return build(library.template("berita-acara-kesepakatan"), agreement, state(agreement))


@pytest.fixture
def paper(agreement: Agreement, library: Library) -> Document:
    """The naskah."""
    return build(library.template("naskah"), agreement, state(agreement))


def lines(document: Document, until: str) -> list[str]:
    """Return the texts up to the one that begins with ``until``, what is labelled as ``label`` and text."""
    said = list(texts(document.blocks))
    end = next(number for number, text in enumerate(said) if text.startswith(until))
    return said[:end]


def test_the_berita_acara_opens_as_offices_write_it(minutes: Document) -> None:
    assert lines(minutes, "Setelah dilakukan") == [
        "KOMISI PEMILIHAN UMUM",
        "KOTA TANGERANG SELATAN",
        "BERITA ACARA",
        f"Nomor: {DOTS}",
        "TENTANG",
        "KESEPAKATAN KAMPANYE DAMAI PEMILIHAN UMUM TAHUN 2024",
        "DI KOTA TANGERANG SELATAN",
        "Pada hari ini, Selasa, tanggal dua puluh delapan, bulan November, tahun dua ribu dua puluh tiga "
        f"(28-11-2023), pukul {DOTS}, bertempat di {DOTS}, telah dilaksanakan rapat kesepakatan Kampanye "
        "Damai Pemilihan Umum Tahun 2024 yang diselenggarakan oleh Komisi Pemilihan Umum Kota Tangerang "
        f"Selatan berdasarkan undangan Nomor {DOTS} tanggal {DOTS}.",
        "Rapat dihadiri oleh:",
        "1.",
        "Komisi Pemilihan Umum Kota Tangerang Selatan;",
        "2.",
        "partai politik peserta Pemilihan Umum Tahun 2024 di Kota Tangerang Selatan, sebanyak 18 (delapan "
        "belas) partai politik;",
        "3.",
        "Badan Pengawas Pemilihan Umum Kota Tangerang Selatan;",
        "4.",
        "Pemerintah Kota Tangerang Selatan;",
        "5.",
        "Dewan Perwakilan Rakyat Daerah Kota Tangerang Selatan;",
        "6.",
        "Kepolisian Resor Tangerang Selatan;",
        "7.",
        "Kejaksaan Negeri Tangerang Selatan;",
        "8.",
        "Komando Distrik Militer 0506/Tangerang.",
    ]


def test_the_berita_acara_begins_with_the_kop(minutes: Document) -> None:
    assert isinstance(minutes.blocks[0], Letterhead)


def test_the_berita_acara_says_what_was_agreed_and_in_how_many_copies(minutes: Document) -> None:
    said = list(texts(minutes.blocks))
    assert (
        "Setelah dilakukan pembahasan, KPU Kota Tangerang Selatan dan Peserta Pemilu menyepakati hal-hal "
        "sebagai berikut:"
    ) in said
    assert (
        "Demikian berita acara ini dibuat dengan sebenarnya dalam 3 (tiga) rangkap untuk dipergunakan "
        "sebagaimana mestinya."
    ) in said


def test_the_naskah_opens_as_offices_write_it(paper: Document) -> None:
    assert lines(paper, "Dengan memperhatikan") == [
        "NOTA KESEPAHAMAN",
        "ANTARA",
        "KOMISI PEMILIHAN UMUM KOTA TANGERANG SELATAN",
        "DENGAN",
        "PARTAI POLITIK PESERTA PEMILIHAN UMUM TAHUN 2024 DI KOTA TANGERANG SELATAN",
        f"Nomor: {DOTS}",
        "TENTANG",
        "KAMPANYE DAMAI PEMILIHAN UMUM TAHUN 2024",
        "Pada hari ini, Selasa, tanggal dua puluh delapan, bulan November, tahun dua ribu dua puluh tiga "
        f"(28-11-2023), bertempat di {DOTS}, kami yang bertanda tangan di bawah ini:",
        "1.",
        "Taufiq MZ, Ketua Komisi Pemilihan Umum Kota Tangerang Selatan, bertindak untuk dan atas nama "
        f"Komisi Pemilihan Umum Kota Tangerang Selatan yang berkedudukan di {DOTS}, selanjutnya disebut "
        "Penyelenggara; dan",
        "2.",
        "partai politik peserta Pemilihan Umum Tahun 2024 di Kota Tangerang Selatan sebagaimana tercantum "
        "dalam Lampiran, yang masing-masing diwakili oleh penanda tangannya, selanjutnya bersama-sama "
        "disebut Peserta Pemilu,",
        "menerangkan terlebih dahulu hal-hal sebagai berikut:",
        "a.",
        "bahwa kampanye merupakan bagian dari pendidikan politik masyarakat yang dilaksanakan secara "
        "bertanggung jawab;",
        "b.",
        "bahwa kampanye yang damai, tertib, dan jujur memerlukan kesamaan pandangan dan langkah di antara "
        "KPU dan Peserta Pemilu di Kota Tangerang Selatan; dan",
        "c.",
        "bahwa kesamaan tersebut perlu dituangkan dalam naskah yang dapat dibaca dan dipedomani oleh "
        "calon, tim kampanye, dan relawan.",
    ]


def test_laws_stand_with_their_gazettes_and_amendments(paper: Document) -> None:
    said = [text.replace("\u00a0", " ") for text in texts(paper.blocks)]
    assert (
        "Undang-Undang Nomor 7 Tahun 2017 tentang Pemilihan Umum (Lembaran Negara Republik Indonesia Tahun "
        "2017 Nomor 182, Tambahan Lembaran Negara Republik Indonesia Nomor 6109) sebagaimana telah diubah "
        "dengan Undang-Undang Nomor 7 Tahun 2023;"
    ) in said


def test_the_last_law_ends_the_sentence(paper: Document) -> None:
    listed = next(
        b for b in paper.blocks if isinstance(b, Listing) and b.entries[0].source.startswith("dasar")
    )
    assert [tree((entry,))[0][-1] for entry in listed.entries] == [";"] * 5 + ["."]


def test_laws_stand_before_regulations_and_decisions(paper: Document) -> None:
    listed = next(
        b for b in paper.blocks if isinstance(b, Listing) and b.entries[0].source.startswith("dasar")
    )
    assert [" ".join(tree((entry,))[0].split()[1:3]) for entry in listed.entries] == [
        "Undang-Undang Nomor",
        "Undang-Undang Nomor",
        "Peraturan Pemerintah",
        "Peraturan Komisi",
        "Peraturan Komisi",
        "Putusan Mahkamah",
    ]


def test_a_law_signed_after_the_event_is_not_among_the_laws(paper: Document) -> None:
    said = [text.replace("\u00a0", " ") for text in texts(paper.blocks)]
    assert not [text for text in said if "Tahun 2024 tentang" in text]


def clause(document: Document, clause_id: str) -> ClauseBlock:
    clauses = (block for block in document.blocks if isinstance(block, ClauseBlock))
    return next(block for block in clauses if block.id == clause_id)


def test_a_clause_in_pasal_reads_as_a_law_does(paper: Document) -> None:
    block = clause(paper, "aman-tertib-damai")
    assert [block.label, block.title, tree(block.entries)] == [
        "Pasal\u00a04",
        "Kampanye Aman, Tertib, dan Damai",
        [
            "(1) Peserta Pemilu melaksanakan kampanye secara aman, tertib, damai, dan bertanggung jawab.",
            "(2) Dalam kampanye, Peserta Pemilu tidak:",
            [
                "a. menghasut atau mengadu domba perseorangan ataupun masyarakat;",
                "b. mengganggu ketertiban umum; dan",
                "c. mengancam akan melakukan, menganjurkan, atau melakukan kekerasan terhadap siapa pun.",
            ],
            "(3) Peserta Pemilu mengendalikan massa pendukungnya sejak keberangkatan sampai dengan "
            "kepulangan dari tempat kegiatan.",
        ],
    ]


def test_a_clause_in_numbers_reads_as_minutes_do(minutes: Document) -> None:
    block = clause(minutes, "aman-tertib-damai")
    assert [block.label, block.title, tree(block.entries)] == [
        "2.",
        "Kampanye Aman, Tertib, dan Damai",
        [
            "a. Peserta Pemilu melaksanakan kampanye secara aman, tertib, damai, dan bertanggung jawab.",
            "b. Dalam kampanye, Peserta Pemilu tidak:",
            [
                "1) menghasut atau mengadu domba perseorangan ataupun masyarakat;",
                "2) mengganggu ketertiban umum; dan",
                "3) mengancam akan melakukan, menganjurkan, atau melakukan kekerasan terhadap siapa pun.",
            ],
            "c. Peserta Pemilu mengendalikan massa pendukungnya sejak keberangkatan sampai dengan "
            "kepulangan dari tempat kegiatan.",
        ],
    ]


def test_the_cover_of_a_copy_says_whose_it_is(agreement: Agreement, library: Library) -> None:
    copy = build(
        library.template("salinan-peserta"),
        agreement,
        state(agreement),
        copy=copy_for(agreement, "partai-demokrat"),
        templates=library.templates,
    )
    assert lines(copy, "Cara memakai") == [
        "KOMISI PEMILIHAN UMUM",
        "KOTA TANGERANG SELATAN",
        "SALINAN",
        "NOTA KESEPAHAMAN",
        "KAMPANYE DAMAI PEMILIHAN UMUM TAHUN 2024",
        "DI KOTA TANGERANG SELATAN",
        "Salinan ini diterbitkan untuk",
        "Partai Demokrat",
        "Nomor urut 14",
        "Salinan nomor 14 dari 24",
        *("Tanggal acara", "28 November 2023"),
        *("Diterima oleh", ""),
        *("Jabatan", ""),
        *("Tanggal terima", ""),
        *("Tanda tangan", ""),
    ]


def test_a_copy_carries_what_a_copy_must_carry(agreement: Agreement, library: Library) -> None:
    copy = build(
        library.template("salinan-peserta"),
        agreement,
        state(agreement),
        copy=copy_for(agreement, "partai-demokrat"),
        templates=library.templates,
    )
    headings = {"Cara memakai naskah ini", "SALINAN SESUAI DENGAN ASLINYA", "CATATAN PENERIMA"}
    assert headings | {"YANG DAPAT DIHUBUNGI", "NIP"} <= set(texts(copy.blocks))
