"""The style sheet of a page: for the screen, and for the paper that the document was made for."""

from __future__ import annotations

from math import atan2, degrees, hypot

from kampanye_tui.model.document import Furniture, Page

MARK_TOP, FOOT_RAISE = 9, 13
"""Millimetres from the edges of the paper to the mark at its head and to the words at its foot."""
MARK, FOOT = 1.4, 1.3
"""Their heights, in sizes of body text."""
CLEAR = 2
"""Millimetres between them and the text."""

# System colours follow the reader's choice of light or dark; their contrast is the browser's care.
_SHEET = """
:root { color-scheme: light dark }
body { margin: 0; background: Canvas; color: CanvasText; line-height: 1.45;
  font-family: "Source Serif Pro", "Bookman Old Style", Georgia, serif }
main { margin: 0 auto; padding: 0 1.2em 2em; overflow-wrap: break-word }
p, ol, dl, table, .title { margin: .55em 0 }
.title { font-size: 1em; font-weight: bold; text-align: center; text-wrap: balance;
  break-after: avoid; break-inside: avoid }
.big { font-size: 1.22em }
section > .title { margin-top: 1.1em }
.left { text-align: left }
.centre { text-align: center }
.right { text-align: right }
.justify, li { text-align: justify }
.left > li { text-align: left }
.hold, :has(+ .signing), :has(+ .hold + .signing) { break-after: avoid }
.mark { position: sticky; top: 0; width: fit-content; margin: 0 auto .55em; border: 1px solid;
  padding: .1em .6em; background: Canvas; font-size: .87em; font-weight: bold }
.letterhead { border-bottom: 5px double; padding: .55em 0 .3em; text-align: center;
  display: grid; grid-template-columns: 1fr auto 1fr; gap: 4mm; align-items: center }
.letterhead div { grid-column: 2 }
.letterhead p { margin: 0; font-size: .87em }
.letterhead .big { font-size: 1.22em }
.letterhead:has(img) { grid-template-columns: minmax(22mm, 1fr) auto minmax(22mm, 1fr) }
.letterhead img { width: 22mm; height: 22mm; object-fit: contain; background: white }
.letterhead + .title { margin-top: 1.1em }
ol { padding: 0; list-style: none }
li { margin: .55em 0 }
.labelled, .numbered > .title { padding-left: 2em; text-indent: -2em }
.labelled > * { text-indent: 0 }
.label { display: inline-block; min-width: 2em; text-indent: 0 }
.numbered > .title { text-align: left }
.numbered > :not(.title) { margin-left: 2em }
dl { display: grid; grid-template-columns: fit-content(50%) 1fr; gap: .18em .6em; break-inside: avoid }
dt:has(+ .dots), .dots, .dots + dt, .dots + dt + dd { padding-top: .37em }
dt { display: flex; justify-content: space-between; gap: .6em }
dd { margin: 0; overflow: hidden }
.dots { white-space: nowrap }
table { width: 100%; border-collapse: collapse; font-size: .87em }
caption { text-align: left; padding-bottom: .3em }
th, td { border: 1px solid; padding: 3pt; vertical-align: top }
th { text-align: center; background: color-mix(in srgb, CanvasText 10%, Canvas) }
tr { break-inside: avoid }
.signing { --place: calc((100% - (var(--columns) - 1) * 6mm) / var(--columns)); --least: 13em }
.signing.left > .title, .signing.right > .title { width: var(--place); min-width: var(--least) }
.signing.right > .title { margin-left: auto }
.signatures { display: flex; flex-wrap: wrap; justify-content: center; gap: 1.9em 6mm; font-size: .87em }
.left > .signatures { justify-content: start }
.right > .signatures { justify-content: end }
.signatures li { display: flex; flex-direction: column; margin: 0; text-align: center; break-inside: avoid;
  width: var(--place); min-width: var(--least); min-height: max(35mm, var(--height, 0mm)) }
.signing > .signatures:first-child { margin-top: 1.9em }
.signatures p { margin: 0 }
.signatures .stamp { display: grid; place-content: center; box-sizing: border-box; width: 18mm; height: 22mm;
  border: 1px solid; padding: 1mm; font-size: .85em }
.signatures .name { margin-top: auto; padding-top: 21mm }
.signatures .stamp + .name { padding-top: 0 }
.framed > .signatures:first-child { margin-top: .63em }
.framed .signatures { gap: .63em 6mm }
.framed li { justify-content: end; min-height: 0 }
.framed li::after { content: ""; flex: none; box-sizing: border-box; height: var(--height, 21mm);
  margin-top: 1mm; border: 1px solid }
.box { margin: 1.1em 0; border: 1px solid; padding: 6pt; text-align: center; break-inside: avoid }
.box p { margin: 0 }
.code { display: flex; align-items: center; margin: .55em 0; font-size: .87em; break-inside: avoid }
.code svg { flex: none }
.code p { margin: 0 }
hr { margin: 2em 0; border: 0; border-top: 1px dashed }
.foot { margin-top: 2em; border-top: 1px solid; padding-top: .3em; font-size: .74em }
@media (max-width: 40em) { .justify, li { text-align: left } }
@media print {
  :root { color-scheme: light }
  body { line-height: 1.32 }
  main { max-width: none !important; padding: 0 }
  main > :first-child, .mark + * { margin-top: 0 }
  .letterhead { break-inside: avoid }
  .signing { --least: 0 }
  hr { display: none }
  hr + * { break-before: page }
}
"""
# A fixed box is repeated on every page, but only between the margins: so the margins end outside mark and
# foot, and every page of the text has the rest of them as its padding. A line at the right edge would be cut
# in half without the 2px.
_PAGE = """
body {{ font-size: {page.size}pt }}
main {{ max-width: {wide}mm }}
@page {{ size: {page.width}mm {page.height}mm; margin: {top}mm {page.right}mm {bottom}mm {page.left}mm }}
@media print {{
  main {{ padding: {above}mm 2px {below}mm 0;
    -webkit-box-decoration-break: clone; box-decoration-break: clone }}
  .mark {{ position: fixed; top: 1px; left: 0; right: 0; margin: 0 auto }}
  .foot {{ position: fixed; bottom: 0; left: 0; right: 0; margin: 0 }}
}}
"""
_COUNT = """
@page {{ @bottom-right {{ content: "Halaman " counter(page) " dari " counter(pages); vertical-align: top;
  font: {small:.2f}pt serif }} }}
"""
# Below zero is under the text. Chromium darkens light letters on paper unless they are to be exact.
_WORD = """
@media print {{
  body::before {{ content: attr(data-word); position: fixed; z-index: -1; inset: 0; display: grid;
    place-content: center; rotate: {turn:.2f}deg; font-size: {size:.1f}mm; font-weight: bold; line-height: 1;
    white-space: nowrap; color: #e6e6e6; print-color-adjust: exact }}
}}
"""
# A style sheet cannot ask how many pages there are; a paper of one page has no count when its first has none.
_NO_FIRST_COUNT = "@page :first { @bottom-right { content: none } }\n"


def sheet(page: Page, furniture: Furniture) -> str:
    """Return the style sheet for a document of that page, whose text keeps clear of mark and foot."""
    top, bottom = min(MARK_TOP, page.top), min(FOOT_RAISE, page.bottom)
    line = page.size * 25.4 / 72
    made = _SHEET + _PAGE.format(
        page=page,
        wide=page.width - page.left - page.right,
        top=top,
        bottom=bottom,
        above=max(page.top - top, CLEAR + round(MARK * line) if furniture.head else 0),
        below=max(page.bottom - bottom, CLEAR + round(FOOT * line) if furniture.foot else 0),
    )
    if furniture.watermark:
        made += _word(page, furniture.watermark)
    if furniture.numbered or furniture.foot:
        made += _COUNT.format(small=page.size * 0.74)
    if not furniture.numbered:
        made += _NO_FIRST_COUNT
    return made


def _word(page: Page, word: str) -> str:
    """Return what prints a word across each page, rising to the right; its letters' widths are estimated."""
    # A browser prints nothing in the margins.
    across, down = page.width - page.left - page.right, page.height - page.top - page.bottom
    size = min(0.66 * hypot(across, down) / (0.85 * len(word)), 0.3 * min(across, down))
    return _WORD.format(turn=-degrees(atan2(down, across)), size=size)
