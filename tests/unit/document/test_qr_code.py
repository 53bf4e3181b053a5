"""``kode-qr`` while what is to be in it is not known yet."""

from __future__ import annotations

from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.document import Paragraph
from tests.unit.document.papers import paper, said

BODY = """\
::: kode-qr isi="{isi_qr_catatan}" ukuran="30" teks_pengganti="Kode QR."
Kode catatan: **{kode_catatan}**
{kode_catatan_utuh}
*Simpanlah.*
:::
"""


def test_a_line_that_would_be_dots_alone_is_left_out(agreement: Agreement) -> None:
    (block,) = paper(agreement, BODY).blocks
    assert isinstance(block, Paragraph)
    assert said(block.runs).split("\n") == ["Kode catatan: ……………………………………", "Simpanlah."]
