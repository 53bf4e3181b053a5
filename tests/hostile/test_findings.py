"""What attacks, mutations and fuzzing have found, each as small as it can be."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from rich.segment import Segment
from textual.color import Color

from kampanye_tui.agreement.chain import Chained, added, beginning
from kampanye_tui.agreement.spreadsheet_cell import bare, guarded
from kampanye_tui.attached_sources import read_record
from kampanye_tui.cli.main import run
from kampanye_tui.document.template_body import DEEPEST, frame_of
from kampanye_tui.document.template_file import read_template
from kampanye_tui.model.event import Interrupted
from kampanye_tui.model.own_packs import OwnPacks
from kampanye_tui.model.problem import LONGEST_WORDS, MOST_TOLD, Problem, Refused
from kampanye_tui.model.rows import MOST_COLUMNS, MOST_ROWS, read_rows
from kampanye_tui.model.text import LONGEST, MANY_LINES, ONE_LINE, faults
from kampanye_tui.plugin.folder import DEEPEST as DEEPEST_FOLDER
from kampanye_tui.plugin.folder import read_folder
from kampanye_tui.plugin.unpacking import unpacked
from kampanye_tui.store import bundle_verifier
from kampanye_tui.store.batch_manifest import is_complete, read_manifest
from kampanye_tui.store.history import FOLDER, last, taken_back
from kampanye_tui.tui.harmless import Harmless
from kampanye_tui.typeset.font_file import characters
from tests.hostile.attacks import attacks, zipped
from tests.hostile.entrances import MANIFEST_HEAD, PARSERS, steers
from tests.unit.cli.office import no_screen

NOW = datetime(2023, 11, 28, 9, tzinfo=UTC)


def refused(name: str, data: bytes) -> list[str]:
    """Return what an entrance finds wrong with a file."""
    with pytest.raises(Refused) as caught:
        PARSERS[name](data)
    return [problem.what for problem in caught.value.problems]


def test_a_file_with_very_many_faults_is_left_after_the_first() -> None:
    found = refused(
        "kampanye.toml", b"format = 1\n" + b"x = 1\n[[pihak]]\nx = 1\n" * 1 + b"[[pihak]]\nx=1\n" * 1000
    )
    assert (len(found), found[-1]) == (MOST_TOLD + 1, "masih ada kesalahan lain")


def test_a_table_with_very_many_faults_is_left_after_the_first() -> None:
    found = refused("pihak.csv", b"id;nama\n" + b"A;b\n" * 1000)
    assert (len(found), found[-1]) == (MOST_TOLD + 1, "masih ada kesalahan lain")


def test_a_table_has_a_bound_of_rows() -> None:
    assert refused("pihak.csv", b"id\n" + b"a\n" * (MOST_ROWS + 1)) == ["tabel ini lebih dari 5.000 baris"]


def test_a_table_of_the_most_rows_is_read() -> None:
    assert len(read_rows(OwnPacks, b"nonaktif\n" + b"a\n" * MOST_ROWS, "uji.csv")) == MOST_ROWS


def test_a_table_has_a_bound_of_columns() -> None:
    head = b";".join(b"k%d" % number for number in range(MOST_COLUMNS + 1))
    assert refused("pihak.csv", head) == ["tabel ini lebih dari 300 kolom"]


def test_columns_that_a_spreadsheet_leaves_empty_do_not_count() -> None:
    rows = read_rows(OwnPacks, b"nonaktif" + b";" * 1000 + b"\na" + b";" * 1000, "uji.csv")
    assert [row.off for row in rows] == [("a",)]


def test_words_about_a_key_as_long_as_its_file_are_cut() -> None:
    assert len(str(Problem(what="x" * 100_000, hint="y" * 100_000))) < 2 * LONGEST_WORDS + 10


@pytest.mark.parametrize("kind", [ONE_LINE, MANY_LINES])
def test_a_text_has_a_bound(kind: str) -> None:
    most = LONGEST[kind]
    assert (list(faults("a" * most, kind)), list(faults("a" * (most + 1), kind))) == (
        [],
        [f"paling panjang {most} karakter; tertulis {most + 1}"],
    )


def test_directives_inside_each_other_have_a_bound() -> None:
    head = b'+++\nformat = 1\nid = "uji"\njudul = "uji"\n+++\n'
    deep = read_template(head + b"::: blok\n" * 2000, "uji.md")
    with pytest.raises(Refused, match=f"direktif bersarang lebih dari {DEEPEST} tingkat"):
        frame_of(deep)


def test_a_record_with_a_key_of_many_parts_is_refused_at_once() -> None:
    with pytest.raises(Refused, match=r"cetak\.toml: tidak dapat dibaca"):
        read_record(b"format = 1\na" + b".a" * 500_000 + b" = 1")


def test_a_broken_zip_file_is_called_that() -> None:
    whole = zipped(("uji/plugin.toml", MANIFEST_HEAD.encode()))
    at = whole.index(b"plugin.toml") + len(b"plugin.toml")
    with pytest.raises(Refused, match=r"bukan berkas zip yang utuh \(error\)"):
        unpacked(whole[:at] + b"\xff\xff\xff" + whole[at + 3 :], "uji.zip")


@pytest.mark.parametrize(
    ("attack", "words"),
    [
        ("lzma", "dimampatkan dengan cara yang tidak dibaca di sini"),
        ("a name of 300 characters", "bernama lebih dari 200 karakter"),
        ("a file that is a folder", "uji/a adalah berkas dan juga folder"),
    ],
)
def test_a_zip_file_is_refused_for(attack: str, words: str) -> None:
    with pytest.raises(Refused, match=words):
        unpacked(attacks("zip")[attack], "uji.zip")


def test_folders_inside_each_other_have_a_bound(tmp_path: Path) -> None:
    folder = tmp_path / "uji"
    (folder / Path(*["a"] * (DEEPEST_FOLDER + 2))).mkdir(parents=True)
    with pytest.raises(Refused, match=f"lebih dari {DEEPEST_FOLDER} tingkat"):
        read_folder(folder, "uji")


@pytest.mark.parametrize("name", ["²", "x", "٣"])
def test_a_file_between_earlier_texts_that_is_not_ours_is_passed_over(tmp_path: Path, name: str) -> None:
    (tmp_path / FOLDER).mkdir()
    for suffix in (".toml", ".batal.toml"):
        (tmp_path / FOLDER / f"{name}{suffix}").write_bytes(b"x")
    assert (last(tmp_path, b""), taken_back(tmp_path, b"")) == (None, None)


def test_a_name_with_a_nul_in_a_manifest_is_no_file(tmp_path: Path) -> None:
    (tmp_path / "manifes.jsonl").write_bytes(attacks("jsonl")["a NUL in a name"])
    assert [is_complete(done, tmp_path) for done in read_manifest(tmp_path / "manifes.jsonl")] == [False]


def test_a_fact_with_a_character_that_steers_is_not_recorded() -> None:
    event = Interrupted(number=1, occurred=NOW, recorded=NOW, operator="a\x1b]0;x\x07", reason="x")
    with pytest.raises(Refused, match=r"karakter tak terlihat U\+001B"):
        added(Chained((), beginning("nota")), [event])


def test_a_ledger_whose_hashes_are_true_may_not_steer_either() -> None:
    line = (
        b'{"jenis":"jeda","no":1,"terjadi":"2023-11-28T02:15:00Z","dicatat":"2023-11-28T02:15:00Z",'
        b'"operator":"a\\u001b[2J","alasan":"x"}'
    )
    assert refused("buku.jsonl dirantai", line) == ["catatan pada baris ini memuat karakter tak terlihat"]


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("'=1+1", "''=1+1"),
        (" \t=1+1", " \t'=1+1"),
        ("＝1+1", "'＝1+1"),
        ("KPU,=1+1", "KPU,'=1+1"),
        ("KPU;@SUM(A1)", "KPU;'@SUM(A1)"),
        ("Budi\n-2+3", "Budi\n'-2+3"),
        ("Rp5.000,-", "Rp5.000,-"),
        ("0812-3456", "0812-3456"),
        ("a = b", "a = b"),
    ],
)
def test_a_cell_that_a_spreadsheet_would_work_out_is_text(text: str, cell: str) -> None:
    assert (guarded(text), bare(cell)) == (cell, text)


@pytest.mark.parametrize("attack", ["a map of all numbers", "many maps of all characters"])
def test_a_font_with_a_map_of_more_than_a_font_has_is_not_read(attack: str) -> None:
    assert characters(attacks("ttf")[attack]) is None


def test_a_page_that_unfolds_is_refused() -> None:
    assert refused("halaman.pdf", attacks("pdf")["a page that unfolds"]) == [
        "PDF ini rusak atau terkunci, jadi teksnya tidak dapat dibaca"
    ]


def test_what_a_field_shows_steers_no_terminal() -> None:
    told = [Segment("a\x1b]0;judul\x07b\x9b2J\u202ec\u00add")]
    shown = "".join(one.text for one in Harmless().apply(told, Color(0, 0, 0)))
    assert (shown, len(shown)) == ("a]0;judulb2Jc?d", 15)


def test_what_steers_in_a_line_of_the_program_itself_stays() -> None:
    told = [Segment("\x1b[2J", None, [(1,)])]  # type: ignore[list-item]
    assert Harmless().apply(told, Color(0, 0, 0)) == told


def test_the_verifier_of_outsiders_shows_no_name_as_it_stands(tmp_path: Path) -> None:
    program = tmp_path / "verifikasi.py"
    program.write_bytes(Path(bundle_verifier.__file__).read_bytes())
    (tmp_path / "DAFTAR-SHA256.txt").write_bytes(b"x")
    (tmp_path / "a\x1b]0;judul\x07b").write_bytes(b"x")
    (tmp_path / "naskah.toml").write_bytes(b'id = "a"\n')
    (tmp_path / "buku.jsonl").write_bytes(b"{}\n")
    ran = subprocess.run([sys.executable, program], capture_output=True, text=True, check=False)
    assert (ran.returncode, steers(ran.stdout), "a?]0;judul?b: hilang" in ran.stdout) == (1, "", True)


def test_what_click_says_of_an_argument_steers_no_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    code = run(no_screen, ["daftar", "--x\x1b]0;judul\x07"])
    told = capsys.readouterr()
    assert (code, steers(told.out + told.err), "judul" in told.err) == (2, "", True)
