"""A word across each page under its text, as Word itself writes a watermark: a shape of text in the header.

Word knows its own by the name of the shape, so a secretary takes it away with *Design, Watermark, Remove*.
"""

from __future__ import annotations

from math import hypot
from xml.sax.saxutils import quoteattr

from docx.oxml.ns import nsdecls
from docx.oxml.parser import parse_xml
from docx.section import _Header

from kampanye_tui.model.document import Page

_LENGTH = 60
"""Percent of the way from corner to corner that the word takes at most."""
_HEIGHT = 20
"""Percent of the shorter side that its capitals are high at most."""
_WIDE = 0.95
"""About how wide a capital is for its height."""
_SHAPE = """
<w:r {namespace} xmlns:v="urn:schemas-microsoft-com:vml"
  xmlns:o="urn:schemas-microsoft-com:office:office"><w:rPr><w:noProof/></w:rPr><w:pict>
<v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800"
  path="m@7,l@8,m@5,21600l@6,21600e">
  <v:formulas>
    <v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/><v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/>
    <v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/><v:f eqn="if @0 21600 @1"/><v:f eqn="if @0 0 @2"/>
    <v:f eqn="if @0 @4 21600"/><v:f eqn="mid @5 @6"/><v:f eqn="mid @8 @5"/><v:f eqn="mid @7 @8"/>
    <v:f eqn="mid @6 @7"/><v:f eqn="sum @6 0 @5"/>
  </v:formulas>
  <v:path textpathok="t" o:connecttype="custom" o:connectlocs="@9,0;@10,10800;@11,21600;@12,10800"
    o:connectangles="270,180,90,0"/>
  <v:textpath on="t" fitshape="t"/>
  <v:handles><v:h position="#0,bottomRight" xrange="6629,14971"/></v:handles>
  <o:lock v:ext="edit" text="t" shapetype="t"/>
</v:shapetype>
<v:shape id="PowerPlusWaterMarkObject{number}" o:spid="_x0000_s{spid}" type="#_x0000_t136" alt={word}
  style="position:absolute;margin-left:0;margin-top:0;width:{width:.1f}pt;height:{height:.1f}pt;rotation:315;\
z-index:-251658752;mso-position-horizontal:center;mso-position-horizontal-relative:margin;\
mso-position-vertical:center;mso-position-vertical-relative:margin"
  o:allowincell="f" fillcolor="#e6e6e6" stroked="f">
  <v:textpath style="font-family:&quot;Bookman Old Style&quot;;font-size:1pt;font-weight:bold" string={word}/>
</v:shape></w:pict></w:r>"""


def add_watermark(header: _Header, word: str, page: Page, number: int) -> None:
    """Put the word into a header; ``number`` is that of the header, from 1."""
    to_points = 72 / 25.4
    length = _LENGTH / 100 * hypot(page.width, page.height)
    height = min(length / (_WIDE * len(word)), _HEIGHT / 100 * min(page.width, page.height))
    shape = _SHAPE.format(
        namespace=nsdecls("w"),
        word=quoteattr(word),
        number=number,
        spid=2048 + number,
        width=height * _WIDE * len(word) * to_points,
        height=height * to_points,
    )
    header.paragraphs[0]._p.append(parse_xml(shape))
