"""``mulai``: a configuration from a few answers, written once, from which everything else works."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from kampanye_tui.model.office import Configuration, Paper
from kampanye_tui.model.reading import read
from kampanye_tui.store.configuration import VARIABLE
from tests.fonts import install_family
from tests.unit.cli.keyboard import answers
from tests.unit.cli.office import Command
from tests.unit.plugin.packs import election_pack, stakeholder_pack

SILENT = ("mulai", "--pemilu", "pemilu-2024", "--tanpa-tanya")
CITY = (*SILENT, "--wilayah", "36.74")
ONLY_FONTS = (
    "mulai", "--wilayah", "36.74", "--pemilu", "pemilu-2024", "--alamat", "", "--ketua", "",
    "--anggota", "", "--tanggal", "", "--nomor", "", "--kertas", "A4", "--keluaran", "",
)  # fmt: skip
"""Everything is said but the typeface."""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder, in which the commands run."""
    empty = tmp_path / "kantor-baru"
    empty.mkdir()
    monkeypatch.chdir(empty)
    answers(monkeypatch)
    return empty


def written(folder: Path) -> Configuration:
    """Return the configuration that was written."""
    return read(Configuration, (folder / "kampanye.toml").read_bytes(), "kampanye.toml")


def test_the_name_of_the_file_is_data(kampanye: Command) -> None:
    assert kampanye(*CITY)[:2] == (0, "kampanye.toml\n")


def test_what_comes_next_is_told(kampanye: Command) -> None:
    assert kampanye(*CITY).err.endswith("Lanjutkan dengan: kampanye baru\n")


def test_the_file_goes_where_it_is_named(folder: Path, kampanye: Command) -> None:
    kampanye(*CITY, "--config", "lain.toml")
    assert [path.name for path in folder.iterdir()] == ["lain.toml"]


def test_a_file_elsewhere_is_named_in_what_comes_next(kampanye: Command) -> None:
    assert kampanye(*CITY, "--config", "lain.toml").err.endswith("kampanye baru --config lain.toml\n")


def test_a_file_that_another_one_hides_is_told(kampanye: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "/etc/lain.toml")
    assert f"{VARIABLE} menunjuk ke /etc/lain.toml" in kampanye(*CITY).err


def test_an_existing_file_is_refused_with_what_to_do(folder: Path, kampanye: Command) -> None:
    (folder / "kampanye.toml").write_text("milik kantor")
    assert kampanye(*CITY) == (
        1,
        "",
        "kampanye.toml: berkas ini sudah ada, jadi tidak ditulis ulang. "
        "Ubah isinya dengan penyunting teks, atau buat yang lain dengan --config BERKAS.\n",
    )


def test_an_existing_file_stays_as_it_is(folder: Path, kampanye: Command) -> None:
    (folder / "kampanye.toml").write_text("milik kantor")
    kampanye(*CITY)
    assert (folder / "kampanye.toml").read_text() == "milik kantor"


def test_a_folder_that_is_not_there_is_told(kampanye: Command) -> None:
    ran = kampanye(*CITY, "--config", "tiada/kampanye.toml")
    assert (ran.code, 'Folder "tiada" tidak ada' in ran.err) == (2, True)


def test_a_region_that_only_looks_alike_is_never_taken_unasked(folder: Path, kampanye: Command) -> None:
    ran = kampanye("mulai", "--wilayah", "Kabupaten Toba Samosir", "--pemilu", "pemilu-2024", "--tanpa-tanya")
    assert (ran.code, (folder / "kampanye.toml").exists()) == (2, False)


@pytest.mark.parametrize("region", ["36.74", "11", "31.71", "32.01", "91"])
@pytest.mark.parametrize("election", ["pemilu-2024", "pilkada-2024"])
def test_everything_works_at_once(region: str, election: str, folder: Path, kampanye: Command) -> None:
    begun = kampanye("mulai", "--wilayah", region, "--pemilu", election, "--tanpa-tanya").code
    made = kampanye("baru").code
    checked = kampanye("periksa").code
    exported = kampanye("ekspor", "--templat", "naskah", "--format", "teks", "-o", "hasil").code
    assert (begun, made, exported) == (0, 0, 0)
    assert checked in (0, 1)


def test_every_institution_of_the_region_has_a_row(folder: Path, kampanye: Command) -> None:
    kampanye(*CITY)
    ids = [party.id for party in written(folder).parties]
    assert ids == ["bawaslu", "wali-kota", "dprd", "polres", "kejari", "kodim"]


def test_the_rows_change_nothing_of_what_packs_offer(folder: Path, kampanye: Command) -> None:
    kampanye(*CITY)
    kampanye("baru", "dengan-baris")
    path = folder / "kampanye.toml"
    text = path.read_text()
    path.write_text(text[: text.index("\n[[pihak]]")] + text[text.index("\n[ekspor]") :])
    kampanye("baru", "tanpa-baris")
    with_rows, without = (
        (folder / "naskah" / one / "naskah.toml").read_text().replace(one, "")
        for one in ("dengan-baris", "tanpa-baris")
    )
    assert with_rows == without


def test_options_are_written(folder: Path, kampanye: Command) -> None:
    kampanye(
        *CITY, "--alamat", "Jl. Raya 1", "--ketua", "Ani", "--anggota", "Budi", "--anggota", "",
        "--tanggal", "28 November 2023", "--nomor", "{urut}/PL.01/{tahun}",
        "--kertas", "F4", "--keluaran", "cetak",
    )  # fmt: skip
    made = written(folder)
    assert (
        made.office.address,
        [(one.office, one.name) for one in made.office.members],
        made.occasion.day,
        made.office.number_format,
        made.export.paper,
        made.export.folder,
        made.agreement.id,
    ) == (
        "Jl. Raya 1",
        [("Ketua", "Ani"), ("Anggota", "Budi"), ("Anggota", "")],
        date(2023, 11, 28),
        "{urut}/PL.01/{tahun}",
        Paper.F4,
        "cetak",
        "2023-kampanye-damai",
    )


@pytest.mark.parametrize(
    "typed", ['Jl. "Raya" \\ 1', "'''", '"""', "# [kantor]", "{x} *a* [b]", "Jl. “Raya”"]
)
def test_what_people_type_cannot_break_the_file(typed: str, folder: Path, kampanye: Command) -> None:
    kampanye(*CITY, "--alamat", typed)
    assert written(folder).office.address == typed


@pytest.mark.parametrize("typed", ["Jl.\x1b[31m", "a\u202eb", "a\u200bb", "a\x00b"])
def test_a_character_that_nobody_sees_is_refused_with_its_place(
    typed: str, folder: Path, kampanye: Command
) -> None:
    ran = kampanye(*CITY, "--alamat", typed)
    assert (ran.code, "--alamat" in ran.err, "karakter tak terlihat" in ran.err) == (2, True, True)
    assert list(folder.iterdir()) == []


PIPED = ["bogor", "2", "Jl. Raya 1", "Ani", "1", "Budi", "1", "28 November 2023", "", "f4", "", "cetak"]


@pytest.fixture
def piped(folder: Path, kampanye: Command, monkeypatch: pytest.MonkeyPatch) -> Configuration:
    """What is written when all answers come through a pipe."""
    answers(monkeypatch, *PIPED)
    assert kampanye("mulai").code == 0
    return written(folder)


def test_piped_answers_are_taken_in_order(piped: Configuration) -> None:
    assert (
        piped.office.region,
        piped.office.address,
        [one.name for one in piped.office.members],
        piped.election.id,
        piped.occasion.day,
        piped.export.paper,
        piped.export.folder,
    ) == ("32.71", "Jl. Raya 1", ["Ani", "Budi"], "pemilu-2024", date(2023, 11, 28), Paper.F4, "cetak")


def test_a_city_is_not_asked_for_where_the_region_is_one(piped: Configuration) -> None:
    assert piped.office.city == ""


def test_a_regency_is_asked_for_its_town(
    folder: Path, kampanye: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers(monkeypatch, "Kabupaten Bogor", "", "Cibinong", "", "0", "1")
    kampanye("mulai")
    assert written(folder).office.city == "Cibinong"


@pytest.mark.parametrize("last", [b"", b"\r"])
def test_answers_saved_by_notepad_are_read(
    last: bytes, folder: Path, kampanye: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers(monkeypatch, b"\xef\xbb\xbf32.71" + last, b"Jl. Raya 1" + last, b"", b"0" + last, b"1" + last)
    kampanye("mulai")
    assert written(folder).office.address == "Jl. Raya 1"


WRONG = {
    "an unknown region": (["atlantis"], 'tidak ada wilayah yang cocok dengan "atlantis"'),
    "a region that is too many": (["a"], "tulis lebih lengkap"),
    "a choice that is none": (["bogor", "9"], "pilih angka 1 sampai 2"),
    "a day that is none": (["32.71", "", "", "0", "1", "31 Februari 2024"], "bukan tanggal"),
    "a token that is none": (["32.71", "", "", "0", "1", "", "{x}"], "yang dikenal: {urut}"),
    "a paper that is none": (["32.71", "", "", "0", "1", "", "", "A3"], "Isi dengan --kertas"),
    "a font that is not there": (
        ["32.71", "", "", "0", "1", "", "", "", "x.ttf"],
        'berkas "x.ttf" tidak ada',
    ),
    "an end before the region": ([], "jawaban ini diperlukan"),
    "bytes that are no letters": (["32.71", b"Jl. \xff"], "karakter tak terlihat"),
}


@pytest.mark.parametrize("what", WRONG)
def test_a_wrong_answer_of_a_pipe_stops_with_its_question(
    what: str, folder: Path, kampanye: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed, told = WRONG[what]
    answers(monkeypatch, *typed)
    ran = kampanye("mulai")
    assert (ran.code, told in ran.err) == (2, True), ran.err


def test_a_region_is_found_by_its_whole_name(folder: Path, kampanye: Command) -> None:
    kampanye(*SILENT, "--wilayah", "kota tangerang")
    assert written(folder).office.region == "36.71"


def test_a_name_of_several_regions_is_refused_with_their_codes(kampanye: Command) -> None:
    ran = kampanye(*SILENT, "--wilayah", "bogor")
    assert (ran.code, "Kabupaten Bogor, Jawa Barat (32.01)" in ran.err) == (2, True)


def test_a_pack_that_is_left_out_gives_a_new_office_nothing(folder: Path, kampanye: Command) -> None:
    stakeholder_pack(folder / "paket")
    kampanye(*CITY, "--paket", "paket", "--tanpa-paket=uji")
    assert "badan-uji" not in [party.id for party in written(folder).parties]


def test_a_pack_that_is_left_out_offers_no_election(folder: Path, kampanye: Command) -> None:
    election_pack(folder / "paket")
    asked = ("mulai", "--wilayah", "36.74", "--pemilu", "pemilu-uji", "--tanpa-tanya")
    ran = kampanye(*asked, "--paket", "paket", "--tanpa-paket")
    assert '--pemilu: "pemilu-uji" tidak dikenal' in ran.err


def test_an_unknown_election_is_refused_with_the_one_that_was_meant(kampanye: Command) -> None:
    ran = kampanye("mulai", "--wilayah", "36.74", "--pemilu", "pemilu-2023", "--tanpa-tanya")
    assert 'Mungkin maksudnya "pemilu-2024"' in ran.err


def test_fonts_that_lie_beside_the_first_are_offered(
    folder: Path, kampanye: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    for style in ("Regular", "Bold", "Italic", "BoldItalic"):
        (folder / f"Kantor-{style}.ttf").touch()
    answers(monkeypatch, "Kantor-Regular.ttf", "", "", "")
    kampanye(*ONLY_FONTS)
    fonts = written(folder).fonts
    assert fonts is not None
    assert fonts.bold_italic == "Kantor-BoldItalic.ttf"


def test_an_installed_family_is_told_and_chosen_by_its_name(
    folder: Path, kampanye: Command, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_DATA_DIRS", str(tmp_path / "share"))
    install_family(tmp_path / "share" / "fonts", "TeX Gyre Bonum")
    answers(monkeypatch, "TeX Gyre Bonum")
    told = kampanye(*ONLY_FONTS).err
    fonts = written(folder).fonts
    assert fonts is not None
    assert fonts.bold_italic == str(tmp_path / "share" / "fonts" / "d.otf")
    assert "seukuran Bookman Old Style; cukup ketik namanya:\n  TeX Gyre Bonum\n" in told
