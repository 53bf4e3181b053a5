"""What a directive may look at while a document is made, and how text gets its values."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from kampanye_tui.agreement.placeholders import finish
from kampanye_tui.agreement.vocabulary import Vocabulary
from kampanye_tui.document.parts import Passage, Piece
from kampanye_tui.model.agreement import Agreement, CopyPlan
from kampanye_tui.model.document import Picture, Run, Runs
from kampanye_tui.model.messages import nearest
from kampanye_tui.model.party import Party
from kampanye_tui.model.problem import Refused, refuse
from kampanye_tui.model.state import State
from kampanye_tui.model.template import Template

BLANK = "…" * 14
"""Printed where a value is not known yet, to be filled in by hand."""


class Receiver:
    """For whom a paper is: whose numbered copy, or which pihak's; or nobody's.

    It notes that it was asked: what is made without asking it is the same on the paper of everybody else.
    """

    __slots__ = ("_copy", "_holder", "_words", "asked")

    def __init__(self, copy: CopyPlan | None, holder: Party | None, words: Vocabulary) -> None:
        self._copy = copy
        self._holder = holder
        self._words = words
        self.asked = False

    @property
    def copy(self) -> CopyPlan | None:
        """The numbered copy."""
        self.asked = True
        return self._copy

    @property
    def holder(self) -> Party | None:
        """Who receives the paper."""
        self.asked = True
        return self._holder

    @property
    def words(self) -> Vocabulary:
        """What a template may say of the receiver and the copy."""
        self.asked = True
        return self._words


class Context(NamedTuple):
    """Everything that goes into one document."""

    template: Template
    agreement: Agreement
    state: State
    words: Vocabulary
    """What a template may name in every copy alike."""
    references: Mapping[str, str]
    """Clause id → how text refers to it: ``Pasal 3``."""
    number: int
    """The first number of the directive that is being made."""
    logo: Picture | None
    receiver: Receiver
    templates: Mapping[str, Template]
    """Address → template, for those that a template takes in."""

    def say(self, text: str, line: int = 0) -> str:
        """Return ``text`` with its values: an empty one is a blank, an unknown one is refused."""

        def value(name: str) -> str:
            words = self.words if name in self.words else self.receiver.words
            if name not in words:
                raise self.refuse(line, f"isian {{{name}}} tidak dikenal", nearest(name, self.words | words))
            return words[name] or BLANK

        return finish(text, value, self.refer)

    def settle(self, resolved: str) -> str:
        """Return the words of a clause as they print: what is still open is a blank."""
        return finish(resolved, lambda _name: BLANK, self.refer)

    @property
    def copy(self) -> CopyPlan | None:
        """The numbered copy that the paper is, if any."""
        return self.receiver.copy

    @property
    def holder(self) -> Party | None:
        """Who receives the paper, if anybody."""
        return self.receiver.holder

    def concerns(self, party: str) -> bool:
        """Tell whether a paper tells of a pihak: of the one that it is for, or of all."""
        return self.holder is None or self.holder.id == party

    def refer(self, clause_id: str) -> str:
        """Return how text refers to a clause; one that is not there shows as a blank."""
        return self.references.get(clause_id, BLANK)

    def runs(self, passage: Passage) -> Runs:
        """Return a passage as runs; its lines flow together, its line breaks stay."""
        runs: list[Run] = []
        for number, line in enumerate(passage.lines):
            if runs and not runs[-1].text.endswith("\n"):
                runs.append(Run(" "))
            runs += self.spoken(line, passage.line + number)
        return merged(runs)

    def spoken(self, pieces: tuple[Piece, ...], line: int) -> Runs:
        """Return the pieces of one line with their values."""
        return merged(Run(self.say(piece.text, line), piece.bold, piece.italic) for piece in pieces)

    def refuse(self, line: int, what: str, hint: str = "") -> Refused:
        """Return the refusal for a fault in the template at ``line``."""
        return refuse(what, hint, file=self.template.file, line=line)


def plain(text: str) -> Runs:
    """Return text as a single run without style."""
    return (Run(text),)


def merged(runs: Iterable[Run]) -> Runs:
    """Return runs with neighbours of one style made one, and without empty ones."""
    made: list[Run] = []
    for run in runs:
        if not run.text:
            continue
        if made and (made[-1].bold, made[-1].italic) == (run.bold, run.italic):
            made[-1] = Run(made[-1].text + run.text, run.bold, run.italic)
        else:
            made.append(run)
    return tuple(made)
