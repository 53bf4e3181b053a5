"""What is written reads back as the same value, whatever the value."""

from __future__ import annotations

import tomllib
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given
from hypothesis import strategies as st

from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.canonical import digest
from kampanye_tui.model.clause import ClauseSet, Overlay
from kampanye_tui.model.election import Election
from kampanye_tui.model.finding import Level
from kampanye_tui.model.legal import LegalBasis
from kampanye_tui.model.occasion import Occasion
from kampanye_tui.model.office import Configuration
from kampanye_tui.model.pack import Manifest, PackUse
from kampanye_tui.model.party import Party
from kampanye_tui.model.reading import read, read_table
from kampanye_tui.model.reference import Reference
from kampanye_tui.model.rule import RuleEntry
from kampanye_tui.model.template import FrontMatter
from kampanye_tui.model.term import Term
from kampanye_tui.model.text import unseen
from kampanye_tui.model.writing import builtins, write
from tests.examples import examples
from tests.unit.model.values import of_struct

MINIMAL = b'format = 1\n[kantor]\nwilayah = "36"\n[pemilu]\nid = "a"\n[naskah]\nid = "b"\n'
SMALL = [
    ClauseSet,
    Election,
    FrontMatter,
    LegalBasis,
    Manifest,
    Occasion,
    Overlay,
    PackUse,
    Party,
    RuleEntry,
    Term,
]
LARGE = [Agreement, Configuration, Reference]
ANY_VALUE = st.sampled_from(SMALL + LARGE).flatmap(of_struct)
# Values of whole files are large by nature, and the machine of an office is slow.
PATIENT = examples(
    30,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


@pytest.mark.parametrize("cls", [*SMALL, *(pytest.param(cls, marks=pytest.mark.penuh) for cls in LARGE)])
@given(data=st.data())
@PATIENT
def test_what_is_written_reads_back_as_the_same_value(cls: type[msgspec.Struct], data: st.DataObject) -> None:
    value = data.draw(of_struct(cls))
    assert read(cls, write(value), "uji.toml") == value


@given(ANY_VALUE)
@PATIENT
def test_every_file_is_toml_that_says_its_format(value: Any) -> None:
    assert tomllib.loads(write(value).decode())["format"] == 1


@given(ANY_VALUE)
@PATIENT
def test_every_file_is_safe_to_show(value: Any) -> None:
    assert not list(unseen(write(value).decode(), lines=True))


@given(ANY_VALUE)
@PATIENT
def test_every_file_can_be_saved_by_windows(value: Any) -> None:
    saved = b"\xef\xbb\xbf" + write(value).replace(b"\n", b"\r\n")
    assert read(type(value), saved, "uji.toml") == value


@given(ANY_VALUE)
@PATIENT
def test_equal_values_are_written_as_equal_bytes(value: Any) -> None:
    again = read_table(type(value), builtins(value), "uji.toml")
    assert write(again) == write(value)


@pytest.mark.penuh
@given(of_struct(Agreement))
@PATIENT
def test_an_agreement_keeps_its_digest_on_its_way_through_a_file(value: Agreement) -> None:
    again = read(Agreement, write(value), "naskah.toml")
    assert digest(builtins(again)) == digest(builtins(value))


def test_what_is_absent_is_not_written() -> None:
    assert builtins(Occasion(place="Aula")) == {"tempat": "Aula"}


def test_nothing_is_written_for_what_a_python_pack_left_out() -> None:
    rule = RuleEntry(id="a", kind="b", level=Level.REQUIRED, message="c", conditions={"x": None, "y": 1})
    assert builtins(rule)["syarat"] == {"y": 1}


def test_an_empty_list_is_written_where_the_default_is_another() -> None:
    written = read(Configuration, MINIMAL + b"[ekspor]\nformat = []\n", "uji.toml")
    assert b"format = []" in write(written)


def test_a_text_of_several_lines_is_written_in_several_lines() -> None:
    clauses = read(
        ClauseSet,
        b'format = 1\nid = "a"\njudul = "b"\n[[klausul]]\nid = "c"\njudul = "d"\nteks = "x\\ny"\n',
        "u",
    )
    assert b"\nx\ny" in write(clauses)
