"""Templates of packs: what is wrong with a directive is found when the pack is loaded, with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from kampanye_tui.model.problem import Problem, Refused
from kampanye_tui.plugin.data_pack import read_pack
from tests.unit.plugin.packs import data_pack, host, library, opened, python_pack, status

HEAD = '+++\nformat = 1\nid = "catatan"\njudul = "Catatan"\n+++\n'
"""Five lines above the body of a template."""

WRONG = {
    "unclosed": ("::: kop\n", 1, "direktif ini belum ditutup"),
    "closed without being opened": ("Isi.\n\n:::\n", 3, "penutup ::: tanpa pembuka"),
    "without a name": ("::: 3\n:::\n", 1, '"3" bukan nama direktif'),
    "unknown": ("Isi.\n\n::: kup\n:::\n", 3, 'direktif "kup" tidak termasuk pilihan'),
    "unknown inside another": (
        "::: bila ada-saksi\n::: kup\n:::\n:::\n",
        2,
        'direktif "kup" tidak termasuk pilihan',
    ),
    "unknown option": ('::: klausul gya="angka"\n:::\n', 1, 'direktif klausul tidak mengenal "gya"'),
    "argument too many": ("::: kop kiri\n:::\n", 1, 'tulisan "kiri" tidak dikenal di sini'),
    "argument missing": ("::: rata\nIsi.\n:::\n", 1, "sesudah rata masih diperlukan keterangan"),
    "text inside": ("::: kop\nIsi.\n:::\n", 1, "direktif kop tidak berisi teks"),
    "condition missing": ("::: bila\nIsi.\n:::\n", 1, "sesudah bila masih diperlukan keterangan"),
    "address missing": ("::: sisip\n:::\n", 1, "sesudah sisip masih diperlukan keterangan"),
}
"""What is wrong → the body of a template, the line of the body, what is told."""


def with_body(root: Path, body: str) -> Path:
    """Write a data pack with one template."""
    return data_pack(root, "uji", {"templat": "catatan.md"}, {"catatan.md": HEAD + body})


def problems(pack: Path) -> tuple[Problem, ...]:
    """Return what is wrong in a data pack."""
    with pytest.raises(Refused) as refused:
        read_pack(opened(pack))
    return refused.value.problems


@pytest.mark.parametrize("what", WRONG)
def test_a_wrong_directive_of_a_data_pack_is_told_with_file_and_line(what: str, tmp_path: Path) -> None:
    body, line, told = WRONG[what]
    (problem,) = problems(with_body(tmp_path, body))
    assert (problem.file, problem.line, problem.what) == ("uji/catatan.md", 5 + line, told)


@pytest.mark.parametrize("what", WRONG)
def test_a_wrong_directive_of_a_python_pack_is_its_reason(what: str, tmp_path: Path) -> None:
    body, line, told = WRONG[what]
    code = "@hookimpl\ndef kampanye_templates(region):\n"
    code += f"    return [Template(front=FrontMatter(id='c', title='C'), body={body!r}, file='c.md')]\n"
    made = library(tmp_path, python_pack(tmp_path, "uji", code, ["kampanye_templates"]))
    assert f"uji/c.md, baris {line}: {told}" in status(made, "uji").reason


def test_every_wrong_directive_of_a_template_is_told(tmp_path: Path) -> None:
    pack = with_body(tmp_path, "::: kup\n:::\n\n::: kop kiri\n:::\n")
    assert [problem.line for problem in problems(pack)] == [6, 9]


def test_an_unknown_directive_is_answered_with_the_one_that_was_meant(tmp_path: Path) -> None:
    (problem,) = problems(with_body(tmp_path, "::: kup\n:::\n"))
    assert problem.hint == 'Mungkin maksudnya "kop"'


def test_a_pack_with_a_wrong_directive_is_not_used(tmp_path: Path) -> None:
    with_body(tmp_path, "::: kup\n:::\n")
    assert not host(tmp_path).active("uji")


def test_a_template_of_every_directive_used_rightly_is_taken(tmp_path: Path) -> None:
    body = """\
::: kop
:::

::: judul
# Catatan
:::

::: bila ada-saksi
::: tanda-tangan peran="saksi" kolom="2"
:::
:::

::: pasal Maksud dan Tujuan
Isi.
:::

::: klausul gaya="angka"
:::

::: sisip nasional/naskah
:::
"""
    with_body(tmp_path, body)
    assert host(tmp_path).active("uji")
