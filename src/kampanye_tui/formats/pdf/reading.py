"""A PDF file → the text of its pages, as it can be selected in a viewer; whoever wrote the file.

Only text is read: a picture of words, and what is drawn over words, is not seen here.
"""

from __future__ import annotations

import logging
from contextlib import AbstractContextManager
from io import BytesIO

from kampanye_tui.model.problem import Refused, refuse

BEGIN = b"%PDF-"
MOST_PAGES = 500
"""More than any paper of ours has."""
LARGEST_STREAM = 2_000_000
"""Bytes of what is drawn on a page, unpacked; a page of ours has some 15,000."""
MOST_STEPS = 200_000
"""Steps of drawing on all pages, some 5 seconds of reading; a naskah of ten pages has 5,500."""


def unpacking_at_most(largest: int) -> AbstractContextManager[object]:
    """Return a context in which no stream of a PDF unfolds into more bytes; one that would raises."""
    from pypdf import apply_configuration

    return apply_configuration(
        zlib_maximum_output_length=largest,
        lzw_maximum_output_length=largest,
        run_length_maximum_output_length=largest,
        brotli_maximum_output_length=largest,
        array_based_stream_maximum_output_length=largest,
    )


def page_texts(data: bytes) -> tuple[str, ...]:
    """Return the text of each page; raises :class:`Refused` for what cannot be read or has no text."""
    from pypdf import PdfReader

    # What it has to say of a damaged file it says in English.
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    steps = 0

    def step(*_what: object) -> None:
        nonlocal steps
        steps += 1
        if steps > MOST_STEPS:
            what = "PDF ini terlalu rumit, jadi teksnya tidak dibandingkan"
            raise refuse(what, "Bandingkan dengan membacanya, atau pakai PDF dari program ini")

    try:
        with unpacking_at_most(LARGEST_STREAM):
            pages = PdfReader(BytesIO(data)).pages
            count = len(pages)
            few = count <= MOST_PAGES
            texts = tuple(page.extract_text(visitor_operand_before=step) for page in pages) if few else ()
    except Refused:
        raise
    except Exception as error:
        # A file of strangers can break a reader in any way.
        what = "PDF ini rusak atau terkunci, jadi teksnya tidak dapat dibaca"
        raise refuse(what, "Simpan ulang tanpa kata sandi, atau pakai berkas lain") from error
    if not texts:
        raise refuse(f"PDF ini mempunyai {count} halaman", f"Paling banyak {MOST_PAGES} halaman dibandingkan")
    if not any(text.strip() for text in texts):
        raise refuse(
            "PDF ini berisi gambar tanpa teks, jadi kata-katanya tidak dapat dibandingkan",
            "Bandingkan dengan membacanya, atau pakai PDF yang bukan hasil pindaian",
        )
    return texts
