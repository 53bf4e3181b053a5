"""Reading the pictures that an office names: PNG or JPEG, of bounded size, with no more pixels than print."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from kampanye_tui.model.document import Picture
from kampanye_tui.model.problem import refuse
from kampanye_tui.store.plain_file import plain_bytes

if TYPE_CHECKING:
    from PIL.Image import Image as Opened

LARGEST_FILE = 4 * 1024 * 1024
LARGEST_SIDE = 4000
"""Pixels of a picture that is still read."""
PRINTED_SIDE = 520
"""Pixels that 22 mm need at 600 dots an inch. Nobody sees more, and every file that is sent would hold it."""
SENT_SIDE = 130
"""Pixels of a file for messengers: those of 22 mm at 150 dots an inch, as telephones show it."""
_REDUCED = ("RGB", "RGBA", "L", "LA")
"""Modes of Pillow whose pixels can be averaged as they are; others stay."""
_HINT = 'Periksa kunci "logo" pada tabel [kantor]'
_PROFILES = {"RGB": b"RGB ", "RGBA": b"RGB ", "P": b"RGB ", "L": b"GRAY", "LA": b"GRAY"}
"""The colours that a profile is for, by the mode of its picture, as ICC.1 names them at byte 16."""


def picture_bytes(path: Path) -> bytes:
    """Return a file that is named as a picture; raises :class:`Refused` for none, and for one too large."""
    too_large = (f"gambar lebih besar daripada {LARGEST_FILE} bita", _HINT)
    return plain_bytes(path, path.name, LARGEST_FILE, lambda _size: too_large, _HINT)


def read_picture(path: Path, alternative: str, side: int = PRINTED_SIDE) -> Picture:
    """Return the picture at ``path``; raises :class:`Refused` when it cannot be printed.

    One with more than ``side`` pixels on a side is reduced to that, in the format that it has. One that
    readers or archives would take otherwise than people see it is written anew.
    """
    too_fine = f"gambar lebih dari {LARGEST_SIDE} piksel pada satu sisi"
    data = picture_bytes(path)

    import warnings
    from io import BytesIO

    from PIL import Image, UnidentifiedImageError

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(BytesIO(data), formats=("PNG", "JPEG")) as picture:
                width, height = picture.size
                if max(width, height) <= LARGEST_SIDE:
                    picture.load()
                    data, (width, height) = _printable(picture, data, side)
    except (Image.DecompressionBombWarning, Image.DecompressionBombError):
        raise refuse(too_fine, _HINT, file=path.name) from None
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError):
        raise refuse("bukan gambar PNG atau JPEG yang utuh", _HINT, file=path.name) from None
    if max(width, height) > LARGEST_SIDE:
        raise refuse(too_fine, _HINT, file=path.name)
    return Picture(data=data, width=width, height=height, alternative=alternative)


def _printable(picture: Opened, data: bytes, side: int) -> tuple[bytes, tuple[int, int]]:
    """Return bytes and size of a picture as it is to be printed: its own bytes where they say so."""
    from io import BytesIO

    from PIL import Image

    made = _as_seen(picture)
    if max(made.size) > side:
        # The colours of a palette cannot be averaged.
        made = made.convert("RGBA") if made.mode == "P" else made
        if made.mode in _REDUCED:
            made = made.copy()
            made.thumbnail((side, side), Image.Resampling.LANCZOS)
    profile = picture.info.get("icc_profile")
    fits = not profile or profile[16:20] == _PROFILES.get(picture.mode)
    if made is picture and fits:
        return data, picture.size
    stream = BytesIO()
    kept = profile if fits and picture.format == "PNG" else None
    made.save(stream, picture.format, optimize=True, icc_profile=kept)
    return stream.getvalue(), made.size


def _as_seen(picture: Opened) -> Opened:
    """Return a picture upright, in grey or in red, green and blue of 8 bits: what PDF/A and its readers have.

    fpdf2 knows neither how a camera was held nor the one colour that stands for nothing, cuts finer greys off
    to white, and lets through the four colours of a press.
    """
    from PIL import ImageOps
    from PIL.ExifTags import Base

    made = picture
    if made.getexif().get(Base.Orientation, 1) != 1:
        made = ImageOps.exif_transpose(made)
    if made.mode == "CMYK":
        return made.convert("RGB")
    if made.mode.startswith("I"):
        return made.convert("I").point(lambda grey: grey * (1 / 256)).convert("L")
    if "transparency" in made.info and made.mode in ("RGB", "L", "1"):
        return made.convert("RGBA")
    return made
