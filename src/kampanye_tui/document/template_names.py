"""What a template names, with all that it takes in: directives, conditions and placeholders."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from kampanye_tui.agreement.placeholders import Kind, found
from kampanye_tui.document.parts import Frame, Stretch
from kampanye_tui.document.template_body import frame_of
from kampanye_tui.model.template import Template


class Names(NamedTuple):
    """What a template names, with all that it takes in: directives, conditions and placeholders."""

    all: frozenset[str]
    templates: tuple[Template, ...]
    """Those that it takes in or whose numbers it uses, in the order in which they are met."""

    @property
    def tells_contact(self) -> bool:
        """Whether the paper prints the contact of the office."""
        return not self.all.isdisjoint(("kop", "kontak_kantor"))

    @property
    def tells_address(self) -> bool:
        """Whether the paper prints the address of whom it is for."""
        return "alamat_penerima" in self.all


def names_of(template: Template, templates: Mapping[str, Template]) -> Names:
    """Return what a template and those it takes in name; raises :class:`Refused` for one at fault."""
    reached: dict[tuple[str, bool], Template] = {}
    said: set[str] = set()

    def reach(one: Template, *, printed: bool) -> None:
        if (one.address, printed) in reached:
            return
        reached[one.address, printed] = one
        frames = tuple(_frames(frame_of(one)))
        said.update(frame.argument for frame in frames if frame.name == "bila")
        if printed:
            said.update(frame.name for frame in frames)
            text = "\n".join((one.front.title, one.front.short or "", one.front.foot or "", one.body))
            said.update(found(text, Kind.NAME))
        for frame in frames:
            if frame.name == "sisip" and frame.argument in templates:
                reach(templates[frame.argument], printed=printed)
        numbering = templates.get(one.front.numbered_as or "")
        if numbering is not None:
            # Only its numbers are taken from there, and they hang on its conditions.
            reach(numbering, printed=False)

    reach(template, printed=True)
    others = {one.address: one for one in reached.values() if one.address != template.address}
    return Names(frozenset(said), tuple(others.values()))


def _frames(parts: Iterable[Stretch | Frame]) -> Iterator[Frame]:
    for part in parts:
        if isinstance(part, Frame):
            yield part
            yield from _frames(part.inside)
