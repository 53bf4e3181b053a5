"""Bytes → table: what Notepad, Excel, Word and a broken line leave in a file."""

from __future__ import annotations

from contextlib import suppress
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kampanye_tui.model.problem import Refused
from kampanye_tui.model.source import FORMAT, LARGEST, decode
from tests.examples import examples
from tests.unit.model.tables import SAMPLE, refused, table


def test_the_format_is_taken_out() -> None:
    assert table(b"format = 1\nx = 2") == {"x": 2}


def test_a_byte_order_mark_changes_nothing() -> None:
    assert table(b"\xef\xbb\xbf" + SAMPLE.encode()) == table(SAMPLE.encode())


def test_the_line_ends_of_windows_change_nothing() -> None:
    assert table(SAMPLE.replace("\n", "\r\n").encode()) == table(SAMPLE.encode())


def test_the_line_ends_of_windows_change_no_line_and_column() -> None:
    problem = refused(b"format = 1\r\n[kantor]\r\nkota = x\r\n")
    assert (problem.line, problem.column, problem.excerpt) == (3, 8, "kota = x")


def test_a_byte_order_mark_changes_no_column() -> None:
    assert refused(b"\xef\xbb\xbfkota = x").column == 8


@pytest.mark.parametrize(
    ("data", "line"),
    [
        (b"\xff", 1),
        (b"format = 1\nkota = 'Caf\xe9'\n", 2),
        (b"format = 1\r\n\r\nkota = 'Caf\xe9'\r\n", 3),
        (b"format = 1\n\n\n\xc3", 4),
        (b"\xed\xa0\x80", 1),
        (b"\xef\xbb\xbfa\n\xff", 2),
    ],
)
def test_the_line_that_is_not_utf8_is_named(data: bytes, line: int) -> None:
    assert refused(data).what == f"baris {line} tidak tersimpan sebagai UTF-8"


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("fallback", ["", "cp1252"])
def test_a_file_that_notepad_saved_as_unicode_is_called_that(encoding: str, fallback: str) -> None:
    with pytest.raises(Refused) as caught:
        decode("\ufeffformat = 1\r\n".encode(encoding), "uji.toml", fallback=fallback)
    assert [problem.what for problem in caught.value.problems] == ["berkas ini tersimpan sebagai UTF-16"]


def test_another_encoding_is_read_where_it_is_allowed() -> None:
    assert decode("Café – “x”".encode("cp1252"), "uji.csv", fallback="cp1252") == "Café – “x”"


def test_a_file_with_the_mark_of_utf8_is_never_taken_for_another_encoding() -> None:
    with pytest.raises(Refused):
        decode(b"\xef\xbb\xbfa\xe9b", "uji.csv", fallback="cp1252")


def test_a_byte_of_no_encoding_is_refused_where_another_encoding_is_allowed() -> None:
    with pytest.raises(Refused):
        decode(b"a\x81b", "uji.csv", fallback="cp1252")


def test_a_file_of_the_largest_size_is_read() -> None:
    assert table(b"format = 1\n".ljust(LARGEST, b"#")) == {}


def test_a_file_beyond_the_largest_size_is_refused() -> None:
    assert "524.289" in refused(b"format = 1\n".ljust(LARGEST + 1, b"#")).what


def test_a_file_without_format_is_told_the_line_to_add() -> None:
    assert f"format = {FORMAT}" in refused(b'[kantor]\nkota = "x"\n').hint


def test_a_format_inside_a_table_is_not_the_format_of_the_file() -> None:
    assert refused(b"[ekspor]\nformat = 1\n").what == 'kunci "format" belum ada'


@pytest.mark.parametrize("other", ["0", "2", "-1", "1.0", "true", '"1"', "[1]", "2023-11-28", "{}"])
def test_any_other_format_is_refused(other: str) -> None:
    assert refused(f"format = {other}".encode()).key == "format"


UNREADABLE = "sebuah nilai terlalu panjang atau terlalu dalam"


@pytest.mark.parametrize(("begin", "deep"), [("a = ", "["), ("a = ", "{a=")], ids=["lists", "inline tables"])
def test_a_value_nested_too_deep_is_refused(begin: str, deep: str) -> None:
    assert refused((begin + deep * 5000).encode()).what == UNREADABLE


def test_a_number_too_long_to_read_is_refused() -> None:
    assert refused(b"a = " + b"9" * 5000).what == UNREADABLE


def test_a_format_too_long_to_print_is_refused() -> None:
    assert refused(b"format = 0x" + b"f" * 5000).key == "format"


MANY = 40_000
TOO_DEEP = {
    "key": ".".join("a" * MANY) + " = 1",
    "key with spaces": "\t" + " . ".join("a" * MANY) + " = 1",
    "key in double quotes": ".".join(['"a b"'] * MANY) + " = 1",
    "key in single quotes": ".".join(["'a b'"] * MANY) + " = 1",
    "table": "[" + ".".join("a" * MANY) + "]",
    "rows": "[[ " + ".".join("a" * MANY) + " ]]",
    "inline table": "x = {" + ".".join("a" * MANY) + " = 1}",
    "second key of an inline table": "x = { b = 1, " + ".".join("a" * MANY) + " = 1}",
}


@pytest.mark.parametrize("deep", TOO_DEEP)
def test_a_key_with_far_too_many_parts_is_called_that(deep: str) -> None:
    problem = refused(f"format = 1\n\n{TOO_DEEP[deep]}\n".encode())
    assert (problem.line, problem.what) == (3, "nama kunci ini mempunyai terlalu banyak bagian bertitik")


UNTYPED = TOO_DEEP | {
    "spaces": " " * (MANY // 2) + "?",
    "word": "a" * MANY,
    "long text without end": 'x = """' + '\\"' * MANY,
    "text without end": 'x = "' + '\\"' * MANY,
}


@pytest.mark.parametrize("text", UNTYPED.values(), ids=list(UNTYPED))
def test_a_file_that_nobody_would_type_takes_no_second(text: str) -> None:
    begin = process_time()
    with suppress(Refused):
        table(f"format = 1\n{text}\n".encode())
    assert process_time() - begin < 0.7


@pytest.mark.parametrize(
    "value",
    [
        '"a.b{}"',
        "'a.b{}'",
        '"""\na.b{}\n"""',
        "'''\na.b{}\n'''",
        '"""\n\\"a.b{}\n"""',
        '["x", "a.b{}"]',
        "{{ b = 'a.b{}' }}",
        "1 # a.b{}",
        "1\n# a.b{}",
    ],
)
def test_dots_in_a_text_or_a_comment_are_no_parts_of_a_key(value: str) -> None:
    assert "x" in table(f"format = 1\nx = {value.format('.c' * 50)}\n".encode())


def test_a_key_of_eight_parts_is_read() -> None:
    assert table(b"format = 1\na.b.c.d.e.f.g.h = 1") == table(b"format = 1\n[a.b.c.d.e.f.g]\nh = 1")


@given(
    st.binary(max_size=80)
    | st.text(max_size=80).map(lambda text: f"format = 1\n{text}".encode(errors="replace"))
)
@examples(300)
def test_any_bytes_give_a_table_or_are_refused(data: bytes) -> None:
    try:
        found: object = table(data)
    except Refused as caught:
        found = {problem.file: problem.what for problem in caught.problems}
    assert isinstance(found, dict)
