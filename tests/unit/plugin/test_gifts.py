"""What Python packs give beyond plain data: rules, fixes, formats, templates, overlays."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest

from kampanye_tui.agreement.checks import mend, run
from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.document import Document, Page
from kampanye_tui.model.export_format import ExportOptions
from kampanye_tui.model.finding import Finding, Level
from kampanye_tui.model.problem import Refused
from kampanye_tui.plugin import intake
from kampanye_tui.plugin.library import Library
from tests.unit.plugin.packs import CITY, library, python_pack, status

RULE = """
@hookimpl
def kampanye_rules(region):
    def check(agreement, reference):
        {0}
    return [Rule(id="aturan-uji", level=Level.SUGGESTION, check=check)]
"""
FORMAT = """
@hookimpl
def kampanye_export_formats():
    def write(document, stream, options):
        {0}
    return [ExportFormat(id="{1}", label="Uji", suffix="{2}", write=write)]
"""
FINDING = 'Finding(rule="aturan-uji", level={level}, message={message}, place={place}, fix={fix})'
PAPER = Document(
    id="kertas",
    title="Judul",
    author="Uji",
    page=Page(width=210, height=297, top=25, bottom=25, left=30, right=20, size=11.5),
    blocks=(),
)
GOOD = {
    "level": "Level.SUGGESTION",
    "message": '"Periksa."',
    "place": "Place(section=Section.PACKS)",
    "fix": "None",
}


def with_rule(root: Path, body: str) -> Library:
    """Return a library with a pack whose rule does what ``body`` says."""
    return library(root, python_pack(root, "uji", RULE.format(body), ["kampanye_rules"]))


def found(root: Path, body: str, agreement: Agreement) -> list[Finding]:
    """Return what the rule of a pack finds, every rule of the nation running beside it."""
    made = with_rule(root, body)
    return [one for one in run(agreement, made.reference, made.rules) if one.rule == "aturan-uji"]


def with_format(root: Path, body: str, name: str = "uji", suffix: str = ".uji") -> Library:
    """Return a library with a pack whose format does what ``body`` says."""
    code = FORMAT.format(body, name, suffix)
    return library(root, python_pack(root, "uji", code, ["kampanye_export_formats"]))


def written(of: Library) -> bytes:
    """Return what the format of the pack writes for an empty document."""
    stream = BytesIO()
    of.format("uji").write(PAPER, stream, ExportOptions())
    return stream.getvalue()


def test_a_rule_of_a_pack_finds(tmp_path: Path, agreement: Agreement) -> None:
    given = found(tmp_path, f"yield {FINDING.format(**GOOD)}", agreement)
    assert [finding.message for finding in given] == ["Periksa."]


def test_a_rule_that_raises_becomes_a_finding_that_names_its_pack(
    tmp_path: Path, agreement: Agreement
) -> None:
    given = found(tmp_path, "raise ValueError('rusak')", agreement)
    assert [finding.message for finding in given] == [
        'Aturan "aturan-uji" dari paket uji gagal: ValueError: rusak.'
    ]


def test_a_rule_that_never_ends_becomes_a_finding(
    tmp_path: Path, agreement: Agreement, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(intake, "CHECK_SECONDS", 0.05)
    given = found(tmp_path, "while True: pass", agreement)
    assert "tidak selesai dalam 0.05 detik" in given[0].message


def test_a_rule_that_raises_late_keeps_nothing_of_what_it_found(tmp_path: Path, agreement: Agreement) -> None:
    given = found(tmp_path, f"yield {FINDING.format(**GOOD)}; raise ValueError", agreement)
    assert [finding.level for finding in given] == [Level.ATTENTION]


@pytest.mark.parametrize(
    ("field", "value"),
    [("level", '"gawat"'), ("level", '"saran"'), ("place", "None"), ("message", "3"), ("fix", "3")],
    ids=["unknown level", "level as text", "no place", "number as message", "number as fix"],
)
def test_a_finding_with_a_wrong_field_becomes_one_that_names_its_pack(
    field: str, value: str, tmp_path: Path, agreement: Agreement
) -> None:
    given = found(tmp_path, f"yield {FINDING.format(**{**GOOD, field: value})}", agreement)
    assert "paket uji" in given[0].message


def test_a_fix_that_raises_leaves_the_agreement_as_it_is(tmp_path: Path, agreement: Agreement) -> None:
    fix = 'Fix(label="Perbaiki", apply=lambda agreement: 1 / 0, safe=True)'
    given = found(tmp_path, f"yield {FINDING.format(**{**GOOD, 'fix': fix})}", agreement)
    assert mend(agreement, given) == agreement


def test_a_fix_that_returns_no_agreement_leaves_the_agreement_as_it_is(
    tmp_path: Path, agreement: Agreement
) -> None:
    fix = 'Fix(label="Perbaiki", apply=lambda agreement: None, safe=True)'
    given = found(tmp_path, f"yield {FINDING.format(**{**GOOD, 'fix': fix})}", agreement)
    assert mend(agreement, given) == agreement


def test_a_rule_with_an_id_that_is_none_puts_its_pack_out_of_use(tmp_path: Path) -> None:
    code = RULE.format("return []").replace("aturan-uji", "Aturan Uji")
    made = library(tmp_path, python_pack(tmp_path, "uji", code, ["kampanye_rules"]))
    assert 'teks "Aturan Uji": hanya boleh berisi huruf kecil' in status(made, "uji").reason


def test_a_rule_without_check_puts_its_pack_out_of_use(tmp_path: Path) -> None:
    code = RULE.format("pass").replace("check=check", "check=None")
    made = library(tmp_path, python_pack(tmp_path, "uji", code, ["kampanye_rules"]))
    assert 'aturan "aturan-uji" tidak mempunyai tingkat atau fungsi check' in status(made, "uji").reason


def test_a_format_of_a_pack_writes(tmp_path: Path) -> None:
    assert written(with_format(tmp_path, "stream.write(document.title.encode())")) == b"Judul"


def test_a_format_of_a_pack_is_listed_with_its_pack(tmp_path: Path) -> None:
    assert with_format(tmp_path, "pass").format("uji").label == "Uji (uji)"


@pytest.mark.parametrize(
    "body",
    ["raise ValueError('rusak')", "stream.write('teks')", "import sys; sys.exit()", "stream.close()"],
    ids=["raises", "writes text", "exits", "closes the stream"],
)
def test_a_format_that_fails_is_refused_with_the_name_of_its_pack(body: str, tmp_path: Path) -> None:
    made = with_format(tmp_path, body)
    with pytest.raises(Refused, match=r'^Format "uji" dari paket uji'):
        written(made)


def test_a_format_returns_a_number_of_pages_or_none(tmp_path: Path) -> None:
    made = with_format(tmp_path, "return 'banyak'")
    assert made.format("uji").write(PAPER, BytesIO(), ExportOptions()) is None


@pytest.mark.parametrize("taken", ["pdf", "docx", "html", "teks", "markdown", "json"])
def test_a_format_with_a_taken_id_puts_its_pack_out_of_use(taken: str, tmp_path: Path) -> None:
    made = with_format(tmp_path, "pass", name=taken)
    assert status(made, "uji").reason == f'format "{taken}" sudah ada'


def test_a_format_with_a_taken_id_does_not_take_its_place(tmp_path: Path) -> None:
    assert "uji" not in with_format(tmp_path, "pass", name="pdf").format("pdf").label


def test_of_two_packs_that_offer_one_format_only_the_first_by_level_and_id_is_used(tmp_path: Path) -> None:
    code = FORMAT.format("pass", "uji", ".uji")
    packs = [
        python_pack(tmp_path, name, code, ["kampanye_export_formats"], region=region)
        for name, region in (("a-kota", CITY), ("b-nasional", ""))
    ]
    made = library(tmp_path, *packs)
    assert [made.host.active(pack.name) for pack in packs] == [False, True]


def test_two_formats_of_one_id_in_one_pack_put_it_out_of_use(tmp_path: Path) -> None:
    code = FORMAT.format("pass", "uji", ".uji").replace("return [", "return 2 * [")
    made = library(tmp_path, python_pack(tmp_path, "uji", code, ["kampanye_export_formats"]))
    assert not made.host.active("uji")


@pytest.mark.parametrize("suffix", ["/../../uji", ".a/b"])
def test_a_suffix_that_leaves_the_folder_puts_its_pack_out_of_use(suffix: str, tmp_path: Path) -> None:
    assert not with_format(tmp_path, "pass", suffix=suffix).host.active("uji")


def with_template(root: Path, body: str) -> Library:
    """Return a library with a pack that gives a template."""
    code = "@hookimpl\ndef kampanye_templates(region):\n"
    code += f"    return [Template(front=FrontMatter(id='uji', title='Uji'), body={body!r}, file='uji.md')]\n"
    return library(root, python_pack(root, "uji", code, ["kampanye_templates"]))


def test_a_template_of_a_python_pack_gets_its_address(tmp_path: Path) -> None:
    assert with_template(tmp_path, "Isi").template("uji").address == "uji/uji"


def test_a_template_with_an_unclosed_directive_puts_its_pack_out_of_use(tmp_path: Path) -> None:
    assert (
        "uji/uji.md, baris 1: direktif ini belum ditutup"
        in status(with_template(tmp_path, "::: kop"), "uji").reason
    )


def test_a_template_with_a_hidden_character_puts_its_pack_out_of_use(tmp_path: Path) -> None:
    assert "U+200B" in status(with_template(tmp_path, "a\u200bb"), "uji").reason


@pytest.mark.parametrize(
    ("hook", "given"),
    [
        (
            "kampanye_clause_sets",
            'ClauseSet(id="s", title="S", clauses=(Clause(id="a", title="A", text="{x.y}"),))',
        ),
        (
            "kampanye_clause_overlays",
            'Overlay(target="nasional/ringkas", additions=(Addition(id="a", title="A", text="{x.y}"),))',
        ),
        (
            "kampanye_clause_overlays",
            'Overlay(target="nasional/ringkas", replacements=('
            'Replacement(id="alat-peraga", reason="A", text="{x.y}"),))',
        ),
    ],
    ids=["set", "addition", "replacement"],
)
def test_stray_braces_from_a_python_pack_put_it_out_of_use(hook: str, given: str, tmp_path: Path) -> None:
    code = f"@hookimpl\ndef {hook}(region):\n    return [{given}]\n"
    made = library(tmp_path, python_pack(tmp_path, "uji", code, [hook], region=CITY))
    assert "kurung kurawal" in status(made, "uji").reason
