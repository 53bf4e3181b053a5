"""What is told of a template when its pack is loaded, before any paper is made of it."""

from __future__ import annotations

import pytest

from kampanye_tui.document.template_check import check_template
from kampanye_tui.model.problem import Refused
from tests.unit.document.papers import FILE, template


def told(body: str) -> list[tuple[int, str]]:
    """Return line and words of each problem."""
    with pytest.raises(Refused) as caught:
        check_template(template(body))
    return [(problem.line, problem.what) for problem in caught.value.problems]


@pytest.mark.parametrize(
    ("body", "line", "what"),
    [
        ("\n::: kopp\n:::\n", 7, 'direktif "kopp" tidak termasuk pilihan'),
        ("::: kop besar\n:::\n", 6, 'tulisan "besar" tidak dikenal di sini'),
        ('::: klausul gya="angka"\n:::\n', 6, 'direktif klausul tidak mengenal "gya"'),
        ("::: kop\nTeks\n:::\n", 6, "direktif kop tidak berisi teks"),
        ("::: pasal\nIsi.\n:::\n", 6, "sesudah pasal masih diperlukan keterangan"),
        ("::: rata\nIsi.\n:::\n", 6, "sesudah rata masih diperlukan keterangan"),
        ("::: bila\nIsi.\n:::\n", 6, "sesudah bila masih diperlukan keterangan"),
        ("::: sisip\n:::\n", 6, "sesudah sisip masih diperlukan keterangan"),
        ("::: sisip paket/lain\nTeks\n:::\n", 6, "direktif sisip tidak berisi teks"),
        ("::: bila final\n::: kopp\n:::\n:::\n", 7, 'direktif "kopp" tidak termasuk pilihan'),
        ("::: judul\n# Satu\n", 6, "direktif ini belum ditutup"),
    ],
)
def test_a_directive_misused_is_told_with_its_line(body: str, line: int, what: str) -> None:
    assert told(body) == [(line, what)]


def test_all_misuses_are_told_at_once() -> None:
    assert [line for line, _what in told("::: kopp\n:::\n\n::: kop besar\n:::\n")] == [6, 9]


def test_a_misuse_is_told_with_its_file() -> None:
    with pytest.raises(Refused) as caught:
        check_template(template("::: kopp\n:::\n"))
    assert caught.value.problems[0].file == FILE


def test_what_is_missing_is_shown_by_an_example() -> None:
    with pytest.raises(Refused) as caught:
        check_template(template("::: rata\nIsi.\n:::\n"))
    assert caught.value.problems[0].hint == "Contoh: ::: rata kanan"


def test_a_template_without_faults_is_taken() -> None:
    check_template(template("::: kop\n:::\n\n::: bila final\n::: sisip paket/lain\n:::\n:::\n\nIsi.\n"))
