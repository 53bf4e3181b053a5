"""A PDF file → the text of its pages, as it can be selected in a viewer; whoever wrote the file.

Only text is read: a picture of words, and what is drawn over words, is not seen here.
"""

from __future__ import annotations

import logging
from io import BytesIO

from kampanye_tui.model.problem import refuse

BEGIN = b"%PDF-"
MOST_PAGES = 500
"""More than any paper of ours has."""


def page_texts(data: bytes) -> tuple[str, ...]:
    """Return the text of each page; raises :class:`Refused` for what cannot be read or has no text."""
    from pypdf import PdfReader

    # What it has to say of a damaged file it says in English.
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        pages = PdfReader(BytesIO(data)).pages
        count = len(pages)
        texts = tuple(page.extract_text() for page in pages) if count <= MOST_PAGES else ()
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
