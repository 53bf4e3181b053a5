"""``salinan``: numbered copies from the print run to the receipt, and a party's package."""

from __future__ import annotations

import hashlib
import json
from datetime import UTC, datetime
from pathlib import Path
from zipfile import ZipFile

import pytest
from PIL import Image

from kampanye_tui.agreement.fingerprint import occasion_digest, text_digest
from kampanye_tui.model.event import Closed, CopyHandled, Finalised
from kampanye_tui.store.ledger import open_ledger, record
from kampanye_tui.store.workspace import load
from tests.unit.cli.office import Command, edit

ID = "2023-kampanye-damai"
AT = datetime(2023, 11, 28, 3, 30, tzinfo=UTC)
SAID = {"number": 0, "occurred": AT, "recorded": AT, "operator": "ani"}
HANDED = ("salinan", "serah", "14", "--kepada", "Sari Dewi", "--sebagai", "sekretaris")
PRINTED = ("salinan", "cetak", "partai-demokrat", "--waktu", "28-11-2023 11.00")


@pytest.fixture
def final(office: Path, kampanye: Command) -> Path:
    """An office with a final agreement; returns the agreement's folder."""
    kampanye("baru")
    agreement = load(office, ID).agreement
    folder = office / "naskah" / ID
    digests = {"text_digest": text_digest(agreement), "occasion_digest": occasion_digest(agreement)}
    record(folder, ID, lambda _book: [Finalised(revision=1, **digests, **SAID)])
    return folder


@pytest.fixture
def closed(final: Path) -> Path:
    """The same when its signing is closed."""
    record(final, ID, lambda _book: [Closed(revision=1, **SAID)])
    return final


@pytest.fixture
def printed(closed: Path, kampanye: Command) -> Path:
    """The same when copy 14 is printed."""
    kampanye(*PRINTED)
    return closed


def deeds(folder: Path) -> list[CopyHandled]:
    """Return what the ledger says of copies."""
    return [one for one in open_ledger(folder, ID).book.events if isinstance(one, CopyHandled)]


def copy(kampanye: Command, number: int) -> dict:
    """Return a salinan as the list has it."""
    rows = json.loads(kampanye("salinan", "daftar", "--json").out)
    return next(row for row in rows if (row["bentuk"], row["nomor"]) == ("salinan", number))


def test_the_list_shows_every_planned_copy_before_anything_is_printed(final: Path, kampanye: Command) -> None:
    assert (copy(kampanye, 14)["untuk"], copy(kampanye, 14)["keadaan"]) == (
        "partai-demokrat",
        "belum dicetak",
    )


def test_the_list_tells_how_many_signatures_the_originals_ask_for(final: Path, kampanye: Command) -> None:
    assert "3 asli × 25 penanda tangan = 75 tanda tangan; 24 salinan" in kampanye("salinan", "daftar").err


def test_no_salinan_is_printed_before_the_signing_is_closed(final: Path, kampanye: Command) -> None:
    ran = kampanye("salinan", "cetak")
    assert (ran.code, "belum ditutup" in ran.err, deeds(final)) == (2, True, [])


def test_originals_are_printed_from_the_final_text(final: Path, kampanye: Command) -> None:
    kampanye("salinan", "cetak", "--bentuk", "asli")
    assert [(one.form, one.copy) for one in deeds(final)] == [("asli", 1), ("asli", 2), ("asli", 3)]


def test_the_chronicle_says_who_received_a_copy(printed: Path, kampanye: Command) -> None:
    kampanye(*HANDED, "--tanggal", "28-11-2023")
    kampanye("salinan", "terima", "14", "--tanggal", "29-11-2023")
    assert "salinan nomor 14 (Demokrat): diterima oleh Sari Dewi (sekretaris)" in kampanye("riwayat").out


def test_the_chronicle_shows_the_day_alone_where_no_hour_is_known(printed: Path, kampanye: Command) -> None:
    kampanye(*HANDED, "--tanggal", "28-11-2023")
    assert kampanye("riwayat").out.splitlines()[-1].split()[1:3] == ["28-11-2023", "salinan"]


def test_a_print_run_records_a_copy_for_everybody(closed: Path, kampanye: Command) -> None:
    kampanye("salinan", "cetak")
    assert [one.copy for one in deeds(closed)] == list(range(1, 25))


def test_the_ledger_knows_the_bytes_that_were_printed(printed: Path) -> None:
    (deed,) = deeds(printed)
    file = printed / "keluaran" / "salinan-14_partai-demokrat.pdf"
    assert deed.sha256 == hashlib.sha256(file.read_bytes()).hexdigest()


def test_a_second_print_run_prints_nothing(printed: Path, kampanye: Command) -> None:
    ran = kampanye(*PRINTED)
    assert (ran.code, ran.err.splitlines()[-1], len(deeds(printed))) == (
        0,
        "Tidak ada salinan yang masih harus dicetak.",
        1,
    )


def test_a_copy_is_handed_over(printed: Path, kampanye: Command) -> None:
    ran = kampanye(*HANDED, "--tanggal", "28-11-2023")
    told = "4. salinan nomor 14 diserahkan kepada Sari Dewi (sekretaris), 28-11-2023\n"
    assert (ran.code, ran.out) == (0, told)


def test_a_handing_over_keeps_the_hour_in_the_time_of_the_region(printed: Path, kampanye: Command) -> None:
    kampanye(*HANDED, "--waktu", "28-11-2023 11.20")
    assert deeds(printed)[-1].occurred.isoformat() == "2023-11-28T11:20:00+07:00"


@pytest.mark.parametrize("command", [HANDED, ("salinan", "terima", "14")])
def test_a_handing_over_or_receipt_never_happens_today_by_itself(
    printed: Path, kampanye: Command, command: tuple[str, ...]
) -> None:
    ran = kampanye(*command)
    assert (ran.code, "Belum disebutkan kapan itu terjadi" in ran.err, len(deeds(printed))) == (2, True, 1)


def test_a_handing_over_needs_a_capacity(printed: Path, kampanye: Command) -> None:
    ran = kampanye(*HANDED[:5], "--tanggal", "28-11-2023")
    assert (ran.code, "kapasitasnya belum lengkap" in ran.err) == (2, True)


def test_a_receipt_is_recorded(printed: Path, kampanye: Command) -> None:
    kampanye(*HANDED, "--tanggal", "28-11-2023")
    kampanye("salinan", "terima", "14", "--tanggal", "29-11-2023")
    row = copy(kampanye, 14)
    assert (row["keadaan"], row["penerima"], row["terjadi"]) == (
        "diterima",
        "Sari Dewi",
        "2023-11-29T00:00:00+07:00",
    )


def test_a_copy_that_came_back_waits_in_the_office(printed: Path, kampanye: Command) -> None:
    kampanye(*HANDED, "--tanggal", "28-11-2023")
    kampanye("salinan", "kembali", "14", "--alasan", "alamat kosong")
    assert copy(kampanye, 14)["keadaan"] == "kembali"


def test_a_spoiled_copy_is_printed_under_another_number(printed: Path, kampanye: Command) -> None:
    kampanye("salinan", "rusak", "14", "--alasan", "tersobek")
    kampanye("salinan", "cetak", "partai-demokrat")
    assert (copy(kampanye, 14)["keadaan"], copy(kampanye, 25)["untuk"]) == ("rusak", "partai-demokrat")


def test_a_replacement_is_a_file_of_its_own(printed: Path, kampanye: Command) -> None:
    kampanye("salinan", "rusak", "14", "--alasan", "tersobek")
    kampanye("salinan", "cetak", "partai-demokrat")
    assert (printed / "keluaran" / "salinan-25_partai-demokrat.pdf").is_file()


def test_a_receipt_bears_the_number_of_the_replacement(printed: Path, kampanye: Command) -> None:
    kampanye("salinan", "rusak", "14", "--alasan", "tersobek")
    kampanye("salinan", "cetak", "partai-demokrat")
    receipt = ("--templat", "tanda-terima", "--format", "teks", "--untuk", "partai-demokrat", "-o", "-")
    assert "Salinan nomor 25, pengganti nomor 14 dari 24".upper() in kampanye("ekspor", *receipt).out.upper()


def package(kampanye: Command, *more: str) -> list[str]:
    return [Path(line).name for line in kampanye("salinan", "paket", "14", *more).out.splitlines()]


def test_a_package_holds_all_that_a_party_is_given(printed: Path, kampanye: Command) -> None:
    assert package(kampanye) == [
        "salinan-14_partai-demokrat.pdf",
        "berita-acara-penandatanganan.pdf",
        "buku-saku.pdf",
        "daftar-penerusan.pdf",
        "ringkasan-pesan.pesan.txt",
    ]


def test_who_campaigns_not_has_nobody_to_pass_the_text_on_to(printed: Path, kampanye: Command) -> None:
    kampanye("salinan", "paket", "polres")
    names = [path.name for path in (printed / "keluaran" / "paket_polres").iterdir()]
    assert ("daftar-penerusan.pdf" in names, len(names)) == (False, 4)


def test_a_package_before_the_closing_has_no_minutes(final: Path, kampanye: Command) -> None:
    assert "berita-acara-penandatanganan.pdf" not in package(kampanye)


def test_the_copy_of_a_package_is_the_one_that_was_printed(printed: Path, kampanye: Command) -> None:
    package(kampanye)
    name = "salinan-14_partai-demokrat.pdf"
    folder = printed / "keluaran"
    assert (folder / "paket_partai-demokrat" / name).read_bytes() == (folder / name).read_bytes()


def test_a_package_is_the_same_zip_each_time(printed: Path, kampanye: Command) -> None:
    package(kampanye, "-o", "satu.zip")
    package(kampanye, "-o", "dua.zip")
    assert Path("satu.zip").read_bytes() == Path("dua.zip").read_bytes()


def test_a_package_as_a_zip_holds_the_same_files(printed: Path, kampanye: Command) -> None:
    package(kampanye, "-o", "paket.zip")
    with ZipFile("paket.zip") as bundle:
        assert sorted(bundle.namelist()) == sorted(package(kampanye))


def test_every_pdf_of_a_package_can_be_sent_by_messenger(printed: Path, kampanye: Command) -> None:
    package(kampanye)
    sizes = [path.stat().st_size for path in (printed / "keluaran" / "paket_partai-demokrat").glob("*.pdf")]
    assert max(sizes) <= 500_000


def test_a_logo_from_a_camera_does_not_keep_a_pdf_from_being_sent(office: Path, kampanye: Command) -> None:
    Image.effect_noise((2000, 2000), 60).convert("RGB").save(office / "logo.jpg", quality=80)
    edit(office, "[kantor]\n", '[kantor]\nlogo = "logo.jpg"\n')
    kampanye("baru")
    package(kampanye, "-o", "paket")
    sizes = [path.stat().st_size for path in Path("paket").glob("*.pdf")]
    assert ((office / "logo.jpg").stat().st_size > 1_000_000, max(sizes) <= 500_000) == (True, True)


def test_a_package_of_a_copy_that_is_not_recorded_as_printed_says_so(closed: Path, kampanye: Command) -> None:
    assert "Salinan nomor 14 belum dicatat dicetak" in kampanye("salinan", "paket", "14").err


def test_the_office_has_no_package(closed: Path, kampanye: Command) -> None:
    ran = kampanye("salinan", "paket", "penyelenggara")
    assert (ran.code, "tidak menerima salinan" in ran.err) == (2, True)


SHEET = (
    "bentuk;nomor;untuk;diserahkan;kepada;sebagai;diterima;penerima;kapasitas\r\n"
    "salinan;14;Demokrat;28-11-2023;Sari Dewi;sekretaris;30-11-2023;;\r\n"
)


def test_a_list_of_many_is_written_to_be_filled_in(printed: Path, kampanye: Command) -> None:
    kampanye("salinan", "lembar", "--kosong", "-o", "penyerahan.csv")
    assert Path("penyerahan.csv").read_text("utf-8-sig").splitlines()[1] == "salinan;14;Demokrat;;;;;;"


def test_a_filled_list_is_entered_as_a_whole(printed: Path, kampanye: Command) -> None:
    Path("penyerahan.csv").write_text(SHEET)
    ran = kampanye("salinan", "lembar", "penyerahan.csv")
    assert ran.out == (
        "28-11-2023  salinan nomor 14 (Demokrat): diserahkan kepada Sari Dewi (sekretaris)\n"
        "30-11-2023  salinan nomor 14 (Demokrat): diterima oleh Sari Dewi (sekretaris)\n"
    )
    assert copy(kampanye, 14)["keadaan"] == "diterima"


def test_a_filled_list_can_be_tried(printed: Path, kampanye: Command) -> None:
    Path("penyerahan.csv").write_text(SHEET)
    ran = kampanye("salinan", "lembar", "penyerahan.csv", "--coba")
    assert (ran.err, len(deeds(printed))) == (
        "Belum dicatat: 2 penyerahan atau tanda terima; ulangi tanpa --coba untuk mencatat.\n",
        1,
    )


def test_a_filled_list_and_an_empty_one_are_not_asked_for_together(printed: Path, kampanye: Command) -> None:
    assert kampanye("salinan", "lembar").code == 2
    assert kampanye("salinan", "lembar", "penyerahan.csv", "--kosong").code == 2
