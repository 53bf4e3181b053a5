"""The text of a Word document while it is written: paragraphs and tables, one below the other."""

from __future__ import annotations

from collections.abc import Sequence

from docx.document import Document as WordDocument
from docx.shared import Twips
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from kampanye_tui.formats.docx.measures import GAP, millimetres, share
from kampanye_tui.formats.docx.tables import Grid
from kampanye_tui.model.document import Page, Run


class Body:
    """What Word asks for between blocks, and what blocks need to know of each other."""

    def __init__(self, word: WordDocument, page: Page) -> None:
        self.word = word
        self.size = page.size
        """Of body text, in points."""
        self.width = millimetres(page.width - page.left - page.right)
        self._text: list[Paragraph] = []
        """Paragraphs since the last table."""
        self._behind_table = False
        self._new_page = False
        self._signed = False
        self._pictures = 0

    def paragraph(self, style: str, *runs: Run) -> Paragraph:
        """Return a new paragraph; the first of a page begins it."""
        made = written(self.word, style, *runs)
        if self._new_page:
            made.paragraph_format.page_break_before = True
        elif self._behind_table:
            # A frame is nearer than the foot of letters.
            made.paragraph_format.space_before = Twips(share(self.size, 2 * GAP))
        self._new_page = self._behind_table = False
        self._text.append(made)
        return made

    def grid(self, style: str, widths: Sequence[int], before: int = 0) -> Grid:
        """Return a new table, ``before`` hundredths of the size of body text below the text.

        Two tables that touch would become one, and only a paragraph can begin a page.
        """
        if self._behind_table or self._new_page:
            self.paragraph("Jarak")
        elif self._text and before:
            self._text[-1].paragraph_format.space_after = Twips(share(self.size, before))
        self._behind_table = True
        self._text.clear()
        return Grid(self.word, style, widths)

    def new_page(self) -> None:
        """Let what follows begin on a new page."""
        self._new_page = True

    def hold_for_signing(self) -> None:
        """Hold the last lines of the text with the first signatures: nobody signs a sheet without text."""
        if self._signed:
            return
        self._signed = True
        for made in reversed(self._text):
            held = made.paragraph_format.keep_with_next
            made.paragraph_format.keep_with_next = True
            if not held:
                return

    def next_picture(self) -> int:
        """Return the number of a new picture."""
        self._pictures += 1
        return self._pictures

    def end(self) -> None:
        """Write the paragraph that Word asks for behind a table at the end."""
        if self._behind_table:
            self.paragraph("Jarak")


def written(where: WordDocument | _Cell, style: str, *runs: Run) -> Paragraph:
    """Return a new paragraph at the end of a body or a cell; ``style`` is the id of its style.

    A break that the text asks for becomes Word's.
    """
    paragraph = where.add_paragraph()
    # By its name python-docx would look the style up, which takes longer than all the rest.
    paragraph._p.style = style
    for run in runs:
        made = paragraph.add_run(run.text)
        made.bold, made.italic = run.bold or None, run.italic or None
    return paragraph
