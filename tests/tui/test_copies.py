"""The screen of numbered copies: what is recorded, where the pointer goes, and which papers are made."""

from __future__ import annotations

import pytest
from textual.pilot import Pilot

from kampanye_tui.agreement.facts import corrected
from kampanye_tui.export import Maker
from kampanye_tui.model.event import Closed, CopyDeed
from kampanye_tui.tui.screens.copies import Copies
from kampanye_tui.tui.screens.fetch import Fetch
from tests.tui.copies_made import WHO, add, closed, deeds, do, final, going_out, print_all, said
from tests.tui.desk import ID, Desk, lines, text, until

pytestmark = pytest.mark.penuh


async def opened(at: Pilot) -> Copies:
    """Open the screen."""
    await at.press("9")
    await until(at, lambda: isinstance(at.app.screen, Copies))
    return at.app.screen


def pointed(screen: Copies) -> tuple[str, int]:
    """Return form and number of the copy that is pointed at."""
    return screen.copy.form, screen.copy.number


def folder(desk: Desk):
    """Return where papers go."""
    return desk.located.workspace / "naskah" / ID / "keluaran"


def test_what_is_recorded_of_a_handing_over_goes_on_to_the_next_copy(desk: Desk) -> None:
    closed(desk)
    print_all(desk)

    async def scene(at: Pilot) -> None:
        screen = await opened(at)
        await at.press("s", *"Sari", "enter", *"LO", "enter", *"29-11-2023", "enter")
        await until(at, lambda: at.app.screen is screen)
        last = deeds(desk)[-1]
        assert (last.copy, last.deed, last.receiver, last.capacity) == (1, CopyDeed.HANDED_OVER, "Sari", "LO")
        assert f"{last.occurred:%d-%m-%Y %H.%M}" == "29-11-2023 00.00"
        assert pointed(screen) == ("salinan", 2)
        assert at.app.message == "Salinan nomor 1 diserahkan kepada Sari (LO)."

    desk.play(scene)


def test_an_hour_without_a_day_is_refused_and_what_was_typed_stays(desk: Desk) -> None:
    closed(desk)
    print_all(desk)

    async def scene(at: Pilot) -> None:
        await opened(at)
        await at.press("s", *"Sari", "enter", *"LO", "enter", *"11.15", "enter")
        assert "tanggalnya belum disebut" in at.app.message
        assert "Sari" in text(at.app)

    desk.play(scene)


def test_a_receipt_takes_the_date_alone_and_names_who_was_given_the_copy(desk: Desk) -> None:
    closed(desk)
    print_all(desk)
    for number in (3, 9):
        do(desk, CopyDeed.HANDED_OVER, number, **WHO)

    async def scene(at: Pilot) -> None:
        screen = await opened(at)
        assert pointed(screen) == ("salinan", 3)
        await at.press("t", *"30-11-2023", "f10")
        await until(at, lambda: at.app.screen is screen)
        last = deeds(desk)[-1]
        assert (last.copy, last.deed, last.receiver) == (3, CopyDeed.RECEIVED, "Sari Dewi")
        assert pointed(screen) == ("salinan", 9)

    desk.play(scene)


def test_a_pile_of_receipts_is_entered_one_after_the_other(desk: Desk) -> None:
    closed(desk)
    print_all(desk)
    for number in range(2, 12, 2):
        do(desk, CopyDeed.HANDED_OVER, number, **WHO)

    async def scene(at: Pilot) -> None:
        screen = await opened(at)
        for day in range(1, 6):
            await at.press("t", *f"{day}-12-2023", "f10")
            await until(at, lambda: at.app.screen is screen)
        received = [one for one in deeds(desk) if one.deed is CopyDeed.RECEIVED]
        assert [(one.copy, one.occurred.day) for one in received] == [(2, 1), (4, 2), (6, 3), (8, 4), (10, 5)]

    desk.play(scene)


def test_what_the_ledger_refuses_is_told_in_the_form(desk: Desk) -> None:
    closed(desk)
    print_all(desk)

    async def scene(at: Pilot) -> None:
        await opened(at)
        await at.press("s", *"Sari", "enter", *"LO", "enter", *"27-11-2023", "enter")
        assert "pada 27-11-2023 belum dicetak" in at.app.message
        assert not isinstance(at.app.screen, Copies)

    desk.play(scene)


def test_a_spoiled_copy_says_how_it_is_replaced(desk: Desk) -> None:
    closed(desk)
    print_all(desk)

    async def scene(at: Pilot) -> None:
        screen = await opened(at)
        await at.press("r", *"tersobek", "enter", *"29-11-2023", "enter")
        await until(at, lambda: at.app.screen is screen)
        assert at.app.message == (
            "Salinan nomor 1 rusak; tersobek. c mencetak penggantinya dengan nomor baru."
        )

    desk.play(scene)


def test_a_copy_that_came_back_can_be_handed_over_again(desk: Desk) -> None:
    going_out(desk)

    async def scene(at: Pilot) -> None:
        screen = await opened(at)
        await at.press("5", "p", *"libur", "enter", *"29-11-2023", "enter")
        await until(at, lambda: at.app.screen is screen)
        await at.press("5")
        assert screen.copy.standing == "kembali"
        assert screen.why_off("salinan.serah") == ""

    desk.play(scene)


def test_a_correction_takes_back_what_was_recorded_last(desk: Desk) -> None:
    going_out(desk)

    async def scene(at: Pilot) -> None:
        screen = await opened(at)
        await at.press("1", "K", *"keliru", "f10")
        await until(at, lambda: at.app.screen is screen)
        await at.press("1")
        assert screen.copy.standing == "diserahkan"
        assert "Tidak berlaku: keliru." in " ".join(text(at.app).split())

    desk.play(scene)


def test_before_the_text_is_final_nothing_is_printed_or_recorded(desk: Desk) -> None:
    async def scene(at: Pilot) -> None:
        screen = await opened(at)
        for name in ("cetak", "serah", "terima", "rusak", "kembali", "paket", "buku"):
            assert screen.why_off(f"salinan.{name}").startswith("Naskah ini belum final"), name

    desk.play(scene)


def test_before_the_closing_originals_alone_are_printed(desk: Desk) -> None:
    final(desk)

    async def scene(at: Pilot) -> None:
        screen = await opened(at)
        assert (pointed(screen), screen.why_off("salinan.cetak")) == (("asli", 1), "")
        await at.press("1", "4", "c")
        assert at.app.message.startswith("Penandatanganan belum ditutup, jadi salinan belum dapat")

    desk.play(scene)


def test_a_copy_that_is_not_printed_is_not_handed_over(desk: Desk) -> None:
    closed(desk)

    async def scene(at: Pilot) -> None:
        await opened(at)
        await at.press("s")
        assert at.app.message.startswith("Salinan nomor 1 tidak dapat dicatat diserahkan: belum dicetak")

    desk.play(scene)


def test_a_copy_of_an_earlier_closing_is_refused_before_anything_is_typed(desk: Desk) -> None:
    closed(desk)
    print_all(desk)
    add(desk, lambda _agreement, events: [corrected(events, 2, "salah tekan", **said())[1]])
    add(desk, lambda _agreement, _events: [Closed(number=0, revision=1, **said())])

    async def scene(at: Pilot) -> None:
        await opened(at)
        await at.press("s")
        assert at.app.message.startswith("Salinan nomor 1 dicetak sebelum penandatanganan ditutup kembali")

    desk.play(scene)


def test_an_original_held_together_has_no_package(desk: Desk) -> None:
    closed(desk)

    async def scene(at: Pilot) -> None:
        screen = await opened(at)
        await at.press("home", "down", "down", "z")
        assert pointed(screen) == ("asli", 3)
        assert at.app.message == "Peserta Pemilu tidak menerima salinan, jadi tidak ada paketnya."

    desk.play(scene)


def test_originals_are_made_as_one_file_after_a_question_and_recorded(desk: Desk) -> None:
    final(desk)

    async def scene(at: Pilot) -> None:
        await opened(at)
        await at.press("c")
        assert deeds(desk) == []
        await at.press("y")
        await until(at, lambda: isinstance(at.app.screen, Fetch))
        assert [(one.form, one.copy) for one in deeds(desk)] == [("asli", 1), ("asli", 2), ("asli", 3)]
        assert [path.name for path in folder(desk).iterdir()] == ["naskah.pdf"]
        assert at.app.message == "3 asli dicatat dicetak."

    desk.play(scene)


def test_a_no_prints_and_records_nothing(desk: Desk) -> None:
    final(desk)

    async def scene(at: Pilot) -> None:
        screen = await opened(at)
        await at.press("c", "t")
        assert (at.app.screen, deeds(desk), folder(desk).exists()) == (screen, [], False)

    desk.play(scene)


def test_a_file_of_another_content_is_replaced_after_a_question(desk: Desk) -> None:
    final(desk)
    folder(desk).mkdir()
    (folder(desk) / "naskah.pdf").write_text("lama")

    async def scene(at: Pilot) -> None:
        screen = await opened(at)
        await at.press("c", "y")
        await until(at, lambda: "Ganti berkas yang sudah ada?" in text(at.app))
        await at.press("t")
        await until(at, lambda: not screen.papers.run.writing)
        assert (deeds(desk), at.app.message) == ([], "Tidak ada berkas yang ditulis.")
        await at.press("c", "y")
        await until(at, lambda: "Ganti berkas yang sudah ada?" in text(at.app))
        await at.press("y")
        await until(at, lambda: isinstance(at.app.screen, Fetch))
        assert len(deeds(desk)) == 3

    desk.play(scene)


def test_one_key_makes_the_package_of_the_pihak_pointed_at(desk: Desk) -> None:
    closed(desk)

    async def scene(at: Pilot) -> None:
        await opened(at)
        await at.press("1", "4", "z")
        await until(at, lambda: isinstance(at.app.screen, Fetch))
        assert sorted(path.name for path in (folder(desk) / "paket_partai-demokrat").iterdir()) == [
            "berita-acara-penandatanganan.pdf",
            "buku-saku.pdf",
            "daftar-penerusan.pdf",
            "ringkasan-pesan.pesan.txt",
            "salinan-14_partai-demokrat.pdf",
        ]
        assert at.app.message == (
            "Paket Demokrat selesai. Salinan nomor 14 belum dicatat dicetak; cetak dahulu salinannya."
        )

    desk.play(scene)


def test_the_book_comes_with_the_receipts_that_are_missing(desk: Desk) -> None:
    going_out(desk)

    async def scene(at: Pilot) -> None:
        await opened(at)
        await at.press("b")
        await until(at, lambda: isinstance(at.app.screen, Fetch), 60)
        names = sorted(path.name for path in folder(desk).iterdir())
        assert (names[0], len(names)) == ("buku-ekspedisi.pdf", 22)
        assert "tanda-terima-25_partai-gerakan-indonesia-raya.pdf" in names
        assert at.app.message == "Buku ekspedisi dan 21 tanda terima yang belum kembali."

    desk.play(scene)


def test_a_run_that_is_broken_off_leaves_no_file_and_records_nothing(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    closed(desk)
    make = Maker.make

    async def scene(at: Pilot) -> None:
        screen = await opened(at)

        def slowly(maker: Maker, *asked):
            screen.papers.run.cancelled.wait(10)
            return make(maker, *asked)

        monkeypatch.setattr(Maker, "make", slowly)
        await at.press("c", "y")
        await until(at, lambda: "Menyusun dokumen 0/24 · x membatalkan" in text(at.app))
        await at.press("x")
        await until(at, lambda: not screen.papers.run.writing)
        assert (deeds(desk), folder(desk).exists()) == ([], False)
        assert at.app.message == "Dibatalkan; tidak ada berkas yang ditulis."

    desk.play(scene)


def test_a_whole_print_run_is_recorded(desk: Desk) -> None:
    closed(desk)

    async def scene(at: Pilot) -> None:
        await opened(at)
        await at.press("c", "y")
        await until(at, lambda: isinstance(at.app.screen, Fetch), 120)
        assert [one.copy for one in deeds(desk)] == list(range(1, 25))
        await at.press("escape")
        assert lines(at.app)[0].endswith("24 salinan: 24 dicetak")

    desk.play(scene)


def test_what_another_desk_records_appears(desk: Desk) -> None:
    closed(desk)
    print_all(desk)

    async def scene(at: Pilot) -> None:
        await opened(at)
        do(desk, CopyDeed.HANDED_OVER, 1, **WHO)
        await until(at, lambda: "24 salinan: 1 diserahkan, 0 diterima" in text(at.app))

    desk.play(scene)


def test_the_last_line_of_the_job_leads_to_the_copies(desk: Desk) -> None:
    closed(desk)

    async def scene(at: Pilot) -> None:
        await until(at, lambda: "24 salinan belum dicetak" in text(at.app) or "tekan 9" in text(at.app))
        assert "tekan 9" in text(at.app)

    desk.play(scene)


def test_a_table_of_receipts_is_shown_before_it_is_recorded(desk: Desk) -> None:
    going_out(desk)
    folder(desk).mkdir()
    (folder(desk) / "penyerahan.csv").write_text(
        "bentuk;nomor;untuk;diserahkan;kepada;sebagai;diterima;penerima;kapasitas\n"
        "salinan;5;;;;;30-11-2023;;\n"
        "salinan;7;;28-11-2023;Budi;kurir;1-12-2023;Ani;ketua\n"
    )

    async def scene(at: Pilot) -> None:
        screen = await opened(at)
        await at.press("i", "f10")
        await until(at, lambda: "01-12-2023  salinan nomor 7 (Gelora): diterima oleh Ani" in text(at.app))
        before = len(deeds(desk))
        await at.press("y")
        await until(at, lambda: at.app.screen is screen and len(deeds(desk)) == before + 3)
        assert lines(at.app)[0].endswith("24 salinan: 5 diserahkan, 5 diterima")

    desk.play(scene)


def test_the_table_that_is_written_holds_what_is_not_received(desk: Desk) -> None:
    going_out(desk)

    async def scene(at: Pilot) -> None:
        await opened(at)
        await at.press("e", "f10")
        await until(at, lambda: "Tertulis: " in at.app.message)
        assert at.app.message.endswith("penyerahan.csv, 24 salinan dan asli")
        written = (folder(desk) / "penyerahan.csv").read_text("utf-8-sig").splitlines()
        assert "salinan;5;NasDem;28-11-2023 11.15;Sari Dewi;sekretaris DPC;;;" in written

    desk.play(scene)


def test_a_ledger_that_does_not_hold_is_told_and_nothing_is_done(desk: Desk) -> None:
    final(desk)
    path = desk.located.workspace / "naskah" / ID / "buku.jsonl"

    async def scene(at: Pilot) -> None:
        path.write_bytes(path.read_bytes().replace(b"operator1", b"operator2"))
        screen = await opened(at)
        await until(at, lambda: "buku.jsonl" in at.app.message)
        await at.press("c")
        assert at.app.message == "Catatan kejadian tidak terbaca, jadi keadaan salinan tidak diketahui."
        assert screen.copies == ()

    desk.play(scene)
