"""The table of actions: keys that every terminal sends and that do not meet, words that fit."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest

from kampanye_tui.tui.actions import ACTIONS, Action, Group, action, of_group
from kampanye_tui.tui.keymap import MOST_IN_FOOTER, clashes, footer, key_name, keys_of, own_keymap
from tests.each import for_each

TYPED_INTO = (Group.FORM, Group.EDITOR, Group.NEW_FILE)
"""Where letters are text."""
PANES = (Group.OCCASION, Group.CLAUSES, Group.PARTIES, Group.CHECK, Group.PREVIEW, Group.OUTPUT)
STACKS = {
    "home": (Group.LIST, Group.HOME, Group.EVERYWHERE),
    **{pane.name: (Group.LIST, pane, Group.AGREEMENT, Group.EVERYWHERE) for pane in PANES},
    "recap": (Group.LIST, Group.RECAP, Group.RECAP_LIST, Group.EVERYWHERE),
    "recap of an office": (Group.LIST, Group.RECAP, Group.RECAP_OFFICE, Group.EVERYWHERE),
    "form": (Group.FORM, Group.EVERYWHERE),
    "editor": (Group.EDITOR, Group.EVERYWHERE),
    "question": (Group.LIST, Group.QUESTION, Group.EVERYWHERE),
}
"""Groups that work together, the nearest first."""
every_stack = pytest.mark.parametrize("name", STACKS)
every_action = for_each("one", {one.id: one for one in ACTIONS})


def stacked(name: str) -> list[Action]:
    """Return the actions of a stack; a nearer one takes a key from those behind it."""
    taken: set[str] = set()
    kept = []
    for one in (one for group in STACKS[name] for one in of_group(group)):
        if one.keys[0] not in taken:
            kept.append(one)
        taken.update(one.keys)
    return kept


def test_the_table_knows_no_terminal() -> None:
    program = "import sys, kampanye_tui.tui.keymap; print('textual' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], capture_output=True, text=True).stdout == "False\n"


def test_every_id_is_there_once() -> None:
    ids = [one.id for one in ACTIONS]
    assert [name for name in ids if ids.count(name) > 1] == []


@every_action
def test_an_id_can_be_written_into_the_settings(one: Action) -> None:
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*(\.[a-z]+(-[a-z]+)*)?", one.id)


@every_action
def test_an_action_has_a_key(one: Action) -> None:
    assert one.keys


@every_action
def test_no_key_is_one_that_terminals_cannot_tell_apart(one: Action) -> None:
    alike = {"ctrl+m", "ctrl+i", "ctrl+h", "ctrl+j", "ctrl+space", "ctrl+left_square_bracket", "ctrl+slash"}
    assert [key for key in one.keys if key in alike or re.match("(alt|shift|ctrl)[+](?![a-z]$)", key)] == []


@for_each(
    "one",
    {one.id: one for one in ACTIONS if one.keys[0].startswith("ctrl+") and one.id != "cara-keluar"},
)
def test_a_key_with_ctrl_has_a_twin_that_no_multiplexer_takes(one: Action) -> None:
    assert [key for key in one.keys if not key.startswith("ctrl+")]


@for_each("one", {one.id: one for one in ACTIONS if "escape" in one.keys})
def test_escape_has_a_twin_that_comes_at_once(one: Action) -> None:
    assert [key for key in one.keys if key != "escape"]


@pytest.mark.parametrize("group", Group)
def test_no_two_actions_of_a_group_have_one_key(group: Group) -> None:
    keys = [key for one in of_group(group) for key in one.keys]
    assert [key for key in keys if keys.count(key) > 1] == []


@pytest.mark.parametrize("group", TYPED_INTO)
def test_where_letters_are_text_every_action_has_another_key(group: Group) -> None:
    assert [one.id for one in of_group(group) if all(len(key) == 1 for key in one.keys)] == []


@every_action
def test_the_help_is_a_sentence(one: Action) -> None:
    assert one.help[0].isupper()
    assert one.help.endswith(".")


@every_stack
def test_a_footer_names_at_most_seven(name: str) -> None:
    assert len(footer(stacked(name), {}, 80)) <= MOST_IN_FOOTER == 7


@every_stack
@pytest.mark.parametrize("width", [60, 80, 120])
def test_a_footer_is_never_wider_than_the_window(name: str, width: int) -> None:
    entries = footer(stacked(name), {}, width)
    assert len("".join(f"{key} {words}  " for _id, key, words in entries)) <= width


@every_stack
def test_a_footer_ends_with_the_way_to_the_help(name: str) -> None:
    assert footer(stacked(name), {}, 80)[-1][0] == "bantuan"


@every_stack
def test_a_footer_at_80_columns_names_what_enter_does(name: str) -> None:
    with_enter = [one.id for one in stacked(name) if one.keys[0] == "enter" and one.shown]
    assert set(with_enter) <= {name for name, _key, _words in footer(stacked(name), {}, 80)}


@pytest.mark.parametrize("name", [pane.name for pane in PANES])
def test_a_footer_of_a_tab_names_the_way_out(name: str) -> None:
    assert footer(stacked(name), {}, 80)[-2][:2] == ("kembali", "Esc")


def test_a_footer_leaves_out_what_is_in_the_help_only() -> None:
    assert "daftar.turun" not in [name for name, _key, _words in footer(stacked("home"), {}, 200)]


def test_a_footer_names_the_first_key_that_nothing_nearer_has_taken() -> None:
    near, far = action("klausul.baru"), action("naskah.urung")
    named = footer([near, far], {"klausul.baru": "u"}, 80)
    assert [(name, key) for name, key, _words in named] == [("klausul.baru", "u"), ("naskah.urung", "Ctrl+Z")]


def test_a_footer_shows_the_users_own_key() -> None:
    assert footer([action("naskah.urung")], {"naskah.urung": "f9"}, 80)[0][1] == "F9"


@pytest.mark.parametrize(
    ("key", "name"),
    [
        ("enter", "Enter"),
        ("escape", "Esc"),
        ("space", "Spasi"),
        ("question_mark", "?"),
        ("f10", "F10"),
        ("ctrl+s", "Ctrl+S"),
        ("K", "K"),
        ("f", "f"),
    ],
)
def test_a_key_has_the_name_that_stands_on_it(key: str, name: str) -> None:
    assert key_name(key) == name


@every_action
def test_keys_written_as_the_screen_writes_them_are_understood(one: Action) -> None:
    assert keys_of(one, {one.id: ", ".join(map(key_name, one.keys))}) == one.keys


@pytest.mark.parametrize("written", ["", " ", ","])
def test_an_empty_choice_leaves_the_keys_as_they_are(written: str) -> None:
    assert keys_of(action("naskah.urung"), {"naskah.urung": written}) == ("u", "ctrl+z")


def test_a_small_letter_is_another_key_than_a_large_one() -> None:
    assert keys_of(action("naskah.urung"), {"naskah.urung": "U, u"}) == ("U", "u")


def test_textual_gets_keys_without_blanks_and_no_unknown_ids() -> None:
    assert own_keymap({"naskah.urung": "F9, Ctrl+Z", "tak.ada": "x"}) == {"naskah.urung": "f9,ctrl+z"}


def test_the_usual_keys_do_not_clash() -> None:
    assert clashes({}) == ()


def test_an_unknown_id_is_told() -> None:
    assert clashes({"tak.ada": "x"}) == ('Tidak ada tindakan bernama "tak.ada" pada [tombol].',)


@pytest.mark.parametrize(
    ("own", "other"),
    [
        ({"beranda.baru": "d"}, "beranda.salin"),
        ({"beranda.baru": "F1"}, "bantuan"),
        ({"beranda.baru": "j"}, "daftar.turun"),
        ({"klausul.beda": "u"}, "naskah.urung"),
        ({"naskah.urung": "n"}, "klausul.baru"),
        ({"sunting.beda": "f8"}, "sunting.pulihkan"),
        ({"sunting.beda": "f1"}, "bantuan"),
        ({"tanya.ya": "j"}, "daftar.turun"),
    ],
)
def test_a_key_that_two_actions_would_share_is_told(own: dict[str, str], other: str) -> None:
    assert any(f'"{other}"' in sentence for sentence in clashes(own))


def test_a_key_that_the_table_itself_shares_is_no_clash() -> None:
    assert clashes({"formulir.batal": "escape, f9", "beranda.keluar": "q, f8"}) == ()


def test_actions_that_never_meet_may_share_a_key() -> None:
    assert clashes({"sunting.beda": "f7", "beranda.paket": "f7"}) == ()


def test_two_actions_may_change_places() -> None:
    assert clashes({"beranda.baru": "d", "beranda.salin": "n"}) == ()
