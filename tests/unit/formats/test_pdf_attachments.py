"""Attachments out of PDF files of strangers: whatever they hold, it is a sentence and bounded memory."""

from __future__ import annotations

import zlib
from io import BytesIO

import pikepdf
import pytest

from kampanye_tui.formats.pdf import attachments as reading
from kampanye_tui.formats.pdf.attachments import LARGEST, attachment_names, attachments
from kampanye_tui.model.problem import Refused
from tests.unit.formats.papers import document, paragraph, pdf

PAPER = pdf(document(paragraph("Peserta Pemilu tertib.")))
WANTED = ("naskah.toml", "cetak.toml")


def holding(*files: tuple[str, bytes], **how: object) -> bytes:
    """Return the paper with these files attached, in this order."""
    stream = BytesIO()
    with pikepdf.open(BytesIO(PAPER)) as opened:
        names = pikepdf.Array()
        for name, data in files:
            held = opened.make_stream(data)
            held.Type = pikepdf.Name.EmbeddedFile
            spec = pikepdf.Dictionary(Type=pikepdf.Name.Filespec, F=name, UF=name, EF={"/F": held})
            names.extend([pikepdf.String(name), opened.make_indirect(spec)])
        opened.Root.Names = pikepdf.Dictionary(EmbeddedFiles=pikepdf.Dictionary(Names=names))
        opened.save(stream, **how)
    return stream.getvalue()


def bomb(layers: int) -> bytes:
    """Return a paper whose attachment unfolds into 40 MB, packed so many times."""
    data = b"a" * 40_000_000
    for _ in range(layers):
        data = zlib.compress(data, 9)
    stream = BytesIO()
    with pikepdf.open(BytesIO(holding(("naskah.toml", b"a")))) as opened:
        held = opened.Root.Names.EmbeddedFiles.Names[1].EF.F
        held.write(data, filter=pikepdf.Array([pikepdf.Name.FlateDecode] * layers))
        opened.save(stream)
    return stream.getvalue()


def test_those_that_are_wanted_come_back() -> None:
    data = holding(("cetak.toml", b"b"), ("foto.jpg", b"c"), ("naskah.toml", b"a"))
    assert attachments(data, WANTED) == {"naskah.toml": b"a", "cetak.toml": b"b"}


def test_a_paper_without_any_gives_none() -> None:
    assert attachments(PAPER, WANTED) == {}


def test_the_names_of_others_can_be_told() -> None:
    assert attachment_names(holding(("a.txt", b"a"), ("b.txt", b"b"))) == ("a.txt", "b.txt")


def test_of_many_names_some_are_told() -> None:
    data = holding(*((f"{number}.txt", b"a") for number in range(9)))
    assert attachment_names(data) == ("0.txt", "1.txt", "2.txt", "3.txt", "4.txt", "…")


def test_a_name_that_stands_twice_is_refused() -> None:
    with pytest.raises(Refused, match=r"dua lampiran bernama naskah\.toml"):
        attachments(holding(("naskah.toml", b"a"), ("naskah.toml", b"b")), WANTED)


@pytest.mark.parametrize("layers", [1, 2, 3])
def test_what_unfolds_beyond_the_limit_is_refused(layers: int) -> None:
    with pytest.raises(Refused, match="lebih dari 10 MB"):
        attachments(bomb(layers), WANTED)


def test_what_is_large_as_it_lies_there_is_refused() -> None:
    data = holding(("naskah.toml", b"a" * (LARGEST + 1)), compress_streams=False)
    with pytest.raises(Refused, match=r"Lampiran naskah\.toml lebih dari 10 MB"):
        attachments(data, WANTED)


def test_too_many_attachments_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MOST", 1)
    with pytest.raises(Refused, match="lebih dari 1 lampiran"):
        attachments(holding(("a", b"a"), ("b", b"b")), WANTED)


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7",
        b"%PDF-1.7\nini bukan apa-apa\n%%EOF",
        PAPER[: len(PAPER) // 2],
        holding(("naskah.toml", b"a"), encryption=pikepdf.Encryption(owner="a", user="b")),
    ],
    ids=["a head alone", "no objects", "torn", "locked"],
)
def test_what_cannot_be_read_is_refused(data: bytes) -> None:
    with pytest.raises(Refused, match="rusak atau terkunci"):
        attachments(data, WANTED)


def test_another_kind_of_file_is_refused() -> None:
    with pytest.raises(Refused, match="bukan PDF"):
        attachments(b"format = 1\n", WANTED)
