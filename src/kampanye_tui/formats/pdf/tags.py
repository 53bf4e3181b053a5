"""Elements and marked spans → the structure tree of a PDF (ISO 32000-1, 14.7)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kampanye_tui.formats.pdf.content import Span
from kampanye_tui.formats.pdf.metadata import hexadecimal
from kampanye_tui.typeset.structure import Element

WORD = -1
"""The place of the word across the pages among the blocks: it is told before all of them."""
_SCOPE = b"/A <</O/Table/Scope/Column>>"
_NUMBERING = b"/A <</O/List/ListNumbering/%s>>"
_DEEPEST = 6
"""The last of the types of headings that PDF has."""


def tree_objects(
    elements: Sequence[tuple[Element, ...]],
    spans: Sequence[tuple[int, tuple[Span, ...]]],
    pages: Sequence[int],
    root: int,
    first: int,
) -> list[tuple[int, bytes]]:
    """Return the number and the body of each object of a document's tree.

    ``elements`` are those of the word across the pages, then of each block.

    ``spans`` are those of each page, behind the place of the block from which theirs count; ``pages`` the
    numbers of the page objects; ``root`` is the number of the tree's root, and the others count from
    ``first``.
    """
    tree = _Tree(spans, pages, first)
    top = tree.document(elements, root)
    parents = b" ".join(b"%d[%s]" % one for one in tree.parents())
    top_entries = b"/K %d 0 R/ParentTree %d 0 R/ParentTreeNextKey %d" % (top, first, len(pages))
    return [
        (root, b"<</Type/StructTreeRoot%s>>" % top_entries),
        (first, b"<</Nums[%s]>>" % parents),
        *sorted(tree.bodies.items()),
    ]


class _Tree:
    """The elements as they get their numbers."""

    def __init__(
        self, spans: Sequence[tuple[int, tuple[Span, ...]]], pages: Sequence[int], first: int
    ) -> None:
        self.pages = pages
        self.next = first + 1
        self.bodies: dict[int, bytes] = {}
        # Where the text of a tag stands: page by page, under which numbers.
        self.places: dict[tuple[int, int], list[tuple[int, int, Span]]] = {}
        for page, (base, marked) in enumerate(spans):
            for mcid, span in enumerate(marked):
                self.places.setdefault((base + span.block, span.tag), []).append((page, mcid, span))
        self.owners = [[0] * len(marked) for _base, marked in spans]
        self.above: list[int] = []

    def document(self, elements: Sequence[tuple[Element, ...]], root: int) -> int:
        """Number everything; return the number of the topmost element."""
        own = self._new()
        kids = [
            number
            for block, of_block in enumerate(elements, WORD)
            for element in of_block
            if (number := self._add(element, block, own))
        ]
        self.bodies[own] = b"<</S/Document/P %d 0 R/K[%s]>>" % (root, _references(kids))
        return own

    def parents(self) -> Iterator[tuple[int, bytes]]:
        """Yield each page's place with what its spans belong to."""
        return ((page, _references(owners)) for page, owners in enumerate(self.owners))

    def _new(self) -> int:
        self.next += 1
        return self.next - 1

    def _heading(self, level: int) -> str:
        """Return the type of the next heading: below those of these pages, one level at a time.

        ISO 14289-1, 7.4.2; other pages of the document may hold the headings above it.
        """
        while self.above and self.above[-1] >= level:
            self.above.pop()
        self.above.append(level)
        return f"H{min(len(self.above), _DEEPEST)}"

    def _add(self, element: Element, block: int, parent: int, *, keep: bool = False) -> int:
        """Add an element with all below it; 0 where nothing of it is on these pages, unless it is kept."""
        own = self._new()
        # On the sheets of a booklet what is read later may stand on an earlier side.
        told = sorted(self.places.get((block, element.tag), ()), key=lambda one: one[2].leaf)
        for page, mcid, _span in told:
            self.owners[page][mcid] = own
        # A row that is here has all its cells, the empty ones too.
        whole = element.role == "TR" and any((block, kid.tag) in self.places for kid in element.kids)
        kids = [number for kid in element.kids if (number := self._add(kid, block, own, keep=whole))]
        if not (told or kids or keep):
            self.next = own
            return 0
        home = told[0][0] if told else 0
        content = [
            b"%d" % mcid if page == home else b"<</Type/MCR/Pg %d 0 R/MCID %d>>" % (self.pages[page], mcid)
            for page, mcid, _span in told
        ]
        role = self._heading(element.level) if element.level else element.role
        body = b"/S/%s/P %d 0 R" % (role.encode(), parent)
        if told:
            body += b"/Pg %d 0 R" % self.pages[home]
        if element.role == "Figure":
            left, bottom, right, top = told[0][2].box
            body += b"/Alt<%s>/A<</O/Layout/Placement/Block/BBox[%d %d %d %d]>>" % (
                hexadecimal(element.alternative), left, bottom, right, top,
            )  # fmt: skip
        elif element.role == "TH":
            body += _SCOPE
        elif element.role == "L":
            body += _NUMBERING % element.numbering.encode()
        references = [b"%d 0 R" % kid for kid in kids]
        self.bodies[own] = b"<<%s/K[%s]>>" % (body, b" ".join([*content, *references]))
        return own


def _references(numbers: Sequence[int]) -> bytes:
    return b" ".join(b"%d 0 R" % number for number in numbers)
