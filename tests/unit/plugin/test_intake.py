"""What a Python pack gives is taken field by field, as if it came from a file."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec
import pytest

from kampanye_tui.api import (
    Addition,
    Agreement,
    Citation,
    Clause,
    ClauseSet,
    ExportFormat,
    Finding,
    Fix,
    FrontMatter,
    Level,
    Margins,
    Overlay,
    Place,
    Region,
    RegionKind,
    Removal,
    Replacement,
    Rule,
    Section,
    Template,
    Term,
    Zone,
)
from kampanye_tui.model.document import Document, Page
from kampanye_tui.plugin.guard import Fault
from kampanye_tui.plugin.intake import Giver, copies

PAPER = Document(
    id="kertas",
    title="Judul",
    author="Uji",
    page=Page(width=210, height=297, top=25, bottom=25, left=30, right=20, size=11.5),
    blocks=(),
)


class Sly(str):
    """A text that could answer differently each time it is asked."""

    __slots__ = ()


def given_rule(**fields: Any) -> Rule:
    """Return a rule, sound but for these fields."""
    return Rule(**{"id": "uji", "level": Level.SUGGESTION, "check": lambda _a, _r: [], **fields})


def given_format(**fields: Any) -> ExportFormat:
    """Return a format, sound but for these fields."""
    return ExportFormat(**{"id": "uji", "label": "Uji", "suffix": ".uji", "write": print, **fields})


def given_template(body: Any = "Isi", file: Any = "uji.md", **fields: Any) -> Template:
    """Return a template, sound but for these fields of its front matter."""
    return Template(front=FrontMatter(**{"id": "uji", "title": "Uji", **fields}), body=body, file=file)


def overlay(**fields: Any) -> Overlay:
    """Return changes to the national set."""
    return Overlay(target="nasional/ringkas", **fields)


def given_set(set_id: str = "uji", **fields: Any) -> ClauseSet:
    """Return a set with one clause, sound but for these fields."""
    clause = Clause(**{"id": "satu", "title": "Satu", "text": "Isi.", **fields})
    return ClauseSet(id=set_id, title="Uji", clauses=(clause,))


def given_region(**fields: Any) -> Region:
    """Return a region, sound but for these fields."""
    sound = {"code": "99", "name": "Uji", "kind": RegionKind.PROVINCE, "province": "Uji", "zone": Zone.WEST}
    return Region(**{**sound, **fields})


WRONG: dict[str, tuple[object, str]] = {
    "rule, id": (given_rule(id="Aturan Uji"), 'teks "Aturan Uji": hanya boleh berisi huruf kecil'),
    "rule, id is a number": (given_rule(id=3), "mengembalikan int, seharusnya teks"),
    "rule, id is a sly text": (given_rule(id=Sly("uji")), "Sly"),
    "rule, level as text": (given_rule(level="saran"), 'aturan "uji" tidak mempunyai tingkat'),
    "rule, check": (given_rule(check=None), 'aturan "uji" tidak mempunyai tingkat atau fungsi check'),
    "rule, citation": (given_rule(citations=[3]), "mengembalikan int, seharusnya Citation"),
    "rule, law of a citation": (
        given_rule(citations=[Citation(law=3, article="1")]),  # type: ignore[arg-type]
        'kunci "sumber": harus berupa teks, tertulis bilangan 3',
    ),
    "format, id": (given_format(id="../uji"), 'teks "../uji": hanya boleh berisi huruf kecil'),
    "format, label is a number": (given_format(label=3), "mengembalikan int, seharusnya teks"),
    "format, label steers": (given_format(label="\x1b[31m"), "U+001B"),
    "format, suffix": (given_format(suffix="uji"), 'akhiran "uji" tidak dapat dipakai'),
    "format, suffix is nothing": (given_format(suffix=None), "mengembalikan NoneType, seharusnya teks"),
    "format, write": (given_format(write=None), 'format "uji" tidak mempunyai fungsi write'),
    "template, id": (given_template(id="a b"), 'kunci "id": hanya boleh berisi huruf kecil'),
    "template, title": (given_template(title=3), 'kunci "judul": harus berupa teks'),
    "template, paper": (given_template(paper="A7"), 'kunci "kertas": "A7" tidak termasuk pilihan'),
    "template, size": (given_template(size=99), 'kunci "ukuran_huruf"'),
    "template, margins": (given_template(margins=Margins(top=0)), 'tabel [margin], kunci "atas"'),
    "template, body": (given_template(body=None), "mengembalikan NoneType, seharusnya teks"),
    "template, file": (given_template(file="a\nb"), "U+000A"),
    "template, unknown directive": (given_template("::: kup\n:::"), 'Mungkin maksudnya "kop"'),
    "template, misused directive": (given_template("a\n\n::: kop kiri\n:::"), "uji/uji.md, baris 3: "),
    "clause, text": (given_set(text=3), '[[klausul]] ke-1 ("satu"), kunci "teks": harus berupa teks'),
    "clause, id": (given_set(id="Satu"), '[[klausul]] ke-1 ("Satu"), kunci "id"'),
    "overlay, target": (Overlay(target="ringkas"), 'kunci "atas": harus berbentuk paket/id'),
    "overlay, addition": (
        overlay(additions=(Addition(id="a", title="A", text=3),)),  # type: ignore[arg-type]
        '[[tambah]] ke-1 ("a"), kunci "teks": harus berupa teks',
    ),
    "overlay, replacement": (
        overlay(replacements=(Replacement(id="a", reason="A", title=3),)),  # type: ignore[arg-type]
        '[[ganti]] ke-1 ("a"), kunci "judul": harus berupa teks',
    ),
    "overlay, removal": (
        overlay(removals=(Removal(id="a", reason=3),)),  # type: ignore[arg-type]
        '[[hapus]] ke-1 ("a"), kunci "alasan": harus berupa teks',
    ),
    "region, code": (given_region(code="9"), 'kunci "kode": bukan kode wilayah'),
    "term, text is a sly text": (Term(name="kata", text=Sly("uji")), "Sly"),
}
"""What is wrong → an item, and how its pack is told."""


def why_not(*given: object) -> str:
    """Return why items are not taken."""
    with pytest.raises(Fault) as fault:
        copies(given, Giver("uji"))
    return str(fault.value)


@pytest.mark.parametrize("what", WRONG)
def test_an_item_with_a_wrong_field_is_not_taken(what: str) -> None:
    item, told = WRONG[what]
    assert told in why_not(item)


TWINS = {
    "rules": given_rule(),
    "formats": given_format(),
    "templates": given_template(),
    "clause sets": given_set(),
}


@pytest.mark.parametrize("what", TWINS)
def test_two_items_of_one_id_are_not_taken(what: str) -> None:
    assert why_not(TWINS[what], TWINS[what]) == 'memberikan "uji" lebih dari satu kali'


def test_items_of_other_ids_are_taken_beside_each_other() -> None:
    assert [made.id for made in copies([given_set("a"), given_set("b")], Giver("uji"))] == ["a", "b"]


def test_a_template_is_placed_and_addressed_by_the_core_alone() -> None:
    sly = msgspec.structs.replace(given_template(), address="nasional/naskah", first_line=99)
    (made,) = copies([sly], Giver("uji"))
    assert (made.address, made.first_line, made.file) == ("", 1, "uji/uji.md")


def found(*findings: object) -> list[Finding]:
    """Return what a rule finds that gives these findings."""
    (rule,) = copies([given_rule(check=lambda _agreement, _reference: findings)], Giver("uji"))
    return list(rule.check(None, None))


def test_what_a_rule_prints_reaches_the_log() -> None:
    def check(_agreement: object, _reference: object) -> list[Finding]:
        print("memeriksa")
        return []

    printed: list[str] = []
    (rule,) = copies([given_rule(check=check)], Giver("uji", log=printed.append))
    rule.check(None, None)
    assert printed == ["memeriksa\n"]


def place(**fields: Any) -> Place:
    """Return a place, sound but for these fields."""
    return Place(**{"section": Section.PARTIES, **fields})


def finding(**fields: Any) -> Finding:
    """Return a finding, sound but for these fields."""
    sound = {"rule": "uji", "level": Level.REQUIRED, "message": "Periksa.", "place": place()}
    return Finding(**{**sound, **fields})


WRONG_FINDINGS = {
    "rule": finding(rule="Uji"),
    "level": finding(level="wajib"),
    "message": finding(message=3),
    "message steers": finding(message="\x1b[31m"),
    "message of two lines": finding(message="a\nb"),
    "place": finding(place=None),
    "section": finding(place=place(section="gudang")),
    "id": finding(place=place(id=3)),
    "key": finding(place=place(field="\u202e")),
    "citation": finding(citations=["UU 7/2017"]),
    "article": finding(citations=[Citation(law="uu-7-2017", article=280)]),  # type: ignore[arg-type]
    "fix": finding(fix="Hapus"),
    "label of a fix": finding(fix=Fix(label=3, apply=lambda one: one)),  # type: ignore[arg-type]
    "function of a fix": finding(fix=Fix(label="Hapus", apply=None)),  # type: ignore[arg-type]
    "a table": {"aturan": "uji"},
}


@pytest.mark.parametrize("what", WRONG_FINDINGS)
def test_a_finding_with_a_wrong_field_becomes_one_about_its_pack(what: str) -> None:
    (told,) = found(WRONG_FINDINGS[what])
    assert (told.level, told.place) == (Level.ATTENTION, Place(section=Section.PACKS, id="uji"))


def test_a_finding_with_a_wrong_field_takes_the_others_of_its_rule_with_it() -> None:
    assert len(found(finding(), finding(message=3))) == 1


def test_a_finding_is_taken_as_it_is() -> None:
    sound = finding(citations=(Citation(law="uu-7-2017", article="280"),))
    assert found(sound) == [sound]


def mended(apply: Any, agreement: Agreement) -> Agreement:
    """Return what the fix of a pack makes of an agreement."""
    (told,) = found(finding(fix=Fix(label="Perbaiki", apply=apply, safe=True)))
    assert told.fix is not None
    return told.fix.apply(agreement)


def test_a_fix_mends(agreement: Agreement) -> None:
    changed = msgspec.structs.replace(agreement, topic="Lain")
    assert mended(lambda _agreement: changed, agreement) == changed


@pytest.mark.parametrize(
    "change",
    [{"topic": 3}, {"topic": "a\u200bb"}, {"parties": ["bawaslu"]}, {"kind": object()}],
    ids=["number as topic", "hidden character", "text as pihak", "unknown kind"],
)
def test_a_fix_that_makes_a_wrong_field_leaves_the_agreement_as_it_is(
    change: dict[str, Any], agreement: Agreement
) -> None:
    assert mended(lambda one: msgspec.structs.replace(one, **change), agreement) is agreement


@pytest.mark.parametrize("safe", [1, "ya", None], ids=repr)
def test_a_fix_is_safe_only_when_it_says_so_outright(safe: Any) -> None:
    (told,) = found(finding(fix=Fix(label="Perbaiki", apply=lambda one: one, safe=safe)))
    assert told.fix is not None
    assert told.fix.safe is False


def test_items_are_copies_of_what_was_given() -> None:
    term = Term(name="kata", text="uji")
    given: Iterable[Term] = copies([term], Giver("uji"))
    assert [one is term for one in given] == [False]
