"""What a reader for the blind gets of a PDF: the text of each element, in the order of the structure tree.

It follows ISO 32000-1, 14.7 and 14.8, and knows nothing of how our files are made.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO

import pikepdf

Texts = dict[tuple[int, int], str]
"""Page and MCID → the text of that marked content."""
_LINE = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>")


def elements_read(pdf: bytes) -> list[tuple[str, str]]:
    """Return type and own text of each element that has any; of a figure, what is said in its place."""
    with pikepdf.open(BytesIO(pdf)) as file:
        numbers = {page.obj.objgen: number for number, page in enumerate(file.pages)}
        texts: Texts = {}
        for number, page in enumerate(file.pages):
            texts.update(_marked(page, number))
        return list(_walked(file.Root.StructTreeRoot.K, texts, numbers))


def _walked(
    element: pikepdf.Object, texts: Texts, numbers: dict[tuple[int, int], int]
) -> Iterator[tuple[str, str]]:
    kids = element.get("/K", pikepdf.Array())
    listed = list(kids) if isinstance(kids, pikepdf.Array) else [kids]
    role = str(element.S)[1:]
    if role == "Figure":
        yield role, str(element.Alt)
        return
    own: list[str] = []
    for kid in listed:
        if not isinstance(kid, pikepdf.Dictionary):
            own.append(texts[numbers[element.Pg.objgen], int(kid)])
        elif "/MCID" in kid:
            own.append(texts[numbers[kid.Pg.objgen], int(kid.MCID)])
        else:
            if any(own):
                yield role, "".join(own)
            own = []
            yield from _walked(kid, texts, numbers)
    if any(own):
        yield role, "".join(own)


def _marked(page: pikepdf.Page, number: int) -> Texts:
    """Return the text of each marked content of a page, with no spaces but those that stand in it."""
    fonts = {name: _unicode(font) for name, font in page.Resources.get("/Font", {}).items()}
    found: Texts = {}
    open_marks: list[int | None] = []
    font: dict[bytes, str] = {}
    instead: list[bool] = []
    for operands, operator in pikepdf.parse_content_stream(page):
        name = str(operator)
        inside = next((mark for mark in reversed(open_marks) if mark is not None), None)
        if name in ("BDC", "BMC"):
            told = operands[1] if name == "BDC" and isinstance(operands[1], pikepdf.Dictionary) else {}
            mark = int(told["/MCID"]) if "/MCID" in told else None
            if mark is not None:
                found[number, mark] = ""
            if "/ActualText" in told and inside is not None:
                found[number, inside] += str(told["/ActualText"])
            open_marks.append(mark)
            instead.append("/ActualText" in told)
        elif name == "EMC":
            open_marks.pop()
            instead.pop()
        elif name == "Tf":
            font = fonts[str(operands[0])]
        elif inside is not None and name in ("Tj", "TJ") and not any(instead):
            pieces = operands[0] if name == "TJ" else [operands[0]]
            shown = b"".join(bytes(piece) for piece in pieces if isinstance(piece, pikepdf.String))
            found[number, inside] += "".join(font[shown[at : at + 2]] for at in range(0, len(shown), 2))
    return found


def _unicode(font: pikepdf.Object) -> dict[bytes, str]:
    """Return the text of each code of two bytes."""
    told: dict[bytes, str] = {}
    for part in re.findall(rb"beginbfchar(.*?)endbfchar", font.ToUnicode.read_bytes(), re.DOTALL):
        for code, text in _LINE.findall(part):
            told[bytes.fromhex(code.decode())] = bytes.fromhex(text.decode()).decode("utf-16-be")
    return told
