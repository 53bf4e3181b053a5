"""Reading the pictures that an office names: PNG or JPEG, of bounded size."""

from __future__ import annotations

from pathlib import Path

from kampanye_tui.model.document import Picture
from kampanye_tui.model.messages import system_error
from kampanye_tui.model.problem import refuse

LARGEST_FILE = 4 * 1024 * 1024
LARGEST_SIDE = 4000
"""Pixels; 22 mm printed at 600 dots an inch need 520."""


def read_picture(path: Path, alternative: str) -> Picture:
    """Return the picture at ``path``; raises :class:`Refused` when it cannot be printed."""
    hint = 'Periksa kunci "logo" pada tabel [kantor]'
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise refuse(f"gambar lebih besar daripada {LARGEST_FILE} bita", hint, file=path.name)
        data = path.read_bytes()
    except OSError as error:
        raise refuse(f"gambar ini {system_error(error)}", hint, file=path.name) from None

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
