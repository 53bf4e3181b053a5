"""The papers of the day of signing, against text typed by hand after the checklist of minutes."""

from __future__ import annotations

import msgspec
import pytest

from kampanye_tui.agreement.copying import handled
from kampanye_tui.agreement.fingerprint import short_code
from kampanye_tui.agreement.state import state
from kampanye_tui.document.build import build
from kampanye_tui.model.agreement import Agreement, CopyForm, CopyPlan
from kampanye_tui.model.document import Document, QRCode, SignatureGrid, Table
from kampanye_tui.model.event import CopyDeed, Correction, Outcome
from kampanye_tui.plugin.library import Library
from tests.unit.document.papers import copy_for, said, texts
from tests.unit.document.signing_day import HEAD, Day, at, small
from tests.unit.document.signing_day import said as by

DOTS = "……………………………………"
NOBODY = "…" * 8


@pytest.fixture
def day(agreement: Agreement) -> Day:
    """The small day, before anything happened."""
    return Day(small(agreement))


def paper(day: Day, library: Library, name: str, holder: str = "") -> Document:
    head = HEAD if day.events else ""
    return build(
        library.template(name),
        day.agreement,
        state(day.agreement, day.events, head),
        copy=copy_for(day.agreement, holder) if holder else None,
        templates=library.templates,
    )


def lines(document: Document) -> list[str]:
    return [text.replace("\u00a0", " ") for text in texts(document.blocks)]


def table(document: Document, source: str) -> list[list[str]]:
    (found,) = [block for block in document.blocks if isinstance(block, Table) and block.source == source]
    return [[said(cell) for cell in row] for row in found.rows]


QR_TEXT = 8 * "4F2A9C01"
"""What the symbol holds: the whole code, in capitals, without gaps."""
OPENING = [
    "KOMISI PEMILIHAN UMUM",
    "KOTA TANGERANG SELATAN",
    "BERITA ACARA",
    f"Nomor: {DOTS}",
    "TENTANG",
    "PENANDATANGANAN NOTA KESEPAHAMAN",
    "KAMPANYE DAMAI PEMILIHAN UMUM TAHUN 2024",
    "DI KOTA TANGERANG SELATAN",
]


def test_the_minutes_of_a_small_day(day: Day, library: Library) -> None:
    code = state(day.agreement).code
    assert lines(paper(day.whole(), library, "berita-acara-penandatanganan")) == [
        *OPENING,
        "Pada hari ini, Selasa, tanggal dua puluh delapan, bulan November, tahun dua ribu dua puluh tiga "
        "(28-11-2023), bertempat di Aula Blandongan, Komisi Pemilihan Umum Kota Tangerang Selatan telah "
        "menyelenggarakan penandatanganan Nota Kesepahaman Kampanye Damai Pemilihan Umum Tahun 2024. "
        "Penandatanganan dimulai pukul 09.12 WIB dan ditutup pukul 10.30 WIB.",
        f"Naskah yang ditandatangani ialah naskah final revisi 1 dengan kode naskah {code}, dalam 3 (tiga) "
        "rangkap asli.",
        "Dari 5 (lima) penanda tangan, hasilnya sebagai berikut:",
        *("a.", "menandatangani: 2 (dua) orang;"),
        *("b.", "hadir, tidak menandatangani: 1 (satu) orang;"),
        *("c.", "tidak hadir: 1 (satu) orang; dan"),
        *("d.", "menyusul: 1 (satu) orang."),
        "Penandatanganan bersifat sukarela. Rinciannya menurut urutan penandatanganan, dengan kelompok I "
        "untuk Peserta Pemilu, kelompok II untuk Penyelenggara, dan kelompok III untuk saksi dan yang "
        "mengetahui:",
        *("Kel.", "No. urut", "Pihak", "Penanda tangan", "Hasil", "Keterangan"),
        *("I", "1", "Anggrek", "Ani, Ketua DPC"),
        *("hadir, tidak menandatangani", "menyampaikan keterangan lisan"),
        *("I", "2", "Bakung", "Budi, Ketua DPC", "tidak hadir", ""),
        *("I", "3", "Cempaka", "Cici, Ketua DPC", "menyusul", "paling lambat 5 Desember 2023"),
        *("II", "KPU", "Eka, Plh. Ketua KPU", "menandatangani"),
        "surat mandat Nomor 17/SPT/2023 tanggal 27 November 2023",
        *("III", "Bawaslu", "Dewi, Ketua Bawaslu", "menandatangani", ""),
        "Selama penandatanganan terjadi jeda:",
        *("Mulai", "Dilanjutkan", "Sebab"),
        *("09.20 WIB", "09.41 WIB", "listrik padam"),
        "Pada hari itu telah diserahkan naskah bernomor berikut:",
        *("Bentuk", "Nomor", "Pihak", "Diterima oleh", "Sebagai"),
        *("salinan", "1", "Anggrek", "Fajar", "sekretaris"),
        *("salinan", "4", "Bawaslu", "Gita", "staf"),
        "Penyerahan selanjutnya dicatat dalam buku ekspedisi.",
        "Berkas yang dipakai untuk mencetak naskah bernomor disebut satu per satu dalam lampiran berita "
        "acara ini.",
        "Demikian berita acara ini dibuat dengan sebenarnya dalam 3 (tiga) rangkap untuk dipergunakan "
        "sebagaimana mestinya.",
        "Tangerang Selatan, 28 November 2023",
        *("", "Ketua", "Taufiq MZ", "", "Anggota", ""),
        "Komisi Pemilihan Umum Kota Tangerang Selatan",
        "",
        *("Badan Pengawas Pemilihan Umum Kota Tangerang Selatan", "Ketua Bawaslu", "Dewi"),
        "Saksi",
        "",
        QR_TEXT,
        f"Kode catatan: {short_code(HEAD)}",
        "4f2a 9c01 4f2a 9c01 4f2a 9c01 4f2a 9c01 4f2a 9c01 4f2a 9c01 4f2a 9c01 4f2a 9c01",
        "Kode ini menunjuk semua kejadian yang telah dicatat saat lembar ini dicetak.",
        "Simpanlah: dengan kode ini dapat diperiksa apakah catatan itu kemudian berubah. Kode ini tidak "
        "membuktikan siapa yang menandatangani, dan bukan tanda tangan elektronik.",
        "Kode QR berisi kode catatan utuh, yang tertulis pula di sebelahnya.",
        "Lampiran: berkas naskah bernomor",
        "Asli dan salinan bernomor dicetak dari berkas PDF berikut. Berkas yang SHA-256-nya sama adalah "
        "persis berkas itu; berkas yang disimpan ulang oleh program lain mempunyai SHA-256 lain walaupun "
        "kata-katanya sama. SHA-256 bukan tanda tangan elektronik.",
        *("Bentuk", "Nomor", "Untuk", "SHA-256"),
        *("salinan", "1, 2, 3, 4", "Anggrek, Bakung, Cempaka, Bawaslu", 64 * "0"),
    ]


def test_minutes_without_copies_have_no_annex(day: Day, library: Library) -> None:
    day.signing()
    day.close()
    told = " ".join(lines(paper(day, library, "berita-acara-penandatanganan")))
    assert "ampiran" not in told


def test_minutes_of_a_draft_leave_room_for_what_has_not_happened(day: Day, library: Library) -> None:
    made = lines(paper(day, library, "berita-acara-penandatanganan"))
    assert f"hadir, tidak menandatangani: {DOTS} orang;" in made


@pytest.mark.parametrize("name", ["berita-acara-penandatanganan", "berita-acara-tambahan"])
def test_minutes_of_a_draft_say_that_they_are_one_and_name_no_final_text(
    day: Day, library: Library, name: str
) -> None:
    told = " ".join(lines(paper(day, library, name)))
    code = short_code(state(day.agreement, ()).text_digest)
    assert "Berita acara ini masih konsep: naskahnya belum final." in told
    assert ("final revisi 1" in told, code in told) == (False, False)


@pytest.mark.parametrize("name", ["berita-acara-penandatanganan", "berita-acara-tambahan"])
def test_minutes_of_a_final_text_say_nothing_of_a_draft(day: Day, library: Library, name: str) -> None:
    day.final()
    told = " ".join(lines(paper(day, library, name)))
    assert ("konsep" in told, "final revisi 1" in told) == (False, True)


def test_minutes_of_a_draft_have_an_empty_cell_for_each_outcome(day: Day, library: Library) -> None:
    rows = table(paper(day, library, "berita-acara-penandatanganan"), "hasil penandatanganan")
    assert [row[4] for row in rows] == [""] * 5


def test_a_slip_that_was_mended_before_the_closing_is_not_in_the_minutes(day: Day, library: Library) -> None:
    assert "salah tekan" not in "\n".join(lines(paper(day.whole(), library, "berita-acara-penandatanganan")))


def test_a_later_signature_leaves_the_outcomes_of_the_minutes_as_they_were(
    day: Day, library: Library
) -> None:
    before = table(paper(day.whole(), library, "berita-acara-penandatanganan"), "hasil penandatanganan")
    day.asked("partai-cempaka", Outcome.SIGNED, at(14, 5, 30))
    after = table(paper(day, library, "berita-acara-penandatanganan"), "hasil penandatanganan")
    assert after == before


def test_a_slip_mended_after_the_closing_leaves_the_minutes_as_they_were(day: Day, library: Library) -> None:
    before = lines(paper(day.whole(), library, "berita-acara-penandatanganan"))
    slip = next(one for one in day.events if getattr(one, "party", "") == "partai-bakung")
    day.add(Correction(number=0, of=slip.number, reason="ternyata hadir", **by(at(15, 0))))
    assert lines(paper(day, library, "berita-acara-penandatanganan")) == before


def test_a_day_without_interruption_says_so(day: Day, library: Library) -> None:
    day.whole()
    day.events = [one for one in day.events if not hasattr(one, "resumed")]
    made = lines(paper(day, library, "berita-acara-penandatanganan"))
    assert "Penandatanganan berlangsung tanpa jeda." in made


def test_the_minutes_list_only_copies_that_went_out_on_that_day(day: Day, library: Library) -> None:
    day.whole().hand_out(2, "Hadi", "kurir", at(9, 0, 29))
    rows = table(paper(day, library, "berita-acara-penandatanganan"), "salinan yang diserahkan")
    assert [row[1] for row in rows] == ["1", "4"]


def test_additional_minutes_tell_of_the_later_signature_alone(day: Day, library: Library) -> None:
    day.whole().asked("partai-cempaka", Outcome.SIGNED, at(14, 5, 30))
    assert table(paper(day, library, "berita-acara-tambahan"), "tanda tangan susulan") == [
        ["3", "Cempaka", "Cici, Ketua DPC", "menandatangani", "30 November 2023, 14.05 WIB", ""]
    ]


def test_additional_minutes_have_the_day_of_the_later_signature(day: Day, library: Library) -> None:
    day.whole().asked("partai-cempaka", Outcome.SIGNED, at(14, 5, 30))
    opening = next(
        line for line in lines(paper(day, library, "berita-acara-tambahan")) if "Pada hari" in line
    )
    assert opening.startswith("Pada hari ini, Kamis, tanggal tiga puluh, bulan November,")


def test_a_supplementary_sheet_has_a_place_for_who_was_to_follow(day: Day, library: Library) -> None:
    grids = [
        block
        for block in paper(day.whole(), library, "berita-acara-tambahan").blocks
        if isinstance(block, SignatureGrid)
    ]
    assert [field.name for field in grids[-1].fields] == ["Cici"]


def test_a_supplementary_sheet_names_a_pihak_in_full_as_the_naskah_does(day: Day, library: Library) -> None:
    made = paper(day.whole(), library, "berita-acara-tambahan").blocks
    grid = [block for block in made if isinstance(block, SignatureGrid)][-1]
    assert [field.caption for field in grid.fields] == ["Partai Cempaka"]


def test_additional_minutes_have_a_symbol_beside_their_code_as_the_minutes_have(
    day: Day, library: Library
) -> None:
    made = paper(day.whole(), library, "berita-acara-tambahan").blocks
    assert [block.content for block in made if isinstance(block, QRCode)] == [QR_TEXT]


def test_a_control_sheet_names_everybody_in_turn_with_the_number_of_the_copy(
    day: Day, library: Library
) -> None:
    rows = table(paper(day, library, "lembar-kendali"), "lembar kendali")
    assert [(row[0], row[2], row[9]) for row in rows] == [
        ("1.", "Anggrek: Ani, Ketua DPC", "1"),
        ("2.", "Bakung: Budi, Ketua DPC", "2"),
        ("3.", "Cempaka: Cici, Ketua DPC", "3"),
        ("4.", "KPU: Taufiq MZ, Ketua KPU", ""),
        ("5.", "Bawaslu: Dewi, Ketua Bawaslu", "4"),
    ]


def test_a_copy_that_replaces_another_says_which_and_how_many_were_planned(
    day: Day, library: Library
) -> None:
    day.whole()
    torn = by(at(11, 10)) | {"reason": "tersobek"}
    day.add(handled(day.agreement, day.events, CopyDeed.SPOILED, CopyForm.COPY, 2, **torn))
    copy = CopyPlan(number=5, form=CopyForm.COPY, holder="partai-bakung")
    made = build(
        library.template("salinan-peserta"),
        day.agreement,
        state(day.agreement, day.events, HEAD),
        copy=copy,
        templates=library.templates,
    )
    assert "Salinan nomor 5, pengganti nomor 2 dari 4" in " ".join(lines(made))


def test_a_control_sheet_counts_the_signatures(day: Day, library: Library) -> None:
    opening = next(line for line in lines(paper(day, library, "lembar-kendali")) if "rangkap" in line)
    assert opening.endswith("Naskah asli 3 (tiga) rangkap: seluruhnya 15 (lima belas) tanda tangan.")


def test_the_book_of_handing_over_shows_a_spoiled_copy_and_its_replacement(
    day: Day, library: Library
) -> None:
    day.whole()
    torn = {"reason": "tersobek", **by(at(11, 10))}
    day.add(handled(day.agreement, day.events, CopyDeed.SPOILED, CopyForm.COPY, 2, **torn))
    day.print_all()
    rows = table(paper(day, library, "buku-ekspedisi"), "buku ekspedisi")
    assert [(row[3], row[8]) for row in rows if row[8]] == [
        ("Partai Bakung", "rusak: tersobek"),
        ("Partai Bakung", "pengganti nomor 2"),
    ]


def test_the_book_of_handing_over_names_receiver_capacity_and_day(day: Day, library: Library) -> None:
    rows = table(paper(day.whole(), library, "buku-ekspedisi"), "buku ekspedisi")
    assert [(row[1], row[6]) for row in rows if row[6]] == [
        ("28 November 2023", "Fajar, sekretaris"),
        ("28 November 2023", "Gita, staf"),
    ]


def test_the_book_of_handing_over_names_who_signed_the_receipt_and_when(day: Day, library: Library) -> None:
    day.whole()
    who = {"receiver": "Hana", "capacity": "ketua", **by(at(9, 0, 30))}
    day.add(handled(day.agreement, day.events, CopyDeed.RECEIVED, CopyForm.COPY, 1, **who))
    rows = table(paper(day, library, "buku-ekspedisi"), "buku ekspedisi")
    assert [(row[1], row[6], row[8]) for row in rows if row[6]] == [
        ("28 November 2023", "Hana, ketua", "diterima 30 November 2023"),
        ("28 November 2023", "Gita, staf", ""),
    ]


def test_a_copy_of_a_closed_signing_says_ttd_for_who_signed_and_the_outcome_of_others(
    day: Day, library: Library
) -> None:
    made = paper(day.whole(), library, "salinan-peserta", "partai-anggrek")
    rows = [
        [said(cell) for cell in row]
        for block in made.blocks
        if isinstance(block, Table) and block.source == "tanda tangan"
        for row in block.rows
    ]
    assert [row[2:] for row in rows] == [
        ["Eka, Plh. Ketua KPU", "ttd."],
        ["Ani, Ketua DPC", "hadir, tidak menandatangani"],
        ["Budi, Ketua DPC", "tidak hadir"],
        ["Cici, Ketua DPC", "menyusul"],
        ["Dewi, Ketua Bawaslu", "ttd."],
    ]


def test_a_copy_of_a_closed_signing_counts_contestants_by_their_ballot_number(
    day: Day, library: Library
) -> None:
    made = paper(day.whole(), library, "salinan-peserta", "partai-anggrek").blocks
    tables = [block for block in made if isinstance(block, Table) and block.source == "tanda tangan"]
    assert [one.columns[0].head for one in tables] == ["No.", "Nomor urut", "No."]


def test_nobody_signs_a_copy_of_a_closed_signing(day: Day, library: Library) -> None:
    made = paper(day.whole(), library, "salinan-peserta", "partai-anggrek")
    assert not [block for block in made.blocks if isinstance(block, SignatureGrid)]


def test_the_original_of_a_closed_signing_keeps_its_places_to_sign(day: Day, library: Library) -> None:
    made = paper(day.whole(), library, "naskah")
    assert [block for block in made.blocks if isinstance(block, SignatureGrid)]


def test_a_copy_says_how_many_have_signed(day: Day, library: Library) -> None:
    assert (
        "Naskah asli ditandatangani oleh 2 (dua) dari 5 (lima) penanda tangan; rinciannya dimuat dalam "
        "Berita Acara Penandatanganan."
    ) in lines(paper(day.whole(), library, "salinan-peserta", "partai-anggrek"))


def test_a_receipt_carries_the_code_of_the_ledger_on_both_halves(day: Day, library: Library) -> None:
    made = "\n".join(lines(paper(day.whole(), library, "tanda-terima", "partai-anggrek")))
    office, receiver = made.split("potong di sini")
    assert short_code(HEAD) in office
    assert short_code(HEAD) in receiver


def test_who_receives_a_copy_holds_the_whole_code_as_a_symbol(day: Day, library: Library) -> None:
    made = lines(paper(day.whole(), library, "tanda-terima", "partai-anggrek"))
    assert made.count(QR_TEXT) == 1


def test_a_receipt_counts_the_pages_that_were_printed(day: Day, library: Library) -> None:
    made = "\n".join(lines(paper(day.whole(), library, "tanda-terima", "partai-anggrek")))
    assert made.count("nomor 1 dari 4, sebanyak 9 (sembilan) halaman") == 2


def test_a_person_without_a_name_is_dots_in_the_minutes(day: Day, library: Library) -> None:
    unnamed = tuple(
        msgspec.structs.replace(party, signatories=(msgspec.structs.replace(party.signatories[0], name=""),))
        for party in day.agreement.parties
    )
    day.agreement = msgspec.structs.replace(day.agreement, parties=unnamed)
    rows = table(paper(day, library, "berita-acara-penandatanganan"), "hasil penandatanganan")
    assert rows[0][3] == f"{NOBODY}, Ketua DPC"


def test_minutes_count_who_has_no_outcome_at_the_closing(day: Day, library: Library) -> None:
    day.final()
    day.asked("partai-anggrek", Outcome.SIGNED, at(9, 12))
    day.asked("partai-bakung", Outcome.SIGNED, at(9, 13))
    day.asked("partai-cempaka", Outcome.SIGNED, at(9, 14))
    day.asked("penyelenggara", Outcome.SIGNED, at(9, 15))
    day.close()
    told = "Bagi 1 (satu) penanda tangan lainnya tidak ada hasil yang dicatat sampai dengan penutupan."
    assert told in lines(paper(day, library, "berita-acara-penandatanganan"))
