"""Places to sign: large enough for ink and stamp, never divided, names on one line."""

from __future__ import annotations

import pytest

from kampanye_tui.model.document import Page, SignatureField, SignatureGrid
from kampanye_tui.typeset.boxes import Strip
from kampanye_tui.typeset.page import Glyphs
from kampanye_tui.typeset.signature_blocks import signature_grid
from kampanye_tui.typeset.units import millimetres
from tests.unit.typeset.setting import A4, F4, FAMILY, laid_out, places, said, style

LONG = "Ketua Dewan Pimpinan Daerah merangkap Koordinator Wilayah Pantai Barat dan Kepulauan"
PAPERS = pytest.mark.parametrize("page", [A4, F4], ids=["A4", "F4"])


def field(number: int, *, name: str = "", office: str = "Ketua") -> SignatureField:
    return SignatureField(
        party=f"pihak-{number}",
        caption=f"Partai{number}",
        office=office,
        name=name,
        role="peserta-pemilu",
        ballot_number=number,
    )


def strips(*fields: SignatureField, page: Page = A4, columns: int = 2, heading: str = "") -> list[Strip]:
    grid = SignatureGrid(fields=fields, columns=columns, heading=heading)
    return signature_grid(grid, FAMILY, style(page))


def middle(strip: Strip, word: str) -> int:
    """Return the middle of the line that holds ``word``."""
    line = next(item for item in strip.items if isinstance(item, Glyphs) and word in said((item,)))
    spans = list(places((line,)))
    return (spans[0][0] + spans[-1][1]) // 2


def baseline(strip: Strip, text: str) -> int:
    return next(item.y for item in strip.items if text in said((item,)))


@PAPERS
def test_a_place_is_at_least_75_mm_wide(page: Page) -> None:
    (strip,) = strips(field(1), field(2), page=page)
    assert 2 * middle(strip, "Partai1") >= millimetres(75)


@PAPERS
def test_two_places_of_75_mm_do_not_overlap(page: Page) -> None:
    (strip,) = strips(field(1), field(2), page=page)
    assert middle(strip, "Partai2") - middle(strip, "Partai1") >= millimetres(75)


@PAPERS
def test_the_right_place_ends_at_the_margin(page: Page) -> None:
    (strip,) = strips(field(1), field(2), page=page)
    width = style(page).width
    assert abs(middle(strip, "Partai1") + middle(strip, "Partai2") - width) <= 10


@PAPERS
@pytest.mark.parametrize("office", ["Ketua", LONG], ids=["short", "long"])
def test_a_place_is_at_least_35_mm_tall(page: Page, office: str) -> None:
    (strip,) = strips(field(1, office=office), field(2), page=page)
    assert strip.height >= millimetres(35)


def test_there_is_room_for_ink_below_a_long_office() -> None:
    (strip,) = strips(field(1, office=LONG, name="Nama"), field(2))
    above = max(item.y for item in strip.items if "Kepulauan" in said((item,)))
    assert baseline(strip, "Nama") - above >= millimetres(21)


def test_names_of_a_row_stand_on_one_line() -> None:
    (strip,) = strips(field(1, office=LONG, name="Ani"), field(2, name="Budi"))
    assert baseline(strip, "Ani") == baseline(strip, "Budi")


def test_names_of_a_row_stand_on_one_line_when_one_is_long() -> None:
    (strip,) = strips(field(1, name="Ani"), field(2, name="Budi " + "Sangat Panjang " * 5))
    assert baseline(strip, "Ani") == baseline(strip, "Budi")


def test_the_ballot_number_stands_before_the_party() -> None:
    assert "14. Partai14" in said(strips(field(14))[0].items)


def test_an_institution_has_no_ballot_number() -> None:
    bare = SignatureField(party="polres", caption="Polres", office="Kapolres", name="", role="mengetahui")
    assert said(strips(bare)[0].items).startswith("Polres")


def test_an_empty_name_is_a_dotted_line() -> None:
    below = said(strips(field(1))[0].items).rpartition("Ketua, ")[2]
    assert below.startswith("(....................")
    assert below.endswith("....................)")


def test_the_dotted_line_stays_within_its_place() -> None:
    (strip,) = strips(field(1), field(2))
    dotted = [item for item in strip.items if "..." in said((item,))]
    assert max(end for _start, end, _text in places((dotted[0],))) < style().width // 2


def test_a_name_that_is_known_has_no_dotted_line() -> None:
    assert "..." not in said(strips(field(1, name="Ani"))[0].items)


def test_a_row_that_is_not_full_stands_in_the_middle() -> None:
    assert abs(middle(strips(field(1))[0], "Partai1") - style().width // 2) <= 10


def test_one_column_stands_in_the_middle() -> None:
    grid = strips(field(1), field(2), columns=1)
    assert [abs(middle(strip, "Partai") - style().width // 2) <= 10 for strip in grid] == [True, True]


def test_the_heading_stays_with_the_first_row() -> None:
    heading, first = strips(field(1), heading="Saksi")
    assert (said(heading.items), heading.keep, first.keep) == ("Saksi", True, False)


def test_a_member_without_a_caption_is_named_by_office() -> None:
    bare = SignatureField(party="penyelenggara", caption="", office="Anggota", name="", role="penyelenggara")
    assert said(strips(bare)[0].items).startswith("Anggota,")


@PAPERS
def test_a_place_is_never_divided_with_thirty_signers(page: Page) -> None:
    fields = tuple(field(number, name=f"Nama{number}.", office=LONG[: number * 3]) for number in range(1, 31))
    layout = laid_out(SignatureGrid(fields=fields), page=page)
    for number in range(1, 31):
        holding = [
            (f" Partai{number}" in text, f"Nama{number}." in text)
            for text in (" ".join(said((item,)) for item in one.items) for one in layout.pages)
        ]
        assert (True, True) in holding


@PAPERS
def test_thirty_signers_lie_within_the_body(page: Page) -> None:
    layout = laid_out(SignatureGrid(fields=tuple(field(number) for number in range(1, 31))), page=page)
    bottom = millimetres(page.height - page.bottom)
    lines = [item for one in layout.pages for item in one.items if "(..." in said((item,))]
    assert len(lines) == 30
    assert max(item.y for item in lines) <= bottom


@pytest.mark.parametrize(("signers", "kept"), [(5, [False, True, False]), (6, [False, False, False])])
def test_who_is_left_over_in_the_last_row_does_not_sign_alone_on_a_page(
    signers: int, kept: list[bool]
) -> None:
    assert [strip.keep for strip in strips(*map(field, range(1, signers + 1)))] == kept
