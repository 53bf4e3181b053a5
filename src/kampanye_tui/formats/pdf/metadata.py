"""What a PDF says of itself: as XMP (ISO 16684-1) in the form that PDF/A asks for, with its properties as
elements, and once more in the old form that file managers read.

No clock is read. A paper is created on the day of the event that it is for.
"""

from __future__ import annotations

from datetime import date
from html import escape

from kampanye_tui.model.document import Document

PRODUCER = "kampanye_tui"
_DAY = "<xmp:{name}>{day}T00:00:00+00:00</xmp:{name}>"
_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<pdf:Producer>{producer}</pdf:Producer>{dates}
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>PDF/UA version identifier</pdfaProperty:description>
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>
"""


def xmp(document: Document) -> bytes:
    """Return the packet for a document."""
    day = document.day
    dates = "" if day is None else "".join(_DAY.format(name=name, day=day) for name in _DATES)
    return _PACKET.format(
        title=escape(document.announced, quote=False),
        author=escape(document.author, quote=False),
        language=escape(document.language, quote=False),
        producer=PRODUCER,
        dates=dates,
    ).encode()


_DATES = ("CreateDate", "ModifyDate", "MetadataDate")


def information(document: Document) -> bytes:
    """Return the same as a dictionary of information."""
    entries = [(b"Title", document.announced), (b"Author", document.author), (b"Producer", PRODUCER)]
    said = b"".join(b"/%s<%s>" % (name, hexadecimal(value)) for name, value in entries)
    made = b"/CreationDate(%s)/ModDate(%s)" % ((pdf_day(document.day),) * 2) if document.day else b""
    return b"<<%s%s>>" % (said, made)


def hexadecimal(text: str) -> bytes:
    """Return the inside of a text string in hexadecimal: no character of it can end the string."""
    return (b"\xfe\xff" + text.encode("utf-16-be")).hex().upper().encode()


def pdf_day(day: date) -> bytes:
    """Return the beginning of a day as PDF writes dates."""
    return f"D:{day.year:04}{day.month:02}{day.day:02}000000Z".encode()
