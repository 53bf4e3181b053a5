"""The body of a template: directives with their faults and lines."""

from __future__ import annotations

import pytest

from kampanye_tui.document.template_body import frame_of
from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.problem import Refused
from tests.unit.document.papers import FILE, FIRST, paper, problem_of, template, texts

FAULTS = {
    "unclosed directive": ("Satu.\n\n::: judul\nDua\n", 3, "direktif ini belum ditutup"),
    "unclosed inside a closed one": (
        "::: bila konsep\n::: judul\nDua\n:::\n",
        1,
        "direktif ini belum ditutup",
    ),
    "stray closing": ("Satu.\n:::\n", 2, "penutup ::: tanpa pembuka"),
    "not a name": ("\n::: Kop!\n:::\n", 2, '"Kop!" bukan nama direktif'),
    "unknown directive": ("\n\n::: kopp\n:::\n", 3, 'direktif "kopp" tidak termasuk pilihan'),
    "unknown inside a condition": (
        "::: bila konsep\nSatu.\n\n::: kopp\n:::\n:::\n",
        4,
        'direktif "kopp" tidak termasuk pilihan',
    ),
    "unknown option": (
        '\n::: daftar-pihak perann="saksi"\n:::\n',
        2,
        'direktif daftar-pihak tidak mengenal "perann"',
    ),
    "option of a directive without any": (
        '::: kop peran="saksi"\n:::\n',
        1,
        'direktif kop tidak mengenal "peran"',
    ),
    "missing title": ("\n::: pasal\nIsi.\n:::\n", 2, "sesudah pasal masih diperlukan keterangan"),
    "argument where none may be": ("\n::: kop besar\n:::\n", 2, 'tulisan "besar" tidak dikenal di sini'),
    "option without quotes": (
        "::: daftar-pihak peran=saksi\n:::\n",
        1,
        'tulisan "peran=saksi" tidak dikenal di sini',
    ),
    "option in curly quotes": (
        "\n::: daftar-pihak peran=“saksi”\n:::\n",
        2,
        "tanda petik lengkung “ tidak dapat dipakai di sini",
    ),
    "text where none may be": ("\n::: kop\nTeks\n:::\n", 2, "direktif kop tidak berisi teks"),
    "text in a page break": ("::: halaman-baru\nTeks\n:::\n", 1, "direktif halaman-baru tidak berisi teks"),
    "directive in a directive": ("::: pasal A\nIsi.\n\n::: kop\n:::\n:::\n", 4, "di dalam pasal"),
    "unknown condition": ("\n::: bila ada-saks\nX\n:::\n", 2, 'syarat "ada-saks" tidak termasuk pilihan'),
    "condition without a name": ("::: bila\nX\n:::\n", 1, "sesudah bila masih diperlukan keterangan"),
    "unknown template": ("\n::: sisip paket/lain\n:::\n", 2, 'templat "paket/lain" tidak termasuk pilihan'),
    "unknown role": (
        '\n::: daftar-pihak peran="saksi, hakim"\n:::\n',
        2,
        'peran "hakim" tidak termasuk pilihan',
    ),
    "unknown signers": ('\n::: tanda-tangan oleh="semua"\n:::\n', 2, 'oleh "semua" tidak termasuk pilihan'),
    "unknown number of columns": ('\n::: tanda-tangan kolom="13"\n:::\n', 2, 'kolom="13"'),
    "unknown side": ("\n::: rata atas\nX\n:::\n", 2, '"atas" tidak termasuk pilihan'),
    "unknown style of clauses": ('\n::: klausul gaya="romawi"\n:::\n', 2, "romawi"),
    "unknown style of a pasal": ('\n::: pasal A gaya="romawi"\nIsi.\n:::\n', 2, "gaya"),
    "list in a title": ("::: judul\n# Satu\n\n- dua\n:::\n", 4, "di dalam judul hanya boleh ada teks"),
    "list in a frame": ("::: kotak\nSatu\n\n- dua\n:::\n", 4, "hanya boleh ada baris teks"),
    "list in a form": ("::: isian\n- Nama:\n:::\n", 2, "hanya boleh ada baris teks"),
    "pasal that begins with a list": ("::: pasal A\n- satu\n:::\n", 2, "di dalam pasal"),
    "huruf with two paragraphs": ("::: pasal A\nIsi:\n\n- satu\n\n  dua\n:::\n", 4, "satu alinea"),
    "item with two paragraphs": ("1. satu\n\n   dua\n", 3, "satu alinea dan daftar"),
    "item without text": ("\n1. - satu\n", 2, "dimulai dengan teks"),
}


@pytest.mark.parametrize(("body", "line", "what"), FAULTS.values(), ids=FAULTS)
def test_a_fault_is_refused_with_its_words(agreement: Agreement, body: str, line: int, what: str) -> None:
    assert what in problem_of(agreement, body).what


@pytest.mark.parametrize(("body", "line", "what"), FAULTS.values(), ids=FAULTS)
def test_a_fault_is_refused_with_its_file_and_line(
    agreement: Agreement, body: str, line: int, what: str
) -> None:
    problem = problem_of(agreement, body)
    assert (problem.file, problem.line) == (FILE, FIRST + line - 1)


@pytest.mark.parametrize(
    "body",
    [
        "::: sisip paket/lain\nTeks\n:::\n",
        "::: hadirin\n- satu\n- dua\n:::\n",
        "::: hadirin\n::: kop\n:::\n:::\n",
    ],
    ids=["text in sisip", "list in hadirin", "directive in hadirin"],
)
def test_what_a_directive_cannot_use_is_refused_rather_than_dropped(agreement: Agreement, body: str) -> None:
    with pytest.raises(Refused):
        paper(agreement, body, templates={"paket/lain": template("Isi.", name="lain")})


@pytest.mark.parametrize(
    ("body", "near"),
    [
        ("::: kopp\n:::\n", '"kop"'),
        ('::: daftar-pihak perann="saksi"\n:::\n', '"peran"'),
        ("::: bila ada-saks\nX\n:::\n", '"ada-saksi"'),
        ("::: rata\nX\n:::\n", "kanan"),
    ],
    ids=["directive", "option", "condition", "side"],
)
def test_the_hint_names_what_may_be_meant(agreement: Agreement, body: str, near: str) -> None:
    assert near in problem_of(agreement, body).hint


def test_all_faults_of_the_directives_are_told_at_once() -> None:
    with pytest.raises(Refused) as caught:
        frame_of(template(":::\n\n::: Kop!\n:::\n\n::: judul\n"))
    assert [problem.line for problem in caught.value.problems] == [6, 8, 11]


def test_a_fault_shows_the_line_as_it_stands() -> None:
    with pytest.raises(Refused) as caught:
        frame_of(template("::: judul tengah\nX\n"))
    assert caught.value.problems[0].excerpt == "::: judul tengah"


def test_four_colons_are_text(agreement: Agreement) -> None:
    assert list(texts(paper(agreement, ":::: kop\n").blocks)) == [":::: kop"]


def test_a_directive_may_stand_in_a_condition(agreement: Agreement) -> None:
    body = "::: bila konsep\n::: rata kanan\nSatu\n:::\n:::\nDua\n"
    assert list(texts(paper(agreement, body).blocks)) == ["Satu", "Dua"]
