"""The styles of a Word document: change one in Word, and every paragraph of its kind follows."""

from __future__ import annotations

from typing import NamedTuple
from xml.sax.saxutils import quoteattr

from docx.document import Document as WordDocument
from docx.oxml.ns import nsdecls
from docx.oxml.parser import parse_xml

from kampanye_tui.formats.docx.measures import CELL, GAP, GUTTER, LABEL, SMALL, share
from kampanye_tui.model.document import Page


class Look(NamedTuple):
    """A paragraph style; lengths are in hundredths of the size of body text.

    ``alias`` stands beside a name that is Word's own; ``then`` is the style of what is typed next.
    """

    id: str
    name: str
    alias: str = ""
    then: str = ""
    size: int = 100
    bold: bool = False
    align: str = "left"
    before: int = 0
    left: int = 0
    hang: int = 0
    outline: int = 9
    keep: bool = False
    border: str = ""


def _heading(level: int, alias: str, size: int) -> Look:
    return Look(
        id=f"Heading{level}",
        name=f"heading {level}",
        alias=alias,
        then="Isi",
        size=size,
        bold=True,
        align="center",
        before=GAP,
        outline=level - 1,
        keep=True,
    )


def _entry(name: str, level: int) -> Look:
    return Look(name, name, align="both", before=GAP, left=level * LABEL, hang=LABEL)


def _signer(name: str, *, bold: bool) -> Look:
    return Look(name.replace(" ", ""), name, size=SMALL, bold=bold, align="center")


LOOKS = (
    Look("Isi", "Isi", align="both", before=GAP),
    Look("Kop", "Kop", size=122, bold=True, align="center", keep=True),
    Look("AlamatKop", "Alamat Kop", size=SMALL, align="center", keep=True),
    _heading(1, "Judul", 122),
    _heading(2, "Subjudul", 100),
    _heading(3, "Subsubjudul", 100),
    Look("Pasal", "Pasal", then="Ayat", bold=True, align="center", before=2 * GAP, outline=1, keep=True),
    _entry("Nomor", 1)._replace(then="Huruf", align="left", bold=True, outline=1, keep=True),
    _entry("Ayat", 1),
    _entry("Huruf", 2),
    _entry("Angka", 3),
    _entry("Butir", 1),
    Look("Isian", "Isian", before=GAP),
    Look("Kotak", "Kotak", align="center"),
    Look("KepalaTabel", "Kepala Tabel", size=SMALL, bold=True, align="center", keep=True),
    Look("IsiTabel", "Isi Tabel", size=SMALL),
    Look("JudulTandaTangan", "Judul Tanda Tangan", bold=True, align="center", before=2 * GAP, keep=True),
    _signer("Pihak Penanda Tangan", bold=True),
    _signer("Jabatan Penanda Tangan", bold=False),
    _signer("Nama Penanda Tangan", bold=True),
    Look("Meterai", "Meterai", size=74, align="center"),
    Look("Jarak", "Jarak", size=10),
    Look("Header", "header", alias="Kepala Halaman", size=SMALL, align="center"),
    Look("Footer", "footer", alias="Kaki Halaman", size=74, border="top"),
)
"""All styles of paragraphs."""

_BASE = """
<w:docDefaults>
  <w:rPrDefault><w:rPr>
    <w:rFonts w:ascii={font} w:hAnsi={font} w:eastAsia={font} w:cs={font}/>
    <w:sz w:val="{size}"/><w:szCs w:val="{size}"/><w:lang w:val="{language}"/>
  </w:rPr></w:rPrDefault>
  <w:pPrDefault><w:pPr>
    <w:spacing w:before="0" w:after="0" w:line="276" w:lineRule="auto"/>
  </w:pPr></w:pPrDefault>
</w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>
<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">
  <w:name w:val="Default Paragraph Font"/><w:semiHidden/>
</w:style>
<w:style w:type="table" w:default="1" w:styleId="TableNormal">
  <w:name w:val="Normal Table"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/></w:tblPr>
</w:style>
"""
_FRAME = "".join(f'<w:{side} w:val="single" w:sz="4"/>' for side in ("top", "left", "bottom", "right"))
_GRID = _FRAME + "".join(f'<w:{side} w:val="single" w:sz="4"/>' for side in ("insideH", "insideV"))
_KOP = '<w:bottom w:val="thinThickSmallGap" w:sz="24"/>'
# Light enough to print black text on, dark enough for a photocopy to show.
_HEAD = (
    '<w:tblStylePr w:type="firstRow"><w:tcPr><w:shd w:val="clear" w:fill="E6E6E6"/></w:tcPr></w:tblStylePr>'
)


def add_styles(word: WordDocument, page: Page, font: str, language: str) -> None:
    """Give ``word`` its styles, set in ``font``."""
    made = [_BASE.format(font=quoteattr(font), size=round(page.size * 2), language=language)]
    made += (_paragraph(look, page.size) for look in LOOKS)
    made += (
        _table("TabelIsi", "Tabel Isi", _GRID, (CELL,) * 4, _HEAD),
        _table("TabelKotak", "Tabel Kotak", _FRAME, (2 * CELL,) * 4),
        _table("TabelIsian", "Tabel Isian", "", (0, 0, 0, 0)),
        _table("TabelKop", "Tabel Kop", _KOP, (0, 0, CELL, 0)),
        _table("TabelBingkai", "Tabel Bingkai", _FRAME, (CELL,) * 4),
        _table("TabelTandaTangan", "Tabel Tanda Tangan", "", (0, GUTTER // 2, 0, GUTTER // 2)),
    )
    for style in parse_xml(f"<w:styles {nsdecls('w')}>{''.join(made)}</w:styles>"):
        word.styles.element.append(style)


def _paragraph(look: Look, size: float) -> str:
    own = look.name in {"header", "footer"} or look.name.startswith("heading ")
    half_points = round(size * look.size / 50)
    keep = "<w:keepNext/><w:keepLines/>" if look.keep else ""
    border = f'<w:pBdr><w:{look.border} w:val="single" w:sz="2" w:space="3"/></w:pBdr>' if look.border else ""
    alias = f'<w:aliases w:val="{look.alias}"/>' if look.alias else ""
    bold = "<w:b/><w:bCs/>" if look.bold else ""
    return f"""
<w:style w:type="paragraph" w:styleId="{look.id}"{"" if own else ' w:customStyle="1"'}>
  <w:name w:val="{look.name}"/>{alias}<w:basedOn w:val="Normal"/>
  <w:next w:val="{look.then or look.id}"/><w:qFormat/>
  <w:pPr>
    {keep}{border}<w:spacing w:before="{share(size, look.before)}"/>
    <w:ind w:left="{share(size, look.left)}" w:hanging="{share(size, look.hang)}"/>
    <w:jc w:val="{look.align}"/><w:outlineLvl w:val="{look.outline}"/>
  </w:pPr>
  <w:rPr>{bold}<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/></w:rPr>
</w:style>"""


def _table(id_: str, name: str, borders: str, margins: tuple[int, ...], head: str = "") -> str:
    sides = zip(("top", "left", "bottom", "right"), margins, strict=True)
    cell = "".join(f'<w:{side} w:w="{margin}" w:type="dxa"/>' for side, margin in sides)
    return f"""
<w:style w:type="table" w:customStyle="1" w:styleId="{id_}">
  <w:name w:val="{name}"/><w:basedOn w:val="TableNormal"/><w:qFormat/>
  <w:tblPr><w:tblBorders>{borders}</w:tblBorders><w:tblCellMar>{cell}</w:tblCellMar></w:tblPr>{head}
</w:style>"""
