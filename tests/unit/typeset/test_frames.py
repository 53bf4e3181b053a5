"""Places to sign in frames and at a side, stamps, marks, feet, and rows that are written on by hand."""

from __future__ import annotations

import pytest

from kampanye_tui.model.document import (
    Align,
    Column,
    Form,
    FormField,
    Furniture,
    Page,
    Paragraph,
    Run,
    SignatureField,
    SignatureGrid,
    Table,
)
from kampanye_tui.typeset.boxes import Strip
from kampanye_tui.typeset.page import Glyphs, Ink, Item
from kampanye_tui.typeset.signature_blocks import signature_grid
from kampanye_tui.typeset.table_blocks import table
from kampanye_tui.typeset.text_blocks import form
from kampanye_tui.typeset.units import millimetres
from tests.unit.typeset.setting import A4, FAMILY, laid_out, places, said, style

A2 = Page(width=594, height=420, top=12, bottom=15, left=15, right=15, size=14)
SMALL = Page(width=320, height=180, top=10, bottom=10, left=18, right=18, size=24)


def fields(count: int, caption: str = "Partai") -> tuple[SignatureField, ...]:
    return tuple(
        SignatureField(party="x", caption=f"{caption}{n}", office="Ketua", name="Ani", role="saksi")
        for n in range(1, count + 1)
    )


def strips(count: int, page: Page = A4, **form: object) -> list[Strip]:
    return signature_grid(SignatureGrid(fields=fields(count), **form), FAMILY, style(page))


def inks(items: tuple[Item, ...]) -> list[Ink]:
    return [item for item in items if isinstance(item, Ink)]


def frame(strip: Strip) -> tuple[int, int]:
    """Return width and height of the first frame of a strip."""
    top, bottom, _left, right = inks(strip.items)[:4]
    return right.x - top.x, bottom.y - top.y


def lowest(items: tuple[Item, ...]) -> int:
    return max(item.y for item in items if isinstance(item, Glyphs))


def text_of(items: tuple[Item, ...]) -> str:
    return said(items)


def test_a_framed_place_is_80_by_60_mm_in_six_columns_of_a_board() -> None:
    (strip,) = strips(6, A2, columns=6, height=60, framed=True)
    width, height = frame(strip)
    assert (width >= millimetres(80), height >= millimetres(60)) == (True, True)


def test_a_framed_place_names_the_party_above_the_frame() -> None:
    (strip,) = strips(1, columns=1, height=60, framed=True)
    assert lowest(strip.items) <= inks(strip.items)[0].y


def test_a_framed_place_names_no_person() -> None:
    (strip,) = strips(1, columns=1, height=60, framed=True)
    assert text_of(strip.items) == "Partai1"


def test_captions_of_one_line_stand_by_their_frames() -> None:
    two = (fields(1, "Partai dengan nama yang panjang sekali sehingga berbaris dua ")[0], fields(1)[0])
    (strip,) = signature_grid(SignatureGrid(fields=two, framed=True, height=40), FAMILY, style())
    assert (
        text_of((max((i for i in strip.items if isinstance(i, Glyphs)), key=lambda i: (i.y, i.x)),))
        == "Partai1"
    )


def test_a_frame_without_a_height_has_room_for_ink() -> None:
    (strip,) = strips(1, framed=True)
    assert frame(strip)[1] == millimetres(21)


def test_a_place_can_be_taller_than_usual() -> None:
    assert strips(1, height=60)[0].height == millimetres(60)


def test_a_place_is_never_lower_than_35_mm() -> None:
    assert strips(1, height=5)[0].height >= millimetres(35)


@pytest.mark.parametrize(("align", "side"), [(Align.LEFT, 0), (Align.RIGHT, 1)])
def test_one_place_can_stand_at_a_side(align: Align, side: int) -> None:
    (strip,) = strips(1, align=align)
    starts = [start for start, _end, _text in places(strip.items)]
    assert (min(starts) >= style().width // 2) == bool(side)


def test_the_heading_stands_over_a_place_at_a_side() -> None:
    heading, _first = strips(1, align=Align.RIGHT, heading="Mengetahui")
    assert min(start for start, _end, _text in places(heading.items)) >= style().width // 2


def test_a_stamp_has_a_frame_beside_the_first_ink() -> None:
    first, second = strips(4, stamp="Meterai")
    assert (len(inks(first.items)), len(inks(second.items))) == (4, 0)


def test_a_stamp_is_named_in_its_frame() -> None:
    assert "Meterai" in text_of(strips(1, stamp="Meterai")[0].items)


def test_a_last_row_stays_with_the_row_before_it() -> None:
    assert [strip.keep for strip in strips(5)] == [False, True, False]


def test_the_body_begins_below_a_mark_of_large_letters() -> None:
    (page,) = laid_out(Paragraph(runs=(Run("Isi"),)), page=SMALL, mark="CONTOH").pages
    mark = next(item for item in page.items if "CONTOH" in said((item,)))
    body = next(item for item in page.items if "Isi" in said((item,)))
    assert body.y - mark.y > 20_000


def test_the_body_ends_above_the_foot() -> None:
    lines = tuple(Paragraph(runs=(Run("Isi"),)) for _ in range(60))
    first = laid_out(*lines, page=SMALL).pages[0]
    rule = min(item.y for item in first.items if isinstance(item, Ink))
    assert max(item.y for item in first.items if said((item,)).startswith("Isi")) < rule


def test_a_foot_without_words_prints_nothing() -> None:
    furniture = Furniture(numbered=False)
    (page,) = laid_out(Paragraph(runs=(Run("Isi"),)), furniture=furniture).pages
    assert said(page.items) == "Isi"


def test_a_foot_that_is_not_numbered_counts_no_single_page() -> None:
    furniture = Furniture(foot="Papan", numbered=False)
    (page,) = laid_out(Paragraph(runs=(Run("Isi"),)), furniture=furniture).pages
    assert said(page.items) == "IsiPapan"


def test_a_foot_that_is_not_numbered_counts_several_pages() -> None:
    furniture = Furniture(foot="Papan", numbered=False)
    lines = tuple(Paragraph(runs=(Run("Isi"),)) for _ in range(90))
    assert "Halaman 2 dari" in said(laid_out(*lines, furniture=furniture).pages[1].items)


@pytest.mark.parametrize(("height", "whole"), [(11, False), (12, True)])
def test_rows_with_room_for_a_hand_are_never_divided(height: int, whole: bool) -> None:
    rows = table(
        Table(columns=(Column(head="A"),), rows=(((Run("a"),),),), row_height=height), FAMILY, style()
    )
    assert rows[1].whole is whole


def test_values_that_are_known_stand_closer_than_lines_to_be_filled() -> None:
    known = form(
        Form(fields=(FormField(label="A", value="a"), FormField(label="B", value="b"))), FAMILY, style()
    )
    empty = form(Form(fields=(FormField(label="A"), FormField(label="B"))), FAMILY, style())
    assert known[1].before < empty[1].before


def test_a_numbered_line_has_no_colon() -> None:
    (strip,) = form(Form(fields=(FormField(label="1."),)), FAMILY, style())
    assert ":" not in strip.text


def test_a_value_below_a_line_to_be_filled_leaves_room_for_the_hand() -> None:
    mixed = form(Form(fields=(FormField(label="A"), FormField(label="B", value="b"))), FAMILY, style())
    assert mixed[1].before == style().gap
