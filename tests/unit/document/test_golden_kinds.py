"""The naskah as a declaration and as minutes, against text typed by hand."""

from __future__ import annotations

import msgspec
import pytest

from kampanye_tui.agreement.state import state
from kampanye_tui.document.build import build
from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.document import ClauseBlock, Letterhead
from kampanye_tui.model.occasion import AgreementKind
from kampanye_tui.plugin.library import Library
from tests.unit.document.papers import texts

DOTS = "……………………………………"


def said(agreement: Agreement, library: Library, kind: AgreementKind, paper: str = "naskah") -> list[str]:
    """Return the texts of a paper of the sample when its naskah is of this kind."""
    made = msgspec.structs.replace(agreement, kind=kind)
    return list(texts(build(library.template(paper), made, state(made)).blocks))


def test_a_declaration_opens_with_who_declares(agreement: Agreement, library: Library) -> None:
    assert said(agreement, library, AgreementKind.DECLARATION)[:6] == [
        "DEKLARASI",
        "KAMPANYE DAMAI PEMILIHAN UMUM TAHUN 2024",
        "DI KOTA TANGERANG SELATAN",
        f"Nomor: {DOTS}",
        "Pada hari ini, Selasa, tanggal dua puluh delapan, bulan November, tahun dua ribu dua puluh tiga "
        f"(28-11-2023), bertempat di {DOTS}, kami, partai politik peserta Pemilihan Umum Tahun 2024 di Kota "
        "Tangerang Selatan sebagaimana tercantum dalam Lampiran, berkumpul di hadapan Komisi Pemilihan Umum "
        "Kota Tangerang Selatan.",
        "Kami menyatakan hal-hal sebagai berikut:",
    ]


def test_a_declaration_says_that_it_is_voluntary(agreement: Agreement, library: Library) -> None:
    assert (
        "Deklarasi ini kami buat dengan sukarela, tanpa menambah kewajiban atau sanksi di luar peraturan "
        "perundang-undangan, dalam 3 (tiga) rangkap asli yang sama bunyinya."
    ) in said(agreement, library, AgreementKind.DECLARATION)


def test_minutes_of_agreement_open_with_the_meeting(agreement: Agreement, library: Library) -> None:
    assert said(agreement, library, AgreementKind.MINUTES_OF_AGREEMENT)[:8] == [
        "KOMISI PEMILIHAN UMUM",
        "KOTA TANGERANG SELATAN",
        "BERITA ACARA KESEPAKATAN",
        f"Nomor: {DOTS}",
        "TENTANG",
        "KAMPANYE DAMAI PEMILIHAN UMUM TAHUN 2024",
        "DI KOTA TANGERANG SELATAN",
        "Pada hari ini, Selasa, tanggal dua puluh delapan, bulan November, tahun dua ribu dua puluh tiga "
        f"(28-11-2023), bertempat di {DOTS}, Komisi Pemilihan Umum Kota Tangerang Selatan, selanjutnya "
        "disebut Penyelenggara, bersama partai politik peserta Pemilihan Umum Tahun 2024 di Kota Tangerang "
        "Selatan sebagaimana tercantum dalam Lampiran, selanjutnya bersama-sama disebut Peserta Pemilu, "
        "telah mengadakan rapat dan menyepakati hal-hal sebagai berikut:",
    ]


def test_minutes_do_not_speak_of_other_minutes(agreement: Agreement, library: Library) -> None:
    minutes = said(agreement, library, AgreementKind.MINUTES_OF_AGREEMENT, "berita-acara-kesepakatan")
    assert [line for line in minutes if line.startswith("Kesepakatan tersebut dituangkan")] == []


@pytest.mark.parametrize(
    ("kind", "kop"), [(kind, kind is AgreementKind.MINUTES_OF_AGREEMENT) for kind in AgreementKind]
)
def test_only_minutes_of_the_office_carry_its_kop(
    agreement: Agreement, library: Library, kind: AgreementKind, kop: bool
) -> None:
    made = msgspec.structs.replace(agreement, kind=kind)
    first = build(library.template("naskah"), made, state(made)).blocks[0]
    assert isinstance(first, Letterhead) is kop


@pytest.mark.parametrize("kind", AgreementKind)
def test_every_kind_of_naskah_holds_every_clause_once(
    agreement: Agreement, library: Library, kind: AgreementKind
) -> None:
    made = msgspec.structs.replace(agreement, kind=kind)
    blocks = build(library.template("naskah"), made, state(made)).blocks
    held = [block.id for block in blocks if isinstance(block, ClauseBlock) and block.id]
    assert held == [clause.id for clause in agreement.clauses]


def test_the_points_of_a_promise_are_referred_to_by_their_numbers(
    agreement: Agreement, library: Library
) -> None:
    promises = tuple(
        msgspec.structs.replace(clause, text="menjaga damai", resolved="menjaga damai")
        for clause in agreement.clauses[:2]
    )
    made = msgspec.structs.replace(agreement, kind=AgreementKind.DECLARATION, clauses=promises)
    blocks = build(library.template("buku-saku"), made, state(made), templates=library.templates).blocks
    headings = [
        text for text in texts(blocks) if text.endswith(("Asas dan Dasar Bersama", "Tertib, dan Damai"))
    ]
    assert headings == ["1. Asas dan Dasar Bersama", "2. Kampanye Aman, Tertib, dan Damai"]
