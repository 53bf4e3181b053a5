"""The document tree as JSON, for programs. Bytes of pictures are base64."""

from __future__ import annotations

from typing import BinaryIO

import msgspec

from kampanye_tui.api import Document, ExportFormat, ExportOptions, hookimpl


def write(document: Document, stream: BinaryIO, _options: ExportOptions) -> None:
    """Write ``document`` as UTF-8 JSON, indented, with a line end at the end."""
    stream.write(msgspec.json.format(msgspec.json.encode(document), indent=2) + b"\n")


@hookimpl
def kampanye_export_formats() -> list[ExportFormat]:
    """Offer JSON."""
    return [ExportFormat(id="json", label="JSON untuk program", suffix=".json", write=write)]
