"""The check of a pack: for each code a broken pack, told at its place; a sound one is told of nothing."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from kampanye_tui.cli.pack_check import everybodys_papers
from kampanye_tui.model.pack import Contents
from kampanye_tui.plugin.code_reading import HOOKS
from kampanye_tui.plugin.pack_check import PackReport, check_pack
from kampanye_tui.plugin.pack_codes import MEANINGS, PackCode
from kampanye_tui.plugin.pack_versions import SINCE
from tests.unit.plugin.broken_packs import BROKEN, overlay
from tests.unit.plugin.packs import TERMS, data_pack, manifest, python_pack, terms_pack, write_files

ROOT = Path(__file__).parent.parent.parent.parent


def checked(path: Path) -> PackReport:
    """Return the report on a pack."""
    return check_pack(path, everybodys_papers)


def codes(path: Path) -> list[PackCode]:
    """Return the codes of what is told of a pack."""
    return [finding.code for finding in checked(path).findings]


@pytest.mark.parametrize("code", PackCode)
def test_every_code_is_met_by_a_pack_at_its_place(code: PackCode, tmp_path: Path) -> None:
    write, file, line, column = BROKEN[code]
    problems = [one.problem for one in checked(write(tmp_path)).findings if one.code is code]
    assert (file or problems[0].file, line, column) in [(one.file, one.line, one.column) for one in problems]


def test_every_code_has_a_meaning() -> None:
    assert list(MEANINGS) == list(PackCode)


def test_a_sound_pack_is_told_of_nothing(tmp_path: Path) -> None:
    assert codes(overlay(tmp_path)) == []


def test_a_finding_says_in_which_regions_it_is_met_and_is_told_once(tmp_path: Path) -> None:
    found = checked(overlay(tmp_path, "Kepada {tidak_ada}.")).findings
    assert [(one.code, len(one.regions)) for one in found] == [(PackCode.PLACEHOLDER, 9)]


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("jangka", 'Isian klausul ini sendiri: "batas_pemberitahuan"'),
        ("batas_pemberitahun", 'Mungkin maksudnya "batas_pemberitahuan"'),
    ],
)
def test_a_changed_wording_is_told_of_the_placeholders_of_its_clause(
    name: str, hint: str, tmp_path: Path
) -> None:
    change = 'format = 1\natas = "nasional/ringkas"\n[[ganti]]\nid = "jadwal-dan-pemberitahuan"\n'
    files = {"ubah.toml": f'{change}alasan = "Rapat"\nteks = "Paling lambat {{{name}}} hari."\n'}
    found = checked(data_pack(tmp_path, "uji", {"penyesuaian": "ubah.toml"}, files, region="36.74")).findings
    assert [one.problem.hint for one in found] == [hint]


def test_each_region_of_a_province_has_a_row(tmp_path: Path) -> None:
    rows = checked(overlay(tmp_path)).rows
    assert [row.region.code for row in rows][:2] == ["36", "36.01"]


def test_a_row_counts_the_clauses_with_the_added_one(tmp_path: Path) -> None:
    assert {row.clauses for row in checked(overlay(tmp_path)).rows} == {11}


def test_what_is_wrong_with_a_manifest_is_told_line_by_line(tmp_path: Path) -> None:
    text = manifest("uji").replace('"1"', "1").replace("wilayah", "wilaya")
    found = checked(write_files(tmp_path / "uji", {"plugin.toml": text})).findings
    lines = [finding.problem.line for finding in found if finding.problem.line]
    assert lines == [3, 6, 9]


def test_a_clause_that_its_set_has_already_is_a_conflict_and_no_missing_target(tmp_path: Path) -> None:
    twice = '\n[[tambah]]\nid = "alat-peraga"\njudul = "Kedua"\nteks = "Teks."\n'
    assert codes(overlay(tmp_path, more=twice)) == [PackCode.CONFLICT]


def test_a_clause_that_a_pack_touches_in_two_files_is_a_conflict(tmp_path: Path) -> None:
    pack = overlay(tmp_path)
    (pack / "lain.toml").write_text((pack / "ubah.toml").read_text())
    told = (pack / "plugin.toml").read_text().replace('["ubah.toml"]', '["*a*.toml"]')
    (pack / "plugin.toml").write_text(told)
    assert codes(pack) == [PackCode.CONFLICT]


def test_a_row_counts_the_cases_of_its_region_that_do_not_hold(tmp_path: Path) -> None:
    case = 'format = 1\n[[kasus]]\nnama = "x"\nwilayah = "36.74"\npemilu = "pemilu-2024"\n'
    files = {"a.toml": f'{case}memuat_klausul = ["tidak-ada"]\n'}
    rows = checked(data_pack(tmp_path, "uji", {"uji": "a.toml"}, files, region="36")).rows
    assert {row.region.code: row.findings for row in rows if row.findings} == {"36.74": 1}


def test_a_set_is_not_blamed_for_clauses_of_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    files = {
        "a.toml": 'format = 1\n[kumpulan]\nid = "a"\njudul = "A"\nurutan = ["satu", "dua"]\n'
        '[[klausul]]\nid = "satu"\njudul = "Satu"\nteks = "Satu."\n',
        "b.toml": 'format = 1\n[[klausul]]\nid = "dua"\njudull = "Dua"\njudul = "Dua"\nteks = "Dua."\n',
    }
    pack = data_pack(tmp_path, "uji", {"klausul": "[ab].toml"}, files, region="36.74")
    assert [one.problem.file for one in checked(pack).findings] == ["uji/b.toml"]


def test_code_is_read_and_not_run(tmp_path: Path) -> None:
    trace = tmp_path / "jejak"
    python_pack(tmp_path, "uji", f"open({str(trace)!r}, 'w')\n{TERMS}")
    assert (codes(tmp_path / "uji"), trace.exists()) == ([], False)


def test_traces_of_running_a_pack_are_told_since_they_change_its_fingerprint(tmp_path: Path) -> None:
    python_pack(tmp_path, "uji", TERMS, files={"__pycache__/modul.cpython-311.pyc": b"x"})
    assert codes(tmp_path / "uji") == [PackCode.UNUSED]


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        (
            "data/dasar-hukum.csv",
            'Sebutkan pada tabel [isi], misalnya dasar_hukum = ["data/dasar-hukum.csv"], '
            "atau hapus berkasnya",
        ),
        (
            "aturan/pawai.toml",
            'Sebutkan pada tabel [isi], misalnya aturan = ["aturan/pawai.toml"], atau hapus berkasnya',
        ),
        ("catatan/rapat.toml", "Sebutkan pada tabel [isi], atau hapus berkasnya"),
    ],
)
def test_a_file_that_nothing_reads_is_told_with_the_line_that_would_name_it(
    name: str, hint: str, tmp_path: Path
) -> None:
    path = terms_pack(tmp_path, "uji", "kata_uji", "uji", region="36.74")
    (finding,) = checked(write_files(path, {name: "format = 1\n"})).findings
    assert finding.problem.hint == hint


OVERLAY = 'format = 1\natas = "nasional/{0}"\n[[hapus]]\nid = "{1}"\nalasan = "Diatur tersendiri"\n'


@pytest.mark.parametrize(
    ("clause_set", "clause", "hint"),
    [
        ("ringkas", "alat-perag", 'Mungkin maksudnya "alat-peraga"'),
        ("ringkass", "alat-peraga", 'Mungkin maksudnya "nasional/ringkas"'),
    ],
)
def test_a_target_that_there_is_not_is_told_with_the_one_that_was_meant(
    clause_set: str, clause: str, hint: str, tmp_path: Path
) -> None:
    files = {"u.toml": OVERLAY.format(clause_set, clause)}
    path = data_pack(tmp_path, "uji", {"penyesuaian": "u.toml"}, files, region="36.74")
    assert [one.problem.hint for one in checked(path).findings] == [hint]


def test_a_file_for_people_is_no_finding(tmp_path: Path) -> None:
    path = terms_pack(tmp_path, "uji", "kata_uji", "uji", region="36")
    assert codes(write_files(path, {"BACA-SAYA.md": "x", "LICENSE": "x"})) == []


def test_the_id_of_the_national_pack_is_taken(tmp_path: Path) -> None:
    assert codes(terms_pack(tmp_path, "nasional", "kata_uji", "uji")) == [PackCode.CONFLICT]


def test_every_key_and_hook_says_since_when_it_is_known() -> None:
    keys = [field.encode_name for field in msgspec.structs.fields(Contents)]
    assert set(SINCE) == {*keys, *HOOKS}


@pytest.mark.parametrize("pack", sorted(path.name for path in (ROOT / "plugins").iterdir() if path.is_dir()))
@pytest.mark.penuh
def test_the_packs_of_the_project_are_told_of_nothing(pack: str) -> None:
    assert checked(ROOT / "plugins" / pack).findings == ()
