"""Files that a stranger may send: each a name and its bytes, by the kind of file that they set out to be."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZIP_LZMA, ZipFile

from tests.hostile.entrances import MANIFEST_HEAD

HALF = 250_000
"""Half of what a file that people write may have."""
STEERING = b"\x1b]0;judul\x07\x1b[2J\xc2\x9b31m\xe2\x80\xae[bold red]"
"""An escape that names a window, one that wipes the screen, a C1 control, a turned text, and markup."""
_TEMPLATE = b'+++\nformat = 1\nid = "uji"\njudul = "uji"\n+++\n'


def _toml(body: bytes) -> bytes:
    return b"format = 1\n" + body


def _any() -> Iterator[tuple[str, bytes]]:
    """Yield what any reader may be given."""
    yield "nothing", b""
    yield "NUL", b"\0" * 1000
    yield "every byte", bytes(range(256)) * 200
    yield "a line of 10 MB", b"x" * 10_000_000
    yield "what steers terminals", STEERING * 10
    yield "what steers terminals, quoted", _toml(b'x = "\\u001b]0;judul\\u0007\\u202e"\n"\\u001b[2J" = 1\n')
    yield "marks", b"\xef\xbb\xbf" * 1000
    yield "UTF-16", "format = 1".encode("utf-16")
    yield "half a character", b"format = 1\nx = '\xc3"


def _tables() -> Iterator[tuple[str, bytes]]:
    """Yield TOML."""
    yield "arrays, open", _toml(b"x = " + b"[" * HALF)
    yield "arrays in arrays", _toml(b"x = " + b"[" * 20_000 + b"]" * 20_000)
    yield "arrays, as deep as may be", _toml(b"x = " + b"[" * 90 + b"]" * 90)
    yield "tables, open", _toml(b"x = " + b"{a=" * 100_000)
    yield "tables in tables", _toml(b"x = " + b"{a=" * 400 + b"1" + b"}" * 400)
    yield "a key of many parts", _toml(b"a" + b".a" * 100_000 + b"=1")
    yield "many keys of many parts", _toml(b"".join(b"a" + b".a" * 30 + b".k%d=1\n" % n for n in range(6000)))
    yield "dots in quotes", _toml(b'".' * HALF)
    yield "many tables", _toml(b"".join(b"[k%d]\n" % n for n in range(50_000)))
    yield "many keys", _toml(b"".join(b"k%d=1\n" % n for n in range(40_000)))
    yield "many rows", _toml(b"[[pihak]]\n" * 50_000)
    yield "many rows at fault", _toml(b"[[pihak]]\nx=1\n" * 30_000)
    yield "many rows of one id", _toml(b'[[pihak]]\nid="x"\n' * 28_000)
    yield "a long text", _toml(b'tema = "' + b"a" * 2 * HALF + b'"')
    yield "an open quote", _toml(b'x = "' + b"'" * HALF)
    yield "escapes", _toml(b'x = "' + b"\\n" * HALF + b'"')
    yield "digits", _toml(b"x = " + b"1" * HALF)
    yield "curly quotes", _toml("x = “a”".encode() * 30_000)


def _sheets() -> Iterator[tuple[str, bytes]]:
    """Yield CSV."""
    yield "many columns", b";".join(b"k%d" % n for n in range(70_000))
    yield "one column many times", b"id;" * 150_000
    yield "empty columns", b";" * 2 * HALF
    yield "100,000 rows", b"id\n" + b"x\n" * 100_000
    yield "many rows at fault", b"kode;nama;peran\n" + b"a;b;c\n" * 60_000
    yield "many rows too short", b"pihak;klausul\n" + b"a\n" * HALF
    yield "quotes", b'"' * (2 * HALF + 1)
    yield "a cell of 400 kB", b'id\n"' + b"x" * 400_000 + b'"'
    yield "a NUL in a cell", b"id;nama\nuji;a\0b\n"
    yield "formulas", b"id;nama\n=1+1;=cmd|'/C calc'!A0\n"
    yield "old line ends", b"id;nama\r" * 10_000
    yield "many digits", b"id;nomor_urut\nuji;" + b"9" * 5000
    yield "a list of 100,000", b'id;pemilu\nuji;"' + b"a;" * 100_000 + b'"\n'


def _lines() -> Iterator[tuple[str, bytes]]:
    """Yield JSON, a value a line."""
    yield "arrays in arrays", b"[" * 100_000 + b"]" * 100_000 + b"\n"
    yield "objects, open", b'{"a":' * 100_000 + b"\n"
    yield "many lines", b"{}\n" * 150_000
    yield "a ledger of 7 MB", b'{"jenis":"jeda","no":1,"operator":"x"}\n' * 180_000
    yield "a large number", b'{"format":' + b"9" * 400 + b"}\n"
    yield "no UTF-8", b'{"operator":"\xff"}\n'
    yield "a NUL in a name", _DONE
    yield (
        "steering in a list",
        (
            b'{"format":1,"naskah":[{"id":"x","masalah":"\\u001b]0;x","cap":[1,2,3],"klausul":9999999999999999}]}'
        ),
    )
    yield (
        "steering in a name",
        (
            b'{"operator":"\\u001b]0;x","komputer":"\\u202e","pid":1,'
            b'"sejak":"2023-11-28T02:15:00Z","kabar":"2023-11-28T02:15:00Z"}'
        ),
    )


_DONE = (
    b'{"konfigurasi":"a","folder":"a","berkas_jadi":'
    b'[{"berkas":"\\u0000","halaman":1,"ukuran":1,"sha256":""}]}\n'
)


def _templates() -> Iterator[tuple[str, bytes]]:
    """Yield templates."""
    bodies = {
        "directives in directives": b"::: blok\n" * 900 + b":::\n" * 900,
        "directives, open": b"::: blok\n" * 6000,
        "stars": b"*" * 60_000,
        "stars and strokes": b"*_" * 30_000,
        "lists in lists": b"- " * 30_000,
        "a long list": b"1. a\n" * 12_000,
        "backslashes": b"\\" * 60_000,
        "braces": b"{" * 60_000,
        "placeholders": b"{a}" * 20_000,
        "an option, open": b"::: blok " + b'a="' * 20_000,
        "a long name": b"::: " + b"a-" * 30_000,
        "hidden characters": b"\xe2\x80\xae" * 20_000,
        "half a megabyte": b"*a " * 160_000,
    }
    for name, body in bodies.items():
        yield name, _TEMPLATE + body


def zipped(*entries: tuple[str, bytes], packing: int = ZIP_DEFLATED) -> bytes:
    """Return a zip file with these entries."""
    stream = BytesIO()
    with ZipFile(stream, "w", packing) as bundle:
        for name, data in entries:
            bundle.writestr(name, data)
    return stream.getvalue()


def _changed(data: bytes, at: int) -> bytes:
    return data[:at] + bytes([data[at] ^ 0xFF]) + data[at + 1 :]


def _bundles() -> Iterator[tuple[str, bytes]]:
    """Yield zip files of packs."""
    manifest = ("uji/plugin.toml", MANIFEST_HEAD.encode())
    whole = zipped(manifest, ("uji/a.toml", b"x" * 5000))
    for at in range(0, len(whole), 7):
        yield f"byte {at} changed", _changed(whole, at)
    for name, packing in (("bzip2", ZIP_BZIP2), ("lzma", ZIP_LZMA)):
        yield name, zipped(manifest, packing=packing)
        yield f"{name}, broken", _changed(zipped(manifest, packing=packing), 70)
    yield "many files", zipped(*((f"uji/{n}", b"") for n in range(20_000)))
    yield "a name of 300 characters", zipped(manifest, ("uji/" + "a" * 300, b"x"))
    yield "folders in folders", zipped(manifest, ("uji/" + "a/" * 3000 + "x", b"x"))
    yield "a file that is a folder", zipped(manifest, ("uji/a", b"x"), ("uji/a/b", b"x"))
    yield "above", zipped(("../plugin.toml", manifest[1]))
    yield "a hidden folder", zipped((".ssh/plugin.toml", manifest[1]))
    yield "steering in a name", zipped(manifest, ("uji/\x1b]0;x\x07", b"x"))
    yield "a line end in a name", zipped(manifest, ("uji/a\nb", b"x"))
    yield "100 MB of nothing", zipped(manifest, ("uji/a", bytes(100_000_000)))
    yield (
        "many stars",
        zipped(
            (manifest[0], manifest[1] + b'[isi]\nklausul = ["' + b"*a" * 200 + b'"]\n'),
            ("uji/" + "a" * 180, b"x"),
        ),
    )


def document(objects: list[bytes]) -> bytes:
    """Return a PDF of these objects, numbered from 1."""
    made, starts = b"%PDF-1.7\n", []
    for number, content in enumerate(objects, 1):
        starts.append(len(made))
        made += b"%d 0 obj\n" % number + content + b"\nendobj\n"
    entries = b"".join(b"%010d 00000 n \n" % start for start in starts)
    table = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + entries
    end = b"trailer <</Size %d /Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, len(made))
    return made + table + end


def _stream(data: bytes, more: bytes = b"") -> bytes:
    return b"<</Length %d %s>>\nstream\n" % (len(data), more) + data + b"\nendstream"


def _packed(data: bytes) -> bytes:
    return _stream(zlib.compress(data), b"/Filter/FlateDecode")


_FONT = b"/Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>"
_FORM = b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]"
_ROOT = b"<</Type/Catalog/Pages 2 0 R%s>>"


def page(content: bytes, resources: bytes = _FONT, count: int = 1, more: tuple[bytes, ...] = ()) -> bytes:
    """Return a PDF whose pages are all the same one; ``more`` are objects from number 5."""
    kids = b"3 0 R " * count
    sheet = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R/Resources<<%s>>>>" % resources
    return document(
        [_ROOT % b"", b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, count), sheet, content, *more]
    )


def _papers() -> Iterator[tuple[str, bytes]]:
    """Yield PDF files."""
    yield "a head alone", b"%PDF-1.7\n"
    yield "a head and nonsense", b"%PDF-1.7\n" + b"x" * 1_000_000
    yield "open objects", b"%PDF-1.7\n" + b"1 0 obj <<" * 50_000
    yield "a page that unfolds", page(_packed(b"(a) Tj " * 2_000_000))
    yield "brackets", page(_packed(b"[" * 1_000_000))
    forms = tuple(
        _stream(b"/X Do " * 10, _FORM + b"/Resources<</XObject<</X %d 0 R>>>>" % (6 + n)) for n in range(12)
    )
    last = _stream(b"BT ET", _FORM)
    yield "forms in forms", page(_stream(b"/X Do"), b"/XObject<</X 5 0 R>>", 1, (*forms, last))
    yield "a page that draws itself", page(_stream(b"/X Do"), b"/XObject<</X 4 0 R>>")
    yield "pages in a ring", document([_ROOT % b"", b"<</Type/Pages/Kids[2 0 R]/Count 1>>"])
    yield "a billion pages", document([_ROOT % b"", b"<</Type/Pages/Kids[]/Count 999999999>>"])
    names, none = b"/Names<</EmbeddedFiles 3 0 R>>", b"<</Type/Pages/Kids[]/Count 0>>"
    yield "names in a ring", document([_ROOT % names, none, b"<</Kids[3 0 R 3 0 R]>>"])
    listed = b"<</Names[" + b"(a)<</F(a)/EF<</F 4 0 R>>>>" * 5000 + b"]>>"
    yield "many attachments", document([_ROOT % names, none, listed, _stream(b"x")])
    yield "arrays in arrays", document([_ROOT % (b"/X " + b"[" * 100_000)])
    yield (
        "a table in a ring",
        b"%PDF-1.7\nxref\n0 1\n0 65535 f \ntrailer <</Size 1/Prev 9>>\nstartxref\n9\n%%EOF",
    )
    ranges = b"1 begincodespacerange <0000> <ffff> endcodespacerange "
    ranges += b"1 beginbfrange <0000> <ffffff> <0000> endbfrange"
    font = b"/Font<</F<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/ToUnicode 5 0 R>>>>"
    yield "a map of all characters", page(_stream(b"BT /F 9 Tf (ab) Tj ET"), font, 1, (_stream(ranges),))


def long_papers() -> Iterator[tuple[str, bytes]]:
    """Yield PDF files over which a reader sits for seconds until it gives up."""
    yield "500 heavy pages", page(_packed(b"BT /F 9 Tf " + b"(a) Tj " * 100_000 + b"ET"), count=500)


def _fonts() -> Iterator[tuple[str, bytes]]:
    """Yield files of typefaces."""
    from tests.hostile.seeds import seeds

    (whole,) = seeds("huruf.ttf")
    yield "cut", whole[:2000]
    yield "a head and nonsense", whole[:12] + b"\xff" * 4000
    yield "65,535 tables", b"\0\1\0\0\xff\xff" + bytes(2_000_000)
    yield "a map of all numbers", _with_map(whole, [(0, 0xFFFFFFFF, 0)])
    yield "many maps of all characters", _with_map(whole, [(0, 0x10FFFF, 0)] * 500)


def _with_map(font: bytes, groups: list[tuple[int, int, int]]) -> bytes:
    packed = b"".join(struct.pack(">III", *group) for group in groups)
    head = struct.pack(">HHHHIHHIII", 0, 1, 3, 10, 12, 12, 0, 16 + len(packed), 0, len(groups))
    made = bytearray(font)
    at = 12 + 16 * next(n for n in range(99) if font[12 + 16 * n : 16 + 16 * n] == b"cmap")
    made[at + 8 : at + 16] = struct.pack(">II", len(made), len(head + packed))
    return bytes(made) + head + packed


def _pictures() -> Iterator[tuple[str, bytes]]:
    """Yield pictures."""
    yield "4 thousand million pixels", _png(2**16, 2**16, b"")
    yield "the largest numbers", _png(2**31 - 1, 2**31 - 1, b"")
    yield "broken", _png(10, 10, b"xx")
    yield "one row", _png(400_000, 1, b"")


def _png(width: int, height: int, data: bytes) -> bytes:
    def chunk(kind: bytes, content: bytes) -> bytes:
        return (
            struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
        )

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", data) + chunk(b"IEND", b"")


_KINDS = {
    "toml": _tables,
    "csv": _sheets,
    "jsonl": _lines,
    "md": _templates,
    "zip": _bundles,
    "pdf": _papers,
    "ttf": _fonts,
    "png": _pictures,
}


@cache
def attacks(kind: str) -> dict[str, bytes]:
    """Return the attacks on a reader of this kind of file, by name: those of the kind, and those of any."""
    return dict(_any()) | dict(_KINDS[kind]())
