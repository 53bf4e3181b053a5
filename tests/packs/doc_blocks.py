"""The pages of the reference for authors of packs, taken apart: blocks with the file each is, and tables.

How a page says what its blocks are, so that readers and tests see the same:

* ``console``: lines after ``$`` are typed, what follows them is printed; ``jawaban:`` behind the word gives
  what is typed at questions. A line ``…`` stands for any lines, ``…`` inside a line for anything.
* A block below a line ```berkas`:`` is that file, ```berkas` (lanjutan):`` is put behind it.
* ``keliru`` behind the language: the file is refused, and the ``text`` block below says in which words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parent.parent.parent
PAGES = ROOT / "docs" / "paket"
ANYTHING = "…"
_FENCE = re.compile(r"^```(\S*)(?: +(.*))?$")
_LEAD = re.compile(r"^`([^`\s]+)`( \(lanjutan\))?:$")
_CELL = re.compile(r"(?<!\\)\|")


class Block(NamedTuple):
    """A fenced block: its language and what stands behind it, its text, and the line that leads to it."""

    line: int
    language: str
    note: str
    text: str
    lead: str

    @property
    def file(self) -> str:
        """The file that it is; empty for none."""
        found = _LEAD.match(self.lead)
        return found[1] if found else ""

    @property
    def goes_on(self) -> bool:
        """Whether it is put behind what its file holds already."""
        found = _LEAD.match(self.lead)
        return found is not None and found[2] is not None


def page(name: str) -> str:
    """Return the text of a page."""
    return (PAGES / name).read_text("utf-8")


def blocks(text: str) -> Iterator[Block]:
    """Yield the blocks of a page in order."""
    lead, opened, inside = "", None, []
    for number, line in enumerate(text.split("\n"), 1):
        fence = _FENCE.match(line)
        if opened is None and fence:
            opened, inside = (number, fence[1], fence[2] or ""), []
        elif opened is not None and line == "```":
            yield Block(*opened, "".join(f"{one}\n" for one in inside), lead)
            opened, lead = None, ""
        elif opened is not None:
            inside.append(line)
        elif line.strip():
            lead = line
    assert opened is None, f"the block in line {opened} is not closed"


def section(text: str, heading: str) -> str:
    """Return what stands below a heading, up to the next one of its level or above."""
    level = len(heading) - len(heading.lstrip("#"))
    lines = text.split("\n")
    begin = end = lines.index(heading) + 1
    fenced = False
    for line in lines[begin:]:
        fenced ^= line.startswith("```")
        if not fenced and re.match(rf"#{{1,{level}}} ", line):
            break
        end += 1
    return "\n".join(lines[begin:end])


def table_below(text: str, mark: str) -> list[list[str]]:
    """Return the rows of the table below the comment ``<!-- mark -->``, without its head."""
    below = text.partition(f"<!-- {mark} -->\n")[2].lstrip("\n").split("\n")
    rows = []
    for line in below:
        if not line.startswith("|"):
            break
        rows.append([cell.strip().replace("\\|", "|") for cell in _CELL.split(line)[1:-1]])
    assert len(rows) > 2, f"no table below {mark}"
    return rows[2:]


def marks(text: str, kind: str) -> list[str]:
    """Return what the comments ``<!-- kind: … -->`` of a page name."""
    return re.findall(rf"^<!-- {kind}: (.+) -->$", text, re.MULTILINE)


def code(cell: str) -> str:
    """Return the first thing in a cell that stands between backticks."""
    found = re.search(r"``(.+?)``|`([^`]*)`", cell)
    assert found, f"nothing between backticks: {cell}"
    return (found[1] or found[2]).strip()


def codes(cell: str) -> list[str]:
    """Return everything in a cell that stands between backticks."""
    return re.findall(r"`([^`]*)`", cell)


def as_printed(expected: str) -> re.Pattern[str]:
    """Return the pattern of what a block shows as printed."""
    made = []
    for line in expected.split("\n")[:-1]:
        if line.strip() == ANYTHING:
            made.append(r"(?:.*\n)*?")
        else:
            made.append(".*".join(map(re.escape, line.split(ANYTHING))) + r"\n")
    return re.compile("".join(made))
