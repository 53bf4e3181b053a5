"""What Markdown a template may use, and what stays text."""

from __future__ import annotations

import pytest

from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.document import Heading, Listing, Paragraph, Run
from tests.unit.document.papers import paper, said, tree


def runs_of(agreement: Agreement, body: str) -> tuple[Run, ...]:
    (block,) = paper(agreement, body).blocks
    assert isinstance(block, Paragraph)
    return block.runs


def list_of(agreement: Agreement, body: str) -> list[object]:
    (block,) = paper(agreement, body).blocks
    assert isinstance(block, Listing)
    return tree(block.entries)


@pytest.mark.parametrize(
    ("body", "runs"),
    [
        ("satu **dua**", (Run("satu "), Run("dua", bold=True))),
        ("satu *dua*", (Run("satu "), Run("dua", italic=True))),
        ("satu _dua_", (Run("satu "), Run("dua", italic=True))),
        ("***dua***", (Run("dua", bold=True, italic=True),)),
        ("**satu *dua***", (Run("satu ", bold=True), Run("dua", bold=True, italic=True))),
        ("se**tengah**nya", (Run("se"), Run("tengah", bold=True), Run("nya"))),
    ],
)
def test_signs_of_emphasis_become_bold_and_italic(
    agreement: Agreement, body: str, runs: tuple[Run, ...]
) -> None:
    assert runs_of(agreement, body) == runs


def test_lines_of_a_paragraph_flow_together(agreement: Agreement) -> None:
    assert runs_of(agreement, "satu\ndua\n") == (Run("satu dua"),)


@pytest.mark.parametrize("mark", ["\\", "  "], ids=["backslash", "two spaces"])
def test_a_hard_break_ends_the_line(agreement: Agreement, mark: str) -> None:
    assert runs_of(agreement, f"satu{mark}\ndua\n") == (Run("satu\ndua"),)


@pytest.mark.parametrize(
    "body",
    [
        "<b>tebal</b> <script>x</script>",
        "[tautan](http://contoh.invalid)",
        "![gambar](a.png)",
        "<http://contoh.invalid>",
        "`kode`",
        "&amp; &lt;",
        "| a | b |",
        "---",
        "> kutipan",
        "~~coret~~",
        "1308/PR.08-SD/01/2022",
        "nama_kantor_lama",
        "2 * 3 * 4",
    ],
)
def test_what_papers_do_not_need_is_plain_text(agreement: Agreement, body: str) -> None:
    assert runs_of(agreement, body) == (Run(body),)


def test_indented_text_is_a_paragraph_and_not_code(agreement: Agreement) -> None:
    assert runs_of(agreement, "    satu") == (Run("satu"),)


def test_a_table_is_plain_text(agreement: Agreement) -> None:
    assert runs_of(agreement, "| a |\n|---|\n| b |") == (Run("| a | |---| | b |"),)


def test_a_backslash_takes_the_meaning_from_a_sign(agreement: Agreement) -> None:
    assert runs_of(agreement, r"\*satu\* 1\. \\") == (Run("*satu* 1. \\"),)


def test_doubled_braces_are_braces(agreement: Agreement) -> None:
    assert runs_of(agreement, "{{peserta}}") == (Run("{peserta}"),)


def test_a_numbered_list_is_numbered(agreement: Agreement) -> None:
    assert list_of(agreement, "1. satu\n2. dua\n") == ["1. satu", "2. dua"]


def test_a_list_of_hyphens_is_lettered(agreement: Agreement) -> None:
    assert list_of(agreement, "- satu\n- dua\n") == ["a. satu", "b. dua"]


def test_a_list_in_a_list_stands_below_its_item(agreement: Agreement) -> None:
    assert list_of(agreement, "1. satu\n   - dua\n   - tiga\n2. empat\n") == [
        "1. satu",
        ["a. dua", "b. tiga"],
        "2. empat",
    ]


def test_a_list_goes_on_behind_z_with_aa(agreement: Agreement) -> None:
    listed = list_of(agreement, "- x\n" * 28)
    assert [str(item).split()[0] for item in listed[25:]] == ["z.", "aa.", "ab."]


def test_a_list_that_begins_with_another_number_keeps_it(agreement: Agreement) -> None:
    assert list_of(agreement, "3. satu\n4. dua\n") == ["3. satu", "4. dua"]


def test_an_item_of_several_lines_is_one_item(agreement: Agreement) -> None:
    assert list_of(agreement, "1. satu\n   dua\n2. tiga\n") == ["1. satu dua", "2. tiga"]


@pytest.mark.parametrize("level", [1, 2, 3])
def test_a_heading_keeps_its_level(agreement: Agreement, level: int) -> None:
    (block,) = paper(agreement, f"{'#' * level} Satu\n").blocks
    assert isinstance(block, Heading)
    assert (block.level, said(block.runs)) == (level, "Satu")


def test_a_sentence_that_ends_in_a_colon_stays_with_what_follows(agreement: Agreement) -> None:
    kept = [block.keep for block in paper(agreement, "Rapat dihadiri oleh:\n\nSatu.\n").blocks]
    assert kept == [True, False]
