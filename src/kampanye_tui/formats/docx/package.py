"""The package around the text: an empty document to begin with, its properties, and its bytes."""

from __future__ import annotations

from datetime import datetime, time
from io import BytesIO
from typing import cast
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import XmlPart
from docx.oxml.ns import nsdecls
from docx.oxml.parser import parse_xml

from kampanye_tui.model.document import Document

_KEPT = {
    RELATIONSHIP_TYPE.OFFICE_DOCUMENT,
    RELATIONSHIP_TYPE.CORE_PROPERTIES,
    RELATIONSHIP_TYPE.STYLES,
    RELATIONSHIP_TYPE.SETTINGS,
}
_OLDEST = (1980, 1, 1, 0, 0, 0)
"""The first moment that a zip archive can name."""
# A line that ends by itself in justified text is not stretched; 15 is the mode of every Word since 2013.
_SETTINGS = """
<w:settings {namespace}>
  <w:zoom w:percent="100"/>
  <w:defaultTabStop w:val="720"/>
  <w:characterSpacingControl w:val="doNotCompress"/>
  <w:compat>
    <w:doNotExpandShiftReturn/>
    <w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>
  </w:compat>
  <w:themeFontLang w:val="{language}"/>
  <w:decimalSymbol w:val=","/>
  <w:listSeparator w:val=";"/>
</w:settings>
"""


def blank(language: str) -> WordDocument:
    """Return an empty document: python-docx's own, without its styles, picture, fonts and properties."""
    word = docx.Document()
    for rels in (word.part.rels, word.part.package.rels):
        for key in [key for key, rel in rels.items() if rel.reltype not in _KEPT]:
            del rels[key]
    properties = cast(XmlPart, word.part.package.part_related_by(RELATIONSHIP_TYPE.CORE_PROPERTIES))
    for part in (properties.element, word.styles.element, word.settings.element):
        for child in list(part):
            part.remove(child)
    for child in parse_xml(_SETTINGS.format(namespace=nsdecls("w"), language=language)):
        word.settings.element.append(child)
    return word


def describe(word: WordDocument, document: Document) -> None:
    """Set title, author and language; the day of the event is the only date."""
    properties = word.core_properties
    properties.title = document.announced[:255]
    properties.author = document.author[:255]
    properties.language = document.language
    if document.day is not None:
        properties.created = properties.modified = datetime.combine(document.day, time())


def packed(word: WordDocument) -> bytes:
    """Return the file. python-docx stamps each part with the time of the clock, so they are packed again."""
    stamped, stream = BytesIO(), BytesIO()
    word.save(stamped)
    with ZipFile(stamped) as parts, ZipFile(stream, "w") as archive:
        for name in parts.namelist():
            entry = ZipInfo(name, _OLDEST)
            entry.compress_type = ZIP_DEFLATED
            entry.create_system = 0
            archive.writestr(entry, parts.read(name))
    return stream.getvalue()
