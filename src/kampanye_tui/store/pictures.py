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


def read_picture(path: Path, alternative: str, side: int = PRINTED_SIDE) -> Picture:
    """Return the picture at ``path``; raises :class:`Refused` when it cannot be printed.

    One with more than ``side`` pixels on a side is reduced to that, in the format that it has.
    """
    hint = 'Periksa kunci "logo" pada tabel [kantor]'
    too_large = (f"gambar lebih besar daripada {LARGEST_FILE} bita", hint)
    data = plain_bytes(path, path.name, LARGEST_FILE, lambda _size: too_large, hint)

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
                    if max(width, height) > side:
                        data, (width, height) = _reduced(picture, data, side)
    except (
        UnidentifiedImageError,
        OSError,
        ValueError,
        SyntaxError,
        Image.DecompressionBombWarning,
        Image.DecompressionBombError,
    ):
        raise refuse("bukan gambar PNG atau JPEG yang utuh", hint, file=path.name) from None
    if max(width, height) > LARGEST_SIDE:
        raise refuse(f"gambar lebih dari {LARGEST_SIDE} piksel pada satu sisi", hint, file=path.name)
    return Picture(data=data, width=width, height=height, alternative=alternative)


def _reduced(picture: Opened, data: bytes, side: int) -> tuple[bytes, tuple[int, int]]:
    """Return bytes and size of a picture with fewer pixels; as they are where it cannot be reduced."""
    from io import BytesIO

    from PIL import Image

    # The colours of a palette cannot be averaged.
    made = picture.convert("RGBA") if picture.mode == "P" else picture
    if made.mode not in _REDUCED:
        return data, picture.size
    if made is picture:
        made = picture.copy()
    made.thumbnail((side, side), Image.Resampling.LANCZOS)
    stream = BytesIO()
    made.save(stream, picture.format, optimize=True)
    return stream.getvalue(), made.size
