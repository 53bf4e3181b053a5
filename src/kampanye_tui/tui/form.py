"""A form: labelled fields one below the other, checked as they are left, done with one key.

Fields and a function come in; what was typed goes to that function, which says what is wrong or keeps it.
What is being typed is handed on at every change, so that it can be journalled outside the screen.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar, NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.events import DescendantBlur, DescendantFocus, Key
from textual.message import Message
from textual.screen import Screen
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Input

from kampanye_tui.model.problem import Refused
from kampanye_tui.tui.actions import Group
from kampanye_tui.tui.columns import fit
from kampanye_tui.tui.faults import sentence
from kampanye_tui.tui.frame import KeyLine, MessageLine, OneLine, Rule, TitleLine
from kampanye_tui.tui.perform import Performer, bound, program_of
from kampanye_tui.tui.text_field import TextField

LABEL = 25
"""Columns of a label."""


class Field(NamedTuple):
    """A field: its label, its value as text, one sentence of help, and what it may be.

    ``check`` returns what is wrong as a sentence, or an empty text. ``choices`` are pairs of value and words.
    """

    id: str
    label: str
    value: str = ""
    hint: str = ""
    check: Callable[[str], str] | None = None
    choices: tuple[tuple[str, str], ...] = ()


class Choice(Widget, can_focus=True):
    """One of a few values, changed with the arrow keys, space or a first letter."""

    DEFAULT_CSS = """
    Choice { height: 1; width: 1fr; }
    """

    class Changed(Message):
        """Another value was chosen."""

    def __init__(self, value: str, choices: Sequence[tuple[str, str]], *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.choices = tuple(choices)
        self.value = value if value in dict(choices) else self.choices[0][0]

    def on_focus(self) -> None:
        """Take the terminal's cursor."""
        program_of(self).put_cursor(self, 0, 0)
        self.refresh()

    def on_blur(self) -> None:
        """Show the value at rest."""
        self.refresh()

    def on_key(self, event: Key) -> None:
        """Change the value."""
        values = [value for value, _words in self.choices]
        at = values.index(self.value)
        if event.key in ("left", "right", "space"):
            self.set_value(values[(at + (-1 if event.key == "left" else 1)) % len(values)])
        elif event.is_printable and event.character:
            order = values[at + 1 :] + values[: at + 1]
            words, typed = dict(self.choices), event.character.casefold()
            met = [one for one in order if words[one].casefold().startswith(typed)]
            if not met:
                return
            self.set_value(met[0])
        else:
            return
        event.stop()

    def set_value(self, value: str) -> None:
        """Choose a value."""
        if value != self.value:
            self.value = value
            self.refresh()
            self.post_message(self.Changed())

    def render_line(self, y: int) -> Strip:
        """Return the line."""
        del y
        words = dict(self.choices)[self.value]
        number = [value for value, _words in self.choices].index(self.value) + 1
        if not self.has_focus:
            return Strip([Segment(words)]).adjust_cell_length(self.size.width)
        more = f"  ‹ {number} dari {len(self.choices)} ›  ubah dengan ← →"
        return Strip(
            [Segment(words, Style(reverse=True)), Segment(more, Style(dim=True))]
        ).adjust_cell_length(self.size.width)


class Label(Widget):
    """The label before a field."""

    DEFAULT_CSS = f"""
    Label {{ width: {LABEL + 3}; height: 1; }}
    """

    def __init__(self, text: str) -> None:
        super().__init__()
        self.text = text

    def render_line(self, y: int) -> Strip:
        """Return the line."""
        del y
        return Strip([Segment(fit(f"  {self.text}", self.size.width))])


class Form(Performer, Screen[None]):
    """A screen with fields. ``keep`` gets all values by id and may raise :class:`Refused`."""

    groups = (Group.FORM,)
    worth_knowing = (
        "Enter atau ↓ ke isian berikutnya, ↑ ke isian sebelumnya.",
        "Isian yang berpilihan diubah dengan ← dan →. Ctrl+U mengosongkan isian.",
    )
    """What the help tells beside the keys."""
    BINDINGS: ClassVar = [*bound(Group.FORM)]
    DEFAULT_CSS = """
    Form #fields { height: 1fr; padding: 1 0; }
    Form .field { height: 1; }
    Form Input { width: 1fr; }
    """

    def __init__(
        self,
        title: str,
        fields: Sequence[Field],
        keep: Callable[[dict[str, str]], None],
        *,
        focus: str = "",
        typing: Callable[[dict[str, str]], None] | None = None,
        about: str = "",
    ) -> None:
        super().__init__()
        self.form_title = title
        self.fields = tuple(fields)
        self.keep = keep
        self.first = focus
        self.typing = typing
        self.about = about
        self._handed_on = False
        self._sent = False

    def compose(self) -> ComposeResult:
        """Lay out the fields."""
        yield TitleLine(self.form_title)
        yield Rule(self.about)
        with VerticalScroll(id="fields", can_focus=False):
            for field in self.fields:
                with Horizontal(classes="field"):
                    yield Label(field.label)
                    if field.choices:
                        yield Choice(field.value, field.choices, id=f"f-{field.id}")
                    else:
                        yield TextField(field.value, id=f"f-{field.id}")
        yield OneLine(id="hint")
        yield MessageLine()
        yield KeyLine()

    def on_mount(self) -> None:
        """Begin in the field that was asked for."""
        wanted = self.first or (self.fields[0].id if self.fields else "")
        if wanted:
            self.query_one(f"#f-{wanted}").focus()

    @property
    def values(self) -> dict[str, str]:
        """What stands in the fields."""
        return {field.id: self._value(field) for field in self.fields}

    @property
    def typed_into(self) -> tuple[str, ...]:
        """The labels of fields that hold something else than they began with."""
        values = self.values
        return tuple(field.label for field in self.fields if values[field.id] != field.value)

    @property
    def kept_when_closed(self) -> bool:
        """Whether what was typed is there again when the form is opened the next time."""
        return False

    @property
    def kept_at_the_end(self) -> bool:
        """Whether what was typed outlives the program."""
        return False

    def _value(self, field: Field) -> str:
        selector = f"#f-{field.id}"
        return (
            self.query_one(selector, Choice).value if field.choices else self.query_one(selector, Input).value
        )

    def _field(self, widget: Widget | None) -> Field | None:
        return next((one for one in self.fields if widget is not None and widget.id == f"f-{one.id}"), None)

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """Show what the field is for."""
        field = self._field(event.widget)
        if field is not None:
            self.query_one("#hint", OneLine).say(field.hint)

    def on_descendant_blur(self, event: DescendantBlur) -> None:
        """Check the field that was left."""
        field = self._field(event.widget)
        if field is None or not self.is_current:
            return
        if self._sent:
            # The field was not left by the user, who is being told what is wrong in another one.
            self._sent = False
            return
        wrong = self.fault(field)
        self.app.tell(f"{field.label}: {wrong}" if wrong else "")

    def fault(self, field: Field) -> str:
        """Return what is wrong with the text in a field."""
        value = self.values[field.id].strip()
        return field.check(value) if field.check else ""

    def on_input_changed(self) -> None:
        """Hand on what is being typed."""
        self._typed()

    def on_choice_changed(self) -> None:
        """Hand on what was chosen."""
        self._typed()

    def _typed(self) -> None:
        changed = bool(self.typed_into)
        # What was typed and taken back by hand is no longer what whoever got it before has.
        if self.typing is not None and (changed or self._handed_on):
            self._handed_on = True
            self.typing(self.values)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Go on to the next field; behind the last one the form is done."""
        if event.input.id == f"f-{self.fields[-1].id}":
            self.do_done()
        else:
            self.focus_next()

    def on_key(self, event: Key) -> None:
        """Move between fields."""
        if event.key in ("down", "up"):
            (self.focus_next if event.key == "down" else self.focus_previous)()
            event.stop()
        elif event.key == "enter" and isinstance(self.focused, Choice):
            self.do_done() if self.focused.id == f"f-{self.fields[-1].id}" else self.focus_next()
            event.stop()

    def do_done(self) -> None:
        """Keep what was typed, or show the first field that is wrong."""
        for field in self.fields:
            wrong = self.fault(field)
            if wrong:
                place = self.query_one(f"#f-{field.id}")
                self._sent = self.focused is not place
                place.focus()
                self.app.tell(f"{field.label}: {wrong}")
                return
        try:
            self.keep({name: value.strip() for name, value in self.values.items()})
        except (Refused, OSError) as error:
            self.app.tell(sentence(error))
            return
        self.dismiss(None)

    def do_cancel(self) -> None:
        """Close the form; nothing has changed. What was typed is dropped only when that is wanted."""
        from kampanye_tui.tui.leaving import ask_to_drop

        typed = self.typed_into
        if typed and not self.kept_when_closed:
            ask_to_drop(self.app, typed, self._close)
        else:
            self._close()

    def _close(self) -> None:
        self.dismiss(None)

    def leave(self) -> None:
        """Close the form as its own key does, for those who go back by the key of every screen."""
        self.do_cancel()
