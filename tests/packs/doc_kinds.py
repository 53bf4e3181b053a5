"""What the reference calls kinds of values, and whether a value that it shows for a key can be read."""

from __future__ import annotations

import tomllib
from datetime import date
from enum import Enum
from typing import Annotated, Any, get_args, get_origin

import msgspec

from kampanye_tui.model.election import ElectionKind
from kampanye_tui.model.evidence import Evidence
from kampanye_tui.model.finding import Level
from kampanye_tui.model.occasion import AgreementKind, Style
from kampanye_tui.model.pack import PackKind
from kampanye_tui.model.party import Institution, Role
from kampanye_tui.model.problem import Problem, Refused
from kampanye_tui.model.reading import UNIONS, plan, read_table
from kampanye_tui.model.region import RegionKind, Zone
from kampanye_tui.model.template import Orientation, Scope, Sheet
from kampanye_tui.model.text import ADDRESS, IDENTIFIER, MANY_LINES, NAME, ONE_LINE, REGION

CHOICES: dict[type[Enum], str] = {
    Role: "peran",
    Institution: "lembaga",
    RegionKind: "jenis wilayah",
    ElectionKind: "jenis pemilihan",
    AgreementKind: "jenis naskah",
    Style: "gaya",
    Level: "tingkat",
    Evidence: "bukti",
    PackKind: "jenis paket",
    Scope: "cakupan",
    Sheet: "kertas",
    Orientation: "orientasi",
    Zone: "zona",
}
"""Closed lists that more than one page names → what they are called there."""
TEXTS = {
    ONE_LINE: "teks",
    MANY_LINES: "teks panjang",
    IDENTIFIER: "id",
    ADDRESS: "alamat",
    NAME: "nama isian",
    REGION: "kode wilayah",
}
OTHERS: dict[Any, str] = {
    int: "bilangan",
    float: "angka",
    bool: "ya/tidak",
    date: "tanggal",
    str: "teks",
    Any: "apa pun",
}


def kind_of(kind: Any) -> str:
    """Return what the reference calls the kind of a field."""
    origin = get_origin(kind)
    if origin in UNIONS:
        kinds = [one for one in get_args(kind) if one is not type(None)]
        return " atau ".join(map(kind_of, kinds))
    if origin is Annotated:
        return TEXTS[get_args(kind)[1]]
    if origin is tuple:
        inner = get_args(kind)[0]
        rows = isinstance(inner, type) and issubclass(inner, msgspec.Struct)
        return "baris" if rows else f"daftar {kind_of(inner)}"
    if origin is dict:
        return "tabel"
    if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
        return "tabel"
    if isinstance(kind, type) and issubclass(kind, Enum):
        return CHOICES.get(kind, "pilihan")
    return OTHERS[kind]


def needed(cls: type[msgspec.Struct]) -> dict[str, bool]:
    """Return key → whether it may not be absent."""
    return {key: field.required for key, field in plan(cls).items()}


def refusals(cls: type[msgspec.Struct], key: str, value: Any) -> list[Problem]:
    """Return what is wrong with a value for a key; what other keys lack is not looked at."""
    try:
        read_table(cls, {key: value}, "contoh")
    except Refused as refused:
        return [
            one
            for one in refused.problems
            if key in (one.key, one.named, *(step.table for step in one.steps))
        ]
    return []


def said_of(kind: str, value: str) -> list[str]:
    """Return what reading says of a value, as TOML, where a kind of value is asked for."""
    asked: dict[str, Any] = {named: Annotated[str, text] for text, named in TEXTS.items()}
    asked |= {named: one for one, named in OTHERS.items() if one not in (str, Any)}
    asked["daftar teks"] = tuple[Annotated[str, ONE_LINE], ...]
    struct = msgspec.defstruct("Asked", [("x", asked[kind])])
    return [one.what for one in refusals(struct, "x", tomllib.loads(f"x = {value}")["x"])]
