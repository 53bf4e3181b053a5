"""What a client may send over SSH: words of the list and nothing else, whatever the line is."""

from __future__ import annotations

import re
import shlex

import click
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kampanye_tui.cli.main import kampanye as program
from kampanye_tui.cli.ssh_commands import COMMANDS, LONGEST, words_of
from kampanye_tui.model.problem import Refused
from tests.each import for_each

SAFE = re.compile(r"-|--?[a-z]+(-[a-z]+)*|[0-9A-Za-z@/]+([ -][0-9A-Za-z@/]+)*", re.ASCII)
"""Every word that may come out: none of them means anything to a shell, and none leads out of a folder."""
KNOWN = sorted({word for command in COMMANDS for word in command} | {"ekspor", "-o", "-", "--json", "--slip"})
PIECES = st.one_of(
    st.sampled_from(KNOWN),
    st.sampled_from(
        ["--config", "--operator", "-o/tmp/x", "--", "../x", "a;b", "$(id)", "`id`", "|", "&", "'", '"']
    ),
    st.text(max_size=20),
)
PATHS = ("--config", "--operator", "--peran", "--tanpa-paket", "--timpa", "--perbaiki", "--waktu", "--help")
"""Options that name files, say who somebody is, or change something."""


def command_of(words: tuple[str, ...]) -> click.Command:
    """Return the command of the words."""
    found: click.Command = program
    for word in words:
        assert isinstance(found, click.Group)
        inner = found.get_command(click.Context(found), word)
        assert inner is not None, words
        found = inner
    return found


@given(st.lists(PIECES, max_size=8).map(" ".join))
def test_a_line_becomes_safe_words_or_is_refused(line: str) -> None:
    try:
        words = words_of(line)
    except Refused:
        return
    assert [word for word in words if not SAFE.fullmatch(word)] == []


@given(st.lists(PIECES, max_size=8).map(" ".join))
def test_what_is_accepted_is_accepted_again_as_it_came_out(line: str) -> None:
    try:
        words = words_of(line)
    except Refused:
        return
    assert words_of(shlex.join(words)) == words


@given(st.text())
def test_any_text_is_answered(line: str) -> None:
    try:
        words = words_of(line)
    except Refused:
        return
    assert words[:1] in {command[:1] for command in COMMANDS}


@for_each("words", {" ".join(words): words for words in COMMANDS})
def test_the_list_names_options_that_the_command_has(words: tuple[str, ...]) -> None:
    have = {name for one in command_of(words).params for name in one.opts}
    assert set(COMMANDS[words].options) <= have


@for_each("words", {" ".join(words): words for words in COMMANDS})
def test_the_list_gives_values_where_the_command_takes_them(words: tuple[str, ...]) -> None:
    flags = {name for one in command_of(words).params if getattr(one, "is_flag", False) for name in one.opts}
    for name, form in COMMANDS[words].options.items():
        assert (form is None) == (name in flags), name


def test_no_option_of_the_list_names_a_file_or_changes_anything() -> None:
    listed = {name for allowed in COMMANDS.values() for name in allowed.options}
    assert listed & set(PATHS) == set()


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("daftar", "daftar"),
        ("  daftar   --json ", "daftar --json"),
        ("periksa 2023-kampanye-damai --json", "periksa --json 2023-kampanye-damai"),
        ("ekspor --format=pdf -o -", "ekspor --format pdf -o -"),
        ("ekspor --templat nasional/naskah nota -o -", "ekspor --templat nasional/naskah -o - nota"),
        ("salinan daftar --naskah nota", "salinan daftar --naskah nota"),
        ("bandingkan nota@r01 nota", "bandingkan nota@r01 nota"),
        ("verifikasi nota --slip 4F2A-9C01-77QX", "verifikasi --slip 4F2A-9C01-77QX nota"),
        ("rekap kiriman --per 1-12-2023 --csv", "rekap --per 1-12-2023 --csv kiriman"),
        ("'daftar'", "daftar"),
    ],
)
def test_a_listed_command_becomes_its_words(line: str, words: str) -> None:
    assert " ".join(words_of(line)) == words


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (" ", 'Perintah "" tidak tersedia'),
        ("sh", 'Perintah "sh" tidak tersedia'),
        ("pinjam nota --batalkan", 'Perintah "pinjam nota" tidak tersedia'),
        ("kembalikan /media/usb", 'Perintah "kembalikan /media/usb" tidak tersedia'),
        ("daftar; id", 'Perintah "daftar; id" tidak tersedia'),
        ("daftar ; id", '";" tidak dapat dipakai'),
        ("daftar id", 'Kata "id" tidak dikenal pada perintah daftar'),
        ("daftar\nid", "karakter yang tidak terlihat"),
        ("daftar\x00", "karakter yang tidak terlihat"),
        ("daftar \u202eid", "karakter yang tidak terlihat"),
        ("daftar \udcff", "karakter yang tidak terlihat"),
        ("daftar 'x", "tanda kutip dalam perintah ini tidak ditutup"),
        ("daftar --json=1", 'Opsi "--json" tidak diberi isi'),
        ("daftar --config x", 'Opsi "--config" tidak dipakai'),
        ("daftar -- x", 'Opsi "--" tidak dipakai'),
        ("ekspor -o x.pdf", "hanya -, yaitu stdout"),
        ("ekspor -o-", 'Opsi "-o-" tidak dipakai'),
        ("ekspor -o", '"" tidak dapat dipakai'),
        ("lihat ../nota", '"../nota" tidak dapat dipakai'),
        ("lihat .", '"." tidak dapat dipakai'),
        ("bandingkan a.toml b.toml", '"a.toml" tidak dapat dipakai'),
        ("verifikasi /etc", '"/etc" tidak dapat dipakai'),
        ("daftar " + "a" * LONGEST, "terlalu panjang"),
    ],
)
def test_what_is_not_listed_is_refused_in_words(line: str, told: str) -> None:
    with pytest.raises(Refused) as refused:
        words_of(line)
    assert told.casefold() in str(refused.value.problems[0]).casefold()
