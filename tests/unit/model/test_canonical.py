"""The canonical form: equal exactly where two values say the same."""

from __future__ import annotations

import hashlib
import unicodedata
from datetime import date, datetime, time
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kampanye_tui.model.canonical import canonical, digest
from kampanye_tui.model.office import Configuration
from kampanye_tui.model.reading import read
from kampanye_tui.model.writing import builtins
from tests.examples import examples

FILE = """\
format = 1
[kantor]
wilayah = "36.74"
kota = "Tangerang Selatan"
[pemilu]
id = "pemilu-2024"
[naskah]
id = "damai"
tentang = "Kampanye Damai"
[acara]
tanggal = 2023-11-28
[[pihak]]
id = "bawaslu"
nomor_sendiri = true
[[pihak]]
id = "polres"
"""
LAYOUTS = {
    "comments": FILE.replace("\n", "  # catatan\n"),
    "blank lines": FILE.replace("\n", "\n\n"),
    "spaces": FILE.replace(" = ", "  =   "),
    "keys in another order": FILE.replace(
        'wilayah = "36.74"\nkota = "Tangerang Selatan"', 'kota = "Tangerang Selatan"\nwilayah = "36.74"'
    ),
    "tables in another order": FILE.replace("[acara]\ntanggal = 2023-11-28\n", "")
    + "[acara]\ntanggal = 2023-11-28\n",
    "dotted keys": FILE.replace('[pemilu]\nid = "pemilu-2024"\n', "").replace(
        "format = 1\n", 'format = 1\npemilu.id = "pemilu-2024"\n'
    ),
    "single quotes": FILE.replace('"', "'"),
    "escapes": FILE.replace("Damai", "D\\u0061mai"),
    "line ends of Windows": FILE.replace("\n", "\r\n"),
    "defaults written out": FILE.replace('id = "polres"', 'id = "polres"\nikut = true'),
}
CHANGES = {
    "a word": FILE.replace("Kampanye Damai", "Kampanye Aman"),
    "a letter": FILE.replace("Tangerang Selatan", "tangerang Selatan"),
    "a space": FILE.replace("Kampanye Damai", "Kampanye  Damai"),
    "a day": FILE.replace("2023-11-28", "2023-11-29"),
    "a truth value": FILE.replace("true", "false"),
    "the order of rows": FILE.replace("bawaslu", "x").replace("polres", "bawaslu").replace('"x"', '"polres"'),
    "a key": FILE.replace("tentang", "jenis").replace("Kampanye Damai", "deklarasi"),
    "a row more": FILE + '[[pihak]]\nid = "kejari"\n',
}


def digest_of(file: str) -> str:
    return digest(builtins(read(Configuration, file.encode(), "uji.toml")))


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_layout_of_a_file_does_not_change_the_digest(layout: str) -> None:
    assert digest_of(LAYOUTS[layout]) == digest_of(FILE)


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_of_what_is_said_changes_the_digest(change: str) -> None:
    assert digest_of(CHANGES[change]) != digest_of(FILE)


def test_the_digest_is_the_sha256_of_the_form() -> None:
    assert digest({"a": 1}) == hashlib.sha256(b"d1:s1:ai1:1").hexdigest()


@pytest.mark.parametrize(
    ("value", "form"),
    [
        ({}, b"d0:"),
        ({"b": "x", "a": []}, b"d2:s1:al0:s1:bs1:x"),
        (["é"], b"l1:s2:\xc3\xa9"),
        ((), b"l0:"),
        (True, b"b1:1"),
        (-12, b"i3:-12"),
        (date(2023, 11, 28), b"t10:2023-11-28"),
        (time(9), b"t8:09:00:00"),
    ],
)
def test_a_form_writes_each_length_before_its_content(value: Any, form: bytes) -> None:
    assert canonical(value) == form


@pytest.mark.parametrize(
    "value",
    [None, 1.5, 1.0, b"x", {1}, [None], {"a": 1.5}, {1: "a"}, {None: "a"}],
    ids=repr,
)
def test_what_no_agreement_holds_has_no_form(value: Any) -> None:
    with pytest.raises(TypeError):
        canonical(value)


def test_composed_and_decomposed_letters_are_equal() -> None:
    assert canonical({"Café": "Café"}) == canonical({"Cafe\u0301": "Cafe\u0301"})


def test_keys_are_sorted_as_they_are_written() -> None:
    composed, decomposed = {"é": 1, "f": 2}, {"e\u0301": 1, "f": 2}
    assert canonical(composed) == canonical(decomposed)


def test_line_ends_of_windows_are_equal_to_others() -> None:
    assert canonical("satu\r\ndua") == canonical("satu\ndua")


# Few characters, so that two drawn values are often nearly the same, and those that stand in the form itself.
TEXT = st.text("sdlbit01:é\u0301e\n", max_size=5)
VALUES = st.recursive(
    TEXT
    | st.integers(-11, 111)
    | st.booleans()
    | st.dates(date(2023, 1, 1), date(2023, 1, 3))
    | st.just(time(9)),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3),
    max_leaves=6,
)


def said(value: Any) -> Any:
    """An independent account of what a value says, with the type of each part."""
    if isinstance(value, dict):
        return ("table", frozenset((said(name), said(item)) for name, item in value.items()))
    if isinstance(value, list):
        return ("list", *map(said, value))
    if isinstance(value, str):
        return ("text", unicodedata.normalize("NFC", value))
    return (type(value).__name__, value)


@given(VALUES, VALUES)
@example("1", 1)
@example(True, 1)
@example(False, 0)
@example([], {})
@example(["ab"], ["a", "b"])
@example([["a"], "b"], [["a", "b"]])
@example({"a": "b"}, ["a", "b"])
@example({"a": {"b": 1}}, {"a": "b1"})
@example("2023-11-28", date(2023, 11, 28))
@example(date(2023, 11, 28), datetime(2023, 11, 28))  # noqa: DTZ001 - days have no zone
@example("s1:a", ["a"])
@examples(250)
def test_two_values_share_a_form_exactly_when_they_say_the_same(one: Any, other: Any) -> None:
    assert (canonical(one) == canonical(other)) == (said(one) == said(other))


@given(st.lists(st.tuples(TEXT, VALUES), unique_by=lambda item: unicodedata.normalize("NFC", item[0])))
@examples(100)
def test_the_order_of_keys_does_not_matter(items: list[tuple[str, Any]]) -> None:
    assert canonical(dict(items)) == canonical(dict(reversed(items)))
