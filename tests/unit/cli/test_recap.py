"""``rekap``: what a province reads of the files that offices sent, on a terminal, as tables, as papers."""

from __future__ import annotations

import json
import re
import shutil
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from kampanye_tui.cli.main import run
from kampanye_tui.model.recap import Stage
from kampanye_tui.recap import Asked
from tests.country import country
from tests.damaged import WAYS
from tests.unit.cli.office import Command, no_screen
from tests.unit.cli.test_proving import closed

PER = ("--per", "1-12-2023")


@pytest.fixture(scope="module")
def sent(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What three offices of Aceh sent."""
    folder = tmp_path_factory.mktemp("kiriman")
    country(folder, 3)
    return folder


@pytest.fixture
def desk(tmp_path: Path, sent: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The same in a folder of its own, where the command runs."""
    shutil.copytree(sent, tmp_path / "kiriman")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "simpanan"))
    return tmp_path / "kiriman"


def damage(desk: Path, way: str, region: str = "11.01") -> None:
    WAYS[way][0](desk / region / "naskah" / "2023-kampanye-damai")


TOLD = """\
WILAYAH  KEADAAN  TTD    H/A/M  SALINAN   KLAUSUL   HARI  NAMA                     RANGKAIAN
11       ditutup  22/25  1/1/1  24/22/22  10/0/0/0  2     Aceh                     cocok
11.01    ditutup  25/25  0/0/0  24/22/22  10/0/0/0  1     Kabupaten Aceh Selatan   cocok
11.02    ditutup  25/25  0/0/0  24/22/22  10/0/0/0  0     Kabupaten Aceh Tenggara  cocok

KANTOR  TTD    H/A/M  SALINAN   KLAUSUL   HARI  MASALAH  PROVINSI
3       72/75  1/1/1  72/66/66  30/0/0/0  2     0        Aceh
3       72/75  1/1/1  72/66/66  30/0/0/0  2     0        Semua
"""


@pytest.mark.usefixtures("desk")
def test_offices_and_provinces_are_told(kampanye: Command) -> None:
    ran = kampanye("rekap", "kiriman", *PER)
    assert (ran.code, ran.out) == (0, TOLD)


def test_what_is_broken_is_named_and_the_exit_is_1(desk: Path, kampanye: Command) -> None:
    damage(desk, "ledger without a line")
    ran = kampanye("rekap", "kiriman", *PER)
    assert (ran.code, "11.01" in ran.out) == (1, False)
    assert (
        "kiriman/11.01/naskah/2023-kampanye-damai/buku.jsonl, baris 5: baris ini tidak menyambung" in ran.err
    )
    assert "2 naskah dari 2 kantor per 01-12-2023; 1 tidak dihitung karena bermasalah." in ran.err


def test_nothing_of_a_file_steers_the_terminal(desk: Path, kampanye: Command) -> None:
    damage(desk, "text with an escape")
    (desk / "\x1b[31m").mkdir()
    for option in ((), ("--csv",), ("--json",)):
        ran = kampanye("rekap", "kiriman", *PER, *option)
        assert "\x1b" not in ran.out + ran.err


@pytest.mark.usefixtures("desk")
def test_the_day_of_the_clock_is_said(kampanye: Command) -> None:
    assert re.search(
        r"sampai hari ini, \d\d-\d\d-\d{4}; tanggal lain dengan --per", kampanye("rekap", "kiriman").err
    )


@pytest.mark.usefixtures("desk")
def test_a_day_that_was_given_needs_no_clock(kampanye: Command) -> None:
    assert "hari ini" not in kampanye("rekap", "kiriman", *PER).err


def test_as_json_every_figure_has_its_name(desk: Path, kampanye: Command) -> None:
    damage(desk, "text gone")
    said = json.loads(kampanye("rekap", "kiriman", *PER, "--json").out)
    assert (
        said["per"],
        [one["wilayah"] for one in said["kantor"]],
        said["kantor"][0]["jumlah"]["tidak_hadir"],
        said["kantor"][1]["jumlah"]["tidak_hadir"],
        [one["asal"] for one in said["tidak_dihitung"]],
        said["semua"]["bermasalah"],
    ) == ("2023-12-01", ["11", "11.02"], 1, 0, ["kiriman/11.01/naskah/2023-kampanye-damai"], 1)


def test_as_csv_every_agreement_has_its_row(desk: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    damage(desk, "text gone")
    run(no_screen, ["rekap", "kiriman", *PER, "--csv"])
    rows = capsysbinary.readouterr().out.decode("utf-8-sig").splitlines()
    assert [row.split(";")[5] for row in rows] == ["keadaan", "ditutup", "ditutup", "tidak dihitung"]


@pytest.mark.usefixtures("desk")
def test_a_province_that_sent_nothing_is_told(kampanye: Command) -> None:
    ran = kampanye("rekap", "kiriman", *PER, "--provinsi", "Bali")
    assert (ran.code, 'tidak ada kiriman dari provinsi "bali"' in ran.err.casefold()) == (2, True)


@pytest.mark.usefixtures("desk")
def test_a_stage_is_chosen(kampanye: Command) -> None:
    assert "0 naskah dari 0 kantor" in kampanye("rekap", "kiriman", *PER, "--keadaan", "konsep").err


def test_what_is_broken_is_told_whatever_stage_is_chosen(desk: Path, kampanye: Command) -> None:
    damage(desk, "text gone")
    ran = kampanye("rekap", "kiriman", *PER, "--keadaan", "ditutup")
    assert (ran.code, "berkas naskah tidak ada" in ran.err) == (1, True)


@pytest.mark.usefixtures("desk")
def test_a_page_tells_figures_beside_every_bar(kampanye: Command) -> None:
    assert kampanye("rekap", "kiriman", *PER, "-o", "rekap.html").code == 0
    page = Path("rekap.html").read_text()
    assert (
        'aria-label="menandatangani 72, hadir, tidak menandatangani 1, menyusul 1, tidak hadir 1, '
        'belum ada hasil 0"' in page
    )
    assert re.findall(r"<h[1-6]", page) == ["<h1", "<h2", "<h2", "<h2"]
    assert not re.search(r"https?:|<script|<img", page)


@pytest.mark.usefixtures("desk")
def test_a_page_that_was_written_is_not_replaced_unasked(kampanye: Command) -> None:
    Path("rekap.html").write_text("milik orang")
    ran = kampanye("rekap", "kiriman", *PER, "-o", "rekap.html")
    assert (ran.code, Path("rekap.html").read_text()) == (1, "milik orang")


@pytest.mark.usefixtures("desk")
def test_the_same_files_give_the_same_pdf(kampanye: Command) -> None:
    for name in ("satu.pdf", "dua.pdf"):
        assert kampanye("rekap", "kiriman", *PER, "-o", name).code == 0
    assert Path("satu.pdf").read_bytes() == Path("dua.pdf").read_bytes()


def test_a_name_that_no_typeface_has_stops_no_pdf(desk: Path, kampanye: Command) -> None:
    (desk / "\U0001f600 e\u0301").mkdir()
    assert kampanye("rekap", "kiriman", *PER, "-o", "rekap.pdf").code == 1
    assert Path("rekap.pdf").read_bytes().startswith(b"%PDF")


@pytest.mark.usefixtures("desk")
def test_a_suffix_of_no_format_is_told(kampanye: Command) -> None:
    ran = kampanye("rekap", "kiriman", *PER, "-o", "rekap.xls")
    assert (ran.code, '".xls" tidak dikenal' in ran.err) == (2, True)


def test_a_folder_that_is_not_there_is_told(desk: Path, kampanye: Command) -> None:
    del desk
    ran = kampanye("rekap", "salah", *PER)
    assert (ran.code, "salah: tidak ada" in ran.err) == (1, True)


def test_a_proof_bundle_counts_as_its_workspace_does(office: Path, kampanye: Command) -> None:
    kampanye("baru")
    closed(office, kampanye)
    kampanye("jeda", "Budi, HP 081234567890, sakit", "--waktu", "28-11-2023 10.10")
    kampanye("bukti", "-o", "bukti.zip")
    own, bundle = (
        json.loads(kampanye("rekap", place, *PER, "--json").out)["kantor"][0] for place in (".", "bukti.zip")
    )
    assert (own.pop("rangkaian"), bundle.pop("rangkaian")) == ("cocok", "sebagian ditutup")
    assert (own.pop("asal"), bundle.pop("asal")) == ("./naskah/2023-kampanye-damai", "bukti.zip")
    assert own == bundle


@pytest.fixture
def differing(desk: Path) -> Path:
    """Two of three offices are at their draft, one with other words in a clause, one without it."""
    for region, change in (("11.01", reworded), ("11.02", left_out)):
        kept = desk / region / "naskah" / "2023-kampanye-damai"
        (kept / "buku.jsonl").unlink()
        shutil.rmtree(kept / "revisi")
        (kept / "naskah.toml").write_text(change((kept / "naskah.toml").read_text()))
    return desk


def reworded(text: str) -> str:
    return text.replace('judul = "Tanpa Politik Uang"', 'judul = "Tanpa Uang"')


def left_out(text: str) -> str:
    begin = text.rindex("[[klausul]]\n", 0, text.index('id = "tanpa-politik-uang"'))
    return text[:begin] + text[text.index("[[klausul]]\n", begin + 1) :]


@pytest.mark.usefixtures("differing")
def test_where_clauses_differ_is_told(kampanye: Command) -> None:
    said = kampanye("rekap", "kiriman", *PER, "--beda").out.partition("\n\n")
    assert "1      1       1        0            2      tanpa-politik-uang " in said[0]
    assert said[2] == (
        "TETAP  DIUBAH  DIBUANG  DITAMBAHKAN  KLAUSUL             PROVINSI\n"
        "1      1       1        0            tanpa-politik-uang  Aceh\n"
    )


@pytest.mark.usefixtures("differing")
def test_wordings_of_a_clause_are_told(kampanye: Command) -> None:
    said = kampanye("rekap", "kiriman", *PER, "--klausul", "tanpa-politik-uang").out.splitlines()
    heads = [re.sub(r"[0-9A-Z]{4}(-[0-9A-Z]{4}){2}", "KODE", line) for line in said if line[:1] != " "]
    assert heads == [
        "tanpa-politik-uang: Tanpa Politik Uang",
        "Bunyi 1 · KODE · 1 naskah · bunyi nasional",
        "Bunyi 2 · KODE · 1 naskah",
        "Dibuang oleh 1 naskah",
    ]
    assert ("  11.01 Kabupaten Aceh Selatan" in said, "    Tanpa [-Politik-] Uang" in said) == (True, True)


@pytest.mark.usefixtures("differing")
def test_wordings_as_json_name_their_regions(kampanye: Command) -> None:
    (said,) = json.loads(kampanye("rekap", "kiriman", *PER, "--klausul", "tanpa-politik-uang", "--json").out)
    assert ([one["wilayah"] for one in said["bunyi"]], said["dibuang_oleh"]) == (
        [["11"], ["11.01"]],
        ["11.02"],
    )


@pytest.mark.usefixtures("differing")
@pytest.mark.parametrize("suffix", [".html", ".txt"])
def test_the_comparison_is_written(suffix: str, kampanye: Command) -> None:
    assert kampanye("rekap", "kiriman", *PER, "--beda", "-o", f"beda{suffix}").code == 0
    assert "[-Politik-]" in Path(f"beda{suffix}").read_text()


@pytest.mark.usefixtures("desk")
def test_a_clause_that_nobody_has_is_told_with_the_nearest(kampanye: Command) -> None:
    ran = kampanye("rekap", "kiriman", *PER, "--klausul", "tanpa-politik-uan")
    assert (ran.code, 'Mungkin maksudnya "tanpa-politik-uang"' in ran.err) == (2, True)


@pytest.mark.usefixtures("desk")
def test_a_recap_as_json_leaves_clauses_to_the_comparison(kampanye: Command) -> None:
    said = json.loads(kampanye("rekap", "kiriman", *PER, "--json").out)
    assert "klausul" not in said["kantor"][0]


def started(*words: str) -> Asked:
    """Return what the terminal program is opened for by a command."""
    kept: list[Asked] = []

    def start(located: object, operator: str, *, recap: Asked) -> int:
        assert (located, operator) == (None, "ani")
        kept.append(recap)
        return 0

    assert run(start, ["--operator", "ani", "rekap", "kiriman", "--layar", *words]) == 0
    (asked,) = kept
    return asked


def test_the_screen_is_opened_for_what_the_command_asks() -> None:
    assert started(*PER, "--provinsi", "Bali", "--keadaan", "ditutup") == Asked(
        (Path("kiriman"),), date(2023, 12, 1), ("Bali",), (Stage.CLOSED,)
    )


def test_the_screen_counts_days_up_to_today_where_nobody_says_otherwise() -> None:
    assert abs(started().day - datetime.now(UTC).date()) <= timedelta(days=1)


def test_the_screen_and_another_form_are_refused_together(kampanye: Command) -> None:
    ran = kampanye("rekap", "kiriman", "--layar", "--csv")
    assert (ran.code, ran.out, "--layar tidak dapat dipakai bersama" in ran.err) == (2, "", True)
