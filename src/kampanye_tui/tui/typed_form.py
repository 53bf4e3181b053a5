"""A form over an agreement: what is typed is journalled under a place, and it closes only over a saved edit.

A pane, a place and fields come in; what was left at that place stands in them. The values become one edit of
the agreement. What is given up is forgotten after a question, except where the text cannot be changed: it is
there again once it can.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from kampanye_tui.store.apart import Diverged
from kampanye_tui.tui.faults import sentence
from kampanye_tui.tui.form import Field, Form
from kampanye_tui.tui.pane import only_read

if TYPE_CHECKING:
    from kampanye_tui.model.agreement import Agreement
    from kampanye_tui.store.draft import Draft
    from kampanye_tui.tui.pane import Pane


class Made(NamedTuple):
    """An agreement with the values of a form, and in words what that did; ``id`` is of what was changed."""

    after: Agreement
    told: str = ""
    id: str = ""


class TypedForm(Form):
    """A form whose typing a draft journals; ``began`` are the values as they are saved."""

    def __init__(
        self,
        draft: Draft,
        place: str,
        title: str,
        fields: Sequence[Field],
        keep: Callable[[dict[str, str]], None],
        *,
        began: Mapping[str, str],
        focus: str,
        about: str,
    ) -> None:
        super().__init__(
            title,
            fields,
            keep,
            focus=focus,
            about=about,
            typing=lambda values: draft.typing(place, values, self.began),
        )
        self.draft = draft
        self.began = began

    @property
    def typed_into(self) -> tuple[str, ...]:
        """The labels of fields that hold something else than what is saved."""
        values = self.values
        return tuple(field.label for field in self.fields if values[field.id] != self.began[field.id])

    @property
    def kept_when_closed(self) -> bool:
        """Whether what was typed waits until the text can be changed again."""
        return bool(self.draft.read_only)

    @property
    def kept_at_the_end(self) -> bool:
        """The journal offers it at the next start."""
        return True


def open_typed_form(
    pane: Pane,
    place: str,
    title: str,
    fields: Iterable[Field],
    change: Callable[[Mapping[str, str]], Made],
    *,
    done: Callable[[str], None] | None = None,
    focus: str = "",
    about: str = "",
) -> None:
    """Open a form; ``change`` may raise :class:`Refused`, ``done`` is told the id of what was changed."""
    draft = pane.work.draft
    asked = tuple(fields)
    began = {field.id: field.value for field in asked}
    left, contested = draft.left(place, began), draft.contested(place, began)
    filled = tuple(field._replace(value=left.get(field.id, field.value)) for field in asked)
    kept: list[tuple[Made, tuple[str, ...]]] = []
    parted: list[str] = []

    def keep(values: dict[str, str]) -> None:
        # Made before the form closes: where it is refused, what was typed is still there.
        made = change(values)
        try:
            kept.append((made, pane.work.edit(made.after)))
        except Diverged as diverged:
            # What was typed is in the version that is kept, and comes back from there.
            draft.stop_typing(place)
            parted.append(sentence(diverged))

    def closed(_nothing: None) -> None:
        if kept:
            made, lines = kept[-1]
            if pane.agreement_screen.edited(lines, made.told) and done is not None:
                done(made.id)
        elif parted:
            pane.agreement_screen.show_all(parted[-1])
        elif draft.read_only:
            draft.postpone(place)
            pane.agreement_screen.show_all(only_read(draft, pane.app.own_keys))
        else:
            draft.stop_typing(place)
            pane.agreement_screen.show_all()

    if left:
        draft.typing(place, {field.id: field.value for field in filled}, began | contested)
    form = TypedForm(draft, place, title, filled, keep, began=began, focus=focus, about=about)
    pane.app.push_screen(form, closed)
    for field in asked:
        if field.id in contested:
            told = f"{field.label} juga diubah orang lain sejak Anda mengetik; yang tersimpan: {field.value}"
            form.call_after_refresh(pane.app.tell, told)
