"""A document → its pages: what cannot be printed, what every page carries, and large documents."""

from __future__ import annotations

import unicodedata
from typing import Any

import msgspec
import pytest

from kampanye_tui.model.document import (
    Align,
    Block,
    Box,
    ClauseBlock,
    Column,
    Entry,
    Form,
    FormField,
    Heading,
    Letterhead,
    Listing,
    PageBreak,
    Paragraph,
    Run,
    SignatureField,
    SignatureGrid,
    Table,
)
from kampanye_tui.model.problem import Problem, Refused
from kampanye_tui.typeset import layout
from kampanye_tui.typeset.layout import lay_out, page_count
from kampanye_tui.typeset.page import Glyphs, Ink, Layout, Page
from kampanye_tui.typeset.style import style_of
from kampanye_tui.typeset.units import millimetres
from tests.unit.typeset.setting import A4, F4, FAMILY, document, laid_out, places, said

changed = msgspec.structs.replace
LOREM = "peserta melaksanakan kampanye secara aman, tertib, dan damai di seluruh wilayah; "


def text(content: str, source: str = "") -> Paragraph:
    return Paragraph(runs=(Run(content),), align=Align.LEFT, source=source)


def signer(
    name: str = "", caption: str = "Partai", party: str = "partai-aceh", office: str = "Ketua"
) -> SignatureGrid:
    field = SignatureField(party=party, caption=caption, office=office, name=name, role="peserta-pemilu")
    return SignatureGrid(fields=(field,))


def problems_of(*blocks: object) -> tuple[Problem, ...]:
    with pytest.raises(Refused) as caught:
        laid_out(*blocks)  # type: ignore[arg-type]
    return caught.value.problems


def texts(layout: Layout) -> list[str]:
    return [said(page.items) for page in layout.pages]


def foot(page: Page) -> list[str]:
    """Return what stands lowest on a page."""
    lowest = max(item.y for item in page.items if isinstance(item, Glyphs))
    return [said((item,)) for item in page.items if isinstance(item, Glyphs) and item.y == lowest]


def edges(layout: Layout) -> tuple[int, int]:
    """Return the furthest left and right that a letter reaches."""
    spans = [place for page in layout.pages for place in places(page.items)]
    return min(start for start, _end, _text in spans), max(end for _start, end, _text in spans)


@pytest.mark.parametrize(
    ("name", "character", "told"),
    [
        ("Ahmad محمد", "م", "U+0645"),
        ("Non\u2011Blok", "\u2011", "U+2011"),
        ("Senyum😀", "😀", "U+1F600"),
    ],
)
def test_a_character_that_a_font_lacks_is_named(name: str, character: str, told: str) -> None:
    assert any(f'"{character}" ({told})' in problem.what for problem in problems_of(signer(name)))


def test_the_word_that_holds_it_is_named() -> None:
    assert 'pada "Non\u2011Blok"' in problems_of(signer("Partai Non\u2011Blok Raya"))[0].what


def test_the_pihak_whose_name_holds_it_is_named() -> None:
    assert problems_of(signer("😀"))[0].what.startswith("pihak partai-aceh: ")


def test_the_document_that_holds_it_is_named() -> None:
    assert problems_of(signer("😀"))[0].file == 'dokumen "Uji"'


def test_all_missing_characters_are_told_at_once() -> None:
    told = problems_of(text("a\u2011b", "klausul satu"), signer("😀"), text("ß", "klausul dua"))
    assert [problem.what.split(":")[0] for problem in told] == [
        "klausul satu",
        "pihak partai-aceh",
        "klausul dua",
    ]


def test_a_word_with_missing_characters_is_told_once() -> None:
    assert len(problems_of(text("محمد علي", "klausul satu"), text("محمد", "klausul dua"))) == 2


def test_further_characters_that_a_word_lacks_are_counted() -> None:
    assert ") dan 2 huruf lain pada " in problems_of(text("محمد", "klausul satu"))[0].what


@pytest.mark.parametrize(
    "block",
    [
        text("😀"),
        Heading(level=1, runs=(Run("😀"),)),
        Listing(
            entries=(Entry(label="a.", runs=(Run("x"),), entries=(Entry(label="1)", runs=(Run("😀"),)),)),)
        ),
        ClauseBlock(id="a", label="Pasal 1", title="😀", entries=()),
        ClauseBlock(id="a", label="Pasal 1", title="x", entries=(Entry(label="", runs=(Run("😀"),)),)),
        Form(fields=(FormField(label="😀"),)),
        Form(fields=(FormField(label="x", value="😀"),)),
        Table(columns=(Column(head="😀"),), rows=()),
        Table(columns=(Column(head="x"),), rows=(((Run("😀"),),),)),
        signer(caption="😀"),
        signer(office="😀"),
        SignatureGrid(fields=(), heading="😀"),
        Letterhead(names=("😀",)),
        Letterhead(names=("x",), address=("😀",)),
        Box(lines=((Run("😀"),),)),
    ],
    ids=lambda block: type(block).__name__,
)
def test_no_part_of_a_document_leaves_a_silent_gap(block: object) -> None:
    assert "U+1F600" in problems_of(block)[0].what


@pytest.mark.parametrize("place", ["foot", "mark"])
def test_furniture_leaves_no_silent_gap(place: str) -> None:
    with pytest.raises(Refused, match="U\\+1F600"):
        laid_out(text("x"), **{place: "😀"})


@pytest.mark.parametrize("space", ["\u2003", "\u2009", "\u202f", "\u3000"])
def test_a_space_that_a_font_lacks_is_named(space: str) -> None:
    assert f"U+{ord(space):04X}" in problems_of(text(f"Partai{space}Aceh"))[0].what


def test_a_missing_letter_that_is_written_as_letter_and_accent_is_named() -> None:
    assert "U+00F1" in problems_of(text("Man\u0303ana"))[0].what


def test_text_with_accents_apart_prints_like_text_with_accented_letters() -> None:
    def printed(content: str) -> list[tuple[int, int, str]]:
        return list(places(laid_out(text(content)).pages[0].items))

    assert printed(unicodedata.normalize("NFD", "Café É dan é")) == printed("Café É dan é")


def test_every_page_counts_itself_among_all() -> None:
    layout = laid_out(text("a"), PageBreak(), text("b"), PageBreak(), text("c"))
    assert [foot(page)[-1] for page in layout.pages] == [f"Halaman {n} dari 3" for n in (1, 2, 3)]


def test_every_page_carries_the_words_of_the_foot() -> None:
    layout = laid_out(text("a"), PageBreak(), text("b"), foot="KONSEP r01 · Naskah")
    assert [foot(page)[0] for page in layout.pages] == ["KONSEP r01 · Naskah"] * 2


def test_every_page_carries_the_mark() -> None:
    layout = laid_out(text("a"), PageBreak(), text("b"), mark="CONTOH")
    assert [said(page.items).count("CONTOH") for page in layout.pages] == [1, 1]


def test_the_mark_stands_above_the_body() -> None:
    (page,) = laid_out(text("a"), mark="CONTOH").pages
    (mark,) = [item for item in page.items if said((item,)) == "CONTOH"]
    assert mark.y < millimetres(A4.top)


def test_the_foot_stands_below_the_body() -> None:
    (page,) = laid_out(text("a")).pages
    rule = min(item.y for item in page.items if isinstance(item, Ink))
    assert rule > millimetres(A4.height - A4.bottom)


def test_a_foot_that_is_too_long_keeps_its_first_words() -> None:
    (page,) = laid_out(text("a"), foot=f"KONSEP r01 · {LOREM * 5}").pages
    words = foot(page)[0]
    assert words.startswith("KONSEP r01 · peserta melaksanakan")
    assert words.endswith(" …")


def test_a_foot_that_is_too_long_does_not_reach_the_page_number() -> None:
    (page,) = laid_out(text("a"), foot=f"KONSEP r01 · {LOREM * 5}").pages
    lowest = max(item.y for item in page.items if isinstance(item, Glyphs))
    words, number = (
        tuple(places((item,))) for item in page.items if isinstance(item, Glyphs) and item.y == lowest
    )
    assert words[-1][1] < number[0][0]


def test_a_document_without_text_still_is_a_page() -> None:
    assert len(laid_out().pages) == 1


@pytest.mark.parametrize(("page", "size"), [(A4, (595_276, 841_890)), (F4, (609_449, 935_433))])
def test_a_layout_is_as_large_as_its_paper(page: object, size: tuple[int, int]) -> None:
    layout = laid_out(text("a"), page=page)
    assert (layout.width, layout.height) == size


def parties(count: int) -> SignatureGrid:
    fields = tuple(
        SignatureField(
            party=f"p{n}",
            caption=f"Partai{n}.",
            office="Ketua",
            name="",
            role="peserta-pemilu",
            ballot_number=n,
        )
        for n in range(1, count + 1)
    )
    return SignatureGrid(fields=fields, heading="Peserta Pemilu")


def test_twenty_four_parties_sign_on_two_pages_of_f4() -> None:
    assert len(laid_out(parties(24), page=F4).pages) == 2


def test_twenty_four_parties_have_a_place_each() -> None:
    whole = " ".join(texts(laid_out(parties(24), page=F4)))
    assert [whole.count(f" Partai{n}.") for n in range(1, 25)] == [1] * 24


def long_clause() -> ClauseBlock:
    ayat = tuple(Entry(label=f"({n})", runs=(Run(f"Ayat{n}. {LOREM * 6}"),)) for n in range(1, 14))
    return ClauseBlock(id="panjang", label="Pasal\u00a03", title="Panjang", entries=ayat)


def test_a_clause_may_run_over_three_pages() -> None:
    layout = laid_out(long_clause(), text("Sesudahnya."))
    assert len(layout.pages) == 3


def test_a_long_clause_keeps_all_its_ayat() -> None:
    whole = "".join(texts(laid_out(long_clause())))
    assert [whole.count(f"Ayat{n}. ") for n in range(1, 14)] == [1] * 13


def test_a_clause_is_a_bookmark_with_its_number() -> None:
    (mark,) = laid_out(long_clause()).pages[0].marks
    assert (mark.anchor.title, mark.anchor.level) == ("Pasal 3 Panjang", 1)


def test_a_clause_in_numbers_indents_its_ayat() -> None:
    block = ClauseBlock(
        id="a", label="3.", title="Judul", centred=False, entries=(Entry(label="a.", runs=(Run("isi"),)),)
    )
    (page,) = laid_out(block).pages
    starts = {word: start for start, _end, word in places(page.items)}
    assert starts["3."] < starts["Judul"] == starts["a."] < starts["isi"]


def test_a_wide_label_pushes_its_text_and_does_not_touch_it() -> None:
    entries = tuple(Entry(label=label, runs=(Run(f"isi{n}"),)) for n, label in enumerate(["a.", "(1000)"]))
    (page,) = laid_out(Listing(entries=entries)).pages
    spans = {word: (start, end) for start, end, word in places(page.items)}
    assert spans["(1000)"][1] < spans["isi1"][0] == spans["isi0"][0]


def test_nothing_reaches_over_the_margins() -> None:
    layout = laid_out(
        Letterhead(names=("KOMISI " * 12,), address=(LOREM,)),
        Heading(level=1, runs=(Run(LOREM * 2),)),
        text("x" * 400),
        long_clause(),
        Form(fields=(FormField(label=LOREM, value=LOREM * 2), FormField(label="Nama"))),
        Table(
            columns=(Column(head="No.", share=1), Column(head="Dipertanggungjawabkan", share=9)),
            rows=(((Run("100000"),), (Run("y" * 300),)),),
        ),
        Box(lines=((Run(LOREM * 2),),)),
        signer(name=LOREM, caption="z" * 90, office=LOREM),
        foot=LOREM * 4,
        mark="CONTOH",
    )
    left, right = edges(layout)
    assert left >= millimetres(A4.left)
    assert right <= millimetres(A4.width - A4.right) + 50


def test_text_of_a_label_over_two_lines_is_read_before_its_value() -> None:
    (page,) = laid_out(Form(fields=(FormField(label=LOREM * 2, value="Nilai"),))).pages
    read = [word for _start, _end, word in places(page.items)]
    assert read.index("Nilai") > read.index("wilayah;")


def test_a_label_of_several_lines_does_not_touch_its_colon() -> None:
    for right in range(20, 30):
        narrow = changed(A4, right=right)
        (page,) = laid_out(Form(fields=(FormField(label="mm " * 40, value="a"),)), page=narrow).pages
        spans = list(places(page.items))
        (colon,) = (start for start, _end, word in spans if word == ":")
        ends = [end for _start, end, word in spans if word == "mm"]
        assert max(ends) <= colon - style_of(narrow).size // 4


@pytest.mark.parametrize(("align", "ragged"), [(Align.JUSTIFY, False), (Align.LEFT, True)])
def test_items_of_a_list_stand_as_it_asks(align: Align, ragged: bool) -> None:
    entries = (Entry(label="1.", runs=(Run(LOREM * 4),)),)
    (page,) = laid_out(Listing(entries=entries, align=align)).pages
    ends: dict[int, int] = {}
    for item in page.text.shares[0].items:
        ends[item.y] = max(ends.get(item.y, 0), max(end for _start, end, _word in places((item,))))
    *full, _last = ends.values()
    assert (max(full) - min(full) > 1_000) is ragged


def bodies(*blocks: Block) -> list[str]:
    """Return the text of each page without what every page carries."""
    return [
        said(tuple(item for share in page.text.shares for item in share.items)).strip()
        for page in laid_out(*blocks).pages
    ]


def test_a_page_break_begins_a_page() -> None:
    assert bodies(text("a"), PageBreak(), text("b")) == ["a", "b"]


def test_page_breaks_leave_no_page_empty() -> None:
    blocks = (PageBreak(), text("a"), PageBreak(), PageBreak(), text("b"), PageBreak())
    assert bodies(*blocks) == ["a", "b"]


def test_what_is_kept_with_the_next_stays_before_its_page_break() -> None:
    kept = Heading(level=1, runs=(Run("a"),))
    assert bodies(kept, PageBreak(), text("b")) == ["a", "b"]


def test_a_place_to_sign_behind_a_page_break_is_counted_from_the_beginning() -> None:
    layout = laid_out(text("a"), PageBreak(), text("b"), PageBreak(), parties(1), PageBreak(), parties(1))
    assert (layout.body, len(layout.pages)) == (2, 4)


def test_shares_name_their_blocks_whatever_breaks_stand_before() -> None:
    layout = laid_out(PageBreak(), text("a"), PageBreak(), PageBreak(), text("b"), text("c"))
    named = [[page.first + share.block for share in page.text.shares] for page in layout.pages]
    assert named == [[1], [4, 5]]


def test_the_text_of_a_page_is_kept_for_the_next_copy() -> None:
    alike = text("b")
    first, second = (laid_out(text(name), PageBreak(), alike).pages for name in "xy")
    assert first[0].text is not second[0].text
    assert first[1].text is second[1].text


def test_pages_are_counted_as_they_are_laid_out() -> None:
    made = document(long_clause(), PageBreak(), text("a"))
    assert page_count(made, FAMILY) == len(lay_out(made, FAMILY).pages)


def test_a_count_sets_only_the_block_that_was_changed(monkeypatch: pytest.MonkeyPatch) -> None:
    first = [text(f"Alinea {number}. {LOREM}") for number in range(40)]
    page_count(document(*first), FAMILY)
    set_anew: list[str] = []
    paragraph = layout.paragraph

    def counted(block: Paragraph, *more: Any) -> Any:
        set_anew.append(block.runs[0].text)
        return paragraph(block, *more)

    monkeypatch.setattr(layout, "paragraph", counted)
    changed = text("Alinea yang baru.")
    page_count(document(*first[:20], changed, *first[21:]), FAMILY)
    assert set_anew == ["Alinea yang baru."]
