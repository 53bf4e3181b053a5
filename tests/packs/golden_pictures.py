"""Papers as they were looked at and found right: a strip of small grey pages for each, in ``gambar/``.

``python -m tests.packs.golden_pictures [OFFICE | OFFICE/PAPER …]`` draws those of the named offices anew, or
all: for people to look at what changed, larger than here, before they keep it. No test writes.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

import pypdfium2
from PIL import Image, ImageChops, ImageFilter

from tests.packs.golden_offices import NAMES, golden_office

FOLDER = Path(__file__).parent / "gambar"
DPI = 20
"""A line of text is four points high, a rule one point and black, since PDFium never draws it thinner."""
WIDEST = 400
"""Points of the widest page: boards and banners are drawn smaller."""
GREYS = (0, 40, 80, 120, 160, 196, 230, 255)
"""What a picture is kept in; 230 is the shade of table heads and of words under the text."""
OTHER = 24
"""By how much more grey a point is another one: :data:`GREYS` are up to 20 off, shade is 25 from paper."""
FEW = 30
"""Other points that a page may have.

Places in a PDF are whole hundredths, so some lie just between two points of the picture, and a processor that
rounds the last bit otherwise puts a letter or a short rule beside where it was. When all places are moved by
1/10,000 point, a page has up to 22 other points; a line of text that moves by 2 mm has hundreds. A label of a
few letters may move unseen, and so may the rules of one low cell be missing.
"""
DARK, LIGHT = 120, 200
LOST = 2
"""Dark points that may have nothing dark on or beside them in the other picture: rounding never makes one."""


def pages_of(pdf: bytes) -> list[Image.Image]:
    """Return pictures of all pages of a PDF, as they are drawn."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [
            page.render(scale=min(DPI / 72, WIDEST / page.get_width()), grayscale=True).to_pil()
            for page in document
        ]
    finally:
        document.close()


def strip(pages: Sequence[Image.Image]) -> Image.Image:
    """Return pages one below the other in few greys."""
    made = Image.new("L", (max(page.width for page in pages), sum(page.height for page in pages)), 255)
    top = 0
    for page in pages:
        made.paste(page, (0, top))
        top += page.height
    nearest = [min(range(len(GREYS)), key=lambda at: abs(GREYS[at] - grey)) for grey in range(256)]
    kept = Image.frombytes("P", made.size, made.point(nearest).tobytes())
    kept.putpalette([part for grey in GREYS for part in (grey,) * 3])
    return kept


def differences(pages: Sequence[Image.Image], kept: Image.Image) -> list[str]:
    """Return in words which pages are others than in a strip."""
    size = (max(page.width for page in pages), sum(page.height for page in pages))
    if size != kept.size:
        return [f"{len(pages)} pages are {size} points, kept are {kept.size}"]
    told, top = [], 0
    grey = kept.convert("L")
    for number, page in enumerate(pages, 1):
        before = grey.crop((0, top, page.width, top + page.height))
        other = sum(ImageChops.difference(page, before).histogram()[OTHER + 1 :])
        lost, new = _lost(before, page), _lost(page, before)
        if other > FEW or lost > LOST or new > LOST:
            told.append(f"page {number}: {other} points are other, {lost} lost, {new} new")
        top += page.height
    return told


def _lost(before: Image.Image, after: Image.Image) -> int:
    """Return how many dark points have nothing dark on or beside them afterwards."""
    dark = before.point([255 if grey <= DARK else 0 for grey in range(256)])
    light = after.filter(ImageFilter.MinFilter(3)).point([255 if grey >= LIGHT else 0 for grey in range(256)])
    return ImageChops.darker(dark, light).histogram()[255]


def kept_path(office: str, paper: str) -> Path:
    """Return where the strip of a paper is kept."""
    return FOLDER / office / f"{paper}.png"


def changed_papers(office: str) -> dict[str, list[str]]:
    """Return the papers of an office that are others than those kept, or are only in one place, and how."""
    papers = golden_office(office).papers()
    there = {path.stem for path in (FOLDER / office).glob("*.png")}
    told = {paper: ["not kept"] for paper in papers if paper not in there}
    told |= {paper: ["no paper any more"] for paper in there if paper not in papers}
    for paper in there & papers.keys():
        with Image.open(kept_path(office, paper)) as kept:
            found = differences(pages_of(golden_office(office).pdf(paper)), kept)
        if found:
            told[paper] = found
    return told


def main(names: Iterable[str]) -> None:
    """Draw strips anew, and say which are others than before."""
    for name in names:
        office, _slash, only = name.partition("/")
        for paper in [only] if only else golden_office(office).papers():
            path = kept_path(office, paper)
            path.parent.mkdir(parents=True, exist_ok=True)
            before = path.read_bytes() if path.exists() else b""
            strip(pages_of(golden_office(office).pdf(paper))).save(path, optimize=True, bits=4)
            if path.read_bytes() != before:
                print(f"{office}/{paper}")


if __name__ == "__main__":
    main(sys.argv[1:] or NAMES)
