"""The code of a pack read without running it: each fault in a sentence, with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from kampanye_tui.plugin.code_reading import code_problems
from tests.unit.plugin.packs import TERMS, opened, python_pack

ARGUMENT = 'hook "kampanye_terms" tidak mempunyai argumen "wilayah"'
CASES = {
    "syntax": ("def f(:\n", "kode Python ini tidak dapat dibaca (invalid syntax)", 2),
    "misspelt": (TERMS.replace("terms", "termz"), 'hook "kampanye_termz" tidak ada', 4),
    "no mark": (TERMS.replace("@hookimpl", ""), 'fungsi "kampanye_terms" belum bertanda @hookimpl', 4),
    "argument": (TERMS.replace("(region)", "(wilayah)"), ARGUMENT, 4),
    "async": (TERMS.replace("def ", "async def "), 'hook "kampanye_terms" ditulis sebagai async def', 4),
}


def told(root: Path, code: str, hooks: tuple[str, ...] = ("kampanye_terms",)) -> list[tuple[str, int]]:
    """Return what is told of a pack's code, and the line."""
    problems = code_problems(opened(python_pack(root, "uji", code, hooks)))
    return [(problem.what, problem.line) for problem in problems]


@pytest.mark.parametrize("case", CASES)
def test_a_fault_is_told_with_its_line(case: str, tmp_path: Path) -> None:
    code, what, line = CASES[case]
    assert (what, line) in told(tmp_path, code)


@pytest.mark.parametrize("option", ["wrapper", "hookwrapper", "tryfirst", "trylast"])
def test_what_reaches_beyond_the_pack_is_told(option: str, tmp_path: Path) -> None:
    code = TERMS.replace("@hookimpl", f"@hookimpl({option}=True)")
    assert told(tmp_path, code) == [
        (f'hook "kampanye_terms" memakai {option}, yang tidak disediakan bagi paket', 4)
    ]


def test_a_hook_that_is_not_declared_is_told(tmp_path: Path) -> None:
    assert ('hook "kampanye_terms" tidak dinyatakan pada plugin.toml', 4) in told(
        tmp_path, TERMS, ("kampanye_rules",)
    )


def test_a_declared_hook_that_is_not_there_is_told(tmp_path: Path) -> None:
    hooks = ("kampanye_terms", "kampanye_rules")
    assert told(tmp_path, TERMS, hooks) == [
        ('hook "kampanye_rules" dinyatakan, tetapi tidak ada di dalam modul', 0)
    ]


def test_an_argument_with_a_default_may_be_of_a_later_version(tmp_path: Path) -> None:
    assert told(tmp_path, TERMS.replace("(region)", "(region, kelak=None)")) == []


def test_a_module_that_is_not_there_is_told(tmp_path: Path) -> None:
    path = python_pack(tmp_path, "uji", TERMS)
    (path / "modul.py").unlink()
    assert [one.what for one in code_problems(opened(path))] == ['modul "modul" tidak ada di dalam paket']
