"""Placeholders: bare names, references, doubled braces, and nothing that is evaluated."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kampanye_tui.agreement.placeholders import Kind, fill, finish, found, pieces

NAMES = ("a", "b2", "nama_kantor")
WHOLE = st.lists(
    st.one_of(
        st.sampled_from([f"{{{name}}}" for name in NAMES]),
        st.sampled_from(["{@tanpa-politik-uang}", "{@a}", "{{", "}}"]),
        st.text(st.characters(exclude_characters="{}"), min_size=1, max_size=6),
    ),
    max_size=8,
).map("".join)
"""Texts as packs may hold them: no stray braces."""
BRACES = st.text(st.sampled_from("{}@a_ "), max_size=12)


def refused(name):
    raise AssertionError(f"{name} was read as a placeholder")


def shown(text, values=None):
    """How ``text`` prints when what is open prints as ``<name>`` and a reference as ``[id]``."""
    return finish(text, lambda name: (values or {}).get(name, f"<{name}>"), lambda target: f"[{target}]")


def test_a_known_name_gets_its_value():
    assert fill("di {tempat}.", {"tempat": "Aula"}) == "di Aula."


def test_an_unknown_name_stays():
    assert fill("di {tempat}.", {"acara": "x"}) == "di {tempat}."


def test_an_empty_value_leaves_its_placeholder_open():
    assert fill("di {tempat}.", {"tempat": ""}) == "di {tempat}."


def test_a_reference_stays_when_names_are_filled_in():
    assert fill("menurut {@damai}", {"damai": "x"}) == "menurut {@damai}"


def test_a_reference_prints_through_the_function_for_references():
    assert finish("menurut {@damai}", refused, lambda target: f"Pasal {len(target)}") == "menurut Pasal 5"


def test_doubled_braces_print_as_one():
    assert shown("{{tempat}}") == "{tempat}"


def test_doubled_braces_around_a_placeholder_print_around_its_value():
    assert shown(fill("{{{tempat}}}", {"tempat": "Aula"})) == "{Aula}"


@pytest.mark.parametrize("value", ["{x}", "{@id}", "{{", "}}", "{", "}", "{a}", "{{a}}", "*x* ::: kop"])
def test_a_value_that_looks_like_a_placeholder_prints_as_that(value):
    assert finish(fill("{a}", {"a": value}), refused, refused) == value


@given(value=st.text(min_size=1) | BRACES.filter(bool))
def test_any_value_comes_back_exactly(value):
    assert finish(fill("{a}", {"a": value}), refused, refused) == value


@given(text=WHOLE, value=BRACES.filter(bool))
def test_filling_in_first_changes_nothing_of_what_prints(text, value):
    assert shown(fill(text, {"a": value})) == shown(text, {"a": value})


@given(text=WHOLE, value=BRACES.filter(bool))
def test_filling_in_opens_no_placeholder(text, value):
    still_open = set(found(text, Kind.NAME)) - {"a"}
    assert set(found(fill(text, {"a": value}), Kind.NAME)) == still_open


@given(text=WHOLE, first=BRACES, second=BRACES)
def test_filling_in_by_and_by_is_filling_in_at_once(text, first, second):
    by_and_by = fill(fill(text, {"a": first}), {"b2": second})
    assert by_and_by == fill(text, {"a": first, "b2": second})


@pytest.mark.parametrize("text", ["{x{a}", "{@x{a}", "{{a}"])
def test_a_value_behind_a_stray_brace_opens_no_placeholder(text):
    filled = fill(text, {"a": "}"})
    assert found(filled, Kind.NAME) + found(filled, Kind.REFERENCE) == ()


@pytest.mark.parametrize(
    ("text", "printed"),
    [("{ {a}", "{ nilai"), ("{a}} dan {", "nilai} dan {"), ("{b.c} {a}", "{b.c} nilai")],
)
def test_a_stray_brace_prints_as_it_stood_when_names_are_filled_in(text, printed):
    assert shown(fill(text, {"a": "nilai"})) == printed


@pytest.mark.parametrize("text", ["{ {a}", "{a}} dan {", "{b.c} {a}"])
def test_what_was_filled_in_has_no_stray_braces(text):
    assert found(fill(text, {"a": "nilai"}), Kind.STRAY) == ()


@pytest.mark.parametrize(
    "text",
    [
        "{a.b}",
        "{a.__class__}",
        "{a!r}",
        "{0}",
        "{}",
        "{a[0]}",
        "{a:>10}",
        "{A}",
        "{a-b}",
        "{_a}",
        "{a_}",
        "{a__b}",
        "{@A}",
        "{@a_b}",
        "{@}",
        "{@-a}",
        "{$a}",
        "{%a%}",
    ],
)
def test_what_is_no_bare_name_is_stray_and_never_evaluated(text):
    assert [(piece.kind, piece.text) for piece in pieces(text)] == [(Kind.STRAY, text)]


@pytest.mark.parametrize("text", ["{a.b}", "{0}", "{a!r}", "}", "{"])
def test_a_stray_brace_prints_as_it_stands(text):
    assert finish(text, refused, refused) == text


def test_a_space_inside_braces_makes_two_strays():
    assert found("{ a }", Kind.STRAY) == ("{", "}")


def test_what_is_found_is_named_once_and_in_order():
    assert found("{b} {a} {b} {@x}", Kind.NAME) == ("b", "a")


def test_references_are_found_apart_from_names():
    assert found("{b} {@x-1} {@y}", Kind.REFERENCE) == ("x-1", "y")


@given(text=st.text() | BRACES)
def test_no_character_is_lost_when_text_is_taken_apart(text):
    written = {
        Kind.NAME: "{{{}}}",
        Kind.REFERENCE: "{{@{}}}",
        Kind.STRAY: "{}",
    }
    again = "".join(
        written[piece.kind].format(piece.text)
        if piece.kind in written
        else piece.text.replace("{", "{{").replace("}", "}}")
        for piece in pieces(text)
    )
    assert again == text
