"""One template, one agreement, its state, and perhaps one copy → one document."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kampanye_tui.document.context import Context, Receiver
from kampanye_tui.document.directives import made_by
from kampanye_tui.document.document_words import receiver_words, words_of
from kampanye_tui.document.expansion import Placed, expanded
from kampanye_tui.document.numbering import lettered
from kampanye_tui.document.parts import Directive, Items, Passage
from kampanye_tui.document.watermark import watermark_of
from kampanye_tui.model.agreement import Agreement, CopyPlan
from kampanye_tui.model.document import (
    Align,
    Block,
    Document,
    Entry,
    Furniture,
    Heading,
    Listing,
    Page,
    Paragraph,
    Picture,
)
from kampanye_tui.model.office import Paper
from kampanye_tui.model.party import Party
from kampanye_tui.model.state import State
from kampanye_tui.model.template import FrontMatter, Template

SAMPLE_MARK = "CONTOH — BUKAN DOKUMEN KPU"


def build(
    template: Template,
    agreement: Agreement,
    state: State,
    *,
    copy: CopyPlan | None = None,
    holder: Party | None = None,
    logo: Picture | None = None,
    paper: Paper | None = None,
    templates: Mapping[str, Template] | None = None,
) -> Document:
    """Return the document.

    ``copy`` is needed for a template of scope salinan, ``holder`` for one of scope pihak; ``paper`` is the
    office's choice over the template's; ``templates`` are those that a template may name. Raises
    :class:`Refused` with file and line when the template is at fault.
    """
    return Press(template, agreement, state, logo=logo, paper=paper, templates=templates).document(
        copy, holder
    )


class Press:
    """Makes one paper for many receivers; what does not depend on the receiver is made once."""

    def __init__(
        self,
        template: Template,
        agreement: Agreement,
        state: State,
        *,
        logo: Picture | None = None,
        paper: Paper | None = None,
        templates: Mapping[str, Template] | None = None,
    ) -> None:
        """Take what :func:`build` takes."""
        self.page = _page(template.front, paper)
        self.context = Context(
            template=template,
            agreement=agreement,
            state=state,
            words=words_of(agreement, state, template.front),
            references={},
            number=0,
            logo=logo,
            receiver=Receiver(None, None, {}),
            templates=templates or {},
        )
        self.expanded: tuple[tuple[Placed, ...], dict[str, str]] | None = None
        self.references: dict[str, str] = {}
        self.alike: dict[tuple[str, object, int], tuple[Block, ...]] = {}

    def document(self, copy: CopyPlan | None = None, holder: Party | None = None) -> Document:
        """Return the document for one receiver; raises as :func:`build` does."""
        agreement, state, front = self.context.agreement, self.context.state, self.context.template.front
        if copy is not None:
            holder = agreement.party(copy.holder)
        receiver = Receiver(copy, holder, receiver_words(agreement, state, copy, holder))
        context = self.context._replace(receiver=receiver)
        parts, references = self.expanded or expanded(context)
        if not receiver.asked:
            self.expanded = parts, references
        if references != self.references:
            # Other parts are left out for this receiver, and clauses have other numbers.
            self.references = references
            self.alike.clear()
        context = context._replace(references=references)
        title = context.say(front.title)
        named = context.say(front.short) if front.short else title
        foot = f"{state.words} · {named}" if front.foot is None else context.say(front.foot)
        blocks = tuple(block for placed in parts for block in self._made(context, placed))
        sample = agreement.office.sample
        return Document(
            id=front.id,
            title=title,
            author=agreement.office.name,
            page=self.page,
            blocks=blocks,
            day=agreement.occasion.day,
            furniture=Furniture(
                mark=SAMPLE_MARK if sample else "",
                foot=foot,
                numbered=front.foot is None,
                watermark=watermark_of(sample, state, copy, blocks),
            ),
            holder=holder.id if holder else "",
        )

    def _made(self, context: Context, placed: Placed) -> tuple[Block, ...]:
        """Return the blocks of a part, those of an earlier receiver where nobody asks who it is for."""
        place = placed.template.address, placed.part, placed.number
        known = self.alike.get(place)
        if known is None:
            context.receiver.asked = False
            known = tuple(_blocks(context, placed))
            if not context.receiver.asked:
                self.alike[place] = known
        return known


def _page(front: FrontMatter, paper: Paper | None) -> Page:
    width, height = front.millimetres
    if paper is not None and front.paper.is_office_paper:
        lying = width > height
        width, height = sorted(paper.millimetres, reverse=lying)
    margins = front.margins
    return Page(
        width=width,
        height=height,
        top=margins.top,
        bottom=margins.bottom,
        left=margins.left,
        right=margins.right,
        size=front.size,
        largest=front.largest or 0,
        bleed=front.bleed,
        multiple=front.multiple,
    )


def _blocks(context: Context, placed: Placed) -> Iterator[Block]:
    here = context._replace(template=placed.template, number=placed.number)
    match placed.part:
        case Passage():
            yield from _passage(here, placed.part)
        case Items():
            yield Listing(entries=_entries(here, placed.part))
        case Directive():
            yield from made_by(here, placed.part)


def _passage(context: Context, passage: Passage) -> Iterator[Block]:
    runs = context.runs(passage)
    if passage.level:
        yield Heading(level=passage.level, runs=runs, align=Align.CENTRE)
    else:
        # A sentence that ends in a colon introduces what follows, and stays with it.
        keep = runs[-1].text.rstrip().endswith(":") if runs else False
        yield Paragraph(runs=runs, keep=keep)


def _entries(context: Context, items: Items) -> tuple[Entry, ...]:
    labels = (
        [f"{number}." for number, _item in enumerate(items.items, items.first)]
        if items.numbered
        else list(lettered(len(items.items)))
    )
    entries = []
    for item_label, parts in zip(labels, items.items, strict=True):
        if not parts or not isinstance(parts[0], Passage):
            raise context.refuse(items.line, "butir daftar harus dimulai dengan teks")
        below: list[Entry] = []
        for part in parts[1:]:
            if not isinstance(part, Items):
                raise context.refuse(part.line, "di dalam butir hanya boleh ada satu alinea dan daftar")
            below += _entries(context, part)
        entries.append(Entry(label=item_label, runs=context.runs(parts[0]), entries=tuple(below)))
    return tuple(entries)
