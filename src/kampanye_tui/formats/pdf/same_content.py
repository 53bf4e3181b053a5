"""Two PDF files → where their content differs: pages, fonts, tags and all other objects, each unpacked.

How streams are compressed and how objects are numbered and packed does not count. The first file may come
from anybody.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING, Any, NamedTuple

from kampanye_tui.formats.pdf.reading import MOST_PAGES
from kampanye_tui.model.problem import Refused, refuse

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

MOST_PAIRS = 500_000
"""Objects that are compared; a paper of ours has a few thousand."""
_AROUND = 24
"""Characters around the first difference that are told."""
_PACKING = frozenset(("/Length", "/Filter", "/DecodeParms"))
"""What a stream says of its compression."""
_PARTS = {
    "/StructTreeRoot": "urutan bacaan",
    "/Outlines": "daftar penanda",
    "/Names": "lampiran",
    "/AF": "lampiran",
    "/Metadata": "keterangan berkas",
    "/OutputIntents": "profil warna",
    "/PageLabels": "nomor halaman",
}
"""What parts of the catalogue are to people."""
_OTHER = "susunan berkas"


class Difference(NamedTuple):
    """What differs, and how."""

    subject: str
    words: str


def differences(shown: bytes, again: bytes) -> tuple[Difference, ...]:
    """Return what differs in ``shown`` from a file that this program made; nothing when all is the same.

    Raises :class:`Refused` for a file that cannot be read.
    """
    from pypdf import PdfReader

    # What it has to say of a damaged file it says in English.
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        readers = PdfReader(BytesIO(shown)), PdfReader(BytesIO(again))
        found = tuple(_all(*readers))
    except Refused:
        raise
    except Exception as error:
        # A file of strangers can break a reader in any way.
        raise refuse("PDF ini rusak, jadi isinya tidak dapat dibandingkan", "Pakai berkas lain") from error
    return tuple(dict.fromkeys(found))


def _all(theirs: PdfReader, made: PdfReader) -> Iterator[Difference]:
    counts = len(theirs.pages), len(made.pages)
    if counts[0] > MOST_PAGES:
        raise refuse(f"PDF ini mempunyai {counts[0]} halaman", f"Paling banyak {MOST_PAGES} dibandingkan")
    if counts[0] != counts[1]:
        yield Difference("jumlah halaman", f"seharusnya {counts[1]}, di berkas ini {counts[0]}")
    pairs = _Pairs(_numbers(theirs), _numbers(made))
    for number, (one, other) in enumerate(zip(theirs.pages, made.pages, strict=False), 1):
        if _drawn(one) != _drawn(other):
            texts = other.extract_text(), one.extract_text()
            drawn = "kata-katanya sama, tetapi yang tergambar lain"
            yield Difference(f"halaman {number}", drawn if texts[0] == texts[1] else _first(*texts))
        for kind, subject in (("/Font", "huruf"), ("/XObject", "gambar")):
            if not pairs.alike(_resource(one, kind), _resource(other, kind)):
                yield Difference(subject, "yang ditanam dalam berkas ini lain")
        if not pairs.alike(_frame(one), _frame(other)):
            yield Difference(f"halaman {number}", "ukuran atau susunannya lain")
    yield from _catalogue(theirs.root_object, made.root_object, pairs)
    if not pairs.alike(theirs.trailer.get("/Info"), made.trailer.get("/Info")):
        yield Difference("keterangan berkas", "judul, pembuat, atau tanggalnya lain")


def _catalogue(theirs: Any, made: Any, pairs: _Pairs) -> Iterator[Difference]:
    # Pages were compared one by one, and their tree may have other branches.
    for key in dict.fromkeys((*made, *theirs)):
        if key != "/Pages" and not pairs.alike(theirs.get(key), made.get(key)):
            yield Difference(_PARTS.get(key, _OTHER), "lain daripada yang dibuat program ini")


def _drawn(page: PageObject) -> bytes:
    contents = page.get("/Contents")
    contents = contents.get_object() if contents is not None else []
    streams = contents if isinstance(contents, list) else [contents]
    return b"\n".join(one.get_object().get_data() for one in streams)


def _resource(page: PageObject, kind: str) -> Any:
    return page.get("/Resources", {}).get_object().get(kind)


def _frame(page: PageObject) -> Any:
    """Return what a page says besides what is drawn on it and with what."""
    from pypdf.generic import DictionaryObject

    frame = DictionaryObject()
    for key in page:
        if key not in ("/Contents", "/Resources", "/Parent"):
            dict.__setitem__(frame, key, _raw(page, key))
    return frame


def _first(ours: str, theirs: str) -> str:
    """Return the words where two texts begin to differ."""
    pairs = zip(ours, theirs, strict=False)
    at = next((at for at, (one, other) in enumerate(pairs) if one != other), min(len(ours), len(theirs)))
    one, other = (" ".join(text[max(0, at - _AROUND) : at + _AROUND].split()) for text in (ours, theirs))
    return f'seharusnya "{one}", tertulis "{other}"'


def _numbers(reader: PdfReader) -> dict[int, int]:
    """Return the number of each page by that of its object."""
    references = [page.indirect_reference for page in reader.pages]
    return {one.idnum: number for number, one in enumerate(references, 1) if one is not None}


class _Pairs:
    """Compares objects with all that they refer to; what was found alike once is not looked at again.

    A reference to a page stands for its number: pages are compared by themselves, and what they inherit from
    their tree another program may have written into them.
    """

    def __init__(self, pages: dict[int, int], others: dict[int, int]) -> None:
        self._pages = pages, others
        self._alike: set[tuple[int, int]] = set()
        self._looked = 0

    def alike(self, one: Any, other: Any) -> bool:
        """Tell whether two objects say the same."""
        met: set[tuple[int, int]] = set()
        waiting = [(one, other)]
        while waiting:
            self._looked += 1
            if self._looked > MOST_PAIRS:
                raise refuse("PDF ini terlalu rumit untuk dibandingkan", "Pakai berkas lain")
            first, second = waiting.pop()
            pair = getattr(first, "idnum", 0), getattr(second, "idnum", 0)
            if all(pair):
                numbers = tuple(of.get(idnum) for of, idnum in zip(self._pages, pair, strict=True))
                if any(numbers):
                    if numbers[0] != numbers[1]:
                        return False
                    continue
                if pair in self._alike or pair in met:
                    continue
                met.add(pair)
            below = _below(first, second)
            if below is None:
                return False
            waiting += below
        self._alike |= met
        return True


def _below(first: Any, second: Any) -> list[tuple[Any, Any]] | None:
    """Return the pairs inside two objects that are alike on the outside; None when they are not."""
    from pypdf.generic import ArrayObject, DictionaryObject, NullObject, StreamObject

    one, other = (getattr(value, "get_object", lambda value=value: value)() for value in (first, second))
    one, other = (None if isinstance(value, NullObject) else value for value in (one, other))
    if isinstance(one, DictionaryObject) and isinstance(other, DictionaryObject):
        left: frozenset[str] = frozenset()
        if isinstance(one, StreamObject) or isinstance(other, StreamObject):
            if not (isinstance(one, StreamObject) and isinstance(other, StreamObject)):
                return None
            if one.get_data() != other.get_data():
                return None
            left = _PACKING
        # As they lie there: references are kept, so that circles are seen.
        return [(_raw(one, key), _raw(other, key)) for key in sorted({*one, *other} - left)]
    if isinstance(one, ArrayObject) and isinstance(other, ArrayObject):
        if len(one) != len(other):
            return None
        return list(zip(list.__iter__(one), list.__iter__(other), strict=True))
    if isinstance(one, DictionaryObject | ArrayObject) or isinstance(other, DictionaryObject | ArrayObject):
        return None
    return [] if one == other else None


def _raw(table: Any, key: str) -> Any:
    return dict.get(table, key)
