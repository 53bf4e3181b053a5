"""The file of a template → front matter and body.

The front matter stands between two lines ``+++`` and is TOML; it is cut off by hand before Markdown is
parsed, so that nothing in it can be taken for text, nor the other way round.
"""

from __future__ import annotations

import msgspec

from kampanye_tui.model.messages import too_large
from kampanye_tui.model.problem import Problem, Refused, refuse, stop_at_many
from kampanye_tui.model.reading import read_table
from kampanye_tui.model.source import decode, parse_toml
from kampanye_tui.model.template import FrontMatter, Template
from kampanye_tui.model.text import unseen

FENCE = "+++"
LARGEST = 64 * 1024
"""Bytes; the largest template of ours has 4,400, and Markdown takes seconds for half a million."""


def read_template(data: bytes, file: str) -> Template:
    """Return the template that ``data`` holds; raises :class:`Refused` with every problem and its line."""
    if len(data) > LARGEST:
        raise refuse(*too_large(len(data), LARGEST), file=file)
    lines = decode(data, file).split("\n")
    if lines[0].strip() != FENCE:
        raise Refused(
            [
                Problem(
                    what="kepala templat belum ada",
                    hint=f"Baris pertama harus {FENCE}, lalu TOML, lalu {FENCE} lagi",
                    file=file,
                    line=1,
                    excerpt=lines[0],
                )
            ]
        )
    end = next((n for n, line in enumerate(lines[1:], 1) if line.strip() == FENCE), None)
    if end is None:
        raise Refused(
            [
                Problem(
                    what="kepala templat belum ditutup",
                    hint=f"Tambahkan baris {FENCE} sesudah kepala",
                    file=file,
                    line=1,
                    excerpt=lines[0],
                )
            ]
        )
    # One blank line in place of the opening fence keeps the line numbers of problems true.
    head = parse_toml("\n".join(["", *lines[1:end]]), file)
    front = read_table(FrontMatter, head, file)
    body = lines[end + 1 :]
    hidden: list[Problem] = []
    for number, line in enumerate(body, end + 2):
        for position, name in unseen(line):
            what = f"karakter tak terlihat {name} pada karakter ke-{position}"
            hidden.append(Problem(what=what, hint="Hapus karakter itu", file=file, line=number))
            stop_at_many(hidden, file)
    if hidden:
        raise Refused(hidden)
    return Template(front=front, body="\n".join(body), file=file, first_line=end + 2)


def with_address(template: Template, pack_id: str) -> Template:
    """Return the template under the address by which offices choose it: ``paket/id``."""
    return msgspec.structs.replace(template, address=f"{pack_id}/{template.front.id}")
