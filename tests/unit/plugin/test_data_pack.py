"""Data packs: every kind of file is read, and all that is wrong in all of them is told at once."""

from __future__ import annotations

from inspect import signature
from pathlib import Path

import pytest

from kampanye_tui.model.problem import Problem, Refused
from kampanye_tui.plugin.data_pack import read_pack
from tests.unit.agreement.making import CITY as CITY_REGION
from tests.unit.plugin.packs import data_pack, opened

FILES = {
    "wilayah": (
        "wilayah.csv",
        """\
        kode,nama,jenis,provinsi,zona
        99,Contoh,provinsi,Contoh,WIB
        """,
    ),
    "pemilu": (
        "pemilu.toml",
        """\
        format = 1
        [[pemilu]]
        id = "pemilu-contoh"
        jenis = "pemilu"
        nama = "Pemilihan Umum Contoh"
        singkat = "Pemilu Contoh"
        tahun = 2030
        """,
    ),
    "dasar_hukum": (
        "hukum.csv",
        """\
        id,jenis,nomor,tahun,judul
        perda-1-2020,Perda,1,2020,Ketertiban Umum
        """,
    ),
    "peserta": (
        "peserta.csv",
        """\
        id,pemilu,nomor_urut,nama
        partai-uji,pemilu-contoh,1,Partai Uji
        """,
    ),
    "pihak": (
        "pihak.toml",
        """\
        format = 1
        [[pihak]]
        id = "fkub"
        nama = "Forum Kerukunan Umat Beragama"
        peran = "saksi"
        lembaga = "lainnya"
        jabatan = "Ketua"
        """,
    ),
    "istilah": (
        "istilah.toml",
        """\
        format = 1
        [[istilah]]
        nama = "kata_uji"
        nilai = "uji"
        """,
    ),
    "daerah": (
        "daerah.csv",
        """\
        kode,nama,kepolisian,kata_uji
        36.74,Kota Tangerang Selatan,Kepolisian Resor Uji,
        36.71,Kota Tangerang,Kepolisian Resor Lain,lain
        """,
    ),
    "klausul": (
        "klausul.toml",
        """\
        format = 1
        [kumpulan]
        id = "adat"
        judul = "Adat"
        [[klausul]]
        id = "tertib-adat"
        judul = "Tertib Adat"
        teks = "{peserta} menghormati adat {{setempat}} menurut {@tertib-adat}."
        """,
    ),
    "penyesuaian": (
        "penyesuaian.toml",
        """\
        format = 1
        atas = "nasional/ringkas"
        [[hapus]]
        id = "alat-peraga"
        alasan = "Diatur tersendiri"
        """,
    ),
    "aturan": (
        "aturan.toml",
        """\
        format = 1
        [[aturan]]
        id = "tempat-terisi"
        jenis = "acara"
        tingkat = "wajib"
        syarat = { kunci = ["tempat"] }
        pesan = "{nama} belum diisi."
        """,
    ),
    "templat": (
        "templat.md",
        """\
        +++
        format = 1
        id = "catatan"
        judul = "Catatan"
        +++
        ::: kop
        :::
        Catatan {nama_kantor}.
        """,
    ),
}
"""Key in [isi] → a small file of that kind."""

OFFERED = {
    "wilayah": ("kampanye_regions", "wilayah"),
    "pemilu": ("kampanye_elections", "pemilihan"),
    "dasar_hukum": ("kampanye_legal_basis", "dasar hukum"),
    "peserta": ("kampanye_contestants", "peserta"),
    "pihak": ("kampanye_stakeholders", "calon pihak"),
    "istilah": ("kampanye_terms", "istilah"),
    "daerah": ("kampanye_terms", "istilah daerah"),
    "klausul": ("kampanye_clause_sets", "kumpulan klausul"),
    "penyesuaian": ("kampanye_clause_overlays", "penyesuaian klausul"),
    "aturan": ("kampanye_rules", "aturan"),
    "templat": ("kampanye_templates", "format naskah"),
}
"""Key in [isi] → the hook that offers it, and how the list of packs calls it."""


def with_file(root: Path, kind: str, content: str | bytes) -> Path:
    """Write a pack with one file of a kind."""
    name = FILES[kind][0]
    return data_pack(root, "uji", {kind: name}, {name: content})


def problems(pack: Path) -> tuple[Problem, ...]:
    """Return what is wrong in a pack."""
    with pytest.raises(Refused) as refused:
        read_pack(opened(pack))
    return refused.value.problems


@pytest.mark.parametrize("kind", FILES)
def test_a_file_of_each_kind_is_offered_through_its_hook(kind: str, tmp_path: Path) -> None:
    pack = read_pack(opened(with_file(tmp_path, kind, FILES[kind][1])))
    here = {"region": CITY_REGION}
    hooks = {
        name
        for name in dir(pack)
        if name.startswith("kampanye_")
        and len((hook := getattr(pack, name))(**(here if signature(hook).parameters else {}))) == 1
    }
    assert hooks == {OFFERED[kind][0]}


@pytest.mark.parametrize("kind", FILES)
def test_what_a_pack_adds_is_said_in_words(kind: str, tmp_path: Path) -> None:
    pack = read_pack(opened(with_file(tmp_path, kind, FILES[kind][1])))
    assert pack.adds() == (f"{2 if kind == 'daerah' else 1} {OFFERED[kind][1]}",)


def test_a_pattern_takes_all_files_in_the_order_of_their_names(tmp_path: Path) -> None:
    row = 'format = 1\n[[istilah]]\nnama = "kata_{0}"\nnilai = "{0}"\n'
    pack = data_pack(
        tmp_path,
        "uji",
        {"istilah": "kata/*.toml"},
        {"kata/b.toml": row.format("b"), "kata/a.toml": row.format("a"), "lain.toml": row.format("c")},
    )
    assert [term.text for term in read_pack(opened(pack)).terms] == ["a", "b"]


def test_files_that_no_pattern_names_are_not_read(tmp_path: Path) -> None:
    pack = data_pack(tmp_path, "uji", {}, {"rusak.toml": "bukan toml"})
    assert read_pack(opened(pack)).adds() == ()


def test_all_problems_of_all_files_are_told_at_once(tmp_path: Path) -> None:
    pack = data_pack(
        tmp_path,
        "uji",
        {"istilah": "a.toml", "pihak": "b.toml", "peserta": "c.csv", "aturan": "tidak-ada.toml"},
        {
            "a.toml": 'format = 1\n[[istilah]]\nnama = "Kata"\n',
            "b.toml": "format = 2\n",
            "c.csv": "id,pemilu,nomor_urut,nama\npartai,pemilu-2024,satu,Partai\n",
        },
    )
    files = [problem.file for problem in problems(pack)]
    assert files == ["uji/c.csv", "uji/b.toml", "uji/a.toml", "uji/a.toml", "uji/plugin.toml"]


def test_a_problem_in_a_toml_file_names_file_table_and_row(tmp_path: Path) -> None:
    text = FILES["istilah"][1] + '        [[istilah]]\n        nama = "kata_lain"\n        nlai = "x"\n'
    pack = with_file(tmp_path, "istilah", text)
    assert str(problems(pack)[0]).startswith('uji/istilah.toml, [[istilah]] ke-2 ("kata_lain"): kunci "nlai"')


def test_a_problem_in_a_csv_file_names_file_line_and_column(tmp_path: Path) -> None:
    pack = with_file(tmp_path, "peserta", FILES["peserta"][1].replace(",1,", ",satu,"))
    assert str(problems(pack)[0]).startswith('uji/peserta.csv, baris 2, kolom "nomor_urut":')


def test_a_pattern_without_file_is_a_problem_of_the_manifest(tmp_path: Path) -> None:
    pack = data_pack(tmp_path, "uji", {"istilah": "kata/*.toml"}, {"kata.toml": "format = 1\n"})
    assert [(problem.file, problem.what) for problem in problems(pack)] == [
        ("uji/plugin.toml", 'tidak ada berkas yang cocok dengan "kata/*.toml"')
    ]


def test_a_pattern_cannot_reach_out_of_the_folder(tmp_path: Path) -> None:
    (tmp_path / "luar.toml").write_text(FILES["istilah"][1])
    pack = data_pack(tmp_path, "uji", {"istilah": "../luar.toml"}, {})
    assert "../luar.toml" in problems(pack)[0].what


def test_a_stray_brace_in_a_clause_is_named_with_its_row(tmp_path: Path) -> None:
    pack = with_file(tmp_path, "klausul", FILES["klausul"][1].replace("{peserta}", "{Peserta}"))
    assert str(problems(pack)[0]).startswith(
        'uji/klausul.toml, [[klausul]] ke-1 ("tertib-adat"), kunci "teks": kurung kurawal "{Peserta}"'
    )


def test_a_stray_brace_in_an_added_clause_is_named_with_its_row(tmp_path: Path) -> None:
    text = 'format = 1\natas = "nasional/ringkas"\n[[tambah]]\nid = "a"\njudul = "A"\nteks = "{x.y}"\n'
    pack = with_file(tmp_path, "penyesuaian", text)
    assert '[[tambah]] ke-1 ("a"), kunci "teks"' in str(problems(pack)[0])


def test_a_stray_brace_in_a_replaced_clause_is_named_with_its_row(tmp_path: Path) -> None:
    text = 'format = 1\natas = "nasional/ringkas"\n[[ganti]]\nid = "a"\nalasan = "A"\nteks = "{x.y}"\n'
    pack = with_file(tmp_path, "penyesuaian", text)
    assert '[[ganti]] ke-1 ("a"), kunci "teks"' in str(problems(pack)[0])


def test_an_unclosed_directive_is_named_with_its_line_in_the_file(tmp_path: Path) -> None:
    text = FILES["templat"][1].replace("        :::\n", "")
    pack = with_file(tmp_path, "templat", text)
    assert [(problem.line, problem.what) for problem in problems(pack)] == [(6, "direktif ini belum ditutup")]


def test_an_unknown_kind_of_rule_is_named_with_its_row(tmp_path: Path) -> None:
    pack = with_file(tmp_path, "aturan", FILES["aturan"][1].replace('jenis = "acara"', 'jenis = "acra"'))
    assert str(problems(pack)[0]) == (
        'uji/aturan.toml, [[aturan]] ke-1 ("tempat-terisi"), kunci "jenis": "acra" tidak termasuk pilihan. '
        'Mungkin maksudnya "acara".'
    )


def test_every_wrong_rule_of_a_file_is_told(tmp_path: Path) -> None:
    row = '[[aturan]]\nid = "a{0}"\njenis = "x"\ntingkat = "saran"\npesan = "x"\n'
    pack = with_file(tmp_path, "aturan", "format = 1\n" + row.format(1) + row.format(2))
    assert len(problems(pack)) == 2


def test_two_sets_of_one_id_in_one_pack_are_refused(tmp_path: Path) -> None:
    text = FILES["klausul"][1]
    other = text.replace("tertib-adat", "tertib")
    pack = data_pack(tmp_path, "uji", {"klausul": "k/*.toml"}, {"k/a.toml": text, "k/b.toml": other})
    assert '"adat"' in problems(pack)[0].what


def test_two_templates_of_one_id_in_one_pack_are_refused(tmp_path: Path) -> None:
    text = FILES["templat"][1]
    pack = data_pack(tmp_path, "uji", {"templat": "t/*.md"}, {"t/a.md": text, "t/b.md": text})
    assert '"catatan"' in problems(pack)[0].what


def test_files_from_notepad_and_excel_are_read(tmp_path: Path) -> None:
    text = "id;pemilu;nomor_urut;nama\r\npartai;pemilu-2024;1;Partai Caf\u00e9\r\n".encode("cp1252")
    pack = with_file(tmp_path, "peserta", text)
    assert read_pack(opened(pack)).contestants[0].name == "Partai Café"


@pytest.mark.parametrize(
    ("kind", "content"),
    [
        ("wilayah", b"kode,nama\n99,\x81\n"),
        ("istilah", "format = 1\na = " + "[" * 20_000),
        ("istilah", "format = 1\na = " + "1" * 5_000),
    ],
    ids=["CSV in no known encoding", "lists in lists without end", "a number of 5000 digits"],
)
def test_a_file_that_no_parser_bears_is_refused_not_an_error(
    kind: str, content: str | bytes, tmp_path: Path
) -> None:
    assert problems(with_file(tmp_path, kind, content))[0].file == f"uji/{FILES[kind][0]}"


def test_the_words_of_a_region_are_those_of_its_row(tmp_path: Path) -> None:
    pack = read_pack(opened(with_file(tmp_path, "daerah", FILES["daerah"][1])))
    assert [(term.name, term.text) for term in pack.kampanye_terms(CITY_REGION)] == [
        ("kepolisian", "Kepolisian Resor Uji")
    ]


def test_the_row_of_a_region_stands_over_the_terms_of_its_pack(tmp_path: Path) -> None:
    files = {"d.csv": "kode,kata_uji\n36.74,milik kota\n", "i.toml": FILES["istilah"][1]}
    pack = read_pack(opened(data_pack(tmp_path, "uji", {"daerah": "d.csv", "istilah": "i.toml"}, files)))
    assert [term.text for term in pack.kampanye_terms(CITY_REGION)] == ["milik kota"]


@pytest.mark.parametrize(
    ("head", "key"), [("kode,Kepala Polisi", "kepala polisi"), ("kode,nama,,kata", ""), ("nama,kata", "kode")]
)
def test_a_table_of_regions_names_the_column_that_is_wrong(head: str, key: str, tmp_path: Path) -> None:
    cells = ",".join("36.74" if name == "kode" else "isi" for name in head.split(","))
    told = "\n".join(map(str, problems(with_file(tmp_path, "daerah", f"{head}\n{cells}\n"))))
    assert "daerah.csv" in told
    assert key in told


def test_a_body_that_is_left_out_says_why(tmp_path: Path) -> None:
    row = '[[pihak]]\nid = "dprd"\nikut = false\n'
    (problem,) = problems(with_file(tmp_path, "pihak", f"format = 1\n{row}"))
    assert problem.key == "alasan"


def test_a_body_without_an_office_that_signs_is_refused(tmp_path: Path) -> None:
    row = '[[pihak]]\nid = "lkaam"\nnama = "LKAAM"\n'
    (problem,) = problems(with_file(tmp_path, "pihak", f"format = 1\n{row}"))
    assert problem.key == "jabatan"
