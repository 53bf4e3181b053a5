"""Bytes of a file people wrote → a TOML table, with every error placed and named.

Files from Notepad and Excel are normal: a byte order mark and CRLF pass.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from contextlib import suppress
from typing import Any, Final

from kampanye_tui.model import messages
from kampanye_tui.model.problem import Refused, refuse
from kampanye_tui.model.syntax import syntax_problem

FORMAT: Final = 1
"""The only format of files so far; every file carries it as ``format = 1``."""
LARGEST: Final = 512 * 1024
"""Bytes; the limit for one file that people wrote."""

DEEPEST: Final = 32
"""Dotted parts of a key. tomllib 3.11 takes a second for 8,000, growing with their square; ours have 4."""
_TOKEN: Final = re.compile(
    r'''"""(?:[^"\\]|\\.|"(?!""))*+(?:""")?|\'{3}(?:[^\']|\'(?!\'\'))*+(?:\'{3})?'''
    r"""|"(?:[^"\\\n]|\\.)*+"?|\'[^\'\n]*\'?|\#[^\n]*|[A-Za-z0-9_-]+|[ \t]+|.""",
    re.DOTALL,
)
"""A text, a comment, a bare word, blanks, or a single character of TOML."""
_UTF16_MARKS: Final = (b"\xff\xfe", b"\xfe\xff")


def decode(data: bytes, file: str, *, fallback: str = "") -> str:
    """Return the text of ``data``: UTF-8 with or without a mark, else ``fallback`` (an encoding).

    Raises :class:`Refused` naming the line that is not UTF-8, or the size when it is beyond the limit.
    """
    if len(data) > LARGEST:
        raise refuse(*messages.too_large(len(data), LARGEST), file=file)
    if data.startswith(_UTF16_MARKS):
        raise refuse(*messages.UTF16, file=file)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        if fallback and not data.startswith(b"\xef\xbb\xbf"):
            # cp1252 has no character for five bytes.
            with suppress(UnicodeDecodeError):
                return data.decode(fallback).replace("\r\n", "\n")
        # error.object is what was decoded: without the byte order mark.
        line = error.object.count(b"\n", 0, error.start) + 1
        raise refuse(*messages.not_utf8(line), file=file) from None
    return text.replace("\r\n", "\n")


def parse_toml(
    text: str, file: str, loads: Callable[[str], dict[str, Any]] = tomllib.loads
) -> dict[str, Any]:
    """Return the table that ``text`` holds, with its ``format`` checked and taken out.

    ``loads`` parses as tomllib does. Raises :class:`Refused` with line, column and the line itself.
    """
    line = _deep_key(text)
    if line:
        raise refuse(*messages.DEEP_KEY, file=file, line=line)
    try:
        table = loads(text)
    except tomllib.TOMLDecodeError as error:
        raise Refused([syntax_problem(str(error), text, file)]) from None
    except (ValueError, RecursionError):
        # A number of thousands of digits, or thousands of brackets: nothing that people type.
        raise refuse(*messages.FALLBACK_VALUE, file=file) from None
    if "format" not in table:
        raise refuse(*messages.missing_format(FORMAT), file=file)
    found = table.pop("format")
    if type(found) is not int or found.bit_length() > 63:
        raise refuse(*messages.wrong_type("bilangan bulat", found, str(FORMAT)), file=file, key="format")
    if found != FORMAT:
        raise refuse(*messages.other_format(found, FORMAT), file=file, key="format")
    return table


def _deep_key(text: str) -> int:
    """Return the line of the first key with too many dotted parts, or 0 when there is none."""
    if all(line.count(".") < DEEPEST for line in text.split("\n")):
        return 0
    dots = 0
    after_dot = False
    for token in _TOKEN.finditer(text):
        if token[0].isspace() and "\n" not in token[0]:
            continue
        if token[0] == ".":
            dots = 0 if after_dot else dots + 1
        elif not after_dot:
            dots = 0
        after_dot = token[0] == "."
        if dots == DEEPEST:
            return text.count("\n", 0, token.start()) + 1
    return 0
