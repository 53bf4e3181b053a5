"""What keys cost on the line at 80 by 24 with 256 colours: bytes, which are the same in every run."""

from __future__ import annotations

import re
import statistics
from collections.abc import Sequence
from itertools import takewhile
from pathlib import Path
from typing import NamedTuple

import msgspec
import pytest

from kampanye_tui.model.agreement import Agreement
from kampanye_tui.store.workspace import create, load
from tests.terminal.acting import acted, begun, taken, with_settings
from tests.terminal.desk import LISTED, READ, Desk, made_desk
from tests.terminal.emulator import Terminal
from tests.tui.desk import ID
from tests.tui.desk import Desk as ScreenDesk
from tests.tui.scenes import SCENES, Scene, Shown, place

pytestmark = pytest.mark.penuh

ARROW = 800
SCREEN = 15_500
"""The longest take 11.8 kB (details of a pack), 11.6 (help) and 11.2 (an agreement); a busy machine may paint
one or two of their five frames again, 2.3 kB each."""
COUNTED = " halaman"
"""In the title of the editor, once the pages of the naskah are counted."""
TEXT = "kata yang ditulis ke"
"""Twenty characters."""
TYPED = 3
"""Letters in a row that are keys; more are typed into a field."""
OPENED_BY_A_KEY = [
    name for name, scene in SCENES.items() if any(isinstance(step, str) for step in scene.steps)
]
AT_ONCE = {"pemulihan": 2, "gabungkan": 2}
"""Screens that one key opens: the agreement, and the question over it."""
LEAN = "hemat = true"
LEAN_CHARACTER, LEAN_SCREEN = 250, 6_000
ALIKE = (
    "klausul",
    "pustaka",
    "sunting",
    "pihak-formulir",
    "pemeriksaan",
    "pratinjau-pilih",
    "perintah",
    "meja",
)
"""Scenes that are compared with and without ``hemat``: lists, typing, screens over screens."""
ARROWS = (*("down",) * 6, *("up",) * 4) * 2
GAP = 0.1
"""Seconds between two arrows: a key that is held repeats sooner."""
RESTED = 1.0
"""Seconds without a byte after which a pane has followed, too."""


def twelve_agreements(desk: ScreenDesk) -> None:
    """Save eleven agreements beside the one that is there."""
    first = load(desk.located.workspace, ID).agreement
    for number in range(2, 13):
        create(desk.located.workspace, msgspec.structs.replace(first, id=f"naskah-{number}"))


WALKED = {
    "beranda": SCENES["beranda"]._replace(before=twelve_agreements),
    **{name: SCENES[name] for name in ("klausul", "pihak", "meja", "salinan-final")},
}
"""Scenes with a list to walk through."""


def costs(terminal: Terminal, key: str, times: int) -> list[int]:
    """Return the bytes of each of several presses of a key.

    The press before them is not counted: the first key on a screen also paints what its focus still owes.
    """
    terminal.bytes_of(key)
    return [len(terminal.bytes_of(key)) for _time in range(times)]


def test_an_arrow_in_the_list_of_agreements(tmp_path: Path, agreement: Agreement) -> None:
    with made_desk(tmp_path, agreement, agreements=5).listed() as terminal:
        assert max(costs(terminal, "down", 3)) <= ARROW


@pytest.mark.parametrize(("place", "last"), [("listed", LISTED), ("opened", READ), ("editing", COUNTED)])
def test_a_program_that_nobody_touches_sends_nothing(desk: Desk, place: str, last: str) -> None:
    with getattr(desk, place)() as terminal:
        terminal.wait_for(last)
        terminal.settle()
        assert terminal.during(3.0) == b""


def test_the_first_screen(desk: Desk) -> None:
    with desk.listed() as terminal:
        assert len(terminal.output) <= SCREEN


def test_opening_an_agreement(desk: Desk) -> None:
    with desk.listed() as terminal:
        before = len(terminal.output)
        terminal.press("enter")
        terminal.wait_for(READ)
        terminal.settle()
        assert len(terminal.output) - before <= SCREEN


def opening(steps: Sequence[str | Shown]) -> int:
    """Return which step opens the screen of a scene: the last key before what is only typed there."""
    last = max(number for number, step in enumerate(steps) if isinstance(step, str))
    typed = list(
        takewhile(lambda step: isinstance(step, str) and len(step) == 1, reversed(steps[: last + 1]))
    )
    if len(typed) <= TYPED:
        return last
    before = last - len(typed)
    # Where no key comes before what is typed, its first letter is one.
    return before if isinstance(steps[before], str) else before + 1


@pytest.mark.parametrize("name", OPENED_BY_A_KEY)
def test_opening_each_screen(agreement: Agreement, name: str) -> None:
    steps = SCENES[name].steps
    at = opening(steps)
    with begun(SCENES[name], agreement) as terminal:
        for step in steps[:at]:
            taken(terminal, step)
        terminal.settle()
        before = len(terminal.output)
        for step in steps[at:]:
            if isinstance(step, Shown) or step is steps[at]:
                taken(terminal, step)
        terminal.settle()
        assert len(terminal.output) - before <= SCREEN * AT_ONCE.get(name, 1)


def test_leaving_the_editor(desk: Desk) -> None:
    with desk.editing() as terminal:
        assert 0 < len(terminal.bytes_of("f12")) <= SCREEN


def lean(desk: Desk) -> Desk:
    """Return a desk whose operator has a bad line."""
    desk.data.mkdir(parents=True)
    (desk.data / "pengaturan.toml").write_text(f"format = 1\n{LEAN}\n")
    return desk


def test_over_a_bad_line_a_typed_character_sends_its_own_row(desk: Desk) -> None:
    with lean(desk).editing() as terminal:
        assert statistics.median(len(terminal.bytes_of(letter)) for letter in TEXT) <= LEAN_CHARACTER


def test_over_a_bad_line_the_first_screen_is_half_as_long(desk: Desk) -> None:
    with lean(desk).listed() as terminal:
        assert len(terminal.output) <= LEAN_SCREEN


@pytest.mark.parametrize("key", ["enter", "3", "6", "f1"])
def test_over_a_bad_line_a_screen_of_an_agreement_is_half_as_long(desk: Desk, key: str) -> None:
    with lean(desk).opened() as terminal:
        assert 0 < len(terminal.bytes_of(key)) <= LEAN_SCREEN


@pytest.mark.parametrize("name", ALIKE)
def test_over_a_bad_line_a_screen_shows_the_same(agreement: Agreement, name: str) -> None:
    with acted(SCENES[name], agreement) as terminal:
        whole = terminal.screen
    with acted(with_settings(SCENES[name], LEAN), agreement) as terminal:
        terminal.settle(RESTED)
        assert same(terminal.screen) == same(whole)


@pytest.mark.parametrize("name", ALIKE)
def test_over_a_bad_line_the_cursor_stands_where_the_focus_is(agreement: Agreement, name: str) -> None:
    scene = with_settings(SCENES[name], LEAN)
    with acted(scene, agreement) as terminal:
        assert terminal.cursor == place(scene.cursor, terminal.screen)


class Walk(NamedTuple):
    """What a walk through a list has sent, and its end: the screen without hours, and the cursor."""

    sent: int
    shown: list[str]
    cursor: tuple[int, int]


def walk(scene: Scene, agreement: Agreement) -> Walk:
    """Walk through the list of a scene until all rests."""
    with acted(scene, agreement) as terminal:
        terminal.bytes_of("down")
        terminal.settle(RESTED)
        before = len(terminal.output)
        for key in ARROWS:
            terminal.press(key)
            terminal.during(GAP)
        terminal.settle(RESTED)
        return Walk(len(terminal.output) - before, same(terminal.screen), terminal.cursor)


@pytest.fixture(scope="module", params=WALKED)
def walks(request: pytest.FixtureRequest, agreement: Agreement) -> tuple[Walk, Walk]:
    """The same walk without ``hemat`` and with it."""
    scene = WALKED[request.param]
    return walk(scene, agreement), walk(with_settings(scene, LEAN), agreement)


def test_over_a_bad_line_arrows_send_less_than_half(walks: tuple[Walk, Walk]) -> None:
    whole, lean = walks
    assert lean.sent < whole.sent / 2


def test_over_a_bad_line_arrows_lead_to_the_same(walks: tuple[Walk, Walk]) -> None:
    whole, lean = walks
    assert (lean.shown, lean.cursor) == (whole.shown, whole.cursor)


def same(shown: list[str]) -> list[str]:
    """Return a screen without hours, which differ from run to run."""
    return [re.sub(r"\d\d\.\d\d(\.\d\d)?", "hh.mm", line) for line in shown]
