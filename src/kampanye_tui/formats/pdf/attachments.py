"""A PDF file → the files attached to it; whoever wrote it, and whatever it unfolds into."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from io import BytesIO
from itertools import islice

from kampanye_tui.formats.pdf.reading import BEGIN, unpacking_at_most
from kampanye_tui.model.problem import Refused, refuse

LARGEST_PDF = 25_000_000
"""Bytes of a file that is opened; our largest papers have a fiftieth of it."""
LARGEST = 10_000_000
"""Bytes that an attachment may have when it is unpacked."""
MOST = 50
"""Attachments that are looked at."""
_SHOWN = 5
_LONGEST_NAME = 60
"""Characters of a name that a message shows."""


def attachments(data: bytes, wanted: Iterable[str]) -> dict[str, bytes]:
    """Return the attachments of these names; one that is not there is left out.

    Raises :class:`Refused` for what is no PDF or cannot be read, for a name that stands twice, and for an
    attachment beyond :data:`LARGEST`.
    """
    names = tuple(wanted)
    if not data.startswith(BEGIN):
        raise refuse("berkas ini bukan PDF", "Pakai PDF yang dibuat oleh program ini")
    from pypdf.errors import LimitReachedError

    # What it has to say of a damaged file it says in English.
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        with unpacking_at_most(LARGEST):
            return _read(data, names)
    except Refused:
        raise
    except LimitReachedError as error:
        what = f"isi PDF ini lebih dari {LARGEST // 1_000_000} MB sesudah dibuka"
        raise refuse(what, "Berkas seperti ini bukan dari program ini; jangan dipakai") from error
    except Exception as error:
        # A file of strangers can break a reader in any way.
        what = "PDF ini rusak atau terkunci, jadi lampirannya tidak dapat dibaca"
        raise refuse(what, "Mintalah berkas yang asli, bukan yang disimpan ulang") from error


def _read(data: bytes, names: tuple[str, ...]) -> dict[str, bytes]:
    from pypdf import PdfReader

    found: dict[str, bytes] = {}
    for number, one in enumerate(PdfReader(BytesIO(data)).attachment_list):
        if number == MOST:
            raise refuse(f"PDF ini mempunyai lebih dari {MOST} lampiran", "Pakai PDF dari program ini")
        name = str(one.name)
        if name not in names:
            continue
        if name in found:
            raise refuse(f"PDF ini mempunyai dua lampiran bernama {name}", "Mintalah berkas yang asli")
        content = one.content
        if len(content) > LARGEST:
            what = f"lampiran {name} lebih dari {LARGEST // 1_000_000} MB"
            raise refuse(what, "Berkas seperti ini bukan dari program ini; jangan dipakai")
        found[name] = content
    return found


def attachment_names(data: bytes) -> tuple[str, ...]:
    """Return the names of what is attached to a PDF that was read before, as a message shows them."""
    from pypdf import PdfReader

    listed = [
        str(one.name)[:_LONGEST_NAME] for one in islice(PdfReader(BytesIO(data)).attachment_list, _SHOWN + 1)
    ]
    return (*listed[:_SHOWN], *(["…"] if len(listed) > _SHOWN else []))
