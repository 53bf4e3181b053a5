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
from fpdf.outline import OutlineSection
from fpdf.output import (
    CIDSystemInfo,
    OutputProducer,
    PDFFont,
    PDFFontStream,
    PDFInfo,
    _build_cmap_blocks,
    _cid_font_widths,
)
from fpdf.syntax import DestinationXYZ, PDFContentStream
from PIL import Image


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
        (OutputProducer._add_info, ["self"]),
        (PDFFont, ["subtype", "base_font", "encoding", "d_w", "w"]),
        (PDFFontStream, ["contents"]),
        (PDFContentStream, ["contents", "compress"]),
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
        (OutlineSection, ["name", "level", "page_number", "dest"]),
        (DestinationXYZ, ["page", "top"]),
        (preload_image, ["image_cache", "name"]),
    ],
)
def test_a_private_part_takes_our_arguments_first(of: object, names: list[str]) -> None:
    assert parameters(of)[: len(names)] == names


def test_a_producer_may_be_given_for_the_output() -> None:
    assert "output_producer_class" in parameters(fpdf.FPDF.output)


def test_a_page_has_contents_that_can_be_replaced() -> None:
    file = fpdf.FPDF(unit="pt", format=(100, 100))
    file.add_page()
    file.pages[file.page].contents[:] = b"0 g\n"
    assert file.pages[1].contents == bytearray(b"0 g\n")


def test_the_outline_is_a_list() -> None:
    assert fpdf.FPDF()._outline == []


def test_resources_may_be_one_object_for_all_pages() -> None:
    assert fpdf.FPDF().single_resources_object is False


def test_a_picture_is_numbered_from_one_and_stored_only_when_it_is_used() -> None:
    stream = BytesIO()
    Image.new("RGB", (2, 2)).save(stream, "PNG")
    _name, _data, info = preload_image(fpdf.FPDF().image_cache, BytesIO(stream.getvalue()))
    assert (info["i"], "usages" in info) == (1, True)


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


def test_a_file_may_have_no_creation_date() -> None:
    now = datetime(2023, 11, 28, tzinfo=UTC)
    assert "creation_date" in vars(PDFInfo("t", None, None, None, None, None, now))  # type: ignore[arg-type]
