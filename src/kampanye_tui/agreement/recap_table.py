"""A recap as a table for Excel: a row for each agreement that was counted, and for each that was not."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import msgspec

from kampanye_tui.agreement.excel_table import excel_table
from kampanye_tui.agreement.summary import Recap
from kampanye_tui.model.recap import OfficeSummary, Tally, Trouble

NOT_COUNTED = "tidak dihitung"
_TALLY = tuple(field.encode_name for field in msgspec.structs.fields(Tally))
HEADS = (
    "wilayah",
    "provinsi",
    "kantor",
    "naskah",
    "revisi",
    "keadaan",
    *_TALLY,
    "kabar_terakhir",
    "hari_tanpa_kabar",
    "rangkaian",
    "kode_naskah",
    "asal",
    "penjelasan",
)


def recap_table(recap: Recap, day: date) -> bytes:
    """Return all rows as CSV; what looks like a formula is no formula."""
    return excel_table(HEADS, [[row.get(head, "") for head in HEADS] for row in _rows(recap, day)])


def _rows(recap: Recap, day: date) -> Iterator[dict[str, str]]:
    yield from (_office(one, day) for one in recap.offices)
    yield from (_trouble(one) for one in (*recap.troubles, *recap.older))


def _office(one: OfficeSummary, day: date) -> dict[str, str]:
    silent = one.silent(day)
    tally = (str(getattr(one.tally, name)) for name in Tally.__struct_fields__)
    return {
        "wilayah": one.region,
        "provinsi": one.province,
        "kantor": one.office,
        "naskah": one.id,
        "revisi": str(one.revision),
        "keadaan": one.stage.words,
        **dict(zip(_TALLY, tally, strict=True)),
        "kabar_terakhir": one.news.isoformat() if one.news else "",
        "hari_tanpa_kabar": "" if silent is None else str(silent),
        "rangkaian": one.chain.value,
        "kode_naskah": one.code,
        "asal": one.place,
    }


def _trouble(one: Trouble) -> dict[str, str]:
    return {
        "wilayah": one.region,
        "provinsi": one.province,
        "kantor": one.office,
        "keadaan": NOT_COUNTED,
        "asal": one.place,
        "penjelasan": " ".join(one.reason.split()),
    }
