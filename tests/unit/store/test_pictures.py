"""Pictures that an office names: PNG and JPEG of bounded size, everything else a sentence."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO
from pathlib import Path

import pytest
from PIL import ExifTags, Image, ImageCms

from kampanye_tui.model.problem import Refused
from kampanye_tui.store.pictures import LARGEST_FILE, LARGEST_SIDE, PRINTED_SIDE, SENT_SIDE, read_picture


def picture(kind: str, width: int = 40, height: int = 20) -> bytes:
    """Return the file of a red picture."""
    stream = BytesIO()
    Image.new("RGB", (width, height), "red").save(stream, kind)
    return stream.getvalue()


def chunk(name: bytes, content: bytes) -> bytes:
    """Return a chunk of a PNG file."""
    check = zlib.crc32(name + content)
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", check)


def png_that_claims(width: int, height: int) -> bytes:
    """Return a PNG file of a few bytes that says it is this large."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    data = zlib.compress(b"")
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", data) + chunk(b"IEND", b"")


def put(folder: Path, data: bytes) -> Path:
    """Write a file that calls itself a logo."""
    path = folder / "logo.png"
    path.write_bytes(data)
    return path


def refusal(path: Path) -> str:
    """Return why a picture is refused."""
    with pytest.raises(Refused) as refused:
        read_picture(path, "Logo")
    return str(refused.value)


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_png_and_jpeg_are_read_with_their_size(kind: str, tmp_path: Path) -> None:
    read = read_picture(put(tmp_path, picture(kind)), "Logo")
    assert (read.width, read.height) == (40, 20)


def test_a_picture_keeps_its_bytes(tmp_path: Path) -> None:
    assert read_picture(put(tmp_path, picture("PNG")), "Logo").data == picture("PNG")


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_picture_has_no_more_pixels_than_print(kind: str, tmp_path: Path) -> None:
    read = read_picture(put(tmp_path, picture(kind, 2 * PRINTED_SIDE, PRINTED_SIDE)), "Logo")
    with Image.open(BytesIO(read.data)) as reduced:
        assert (reduced.format, reduced.size) == (kind, (PRINTED_SIDE, PRINTED_SIDE // 2))
    assert (read.width, read.height) == (PRINTED_SIDE, PRINTED_SIDE // 2)


def test_a_picture_for_messengers_has_fewer_pixels(tmp_path: Path) -> None:
    path = put(tmp_path, picture("PNG", PRINTED_SIDE, PRINTED_SIDE))
    assert read_picture(path, "Logo", SENT_SIDE).width == SENT_SIDE


@pytest.mark.parametrize("mode", ["P", "1", "L", "RGBA", "I;16"])
def test_a_large_picture_of_any_kind_of_pixels_is_read(mode: str, tmp_path: Path) -> None:
    stream = BytesIO()
    Image.new(mode, (PRINTED_SIDE + 1, 10)).save(stream, "PNG")
    assert read_picture(put(tmp_path, stream.getvalue()), "Logo").width in (PRINTED_SIDE, PRINTED_SIDE + 1)


def test_what_is_seen_through_stays_so_when_a_picture_is_reduced(tmp_path: Path) -> None:
    stream = BytesIO()
    Image.new("P", (2 * PRINTED_SIDE, 10), 0).save(stream, "PNG", transparency=0)
    read = read_picture(put(tmp_path, stream.getvalue()), "Logo")
    with Image.open(BytesIO(read.data)) as reduced:
        assert reduced.convert("RGBA").getpixel((0, 0))[3] == 0


def seen(path: Path) -> tuple[str, tuple[int, int], object]:
    """Return the mode of a picture as it is read, its size, and its colour at the upper left."""
    read = read_picture(path, "Logo")
    with Image.open(BytesIO(read.data)) as opened:
        assert opened.size == (read.width, read.height)
        return opened.mode, opened.size, opened.getpixel((0, 0))


@pytest.mark.parametrize("side", [20, PRINTED_SIDE + 80])
def test_colours_of_a_printing_press_become_those_of_a_screen(side: int, tmp_path: Path) -> None:
    stream = BytesIO()
    Image.new("CMYK", (side, side), (0, 255, 255, 0)).save(stream, "JPEG")
    mode, _size, (red, green, blue) = seen(put(tmp_path, stream.getvalue()))
    assert (mode, red > 200, green < 40, blue < 40) == ("RGB", True, True, True)


@pytest.mark.parametrize("side", [20, PRINTED_SIDE + 80])
def test_fine_greys_are_not_cut_off_to_white(side: int, tmp_path: Path) -> None:
    stream = BytesIO()
    Image.new("I;16", (side, side), 0x4000).save(stream, "PNG")
    mode, _size, grey = seen(put(tmp_path, stream.getvalue()))
    assert (mode, grey) == ("L", 0x40)


@pytest.mark.parametrize(("mode", "colour"), [("RGB", (255, 0, 0)), ("L", 90)])
def test_a_colour_that_stands_for_nothing_is_seen_through(mode: str, colour: object, tmp_path: Path) -> None:
    stream = BytesIO()
    Image.new(mode, (20, 20), colour).save(stream, "PNG", transparency=colour)
    found, _size, shown = seen(put(tmp_path, stream.getvalue()))
    assert (found, shown[-1]) == ("RGBA", 0)  # type: ignore[index]


def test_a_photograph_stands_as_the_camera_was_held(tmp_path: Path) -> None:
    held = Image.Exif()
    held[ExifTags.Base.Orientation] = 6
    stream = BytesIO()
    Image.new("RGB", (40, 20), "red").save(stream, "JPEG", exif=held)
    assert seen(put(tmp_path, stream.getvalue()))[1] == (20, 40)


def test_a_profile_for_other_colours_is_left_out(tmp_path: Path) -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    stream = BytesIO()
    Image.new("L", (20, 20), 90).save(stream, "PNG", icc_profile=profile)
    with Image.open(BytesIO(read_picture(put(tmp_path, stream.getvalue()), "Logo").data)) as opened:
        assert (opened.mode, "icc_profile" in opened.info) == ("L", False)


def test_a_picture_is_reduced_to_the_same_bytes_each_time(tmp_path: Path) -> None:
    path = put(tmp_path, picture("JPEG", 2 * PRINTED_SIDE, PRINTED_SIDE))
    assert read_picture(path, "Logo") == read_picture(path, "Logo")


def test_a_picture_carries_its_words_for_those_who_do_not_see_it(tmp_path: Path) -> None:
    assert read_picture(put(tmp_path, picture("PNG")), "Logo KPU").alternative == "Logo KPU"


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"bukan gambar",
        picture("GIF"),
        picture("BMP"),
        picture("PNG")[:-30],
        picture("JPEG")[:200],
        b"\x89PNG\r\n\x1a\n",
    ],
    ids=["empty", "garbage", "GIF", "BMP", "cut PNG", "cut JPEG", "mark of a PNG"],
)
def test_what_is_no_whole_png_or_jpeg_is_refused(data: bytes, tmp_path: Path) -> None:
    assert refusal(put(tmp_path, data)) == (
        'logo.png: bukan gambar PNG atau JPEG yang utuh. Periksa kunci "logo" pada tabel [kantor].'
    )


def test_a_picture_at_the_limit_is_read(tmp_path: Path) -> None:
    assert read_picture(put(tmp_path, picture("PNG", LARGEST_SIDE, 1)), "Logo").width == PRINTED_SIDE


def test_a_picture_beyond_the_limit_is_refused_with_the_limit(tmp_path: Path) -> None:
    told = refusal(put(tmp_path, picture("PNG", 1, LARGEST_SIDE + 1)))
    assert f"gambar lebih dari {LARGEST_SIDE} piksel pada satu sisi" in told


def test_a_picture_beyond_the_limit_is_not_unpacked_to_find_out(tmp_path: Path) -> None:
    broken = png_that_claims(LARGEST_SIDE + 1, LARGEST_SIDE + 1)
    assert f"gambar lebih dari {LARGEST_SIDE} piksel" in refusal(put(tmp_path, broken))


@pytest.mark.parametrize("side", [LARGEST_SIDE * 3, 60_000], ids=["warned of", "refused by Pillow"])
def test_a_picture_that_claims_to_be_huge_is_refused_without_being_unpacked(
    side: int, tmp_path: Path
) -> None:
    told = refusal(put(tmp_path, png_that_claims(side, side)))
    assert told.startswith(f"logo.png: gambar lebih dari {LARGEST_SIDE} piksel pada satu sisi")


def test_text_that_unpacks_without_end_is_refused(tmp_path: Path) -> None:
    bomb = chunk(b"zTXt", b"Comment\x00\x00" + zlib.compress(bytes(100_000_000)))
    data = picture("PNG")
    assert refusal(put(tmp_path, data[:33] + bomb + data[33:])).startswith("logo.png: ")


def test_a_file_beyond_the_limit_is_refused_unread(tmp_path: Path) -> None:
    with (tmp_path / "logo.png").open("wb") as stream:
        stream.truncate(LARGEST_FILE + 1)
    assert f"gambar lebih besar daripada {LARGEST_FILE} bita" in refusal(tmp_path / "logo.png")


def test_a_missing_file_is_refused_by_its_name(tmp_path: Path) -> None:
    assert refusal(tmp_path / "tiada.png").startswith("tiada.png: tidak ada. Periksa kunci ")


def test_a_folder_is_refused_by_its_name(tmp_path: Path) -> None:
    assert refusal(tmp_path).startswith(f"{tmp_path.name}: bukan berkas. ")


def outcome(path: Path) -> str:
    """Return what becomes of a picture; any error but a refusal fails the test."""
    try:
        read_picture(path, "Logo")
    except Refused:
        return "ditolak"
    return "dibaca"


def test_a_picture_cut_before_its_pixels_is_refused(tmp_path: Path) -> None:
    whole = picture("PNG")
    pixels = whole.index(b"IDAT") + 8
    outcomes = {outcome(put(tmp_path, whole[:cut])) for cut in range(pixels)}
    assert outcomes == {"ditolak"}


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_picture_with_any_byte_changed_is_read_or_refused(kind: str, tmp_path: Path) -> None:
    whole = picture(kind, 4, 4)
    broken = [whole[:at] + bytes([whole[at] ^ 0xFF]) + whole[at + 1 :] for at in range(len(whole))]
    assert {outcome(put(tmp_path, data)) for data in broken} == {"dibaca", "ditolak"}
