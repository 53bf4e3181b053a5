"""What is sent over a bad line: rows that stand already are left out, blanks are not spelt. No app runs."""

from __future__ import annotations

import pytest

from kampanye_tui.tui.thrift import AGAIN, Thrift

pytestmark = pytest.mark.penuh

HEIGHT = 24
FIRST = "\x1b[5;1Hsatu\r\n\x1b[6;1Hdua\x1b[6;1H"


def after(*texts: str) -> str:
    """Return what is sent of the last of some texts."""
    thrift = Thrift()
    return [thrift.of(text, HEIGHT) for text in texts][-1]


def test_the_first_time_all_is_sent() -> None:
    assert after(FIRST) == FIRST


def test_a_row_that_stands_is_not_sent_again() -> None:
    assert after(FIRST, "\x1b[5;1Hsatu\r\n\x1b[6;1Hdua!\x1b[6;5H") == "\x1b[6;1Hdua!\x1b[6;5H"


def test_a_row_that_was_written_over_is_sent_again() -> None:
    assert after(FIRST, "\x1b[5;3HXX", "\x1b[5;1Hsatu") == "\x1b[5;1Hsatu"


def test_other_colours_are_another_row() -> None:
    assert after(FIRST, "\x1b[5;1H\x1b[7msatu\x1b[0m") == "\x1b[5;1H\x1b[7msatu\x1b[0m"


def test_where_the_cursor_goes_is_always_sent() -> None:
    assert after("\x1b[5;1H", "\x1b[5;1H") == "\x1b[5;1H"


def test_the_signs_of_a_frame_are_always_sent() -> None:
    frame = "\x1b[?2026h\x1b[5;1Hsatu\x1b[?2026l"
    assert after(frame, frame) == "\x1b[?2026h\x1b[?2026l"


@pytest.mark.parametrize(
    "other", ["\x1b[?1049h", "\x1b[2J", "\x1b]52;c;YQ==\x07", "tanpa tempat"], ids=lambda one: repr(one)
)
def test_after_anything_else_nothing_is_taken_for_granted(other: str) -> None:
    assert after(FIRST, other, FIRST) == FIRST


def test_anything_else_is_sent_as_it_is() -> None:
    assert after("\x1b[2J\x1b[5;1H" + " " * 40) == "\x1b[2J\x1b[5;1H" + " " * 40


FULL = "".join(f"\x1b[{row};1Hbaris\r\n" for row in range(1, HEIGHT + 1))


def twice(seconds: float) -> str:
    """Return what is sent of a frame that fills the screen and comes again so many seconds later."""
    now = 0.0
    thrift = Thrift(lambda: now)
    thrift.of(FULL, HEIGHT)
    now = seconds
    return thrift.of(FULL, HEIGHT)


def test_a_frame_that_fills_the_screen_is_sent_whole() -> None:
    assert twice(AGAIN) == FULL


def test_a_frame_that_fills_the_screen_is_not_sent_whole_twice_at_once() -> None:
    assert twice(AGAIN / 2) == ""


BLANKS = {
    "after text": ("\x1b[5;1Hsatu" + " " * 20, "\x1b[5;1Hsatu\x1b[20X\x1b[20C"),
    "in the colours of the terminal": (
        "\x1b[5;1H\x1b[39;49m" + " " * 20,
        "\x1b[5;1H\x1b[39;49m\x1b[20X\x1b[20C",
    ),
    "few": ("\x1b[5;1Hsatu" + " " * 11, None),
    "reversed": ("\x1b[5;1H\x1b[7m" + " " * 20, None),
    "bold and reversed": ("\x1b[5;1H\x1b[1;7m" + " " * 20, None),
    "underlined": ("\x1b[5;1H\x1b[4m" + " " * 20, None),
    "on a ground of their own": ("\x1b[5;1H\x1b[38;5;253;48;5;233m" + " " * 20, None),
    "on one of 16 grounds": ("\x1b[5;1H\x1b[30;47m" + " " * 20, None),
}


@pytest.mark.parametrize("what", BLANKS)
def test_blanks_are_spelt_only_where_they_show_something(what: str) -> None:
    text, sent = BLANKS[what]
    assert after(text) == (sent or text)
