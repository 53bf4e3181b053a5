"""The beginning of a pack for a region: its files, with all filled in that follows from the region.

A region and a kind come in, files by name go out. What the check of packs says of them is nothing.
"""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path
from string import Template

from kampanye_tui.model.pack import PackKind
from kampanye_tui.model.region import Region

BEGINNINGS = Path(__file__).parent / "kerangka"
_SUFFIX = ".tpl"


def pack_id(region: Region, kind: PackKind) -> str:
    """Return the id of a new pack: ``kota-denpasar``, and ``kota-denpasar-python`` beside it."""
    plain = unicodedata.normalize("NFKD", region.name).encode("ascii", "ignore").decode()
    name = "-".join(re.findall("[a-z0-9]+", plain.lower()))
    return name if kind is PackKind.DATA else f"{name}-{kind.value}"


def new_pack(region: Region, kind: PackKind) -> dict[str, bytes]:
    """Return the files of a new pack by their name."""
    words = {
        "id": pack_id(region, kind),
        "name": f"Paket {'' if kind is PackKind.DATA else 'Python '}{region.name}",
        "code": region.code,
        "region": region.name,
        "place": region.place,
        "unit": f"Penyelenggara pemilihan di {region.name}",
    }
    root = BEGINNINGS / kind.value
    return {
        path.relative_to(root).as_posix().removesuffix(_SUFFIX): Template(path.read_text("utf-8"))
        .substitute(words)
        .encode()
        for path in sorted(root.rglob(f"*{_SUFFIX}"))
    }
