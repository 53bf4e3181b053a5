"""What sshd tells of a client, and what of its environment is left behind."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kampanye_tui.cli.ssh_client import cleaned, client_of, fingerprint

KEY = "AAAAC3NzaC1lZDI1NTE5AAAAIPFM7VSDoKmNnmjZE5gQ8pjeJAxZ1YEwvqLk1gV6uMKQ"
NAMES = st.one_of(
    st.sampled_from(
        ["TERM", "LANG", "LC_ALL", "LC_TIME", "PATH", "EDITOR", "KAMPANYE_CONFIG", "PYTHONINSPECT"]
    ),
    st.text(alphabet="ABCDEFGHIJKLMNOPQRSTUVWXYZ_", min_size=1, max_size=12),
)
LEFT = [
    *("KAMPANYE_CONFIG", "KAMPANYE_JEJAK", "EDITOR", "VISUAL", "PAGER", "LESSOPEN", "PYTHONPATH"),
    *(
        "PYTHONINSPECT",
        "PYTHONSTARTUP",
        "LD_PRELOAD",
        "BASH_ENV",
        "ENV",
        "TERMINFO",
        "TERMCAP",
        "TMPDIR",
        "TZ",
    ),
    *("XDG_DATA_HOME", "XDG_CONFIG_HOME", "TEXTUAL_DRIVER", "LANGUAGE", "LC_ALL_X", "lc_all"),
]


@pytest.mark.parametrize("name", LEFT)
def test_a_variable_that_changes_behaviour_is_left_behind(name: str) -> None:
    assert name not in cleaned({name: "x"})


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("TERM", "xterm-256color"),
        ("LANG", "id_ID.UTF-8"),
        ("LC_ALL", "C.UTF-8"),
        ("LC_MEASUREMENT", "de_DE@euro"),
        ("COLORTERM", "truecolor"),
        ("NO_COLOR", "1"),
    ],
)
def test_what_describes_the_terminal_stays(name: str, value: str) -> None:
    assert cleaned({name: value})[name] == value


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("TERM", "../../tmp/x"),
        ("TERM", "x" * 41),
        ("TERM", "xterm\n"),
        ("LANG", "/tmp/x"),
        ("LC_ALL", "id_ID.UTF-8;x"),
        ("LC_ALL", "../x"),
        ("COLORTERM", "yes"),
        ("NO_COLOR", "\x1b[0m"),
    ],
)
def test_in_another_form_it_does_not(name: str, value: str) -> None:
    assert name not in cleaned({name: value})


def test_the_path_is_ours() -> None:
    assert cleaned({"PATH": "/tmp/jahat"})["PATH"] == "/usr/local/bin:/usr/bin:/bin"


@given(st.dictionaries(NAMES, st.text(max_size=30)))
def test_cleaning_twice_changes_nothing(environment: dict[str, str]) -> None:
    assert cleaned(cleaned(environment)) == cleaned(environment)


@pytest.mark.parametrize(
    ("connection", "host"),
    [
        ("10.0.0.7 50022 10.0.0.1 22", "10.0.0.7"),
        ("fe80::1%eth0 50022 fe80::2%eth0 22", "fe80::1"),
        ("", ""),
        ("UNKNOWN 65535 UNKNOWN 65535", ""),
        ("\x1b[31m 1 2 3", ""),
    ],
)
def test_the_host_is_the_address_that_the_connection_came_from(connection: str, host: str) -> None:
    assert client_of({"SSH_CONNECTION": connection}, None).host == host


def test_the_fingerprint_is_that_of_ssh_keygen() -> None:
    told = "SHA256:m9AN4m4gD9SJirye3UpqyUF++17eNQF7G0hqsvUKrLI"
    assert fingerprint(f"publickey ssh-ed25519 {KEY}\n") == told


@pytest.mark.parametrize(
    "told", ["", "password", "publickey", "publickey ssh-rsa %%%", "gssapi x y", "publickey a é"]
)
def test_without_a_key_there_is_no_fingerprint(told: str) -> None:
    assert fingerprint(told) == ""


def test_the_file_of_sshd_is_read(tmp_path: Path) -> None:
    path = tmp_path / "sshauth"
    path.write_text(f"publickey ssh-ed25519 {KEY}\n")
    assert client_of({"SSH_USER_AUTH": str(path)}, None).fingerprint.startswith("SHA256:")


def test_a_link_in_its_place_is_not(tmp_path: Path) -> None:
    (tmp_path / "asli").write_text(f"publickey ssh-ed25519 {KEY}\n")
    (tmp_path / "tautan").symlink_to(tmp_path / "asli")
    assert client_of({"SSH_USER_AUTH": str(tmp_path / "tautan")}, None).fingerprint == ""


def test_a_pipe_in_its_place_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipa")
    assert client_of({"SSH_USER_AUTH": str(tmp_path / "pipa")}, None).fingerprint == ""
