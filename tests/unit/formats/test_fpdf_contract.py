"""What ``formats/pdf/objects.py`` expects of the private parts of the pinned fpdf2."""

from __future__ import annotations

import inspect
from datetime import UTC, datetime
from importlib.metadata import version
from io import BytesIO

import fpdf
import pytest
from fpdf.enums import FontDescriptorFlags
from fpdf.fonts import PDFFontDescriptor
from fpdf.image_parsing import preload_image
from fpdf.output import (
    CIDSystemInfo,
    OutputProducer,
    PDFFont,
    _build_cmap_blocks,
    _cid_font_widths,
)
from fpdf.syntax import PDFArray, PDFContentStream, PDFObject
from PIL import Image

from kampanye_tui.formats.pdf.default_fonts import default_fonts


def parameters(of: object) -> list[str]:
    return list(inspect.signature(of).parameters)  # type: ignore[arg-type]


def test_fpdf2_is_the_version_that_was_looked_at() -> None:
    assert version("fpdf2") == "2.8.9"


@pytest.mark.parametrize(
    ("of", "names"),
    [
        (
            OutputProducer._add_fonts,
            ["self", "image_objects_per_index", "gfxstate_objs_per_name", "pattern_objs_per_name"],
        ),
        (OutputProducer.bufferize, ["self"]),
        (OutputProducer._out, ["self", "data"]),
        (OutputProducer._add_catalog, ["self"]),
        (OutputProducer._add_pages, ["self", "_slice"]),
        (OutputProducer._iter_pages_in_order, ["self"]),
        (OutputProducer._add_structure_tree, ["self"]),
        (OutputProducer._add_xmp_metadata, ["self"]),
        (OutputProducer._add_document_outline, ["self"]),
        (OutputProducer._add_images, ["self"]),
        (OutputProducer._add_image, ["self", "info"]),
        (PDFFont, ["subtype", "base_font", "encoding", "d_w", "w"]),
        (CIDSystemInfo, []),
        (_build_cmap_blocks, ["entries", "operator"]),
        (_cid_font_widths, ["cid_widths"]),
        (
            PDFFontDescriptor,
            [
                "ascent",
                "descent",
                "cap_height",
                "flags",
                "font_b_box",
                "italic_angle",
                "stem_v",
                "missing_width",
            ],
        ),
    ],
)
def test_a_private_part_takes_what_we_give_it(of: object, names: list[str]) -> None:
    assert parameters(of) == names


@pytest.mark.parametrize(
    ("of", "names"),
    [
        (OutputProducer._add_pdf_obj, ["self", "pdf_obj"]),
        (preload_image, ["image_cache", "name"]),
    ],
)
def test_a_private_part_takes_our_arguments_first(of: object, names: list[str]) -> None:
    assert parameters(of)[: len(names)] == names


def test_a_producer_may_be_given_for_the_output() -> None:
    assert "output_producer_class" in parameters(fpdf.FPDF.output)


class Listener(OutputProducer):
    """Keeps what is written, in order."""

    written: list[bytes]

    def _out(self, data: object) -> None:
        type(self).written.append(bytes(data) if isinstance(data, bytes) else str(data).encode("latin-1"))
        super()._out(data)  # type: ignore[arg-type]


def test_objects_are_written_one_by_one_between_a_header_and_a_table() -> None:
    file = fpdf.FPDF(enforce_compliance="PDF/A-3U")
    file.add_page()
    Listener.written = []
    file.output(output_producer_class=Listener)
    header, *objects, table = Listener.written
    assert (header[:8], table[:4]) == (b"%PDF-1.7", b"xref")
    assert all(b" 0 obj" in one and one.rstrip().endswith(b"endobj") for one in objects)


def test_contents_of_a_page_may_be_several_objects() -> None:
    made = [PDFObject(), PDFObject()]
    for number, one in enumerate(made, 7):
        one.id = number
    assert PDFArray(made).serialize().split() == ["[7", "0", "R", "8", "0", "R]"]


def test_fpdf2_still_gives_glyph_0_a_text() -> None:
    # Why fonts are our own: PDF/A refuses U+0000. When this fails, fpdf2 may do.
    file = fpdf.FPDF(enforce_compliance="PDF/A-3U")
    file.set_compression(False)
    file.add_font("x", fname=str(default_fonts().regular))
    file.set_font("x")
    file.add_page()
    file.cell(text="a")
    assert b"<0000> <0000>" in file.output()


def test_fpdf2_still_takes_the_clock_for_metadata() -> None:
    # Why metadata are our own.
    file = fpdf.FPDF(enforce_compliance="PDF/A-3U")
    file.set_creation_date(datetime(2023, 11, 28, tzinfo=UTC))
    file.add_page()
    assert f'ModifyDate="{datetime.now(UTC):%Y-%m-%d}'.encode() in file.output()


def test_resources_may_be_one_object_for_all_pages() -> None:
    assert fpdf.FPDF().single_resources_object is False


def test_a_picture_is_numbered_from_one_and_stored_only_when_it_is_used() -> None:
    stream = BytesIO()
    Image.new("RGB", (2, 2)).save(stream, "PNG")
    _name, _data, info = preload_image(fpdf.FPDF().image_cache, BytesIO(stream.getvalue()))
    assert (info["i"], "usages" in info) == (1, True)


def test_a_picture_is_a_stream_that_ends_in_a_line_feed_whatever_it_holds() -> None:
    picture = PDFContentStream(b"a\r")
    picture.id = 1
    assert (picture.content_stream(), "stream\na\r\nendstream" in picture.serialize()) == (b"a\r", True)


def test_widths_of_glyphs_are_written_in_runs() -> None:
    assert " ".join(_cid_font_widths({3: 500, 4: 600, 9: 700}).split()) == "[ 3 [ 500 600 ] 9 9 700]"


def test_a_map_to_unicode_is_cut_into_hundreds() -> None:
    assert _build_cmap_blocks(["<0001> <0041>\n"] * 101, "bfchar").split("\n")[0] == "100 beginbfchar"


def test_a_font_has_the_parts_that_we_set() -> None:
    parts = {"descendant_fonts", "to_unicode", "c_i_d_system_info", "font_descriptor", "c_i_d_to_g_i_d_map"}
    assert parts <= set(vars(PDFFont("Type0", "X")))


@pytest.mark.parametrize("flag", ["SYMBOLIC", "FIXED_PITCH", "ITALIC", "FORCE_BOLD"])
def test_a_descriptor_knows_the_flags_that_we_set(flag: str) -> None:
    assert flag in FontDescriptorFlags.__members__
